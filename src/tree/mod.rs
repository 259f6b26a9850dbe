//! Content as a snapshot: a folder, a git revision or a fixture, all three the same value.
//!
//! Reading never fails for what the content is: text that is not UTF-8 is kept with its wrong bytes replaced, a link
//! that leads out of the folder is left out, and both are remembered for a rule to report.

mod disk;
mod exclude;
mod fixture;
#[cfg(feature = "git")]
mod git;
mod ignored;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::id::{ContentPath, is_unfit};
use crate::text::{Date, count};

pub(crate) use exclude::glob_error;
#[cfg(feature = "git")]
pub use git::{Changed, RevisionError};
pub use texts::{FileStates, Texts};

/// The file that says which paths are excluded.
const CONFIGURATION: &str = "candor.toml";

/// A Markdown, TOML or theme file.
#[derive(Debug, Clone, Eq)]
pub struct Source {
    /// Without a byte-order mark; wrong bytes replaced by U+FFFD.
    pub text: Arc<str>,
    /// Offset of the first byte that is not UTF-8.
    pub not_utf8: Option<usize>,
}

/// Most texts that are compared are one and the same.
impl PartialEq for Source {
    fn eq(&self, other: &Source) -> bool {
        self.not_utf8 == other.not_utf8 && is_same_text(&self.text, &other.text)
    }
}

/// Whether the two are the same text; nothing is read where they are one.
pub(crate) fn is_same_text(one: &Arc<str>, other: &Arc<str>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asset {
    /// The file that holds its bytes.
    OnDisk(PathBuf),
    /// The bytes themselves, of a revision or a fixture.
    Bytes(Arc<[u8]>),
}

/// Why something below the folder is not part of the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// A symbolic link that leads out of the folder.
    LinkOut,
    /// A symbolic link that leads to itself or to nothing.
    LinkLoop,
    /// A symbolic link to a folder below the root, whose files are read where they lie.
    LinkToFolder,
    /// A name that is no text or cannot stand in an address, with the letter because of which; `None` where it is no letter.
    Name(Option<char>),
    /// The system refused to read it.
    Unreadable,
    /// A pipe, a socket or a device, which may never end.
    NoFile,
    /// A file or a folder that `.gitignore` names.
    Ignored,
    /// A file or a folder that `exclude` in `candor.toml` names.
    Excluded,
    /// What an editor or a system left there.
    Leftover,
    /// A private key, or a file for passwords.
    Secret,
}

impl LeftOut {
    /// Whether the one who keeps the record wanted it left out, or nobody can miss it. Then it is reported only where a text
    /// leads to it.
    pub fn is_wanted(self) -> bool {
        match self {
            LeftOut::Ignored | LeftOut::Excluded | LeftOut::Leftover => true,
            LeftOut::LinkOut
            | LeftOut::LinkLoop
            | LeftOut::LinkToFolder
            | LeftOut::Name(_)
            | LeftOut::Unreadable
            | LeftOut::NoFile
            | LeftOut::Secret => false,
        }
    }
}

/// Where a snapshot stands in the git repository that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The hash of the commit, cut to twelve digits.
    pub commit: String,
    /// The folder, from the root of the repository, with a slash at its end; empty for the root.
    pub folder: String,
    /// Why the folder on disk differs from it by more than its authors changed.
    pub caveats: Vec<Caveat>,
}

/// Why what differs is not all that the authors changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caveat {
    /// The checkout is sparse, and files of the revision are not on disk.
    Sparse {
        /// How many of them there are, at least one.
        files: usize,
    },
    /// The record was in another folder, and is compared with that.
    Moved {
        /// The folder in the revision, from the root of the repository; empty for the root.
        from: String,
        /// The folder now, from the root of the repository; empty for the root.
        to: String,
    },
    /// What lies in this folder belongs to another repository, so that the revision has none of its files; what it is compared with has
    /// those that are there now.
    Submodule {
        /// The folder, below the root of the site, without a slash at its end.
        folder: String,
    },
}

impl fmt::Display for Caveat {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Caveat::Sparse { files } => write!(
                f,
                "this is a sparse checkout, and {} of the revision {} not in it: what it leaves out looks deleted\n  \
                 `git sparse-checkout disable` brings everything back",
                count(*files, "file", "files"),
                if *files == 1 { "is" } else { "are" }
            ),
            Caveat::Moved { from, to } => {
                let named = |folder: &str| match folder {
                    "" => "the root of the repository".to_owned(),
                    folder => format!("`{folder}`"),
                };
                write!(
                    f,
                    "the record moved from {} to {}, and is compared with what it was there",
                    named(from),
                    named(to)
                )
            }
            Caveat::Submodule { folder } => {
                write!(f, "`{folder}` is a submodule, whose files are in another repository: they are not compared")
            }
        }
    }
}

