//! Workflows in which no state means what a rule looks for.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("state-meaning-missing")
}
