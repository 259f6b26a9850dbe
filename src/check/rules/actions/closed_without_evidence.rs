//! Closed actions that nothing shows to be done.

use crate::check::prelude::*;
use crate::markdown::MentionKind;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let closed = facts.site.actions_in(entry).iter().filter(|action| action.done && action.evidence.is_none());
    let without_evidence = closed.filter(|action| !names_a_record(entry, action)).map(|action| {
        let message = format!("the action “{}” is closed, and nothing shows that it was done", shortened(&action.what));
        let help = "add a link at its end, `[what came of it](https://…)`, or the id of the record that came of it";
        facts.at(entry, action.span, message).help(help)
    });
    without_evidence.collect()
}

/// Whether the item names a record or an issue: that shows what came of it as well as a link does.
fn names_a_record(entry: &Entry, action: &Action) -> bool {
    let rest = &entry.text[action.span.start..];
    let ends = rest.match_indices('\n').map(|(at, _)| at);
    let mut ends = ends.filter(|at| ["\n", "- ", "* ", "+ "].iter().any(|next| rest[at + 1..].starts_with(next)));
    let end = action.span.start + ends.next().unwrap_or(rest.len());
    let mentions = &entry.outline.mentions;
    let from = mentions.partition_point(|mention| mention.span.start < action.span.start);
    mentions[from..]
        .iter()
        .take_while(|mention| mention.span.start < end)
        .any(|mention| matches!(mention.what, MentionKind::Record(_) | MentionKind::Issue(_)))
}
