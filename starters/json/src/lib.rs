use pgrx::prelude::*;
use pgrx::JsonB;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

::pgrx::pg_module_magic!(name, version);

/// Any JSON, as a tree. Merges like RFC 7396: a null in the patch removes the key.
#[pg_extern(immutable, parallel_safe)]
fn merge_patch(target: JsonB, patch: JsonB) -> JsonB {
    fn merge(target: Value, patch: Value) -> Value {
        let Value::Object(changes) = patch else {
            return patch;
        };
        let mut merged = if let Value::Object(object) = target {
            object
        } else {
            Map::new()
        };
        for (key, change) in changes {
            let old = merged.remove(&key).unwrap_or(Value::Null);
            if !change.is_null() {
                merged.insert(key, merge(old, change));
            }
        }
        Value::Object(merged)
    }
    JsonB(merge(target.0, patch.0))
}

/// JSON of a known shape: serde parses it, and reports what doesn't fit.
#[derive(Deserialize)]
struct Order {
    customer: String,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    price: f64,
    #[serde(default = "one")]
    count: u32,
}

fn one() -> u32 {
    1
}

#[derive(Serialize)]
struct Bill<'a> {
    customer: &'a str,
    total: f64,
}

#[pg_extern(immutable, parallel_safe)]
fn bill(order: JsonB) -> Result<JsonB, serde_json::Error> {
    let Order { customer, items } = serde_json::from_value(order.0)?;
    let total = items
        .iter()
        .map(|item| item.price * f64::from(item.count))
        .sum();
    Ok(JsonB(serde_json::to_value(Bill {
        customer: &customer,
        total,
    })?))
}

/// The paths of all leaves, as rows.
#[pg_extern(immutable, parallel_safe)]
fn leaves(document: JsonB) -> TableIterator<'static, (name!(path, String), name!(value, JsonB))> {
    fn walk(path: String, value: Value, found: &mut Vec<(String, JsonB)>) {
        match value {
            Value::Object(object) => object
                .into_iter()
                .for_each(|(key, value)| walk(format!("{path}.{key}"), value, found)),
            Value::Array(values) => values
                .into_iter()
                .enumerate()
                .for_each(|(at, value)| walk(format!("{path}[{at}]"), value, found)),
            leaf => found.push((path, JsonB(leaf))),
        }
    }
    let mut found = Vec::new();
    walk("$".into(), document.0, &mut found);
    TableIterator::new(found)
}
