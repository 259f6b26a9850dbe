//! The rows as `candor.toml` writes them, and what is wrong with one.

use std::collections::BTreeSet;
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Level};
use crate::fields::look::{Content, Value};
use crate::fields::{At, Decode, Field, List, Map, OneOf, Reader, Shape, decode_word};
use crate::id::{ContentPath, Kind, Naming};
use crate::text::{Span, did_you_mean, nearest};
use crate::tree::{Tree, glob_error};
use crate::{table, word_list};

use super::name::{Name, Part};
use super::{Layout, Place, Row, StateLine};

/// The rule that reports a row which cannot be read as it is meant.
const RULE: &str = "wrong-folder";

table! {
    /// A folder and what its files are.
    FolderRow {
        /// The folder, from the one that holds `candor.toml`: `EIPS`, or a pattern for several: `keps/sig-*`.
        Required path: String,
        /// What its files are: `proposal`, `meeting`, `page`.
        Required kind: Kind,
        /// What the ids begin with: with `EIP`, a text that says EIP-1559 has a link; absent: as for the kind everywhere.
        Optional prefix: String,
        /// How the files are named, one pattern or several: `eip-{number}.md`, `{date}-{slug}.md`, `{number}-{slug}/README.md`.
        Optional name: OneOf<String, List<String>>,
        /// What keys are called there: the word that is written, and the key that is meant.
        Optional keys: Map<String>,
        /// The key whose line says in which state a record is, where its events do not: `status`.
        Optional state: String,
        /// What the words of that line mean, each with the name of a state; a word that is left out means the state of its name.
        Optional states: Map<String>,
        /// What becomes of keys that the kind does not have; absent: each is a finding.
        Optional unknown_keys: UnknownKeys,
    }
}

word_list! {
    /// What becomes of keys that a kind does not have.
    UnknownKeys {
        /// Each is a finding.
        Report = "report",
        /// Each is a fact on the page.
        Show = "show",
    }
}

impl Decode for Kind {
    fn shape() -> Shape {
        Shape::Word(Kind::NAMES)
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Kind> {
        let words: Vec<(&'static str, Kind)> = Kind::ALL.iter().map(|kind| (kind.name(), *kind)).collect();
        decode_word(reader, value, span, &words)
    }
}

impl Value for Kind {
    fn content(&self) -> Content<'_> {
        Content::Text(self.name())
    }

    fn text(&self) -> Option<&str> {
        Some(self.name())
    }
}

/// The table with the `rows` of the configuration at `path`, and what is wrong with them. A row that gives no folder to a kind
/// is left out.
pub(crate) fn read(rows: &[At<FolderRow>], path: &ContentPath, tree: &Tree) -> (Layout, Vec<Diagnostic>) {
    let mut reading = Reading { path, problems: Vec::new() };
    let read: Vec<(Row, Span)> = rows.iter().filter_map(|row| reading.row(row)).collect();
    for (at, (row, _)) in read.iter().enumerate() {
        reading.prefix_of_another(row, read[..at].iter().map(|(row, _)| row), &rows_at(rows, &read[at]));
    }
    let spans: Vec<Span> = read.iter().map(|(_, span)| *span).collect();
    let is_unclear = read.len() < rows.len();
    let layout = Layout::of(read.into_iter().map(|(row, _)| row).collect()).with_unclear(is_unclear);
    reading.claims(&layout, &spans, tree);
    (layout, reading.problems)
}

/// The place of the prefix of a row that was read, else of its folder.
fn rows_at(rows: &[At<FolderRow>], (_, span): &(Row, Span)) -> Span {
    let row = rows.iter().find(|row| row.path.span() == Some(*span));
    row.and_then(|row| row.prefix.span()).unwrap_or(*span)
}

struct Reading<'a> {
    path: &'a ContentPath,
    problems: Vec<Diagnostic>,
}

