//! Whether a file that is not marked as a draft in so many words was meant to be one. In doubt it stays back.
//!
//! A mark is a key that is nearly `draft`, wherever it stands, with any value but `false`, or a key that other tools use for
//! the same: `published = false`, `hidden = true`. Where the front matter is read, its keys are looked at; where it is not,
//! every line of it that could hold such a key.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::fields::{Front, is_single};
use crate::id::ContentPath;
use crate::text::Span;

use super::front::{Parts, first_visible, is_fence, is_invisible};

/// The key that marks a draft.
const DRAFT: &str = "draft";

/// Keys by which other tools hold a file back when they are true.
const HIDING: [&str; 7] = ["wip", "hidden", "private", "unlisted", "unpublished", "confidential", "embargoed"];

/// Keys by which other tools hold a file back when they are false.
const SHOWING: [&str; 6] = ["publish", "published", "public", "released", "listed", "visible"];

/// Words for a draft in other languages and spellings.
const OTHER_WORDS: [&str; 4] = ["draught", "entwurf", "brouillon", "borrador"];

/// How far from its beginning a file without front matter may begin one.
const LINES_BEFORE_FENCE: usize = 10;

/// What says that the file may be a draft, as the finding that holds it back. `None` when nothing does, or when the file is
/// marked by `draft = true` as it should be. `read` is what the parser made of the front matter of `parts`.
pub(super) fn doubt(path: &ContentPath, text: &str, parts: &Parts, read: Option<&Front>) -> Option<Diagnostic> {
    let mark = match parts.front.zip(read) {
        Some((span, front)) => {
            in_front(&text[span.range()], span.start, front).or_else(|| after_front_matter(text, parts.body))
        }
        None => in_lines(text, parts.unread),
    }?;
    let message =
        format!("`{}` may mark this file as a draft and is not read as such, so the file is held back", mark.key);
    let help = "write `draft = true` or `draft = false` as a key of its own, before the first table, between two lines `+++` \
                at the beginning of the file";
    Some(Diagnostic::new("possible-draft", path, mark.span, message).help(help))
}

/// A key that may mark a draft.
struct Mark {
    /// As it is written, without quotes.
    key: String,
    span: Span,
}

/// What stands behind a key, as far as it matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    False,
    /// Words for no that are not read as `false`.
    No,
    Yes,
    Other,
}

/// What a key has to do with drafts, whatever stands behind it.
#[derive(Clone, Copy, Default)]
struct Kinship {
    /// Nearly `draft`, or a word for it.
    is_near: bool,
    /// It begins or ends with `draft`, or hides a file in another tool.
    may_hide: bool,
    /// It shows a file in another tool.
    may_show: bool,
}

impl Kinship {
    fn of(key: &str) -> Kinship {
        if !may_be_kin(key) {
            return Kinship::default();
        }
        let word: String = key.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
        let word = ["is", "x"].iter().find_map(|it| word.strip_prefix(it)).unwrap_or(&word);
        // One letter more, less or other: all but one of its letters are there, so only few keys have to be compared.
        let is_as_long = (DRAFT.len() - 1..=DRAFT.len() + 1).contains(&word.chars().count());
        let is_likely = is_as_long && DRAFT.chars().filter(|letter| word.contains(*letter)).count() >= DRAFT.len() - 1;
        Kinship {
            is_near: is_likely && strsim::damerau_levenshtein(word, DRAFT) <= 1 || OTHER_WORDS.contains(&word),
            may_hide: word.starts_with(DRAFT) || word.ends_with(DRAFT) || HIDING.contains(&word),
            may_show: SHOWING.contains(&word),
        }
    }

    /// Whether such a key with a value of this sort holds a file back.
    fn marks(self, said: Said) -> bool {
        match said {
            Said::False => self.may_show,
            Said::No => self.is_near || self.may_show,
            Said::Yes => self.is_near || self.may_hide,
            Said::Other => self.is_near,
        }
    }
}

