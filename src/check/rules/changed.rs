//! What a change did to a record: its two versions, the steps that were added, edited or taken out, the ballots that were
//! touched, the values that differ.
//!
//! Everything is compared by what it means: values as they are parsed, references by whom they lead to, texts without white
//! space and without the destinations of their links.

use std::collections::HashSet;
use std::sync::Arc;

use toml::{Table, Value};

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::document::{Common, Event, Record};
use crate::fields::{At, Field, FieldRow, PERSON, Ref, Reference, Shape, Table as _, bit, look, toml_text};
use crate::id::{Kind, Naming};
use crate::markdown::MentionKind;
use crate::site::{Entry, Site, Voter};
use crate::text::{Date, Span};
use crate::workflow::Phase;

/// One record before and after the change.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub before: &'a Entry,
    pub after: &'a Entry,
}

/// The records that were there before and whose file the change touches; none without a base. Drafts are not part of it,
/// nor are pages, which anyone may rewrite. A record that was renamed is paired with what it was.
pub fn pairs<'a>(facts: &Facts<'a>) -> Vec<Pair<'a>> {
    let Some(base) = facts.base else { return Vec::new() };
    base.entries.iter().filter_map(|before| pair_of(facts, base, before)).collect()
}

/// The pair of a record of the site; `None` where [`pairs`] has none.
pub fn pair<'a>(facts: &Facts<'a>, entry: &Entry) -> Option<Pair<'a>> {
    let base = facts.base?;
    pair_of(facts, base, base.predecessor(entry)?).filter(|pair| pair.after.at == entry.at)
}

fn pair_of<'a>(facts: &Facts<'a>, base: &Site, before: &'a Entry) -> Option<Pair<'a>> {
    let site = facts.site;
    if !is_kept(before) {
        return None;
    }
    let same = site.at_path(&before.path).or_else(|| site.record(&before.id));
    // A record that was there already and takes in another one goes on as what it was.
    let is_new = |after: &&Entry| base.at_path(&after.path).is_none() && base.record(&after.id).is_none();
    let after = same.or_else(|| site.renamed(before).filter(is_new))?;
    let is_same = Arc::ptr_eq(&before.document, &after.document) || before.text == after.text;
    let pair = Pair { before, after };
    (!is_same && !after.is_draft() && !is_another_matter(facts, &pair)).then_some(pair)
}

/// Whether `entry` is a record that is to be kept: not a draft, not a page.
pub fn is_kept(entry: &Entry) -> bool {
    entry.kind() != Kind::Page && !entry.is_introduction() && !entry.is_draft()
}

/// Whether the number went from one matter to another: another file, another title, another beginning. Where the record
/// does not say how it began, its text must be another one.
pub fn is_another_matter(facts: &Facts, pair: &Pair) -> bool {
    let Pair { before, after } = *pair;
    let begins = |entry: &Entry| {
        let first = entry.status.as_ref().and_then(|status| status.steps.first());
        first.map(|step| (step.state.clone(), step.date))
    };
    before.kind().naming() == Naming::Numbered
        && before.path != after.path
        && before.stated_title() != after.stated_title()
        && match begins(before) {
            Some(beginning) => begins(after) != Some(beginning),
            None => text_change(facts, pair).is_some(),
        }
}

/// Whether a record of the base is gone: no record has its id, or it is a draft again. A record that is called by its name
/// or its day may be renamed when the new file has the old address in its `redirects`.
pub fn is_deleted(facts: &Facts, before: &Entry) -> bool {
    if facts.site.record(&before.id).is_some_and(|after| !after.is_draft()) {
        return false;
    }
    facts.site.renamed(before).is_none()
}

/// Whether a finding tells that a record of the base is gone, or that its number was given to another matter.
fn is_lost(facts: &Facts, before: &Entry) -> bool {
    let is_reused = || {
        let after = facts.site.record(&before.id).filter(|_| facts.site.at_path(&before.path).is_none());
        after.is_some_and(|after| {
            is_another_matter(facts, &Pair { before, after }) && facts.is_told("id-reused", &after.path)
        })
    };
    is_told_deleted(facts, before) || (is_kept(before) && is_reused())
}

/// Whether a finding tells that a record of the base is gone.
pub fn is_told_deleted(facts: &Facts, before: &Entry) -> bool {
    is_kept(before) && is_deleted(facts, before) && facts.is_told("record-deleted", &before.path)
}

/// Whether `text` led to a record of the base that the change deletes, so that the deletion is reported.
pub fn led_to_deleted(facts: &Facts, text: &str, kinds: u32) -> bool {
    let before = facts.base.and_then(|base| base.resolve(text, kinds).entry());
    before.is_some_and(|before| is_told_deleted(facts, before))
}

