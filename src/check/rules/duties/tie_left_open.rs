//! Questions to which the group found no answer, and whoever has the final say gave none.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let group = facts.site.find(decision.group.get()?)?;
    let asked = facts.site.asked_of(group)?;
    let role = asked.final_say.as_deref()?;
    let since = open_since(facts, entry, decision)?;
    let age = days_between(since, facts.site.today);
    if age <= facts.limit || is_settled(facts, entry, group) {
        return None;
    }
    let who = match list(facts.site.final_say(group, facts.site.today).into_iter().map(name), "or") {
        nobody if nobody.is_empty() => format!("nobody, as {} has no {role}", name(group)),
        lead => format!("{lead}, its {role}"),
    };
    let message = format!(
        "{} ended without an answer on {since}, {} ago; the final say is with {who}, and no decision is on record",
        name(entry),
        days(age)
    );
    let help = format!(
        "record what the {role} decides as a decision with `mode = \"lead\"`, `supersedes = \"{}\"` and the reasons",
        entry.id
    );
    let span = decision.outcome.span().or_else(|| decision.closes.span());
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.cited(facts.site.profile.clause_held_by("tie-left-open")))
}

/// The day since which the group has been without an answer: it said so, or as many were for it as against.
fn open_since(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Date> {
    let ended = decision.decided.get().or_else(|| decision.closes.get()).copied();
    let is_tied = || {
        facts
            .site
            .tally(entry)
            .is_some_and(|tally| tally.mode == Some(Mode::SimpleMajority) && tally.yes > 0 && tally.yes == tally.no)
    };
    let is_open = match decision.outcome.get() {
        Some(Outcome::NoConsensus) => true,
        Some(Outcome::Rejected) | None => is_tied(),
        Some(Outcome::Accepted | Outcome::Withdrawn) => false,
    };
    ended.filter(|_| is_open)
}

/// Whether a later decision of the lead of the same group takes its place or is about it.
fn is_settled(facts: &Facts, entry: &Entry, group: &Entry) -> bool {
    let site = facts.site;
    let later = ["supersedes", "about"].into_iter().flat_map(|key| site.referring(entry, Kind::Decision, key));
    later.into_iter().any(|it| {
        let is_decided = it.decision().is_some_and(|it| {
            matches!(it.outcome.get(), Some(Outcome::Accepted | Outcome::Rejected)) && it.decided.get().is_some()
        });
        let same = it.decision().and_then(|it| it.group.get()).and_then(|it| site.find(it));
        let is_lead = site.tally(it).and_then(|tally| tally.mode) == Some(Mode::Lead);
        is_decided && is_lead && same.is_some_and(|it| it.at == group.at)
    })
}
