//! A request for proposal: facts and offers.

use crate::document::rfp::Rfp;
use crate::fields::{Field, List, OneOf};

use super::*;

impl OfKind for Rfp {
    const HEADING: Word = words::REQUEST;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(1);
    const COLUMNS: &'static [Column<Rfp>] = &[
        Column::state(),
        Column::since(),
        Column::text(words::FOR, field!(sow)),
        Column::day(words::CLOSES, |view, _, it| view.field(&it.closes, |closes| vec![view.day(closes.date)])),
    ];
    const FACTS: &'static [Fact<Rfp>] = &[
        (words::STATEMENT_OF_WORK, field!(sow)),
        (words::OPEN_TO, |view, _, it| open_to(view, &it.open, &it.invited)),
        (words::PUBLISHED, field!(published)),
        (words::QUESTIONS_UNTIL, field!(questions_until)),
        (words::CLOSES, field!(closes)),
        (words::AWARD_CRITERIA, field!(award_criteria)),
        (words::PRICES_PUBLIC_AFTER, |view, _, it| view.days(&it.prices_public_after_days)),
        (words::CALL, field!(link)),
    ];

    fn after(view: &View, _: &Entry, it: &Rfp) -> Vec<Option<Block>> {
        vec![Block::table(
            "offers",
            words::OFFERS,
            it.offer.items(),
            &[
                (words::FROM, &|it| view.show(&it.from)),
                (words::RECEIVED, &|it| view.show(&it.received)),
                (words::PRICE, &|it| view.show(&it.price)),
                (words::OUTCOME, &|it| view.show(&it.outcome)),
            ],
        )]
    }
}

fn open_to(view: &View, open: &Field<bool>, invited: &Field<OneOf<u32, List<String>>>) -> Vec<Part> {
    if open.is_true() {
        return vec![Part::text(words::ANYONE)];
    }
    view.field(invited, |invited| match invited {
        OneOf::First(number) => vec![Part::text(words::invited(number))],
        OneOf::Second(names) => names.iter().map(|name| view.actor_or_words(name)).collect(),
    })
}
