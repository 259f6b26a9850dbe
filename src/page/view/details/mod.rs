//! What a kind shows beyond text and facts: tables and lists, all of one shape.

mod contractor;
mod decision;
mod group;
mod meeting;
mod person;
mod pledge;
mod roadmap;
mod service;
mod sow;
mod vacancies;

use serde::Serialize;

use crate::document::Record;
use crate::id::Kind;
use crate::site::Entry;

use super::View;
use super::actions::ActionView;
use super::part::{Part, TallyView};

/// A section that the site adds to a record.
#[derive(Serialize, Default)]
pub struct Block {
    /// Its anchor; has a dot, so that no heading of the text can have the same.
    pub id: String,
    pub title: String,
    pub count: Option<usize>,
    /// A sentence above it.
    pub note: Option<String>,
    pub columns: Vec<String>,
    /// Cells in the order of the columns; each holds parts.
    pub rows: Vec<Vec<Vec<Part>>>,
    /// Lines of a list, each of parts.
    pub items: Vec<Vec<Part>>,
    /// Short things in one run, such as names.
    pub run: Vec<Part>,
    /// A word, and what is said under it.
    pub groups: Vec<Labelled>,
    /// Places with those who fill them.
    pub chairs: Vec<Labelled>,
    pub agenda: Vec<AgendaItem>,
    pub actions: Vec<ActionView>,
    pub terms: Option<Terms>,
    pub quotes: Vec<Quote>,
    pub tally: Option<TallyFigure>,
    /// What is said where nothing stands.
    pub empty: Option<String>,
}

/// A word, and what is said under it.
#[derive(Serialize)]
pub struct Labelled {
    pub label: String,
    pub parts: Vec<Part>,
}

/// A topic of a meeting, with what came of it.
#[derive(Serialize)]
pub struct AgendaItem {
    pub title: String,
    pub outcome: Vec<Part>,
    pub about: Vec<Part>,
}

/// Terms of office on one axis of whole years.
#[derive(Serialize)]
pub struct Terms {
    pub lines: Vec<TermLine>,
    /// The first of January at both ends and between them.
    pub years: Vec<Year>,
}

#[derive(Serialize)]
pub struct TermLine {
    pub what: Vec<Part>,
    pub when: Vec<Part>,
    /// Where it begins and how long it is, of a hundred; absent when the record does not know the beginning.
    pub bar: Option<[String; 2]>,
    pub runs: bool,
}

#[derive(Serialize)]
pub struct Year {
    pub number: i16,
    pub x: String,
}

/// What somebody said, in full.
#[derive(Serialize)]
pub struct Quote {
    pub text: String,
    pub by: Vec<Part>,
    pub link: Option<Part>,
}

/// The bar of a tally and what it needed.
#[derive(Serialize)]
pub struct TallyFigure {
    pub tally: TallyView,
    /// `a simple majority was needed`.
    pub needed: Option<String>,
    /// Where the bar shows the threshold, of a hundred.
    pub threshold: Option<&'static str>,
    /// `7 of 11 members took part; 6 were needed`.
    pub turnout: Option<String>,
}

impl Block {
    fn table(id: &str, title: impl Into<String>, columns: &[&str], rows: Vec<Vec<Vec<Part>>>) -> Option<Block> {
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        (!rows.is_empty()).then(|| Block {
            id: format!("site.{id}"),
            title: title.into(),
            columns,
            rows,
            ..Block::default()
        })
    }

    fn list(id: &str, title: impl Into<String>, items: Vec<Vec<Part>>) -> Option<Block> {
        (!items.is_empty()).then(|| Block { items, ..Block::titled(id, title) })
    }

    fn run(id: &str, title: impl Into<String>, run: Vec<Part>) -> Option<Block> {
        (!run.is_empty()).then(|| Block { count: Some(run.len()), run, ..Block::titled(id, title) })
    }

    fn titled(id: &str, title: impl Into<String>) -> Block {
        Block { id: format!("site.{id}"), title: title.into(), ..Block::default() }
    }
}