// Steps ---------------------------------------------------------------------------------------------------------------

/// What happened to the events of a record.
#[derive(Default)]
pub struct Steps<'a> {
    /// Events that stand there in another form, before and after.
    pub edited: Vec<(&'a At<Event>, &'a At<Event>)>,
    /// Events that are gone, each with the one of the head that stood before it.
    pub removed: Vec<(&'a At<Event>, Option<&'a At<Event>>)>,
    /// Events that say what they said, at another place among the others.
    pub moved: Vec<&'a At<Event>>,
    /// Events that are new, in their order.
    pub added: Vec<&'a At<Event>>,
    /// Those of the new ones that are dated before an event that was there already, with that event as it is now.
    pub backdated: Vec<(&'a At<Event>, &'a At<Event>)>,
}

/// The events of `pair`, aligned in their order. An event that could not be true, into a state that does not exist or on a
/// day that is yet to come, may be corrected or taken out, and events that stood against the order of their days may be put
/// into it: they are in none of the lists.
pub fn steps<'a>(facts: &Facts<'a>, pair: &Pair<'a>) -> Steps<'a> {
    let (before, after) = (pair.before.events(), pair.after.events());
    let same = aligned(before, after, |one, other| is_kept_event(facts, one, other));
    let moved = elsewhere(facts, before, after, &same);
    let mut found = Steps::default();
    let ends = same.iter().copied().chain([(before.len(), after.len())]);
    let (mut from_before, mut from_after) = (0, 0);
    for (to_before, to_after) in ends {
        let is_new = |at: &usize| !moved.iter().any(|(_, to)| to == at);
        let mut new: Vec<&At<Event>> = (from_after..to_after).filter(is_new).map(|at| &after[at]).collect();
        let is_gone = |at: &usize| !moved.iter().any(|(from, _)| from == at);
        for old in (from_before..to_before).filter(is_gone).map(|at| &before[at]) {
            let resembles = |it: &&At<Event>| it.to.get() == old.to.get() || it.date.get() == old.date.get();
            let place = new.iter().position(resembles).map(|at| new.remove(at));
            if !could_be_true(facts, pair, old) {
                continue;
            }
            match place {
                Some(it) => found.edited.push((old, it)),
                None => found.removed.push((old, after[..from_after].last())),
            }
        }
        found.added.extend(new);
        (from_before, from_after) = (to_before + 1, to_after + 1);
    }
    let is_put_right = is_in_order(after) && !is_in_order(before);
    found.moved = moved.iter().filter(|_| !is_put_right).map(|(_, at)| &after[*at]).collect();
    let there = same.iter().chain(&moved).map(|(_, at)| &after[*at]);
    let latest = there.filter(|event| event.date.get().is_some()).max_by_key(|event| event.date.get().copied());
    if let Some(latest) = latest {
        let is_earlier = |event: &&&At<Event>| event.date.get().is_some_and(|date| Some(date) < latest.date.get());
        found.backdated = found.added.iter().filter(is_earlier).map(|event| (*event, latest)).collect();
    }
    found
}

/// The steps of `pair`, as far as a finding tells what happened to them.
pub fn told_steps<'a>(facts: &Facts<'a>, pair: &Pair<'a>) -> Steps<'a> {
    let mut steps = steps(facts, pair);
    if !facts.is_told("history-edited", &pair.after.path) {
        steps = Steps { edited: Vec::new(), removed: Vec::new(), moved: Vec::new(), ..steps };
    }
    if !facts.is_told("backdated-event", &pair.after.path) {
        steps = Steps { backdated: Vec::new(), ..steps };
    }
    steps
}

/// The places of events that are not among the `same` and stand in both lists all the same.
fn elsewhere(facts: &Facts, before: &[At<Event>], after: &[At<Event>], same: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (was, is): (HashSet<usize>, HashSet<usize>) = same.iter().copied().unzip();
    let mut left: Vec<usize> = (0..after.len()).filter(|at| !is.contains(at)).take(DIFFERENT).collect();
    let gone = (0..before.len()).filter(|at| !was.contains(at)).take(DIFFERENT);
    gone.filter_map(|at| {
        let place = left.iter().position(|to| is_kept_event(facts, &before[at], &after[*to]))?;
        Some((at, left.remove(place)))
    })
    .collect()
}

fn is_in_order(events: &[At<Event>]) -> bool {
    events.iter().filter_map(|event| event.date.get()).is_sorted()
}

