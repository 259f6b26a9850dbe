//! People whose employer is needed on a day, and is not on record.

use crate::check::prelude::*;
use crate::document::person::Person;
use crate::fields::{PERSON, Ref};
use crate::site::{Standing, current_members};

/// Where it is needed to know for whom somebody works.
struct Place<'a> {
    date: Date,
    /// `who voted in the decision DEC-0002`.
    what: String,
    entry: &'a Entry,
    span: Span,
}

pub const FIND: Find = each!(person, find);

fn find(facts: &Facts, entry: &Entry, person: &Person) -> Option<Diagnostic> {
    let affiliation = &person.affiliation;
    let on = |date| match affiliation {
        Field::Stated(list) if list.unreadable.is_empty() => Some(format!(" on {date}")),
        Field::Absent => Some(String::new()),
        // A gap that is stated is an answer.
        Field::Stated(_) | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => None,
    };
    let places = seats(facts, entry).into_iter().chain(votes(facts, entry)).chain(approvals(facts, entry));
    let is_open = |place: &Place| facts.site.affiliations(entry, place.date).next().is_none();
    let open: Vec<Place> = places.filter(is_open).collect();
    let first = open.first()?;
    let message = format!("nothing says for whom {}, {}, works{}", name(entry), first.what, on(first.date)?);
    let help = "add `[[affiliation]]` with `organization` and `from`; who works for nobody names an organization that \
        says so, such as `independent`";
    let span = affiliation.span().or_else(|| person.name.span());
    let finding = facts.at(entry, span, message).help(help);
    Some(open.iter().take(3).fold(finding, |finding, it| finding.label(&it.entry.path, it.span, "it is needed here")))
}

/// Whether the profile asks for a balance of employers in `group`.
fn is_balanced(facts: &Facts, group: &Entry) -> bool {
    facts.site.asked_of(group).is_some_and(|asked| asked.max_affiliation_percent.is_some())
}

/// The records of `kind` that name `person` under `key`, each once, in the order of the paths.
fn naming<'a>(facts: &Facts<'a>, person: &'a Entry, kind: Kind, key: &'a str) -> Vec<&'a Entry> {
    let mut records: Vec<&Entry> = facts.site.referring(person, kind, key).collect();
    records.dedup_by_key(|record| record.at);
    records
}

/// The seats of `person` in groups in which employers are balanced.
fn seats<'a>(facts: &Facts<'a>, person: &'a Entry) -> Vec<Place<'a>> {
    let site = facts.site;
    let groups = naming(facts, person, Kind::Group, "member.person").into_iter().filter(|it| is_balanced(facts, it));
    let places = groups.flat_map(|entry| {
        let members = entry.group().map(|group| current_members(group, site.today)).unwrap_or_default();
        let theirs = members.into_values().filter(|term| is_person(facts, term.person.get(), person));
        theirs.filter_map(move |term| {
            let what = format!("who sits in {}", name(entry));
            Some(Place { date: site.today, what, entry, span: term.person.span()? })
        })
    });
    places.collect()
}

/// The votes of `person` in those groups.
fn votes<'a>(facts: &Facts<'a>, person: &'a Entry) -> Vec<Place<'a>> {
    let is_asked = |entry: &&Entry| facts.site.target(entry, "group").is_some_and(|group| is_balanced(facts, group));
    let decisions = naming(facts, person, Kind::Decision, "vote.person").into_iter().filter(is_asked);
    let places = decisions.filter_map(|entry| Some((entry, entry.decision()?))).flat_map(|(entry, decision)| {
        let theirs = decision.vote.items().iter().filter(|vote| is_person(facts, vote.person.get(), person));
        theirs.filter_map(move |vote| {
            let date = *vote.date.get().or_else(|| decision.decided.get())?;
            let what = format!("who voted in {}", name(entry));
            Some(Place { date, what, entry, span: vote.person.span()? })
        })
    });
    places.collect()
}

/// The approvals of `person` that count where several affiliations are asked for.
fn approvals<'a>(facts: &Facts<'a>, person: &'a Entry) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    for entry in naming(facts, person, Kind::Proposal, "approval.person") {
        let round = facts.site.approval_round(entry).filter(|round| round.asked.affiliations.is_some());
        let approvers = round.into_iter().flat_map(|round| round.approvers);
        let theirs = approvers.filter(|it| {
            it.standing == Standing::Counts && it.person.is_some_and(|approver| approver.at == person.at)
        });
        places.extend(theirs.filter_map(|approver| {
            let what = format!("who approved {}", name(entry));
            Some(Place { date: approver.date?, what, entry, span: approver.person_span })
        }));
    }
    places
}

fn is_person(facts: &Facts, reference: Option<&Ref<PERSON>>, person: &Entry) -> bool {
    reference.and_then(|it| facts.site.find(it)).is_some_and(|it| it.at == person.at)
}
