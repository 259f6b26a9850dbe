//! Years in which a group met in person less often than it means to.

use crate::check::prelude::*;
use crate::check::rules::gatherings::of_groups;
use crate::document::meeting::MeetingKind;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_groups = of_groups(facts.site);
    of_groups.iter().filter_map(|(at, meetings)| of_group(facts, &facts.site.entries[*at], meetings)).collect()
}

/// The last year that is over and that the record covers whole: the group met before it or early in it, and later than it.
fn of_group(facts: &Facts, group: &Entry, meetings: &[(Date, &Entry)]) -> Option<Diagnostic> {
    let (key, asked) = asked_of(facts.site, group)?;
    let wanted = asked.in_person_per_year.filter(|wanted| *wanted > 0)? as usize;
    let (first, last) = (meetings.first()?.0, meetings.last()?.0);
    let year = facts.site.today.year() - 1;
    let is_covered = (first.year() < year || (first.year() == year && first.month() <= 3))
        && (last.year() > year || (last.year() == year && last.month() >= 10));
    let in_person = meetings.iter().filter(|(date, entry)| {
        let kind = entry.meeting().and_then(|meeting| meeting.kind.get());
        date.year() == year && matches!(kind, Some(MeetingKind::InPerson | MeetingKind::Conference))
    });
    let met = in_person.count();
    if !is_covered || met >= wanted {
        return None;
    }
    let times = match met {
        0 => "not once".to_owned(),
        1 => "once".to_owned(),
        several => format!("{several} times"),
    };
    let message = format!("{} met in person {times} in {year}; {wanted} meetings a year are agreed", name(group));
    let help = "add the meetings that are missing, with `kind = \"in-person\"` or `\"conference\"`; if none was possible, \
        let a waiver say why";
    let span = group.group().and_then(|it| it.meets_every.span().or_else(|| it.name.span()));
    Some(citing(facts, &format!("{key}.in_person_per_year"), facts.at(group, span, message).help(help)))
}
