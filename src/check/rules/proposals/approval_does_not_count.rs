//! Approvals that do not count for the step that asks for them.

use crate::check::prelude::*;
use crate::document::proposal::Proposal;
use crate::site::{Approver, Round, Standing, nearest_term};
use crate::workflow::Party;

const RULE: &str = "approval-does-not-count";

pub(crate) const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Vec<Diagnostic> {
    let Some(round) = facts.site.approval_round(entry) else { return Vec::new() };
    // An approval that could not be read may be the one that counts.
    let is_unclear = entry.is_unreadable_at(&["approval.person", "approval.date"]);
    let of_approver = |approver: &Approver| {
        let who = approver.person.map_or_else(|| approver.name.to_owned(), name);
        let finding = match approver.standing {
            Standing::Counts | Standing::Unclear => None,
            Standing::Repeated | Standing::Late | Standing::Stale if is_unclear => None,
            Standing::Own => {
                let message = format!("{who} proposed this, so the approval does not count");
                let help = "take the `[[approval]]` out, and ask somebody else who may approve";
                let finding = facts.at(entry, approver.person_span, message).help(help);
                Some(finding.label(&entry.path, proposal.proposer.span(), "the proposer"))
            }
            Standing::Outsider => by_outsider(facts, entry, &round, approver, &who),
            Standing::Repeated => {
                let message = format!("{who} approved before; only the first approval counts");
                let finding = facts.at(entry, approver.person_span, message);
                let mut counted = round.approvers.iter().filter(|other| other.standing == Standing::Counts);
                let first = counted.find(|other| is_same_person(other, approver)).map(|first| first.person_span);
                Some(finding.help("keep one `[[approval]]` for each person").label(&entry.path, first, "the first one"))
            }
            Standing::Late => late(facts, entry, proposal, &round, approver, &who),
            Standing::Stale => stale(facts, entry, &round, approver, &who),
        }?;
        let is_stale = approver.standing == Standing::Stale;
        let text_clause = is_stale.then(|| clause_of_entry(facts, entry, &round)).flatten();
        let behind_step = || round.need.clause.clone().or_else(|| round.transition.clause.clone());
        // Of the clauses that are cited there, the one that counts on this rule.
        let mut held = facts.site.profile.clauses_held_by(RULE).map(|clause| clause.cited());
        Some(finding.cited(text_clause.or_else(behind_step).and_then(|cited| held.find(|it| cited.contains(it)))))
    };
    round.approvers.iter().filter_map(of_approver).collect()
}

fn by_outsider(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver, who: &str) -> Option<Diagnostic> {
    let (person, date) = (approver.person?, approver.date?);
    let groups: Vec<&Entry> = round.asked.by.iter().filter_map(|party| group_of(facts, entry, party)).collect();
    // A group that lists nobody, or whose terms cannot all be read, may well have had them.
    let can_tell = |group: &&Entry| lists_all_members(facts, group);
    (!groups.is_empty() && groups.iter().all(can_tell)).then_some(())?;
    let message = format!("{who} was not one of {} on {date}, so the approval does not count", asked_of(round));
    let place = groups.iter().map(|group| name(group)).collect::<Vec<_>>().join(", ");
    let help = format!("take the `[[approval]]` out, or correct the terms in {place}");
    let terms = groups.iter().filter_map(|group| Some((group, nearest_term(facts.site, group, person, date)?)));
    let nearest = terms.map(|(group, (span, says))| (&group.path, span, says)).take(1);
    Some(facts.at(entry, approver.person_span, message).help(help).labels(nearest))
}

fn late(
    facts: &Facts,
    entry: &Entry,
    proposal: &Proposal,
    round: &Round,
    approver: &Approver,
    who: &str,
) -> Option<Diagnostic> {
    let own = proposal.approval.items().iter().find(|approval| approval.span == approver.span)?;
    let dated = format!("the approval of {who} is dated {}", approver.date?);
    let finding = |message, help| facts.at(entry, own.date.span(), message).at_level(Level::Warning).help(help);
    let Some(event) = round.event else {
        let message = format!("{dated}, which is after today, {}", round.on);
        return Some(finding(message, "correct `date`, or add it on that day"));
    };
    let message = format!("{dated}, after the step to `{}` on {}, so it does not count", round.transition.to, round.on);
    let help = "correct `date`; what was said afterwards has its place in the text";
    Some(finding(message, help).label(&entry.path, event.date.span(), "the step was taken here"))
}

fn stale(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver, who: &str) -> Option<Diagnostic> {
    let date = approver.date?;
    let is_newer = |it: &Approver| matches!(it.standing, Standing::Counts | Standing::Late);
    let approved_again = round.approvers.iter().any(|it| is_same_person(it, approver) && is_newer(it));
    // An old approval beside enough new ones is history; where the matter ended otherwise, nobody waits for it.
    let is_missed = !round.is_enough() && (round.event.is_some() || !facts.site.is_over(entry));
    (is_missed && !approved_again).then_some(())?;
    let (what, help) = match round.entered {
        None => {
            let from = quoted(round.transition.from.iter().map(String::as_str), "or");
            let to = from.replace('`', "\"");
            let help = format!("add the event `to = {to}` with its day, or ask again when it is there");
            (format!("this came to {from}"), help)
        }
        Some((_, entered)) => (
            format!("the text was put for approval on {entered}"),
            "ask whether they approve the text as it is now, and add that `[[approval]]` with its `date` and `link`"
                .to_owned(),
        ),
    };
    let message = format!("{who} approved on {date}, before {what}, so the approval does not count");
    let entered = round.entered.map(|(_, entered)| entered);
    let last = entry.events().iter().rev().find(|event| entered.is_some() && event.date.get() == entered.as_ref());
    let finding = facts.at(entry, approver.person_span, message).at_level(Level::Warning).help(help);
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

/// The group that `party` stands for; `None` for a field of the record, or a role wherever it is held.
fn group_of<'a>(facts: &Facts<'a>, entry: &Entry, party: &Party) -> Option<&'a Entry> {
    let group = match party {
        Party::Body(body) | Party::Role { of: Some(body), .. } => facts.site.body(body, entry),
        Party::Field(_) | Party::Role { of: None, .. } => None,
    };
    group.filter(|group| group.kind() == Kind::Group)
}

fn lists_all_members(facts: &Facts, group: &Entry) -> bool {
    let lists = |group: &Group| !group.member.items().is_empty() && group.member.is_complete();
    group.group().is_some_and(lists) && !facts.site.has_unclear_roles(group)
}

fn is_same_person(one: &Approver, other: &Approver) -> bool {
    one.person.map(|it| it.at) == other.person.map(|it| it.at)
}

/// Those whom the step asks, in the plural: `the maintainers`, ``those with the role `maintainer` in the group``.
fn asked_of(round: &Round) -> String {
    let others = round.asked.by.iter().filter(|party| !matches!(party, Party::Role { .. })).map(Party::title);
    let mut places: Vec<(String, Vec<&str>)> = Vec::new();
    for party in &round.asked.by {
        let Party::Role { role, of } = party else { continue };
        let place = of.as_ref().map_or(String::new(), |body| format!(" in {}", body.title));
        match places.iter_mut().find(|(other, _)| *other == place) {
            Some((_, roles)) => roles.push(role),
            None => places.push((place, vec![role])),
        }
    }
    let with_role = places.into_iter().map(|(at, roles)| format!("those with the role {}{at}", quoted(roles, "or")));
    list(others.chain(with_role), "or")
}
