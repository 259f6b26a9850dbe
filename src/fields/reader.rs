//! Reading one file: its tables, what is wrong with them, which records they refer to.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::fix::before;
use crate::diagnostic::{Diagnostic, Edit, Fix, Level};
use crate::id::ContentPath;
use crate::text::{Date, Span, did_you_mean, listing, nearest, quoted};

use super::At;
use super::front::{Errors, Front, Notation};
use super::kept::{self, KeptKey};
use super::misspelt::{self, Elsewhere, Misspelt};
use super::slips;
use super::stops::SyntaxError;
use super::stumbles::{Lines, Stumbles};
use super::{
    DECISION, Decode, Field, FieldRow, FrontText, Gap, KeyPlace, Missing, Presence, Ref, Reference, Shape, Unknown,
    Withheld,
};

/// What the parser makes of a TOML text: its table, as far as it could be read, and the syntax errors.
pub(crate) type Parsed<'s> = (Spanned<DeTable<'s>>, Vec<SyntaxError>);

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
    pub(super) fn title(self) -> &'static str {
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
    /// What the outermost keys of the file ask for; `None` where nobody has to know.
    pub(crate) shapes: Option<&'a dyn Fn(&str) -> Shape>,
    /// What was put into the text before it was parsed, in the order of the places; none of it is in the file.
    pub(super) edits: Vec<Edit>,
    /// The text that was parsed last, for what is written where; where it was edited, as it was before.
    pub(super) source: String,
    /// What was passed over in the text that is parsed next, and that text as it is written.
    pub(super) passed_over: (Vec<SyntaxError>, Option<String>),
    pub(super) stumbles: Stumbles,
    /// Where lists and tables that nothing closes were taken to end, in order.
    pub(super) closed_at: Vec<usize>,
    /// The keys that lead to the value being read.
    pub(super) keys: Vec<Cow<'static, str>>,
    /// What outermost keys are called in this file: each the word that is written and the key that is meant.
    pub renamed: &'a [(String, String)],
    /// Whether a key that is near to one of a table's is taken for it, misspelt: where its author reads of that.
    pub takes_misspelt: bool,
    /// A list of tables under a misspelt name, of the list of tables that is read next.
    pub(super) astray: Option<Span>,
    /// Tables whose header is broken: the outermost key of each, and where its header is.
    pub(super) broken_headers: Vec<(String, Span)>,
    /// What is found at headers of a list of tables because one before them has one bracket: its place, and the finding.
    pub(super) after_single: Vec<(Span, Diagnostic)>,
    /// The places of keys that belong to another table than the one in which they stand, and what is found there; `None` where that
    /// was reported, also at another one.
    pub(super) elsewhere: Vec<(Span, Option<Diagnostic>)>,
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
            shapes: None,
            edits: Vec::new(),
            source: String::new(),
            passed_over: (Vec::new(), None),
            stumbles: Stumbles::default(),
            closed_at: Vec::new(),
            keys: Vec::new(),
            renamed: &[],
            takes_misspelt: true,
            astray: None,
            broken_headers: Vec::new(),
            after_single: Vec::new(),
            elsewhere: Vec::new(),
            keeps_unknown_keys: false,
            passes_unknown_keys: false,
            has_no_events: false,
            kept: Vec::new(),
        }
    }

    /// The table of `front`, which `source` holds; each thing in it that is not read is a diagnostic.
    pub(crate) fn front<'s>(&mut self, source: &str, front: Front<'s>) -> Spanned<DeTable<'s>> {
        let problems = match front.errors {
            Errors::Toml(unclosed, errors) => {
                self.unclosed(unclosed);
                return self.parsed(source, (front.table, errors));
            }
            Errors::Yaml(problems) => problems,
        };
        self.notation = Notation::Yaml;
        source.clone_into(&mut self.source);
        self.report_missing = problems.is_empty() && self.problems.is_empty();
        let lost = problems.iter().map(|it| it.lost.shifted(self.offset)).collect();
        self.stumbles = Stumbles::new(lost, Lines::of(source), self.offset);
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
        let is_inline = || self.source[span.start.saturating_sub(self.offset)..].starts_with('{');
        let end = self.first_break(span).filter(|_| is_inline());
        TableReader { reader: self, table, span, end, seen: Vec::new(), misspelt: Vec::new(), elsewhere: Vec::new() }
    }

    /// Where what the parser has at `range` stands in the file.
    pub(super) fn place(&self, range: Range<usize>) -> Span {
        before(&self.edits, range).shifted(self.offset)
    }

    /// Where the keys of `table` and their values stand, in the order of the text; empty when the TOML that it comes from is
    /// broken.
    pub fn key_places(&self, table: &DeTable) -> Vec<KeyPlace> {
        let place = |range: Range<usize>| self.place(range);
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

    /// A table in which nothing stands, though some of its keys, `rows`, are required: one thing to do, and not one for each key.
    pub(super) fn holds_nothing(&mut self, span: Span, rows: &[FieldRow]) {
        let required = rows.iter().filter(|row| row.need == Presence::Required).map(|row| row.key);
        let help = format!("write {} in it, or take it out", quoted(required, "and"));
        let message = format!("nothing stands in this `{}`", self.key());
        let finding = Diagnostic::new("missing-key", self.path, span, message).help(help);
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

    /// What writes `value` as it is meant where `shape` is wanted; `None` where that is not clear.
    pub(super) fn slip(&self, shape: &Shape, value: &DeValue, span: Span) -> Option<Fix> {
        let text = self.source.get(span.start.checked_sub(self.offset)?..span.end.checked_sub(self.offset)?)?;
        // The whole of a table with a header is longer than what the parser says of it.
        let (new, title) = slips::meant(shape, value, text)?;
        let title = if self.is_bare(span) { title.replace(" without quotes", "") } else { title };
        let end = span.start + slips::replaced(text);
        Some(slips::fix(self.path, Span::new(span.start, end), title, new))
    }

    /// Whether it is known that the key at `span` belongs elsewhere; what is found there is reported.
    pub(super) fn is_elsewhere(&mut self, span: Span) -> bool {
        let Some((_, finding)) = self.elsewhere.iter_mut().find(|(place, _)| *place == span) else { return false };
        let finding = finding.take();
        finding.into_iter().for_each(|finding| self.report(finding));
        true
    }

    /// Whether what stands at `span` is one of a list.
    pub(super) fn is_item(&self, span: Span) -> bool {
        let before = span.start.checked_sub(self.offset).and_then(|at| self.source.get(..at)).unwrap_or_default();
        let before = before.trim_end();
        before.ends_with(['[', ',']) || self.notation == Notation::Yaml && before.ends_with('-')
    }

    pub(super) fn wrong_type(&mut self, shape: &Shape, value: &DeValue, span: Span) {
        // Messages are published, and what is not read may be private: they never repeat it.
        let found = match value {
            DeValue::String(text) if text.is_empty() => "empty text",
            DeValue::String(_) => "text",
            DeValue::Integer(number) if number.as_str().starts_with('-') => "a number below zero",
            DeValue::Float(_) if matches!(shape, Shape::Integer) => "a number with decimals",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(true) => "true",
            DeValue::Boolean(false) => "false",
            DeValue::Datetime(moment) if moment.time.is_some() && moment.date.is_some() => "a date with a time",
            DeValue::Datetime(moment) if moment.time.is_some() => "a time",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{}` must be {}, found {found}", self.key(), shape.expected());
        let fix = self.slip(shape, value, span);
        let help = match (shape, value, &fix) {
            (Shape::List(_), DeValue::String(_), _) => format!("put it in brackets: `{} = [\"…\"]`", self.key()),
            (Shape::Table(_) | Shape::Map(_), DeValue::Array(_), Some(fix)) => fix.title.clone(),
            (shape, value, Some(fix)) if shape.is_never_quoted() && is_single(value) => match &fix.edits[..] {
                [edit] if !self.is_item(span) => {
                    format!("write `{} = {}`", self.keys.last().map_or("", |key| key), edit.text)
                }
                _ => fix.title.clone(),
            },
            _ if self.is_item(span) => slips::example("", shape),
            _ => slips::example(self.keys.last().map_or("", |key| key), shape),
        };
        let diagnostic = Diagnostic::new("wrong-type", self.path, span, message).concerning(self.path, self.key());
        let diagnostic = if help.is_empty() { diagnostic } else { diagnostic.help(help) };
        let diagnostic = diagnostic.mended_by(fix);
        self.report(diagnostic);
    }
}

/// Reads the fields of one table.
pub struct TableReader<'r, 'a, 't> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) table: &'t DeTable<'t>,
    span: Span,
    /// Where the parser stumbled in a table between braces: what follows may be other keys than its own.
    pub(super) end: Option<usize>,
    seen: Vec<&'a str>,
    pub(super) misspelt: Vec<Misspelt<'t, 'a>>,
    pub(super) elsewhere: Vec<Elsewhere<'t, 'a>>,
}

