//! How much of the model a group uses: rungs of a ladder, each with those below it.
//!
//! A group that writes minutes need not know what a request for proposal is. What a rung brings in is asked for once
//! `candor.toml` names the rung, or once the record holds something of it.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Common, Document, Record};
use crate::fields::look::{Look, Value};
use crate::fields::{FieldRow, paths};
use crate::id::Kind;
use crate::word_list;

word_list! {
    /// How much of the model a group uses, from the least; each rung holds those before it.
    Rung {
        /// Meetings, people, groups and pages; decisions are noted in the minutes.
        Record = "record",
        /// Proposals, decisions with their votes, services, plans and duties.
        Decisions = "decisions",
        /// Statements of work, bounties, pledges, and whatever else has an amount.
        Money = "money",
        /// Calls for offers, contractors and their contracts, service levels.
        Procurement = "procurement",
    }
}

impl Rung {
    /// The rung on which everything is asked for.
    pub const HIGHEST: Rung = Rung::Procurement;

    /// What a group does that is on it, for whoever has to choose: a list in words.
    pub fn about(self) -> &'static str {
        match self {
            Rung::Record => "meetings, people, groups and pages",
            Rung::Decisions => "also proposals, decisions with votes, services, plans, duties",
            Rung::Money => "also statements of work, bounties, pledges: what costs money",
            Rung::Procurement => "also calls for offers, contractors and contracts, service levels",
        }
    }

    /// The lowest rung on which there are records of `kind`.
    pub fn of_kind(kind: Kind) -> Rung {
        match kind {
            Kind::Meeting | Kind::Person | Kind::Organization | Kind::Group | Kind::Page => Rung::Record,
            Kind::Proposal | Kind::Decision | Kind::Service | Kind::Roadmap | Kind::Survey | Kind::Report => {
                Rung::Decisions
            }
            Kind::Sow | Kind::Bounty | Kind::Pledge => Rung::Money,
            Kind::Rfp | Kind::Contractor => Rung::Procurement,
        }
    }

    /// The lowest rung on which records of `kind` have the key of `row`.
    pub fn of_key(kind: Kind, row: &FieldRow) -> Rung {
        let own = KEYS.iter().filter(|key| key.kind == kind && key.path == row.key && key.words.is_empty());
        own.map(|key| key.rung).max().unwrap_or_default().max(Rung::of_kind(kind))
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that makes the enum takes no attribute of a variant")]
impl Default for Rung {
    fn default() -> Rung {
        Rung::Record
    }
}

/// A key that belongs to a higher rung than the kind that has it.
struct Key {
    kind: Kind,
    /// Its parts joined by dots.
    path: &'static str,
    /// The values that belong there; with none, whatever it holds.
    words: &'static [&'static str],
    rung: Rung,
}

