//! Next meetings that do not lie after the meeting that announces them.

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Meeting).filter_map(|entry| of_meeting(facts, entry)).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting()?;
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
