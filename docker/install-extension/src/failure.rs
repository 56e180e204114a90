//! Why an extension was not installed, as the caller is told.

use serde_json::{Value, json};
use std::fmt::Display;

/// A reason that the extension's author can act on.
#[derive(Debug)]
pub struct Failure {
    /// Stable name for programs; the list is in docker/README.md.
    pub kind: &'static str,
    pub message: String,
    pub hint: &'static str,
}

impl Failure {
    pub fn new(kind: &'static str, message: impl Display, hint: &'static str) -> Failure {
        Failure {
            kind,
            message: message.to_string(),
            hint,
        }
    }

    pub fn to_json(&self) -> Value {
        json!({ "error": { "kind": self.kind, "message": self.message, "hint": self.hint } })
    }
}
