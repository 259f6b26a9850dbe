//! Requirements of a group's own profile of which nobody can tell where they come from.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.problems("requirement-without-clause")
}
