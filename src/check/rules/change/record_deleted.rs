//! Records that were there and are gone.

use std::fmt::Display;

use crate::check::prelude::*;
use crate::id::Naming;
use crate::site::Draft;
use crate::tree::Revision;

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    change.deleted.iter().map(|before| finding(facts, change, before)).collect()
}

fn finding(facts: &Facts, change: &Change, before: &Entry) -> Diagnostic {
    let base = change.base;
    let of = |message: String, help: String| facts.at(before, None, message).help(help).concerning(&before.path, None);
    if let Some(path) = draft(facts.site, before) {
        return of(format!("{} was published and is a draft again", name(before)), publish(facts, before, path));
    }
    let gone = format!("{} was on record and is gone", name(before));
    match change.after(before) {
        Some(after) if after.kind() != before.kind() => {
            of(moved(before, after), put_back(facts.site, base, before, after)).concerning(&after.path, None)
        }
        Some(after) if before.kind().naming() == Naming::Numbered && before.id.number().is_some() => {
            let back = match after.path == before.path {
                true => format!("set `prefix` back to `{}`", before.id.prefix()),
                false => git_mv(base, &after.path, &before.path),
            };
            let help = format!("a number stays with its matter: {back}");
            of(format!("`{}` is `{}` now", before.id, after.id), help).concerning(&after.path, None)
        }
        Some(after) => {
            let message = format!("{} is `{}` now, and the old address leads nowhere", name(before), after.id);
            let address = before.address.trim_end_matches('/');
            let help = format!("write `redirects = [\"/{address}/\"]` into `{}`", after.path);
            of(message, help).concerning(&after.path, None)
        }
        None => of(gone, bring_back(facts, base, before)),
    }
}

/// Where a record went that is read as another kind there, or as a page.
fn moved(before: &Entry, after: &Entry) -> String {
    let (from, to) = (before.path.folder(), after.path.folder());
    let why = match from == to {
        true => format!("its folder holds records of the kind `{}` now", after.kind()),
        false => format!("its file moved from `{from}/` to `{to}/`"),
    };
    format!("`{}` is no {} any more, for {why}", before.id, before.kind().title())
}

/// What to type to undo the move: of the whole folder, where all of it went.
fn put_back(site: &Site, base: &Site, before: &Entry, after: &Entry) -> String {
    let (from, to) = (after.path.folder(), before.path.folder());
    if from == to {
        return format!("let `candor.toml` say that `{from}` holds records of the kind `{}`", before.kind());
    }
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

/// What to type to have the file again, wherever in the repository; empty when the base is no revision of one.
fn command(base: &Site, before: &Entry) -> String {
    let Some(Revision { commit, folder, caveats: _ }) = &base.revision else { return String::new() };
    let file = format!(":/{folder}{}", before.path);
    let is_plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/-_.".contains(&byte));
    let file = if is_plain { file } else { format!("'{}'", file.replace('\'', r"'\''")) };
    format!(": `git checkout {commit} -- {file}`")
}
