//! Services that have an owner by their front matter, and none by their text.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;

/// Somebody who could have a service.
const WHO: &str = "(?:maintainer|owner|caretaker|administrator|admin)s?";

static UNOWNED: LazyLock<Regex> = LazyLock::new(|| {
    let words = [
        "unowned|orphaned|unmaintained|ownerless".to_owned(),
        format!("(?:no|without an?y?|needs an?(?: new)?) (?:current )?{WHO}"),
        format!("(?:looking|searching) for (?:an? |some )?(?:new |other |another )?{WHO}"),
        format!("{WHO} wanted"),
        "(?:nobody|no one) (?:maintains|owns|looks after|knows who)".to_owned(),
        "(?:unclear|not clear|unknown|not known) who (?:owns|maintains|runs|is responsible)".to_owned(),
    ];
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{})(?-u:\b)", words.join("|"))).expect("the pattern is a constant")
});

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let owner = service.owner.get().filter(|_| service.is_in_use())?;
    let places =
        [service.purpose.span(), entry.common.summary.span(), Some(Span::new(entry.body_start, entry.text.len()))];
    let found = places.into_iter().flatten().flat_map(|place| {
        UNOWNED.find_iter(&entry.text[place.range()]).map(move |it| Span::from(it.range()).shifted(place.start))
    });
    let spans: Vec<Span> = found.collect();
    let word = entry.text[spans.first()?.range()].to_lowercase();
    let message = format!(
        "the text of {} says {}, and its owner is `{}`",
        name(entry),
        quoted([word.as_str()], "and"),
        owner.as_str()
    );
    let help = "if the owner looks after it, correct the text; if nobody does, write `owner = { unknown = \"…\" }`, so \
        that it is listed as vacant";
    let finding = facts.at_all(entry, spans, message, "and here").help(help);
    Some(finding.label(&entry.path, service.owner.span(), "the owner"))
}
