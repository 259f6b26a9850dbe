//! Work items and acceptance criteria of a statement of work.

use crate::document::sow::Sow;

use super::super::View;
use super::super::part::Part;
use super::{Block, without_empty_columns};

impl View<'_> {
    pub(super) fn work_items(&self, sow: &Sow) -> Option<Block> {
        let rows = sow
            .work_item
            .items()
            .iter()
            .map(|it| {
                vec![
                    self.words(&it.id),
                    self.words(&it.title),
                    self.one(&it.owner),
                    self.words(&it.estimate),
                    self.yes_no(&it.done),
                ]
            })
            .collect();
        let columns = ["Item", "What", "Who", "Estimate", "Done"];
        Some(without_empty_columns(Block::table("work", "Work items and where they stand", &columns, rows)?))
    }

    pub(super) fn criteria(&self, sow: &Sow) -> Option<Block> {
        let met = sow.acceptance.items().iter().filter(|it| it.met.is_true()).count();
        let rows: Vec<_> = sow
            .acceptance
            .items()
            .iter()
            .map(|it| {
                let state = if it.met.is_true() { ("Met", "done") } else { ("Open", "open") };
                vec![
                    self.words(&it.id),
                    self.words(&it.text),
                    vec![Part { sort: "state", phase: Some(state.1), ..Part::text(state.0) }],
                    self.web(&it.evidence),
                ]
            })
            .collect();
        let count = rows.len();
        let columns = ["Criterion", "What must hold", "State", "Evidence"];
        let block = Block::table("criteria", "Acceptance criteria and where they stand", &columns, rows)?;
        Some(Block { note: Some(format!("{met} of {count} met.")), ..without_empty_columns(block) })
    }
}
