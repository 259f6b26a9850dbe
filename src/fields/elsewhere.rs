//! Keys that stand in another table than the one that would read them: one table too deep, as below the last header of a file, or
//! with the header of their own table missing above them. What they say is not read, and each such slip is one finding.

use toml::de::{DeTable, DeValue};

use super::headers::Header;
use super::misspelt::{Elsewhere, Misspelt, is_known, misspelt};
use super::reader::{Reader, TableReader, is_single};
use super::{FieldRow, Parts, Presence, Shape, slips};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::{Span, quoted};

/// A key that the table in which it stands does not have. Places count from the beginning of the text that was parsed.
#[derive(Clone, Copy)]
struct Stray<'t> {
    /// The table, as it is written, where nothing of it is read: `extra`.
    unread: Option<&'t str>,
    key: &'t str,
    place: Span,
    value: Span,
    said: &'t DeValue<'t>,
}

impl<'a> TableReader<'_, 'a, '_> {
    /// The same where nothing but `keys` is asked for, so that it is known which others are misspelt ones of them.
    pub fn expecting(mut self, keys: impl Iterator<Item = &'a str> + Clone, shape: &dyn Fn(&str) -> Shape) -> Self {
        // Where a part is broken, a key that is not there may well stand in it.
        let is_whole = self.reader.report_missing && self.end.is_none();
        let is_known = |key: &str| keys.clone().any(|known| self.written_for(known) == key);
        if self.reader.takes_misspelt && is_whole {
            let known: Vec<&str> = keys.clone().map(|key| self.written_for(key)).collect();
            let are_others_kept = self.reader.keeps_unknown_keys && self.reader.keys.is_empty();
            if !self.table.keys().all(|key| is_known(key.get_ref())) {
                self.misspelt = misspelt(self.table, &known, are_others_kept);
            }
            if !are_others_kept {
                self.elsewhere = elsewhere(self.reader, self.table, &known, &self.misspelt, shape);
            }
        }
        self
    }
}

/// What is meant for the keys `known` of `table`, of which none is `misspelt`, and stands elsewhere: a key that is not there, in a
/// table that is none of `known` or that does not have it, and the keys of a table without its header. `shape` says what each key
/// asks for. The reader knows from then on what is found at each of them.
pub(super) fn elsewhere<'t, 'a>(
    reader: &mut Reader,
    table: &'t DeTable<'t>,
    known: &[&'a str],
    misspelt: &[Misspelt],
    shape: &dyn Fn(&str) -> Shape,
) -> Vec<Elsewhere<'t, 'a>> {
    let mut found = Vec::new();
    let mut own = Vec::new();
    for (name, value) in table {
        let name: &str = name.get_ref();
        let mut strays = Vec::new();
        match value.get_ref() {
            _ if misspelt.iter().any(|it| it.written == name) => continue,
            DeValue::Table(inner) if !is_known(name, known) => {
                strays.extend(keys_of(inner).map(|it| Stray { unread: Some(name), ..it }));
            }
            _ if !is_known(name, known) => own.extend(keys_of(table).find(|it| it.key == name)),
            value if is_single(value) => {}
            value => not_read(value, &shape(name), &mut strays),
        }
        let outer = |it: &Stray| known.iter().copied().find(|key| *key == it.key && !table.contains_key(it.key));
        strays.retain(|it| {
            let Some(meant) = outer(it) else { return it.unread.is_none() };
            found.push(Elsewhere { meant, place: reader.place(it.value.range()), unread: it.unread });
            if it.unread.is_none() {
                let finding = too_deep(reader, it);
                reader.elsewhere.push((reader.place(it.place.range()), Some(finding)));
            }
            false
        });
        let is_there = |it: &Stray| known.contains(&it.key) && table.contains_key(it.key);
        let others = if strays.iter().all(is_there) { Vec::new() } else { strays.clone() };
        match headless(reader, others, known, shape) {
            Some(it) => found.push(it),
            None => {
                let holders = |it: &Stray| -> Vec<&str> {
                    let others = known.iter().copied().filter(|key| *key != name && table.contains_key(*key));
                    others.filter(|key| may_hold(&shape(key), it)).collect()
                };
                strays.iter().filter(|it| is_there(it)).for_each(|it| too_often(reader, it, table, &holders(it)));
            }
        }
    }
    found.extend(headless(reader, own, known, shape));
    found
}

fn keys_of<'t>(table: &'t DeTable<'t>) -> impl Iterator<Item = Stray<'t>> {
    table.iter().map(|(key, value)| Stray {
        unread: None,
        key: key.get_ref(),
        place: key.span().into(),
        value: value.span().into(),
        said: value.get_ref(),
    })
}

/// Adds the keys within `value` that are none of those of `shape`.
fn not_read<'t>(value: &'t DeValue<'t>, shape: &Shape, found: &mut Vec<Stray<'t>>) {
    match (value, shape.parts()) {
        (DeValue::Array(items), Parts::Items(item)) => items.iter().for_each(|it| not_read(it.get_ref(), item, found)),
        (DeValue::Table(table), Parts::Keys(rows)) => {
            for stray in keys_of(table) {
                match rows.iter().find(|row| row.key == stray.key) {
                    Some(row) if !is_single(stray.said) => not_read(stray.said, &(row.shape)(), found),
                    Some(_) => {}
                    None => found.push(stray),
                }
            }
        }
        // Its keys are its author's own; what is none of the words that stand there is no value of it.
        (DeValue::Table(table), Parts::Values(item)) => keys_of(table).for_each(|stray| match item {
            Shape::Word(words) if !is_word(stray.said, words) => found.push(stray),
            item => not_read(stray.said, item, found),
        }),
        (_, Parts::One | Parts::Items(_) | Parts::Keys(_) | Parts::Values(_) | Parts::Choices(_)) => {}
    }
}

