//! Approvals: who gave them, for whom they stood on that day, and whether they count for the step that asks for them.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Event;
use crate::document::proposal::Approval;
use crate::fields::{At, ORGANIZATION, PERSON};
use crate::id::Kind;
use crate::text::{Date, Span};
use crate::workflow::{Approvals, Evidence, Guard, Party, Transition};

use super::{Entry, Site};

/// What an approval weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is one of those that are counted.
    Counts,
    /// The directory does not know the person, or the record not the day.
    Unclear,
    /// The person is among those whose approvals do not count, such as the proposer.
    Own,
    /// The person was not among those who are asked, on that day.
    Outsider,
    /// Given before the record entered the state that the step leaves: the text may have been another one.
    Stale,
    /// Given after the step was taken.
    Late,
    /// The person approved before.
    Repeated,
}

/// One approval with what the directory knows of the person on that day.
#[derive(Debug, Clone)]
pub struct Approver<'a> {
    /// As written.
    pub name: &'a str,
    /// `None` when the directory does not know them.
    pub person: Option<&'a Entry>,
    /// The day on which it was given; `None` when none is stated or it is no date.
    pub date: Option<Date>,
    /// Where the approval can be seen, as written; `None` when nothing is stated.
    pub link: Option<&'a str>,
    /// The sort of seat that they held among those who are asked, else their role there.
    pub seat: Option<&'a str>,
    /// What it weighs, and if nothing, why.
    pub standing: Standing,
    /// Where the approval is written, and where the person is.
    pub span: Span,
    /// The name in it; the whole approval, where that has no name.
    pub person_span: Span,
}

/// The approvals of a record, looked at for the step that asks for them.
#[derive(Debug, Clone)]
pub struct Round<'a> {
    /// How many approvals are asked for, by whom and from how many organizations.
    pub asked: &'a Approvals,
    /// The evidence that asks for them; within an exception or a choice, the part that does.
    pub need: &'a Evidence,
    /// The step of the workflow that needs them: the last one taken on approvals, else the first that asks for any.
    pub transition: &'a Transition,
    /// The step, once it was taken.
    pub event: Option<&'a At<Event>>,
    /// The day on which they are counted: that of the step, else today.
    pub on: Date,
    /// The state that the step leaves and the day on which the record entered it; `None` when it was not in it yet.
    pub entered: Option<(&'a str, Date)>,
    /// In the order in which they are written.
    pub approvers: Vec<Approver<'a>>,
    /// How many different people have to approve.
    pub needed: u32,
    /// How many different people's approvals count.
    pub people: usize,
    /// From how many organizations, each person standing for one.
    pub affiliations: usize,
}

impl Round<'_> {
    /// Whether there are as many as are asked for.
    pub fn is_enough(&self) -> bool {
        is_enough(self.asked, self.needed, self.people, self.affiliations)
    }
}

pub(super) fn is_enough(asked: &Approvals, needed: u32, people: usize, affiliations: usize) -> bool {
    people >= needed as usize && asked.affiliations.is_none_or(|least| affiliations >= least as usize)
}

impl Site {
    /// The approvals of `entry` for the last step that it took on approvals, else for the first step that asks for them;
    /// `None` when no step does.
    pub fn approval_round<'a>(&'a self, entry: &'a Entry) -> Option<Round<'a>> {
        let workflow = self.profile.kind(entry.kind())?;
        let events = entry.events();
        let taken = (1..events.len()).rev().find_map(|at| {
            let (event, before) = (&events[at], &events[at - 1]);
            let date = *event.date.get()?;
            let transition = workflow.step(before.to.get().map(String::as_str), event.to.get()?, date)?;
            let (need, asked) = asking(&transition.needs)?;
            Some((transition, need, asked, Some(event), date))
        });
        let next = || {
            let mut steps = workflow.transitions.iter().filter(|step| step.applies_on(self.today));
            steps.find_map(|transition| {
                let (need, asked) = asking(&transition.needs)?;
                Some((transition, need, asked, None, self.today))
            })
        };
        let (transition, need, asked, event, on) = taken.or_else(next)?;
        let before = events.iter().take_while(|other| event.is_none_or(|event| other.span != event.span));
        let entered = before
            .filter_map(|other| Some((other.to.get()?.as_str(), *other.date.get()?)))
            .filter(|(to, _)| transition.leaves(Some(to)))
            .last();
        // What was approved before the record came there is not this text; so nothing is as long as it has not.
        let from = asked.fresh.then(|| entered.map_or(Date::MAX, |(_, date)| date));
        let approvers = self.approvers(entry, asked, from, on);
        let (people, affiliations) = self.count(&approvers);
        let needed = self.approvals_needed(entry, asked, on);
        Some(Round { asked, needed, need, transition, event, on, entered, approvers, people, affiliations })
    }

