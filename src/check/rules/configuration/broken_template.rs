//! Templates of the site's own theme that cannot be used.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("broken-template")
}