fn could_be_true(facts: &Facts, pair: &Pair, event: &Event) -> bool {
    let workflow = facts.site.profile.kind(pair.before.kind());
    let is_state = |to: &String| workflow.is_none_or(|workflow| workflow.state(to).is_some());
    event.to.get().is_none_or(is_state) && event.date.get().is_none_or(|date| *date <= facts.site.today)
}

/// Whether `after` says all that `before` said. What was not stated, or could not be read, may be filled in.
fn is_kept_event(facts: &Facts, before: &Event, after: &Event) -> bool {
    changes_of_event(facts, before, after).is_empty()
}

/// A value that was stated and is another one now: the key, what it was, what it is, where that stands.
pub struct Edited {
    pub key: &'static str,
    pub was: String,
    /// `None` when nothing is stated any more.
    pub is: Option<String>,
    pub span: Option<Span>,
}

/// The values of an event that changed, in the order of the manual.
pub fn changes_of_event(facts: &Facts, before: &Event, after: &Event) -> Vec<Edited> {
    [
        edited("to", &before.to, &after.to, String::clone),
        edited("date", &before.date, &after.date, Date::to_string),
        edited_reference(facts, "by", &before.by, &after.by),
        edited_reference(facts, "decision", &before.decision, &after.decision),
        edited("link", &before.link, &after.link, |link| link.0.clone()),
        edited("note", &before.note, &after.note, |note| collapsed(note)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn edited<T>(key: &'static str, before: &Field<T>, after: &Field<T>, shown: impl Fn(&T) -> String) -> Option<Edited> {
    let was = shown(before.get()?);
    let is = after.get().map(shown);
    (is.as_ref() != Some(&was)).then(|| Edited { key, was, is, span: after.span() })
}

fn edited_reference<const KINDS: u32>(
    facts: &Facts,
    key: &'static str,
    before: &Field<Ref<KINDS>>,
    after: &Field<Ref<KINDS>>,
) -> Option<Edited> {
    let found = edited(key, before, after, |reference| reference.0.clone())?;
    (!is_same_reference(facts, before, after)).then_some(found)
}

/// Whether a reference of the base and one of the head lead to the same record, however they are spelled and whatever it is
/// called now.
pub fn is_same_reference<const KINDS: u32>(
    facts: &Facts,
    before: &Field<Ref<KINDS>>,
    after: &Field<Ref<KINDS>>,
) -> bool {
    let (Some(was), Some(is)) = (before.get(), after.get()) else { return false };
    let meant = |side: Side, reference: &Ref<KINDS>| meant(facts, side, reference.as_str(), KINDS);
    was.0 == is.0 || meant(Side::Before, was).is_some_and(|was| Some(was) == meant(Side::After, is))
}

/// The two versions of a record.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

/// The record that `text` means, by what it is called now: its kind and its key. What leads nowhere on its own side may lead
/// somewhere on the other, so that words that did not change never count as changed because a record came or went.
fn meant<'a>(facts: &Facts<'a>, side: Side, text: &str, kinds: u32) -> Option<(Kind, &'a str)> {
    let called = |entry: &'a Entry| (entry.kind(), entry.id.canonical_key());
    let in_base = || {
        let before = facts.base?.resolve(text, kinds).entry()?;
        Some(called(facts.site.successor(before).unwrap_or(before)))
    };
    let in_head = || Some(called(facts.site.resolve(text, kinds).entry()?));
    match side {
        Side::Before => in_base().or_else(in_head),
        Side::After => in_head().or_else(in_base),
    }
}

/// The pairs of places at which the two lists agree: the longest such row, in its order. What both begin and end with is
/// set aside first, so that the work is in proportion to what differs.
fn aligned<T>(before: &[T], after: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    let first = before.iter().zip(after).take_while(|(one, other)| same(one, other)).count();
    let (rest_before, rest_after) = (&before[first..], &after[first..]);
    let last =
        rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(one, other)| same(one, other)).count();
    let between = between(&rest_before[..rest_before.len() - last], &rest_after[..rest_after.len() - last], &same);
    let ends = (0..last).rev().map(|back| (before.len() - 1 - back, after.len() - 1 - back));
    let between = between.into_iter().map(|(at, to)| (first + at, first + to));
    (0..first).map(|at| (at, at)).chain(between).chain(ends).collect()
}

/// Lists that differ in more places than this are another history: nothing of them is compared one by one.
const DIFFERENT: usize = 2_000;

fn between<T>(before: &[T], after: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    if before.len().max(after.len()) > DIFFERENT {
        return Vec::new();
    }
    let mut longest = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for at in (0..before.len()).rev() {
        for to in (0..after.len()).rev() {
            longest[at][to] = match same(&before[at], &after[to]) {
                true => longest[at + 1][to + 1] + 1,
                false => longest[at + 1][to].max(longest[at][to + 1]),
            };
        }
    }
    let (mut at, mut to, mut pairs) = (0, 0, Vec::new());
    while at < before.len() && to < after.len() {
        if same(&before[at], &after[to]) {
            pairs.push((at, to));
            (at, to) = (at + 1, to + 1);
        } else if longest[at + 1][to] >= longest[at][to + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    pairs
}

impl Steps<'_> {
    /// Whether `event` was edited or moved or is backdated.
    pub fn touch(&self, event: &At<Event>) -> bool {
        let is = |one: &At<Event>| std::ptr::eq(one, event);
        let is_moved = self.moved.iter().any(|it| is(it));
        is_moved || self.edited.iter().any(|(_, it)| is(it)) || self.backdated.iter().any(|(it, _)| is(it))
    }
}

/// Whether a finding about the change itself speaks of the step from `before` to `event`: one of the two was edited or
/// backdated, an event between them was taken out, or events changed places.
pub fn is_told_by_change(steps: &Steps, before: Option<&At<Event>>, event: &At<Event>) -> bool {
    let is = |one: &At<Event>, other: &At<Event>| std::ptr::eq(one, other);
    let gap_before = steps.removed.iter().any(|(_, stood_after)| match (stood_after, before) {
        (Some(stood_after), Some(before)) => is(stood_after, before),
        (None, None) => true,
        _ => false,
    });
    let is_shuffled = !steps.moved.is_empty();
    steps.touch(event) || before.is_some_and(|before| steps.touch(before)) || gap_before || is_shuffled
}

// Ballots -------------------------------------------------------------------------------------------------------------

/// Something on record about who agreed to what, or until when they may, that the change took out or altered.
pub struct Broken {
    /// Where it stands, or the place that it is missing from.
    pub span: Option<Span>,
    pub message: String,
    /// Whether it is a day that was promised, which may be moved the other way.
    pub is_window: bool,
}

/// Votes, objections, approvals, answers and outcomes that were there and are not any more, or not as they were, and times
/// to take part that were promised and get shorter.
pub fn ballots(facts: &Facts, pair: &Pair) -> Vec<Broken> {
    let mut broken = windows(facts, pair);
    if let (Some(before), Some(after)) = (pair.before.decision(), pair.after.decision()) {
        let counted = |it: &&At<crate::document::decision::Vote>| counts(facts, pair, it.span);
        let votes: Vec<_> = before.vote.items().iter().filter(counted).collect();
        broken.extend(kept(
            facts,
            pair,
            "vote",
            &votes,
            after.vote.items(),
            |it| &it.person,
            |was, is| {
                [
                    edited("value", &was.value, &is.value, |it| it.to_string()),
                    edited("date", &was.date, &is.date, Date::to_string),
                    edited("link", &was.link, &is.link, |link| link.0.clone()),
                ]
            },
        ));
        let dissent: Vec<_> = before.dissent.items().iter().collect();
        broken.extend(kept(
            facts,
            pair,
            "dissent",
            &dissent,
            after.dissent.items(),
            |it| &it.person,
            |was, is| {
                [
                    edited("text", &was.text, &is.text, |it| collapsed(it)),
                    edited("link", &was.link, &is.link, |link| link.0.clone()),
                    None,
                ]
            },
        ));
        let ends = [
            edited("outcome", &before.outcome, &after.outcome, |it| it.to_string())
                .filter(|it| !is_corrected(facts, pair, it)),
            edited("decided", &before.decided, &after.decided, Date::to_string)
                .filter(|_| before.decided.get().is_some_and(|day| *day <= facts.site.today)),
        ];
        broken.extend(ends.into_iter().flatten().map(|it| {
            let message = format!("the `{}` of {} {}", it.key, name(pair.after), in_words(&it));
            Broken { span: it.span, message, is_window: false }
        }));
    }
    if let (Some(before), Some(after)) = (pair.before.proposal(), pair.after.proposal()) {
        let approvals: Vec<_> = before.approval.items().iter().collect();
        broken.extend(kept(
            facts,
            pair,
            "approval",
            &approvals,
            after.approval.items(),
            |it| &it.person,
            |was, is| {
                [
                    edited("date", &was.date, &is.date, Date::to_string),
                    edited("link", &was.link, &is.link, |link| link.0.clone()),
                    None,
                ]
            },
        ));
        let answers: Vec<_> = before.consumer.items().iter().collect();
        broken.extend(kept(
            facts,
            pair,
            "answer",
            &answers,
            after.consumer.items(),
            |it| &it.organization,
            |was, is| {
                [
                    edited("verdict", &was.verdict, &is.verdict, |it| collapsed(it)),
                    edited("link", &was.link, &is.link, |link| link.0.clone()),
                    None,
                ]
            },
        ));
    }
    broken
}

/// The days between which others may take part, by kind: those that end the time, and those that begin it.
fn promised(kind: Kind) -> (&'static [&'static str], &'static [&'static str]) {
    match kind {
        Kind::Decision => (&["closes"], &["opened"]),
        Kind::Sow | Kind::Proposal => (&["comment.closes"], &["comment.opens"]),
        Kind::Rfp => (&["questions_until", "closes"], &[]),
        Kind::Bounty => (&["expires"], &[]),
        Kind::Survey => (&["closes"], &["opens"]),
        Kind::Meeting
        | Kind::Contractor
        | Kind::Service
        | Kind::Person
        | Kind::Organization
        | Kind::Group
        | Kind::Roadmap
        | Kind::Pledge
        | Kind::Report
        | Kind::Page => (&[], &[]),
    }
}

