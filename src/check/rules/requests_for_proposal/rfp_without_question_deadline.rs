//! Calls that do not say until when questions are answered, or say a time that does not fit.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let (until, closes) = (&rfp.questions_until, rfp.closes.get());
    // What is closed takes no questions any more.
    let is_asked = until.is_missing() && entry.means() == Some(Means::Open);
    let (span, message) = match (until.get(), closes) {
        _ if is_asked => {
            (rfp.closes.span(), format!("{} does not say until when questions are answered", name(entry)))
        }
        (Some(own), Some(closes)) if own.date > closes.date => {
            let call = name(entry);
            let (own, closes) = (&own.text, &closes.text);
            (until.span(), format!("{call} answers questions until {own}, after its closing time, {closes}"))
        }
        _ => return None,
    };
    // A week is left for using the answers.
    let day = closes.map_or(facts.site.today, |closes| days_after(closes.date, -7));
    let help = format!(
        "add `questions_until = {day}T17:00:00Z`, some days before `closes`, so that every bidder can use the answers"
    );
    Some(facts.at(entry, span, message).help(help))
}
