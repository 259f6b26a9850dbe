//! What rules say again and again: how long ago something was, what a field lacks, that there are several of a kind.

use crate::check::Facts;
use crate::check::rules::phrase::days;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Field;
use crate::site::Entry;
use crate::text::{Date, Span, days_between};

impl Facts<'_> {
    /// How long ago `day` was, in words: `40 days`.
    pub fn age(&self, day: Date) -> String {
        days(days_between(day, self.site.today))
    }

    /// The same, where it is longer than what the profile sets for the rule; `None` within that time.
    pub fn overdue(&self, since: Date) -> Option<String> {
        (days_between(since, self.site.today) > self.limit).then(|| self.age(since))
    }

    /// One finding for several places of one kind: at the first of them, with the label `also` at the others.
    pub fn at_all<P: Into<Option<Span>>>(
        &self,
        entry: &Entry,
        places: impl IntoIterator<Item = P>,
        message: impl Into<String>,
        also: &str,
    ) -> Diagnostic {
        let mut places = places.into_iter();
        let finding = self.at(entry, places.next().and_then(Into::into), message);
        places.fold(finding, |finding, place| finding.label(&entry.path, place, also))
    }
}

/// Where and how badly a field lacks what it should say: an error at `otherwise` where it is left out, a warning at the gap
/// where the record says that it is unknown. `None` where there is anything else, be it unreadable.
pub fn gap<T>(field: &Field<T>, otherwise: impl Into<Option<Span>>) -> Option<(Option<Span>, Level)> {
    match field {
        Field::Absent => Some((otherwise.into(), Level::Error)),
        Field::Unknown(gap) => Some((Some(gap.span), Level::Warning)),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    }
}