/// The days of `pair` that come sooner than was promised, so that people have less time than they were told, or had it at a
/// time when they could not know. Before a matter is put to others nothing is promised, and when it is over it is history.
fn windows(facts: &Facts, pair: &Pair) -> Vec<Broken> {
    let state = facts.base.and_then(|base| base.state(pair.before));
    let is_promised = state.is_none_or(|(workflow, state)| {
        let is_being_written = state.name == workflow.initial && state.phase == Phase::Open;
        !is_being_written && !workflow.is_terminal(&state.name)
    });
    if !is_promised {
        return Vec::new();
    }
    let (ends, begins) = promised(pair.before.kind());
    let keys = ends.iter().map(|key| (*key, true)).chain(begins.iter().map(|key| (*key, false)));
    keys.filter_map(|(key, is_end)| sooner(pair, key, is_end)).collect()
}

fn sooner(pair: &Pair, key: &str, is_end: bool) -> Option<Broken> {
    let was = look::field(pair.before.record.as_value(), key)?.value()?;
    let after = look::field(pair.after.record.as_value(), key);
    let (record, span) = (name(pair.after), after.and_then(|after| after.span()));
    let Some(is) = after.and_then(|after| after.value()) else {
        let message = format!("the `{key}` of {record} was `{}` and is gone", shown(was)?);
        return is_end.then_some(Broken { span, message, is_window: true });
    };
    // Times of one day are told apart where they are written in the same zone.
    let zone =
        |value: &dyn look::Value| value.text().and_then(|text| text.rsplit_once(' ')).map(|(_, zone)| zone.to_owned());
    let is_sooner = is.date()? < was.date()?
        || (is.date() == was.date() && zone(is).is_some() && zone(is) == zone(was) && is.text() < was.text());
    let message = format!("the `{key}` of {record} was moved from `{}` to `{}`", shown(was)?, shown(is)?);
    is_sooner.then_some(Broken { span, message, is_window: true })
}

