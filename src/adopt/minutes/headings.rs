//! Which headings and labels say what stands below them.

use crate::markdown::Heading;

/// Headings that say what stands below them, each in small letters.
pub(super) const PRESENT: [&str; 15] = [
    "participants",
    "participant",
    "attendees",
    "attendance",
    "present",
    "in attendance",
    "attending",
    "people",
    "people present",
    "members present",
    "who",
    "who was there",
    "roll call",
    "teilnehmer",
    "anwesend",
];
pub(super) const REGRETS: [&str; 12] = [
    "regrets",
    "apologies",
    "apologies from",
    "absent",
    "absent with regrets",
    "absentees",
    "excused",
    "not attending",
    "not present",
    "unable to attend",
    "entschuldigt",
    "sent regrets",
];
/// Headings below which the points of the agenda stand.
pub(super) const CONTAINERS: [&str; 8] =
    ["agenda", "minutes", "notes", "discussion", "discussions", "topics", "meeting notes", "tagesordnung"];
/// Headings that are no points of the agenda.
pub(super) const OTHERS: [&str; 24] = [
    "other",
    "other topics",
    "others",
    "misc",
    "miscellaneous",
    "aob",
    "any other business",
    "todo",
    "todos",
    "actions",
    "action items",
    "next steps",
    "next meeting",
    "links",
    "references",
    "decisions",
    "summary",
    "introduction",
    "logistics",
    "date",
    "time",
    "location",
    "contents",
    "table of contents",
];

/// What a heading says, without counts, marks and capitals: `participants` for `Participants (7):`.
pub(in crate::adopt) fn said(heading: &str) -> String {
    let bare = heading.split(['(', ':']).next().unwrap_or_default();
    bare.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

pub(super) fn is_one_of(heading: &Heading, words: &[&str]) -> bool {
    words.contains(&said(&heading.title).as_str())
}

/// Whether `said` says that who was there follows, or who was not.
pub(super) fn is_label(said: &str) -> bool {
    PRESENT.contains(&said) || REGRETS.contains(&said)
}