impl<'a> TableReader<'_, 'a, '_> {
    /// Where `key` stands under a misspelt name, in a table that nothing reads, or below a header that could not be read; `None`
    /// where it does not.
    fn astray(&self, key: &str) -> Option<Span> {
        let misspelt = self.misspelt.iter().find(|it| it.meant == key).map(|it| it.value);
        let misspelt = misspelt.map(|it| self.reader.place(it.range()));
        let elsewhere = || self.elsewhere.iter().find(|it| it.meant == key).map(|it| it.place);
        let headless = self.reader.broken_headers.iter().filter(|_| self.reader.keys.is_empty());
        let headless = || headless.into_iter().find(|(name, _)| name == key).map(|(_, place)| *place);
        misspelt.or_else(elsewhere).or_else(headless)
    }

    /// What `key` holds. A key that is required and not there is a diagnostic.
    pub fn field<T: Decode>(&mut self, key: &'static str, need: Presence) -> Field<T> {
        let written = self.written(key);
        self.seen.push(written);
        let Some(value) = self.table.get(written) else {
            if !self.reader.report_missing {
                return Field::Unreadable(self.span);
            }
            if let Some(place) = self.astray(written) {
                return Field::Unreadable(place);
            }
            let is_needless = key == "event" && self.reader.has_no_events;
            if need == Presence::Required && !is_needless {
                self.missing(key, &T::shape(), None);
            }
            return Field::Absent;
        };
        let span = self.reader.place(value.span());
        if self.end.is_some_and(|end| end < span.start) {
            return Field::Unreadable(self.span);
        }
        if need == Presence::Required && self.reader.is_empty::<T>(value.get_ref(), span) {
            self.missing(key, &T::shape(), Some(span));
            return Field::Absent;
        }
        self.reader.astray = self.astray(written);
        self.reader.keys.push(Cow::Borrowed(key));
        let field = read_field(self.reader, value.get_ref(), span);
        self.reader.astray = None;
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
            let is_absent = self.reader.report_missing && self.astray(key).is_none();
            return if is_absent { Field::Absent } else { Field::Unreadable(self.astray(key).unwrap_or(self.span)) };
        };
        let span = self.reader.place(value.span());
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

