//! Reading one file: its tables, what is wrong with them, which records they refer to.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::id::ContentPath;
use crate::text::{Date, Span, ceil, floor, nearest};

use super::At;
use super::{
    DECISION, Decode, Field, FrontText, Gap, KeyPlace, Missing, Need, Ref, Reference, Shape, Unknown, Withheld, quoted,
};

/// Reads one file; collects what is wrong and which records it refers to.
pub struct Reader<'a> {
    pub path: &'a ContentPath,
    /// What the messages call the text that is read.
    pub what: &'static str,
    /// Where the TOML begins in the file.
    pub offset: usize,
    /// Whether absent keys are worth a word: not when the TOML itself is broken, for then they may well be there.
    pub report_missing: bool,
    pub problems: Vec<Diagnostic>,
    pub references: Vec<Reference>,
    /// Every text and every link, without the reasons of gaps.
    pub texts: Vec<FrontText>,
    /// Every gap that is stated and every value that is withheld, with the key that holds it.
    pub gaps: Vec<Gap>,
    /// Where the parser stumbled, in order.
    stumbled: Vec<Span>,
    /// The keys that lead to the value being read.
    pub(super) keys: Vec<Cow<'static, str>>,
}

impl<'a> Reader<'a> {
    pub fn new(path: &'a ContentPath, offset: usize) -> Reader<'a> {
        Reader {
            path,
            what: "the front matter",
            offset,
            report_missing: true,
            problems: Vec::new(),
            references: Vec::new(),
            texts: Vec::new(),
            gaps: Vec::new(),
            stumbled: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// The table that `source` holds, as far as it can be read; every syntax error is a diagnostic.
    pub fn parse<'s>(&mut self, source: &'s str) -> Spanned<DeTable<'s>> {
        let (table, errors) = DeTable::parse_recoverable(source);
        self.report_missing = errors.is_empty();
        // One broken value makes the parser stumble several times on its line; the first word on it is enough.
        let mut last_line = None;
        let line_ends: Vec<usize> =
            if errors.is_empty() { Vec::new() } else { source.match_indices('\n').map(|(at, _)| at).collect() };
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let line = line_ends.partition_point(|end| *end < range.start);
            if last_line.replace(line) == Some(line) {
                continue;
            }
            let problem = syntax_error(self, source, range.into(), error.message());
            self.stumbled.extend(problem.span);
            self.problems.push(problem);
        }
        self.stumbled.sort_unstable();
        table
    }

    /// The fields of `table`, which stands at `span`; keys that no row names are reported by [`TableReader::finish`].
    pub fn table<'r, 't>(&'r mut self, table: &'t DeTable<'t>, span: Span) -> TableReader<'r, 'a, 't> {
        TableReader { reader: self, table, span, seen: Vec::new() }
    }

    /// Where the keys of `table` and their values stand, in the order of the text; empty when the TOML that it comes from is
    /// broken.
    pub fn key_places(&self, table: &DeTable) -> Vec<KeyPlace> {
        let place = |range: Range<usize>| Span::from(range).shifted(self.offset);
        let known = table.iter().filter(|_| self.report_missing);
        let mut places: Vec<KeyPlace> =
            known.map(|(key, value)| KeyPlace { key: place(key.span()), value: place(value.span()) }).collect();
        places.sort_unstable_by_key(|it| it.key);
        places
    }

    pub(super) fn key(&self) -> String {
        self.keys.join(".")
    }

    /// Takes `diagnostic`, unless the parser already stumbled at its place.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        let is_told = |this: Span| {
            let before = self.stumbled.partition_point(|stumbled| stumbled.start < this.end);
            // Where the parser stumbled, no two places overlap, so that the last one before is the only one that can.
            self.stumbled[..before].last().is_some_and(|stumbled| this.start < stumbled.end)
        };
        if !diagnostic.span.is_some_and(is_told) {
            self.problems.push(diagnostic);
        }
    }

    pub(super) fn wrong_type(&mut self, shape: &Shape, value: &DeValue, span: Span) {
        let found = match value {
            DeValue::String(text) if text.is_empty() => "empty text".to_owned(),
            DeValue::String(text) => format!("the text \"{}\"", shortened(text)),
            DeValue::Integer(number) => format!("the number {number}"),
            DeValue::Float(number) => format!("the number {number}"),
            DeValue::Boolean(boolean) => format!("{boolean}"),
            DeValue::Datetime(datetime) => format!("the date {datetime}"),
            DeValue::Array(_) => "a list".to_owned(),
            DeValue::Table(_) => "a table".to_owned(),
        };
        let message = format!("`{}` must be {}, found {found}", self.key(), shape.expected());
        let mut diagnostic = Diagnostic::new("wrong-type", self.path, span, message);
        if let (Shape::List(_), DeValue::String(text)) = (shape, value) {
            diagnostic = diagnostic.help(format!("put it in brackets: `{} = [\"{}\"]`", self.key(), shortened(text)));
        }
        self.report(diagnostic);
    }
}

pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn syntax_error(reader: &Reader, source: &str, span: Span, message: &str) -> Diagnostic {
    let span = whole_token(source, span);
    let written = &source[span.range()];
    let like_a_date = written.len() >= 6
        && written.as_bytes()[4..5] == *b"-"
        && written.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let at = span.shifted(reader.offset);
    if like_a_date {
        return Diagnostic::new("impossible-date", reader.path, at, format!("there is no day `{written}`"))
            .help("write the date as year-month-day without quotes: 2021-03-30");
    }
    let message = message.lines().next().unwrap_or(message);
    Diagnostic::new("invalid-toml", reader.path, at, format!("{} is not valid TOML: {message}", reader.what))
        .help("text stands in double quotes; lists in brackets; dates, numbers, true and false stand bare")
}

