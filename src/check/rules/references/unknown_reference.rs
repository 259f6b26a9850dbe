//! Ids and people that the record does not have.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::prelude::*;
use crate::check::rules::files::{misnamed_file, misplaced_record};
use crate::check::rules::services::admin_placeholder;
use crate::fields::{ANY, DECISION, GROUP, PERSON, Reference, bit, kinds, toml_text};
use crate::id::Naming;
use crate::markdown::MentionKind;
use crate::site::Resolved;
use crate::text::{did_you_mean, nearest, slug};

/// The whole site at once, since the search for what was meant is limited.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    // Where no people are kept at all, nobody can be known.
    let keeps_people = site.of_kind(Kind::Person).next().is_some();
    let in_records = site.entries.par_iter().flat_map_iter(|entry| {
        let in_text = in_text(site, entry).filter(|unknown| keeps_people || unknown.form != Form::Mention);
        // That is one finding for all names in minutes, of the rule on participants.
        let is_left = move |unknown: &Unknown| keeps_people || entry.kind() != Kind::Meeting || unknown.kinds != PERSON;
        in_front_matter(site, entry).filter(is_left).chain(in_text)
    });
    let names = Names::of(site);
    let in_records: Vec<Unknown> = in_records.collect();
    let misnamed = misnamed(facts);
    let wrong = in_configuration(site).into_iter().chain(in_records).enumerate();
    let finding = |(at, unknown): (usize, Unknown)| {
        let finding = names.finding(&unknown, at < SUGGESTIONS);
        let named = (!misnamed.is_empty()).then(|| misnamed.get(&*unknown.text.to_lowercase())).flatten();
        match named {
            Some((kind, file)) if bit(*kind) & unknown.kinds != 0 => finding.concerning(file, None),
            Some(_) | None => finding,
        }
    };
    wrong.map(finding).collect()
}

/// The records whose file name has capital letters, each with its kind and file by its id in small ones: what refers to it so is right, and
/// follows from the name of the file.
fn misnamed<'a>(facts: &Facts<'a>) -> BTreeMap<String, (Kind, &'a ContentPath)> {
    let has_capitals =
        |entry: &&Entry| entry.kind() != Kind::Page && !entry.is_introduction() && misnamed_file::has_capitals(entry);
    let named = facts.site.entries.iter().filter(has_capitals);
    named.map(|entry| (entry.id.key.to_lowercase(), (entry.kind(), &entry.path))).collect()
}

/// A reference that leads nowhere.
struct Unknown<'a> {
    path: &'a ContentPath,
    span: Span,
    text: String,
    /// The kinds that would do, as bits.
    kinds: u32,
    form: Form,
}

/// How a reference is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// In quotes, in TOML.
    Quoted,
    /// As it is, in a text.
    Bare,
    /// As `@slug` in a text, where it may also be an account elsewhere.
    Mention,
}

impl Form {
    fn write(self, id: &str) -> String {
        match self {
            Form::Quoted => toml_text(id),
            Form::Bare => id.to_owned(),
            Form::Mention => format!("@{id}"),
        }
    }
}

fn in_front_matter<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Unknown<'a>> {
    // Somebody's name that could not be read may be the one that is written.
    let may_be_meant = |reference: &&Reference| {
        let is_name =
            reference.kinds & PERSON != 0 && reference.text.contains(|it: char| it == ' ' || it.is_uppercase());
        let is_id = site.layout().parse(&reference.text).is_some();
        is_name && !is_id && site.of_kind(Kind::Person).any(|person| person.is_unreadable_at(&["name", "aliases"]))
    };
    let missing = entry
        .references
        .iter()
        .filter(move |reference| !may_be_meant(reference))
        .filter(|reference| matches!(site.resolve(&reference.text, reference.kinds), Resolved::Missing))
        .filter(|reference| !(&*reference.key == "admins" && admin_placeholder::means_nobody(&reference.text)));
    missing.map(|reference| Unknown {
        path: &entry.path,
        span: reference.span,
        text: reference.text.clone(),
        kinds: reference.kinds,
        form: Form::Quoted,
    })
}

