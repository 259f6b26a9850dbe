//! Two profiles that say different things, and none says which wins.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("profiles-disagree")
}
