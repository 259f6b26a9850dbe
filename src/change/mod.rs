//! What a change does to the record, as one value made from two sites: which records it touches, takes out and brings in,
//! and what differs in each of them.
//!
//! Everything is compared by what it means: values as they are parsed, references by the record that they lead to, texts
//! without white space and without the destinations of their links. What is right or wrong about a change is not known
//! here; rules judge it.

pub mod addresses;
mod alike;
mod ballots;
mod corrections;
mod pairs;
mod slips;
mod steps;
mod substance;
mod values;
mod wording;

use std::collections::HashMap;

use rayon::prelude::*;

use crate::document::Event;
use crate::fields::{At, Field, Ref};
use crate::id::{Kind, RecordId};
use crate::site::{Entry, Site};

pub use ballots::{BallotChange, BallotKind, Voice};
pub use corrections::Corrections;
pub use steps::{Backdated, EditedStep, RemovedStep, Steps};
pub(crate) use substance::PROGRESS;
pub use substance::Substance;
pub(crate) use values::is_same;
pub use values::{KeyEdit, ValueChange};
pub use wording::Passage;

/// A change of the record. Pages and drafts are not part of it: anyone may rewrite them.
#[derive(Debug)]
pub struct Change<'a> {
    /// The site that the change starts from.
    pub base: &'a Site,
    /// The site with the change.
    pub head: &'a Site,
    /// The records that both have and whose text differs, in the order of their paths in the base.
    pub pairs: Vec<Pair<'a>>,
    /// Records of the base that are gone or are drafts again, in the order of their paths.
    pub deleted: Vec<&'a Entry>,
    /// Records of the head that are new, in the order of their paths.
    pub added: Vec<&'a Entry>,
    /// Records of the base whose number another matter has in the head, with the record that has it now, in the order of
    /// their paths in the base. The new ones are among the added.
    pub reused: Vec<(&'a Entry, &'a Entry)>,
    /// Which records of the two sites are one.
    pairing: pairs::Pairing,
    /// The pair of each entry of the head, by its place there.
    by_entry: HashMap<usize, usize>,
}

/// One record before and after the change, and what differs between the two.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The record in the base.
    pub before: &'a Entry,
    /// The same record in the head, which may have another path or another name there.
    pub after: &'a Entry,
    /// What happened to its events.
    pub steps: Steps<'a>,
    /// Votes, objections, approvals, answers and outcomes that are gone or altered, and days to take part that come sooner.
    pub ballots: Vec<BallotChange<'a>>,
    /// The values of the front matter that differ, in the order of the keys. Empty when one of the two front matters cannot
    /// be read. Free keys (`x-…`) and those that every record may say about itself are left out.
    pub values: Vec<ValueChange>,
    /// The passages of the text that differ, in their order; empty when both texts say the same.
    pub wording: Vec<Passage>,
    /// What the record itself says of the change.
    pub corrections: Corrections<'a>,
}

impl<'a> Change<'a> {
    /// The change that leads from `base` to `head`. Total.
    pub fn between(base: &'a Site, head: &'a Site) -> Change<'a> {
        let pairing = pairs::Pairing::of(base, head);
        let sites = Sites { base, head, pairing: &pairing };
        let names = wording::renamed(sites);
        let records = || base.entries.iter().filter(|before| is_record(before));
        let touched: Vec<(&Entry, &Entry)> = records().filter_map(|before| pairs::touched(sites, before)).collect();
        let pairs: Vec<Pair> =
            touched.into_par_iter().map(|(before, after)| Pair::of(sites, &names, before, after)).collect();
        let deleted = records().filter(|before| pairs::is_deleted(sites, before)).collect();
        let reused: Vec<(&Entry, &Entry)> = records().filter_map(|before| pairs::reused(sites, before)).collect();
        let is_new = |after: &&Entry| {
            let was =
                sites.predecessor(after).filter(|before| is_record(before) && pairs::kept(sites, before).is_some());
            is_record(after) && was.is_none()
        };
        let added = head.entries.iter().filter(is_new).collect();
        let by_entry = pairs.iter().enumerate().map(|(at, pair)| (pair.after.at, at)).collect();
        Change { base, head, pairs, deleted, added, reused, by_entry, pairing }
    }

    /// The pair of `after`, a record of the head; `None` when the change does not touch it or brings it in.
    pub fn pair(&self, after: &Entry) -> Option<&Pair<'a>> {
        self.by_entry.get(&after.at).map(|at| &self.pairs[*at])
    }

    /// Every record of either side with what it is on the other: those of the base in their order, then the new ones.
    pub fn records(&self) -> impl Iterator<Item = (Option<&'a Entry>, Option<&'a Entry>)> {
        let new = self.head.entries.iter().filter(|after| self.before(after).is_none());
        let after = |before: &Entry| self.pairing.after(before).map(|(at, _)| &self.head.entries[at]);
        let old = self.base.entries.iter().map(move |before| (Some(before), after(before)));
        old.chain(new.map(|after| (None, Some(after))))
    }

    /// What `before`, a record or a page of the base, is in the head, also where it only says the same, or what took it in there;
    /// `None` when it is gone.
    pub fn after(&self, before: &Entry) -> Option<&'a Entry> {
        self.sites().successor(before)
    }

    /// What `after`, a record or a page of the head, was in the base; `None` when it is new.
    pub fn before(&self, after: &Entry) -> Option<&'a Entry> {
        self.sites().predecessor(after)
    }

    /// Whether `before`, a record of the base, is among the deleted.
    pub fn is_deleted(&self, before: &Entry) -> bool {
        self.deleted.binary_search_by_key(&before.at, |it| it.at).is_ok()
    }

    /// The record of the head that has the number of `before`, a record of the base, for another matter; `None` when the
    /// number still means what it meant.
    pub fn reused_by(&self, before: &Entry) -> Option<&'a Entry> {
        self.reused.iter().find(|(it, _)| it.at == before.at).map(|(_, after)| *after)
    }

    /// Whether `before`, a record of the base, is deleted, or gave its number to another matter.
    pub fn is_lost(&self, before: &Entry) -> bool {
        self.is_deleted(before) || self.reused_by(before).is_some()
    }

    /// The two front matters, with the record in the place of each reference that means one (`person/ada`), so that another
    /// spelling is no difference; `None` when one of them cannot be read.
    pub(crate) fn fronts(&self, before: &Entry, after: &Entry) -> Option<(toml::Table, toml::Table)> {
        let sites = self.sites();
        // What is a reference in one kind of record is a word in another.
        let is_one_kind = before.kind() == after.kind();
        let read = |side, entry: &Entry| match entry.front {
            Some(_) if !is_one_kind => values::as_written(entry),
            Some(_) => values::front(sites, side, entry),
            None => Some(toml::Table::new()),
        };
        Some((read(Side::Before, before)?, read(Side::After, after)?))
    }

    /// Whether a reference of the base and one of the head lead to the same record, however they are spelled and whatever
    /// it is called now.
    pub fn is_same_reference<const KINDS: u32>(&self, before: &Field<Ref<KINDS>>, after: &Field<Ref<KINDS>>) -> bool {
        self.sites().is_same_reference(before, after)
    }

    /// The id of the record that `text`, a reference of the base, leads to, as it is called in the head; `None` when it leads nowhere.
    pub fn called_before(&self, text: &str, kinds: u32) -> Option<RecordId> {
        self.sites().target(Side::Before, text, kinds)
    }

    /// The same for a reference of the head.
    pub fn called_after(&self, text: &str, kinds: u32) -> Option<RecordId> {
        self.sites().target(Side::After, text, kinds)
    }

    fn sites(&self) -> Sites<'a, '_> {
        Sites { base: self.base, head: self.head, pairing: &self.pairing }
    }
}