/// When git first had a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// The day of the commit, in the time zone of its author.
    pub day: Date,
    /// The first line of what it says.
    pub subject: String,
}

/// Every file below the site root. The root is where `candor.toml` lies.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// Markdown, `candor.toml`, profiles and theme files, in the order of their paths.
    pub sources: BTreeMap<ContentPath, Source>,
    /// Everything else, in the order of the paths.
    pub assets: BTreeMap<ContentPath, Asset>,
    /// What lies below the folder and is not part of the snapshot, in the order of the paths, each with the reason.
    pub left_out: BTreeMap<ContentPath, LeftOut>,
    /// What is there and could not be read, in the order of the paths, with the words of the system. Empty when the snapshot
    /// is whole.
    pub unreadable: BTreeMap<ContentPath, String>,
    /// The assets on disk that are pointers of Git LFS.
    pub lfs: BTreeSet<ContentPath>,
    /// What the folder is called: the title of a site that has no `candor.toml`.
    pub name: String,
    /// `None` unless it was read from a revision.
    pub revision: Option<Revision>,
    /// How the lines changed in which records say where they stand; empty where that was not looked up.
    pub history: Arc<History>,
    /// Where in a repository the folder stands, as far as that was looked up.
    pub provenance: Provenance,
}

/// Where in a repository a folder on disk stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The branch on which the record is kept; `None` where it is not known.
    pub branch: Option<String>,
    /// The whole hash of the commit whose texts these are; `None` where it is not known.
    pub commit: Option<String>,
}

/// How the lines changed in which records say where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// By file, each change of its line, the first one first.
    pub lines: BTreeMap<ContentPath, Vec<LineChange>>,
    /// By file, the day on which it was changed last.
    pub touched: BTreeMap<ContentPath, Date>,
    /// Whether the repository lacks the older part of it.
    pub is_cut: bool,
}

/// A line that says something else than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// The day of the commit, where it was made.
    pub day: Date,
    /// Its author, by the name in the commit.
    pub by: String,
    /// What the line says since.
    pub word: String,
}

/// Whether the file at `path` becomes a page.
pub fn is_page(path: &ContentPath) -> bool {
    path.is_markdown() && !path.as_str().starts_with("themes/")
}

impl Tree {
    /// The text at `path`; `None` when there is no such source.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.sources.get(&ContentPath::parse(path)?).map(|source| &source.text)
    }

    /// Whether nothing at all is there.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.assets.is_empty() && self.left_out.is_empty()
    }

    /// Whether it holds the same as `other` as far as names, texts and what is known of them go: files that are published as they are may
    /// hold something else.
    pub fn reads_like(&self, other: &Tree) -> bool {
        let is_same = self.history == other.history
            && self.provenance.branch == other.provenance.branch
            && self.left_out == other.left_out
            && self.unreadable == other.unreadable
            && self.lfs == other.lfs;
        is_same && self.assets.keys().eq(other.assets.keys()) && self.sources == other.sources
    }

    /// Whether its configuration can be read so far that it is known what is not to be published; also where there is none.
    pub fn tells_what_is_excluded(&self) -> bool {
        let configuration = ContentPath::parse(CONFIGURATION).expect("the name is a path");
        let is_told = |source: &Source| source.not_utf8.is_none() && exclude::is_told(&source.text);
        self.sources.get(&configuration).is_none_or(is_told)
    }

    /// The same without what its configuration excludes.
    fn without_excluded(mut self) -> Tree {
        let exclude = self.text(CONFIGURATION).map(|text| exclude::Exclude::of(text));
        let Some(exclude) = exclude else { return self };
        let paths = self.sources.keys().chain(self.assets.keys());
        let excluded: Vec<ContentPath> = paths.filter(|path| exclude.holds_or_above(path)).cloned().collect();
        for path in excluded {
            self.sources.remove(&path);
            self.assets.remove(&path);
            self.left_out.insert(path, LeftOut::Excluded);
        }
        self
    }

    /// Whether it has a text that becomes a page.
    pub fn has_records(&self) -> bool {
        self.sources.keys().any(is_page)
    }

    /// How many of its texts that become pages say anything: neither empty nor in another encoding.
    pub fn texts(&self) -> usize {
        let pages = self.sources.iter().filter(|(path, _)| is_page(path));
        pages.filter(|(_, source)| source.not_utf8.is_none() && !source.text.trim().is_empty()).count()
    }

    /// The files that hold no more than the address of the real one in Git LFS, in the order of the paths.
    pub fn pointers(&self) -> Vec<ContentPath> {
        let texts = self.sources.iter().filter(|(_, source)| is_pointer(source.text.as_bytes()));
        let files = self.assets.iter().filter(|(path, asset)| match asset {
            Asset::OnDisk(_) => self.lfs.contains(path),
            Asset::Bytes(bytes) => is_pointer(bytes),
        });
        let mut pointers: Vec<ContentPath> =
            texts.map(|(path, _)| path).chain(files.map(|(path, _)| path)).cloned().collect();
        pointers.sort();
        pointers
    }

    /// The Markdown files that `other` has in other words, as they are here, in the order of their paths. `None` where the two differ in
    /// anything else that a site is linked from, but for files that are left out because somebody wanted it.
    pub fn reworded(&self, other: &Tree) -> Option<BTreeMap<&ContentPath, &Source>> {
        let unwanted = |tree: &Tree| -> BTreeMap<ContentPath, LeftOut> {
            tree.left_out.iter().filter(|(_, why)| !why.is_wanted()).map(|(path, why)| (path.clone(), *why)).collect()
        };
        let is_same_frame = self.sources.keys().eq(other.sources.keys())
            && self.assets.keys().eq(other.assets.keys())
            && (&self.name, &self.unreadable, &self.history) == (&other.name, &other.unreadable, &other.history)
            && unwanted(self) == unwanted(other)
            && self.pointers() == other.pointers();
        let both = is_same_frame.then(|| self.sources.iter().zip(other.sources.values()))?;
        let reworded: Vec<_> = both.filter(|((_, is), was)| is != was).collect();
        let is_text = |((path, is), was): &((&ContentPath, &Source), &Source)| {
            is_page(path) && is.not_utf8.is_none() && was.not_utf8.is_none()
        };
        reworded.iter().all(is_text).then(|| reworded.into_iter().map(|(is, _)| is).collect())
    }

    /// Puts the file at `path` where it belongs.
    fn add(&mut self, path: ContentPath, bytes: Vec<u8>) {
        let is_key = || exclude::may_hold_key(path.file_name()) && exclude::holds_key(&bytes);
        if let Some(why) = exclude::never_content(path.file_name()) {
            self.left_out.insert(path, why);
        } else if is_source(&path) {
            self.sources.insert(path, source(&bytes));
        } else if is_key() {
            self.left_out.insert(path, LeftOut::Secret);
        } else {
            self.assets.insert(path, Asset::Bytes(bytes.into()));
        }
    }
}