impl View<'_> {
    /// What stands before the text.
    pub fn before(&self, entry: &Entry) -> Vec<Block> {
        let blocks = match &entry.record {
            Record::Decision(_) => vec![self.votes(entry), self.dissent(entry)],
            Record::Meeting(it) => vec![self.attendance(entry, it), self.agenda(it)],
            Record::Service(it) => vec![self.answering(entry), self.keys(&it.root_access), self.levels(&it.slo)],
            Record::Person(_) => vec![self.duties_of(entry), self.terms_of(entry), self.actions_of(entry)],
            Record::Organization(_) => vec![],
            Record::Group(it) => {
                vec![self.vacancies(it), self.duties(entry), self.members(it), self.seats(it), self.past_duties(it)]
            }
            Record::Contractor(it) => vec![self.contracts(it), self.systems(entry, it), self.keys(&it.root_access)],
            Record::Roadmap(it) => vec![self.goals(it)],
            Record::Sow(_)
            | Record::Proposal(_)
            | Record::Rfp(_)
            | Record::Bounty(_)
            | Record::Survey(_)
            | Record::Pledge(_)
            | Record::Report(_)
            | Record::Page(_) => vec![],
        };
        blocks.into_iter().flatten().collect()
    }

    /// What stands after the text.
    pub fn after(&self, entry: &Entry) -> Vec<Block> {
        let blocks = match &entry.record {
            Record::Sow(it) => vec![self.work_items(it), self.criteria(it), self.levels(&it.slo)],
            Record::Proposal(it) => vec![
                Block::table(
                    "approvals",
                    "Approvals",
                    &["Who", "Date", "Link"],
                    it.approval
                        .items()
                        .iter()
                        .map(|it| vec![self.one(&it.person), self.date(&it.date), self.web(&it.link)])
                        .collect(),
                ),
                Block::table(
                    "consumers",
                    "Consuming communities",
                    &["Community", "What it said", "Link"],
                    it.consumer
                        .items()
                        .iter()
                        .map(|it| vec![self.one(&it.organization), self.words(&it.verdict), self.web(&it.link)])
                        .collect(),
                ),
                self.related(entry, "answered", "Answered by", &[(Kind::Sow, "proposals")]),
                self.related(entry, "pledged", "Pledged for it", &[(Kind::Pledge, "task")]),
            ],
            Record::Meeting(_) => vec![self.taken_on(entry)],
            Record::Rfp(it) => vec![Block::table(
                "offers",
                "Offers",
                &["From", "Received", "Price", "Outcome"],
                it.offer
                    .items()
                    .iter()
                    .map(|it| {
                        vec![
                            self.one(&it.from),
                            self.date(&it.received),
                            self.field(&it.price, |price| vec![Part::text(price.to_string())]),
                            self.word(&it.outcome, |outcome| outcome.as_str()),
                        ]
                    })
                    .collect(),
            )],
            Record::Service(it) => vec![self.needs(entry, it)],
            Record::Person(_) => vec![self.attended(entry), self.administers(entry), self.pledges_of(entry)],
            Record::Organization(_) => vec![
                self.pledges_of(entry),
                self.related(entry, "runs", "Runs", &[(Kind::Service, "operator"), (Kind::Service, "owner")]),
                self.hosted_at(entry),
                self.related(entry, "people", "People who work there", &[(Kind::Person, "affiliation.organization")]),
            ],
            Record::Group(_) => vec![
                self.related(entry, "parts", "Sub-groups", &[(Kind::Group, "parent")]),
                self.related(entry, "owns", "Answers for", &[(Kind::Service, "owner")]),
                self.pledges_of(entry),
            ],
            Record::Survey(it) => vec![Block::table(
                "questions",
                "Questions",
                &["Question", "Scale", "Results"],
                it.question
                    .items()
                    .iter()
                    .map(|it| vec![self.words(&it.text), self.words(&it.scale), self.words(&it.results)])
                    .collect(),
            )],
            Record::Pledge(it) => vec![self.given(it)],
            Record::Roadmap(_) => vec![self.related(
                entry,
                "rests",
                "Rests on this plan",
                &[(Kind::Proposal, "plan"), (Kind::Pledge, "plan")],
            )],
            Record::Decision(_) | Record::Bounty(_) | Record::Contractor(_) | Record::Report(_) | Record::Page(_) => {
                vec![]
            }
        };
        blocks.into_iter().flatten().collect()
    }

    /// Records that refer to `entry` by one of the keys, each once.
    fn related(&self, entry: &Entry, id: &str, title: &str, keys: &[(Kind, &str)]) -> Option<Block> {
        let mut from: Vec<&Entry> =
            keys.iter().flat_map(|(kind, key)| self.site.referring(entry, *kind, key).collect::<Vec<_>>()).collect();
        from.sort_by_key(|entry| entry.at);
        from.dedup_by_key(|entry| entry.at);
        let line = |entry: &Entry| std::iter::once(self.record_link(entry)).chain(self.state(entry)).collect();
        Block::list(id, title, from.into_iter().map(line).collect())
    }
}

/// The table without the columns in which nothing stands.
fn without_empty_columns(block: Block) -> Block {
    let filled: Vec<bool> = (0..block.columns.len())
        .map(|at| block.rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let keep = |at: &usize| filled.get(*at).copied().unwrap_or_default();
    let columns = block.columns.into_iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, column)| column).collect();
    let rows = block
        .rows
        .into_iter()
        .map(|row| row.into_iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, cell)| cell).collect())
        .collect();
    Block { columns, rows, ..block }
}