    /// How many different people have to approve of `entry` on `on`: where that is a share, of those whose approvals count then.
    pub fn approvals_needed<'a>(&'a self, entry: &Entry, asked: &Approvals, on: Date) -> u32 {
        if let Some(number) = asked.count.fixed() {
            return number;
        }
        let meant = asked.by.iter().flat_map(|party| self.party(party, entry, on));
        let members = |it: &'a Entry| -> Vec<&'a Entry> { self.members_on(it, on).map(|(person, _)| person).collect() };
        let people = meant.flat_map(|it| if it.kind() == Kind::Group { members(it) } else { vec![it] });
        let counting = people.filter(|person| !self.is_among(&asked.except, entry, person, on));
        asked.count.of(counting.map(|person| person.at).collect::<BTreeSet<usize>>().len())
    }

    /// How many different people approved from `from` until `on` as `asked`, and from how many organizations.
    pub fn approvals(&self, entry: &Entry, asked: &Approvals, from: Option<Date>, on: Date) -> (usize, usize) {
        self.count(&self.approvers(entry, asked, from, on))
    }

    fn approvers<'a>(&'a self, entry: &'a Entry, asked: &Approvals, from: Option<Date>, on: Date) -> Vec<Approver<'a>> {
        let approvals = entry.proposal().map_or(&[][..], |proposal| proposal.approval.items());
        let mut counted = BTreeSet::new();
        approvals
            .iter()
            .map(|approval| {
                let mut approver = self.approver(entry, approval, asked);
                let is_in_time = |date: Date| match (date > on, from.is_some_and(|from| date < from)) {
                    (true, _) => Standing::Late,
                    (false, true) => Standing::Stale,
                    (false, false) => Standing::Counts,
                };
                if let (Standing::Counts, Some(date), Some(person)) =
                    (approver.standing, approver.date, approver.person)
                {
                    approver.standing = match is_in_time(date) {
                        Standing::Counts if !counted.insert(person.at) => Standing::Repeated,
                        standing => standing,
                    };
                }
                approver
            })
            .collect()
    }

    /// The approval without a look at its time.
    fn approver<'a>(&'a self, entry: &'a Entry, approval: &'a At<Approval>, asked: &Approvals) -> Approver<'a> {
        let name = approval.person.text();
        let person = approval.person.get().and_then(|it| self.resolve(it.as_str(), PERSON).entry());
        let date = approval.date.get().copied();
        let mut approver = Approver {
            name,
            person,
            date,
            link: approval.link.get().map(|link| link.0.as_str()),
            seat: None,
            standing: Standing::Unclear,
            span: approval.span,
            person_span: approval.person.span().unwrap_or(approval.span),
        };
        if let (Some(person), Some(date)) = (person, date) {
            approver.seat = self.seat_among(&asked.by, entry, person, date);
            approver.standing = match (
                self.is_among(&asked.except, entry, person, date),
                asked.by.is_empty() || self.is_among(&asked.by, entry, person, date),
            ) {
                (true, _) => Standing::Own,
                (false, false) => Standing::Outsider,
                (false, true) => Standing::Counts,
            };
        }
        approver
    }

    fn count(&self, approvers: &[Approver]) -> (usize, usize) {
        let counted = approvers.iter().filter(|approver| approver.standing == Standing::Counts);
        let organizations: Vec<BTreeSet<String>> =
            counted.clone().filter_map(|approver| Some(self.organizations(approver.person?, approver.date?))).collect();
        (counted.count(), distinct(&organizations))
    }

    /// Whether `person` is one of `parties` on `date`, or a member of one.
    pub fn is_among(&self, parties: &[Party], entry: &Entry, person: &Entry, date: Date) -> bool {
        parties
            .iter()
            .flat_map(|party| self.party(party, entry, date))
            .any(|party| party.at == person.at || (party.kind() == Kind::Group && self.is_member(person, party, date)))
    }

    fn seat_among<'a>(&'a self, parties: &[Party], entry: &Entry, person: &Entry, date: Date) -> Option<&'a str> {
        let groups = parties.iter().filter_map(|party| match party {
            Party::Body(body) | Party::Role { of: Some(body), .. } => self.body(body, entry),
            Party::Field(_) | Party::Role { of: None, .. } => None,
        });
        let mut terms = groups.flat_map(|group| self.members_on(group, date));
        let (_, term) = terms.find(|(member, _)| member.at == person.at)?;
        term.seat.get().map(String::as_str).or_else(|| term.role.get().map(|role| role.as_str()))
    }

    /// The organizations that `person` works for on `date`, each under one name however the record spells it.
    pub fn organizations(&self, person: &Entry, date: Date) -> BTreeSet<String> {
        let named = self.affiliations(person, date);
        named
            .map(|name| match self.resolve(name, ORGANIZATION).entry() {
                Some(organization) => organization.id.key.to_string(),
                None => name.to_lowercase(),
            })
            .collect()
    }
}

