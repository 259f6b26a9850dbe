//! Every document, linked: one immutable value that rules and pages read.
//!
//! Linking cannot fail. A reference that leads nowhere is data that a rule reports. State, holder, backlinks, tallies and
//! actions are derived here, so that a rule and the page of the same record never disagree.

mod actions;
mod activity;
pub mod agenda;
mod approvals;
pub mod amounts;
mod assets;
mod attached;
mod bodies;
mod contacts;
pub(crate) mod dates;
mod duties;
mod edges;
mod entry;
mod evidence;
mod files;
mod follow;
mod glance;
mod index;
mod inventory;
pub mod ledger;
pub mod levels;
mod line;
mod links;
mod matters;
mod meetings;
mod minutes;
mod money;
mod old_address;
mod participants;
mod paths;
mod pictures;
pub mod places;
mod position;
mod progress;
mod status;
mod steps;
mod tally;
mod terms;
mod titles;
pub mod withheld;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::{Deref, DerefMut, Range};
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document, Rung};
use crate::fields::{Notation, Ref};
use crate::id::{ContentPath, Kind, QuickMap, RecordId};
use crate::layout::Layout;
use crate::text::Date;
use crate::tree::{History, LeftOut, Revision, Source, Tree, is_page};
use crate::workflow::Profile;

pub use actions::{Action, Owner};
pub use activity::Activity;
pub use approvals::{Approver, Round, Standing};
pub use assets::Danger;
pub use bodies::{Acting, has_role, is_community};
pub use contacts::Contacts;
pub use duties::{DutyToday, GroupDuties, is_same};
pub use edges::{Backlink, Edge, Edges, Via, has_dead_reference};
pub use entry::{Entry, Linked};
pub use evidence::{Unmet, has_section};
pub(crate) use files::Files;
pub use follow::{Calendar, DayAhead, Follow, Form, News, OnTheDay, What};
pub use index::Resolved;
pub use inventory::Key;
pub use line::LineStep;
pub use links::{Link, LinkTarget};
pub use matters::{KINDS as MATTER_KINDS, Matter, WAITING};
pub use money::Approval;
pub use participants::{lists_participants, name_in};
pub use places::{Clash, Digest, Made, Month, Overlap, Places, Route};
pub use position::{Due, End, Now, Position, UnderWay};
pub use status::{NextStep, Status, Step, has_results, meaning_of_life, meaning_of_outcome};
pub use steps::JudgedStep;
pub use tally::{Tally, Voter, Way};
pub use terms::{current_members, nearest_term, running};
pub use titles::Untitled;

/// The whole record of a group on one day.
#[derive(Debug)]
pub struct Site {
    /// One for each Markdown file, in the order of the paths.
    pub entries: Vec<Entry>,
    /// The entries whose files have problems by themselves, in the same order.
    troubled: Vec<usize>,
    whole: Arc<Whole>,
}

/// What a site is beside its entries, and what these give together.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What the configuration sets; in a preview with the address of the preview.
    pub config: Config,
    /// The workflows and requirements that the group follows.
    pub profile: Profile,
    /// The day to which everything is counted: the day on which it is looked at, or the one on which the record ended.
    pub today: Date,
    /// The day on which it is looked at; never before [`Whole::today`].
    pub made_on: Date,
    /// Where it stands in its git repository; `None` unless it was read from a revision.
    pub revision: Option<Revision>,
    /// Files that are published as they are: a text leads to each, or its place says that it is meant for readers.
    pub assets: BTreeSet<ContentPath>,
    /// Files that no text leads to. They are not published.
    pub unlinked: BTreeSet<ContentPath>,
    /// Files that are not published, for they could run something, each with the reason, in the order of the paths.
    pub active: Vec<(ContentPath, Danger)>,
    /// Files that hold no more than the address of the real one in Git LFS, in the order of the paths.
    pub pointers: Vec<ContentPath>,
    /// Files that are not part of the record, and why, in the order of their paths.
    pub left_out: Vec<(ContentPath, LeftOut)>,
    /// Records that are left out because they are drafts or may be, in the order of their paths.
    pub drafts: Vec<Draft>,
    /// How the lines changed in which records say where they stand; empty where nothing is known of it.
    pub history: Arc<History>,
    /// How much of the model is asked for: what the configuration names, and what the record holds beyond it.
    pub rung: Rung,
    /// What is wrong with the configuration, the profiles and the files that are held back.
    pub problems: Vec<Diagnostic>,
    /// Tasks of the minutes, in the order of the meetings, the latest first.
    pub actions: Vec<Action>,
    /// What happened, the latest first.
    pub activity: Vec<Activity>,
    /// What belongs together from the proposal to the contract, in the order of the first records.
    pub matters: Vec<Matter>,
    /// What is where on the site.
    pub places: Arc<Places>,
    /// Whose mail addresses are whose.
    pub contacts: Contacts,
    /// The first names of everybody in the directory.
    first_names: HashSet<String>,
    /// The meetings that took place, by the place of their group in the entries, in the order of their days.
    meetings: HashMap<usize, Vec<(Date, usize)>>,
    index: Arc<index::Index>,
    by_kind: HashMap<Kind, Vec<usize>>,
    /// The numbers of the matters that each record bears on.
    matters_of: HashMap<usize, Vec<usize>>,
    /// The records that wait for each group, person and organization.
    queues: matters::Queues,
    actions_by_record: HashMap<usize, Range<usize>>,
    actions_by_owner: HashMap<usize, Vec<usize>>,
    by_path: Arc<QuickMap<ContentPath, usize>>,
    /// By a folder, without a slash at its end, what introduces it.
    by_folder: HashMap<String, usize>,
    /// By kind and by an old address that leads to it, without slashes at the ends.
    by_old_address: HashMap<(Kind, String), usize>,
    /// How groups decide that decide otherwise than their pages say.
    ways: HashMap<ContentPath, Way>,
    /// What records are called that state no title.
    naming: Untitled,
}

