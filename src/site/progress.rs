//! How far a record came, by what its states mean and not by what its group calls them.

use crate::document::Event;
use crate::fields::At;
use crate::id::Kind;
use crate::text::Date;
use crate::workflow::Means;

use super::{Entry, Site, Step};

impl Entry {
    /// What its state means; `None` without a workflow, and in a state that the workflow does not know.
    pub fn means(&self) -> Option<Means> {
        self.status.as_ref()?.means
    }

    /// Whether its state lies on the good path from `from` on and before `until`.
    pub fn is_between(&self, from: Means, until: Means) -> bool {
        self.means().is_some_and(|means| (from..until).contains(&means))
    }

    /// Whether the matter ended before it reached what it was for.
    pub fn has_ended(&self) -> bool {
        self.means().is_some_and(Means::is_end)
    }

    /// The steps that it took, in the order in which they were written; none without a workflow.
    pub fn steps(&self) -> &[Step] {
        self.status.as_ref().map_or(&[], |status| &status.steps)
    }

    /// Whether it took a step on `day` or after it.
    pub fn has_moved_since(&self, day: Date) -> bool {
        self.steps().iter().any(|step| step.date >= day)
    }

    /// What the states meant that it ever was in, the one that it is in first.
    fn meanings(&self) -> impl Iterator<Item = Means> {
        self.means().into_iter().chain(self.steps().iter().filter_map(|step| step.means))
    }

    /// Whether it ever was in a state that means one of `wanted`.
    pub fn has_entered(&self, wanted: &[Means]) -> bool {
        self.meanings().any(|means| wanted.contains(&means))
    }

    /// Whether it ever came as far as `means` on the good path.
    pub fn has_reached(&self, means: Means) -> bool {
        self.meanings().any(|own| own >= means && !own.is_end())
    }

    /// Whether it ever was in a state that ended the matter.
    pub fn ever_ended(&self) -> bool {
        self.meanings().any(Means::is_end)
    }

    /// Its steps into states that mean `means`, in the order in which they were written.
    pub fn entered(&self, means: Means) -> impl Iterator<Item = &Step> {
        self.steps().iter().filter(move |step| step.means == Some(means))
    }
}

impl Site {
    /// The events of `entry` that lead to a state that means one of `wanted`, in the order in which they were written; also
    /// those without a day, which are no steps.
    pub fn events_to<'a>(&self, entry: &'a Entry, wanted: &[Means]) -> impl Iterator<Item = &'a At<Event>> {
        let is_wanted = |event: &&At<Event>| {
            event.to.get().and_then(|to| self.means(entry.kind(), to)).is_some_and(|it| wanted.contains(&it))
        };
        entry.events().iter().filter(is_wanted)
    }

    /// The first of them.
    pub fn first_event<'a>(&self, entry: &'a Entry, wanted: &[Means]) -> Option<&'a At<Event>> {
        self.events_to(entry, wanted).next()
    }

    /// What the state `name` of a `kind` means; `None` when the workflow does not know it.
    pub fn means(&self, kind: Kind, name: &str) -> Option<Means> {
        self.profile.kind(kind)?.means(name)
    }

    /// What this site calls the state of a `kind` that means `means`; the word for the meaning, where no state has it.
    pub fn state_that(&self, kind: Kind, means: Means) -> &str {
        let row = self.profile.kind(kind).and_then(|workflow| workflow.state_that(means));
        row.map_or(means.as_str(), |row| &row.name)
    }
}
