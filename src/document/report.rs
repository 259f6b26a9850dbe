//! A report on a period: what was done, what is planned.

use crate::fields::Link;
use crate::text::Date;
use crate::{table, word_list};

word_list! {
    /// Who it is written for.
    Audience { Board = "board", Community = "community", Conference = "conference", Donor = "donor" }
}

table! {
    /// A report; `reports/<slug>.md`.
    Report {
        /// What it is called.
        Optional title: String,
        /// What it covers.
        Required period: Period,
        /// Who it is written for.
        Required audience: Audience,
        /// The day it was published.
        Optional published: Date,
        /// Where it was given.
        Optional link: Link,
    }
}

table! {
    /// A stretch of days.
    Period {
        /// The first.
        Required from: Date,
        /// The last.
        Required to: Date,
    }
}
