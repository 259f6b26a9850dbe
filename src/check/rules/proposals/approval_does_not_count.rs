//! Approvals that do not count for the step that asks for them.

use crate::check::prelude::*;
use crate::document::proposal::Proposal;
use crate::site::{Approver, Round, Standing, nearest_term};
use crate::workflow::Party;

const RULE: &str = "approval-does-not-count";

pub const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Vec<Diagnostic> {
    let Some(round) = facts.site.approval_round(entry) else { return Vec::new() };
    let of_approver = |approver: &Approver| {
        let finding = match approver.standing {
            Standing::Counts | Standing::Unclear => None,
            Standing::Own => Some(own(facts, entry, proposal, approver)),
            Standing::Outsider => by_outsider(facts, entry, &round, approver),
            Standing::Repeated => Some(repeated(facts, entry, &round, approver)),
            Standing::Late => late(facts, entry, proposal, &round, approver),
            Standing::Stale => stale(facts, entry, &round, approver),
        }?;
        let is_stale = approver.standing == Standing::Stale;
        let text_clause = is_stale.then(|| clause_of_entry(facts, entry, &round)).flatten();
        let behind_step = || round.need.clause.clone().or_else(|| round.transition.clause.clone());
        let clause = text_clause.or_else(behind_step);
        Some(finding.cited(clause.and_then(|it| clause_among(facts, &it))))
    };
    round.approvers.iter().filter_map(of_approver).collect()
}

fn own(facts: &Facts, entry: &Entry, proposal: &Proposal, approver: &Approver) -> Diagnostic {
    let message = format!("{} proposed this, so the approval does not count", who(approver));
    let help = "take the approval out, and ask somebody else who may approve";
    let finding = facts.at(entry, approver.person_span, message).help(help);
    finding.label(&entry.path, proposal.proposer.span(), "the proposer")
}

