//! Roles of a group for which somebody is sought.

use crate::document::group::Group;

use super::super::View;
use super::super::part::{Part, capitalised};
use super::{Block, Labelled};

impl View<'_> {
    pub(super) fn vacancies(&self, group: &Group) -> Option<Block> {
        let chairs: Vec<Labelled> = self
            .site
            .vacancies(group)
            .into_iter()
            .map(|(rule, there)| {
                let wanted = rule.min.unwrap_or_default();
                let said = if there == 0 { "nobody".to_owned() } else { format!("{there} of {wanted}") };
                Labelled { label: capitalised(&rule.role), parts: vec![Part::empty(said)] }
            })
            .collect();
        (!chairs.is_empty()).then(|| Block { chairs, ..Block::titled("vacancies", "Somebody is sought") })
    }
}
