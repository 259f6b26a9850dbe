//! The tables that several kinds have in common: events, comment windows, service levels, root access.

use crate::fields::{ACTOR, ANY, At, DECISION, Link, List, Objective, PERSON, Ref, SERVICE};
use crate::text::{Date, Span};
use crate::{table, word_list};

table! {
    /// What every record may say about itself.
    Common {
        /// One sentence, for lists and previews.
        Optional summary: String,
        /// Words to find it by.
        Optional tags: List<String>,
        /// The language of the text, when it is not the site's.
        Optional lang: String,
        /// Old addresses that lead here.
        Optional redirects: List<String>,
        /// Left out of the site without `--drafts`.
        Optional draft: bool,
        /// What was put right in it after it was settled.
        Optional correction: List<Correction>,
        /// What was taken out of it to protect somebody.
        Optional redaction: List<Redaction>,
    }
}

table! {
    /// Something in the record that was wrong and is put right: a slip that changes what the record says.
    Correction {
        /// The day on which it was put right.
        Required date: Date,
        /// Who put it right.
        Required by: Ref<ACTOR>,
        /// What it said before and what it says now, in a sentence.
        Required what: String,
        /// The decision that changes what was agreed on, where it is more than a slip.
        Optional decision: Ref<DECISION>,
    }
}

table! {
    /// Something that was taken out of the record to protect somebody.
    Redaction {
        /// The day on which it was taken out.
        Required date: Date,
        /// The decision to take it out.
        Required by: Ref<DECISION>,
        /// What sort of thing it was, in a sentence that does not say it.
        Required what: String,
    }
}

table! {
    /// One step of a record's history; the only thing that changes its state.
    Event {
        /// The state that the record enters.
        Required to: String,
        /// The day of the step.
        Required date: Date,
        /// Who took it.
        Required by: Ref<ACTOR>,
        /// The decision that carries it.
        Optional decision: Ref<DECISION>,
        /// The evidence.
        Optional link: Link,
        /// Why, in a sentence.
        Optional note: String,
    }
}

impl At<Event> {
    /// From its header to the end of its last key.
    pub fn whole(&self) -> Span {
        let keys = [self.to.span(), self.date.span(), self.by.span()];
        let more = [self.decision.span(), self.link.span(), self.note.span()];
        let end = keys.into_iter().chain(more).flatten().map(|key| key.end).max();
        Span::new(self.span.start, end.unwrap_or(self.span.end).max(self.span.end))
    }
}

table! {
    /// A stop that the record cannot pass by itself.
    Blocked {
        /// What it waits for: a record, or something outside in words.
        Required on: String,
        /// Since when.
        Required since: Date,
        /// Where the wait can be followed.
        Optional link: Link,
    }
}

table! {
    /// The days on which the public can comment.
    Window {
        /// The first day.
        Required opens: Date,
        /// The last day.
        Required closes: Date,
    }
}

word_list! {
    /// What a service level measures.
    Indicator {
        Availability = "availability",
        ResponseTime = "response-time",
        RecoveryTime = "recovery-time",
        GdprResponse = "gdpr-response",
    }
}

table! {
    /// One measured window of a service level.
    SloResult {
        /// The first day of the month.
        Required month: Date,
        /// What was measured, in the objective's unit.
        Required value: f64,
    }
}

table! {
    /// A service level objective.
    Slo {
        /// What is measured.
        Required indicator: Indicator,
        /// What is to be reached.
        Required objective: Objective,
        /// The service, where the record does not name one by itself.
        Optional service: Ref<SERVICE>,
        /// Over how many days.
        Optional window_days: u32,
        /// Where the measurement comes from.
        Optional source: String,
        /// The decision or the contract that agreed on it.
        Optional agreed_by: Ref<ANY>,
        /// What was measured.
        Optional result: List<SloResult>,
    }
}

word_list! {
    /// For whom somebody holds root access.
    HoldsFor { Iwg = "iwg", Group = "group", Board = "board", Contractor = "contractor", Operator = "operator" }
}

table! {
    /// One person with root access to a system.
    RootAccess {
        /// The service, where the record does not name one by itself.
        Optional service: Ref<SERVICE>,
        /// Who holds it.
        Required person: Ref<PERSON>,
        /// For whom.
        Required holds_for: HoldsFor,
    }
}
