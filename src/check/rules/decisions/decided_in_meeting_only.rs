//! Decisions that were taken in a meeting, with nothing in writing from those who were not there.

use crate::check::prelude::*;
use crate::site::LinkTarget;

pub(crate) const FIND: Find = each!(decision, find);

/// The keys that show that a decision was open in writing.
const IN_WRITING: [&str; 5] = ["vote.link", "channel", "opened", "closes", "decided"];

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.settled()?;
    let meeting = facts.site.find(decision.meeting.get()?)?;
    let day = meeting.id.date()?;
    let is_unclear = IN_WRITING.iter().any(|key| entry.is_unreadable(key));
    if is_unclear || is_in_writing(facts, entry, decision, meeting, day) {
        return None;
    }
    let message =
        format!("{} was taken in the meeting of {day}, and nobody who missed it could answer in writing", name(entry));
    let help = "put it to the list, and let `closes` be a later day, or add the votes with a `link` to each; then state \
        the thread as `channel`";
    let finding = facts.at(entry, decision.meeting.span(), message).help(help);
    Some(finding.label(&entry.path, decision.channel.span(), "this is where it was discussed"))
}

/// Whether those who missed the meeting could take part: a vote outside of it, or a thread that was open before it or
/// stayed open after it.
fn is_in_writing(facts: &Facts, entry: &Entry, decision: &Decision, meeting: &Entry, day: Date) -> bool {
    let is_outside = |link: &str| !leads_to(facts, entry, meeting, link);
    let voted = decision.vote.items().iter().any(|vote| vote.link.get().is_some_and(|link| is_outside(&link.0)));
    let was_open = decision.opened.get().is_some_and(|opened| *opened < day)
        || decision.closes.get().is_some_and(|closes| *closes > day)
        || decision.decided.get().is_some_and(|decided| *decided > day);
    voted || (was_open && decision.channel.get().is_some_and(|link| is_outside(&link.0)))
}

/// Whether `link` is the meeting itself: its page, its file, or where it was joined.
fn leads_to(facts: &Facts, entry: &Entry, meeting: &Entry, link: &str) -> bool {
    let is_record = match facts.site.link_target(&entry.path, link) {
        LinkTarget::Record { entry: to, .. } => to == meeting.at,
        _ => false,
    };
    let joined = |it: &Meeting| it.join.get().is_some_and(|join| join.0 == link);
    is_record || link.ends_with(meeting.path.as_str()) || meeting.meeting().is_some_and(joined)
}
