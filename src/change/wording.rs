//! The passages of a text that a change rewords.

use std::borrow::Cow;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::fields::{PERSON, bit};
use crate::id::Kind;
use crate::markdown::MentionKind;
use crate::site::Entry;
use crate::text::Span;

use super::slips::is_slip;
use super::{Side, Sites, spelled};

/// A passage that says something else than it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Where it was in the text of the base; empty where words came in.
    pub before: Span,
    /// Where it is in the text of the head; empty where words went.
    pub after: Span,
    /// Whether both say the same, but for a slip of the pen: spelling, a comma, an article.
    pub is_slip: bool,
}

impl Passage {
    /// How many words it has, in the base or in the head, whichever are more.
    pub fn words(&self, base: &str, head: &str) -> usize {
        let count = |text: &str, span: Span| text[span.range()].split_whitespace().count();
        count(base, self.before).max(count(head, self.after))
    }

    /// The line of `head`, the text with the change, on which the passage begins, without the space at its end.
    pub fn first_line(&self, head: &str) -> Span {
        let at = self.after.start;
        let start = head[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = head[at..].find('\n').map_or(head.len(), |end| at + end);
        Span::new(start, start + head[start..end].trim_end().len())
    }
}

/// Somebody or something that the change gives another name: both names, and the record in words.
pub(super) struct Renamed<'a> {
    names: [&'a str; 2],
    id: String,
}

/// The people, organizations, groups and services that the change gives another name, in the order of the base.
pub(super) fn renamed<'a>(sites: Sites<'a, '_>) -> Vec<Renamed<'a>> {
    let kinds = [Kind::Person, Kind::Organization, Kind::Group, Kind::Service];
    let before = kinds.into_iter().flat_map(|kind| sites.base.of_kind(kind));
    let called = before.filter_map(|before| {
        let after = sites.successor(before).filter(|after| after.title != before.title)?;
        let names = [before.title.as_str(), after.title.as_str()];
        let is_name = names.iter().all(|name| !name.trim().is_empty());
        is_name.then(|| Renamed { names, id: spelled(&after.id.canonical()) })
    });
    called.collect()
}

/// A word or a sign of a text, or what it stands for.
struct Token<'a> {
    place: Span,
    text: Cow<'a, str>,
}

/// Passages of more words than this that share neither their beginning nor their end are one passage: what they have in
/// common is by chance.
const TOO_MANY: usize = 10_000;

/// The passages of the two texts that differ, in their order; empty when both say the same.
pub(super) fn passages(sites: Sites, names: &[Renamed], before: &Entry, after: &Entry) -> Vec<Passage> {
    let (old, new) = (tokens(sites, names, Side::Before, before), tokens(sites, names, Side::After, after));
    let is_same = |(one, other): &(&Token, &Token)| one.text == other.text;
    let first = old.iter().zip(&new).take_while(is_same).count();
    let last = old[first..].iter().rev().zip(new[first..].iter().rev()).take_while(is_same).count();
    let (old_end, new_end) = (old.len() - last, new.len() - last);
    if letters(&old[first..old_end]).eq(letters(&new[first..new_end])) {
        return Vec::new();
    }
    let whole =
        || DiffOp::Replace { old_index: first, old_len: old_end - first, new_index: first, new_len: new_end - first };
    let words = |tokens: &[Token]| -> Vec<String> { tokens.iter().map(|it| it.text.to_string()).collect() };
    let is_long = (old_end - first).max(new_end - first) > TOO_MANY;
    let ops = match is_long {
        true => vec![whole()],
        false => capture_diff_slices(Algorithm::Myers, &words(&old[first..old_end]), &words(&new[first..new_end])),
    };
    let by = if is_long { 0 } else { first };
    let differing = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).filter_map(|op| {
        let (at, to) = (op.old_range(), op.new_range());
        let (at, to) = (at.start + by..at.end + by, to.start + by..to.end + by);
        // Words that are only divided otherwise say the same.
        let says_the_same = letters(&old[at.clone()]).eq(letters(&new[to.clone()]));
        let passage = || {
            let (was, is) = (stretch(before, &old, at), stretch(after, &new, to));
            Passage { before: was, after: is, is_slip: is_slip_of(sites, (before, was), (after, is)) }
        };
        (!says_the_same).then(passage)
    });
    differing.collect()
}

