//! A group: members, seats and duties, the chairs that nobody sits on, and what belongs to it.

use crate::document::group::{Duty, Group, Member};
use crate::fields::{At, PERSON, Ref};
use crate::site::DutyToday;
use crate::site::agenda::Why;

use super::*;

impl OfKind for Group {
    const HEADING: Word = words::GROUP;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] = &["group", "parent", "owner", "holders", "donor"];
    const COLUMNS: &'static [Column<Group>] = &[
        Column::<Group>::text(words::SORT, field!(r#type)).alone(),
        Column::number(words::MEMBERS, |view, entry, _| number(view.site.members_on(entry, view.site.today).count())),
        Column::text(words::CHAIR, |view, entry, _| {
            let chairs = view.site.role_holders("chair", Some(entry), view.site.today);
            chairs.into_iter().map(|person| view.record_link(person)).collect()
        }),
    ];
    const FACTS: &'static [Fact<Group>] = &[
        (words::SORT, field!(r#type)),
        (words::PART_OF, field!(parent)),
        (words::CHARTER, field!(charter)),
        (words::CONTACT, field!(contact)),
        (words::DECIDES_BY, field!(decision_mode)),
        (words::QUORUM, field!(quorum)),
        (words::MEETS_EVERY, |view, _, it| view.days(&it.meets_every)),
        (words::DISSOLVES_WHEN, field!(dissolves_when)),
    ];

    fn before(view: &View, entry: &Entry, it: &Group) -> Vec<Option<Block>> {
        vec![
            Some(view.queue(entry, words::WAITS_HERE).unwrap_or_else(|| {
                Block::empty("queue", words::WAITS_HERE, &words::NOTHING_WAITS_HERE)
            })),
            view.coming(entry),
            next_meeting(view, entry),
            vacancies(view, it),
            duties(view, entry),
            Some(members(view, it)),
            seats(view, it),
            former_members(view, it),
            past_duties(view, it),
        ]
    }

    fn after(view: &View, entry: &Entry, _: &Group) -> Vec<Option<Block>> {
        vec![
            view.related(entry, "parts", words::SUB_GROUPS, &[(Kind::Group, "parent")]),
            view.related(entry, "owns", words::ANSWERS_FOR, &[(Kind::Service, "owner")]),
            view.pledges_of(entry),
        ]
    }
}

/// When the group meets next, and what is on the agenda: what the record of the meeting has, then what the record as a whole
/// adds to it. What waits here stands in a list of its own.
fn next_meeting(view: &View, entry: &Entry) -> Option<Block> {
    let announced = view.site.next_meeting(entry);
    if let Some(end) = view.site.config.record_until.get().copied() {
        view.site.meetings_of(entry).next()?;
        let last = announced.map_or(end, |(day, _)| day.max(end));
        let none = words::no_meeting_after(words::long_date(last));
        return Some(Block::empty("meeting", words::NEXT_MEETING, &none));
    }
    let (day, record) = announced.or_else(|| Some((view.site.usual_next_meeting(entry)?, None)))?;
    let meeting = record.and_then(|record| Some((record, record.meeting()?)));
    let written = meeting.iter().flat_map(|(_, it)| it.agenda.items()).map(|point| Part::text(point.title.text()));
    let points = view.site.agenda_for(entry, day);
    let (due, others): (Vec<_>, Vec<_>) = points.iter().partition(|point| matches!(point.why, Why::Due(_)));
    let others = others.into_iter().filter(|point| !matches!(point.why, Why::Waits(_)));
    let others = others.filter_map(|point| point.about).map(|about| view.record_link(about));
    let due = due.into_iter().flat_map(|point| match &point.why {
        Why::Due(actions) => actions.iter().map(|action| view.due(action)).collect(),
        Why::Decision(_) | Why::LeftOver(..) | Why::Waits(_) => Vec::new(),
    });
    let when = match (meeting, announced) {
        (Some((record, it)), _) => [view.record_link(record)].into_iter().chain(view.hours(it).map(|it| it.part)).collect(),
        (None, Some(_)) => vec![Part::text(words::long_date(day))],
        (None, None) => vec![Part::text(words::usual_meeting(words::long_date(day)))],
    };
    let lines = [
        (words::WHEN, when),
        (words::AGENDA, written.collect::<Vec<_>>()),
        (words::ALSO_BEFORE_IT, others.collect()),
        (words::DUE_BY_THEN, due.collect()),
    ];
    let lines = lines.into_iter().filter(|(_, parts)| !parts.is_empty());
    Block::listed("meeting", words::NEXT_MEETING, "chairs", lines.map(|(label, parts)| labelled(label, parts)).collect())
}

/// Roles for which somebody is sought.
fn vacancies(view: &View, group: &Group) -> Option<Block> {
    let chair = |role: &str, there: usize, wanted: u32| {
        let text = if there == 0 { words::NOBODY_HAS_IT.to_string() } else { words::there_of(there, wanted) };
        labelled(capitalised(role), vec![Part::empty(text)])
    };
    let vacancies = view.site.vacancies(group).into_iter();
    let chairs = vacancies.map(|(rule, there)| chair(&rule.role, there, rule.min.unwrap_or_default())).collect();
    Block::listed("vacancies", words::SOMEBODY_IS_SOUGHT, "chairs", chairs)
}

/// Those who are members today, and those who will be.
fn members(view: &View, group: &Group) -> Block {
    let is_former = |term: &&At<Member>| term.period().has_ended(view.site.today);
    let now = group.member.items().iter().filter(|term| !is_former(term)).collect();
    let block = terms(view, "members", words::MEMBERS, now);
    block.unwrap_or_else(|| Block::empty("members", words::MEMBERS, &words::NO_MEMBERS))
}

/// Those whose term is over, the latest first.
fn former_members(view: &View, group: &Group) -> Option<Block> {
    let is_former = |term: &&At<Member>| term.period().has_ended(view.site.today);
    let mut former: Vec<&At<Member>> = group.member.items().iter().filter(is_former).collect();
    former.sort_by_key(|term| std::cmp::Reverse(term.to.get().copied()));
    let count = Some(former.len());
    let block = terms(view, "members-before", words::FORMER_MEMBERS, former)?;
    Some(Block { count, folded: Some(words::SHOW_THEM), ..block })
}

fn terms(view: &View, id: &str, title: Word, members: Vec<&At<Member>>) -> Option<Block> {
    let term = |member: &Member| {
        let stated = || Part::text(words::period(member.from.get().copied(), member.to.get().copied()));
        vec![member.from.unknown().map_or_else(stated, Part::unknown)]
    };
    Block::lean_table(
        id,
        title,
        members,
        &[
            (words::WHO, &|it| view.show(&it.person)),
            (words::ROLE, &|it| view.show(&it.role)),
            (words::SEAT, &|it| view.show(&it.seat)),
            (words::TERM, &|it| term(it)),
            (words::PROPOSED_BY, &|it| view.field(&it.nominated_by, |by| vec![view.record_or_words(by)])),
            (words::CONFIRMED_BY, &|it| view.show(&it.confirmed_by)),
        ],
    )
}

fn seats(view: &View, group: &Group) -> Option<Block> {
    let taken = |kind: &str| {
        let is_on_seat = |it: &&At<Member>| it.seat.text() == kind && it.period().holds(view.site.today);
        number(group.member.items().iter().filter(is_on_seat).count())
    };
    Block::table(
        "seats",
        words::SEATS,
        group.seat.items(),
        &[
            (words::SORT, &|it| view.show(&it.kind)),
            (words::TAKEN_TODAY, &|it| taken(it.kind.text())),
            (words::AT_LEAST, &|it| view.show(&it.min)),
            (words::AT_MOST, &|it| view.show(&it.max)),
        ],
    )
}

/// Who has which duty, with the chairs that nobody sits on: those that the profile asks for are there in any case.
fn duties(view: &View, entry: &Entry) -> Option<Block> {
    let duties = view.site.duties(entry);
    let asks_deputies = view.site.asked_of(entry).is_some_and(|asked| asked.duty_deputies == Some(true));
    let lacks_deputy = |duty: &DutyToday| asks_deputies && duty.holders().len() == 1 && duty.deputies().is_empty();
    fn written(duty: &DutyToday, show: impl Fn(&Duty) -> Vec<Part>) -> Vec<Part> {
        duty.written.map_or_else(Vec::new, |it| show(it))
    }
    let block = Block::lean_table(
        "duties",
        words::DUTIES,
        &duties,
        &[
            (words::DUTY, &|duty| {
                vec![Part::noted(capitalised(duty.area), duty.rule.map(|rule| rule.meaning.clone()))]
            }),
            (words::HOLDERS, &|duty| holders(view, duty)),
            (words::DEPUTIES, &|duty| match lacks_deputy(duty) {
                true => vec![Part::empty(words::NO_DEPUTY)],
                false => written(duty, |it| view.show(&it.deputies)),
            }),
            (words::SINCE, &|duty| written(duty, |it| view.show(&it.since))),
            (words::GIVEN_BY, &|duty| given_by(view, entry, duty)),
            (words::AUTHORITY, &|duty| written(duty, |it| view.show(&it.authority))),
            (words::CONTACT, &|duty| match duty.lacks_contact() {
                true => vec![Part::empty(words::NO_CONTACT)],
                false => written(duty, |it| view.show(&it.contact)),
            }),
        ],
    )?;
    Some(Block { note: Some(sum_of_duties(&duties, lacks_deputy)), ..block })
}

/// `3 of 5 duties have a holder. Vacant: releases, security.`
fn sum_of_duties(duties: &[DutyToday], lacks_deputy: impl Fn(&DutyToday) -> bool) -> String {
    let held = duties.iter().filter(|duty| !duty.is_vacant() && duty.not_applicable().is_none()).count();
    let areas = |is: &dyn Fn(&&DutyToday) -> bool| {
        duties.iter().filter(is).map(|duty| duty.area).collect::<Vec<_>>().join(", ")
    };
    let gaps = [
        (areas(&|duty| duty.is_vacant()), (|areas| words::vacant_areas(areas)) as fn(&str) -> String),
        (areas(&|duty| duty.not_applicable().is_some()), |areas| words::not_needed_areas(areas)),
        (areas(&|duty| lacks_deputy(duty)), |areas| words::no_deputy_for_areas(areas)),
    ];
    let gaps = gaps.into_iter().filter(|(areas, _)| !areas.is_empty()).map(|(areas, sentence)| sentence(&areas));
    std::iter::once(words::duties_held(held, duties.len())).chain(gaps).collect::<Vec<_>>().join(" ")
}

/// Who gave the duty away, and by which decision; a lead may keep it.
fn given_by(view: &View, group: &Entry, duty: &DutyToday) -> Vec<Part> {
    let Some(written) = duty.written else { return Vec::new() };
    let given: Vec<Part> = view.show(&written.delegated_by).into_iter().chain(view.show(&written.decision)).collect();
    let leads = view.site.final_say(group, view.site.today);
    let is_lead = |holder: &At<Ref<PERSON>>| {
        view.site.find(&holder.value).is_some_and(|it| leads.iter().any(|lead| lead.at == it.at))
    };
    let is_kept = !duty.holders().is_empty() && duty.holders().iter().all(is_lead);
    match given.is_empty() && is_kept {
        true => vec![Part::text(words::KEPT_BY_THE_LEAD)],
        false => given,
    }
}

fn holders(view: &View, duty: &DutyToday) -> Vec<Part> {
    if let Some(reason) = duty.not_applicable() {
        return vec![Part::noted(words::NOT_NEEDED, Some(reason.to_owned()))];
    }
    match duty.written {
        Some(it) if !duty.is_vacant() || it.holders.withheld().is_some() => view.show(&it.holders),
        written => {
            let reason = written.and_then(|it| it.holders.unknown()).map(|gap| gap.reason.clone());
            vec![Part { note: reason, ..Part::empty(words::NOBODY) }]
        }
    }
}

/// Those who had a duty and passed it on, the latest first.
fn past_duties(view: &View, group: &Group) -> Option<Block> {
    let is_past = |duty: &&At<Duty>| duty.until.get().is_some_and(|until| *until < view.site.today);
    let mut past: Vec<&At<Duty>> = group.duty.items().iter().filter(is_past).collect();
    past.sort_by_key(|duty| std::cmp::Reverse(duty.until.get().copied()));
    let block = Block::lean_table(
        "duties-before",
        words::DUTIES_BEFORE,
        past,
        &[
            (words::DUTY, &|it| view.field(&it.area, |area| vec![Part::text(capitalised(area))])),
            (words::HOLDERS, &|it| view.show(&it.holders)),
            (words::WHEN, &|it| vec![Part::text(words::period(it.since.get().copied(), it.until.get().copied()))]),
            (words::GIVEN_BY, &|it| view.show(&it.delegated_by)),
        ],
    )?;
    Some(Block { folded: Some(words::SHOW_THEM), ..block })
}
