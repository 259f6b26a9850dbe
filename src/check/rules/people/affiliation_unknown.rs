//! People whose employer is needed on a day, and is not on record.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::document::person::Person;
use crate::fields::{ORGANIZATION, PERSON, Ref};
use crate::site::{Standing, current_members};

/// Where records name somebody whose employer may have to be known: the kind, the key, what it says that they did.
const NEEDED: [(Kind, &str, &str); 3] = [
    (Kind::Group, "member.person", "sits in"),
    (Kind::Decision, "vote.person", "voted in"),
    (Kind::Proposal, "approval.person", "approved"),
];

pub(crate) const FIND: Find = Find::Site(find);

/// For whom somebody works as minutes write it: the meeting, its day, the name of the organization, the place.
type Written<'a> = (&'a Entry, Date, &'a str, Span);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut written: HashMap<usize, Written> = HashMap::new();
    for meeting in facts.site.of_kind(Kind::Meeting) {
        let Some(date) = meeting.id.date() else { continue };
        for (person, organization, span) in facts.site.written_affiliations(meeting) {
            written.entry(person).or_insert((meeting, date, organization, span));
        }
    }
    let people = facts.site.of_kind(Kind::Person);
    people.filter_map(|it| of_person(facts, it, it.person()?, written.get(&it.at))).collect()
}

fn of_person(facts: &Facts, entry: &Entry, person: &Person, written: Option<&Written>) -> Option<Diagnostic> {
    let affiliation = &person.affiliation;
    // A gap that is stated is an answer.
    affiliation.is_complete().then_some(())?;
    let places = NEEDED.into_iter().flat_map(|(kind, key, did)| {
        let mut records: Vec<&Entry> = facts.site.referring(entry, kind, key).collect();
        records.dedup_by_key(|record| record.at);
        let days =
            |record| needed_on(facts, entry, record).into_iter().map(move |(date, span)| (date, span, record, did));
        records.into_iter().flat_map(days).collect::<Vec<_>>()
    });
    let is_open = |date: Date| facts.site.affiliations(entry, date).next().is_none();
    let open: Vec<(Date, Span, &Entry, &str)> = places.filter(|(date, ..)| is_open(*date)).collect();
    let Some((date, _, record, did)) = open.first() else {
        return in_minutes(facts, entry, person, written?);
    };
    let on = if affiliation.is_missing() { String::new() } else { format!(" on {date}") };
    let message = format!("nothing says for whom {}, who {did} {}, works{on}", name(entry), name(record));
    let help = "add `[[affiliation]]` with `organization` and `from`; who works for nobody names an organization that \
        says so, such as `independent`";
    let span = affiliation.span().or_else(|| person.name.span());
    let labels = open.iter().take(3).map(|(_, span, record, _)| (&record.path, *span, "it is needed here"));
    Some(facts.at(entry, span, message).help(help).labels(labels))
}

/// Minutes that write behind the name for whom `entry` works, where the directory says nothing of it.
fn in_minutes(facts: &Facts, entry: &Entry, person: &Person, written: &Written) -> Option<Diagnostic> {
    let (meeting, date, organization, span) = written;
    let message = format!(
        "{} says that {} is of {organization}, and the directory names no employer",
        name(meeting),
        name(entry)
    );
    let help = match facts.site.resolve(organization, ORGANIZATION).entry() {
        Some(known) => format!(
            "add `[[affiliation]]` with `organization = \"{}\"` and the first day, `from = {date}` or earlier",
            known.id.key
        ),
        None => format!(
            "write its page with `candor new organization \"{organization}\"`; then add `[[affiliation]]` with `organization` and \
             `from`, {date} or earlier"
        ),
    };
    let finding = facts.at(entry, person.name.span(), message).about((*organization).to_owned()).help(help);
    person.affiliation.is_missing().then(|| finding.label(&meeting.path, *span, "it is written here"))
}

/// The days on which it matters to `record` for whom `person` works, each with its place: of a seat and of votes where the
/// profile asks for a balance of employers, of approvals that count where several affiliations are asked for.
fn needed_on(facts: &Facts, person: &Entry, record: &Entry) -> Vec<(Date, Span)> {
    let (site, today) = (facts.site, facts.site.today);
    let is_balanced = |group: &Entry| site.asked_of(group).is_some_and(|asked| asked.max_affiliation_percent.is_some());
    let is_theirs =
        |field: &Field<Ref<PERSON>>| field.get().and_then(|it| site.find(it)).is_some_and(|it| it.at == person.at);
    if let Some(group) = record.group().filter(|_| is_balanced(record)) {
        let terms = current_members(group, today).into_values().filter(|term| is_theirs(&term.person));
        return terms.filter_map(|term| Some((today, term.person.span()?))).collect();
    }
    if let Some(decision) = record.decision().filter(|_| site.target(record, "group").is_some_and(is_balanced)) {
        let votes = decision.vote.items().iter().filter(|vote| is_theirs(&vote.person));
        let dated = votes.filter_map(|vote| Some((vote.date.get().or_else(|| decision.decided.get())?, vote)));
        return dated.filter_map(|(date, vote)| Some((*date, vote.person.span()?))).collect();
    }
    let round = site.approval_round(record).filter(|round| round.asked.affiliations.is_some());
    let counted = round.into_iter().flat_map(|round| round.approvers).filter(|it| it.standing == Standing::Counts);
    let theirs = counted.filter(|it| it.person.is_some_and(|approver| approver.at == person.at));
    theirs.filter_map(|approver| Some((approver.date?, approver.person_span))).collect()
}