/// A day or a time as messages write it.
fn shown(value: &dyn look::Value) -> Option<String> {
    value.text().map(str::to_owned).or_else(|| Some(value.date()?.to_string()))
}

/// Whether a vote of the base counted; one that did not may be taken out.
fn counts(facts: &Facts, pair: &Pair, vote: Span) -> bool {
    let tally = facts.base.and_then(|base| base.tally(pair.before));
    let voter = tally.as_ref().and_then(|tally| tally.voters.iter().find(|voter| voter.span == vote));
    voter.is_none_or(|voter| voter.is_member && !voter.is_repeated && is_in_time(pair, voter))
}

fn is_in_time(pair: &Pair, voter: &Voter) -> bool {
    let (Some(decision), Some(date)) = (pair.before.decision(), voter.date) else { return true };
    let fits = |field: &Field<Date>, fits: fn(Date, Date) -> bool| field.get().is_none_or(|day| fits(date, *day));
    fits(&decision.opened, |date, day| date >= day)
        && fits(&decision.closes, |date, day| date <= day)
        && fits(&decision.decided, |date, day| date <= day)
}

/// Whether an outcome that contradicted the votes is now the one that they give.
fn is_corrected(facts: &Facts, pair: &Pair, outcome: &Edited) -> bool {
    let tally = facts.base.and_then(|base| base.tally(pair.before));
    let implied = tally.and_then(|tally| tally.implied()).map(|implied| implied.to_string());
    implied.is_some_and(|implied| implied != outcome.was && Some(&implied) == outcome.is.as_ref())
}

