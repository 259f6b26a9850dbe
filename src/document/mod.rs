//! One file, one typed document.
//!
//! Parsing is per file and never fails: what is wrong is a diagnostic beside the value. The id comes from the path, so a
//! file whose front matter is broken still exists for those that refer to it.

mod draft;
mod front;
pub mod bounty;
pub mod contractor;
pub mod decision;
pub mod group;
pub mod keys;
pub mod meeting;
pub mod organization;
pub mod page;
pub mod person;
pub mod pledge;
pub mod proposal;
pub mod report;
pub mod rfp;
pub mod roadmap;
pub mod rung;
pub mod schema;
pub mod service;
pub mod shared;
pub mod sow;
pub(crate) mod statements;
mod stray;
pub mod survey;
mod vocabulary;
mod words;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::fields::look::{self, Look, Value};
use crate::fields::{
    At, Field, FieldPath, FieldRow, Front, FrontText, Gap, KeptKey, KeyPlace, List, Notation, OwnField, OwnKey,
    Presence, Reader, Reference, Shape, Table, TableReader, paths,
};
use crate::id::{ContentPath, Kind, RecordId};
use crate::layout::{Layout, Placed, Row, StateLine};
use crate::markdown::{Outline, outline};
use crate::text::Span;
use crate::tree::Source;

pub use rung::Rung;
pub use shared::{Common, Event};
pub use vocabulary::vocabulary;

/// One Markdown file, read.
#[derive(Debug, Clone)]
pub struct Document {
    /// Where the file lies below the site root: `sow/0003-mailing-lists.md`.
    pub path: ContentPath,
    /// The id that follows from the path alone: `SOW-0003`.
    pub id: RecordId,
    /// The folder of its page, with a slash at its end, where it has that for itself: `sow/0003/`.
    pub address: String,
    /// Whether its name is that of the introduction of its folder.
    pub(crate) is_introduction: bool,
    /// The whole file, front matter included; every span of the document is a range of its bytes.
    pub text: Arc<str>,
    /// What stands between the fences; `None` when there is nothing that is read.
    pub front: Option<Span>,
    /// What the front matter is written in; TOML where there is none.
    pub notation: Notation,
    /// Where the body begins.
    pub body_start: usize,
    /// The keys that records of every kind share.
    pub common: Common,
    /// The keys of the record's own kind.
    pub record: Record,
    /// The state that a line of the front matter says, in the words of the workflow; `None` where the events of the record say it.
    pub state_line: Option<Field<String>>,
    /// What stands at the keys that the group gives the records of the kind beside those that everybody has, in the order of the
    /// profile.
    pub own: Vec<OwnField>,
    /// Those keys.
    pub own_keys: Arc<[OwnKey]>,
    /// What the body holds; its spans are offsets in `text`.
    pub outline: Outline,
    /// Its outermost keys in the order of the text; empty where its front matter is broken.
    pub keys: Vec<KeyPlace>,
    /// What the front matter refers to, in the order of the keys.
    pub references: Vec<Reference>,
    /// What the front matter says and links to, in the order in which the manual lists the keys; without the reasons of gaps.
    pub texts: Vec<FrontText>,
    /// The gaps that the front matter states, and what it withholds.
    pub gaps: Vec<Gap>,
    /// Keys that its kind does not have and that its folder shows, in the order of the text.
    pub kept: Vec<KeptKey>,
    /// Whether its front matter says `draft = true`.
    pub is_marked_draft: bool,
    /// Whether something in it may mark a draft and cannot be read as such; one of its problems says what.
    pub may_be_draft: bool,
    /// What is wrong with the file by itself.
    pub problems: Vec<Diagnostic>,
}

