//! Keys that no kind knows: a typo must not hide data.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("unknown-key")
}
