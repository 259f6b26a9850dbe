//! What somebody took on, written as a sentence of the minutes and not as a task.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::markdown::ListItem;

/// One finding for each file: its tasks are written in one go.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if !entry.is_minutes() {
        return None;
    }
    let listed = entry.participant_first_names();
    let is_name = |word: &str| facts.site.is_first_name(word) || listed.contains(word);
    // Whoever has a task in these minutes has their promises there; which of them a sentence repeats, nobody can tell.
    let with_task = owners(facts, entry);
    let is_promise = |item: &&ListItem| {
        is_marked(&item.text) || promised_by(&item.text, is_name).is_some_and(|name| !with_task.contains(name))
    };
    let promises: Vec<&ListItem> = entry.points().filter(is_promise).collect();
    let what = match promises.len() {
        1 => "an action is in the text and in no task list".to_owned(),
        several => format!("{several} actions are in the text and in no task list"),
    };
    let message = format!("{what}: “{}”", shortened(&promises.first()?.text));
    let help =
        "write it as a task, which stays on the list of actions until it is done: `- [ ] @slug: … (due 2026-12-31)`";
    Some(facts.at_all(entry, promises.iter().map(|item| item.span), message, "and this").help(help))
}

/// The first names of those who have a task in the text.
fn owners<'a>(facts: &Facts<'a>, entry: &'a Entry) -> BTreeSet<&'a str> {
    let owners = facts.site.actions_in(entry).iter().flat_map(|action| &action.owners);
    owners.filter_map(|owner| facts.site.owner_name(owner).split_whitespace().next()).collect()
}

/// `AI: add a screenshot`, `Action item: …`, with or without an arrow before it.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '>', '→', ' ', '*']);
    let is_short =
        text.strip_prefix("AI").or_else(|| text.strip_prefix("AP")).is_some_and(|rest| rest.starts_with([':', ' ']));
    let begins = |mark: &str| text.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark));
    is_short || ["action:", "action item:", "action items:", "action point:"].into_iter().any(begins)
}

/// `Mike will …`, `Christian to talk to …`, `Tom & Mike will …`: the first name, when that is what it is.
fn promised_by(text: &str, is_name: impl Fn(&str) -> bool) -> Option<&str> {
    let mut words = text.split_whitespace();
    let first = words.next()?.trim_matches(['@', ',', ':']);
    let mut next = words.next()?;
    // A surname, or a second person.
    for _ in 0..3 {
        let is_joint = next == "and" || next == "&" || next.starts_with(char::is_uppercase);
        if !is_joint {
            break;
        }
        next = words.next()?;
    }
    let verb = words.next()?;
    let is_promise = next == "will" && !matches!(verb, "be" | "have" | "not") || next == "to";
    (is_name(first) && is_promise).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_begins_with_a_name_that_is_known() {
        let is_name = |word: &str| ["Christian", "Tom"].contains(&word);
        for text in ["Christian will contact Philip", "Tom & Mike will publish it", "Christian to talk to Tanya"] {
            assert!(promised_by(text, is_name).is_some(), "{text}");
        }
        for text in ["We will leave this open", "Tom will be away", "Christian said so", "Discourse will host it"] {
            assert_eq!(promised_by(text, is_name), None, "{text}");
        }
        assert!(
            is_marked("--> AI: add screenshot") && is_marked("AI move to work queue") && !is_marked("AIR is a tool")
        );
    }
}