impl Reading<'_> {
    fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Diagnostic::new(RULE, self.path, span, message.into()).help(help.into()));
    }

    /// The row and the place of its folder; `None` where it gives no folder to a kind.
    fn row(&mut self, row: &FolderRow) -> Option<(Row, Span)> {
        let Field::Stated(path) = &row.path else { return None };
        // How its files are named is not known, so no name can be wrong there.
        if row.name.is_unreadable() {
            return None;
        }
        let place = self.place(path);
        let kind = *row.kind.get()?;
        let names = self.names(row, kind);
        let prefix = self.prefix(row, kind);
        let keys = row.keys.entries().iter().map(|(written, meant)| (written.value.clone(), meant.value.clone()));
        let row = Row {
            place: place?,
            kind,
            prefix,
            names: if names.is_empty() { Name::usual(kind) } else { names },
            is_own: true,
            is_deep: true,
            keys: keys.collect(),
            shows_unknown_keys: row.unknown_keys.get() == Some(&UnknownKeys::Show),
            state_line: self.state_line(row),
            own_keys: Arc::default(),
        };
        Some((row, path.span))
    }

    /// `None` where the row names no such line; words without one are a finding.
    fn state_line(&mut self, row: &FolderRow) -> Option<StateLine> {
        let states = row.states.entries().iter().map(|(word, state)| (word.value.clone(), state.value.clone()));
        let Some(key) = row.state.get() else {
            if let Some(span) = row.states.span().filter(|_| row.states.get().is_some() && row.state.is_missing()) {
                let message = "`states` says what the words of a line mean, and no `state` names that line";
                self.report(span, message, "name the key of the line: `state = \"status\"`");
            }
            return None;
        };
        Some(StateLine { key: key.trim().to_owned(), states: states.collect() })
    }

    fn place(&mut self, written: &At<String>) -> Option<Place> {
        let path = match folder_of(written) {
            Ok(folder) if folder.is_empty() => return Some(Place::Folder(folder)),
            Ok(folder) => folder,
            Err((message, help)) => {
                self.report(written.span, message, help);
                return None;
            }
        };
        let text = path.as_str();
        if !text.contains(['*', '?', '[', '{']) {
            return Some(Place::Folder(path));
        }
        let pattern = format!("/{path}");
        if let Some(why) = glob_error(&pattern) {
            let message = format!("`{}` is no pattern for folders: {why}", written.value);
            self.report(written.span, message, "write it as in `path = \"keps/sig-*\"`");
            return None;
        }
        let mut globs = GitignoreBuilder::new("");
        drop(globs.add_line(None, &pattern).map(drop));
        Some(Place::Glob(path, globs.build().unwrap_or_else(|_| Gitignore::empty())))
    }

    /// The patterns that can be read.
    fn names(&mut self, row: &FolderRow, kind: Kind) -> Vec<Name> {
        let Field::Stated(written) = &row.name else { return Vec::new() };
        let span = written.span;
        let written: Vec<(&str, Span)> = match &written.value {
            OneOf::First(name) => vec![(name.as_str(), span)],
            OneOf::Second(names) => names.iter().map(|name| (name.as_str(), name.span)).collect(),
        };
        if Part::needed(kind).is_none() {
            self.report(span, "a page may have any name, so `name` says nothing here", "take this line out");
            return Vec::new();
        }
        let mut names = Vec::new();
        for (text, span) in written {
            match name_of(text, kind) {
                Err((message, help)) => self.report(span, message, help),
                Ok(name) => names.push(name),
            }
        }
        names
    }

    /// `None` for the one that the kind has everywhere.
    fn prefix(&mut self, row: &FolderRow, kind: Kind) -> Option<Arc<str>> {
        let Field::Stated(written) = &row.prefix else { return None };
        match prefix_of(written, kind) {
            Ok(prefix) => prefix,
            Err((message, help)) => {
                self.report(written.span, message, help);
                None
            }
        }
    }

    /// A prefix that means two kinds.
    fn prefix_of_another<'r>(&mut self, row: &Row, before: impl Iterator<Item = &'r Row>, span: &Span) {
        let prefix = row.prefix();
        let mut before = before;
        let other = before.find(|other| other.prefix() == prefix && !prefix.is_empty()).map(|other| other.kind);
        let usual = || Kind::ALL.iter().copied().find(|kind| !prefix.is_empty() && kind.usual_prefix() == prefix);
        if let Some(other) = other.or_else(usual).filter(|other| *other != row.kind) {
            let message = format!("ids that begin with `{prefix}-` are those of {}", other.plural());
            self.report(*span, message, format!("give the {} another `prefix`", row.kind.plural()));
        }
    }

    /// Files that two rows name as theirs, and folders that are not there.
    fn claims(&mut self, layout: &Layout, spans: &[Span], tree: &Tree) {
        if spans.is_empty() {
            return;
        }
        let files = || tree.sources.keys().filter(|path| path.is_markdown());
        let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
        for path in files() {
            let claims: Vec<usize> = layout.claims(path).collect();
            let [first, rest @ ..] = claims.as_slice() else { continue };
            for other in rest.iter().filter(|other| told.insert((*first, **other))) {
                let message = format!("`{path}` belongs to this row and to another");
                let finding = Diagnostic::new(RULE, self.path, spans[*other], message)
                    .label(self.path, spans[*first], "this row comes first and has it")
                    .help("give one of the two another `path`, or a `name` that tells their files apart");
                self.problems.push(finding);
            }
        }
        for (row, span) in layout.rows().iter().zip(spans) {
            let is_there = row.folder().is_empty() || files().any(|path| row.place.split(path.as_str()).is_some());
            if is_there {
                continue;
            }
            let folders: BTreeSet<&str> = files().map(ContentPath::folder).filter(|it| !it.is_empty()).collect();
            let message = format!("there is no text in `{}`", row.folder());
            let finding = Diagnostic::new(RULE, self.path, *span, message).at_level(Level::Warning);
            self.problems.push(match nearest(row.folder(), folders) {
                Some(meant) => finding.help(did_you_mean(meant)),
                None => finding.help(format!("`candor new {} \"Title\"` writes the first", row.kind)),
            });
        }
    }
}