/// The document in `source`, as what `layout` says of its path. Total.
pub fn parse(path: &ContentPath, source: &Source, layout: &Layout) -> Document {
    let text = &source.text;
    let Placed { id, address, is_introduction, row, .. } = layout.placed(path);
    let is_key = |key: &str| is_key(id.kind, row, key);
    let parts = stray::taken_out(path, text, front::split(path, text), id.kind != Kind::Page, &is_key);
    let written = parts.front.map(|span| &text[span.range()]);
    let readable =
        written.map(|source| Front::readable(parts.notation, source, &|name| meant_header(id.kind, row, name)));
    let kind = id.kind;
    let shapes = |key: &str| shape(kind, row, key);
    let front = readable.as_ref().map(|it| Front::read(it, &shapes));
    let doubt = draft::doubt(path, text, &parts, front.as_ref());
    let may_be_draft = doubt.is_some();
    let is_marked_draft = front.as_ref().is_some_and(draft::is_marked);
    let mut problems: Vec<Diagnostic> = parts.problem.into_iter().collect();
    problems.extend(source.not_utf8.map(|at| not_utf8(path, text, at)));
    let mut reader = Reader::new(path, parts.front.map_or(0, |span| span.start));
    reader.shapes = Some(&shapes);
    reader.takes_misspelt = layout.takes_misspelt(path, &id);
    if let Some(row) = row {
        reader.renamed = &row.keys;
        reader.keeps_unknown_keys = row.shows_unknown_keys;
        reader.passes_unknown_keys = row.shows_unknown_keys;
        reader.has_no_events = row.state_line.is_some();
    }
    // A page is what its author writes; what other programs ask of it is shown rather than lost.
    reader.keeps_unknown_keys |= id.kind == Kind::Page;
    reader.passes_unknown_keys |= id.kind == Kind::Page && layout.is_unclear();
    let line = row.and_then(|row| row.state_line.as_ref());
    let own_keys = row.map(|row| row.own_keys.clone()).unwrap_or_default();
    let of_group: &[OwnKey] = row.map_or(&[][..], |row| &row.own_keys[..]);
    let mut own = Vec::new();
    let (common, record, keys, state_line) = match written.zip(front) {
        Some((written, front)) => read_front(&mut reader, (id.kind, row), (line, of_group, &mut own), written, front),
        None => {
            if id.kind != Kind::Page && problems.is_empty() {
                problems.push(missing_front_matter(path, id.kind));
            }
            // Where there is no front matter that could be read, nothing is known of any key.
            let start = Span::new(0, 0);
            match problems.is_empty() {
                true => (Common::default(), Record::empty(id.kind), Vec::new(), line.map(|_| Field::Absent)),
                false => {
                    let (common, record) = (Common::unreadable(start), Record::unreadable(id.kind, start));
                    (common, record, Vec::new(), line.map(|_| Field::Unreadable(start)))
                }
            }
        }
    };
    problems.append(&mut reader.problems);
    problems.extend(doubt);
    reader.kept.sort_by_key(|(place, _)| *place);
    let outline = outline(&text[parts.body..], layout).shifted(parts.body);
    Document {
        path: path.clone(),
        id,
        address,
        is_introduction,
        text: text.clone(),
        front: parts.front,
        notation: parts.notation,
        body_start: parts.body,
        common,
        record,
        state_line,
        own,
        own_keys,
        outline,
        keys,
        references: reader.references,
        texts: reader.texts,
        gaps: reader.gaps,
        kept: reader.kept.into_iter().map(|(_, kept)| kept).collect(),
        is_marked_draft,
        may_be_draft,
        problems,
    }
}

/// Whether records of `kind` have the key `written`.
fn is_key(kind: Kind, row: Option<&Row>, written: &str) -> bool {
    let key = row.map_or(written, |row| row.meant(written));
    let is_own = || row.is_some_and(|row| row.own_keys.iter().any(|own| own.key == key));
    Record::rows(kind).iter().chain(Common::ROWS).any(|row| row.key == key) || is_own()
}

/// What the key of a record asks for; anything where there is no such key.
fn shape(kind: Kind, row: Option<&Row>, key: &str) -> Shape {
    if row.and_then(|row| row.state_line.as_ref()).is_some_and(|line| line.key == key) {
        return Shape::Text;
    }
    let key = row.map_or(key, |row| row.meant(key));
    if let Some(own) = row.and_then(|row| row.own_keys.iter().find(|own| own.key == key)) {
        return own.shape();
    }
    let mut rows = Record::rows(kind).iter().chain(Common::ROWS);
    rows.find(|row| row.key == key).map_or(Shape::Any, |row| (row.shape)())
}

