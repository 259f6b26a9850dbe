//! Where a record stands that keeps a line for it, `status: Review`, and which step of its workflow a change of that line is.

use crate::layout::StateLine;
use crate::text::{Date, Span};
use crate::workflow::{KindWorkflow, Transition};

use super::{Entry, Site, Step};

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

    /// How the line of `entry` says that it is in `state`: `status: Last Call`; `None` where it has no such line.
    pub fn line_that_says(&self, entry: &Entry, state: &str) -> Option<String> {
        let line = self.state_line_of(entry)?;
        let written = entry.state_line.as_ref()?.span().map_or("", |span| &entry.text[span.range()]);
        Some(format!("{} = \"{}\"", line.key, line.word(state, written.trim_matches(['"', '\'']))))
    }

    /// The step from the state of `before`, the record as it was, to that of `entry`; `before` is `None` for a new record. `None`
    /// where there is no step, and where it cannot be judged: a state is not known, or no line says it.
    pub fn line_step<'a>(&'a self, before: Option<&'a Entry>, entry: &'a Entry) -> Option<LineStep<'a>> {
        let workflow = self.workflow_of(entry)?;
        let line = entry.state_line.as_ref()?;
        let (to, span) = (line.get().filter(|to| workflow.state(to).is_some())?, line.span()?);
        let from = match before {
            Some(before) => Some(before.state_line.as_ref()?.get().filter(|from| workflow.state(from).is_some())?),
            None => None,
        };
        let from = from.map(String::as_str);
        let transition = workflow.step(from, to, self.made_on);
        (from != Some(to)).then_some(LineStep { from, to, span, transition })
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