impl Deref for Site {
    type Target = Whole;

    fn deref(&self) -> &Whole {
        &self.whole
    }
}

/// Only while the site is linked.
impl DerefMut for Site {
    fn deref_mut(&mut self) -> &mut Whole {
        Arc::get_mut(&mut self.whole).expect("nobody else has a site that is being linked")
    }
}

/// A record that is left out because it is a draft or may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its file.
    pub path: ContentPath,
    /// What it would be called.
    pub id: RecordId,
    /// In what its front matter is written.
    pub notation: Notation,
}

impl Draft {
    fn of(document: &Document) -> Draft {
        Draft { path: document.path.clone(), id: document.id.clone(), notation: document.notation }
    }
}

/// What goes into a site beside its documents.
pub struct Given {
    /// What the configuration sets.
    pub config: Config,
    /// The workflows and requirements that the group follows.
    pub profile: Profile,
    /// What is wrong with the configuration, the profiles and the theme.
    pub problems: Vec<Diagnostic>,
    /// The names of the rules, each of which has a page.
    pub rules: Vec<&'static str>,
    /// The files of the theme that are published: the name of each, and where.
    pub theme: Vec<(String, ContentPath)>,
    /// The day on which the site is looked at.
    pub today: Date,
    /// Whether records marked as drafts are part of the site.
    pub drafts: bool,
    /// What records are called that state no title.
    pub naming: Untitled,
    /// How groups decide that decide otherwise than their pages say, by those: as they did before a change.
    pub ways: HashMap<ContentPath, Way>,
}

impl Site {
    /// The site in `tree`: every Markdown file parsed, in parallel, and linked. A file that `like` has too, with the same
    /// text, is not parsed again.
    pub fn read(tree: &Tree, given: Given, like: Option<&Site>) -> Site {
        let layout = &given.config.layout;
        let is_placed_the_same = like.is_some_and(|like| like.config.layout == *layout);
        let known = |path: &ContentPath, source: &Source| {
            let document = &like?.at_path(path)?.document;
            // A text whose wrong bytes were replaced looks like one that holds the replacement, unless it is the very same one.
            let is_equal = || document.text == source.text && !document.text.contains('\u{fffd}');
            let is_same = is_placed_the_same && (Arc::ptr_eq(&document.text, &source.text) || is_equal());
            is_same.then(|| document.clone())
        };
        let sources: Vec<_> = tree.sources.iter().filter(|(path, _)| is_page(path)).collect();
        let (drafts, documents): (Vec<Arc<Document>>, Vec<Arc<Document>>) = sources
            .into_par_iter()
            .map(|(path, source)| {
                known(path, source).unwrap_or_else(|| Arc::new(document::parse(path, source, layout)))
            })
            .partition(|document| !given.drafts && document.is_draft());
        Site::link(tree, given, documents, &drafts)
    }

