//! Numbers that meant one matter and are given to another.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    change.reused.iter().map(|(before, after)| finding(facts, before, after)).collect()
}

fn finding(facts: &Facts, before: &Entry, after: &Entry) -> Diagnostic {
    let width = after.id.key.len();
    let next = facts.site.next_number(after.kind());
    let message = format!("`{}` was “{}” in `{}`, and is given to another matter", after.id, before.title, before.path);
    let help = format!("bring the old file back, and `git mv` the new one to the next free number, {next:0width$}");
    facts.at(after, None, message).help(help).concerning(&before.path, None)
}
