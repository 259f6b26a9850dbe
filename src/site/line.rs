//! Where a record stands that keeps a line for it, `status: Review` or the `lifecycle` of a service, and which step of its
//! workflow a change of that line is.

use crate::document::service::Lifecycle;
use crate::layout::StateLine;
use crate::text::{Date, Span};
use crate::workflow::{KindWorkflow, Transition};

use super::{Entry, Site, Step, meaning_of_life};

/// The step that a change of the line takes.
#[derive(Debug)]
pub struct LineStep<'a> {
    /// The state before it; `None` for a record that is new.
    pub from: Option<&'a str>,
    /// The state that it enters, one that the workflow knows.
    pub to: &'a str,
    /// Where the line says so.
    pub span: Span,
    /// The transition of the workflow for it today; `None` when there is none.
    pub transition: Option<&'a Transition>,
}

impl LineStep<'_> {
    /// A record may begin in its initial state also where no step says so.
    pub fn is_legal(&self, workflow: &KindWorkflow) -> bool {
        self.transition.is_some() || (self.from.is_none() && self.to == workflow.initial)
    }
}

impl Site {
    /// The line in which `entry` says where it stands; `None` where its events say it.
    pub fn state_line_of(&self, entry: &Entry) -> Option<&StateLine> {
        entry.state_line.as_ref()?;
        self.layout().placed(&entry.path).row?.state_line.as_ref()
    }

    /// The key of the line in which `entry` says where it stands; `None` where its events say it.
    pub fn state_key_of(&self, entry: &Entry) -> Option<&str> {
        let of_life = self.point_of_life(entry).map(|_| "lifecycle");
        self.state_line_of(entry).map(|line| line.key.as_str()).or(of_life)
    }

    /// The state in which `entry` is by a line that says at which point of its life it is, and the place of that line; `None`
    /// where events say it, or nothing does.
    pub(super) fn point_of_life<'a>(&'a self, entry: &Entry) -> Option<(&'a str, Span)> {
        let lifecycle = entry.service().filter(|_| entry.events().is_empty()).map(|it| &it.lifecycle)?;
        let means = meaning_of_life(*lifecycle.get()?);
        Some((&self.workflow_of(entry)?.state_that(means)?.name, lifecycle.span()?))
    }

    /// How the line of `entry` says that it is in `state`: `status: Last Call`; `None` where it has no such line.
    pub fn line_that_says(&self, entry: &Entry, state: &str) -> Option<String> {
        let Some(line) = self.state_line_of(entry) else {
            let means = self.means(entry.kind(), state)?;
            let word = Lifecycle::ALL.iter().find(|it| meaning_of_life(**it) == means)?;
            return Some(format!("{} = \"{word}\"", self.state_key_of(entry)?));
        };
        let written = entry.state_line.as_ref()?.span().map_or("", |span| &entry.text[span.range()]);
        Some(format!("{} = \"{}\"", line.key, line.word(state, written.trim_matches(['"', '\'']))))
    }

    /// The step from the state of `before`, the record as it was, to that of `entry`; `before` is `None` for a new record. `None`
    /// where there is no step, and where it cannot be judged: a state is not known, or no line says it.
    pub fn line_step<'a>(&'a self, before: Option<&'a Entry>, entry: &'a Entry) -> Option<LineStep<'a>> {
        let workflow = self.workflow_of(entry)?;
        let (to, span) = self.stated(entry)?;
        let from = match before {
            // What began before the record did, as most services, may begin anywhere.
            None if workflow.derived => return None,
            None => None,
            Some(before) => Some(self.stated(before)?.0),
        };
        let transition = workflow.step(from, to, self.made_on);
        (from != Some(to)).then_some(LineStep { from, to, span, transition })
    }

    /// The state that a line of `entry` says, one that the workflow knows, and where it says so; `None` where none does.
    fn stated<'a>(&'a self, entry: &'a Entry) -> Option<(&'a str, Span)> {
        let Some(line) = &entry.state_line else { return self.point_of_life(entry) };
        Some((self.workflow_of(entry)?.state(line.get()?).map(|row| &*row.name)?, line.span()?))
    }

    /// The steps that the line of `entry` took, the first one first, as far as they are known.
    pub(super) fn line_steps(&self, entry: &Entry, workflow: &KindWorkflow) -> Vec<Step> {
        let Some(line) = self.state_line_of(entry) else { return Vec::new() };
        let span = entry.state_line.as_ref().and_then(|it| it.span()).unwrap_or_default();
        let changes = self.history.lines.get(&entry.path).map_or(&[][..], Vec::as_slice);
        let mut steps: Vec<Step> = Vec::new();
        for change in changes {
            let state = line.state(&change.word);
            // Another word for the same state is no step.
            if steps.last().is_some_and(|last| last.state == state) {
                continue;
            }
            steps.push(Step {
                means: workflow.means(&state),
                state,
                date: change.day,
                is_dated: true,
                by: Some(change.by.clone()),
                decision: None,
                link: None,
                note: None,
                span,
            });
        }
        steps
    }

    /// The day on which a commit last changed the file of `entry`; `None` where no history is known.
    pub fn last_changed(&self, entry: &Entry) -> Option<Date> {
        self.history.touched.get(&entry.path).copied()
    }
}
