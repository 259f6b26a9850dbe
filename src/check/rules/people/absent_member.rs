//! Members who have not come to the meetings of their group for long.

use crate::check::prelude::*;
use crate::site::current_members;

/// The keys by which a meeting says of somebody that they came, or why they did not.
const NAMES: [&str; 4] = ["present", "regrets", "guests", "host"];

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    // Where the profile says after how many days a seat counts as left, that is what counts.
    let most = facts.site.asked_of(entry).and_then(|asked| asked.absence_days).map(i64::from);
    let meetings = meetings(facts, entry);
    let may_be_theirs = |it: &Entry| it.is_unreadable("group");
    if facts.site.of_kind(Kind::Meeting).any(may_be_theirs) {
        return Vec::new();
    }
    let members = current_members(group, facts.site.today).into_values();
    let found = members.filter_map(|term| match most {
        None => missed_in_a_row(facts, entry, term, &meetings),
        Some(most) => {
            let finding = missed_for_days(facts, entry, term, &meetings, most)?;
            Some(citing_group(facts, group, "absence_days", finding))
        }
    });
    found.collect()
}

/// The past meetings of a group that took place and say who was there, in the order of their days. Minutes that name nobody
/// do not say who was absent.
fn meetings<'a>(facts: &Facts<'a>, group: &'a Entry) -> Vec<(Date, &'a Entry)> {
    let took_place = |meeting: &Meeting| meeting.cancelled.is_missing() && meeting.held.get() != Some(&false);
    let of_group = facts.site.referring(group, Kind::Meeting, "group");
    let held = of_group.filter(|entry| entry.meeting().is_some_and(took_place));
    let held = held.filter(|entry| entry.is_unreadable("present") || edges(entry, "present").next().is_some());
    let mut meetings: Vec<(Date, &Entry)> = held.filter_map(|entry| Some((entry.id.date()?, entry))).collect();
    meetings.retain(|(date, _)| *date <= facts.site.today);
    meetings.sort_by_key(|(date, _)| *date);
    meetings
}

/// Who was at none of the last meetings, and did not send regrets.
fn missed_in_a_row(facts: &Facts, group: &Entry, term: &At<Member>, meetings: &[(Date, &Entry)]) -> Option<Diagnostic> {
    let person = facts.site.find(term.person.get()?)?;
    let missed = facts.site.profile.requirements.number("absent_meetings")?;
    let last = &meetings[meetings.len().checked_sub(missed as usize)?..];
    let (since, _) = *last.first()?;
    let is_named = |meeting: &Entry| NAMES.iter().any(|it| meeting.is_unreadable(it) || names(meeting, it, person));
    if !term.period().has_begun(since) || last.iter().any(|(_, meeting)| is_named(meeting)) {
        return None;
    }
    let (who, group_name, missed) = (name(person), name(group), last.len());
    let message = format!(
        "{who} was at none of the last {missed} meetings of {group_name}, since {since}, and did not excuse themselves"
    );
    let help = "ask whether they want to stay; add the last day as `to` if not, or their name to `regrets` next time";
    Some(facts.at(group, term.person.span(), message).help(help))
}

/// Who missed every meeting for longer than `most` days, not who had none to come to: the days count until the last meeting.
fn missed_for_days(
    facts: &Facts,
    group: &Entry,
    term: &At<Member>,
    meetings: &[(Date, &Entry)],
    most: i64,
) -> Option<Diagnostic> {
    let (person, began) = (facts.site.find(term.person.get()?)?, *term.from.get()?);
    let seen = meetings
        .iter()
        .rev()
        .find(|(_, meeting)| meeting.is_unreadable("present") || names(meeting, "present", person))
        .map(|(date, _)| *date);
    let (since, from) = match seen.filter(|seen| *seen >= began) {
        Some(seen) => (seen, format!("since {seen}")),
        None => (began, format!("since the term began on {began}")),
    };
    let missed = meetings.iter().filter(|(date, _)| *date > since);
    let (last, meeting) = missed.clone().next_back()?;
    let absent = Some(days_between(since, *last)).filter(|absent| *absent > most)?;
    let missed_all = format!("{} missed every meeting of {} {from}", name(person), name(group));
    let message = format!("{missed_all}, {} in all, until that of {last}, {} later", missed.count(), days(absent));
    let help = format!(
        "ask them; after {} the others may vote to declare the seat vacant: then add `to` and the decision",
        days(most)
    );
    let present = meeting.meeting().and_then(|it| it.present.span());
    let finding = facts.at(group, term.person.span(), message).help(help);
    Some(finding.label(&meeting.path, present, "the last meeting without them"))
}

fn names(meeting: &Entry, key: &str, person: &Entry) -> bool {
    edges(meeting, key).any(|edge| edge.to == person.at)
}
