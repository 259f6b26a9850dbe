//! Where the records of each kind lie and how their files are named: one table, known before any file is read.
//!
//! Each row gives a folder to a kind. The rows of `candor.toml` come first; those that every site has come after them, so that
//! a site without any has its records where the manual says. Ids, addresses, references in texts and the names of new files
//! all follow from it.

mod line;
mod name;
mod written;

use std::sync::{Arc, LazyLock};

use ignore::gitignore::Gitignore;

use crate::fields::OwnKey;
use crate::id::{ContentPath, Kind, Naming, RecordId, canonical_key};
use crate::text::{Date, parse_date};

pub use line::StateLine;
pub use name::Name;
pub use written::{FolderRow, UnknownKeys};
pub(crate) use written::{folder_of, name_of, prefix_of, read};

/// The folder of a row.
#[derive(Debug, Clone)]
enum Place {
    /// One folder; empty for the root.
    Folder(String),
    /// Every folder that the pattern matches.
    Glob(String, Gitignore),
}

impl Place {
    fn as_str(&self) -> &str {
        match self {
            Place::Folder(written) | Place::Glob(written, _) => written,
        }
    }

    /// Where the folder that holds `path` ends in it, and what follows begins; `None` when it is in no such folder.
    fn split<'a>(&self, path: &'a str) -> Option<(&'a str, &'a str)> {
        match self {
            Place::Folder(folder) if folder.is_empty() => Some(("", path)),
            Place::Folder(folder) => {
                let below = path.strip_prefix(folder.as_str())?.strip_prefix('/')?;
                Some((&path[..folder.len()], below))
            }
            Place::Glob(_, glob) => {
                let folders = path.match_indices('/').map(|(at, _)| at);
                let is_it = |at: &usize| glob.matched(&path[..*at], true).is_ignore();
                folders.into_iter().find(is_it).map(|at| (&path[..at], &path[at + 1..]))
            }
        }
    }
}

/// Where the records of a kind lie and how they are named where no row of `candor.toml` says so: what a profile says of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Usual {
    /// The folder; `None` for the one that the kind has everywhere.
    pub folder: Option<String>,
    /// What comes before the hyphen of their ids; `None` for the one that the kind has everywhere.
    pub prefix: Option<Arc<str>>,
    /// How their files are named; empty for the names that they have everywhere.
    pub names: Vec<Name>,
    /// Keys that the group gives them beside those that everybody has.
    pub keys: Arc<[OwnKey]>,
}

/// A folder and what its files are.
#[derive(Debug, Clone)]
pub struct Row {
    place: Place,
    /// What its files are.
    pub kind: Kind,
    /// `None` for the one that the kind has everywhere.
    prefix: Option<Arc<str>>,
    /// How its files are named; empty where any name will do.
    names: Vec<Name>,
    /// Whether `candor.toml` says so.
    is_own: bool,
    /// Whether what lies in a folder of the folder is of the kind as well.
    is_deep: bool,
    /// What the keys are called in its files: each the word that is written there and the key that is meant.
    pub keys: Vec<(String, String)>,
    /// Whether keys that the kind does not have are shown as facts.
    pub shows_unknown_keys: bool,
    /// The line that says in which state each record is; `None` where its events do.
    pub state_line: Option<StateLine>,
    /// Keys that the group gives the records of the kind beside those that everybody has.
    pub own_keys: Arc<[OwnKey]>,
}

impl PartialEq for Row {
    fn eq(&self, other: &Row) -> bool {
        let told = |row: &Row| {
            let place = (row.place.as_str().to_owned(), matches!(row.place, Place::Glob(..)));
            (place, row.kind, row.prefix.clone(), row.is_own, row.is_deep, row.shows_unknown_keys)
        };
        told(self) == told(other)
            && self.names == other.names
            && self.keys == other.keys
            && self.state_line == other.state_line
            && self.own_keys == other.own_keys
    }
}

impl Row {
    /// The row that every site has for `kind`.
    fn usual(kind: Kind, own: Option<&Usual>) -> Row {
        let folder = own.and_then(|own| own.folder.as_deref()).unwrap_or(kind.usual_folder());
        let names = own.map(|own| own.names.clone()).filter(|names| !names.is_empty());
        Row {
            place: Place::Folder(folder.to_owned()),
            kind,
            prefix: own.and_then(|own| own.prefix.clone()),
            names: names.unwrap_or_else(|| Name::usual(kind)),
            is_own: false,
            // Below the folder of a contractor is its documentation.
            is_deep: kind != Kind::Contractor,
            keys: Vec::new(),
            shows_unknown_keys: false,
            state_line: None,
            own_keys: own.map(|own| own.keys.clone()).unwrap_or_default(),
        }
    }

