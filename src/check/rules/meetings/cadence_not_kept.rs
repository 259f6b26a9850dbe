//! What a group has agreed to do every so often, meetings, surveys and reports, and did not do in time.

use crate::check::prelude::*;
use crate::document::meeting::MeetingKind;
use crate::document::report::Report;
use crate::workflow::ReportRule;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_group = |group| gaps(facts, group).into_iter().chain(open_gap(facts, group)).chain(in_person(facts, group));
    let meetings = facts.site.of_kind(Kind::Group).flat_map(of_group);
    let requirements = &facts.site.profile.requirements;
    let surveys = requirements.days("survey_every_days").and_then(|limit| surveys(facts, limit));
    meetings.chain(surveys).chain(requirements.reports().iter().filter_map(|rule| reports(facts, rule))).collect()
}

// Meetings ------------------------------------------------------------------------------------------------------------

/// The gaps between two meetings that are too long.
fn gaps(facts: &Facts, group: &Entry) -> Vec<Diagnostic> {
    let meetings = facts.site.meetings_of(group);
    let between = meetings.clone().zip(meetings.skip(1)).filter_map(|((before, _), (date, entry))| {
        let gap = too_long(facts, group, before, date).filter(|_| !has_unclear_meeting(facts, before, date))?;
        let (who, length, agreed) = (name(group), days(days_between(before, date)), gap.agreed);
        let message = format!("{who} did not meet for {length}, from {before} to {date}; {agreed}");
        let help = "if there was a meeting in between, add it; if one was cancelled, add it with `cancelled = \
            \"why\"` and meet sooner next time";
        Some(facts.at(entry, None, message).help(help).cited(gap.clause))
    });
    between.collect()
}

/// The time since the last meeting, where it is too long.
fn open_gap(facts: &Facts, group: &Entry) -> Option<Diagnostic> {
    let (last, _) = facts.site.meetings_of(group).next_back()?;
    let gap = too_long(facts, group, last, facts.site.today)?;
    if has_unclear_meeting(facts, last, facts.site.today) {
        return None;
    }
    let age = facts.age(last);
    let message = format!("{} has not met since {last}, for {age}; {}", name(group), gap.agreed);
    let span = group.group().and_then(|it| it.meets_every.span());
    let help =
        "add the meetings that are missing below `meetings/`, or announce the next one with a file of its day there";
    Some(facts.at(group, span, message).about("meetings").help(help).cited(gap.clause))
}

/// Whether it could not be read of a meeting between the two days whose it is, or whether it took place.
fn has_unclear_meeting(facts: &Facts, before: Date, date: Date) -> bool {
    let is_between = |entry: &Entry| entry.id.date().is_some_and(|day| before < day && day <= date);
    let is_unclear = |entry: &Entry| entry.is_unreadable_at(&["group", "held", "cancelled"]);
    facts.site.of_kind(Kind::Meeting).any(|entry| is_between(entry) && is_unclear(entry))
}

struct Gap<'a> {
    /// `it means to meet every 14 days`.
    agreed: String,
    clause: Option<&'a str>,
}

/// The limit that the days from `before` to `date` are beyond: that of the profile on the day of the earlier meeting,
/// else twice what the group itself says, so that one meeting may fall out.
fn too_long<'a>(facts: &Facts<'a>, group: &Entry, before: Date, date: Date) -> Option<Gap<'a>> {
    let rule = facts.site.asked_of(group).and_then(|asked| asked.meeting_on(before));
    let of_profile = rule.and_then(|rule| {
        let limit = i64::from(rule.at_most_days?);
        Some((limit, Gap { agreed: format!("at most {} are agreed", days(limit)), clause: rule.clause.as_deref() }))
    });
    let of_group = || {
        let every = i64::from(*group.group()?.meets_every.get()?);
        Some((2 * every, Gap { agreed: format!("it means to meet every {}", days(every)), clause: None }))
    };
    let (limit, gap) = of_profile.or_else(of_group)?;
    (days_after(before, limit) < date).then_some(gap)
}