/// The header that `name` is meant as: `[[event]]` for `event` or `events`; `None` where records of `kind` have no such table.
fn meant_header(kind: Kind, row: Option<&Row>, name: &str) -> Option<String> {
    let known = Record::rows(kind).iter().chain(Common::ROWS).map(|row| row.key);
    let renamed = row.into_iter().flat_map(|row| row.keys.iter().map(|(written, _)| &**written));
    let known = known.chain(renamed).chain(row.into_iter().flat_map(|row| row.own_keys.iter().map(|own| &*own.key)));
    crate::fields::meant_header(name, known, &|key| shape(kind, row, key))
}

type OfFront = (Common, Record, Vec<KeyPlace>, Option<Field<String>>);

fn read_front<'a>(
    reader: &mut Reader<'a>,
    (kind, row): (Kind, Option<&Row>),
    (line, of_group, own): (Option<&'a StateLine>, &'a [OwnKey], &mut Vec<OwnField>),
    source: &str,
    front: Front,
) -> OfFront {
    let table = reader.front(source, front);
    // The closing of the first fence: where a missing key would go.
    let place = Span::new(reader.offset.saturating_sub(1), reader.offset.saturating_sub(1));
    let rows = Record::rows(kind).iter().chain(Common::ROWS).map(|row| row.key);
    let keys = rows.chain(line.map(|line| &*line.key)).chain(of_group.iter().map(|own| &*own.key));
    let mut fields = reader.table(table.get_ref(), place).expecting(keys, &|key| shape(kind, row, key));
    let common = Common::decode_table(&mut fields);
    let record = Record::decode(kind, &mut fields);
    let state_line = line.map(|line| match fields.line(&line.key) {
        Field::Stated(word) => Field::Stated(At { value: line.state(&word.value), span: word.span }),
        other => other,
    });
    own.extend(of_group.iter().map(|key| fields.own(key)));
    fields.finish();
    (common, record, reader.key_places(table.get_ref()), state_line)
}

/// The finding that the file at `path` is not UTF-8: `text` is what was read of it, and the first wrong byte stood at the byte `at`.
pub(crate) fn not_utf8(path: &ContentPath, text: &str, at: usize) -> Diagnostic {
    let end = text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
    Diagnostic::new(
        "not-utf8",
        path,
        Span::new(at, end),
        "the file is not UTF-8 text; wrong bytes are shown as `\u{fffd}`",
    )
    .help("save the file as UTF-8, and write the letters again where they were lost")
}

fn missing_front_matter(path: &ContentPath, kind: Kind) -> Diagnostic {
    let required: Vec<String> = Record::rows(kind)
        .iter()
        .filter(|row| row.need == Presence::Required)
        .map(|row| format!("`{}`", row.key))
        .collect();
    Diagnostic::new("missing-front-matter", path, None, format!("this {} has no front matter", kind.title())).help(format!(
        "begin the file with a line `+++`, then {}, then a line `+++`; `candor new {kind} \"Title\"` writes an example",
        required.join(", ")
    ))
}