    /// What comes before the hyphen of its ids; empty where they have none.
    pub fn prefix(&self) -> &str {
        self.prefix.as_deref().unwrap_or(self.kind.usual_prefix())
    }

    /// The folder as it is written, without a slash at its end: a path, or a pattern for several; empty for the root.
    pub fn folder(&self) -> &str {
        self.place.as_str()
    }

    /// How its files are named; empty where any name will do.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Whether `candor.toml` has it.
    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// The key that `written` means in its files; the word itself where nothing else is said.
    pub fn meant<'a>(&'a self, written: &'a str) -> &'a str {
        self.keys.iter().find(|(own, _)| own == written).map_or(written, |(_, meant)| meant)
    }

    /// The key of the file at `text` and the folder of the row that holds it; the key is `None` when the file is not named as
    /// those of the row are, and the whole when it lies elsewhere.
    fn holds<'a>(&self, text: &'a str) -> Option<(&'a str, Option<String>)> {
        let (folder, below) = self.place.split(text)?;
        // A README introduces its folder, but where every file is called so.
        let is_introduction = is_introduction(text);
        let names = self.names.iter().filter(|name| !is_introduction || name.is_the_same_for_all());
        let key = names.into_iter().find_map(|name| name.key(self.kind, below));
        let is_here = self.is_deep || !below.contains('/') || (key.is_some() && self.is_own);
        is_here.then_some((folder, key))
    }

    /// Whether a file in the folder that is not named so is a page that goes with a record and no record: where each record has
    /// a folder of its own, and in the root, where anything may lie.
    fn is_open(&self) -> bool {
        self.names.iter().any(Name::has_folder) || self.folder().is_empty()
    }
}

/// What the path of a file says of it.
#[derive(Debug, Clone)]
pub struct Placed<'a> {
    /// What others call it.
    pub id: RecordId,
    /// The folder on the site that holds its page, with a slash at its end: `sow/0003/`. Empty for the introduction of the root.
    pub address: String,
    /// Whether it introduces its folder and is no record of its own.
    pub is_introduction: bool,
    /// The row that it belongs to; `None` for a page of no row.
    pub row: Option<&'a Row>,
    /// Whether it is named as the files of its row are; true where any name will do.
    pub is_well_named: bool,
}

/// In which files a key that is near to one of the kind's is taken for it, misspelt: where it is an error that the key is unknown.
/// Elsewhere nobody would read of it, and such a key says no more than that the one that it is near to is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelt {
    /// Whether an unknown key is an error.
    pub is_error: bool,
    /// The records, by their ids or their paths, of which it is accepted.
    pub accepted: Vec<String>,
}

impl Default for Misspelt {
    fn default() -> Misspelt {
        Misspelt { is_error: true, accepted: Vec::new() }
    }
}

/// The whole table.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Those of `candor.toml`, then those that every site has.
    rows: Vec<Row>,
    /// Where misspelt keys are taken for those that are meant.
    misspelt: Misspelt,
    /// Whether a folder is meant beside them that could not be read.
    is_unclear: bool,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout::of(Vec::new())
    }
}

impl Default for &Layout {
    fn default() -> Self {
        Layout::usual()
    }
}

