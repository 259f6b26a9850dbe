//! `candor new`: a record with the keys and sections of its kind, numbered and dated.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::diagnostic::{Diagnostic, human};
use crate::document::Record;
use crate::fields::{FieldRow, Presence, Shape};
use crate::id::{ContentPath, Kind, Naming};
use crate::project::{Options, Project};
use crate::site::Site;
use crate::text::{Date, ascii_slug, did_you_mean, long_date, parse_date, slug, uncapitalised};

use super::env::{fail, folder, print, read, say_aside, today};
use super::{Outcome, Verbosity, day};

/// Write a new record with its keys and sections
///
/// The number is the next one of its kind, the date is today's. What nobody knows yet is written as a stated gap, so that
/// the record is complete in form and `candor check` lists what is still open.
#[derive(Args, Debug)]
pub(super) struct New {
    /// The kind: sow, proposal, decision, meeting, service, person, …
    #[arg(value_parser = kind)]
    kind: Kind,

    /// The title or the name; for a meeting its day, or any words for today's
    title: String,

    /// The folder of the record
    dir: Option<PathBuf>,

    /// The day that the record is dated with [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

/// The kind that `text` names, or the words for what was meant.
pub(super) fn kind(text: &str) -> Result<Kind, String> {
    let names = || Kind::ALL.iter().map(|kind| kind.name()).collect::<Vec<_>>();
    Kind::parse(text).ok_or_else(|| match crate::text::nearest(text, names()) {
        Some(meant) => did_you_mean(meant),
        None => format!("the kinds are {}", names().join(", ")),
    })
}

impl New {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = folder(self.dir.clone());
        let today = today(self.today);
        // Drafts count, for their numbers are taken too.
        let project = match read(&dir, &Options { today, drafts: true, base_url: None, index_links: false }, verbosity)
        {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        if let Some(path) = unread_setting(&project) {
            let message =
                format_args!("{path} holds something that cannot be read, so nobody can say where the record belongs");
            return fail(
                Outcome::Usage,
                format_args!("{message}: nothing is written\n  `candor check` says what is wrong with it"),
            );
        }
        let title = self.title.trim();
        if slug(title).is_empty() {
            return fail(Outcome::Usage, "the title has no letters to name the file by");
        }
        // What begins like a day and is none is a slip, and no title for today's minutes.
        if self.kind.naming() == Naming::Dated
            && title.starts_with(|letter: char| letter.is_ascii_digit())
            && parse_date(title).is_none()
        {
            return fail(
                Outcome::Usage,
                format_args!("`{}` is no day of the calendar; write it as 2021-04-27", human::one_line(title)),
            );
        }
        let path = dir.join(file_name(&project.site, self.kind, title, today));
        match write_new(&path, &text(&project.site, self.kind, title, today)) {
            Ok(()) => {
                print(format_args!("{}\n", path.display()));
                if !verbosity.quiet {
                    say_aside("Fill in what is stated as unknown; `candor check` says what else is missing.");
                }
                Outcome::Clean
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                let path = path.display();
                fail(
                    Outcome::Environment,
                    format_args!("{path} is there already, and stays as it is: nothing is written"),
                )
            }
            Err(error) => fail(Outcome::Environment, format_args!("{}: {error}", path.display())),
        }
    }
}

/// What is found where a setting is not read as it was meant.
const UNREAD: [&str; 6] =
    ["invalid-toml", "merge-conflict", "not-utf8", "unknown-key", "unknown-profile", "wrong-type"];

/// The configuration or the profile of which something could not be read; `None` where all could.
fn unread_setting(project: &Project) -> Option<&ContentPath> {
    let is_unread = |it: &&Diagnostic| it.path.as_str().ends_with(".toml") && UNREAD.contains(&it.rule);
    project.report.findings.iter().find(is_unread).map(|it| &it.path)
}

/// Writes a file that must not be there yet.
pub(super) fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

/// Where the record lies below the root.
fn file_name(site: &Site, kind: Kind, title: &str, today: Date) -> String {
    let slug = ascii_slug(title);
    let last = site.of_kind(kind).max_by_key(|entry| entry.id.number());
    let number = match kind.naming() {
        Naming::Numbered => site.next_key(kind, site.next_number(kind)),
        Naming::Dated | Naming::Named | Naming::Free => String::new(),
    };
    // Where several folders have the kind, beside the last one.
    let folder = last.and_then(|entry| site.layout().folder_of(&entry.path)).unwrap_or_default();
    site.layout().new_path(kind, folder, &number, parse_date(title).unwrap_or(today), &slug)
}

fn text(site: &Site, kind: Kind, title: &str, today: Date) -> String {
    let mut text = String::from("+++\n");
    let rows = Record::rows(kind);
    let needed = needed_to_begin(site, kind, today);
    let is_needed = |key: &str| needed.contains(&key);
    let wanted = |row: &&FieldRow| {
        row.need == Presence::Required || is_needed(row.key) || (row.key == "title" && kind == Kind::Page)
    };
    let plain = rows.iter().filter(wanted).filter(|row| !is_list_of_tables(row));
    let stated = plain.map(|row| (row.key, value(site, kind, row, title, today)));
    let mut keys: Vec<(&str, String)> = stated.collect();
    if kind == Kind::Meeting {
        keys.extend(of_meeting(site, parse_date(title).unwrap_or(today), today));
    }
    keys.push(("summary", "{ unknown = \"one sentence for lists and previews\" }".to_owned()));
    let order = Record::keys(kind);
    keys.sort_by_key(|(key, _)| order.iter().position(|it| it == key));
    for (key, value) in &keys {
        let row = rows.iter().find(|row| row.key == *key);
        let words = row.map(|row| (row.shape)().words().join(", ")).filter(|words| !words.is_empty());
        let words = words.map_or(String::new(), |words| format!("  # {words}"));
        text.push_str(&format!("{key} = {value}{words}\n"));
    }
    for row in rows.iter().filter(|row| row.need == Presence::Required && is_list_of_tables(row)) {
        text.push_str(&table(site, kind, row, today));
    }
    // What the group does not use yet is not offered.
    let in_use = Record::rows_up_to(kind, site.rung);
    let optional = in_use.filter(|row| row.need == Presence::Optional && is_list_of_tables(row));
    let tables: Vec<String> = optional.map(table_as_comment).collect();
    if !tables.is_empty() {
        text.push_str(&format!("\n# It can also have, here at its end:\n{}", tables.concat()));
    }
    text.push_str("+++\n");
    for section in site.profile.outline(kind) {
        text.push_str(&format!("\n## {}\n\n<!-- {} -->\n", section.title, section.guidance));
    }
    text
}

/// The keys that the state in which a record of `kind` begins needs, or the step into it.
fn needed_to_begin(site: &Site, kind: Kind, today: Date) -> Vec<&str> {
    let Some(workflow) = site.profile.kind(kind) else { return Vec::new() };
    let of_state =
        workflow.state(&workflow.initial).into_iter().flat_map(|state| state.fields.iter().map(String::as_str));
    let step = workflow.step(None, &workflow.initial, today);
    let of_step = step.into_iter().flat_map(|step| step.needs.iter().flat_map(|evidence| evidence.guard.fields()));
    of_state.chain(of_step).collect()
}

/// The keys of a meeting on `day` that nothing requires of every meeting: one that is to come is announced; who was there,
/// and what was talked about, is said once it was held.
fn of_meeting(site: &Site, day: Date, today: Date) -> Vec<(&'static str, String)> {
    let is_past = day <= today;
    let mut keys = vec![("held", is_past.to_string())];
    if !is_past {
        return keys;
    }
    let gap = |reason: &str| format!("{{ unknown = {} }}", quoted(reason));
    keys.push(("present", gap("not filled in yet")));
    if !site.profile.outline(Kind::Meeting).iter().any(|section| section.title == "Agenda") {
        keys.push(("agenda", gap("not filled in yet")));
    }
    let own = site.own_group();
    let of_profile = own.and_then(|group| site.asked_of(group)?.meeting_on(day)?.every_days);
    let of_group = || own.and_then(|own| own.group()?.meets_every.get().copied());
    if of_profile.or_else(of_group).is_some() {
        keys.push(("next", gap("not announced yet")));
    }
    keys
}

fn is_list_of_tables(row: &FieldRow) -> bool {
    matches!((row.shape)(), Shape::List(item) if matches!(*item, Shape::Table(_)))
}

/// The value that a new record begins with.
fn value(site: &Site, kind: Kind, row: &FieldRow, title: &str, today: Date) -> String {
    let own_group = || site.own_group().map(|group| quoted(&group.id.key));
    let unknown = || format!("{{ unknown = {} }}", quoted(&not_stated(row.meaning)));
    match row.key {
        "title" | "name" if kind == Kind::Meeting => {
            quoted(&format!("Meeting of {}", long_date(parse_date(title).unwrap_or(today))))
        }
        "title" | "name" => quoted(title),
        "group" => own_group().unwrap_or_else(unknown),
        "lifecycle" => quoted("planned"),
        "kind" if kind == Kind::Meeting => quoted("regular"),
        "kind" if kind == Kind::Decision => quoted("general"),
        "reviewed" => today.to_string(),
        _ => unknown(),
    }
}

/// One table of a list that a new record begins with: its first step, or a table of stated gaps.
fn table(site: &Site, kind: Kind, row: &FieldRow, today: Date) -> String {
    let Shape::List(item) = (row.shape)() else { return String::new() };
    let Shape::Table(rows) = *item else { return String::new() };
    let mut text = format!("\n[[{}]]\n", row.key);
    let initial = site.profile.kind(kind).map(|workflow| workflow.initial.clone());
    for inner in rows.iter().filter(|inner| inner.need == Presence::Required) {
        let value = match (row.key, inner.key) {
            ("event", "to") => initial.as_deref().map(quoted),
            ("event", "date") => Some(today.to_string()),
            ("event", "by") => site.own_group().map(|group| quoted(&group.id.key)),
            _ => None,
        };
        let value = value.unwrap_or_else(|| format!("{{ unknown = {} }}", quoted(&not_stated(inner.meaning))));
        text.push_str(&format!("{} = {value}\n", inner.key));
    }
    text
}

/// A table that a record may have, with its keys and an example of each: whoever needs it takes the marks away.
fn table_as_comment(row: &FieldRow) -> String {
    let Shape::List(item) = (row.shape)() else { return String::new() };
    let Shape::Table(rows) = *item else { return String::new() };
    let mut text = format!("#\n# {}\n# [[{}]]\n", row.meaning.trim(), row.key);
    for inner in rows {
        let words = (inner.shape)().words().join(", ");
        let notes = [if inner.need == Presence::Required { "" } else { "optional" }, &words];
        let notes = notes.iter().filter(|note| !note.is_empty()).copied().collect::<Vec<_>>().join("; ");
        let notes = if notes.is_empty() { notes } else { format!("  # {notes}") };
        text.push_str(&format!("# {} = {}{notes}\n", inner.key, inner.example()));
    }
    text
}

/// What a key means, as the reason for not knowing it: `not stated yet: who looks after it`.
fn not_stated(meaning: &str) -> String {
    format!("not stated yet: {}", uncapitalised(meaning.trim().trim_end_matches('.')))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
