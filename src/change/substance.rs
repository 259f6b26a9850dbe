//! What a record is about, beside where it has got to.

use super::{Pair, Passage, ValueChange};

/// Keys that say where a matter has got to and who agreed, not what it is about.
pub(crate) const PROGRESS: [&str; 26] = [
    "event",
    "decision",
    "approval",
    "consumer",
    "vote",
    "dissent",
    "outcome",
    "decided",
    "closes",
    "comment",
    "meeting",
    "minutes",
    "secretary",
    "ballot",
    "executed",
    "cost.status",
    "acceptance.met",
    "acceptance.evidence",
    "work_item.done",
    "blocked",
    "slo.result",
    "lifecycle",
    "assignees",
    "questions_until",
    "agreements",
    "contract",
];

/// Something that a record is about and that the change alters.
#[derive(Debug, Clone, Copy)]
pub enum Substance<'p> {
    /// A value of the front matter, with what it was and what it is.
    Value(&'p ValueChange),
    /// A passage of the text.
    Wording(&'p Passage),
}

impl Pair<'_> {
    /// The passages of the text that say something else than they did, without slips of the pen, in their order.
    pub fn substantial(&self) -> impl Iterator<Item = &Passage> {
        self.wording.iter().filter(|passage| !passage.is_slip)
    }

    /// The first thing that the record is about and that the change alters: a value that is not under the keys `besides`,
    /// else a passage of the text. Links that lead elsewhere and slips of the pen do not count. `None` when all else says what it said.
    pub fn substance<'k>(&self, besides: impl IntoIterator<Item = &'k str>) -> Option<Substance<'_>> {
        let besides: Vec<&str> = besides.into_iter().chain(PROGRESS).collect();
        let counts = |it: &&ValueChange| !it.is_link && !it.is_slip && !it.is_under(besides.iter().copied());
        let value = self.values.iter().find(counts).map(Substance::Value);
        value.or_else(|| self.substantial().next().map(Substance::Wording))
    }
}