macro_rules! records {
    ($($kind:ident $module:ident;)*) => {
        /// What the front matter says, by kind. Every field may be absent: a broken record is still a record.
        #[derive(Debug, Clone)]
        pub enum Record {
            $(
                #[doc = concat!("The keys of the kind `", stringify!($module), "`, without the common ones.")]
                $kind(Box<$module::$kind>)
            ),*
        }

        impl Record {
            fn empty(kind: Kind) -> Record {
                match kind { $(Kind::$kind => Record::$kind(Box::default())),* }
            }

            fn unreadable(kind: Kind, span: Span) -> Record {
                match kind { $(Kind::$kind => Record::$kind(Box::new($module::$kind::unreadable(span)))),* }
            }

            fn decode(kind: Kind, fields: &mut TableReader) -> Record {
                match kind { $(Kind::$kind => Record::$kind(Box::new($module::$kind::decode_table(fields)))),* }
            }

            /// The keys of a kind beyond the common ones, in the order in which the manual lists them.
            pub fn rows(kind: Kind) -> &'static [FieldRow] {
                match kind { $(Kind::$kind => <$module::$kind as Table>::ROWS),* }
            }

            /// Every field of a kind, those of its tables included: `cost`, `cost.status`.
            pub fn paths(kind: Kind) -> Vec<FieldPath> {
                match kind { $(Kind::$kind => paths::<$module::$kind>()),* }
            }

            /// Every key of a kind, the common ones among its own, in the order in which a record is read: what it is called,
            /// what it is about in a sentence, what is so, how it is filed.
            pub fn keys(kind: Kind) -> Vec<&'static str> {
                let mut keys: Vec<&str> = Record::rows(kind).iter().map(|row| row.key).collect();
                let mut common = Common::ROWS.iter().map(|row| row.key);
                let is_name = keys.first().is_some_and(|key| matches!(*key, "title" | "name"));
                keys.splice(usize::from(is_name)..usize::from(is_name), common.next());
                keys.extend(common);
                keys
            }

            /// The kind whose keys it holds.
            pub fn kind(&self) -> Kind {
                match self { $(Record::$kind(_) => Kind::$kind),* }
            }

            /// The record as a guard sees it.
            pub fn as_value(&self) -> &dyn Value {
                match self { $(Record::$kind(record) => record.as_ref()),* }
            }
        }

        impl Document {
            $(
                /// The record of this kind; `None` when it is of another.
                pub fn $module(&self) -> Option<&$module::$kind> {
                    if let Record::$kind(record) = &self.record { Some(record) } else { None }
                }
            )*
        }
    };
}

records! {
    Sow sow;
    Proposal proposal;
    Decision decision;
    Meeting meeting;
    Rfp rfp;
    Bounty bounty;
    Contractor contractor;
    Service service;
    Person person;
    Organization organization;
    Group group;
    Roadmap roadmap;
    Survey survey;
    Pledge pledge;
    Report report;
    Page page;
}

impl Document {
    /// The kind that follows from the folder of the file.
    pub fn kind(&self) -> Kind {
        self.id.kind
    }

    /// Its front matter where that is TOML, with its place in the file; `None` where there is none or it is YAML. What is written
    /// line by line as TOML asks for it here.
    pub(crate) fn toml(&self) -> Option<(Span, &str)> {
        let span = self.front.filter(|_| self.notation == Notation::Toml)?;
        Some((span, &self.text[span.range()]))
    }

    /// What `read` makes of the table that the front matter holds, whose places count from the beginning of the front matter;
    /// `None` where there is none that is read.
    pub(crate) fn with_front<T>(&self, read: impl FnOnce(&Front) -> T) -> Option<T> {
        let meant = |name: &str| meant_header(self.id.kind, None, name);
        let readable = Front::readable(self.notation, &self.text[self.front?.range()], &meant);
        Some(read(&Front::read(&readable, &|key| shape(self.id.kind, None, key))))
    }

    /// Whether its front matter, or a part of it, cannot be read.
    pub(crate) fn has_broken_front(&self) -> bool {
        self.with_front(|front| front.is_whole()) == Some(false)
            || self.problems.iter().any(|it| it.rule == "unclosed-front-matter")
    }

    /// The Markdown after the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// The title or name in the front matter; `None` when it is not stated.
    pub fn stated_title(&self) -> Option<&str> {
        let field = match &self.record {
            Record::Sow(it) => &it.title,
            Record::Proposal(it) => &it.title,
            Record::Decision(it) => &it.title,
            Record::Meeting(it) => &it.title,
            Record::Rfp(it) => &it.title,
            Record::Bounty(it) => &it.title,
            Record::Service(it) => &it.name,
            Record::Person(it) => &it.name,
            Record::Organization(it) => &it.name,
            Record::Group(it) => &it.name,
            Record::Roadmap(it) => &it.title,
            Record::Survey(it) => &it.title,
            Record::Pledge(it) => &it.title,
            Record::Report(it) => &it.title,
            Record::Page(it) => &it.title,
            Record::Contractor(_) => return None,
        };
        field.get().map(String::as_str)
    }

