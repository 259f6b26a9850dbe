//! Findings that nobody can act on: whose cause is a gap that the author has stated, `owner = { unknown = "the survey names no
//! owner" }`, and those that ask somebody to go on where the record has ended.
//!
//! Who says that something is not known has done what is asked of an author. Such a finding is a note: it is counted, listed
//! on request, and in no one's way. It is told by its place alone, so that no rule has to know of it; what is an error where
//! it is unknown stays an error.

use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Missing;
use crate::site::Site;

/// The rules that ask somebody to take the next step, in the order of the alphabet.
pub const ASKING_TO_GO_ON: [&str; 6] = [
    "action-without-due-date",
    "action-without-owner",
    "cadence-not-kept",
    "no-meeting-announced",
    "overdue-action",
    "stalled",
];

/// `finding` as a note, where it is a warning at a value that is stated to be unknown, or one that asks somebody to go on with
/// a record that has ended; else as it is.
pub(super) fn noted(site: &Site, finding: Diagnostic) -> Diagnostic {
    match finding.level == Level::Warning && (is_at_gap(site, &finding) || is_left_open(site, &finding)) {
        true => finding.at_level(Level::Note),
        false => finding,
    }
}

/// Whether `finding` is a note about a value that its author states to be unknown.
pub fn is_stated(site: &Site, finding: &Diagnostic) -> bool {
    finding.level == Level::Note && is_at_gap(site, finding)
}

/// Whether `finding` asks somebody to go on, and the record ended before the site was made.
pub fn is_left_open(site: &Site, finding: &Diagnostic) -> bool {
    site.today < site.made_on && ASKING_TO_GO_ON.contains(&finding.rule)
}

pub(super) fn is_at_gap(site: &Site, finding: &Diagnostic) -> bool {
    let Some((span, entry)) = finding.span.zip(site.at_path(&finding.path)) else { return false };
    entry.gaps.iter().any(|gap| match &gap.what {
        Missing::Unknown(unknown) => unknown.span == span,
        Missing::Withheld(_) => false,
    })
}
