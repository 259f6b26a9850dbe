//! Reading one file: its tables, what is wrong with them, which records they refer to.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Edit, Fix, Level};
use crate::id::ContentPath;
use crate::text::{Date, Span, ceil, did_you_mean, floor, listing, nearest};

use super::At;
use super::front::{Errors, Front, Notation};
use super::kept::{self, KeptKey};
use super::slips;
use super::unclosed::{begins_anew, closed};
use super::{
    DECISION, Decode, Field, FrontText, Gap, KeyPlace, Missing, Presence, Ref, Reference, Shape, Unknown, Withheld,
};

/// What the parser makes of a TOML text: its table, as far as it could be read, and the syntax errors.
pub(crate) type Parsed<'s> = (Spanned<DeTable<'s>>, Vec<toml::de::Error>);

/// What sort of file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The front matter of a record, in which values may be unknown or withheld.
    FrontMatter,
    /// The file `candor.toml`.
    Configuration,
    /// A workflow profile.
    Profile,
}

impl Origin {
    /// What the messages call the text.
    fn title(self) -> &'static str {
        match self {
            Origin::FrontMatter => "the front matter",
            Origin::Configuration => "the configuration",
            Origin::Profile => "the profile",
        }
    }

    /// Whether a value may be a gap, unknown or withheld: a record says what is not known, a setting is there or not.
    pub(super) fn has_gaps(self) -> bool {
        match self {
            Origin::FrontMatter => true,
            Origin::Configuration | Origin::Profile => false,
        }
    }
}

/// Reads one file; collects what is wrong and which records it refers to.
pub struct Reader<'a> {
    /// The file that is read, for the findings.
    pub path: &'a ContentPath,
    /// What sort of file it is; [`Reader::new`] says front matter.
    pub origin: Origin,
    /// What it is written in; [`Reader::new`] says TOML.
    pub notation: Notation,
    /// Where the TOML or the YAML begins in the file.
    pub offset: usize,
    /// Whether absent keys are worth a word: not when the TOML itself is broken, for then they may well be there.
    pub report_missing: bool,
    /// What is wrong, in the order in which it was found.
    pub problems: Vec<Diagnostic>,
    /// The records that are referred to, in the order in which the references were read.
    pub references: Vec<Reference>,
    /// Every text and every link, without the reasons of gaps.
    pub texts: Vec<FrontText>,
    /// Every gap that is stated and every value that is withheld, with the key that holds it.
    pub gaps: Vec<Gap>,
    /// The text that was parsed last, for what is written where.
    source: String,
    /// Where the parser stumbled, in order.
    stumbled: Vec<Span>,
    /// The keys that lead to the value being read.
    pub(super) keys: Vec<Cow<'static, str>>,
    /// What outermost keys are called in this file: each the word that is written and the key that is meant.
    pub renamed: &'a [(String, String)],
    /// Whether outermost keys that nothing asked for are kept.
    pub keeps_unknown_keys: bool,
    /// Whether those that are kept are no finding.
    pub passes_unknown_keys: bool,
    /// Whether a line says where the record stands, so that it needs no events.
    pub has_no_events: bool,
    /// Those that were kept, each with the place of what it says, in no order.
    pub kept: Vec<(Span, KeptKey)>,
}

