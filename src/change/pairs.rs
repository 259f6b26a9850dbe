//! Which record of the base is which record of the head. One value says it, which the rules and the comparison that people read
//! both ask; read backwards a change has the same pairs.

use std::collections::{HashMap, HashSet};

use crate::id::{Kind, Naming};
use crate::site::{Entry, Site};
use crate::tree::is_same_text;

use super::alike::{alike, changed_places};
use super::{Sites, corrections, wording};

/// By which marks two records are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// It has its file or its id still; or says which address it had, or by which decision it has another name.
    Kept,
    /// It says the same, or nearly, under another id, in another folder or as another kind of record.
    Alike,
}

/// Which records of the two sides are one, each of one side at most one of the other.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// What each record of the base is in the head, by their places there.
    after: Vec<Option<(usize, Tie)>>,
    /// What each record of the head was in the base.
    before: Vec<Option<usize>>,
    /// The record of the head that took in one of the base, beside its own.
    taken_in: HashMap<usize, usize>,
    /// The record of the head that a new one was part of before.
    part_of: HashMap<usize, usize>,
}

impl Pairing {
    /// The pairs of the two sites: what is untouched, what has its place, what says where it was, and what says the same.
    pub(super) fn of(base: &Site, head: &Site) -> Pairing {
        let none = Pairing::default();
        let sites = Sites { base, head, pairing: &none };
        let mut found = Pairing {
            after: vec![None; base.entries.len()],
            before: vec![None; head.entries.len()],
            ..Pairing::default()
        };
        for before in &base.entries {
            // Nearly all have kept their place.
            let near = head.entries.get(before.at).filter(|it| it.path == before.path);
            let same = near
                .or_else(|| head.at_path(&before.path))
                .filter(|it| it.kind() == before.kind() && is_same_text(&before.text, &it.text));
            found.tie(before, same, Tie::Kept);
        }
        let has_place = {
            let texts =
                |left: Vec<&'_ Entry>| -> HashSet<String> { left.iter().map(|it| it.text.to_string()).collect() };
            let (was, is) = (texts(found.gone(base)), texts(found.came(head)));
            let gone = found.gone(base);
            let in_place = gone.iter().filter_map(|before| Some((*before, head.at_path(&before.path)?)));
            let exchanged = changed_places(&in_place.collect::<Vec<_>>());
            // Two that change places take their texts with them, also where a few words of these differ.
            move |before: &Entry, after: &&Entry| {
                let is_elsewhere = is.contains(&*before.text) && was.contains(&*after.text);
                is_same_text(&before.text, &after.text) || !(is_elsewhere || exchanged.contains(&before.at))
            }
        };
        for before in found.gone(base) {
            let there = head.at_path(&before.path).filter(|after| has_place(before, after));
            let tie = if there.is_some_and(|it| it.kind() == before.kind()) { Tie::Kept } else { Tie::Alike };
            found.tie(before, there, tie);
        }
        for before in found.gone(base) {
            let there = head.record(&before.id).filter(|after| has_place(before, after));
            found.tie(before, there.filter(|after| !is_another_matter(sites, before, after)), Tie::Kept);
        }
        // A record that was there already and takes in another one goes on as what it was.
        let is_in = |site: &Site, it: &Entry| site.at_path(&it.path).is_some() || site.record(&it.id).is_some();
        for before in found.gone(base) {
            found.tie(before, head.renamed(before).filter(|after| !is_in(base, after)), Tie::Kept);
        }
        if let Some((before, after)) = found.pseudonym(sites) {
            found.tie(before, Some(after), Tie::Kept);
        }
        for after in found.came(head) {
            if let Some(before) = base.renamed(after).filter(|before| !is_in(head, before)) {
                found.tie(before, Some(after), Tie::Alike);
            }
        }
        for (before, after) in alike((base, found.gone(base)), (head, found.came(head))) {
            found.tie(before, Some(after), Tie::Alike);
        }
        // Whoever found no other place has kept its own.
        for before in found.gone(base) {
            let there = head.at_path(&before.path).filter(|after| after.kind() == before.kind());
            found.tie(before, there, Tie::Kept);
        }
        let taken_in = |before: &Entry| {
            let into = head.renamed(before)?;
            let was = found.before[into.at].and_then(|at| base.entries.get(at));
            was.is_none_or(|was| may_be_one(before, was)).then_some((before.at, into.at))
        };
        let into = found.gone(base).into_iter().filter_map(taken_in);
        let out_of = |after: &Entry| found.after.get(base.renamed(after)?.at).copied().flatten();
        let part_of = found.came(head).into_iter().filter_map(|after| Some((after.at, out_of(after)?.0)));
        let (taken_in, part_of) = (into.collect(), part_of.collect());
        Pairing { taken_in, part_of, ..found }
    }

    /// Makes one record of the two, where neither has another one yet.
    fn tie(&mut self, before: &Entry, after: Option<&Entry>, tie: Tie) {
        let Some(after) = after else { return };
        if self.after[before.at].is_none() && self.before[after.at].is_none() {
            self.after[before.at] = Some((after.at, tie));
            self.before[after.at] = Some(before.at);
        }
    }

