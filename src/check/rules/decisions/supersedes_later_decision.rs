//! Decisions that take the place of one that was taken after them.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let before = facts.site.find(decision.supersedes.get()?)?;
    let other = &before.decision()?.decided;
    let (decided, earlier) = (*decision.decided.get()?, *other.get()?);
    if decided >= earlier {
        return None;
    }
    let (record, other_record) = (name(entry), name(before));
    let message =
        format!("{record} of {decided} takes the place of {other_record}, which was decided later, on {earlier}");
    let help =
        format!("correct one of the days; if {other_record} is the later word, let it name this one in `supersedes`");
    let finding = facts.at(entry, decision.supersedes.span(), message).help(help);
    Some(finding.label(&before.path, other.span(), "decided on this day"))
}
