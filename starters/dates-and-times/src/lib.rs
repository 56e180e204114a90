use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// Takes a date apart and builds a new one: an invalid date is an error.
#[pg_extern(immutable, parallel_safe)]
fn birthday_in(birth: Date, year: i32) -> Result<Date, DateTimeConversionError> {
    let leapling = birth.month() == 2 && birth.day() == 29;
    Date::new(year, birth.month(), birth.day()).or_else(|error| {
        if leapling {
            Date::new(year, 3, 1)
        } else {
            Err(error)
        }
    })
}

/// The difference of two timestamps is an interval.
#[pg_extern(immutable, parallel_safe)]
fn midpoint(a: Timestamp, b: Timestamp) -> Timestamp {
    let half = (b - a) / 2.0;
    a + half
}

/// Days from Monday to Friday, from the start of the range to its end.
#[pg_extern(immutable, parallel_safe)]
fn workdays(days: Range<Date>) -> Option<i32> {
    let (lower, upper) = match days.into_inner()? {
        (RangeBound::Inclusive(lower), RangeBound::Exclusive(upper)) => (lower, upper),
        _ => error!("a range with two ends is needed"),
    };
    // Days are counted from 2000-01-01, a Saturday.
    let (from, to) = (lower.to_pg_epoch_days(), upper.to_pg_epoch_days());
    Some((from..to).filter(|day| (day + 5).rem_euclid(7) < 5).count() as i32)
}