impl<'a> Reader<'a> {
    /// A reader of the front matter at `path`, whose TOML begins `offset` bytes into the file.
    pub fn new(path: &'a ContentPath, offset: usize) -> Reader<'a> {
        Reader {
            path,
            origin: Origin::FrontMatter,
            notation: Notation::Toml,
            offset,
            report_missing: true,
            problems: Vec::new(),
            references: Vec::new(),
            texts: Vec::new(),
            gaps: Vec::new(),
            source: String::new(),
            stumbled: Vec::new(),
            keys: Vec::new(),
            renamed: &[],
            keeps_unknown_keys: false,
            passes_unknown_keys: false,
            has_no_events: false,
            kept: Vec::new(),
        }
    }

    /// `source` as it is best read: as though a list that nothing closes were closed. Each such list is a diagnostic.
    pub fn closed<'s>(&mut self, source: &'s str) -> Cow<'s, str> {
        let (text, unclosed) = closed(source);
        let told = unclosed.into_iter().map(|list| {
            let (start, next) = (list.start.shifted(self.offset), list.next.shifted(self.offset));
            let message = format!("{} is not valid TOML: nothing closes this list", self.origin.title());
            Diagnostic::new("invalid-toml", self.path, start, message)
                .label(self.path, next, "this is no item of it")
                .help("write `]` after its last item")
        });
        self.problems.extend(told);
        text
    }

    /// The table that `source` holds, as far as it can be read; every syntax error is a diagnostic.
    pub fn parse<'s>(&mut self, source: &'s str) -> Spanned<DeTable<'s>> {
        self.parsed(source, DeTable::parse_recoverable(source))
    }

    /// The table of `source`, which the parser has read; each of its syntax errors is a diagnostic.
    pub(crate) fn parsed<'s>(&mut self, source: &str, (table, errors): Parsed<'s>) -> Spanned<DeTable<'s>> {
        source.clone_into(&mut self.source);
        self.report_missing = errors.is_empty() && self.problems.is_empty();
        // What follows a list that nothing closes was told with it.
        let labels = self.problems.iter().flat_map(|it| &it.labels);
        let line_ends: Vec<usize> =
            if errors.is_empty() { Vec::new() } else { source.match_indices('\n').map(|(at, _)| at).collect() };
        let line_at = |at: usize| line_ends.partition_point(|end| *end < at);
        let told: BTreeSet<usize> = labels.map(|label| line_at(label.span.start - self.offset)).collect();
        let mut last_line = None;
        let mut misses_before = false;
        let mut repeated_until = 0;
        for error in errors {
            let span = Span::from(error.span().unwrap_or(0..0));
            // One broken value makes the parser stumble several times on its line; the first word on it is enough.
            let line = line_at(span.start);
            if last_line.replace(line) == Some(line) || told.contains(&line) {
                continue;
            }
            // In a table without its `}` each further key is one too many.
            let misses = error.message().starts_with("missing ");
            if std::mem::replace(&mut misses_before, misses) && misses && begins_anew(source, span.start) {
                continue;
            }
            if error.message() != "duplicate key" {
                self.problems.push(syntax_error(self, source, span, error.message()));
                continue;
            }
            // The keys below the header of a table that is there already are there again too.
            if span.start >= repeated_until {
                repeated_until = if header(source, span).is_some() { end_of_table(source, span) } else { 0 };
                self.problems.push(repeated_key(self, source, span));
            }
        }
        self.stumbled = self.problems.iter().filter_map(|problem| problem.span).collect();
        self.stumbled.sort_unstable();
        table
    }

    /// The table of `front`, which `source` holds; each thing in it that is not read is a diagnostic.
    pub(crate) fn front<'s>(&mut self, source: &str, front: Front<'s>) -> Spanned<DeTable<'s>> {
        let problems = match front.errors {
            Errors::Toml(errors) => return self.parsed(source, (front.table, errors)),
            Errors::Yaml(problems) => problems,
        };
        self.notation = Notation::Yaml;
        source.clone_into(&mut self.source);
        self.report_missing = problems.is_empty() && self.problems.is_empty();
        self.stumbled = problems.iter().map(|it| it.lost.shifted(self.offset)).collect();
        self.stumbled.sort_unstable();
        let told = problems.into_iter().map(|it| {
            let message = format!("{} is not valid YAML: {}", self.origin.title(), it.message);
            let finding =
                Diagnostic::new("invalid-yaml", self.path, it.span.shifted(self.offset), message).help(it.help);
            let finding = finding.mended_by(it.unquoted.map(|value| {
                let quoted = super::toml_text(&source[value.range()]);
                slips::fix(self.path, value.shifted(self.offset), "put the text in quotes".to_owned(), quoted)
            }));
            match it.label {
                Some((span, text)) => finding.label(self.path, span.shifted(self.offset), text),
                None => finding,
            }
        });
        self.problems.extend(told);
        front.table
    }

    /// Whether what stands at `span` is YAML without quotes around it.
    pub(super) fn is_bare(&self, span: Span) -> bool {
        let written = || self.source.get(span.start.checked_sub(self.offset)?..);
        self.notation == Notation::Yaml && !written().is_some_and(|text| text.starts_with(['"', '\'', '|', '>']))
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

    /// Whether `value`, which is to be read as a `T`, says nothing: a text without a letter in it, or in YAML nothing at all.
    pub(super) fn is_empty<T: Decode>(&self, value: &DeValue, span: Span) -> bool {
        let is_blank = matches!(value, DeValue::String(text) if text.trim().is_empty());
        is_blank && (T::shape().is_quoted() || self.is_bare(span)) && !self.is_broken(span)
    }

    /// A key with nothing behind it, or with an empty text.
    pub(super) fn empty(&mut self, span: Span) {
        let message = format!("`{}` is empty", self.key());
        let gap = match self.origin.has_gaps() {
            true => "; if nobody knows, write `{ unknown = \"why\" }`",
            false => "",
        };
        let key = self.keys.last().map_or("", |key| key);
        let help = format!("write what it is, `{key} = \"…\"`, or remove the key{gap}");
        let finding = Diagnostic::new("empty-key", self.path, span, message).help(help);
        let finding = finding.concerning(self.path, self.key());
        self.report(finding);
    }

    pub(super) fn key(&self) -> String {
        self.keys.join(".")
    }

    /// Takes `diagnostic`, unless the parser already stumbled at its place.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if !diagnostic.span.is_some_and(|span| self.is_broken(span)) {
            self.problems.push(diagnostic);
        }
    }

    /// Whether the parser stumbled in `span`. A text there is a guess, which may go on into a comment or into other keys.
    pub(super) fn is_broken(&self, span: Span) -> bool {
        let before = self.stumbled.partition_point(|stumbled| stumbled.start < span.end);
        // Where the parser stumbled, no two places overlap, so that the last one before is the only one that can.
        self.stumbled[..before].last().is_some_and(|stumbled| span.start < stumbled.end)
    }

    /// Where the parser first stumbled within `span` and after its beginning; `None` when it did not.
    pub(super) fn first_break(&self, span: Span) -> Option<usize> {
        let before = self.stumbled.partition_point(|stumbled| stumbled.start <= span.start);
        self.stumbled[before..].first().map(|stumbled| stumbled.start).filter(|at| *at < span.end)
    }

    /// What writes `value` as it is meant where `shape` is wanted; `None` where that is not clear.
    pub(super) fn slip(&self, shape: &Shape, value: &DeValue, span: Span) -> Option<Fix> {
        let text = self.source.get(span.start.checked_sub(self.offset)?..span.end.checked_sub(self.offset)?)?;
        // The whole of a table with a header is longer than what the parser says of it.
        let (new, title) = slips::meant(shape, value, text)?;
        let title = if self.is_bare(span) { title.replace(" without quotes", "") } else { title };
        let end = span.start + slips::replaced(text, value);
        Some(slips::fix(self.path, Span::new(span.start, end), title, new))
    }

    pub(super) fn wrong_type(&mut self, shape: &Shape, value: &DeValue, span: Span) {
        // Messages are published, and what is not read may be private: they never repeat it.
        let found = match value {
            DeValue::String(text) if text.is_empty() => "empty text",
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(true) => "true",
            DeValue::Boolean(false) => "false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{}` must be {}, found {found}", self.key(), shape.expected());
        let help = match (shape, value) {
            (Shape::List(_), DeValue::String(_)) => format!("put it in brackets: `{} = [\"…\"]`", self.key()),
            _ => slips::example(self.keys.last().map_or("", |key| key), shape),
        };
        let diagnostic = Diagnostic::new("wrong-type", self.path, span, message);
        let diagnostic = if help.is_empty() { diagnostic } else { diagnostic.help(help) };
        let diagnostic = diagnostic.mended_by(self.slip(shape, value, span));
        self.report(diagnostic);
    }
}

