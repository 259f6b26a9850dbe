//! Numbers that meant one matter and are given to another.

use crate::check::prelude::*;
use crate::check::rules::changed::{Pair, is_another_matter, is_kept};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(base) = facts.base else { return Vec::new() };
    let moved = base.entries.iter().filter(|before| is_kept(before) && facts.site.at_path(&before.path).is_none());
    let reused = moved.filter_map(|before| {
        let after = facts.site.record(&before.id)?;
        is_another_matter(facts, &Pair { before, after }).then_some((before, after))
    });
    reused.map(|(before, after)| finding(facts, before, after)).collect()
}

fn finding(facts: &Facts, before: &Entry, after: &Entry) -> Diagnostic {
    let width = after.id.key.len();
    let next = facts.site.next_number(after.kind());
    let message = format!("`{}` was “{}” in `{}`, and is given to another matter", after.id, before.title, before.path);
    facts
        .at(after, None, message)
        .help(format!("bring the old file back, and give the new one the next free number: {next:0width$}"))
}
