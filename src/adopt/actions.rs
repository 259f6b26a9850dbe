//! Tasks and promises in minutes: `Ada to ask for quotes`, `Action item for Ben: close the list`. Only those count that name
//! one person of the lists of participants.

use std::sync::LazyLock;

use regex::Regex;

use super::minutes::Minutes;
use super::people::Directory;

/// Something that one person took on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Action {
    /// How records refer to the person.
    pub owner: String,
    /// In the words of the minutes.
    pub what: String,
    /// Whether somebody answered that it is done.
    pub is_done: bool,
}

/// The forms of a task, each with the name in its first group and the task in its second.
static FORMS: LazyLock<[Regex; 3]> = LazyLock::new(|| {
    const NAME: &str = r"@?[\p{L}][\p{L}\p{M}\d'’._-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2}";
    let regex = |text: String| Regex::new(&text).expect("the expression is right");
    [
        regex(format!(
            r"^(?i:action items?|action|ai|todo)(?i: for)?\s*[:(\[]?\s*(?i:for )?({NAME})\s*[)\]]?\s*(?::|(?i:to ))\s*(.+)$"
        )),
        regex(format!(r"^({NAME}) (?:to|will) (.+)$")),
        regex(format!(r"^({NAME}) is going to (.+)$")),
    ]
});

/// Words after `will` that make no promise.
const NO_PROMISE: [&str; 10] = ["be", "not", "have", "never", "probably", "do", "need", "see", "likely", "also be"];

/// The actions of `minutes`, in the order of the text. Boxes that the text has already are left to it.
pub(super) fn actions(minutes: &Minutes, directory: &Directory) -> Vec<Action> {
    let outline = &minutes.text.outline;
    let is_task = |item: &crate::markdown::ListItem| outline.tasks.iter().any(|task| task.span == item.span);
    let items = outline.lists.iter().filter(|item| !is_task(item)).map(|item| item.text.as_str());
    let mut found: Vec<Action> = Vec::new();
    for sentence in items.flat_map(sentences).chain(minutes.text.paragraphs().iter().flat_map(|it| sentences(it))) {
        found.extend(action(&sentence, directory).filter(|action| !found.contains(action)));
    }
    found
}

/// The sentences of a paragraph; a full stop within an address or a number ends none.
fn sentences(text: &str) -> Vec<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = vec![String::new()];
    for part in text.split_inclusive(". ") {
        sentences.last_mut().expect("there is always a sentence").push_str(part);
        if part.ends_with(". ") {
            sentences.push(String::new());
        }
    }
    sentences.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn action(sentence: &str, directory: &Directory) -> Option<Action> {
    let found = FORMS.iter().find_map(|form| form.captures(sentence))?;
    let person = directory.named(&found[1])?;
    let what = found[2].trim().trim_end_matches('.').trim();
    let is_promise = !NO_PROMISE.iter().any(|word| what.to_lowercase().starts_with(&format!("{word} ")));
    let is_whole = what.split_whitespace().count() > 2 && !what.ends_with(':');
    let is_over = ["(done)", "[done]", ": done", "- done"].iter().any(|word| what.to_lowercase().ends_with(word));
    (is_promise && is_whole && !is_over).then(|| Action {
        owner: person.slug.clone(),
        what: what.to_owned(),
        is_done: false,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Past;
    use super::super::minutes::minutes;
    use super::super::people::directory;
    use super::super::questions::{Answers, Asked};
    use super::super::tests::texts;
    use super::*;

    fn found(items: &[&str]) -> Vec<String> {
        let items: String = items.iter().map(|item| format!("* {item}\n")).collect();
        let fixture = format!(
            "-- minutes/2026-01-12.md --\nPresent: Ada Example @ada, Ben Example, Ben Other\n\n## Lists\n\n{items}"
        );
        let (texts, answers) = (texts(&fixture), Answers::default());
        let mut asked = Asked::new(&answers);
        let minutes = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        let directory = directory(&minutes, Vec::new(), &mut asked);
        actions(&minutes[0], &directory).into_iter().map(|it| format!("{}: {}", it.owner, it.what)).collect()
    }

    #[test]
    fn a_sentence_right_below_a_heading_is_read_too() {
        let fixture = "-- minutes/2026-01-12.md --\nPresent: Ada Example, Ben Example\n\nLists\n-----\nA talk. AI(Ada): ask three hosts.\n\n\
                       ## Hosts\nBen will write to the board.\n\n* one\n  Ada will not go on.\n";
        let (texts, answers) = (texts(fixture), Answers::default());
        let mut asked = Asked::new(&answers);
        let minutes = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        let directory = directory(&minutes, Vec::new(), &mut asked);
        let found: Vec<String> = actions(&minutes[0], &directory).into_iter().map(|it| it.what).collect();
        assert_eq!(found, ["ask three hosts", "write to the board"]);
    }

    #[test]
    fn a_task_has_one_owner() {
        assert_eq!(
            found(&[
                "Ada to ask three hosts for quotes.",
                "Action item for Ada: write to the list",
                "AI (Ada Example): close the old list",
                "@ada will send the poll on Monday",
                "A long talk. Ben Example will ask the board.",
            ]),
            [
                "ada-example: ask three hosts for quotes",
                "ada-example: write to the list",
                "ada-example: close the old list",
                "ada-example: send the poll on Monday",
            ]
            .map(str::to_owned)
            .into_iter()
            .chain(["ben-example: ask the board".to_owned()])
            .collect::<Vec<_>>()
        );
    }

    #[test]
    fn what_has_no_certain_owner_or_is_no_promise_is_none() {
        assert_eq!(
            found(&[
                "Ben to ask three hosts for quotes",
                "Ada and Ben Example will look into the topic",
                "Ada will be away next week",
                "Ada will do so",
                "Somebody will ask the board",
                "Ada to write to the list (done)",
                "the board will take the decision itself",
                "- [ ] Ada to have a box already",
            ]),
            Vec::<String>::new()
        );
    }
}