/// Whether the TOML behind `problems` is broken; then only what is wrong with the TOML stays, for keys and values may stand
/// elsewhere than they were meant to.
pub fn keep_syntax_errors(problems: &mut Vec<Diagnostic>) -> bool {
    let is_broken = problems.iter().any(|it| it.rule == "invalid-toml");
    problems.retain(|it| !is_broken || matches!(it.rule, "invalid-toml" | "impossible-date"));
    is_broken
}

fn syntax_error(reader: &Reader, source: &str, span: Span, message: &str) -> Diagnostic {
    if let Some(finding) = slip(reader, source, span) {
        return finding;
    }
    let span = whole_token(source, span);
    let written = &source[span.range()];
    let like_a_date = written.len() >= 6
        && written.as_bytes()[4..5] == *b"-"
        && written.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let at = span.shifted(reader.offset);
    if like_a_date {
        return Diagnostic::new("impossible-date", reader.path, at, "there is no such day").help(format!(
            "write the day as year-month-day, without quotes: `{}2021-03-30`",
            slips::key_before(source, span)
        ));
    }
    let message = message.lines().next().unwrap_or(message);
    Diagnostic::new("invalid-toml", reader.path, at, format!("{} is not valid TOML: {message}", reader.origin.title()))
        .help(format!(
            "text stands in double quotes, `{}\"…\"`; lists in brackets; dates, numbers, true and false stand bare",
            slips::key_before(source, span)
        ))
}

