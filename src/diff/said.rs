//! What is said of one record, in sentences.

use crate::diagnostic::Level;
use crate::words;

use super::edit::Edit;
use super::matter::{Fate, Matter};
use super::{labels, sentences};

/// So many records are named that refer to one that is gone.
const NAMED: usize = 8;

/// What sort of thing a sentence about a record says. In the order in which they are read; where there is no room, the last ones are
/// counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// A step, a vote, an amount: what somebody decides on, and what becomes of the record.
    Deciding,
    /// Another value.
    Value,
    /// A task.
    Action,
    /// A link of the text.
    Link,
}

impl Part {
    /// Of which part an edit is.
    fn of(edit: &Edit) -> Part {
        match edit.key.split('.').next() {
            Some(sentences::ACTION) => Part::Action,
            Some(sentences::LINK) => Part::Link,
            Some(sentences::STATE) => Part::Deciding,
            _ if labels::is_deciding(&edit.key) => Part::Deciding,
            _ => Part::Value,
        }
    }
}

impl Matter {
    /// What happened, each in a sentence, in the language that is spoken here: that of the [`Diff`](super::Diff).
    pub fn sentences(&self) -> Vec<String> {
        self.parts().into_iter().map(|(_, sentence)| sentence).collect()
    }

    /// The same, each sentence with what sort of thing it says.
    pub(super) fn parts(&self) -> Vec<(Part, String)> {
        let mut parts: Vec<(Part, String)> = self.beginning().into_iter().map(|it| (Part::Deciding, it)).collect();
        parts.extend(self.notes.iter().map(|it| (Part::of(it), sentences::told_note(it))));
        parts.extend(self.values());
        parts.extend(self.end().into_iter().map(|it| (Part::Deciding, it)));
        if self.unread != [false; 2] && self.fate == Fate::Changed {
            let said = match self.unread {
                [true, false] => words::NOT_COMPARED_BEFORE,
                [false, true] => words::NOT_COMPARED_AFTER,
                [_, _] => words::NOT_COMPARED,
            };
            parts.push((Part::Deciding, said.to_string()));
        } else if parts.is_empty() && self.is_only_rewritten() {
            parts.push((Part::Deciding, words::REWRITTEN.to_string()));
        }
        parts.sort_by_key(|(part, _)| *part);
        parts
    }

    /// The values that differ, but for the events of steps, which are told as those.
    fn values(&self) -> Vec<(Part, String)> {
        let is_told = |it: &&Edit| self.steps.iter().any(|step| step.is_told_by(it));
        let edits = self.told.iter().filter(|it| !is_told(it));
        match self.fate {
            Fate::Removed => sentences::told_of_removed(edits).into_iter().map(|said| (Part::Deciding, said)).collect(),
            Fate::Unpublished => vec![(Part::Deciding, words::FILE_IS_HIDDEN.to_string())],
            // That a new record has nothing in a list says nothing of it.
            Fate::Published | Fate::Added => {
                let stated = edits.filter(|it| it.is.as_deref() != Some(words::EMPTY_LIST.text()));
                stated.map(|it| (Part::of(it), sentences::told_of_added(it))).collect()
            }
            Fate::Changed | Fate::Moved => edits.map(|it| (Part::of(it), sentences::told(it))).collect(),
        }
    }

    /// Where it lay, what it was, its steps, and how its text begins where it is new.
    fn beginning(&self) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(self.was_at.iter().map(|was| words::record_moved(&**was, &*self.path)));
        said.extend(self.was_kind.map(|was| words::record_was(words::being(was), words::being(self.kind))));
        // A finding on the number that is gone says so already.
        let was_id = self.was_id.iter().filter(|_| self.findings.is_empty());
        said.extend(was_id.map(|was| words::record_was(&**was, &*self.id)));
        let before = words::template("item", "event").and_then(|it| it.split("{$").next()).unwrap_or_default();
        for step in &self.steps {
            let event = self.told.iter().find(|it| step.is_told_by(it)).and_then(|it| it.is.as_deref());
            let told = event.and_then(|event| event.strip_prefix(before)).map(str::to_owned);
            let told = told.unwrap_or_else(|| words::value_of(&step.to));
            let verdict = step.judgement();
            said.push(match &step.from {
                Some(from) => words::step_judged(words::value_of(from), told, verdict),
                None => words::begins_as(told, verdict),
            });
        }
        said.extend((self.fate == Fate::Published).then(|| words::FILE_WAS_HIDDEN.to_string()));
        said.extend(self.lead.iter().map(|text| words::begins_with(&**text)));
        said
    }

    /// What leads to its place now that it is gone, and what led there.
    fn end(&self) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        said.extend(self.led_to.iter().map(|id| words::address_leads_to(&**id)));
        let rest = self.left_behind.iter().filter(|(_, rests)| *rests);
        said.extend(rest.map(|(id, _)| words::step_rests_on_it(&**id)));
        let others: Vec<&str> =
            self.left_behind.iter().filter(|(_, rests)| !rests).map(|(id, _)| id.as_str()).collect();
        let first = others[..others.len().min(NAMED)].join(", ");
        said.extend((!others.is_empty()).then(|| match others.len().saturating_sub(NAMED) {
            0 => words::still_referred_to(first),
            more => words::still_referred_to_and_more(first, more),
        }));
        said
    }

    /// Whether its file differs, and nothing more can be said of it than that.
    pub(super) fn says_the_same(&self) -> bool {
        self.is_only_rewritten()
            && self.findings.is_empty()
            && self.next.is_none()
            && self.sentences() == [words::REWRITTEN.text()]
    }

    /// Whether its file differs, no word does, and no finding says that something does.
    fn is_only_rewritten(&self) -> bool {
        let is_wrong = self.findings.iter().any(|it| it.level == Level::Error);
        self.fate == Fate::Changed && self.is_touched && self.prose.is_empty() && !is_wrong
    }
}
