//! What plain text names without marking it: records, people, issues, bare addresses.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{Memchr3, memchr3_iter};

use crate::id::{Naming, RecordId};
use crate::layout::Layout;

use super::url;

/// What a mention names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// `SOW-0003`, `MTG-2021-04-27-board`.
    Record(RecordId),
    /// The slug in `@tom-stellard`.
    Person(String),
    /// The number in `#27`.
    Issue(u64),
}

/// Something found in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Mention(MentionKind),
    /// The address to follow: `https://llvm.org`, also for a text that begins with `www.`.
    Url(String),
}

/// Hands every mention and bare address of `text` to `found`, in order, with its place. They never overlap.
/// The work is in proportion to the text: what was looked at and is nothing is not looked at again. What the ids of records
/// begin with is as `layout` says.
pub(super) fn scan(text: &str, layout: &Layout, mut found: impl FnMut(Range<usize>, Found)) {
    let (mut from, mut at) = (0, 0);
    // One byte that every find has: `://`, `@`, `#`, the hyphen of an id, and `www.`, of which hardly any text has one.
    let dot = if WWW.find(text.as_bytes()).is_some() { b'.' } else { b'-' };
    let marks = [memchr3_iter(b':', b'@', b'#', text.as_bytes()), memchr3_iter(b'-', dot, dot, text.as_bytes())];
    for place in in_order(marks) {
        if place < at {
            continue;
        }
        let candidate = match text.as_bytes()[place] {
            b':' => web_address(text, from, place),
            b'.' => www_address(text, from, place),
            b'@' => person(text, place),
            b'#' => issue(text, place),
            _ => record(text, layout, from, place),
        };
        at = place + 1;
        if let Some((range, what)) = candidate {
            at = range.end.max(at);
            from = at;
            if let Some(what) = what {
                found(range, what);
            }
        }
    }
}

static WWW: LazyLock<Finder> = LazyLock::new(|| Finder::new(b"www."));

/// The places that both give, in order.
pub(super) fn in_order([one, other]: [Memchr3; 2]) -> impl Iterator<Item = usize> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(at), Some(its)) if at < its => one.next(),
        (Some(_), None) => one.next(),
        (Some(_) | None, _) => other.next(),
    })
}

/// A place that was looked at, and what was found there.
type Candidate = Option<(Range<usize>, Option<Found>)>;

fn web_address(text: &str, from: usize, colon: usize) -> Candidate {
    text[colon..].strip_prefix("://")?;
    let before = &text.as_bytes()[from..colon];
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let start = before.len().checked_sub(scheme.len());
        start.is_some_and(|start| before[start..].eq_ignore_ascii_case(scheme.as_bytes()))
    })?;
    let start = colon - scheme.len();
    // Scripts that put no blank between words put none before an address either.
    if before_is(text, start, |before| before.is_ascii_alphanumeric()) {
        return None;
    }
    let end = start + address_end(&text[start..]);
    let address = &text[start..end];
    Some((start..end, url::is_allowed(address, false).then(|| Found::Url(address.to_owned()))))
}

fn www_address(text: &str, from: usize, dot: usize) -> Candidate {
    let start = dot.checked_sub(3).filter(|start| *start >= from)?;
    if &text.as_bytes()[start..dot] != b"www"
        || before_is(text, start, |it| it.is_ascii_alphanumeric() || "._-/@".contains(it))
    {
        return None;
    }
    let end = start + address_end(&text[start..]);
    let address = format!("http://{}", &text[start..end]);
    let is_whole = end > dot + 1 && url::is_allowed(&address, false);
    Some((start..end, is_whole.then_some(Found::Url(address))))
}

