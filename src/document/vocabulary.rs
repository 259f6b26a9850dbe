//! The words of the records, for the profiles that speak of them.

use std::collections::BTreeMap;

use crate::id::Kind;
use crate::workflow::Vocabulary;

use super::Record;
use super::decision::{DecisionKind, Mode, Outcome};
use super::group::{GroupType, Role};
use super::report::Audience;
use super::shared::Indicator;

/// Every field and every word of a record that a workflow can name; the rules are known further up.
pub fn vocabulary() -> Vocabulary {
    Vocabulary {
        meanings: Vec::new(),
        own_keys: BTreeMap::new(),
        fields: Kind::ALL.iter().map(|kind| (*kind, Record::paths(*kind))).collect(),
        decision_kinds: DecisionKind::ALL.iter().map(|it| it.as_str()).collect(),
        outcomes: Outcome::ALL.iter().map(|it| it.as_str()).collect(),
        modes: Mode::ALL.iter().map(|it| it.as_str()).collect(),
        group_types: GroupType::ALL.iter().map(|it| it.as_str()).collect(),
        roles: Role::ALL.iter().map(|it| it.as_str()).collect(),
        audiences: Audience::ALL.iter().map(|it| it.as_str()).collect(),
        rules: Vec::new(),
        indicators: Indicator::ALL.iter().map(|it| it.as_str()).collect(),
    }
}