/// What a pointer of Git LFS begins with.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

fn is_pointer(bytes: &[u8]) -> bool {
    bytes.starts_with(POINTER)
}

/// What a name that cannot stand in an address is reported as.
struct Unnameable {
    /// The nearest path that can; `None` where there is none.
    nearest: Option<ContentPath>,
    /// The first letter because of which it cannot; `None` where bytes are no text.
    letter: Option<char>,
}

/// The path below the root as a site writes it.
///
/// # Errors
/// When it is no text or cannot stand in an address.
fn content_path(relative: &Path) -> Result<ContentPath, Unnameable> {
    let text = relative.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    match ContentPath::parse(&text) {
        Some(path) if relative.to_str().is_some() => Ok(path),
        Some(_) | None => {
            let letter = text.chars().find(|letter| is_unfit(*letter));
            let nearest = text.replace(|letter| is_unfit(letter) || letter == '\u{fffd}', "_");
            Err(Unnameable { nearest: ContentPath::parse(&nearest), letter })
        }
    }
}

/// Whether a path that is written with slashes has a part that begins with a dot. In `static/` only what belongs to a
/// repository, to the system or to a build does: `.well-known` and `.nojekyll` are content there.
fn is_hidden(path: &str) -> bool {
    const HIDDEN: [&str; 6] = [".git", ".hg", ".svn", ".jj", ".candor", ".ssh"];
    let mut parts = path.split('/');
    match parts.next() {
        Some("static") => parts.any(|part| HIDDEN.iter().any(|name| part.starts_with(name))),
        Some(first) => first.starts_with('.') || parts.any(|part| part.starts_with('.')),
        None => false,
    }
}

/// The files of a theme that are text; images and fonts belong into `static/`.
const THEME_TEXT: [&str; 4] = [".html", ".css", ".js", ".txt"];

/// Which files are read as text. The rest is published byte for byte.
fn is_source(path: &ContentPath) -> bool {
    let name = path.as_str();
    let is_picture = path.has_ending(".svg");
    let is_theme = name.starts_with("themes/") && THEME_TEXT.iter().any(|ending| name.ends_with(ending));
    !name.starts_with("static/") && (path.is_markdown() || name.ends_with(".toml") || is_picture || is_theme)
}

fn source(bytes: &[u8]) -> Source {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Source { text: text.into(), not_utf8: None },
        Err(error) => Source { text: String::from_utf8_lossy(bytes).into(), not_utf8: Some(error.valid_up_to()) },
    }
}
