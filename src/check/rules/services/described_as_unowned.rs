//! Services that have an owner by their front matter, and none by their text.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::check::prelude::*;

const UNOWNED: [&str; 14] = [
    "unowned",
    "orphaned",
    "unmaintained",
    "no owner",
    "no maintainer",
    "without an owner",
    "without a maintainer",
    "nobody maintains",
    "looking for a maintainer",
    "looking for maintainers",
    "looking for an owner",
    "needs a maintainer",
    "needs an owner",
    "maintainer wanted",
];

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let owner = service.owner.get().filter(|_| service.is_in_use())?;
    let (word, span) =
        [service.purpose.span(), entry.common.summary.span(), Some(Span::new(entry.body_start, entry.text.len()))]
            .into_iter()
            .flatten()
            .find_map(|place| unowned_words(entry, place))?;
    let message =
        format!("the text of {} says {}, and its owner is `{}`", name(entry), quoted([word], "and"), owner.as_str());
    let help = "if the owner looks after it, correct the text; if nobody does, write `owner = { unknown = \"…\" }`, so \
        that it is listed as vacant";
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.label(&entry.path, service.owner.span(), "the owner"))
}

static WORDS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let mut builder = AhoCorasick::builder();
    let words = builder.match_kind(MatchKind::LeftmostFirst).ascii_case_insensitive(true).build(UNOWNED);
    words.expect("the table is short")
});

/// The first words in one place of the text that say that nobody has the service, with their place.
fn unowned_words(entry: &Entry, place: Span) -> Option<(&'static str, Span)> {
    let found = WORDS.find(&entry.text[place.range()])?;
    Some((UNOWNED[found.pattern().as_usize()], Span::from(found.range()).shifted(place.start)))
}
