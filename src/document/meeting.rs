//! A meeting and its minutes.

use crate::fields::{ANY, DECISION, GROUP, Link, List, Moment, OneOf, PERSON, Ref};
use crate::text::Date;
use crate::{table, word_list};

word_list! {
    /// What sort of meeting it is.
    MeetingKind { Regular = "regular", Extra = "extra", InPerson = "in-person", Conference = "conference" }
}

table! {
    /// A meeting; `meetings/<date>[-<group>].md`.
    Meeting {
        /// What it is called, when the group and the day do not do.
        Optional title: String,
        /// The group that meets.
        Required group: Ref<GROUP>,
        /// What sort of meeting it is.
        Required kind: MeetingKind,
        /// When it begins.
        Optional at: Moment,
        /// When it ends.
        Optional ends: Moment,
        /// Whether it took place.
        Optional held: bool,
        /// Why it did not take place.
        Optional cancelled: String,
        /// Who led it.
        Optional host: Ref<PERSON>,
        /// Who was there.
        Optional present: List<Ref<PERSON>>,
        /// Who excused themselves.
        Optional regrets: List<Ref<PERSON>>,
        /// Who was there and does not belong to the group.
        Optional guests: List<Ref<PERSON>>,
        /// What was to be talked about.
        Optional agenda: List<AgendaItem>,
        /// The decisions taken in it.
        Optional decisions: List<Ref<DECISION>>,
        /// The day of the next meeting.
        Optional next: Date,
        /// The day the minutes were published.
        Optional published: Date,
        /// Where to take part.
        Optional join: Link,
    }
}

table! {
    /// One point of the agenda.
    AgendaItem {
        /// What it is called.
        Required title: String,
        /// The record that it is about, or several.
        Optional about: OneOf<Ref<ANY>, List<Ref<ANY>>>,
        /// Where it is discussed.
        Optional link: Link,
        /// What came of it.
        Optional outcome: String,
    }
}