/// Where the address at the start of `text` ends: before white space, and without the punctuation of the sentence around it.
fn address_end(text: &str) -> usize {
    // The last two are the punctuation of scripts that put no space after an address.
    let is_end = |it: char| {
        it.is_whitespace()
            || it.is_control()
            || "<>\"`".contains(it)
            || matches!(it, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
    };
    let end = text.find(is_end);
    let mut address = &text[..end.unwrap_or(text.len())];
    let count = |bracket: u8| address.bytes().filter(|byte| *byte == bracket).count();
    let mut unbalanced = [(b'(', b')'), (b'[', b']'), (b'{', b'}')]
        .map(|(open, close)| (char::from(close), count(close).saturating_sub(count(open))));
    while let Some(last) = address.chars().next_back() {
        let is_outside = match unbalanced.iter_mut().find(|(close, _)| *close == last) {
            Some((_, 0)) => false,
            Some((_, left)) => {
                *left -= 1;
                true
            }
            None => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '…' | '’' | '”' | '»'),
        };
        if !is_outside {
            break;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
    address.len()
}

/// `@slug`, but not `a@b`, `@a/b`, `@a.b`, `@Name`.
fn person(text: &str, at: usize) -> Candidate {
    if before_is(text, at, |it| it.is_alphanumeric() || "._-/@+".contains(it)) {
        return None;
    }
    let rest = &text[at + 1..];
    let long = rest.bytes().take_while(|byte| is_slug(*byte)).count();
    let after = &rest[long..];
    let goes_on = match after.chars().next() {
        Some('.' | ':') => after[1..].starts_with(char::is_alphanumeric),
        Some(next) => next.is_alphanumeric() || matches!(next, '_' | '/' | '@'),
        None => false,
    };
    let slug = rest[..long].trim_end_matches('-');
    let is_person = !goes_on && slug.starts_with(|first: char| first.is_ascii_alphanumeric());
    let found = is_person.then(|| Found::Mention(MentionKind::Person(slug.to_owned())));
    Some((at..at + 1 + if is_person { slug.len() } else { long }, found))
}

/// `#27`, but not `C#7`, `a/b#27`, `#27th`.
fn issue(text: &str, at: usize) -> Candidate {
    if before_is(text, at, |it| it.is_alphanumeric() || "_#&/-.+".contains(it)) {
        return None;
    }
    let rest = &text[at + 1..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let goes_on = rest[digits..].starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let is_issue = (1..10).contains(&digits) && !goes_on && !rest.starts_with('0');
    let number = rest[..digits].parse().ok().filter(|_| is_issue);
    Some((at..at + 1 + digits, number.map(|number| Found::Mention(MentionKind::Issue(number)))))
}

/// No prefix of an id is longer.
const LONGEST_PREFIX: usize = 16;

/// The prefix of a kind of record before the hyphen and a digit after it, when they are an id.
fn record(text: &str, layout: &Layout, from: usize, hyphen: usize) -> Candidate {
    let rest = &text[hyphen + 1..];
    let before = &text.as_bytes()[from..hyphen];
    let letters = before.iter().rev().take(LONGEST_PREFIX + 1).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if !rest.starts_with(|next: char| next.is_ascii_digit()) {
        return None;
    }
    let start = hyphen - letters;
    layout.with_prefix(&text[start..hyphen])?;
    if before_is(text, start, |it| it.is_alphanumeric() || "_-/.@#".contains(it)) {
        return None;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let long = rest.bytes().take_while(|byte| is_slug(*byte)).count();
    let goes_on = |end: usize| rest[end..].starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let found =
        [rest[..long].trim_end_matches('-').len(), digits].into_iter().filter(|end| !goes_on(*end)).find_map(|end| {
            let id = layout.parse(&text[start..hyphen + 1 + end])?;
            let fits = match id.kind.naming() {
                Naming::Dated => end == 10 || rest.as_bytes()[10] == b'-',
                Naming::Numbered | Naming::Named | Naming::Free => end < 10,
            };
            fits.then_some((end, Found::Mention(MentionKind::Record(id))))
        });
    Some(match found {
        Some((end, found)) => (start..hyphen + 1 + end, Some(found)),
        None => (start..hyphen + 1 + long, None),
    })
}

fn is_slug(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

fn before_is(text: &str, at: usize, what: impl Fn(char) -> bool) -> bool {
    text[..at].chars().next_back().is_some_and(what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let mut all = Vec::new();
        scan(text, Layout::usual(), |range, what| {
            all.push(match what {
                Found::Url(url) => format!("<{url}>"),
                Found::Mention(_) => text[range].to_owned(),
            });
        });
        all.join(" ")
    }

    #[test]
    fn mentions_stand_between_words() {
        for (text, expected) in [
            ("SOW-0003, DEC-2; (PRP-0001).", "SOW-0003 DEC-2 PRP-0001"),
            ("MTG-2021-04-27 and MTG-2021-04-27-board.", "MTG-2021-04-27 MTG-2021-04-27-board"),
            ("the SOW-0003-related work", "SOW-0003"),
            ("MTG-2021-13-01 MTG-2021-04-27x XSOW-1 a/SOW-1 SOW-1a SOW-1234567890 UTF-8 SOW-x", ""),
            ("@tom-stellard: ask @a, @b-.", "@tom-stellard @a @b"),
            ("a@b.org @Tom @types/node @a_b @a.b @user@host @ -@x", ""),
            ("#27, (#3) and #4.", "#27 #3 #4"),
            ("C#7 C# #x #27th a/b#27 #0 ##1 &#39;", ""),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn bare_addresses_end_before_the_punctuation_of_the_sentence() {
        for (text, expected) in [
            ("see https://llvm.org/docs.", "<https://llvm.org/docs>"),
            ("(https://en.wikipedia.org/wiki/A_(b))", "<https://en.wikipedia.org/wiki/A_(b)>"),
            ("https://a.b/?x=1&y=2#z, HTTP://c.d!", "<https://a.b/?x=1&y=2#z> <HTTP://c.d>"),
            ("参照https://llvm.org/x。次", "<https://llvm.org/x>"),
            ("参照www.llvm.org。次", "<http://www.llvm.org>"),
            ("参照 https://llvm.org/x。次", "<https://llvm.org/x>"),
            ("www.llvm.org, xwww.llvm.org", "<http://www.llvm.org>"),
            ("https://a.b/SOW-0001 xhttp://a.b http:// https://(", "<https://a.b/SOW-0001>"),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
