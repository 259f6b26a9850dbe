//! What somebody pledged, and what came of it.

use crate::document::pledge::Pledge;
use crate::id::Kind;
use crate::site::Entry;

use super::super::View;
use super::super::part::Part;
use super::{Block, without_empty_columns};

impl View<'_> {
    /// What `entry` pledged, the latest first, each with where it stands and when somebody asks again.
    pub(super) fn pledges_of(&self, entry: &Entry) -> Option<Block> {
        let mut pledges: Vec<(&Entry, &Pledge)> = self
            .site
            .referring(entry, Kind::Pledge, "donor")
            .filter_map(|pledge| Some((pledge, pledge.pledge()?)))
            .collect();
        pledges.reverse();
        let rows = pledges
            .into_iter()
            .map(|(pledge, it)| {
                let follow_up = if self.site.is_over(pledge) { Vec::new() } else { self.date(&it.follow_up) };
                vec![
                    vec![self.record_link(pledge)],
                    self.state(pledge).into_iter().collect(),
                    pledge.status.as_ref().and_then(|it| it.since).map(|date| self.day(date)).into_iter().collect(),
                    self.amount_of(it),
                    self.one(&it.task),
                    follow_up,
                ]
            })
            .collect();
        let columns = ["Pledge", "State", "Since", "What", "For", "Asked again on"];
        Some(without_empty_columns(Block::table("pledges", "Pledges", &columns, rows)?))
    }

    /// How much is promised, else of what kind it is.
    fn amount_of(&self, pledge: &Pledge) -> Vec<Part> {
        let money = self.field(&pledge.amount, |amount| vec![Part::text(amount.to_string())]);
        let hours = self.field(&pledge.hours_per_month, |hours| vec![Part::text(format!("{hours} hours a month"))]);
        let parts: Vec<Part> = money.into_iter().chain(hours).collect();
        if parts.is_empty() { self.word(&pledge.kind, |kind| kind.as_str()) } else { parts }
    }

    pub(super) fn given(&self, pledge: &Pledge) -> Option<Block> {
        let given = pledge.fulfilled.items().iter();
        let rows = given.map(|it| vec![self.date(&it.date), self.web(&it.link)]).collect();
        Block::table("given", "Given", &["Date", "Evidence"], rows)
    }
}