fn in_text<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Unknown<'a>> {
    // Who owns an action and who was there have rules of their own.
    let owners = entry.outline.tasks.iter().flat_map(|task| &task.owners).map(|(_, span)| *span);
    let mut elsewhere: Vec<Span> = owners.chain(site.participants(entry).into_iter().map(|(_, span)| span)).collect();
    elsewhere.sort_unstable();
    let is_elsewhere = move |span: Span| {
        let before = elsewhere.partition_point(|other| other.start < span.end);
        elsewhere[..before].last().is_some_and(|other| span.start < other.end)
    };
    entry.outline.mentions.iter().filter(move |mention| !is_elsewhere(mention.span)).filter_map(move |mention| {
        let (text, kinds, form) = match &mention.what {
            MentionKind::Record(id) if site.record(id).is_none() => (id.to_string(), bit(id.kind), Form::Bare),
            MentionKind::Person(slug) if matches!(site.mentioned(slug), Resolved::Missing) => {
                (slug.clone(), PERSON, Form::Mention)
            }
            MentionKind::Record(_) | MentionKind::Person(_) | MentionKind::Issue(_) => return None,
        };
        Some(Unknown { path: &entry.path, span: mention.span, text, kinds, form })
    })
}

fn in_configuration(site: &Site) -> Vec<Unknown<'_>> {
    let path = &site.config.path;
    let decisions = site
        .config
        .waivers
        .iter()
        .filter_map(|waiver| Some((waiver.decision.get()?.as_str(), waiver.decision.span()?, DECISION)));
    let group = site.config.group.get().map(|group| group.as_str()).zip(site.config.group.span());
    let group = group.map(|(text, span)| (text, span, GROUP));
    let rules_by = site.config.rules_by.get().map(|decision| decision.as_str()).zip(site.config.rules_by.span());
    let rules_by = rules_by.map(|(text, span)| (text, span, DECISION));
    group
        .into_iter()
        .chain(rules_by)
        .chain(decisions)
        .filter(|(text, _, kinds)| matches!(site.resolve(text, *kinds), Resolved::Missing))
        .map(|(text, span, kinds)| Unknown { path, span, text: text.to_owned(), kinds, form: Form::Quoted })
        .collect()
}

/// What helps with an unknown reference.
enum Help {
    /// The id that was probably meant.
    Meant(String),
    Words(String),
}

/// What the records of each kind are called.
struct Names<'a> {
    site: &'a Site,
    ids: BTreeMap<Kind, Vec<String>>,
    /// The record with the highest number.
    last: BTreeMap<Kind, (u32, String)>,
    /// Records that are not in the folder of their kind, and so have no id.
    misplaced: Vec<(Kind, &'a Entry)>,
}

