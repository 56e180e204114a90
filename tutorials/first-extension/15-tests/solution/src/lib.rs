use pgrx::prelude::*;

mod calendar;

::pgrx::pg_module_magic!(name, version);

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use crate::calendar::{days_in_month, is_leap};
    use pgrx::prelude::*;

    #[pg_test]
    fn test_leap() {
        assert!(is_leap(2024));
        assert!(!is_leap(2023));
    }

    #[pg_test]
    fn test_from_sql() {
        let days = Spi::get_one::<i32>("SELECT days_in_month(2024, 2)");
        assert_eq!(days, Ok(Some(29)));
    }

    #[pg_test]
    fn test_months() {
        assert_eq!(days_in_month(2023, 4), 30);
    }

    #[pg_test]
    fn test_centuries() {
        assert!(!is_leap(1900));
        assert!(is_leap(2000));
    }

    #[pg_test(error = "there is no month 13")]
    fn test_month_13() {
        days_in_month(2023, 13);
    }

    #[pg_test(error = "there is no month 0")]
    fn test_month_0() {
        days_in_month(2023, 0);
    }
}