/// What of `before` is gone from `after` or says something else there, each person's matched with the same person's.
fn kept<T, const KINDS: u32>(
    facts: &Facts,
    pair: &Pair,
    what: &str,
    before: &[&At<T>],
    after: &[At<T>],
    person: impl Fn(&T) -> &Field<Ref<KINDS>>,
    changes: impl Fn(&T, &T) -> [Option<Edited>; 3],
) -> Vec<Broken> {
    let mut left: Vec<&At<T>> = after.iter().collect();
    let mut broken = Vec::new();
    for was in before {
        let is_theirs = |it: &&At<T>| edited_reference(facts, "person", person(was), person(it)).is_none();
        let untouched = left.iter().position(|it| is_theirs(it) && changes(was, it).iter().all(Option::is_none));
        let place = untouched.or_else(|| left.iter().position(is_theirs));
        let record = name(pair.after);
        let Some(is) = place.map(|at| left.remove(at)) else {
            let whose = whose(facts, person(was));
            let span = after.first().map(|it| it.span);
            let message = format!("the {what} of {whose} was taken out of {record}");
            broken.push(Broken { span, message, is_window: false });
            continue;
        };
        broken.extend(changes(was, is).into_iter().flatten().map(|it| Broken {
            span: it.span.or(Some(is.span)),
            message: format!(
                "the `{}` in the {what} of {} on {record} {}",
                it.key,
                whose(facts, person(was)),
                in_words(&it)
            ),
            is_window: false,
        }));
    }
    broken
}

fn whose<const KINDS: u32>(facts: &Facts, person: &Field<Ref<KINDS>>) -> String {
    let entry = person.get().and_then(|person| facts.site.find(person));
    entry.map_or_else(|| format!("`{}`", person.text()), name)
}

/// `was changed from a to b`, `was a and is gone`.
pub fn in_words(edited: &Edited) -> String {
    match &edited.is {
        Some(is) => format!("was changed from `{}` to `{is}`", edited.was),
        None => format!("was `{}` and is gone", edited.was),
    }
}

/// Whether the change takes out or alters what a record has of votes and approvals, so that this is reported.
pub fn has_touched_ballot(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |it| !it.is_window)
}

/// Whether the change brings a promised day of a record forward, so that this is reported.
pub fn has_shorter_window(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |it| it.is_window)
}

/// Whether the change touches the votes of a decision, or the days between which they are given, so that this is reported.
pub fn has_touched_voting(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |_| true)
}

fn has_touched(facts: &Facts, entry: &Entry, what: impl Fn(&Broken) -> bool) -> bool {
    let is_touched = pair(facts, entry).is_some_and(|pair| ballots(facts, &pair).iter().any(what));
    is_touched && facts.is_told("history-edited", &entry.path)
}

/// Whether the change takes away a decision that `entry` rests on, so that this is reported.
pub fn has_lost_decision(facts: &Facts, entry: &Entry) -> bool {
    let Some((base, before)) = facts.base.and_then(|base| Some((base, base.record(&entry.id)?))) else { return false };
    let about = base.referring(before, Kind::Decision, "about");
    about.chain(base.targets(before, "event.decision")).any(|decision| is_lost(facts, decision))
}

// Values and text -----------------------------------------------------------------------------------------------------

/// A value in the front matter that differs.
pub struct Difference {
    /// `cost.amount`.
    pub key: String,
    /// Whether something was filled in: nothing was stated, or a gap or what was withheld is.
    pub is_filling: bool,
    /// Whether it is a link that leads elsewhere now.
    pub is_link: bool,
}

impl Difference {
    /// Whether it lies at one of `keys` or below.
    pub fn is_under<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> bool {
        let is_under =
            |key: &str| self.key.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        keys.into_iter().any(is_under)
    }

    /// Where the value stands in `entry`; `None` when it is gone.
    pub fn span(&self, entry: &Entry) -> Option<Span> {
        let outer = self.key.split('.').next().unwrap_or_default();
        let inner = look::field(entry.record.as_value(), &self.key).and_then(|field| field.span());
        inner.or_else(|| look::field(entry.record.as_value(), outer)?.span())
    }
}

/// The values that differ, in the order of the keys; empty when one of the two front matters cannot be read. Keys that are
/// free, and those that every record may say about itself, are left out.
pub fn differences(facts: &Facts, pair: &Pair) -> Vec<Difference> {
    let before = front(facts, Side::Before, pair.before);
    let (Some(before), Some(after)) = (before, front(facts, Side::After, pair.after)) else { return Vec::new() };
    let mut found = Vec::new();
    of_tables(&before, &after, "", &mut found);
    found.retain(|it| !it.is_under(Common::ROWS.iter().map(|row| row.key)));
    let rows = Record::rows(pair.after.kind());
    for it in &mut found {
        it.is_link = it.is_link && is_link(rows, &it.key);
    }
    found
}

