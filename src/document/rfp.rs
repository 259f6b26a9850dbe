//! A request for proposal: an open or invited call for offers on a statement of work.

use crate::document::shared::Event;
use crate::fields::{Link, List, Moment, ORGANIZATION, OneOf, PERSON, Ref, SOW};
use crate::text::{Date, Money};
use crate::{table, word_list};

word_list! {
    /// What became of an offer.
    OfferOutcome {
        UnderEvaluation = "under-evaluation",
        Selected = "selected",
        NotSelected = "not-selected",
        Withdrawn = "withdrawn",
        Late = "late",
    }
}

table! {
    /// A request for proposal; `rfp/<number>-<slug>.md`.
    Rfp {
        /// What is asked for.
        Required title: String,
        /// The statement of work.
        Required sow: Ref<SOW>,
        /// Whether anyone may offer.
        Optional open: bool,
        /// How many were invited, or who.
        Optional invited: OneOf<u32, List<String>>,
        /// The day it was published.
        Optional published: Date,
        /// Until when questions are answered.
        Optional questions_until: Moment,
        /// Until when offers are taken.
        Optional closes: Moment,
        /// What the offers are judged by.
        Required award_criteria: List<String>,
        /// After how many days prices become public.
        Required prices_public_after_days: u32,
        /// What came in.
        Optional offer: List<Offer>,
        /// The call itself.
        Optional link: Link,
        /// Its history.
        Required event: List<Event>,
    }
}

table! {
    /// One offer.
    Offer {
        /// Who made it.
        Required from: Ref<ORGANIZATION>,
        /// The day it came in.
        Required received: Date,
        /// What it would cost.
        Optional price: Money,
        /// What became of it.
        Optional outcome: OfferOutcome,
        /// Who of the group may not judge it.
        Optional conflicts: List<Ref<PERSON>>,
    }
}