/// A day in another notation, or a text in the quotes of a word processor, with what is meant.
fn slip(reader: &Reader, source: &str, span: Span) -> Option<Diagnostic> {
    let at = floor(source, span.start.min(source.len()));
    let slips::Written { text, span, key } = slips::written(source, at)?;
    let place = span.shifted(reader.offset);
    if let Some(inner) = slips::curly(text) {
        let message = format!("the text of `{key}` stands in curly quotes, which TOML does not read");
        let straight = super::toml_text(&inner);
        return Some(
            Diagnostic::new("invalid-toml", reader.path, place, message)
                .help("put it in straight quotes: `\"…\"`")
                .fix(slips::fix(reader.path, place, "put it in straight quotes".to_owned(), straight)),
        );
    }
    if let Some(finding) = unquoted(reader, source, at, text, place, key) {
        return Some(finding);
    }
    if !slips::is_like_a_day(text) || text.starts_with(['"', '\'']) {
        return None;
    }
    let Some(day) = slips::day(text) else {
        // A day that is written as it should be and is none is another finding.
        let is_ambiguous = text.contains('/');
        return is_ambiguous.then(|| {
            let message = format!("`{key}` is a day that can be read in two ways");
            Diagnostic::new("invalid-toml", reader.path, place, message)
                .help(format!("write year, month and day, without quotes: `{key} = 2021-03-30`"))
        });
    };
    let message = format!("`{key}` is a day in a notation that TOML does not read");
    let finding = Diagnostic::new("invalid-toml", reader.path, place, message).help(format!("write `{key} = {day}`"));
    Some(finding.fix(slips::fix(reader.path, place, format!("write the day as `{day}`"), day.to_string())))
}

/// A text without its quotation marks, or without the second one.
fn unquoted(reader: &Reader, source: &str, at: usize, text: &str, place: Span, key: &str) -> Option<Diagnostic> {
    let finding = |what: &str, help: &str| {
        let message = format!("the text of `{key}` {what}");
        Diagnostic::new("invalid-toml", reader.path, place, message).help(format!("{help}: `{key} = \"…\"`"))
    };
    let is_first = source[..at].trim_end().ends_with('=');
    if is_first && slips::is_bare(text) {
        let quoted = super::toml_text(text);
        let fix = slips::fix(reader.path, place, "put the text in double quotes".to_owned(), quoted);
        return Some(finding("stands without quotes", "put it in double quotes").fix(fix));
    }
    slips::is_unclosed(text).then(|| {
        let edit = Edit::new(reader.path, Span::new(place.end, place.end), "\"");
        let fix = Fix::patch("close the quotation marks", vec![edit]);
        finding("has quotation marks that are never closed", "close them").fix(fix)
    })
}