    /// The steps of the record's history in the order in which they are written; empty for kinds without any.
    pub fn events(&self) -> &[At<Event>] {
        self.history().map_or(&[], Field::items)
    }

    /// Where steps are written that could not be read, in order; empty where all could.
    pub fn unreadable_events(&self) -> &[Span] {
        self.history().and_then(Field::get).map_or(&[], |list| &list.unreadable)
    }

    /// The key that holds the steps; `None` for kinds without any.
    fn history(&self) -> Option<&Field<List<Event>>> {
        let field = match &self.record {
            Record::Sow(it) => &it.event,
            Record::Proposal(it) => &it.event,
            Record::Rfp(it) => &it.event,
            Record::Bounty(it) => &it.event,
            Record::Service(it) => &it.event,
            Record::Pledge(it) => &it.event,
            Record::Decision(_)
            | Record::Meeting(_)
            | Record::Contractor(_)
            | Record::Person(_)
            | Record::Organization(_)
            | Record::Group(_)
            | Record::Roadmap(_)
            | Record::Survey(_)
            | Record::Report(_)
            | Record::Page(_) => return None,
        };
        Some(field)
    }

    /// What the record says stops it; `None` when it says nothing, or when its kind has no such key.
    pub fn blocked(&self) -> Option<&shared::Blocked> {
        match &self.record {
            Record::Sow(it) => it.blocked.get(),
            Record::Proposal(it) => it.blocked.get(),
            Record::Service(it) => it.blocked.get(),
            Record::Decision(it) => it.blocked.get(),
            Record::Meeting(_)
            | Record::Rfp(_)
            | Record::Bounty(_)
            | Record::Contractor(_)
            | Record::Person(_)
            | Record::Organization(_)
            | Record::Group(_)
            | Record::Roadmap(_)
            | Record::Survey(_)
            | Record::Pledge(_)
            | Record::Report(_)
            | Record::Page(_) => None,
        }
    }

    /// The field at `path`: of the record, or of the keys of the group's own. `None` where the kind has no such field, or an outer
    /// field is not stated.
    pub fn field(&self, path: &str) -> Option<&dyn Look> {
        let own = || self.own_keys.iter().zip(&self.own).find(|(key, _)| key.key == path).map(|(_, own)| own.look());
        look::field(self.record.as_value(), path).or_else(own)
    }

    /// Whether what stands at the key `path` could not be read, in whole or in part: `owner`, `comment.opens`, `vote.link`
    /// for any of the votes.
    pub fn is_unreadable(&self, path: &str) -> bool {
        // What could not be read is among the problems, and nearly every file has none.
        if self.problems.is_empty() {
            return false;
        }
        look::is_unreadable(self.record.as_value(), path)
            || look::is_unreadable(&self.common, path)
            || self.own_keys.iter().any(|own| own.key == path && self.field(path).is_some_and(Look::is_unreadable))
    }

    /// Whether what stands at one of the keys `paths` could not be read, in whole or in part.
    pub fn is_unreadable_at(&self, paths: &[&str]) -> bool {
        paths.iter().any(|path| self.is_unreadable(path))
    }

    /// Whether the file is left out of the site without `--drafts`: marked as a draft, or in doubt.
    pub fn is_draft(&self) -> bool {
        self.is_marked_draft || self.may_be_draft
    }

    /// Whether it is a record: no page of text, and nothing that introduces a folder's index.
    pub fn is_record(&self) -> bool {
        self.kind() != Kind::Page && !self.is_introduction()
    }

    /// Whether the file introduces a folder's index instead of being a record of its own.
    pub fn is_introduction(&self) -> bool {
        self.is_introduction
    }
}