/// Too few meetings in person in the last year that is over and that the record covers whole: the group met before it or
/// early in it, and later than it or late in it.
fn in_person(facts: &Facts, group: &Entry) -> Option<Diagnostic> {
    let wanted = facts.site.asked_of(group)?.in_person_per_year.filter(|wanted| *wanted > 0)? as usize;
    let mut meetings = facts.site.meetings_of(group);
    let (first, last) = (meetings.clone().next()?.0, meetings.next_back()?.0);
    let year = facts.site.today.year() - 1;
    let is_covered = (first.year() < year || (first.year() == year && first.month() <= 3))
        && (last.year() > year || (last.year() == year && last.month() >= 10));
    let is_in_person = |entry: &Entry| {
        let kind = entry.meeting().and_then(|meeting| meeting.kind.get());
        matches!(kind, Some(MeetingKind::InPerson | MeetingKind::Conference)) || entry.is_unreadable("kind")
    };
    let of_year = facts.site.meetings_of(group).filter(|(date, entry)| date.year() == year && is_in_person(entry));
    let met = of_year.count();
    if !is_covered || met >= wanted {
        return None;
    }
    let times = match met {
        0 => "not once".to_owned(),
        1 => "once".to_owned(),
        several => format!("{several} times"),
    };
    let message = format!("{} met in person {times} in {year}; {wanted} meetings a year are agreed", name(group));
    let help = "add the meetings that are missing below `meetings/`, with `kind = \"in-person\"` or `\"conference\"`; if none was possible, \
        let a waiver say why";
    let span = group.group().and_then(|it| it.meets_every.span().or_else(|| it.name.span()));
    let finding = facts.at(group, span, message).about("meetings in person").help(help);
    Some(citing_group(facts, group.group()?, "in_person_per_year", finding))
}

// Surveys and reports -------------------------------------------------------------------------------------------------

/// Records of which one is due every so many days.
struct Series<'a> {
    /// `report to the board`.
    what: &'a str,
    /// What happened on the last day of such a record: `closed on`.
    ended: &'static str,
    limit: i64,
    /// The requirement of the profile.
    requirement: &'static str,
}

/// A record of a series with its last day and the place of that; `None` where it states none.
type Dated<'a> = (Option<Date>, &'a Entry, Option<Span>);

fn surveys(facts: &Facts, limit: i64) -> Option<Diagnostic> {
    let surveys = facts.site.of_kind(Kind::Survey).filter_map(|entry| Some((entry, &entry.survey()?.closes)));
    let dated = surveys.map(|(entry, closes)| (closes.get().copied(), entry, closes.span()));
    let series = Series { what: "survey", ended: "closed on", limit, requirement: "survey_every_days" };
    overdue(facts, &series, dated, |_| "add `surveys/….md` with the days on which the next one is open".to_owned())
}

fn reports(facts: &Facts, rule: &ReportRule) -> Option<Diagnostic> {
    let reports = facts.site.of_kind(Kind::Report).filter_map(|entry| Some((entry, entry.report()?)));
    let is_for = |report: &Report| report.audience.get().is_some_and(|it| it.as_str() == rule.audience);
    let dated = reports.filter(|(_, report)| is_for(report)).map(|(entry, report)| {
        // The last day that it covers, or that it came out.
        let ends = report.period.get().and_then(|period| period.to.get());
        let day = ends.or_else(|| report.published.get()).copied();
        (day, entry, report.period.span().or_else(|| report.audience.span()))
    });
    let (what, limit) = (&*format!("report to the {}", rule.audience), i64::from(rule.every_days));
    let series = Series { what, ended: "covers the time until", limit, requirement: "reports" };
    overdue(facts, &series, dated, |since| {
        format!(
            "add `reports/….md` with `audience = \"{}\"` and `period = {{ from = {since}, to = … }}`, what was done and \
                what is planned",
            rule.audience
        )
    })
}

/// `help` says what to add, by the first day that it should cover.
fn overdue<'a>(
    facts: &Facts,
    series: &Series,
    records: impl Iterator<Item = Dated<'a>>,
    help: impl Fn(Date) -> String,
) -> Option<Diagnostic> {
    let Series { what, ended, limit, requirement } = *series;
    let (facts, agreed) = (facts.with_limit(limit), format!("one every {} is agreed", days(limit)));
    let finding = match records.max_by_key(|(day, ..)| *day) {
        Some((day, entry, span)) => {
            // One without its days is another finding.
            let day = day?;
            let (record, age) = (name(entry), facts.overdue(day)?);
            let message = format!("the last {what}, {record}, {ended} {day}, {age} ago; {agreed}");
            facts.at(entry, span, message).help(help(days_after(day, 1)))
        }
        None => {
            let begins = first_day(facts.site)?;
            let age = facts.overdue(begins)?;
            let message = format!("the record begins on {begins}, {age} ago, and holds no {what}; {agreed}");
            in_configuration(&facts, None, message).about(what).help(help(begins))
        }
    };
    Some(citing(&facts, requirement, finding))
}