/// What is wrong, and what to type.
type Wrong = (String, String);

/// The folder that `written` names, without a slash at its end; empty for the root.
///
/// # Errors
/// When it names none.
pub(crate) fn folder_of(written: &str) -> Result<String, Wrong> {
    let text = written.trim().trim_end_matches('/');
    let text = text.strip_prefix("./").unwrap_or(text);
    if text == "." || (text.is_empty() && written.trim() == "./") {
        return Ok(String::new());
    }
    if let Some(path) = ContentPath::parse(text) {
        return Ok(path.to_string());
    }
    let inner = ContentPath::parse(text.trim_start_matches('/')).filter(|_| text.starts_with('/'));
    let help = match inner {
        Some(inner) => format!("write it from the folder that holds `candor.toml`: `path = \"{inner}\"`"),
        None => "write a folder below the one that holds `candor.toml`, as in `path = \"minutes\"`".to_owned(),
    };
    Err((format!("`{written}` is no folder of this record"), help))
}

/// The pattern `text` for the names of files of `kind`.
///
/// # Errors
/// When it is none, or says nothing of what the kind is called by.
pub(crate) fn name_of(text: &str, kind: Kind) -> Result<Name, Wrong> {
    let name = Name::parse(text)?;
    let Some(needed) = Part::needed(kind).filter(|needed| !name.has(*needed)) else { return Ok(name) };
    let what = match needed {
        Part::Number => "number",
        Part::Date => "day",
        Part::Slug => "name",
    };
    let message = format!("`{text}` does not say where the {what} stands that {} is called by", kind.with_article());
    let usual = Name::usual(kind);
    let example = usual.first().map_or("", Name::as_str);
    Err((message, format!("put `{}` into it, as in `name = \"{example}\"`", needed.written())))
}

/// The prefix `written` for the ids of `kind`; `None` where it is the one that the kind has everywhere.
///
/// # Errors
/// When no id can begin with it, or the kind has no ids with a prefix.
pub(crate) fn prefix_of(written: &str, kind: Kind) -> Result<Option<Arc<str>>, Wrong> {
    let has_ids = match kind.naming() {
        Naming::Numbered | Naming::Dated => true,
        Naming::Named | Naming::Free => false,
    };
    if !has_ids {
        let message = format!("{} are called by the names of their files, without a prefix", kind.plural());
        return Err((message, "take this line out".to_owned()));
    }
    let text = written.trim();
    let is_word = text.len() <= 16
        && text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_word {
        let meant: String = text.chars().filter(char::is_ascii_alphanumeric).take(16).collect();
        let help = match meant.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            true => format!("write `prefix = \"{meant}\"`; the hyphen before the number is not part of it"),
            false => "write it as in `prefix = \"EIP\"`".to_owned(),
        };
        return Err((format!("`{written}` cannot begin an id: at most 16 letters and digits, a letter first"), help));
    }
    Ok((text != kind.usual_prefix()).then(|| text.into()))
}
