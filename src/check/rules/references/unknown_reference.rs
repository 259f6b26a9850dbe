//! Ids and people that the record does not have.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::check::rules::services::admin_placeholder;
use crate::fields::{DECISION, GROUP, PERSON, bit, kinds, toml_text};
use crate::id::Naming;
use crate::markdown::MentionKind;
use crate::site::Resolved;
use crate::text::{nearest, slug};

/// The whole site at once, since the search for what was meant is limited.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    // Where no people are kept at all, nobody can be known.
    let keeps_people = site.of_kind(Kind::Person).next().is_some();
    let in_records = site.entries.iter().flat_map(|entry| {
        let in_text = in_text(site, entry).filter(|unknown| keeps_people || unknown.form != Form::Mention);
        in_front_matter(site, entry).chain(in_text)
    });
    let names = Names::of(site);
    let wrong = in_configuration(site).into_iter().chain(in_records);
    let wrong = wrong.filter(|unknown| !led_to_deleted(facts, &unknown.text, unknown.kinds));
    wrong.enumerate().map(|(at, unknown)| names.finding(&unknown, at < SUGGESTIONS)).collect()
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

fn in_front_matter<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Unknown<'a>> {
    entry.references.iter().filter_map(|reference| {
        let (path, span, text, kinds) = (&entry.path, reference.span, &reference.text, reference.kinds);
        let names_nobody = &*reference.key == "admins" && admin_placeholder::stands_for_nobody(text);
        let is_unknown = !names_nobody && matches!(site.resolve(text, kinds), Resolved::Missing);
        is_unknown.then(|| Unknown { path, span, text: text.clone(), kinds, form: Form::Quoted })
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
            MentionKind::Person(slug) if matches!(site.resolve(slug, PERSON), Resolved::Missing) => {
                (slug.clone(), PERSON, Form::Mention)
            }
            MentionKind::Record(_) | MentionKind::Person(_) | MentionKind::Issue(_) => return None,
        };
        Some(Unknown { path: &entry.path, span: mention.span, text, kinds, form })
    })
}

fn in_configuration(site: &Site) -> Vec<Unknown<'_>> {
    let (path, group) = (&site.config.path, &site.config.group);
    let group = group.get().map(|it| (it.as_str(), group.span(), GROUP));
    let decisions = site.config.waivers.iter().map(|waiver| &waiver.decision);
    let decisions = decisions.filter_map(|it| Some((it.get()?.as_str(), it.span(), DECISION)));
    let missing = group.into_iter().chain(decisions).filter_map(|(text, span, kinds)| {
        let unknown = Unknown { path, span: span?, text: text.to_owned(), kinds, form: Form::Quoted };
        matches!(site.resolve(text, kinds), Resolved::Missing).then_some(unknown)
    });
    missing.collect()
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
        let Unknown { path, span, text, form, .. } = unknown;
        let (message, level, at) = match form {
            Form::Mention => (format!("nobody here is called `@{text}`"), Level::Warning, "@"),
            Form::Quoted | Form::Bare => (format!("there is no {} `{text}`", wanted_kinds(unknown)), Level::Error, ""),
        };
        let finding = Diagnostic::new("", path, *span, message).at_level(level);
        let Some(id) = suggests.then(|| self.meant(unknown)).flatten() else {
            return finding.help(self.what_to_write(unknown));
        };
        let written = if *form == Form::Quoted { toml_text(&id) } else { format!("{at}{id}") };
        let fix = Fix::patch(format!("name `{at}{id}`"), vec![Edit::new(path, *span, written)]);
        finding.help(format!("did you mean `{at}{id}`?")).fix(fix)
    }

    /// The id that was probably meant. The numbers of a kind say more than the nearest one does.
    fn meant(&self, unknown: &Unknown) -> Option<String> {
        let text = &unknown.text;
        let nearest_of = |bits: u32, text: &str| {
            let ids = kinds(bits).filter_map(|kind| self.ids.get(&kind)).flatten();
            nearest(text, ids.map(String::as_str)).map(str::to_owned)
        };
        if unknown.form == Form::Mention {
            let is_account = |it: &str| it.trim_start_matches('@').eq_ignore_ascii_case(text);
            let by_account = self.site.of_kind(Kind::Person).find(|entry| {
                let mut people = entry.person().into_iter();
                people.any(|it| is_account(it.github.text()) || is_account(it.discourse.text()))
            });
            return by_account.map(|entry| entry.id.to_string()).or_else(|| nearest_of(PERSON, text));
        }
        match RecordId::parse(text) {
            Some(id) if id.kind.naming() == Naming::Numbered => None,
            Some(id) => nearest_of(bit(id.kind), &id.to_string()),
            None => nearest_of(unknown.kinds, text),
        }
    }

    fn what_to_write(&self, unknown: &Unknown) -> String {
        let text = &unknown.text;
        if unknown.form == Form::Mention {
            return match text.as_str() {
                "me" => "write the name of whoever is meant: `@` and the name of a file in `people/`".to_owned(),
                _ => format!("write `people/{text}.md`, or put an account of another site into backticks"),
            };
        }
        if let Some(RecordId { kind, key }) = RecordId::parse(text) {
            let folder = kind.folder();
            return match (kind.naming(), self.last.get(&kind)) {
                (Naming::Numbered, Some((_, last))) => {
                    let title = kind.title();
                    format!("the last {title} is `{last}`; the file of this one would be `{folder}/{key}-….md`")
                }
                (Naming::Numbered, None) => format!("its file would be `{folder}/{key}-….md`"),
                (Naming::Dated | Naming::Named | Naming::Free, _) => format!("its file would be `{folder}/{key}.md`"),
            };
        }
        let named = kinds(unknown.kinds).filter(|kind| kind.naming() == Naming::Named);
        let files: Vec<String> = named.map(|kind| format!("`{}/{}.md`", kind.folder(), slug(text))).collect();
        match files.as_slice() {
            [] => "write its id, such as `DEC-0002`".to_owned(),
            [file] => format!("its file would be {file}"),
            files if files.len() <= 3 => format!("its file would be one of {}", files.join(", ")),
            _ => "write an id such as `DEC-0002`, or the name of a file such as `phabricator`".to_owned(),
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
