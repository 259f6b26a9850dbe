//! Records that were there and are gone.

use crate::check::Facts;
use crate::check::rules::changed::{is_deleted, is_kept};
use crate::check::rules::phrase::{name, quoted};
use crate::diagnostic::Diagnostic;
use crate::site::{Entry, Site};
use crate::tree::Revision;
use crate::workflow::Phase;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(base) = facts.base else { return Vec::new() };
    let gone = base.entries.iter().filter(|before| is_kept(before) && is_deleted(facts, before));
    gone.map(|before| finding(facts, base, before)).collect()
}

fn finding(facts: &Facts, base: &Site, before: &Entry) -> Diagnostic {
    // The file may still be there, as a draft.
    let (what, undo) = match facts.site.at_path(&before.path).is_some() {
        true => ("was published and is a draft again", "take `draft` out".to_owned()),
        false => ("was on record and is gone", format!("bring it back{}", command(base, before))),
    };
    let workflow = facts.site.profile.kind(before.kind()).filter(|workflow| !workflow.derived);
    let ended = workflow.into_iter().flat_map(|workflow| &workflow.states).filter(|state| state.phase == Phase::Ended);
    let ended: Vec<&str> = ended.map(|state| state.name.as_str()).collect();
    let help = match ended.is_empty() {
        true => format!("{undo}, and say in it what became of it"),
        false => format!("{undo}, and end it by an event to {}", quoted(ended, "or")),
    };
    facts.at(before, None, format!("{} {what}", name(before))).help(help)
}

/// What to type to have the file again, wherever in the repository; empty when the base is no revision of one.
fn command(base: &Site, before: &Entry) -> String {
    let Some(Revision { commit, folder }) = &base.revision else { return String::new() };
    let file = format!(":/{folder}{}", before.path);
    let is_plain = file.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/-_.".contains(&byte));
    let file = if is_plain { file } else { format!("'{}'", file.replace('\'', r"'\''")) };
    format!(": `git checkout {commit} -- {file}`")
}