/// The Latin letters of `text` as a set, without their case.
const fn letters(text: &str) -> u32 {
    let (bytes, mut found, mut at) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        if bytes[at].is_ascii_alphabetic() {
            found |= 1 << (bytes[at] & 31);
        }
        at += 1;
    }
    found
}

const fn all_letters<const COUNT: usize>(words: [&str; COUNT]) -> [u32; COUNT] {
    let (mut found, mut at) = ([0; COUNT], 0);
    while at < COUNT {
        found[at] = letters(words[at]);
        at += 1;
    }
    found
}

/// Whether a key may be one of those that are looked for, by its letters: quickly, as nearly none is.
fn may_be_kin(key: &str) -> bool {
    const WORDS: [&[u32]; 3] = [&all_letters(HIDING), &all_letters(SHOWING), &all_letters(OTHER_WORDS)];
    let own = letters(key);
    !key.is_ascii()
        || (letters(DRAFT) & own).count_ones() as usize >= DRAFT.len() - 1
        || WORDS.iter().any(|words| words.iter().any(|word| *word & !own == 0))
}

/// Whether `front` says `draft = true`, also where something else on its line could not be read.
pub(super) fn is_marked(front: &Front) -> bool {
    front.table.get_ref().get(DRAFT).is_some_and(|value| value.get_ref().as_bool() == Some(true))
}

fn in_front(text: &str, offset: usize, front: &Front) -> Option<Mark> {
    if is_marked(front) {
        return None;
    }
    let table = &front.table;
    let read = in_table(table.get_ref()).map(|(key, span)| Mark { key, span: span.shifted(offset) });
    // Where it is broken, a key may stand in what was passed by.
    read.or_else(|| if front.is_whole() { None } else { lines(text, offset).find_map(mark) })
}

fn in_table(table: &DeTable) -> Option<(String, Span)> {
    table.iter().find_map(|(key, value)| {
        let name: &str = key.get_ref();
        let is_mark = Kinship::of(name).marks(said_by(value.get_ref()));
        let end = if is_single(value.get_ref()) { value.span().end } else { key.span().end };
        let place = Span::new(key.span().start, end);
        if is_mark { Some((name.to_owned(), place)) } else { in_value(value.get_ref()) }
    })
}

fn in_value(value: &DeValue) -> Option<(String, Span)> {
    match value {
        DeValue::Table(table) => in_table(table),
        DeValue::Array(items) => items.iter().find_map(|item| in_value(item.get_ref())),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            None
        }
    }
}

fn said_by(value: &DeValue) -> Said {
    match value {
        DeValue::Boolean(true) => Said::Yes,
        DeValue::Boolean(false) => Said::False,
        DeValue::String(text) => in_words(text),
        DeValue::Integer(number) => in_words(number.as_str()),
        DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => Said::Other,
    }
}

fn in_words(text: &str) -> Said {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" | "on" | "1" => Said::Yes,
        "false" | "no" | "n" | "off" | "0" | "" => Said::No,
        _ => Said::Other,
    }
}

/// A mark right behind the front matter, as where it was closed too early.
fn after_front_matter(text: &str, body: usize) -> Option<Mark> {
    let begin = body + first_visible(&text[body..]);
    let found = in_paragraph(lines(&text[begin..], begin));
    found.into_iter().find(|(line, _)| said_on(line) == Said::Yes).map(|(_, mark)| mark)
}

/// The marks on the lines up to the first empty one, each with its line. Outside front matter a sentence may have the word
/// before a colon: only the first word of a line is a key.
fn in_paragraph<'a>(lines: impl Iterator<Item = (&'a str, usize)>) -> Vec<(&'a str, Mark)> {
    let is_first = |line: &str, at: usize, mark: &Mark| !line[..mark.span.start - at].contains(char::is_alphanumeric);
    lines
        .take_while(|(line, _)| !line.trim().is_empty())
        .filter_map(|(line, at)| mark((line, at)).filter(|mark| is_first(line, at, mark)).map(|mark| (line, mark)))
        .collect()
}

