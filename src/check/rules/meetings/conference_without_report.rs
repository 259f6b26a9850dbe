//! Conferences at which a group met and for which the record holds no report.

use crate::check::prelude::*;
use crate::document::meeting::MeetingKind;
use crate::document::report::Audience;
use crate::site::Via;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    meeting.kind.get().filter(|kind| **kind == MeetingKind::Conference)?;
    let date = entry.id.date().filter(|_| facts.site.took_place(entry))?;
    let group = facts.site.target(entry, "group")?;
    if facts.site.asked_of(group)?.conference_report != Some(true) || has_report(facts, entry, date) {
        return None;
    }
    let (who, age) = (name(group), facts.age(date));
    let message = format!("{who} met at a conference on {date}, {age} ago, and no report says what it showed there");
    let help = format!(
        "add `reports/{date}.md` with `audience = \"conference\"`, the past months under `## Done` and the next ones under \
            `## Planned`, and link to it from these minutes"
    );
    let finding = facts.at(entry, meeting.kind.span(), message).help(help);
    Some(citing_group(facts, group.group()?, "conference_report", finding))
}

/// Whether the minutes and a report refer to each other, or a report for a conference is from those weeks.
fn has_report(facts: &Facts, entry: &Entry, date: Date) -> bool {
    let is_report = |at: usize| facts.site.entries[at].kind() == Kind::Report;
    let refers = entry.edges.iter().any(|edge| edge.via == Via::Text && is_report(edge.to));
    let is_referred_to = entry.backlinks.iter().any(|link| is_report(link.from));
    let near = facts.site.profile.requirements.days("conference_report_days");
    let is_near = |day: &Date| near.is_none_or(|near| days_between(*day, date).abs() <= near);
    let of_those_weeks = facts.site.of_kind(Kind::Report).filter_map(|it| it.report()).any(|report| {
        let ends = report.period.get().and_then(|period| period.to.get());
        report.audience.get() == Some(&Audience::Conference)
            && [report.published.get(), ends].into_iter().flatten().any(is_near)
    });
    refers || is_referred_to || of_those_weeks
}
