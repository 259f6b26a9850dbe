//! What a record is called, and where it lies: kinds, record ids, content paths.
//!
//! Identity comes from the path alone, so that a file whose front matter is broken still exists for those that refer to it.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, Serializer};

use crate::text::{Date, parse_date};

/// Of ASCII, all but what never has a meaning in an address and the slash between the parts of a path.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `path` as it stands in an address: every byte that has a meaning there, and every one beyond ASCII, by its number.
pub fn encoded(path: &str) -> String {
    utf8_percent_encode(path, ESCAPED).to_string()
}

/// A map that is looked into often. That of the standard library withstands keys that somebody chose to be slow, and takes several times
/// as long for short ones.
pub type QuickMap<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// The same for a set.
pub type QuickSet<K> = HashSet<K, foldhash::fast::RandomState>;

/// The path of a file below the site root: parts joined by `/`, no part empty, `.` or `..`, no letter that is a command or
/// a separator somewhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentPath(Arc<str>);

impl ContentPath {
    /// The path that `text` spells; `None` when it is absolute, leaves the root, has an empty part, or a letter that
    /// is a command or a separator somewhere.
    pub fn parse(text: &str) -> Option<ContentPath> {
        let whole = !text.is_empty()
            && !text.contains(is_unfit)
            && text.split('/').all(|part| !part.is_empty() && part != "." && part != "..");
        whole.then(|| ContentPath(text.into()))
    }

    /// The whole path, without a slash at its beginning: `sow/0003-mailing-lists.md`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder, without a slash at its end; empty for the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part, with its ending.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// The last part, without its ending.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Where the relative link `link` leads from this file's folder; `None` when it leaves the root.
    pub fn join(&self, link: &str) -> Option<ContentPath> {
        let (base, link) = match link.strip_prefix('/') {
            Some(link) => ("", link),
            None => (self.folder(), link),
        };
        let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
        for part in link.split('/') {
            match part {
                "" | "." => {}
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        ContentPath::parse(&parts.join("/"))
    }

    /// Whether the name ends in `.md` or `.markdown`, in small letters or capitals.
    pub fn is_markdown(&self) -> bool {
        self.has_ending(".md") || self.has_ending(".markdown")
    }

    /// Whether the name ends in what other programs take for Markdown and this one does not.
    pub fn is_other_markdown(&self) -> bool {
        const ENDINGS: [&str; 8] = [".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mdtext", ".mkdown", ".mdx"];
        ENDINGS.iter().any(|ending| self.has_ending(ending))
    }

    /// Whether the name ends in `ending`, in small letters or capitals.
    pub fn has_ending(&self, ending: &str) -> bool {
        let begin = self.0.len().checked_sub(ending.len());
        begin.and_then(|begin| self.0.get(begin..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
    }
}

/// Whether `letter` may not stand in a path: what a terminal or a reader would take for a command, what turns the text around
/// it, and the separator of other systems.
pub(crate) fn is_unfit(letter: char) -> bool {
    letter == '\\'
        || letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Display for ContentPath {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for ContentPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// How the files of a kind are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// `0003-mailing-lists.md`, referred to as `SOW-0003`.
    Numbered,
    /// `2021-04-27.md` or `2021-04-27-board.md`, referred to as `MTG-2021-04-27`.
    Dated,
    /// `phabricator.md`, referred to as `phabricator`.
    Named,
    /// Any path, not referred to by id.
    Free,
}

macro_rules! kinds {
    ($($kind:ident $folder:literal $one:literal $many:literal $prefix:literal $naming:ident;)*) => {
        /// The sixteen kinds of record, in the order in which the site lists them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(
                #[doc = concat!("The ", $many, "; `", $one, "` in profiles and on the command line.")]
                $kind
            ),*
        }

        impl Kind {
            /// Every kind, in the order in which the site lists them.
            pub const ALL: &[Kind] = &[$(Kind::$kind),*];

            /// What [`Kind::name`] says of every kind, in the same order.
            pub const NAMES: &[&str] = &[$($one),*];

            /// The folder that holds the records of this kind where a site says nothing else; empty for pages.
            pub fn usual_folder(self) -> &'static str {
                match self { $(Kind::$kind => $folder),* }
            }

            /// What the manual, the profiles and the command line call one of them: `sow`, `decision`.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$kind => $one),* }
            }

            /// What a reader calls many of them: `statements of work`.
            pub fn plural(self) -> &'static str {
                match self { $(Kind::$kind => $many),* }
            }

            /// What comes before the hyphen of an id where a site says nothing else: `SOW`; empty for kinds that are called by
            /// their slug.
            pub fn usual_prefix(self) -> &'static str {
                match self { $(Kind::$kind => $prefix),* }
            }

            /// How the files of the kind are named, and so what its ids look like.
            pub fn naming(self) -> Naming {
                match self { $(Kind::$kind => Naming::$naming),* }
            }
        }
    };
}

