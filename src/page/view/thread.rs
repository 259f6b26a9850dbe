//! The thread of a matter: the records that belong together, where each of them is, and what happened to all of them.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::id::Kind;
use crate::site::{Entry, Matter};
use crate::text::{Date, capitalised};
use crate::words::{self, Word};

use super::View;
use super::block::Block;
use super::part::Part;
use super::strip::Strip;

/// A record in the thread of a matter.
#[derive(Serialize)]
pub(super) struct ThreadLine {
    record: Part,
    kind: String,
    /// Whether it is the record that the page is about.
    is_here: bool,
    position: Option<Strip>,
}

/// A record that waits for somebody, in a list of those.
#[derive(Serialize)]
pub(super) struct QueueLine {
    record: Part,
    kind: String,
    /// Whether the list says whom it is with: not where all are with the same.
    has_holder: bool,
    position: Strip,
}

/// How many matters that a decision or a contract bears on are shown one by one.
const MATTERS: usize = 40;
/// How many records are shown that answer the same proposal as the one that a page is about.
const SIBLINGS: usize = 8;

impl View<'_> {
    /// The records that belong together with `entry`; `None` where it stands alone. For a decision or a contractor, where the
    /// matters are that it bears on.
    pub(crate) fn thread(&self, entry: &Entry) -> Option<Block> {
        let block = |title, lines: Vec<ThreadLine>| Block::of("thread", title, given! { thread: lines });
        if let Some(matter) = self.site.matter(entry) {
            let lines: Vec<ThreadLine> = self.named_in_thread(entry).map(|it| self.thread_line(it, entry)).collect();
            let others = matter.records.len() + matter.decisions.len() + matter.contractors.len() - lines.len();
            let note = (others > 0).then(|| words::others_of_matter(others));
            return (lines.len() > 1).then(|| Block { note, ..block(words::WHOLE_MATTER, lines) });
        }
        let lines: Vec<ThreadLine> = self.named_in_thread(entry).map(|lead| self.thread_line(lead, entry)).collect();
        (!lines.is_empty()).then(|| block(words::WHERE_THAT_IS_NOW, lines))
    }

    /// The records of its matter that the thread of `entry` names: those that lead to it and follow from it, and the first few of
    /// what else answers the same proposal. For a decision or a contractor the records in which its matters are now.
    pub(super) fn named_in_thread<'v>(&'v self, entry: &'v Entry) -> impl Iterator<Item = &'v Entry> {
        let line = self.site.line_of(entry);
        let known: BTreeSet<usize> = line.iter().map(|it| it.at).collect();
        let matter = self.site.matter(entry);
        let siblings =
            matter.into_iter().flat_map(|it| &it.records).filter(move |at| !known.contains(at)).take(SIBLINGS);
        let leads = self.site.matters_of(entry).filter(move |_| matter.is_none()).map(|matter| &matter.lead);
        line.into_iter().chain(siblings.chain(leads.take(MATTERS)).map(|at| &self.site.entries[*at]))
    }

    /// The records of a matter, from the proposals to the contracts.
    pub(super) fn records_of<'m>(&'m self, matter: &'m Matter) -> Vec<&'m Entry> {
        let all = matter.records.iter().chain(&matter.decisions).chain(&matter.contractors);
        all.map(|at| &self.site.entries[*at]).collect()
    }

    fn thread_line(&self, it: &Entry, here: &Entry) -> ThreadLine {
        ThreadLine {
            record: self.record_link(it),
            kind: capitalised(&self.singular(it.kind())),
            is_here: it.at == here.at,
            position: self.strip(it).map(|strip| Strip { path: Vec::new(), ..strip }),
        }
    }

    /// What waits for `whom`, those that wait longest first; `None` when nothing does.
    pub(super) fn queue(&self, whom: &Entry, title: Word) -> Option<Block> {
        let is_with_it = |entry: &Entry| {
            self.site.holder(entry).is_some_and(|(_, holders)| holders.iter().any(|holder| holder.at == whom.at))
        };
        let lines = self.site.queue(whom).filter_map(|entry| self.queue_line(entry, !is_with_it(entry)));
        Block::counted("queue", title, "queue", lines.collect())
    }

    /// What comes to the group `whom` with its next step; `None` when nothing does.
    pub(super) fn coming(&self, whom: &Entry) -> Option<Block> {
        let lines = self.site.coming_to(whom).filter_map(|entry| self.queue_line(entry, true));
        Block::counted("coming", words::COMES_NEXT, "queue", lines.collect())
    }

    /// A record in a list of those that wait or that others can take part in; `None` where its state is not known.
    pub(super) fn queue_line(&self, entry: &Entry, has_holder: bool) -> Option<QueueLine> {
        Some(QueueLine {
            record: self.record_link(entry),
            kind: capitalised(&self.singular(entry.kind())),
            has_holder,
            position: Strip { path: Vec::new(), ..self.strip(entry)? },
        })
    }

    /// What happened to the other records of the matter of `entry`, until today, the latest first: the day, the record and
    /// what it became.
    pub(super) fn elsewhere(&self, entry: &Entry) -> Vec<(Date, &Entry, Part)> {
        let Some(matter) = self.site.matter(entry) else { return Vec::new() };
        let mut steps: Vec<(Date, &Entry, Part)> = Vec::new();
        for other in self.site.line_of(entry).into_iter().filter(|other| other.at != entry.at) {
            let other = &self.site.entries[other.at];
            let dated = other.steps().iter().filter(|step| step.is_dated && step.date <= self.site.today);
            steps.extend(dated.map(|step| (step.date, other, self.state_named(other.kind(), &step.state))));
            if other.kind() == Kind::Contractor {
                steps.extend(self.contract_days(matter, other));
            }
        }
        // Of several on one day the last written comes first, as in the history of one record.
        steps.reverse();
        steps.sort_by_key(|(date, ..)| std::cmp::Reverse(*date));
        steps
    }

    /// The days until today on which contracts of `contractor` over the statements of work of a matter began and ended.
    fn contract_days<'v>(&'v self, matter: &Matter, contractor: &'v Entry) -> Vec<(Date, &'v Entry, Part)> {
        let contracts = contractor.contractor().map_or(&[][..], |it| it.contract.items());
        let is_over_it = |sow: &Entry| matter.records.contains(&sow.at);
        let days = contracts.iter().filter(|contract| {
            contract.sows.items().iter().filter_map(|sow| self.site.find(&sow.value)).any(is_over_it)
        });
        days.flat_map(|contract| {
            let begun = contract.starts.get().map(|day| (*day, words::contract_begins(contract.id.text())));
            let ended = contract.ends.get().map(|day| (*day, words::contract_ends(contract.id.text())));
            begun.into_iter().chain(ended)
        })
        .filter(|(day, _)| *day <= self.site.today)
        .map(|(day, text)| (day, contractor, Part::text(text)))
        .collect()
    }
}
