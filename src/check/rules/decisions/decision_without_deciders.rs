//! Decisions that do not say who took them.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let outcome = decision.settled()?;
    let mode = facts.site.mode(entry);
    // Silence decides by lazy consensus; a lead decides alone; approvals are in the record that is approved.
    let needs_nobody = matches!(mode, Some(Mode::LazyConsensus | Mode::Lead | Mode::Approvals));
    let has_deciders = !decision.vote.items().is_empty()
        || decision.meeting.get().is_some()
        || !decision.ballot.is_missing()
        || decision.mode.unknown().is_some();
    if needs_nobody || has_deciders || ["vote", "meeting"].iter().any(|key| entry.is_unreadable(key)) {
        return None;
    }
    let span = decision.vote.unknown().map(|gap| gap.span).or_else(|| decision.outcome.span());
    let message = format!("{} was {outcome}, and nothing says who decided", name(entry));
    let help = "add the `[[vote]]` tables, or the `meeting` that decided, or the `ballot` where it was secret, or `mode = \"lazy-consensus\"` if nobody objected";
    Some(facts.at(entry, span, message).help(help))
}
