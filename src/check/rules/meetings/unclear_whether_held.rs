//! Meetings that say both that they were held and that they were not, or neither though their day has passed.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let (record, date, today) = (name(entry), entry.id.date()?, facts.site.today);
    if meeting.held.is_unreadable() || meeting.cancelled.is_unreadable() {
        return None;
    }
    let (held, cancelled) = ((meeting.held.span(), "held"), (meeting.cancelled.span(), "cancelled"));
    let none = (None, "");
    let (problem, span, other, help) = match (meeting.held.get(), meeting.cancelled.is_missing()) {
        (Some(true), false) => {
            ("is both held and cancelled".to_owned(), cancelled.0, held, "take out `held` or `cancelled`")
        }
        (Some(false) | None, false) if !meeting.present.items().is_empty() => {
            let problem = "was cancelled, and the record says who was there".to_owned();
            (problem, meeting.present.span(), cancelled, "take out `present` or `cancelled`")
        }
        (Some(true), true) if date > today => {
            let problem = format!("is held, and its day is still to come: today is {today}");
            (problem, held.0, none, "take `held` out until the meeting is over, or correct the file's name")
        }
        (Some(false), true) if date < today => {
            ("was not held, and nothing says why".to_owned(), held.0, none, "replace `held` by `cancelled = \"why\"`")
        }
        (None, true) if date < today => {
            let problem = "has passed, and nothing says whether it was held".to_owned();
            (
                problem,
                meeting.group.span(),
                none,
                "add `held = true` with `present`, who was there, or `cancelled = \"why\"`",
            )
        }
        (Some(_) | None, _) => return None,
    };
    // Time passes by itself, so silence is no error.
    let is_silent = meeting.held.get().is_none() && meeting.cancelled.is_missing();
    let level = if is_silent { Level::Warning } else { Level::Error };
    let finding = facts.at(entry, held.0.filter(|_| is_silent).or(span), format!("{record} {problem}"));
    Some(finding.at_level(level).help(help).label(&entry.path, other.0, other.1))
}
