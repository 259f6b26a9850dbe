//! Words that the group avoids.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::prelude::*;
use crate::markdown::stretches;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if facts.site.profile.requirements.terms.is_empty() {
        return Vec::new();
    }
    facts.site.entries.iter().flat_map(|entry| of_entry(facts, entry)).collect()
}

fn of_entry(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let terms = &facts.site.profile.requirements.terms;
    let lower = entry.text.to_lowercase();
    // Most texts hold none of them.
    if entry.outline.too_deep || !terms.keys().any(|term| lower.contains(&term.to_lowercase())) {
        return Vec::new();
    }
    let in_body = stretches(entry.body()).into_iter().map(|it| Span::from(it).shifted(entry.body_start));
    let in_front = entry.texts.iter().filter(|it| !it.is_link).map(|it| it.place(&entry.text));
    let places: Vec<Span> = in_front.chain(in_body).collect();
    let mut found = Vec::new();
    for (term, better) in terms {
        let hits = places.iter().flat_map(|place| {
            let text = entry.text.get(place.range()).unwrap_or_default();
            occurrences(text, term).map(|hit| Span::from(hit).shifted(place.start))
        });
        let hits: BTreeSet<Span> = hits.collect();
        found.extend(hits.into_iter().map(|span| finding(facts, entry, span, better)));
    }
    found
}

fn finding(facts: &Facts, entry: &Entry, span: Span, better: &str) -> Diagnostic {
    let word = entry.text.get(span.range()).unwrap_or_default();
    let message = format!("the group does not say `{word}`");
    let help = format!("write `{better}`; what somebody else said stands in a quotation: `> …`");
    let finding = facts.at(entry, span, message).at_level(Level::Warning).help(help);
    finding.cited(facts.site.profile.clause_of("terms"))
}

/// Where `term` stands in `text` as whole words, in whatever capitals.
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
