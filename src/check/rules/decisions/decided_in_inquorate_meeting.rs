//! Decisions of a meeting that too few members came to, or that did not take place.

use crate::check::prelude::*;
use crate::check::rules::gatherings::present;

pub const FIND: Find = each!(decision, of_decision);

fn of_decision(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.outcome.get().filter(|outcome| matches!(outcome, Outcome::Accepted | Outcome::Rejected))?;
    let tally = facts.site.tally(entry)?;
    // Where votes are recorded they are counted. Silence, a lead and approvals need no meeting.
    let is_decided_elsewhere = matches!(tally.mode, Some(Mode::LazyConsensus | Mode::Lead | Mode::Approvals));
    if !tally.voters.is_empty() || is_decided_elsewhere || is_unread(entry, "vote") {
        return None;
    }
    let meeting = meeting_of(facts, entry, decision)?;
    let (record, place) = (name(entry), decision.meeting.span().or_else(|| decision.outcome.span()));
    let held = meeting.meeting()?;
    if held.cancelled.get().is_some() || held.held.get() == Some(&false) {
        let message = format!("{record} was decided in {}, which did not take place", name(meeting));
        let help = "name the meeting that decided, or record the votes that were given elsewhere";
        let reason = held.cancelled.span().or_else(|| held.held.span());
        let finding = facts.at(entry, place, message).help(help);
        return Some(finding.label(&meeting.path, reason, "it was not held"));
    }
    let quorum = tally.quorum? as usize;
    let group = facts.site.target(entry, "group")?;
    let there = members_present(facts, group, meeting, meeting.id.date()?, quorum)?;
    if there >= quorum {
        return None;
    }
    let message = format!(
        "{record} was decided in {}, with {} there; at least {quorum} have to take part",
        name(meeting),
        count(there, "member", "members"),
    );
    let help = "put the question to the group by mail and record the votes, or set `outcome = \"no-consensus\"`; if \
        more were there, add them to `present`";
    let finding = facts.at(entry, place, message).help(help);
    Some(finding.label(&meeting.path, held.present.span(), "who was there"))
}

/// The meeting that took the decision: the one that it names, else the one of its day that lists it.
fn meeting_of<'a>(facts: &Facts<'a>, entry: &'a Entry, decision: &Decision) -> Option<&'a Entry> {
    let of_that_day = |meeting: &&Entry| meeting.id.date() == decision.decided.get().copied();
    let named = facts.site.target(entry, "meeting");
    named.or_else(|| facts.site.referring(entry, Kind::Meeting, "decisions").find(of_that_day))
}

/// How many members were there; `None` where nobody is listed. A list of members that is too short for the quorum tells
/// nothing on who belongs to the group: then everybody who was there counts.
fn members_present(facts: &Facts, group: &Entry, meeting: &Entry, date: Date, quorum: usize) -> Option<usize> {
    let (listed, known) = present(facts.site, meeting);
    let mut members: Vec<usize> = facts.site.members_on(group, date).map(|(person, _)| person.at).collect();
    members.sort_unstable();
    members.dedup();
    let there = match members.len() < quorum {
        true => listed,
        false => known.iter().filter(|person| members.contains(&person.at)).count(),
    };
    (listed > 0).then_some(there)
}
