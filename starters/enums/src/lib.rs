use pgrx::prelude::*;

::pgrx::pg_module_magic!(name, version);

/// CREATE TYPE … AS ENUM, with these labels in this order.
#[derive(Clone, Copy, PostgresEnum)]
enum Light {
    Green,
    Amber,
    Red,
}

#[pg_extern(immutable, parallel_safe)]
fn next(light: Light) -> Light {
    match light {
        Light::Green => Light::Amber,
        Light::Amber => Light::Red,
        Light::Red => Light::Green,
    }
}

/// For `light::int`, and for assigning a light to an int.
#[pg_cast(assignment, immutable, parallel_safe)]
fn light_to_seconds(light: Light) -> i32 {
    match light {
        Light::Green => 40,
        Light::Amber => 3,
        Light::Red => 45,
    }
}