kinds! {
    Sow          "sow"           "sow"          "statements of work"    "SOW" Numbered;
    Proposal     "proposals"     "proposal"     "proposals"             "PRP" Numbered;
    Decision     "decisions"     "decision"     "decisions"             "DEC" Numbered;
    Meeting      "meetings"      "meeting"      "meetings"              "MTG" Dated;
    Rfp          "rfp"           "rfp"          "requests for proposal" "RFP" Numbered;
    Bounty       "bounties"      "bounty"       "bounties"              "BTY" Numbered;
    Contractor   "contractors"   "contractor"   "contractors"           ""    Named;
    Service      "services"      "service"      "services"              ""    Named;
    Person       "people"        "person"       "people"                ""    Named;
    Organization "organizations" "organization" "organizations"         ""    Named;
    Group        "groups"        "group"        "groups"                ""    Named;
    Roadmap      "roadmap"       "roadmap"      "roadmaps"              ""    Named;
    Survey       "surveys"       "survey"       "surveys"               ""    Named;
    Pledge       "pledges"       "pledge"       "pledges"               "PLG" Numbered;
    Report       "reports"       "report"       "reports"               ""    Named;
    Page         ""              "page"         "pages"                 ""    Free;
}

impl Kind {
    /// The kind that `name` names; `None` for any other word.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// What a reader calls one of them, where `name` is an abbreviation: `statement of work`.
    pub fn title(self) -> &'static str {
        match self {
            Kind::Sow => "statement of work",
            Kind::Rfp => "request for proposal",
            other => other.name(),
        }
    }

    /// The title with its article: `an organization`.
    pub fn with_article(self) -> String {
        let title = self.title();
        let article = if title.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        format!("{article} {title}")
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// `key` as every spelling of one number shares it: without the zeros that it begins with.
pub fn canonical_key(kind: Kind, key: &str) -> &str {
    let is_number = kind.naming() == Naming::Numbered && key.bytes().all(|byte| byte.is_ascii_digit());
    match key.trim_start_matches('0') {
        "" if is_number && !key.is_empty() => "0",
        number if is_number => number,
        _ => key,
    }
}

/// What a record is called by others. Two files may claim the same one; a rule reports that.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    /// The kind that the folder of the file names.
    pub kind: Kind,
    /// `0003`, `2021-04-27-board`, `phabricator`, `docs/how-we-work`.
    pub key: Arc<str>,
    /// What the id begins with where that is not what ids of the kind begin with everywhere.
    prefix: Option<Arc<str>>,
}

impl RecordId {
    /// The id of `kind` with `key` as it is; neither is checked.
    pub fn new(kind: Kind, key: &str) -> RecordId {
        RecordId { kind, key: key.into(), prefix: None }
    }

    /// The same with another prefix; with `None` the one that the kind has everywhere.
    pub(crate) fn in_series(self, prefix: Option<Arc<str>>) -> RecordId {
        RecordId { prefix, ..self }
    }

    /// What comes before the hyphen: `SOW`; empty for kinds that are called by their slug.
    pub fn prefix(&self) -> &str {
        self.prefix.as_deref().unwrap_or(self.kind.usual_prefix())
    }

    /// The number of a numbered record; `None` for the other kinds and for files that are not named by a number.
    pub fn number(&self) -> Option<u32> {
        if self.kind.naming() == Naming::Numbered { self.key.parse().ok() } else { None }
    }

    /// The day of a dated record; `None` for the other kinds and for impossible dates.
    pub fn date(&self) -> Option<Date> {
        if self.kind.naming() == Naming::Dated { self.key.get(..10).and_then(parse_date) } else { None }
    }

    /// The same for every spelling of one number, so that `SOW-3` finds `sow/0003-mailing-lists.md`.
    pub fn canonical(&self) -> RecordId {
        RecordId::new(self.kind, self.canonical_key()).in_series(self.prefix.clone())
    }

    /// The key of [`RecordId::canonical`].
    pub fn canonical_key(&self) -> &str {
        canonical_key(self.kind, &self.key)
    }

    /// How any other record refers to it: `SOW-0003`, `person/ada`. No two kinds share one.
    pub fn reference(&self) -> String {
        match self.kind.naming() {
            Naming::Numbered | Naming::Dated => self.to_string(),
            Naming::Named | Naming::Free => format!("{}/{}", self.kind.name(), self.key),
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.prefix() {
            "" => f.write_str(&self.key),
            prefix => write!(f, "{prefix}-{}", self.key),
        }
    }
}

impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_below_the_root() {
        let from = ContentPath::parse("meetings/2021-04-27.md").unwrap();
        assert_eq!(from.join("../sow/0001-x.md").unwrap().as_str(), "sow/0001-x.md");
        assert_eq!(from.join("/sow/x.md").unwrap().as_str(), "sow/x.md");
        assert_eq!(from.join("../../etc/passwd"), None);
        for wrong in ["", "/etc", "a//b", "../a", "a/..", "a\\b"] {
            assert_eq!(ContentPath::parse(wrong), None, "{wrong}");
        }
    }
}
