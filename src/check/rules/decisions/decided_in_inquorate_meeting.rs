//! Decisions of a meeting that too few members came to, or that did not take place.

use std::collections::BTreeSet;

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.settled()?;
    let tally = entry.tally()?;
    // Votes that are recorded are counted. Silence, a lead and approvals need no meeting.
    let needs_no_meeting = matches!(tally.mode, Some(Mode::LazyConsensus | Mode::Lead | Mode::Approvals));
    if needs_no_meeting || !decision.vote.items().is_empty() || entry.is_unreadable("vote") {
        return None;
    }
    let meeting = meeting_of(facts, entry, decision)?;
    let (held, decided) = (meeting.meeting()?, format!("{} was decided in {}", name(entry), name(meeting)));
    let span = decision.meeting.span().or_else(|| decision.outcome.span());
    if held.cancelled.get().is_some() || held.held.get() == Some(&false) {
        let help = "name in `meeting` the one that decided, or add a `[[vote]]` for each that was given elsewhere";
        let finding = facts.at(entry, span, format!("{decided}, which did not take place")).help(help);
        let reason = held.cancelled.span().or_else(|| held.held.span());
        return Some(finding.label(&meeting.path, reason, "it was not held"));
    }
    let quorum = tally.quorum? as usize;
    let group = facts.site.target(entry, "group")?;
    let there = members_present(facts, group, meeting, quorum).filter(|there| *there < quorum)?;
    let there = count(there, "member", "members");
    let message = format!("{decided}, with {there} there; at least {quorum} have to take part");
    let help = "put the question to the group by mail and record the votes, or set `outcome = \"no-consensus\"`; if \
        more were there, add them to `present`";
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.label(&meeting.path, held.present.span(), "who was there"))
}

/// The meeting that took the decision: the one that it names, else the one of its day that lists it.
fn meeting_of<'a>(facts: &Facts<'a>, entry: &'a Entry, decision: &Decision) -> Option<&'a Entry> {
    let of_that_day = |meeting: &&Entry| meeting.id.date() == decision.decided.get().copied();
    facts
        .site
        .target(entry, "meeting")
        .or_else(|| facts.site.referring(entry, Kind::Meeting, "decisions").find(of_that_day))
}

/// How many members were there; `None` where nobody is listed. A list of members that is shorter than the quorum cannot be
/// complete: then everybody who was there counts.
fn members_present(facts: &Facts, group: &Entry, meeting: &Entry, quorum: usize) -> Option<usize> {
    let (date, (listed, known)) = (meeting.id.date()?, facts.site.present(meeting));
    let members: BTreeSet<usize> = facts.site.members_on(group, date).map(|(person, _)| person.at).collect();
    let there = match members.len() < quorum {
        true => listed,
        false => known.iter().filter(|person| members.contains(&person.at)).count(),
    };
    (listed > 0).then_some(there)
}
