//! Amounts beside words on offers, while the prices of a call are not public.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::check::rules::money::amount_in_withheld_record::{places, within};
use crate::site::withheld::secrets;

/// By these words one sees that an amount is what somebody asks for.
static OFFERS: LazyLock<Regex> = LazyLock::new(|| {
    let words = "offer(?:s|ed|ing)?|bids?|bidder|quot(?:es?|ed|ation)|tender";
    Regex::new(&format!(r"(?i)(?:(?-u:\b)|_)(?:{words})(?:(?-u:\b)|_)")).expect("the pattern is a constant")
});

pub const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Vec<Diagnostic> {
    let Some(public) = public_on(rfp).filter(|public| *public > facts.site.today) else { return Vec::new() };
    // What was taken back before an award has no prices to wait for.
    let had_offers = entry.means().is_some_and(|means| means >= Means::Open && means != Means::Withdrawn);
    if !had_offers {
        return Vec::new();
    }
    let matters: Vec<&Entry> = [entry].into_iter().chain(facts.site.target(entry, "sow")).collect();
    // Where an amount is withheld, another rule reads the same texts.
    let open = matters
        .iter()
        .copied()
        .filter(|it| !secrets(it).iter().any(|secret| secret.is_amount() && secret.holds(facts.site.today)));
    let mut found = Vec::new();
    for matter in open {
        found.extend(in_record(facts, entry, matter, public));
        found.extend(in_minutes(facts, entry, matter, public));
    }
    found.sort_by(Diagnostic::order);
    found.dedup_by(|one, other| one.path == other.path && one.span == other.span);
    found
}

/// The first day on which everybody may know the prices.
fn public_on(rfp: &Rfp) -> Option<Date> {
    Some(days_after(rfp.closes.get()?.date, i64::from(*rfp.prices_public_after_days.get()?)))
}

fn in_record(facts: &Facts, rfp: &Entry, matter: &Entry, public: Date) -> Vec<Diagnostic> {
    let text = &matter.text[matter.body_start..];
    paragraphs(text)
        .map(|span| span.shifted(matter.body_start))
        .filter(|span| OFFERS.is_match(&matter.text[span.range()]))
        .flat_map(|span| within(matter, span))
        .map(|span| finding(facts, rfp, matter, span, public))
        .collect()
}

fn in_minutes(facts: &Facts, rfp: &Entry, matter: &Entry, public: Date) -> Vec<Diagnostic> {
    let mut meetings: Vec<usize> = matter.backlinks.iter().map(|link| link.from).collect();
    meetings.dedup();
    let meetings = meetings.into_iter().map(|at| &facts.site.entries[at]).filter(|from| from.kind() == Kind::Meeting);
    let spans = meetings.flat_map(|meeting| {
        let parts = places(facts.site, meeting, matter).into_iter().flat_map(|place| {
            let parts = paragraphs(&meeting.text[place.range()]).map(move |span| span.shifted(place.start));
            parts.collect::<Vec<_>>()
        });
        let offers = parts.filter(|span| OFFERS.is_match(&meeting.text[span.range()]));
        offers.flat_map(|span| within(meeting, span)).map(|span| (meeting, span)).collect::<Vec<_>>()
    });
    spans.map(|(meeting, span)| finding(facts, rfp, meeting, span, public)).collect()
}

/// The message does not repeat the amount: it is quoted in places where the text is not.
fn finding(facts: &Facts, rfp: &Entry, entry: &Entry, span: Span, public: Date) -> Diagnostic {
    let message = format!(
        "an amount is beside a word on offers, and the prices of {} are not public before {public}",
        name(rfp)
    );
    let help = "take it out, also of the history of the files; if it is no price of an offer, say so in a waiver";
    facts.at(entry, span, message).help(help)
}

fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split("\n\n").map(|part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + part.len())
    })
}
