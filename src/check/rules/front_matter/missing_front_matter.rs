//! Records without front matter.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("missing-front-matter")
}
