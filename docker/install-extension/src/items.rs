//! pgrx writes a script's items in an order that differs from run to run, within what they require of each other: it
//! walks hash maps. Scripts are the same when their items are.

const ITEM: &str = "/* <begin connected objects> */";

/// Whether two generated scripts hold the same items, in whatever order.
pub fn are_same(one: &str, other: &str) -> bool {
    sorted(one) == sorted(other)
}

fn sorted(script: &str) -> Vec<&str> {
    let mut items: Vec<&str> = script.split(ITEM).collect();
    items.sort_unstable();
    items
}

#[cfg(test)]
mod tests {
    use super::are_same;

    #[test]
    fn order_does_not_matter_and_all_else_does() {
        let script = |items: &[&str]| {
            items
                .iter()
                .map(|item| format!("{}\n{item}\n\n", super::ITEM))
                .collect::<String>()
        };
        assert!(are_same(&script(&["a", "b"]), &script(&["b", "a"])));
        assert!(!are_same(&script(&["a", "b"]), &script(&["a", "b", "b"])));
        assert!(!are_same(&script(&["a", "b"]), &script(&["a", "c"])));
    }
}
