use pgrx::prelude::*;
use pgrx::StringInfo;
use serde::{Deserialize, Serialize};
use std::ffi::CStr;

::pgrx::pg_module_magic!(name, version);

/// A colour. On disk it is CBOR, by serde; `#[inoutfuncs]` means that its text form is defined below, and
/// `#[pg_binary_protocol]` adds the functions that drivers and COPY use for the binary form.
#[derive(Serialize, Deserialize, PostgresType)]
#[inoutfuncs]
#[pg_binary_protocol]
struct Rgb {
    red: u8,
    green: u8,
    blue: u8,
}

impl InOutFuncs for Rgb {
    /// Parses `#rrggbb`. Anything else never gets into a table.
    fn input(text: &CStr) -> Self {
        let text = text.to_string_lossy();
        let Some(colour) = parse(&text) else {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_INVALID_TEXT_REPRESENTATION,
                format!("invalid colour: \"{text}\""),
                "A colour is written as #rrggbb, in hexadecimal digits."
            );
        };
        colour
    }

    fn output(&self, buffer: &mut StringInfo) {
        let Rgb { red, green, blue } = self;
        buffer.push_str(&format!("#{red:02x}{green:02x}{blue:02x}"));
    }
}

fn parse(text: &str) -> Option<Rgb> {
    let digits = text
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some(Rgb {
        red: byte(0)?,
        green: byte(2)?,
        blue: byte(4)?,
    })
}

/// Perceived brightness, from 0 to 1.
#[pg_extern(immutable, parallel_safe)]
fn luminance(colour: Rgb) -> f64 {
    let Rgb { red, green, blue } = colour;
    (0.2126 * f64::from(red) + 0.7152 * f64::from(green) + 0.0722 * f64::from(blue)) / 255.0
}