    /// Links the `documents` of `tree`, which stand in the order of their paths, as the `drafts` do that are left out. Total.
    fn link(tree: &Tree, given: Given, documents: Vec<Arc<Document>>, drafts: &[Arc<Document>]) -> Site {
        let paths = || -> QuickMap<ContentPath, usize> {
            documents.iter().enumerate().map(|(at, document)| (document.path.clone(), at)).collect()
        };
        let (by_path, (index, duplicates)) = rayon::join(paths, || index::Index::of(&documents));
        let by_folder = titles::introductions(&documents);
        let entries = entry::entries(documents, duplicates, &by_folder);
        let (files, active) = assets::sorted(tree);
        let attached = attached::divide(files, &entries, drafts, tree);
        let Given { config, profile, mut problems, rules, theme, today, drafts: _, naming, ways } = given;
        // Who wrote a file that is held back must learn of it.
        let in_doubt = drafts.iter().filter(|document| document.may_be_draft);
        problems.extend(in_doubt.flat_map(|document| document.problems.iter().cloned()));
        let troubled = entries.iter().filter(|entry| !entry.problems.is_empty()).map(|entry| entry.at).collect();
        let whole = Whole {
            rung: entries.iter().map(|entry| entry.rung()).max().unwrap_or_default().max(config.rung),
            today: config.counted_to(today),
            made_on: today,
            config,
            profile,
            revision: tree.revision.clone(),
            history: tree.history.clone(),
            assets: attached.published,
            unlinked: attached.unlinked,
            active,
            pointers: tree.pointers(),
            left_out: tree.left_out.iter().map(|(path, why)| (path.clone(), *why)).collect(),
            drafts: drafts.iter().map(|document| Draft::of(document)).collect(),
            problems,
            actions: Vec::new(),
            activity: Vec::new(),
            matters: Vec::new(),
            places: Arc::default(),
            first_names: HashSet::new(),
            contacts: Contacts::default(),
            meetings: HashMap::new(),
            index: index.into(),
            by_kind: by_kind(&entries),
            matters_of: HashMap::new(),
            queues: matters::Queues::default(),
            actions_by_record: HashMap::new(),
            actions_by_owner: HashMap::new(),
            by_path: Arc::new(by_path),
            by_folder,
            by_old_address: by_old_address(&entries),
            ways,
            naming,
        };
        let site = Site { entries, troubled, whole: Arc::new(whole) };
        let all = 0..site.entries.len();
        site.with_titles(&all)
            .with_names()
            .with_places_and_tallies(&rules, theme)
            .with_links(&all)
            .with_edges(&all)
            .with_backlinks()
            .with_meetings()
            .with_status(&all)
            .with_lists()
    }

    /// Each stage takes the site of the one before and returns it with one more column of the entries at `which`, computed in parallel
    /// from the rest.
    fn with_column<T: Send>(
        self,
        which: &Range<usize>,
        of: impl Fn(&Site, &Entry) -> T + Sync,
        put: impl Fn(&mut Entry, T),
    ) -> Site {
        let column = self.column(which, of);
        self.filled(which, column, put)
    }

    fn filled<T>(mut self, which: &Range<usize>, column: Vec<T>, put: impl Fn(&mut Entry, T)) -> Site {
        for (entry, value) in self.entries[which.clone()].iter_mut().zip(column) {
            put(entry, value);
        }
        self
    }

    fn column<T: Send>(&self, which: &Range<usize>, of: impl Fn(&Site, &Entry) -> T + Sync) -> Vec<T> {
        self.entries[which.clone()].par_iter().map(|entry| of(self, entry)).collect()
    }

    fn with_titles(self, which: &Range<usize>) -> Site {
        let title = |site: &Site, entry: &Entry| titles::title(site, entry, &site.naming);
        self.with_column(which, title, |entry, title| entry.title = title)
    }

    /// What people are called, as far as texts are searched for it.
    fn with_names(mut self) -> Site {
        self.first_names = minutes::first_names(&self);
        self.contacts = Contacts::of(&self);
        self
    }

    fn with_tallies(self, which: &Range<usize>) -> Site {
        self.with_column(which, tally::tally, put_tally)
    }