    /// Reports the first header of each list below one with a single bracket, unless something is reported at that one.
    fn report_after_single(&mut self) {
        let mut told: Vec<Span> = self.reader.problems.iter().filter_map(|it| it.span).collect();
        for (single, finding) in std::mem::take(&mut self.reader.after_single) {
            if !told.iter().any(|span| span.start < single.end && single.start < span.end) {
                told.push(single);
                self.reader.problems.push(finding);
            }
        }
    }

    /// Keeps the outermost key `name` to be shown; `false` where it stays a finding: it may be a slip, or keep something back.
    fn keep(&mut self, name: &str) -> bool {
        let is_wanted = self.reader.keeps_unknown_keys && self.reader.keys.is_empty() && self.reader.report_missing;
        let open = || self.seen.iter().copied().filter(|it| !self.table.contains_key(*it));
        let is_slip = || kept::is_slip_of(name, open());
        let Some(value) = self.table.get(name).filter(|_| is_wanted && !is_slip()) else { return false };
        let span = self.reader.place(value.span());
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
            let span = self.reader.place(key.span());
            // Where a table was taken to end, its last keys may be others'.
            if self.end.is_some() || self.reader.is_elsewhere(span) {
                continue;
            }
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
            let open = || self.seen.iter().copied().filter(|known| !self.table.contains_key(*known));
            let taken_for = self.misspelt.iter().find(|it| it.written == name).map(|it| it.meant);
            let inner: Vec<&str> =
                self.elsewhere.iter().filter(|it| it.unread == Some(name)).map(|it| it.meant).collect();
            let diagnostic = match taken_for.or_else(|| nearest(name, open())).filter(|_| inner.is_empty()) {
                None if !inner.is_empty() => {
                    let keys = quoted(inner.iter().copied(), "and");
                    let where_to = if holder.is_empty() {
                        "above the first table".to_owned()
                    } else {
                        format!("in `{holder}` itself")
                    };
                    diagnostic.help(format!("nothing reads {keys} there: write {keys} {where_to}, without `{name}`"))
                }
                Some(meant) if self.reader.renamed.iter().any(|(written, _)| written == meant) => diagnostic.help(format!(
                    "in `candor.toml`, the `[folder.keys]` of this folder call it `{meant}`: write it there as it is called here, or here as \
                     it is called there"
                )),
                Some(meant) => diagnostic.help(did_you_mean(meant)).fix(misspelt::fix(
                    self.reader.path,
                    &self.reader.source,
                    self.reader.offset,
                    span,
                    meant,
                )),
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
        if self.reader.keys.is_empty() {
            self.report_after_single();
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
            return Field::Unknown(Box::new(unknown));
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
            return Field::Withheld(Box::new(withheld));
        }
    }
    if is_single(value) && reader.is_broken(span) {
        return Field::Unreadable(span);
    }
    match T::decode(reader, value, span) {
        Some(value) => Field::Stated(At { value, span }),
        None => Field::Unreadable(span),
    }
}

/// Whether `value` holds no others.
pub(crate) fn is_single(value: &DeValue) -> bool {
    !matches!(value, DeValue::Array(_) | DeValue::Table(_))
}
