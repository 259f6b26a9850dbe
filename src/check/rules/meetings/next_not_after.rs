//! Next meetings that do not lie after the meeting that announces them.

use crate::check::prelude::*;

pub const FIND: Find = each!(meeting, of_meeting);

fn of_meeting(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let (next, date) = (*meeting.next.get()?, entry.id.date()?);
    if next > date {
        return None;
    }
    let message = format!("{} announces the next meeting for {next}, which does not lie after it", name(entry));
    Some(
        facts
            .at(entry, meeting.next.span(), message)
            .help("write the day of the meeting after this one, or leave `next` out"),
    )
}
