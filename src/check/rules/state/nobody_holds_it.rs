//! Open matters whose state is held by a party that the site does not know.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::workflow::Party;

/// One finding for each party that is missing, at the first record that waits for it: thirty proposals that wait for
/// one unknown group are one gap.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut waiting: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in facts.site.entries.iter().filter(|entry| facts.site.is_open_matter(entry)) {
        if let Some(words) = unknown_holder(facts, entry) {
            waiting.entry(words).or_default().push(entry);
        }
    }
    waiting.into_iter().map(|(words, entries)| finding(facts, &words, &entries)).collect()
}

/// The words for the party that holds `entry`, when they lead to nobody.
fn unknown_holder(facts: &Facts, entry: &Entry) -> Option<String> {
    let (_, state) = facts.site.state(entry)?;
    let leads_nowhere = || {
        state.holders.iter().any(|party| match party {
            Party::Field(field) => has_dead_reference(facts.site, entry, field),
            Party::Body(_) | Party::Role { .. } => {
                has_dead_reference(facts.site, entry, "group")
                    || facts.site.has_unclear_group()
                    || facts.site.config.group.is_unreadable()
                    || facts.site.config.group.get().is_some_and(|group| facts.site.find(group).is_none())
            }
        })
    };
    let (words, whom) = facts.site.holder(entry)?;
    (whom.is_empty() && !leads_nowhere()).then_some(words)
}

fn finding(facts: &Facts, words: &str, entries: &[&Entry]) -> Diagnostic {
    let first = entries[0];
    let state = first.status.as_ref().map_or("", |status| &status.state);
    let others = match entries.len() - 1 {
        0 => String::new(),
        more => format!("; {} there too", count(more, "more record is", "more records are")),
    };
    let message = format!(
        "{} is in `{state}`, which is with {words}, and the site does not say who that is{others}",
        name(first)
    );
    let span = first.status.as_ref().and_then(|status| status.steps.last()).map(|step| step.span);
    let help = match is_of_group(facts, first) && facts.site.of_kind(Kind::Group).next().is_some() {
        true => {
            "say which group it is: `group = \"…\"` in `candor.toml` where it is that of every record, else in the record itself"
        }
        false => "name who that is: a page below `groups/`, a member with that role, or a field of the record",
    };
    facts.at(first, span, message).for_several(words).help(help)
}

/// Whether `entry` is with the group that it belongs to, and neither it nor the settings say which that is.
fn is_of_group(facts: &Facts, entry: &Entry) -> bool {
    let Some((_, state)) = facts.site.state(entry) else { return false };
    state.holders.iter().any(|party| match party {
        Party::Body(body) => body.of_record && body.group_type.is_none() && facts.site.body(body, entry).is_none(),
        Party::Field(_) | Party::Role { .. } => false,
    })
}
