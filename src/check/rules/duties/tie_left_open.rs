//! Questions to which the group found no answer, and whoever has the final say gave none.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let group = facts.site.target(entry, "group")?;
    let role = facts.site.asked_of(group)?.final_say.as_deref()?;
    let since = *decision.decided.get().or_else(|| decision.closes.get())?;
    let age = facts.overdue(since)?;
    if !is_open(entry, decision) || is_settled(facts, entry, group) {
        return None;
    }
    let who = match list(facts.site.final_say(group, facts.site.today).into_iter().map(name), "or") {
        nobody if nobody.is_empty() => format!("nobody, as {} has no {role}", name(group)),
        lead => format!("{lead}, its {role}"),
    };
    let message = format!(
        "{} ended without an answer on {since}, {age} ago; the final say is with {who}, and no decision is on record",
        name(entry)
    );
    let help = format!(
        "record in `decisions/` what the {role} decides, with `mode = \"lead\"`, `supersedes = \"{}\"` and the reasons",
        entry.id
    );
    let span = decision.outcome.span().or_else(|| decision.closes.span());
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.cited(facts.site.profile.clause_held_by("tie-left-open")))
}

/// Whether the group has no answer: it said so, or as many were for it as against.
fn is_open(entry: &Entry, decision: &Decision) -> bool {
    match decision.outcome.get() {
        Some(Outcome::NoConsensus) => true,
        Some(Outcome::Accepted | Outcome::Withdrawn) => false,
        Some(Outcome::Rejected) | None => entry.tally().is_some_and(|tally| {
            let is_tie = tally.yes > 0 && tally.yes == tally.no && tally.casting.is_none();
            tally.mode == Some(Mode::SimpleMajority) && is_tie
        }),
    }
}

/// Whether a later decision of the lead of the same group takes its place or is about it.
fn is_settled(facts: &Facts, entry: &Entry, group: &Entry) -> bool {
    let mut later =
        ["supersedes", "about"].into_iter().flat_map(|key| facts.site.referring(entry, Kind::Decision, key));
    let may_settle = |it: &Entry| it.is_unreadable_at(&["supersedes", "about", "group", "mode", "decided", "outcome"]);
    facts.site.of_kind(Kind::Decision).any(may_settle)
        || later.any(|it| {
            it.decision().is_some_and(|it| it.settled().is_some() && it.decided.get().is_some())
                && facts.site.mode(it) == Some(Mode::Lead)
                && facts.site.target(it, "group").is_some_and(|it| it.at == group.at)
        })
}
