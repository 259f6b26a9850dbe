//! Ids and people that the record does not have.

use std::collections::BTreeMap;

use crate::check::Facts;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::{DECISION, GROUP, PERSON, kinds};
use crate::id::{ContentPath, Kind, Naming, RecordId};
use crate::markdown::MentionKind;
use crate::site::{Entry, Resolved, Site};
use crate::text::{Span, nearest};

use super::super::common::SUGGESTIONS;
use super::super::services::admin_placeholder;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    // Where no people are kept at all, nobody can be known.
    let keeps_people = site.of_kind(Kind::Person).next().is_some();
    let in_records = site.entries.iter().flat_map(|entry| {
        let in_text = in_text(site, entry).filter(|unknown| keeps_people || !unknown.is_mention);
        in_front_matter(site, entry).chain(in_text)
    });
    let names = Names::of(site);
    let wrong = in_configuration(site).into_iter().chain(in_records);
    wrong.enumerate().map(|(at, unknown)| names.finding(&unknown, at < SUGGESTIONS)).collect()
}

/// A reference that leads nowhere.
struct Unknown<'a> {
    path: &'a ContentPath,
    span: Span,
    text: String,
    /// The kinds that would do, as bits.
    kinds: u32,
    /// Written as `@slug` in a text, where it may also be an account elsewhere.
    is_mention: bool,
}

fn in_front_matter<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Unknown<'a>> {
    let missing = entry
        .references
        .iter()
        .filter(|reference| matches!(site.resolve(&reference.text, reference.kinds), Resolved::Missing))
        .filter(|reference| !(reference.key == "admins" && admin_placeholder::stands_for_nobody(&reference.text)));
    missing.map(|reference| Unknown {
        path: &entry.path,
        span: reference.span,
        text: reference.text.clone(),
        kinds: reference.kinds,
        is_mention: false,
    })
}

fn in_text<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Unknown<'a>> {
    // Who owns an action and who was there have rules of their own.
    let owners = entry.outline.tasks.iter().flat_map(|task| &task.owners).map(|(_, span)| *span);
    let elsewhere: Vec<Span> = owners.chain(site.participants(entry).into_iter().map(|(_, span)| span)).collect();
    let is_told = move |span: Span| elsewhere.iter().any(|other| other.start < span.end && span.start < other.end);
    entry.outline.mentions.iter().filter(move |mention| !is_told(mention.span)).filter_map(move |mention| {
        let (text, kinds, is_mention) = match &mention.what {
            MentionKind::Record(id) if site.record(id).is_none() => {
                (id.to_string(), crate::fields::bit(id.kind), false)
            }
            MentionKind::Person(slug) if matches!(site.resolve(slug, PERSON), Resolved::Missing) => {
                (slug.clone(), PERSON, true)
            }
            MentionKind::Record(_) | MentionKind::Person(_) | MentionKind::Issue(_) => return None,
        };
        Some(Unknown { path: &entry.path, span: mention.span, text, kinds, is_mention })
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
    group
        .into_iter()
        .chain(decisions)
        .filter(|(text, _, kinds)| matches!(site.resolve(text, *kinds), Resolved::Missing))
        .map(|(text, span, kinds)| Unknown { path, span, text: text.to_owned(), kinds, is_mention: false })
        .collect()
}

/// What the records of each kind are called.
struct Names<'a> {
    site: &'a Site,
    ids: BTreeMap<Kind, Vec<String>>,
    /// The record with the highest number.
    last: BTreeMap<Kind, (u32, String)>,
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
        Names { site, ids, last }
    }

    fn finding(&self, unknown: &Unknown, suggests: bool) -> Diagnostic {
        let Unknown { path, span, text, .. } = unknown;
        if unknown.is_mention {
            let finding =
                Diagnostic::new("", path, *span, format!("nobody here is called `@{text}`")).at_level(Level::Warning);
            return finding.help(self.person_help(text, suggests));
        }
        let help = match RecordId::parse(text) {
            Some(id) => self.id_help(&id, suggests),
            None => self.slug_help(unknown, suggests),
        };
        Diagnostic::new("", path, *span, format!("there is no {} `{text}`", wanted(unknown))).help(help)
    }

    /// The numbers of a kind say more than the nearest one does.
    fn id_help(&self, id: &RecordId, suggests: bool) -> String {
        let (kind, folder, key) = (id.kind, id.kind.folder(), &id.key);
        if kind.naming() == Naming::Numbered {
            let place = format!("`{folder}/{key}-….md`");
            return match self.last.get(&kind) {
                Some((_, last)) => {
                    format!("the last {} is `{last}`; the file of this one would be {place}", kind.title())
                }
                None => format!("its file would be {place}"),
            };
        }
        let names = self.ids.get(&kind).filter(|_| suggests).map_or(&[][..], Vec::as_slice);
        match nearest(&id.to_string(), names.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("its file would be `{folder}/{key}.md`"),
        }
    }

    fn slug_help(&self, unknown: &Unknown, suggests: bool) -> String {
        let meant = suggests.then(|| {
            let of_kinds = kinds(unknown.kinds).filter_map(|kind| self.ids.get(&kind)).flatten();
            nearest(&unknown.text, of_kinds.map(String::as_str))
        });
        let folders: Vec<String> = kinds(unknown.kinds)
            .filter(|kind| kind.naming() == Naming::Named)
            .map(|kind| format!("`{}/{}.md`", kind.folder(), unknown.text))
            .collect();
        match (meant.flatten(), folders.as_slice()) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, []) => "write its id, such as `DEC-0002`".to_owned(),
            (None, [folder]) => format!("its file would be {folder}"),
            (None, folders) if folders.len() <= 3 => format!("its file would be one of {}", folders.join(", ")),
            (None, _) => "write an id such as `DEC-0002`, or the name of a file such as `phabricator`".to_owned(),
        }
    }

    fn person_help(&self, slug: &str, suggests: bool) -> String {
        let account = |entry: &&Entry| {
            let accounts =
                entry.person().into_iter().flat_map(|person| [person.github.text(), person.discourse.text()]);
            accounts.into_iter().any(|account| account.trim_start_matches('@').eq_ignore_ascii_case(slug))
        };
        let by_account = || self.site.of_kind(Kind::Person).find(account).map(|entry| entry.id.to_string());
        let names = self.ids.get(&Kind::Person).map_or(&[][..], Vec::as_slice);
        let by_name = || nearest(slug, names.iter().map(String::as_str)).map(str::to_owned);
        match suggests.then(|| by_account().or_else(by_name)).flatten() {
            Some(meant) => format!("did you mean `@{meant}`?"),
            None => format!("write `people/{slug}.md`, or put an account of another site into backticks"),
        }
    }
}

/// `person`, `decision`, `person, group or organization`, `record`.
fn wanted(unknown: &Unknown) -> String {
    let titles: Vec<&str> = kinds(unknown.kinds).map(Kind::title).collect();
    match titles.as_slice() {
        [only] => (*only).to_owned(),
        [rest @ .., last] if rest.len() <= 2 => format!("{} or {last}", rest.join(", ")),
        _ => "record".to_owned(),
    }
}