const fn key(kind: Kind, path: &'static str, words: &'static [&'static str], rung: Rung) -> Key {
    Key { kind, path, words, rung }
}

/// The keys that raise a record above the rung of its kind. Whatever can hold an amount is among them.
const KEYS: &[Key] = &[
    key(Kind::Group, "decision_mode", &[], Rung::Decisions),
    key(Kind::Group, "quorum", &[], Rung::Decisions),
    key(Kind::Group, "meets_every", &[], Rung::Decisions),
    key(Kind::Group, "seat", &[], Rung::Decisions),
    key(Kind::Group, "duty", &[], Rung::Decisions),
    key(Kind::Group, "member.seat", &[], Rung::Decisions),
    key(Kind::Group, "member.nominated_by", &[], Rung::Decisions),
    key(Kind::Group, "member.confirmed_by", &[], Rung::Decisions),
    key(Kind::Meeting, "decisions", &[], Rung::Decisions),
    key(Kind::Decision, "kind", &["expenditure"], Rung::Money),
    key(Kind::Decision, "kind", &["award", "handover"], Rung::Procurement),
    key(Kind::Decision, "amount", &[], Rung::Money),
    key(Kind::Proposal, "cost.status", &["estimated", "quoted", "approved"], Rung::Money),
    key(Kind::Proposal, "cost.amount", &[], Rung::Money),
    key(Kind::Proposal, "cost.band", &[], Rung::Money),
    key(Kind::Proposal, "cost.withheld", &[], Rung::Money),
    key(Kind::Service, "slo", &[], Rung::Procurement),
    key(Kind::Sow, "route", &["contractor"], Rung::Procurement),
    key(Kind::Sow, "slo", &[], Rung::Procurement),
    key(Kind::Sow, "rfp", &[], Rung::Procurement),
    key(Kind::Sow, "contract", &[], Rung::Procurement),
];

impl Document {
    /// The lowest rung that has what the record holds. A stated gap holds nothing; what is withheld or cannot be read does.
    /// The page that introduces a folder is no record of its kind.
    pub fn rung(&self) -> Rung {
        let kind = self.kind();
        if self.is_introduction() {
            return Rung::Record;
        }
        let keys = KEYS.iter().filter(|key| key.kind == kind && key.rung > Rung::of_kind(kind));
        let held = keys.filter(|key| holds(self.record.as_value(), key.path, key.words)).map(|key| key.rung);
        held.max().unwrap_or_default().max(Rung::of_kind(kind))
    }
}

/// Whether something stands at `path` of `value`, or of one of its items: one of `words`, or with none of them anything.
fn holds(value: &dyn Value, path: &str, words: &[&str]) -> bool {
    let (outer, inner) = path.split_once('.').map_or((path, None), |(outer, inner)| (outer, Some(inner)));
    let is_it = |field: &dyn Look| {
        let Some(value) = field.value() else { return field.is_given() || field.is_unreadable() };
        match inner {
            Some(inner) => {
                value.has_unreadable_items()
                    || holds(value, inner, words)
                    || value.items().into_iter().any(|item| holds(item, inner, words))
            }
            None => words.is_empty() || value.text().is_some_and(|text| words.contains(&text)),
        }
    };
    value.field(outer).is_some_and(is_it)
}

impl Record {
    /// Whether records of `kind` have `key`, the common keys and those of tables included: `cost.amount`.
    pub fn has_key(kind: Kind, key: &str) -> bool {
        static KEYS: LazyLock<HashSet<(Kind, String)>> = LazyLock::new(|| {
            let own = |kind: &Kind| Record::paths(*kind).into_iter().chain(paths::<Common>());
            Kind::ALL.iter().flat_map(|kind| own(kind).map(|it| (*kind, it.path))).collect()
        });
        KEYS.contains(&(kind, key.to_owned()))
    }

    /// The keys of `kind` that are not above `rung`, in the order in which the manual lists them. What is required is always
    /// among them.
    pub fn rows_up_to(kind: Kind, rung: Rung) -> impl Iterator<Item = &'static FieldRow> {
        let rung = rung.max(Rung::of_kind(kind));
        Record::rows(kind).iter().filter(move |row| Rung::of_key(kind, row) <= rung)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Shape;
    use crate::tree::Tree;

    fn rung(path: &str, text: &str) -> Rung {
        let tree = Tree::fixture(&format!("-- {path} --\n+++\n{text}\n+++\n"));
        let (path, source) = tree.sources.iter().next().expect("the fixture has a file");
        crate::document::parse(path, source, crate::layout::Layout::usual()).rung()
    }

    #[test]
    fn a_record_is_on_the_rung_of_what_it_holds() {
        for (path, text, expected) in [
            ("meetings/2026-03-02.md", "group = \"x\"", Rung::Record),
            ("meetings/2026-03-02.md", "decisions = [\"DEC-0001\"]", Rung::Decisions),
            ("groups/x.md", "name = \"X\"\n[[member]]\nperson = \"ada\"", Rung::Record),
            ("groups/x.md", "duty = { unknown = \"not yet\" }", Rung::Record),
            ("groups/x.md", "[[member]]\nconfirmed_by = \"DEC-0001\"", Rung::Decisions),
            ("decisions/0001-x.md", "kind = \"general\"", Rung::Decisions),
            ("decisions/0001-x.md", "kind = \"expenditure\"", Rung::Money),
            ("decisions/0001-x.md", "kind = 1", Rung::Procurement),
            ("decisions/0001-x.md", "amount = \"5 EUR\"", Rung::Money),
            ("decisions/0001-x.md", "amount = { withheld = \"offers\" }", Rung::Money),
            ("decisions/0001-x.md", "amount = \"five\"", Rung::Money),
            ("proposals/0001-x.md", "[cost]\nstatus = \"none\"", Rung::Decisions),
            ("proposals/0001-x.md", "[cost]\nstatus = \"quoted\"", Rung::Money),
            ("sow/0001-x.md", "route = \"volunteer\"", Rung::Money),
            ("sow/0001-x.md", "rfp = \"RFP-0001\"", Rung::Procurement),
            ("rfp/0001-x.md", "oh no", Rung::Procurement),
            ("rfp/index.md", "title = \"Calls\"", Rung::Record),
        ] {
            assert_eq!(rung(path, text), expected, "{path}: {text}");
        }
    }

    #[test]
    fn every_key_of_the_table_is_there_and_every_amount_is_in_it() {
        for key in KEYS {
            assert!(Record::paths(key.kind).iter().any(|it| it.path == key.path), "{} {}", key.kind, key.path);
            assert!(key.rung > Rung::of_kind(key.kind), "{} {}", key.kind, key.path);
        }
        for kind in Kind::ALL.iter().filter(|kind| Rung::of_kind(**kind) < Rung::Money) {
            for it in Record::paths(*kind).iter().filter(|it| matches!((it.row.shape)(), Shape::Money)) {
                let is_listed = KEYS.iter().any(|key| key.kind == *kind && key.path == it.path);
                assert!(is_listed, "`{}` of a {kind} is an amount", it.path);
            }
        }
    }
}