    /// [`Site::with_places`] and [`Site::with_tallies`] of all entries, neither of which asks for the other.
    fn with_places_and_tallies(mut self, rules: &[&'static str], theme: Vec<(String, ContentPath)>) -> Site {
        let all = 0..self.entries.len();
        let (places, tallies) =
            rayon::join(|| Places::of(self.claims(rules, theme)), || self.column(&all, tally::tally));
        self.places = places.into();
        self.filled(&all, tallies, put_tally)
    }

    fn with_places(mut self, rules: &[&'static str], theme: Vec<(String, ContentPath)>) -> Site {
        self.places = Places::of(self.claims(rules, theme)).into();
        self
    }

    fn with_links(self, which: &Range<usize>) -> Site {
        self.with_column(which, links::links, |entry, links| entry.links = links)
    }

    fn with_edges(self, which: &Range<usize>) -> Site {
        self.with_column(which, |site, entry| Edges::of(edges::edges(site, entry)), |entry, edges| entry.edges = edges)
    }

    fn with_backlinks(mut self) -> Site {
        let backlinks = edges::backlinks(&self.entries);
        for (entry, backlinks) in self.entries.iter_mut().zip(backlinks) {
            entry.backlinks = backlinks;
        }
        self
    }

    fn with_meetings(mut self) -> Site {
        self.meetings = meetings::meetings(&self);
        self
    }

    fn with_status(self, which: &Range<usize>) -> Site {
        self.with_column(which, status::status, |entry, status| entry.status = status)
    }

    /// What lists of records are made of, once it is known of each where it stands: none of the lists asks for another.
    fn with_lists(mut self) -> Site {
        let ((matters, queues), (actions, activity)) = rayon::join(
            || rayon::join(|| matters::matters(&self), || matters::queues(&self)),
            || rayon::join(|| actions::actions(&self), || activity::activity(&self)),
        );
        self.matters_of = matters::by_record(&matters);
        (self.matters, self.queues, self.activity) = (matters, queues, activity);
        self.with_these_actions(actions)
    }

    fn with_actions(self) -> Site {
        let actions = actions::actions(&self);
        self.with_these_actions(actions)
    }

    fn with_these_actions(mut self, actions: Vec<Action>) -> Site {
        self.actions = actions;
        let whole: &mut Whole = &mut self;
        for (at, action) in whole.actions.iter().enumerate() {
            // The actions of one record stand together.
            whole.actions_by_record.entry(action.from).or_insert(at..at).end = at + 1;
            for owner in action.owners.iter().filter_map(Owner::known) {
                whole.actions_by_owner.entry(owner).or_default().push(at);
            }
        }
        self
    }

    /// The records of a kind in the order of their paths, without those that introduce a folder.
    pub fn of_kind(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator {
        self.by_kind.get(&kind).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.entries[*at])
    }

    /// The number after the highest that a record of this kind has.
    pub(crate) fn next_number(&self, kind: Kind) -> u32 {
        let numbers = self.of_kind(kind).filter_map(|entry| entry.id.number());
        numbers.max().unwrap_or_default().saturating_add(1)
    }

    /// `number` as the files of `kind` write it: with as many digits as theirs have, where they begin with zeros; of a kind without
    /// numbered files with four.
    pub(crate) fn next_key(&self, kind: Kind, number: u32) -> String {
        let numbered = self.of_kind(kind).filter(|entry| entry.id.number().is_some());
        let keys: Vec<&str> = numbered.map(|entry| &*entry.id.key).collect();
        let is_padded = keys.is_empty() || keys.iter().any(|key| key.starts_with('0'));
        let width = if is_padded { keys.iter().map(|key| key.len()).max().unwrap_or(4) } else { 1 };
        format!("{number:0width$}")
    }

    /// The actions that `entry` holds, in the order of its text.
    pub fn actions_in(&self, entry: &Entry) -> &[Action] {
        self.actions_by_record.get(&entry.at).map_or(&[], |range| &self.actions[range.clone()])
    }

    /// The places of the same in [`Whole::actions`].
    pub(crate) fn actions_at(&self, entry: &Entry) -> impl Iterator<Item = usize> + use<> {
        self.actions_by_record.get(&entry.at).cloned().unwrap_or_default()
    }

    /// The actions that the person `entry` took on, those of the latest meeting first.
    pub fn actions_of(&self, entry: &Entry) -> impl Iterator<Item = &Action> {
        self.actions_by_owner.get(&entry.at).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.actions[*at])
    }

    /// In what the front matter of the file at `path` is written, also that of a draft; `None` for what is no record.
    pub(crate) fn notation_at(&self, path: &ContentPath) -> Option<Notation> {
        let of_draft = || self.drafts.iter().find(|draft| draft.path == *path).map(|draft| draft.notation);
        self.at_path(path).map(|entry| entry.notation).or_else(of_draft)
    }

    /// What is wrong with the files by themselves, with the configuration and with the profiles.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_files = self.troubled.iter().flat_map(|at| &self.entries[*at].problems);
        of_files.chain(&self.problems)
    }

    /// Where the records of each kind lie, and how they are named.
    pub fn layout(&self) -> &Layout {
        &self.config.layout
    }

    /// The document at `path`.
    pub fn at_path(&self, path: &ContentPath) -> Option<&Entry> {
        self.by_path.get(path).map(|at| &self.entries[*at])
    }