/// The front matter of `entry`, with the record in the place of each reference that means one.
fn front(facts: &Facts, side: Side, entry: &Entry) -> Option<Table> {
    let span = entry.front?;
    let mut references: Vec<&Reference> = entry.references.iter().collect();
    references.sort_by_key(|reference| reference.span);
    let mut text = String::new();
    let mut end = span.start;
    for reference in references.into_iter().filter(|it| span.start <= it.span.start && it.span.end <= span.end) {
        let written = &entry.text[reference.span.range()];
        let is_whole = written.starts_with(['"', '\'']) && end <= reference.span.start;
        let Some(id) = meant(facts, side, &reference.text, reference.kinds).filter(|_| is_whole) else { continue };
        text.push_str(&entry.text[end..reference.span.start]);
        text.push_str(&toml_text(&spelled(id)));
        end = reference.span.end;
    }
    text.push_str(&entry.text[end..span.end]);
    toml::from_str(&text).ok()
}

/// An id in words that no other record shares.
fn spelled((kind, key): (Kind, &str)) -> String {
    format!("{kind}/{key}")
}

fn of_tables(before: &Table, after: &Table, outer: &str, found: &mut Vec<Difference>) {
    let mut keys: Vec<&String> = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))).collect();
    keys.retain(|key| !key.starts_with("x-"));
    for key in keys {
        let path = if outer.is_empty() { key.clone() } else { format!("{outer}.{key}") };
        of_values(before.get(key), after.get(key), path, found);
    }
}

fn of_values(before: Option<&Value>, after: Option<&Value>, key: String, found: &mut Vec<Difference>) {
    match (before, after) {
        (Some(Value::Table(before)), Some(Value::Table(after))) if !is_gap(before) => {
            of_tables(before, after, &key, found);
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) if holds_tables(before) && holds_tables(after) => {
            of_items(before, after, &key, found);
        }
        (Some(before), Some(after)) if is_same(before, after) => {}
        _ => {
            let is_gap = matches!(before, Some(Value::Table(table)) if is_gap(table));
            let is_link = before.is_some() && after.is_some();
            found.push(Difference { key, is_filling: before.is_none() || is_gap, is_link });
        }
    }
}

/// Items are the same when they are equal; of the others those with the same first value, such as their id, belong
/// together.
fn of_items(before: &[Value], after: &[Value], key: &str, found: &mut Vec<Difference>) {
    let mut left: Vec<&Value> = after.iter().collect();
    let mut gone: Vec<&Value> = Vec::new();
    for item in before {
        match left.iter().position(|it| is_same(item, it)) {
            Some(at) => drop(left.remove(at)),
            None => gone.push(item),
        }
    }
    for item in gone {
        let place = left.iter().position(|it| identity(it).is_some() && identity(it) == identity(item));
        match (item, place.map(|at| left.remove(at))) {
            (Value::Table(item), Some(Value::Table(it))) => of_tables(item, it, key, found),
            _ => found.push(Difference { key: key.to_owned(), is_filling: false, is_link: false }),
        }
    }
    found.extend(left.iter().map(|_| Difference { key: key.to_owned(), is_filling: false, is_link: false }));
}

/// What an item of a list is told apart by.
fn identity(item: &Value) -> Option<&Value> {
    ["id", "person", "area", "indicator", "from", "organization", "title"].iter().find_map(|key| item.get(key))
}

fn is_gap(table: &Table) -> bool {
    table.contains_key("unknown") || table.contains_key("withheld")
}

fn holds_tables(items: &[Value]) -> bool {
    items.iter().all(Value::is_table)
}

fn is_same(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::String(before), Value::String(after)) => collapsed(before) == collapsed(after),
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| is_same(before, after))
        }
        (Value::Table(before), Value::Table(after)) => {
            before.len() == after.len()
                && before.iter().all(|(key, value)| after.get(key).is_some_and(|it| is_same(value, it)))
        }
        _ => before == after,
    }
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the field at `path` holds links.
fn is_link(rows: &[FieldRow], path: &str) -> bool {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    let shape = rows.iter().find(|row| row.key == key).map(|row| (row.shape)());
    shape.is_some_and(|shape| holds_links(&shape, rest))
}

