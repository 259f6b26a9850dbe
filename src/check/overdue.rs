//! What rules say again and again: how long ago something was, what a field lacks, that there are several of a kind.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::site::Entry;
use crate::text::days;
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
