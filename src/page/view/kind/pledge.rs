//! A pledge: what somebody promised, and what came of it.

use crate::document::pledge::Pledge;

use super::*;

impl OfKind for Pledge {
    const HEADING: Word = words::PLEDGE;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(5);
    const COLUMNS: &'static [Column<Pledge>] = &[
        Column::state(),
        Column::text(words::DONOR, field!(donor)),
        Column::text(words::KIND, field!(kind)),
        Column::<Pledge>::text(words::WHAT_CAME_OF_IT, |view, entry, _| vec![Part::text(view.became_of(entry))]).alone(),
        Column::day(words::ASKED_AGAIN_ON, field!(follow_up)),
    ];
    const FACTS: &'static [Fact<Pledge>] = &[
        (words::DONOR, field!(donor)),
        (words::KIND, field!(kind)),
        (words::PURPOSE, field!(purpose)),
        (words::TASK, field!(task)),
        (words::PLAN, |view, _, it| view.plan(&it.plan)),
        (words::AMOUNT, field!(amount)),
        (words::HOURS_A_MONTH, field!(hours_per_month)),
        (words::ASKED_AGAIN_ON, field!(follow_up)),
        (words::WHAT_CAME_OF_IT, field!(report)),
    ];

    fn after(view: &View, entry: &Entry, it: &Pledge) -> Vec<Option<Block>> {
        let given = Block::table(
            "given",
            words::GIVEN,
            it.fulfilled.items(),
            &[(words::DATE, &|it| view.show(&it.date)), (words::EVIDENCE, &|it| view.show(&it.link))],
        );
        vec![Some(given.unwrap_or_else(|| Block::empty("given", words::GIVEN, &view.became_of(entry))))]
    }
}

impl View<'_> {
    /// What `entry` pledged, the latest first, each with its state and when somebody asks again.
    pub(super) fn pledges_of(&self, entry: &Entry) -> Option<Block> {
        let pledges = self.site.referring(entry, Kind::Pledge, "donor");
        let mut pledges: Vec<(&Entry, &Pledge)> =
            pledges.filter_map(|pledge| Some((pledge, pledge.pledge()?))).collect();
        pledges.reverse();
        Block::lean_table(
            "pledges",
            words::PLEDGES,
            pledges,
            &[
                (words::PLEDGE, &|(entry, _)| vec![self.record_link(entry)]),
                (words::STATE, &|(entry, _)| self.state(entry).into_iter().collect()),
                (words::SINCE, &|(entry, _)| since(self, entry)),
                (words::WHAT, &|(_, pledge)| self.amount_of(pledge)),
                (words::FOR, &|(_, pledge)| self.show(&pledge.task)),
                (words::ASKED_AGAIN_ON, &|(entry, pledge)| match self.site.is_over(entry) {
                    true => Vec::new(),
                    false => self.show(&pledge.follow_up),
                }),
            ],
        )
    }

    /// How much is promised, else of what kind it is.
    fn amount_of(&self, pledge: &Pledge) -> Vec<Part> {
        let hours = self.field(&pledge.hours_per_month, |hours| vec![Part::text(words::hours_a_month(hours))]);
        let parts: Vec<Part> = self.show(&pledge.amount).into_iter().chain(hours).collect();
        if parts.is_empty() { self.show(&pledge.kind) } else { parts }
    }
}