fn holds_links(shape: &Shape, rest: &str) -> bool {
    match shape {
        Shape::Link => rest.is_empty(),
        Shape::List(item) => holds_links(item, rest),
        Shape::Table(rows) => !rest.is_empty() && is_link(rows, rest),
        Shape::Either(shapes) => shapes.iter().any(|shape| holds_links(shape, rest)),
        Shape::Text
        | Shape::Date
        | Shape::Moment
        | Shape::Integer
        | Shape::Number
        | Shape::Boolean
        | Shape::Money
        | Shape::Objective
        | Shape::Reference(_)
        | Shape::Word(_)
        | Shape::Map(_)
        | Shape::Any => false,
    }
}

/// The line at which the text begins to say something else; `None` when it says the same.
pub fn text_change(facts: &Facts, pair: &Pair) -> Option<Span> {
    let before = wording(facts, Side::Before, pair.before);
    let after = wording(facts, Side::After, pair.after);
    let text = &pair.after.text;
    let same = before.iter().zip(&after).take_while(|((_, one), (_, other))| one == other).count();
    let at = match after.get(same) {
        Some((at, _)) => *at,
        None if before.len() == same => return None,
        None => text.trim_end().len(),
    };
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    Some(Span::new(start, start + text[start..end].trim_end().len()))
}

/// The letters of the text with their places, without white space and without the destinations of links. In the place of a
/// mention stands the record that it means. A task counts as the same whether or not it is done.
fn wording(facts: &Facts, side: Side, entry: &Entry) -> Vec<(usize, char)> {
    let destinations = entry.outline.links.iter().filter_map(|link| Some((link.destination_span?, None)));
    let body = entry.body();
    let marks = ["[x]", "[X]"].into_iter().flat_map(|mark| body.match_indices(mark)).map(|(at, _)| {
        let at = entry.body_start + at + 1;
        (Span::new(at, at + 1), None)
    });
    let mentions = entry.outline.mentions.iter().filter_map(|mention| {
        let id = match &mention.what {
            MentionKind::Record(id) => meant(facts, side, &id.to_string(), bit(id.kind)),
            MentionKind::Person(slug) => meant(facts, side, slug, PERSON),
            MentionKind::Issue(_) => None,
        };
        Some((mention.span, Some(spelled(id?))))
    });
    let mut replaced: Vec<(Span, Option<String>)> = destinations.chain(marks).chain(mentions).collect();
    replaced.sort_by_key(|(span, _)| *span);
    let mut letters = Vec::with_capacity(body.len());
    let mut end = entry.body_start;
    let as_written = |letters: &mut Vec<(usize, char)>, from: usize, to: usize| {
        let written = entry.text[from..to].char_indices().filter(|(_, letter)| !letter.is_whitespace());
        letters.extend(written.map(|(at, letter)| (from + at, letter)));
    };
    for (span, words) in &replaced {
        // What stands before the body, or in another replacement, is left out with it.
        if span.start >= end {
            as_written(&mut letters, end, span.start);
            letters.extend(words.iter().flat_map(|words| words.chars()).map(|letter| (span.start, letter)));
        }
        end = end.max(span.end);
    }
    as_written(&mut letters, end, entry.text.len());
    letters
}

// Substance -----------------------------------------------------------------------------------------------------------

/// Keys that say where a matter stands and who agreed, not what it is about.
const PROGRESS: [&str; 18] = [
    "event",
    "decision",
    "approval",
    "consumer",
    "vote",
    "dissent",
    "outcome",
    "decided",
    "closes",
    "comment",
    "meeting",
    "executed",
    "cost.status",
    "acceptance.met",
    "acceptance.evidence",
    "work_item.done",
    "blocked",
    "slo.result",
];

/// What a record is about that changed.
pub struct Substance {
    /// `its title`, `its text`.
    pub what: String,
    /// `None` when it is gone.
    pub span: Option<Span>,
}

/// The first thing that the record is about and that the change altered: a value that is not under `besides`, else the
/// text. Links that lead elsewhere do not count.
pub fn substance<'a>(facts: &Facts, pair: &Pair, besides: impl IntoIterator<Item = &'a str>) -> Option<Substance> {
    let besides: Vec<&str> = besides.into_iter().chain(PROGRESS).collect();
    let counts = |it: &Difference| !it.is_link && !it.is_under(besides.iter().copied());
    if let Some(it) = differences(facts, pair).into_iter().find(counts) {
        return Some(Substance { what: format!("its `{}`", it.key), span: it.span(pair.after) });
    }
    text_change(facts, pair).map(|span| Substance { what: "its text".to_owned(), span: Some(span) })
}