fn by_outsider(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Option<Diagnostic> {
    let (person, date) = (approver.person?, approver.date?);
    let groups: Vec<&Entry> = round.asked.by.iter().filter_map(|party| group_of(facts, entry, party)).collect();
    // A group that lists nobody, or whose terms cannot all be read, may well have had them.
    let can_tell = |group: &&Entry| group.group().is_some_and(lists_all_members);
    if groups.is_empty() || !groups.iter().all(can_tell) {
        return None;
    }
    let asked = asked_of(round);
    let message = format!("{} was not one of {asked} on {date}, so the approval does not count", who(approver));
    let place = groups.iter().map(|group| name(group)).collect::<Vec<_>>().join(", ");
    let help = format!("take the approval out, or correct the terms in {place}");
    let finding = facts.at(entry, approver.person_span, message).help(help);
    let nearest = |group: &&Entry| {
        let (span, says) = nearest_term(facts.site, group, person, date)?;
        Some(finding.clone().label(&group.path, span, says))
    };
    Some(groups.iter().find_map(nearest).unwrap_or(finding))
}

fn repeated(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Diagnostic {
    let message = format!("{} approved before; only the first approval counts", who(approver));
    let finding = facts.at(entry, approver.person_span, message).help("keep one approval for each person");
    let mut counted = round.approvers.iter().filter(|other| other.standing == Standing::Counts);
    match counted.find(|other| is_same_person(other, approver)) {
        Some(first) => finding.label(&entry.path, first.person_span, "the first one"),
        None => finding,
    }
}

fn late(
    facts: &Facts,
    entry: &Entry,
    proposal: &Proposal,
    round: &Round,
    approver: &Approver,
) -> Option<Diagnostic> {
    let (date, who) = (approver.date?, who(approver));
    let own = proposal.approval.items().iter().find(|approval| approval.span == approver.span)?;
    let Some(event) = round.event else {
        let message = format!("the approval of {who} is dated {date}, which is after today, {}", round.on);
        let finding = facts.at(entry, own.date.span(), message).help("correct the date, or add it on that day");
        return Some(finding.at_level(Level::Warning));
    };
    let message = format!(
        "the approval of {who} is dated {date}, after the step to `{}` on {}, so it does not count",
        round.transition.to, round.on
    );
    let help = "correct the date; what was said afterwards has its place in the text";
    let finding = facts.at(entry, own.date.span(), message).at_level(Level::Warning).help(help);
    Some(finding.label(&entry.path, event.date.span(), "the step was taken here"))
}

fn stale(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Option<Diagnostic> {
    let (date, who) = (approver.date?, who(approver));
    let approved_again = round.approvers.iter().any(|other| {
        is_same_person(other, approver) && matches!(other.standing, Standing::Counts | Standing::Late)
    });
    // An old approval beside enough new ones is history; where the matter ended otherwise, nobody waits for it.
    let is_missed = !round.is_enough() && (round.event.is_some() || !facts.site.is_over(entry));
    if approved_again || !is_missed {
        return None;
    }
    let Some((_, entered)) = round.entered else {
        let from = quoted(round.transition.from.iter().map(String::as_str), "or");
        let message = format!("{who} approved on {date}, before this came to {from}, so the approval does not count");
        let help =
            format!("add the event `to = {}` with its day, or ask again when it is there", from.replace('`', "\""));
        return Some(facts.at(entry, approver.person_span, message).at_level(Level::Warning).help(help));
    };
    let message = format!(
        "{who} approved on {date}, before the text was put for approval on {entered}, so the approval does not count"
    );
    let help = "ask whether they approve the text as it is now, and add that approval with its day and link";
    let finding = facts.at(entry, approver.person_span, message).at_level(Level::Warning).help(help);
    let last = entry.events().iter().rev().find(|event| event.date.get() == Some(&entered));
    Some(finding.label(&entry.path, last.and_then(|event| event.date.span()), "the text as it is now is from here"))
}

/// The clause of the step that put the text for approval; `None` when no such step was taken.
fn clause_of_entry(facts: &Facts, entry: &Entry, round: &Round) -> Option<String> {
    let (state, date) = round.entered?;
    let is_entry = |event: &Event| event.to.text() == state && event.date.get() == Some(&date);
    let at = entry.events().iter().rposition(|event| is_entry(event))?;
    let from = at.checked_sub(1).and_then(|before| entry.events()[before].to.get()).map(String::as_str);
    facts.site.profile.kind(entry.kind())?.step(from, state, date)?.clause.clone()
}

/// Of the clauses that `cited` names the one that counts on this rule.
fn clause_among(facts: &Facts, cited: &str) -> Option<String> {
    let mut held = facts.site.profile.clauses_held_by(RULE).map(|clause| clause.cited());
    held.find(|clause| cited.contains(clause))
}

/// The group that `party` stands for; `None` for a field of the record, or a role wherever it is held.
fn group_of<'a>(facts: &Facts<'a>, entry: &Entry, party: &Party) -> Option<&'a Entry> {
    let group = match party {
        Party::Body(body) | Party::Role { of: Some(body), .. } => facts.site.body(body, entry),
        Party::Field(_) | Party::Role { of: None, .. } => None,
    };
    group.filter(|group| group.kind() == Kind::Group)
}

fn lists_all_members(group: &Group) -> bool {
    let members = group.member.items();
    let is_read = |term: &Member| !term.person.is_unreadable() && !term.role.is_unreadable();
    !members.is_empty() && group.member.is_complete() && members.iter().all(|term| is_read(term))
}

fn is_same_person(one: &Approver, other: &Approver) -> bool {
    one.person.map(|it| it.at) == other.person.map(|it| it.at)
}

/// Who gave it: by their name where the directory knows them.
fn who(approver: &Approver) -> String {
    approver.person.map_or_else(|| approver.name.to_owned(), name)
}

/// Those whom the step asks, in the plural: `the maintainers`, ``those with the role `maintainer` in the group``.
fn asked_of(round: &Round) -> String {
    let mut places: Vec<(Option<&str>, Vec<&str>)> = Vec::new();
    let mut others = Vec::new();
    for party in &round.asked.by {
        let Party::Role { role, of } = party else {
            others.push(party.title());
            continue;
        };
        let place = of.as_ref().map(|body| body.title.as_str());
        match places.iter_mut().find(|(other, _)| *other == place) {
            Some((_, roles)) => roles.push(role),
            None => places.push((place, vec![role])),
        }
    }
    let with_role = places.into_iter().map(|(place, roles)| {
        let roles = quoted(roles, "or");
        match place {
            Some(place) => format!("those with the role {roles} in {place}"),
            None => format!("those with the role {roles}"),
        }
    });
    list(others.into_iter().chain(with_role), "or")
}
