//! Calls that do not say until when questions are answered, or say a time that does not fit.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;
use crate::text::days_after;
use crate::workflow::Means;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Rfp).filter_map(|entry| of_rfp(facts, entry)).collect()
}

fn of_rfp(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let rfp = entry.rfp()?;
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
        (Field::Absent | Field::Stated(_) | Field::Unknown(_) | Field::Withheld(_), _) => return None,
    };
    // A week is left for using the answers.
    let until = rfp.closes.get().map_or_else(|| facts.site.today, |closes| days_after(closes.date, -7));
    let help = format!(
        "add `questions_until = {until}T17:00:00Z`, some days before `closes`, so that every bidder can use the answers"
    );
    Some(facts.at(entry, span, message).help(help))
}
