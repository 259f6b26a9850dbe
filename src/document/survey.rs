//! A survey: what was asked, what came of it.

use crate::fields::List;
use crate::table;
use crate::text::Date;

table! {
    /// A survey; `surveys/<slug>.md`.
    Survey {
        /// What it is called.
        Required title: String,
        /// The first day to answer.
        Required opens: Date,
        /// The last day to answer.
        Required closes: Date,
        /// Who was asked.
        Required audience: String,
        /// With what: a form, a link.
        Required instrument: String,
        /// How many answered.
        Optional responses: u32,
        /// What was asked.
        Optional question: List<Question>,
        /// What follows from it.
        Optional actions: List<String>,
    }
}

table! {
    /// One question.
    Question {
        /// The question.
        Required text: String,
        /// What could be answered.
        Optional scale: String,
        /// What was answered: a sentence, or a link.
        Optional results: String,
    }
}
