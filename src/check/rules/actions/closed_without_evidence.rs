//! Closed actions that nothing shows to be done.

use crate::check::prelude::*;
use crate::markdown::MentionKind;

pub(crate) const FIND: Find = each!(action, find);

fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    if !action.done || action.evidence.is_some() || names_a_record(entry, action) {
        return None;
    }
    let message = format!("the action “{}” is closed, and nothing shows that it was done", shortened(&action.what));
    let help = "add a link at its end, `[…](https://…)`, or the id of the record that came of it";
    Some(facts.at(entry, action.span, message).help(help))
}

/// Whether the item names a record or an issue: that shows what came of it as well as a link does.
fn names_a_record(entry: &Entry, action: &Action) -> bool {
    let rest = &entry.text[action.span.start..];
    let begins = |at: usize| ["\n", "- ", "* ", "+ "].iter().any(|next| rest[at + 1..].starts_with(next));
    let end = rest.match_indices('\n').map(|(at, _)| at).find(|at| begins(*at)).unwrap_or(rest.len());
    let item = action.span.start..action.span.start + end;
    let mut mentions = entry.outline.mentions.iter().filter(|mention| item.contains(&mention.span.start));
    mentions.any(|mention| matches!(mention.what, MentionKind::Record(_) | MentionKind::Issue(_)))
}