impl<'a> Pair<'a> {
    /// The place of `event` among those of the record in the head, counted from zero; `None` when it is none of them.
    pub fn place_of(&self, event: &At<Event>) -> Option<usize> {
        self.after.events().iter().position(|it| std::ptr::eq(it, event))
    }

    fn of(sites: Sites<'a, '_>, names: &[wording::Renamed], before: &'a Entry, after: &'a Entry) -> Pair<'a> {
        Pair {
            before,
            after,
            steps: steps::steps(sites, before, after),
            ballots: ballots::ballots(sites, before, after),
            values: values::values(sites, before, after),
            wording: wording::passages(sites, names, before, after),
            corrections: corrections::corrections(sites, before, after),
        }
    }
}

/// Whether `entry` is a record that is to be kept: not a draft, not a page.
fn is_record(entry: &Entry) -> bool {
    entry.kind() != Kind::Page && !entry.is_introduction() && !entry.is_draft()
}

/// The two sites, for what is compared across them.
#[derive(Clone, Copy)]
struct Sites<'a, 'p> {
    base: &'a Site,
    head: &'a Site,
    pairing: &'p pairs::Pairing,
}

/// On which of the two sites something is written.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

impl<'a> Sites<'a, '_> {
    /// What a record of the base is in the head, or what took it in there.
    fn successor(self, before: &Entry) -> Option<&'a Entry> {
        self.pairing.leads_to(before).and_then(|at| self.head.entries.get(at))
    }

    /// What a record of the head was in the base.
    fn predecessor(self, after: &Entry) -> Option<&'a Entry> {
        self.pairing.before(after).and_then(|at| self.base.entries.get(at))
    }

    /// The id of the record that `text` leads to, as it is in the head, numbers without leading zeros; `None` when it leads nowhere in
    /// both. What leads nowhere on its own side may lead somewhere on the other, so that words that did not change never
    /// count as changed because a record came or went.
    fn target(self, side: Side, text: &str, kinds: u32) -> Option<RecordId> {
        let called = |entry: &'a Entry| entry.id.canonical();
        let in_base = || {
            let before = self.base.resolve(text, kinds).entry()?;
            Some(called(self.successor(before).unwrap_or(before)))
        };
        let in_head = || {
            let after = self.head.resolve(text, kinds).entry()?;
            Some(called(self.pairing.part_of(after).map_or(after, |at| &self.head.entries[at])))
        };
        match side {
            Side::Before => in_base().or_else(in_head),
            Side::After => in_head().or_else(in_base),
        }
    }

    /// `false` when one of the two is not stated.
    fn is_same_reference<const KINDS: u32>(self, before: &Field<Ref<KINDS>>, after: &Field<Ref<KINDS>>) -> bool {
        let (Some(was), Some(is)) = (before.get(), after.get()) else { return false };
        let target = |side: Side, reference: &Ref<KINDS>| self.target(side, reference.as_str(), KINDS);
        was.0 == is.0 || target(Side::Before, was).is_some_and(|was| Some(was) == target(Side::After, is))
    }
}

/// An id in words that no other record shares.
fn spelled(id: &RecordId) -> String {
    match id.prefix() == id.kind.usual_prefix() {
        true => format!("{}/{}", id.kind, id.key),
        false => id.to_string(),
    }
}

/// `text` with one space for each run of white space, and none at its ends.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
