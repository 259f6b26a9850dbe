//! A statement of work: facts, work items, acceptance criteria.

use crate::document::sow::{CostStatus, Sow};

use super::*;

impl OfKind for Sow {
    const HEADING: Word = words::STATEMENT_OF_WORK;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(0);
    const COLUMNS: &'static [Column<Sow>] =
        &[Column::state(), Column::since(), Column::holder(), Column::text(words::ROUTE, field!(route))];
    const FACTS: &'static [Fact<Sow>] = &[
        (words::OWNER, field!(owner)),
        (words::GROUP, field!(group)),
        (words::ANSWERS, field!(proposals)),
        (words::ROUTE, field!(route)),
        (words::REASON, field!(route_reason)),
        (words::COST, |view, _, it| cost(view, it)),
        (words::SERVICES, field!(services)),
        (words::SHARED_INFRASTRUCTURE, field!(shared_infrastructure)),
        (words::AGREEMENTS, field!(agreements)),
        (words::DISCUSSION, field!(discussion)),
        (words::COMMENT, field!(comment)),
        (words::REQUEST_FOR_PROPOSAL, field!(rfp)),
        (words::BOUNTY, field!(bounty)),
        (words::CONTRACT, field!(contract)),
        (words::ASSIGNEES, field!(assignees)),
    ];

    fn after(view: &View, entry: &Entry, it: &Sow) -> Vec<Option<Block>> {
        vec![work_items(view, it), criteria(view, it), milestones(view, it), view.levels(entry, &it.slo)]
    }
}

fn cost(view: &View, sow: &Sow) -> Vec<Part> {
    view.field(&sow.cost, |cost| {
        let status = cost.status.get().map(|status| match status {
            CostStatus::None => words::NONE,
            CostStatus::Estimated => words::COST_ESTIMATED,
            CostStatus::Quoted => words::COST_QUOTED,
            CostStatus::Approved => words::COST_APPROVED,
        });
        let mut parts = view.show(&cost.amount);
        parts.extend(cost.band.get().map(|band| Part::text(band.as_str())));
        parts.extend(cost.not_shown().map(|withheld| view.withheld(&withheld)));
        match (parts.first_mut(), status) {
            (Some(Part { sort: Sort::Text, note, .. }), Some(status)) => *note = Some(status.to_string()),
            (None, Some(status)) => parts.push(Part::text(capitalised(&status))),
            (Some(_), Some(_)) | (_, None) => {}
        }
        parts
    })
}

fn work_items(view: &View, sow: &Sow) -> Option<Block> {
    Block::lean_table(
        "work",
        words::WORK_ITEMS,
        sow.work_item.items(),
        &[
            (words::ITEM, &|it| view.show(&it.id)),
            (words::WHAT, &|it| view.show(&it.title)),
            (words::WHO, &|it| view.show(&it.owner)),
            (words::ESTIMATE, &|it| view.show(&it.estimate)),
            (words::DONE, &|it| view.show(&it.done)),
        ],
    )
}

fn criteria(view: &View, sow: &Sow) -> Option<Block> {
    let criteria = sow.acceptance.items();
    let met = criteria.iter().filter(|it| it.met.is_true()).count();
    let block = Block::lean_table(
        "criteria",
        words::ACCEPTANCE_CRITERIA,
        criteria,
        &[
            (words::CRITERION, &|it| view.show(&it.id)),
            (words::WHAT_MUST_HOLD, &|it| view.show(&it.text)),
            (words::STATE, &|it| {
                let (text, phase) = if it.met.is_true() { (words::MET, "done") } else { (words::OPEN, "open") };
                vec![Part { phase: Some(phase), ..Part::of(Sort::State, text) }]
            }),
            (words::EVIDENCE, &|it| view.show(&it.evidence)),
        ],
    )?;
    Some(Block { note: Some(words::of_met(met, criteria.len())), ..block })
}

/// What is paid when. The amounts stay back where the sum does.
fn milestones(view: &View, sow: &Sow) -> Option<Block> {
    let is_shown = !sow.withholds_cost();
    Block::lean_table(
        "milestones",
        words::MILESTONES,
        sow.milestone.items(),
        &[
            (words::WHAT, &|it| view.show(&it.what)),
            (words::AMOUNT, &|it| if is_shown { view.show(&it.amount) } else { Vec::new() }),
            (words::DUE_ON, &|it| view.show(&it.due)),
            (words::ACCEPTED_ON, &|it| view.show(&it.accepted)),
            (words::PAID_ON, &|it| view.show(&it.paid)),
            (words::LINK, &|it| view.show(&it.link)),
        ],
    )
}