    /// The records of the base that are none of the head so far.
    fn gone<'a>(&self, base: &'a Site) -> Vec<&'a Entry> {
        base.entries.iter().filter(|it| self.after[it.at].is_none()).collect()
    }

    /// The records of the head that were none of the base so far.
    fn came<'a>(&self, head: &'a Site) -> Vec<&'a Entry> {
        head.entries.iter().filter(|it| self.before[it.at].is_none()).collect()
    }

    /// The person of the base whose page is gone, and the new page under another name that says by which decision: where it is
    /// one of each, they are the same person, whose name is not to be found any more.
    fn pseudonym<'a>(&self, sites: Sites<'a, '_>) -> Option<(&'a Entry, &'a Entry)> {
        let is_person = |it: &&Entry| it.kind() == Kind::Person;
        let mut gone = self.gone(sites.base).into_iter().filter(|before| is_person(before) && !before.is_draft());
        let is_redacted = |after: &&Entry| {
            let redactions = after.common.redaction.items();
            is_person(after) && redactions.iter().any(|it| corrections::is_decided(sites, it))
        };
        let mut new = self.came(sites.head).into_iter().filter(is_redacted);
        let found = (gone.next()?, new.next()?);
        (gone.next().is_none() && new.next().is_none()).then_some(found)
    }

    /// What the record at this place of the base is in the head, and by which marks.
    pub(super) fn after(&self, before: &Entry) -> Option<(usize, Tie)> {
        self.after.get(before.at).copied().flatten()
    }

    /// What a record of the head was in the base.
    pub(super) fn before(&self, after: &Entry) -> Option<usize> {
        self.before.get(after.at).copied().flatten()
    }

    /// Where in the head the name of a record of the base leads: to what it is, or to what took it in.
    pub(super) fn leads_to(&self, before: &Entry) -> Option<usize> {
        self.after(before).map(|(at, _)| at).or_else(|| self.taken_in.get(&before.at).copied())
    }

    /// The record of the head that `after`, one of the head, was part of before; `None` for one that was not.
    pub(super) fn part_of(&self, after: &Entry) -> Option<usize> {
        self.part_of.get(&after.at).copied()
    }
}

/// The record `before` of the base and what it is in the head; `None` when it is gone, is a draft again, is another kind of record
/// or has another number, or is as it was.
pub(super) fn touched<'a>(sites: Sites<'a, '_>, before: &'a Entry) -> Option<(&'a Entry, &'a Entry)> {
    let after = kept(sites, before)?;
    (!is_same_text(&before.text, &after.text) && !after.is_draft()).then_some((before, after))
}

/// What `before` is in the head by itself or by what it says; `None` when it only looks like something there.
pub(super) fn kept<'a>(sites: Sites<'a, '_>, before: &Entry) -> Option<&'a Entry> {
    let (at, _) = sites.pairing.after(before).filter(|(_, tie)| *tie == Tie::Kept)?;
    sites.head.entries.get(at)
}

/// Whether a record of the base is gone: no record has its id, or it is a draft again. A record that is called by its name
/// or its day may be renamed when the new file has the old address in its `redirects`.
/// So may a person whose name is to be forgotten.
pub(super) fn is_deleted(sites: Sites, before: &Entry) -> bool {
    let is_one_number = |after: &Entry| after.id == before.id || after.id.canonical() == before.id.canonical();
    let has_its_number = |after: &Entry| !is_numbered(before) || is_one_number(after);
    let is_there = |after: &Entry| !after.is_draft() && has_its_number(after);
    let is_kept = kept(sites, before).is_some_and(is_there) || sites.pairing.taken_in.contains_key(&before.at);
    !is_kept && reused(sites, before).is_none()
}

/// The record `before` of the base, whose file is gone, and the new one of the head that has its number for another matter;
/// `None` when there is no such record.
pub(super) fn reused<'a>(sites: Sites<'a, '_>, before: &'a Entry) -> Option<(&'a Entry, &'a Entry)> {
    // Nearly all have kept their place.
    let is_near = || sites.head.entries.get(before.at).is_some_and(|it| it.path == before.path);
    if is_near() || sites.head.at_path(&before.path).is_some() {
        return None;
    }
    let after = sites.head.record(&before.id)?;
    (sites.pairing.before(after).is_none()).then_some((before, after))
}

/// Whether two records that stood side by side can have been one, so that either may take the other in: a person under two names,
/// minutes of one day. What was published by itself is on record by itself.
fn may_be_one(gone: &Entry, stays: &Entry) -> bool {
    let is_one_person = || gone.person().zip(stays.person()).is_some_and(|(gone, stays)| gone.is_same_as(stays));
    match gone.kind() {
        Kind::Person => is_one_person(),
        Kind::Meeting => gone.id.date() == stays.id.date(),
        Kind::Report => false,
        Kind::Sow
        | Kind::Proposal
        | Kind::Decision
        | Kind::Rfp
        | Kind::Bounty
        | Kind::Contractor
        | Kind::Service
        | Kind::Organization
        | Kind::Group
        | Kind::Roadmap
        | Kind::Survey
        | Kind::Pledge
        | Kind::Page => true,
    }
}

/// Whether the number went from one matter to another: another file, another title, another beginning. Where the record
/// does not say how it began, its text must be another one.
fn is_another_matter(sites: Sites, before: &Entry, after: &Entry) -> bool {
    let begins = |entry: &Entry| {
        let first = entry.status.as_ref().and_then(|status| status.steps.first());
        first.map(|step| (step.state.clone(), step.date))
    };
    is_numbered(before)
        && before.path != after.path
        && before.stated_title() != after.stated_title()
        && match begins(before) {
            Some(beginning) => begins(after) != Some(beginning),
            None => !wording::passages(sites, &[], before, after).is_empty(),
        }
}

/// Whether the record has a number, which stays with its matter; a file that was kept under a name has none.
fn is_numbered(entry: &Entry) -> bool {
    entry.kind().naming() == Naming::Numbered && entry.id.number().is_some()
}