/// A mark in front matter that is not read: in `unread`, where it is known where that stands; else in what the file begins
/// with, if that looks like keys.
fn in_lines(text: &str, unread: Option<Span>) -> Option<Mark> {
    if let Some(span) = unread {
        return lines(&text[span.range()], span.start).find_map(mark);
    }
    let begin = first_visible(text);
    let all: Vec<(&str, usize)> = lines(&text[begin..], begin).collect();
    if let Some((_, found)) = in_paragraph(all.iter().copied()).into_iter().next() {
        return Some(found);
    }
    let is_code = |line: &str| line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
    // A block of code is an example, unless the file begins with it.
    let fenced = all.iter().take(LINES_BEFORE_FENCE).take_while(|(line, at)| *at == begin || !is_code(line));
    let open = fenced.enumerate().find(|(at, (line, _))| is_fence(line) || (*at == 0 && is_code(line)))?.0;
    let closes = |line: &str| is_fence(line) || is_code(line);
    all[open + 1..].iter().take_while(|(line, _)| !closes(line)).copied().find_map(mark)
}

/// The lines of `text`, each with where it begins in the file. A carriage return ends a line too.
fn lines(text: &str, offset: usize) -> impl Iterator<Item = (&str, usize)> {
    let mut at = offset;
    text.split_inclusive(['\n', '\r']).map(move |line| {
        at += line.len();
        (line, at - line.len())
    })
}

/// The mark on a line of keys, whatever its notation: `draft = true`, `"draft": yes`, `- draft`, `{ draft = 1 }`.
fn mark((line, at): (&str, usize)) -> Option<Mark> {
    let (key, _, start) = first_mark(line)?;
    Some(Mark { span: Span::new(at + start, at + start + key.len()), key: key.to_owned() })
}

/// What stands behind the first mark on `line`.
fn said_on(line: &str) -> Said {
    first_mark(line).map_or(Said::Other, |(_, said, _)| said)
}

/// The first key on `line` that marks a draft, with what is said of it and where it stands: a word before a `=` or a `:`, or
/// the first word where that stands alone or before a word for yes. Each word is looked at once, however many signs follow.
fn first_mark(line: &str) -> Option<(&str, Said, usize)> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '-';
    let mut begins = None;
    let mut last = ("", 0, Kinship::default());
    for (at, letter) in line.char_indices() {
        if is_part(letter) {
            begins.get_or_insert(at);
            continue;
        }
        if let Some(start) = begins.take() {
            // A dash before a word begins an item of a list.
            let word = line[start..at].trim_start_matches('-');
            last = (word, at - word.len(), Kinship::of(word));
        }
        if matches!(letter, '=' | ':') {
            let (word, start, kinship) = last;
            let said = said_after(&line[at + 1..]);
            if kinship.marks(said) {
                return Some((word, said, start));
            }
        }
    }
    if line.contains(['=', ':']) {
        return None;
    }
    let mut words = line.split(|letter| !is_part(letter)).filter(|word| !word.trim_matches('-').is_empty());
    let word = match (words.next(), words.next()) {
        (Some(word), None) => word,
        (Some(word), Some(next)) if in_words(next) == Said::Yes => word,
        (Some(_), Some(_)) | (None, _) => return None,
    };
    Kinship::of(word).marks(Said::Yes).then(|| (word, Said::Yes, line.find(word).unwrap_or(0)))
}

/// What the value says that `text` begins with; no word that counts is longer than so many characters.
fn said_after(text: &str) -> Said {
    const LONGEST: usize = 40;
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
    let text = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
    let text = text.trim_end_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
    let end = text.find([',', '}', '#', ' ', '\t']).unwrap_or(text.len());
    match &text[..end] {
        "false" | "False" | "FALSE" => Said::False,
        bare => in_words(bare.trim_matches(['"', '\''])),
    }
}
