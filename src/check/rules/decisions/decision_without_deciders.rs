//! Decisions that do not say who took them.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::decision::{Mode, Outcome};
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision()?;
    let outcome = *decision.outcome.get().filter(|outcome| matches!(outcome, Outcome::Accepted | Outcome::Rejected))?;
    let mode = facts.site.tally(entry).and_then(|tally| tally.mode);
    // Silence decides by lazy consensus; a lead decides alone; approvals stand in the record that is approved.
    let needs_nobody = matches!(mode, Some(Mode::LazyConsensus | Mode::Lead | Mode::Approvals));
    let is_told = !decision.vote.items().is_empty()
        || decision.meeting.get().is_some()
        || !decision.ballot.is_absent()
        || decision.mode.unknown().is_some()
        || is_unread(entry, "vote")
        || is_unread(entry, "meeting")
        || is_unread(entry, "ballot");
    if needs_nobody || is_told {
        return None;
    }
    let span = match &decision.vote {
        Field::Unknown(gap) => Some(gap.span),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => decision.outcome.span(),
    };
    let message = format!("{} was {outcome}, and nothing says who decided", name(entry));
    let help = "add the `[[vote]]` tables, or the `meeting` that decided, or the `ballot` where it was secret, or `mode = \"lazy-consensus\"` if nobody objected";
    Some(facts.at(entry, span, message).help(help))
}
