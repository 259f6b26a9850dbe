//! Meetings that were held and have no agenda.

use crate::check::prelude::*;
use crate::site::has_section;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    if !meeting.held.is_true() || has_section(entry, "Agenda") || entry.outline.too_deep {
        return None;
    }
    let empty = meeting.agenda.get().filter(|_| meeting.agenda.has_no_items()).and(meeting.agenda.span());
    let span = empty.map(Some).or_else(|| Some(gap(&meeting.agenda, meeting.held.span())?.span))?;
    let message = format!("{} was held, and has no agenda", name(entry));
    let help = "add an `[[agenda]]` table with a `title` for each point, or a list under `## Agenda`";
    Some(facts.at(entry, span, message).help(help))
}
