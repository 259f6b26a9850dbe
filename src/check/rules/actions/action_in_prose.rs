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
    let below = entry.outline.nested.iter().filter(|item| is_marked(&item.text));
    let mut promises: Vec<&ListItem> = entry.points().filter(is_promise).chain(below).collect();
    promises.sort_by_key(|item| item.span);
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

/// `AI: add a screenshot`, `Action item: …`, `Action item for Lena: …`, `action item (me): …`, with or without an arrow
/// before it.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '>', '→', ' ', '*']);
    let short = text.strip_prefix("AI").or_else(|| text.strip_prefix("AP"));
    // `AI move to work queue` begins with what to do; in `AI Working Group` it is a word.
    let is_short = short.is_some_and(|rest| {
        is_for_somebody(rest) || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase))
    });
    let after = |mark: &str| {
        let begin = text.get(..mark.len()).filter(|begin| begin.eq_ignore_ascii_case(mark))?;
        text.get(begin.len()..)
    };
    is_short || MARKS.iter().any(|mark| after(mark).is_some_and(is_for_somebody))
}

/// How a point is marked that somebody has to do something.
const MARKS: [&str; 5] = ["action items", "action item", "action points", "action point", "action"];

/// `: …`, ` for Lena: …`, ` (me): …`
fn is_for_somebody(rest: &str) -> bool {
    let Some((whom, _)) = rest.split_once(':') else { return false };
    let whom = whom.trim();
    whom.is_empty() || whom.starts_with("for ") || (whom.starts_with('(') && whom.ends_with(')'))
}

/// `Mike will …`, `Christian to talk to …`, `Tom & Mike will …`: the first name, when that is what it is.
fn promised_by(text: &str, is_name: impl Fn(&str) -> bool) -> Option<&str> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    // What somebody said, asked or reported stands after their name and a colon.
    let is_said = first.ends_with(':') || text.trim_end().ends_with('?');
    let first = first.split('/').next()?.trim_matches(['@', ',', ':']);
    let mut next = words.next()?;
    // A surname, or a second person.
    for _ in 0..3 {
        let is_joint = !is_said && (next == "and" || next == "&" || next.starts_with(char::is_uppercase));
        if !is_joint {
            break;
        }
        next = words.next()?;
    }
    let verb = words.next()?;
    let is_promise = next == "will" && !matches!(verb, "be" | "have" | "not") || next == "to";
    (is_name(first) && is_promise && !text.trim_end().ends_with('?')).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_begins_with_a_name_that_is_known() {
        let is_name = |word: &str| ["Christian", "Tom"].contains(&word);
        for text in [
            "Christian/Tom will ask",
            "Christian will contact Philip",
            "Tom & Mike will publish it",
            "Christian to talk to Tanya",
        ] {
            assert!(promised_by(text, is_name).is_some(), "{text}");
        }
        for text in [
            "We will leave this open",
            "Tom will be away",
            "Christian said so",
            "Discourse will host it",
            "Tom: Nothing to report.",
            "Tom: will there be a talk?",
            "Tom: Change to the guide",
        ] {
            assert_eq!(promised_by(text, is_name), None, "{text}");
        }
        assert!(
            is_marked("--> AI: add screenshot")
                && is_marked("AI move to work queue")
                && !is_marked("AIR is a tool")
                && !is_marked("AI Working Group met.")
                && is_marked("Action item for Tom: rename it")
                && is_marked("action item (me): add this")
        );
    }
}
