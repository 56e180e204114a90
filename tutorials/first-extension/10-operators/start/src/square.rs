use pgrx::prelude::*;
use pgrx::StringInfo;
use serde::{Deserialize, Serialize};
use std::ffi::CStr;

/// A square of a chess board, such as e4. Its fields are private: `Square::new` is the only way to make one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(PostgresType, PostgresEq, PostgresOrd)]
#[inoutfuncs]
#[serde(try_from = "(i32, i32)", into = "(i32, i32)")]
pub struct Square {
    rank: i32,
    file: i32,
}

impl Square {
    /// File and rank are counted from 1. `None` where that is off the board.
    pub fn new(file: i32, rank: i32) -> Option<Self> {
        let on_board = (1..=8).contains(&file) && (1..=8).contains(&rank);
        on_board.then_some(Square { rank, file })
    }

    pub fn file(self) -> i32 {
        self.file
    }

    pub fn rank(self) -> i32 {
        self.rank
    }

    fn parse(text: &str) -> Option<Self> {
        let [file @ b'a'..=b'h', rank @ b'1'..=b'8'] = text.as_bytes() else {
            return None;
        };
        Square::new(i32::from(file - b'a') + 1, i32::from(rank - b'0'))
    }
}

impl InOutFuncs for Square {
    fn input(text: &CStr) -> Self {
        let text = text.to_string_lossy();
        let Some(square) = Square::parse(&text) else {
            ereport!(
                ERROR,
                PgSqlErrorCode::ERRCODE_INVALID_TEXT_REPRESENTATION,
                format!("invalid square: \"{text}\"")
            );
        };
        square
    }

    fn output(&self, buffer: &mut StringInfo) {
        let file = char::from(b'a' + self.file as u8 - 1);
        buffer.push_str(&format!("{file}{}", self.rank));
    }
}

/// On disk it is a pair of numbers.
impl From<Square> for (i32, i32) {
    fn from(square: Square) -> Self {
        (square.file, square.rank)
    }
}

impl TryFrom<(i32, i32)> for Square {
    type Error = String;

    fn try_from((file, rank): (i32, i32)) -> Result<Self, String> {
        Square::new(file, rank).ok_or_else(|| format!("{file}, {rank} is not on the board"))
    }
}
