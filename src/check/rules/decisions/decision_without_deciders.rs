//! Decisions that do not say who took them, and decisions of bodies of which nobody knows who they are.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::fields::Unknown;
use crate::site::is_community;

/// By these money is promised or paid, so that somebody has to answer for them.
const ON_MONEY: [DecisionKind; 3] = [DecisionKind::Expenditure, DecisionKind::Award, DecisionKind::Acceptance];

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let outcome = decision.settled()?;
    if entry.is_unreadable_at(&["mode", "vote", "meeting", "minutes", "secretary"]) {
        return None;
    }
    let group = facts.site.target(entry, "group");
    let body = group.filter(|it| it.group().is_some_and(|group| group.member.is_missing() || group.external.is_true()));
    match body.and_then(|body| Some((body, body.group()?))) {
        Some((body, group)) if group.external.is_true() => kept_elsewhere(facts, entry, decision, body),
        Some((body, group)) if group.member.unknown().is_none() && !is_community(body) => {
            without_roster(facts, entry, decision, body).or_else(|| nobody_named(facts, entry, decision, outcome))
        }
        Some(_) | None => nobody_named(facts, entry, decision, outcome),
    }
}

/// A warning, but where money or the acceptance of work rests on the decision.
fn level(decision: &Decision) -> Level {
    let is_on_money = decision.kind.get().is_some_and(|kind| ON_MONEY.contains(kind));
    if is_on_money { Level::Error } else { Level::Warning }
}

fn nobody_named(facts: &Facts, entry: &Entry, decision: &Decision, outcome: Outcome) -> Option<Diagnostic> {
    let mode = facts.site.mode(entry);
    // Silence decides by lazy consensus; a lead decides alone; approvals are in the record that is approved.
    let needs_nobody = matches!(mode, Some(Mode::LazyConsensus | Mode::Lead | Mode::Approvals));
    // What is decided by this change nobody can have forgotten.
    let is_lost = |gap: Option<&Unknown>| gap.is_some() && !is_decided_now(facts, entry);
    let has_deciders = !decision.vote.items().is_empty()
        || decision.meeting.get().is_some()
        || decision.ballot.get().is_some()
        || decision.ballot.is_unreadable()
        || decision.ballot.withheld().is_some()
        || is_lost(decision.ballot.unknown())
        || is_lost(decision.mode.unknown());
    if needs_nobody || has_deciders {
        return None;
    }
    let span = decision.vote.unknown().map(|gap| gap.span).or_else(|| decision.outcome.span());
    let level = if is_lost(decision.vote.unknown()) {
        Level::Warning
    } else if is_decided_now(facts, entry) {
        Level::Error
    } else {
        level(decision)
    };
    let message = format!("{} was {outcome}, and nothing says who decided", name(entry));
    let help = "add the `[[vote]]` tables, or the `meeting` that decided, or the `ballot` where it was secret, or `mode = \"lazy-consensus\"` if nobody objected";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}

/// Whether it was settled of late, in a change that brings that in, by a group that was on record already.
fn is_decided_now(facts: &Facts, entry: &Entry) -> bool {
    /// Decisions that are older come in with the history of a group.
    const DAYS: i64 = 92;
    let is_of_late = days_between(facts.site.day_of_decision(entry), facts.site.today) <= DAYS;
    is_of_late
        && facts.change().is_some_and(|change| {
            let before = change.before(entry).and_then(|before| before.decision());
            let had_group = facts.site.target(entry, "group").is_some_and(|group| change.before(group).is_some());
            had_group && before.is_none_or(|before| before.outcome.get().is_none())
        })
}

/// A decision of a body that keeps its record elsewhere rests on a named person's word or on minutes that can be read.
fn kept_elsewhere(facts: &Facts, entry: &Entry, decision: &Decision, body: &Entry) -> Option<Diagnostic> {
    let day = facts.site.day_of_decision(entry);
    let has_secretary = !facts.site.role_holders(Role::Secretary.as_str(), Some(body), day).is_empty();
    let is_vouched = has_secretary
        || [decision.minutes.is_missing(), decision.ballot.is_missing()].contains(&false)
        || [decision.secretary.is_missing(), decision.meeting.is_missing()].contains(&false);
    if is_vouched {
        return None;
    }
    let message = format!(
        "{} is a decision of {}, which keeps its record elsewhere, and nothing shows it",
        name(entry),
        name(body)
    );
    let help = "add `minutes = \"https://…\"`, or who of that body confirmed it: `secretary = \"…\"`, with the `link` in `channel`";
    Some(facts.at(entry, decision.group.span(), message).at_level(level(decision)).help(help))
}

/// A body of which nobody knows who belongs to it cannot decide on money; where it decides on something else,
/// `group-without-roster` asks for its members.
fn without_roster(facts: &Facts, entry: &Entry, decision: &Decision, body: &Entry) -> Option<Diagnostic> {
    let level = Some(level(decision)).filter(|level| *level == Level::Error)?;
    let message = format!(
        "{} is a decision of {}, which lists no members, so nobody can tell who decided",
        name(entry),
        name(body)
    );
    let help = format!(
        "add a `[[member]]` table for each to `{}`; if it keeps its own record elsewhere, write `external = true` there, and \
         name its minutes here: `minutes = \"https://…\"`",
        body.path
    );
    Some(facts.at(entry, decision.group.span(), message).at_level(level).help(help))
}