fn is_word(value: &DeValue, words: &[&str]) -> bool {
    value.as_str().is_some_and(|it| words.contains(&it))
}

/// Whether a table of `shape`, or each of a list of them, may hold `stray`.
fn may_hold(shape: &Shape, stray: &Stray) -> bool {
    let is_table = |item: &Shape| matches!(item.parts(), Parts::Keys(_));
    match shape.parts() {
        Parts::Values(Shape::Word(words)) => is_word(stray.said, words),
        Parts::Items(item) | Parts::Values(item) => is_table(item) && may_hold(item, stray),
        Parts::Keys(rows) => rows.iter().any(|row| row.key == stray.key),
        Parts::One | Parts::Choices(_) => false,
    }
}

/// The keys that a table of `shape`, or each of several, must have.
fn required(shape: &Shape) -> impl Iterator<Item = &'static str> {
    let outer = match shape.parts() {
        Parts::Items(item) | Parts::Values(item) => item.parts(),
        outer @ (Parts::One | Parts::Keys(_) | Parts::Choices(_)) => outer,
    };
    let rows: &[FieldRow] = if let Parts::Keys(rows) = outer { rows } else { &[] };
    rows.iter().filter(|row| row.need == Presence::Required).map(|row| row.key)
}

/// The one of `known` whose table holds all of `strays`, and is the only one: its header is missing above them. One key alone of a
/// record may be any other slip.
fn headless<'t, 'a>(
    reader: &mut Reader,
    mut strays: Vec<Stray<'t>>,
    known: &[&'a str],
    shape: &dyn Fn(&str) -> Shape,
) -> Option<Elsewhere<'t, 'a>> {
    strays.sort_by_key(|it| it.place);
    let first = *strays.first().filter(|_| strays.len() > 1 || !reader.origin.has_gaps())?;
    let is_twice = strays.iter().enumerate().any(|(at, it)| strays[..at].iter().any(|other| other.key == it.key));
    if is_twice {
        return None;
    }
    let may_be = |shape: &Shape| {
        strays.iter().all(|it| may_hold(shape, it)) && required(shape).all(|key| strays.iter().any(|it| it.key == key))
    };
    let mut fitting = known.iter().filter(|key| may_be(&shape(key)));
    let (Some(meant), None) = (fitting.next(), fitting.next()) else { return None };
    let header = match shape(meant) {
        Shape::List(_) => format!("[[{meant}]]"),
        Shape::Map(item) if matches!(*item, Shape::Table(_)) => format!("[{meant}.…]"),
        _ => format!("[{meant}]"),
    };
    let place = reader.place(first.place.range());
    let keys = quoted(strays.iter().map(|it| it.key), "and");
    let (belong, them) = if strays.len() > 1 { ("belong", "them") } else { ("belongs", "it") };
    let message = format!("{keys} {belong} below a header `{header}`, which is not there");
    let title = format!("write `{header}` above {them}");
    let finding = Diagnostic::new("unknown-key", reader.path, place, message).help(&*title);
    let line = slips::whole_line(&reader.source, place.start - reader.offset).filter(|_| !header.contains('…'));
    let edit = line.map(|line| {
        Edit::new(reader.path, Span::new(line.start, line.start).shifted(reader.offset), format!("{header}\n"))
    });
    let finding = finding.mended_by(edit.map(|edit| Fix::patch(title, vec![edit])));
    let findings = std::iter::once(Some(finding)).chain(std::iter::repeat(None));
    let places = strays.iter().map(|it| reader.place(it.place.range()));
    let told: Vec<_> = places.zip(findings).collect();
    reader.elsewhere.extend(told);
    Some(Elsewhere { meant, place, unread: None })
}

/// Keeps that `stray` is a key of `table`, which is read now, and stands there too; tables at the keys `holders` have it as well, so
/// that it may be one of theirs.
fn too_often(reader: &mut Reader, stray: &Stray, table: &DeTable, holders: &[&str]) {
    let first = table.get_key_value(stray.key).map(|(first, _)| reader.place(first.span()));
    let finding = too_deep(reader, stray).label(reader.path, first, "it stands here too").with(|it| {
        let wanted = place_of(reader).0;
        it.message = format!("`{}` stands in a table that does not have it, and {wanted} already", stray.key);
        it.help = Some(match holders {
            [] => format!("keep one of the two, {wanted}"),
            holders => {
                let holders = quoted(holders.iter().copied(), "or");
                format!("move it to the {holders} that it belongs to, or keep one of the two, {wanted}")
            }
        });
        it.fix = None;
    });
    reader.elsewhere.push((reader.place(stray.place.range()), Some(finding)));
}

/// Where the keys of the table stand that is read now, and whether that is the file itself.
fn place_of(reader: &Reader) -> (String, bool) {
    match reader.key() {
        outer if outer.is_empty() => ("above the first table".to_owned(), true),
        outer => (format!("in `{outer}` itself"), false),
    }
}

/// The finding that `stray` stands below the header of a table and is a key of the one that is read now.
fn too_deep(reader: &Reader, stray: &Stray) -> Diagnostic {
    let (key, place) = (stray.key, reader.place(stray.place.range()));
    let source = &reader.source;
    let at = place.start - reader.offset;
    let (wanted, is_top) = place_of(reader);
    let moved = to_the_top(reader, at).filter(|_| is_top);
    let message = format!("`{key}` stands in a table that does not have it, and is read only {wanted}");
    let header = source[..at].rfind("\n[").and_then(|before| Header::on_line_of(source, before + 1));
    let label = header.map(|it| it.place.shifted(reader.offset));
    let title = format!("write `{key}` {wanted}");
    Diagnostic::new("unknown-key", reader.path, place, message)
        .label(reader.path, label, "it stands below this header")
        .help(&*title)
        .mended_by(moved.map(|edits| Fix::patch(title, edits)))
}

/// What moves the line of the key at `at` above the first header; `None` where it is no line of its own.
fn to_the_top(reader: &Reader, at: usize) -> Option<Vec<Edit>> {
    let source = &reader.source;
    let line = slips::whole_line(source, at)?;
    let first = if source.starts_with('[') { 0 } else { source.find("\n[")? + 1 };
    let text = format!("{}\n", source[line.range()].trim());
    let edit = |span: Span, text: String| Edit::new(reader.path, span.shifted(reader.offset), text);
    Some(vec![edit(Span::new(first, first), text), edit(line, String::new())])
}