/// Whether the words at the two places say the same, but for a slip. A sign is judged with the letters and figures around it.
fn is_slip_of(sites: Sites, (before, was): (&Entry, Span), (after, is): (&Entry, Span)) -> bool {
    let (old, new) = (&*before.text, &*after.text);
    let common = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| -> usize {
        let same = one.zip(other).take_while(|(one, other)| one == other && !one.is_whitespace());
        same.map(|(letter, _)| letter.len_utf8()).sum()
    };
    let left = common(&mut old[..was.start].chars().rev(), &mut new[..is.start].chars().rev());
    let right = common(&mut old[was.end..].chars(), &mut new[is.end..].chars());
    let (old, new) = (&old[was.start - left..was.end + right], &new[is.start - left..is.end + right]);
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect()
    };
    let (had, has) = (words(old), words(new));
    let is_name = |word: &String| sites.base.is_first_name(word) || sites.head.is_first_name(word);
    let is_of_names = had.iter().filter(|word| !has.contains(word)).any(is_name)
        || has.iter().filter(|word| !had.contains(word)).any(is_name);
    !is_of_names && is_slip(old, new)
}

fn letters<'t>(tokens: &'t [Token]) -> impl Iterator<Item = char> + 't {
    tokens.iter().flat_map(|it| it.text.chars())
}

/// From the first to the last of `tokens[range]`; where there is none, the place before the next one.
fn stretch(entry: &Entry, tokens: &[Token], range: std::ops::Range<usize>) -> Span {
    let end = entry.text.trim_end().len();
    match &tokens[range.clone()] {
        [] => {
            let at = tokens.get(range.start).map_or(end, |next| next.place.start);
            Span::new(at, at)
        }
        [first, .., last] => Span::new(first.place.start, last.place.end),
        [only] => only.place,
    }
}

/// The words and signs of the text, without white space and without the destinations of links. In the place of a mention is
/// the record that it means, and in the place of a name that somebody has or had whose it is. A task counts as the same
/// whether or not it is done.
fn tokens<'a>(sites: Sites, names: &[Renamed], side: Side, entry: &'a Entry) -> Vec<Token<'a>> {
    let destinations = entry.outline.links.iter().filter_map(|link| Some((link.destination_span?, None)));
    let body = entry.body();
    let marks = ["[x]", "[X]"].into_iter().flat_map(|mark| body.match_indices(mark)).map(|(at, _)| {
        let at = entry.body_start + at + 1;
        (Span::new(at, at + 1), None)
    });
    let mentions = entry.outline.mentions.iter().filter_map(|mention| {
        let id = match &mention.what {
            MentionKind::Record(id) => sites.target(side, &id.to_string(), bit(id.kind)),
            MentionKind::Person(slug) => sites.target(side, slug, PERSON),
            MentionKind::Issue(_) => None,
        };
        Some((mention.span, Some(spelled(&id?))))
    });
    let called = names.iter().flat_map(|it| it.names.map(|name| (name, it))).flat_map(|(name, it)| {
        let places = body.match_indices(name).filter(|(at, _)| is_whole(body, *at, name));
        places.map(|(at, _)| {
            let start = entry.body_start + at;
            (Span::new(start, start + name.len()), Some(it.id.clone()))
        })
    });
    let mut replaced: Vec<(Span, Option<String>)> = destinations.chain(marks).chain(mentions).chain(called).collect();
    replaced.sort_by_key(|(span, _)| *span);
    let mut tokens = Vec::new();
    let mut end = entry.body_start;
    for (span, words) in replaced {
        // What is before the body, or in another replacement, is left out with it.
        if span.start >= end {
            tokens.extend(words_and_signs(&entry.text, Span::new(end, span.start)));
            tokens.extend(words.map(|words| Token { place: span, text: words.into() }));
        }
        end = end.max(span.end);
    }
    tokens.extend(words_and_signs(&entry.text, Span::new(end, entry.text.len())));
    tokens
}

/// Whether `name` stands at `at` as words of their own.
fn is_whole(text: &str, at: usize, name: &str) -> bool {
    !text[..at].ends_with(char::is_alphanumeric) && !text[at + name.len()..].starts_with(char::is_alphanumeric)
}

/// Runs of letters and digits, and each other sign by itself.
fn words_and_signs(text: &str, range: Span) -> impl Iterator<Item = Token<'_>> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        let rest = text.get(at..range.end)?;
        let start = at + rest.find(|letter: char| !letter.is_whitespace())?;
        let first = text[start..].chars().next()?;
        let word = text[start..range.end].find(|letter: char| !letter.is_alphanumeric());
        let end = match word {
            Some(0) => start + first.len_utf8(),
            Some(length) => start + length,
            None => range.end,
        };
        at = end;
        Some(Token { place: Span::new(start, end), text: text[start..end].into() })
    })
}
