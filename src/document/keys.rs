//! The keys of a kind for those who write it: what each takes, when it must be there, an example.
//!
//! The definitions are those that the front matter is read by; the group's workflow says what its states and steps need.

use crate::fields::{FieldPath, FieldRow, Presence};
use crate::id::Kind;
use crate::workflow::{KindWorkflow, Profile};

use super::{Common, Record};

/// One key.
#[derive(Debug, Clone)]
pub struct Key {
    /// With those that lead to it: `contract.notice_days`.
    pub path: String,
    /// What it means and what its value may be.
    pub row: &'static FieldRow,
    /// When it must be there.
    pub needed: Needed,
}

/// When a key must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// In every record of the kind, and in every table that can have it.
    Always,
    /// In these states, in the order of the workflow; empty where nothing asks for it.
    In(Vec<String>),
}

/// The keys of `kind` beyond those of every record, in the order of the manual, each followed by those of its table.
pub fn keys(kind: Kind, profile: &Profile) -> Vec<Key> {
    listed(Record::paths(kind), profile.kind(kind))
}

/// The keys that every record can have.
pub fn common_keys() -> Vec<Key> {
    listed(crate::fields::paths::<Common>(), None)
}

/// The keys of a file that is no record.
pub fn keys_of(paths: Vec<FieldPath>) -> Vec<Key> {
    listed(paths, None)
}

fn listed(paths: Vec<FieldPath>, workflow: Option<&KindWorkflow>) -> Vec<Key> {
    let key = |it: FieldPath| {
        let needed = match it.row.need {
            Presence::Required => Needed::Always,
            Presence::Optional => Needed::In(workflow.map_or_else(Vec::new, |workflow| states(workflow, &it.path))),
        };
        Key { path: it.path, row: it.row, needed }
    };
    paths.into_iter().map(key).collect()
}

/// The states in which a record must have the key at `path`: those that say so, and those that no step leads into without it.
fn states(workflow: &KindWorkflow, path: &str) -> Vec<String> {
    let asks = |state: &&crate::workflow::StateRow| {
        let mut into =
            workflow.transitions.iter().filter(|step| step.to == state.name && step.until.is_none()).peekable();
        let has_steps = into.peek().is_some();
        let every_step = has_steps
            && into.all(|step| step.needs.iter().any(|need| need.guard.field().is_some_and(|field| field == path)));
        state.fields.iter().any(|field| field == path) || every_step
    };
    workflow.states.iter().filter(asks).map(|state| state.label.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::fields::{Shape, Table};
    use crate::tree::Tree;

    use super::*;

    /// Each key of each kind, in a table where it is in one, with its example.
    #[test]
    fn the_decoder_takes_every_example() {
        for kind in Kind::ALL {
            for row in Record::rows(*kind).iter().chain(Common::ROWS) {
                assert_taken(*kind, row, "");
                if let Shape::List(item) = (row.shape)()
                    && let Shape::Table(rows) = *item
                {
                    rows.iter().for_each(|inner| assert_taken(*kind, inner, row.key));
                }
            }
        }
    }

    fn assert_taken(kind: Kind, row: &FieldRow, table: &str) {
        let folder = if kind.usual_folder().is_empty() { String::new() } else { format!("{}/", kind.usual_folder()) };
        let header = if table.is_empty() { String::new() } else { format!("[[{table}]]\n") };
        let line = format!("{} = {}", row.key, row.example());
        let tree = Tree::fixture(&format!("-- {folder}2026-03-02.md --\n+++\n{header}{line}\n+++\n"));
        let (path, source) = tree.sources.iter().next().expect("the fixture has a file");
        let problems = super::super::parse(path, source, crate::layout::Layout::usual()).problems;
        let wrong = problems.iter().find(|it| it.rule != "missing-key");
        assert!(wrong.is_none(), "{kind}: {line}: {wrong:?}");
    }
}
