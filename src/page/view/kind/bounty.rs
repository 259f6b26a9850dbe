//! A bounty.

use crate::document::bounty::Bounty;

use super::*;

impl OfKind for Bounty {
    const HEADING: Word = words::BOUNTY;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(2);
    const COLUMNS: &'static [Column<Bounty>] = &[
        Column::state(),
        Column::text(words::FOR, field!(sow)),
        Column::text(words::AMOUNT, field!(amount)),
        Column::day(words::EXPIRES, field!(expires)),
    ];
    const FACTS: &'static [Fact<Bounty>] = &[
        (words::STATEMENT_OF_WORK, field!(sow)),
        (words::AMOUNT, field!(amount)),
        (words::OPENS, field!(opens)),
        (words::EXPIRES, field!(expires)),
        (words::CLAIMED_BY, field!(claimant)),
        (words::INTERESTS, field!(conflict_of_interest)),
        (words::WORK, field!(work)),
    ];
}