/// A key, or the header of a table, that is there already.
fn repeated_key(reader: &Reader, source: &str, span: Span) -> Diagnostic {
    let (what, place, first) = match header(source, span) {
        Some(place) => ("table", place, first_line_like(source, place)),
        None => {
            let place = whole_token(source, span);
            ("key", place, first_key_like(source, place))
        }
    };
    let message = format!("the {what} `{}` stands here a second time", &source[place.range()]);
    let finding = Diagnostic::new("invalid-toml", reader.path, place.shifted(reader.offset), message)
        .help("bring the two together, or call one of them something else");
    match first {
        Some(first) => finding.label(reader.path, first.shifted(reader.offset), "it stands here first"),
        None => finding,
    }
}

/// The line of `span`, without the spaces around it.
fn line_of(source: &str, span: Span) -> Span {
    let start = source[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = source[start..].find('\n').map_or(source.len(), |at| start + at);
    let line = source[start..end].trim_start();
    Span::new(end - line.len(), end - line.len() + line.trim_end().len())
}

/// The header of a table that `span` lies in: `[clause.comments]`.
fn header(source: &str, span: Span) -> Option<Span> {
    let line = line_of(source, span);
    let end = source[line.range()].rfind(']')? + 1;
    let is_header = source[line.range()].starts_with('[') && span.start < line.start + end;
    is_header.then(|| Span::new(line.start, line.start + end))
}

/// Where the table ends whose header `span` lies in: at the next header.
fn end_of_table(source: &str, span: Span) -> usize {
    let body = line_of(source, span).end;
    source[body..].find("\n[").map_or(source.len(), |at| body + at + 1)
}

/// The first line before `place` that is the same.
fn first_line_like(source: &str, place: Span) -> Option<Span> {
    let mut start = 0;
    source[..place.start].split_inclusive('\n').find_map(|line| {
        let here = start;
        start += line.len();
        let same = line.starts_with(&source[place.range()]);
        same.then(|| Span::new(here, here + place.end - place.start))
    })
}

/// The first line with the same key in the table that `place` lies in.
fn first_key_like(source: &str, place: Span) -> Option<Span> {
    let table = source[..place.start].rfind("\n[").map_or(0, |at| at + 1);
    let mut start = table;
    source[table..place.start].split_inclusive('\n').find_map(|line| {
        let here = start + (line.len() - line.trim_start().len());
        start += line.len();
        let rest = line.trim_start().strip_prefix(&source[place.range()])?;
        rest.trim_start().starts_with('=').then(|| Span::new(here, here + place.end - place.start))
    })
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
    pub(super) reader: &'r mut Reader<'a>,
    table: &'t DeTable<'t>,
    span: Span,
    seen: Vec<&'a str>,
}

impl<'a> TableReader<'_, 'a, '_> {
    /// What `key` holds. A key that is required and not there is a diagnostic.
    pub fn field<T: Decode>(&mut self, key: &'static str, need: Presence) -> Field<T> {
        let written = self.written(key);
        self.seen.push(written);
        let Some(value) = self.table.get(written) else {
            if !self.reader.report_missing {
                return Field::Unreadable(self.span);
            }
            let is_needless = key == "event" && self.reader.has_no_events;
            if need == Presence::Required && !is_needless {
                self.missing(key, &T::shape(), None);
            }
            return Field::Absent;
        };
        let span = Span::from(value.span()).shifted(self.reader.offset);
        if need == Presence::Required && self.reader.is_empty::<T>(value.get_ref(), span) {
            self.missing(key, &T::shape(), Some(span));
            return Field::Absent;
        }
        self.reader.keys.push(Cow::Borrowed(key));
        let field = read_field(self.reader, value.get_ref(), span);
        self.reader.keys.pop();
        field
    }

    /// The text of the line `key`, which no row declares.
    pub(crate) fn line(&mut self, key: &'a str) -> Field<String> {
        self.of_key(key)
    }

    /// What `key` holds, which no row declares.
    pub(super) fn of_key<T: Decode>(&mut self, key: &'a str) -> Field<T> {
        self.seen.push(key);
        let Some(value) = self.table.get(key) else {
            return if self.reader.report_missing { Field::Absent } else { Field::Unreadable(self.span) };
        };
        let span = Span::from(value.span()).shifted(self.reader.offset);
        self.reader.keys.push(Cow::Owned(key.to_owned()));
        let field = read_field(self.reader, value.get_ref(), span);
        self.reader.keys.pop();
        field
    }

    /// What `key` is called in this file. Its own name goes before another.
    fn written(&self, key: &'static str) -> &'a str
    where
        'static: 'a,
    {
        self.written_for(key)
    }

    /// The same for a key that no row declares.
    pub(super) fn written_for(&self, key: &'a str) -> &'a str {
        let is_outermost = self.reader.keys.is_empty();
        let other = self.reader.renamed.iter().find(|(_, meant)| meant == key).filter(|_| is_outermost);
        match other {
            Some((written, _)) if !self.table.contains_key(key) => written,
            Some(_) | None => key,
        }
    }

    /// Reports that `key` is not there, or that nothing is said at `empty`.
    fn missing(&mut self, key: &'static str, shape: &Shape, empty: Option<Span>) {
        let written = self.written(key);
        let holder = self.reader.key();
        let (verb, message) = match empty {
            Some(_) => ("write", required_message(&holder, written, "empty")),
            None => ("add", missing_message(&holder, written)),
        };
        let gap = match self.reader.origin.has_gaps() {
            true => format!("; if nobody knows, `{written} = {{ unknown = \"why\" }}`"),
            false => String::new(),
        };
        let help = format!("{verb} `{written} = …`: {}{gap}", shape.expected());
        let place = empty.unwrap_or(self.span);
        let diagnostic = Diagnostic::new("missing-key", self.reader.path, place, message).about(key).help(help);
        let path = if holder.is_empty() { key.to_owned() } else { format!("{holder}.{key}") };
        let diagnostic = diagnostic.concerning(self.reader.path, path);
        self.reader.report(diagnostic);
    }

    /// Keeps the outermost key `name` to be shown; `false` where it stays a finding: it may be a slip, or keep something back.
    fn keep(&mut self, name: &str) -> bool {
        let is_wanted = self.reader.keeps_unknown_keys && self.reader.keys.is_empty() && self.reader.report_missing;
        let open = || self.seen.iter().copied().filter(|it| !self.table.contains_key(*it));
        let is_slip = || kept::is_slip_of(name, open());
        let Some(value) = self.table.get(name).filter(|_| is_wanted && !is_slip()) else { return false };
        let span = Span::from(value.span()).shifted(self.reader.offset);
        let Some(kept) = kept::kept(name, value.get_ref()) else { return false };
        let text = |text: &String| FrontText { key: name.into(), text: text.clone(), is_link: false, span };
        self.reader.texts.extend(kept.values.iter().map(text));
        self.reader.kept.push((span, kept));
        true
    }

    /// Reports the keys that nothing asked for.
    pub fn finish(mut self) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.seen.contains(&name) || name.starts_with("x-") {
                continue;
            }
            let span = Span::from(key.span()).shifted(self.reader.offset);
            let is_kept = self.keep(name);
            if is_kept && self.reader.passes_unknown_keys {
                continue;
            }
            if is_kept {
                let message = format!("`{name}` is no key of a page, and is shown beside its text as it is written");
                let finding = Diagnostic::new("unknown-key", self.reader.path, span, message).help(
                    "if it is meant so, say it once for the folder in `candor.toml`: `[[folder]]` with `path`, `kind = \"page\"` and \
                     `unknown_keys = \"show\"`",
                );
                self.reader.report(finding.at_level(Level::Warning));
                continue;
            }
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
                    diagnostic.help(did_you_mean(meant)).fix(Fix::patch(format!("call the key `{meant}`"), edits))
                }
                None if STATES.contains(&name) && holder.is_empty() => {
                    diagnostic.help(state_help(&self.seen).unwrap_or("keys of your own begin with `x-`"))
                }
                None if self.seen.len() <= 16 => diagnostic.help(format!(
                    "the keys here are {}; keys of your own begin with `x-`",
                    listing(self.seen.iter().copied())
                )),
                None => diagnostic.help("keys of your own begin with `x-`"),
            };
            self.reader.report(diagnostic);
        }
    }
}