impl Layout {
    /// The table of a site that says nothing of its own.
    pub fn usual() -> &'static Layout {
        static USUAL: LazyLock<Layout> = LazyLock::new(Layout::default);
        &USUAL
    }

    /// The table with the rows of a site before those that every site has, without those of them whose folder is given away.
    fn of(rows: Vec<Row>) -> Layout {
        Layout { rows, misspelt: Misspelt::default(), is_unclear: false }.with_usual(|_| None)
    }

    /// The same table where the group has its own way with the records of a kind: rows of `candor.toml` that say nothing of a prefix
    /// or of names take those of the group.
    pub(crate) fn with_usual<'u>(mut self, usual: impl Fn(Kind) -> Option<&'u Usual>) -> Layout {
        self.rows.retain(Row::is_own);
        for row in &mut self.rows {
            if let Some(own) = usual(row.kind) {
                row.prefix = row.prefix.take().or_else(|| own.prefix.clone());
                row.own_keys = own.keys.clone();
            }
        }
        let kinds = Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Page);
        let everywhere = kinds.map(|kind| Row::usual(kind, usual(kind)));
        let free: Vec<Row> =
            everywhere.filter(|row| self.rows.iter().all(|own| own.folder() != row.folder())).collect();
        self.rows.extend(free);
        self
    }

    /// Whether keys are called something else in some folder.
    pub fn has_own_words(&self) -> bool {
        self.rows.iter().any(|row| !row.keys.is_empty())
    }

    /// The same table where misspelt keys are taken for those that are meant in the files of `misspelt`.
    pub(crate) fn taking(self, misspelt: Misspelt) -> Layout {
        Layout { misspelt, ..self }
    }

    /// The same table where they are in the files in which they are by `other`.
    pub(crate) fn taking_as(self, other: &Layout) -> Layout {
        self.taking(other.misspelt.clone())
    }

    /// Whether a misspelt key of the record `id` at `path` is taken for the one that is meant.
    pub(crate) fn takes_misspelt(&self, path: &ContentPath, id: &RecordId) -> bool {
        let names = |record: &String| {
            record == path.as_str() || *record == *id.key || self.parse(record).is_some_and(|named| named == *id)
        };
        self.misspelt.is_error && !self.misspelt.accepted.iter().any(names)
    }

    /// The same table where a folder is meant beside its own that could not be read, if `is_unclear`: what lies there may be of any kind.
    pub(crate) fn with_unclear(self, is_unclear: bool) -> Layout {
        Layout { is_unclear: self.is_unclear || is_unclear, ..self }
    }

    /// Whether a folder is meant that could not be read, so that a file that looks like a page may be a record.
    pub(crate) fn is_unclear(&self) -> bool {
        self.is_unclear
    }

    /// The rows, those of `candor.toml` first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What the Markdown file at `path` is. Total: a name that does not fit its folder keeps its stem as key.
    pub fn placed(&self, path: &ContentPath) -> Placed<'_> {
        let text = path.as_str();
        let mut held = self.rows.iter().filter_map(|row| Some((row, row.holds(text)?)));
        let mut first = None;
        let fitting = held.find(|(row, held)| {
            if first.is_none() {
                first = Some((*row, held.clone()));
            }
            held.1.is_some()
        });
        let is_introduction = is_introduction(text);
        match fitting.or(first) {
            Some((row, (folder, Some(key)))) => row.record(folder, &key, true),
            Some((row, (folder, None))) if !is_introduction && !row.is_open() && row.kind != Kind::Page => {
                row.record(folder, path.stem(), false)
            }
            other => page(path, is_introduction, other.map(|(row, _)| row)),
        }
    }

    /// The rows that name the file at `path` as one of theirs, in their order, of those that `candor.toml` has.
    fn claims(&self, path: &ContentPath) -> impl Iterator<Item = usize> {
        let own = self.rows.iter().enumerate().filter(|(_, row)| row.is_own);
        own.filter(|(_, row)| row.holds(path.as_str()).is_some_and(|(_, key)| key.is_some())).map(|(at, _)| at)
    }

    /// The first row of `kind`: where its new records go.
    pub fn row(&self, kind: Kind) -> Option<&Row> {
        self.rows.iter().find(|row| row.kind == kind)
    }

    /// The folder that holds the records of `kind`, and on the site their index: that of its first row which is a single folder;
    /// empty for pages.
    pub fn folder(&self, kind: Kind) -> &str {
        let of_kind = self.rows.iter().filter(|row| row.kind == kind && kind != Kind::Page);
        let single = of_kind.filter(|row| matches!(row.place, Place::Folder(_)) && !row.folder().is_empty());
        single.map(Row::folder).next().unwrap_or(kind.usual_folder())
    }

    /// Whether `folder` is that of a row, or lies in one, whatever its files are.
    pub fn is_home(&self, folder: &str) -> bool {
        let file = format!("{folder}/x");
        self.rows.iter().any(|row| !row.folder().is_empty() && row.place.split(&file).is_some())
    }

    /// The path of a new record of `kind`: in `folder`, or in that of the kind where it is empty, and named by its row.
    pub fn new_path(&self, kind: Kind, folder: &str, number: &str, day: Date, slug: &str) -> String {
        let folder = if folder.is_empty() { self.folder(kind) } else { folder };
        let of_kind = || self.rows.iter().filter(|row| row.kind == kind);
        let row = of_kind().find(|row| row.place.split(&format!("{folder}/x")).is_some()).or_else(|| of_kind().next());
        let name = row.and_then(|row| row.names.first());
        let file = name.map_or_else(|| format!("{slug}.md"), |name| name.filled(number, &day.to_string(), slug));
        if folder.is_empty() { file } else { format!("{folder}/{file}") }
    }

    /// The folder of the row that the record at `path` belongs to; `None` for pages.
    pub fn folder_of<'a>(&self, path: &'a ContentPath) -> Option<&'a str> {
        let row = self.placed(path).row?;
        row.place.split(path.as_str()).map(|(folder, _)| folder)
    }

    /// The id of the record of `kind` with `key`, as the first row of the kind has it.
    pub fn id(&self, kind: Kind, key: &str) -> RecordId {
        RecordId::new(kind, key).in_series(self.row(kind).and_then(|row| row.prefix.clone()))
    }

    /// The id that a reference spells out: `SOW-0003`, `MTG-2021-04-27`, `service/phabricator`.
    /// `None` for a bare slug, which only a field's kind can place.
    pub fn parse(&self, text: &str) -> Option<RecordId> {
        let spelled = self.spelled(text)?;
        let id = RecordId::new(spelled.kind, spelled.key);
        Some(match spelled.row {
            Some(row) => id.in_series(row.prefix.clone()),
            None => self.id(spelled.kind, spelled.key),
        })
    }

    /// What [`Layout::parse`] reads, the key as written; `None` for a bare slug.
    pub fn spelled<'a>(&self, text: &'a str) -> Option<Spelled<'a, '_>> {
        if let Some((kind, key)) = text.split_once('/') {
            return Some(Spelled { kind: Kind::parse(kind)?, key, row: None });
        }
        let (prefix, key) = text.split_once('-')?;
        let row = self.with_prefix(prefix)?;
        let fits = match row.kind.naming() {
            Naming::Numbered => !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit()),
            Naming::Dated => key.get(..10).and_then(parse_date).is_some(),
            Naming::Named | Naming::Free => false,
        };
        fits.then_some(Spelled { kind: row.kind, key, row: Some(row) })
    }

    /// The first row whose ids begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Option<&Row> {
        self.rows.iter().find(|row| !prefix.is_empty() && row.prefix() == prefix)
    }
}

