use pgrx::prelude::*;
use pgrx::StringInfo;
use serde::{Deserialize, Serialize};
use std::ffi::CStr;

::pgrx::pg_module_magic!(name, version);

/// A square of a chess board, such as e4. Squares are ordered by rank, then by file: the fields' order is theirs.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(PostgresType, PostgresEq, PostgresOrd, PostgresHash)]
#[inoutfuncs]
struct Square {
    rank: i32,
    file: char,
}

impl InOutFuncs for Square {
    fn input(text: &CStr) -> Self {
        let text = text.to_string_lossy();
        let Some(square) = parse(&text) else {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_INVALID_TEXT_REPRESENTATION,
                format!("invalid square: \"{text}\""),
                "A square has a file from a to h and a rank from 1 to 8, as in e4."
            );
        };
        square
    }

    fn output(&self, buffer: &mut StringInfo) {
        buffer.push_str(&format!("{}{}", self.file, self.rank));
    }
}

fn parse(text: &str) -> Option<Square> {
    let [file @ b'a'..=b'h', rank @ b'1'..=b'8'] = text.as_bytes() else {
        return None;
    };
    Some(Square {
        file: char::from(*file),
        rank: i32::from(rank - b'0'),
    })
}