/// What people call the state of a record.
const STATES: [&str; 4] = ["status", "state", "stage", "phase"];

/// How a record with the keys `known` comes to its state; `None` where it has none.
fn state_help(known: &[&str]) -> Option<&'static str> {
    let ways = [
        (
            "event",
            "the state follows from the last event: take this line out, and add a table `[[event]]` with `to = \"…\"`, `date` \
             and `by` at the end of the front matter",
        ),
        ("outcome", "the state follows from `decided` and `outcome`: take this line out, and state those"),
        (
            "held",
            "the state follows from `held`: take this line out, and write `held = true` once the meeting was held",
        ),
        ("lifecycle", "write `lifecycle = \"…\"` instead"),
    ];
    ways.iter().find(|(key, _)| known.contains(key)).map(|(_, help)| *help)
}

fn missing_message(holder: &str, key: &str) -> String {
    required_message(holder, key, "missing")
}

fn required_message(holder: &str, key: &str, is: &str) -> String {
    match holder {
        "" => format!("required key `{key}` is {is}"),
        _ => format!("required key `{key}` is {is} in `{holder}`"),
    }
}

/// What `value` holds. A text that says nothing is a diagnostic, and is as though its key were not there.
pub(super) fn read_field<T: Decode>(reader: &mut Reader, value: &DeValue, span: Span) -> Field<T> {
    if reader.is_empty::<T>(value, span) {
        reader.empty(span);
        return Field::Absent;
    }
    if let (DeValue::Table(table), true) = (value, reader.origin.has_gaps()) {
        let stated = reader.texts.len();
        let own = |key: &str| matches!(T::shape(), Shape::Table(rows) if rows.iter().any(|row| row.key == key));
        if table.contains_key("unknown") && !own("unknown") {
            let mut fields = reader.table(table, span);
            let reason = fields.field::<String>("unknown", Presence::Required);
            fields.finish();
            reader.texts.truncate(stated);
            let Some(reason) = reason.get().cloned() else { return Field::Unreadable(span) };
            let unknown = Unknown { reason, span };
            reader.gaps.push(Gap { key: reader.key(), what: Missing::Unknown(unknown.clone()) });
            return Field::Unknown(unknown);
        }
        if table.contains_key("withheld") && !own("withheld") {
            let mut fields = reader.table(table, span);
            let reason = fields.field::<String>("withheld", Presence::Required);
            let until = fields.field::<Date>("until", Presence::Optional);
            let by = fields.field::<Ref<DECISION>>("by", Presence::Optional);
            fields.finish();
            reader.texts.truncate(stated);
            let Some(reason) = reason.get().cloned() else { return Field::Unreadable(span) };
            let by = by.get().map(|by| by.0.clone());
            let withheld = Withheld { reason, until: until.get().copied(), by, span };
            reader.gaps.push(Gap { key: reader.key(), what: Missing::Withheld(withheld.clone()) });
            return Field::Withheld(withheld);
        }
    }
    match T::decode(reader, value, span) {
        Some(value) => Field::Stated(At { value, span }),
        None => Field::Unreadable(span),
    }
}