impl Names<'_> {
    fn of(site: &Site) -> Names<'_> {
        let mut ids: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
        let mut last: BTreeMap<Kind, (u32, String)> = BTreeMap::new();
        for entry in site.entries.iter().filter(|entry| !entry.is_introduction()) {
            let id = entry.id.to_string();
            if let Some(number) = entry.id.number() {
                let highest = last.entry(entry.kind()).or_insert_with(|| (number, id.clone()));
                *highest = std::mem::take(highest).max((number, id.clone()));
            }
            ids.entry(entry.kind()).or_default().push(id);
        }
        let misplaced =
            site.entries.iter().filter_map(|entry| Some((misplaced_record::by_its_keys(site.layout(), entry)?, entry)));
        Names { site, ids, last, misplaced: misplaced.collect() }
    }

    fn finding(&self, unknown: &Unknown, suggests: bool) -> Diagnostic {
        let Unknown { path, span, text, .. } = unknown;
        let (finding, help) = match (unknown.form, self.site.layout().parse(text)) {
            (Form::Mention, _) => {
                let finding = Diagnostic::new("", path, *span, format!("nobody here is called `@{text}`"));
                (finding.at_level(Level::Warning), self.person_help(text, suggests))
            }
            (Form::Quoted | Form::Bare, id) => {
                let finding =
                    Diagnostic::new("", path, *span, format!("there is no {} `{text}`", wanted_kinds(unknown)));
                (finding, id.map_or_else(|| self.slug_help(unknown, suggests), |id| self.id_help(&id, suggests)))
            }
        };
        if let Some((kind, page)) = self.elsewhere(unknown) {
            let (from, to) = (&page.path, self.site.layout().folder(kind));
            let help = format!("it is `{from}`; move that file to `{to}/{}`", from.file_name());
            return finding.help(help).concerning(from, None);
        }
        match help {
            Help::Words(help) => finding.help(help),
            Help::Meant(id) => {
                let at = if unknown.form == Form::Mention { "@" } else { "" };
                let edits = vec![Edit::new(path, *span, unknown.form.write(&id))];
                finding.help(did_you_mean(&format!("{at}{id}"))).fix(Fix::patch(format!("name `{at}{id}`"), edits))
            }
        }
    }

    /// The file that would be the record, were it in the folder of its kind.
    fn elsewhere(&self, unknown: &Unknown) -> Option<(Kind, &Entry)> {
        let layout = self.site.layout();
        let id = layout.parse(&unknown.text);
        let is_it = |kind: Kind, page: &Entry| match &id {
            Some(id) => {
                misplaced_record::id_in(layout, kind, page).is_some_and(|own| own.canonical() == id.canonical())
            }
            None => unknown.kinds & bit(kind) != 0 && page.path.stem() == unknown.text,
        };
        self.misplaced.iter().find(|(kind, page)| is_it(*kind, page)).copied()
    }

    /// The numbers of a kind say more than the nearest one does.
    fn id_help(&self, id: &RecordId, suggests: bool) -> Help {
        let (kind, key) = (id.kind, &id.key);
        let file = |slug: &str| self.site.layout().new_path(kind, "", key, self.site.today, slug);
        if kind.naming() == Naming::Numbered {
            let place = format!("`{}`", file("…"));
            return Help::Words(match self.last.get(&kind) {
                Some((_, last)) => {
                    format!("the last {} is `{last}`; the file of this one would be {place}", kind.title())
                }
                None => format!("its file would be {place}"),
            });
        }
        let names = self.ids.get(&kind).filter(|_| suggests).map_or(&[][..], Vec::as_slice);
        match nearest(&id.to_string(), names.iter().map(String::as_str)) {
            Some(meant) => Help::Meant(meant.to_owned()),
            None => Help::Words(format!("its file would be `{}`", file(key))),
        }
    }

    fn slug_help(&self, unknown: &Unknown, suggests: bool) -> Help {
        let by_id = || {
            let of_kinds = kinds(unknown.kinds).filter_map(|kind| self.ids.get(&kind)).flatten();
            nearest(&unknown.text, of_kinds.map(String::as_str)).map(str::to_owned)
        };
        // A field that takes any record names people no more often than others.
        let is_somebody = unknown.kinds & PERSON != 0 && unknown.kinds != ANY;
        let by_name = || person_meant(self.site, &unknown.text).map(|person| person.id.to_string());
        let meant = suggests.then(|| by_id().or_else(|| is_somebody.then(by_name).flatten()));
        let folders: Vec<String> = kinds(unknown.kinds)
            .filter(|kind| kind.naming() == Naming::Named)
            .map(|kind| format!("`{}/{}.md`", self.site.layout().folder(kind), slug(&unknown.text)))
            .collect();
        if let Some(meant) = meant.flatten() {
            return Help::Meant(meant);
        }
        Help::Words(match folders.as_slice() {
            [] => "write its id, such as `DEC-0002`".to_owned(),
            [folder] => format!("its file would be {folder}"),
            folders if folders.len() <= 3 => format!("its file would be one of {}", folders.join(", ")),
            _ => "write an id such as `DEC-0002`, or the name of a file such as `phabricator`".to_owned(),
        })
    }

    fn person_help(&self, slug: &str, suggests: bool) -> Help {
        match Some(slug).filter(|_| suggests).and_then(|slug| person_meant(self.site, slug)) {
            Some(meant) => Help::Meant(meant.id.to_string()),
            None => Help::Words(match slug {
                "me" => "write the name of whoever is meant: `@` and the name of a file in `people/`".to_owned(),
                _ => format!("write `people/{slug}.md`, or put an account of another site into backticks"),
            }),
        }
    }
}

/// `person`, `decision`, `person, group or organization`, `record`.
fn wanted_kinds(unknown: &Unknown) -> String {
    let titles: Vec<&str> = kinds(unknown.kinds).map(Kind::title).collect();
    match titles.as_slice() {
        [only] => (*only).to_owned(),
        [rest @ .., last] if rest.len() <= 2 => format!("{} or {last}", rest.join(", ")),
        _ => "record".to_owned(),
    }
}
