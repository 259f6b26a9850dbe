//! What a key asks for whose value the parser could not read, so that the value is told, and mended, as that.

use toml::de::DeTable;

use super::headers::header_above;
use super::reader::Reader;
use super::{Parts, Shape, slips};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::{Span, nearest};

impl Reader<'_> {
    /// What is asked for by the key that is written as `key` on the line of the byte `at` of `source`; anything where nobody knows.
    pub(super) fn asked(&self, source: &str, at: usize, key: &str) -> Shape {
        let Some(shapes) = self.shapes else { return Shape::Any };
        let above = header_above(source, at).map(|header| header.name);
        let mut path = above.into_iter().flat_map(|name| name.split('.')).chain(key.split('.')).map(str::trim);
        let outermost = path.next().map_or(Shape::Any, shapes);
        path.fold(outermost, |shape, key| inner(&shape, key))
    }
}

/// What `key` asks for in a table of `shape`, or in each of a list of them.
fn inner(shape: &Shape, key: &str) -> Shape {
    match shape.parts() {
        Parts::Items(item) => inner(item, key),
        Parts::Keys(rows) => rows.iter().find(|row| row.key == key).map_or(Shape::Any, |row| (row.shape)()),
        Parts::Values(value) => value.clone(),
        Parts::Choices(shapes) => {
            let inner = shapes.iter().map(|shape| inner(shape, key)).find(|shape| !matches!(shape, Shape::Any));
            inner.unwrap_or(Shape::Any)
        }
        Parts::One => Shape::Any,
    }
}

/// The finding that `text` behind `key` is nothing of `shape`, which never stands in quotes; `None` for other shapes.
pub(super) fn misread(reader: &Reader, key: &str, text: &str, place: Span, shape: &Shape) -> Option<Diagnostic> {
    if !shape.is_never_quoted() || text.starts_with(['"', '\'', '[', '{']) {
        return None;
    }
    let message = format!("`{key}` must be {}, and what stands here is not", shape.expected());
    let finding = Diagnostic::new("invalid-toml", reader.path, place, message);
    let says_nothing = ["unknown", "none", "null", "nil", "tbd", "n/a", "?"].contains(&&*text.to_lowercase());
    if says_nothing && reader.origin.has_gaps() {
        let help = format!("if nobody knows, say so with a reason: `{key} = {{ unknown = \"why\" }}`");
        return Some(finding.help(help));
    }
    let Some(meant) = nearly(shape, text) else {
        return Some(finding.help(slips::example(key, shape) + &gap(reader, key)));
    };
    let title = format!("write `{key} = {meant}`");
    Some(finding.help(title.clone()).fix(Fix::patch(title, vec![Edit::new(reader.path, place, meant)])))
}

/// What `text` is likely to mean where `shape` is asked for.
fn nearly(shape: &Shape, text: &str) -> Option<String> {
    match shape {
        Shape::Boolean => nearest(&text.to_lowercase(), ["true", "false"]).map(str::to_owned),
        Shape::Integer | Shape::Number => {
            let digits = text.split(char::is_whitespace).next()?;
            let groups: Vec<&str> = digits.split([',', '’', '\'']).collect();
            let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
            let (first, rest) = groups.split_first()?;
            let is_grouped = rest.iter().all(|group| group.len() == 3) && first.len() <= 3 || rest.is_empty();
            let number: u32 = groups.concat().parse().ok()?;
            (groups.iter().all(is_number) && is_grouped).then(|| number.to_string())
        }
        Shape::Date
        | Shape::Moment
        | Shape::Either(_)
        | Shape::Text
        | Shape::Money
        | Shape::Link
        | Shape::Objective
        | Shape::Reference(_)
        | Shape::Word(_)
        | Shape::List(_)
        | Shape::Table(_)
        | Shape::Map(_)
        | Shape::Any => None,
    }
}

/// What to write where nobody knows, as the end of a sentence; empty in a file that has to say it.
fn gap(reader: &Reader, key: &str) -> String {
    match reader.origin.has_gaps() {
        true => format!("; if nobody knows, `{key} = {{ unknown = \"why\" }}`"),
        false => String::new(),
    }
}

/// The finding that nothing stands behind the sign `=` on the line of the byte `at` of `source`, or nothing but a comment; `None` where
/// something does.
pub(super) fn nothing(reader: &Reader, source: &str, at: usize) -> Option<Diagnostic> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    let (key, rest) = line.split_once('=')?;
    let (key, value) = (key.trim(), rest.trim_start());
    let is_key = !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter));
    if !is_key || !(value.is_empty() || value.starts_with('#')) {
        return None;
    }
    let sign = start + line.len() - rest.len();
    let place = Span::new(start + line.len() - line.trim_start().len(), sign).shifted(reader.offset);
    let finding = Diagnostic::new("invalid-toml", reader.path, place, format!("nothing stands behind `{key} =`"));
    let said = value.trim_start_matches('#').trim();
    if !said.is_empty() && DeTable::parse(&format!("k = {said}")).is_ok() {
        let begin = start + line.len() - value.len();
        let mark = Span::new(begin, begin + value.len() - value.trim_start_matches('#').trim_start().len());
        let title = "take the `#` out, which makes a comment of what it says";
        let edit = Edit::new(reader.path, mark.shifted(reader.offset), "");
        return Some(finding.help(title).fix(Fix::patch(title, vec![edit])));
    }
    let shape = reader.asked(source, at, key);
    let example = slips::example(key, &shape);
    let example = if example.is_empty() { "write what it says behind it".to_owned() } else { example };
    Some(finding.help(format!("{example}, or take the key out{}", gap(reader, key))))
}

/// The finding that blanks stand in a key on the line of the byte `at` of `source`, where there is one with that name; `None` else.
pub(super) fn blanks_in_key(reader: &Reader, source: &str, at: usize) -> Option<Diagnostic> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    let written = line.split_once('=')?.0.trim();
    let key = written.split_whitespace().collect::<Vec<_>>().join("_");
    let is_plain = written.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == ' ');
    let is_known = is_plain && key != written && !matches!(reader.asked(source, at, &key), Shape::Any);
    is_known.then(|| {
        let begin = start + line.len() - line.trim_start().len();
        let place = Span::new(begin, begin + written.len()).shifted(reader.offset);
        let title = format!("write `{key} = …`");
        Diagnostic::new("invalid-toml", reader.path, place, format!("the key `{key}` is written with blanks"))
            .help(title.clone())
            .fix(Fix::patch(title, vec![Edit::new(reader.path, place, key)]))
    })
}
