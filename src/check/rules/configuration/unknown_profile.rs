//! Profiles that are named and not there.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("unknown-profile")
}
