//! What cannot be told for certain: each a question with its choices, one of which is taken until somebody says otherwise.
//!
//! The questions stand in `adopt.md` as lists with one box ticked. Whoever knows better ticks another box, and the next run
//! reads that again.

use std::collections::BTreeMap;

/// The file of the questions, beside `candor.toml`. It is no part of the record.
pub const FILE: &str = "adopt.md";

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about, the same in each run: `day meeting_minutes/2020-06-22.md`.
    pub key: String,
    /// The question in a sentence.
    pub text: String,
    /// What it was asked for: files, or words in them. May be empty.
    pub places: Vec<String>,
    /// What can be answered, in order; at least one.
    pub choices: Vec<String>,
    /// Which of the choices is taken as long as nobody answers.
    pub guess: usize,
    /// What is taken now: one of the choices, or words of the one who answered.
    pub taken: String,
}

impl Question {
    /// Whether somebody chose something else than what is guessed.
    pub fn is_answered_otherwise(&self) -> bool {
        self.taken != self.choices[self.guess]
    }
}

/// What was answered, by the key of the question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// What is ticked in `text`, an `adopt.md` that `written` made; of several boxes the first. Total.
    pub fn read(text: &str) -> Answers {
        let mut answers = BTreeMap::new();
        let mut key: Option<&str> = None;
        for line in text.lines() {
            let line = line.trim();
            if let Some(named) = line.strip_prefix(KEY).and_then(|rest| rest.strip_suffix("-->")) {
                key = Some(named.trim());
            } else if let Some(answer) = ticked(line)
                && let Some(key) = key
            {
                answers.entry(key.to_owned()).or_insert_with(|| answer.to_owned());
            }
        }
        Answers(answers)
    }
}

/// What a comment begins with that names a question.
const KEY: &str = "<!-- question: ";

/// What stands behind a ticked box.
fn ticked(line: &str) -> Option<&str> {
    let item = line.strip_prefix(['-', '*', '+'])?.trim_start();
    let rest = item.strip_prefix("[x]").or_else(|| item.strip_prefix("[X]"))?.trim();
    (!rest.is_empty()).then_some(rest)
}

/// The questions of one run, as they come up.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    answers: &'a Answers,
    /// In the order in which they came up.
    pub questions: Vec<Question>,
    /// Answers that are none of the choices, in sentences.
    pub not_understood: Vec<String>,
}

/// A question that is to be asked.
pub(super) struct Ask {
    /// See [`Question::key`].
    pub key: String,
    /// See [`Question::text`].
    pub text: String,
    /// See [`Question::places`].
    pub places: Vec<String>,
    /// See [`Question::choices`].
    pub choices: Vec<String>,
    /// See [`Question::guess`].
    pub guess: usize,
}

impl<'a> Asked<'a> {
    /// Nothing asked yet; what comes up is answered from `answers`.
    pub(super) fn new(answers: &'a Answers) -> Asked<'a> {
        Asked { answers, questions: Vec::new(), not_understood: Vec::new() }
    }

    /// Which of the choices is taken. An answer that is none of them counts as none, and is reported.
    pub(super) fn choose(&mut self, ask: Ask) -> usize {
        let answer = self.answers.0.get(&ask.key);
        let chosen = answer.and_then(|answer| ask.choices.iter().position(|choice| choice == answer));
        if let (Some(answer), None) = (answer, chosen) {
            let choices = ask.choices.iter().map(|choice| format!("“{choice}”")).collect::<Vec<_>>().join(", ");
            self.not_understood.push(format!("the answer “{answer}” is none of {choices}: {}", ask.text));
        }
        let at = chosen.unwrap_or(ask.guess);
        let taken = ask.choices[at].clone();
        self.keep(ask, taken);
        at
    }

    /// The answer in the words of whoever gave it, else the choice that is guessed.
    pub(super) fn words(&mut self, ask: Ask) -> String {
        let taken = self.answers.0.get(&ask.key).unwrap_or(&ask.choices[ask.guess]).clone();
        self.keep(ask, taken.clone());
        taken
    }

    fn keep(&mut self, ask: Ask, taken: String) {
        let Ask { key, text, places, choices, guess } = ask;
        self.questions.push(Question { key, text, places, choices, guess, taken });
    }
}

/// `adopt.md` with `questions`; empty when there are none.
pub(super) fn written(questions: &[Question]) -> String {
    if questions.is_empty() {
        return String::new();
    }
    let mut text = String::from(
        "# What could not be told for certain\n\n\
         Each question has one box ticked: what is taken until somebody says otherwise. Tick another box in its place, save, and\n\
         run `candor adopt --write` again: what was written from the old answer is written anew, and what you have changed since\n\
         is left alone.\n",
    );
    for question in questions {
        text.push_str(&format!("\n## {}\n\n{KEY}{} -->\n", question.text, question.key));
        if !question.places.is_empty() {
            text.push('\n');
        }
        for place in &question.places {
            text.push_str(&format!("> {place}\n"));
        }
        text.push('\n');
        let is_taken = |choice: &String| *choice == question.taken;
        for choice in &question.choices {
            text.push_str(&format!("- [{}] {choice}\n", if is_taken(choice) { "x" } else { " " }));
        }
        if !question.choices.iter().any(is_taken) {
            text.push_str(&format!("- [x] {}\n", question.taken));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask() -> Ask {
        Ask {
            key: "person Ben".to_owned(),
            text: "Is Ben the same as Ben Example?".to_owned(),
            places: vec!["minutes/2026-01-12.md".to_owned()],
            choices: vec!["Ben Example".to_owned(), "another person".to_owned()],
            guess: 0,
        }
    }

    #[test]
    fn what_is_ticked_is_read_again() {
        let none = Answers::default();
        let mut asked = Asked::new(&none);
        assert_eq!(asked.choose(ask()), 0);
        let text = written(&asked.questions);
        assert!(text.contains("- [x] Ben Example\n- [ ] another person\n"), "{text}");
        let answers = Answers::read(&text.replace("[x]", "[ ]").replace("[ ] another", "[x] another"));
        let mut asked = Asked::new(&answers);
        assert_eq!(asked.choose(ask()), 1);
        assert!(asked.questions[0].is_answered_otherwise());
        assert_eq!(written(&asked.questions), text.replace("[x]", "[ ]").replace("[ ] another", "[x] another"));
    }

    #[test]
    fn an_answer_in_other_words_is_taken_only_where_words_are_asked_for() {
        let answers = Answers::read("<!-- question: person Ben -->\n- [ ] Ben Example\n- [x] Benno\n");
        let mut asked = Asked::new(&answers);
        assert_eq!(asked.choose(ask()), 0);
        assert_eq!(asked.not_understood.len(), 1);
        let mut asked = Asked::new(&answers);
        assert_eq!(asked.words(ask()), "Benno");
        assert!(written(&asked.questions).contains("- [x] Benno\n"));
    }
}