/// The first need that asks for approvals, also as an exception's other side.
fn asking(needs: &[Evidence]) -> Option<(&Evidence, &Approvals)> {
    needs.iter().find_map(|need| match &need.guard {
        Guard::Approvals(asked) => Some((need, asked)),
        Guard::Unless { needs, .. } | Guard::Any { needs } => asking(needs),
        Guard::Section { .. }
        | Guard::Field { .. }
        | Guard::Link { .. }
        | Guard::Decision { .. }
        | Guard::Elapsed { .. }
        | Guard::Count { .. }
        | Guard::AllMet { .. }
        | Guard::Agreed { .. }
        | Guard::Before { .. }
        | Guard::State { .. } => None,
    })
}

/// For how many different organizations people can stand who work for these, when each stands for one: whoever changes
/// employers on the day, or has two, is still one voice.
fn distinct(people: &[BTreeSet<String>]) -> usize {
    let mut held: BTreeMap<&str, usize> = BTreeMap::new();
    (0..people.len()).filter(|person| seat(people, *person, &mut held, &mut BTreeSet::new())).count()
}

/// Gives `person` an organization, if need be by moving others to another one of theirs.
fn seat<'a>(
    people: &'a [BTreeSet<String>],
    person: usize,
    held: &mut BTreeMap<&'a str, usize>,
    seen: &mut BTreeSet<&'a str>,
) -> bool {
    for organization in &people[person] {
        if !seen.insert(organization) {
            continue;
        }
        let holder = held.get(organization.as_str()).copied();
        if holder.is_none_or(|holder| seat(people, holder, held, seen)) {
            held.insert(organization, person);
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(people: &[&[&str]]) -> usize {
        let people: Vec<BTreeSet<String>> =
            people.iter().map(|names| names.iter().map(|name| (*name).to_owned()).collect()).collect();
        distinct(&people)
    }

    #[test]
    fn one_person_stands_for_one_organization() {
        assert_eq!(of(&[&["amazon"], &["amazon"], &["google"]]), 2);
        assert_eq!(of(&[&["amazon", "google"]]), 1);
        assert_eq!(of(&[&["amazon", "google"], &["amazon"]]), 2);
        assert_eq!(of(&[&["amazon", "google", "intel"], &["amazon"], &["amazon"]]), 2);
        assert_eq!(of(&[&[], &["intel"], &[]]), 1);
        assert_eq!(of(&[]), 0);
    }
}
