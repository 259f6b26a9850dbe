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
    if !entry.means().is_some_and(|means| means >= Means::Open && means != Means::Withdrawn) {
        return Vec::new();
    }
    let matters = [entry].into_iter().chain(facts.site.target(entry, "sow"));
    // Where an amount is withheld, another rule reads the same texts.
    let is_read = |matter: &Entry| secrets(matter).iter().any(|it| it.is_amount() && it.holds(facts.site.today));
    let places = matters.filter(|matter| !is_read(matter)).flat_map(|matter| {
        let own = (matter, Span::new(matter.body_start, matter.text.len()));
        [own].into_iter().chain(in_minutes(facts, matter)).collect::<Vec<_>>()
    });
    let amounts = places.flat_map(|(record, place)| {
        let parts = paragraphs(&record.text[place.range()]).map(move |span| span.shifted(place.start));
        let offers = parts.filter(|span| OFFERS.is_match(&record.text[span.range()]));
        offers.flat_map(|span| within(record, span)).map(move |span| (record, span)).collect::<Vec<_>>()
    });
    let mut found: Vec<_> = amounts.map(|(record, span)| finding(facts, entry, record, span, public)).collect();
    found.sort_by(Diagnostic::order);
    found.dedup_by(|one, other| one.path == other.path && one.span == other.span);
    found
}

/// The first day on which everybody may know the prices.
fn public_on(rfp: &Rfp) -> Option<Date> {
    Some(days_after(rfp.closes.get()?.date, i64::from(*rfp.prices_public_after_days.get()?)))
}

/// Where the minutes of meetings speak of `matter`.
fn in_minutes<'a>(facts: &Facts<'a>, matter: &Entry) -> Vec<(&'a Entry, Span)> {
    let mut meetings: Vec<usize> = matter.backlinks.iter().map(|link| link.from).collect();
    meetings.dedup();
    let meetings = meetings.into_iter().map(|at| &facts.site.entries[at]).filter(|from| from.kind() == Kind::Meeting);
    meetings.flat_map(|meeting| places(facts.site, meeting, matter).into_iter().map(move |it| (meeting, it))).collect()
}

/// The message does not repeat the amount: it is quoted in places where the text is not.
fn finding(facts: &Facts, rfp: &Entry, entry: &Entry, span: Span, public: Date) -> Diagnostic {
    let message =
        format!("an amount is beside a word on offers, and the prices of {} are not public before {public}", name(rfp));
    let help = "take it out, also of the history of the files; if it is no price of an offer, say so in a waiver";
    facts.at(entry, span, message).help(help)
}

fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split("\n\n").map(|part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + part.len())
    })
}
