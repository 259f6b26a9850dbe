//! What looks like a link or a footnote and stayed text.

use crate::text::{Span, floor};

use super::outline::{LinkSlip, LooseLink};
use super::run::Run;

/// How far from its bracket a link is looked at.
const REACH: usize = 300;

/// How long the name of a footnote is.
const LONGEST_NAME: usize = 60;

/// How many links that stayed text are looked for; where there are more, the text is something else.
const MOST: usize = 500;

/// Adds to `found` the links that `run`, a stretch of plain text of `source`, would hold if they were written right, in order.
pub(super) fn loose_links(source: &str, run: &Run, found: &mut Vec<LooseLink>) {
    let text = run.text();
    let mut at = 0;
    while let Some(step) = memchr::memchr2(b']', b')', &text.as_bytes()[at..]).filter(|_| found.len() < MOST) {
        let bracket = at + step;
        at = bracket + 1;
        if run.is_escaped(bracket) || run.is_escaped(at) {
            continue;
        }
        if !matches!(text.as_bytes().get(at), Some(b'(' | b'[' | b' ')) && !is_beside_address(text, bracket) {
            continue;
        }
        let start = run.span(&(bracket..at)).start;
        let rest = &source[start..floor(source, start + REACH)];
        let rest = rest.split(['\n', '\r']).next().unwrap_or_default();
        let before = &source[floor(source, start.saturating_sub(REACH))..start];
        let before = before.rsplit('\n').next().unwrap_or_default();
        found.extend(slip(start, before, rest));
    }
}

/// Whether an address stands beside the bracket at `at` of `text`: behind one that closes words, before one that closes an address.
fn is_beside_address(text: &str, at: usize) -> bool {
    let is_end = |letter: char| letter.is_whitespace() || "()[]".contains(letter);
    let word = match text.as_bytes()[at] {
        b')' => text[floor(text, at.saturating_sub(REACH))..at].rsplit(is_end).next(),
        _ => text[at + 1..floor(text, at + 1 + REACH)].split(is_end).next(),
    };
    word.is_some_and(is_like_an_address)
}

fn slip(start: usize, before: &str, rest: &str) -> Option<LooseLink> {
    let link = |slip: LinkSlip, span: Span, words: &str, destination: &str| LooseLink {
        slip,
        span,
        words: words.trim().to_owned(),
        destination: destination.trim().to_owned(),
    };
    let words = |open: char| before.rfind(open).map(|at| (before.len() - at, &before[at + open.len_utf8()..]));
    if let Some(inner) = rest.strip_prefix("](") {
        let words = words('[').map_or("", |(_, words)| words);
        return Some(match closing(inner) {
            Some(end) => {
                let is_cut = inner[..end].trim().contains([' ', '\t']) && !inner[..end].contains(['"', '\'', '<']);
                let slip = if is_cut { LinkSlip::Blank } else { LinkSlip::Other };
                link(slip, Span::new(start, start + end + 3), words, &inner[..end])
            }
            None => {
                let end = inner.find([' ', '\t', '|']).unwrap_or(inner.len());
                link(LinkSlip::Open, Span::new(start, start + end + 2), words, &inner[..end])
            }
        });
    }
    if let Some(inner) = rest.strip_prefix("] (") {
        let end = closing(inner)?;
        let (_, words) = words('[')?;
        let is_meant = is_like_an_address(&inner[..end]);
        return is_meant.then(|| link(LinkSlip::Apart, Span::new(start, start + end + 4), words, &inner[..end]));
    }
    if let Some(inner) = rest.strip_prefix(")[") {
        // It may be closed as it should have been opened.
        let end = inner.find([']', ')'])?;
        let (back, words) = words('(')?;
        let is_meant = is_like_an_address(&inner[..end]);
        return is_meant
            .then(|| link(LinkSlip::Swapped, Span::new(start - back, start + end + 3), words, &inner[..end]));
    }
    // `[x]page.md)`, without the bracket between the two.
    if let Some(inner) = rest.strip_prefix(']') {
        let end = inner.find([')', ' ', '\t']).filter(|end| inner[*end..].starts_with(')'))?;
        let (back, words) = words('[')?;
        let is_meant = is_like_an_address(&inner[..end]);
        return is_meant.then(|| link(LinkSlip::Lost, Span::new(start - back, start + end + 2), words, &inner[..end]));
    }
    // `[services(services/index.md)`, without the one behind the words.
    let address = before.rfind('(').map(|at| (at, &before[at + 1..]))?;
    let (opened, words) = before[..address.0].rfind('[').map(|at| (at, &before[at + 1..address.0]))?;
    let is_meant = is_like_an_address(address.1) && !words.contains(']') && !words.trim().is_empty();
    is_meant.then(|| {
        let span = Span::new(start - (before.len() - opened), start + 1);
        link(LinkSlip::Lost, span, words, address.1)
    })
}

/// Where the bracket closes that stands before `inner`.
fn closing(inner: &str) -> Option<usize> {
    let mut depth = 0;
    let mut is_escaped = false;
    for (at, byte) in inner.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether `text` can hardly be anything but an address.
fn is_like_an_address(text: &str) -> bool {
    const BEGINS: [&str; 6] = ["https://", "http://", "mailto:", "www.", "./", "../"];
    const ENDS: [&str; 8] = [".md", ".pdf", ".png", ".jpg", ".svg", ".html", ".txt", ".csv"];
    let text = text.trim();
    let is_one = !text.is_empty() && !text.contains([' ', '\t']);
    is_one && (BEGINS.iter().any(|it| text.starts_with(it)) || ENDS.iter().any(|it| text.ends_with(it)))
}

/// The references to footnotes that are not there in `run`, with their names: those that are there are no text.
pub(super) fn undefined_notes(run: &Run) -> Vec<(String, Span)> {
    let text = run.text();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = memchr::memchr(b'[', &text.as_bytes()[at..]) {
        let start = at + step;
        at = start + 1;
        if !text[at..].starts_with('^') {
            continue;
        }
        at += 1;
        let name = text[at..floor(text, at + LONGEST_NAME)].split(']').next().unwrap_or_default();
        let is_closed = text[at + name.len()..].starts_with(']');
        if is_closed && !name.is_empty() && !name.contains([' ', '[', '^']) && !run.is_escaped(start) {
            found.push((name.to_owned(), run.span(&(start..at + name.len() + 1))));
        }
    }
    found
}
