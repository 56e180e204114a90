use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

#[pg_extern(immutable, parallel_safe)]
fn parse_port(text: &str) -> Result<i32, std::num::ParseIntError> {
    let port: u16 = text.parse()?;
    Ok(i32::from(port))
}
