//! Next meetings that are not later than the meeting that announces them.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let (next, date) = (*meeting.next.get()?, entry.id.date()?);
    if next > date {
        return None;
    }
    let message = format!("{} announces the next meeting for {next}, which is not later", name(entry));
    let help = "write the day of the meeting after this one, or leave `next` out";
    Some(facts.at(entry, meeting.next.span(), message).help(help))
}
