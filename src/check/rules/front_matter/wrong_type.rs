//! Values of another sort than the key's.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("wrong-type")
}
