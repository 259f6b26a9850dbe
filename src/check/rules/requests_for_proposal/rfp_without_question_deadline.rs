//! Calls that do not say until when questions are answered, or say a time that does not fit.

use crate::check::prelude::*;

pub const FIND: Find = each!(rfp, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let (span, message) = match (&rfp.questions_until, rfp.closes.get()) {
        // What is closed takes no questions any more.
        (Field::Absent, _) if entry.means() == Some(Means::Open) && !is_unread(entry, "questions_until") => {
            (rfp.closes.span(), format!("{} does not say until when questions are answered", name(entry)))
        }
        (Field::Stated(until), Some(closes)) if until.value.date > closes.date => (
            Some(until.span),
            format!(
                "{} answers questions until {}, after its closing time, {}",
                name(entry),
                until.value.text,
                closes.text
            ),
        ),
        (Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Unknown(_) | Field::Withheld(_), _) => return None,
    };
    // A week is left for using the answers.
    let until = rfp.closes.get().map_or_else(|| facts.site.today, |closes| days_after(closes.date, -7));
    let help = format!(
        "add `questions_until = {until}T17:00:00Z`, some days before `closes`, so that every bidder can use the answers"
    );
    Some(facts.at(entry, span, message).help(help))
}
