//! What somebody took on, written as a sentence of the minutes and not as a task.

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::check::rules::minutes::{first_names, is_minutes, points};
use crate::check::rules::phrase::shortened;
use crate::diagnostic::Diagnostic;
use crate::markdown::ListItem;
use crate::site::{Entry, Owner};
use crate::text::count;

/// One finding for each file: its tasks are written in one go.
pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.entries.iter().filter(|entry| is_minutes(entry)).filter_map(|entry| of_minutes(facts, entry)).collect()
}

fn of_minutes(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let names = first_names(facts.site, entry);
    // Whoever has a task in these minutes has their promises there; which of them a sentence repeats, nobody can tell.
    let with_task = owners(facts, entry);
    let promises = points(entry).filter(|item| {
        is_marked(&item.text) || promised_by(&item.text, &names).is_some_and(|name| !with_task.contains(name))
    });
    let promises: Vec<&ListItem> = promises.collect();
    let (first, others) = promises.split_first()?;
    let message = format!(
        "{} here, and stands in no task list: “{}”",
        match promises.len() {
            1 => "somebody took something on".to_owned(),
            several => format!("{} were agreed on", count(several, "action", "actions")),
        },
        shortened(&first.text)
    );
    let help = "write it as a task, which stays on the list of actions until it is done: `- [ ] @slug: … (due 2026-12-31)`";
    let finding = facts.at(entry, first.span, message).help(help);
    Some(others.iter().fold(finding, |finding, item| finding.label(&entry.path, item.span, "and this")))
}

/// The first names of those who have a task in the text.
fn owners<'a>(facts: &Facts<'a>, entry: &'a Entry) -> BTreeSet<&'a str> {
    let owners = facts.site.actions_in(entry).iter().flat_map(|action| &action.owners);
    let names = owners.map(|owner| match owner {
        Owner::Known(at) => facts.site.entries[*at].title.as_str(),
        Owner::Unknown(name) => name.as_str(),
    });
    names.filter_map(|name| name.split_whitespace().next()).collect()
}

/// `AI: add a screenshot`, `Action item: …`, with or without an arrow before it.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '>', '→', ' ', '*']);
    let is_short = text.strip_prefix("AI").or_else(|| text.strip_prefix("AP")).is_some_and(|rest| rest.starts_with([':', ' ']));
    let lower = text.to_lowercase();
    is_short || ["action:", "action item:", "action items:", "action point:"].iter().any(|mark| lower.starts_with(mark))
}

/// `Mike will …`, `Christian to talk to …`, `Tom & Mike will …`: the first name, when it is one of `names`.
fn promised_by<'a>(text: &'a str, names: &BTreeSet<String>) -> Option<&'a str> {
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
    (names.contains(first) && is_promise).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_begins_with_a_name_that_is_known() {
        let names: BTreeSet<String> = ["Christian", "Tom"].map(str::to_owned).into();
        for text in ["Christian will contact Philip", "Tom & Mike will publish it", "Christian to talk to Tanya"] {
            assert!(promised_by(text, &names).is_some(), "{text}");
        }
        for text in ["We will leave this open", "Tom will be away", "Christian said so", "Discourse will host it"] {
            assert_eq!(promised_by(text, &names), None, "{text}");
        }
        assert!(is_marked("--> AI: add screenshot") && is_marked("AI move to work queue") && !is_marked("AIR is a tool"));
    }
}
