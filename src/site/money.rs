//! From something that costs money to the decision of a board that allows it.

use crate::document::decision::{DecisionKind, Outcome};
use crate::document::group::GroupType;
use crate::id::Kind;
use crate::workflow::Means;

use super::{Entry, Site};

/// What the record says about the board's decision.
#[derive(Debug, Clone, Copy)]
pub enum Approval<'a> {
    /// This decision allows it.
    Given(&'a Entry),
    /// A decision is named of which nobody can tell whether it allows it: it could not be read, or is not there.
    Unclear,
    /// None allows it.
    Missing,
}

impl Site {
    /// The board's decision on money for any of `matters`: one that is about them, or one that their steps name and that
    /// bears on them, or one of `named`.
    pub fn approval<'a>(&'a self, matters: &[&'a Entry], named: impl IntoIterator<Item = &'a Entry>) -> Approval<'a> {
        let about = matters.iter().flat_map(|matter| self.referring(matter, Kind::Decision, "about"));
        let by_steps = matters.iter().flat_map(|matter| {
            self.targets(matter, "event.decision").filter(|decision| self.bears_on(decision, matter))
        });
        let candidates: Vec<&Entry> = about.chain(by_steps).chain(named).collect();
        let is_unclear = || {
            candidates.iter().any(|decision| self.is_blurred(decision))
                || self.of_kind(Kind::Decision).any(|decision| decision.is_unreadable("about"))
                || matters.iter().any(|matter| self.leads_nowhere(matter, "event.decision"))
        };
        match candidates.iter().find(|decision| self.allows_money(decision)) {
            Some(decision) => Approval::Given(decision),
            None if is_unclear() => Approval::Unclear,
            None => Approval::Missing,
        }
    }

    /// Whether `entry` is a decision of a board by which money may be spent.
    pub fn allows_money(&self, entry: &Entry) -> bool {
        let Some(decision) = entry.decision() else { return false };
        let is_on_money = matches!(
            decision.kind.get(),
            Some(DecisionKind::Expenditure | DecisionKind::Award | DecisionKind::Handover)
        );
        let group = decision.group.get().and_then(|group| self.find(group)).and_then(|group| group.group());
        let is_of_board = group.and_then(|group| group.r#type.get()) == Some(&GroupType::Board);
        is_on_money && is_of_board && decision.outcome.get() == Some(&Outcome::Accepted)
    }

    /// Whether what [`allows_money`](Site::allows_money) looks at could not be read, or leads nowhere.
    fn is_blurred(&self, decision: &Entry) -> bool {
        let group = self.target(decision, "group");
        ["kind", "group", "outcome"].iter().any(|key| decision.is_unreadable(key))
            || group.is_some_and(|group| group.is_unreadable("type"))
            || self.leads_nowhere(decision, "group")
    }

    /// Whether a reference under `key` names no record.
    fn leads_nowhere(&self, entry: &Entry, key: &str) -> bool {
        self.resolved(entry, key).any(|(_, to)| to.is_none())
    }
}

impl Entry {
    /// Whether something else took its place.
    pub fn is_superseded(&self) -> bool {
        self.means() == Some(Means::Replaced)
    }
}
