use pgrx::callconv::{ArgAbi, BoxRet};
use pgrx::prelude::*;
use pgrx::pgrx_sql_entity_graph::metadata::{
    ArgumentError, Returns, ReturnsError, SqlMapping, SqlTranslatable,
};

::pgrx::pg_module_magic!();

/// An integer that is never negative.
pub struct Natural(i32);

unsafe impl SqlTranslatable for Natural {
    fn argument_sql() -> Result<SqlMapping, ArgumentError> {
        Ok(SqlMapping::literal("int4"))
    }
    fn return_sql() -> Result<Returns, ReturnsError> {
        Ok(Returns::One(SqlMapping::literal("int4")))
    }
}

unsafe impl<'fcx> ArgAbi<'fcx> for Natural {
    unsafe fn unbox_arg_unchecked(arg: ::pgrx::callconv::Arg<'_, 'fcx>) -> Self {
        Natural(unsafe { i32::unbox_arg_unchecked(arg) }.max(0))
    }
}

unsafe impl BoxRet for Natural {
    unsafe fn box_into<'fcx>(
        self,
        fcinfo: &mut ::pgrx::callconv::FcInfo<'fcx>,
    ) -> ::pgrx::datum::Datum<'fcx> {
        unsafe { self.0.box_into(fcinfo) }
    }
}

#[pg_extern]
fn hello_of_fifteen() -> &'static str {
    "Hello, of_fifteen"
}

#[pg_extern]
fn natural(number: Natural) -> Natural {
    number
}

#[cfg(any(test, feature = "pg_test"))]
#[pg_schema]
mod tests {
    use pgrx::prelude::*;

    #[pg_test]
    fn test_hello_of_fifteen() {
        assert_eq!("Hello, of_fifteen", crate::hello_of_fifteen());
    }

}

/// This module is required by `cargo pgrx test` invocations.
/// It must be visible at the root of your extension crate.
#[cfg(test)]
pub mod pg_test {
    pub fn setup(_options: Vec<&str>) {
        // perform one-off initialization when the pg_test framework starts
    }

    pub fn postgresql_conf_options() -> Vec<&'static str> {
        // return any postgresql.conf settings that are required for your tests
        vec![]
    }
}
