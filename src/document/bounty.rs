//! A reward for a community member who carries out a statement of work.

use crate::document::shared::Event;
use crate::fields::{Link, List, PERSON, Ref, SOW};
use crate::table;
use crate::text::{Date, Money};

table! {
    /// A bounty; `bounties/<number>-<slug>.md`.
    Bounty {
        /// What it is called, when the statement of work's title does not do.
        Optional title: String,
        /// The statement of work.
        Required sow: Ref<SOW>,
        /// The reward.
        Required amount: Money,
        /// From when it can be claimed.
        Optional opens: Date,
        /// Until when it can be claimed.
        Required expires: Date,
        /// Who claimed it.
        Optional claimant: Ref<PERSON>,
        /// What the claimant says about being paid for it by somebody else.
        Optional conflict_of_interest: String,
        /// The work.
        Optional work: Link,
        /// Its history.
        Required event: List<Event>,
    }
}
