//! Records that were there and are gone.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Display;

use crate::check::prelude::*;
use crate::id::Naming;
use crate::site::Draft;
use crate::tree::Revision;

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    let new = LazyCell::new(|| New::of(change));
    change.deleted.iter().map(|before| finding(facts, change.base, &new, before)).collect()
}

fn finding(facts: &Facts, base: &Site, new: &New, before: &Entry) -> Diagnostic {
    let of = |message: String, help: String| facts.at(before, None, message).help(help).concerning(&before.path, None);
    if let Some(path) = draft(facts.site, before) {
        return of(format!("{} was published and is a draft again", name(before)), publish(facts, before, path));
    }
    let gone = format!("{} was on record and is gone", name(before));
    match new.meant(before) {
        Some(after) if after.kind() != before.kind() => {
            of(moved(before, after), put_back(facts.site, base, before, after)).concerning(&after.path, None)
        }
        Some(after) if before.kind().naming() == Naming::Numbered => {
            let help = format!("a number stays with its matter: {}", git_mv(base, &after.path, &before.path));
            of(format!("`{}` is `{}` now", before.id, after.id), help).concerning(&after.path, None)
        }
        Some(after) => {
            let address = before.address.trim_end_matches('/');
            let help = format!("if it is `{}` now, write `redirects = [\"/{address}/\"]` into that file", after.path);
            of(gone, help).concerning(&after.path, None)
        }
        None => of(gone, bring_back(facts, base, before)),
    }
}

/// Where a record went that is read as another kind there, or as a page.
fn moved(before: &Entry, after: &Entry) -> String {
    format!(
        "`{}` is no {} any more, for its file moved from `{}/` to `{}/`",
        before.id,
        before.kind().title(),
        before.path.folder(),
        after.path.folder()
    )
}

/// What to type to undo the move: of the whole folder, where all of it went.
fn put_back(site: &Site, base: &Site, before: &Entry, after: &Entry) -> String {
    let (from, to) = (after.path.folder(), before.path.folder());
    let is_gone = !site.entries.iter().any(|entry| entry.path.folder() == to);
    let was_there = base.entries.iter().any(|entry| entry.path.folder() == from);
    let is_whole = is_gone && !was_there && !from.is_empty();
    let command = if is_whole { git_mv(base, &from, &to) } else { git_mv(base, &after.path, &before.path) };
    format!("move it back: {command}; a matter that has ended stays in its folder, which says what it is")
}

/// The command that moves a file of the record, from the root of the repository.
fn git_mv(base: &Site, from: &dyn Display, to: &dyn Display) -> String {
    let folder = base.revision.as_ref().map_or("", |revision| revision.folder.as_str());
    format!("`git mv {folder}{from} {folder}{to}`")
}

fn publish(facts: &Facts, before: &Entry, path: &ContentPath) -> String {
    let elsewhere = if *path == before.path { String::new() } else { format!(" of `{path}`") };
    let ending = ending(facts, before).map_or(String::new(), |end| format!(", and {end}"));
    format!("take `draft` out of the front matter{elsewhere}{ending}")
}

fn bring_back(facts: &Facts, base: &Site, before: &Entry) -> String {
    let undo = format!("bring it back{}", command(base, before));
    match ending(facts, before) {
        Some(end) => format!("{undo}, and {end}"),
        None => format!("{undo}, and say in it what became of it"),
    }
}

/// The file of a record that is a draft again, whether or not drafts are looked at.
fn draft<'a>(site: &'a Site, before: &Entry) -> Option<&'a ContentPath> {
    let is_it = |draft: &&Draft| draft.path == before.path || draft.id.canonical() == before.id.canonical();
    let looked_at = || site.record(&before.id).filter(|entry| entry.is_draft()).map(|entry| &entry.path);
    site.drafts.iter().find(is_it).map(|draft| &draft.path).or_else(looked_at)
}

/// `end it by an event to `rejected` or `cancelled``; `None` for kinds whose matters do not end.
fn ending(facts: &Facts, before: &Entry) -> Option<String> {
    let workflow = facts.site.profile.kind(before.kind()).filter(|workflow| !workflow.derived);
    let ended = workflow.into_iter().flat_map(|workflow| &workflow.states).filter(|state| state.phase == Phase::Ended);
    let ended: Vec<&str> = ended.map(|state| state.name.as_str()).collect();
    (!ended.is_empty()).then(|| format!("end it by an `[[event]]` to {}", quoted(ended, "or")))
}

/// The files of a change that were not there.
struct New<'a> {
    by_text: HashMap<&'a str, &'a Entry>,
    by_file_name: HashMap<&'a str, &'a Entry>,
    /// Of all kinds but pages.
    by_title: HashMap<(Kind, &'a str), &'a Entry>,
}

impl<'a> New<'a> {
    fn of(change: &Change<'a>) -> New<'a> {
        let base = change.base;
        let is_new = |entry: &&Entry| base.at_path(&entry.path).is_none() && base.record(&entry.id).is_none();
        let new: Vec<&Entry> = change.head.entries.iter().filter(is_new).collect();
        let called = new.iter().filter(|it| it.kind() != Kind::Page);
        New {
            by_text: new.iter().map(|entry| (&*entry.text, *entry)).collect(),
            by_file_name: new.iter().map(|entry| (entry.path.file_name(), *entry)).collect(),
            by_title: called.map(|entry| ((entry.kind(), entry.title.as_str()), *entry)).collect(),
        }
    }

    /// What `before` probably is now: a file with the same text, else one of the same name that says most of the same, else one
    /// with the same title, which of two numbers has to say most of the same as well.
    fn meant(&self, before: &Entry) -> Option<&'a Entry> {
        let by_file_name = || self.by_file_name.get(before.path.file_name()).filter(|it| is_much_alike(before, it));
        let is_numbered = before.kind().naming() == Naming::Numbered;
        let by_title = || self.by_title.get(&(before.kind(), before.title.as_str()));
        let by_title = || by_title().filter(|after| !is_numbered || is_much_alike(before, after));
        self.by_text.get(&*before.text).or_else(by_file_name).or_else(by_title).copied()
    }
}

/// Whether at least half of the lines of the one are in the other.
fn is_much_alike(before: &Entry, after: &Entry) -> bool {
    let lines = |entry: &'_ Entry| -> Vec<String> {
        entry.text.lines().map(str::trim).filter(|line| line.len() > 3).map(str::to_owned).collect()
    };
    let there: HashSet<String> = lines(after).into_iter().collect();
    let own = lines(before);
    own.iter().filter(|line| there.contains(*line)).count() * 2 >= own.len()
}

/// What to type to have the file again, wherever in the repository; empty when the base is no revision of one.
fn command(base: &Site, before: &Entry) -> String {
    let Some(Revision { commit, folder, caveats: _ }) = &base.revision else { return String::new() };
    let file = format!(":/{folder}{}", before.path);
    let is_plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/-_.".contains(&byte));
    let file = if is_plain { file } else { format!("'{}'", file.replace('\'', r"'\''")) };
    format!(": `git checkout {commit} -- {file}`")
}