/// A reference in parts.
#[derive(Debug, Clone, Copy)]
pub struct Spelled<'a, 'l> {
    /// The kind that is meant.
    pub kind: Kind,
    /// The key as written.
    pub key: &'a str,
    /// The row whose prefix is written; `None` where the kind is written by its name, which means any of its rows.
    pub row: Option<&'l Row>,
}

impl Spelled<'_, '_> {
    /// The key as every spelling of one number shares it.
    pub fn canonical_key(&self) -> &str {
        canonical_key(self.kind, self.key)
    }
}

impl Row {
    fn record(&self, folder: &str, key: &str, is_well_named: bool) -> Placed<'_> {
        let address = if folder.is_empty() { format!("{key}/") } else { format!("{folder}/{key}/") };
        let id = RecordId::new(self.kind, key).in_series(self.prefix.clone());
        Placed { id, address, is_introduction: false, row: Some(self), is_well_named }
    }
}

fn page<'a>(path: &ContentPath, is_introduction: bool, row: Option<&'a Row>) -> Placed<'a> {
    let whole = path.as_str();
    let key = whole.rsplit_once('.').map_or(whole, |(path, _)| path);
    let address = match path.folder() {
        _ if !is_introduction => format!("{key}/"),
        "" => String::new(),
        folder => format!("{folder}/"),
    };
    let row = row.filter(|row| row.kind == Kind::Page);
    Placed { id: RecordId::new(Kind::Page, key), address, is_introduction, row, is_well_named: true }
}

/// Whether the file at `path` introduces its folder, as `index.md` and, on code hosts, `README.md` do.
fn is_introduction(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem == "index" || stem.eq_ignore_ascii_case("readme")
}

#[cfg(test)]
mod tests;
