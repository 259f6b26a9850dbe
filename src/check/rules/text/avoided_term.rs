//! Words that the group avoids.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::prelude::*;
use crate::markdown::stretches;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(terms) = facts.site.profile.requirements.terms() else { return Vec::new() };
    let lower = entry.text.to_lowercase();
    // Most texts hold none of them.
    if entry.outline.too_deep || !terms.keys().any(|term| lower.contains(&term.to_lowercase())) {
        return Vec::new();
    }
    let places = places(entry);
    let of_term = |(term, better): (&String, &String)| {
        let hits = places.iter().flat_map(|place| {
            let text = entry.text.get(place.range()).unwrap_or_default();
            occurrences(text, term).map(|hit| Span::from(hit).shifted(place.start))
        });
        let hits: BTreeSet<Span> = hits.collect();
        hits.into_iter().map(|span| finding(facts, entry, span, better)).collect::<Vec<_>>()
    };
    terms.iter().flat_map(of_term).collect()
}

/// Where the author's own words are: the texts of the front matter, and the prose without quotations and code.
fn places(entry: &Entry) -> Vec<Span> {
    let in_body = stretches(entry.body()).into_iter().map(|it| Span::from(it).shifted(entry.body_start));
    let in_front = entry.texts.iter().filter(|it| !it.is_link).map(|it| it.place(&entry.text));
    in_front.chain(in_body).collect()
}

fn finding(facts: &Facts, entry: &Entry, span: Span, better: &str) -> Diagnostic {
    let word = entry.text.get(span.range()).unwrap_or_default();
    let message = format!("the group does not say `{word}`");
    let help = format!("write `{better}`; what somebody else said belongs into a quotation: `> …`");
    facts.at(entry, span, message).at_level(Level::Warning).help(help)
}

/// Where `term` occurs in `text` as whole words, in whatever capitals.
fn occurrences<'a>(text: &'a str, term: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    text.char_indices().filter_map(move |(at, _)| {
        let here = text.get(at..at + term.len())?;
        let whole = !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + term.len()..].chars().next());
        (whole && here.to_lowercase() == term.to_lowercase()).then(|| at..at + term.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_whole_word_in_any_capitals() {
        let found: Vec<_> = occurrences("Czar, czars, the bug czar; Zcar", "czar").collect();
        assert_eq!(found, [0..4, 21..25]);
    }
}