/// The bare token around `span`, so that a finding points at `2021-03-3ß` and not at its last letter.
fn whole_token(source: &str, span: Span) -> Span {
    let ends = |letter: char| letter.is_whitespace() || ",=[]{}\"'#".contains(letter);
    let Span { start, end } = span_inside(source, span);
    let start = source[..start].rfind(ends).map_or(0, |at| at + source[at..].chars().next().map_or(1, char::len_utf8));
    let end = source[end..].find(ends).map_or(source.len(), |at| end + at);
    if source[start..end].contains('\n') || start >= end { span_inside(source, span) } else { Span::new(start, end) }
}

fn span_inside(source: &str, span: Span) -> Span {
    let start = floor(source, span.start);
    Span::new(start, ceil(source, span.end.max(start)))
}

/// Reads the fields of one table.
pub struct TableReader<'r, 'a, 't> {
    reader: &'r mut Reader<'a>,
    table: &'t DeTable<'t>,
    span: Span,
    seen: Vec<&'static str>,
}

impl TableReader<'_, '_, '_> {
    /// What `key` holds. A key that is required and not there is a diagnostic.
    pub fn field<T: Decode>(&mut self, key: &'static str, need: Need) -> Field<T> {
        self.seen.push(key);
        let Some(value) = self.table.get(key) else {
            if need == Need::Required && self.reader.report_missing {
                self.missing(key, &T::shape());
            }
            return Field::Absent;
        };
        let span = Span::from(value.span()).shifted(self.reader.offset);
        self.reader.keys.push(Cow::Borrowed(key));
        let field = read_field(self.reader, value.get_ref(), span);
        self.reader.keys.pop();
        field
    }

    fn missing(&mut self, key: &str, shape: &Shape) {
        let message = missing_message(&self.reader.key(), key);
        let help = format!("add `{key} = …`: {}; if nobody knows, `{key} = {{ unknown = \"why\" }}`", shape.expected());
        let diagnostic = Diagnostic::new("missing-key", self.reader.path, self.span, message).help(help);
        self.reader.report(diagnostic);
    }

    /// Reports the keys that nothing asked for.
    pub fn finish(self) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.seen.contains(&name) || name.starts_with("x-") {
                continue;
            }
            let span = Span::from(key.span()).shifted(self.reader.offset);
            let holder = self.reader.key();
            let place = if holder.is_empty() { String::new() } else { format!(" in `{holder}`") };
            let diagnostic =
                Diagnostic::new("unknown-key", self.reader.path, span, format!("unknown key `{name}`{place}"));
            let open: Vec<&str> = self.seen.iter().copied().filter(|known| !self.table.contains_key(*known)).collect();
            let diagnostic = match nearest(name, open) {
                Some(meant) => {
                    // One slip of the finger is one finding.
                    let missing = missing_message(&holder, meant);
                    let place = self.span;
                    self.reader.problems.retain(|it| it.span != Some(place) || it.message != missing);
                    let edits = vec![Edit::new(self.reader.path, span, meant)];
                    diagnostic
                        .help(format!("did you mean `{meant}`?"))
                        .fix(Fix::patch(format!("call the key `{meant}`"), edits))
                }
                None if self.seen.len() <= 16 => diagnostic
                    .help(format!("the keys here are {}; keys of your own begin with `x-`", quoted(&self.seen))),
                None => diagnostic.help("keys of your own begin with `x-`"),
            };
            self.reader.report(diagnostic);
        }
    }
}

fn missing_message(holder: &str, key: &str) -> String {
    match holder {
        "" => format!("required key `{key}` is missing"),
        _ => format!("required key `{key}` is missing in `{holder}`"),
    }
}

pub(super) fn read_field<T: Decode>(reader: &mut Reader, value: &DeValue, span: Span) -> Field<T> {
    if let DeValue::Table(table) = value {
        let stated = reader.texts.len();
        let own = |key: &str| matches!(T::shape(), Shape::Table(rows) if rows.iter().any(|row| row.key == key));
        if table.contains_key("unknown") && !own("unknown") {
            let mut fields = reader.table(table, span);
            let reason = fields.field::<String>("unknown", Need::Required);
            fields.finish();
            reader.texts.truncate(stated);
            let unknown = Unknown { reason: reason.text().to_owned(), span };
            reader.gaps.push(Gap { key: reader.key(), what: Missing::Unknown(unknown.clone()) });
            return Field::Unknown(unknown);
        }
        if table.contains_key("withheld") && !own("withheld") {
            let mut fields = reader.table(table, span);
            let reason = fields.field::<String>("withheld", Need::Required);
            let until = fields.field::<Date>("until", Need::Optional);
            let by = fields.field::<Ref<DECISION>>("by", Need::Optional);
            fields.finish();
            reader.texts.truncate(stated);
            let by = by.get().map(|by| by.0.clone());
            let withheld = Withheld { reason: reason.text().to_owned(), until: until.get().copied(), by, span };
            reader.gaps.push(Gap { key: reader.key(), what: Missing::Withheld(withheld.clone()) });
            return Field::Withheld(withheld);
        }
    }
    match T::decode(reader, value, span) {
        Some(value) => Field::Stated(At { value, span }),
        None => Field::Absent,
    }
}