    /// What introduces the folder `folder`, without a slash at its end; the empty text is the root.
    pub fn introduction(&self, folder: &str) -> Option<&Entry> {
        self.by_folder.get(folder).map(|at| &self.entries[*at])
    }

    /// What `text` leads to where a field accepts `kinds`.
    pub fn resolve(&self, text: &str, kinds: u32) -> Resolved<'_> {
        self.index.resolve(self.layout(), &self.entries, text, kinds)
    }

    /// The person that `@name` means in a text: by the id, else by the account on GitHub, as minutes often write it.
    pub fn mentioned(&self, name: &str) -> Resolved<'_> {
        match self.resolve(name, crate::fields::PERSON) {
            Resolved::Missing => match self.resolve(&format!("@{name}"), crate::fields::PERSON).entry() {
                Some(entry) => Resolved::Found(entry),
                None => Resolved::Missing,
            },
            found @ (Resolved::Found(_) | Resolved::ByAlias(_) | Resolved::WrongKind(_)) => found,
        }
    }

    /// The record that `reference` leads to; `None` when there is none or it is of another kind.
    pub fn find<const KINDS: u32>(&self, reference: &Ref<KINDS>) -> Option<&Entry> {
        self.resolve(reference.as_str(), KINDS).entry()
    }

    /// The record with this id.
    pub fn record(&self, id: &RecordId) -> Option<&Entry> {
        self.index.get(id).map(|at| &self.entries[at])
    }

    /// The record of this site that has the address of `before` in its `redirects`; `None` for records with a number, which
    /// keep their id for good.
    pub fn renamed(&self, before: &Entry) -> Option<&Entry> {
        let old = (before.kind(), before.address.trim_matches('/').to_owned());
        let at = self.by_old_address.get(&old).filter(|_| before.id.number().is_none())?;
        Some(&self.entries[*at])
    }

    /// Whether it has records, and not pages alone.
    pub fn has_records(&self) -> bool {
        self.by_kind.keys().any(|kind| *kind != Kind::Page)
    }

    /// The group whose site this is: the one that is configured, else the only working group.
    pub fn own_group(&self) -> Option<&Entry> {
        if let Some(group) = self.config.group.get() {
            return self.find(group);
        }
        self.only_group_of_type("working-group")
    }

    /// The first record that `entry` refers to by `key`.
    pub fn target<'a>(&'a self, entry: &Entry, key: &str) -> Option<&'a Entry> {
        let edge = entry.edges.by(key).next()?;
        Some(&self.entries[edge.to])
    }

    /// The records that `entry` refers to by `key`, in the order in which they are written.
    pub fn targets<'a>(&'a self, entry: &'a Entry, key: &'a str) -> impl Iterator<Item = &'a Entry> {
        entry.edges.by(key).map(|edge| &self.entries[edge.to])
    }

    /// The records under `key` of `entry` that count: of several calls for the same work the last one, which took the place of
    /// the others; else all, in the order in which they are written.
    pub fn counting<'a>(&'a self, entry: &'a Entry, key: &'a str) -> Vec<&'a Entry> {
        let all: Vec<&Entry> = self.targets(entry, key).collect();
        if key == "rfp" { all.last().copied().into_iter().collect() } else { all }
    }

    /// The records of `kind` that refer to `entry` by `key`, in the order of the paths.
    pub fn referring<'a>(&'a self, entry: &'a Entry, kind: Kind, key: &'a str) -> impl Iterator<Item = &'a Entry> {
        let by_key = entry.backlinks.iter().filter(move |link| link.via.is_one_of(&[key]));
        by_key.map(|link| &self.entries[link.from]).filter(move |from| from.kind() == kind)
    }
}

fn put_tally(entry: &mut Entry, tally: Option<Tally>) {
    entry.tally = tally.map(Box::new);
}

/// The records of each kind in the order of their paths, without those that introduce a folder.
fn by_kind(entries: &[Entry]) -> HashMap<Kind, Vec<usize>> {
    let mut by_kind: HashMap<Kind, Vec<usize>> = HashMap::new();
    for entry in entries.iter().filter(|entry| !entry.is_introduction()) {
        by_kind.entry(entry.kind()).or_default().push(entry.at);
    }
    by_kind
}

/// What each old address leads to: of several records of a kind that had it, the first.
fn by_old_address(entries: &[Entry]) -> HashMap<(Kind, String), usize> {
    // The last one that is put in stays.
    let old = entries.iter().rev().flat_map(|entry| {
        let old = entry.common.redirects.items().iter().map(|old| old.trim().trim_matches('/').to_owned());
        old.map(|old| ((entry.kind(), old), entry.at))
    });
    old.collect()
}
