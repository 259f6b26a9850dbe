//! Records that were there and are gone.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::check::prelude::*;
use crate::id::Naming;
use crate::tree::Revision;

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    let new = LazyCell::new(|| New::of(change));
    change.deleted.iter().map(|before| finding(facts, change.base, &new, before)).collect()
}

fn finding(facts: &Facts, base: &Site, new: &New, before: &Entry) -> Diagnostic {
    let (message, help) = match draft(facts.site, before) {
        Some(path) => (format!("{} was published and is a draft again", name(before)), publish(facts, before, path)),
        None => (format!("{} was on record and is gone", name(before)), bring_back(facts, base, new, before)),
    };
    facts.at(before, None, message).help(help).concerning(&before.path, None)
}

fn publish(facts: &Facts, before: &Entry, path: &ContentPath) -> String {
    let elsewhere = if *path == before.path { String::new() } else { format!(" of `{path}`") };
    let ending = ending(facts, before).map_or(String::new(), |end| format!(", and {end}"));
    format!("take `draft` out of the front matter{elsewhere}{ending}")
}

fn bring_back(facts: &Facts, base: &Site, new: &New, before: &Entry) -> String {
    if let Some(after) = new.meant(before) {
        let address = before.address.trim_end_matches('/');
        return format!("if it is `{}` now, write `redirects = [\"/{address}/\"]` into that file", after.path);
    }
    let undo = format!("bring it back{}", command(base, before));
    match ending(facts, before) {
        Some(end) => format!("{undo}, and {end}"),
        None => format!("{undo}, and say in it what became of it"),
    }
}

/// The file of a record that is a draft again, whether or not drafts are looked at.
fn draft<'a>(site: &'a Site, before: &Entry) -> Option<&'a ContentPath> {
    let is_it = |path: &ContentPath, id: &RecordId| *path == before.path || id.canonical() == before.id.canonical();
    let looked_at = || site.record(&before.id).filter(|entry| entry.is_draft()).map(|entry| &entry.path);
    site.drafts.iter().find(|(path, id)| is_it(path, id)).map(|(path, _)| path).or_else(looked_at)
}

/// `end it by an event to `rejected` or `cancelled``; `None` for kinds whose matters do not end.
fn ending(facts: &Facts, before: &Entry) -> Option<String> {
    let workflow = facts.site.profile.kind(before.kind()).filter(|workflow| !workflow.derived);
    let ended = workflow.into_iter().flat_map(|workflow| &workflow.states).filter(|state| state.phase == Phase::Ended);
    let ended: Vec<&str> = ended.map(|state| state.name.as_str()).collect();
    (!ended.is_empty()).then(|| format!("end it by an event to {}", quoted(ended, "or")))
}

/// The files of a change that were not there, of the kinds whose records are called by a name or a day.
struct New<'a> {
    by_text: HashMap<(Kind, &'a str), &'a Entry>,
    by_title: HashMap<(Kind, &'a str), &'a Entry>,
}

impl<'a> New<'a> {
    fn of(change: &Change<'a>) -> New<'a> {
        let base = change.base;
        let is_new = |entry: &&Entry| {
            let is_called = matches!(entry.kind().naming(), Naming::Named | Naming::Dated);
            is_called && base.at_path(&entry.path).is_none() && base.record(&entry.id).is_none()
        };
        let new: Vec<&Entry> = change.head.entries.iter().filter(is_new).collect();
        New {
            by_text: new.iter().map(|entry| ((entry.kind(), &*entry.text), *entry)).collect(),
            by_title: new.iter().map(|entry| ((entry.kind(), entry.title.as_str()), *entry)).collect(),
        }
    }

    /// What `before` was probably renamed to: a file with the same text, else one with the same title.
    fn meant(&self, before: &Entry) -> Option<&'a Entry> {
        let by_title = || self.by_title.get(&(before.kind(), before.title.as_str()));
        self.by_text.get(&(before.kind(), &*before.text)).or_else(by_title).copied()
    }
}

/// What to type to have the file again, wherever in the repository; empty when the base is no revision of one.
fn command(base: &Site, before: &Entry) -> String {
    let Some(Revision { commit, folder, caveats: _ }) = &base.revision else { return String::new() };
    let file = format!(":/{folder}{}", before.path);
    let is_plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/-_.".contains(&byte));
    let file = if is_plain { file } else { format!("'{}'", file.replace('\'', r"'\''")) };
    format!(": `git checkout {commit} -- {file}`")
}
