//! What a change did to votes and approvals that were on record, and to the days until which people may give them.

use crate::document::decision::{Decision, Vote};
use crate::document::proposal::Proposal;
use crate::fields::look::{self, Look, Value};
use crate::fields::{At, Field, Ref};
use crate::id::Kind;
use crate::site::{Entry, Tally, Voter};
use crate::text::{Date, Span};
use crate::workflow::Phase;

use super::values::KeyEdit;
use super::{Sites, collapsed};

/// Something on record about who agreed to what, or until when they may, that the change took out or altered.
#[derive(Debug, Clone)]
pub enum BallotChange<'a> {
    /// What somebody said is gone.
    Removed {
        /// Which sort of ballot it was.
        what: BallotKind,
        /// Who had said it.
        by: Voice<'a>,
        /// The first of its kind that is left in the head; `None` when none is.
        place: Option<Span>,
    },
    /// What somebody said is another thing now.
    Edited {
        /// Which sort of ballot it is.
        what: BallotKind,
        /// Who said it.
        by: Voice<'a>,
        /// The one value that differs; a ballot that differs in several has a change for each.
        edit: KeyEdit,
        /// Where it is in the head.
        place: Span,
    },
    /// A vote that came in after it was decided.
    Late {
        /// Who is to have voted.
        by: Voice<'a>,
        /// Whether the same person had voted before it was decided.
        is_second: bool,
        /// Where it is in the head.
        place: Span,
    },
    /// What came of the votes, or the day on which it was decided, is another one, though neither was wrong.
    Result(KeyEdit),
    /// A day that was announced, between which others may take part, comes sooner or is gone.
    Sooner(KeyEdit),
}

/// What somebody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotKind {
    /// What somebody voted on a decision.
    Vote,
    /// An objection that somebody put on record against a decision.
    Dissent,
    /// An approval that somebody gave to a proposal.
    Approval,
    /// What an organization that would use a proposal answered to it.
    Answer,
}

impl BallotKind {
    /// As messages call it: `vote`.
    pub fn as_str(self) -> &'static str {
        match self {
            BallotKind::Vote => "vote",
            BallotKind::Dissent => "dissent",
            BallotKind::Approval => "approval",
            BallotKind::Answer => "answer",
        }
    }

    /// The key of the front matter that holds it: `vote`.
    pub fn key(self) -> &'static str {
        match self {
            BallotKind::Vote | BallotKind::Dissent | BallotKind::Approval => self.as_str(),
            BallotKind::Answer => "consumer",
        }
    }
}

/// Who said it.
#[derive(Debug, Clone, Copy)]
pub struct Voice<'a> {
    /// As written in the base; empty when nobody is stated.
    pub text: &'a str,
    /// The person or the organization in the head; `None` when there is none.
    pub entry: Option<&'a Entry>,
}

impl BallotChange<'_> {
    /// Whether it is a day that was announced, rather than what somebody said or what came of it.
    pub fn is_window(&self) -> bool {
        match self {
            BallotChange::Sooner(_) => true,
            BallotChange::Removed { .. }
            | BallotChange::Edited { .. }
            | BallotChange::Late { .. }
            | BallotChange::Result(_) => false,
        }
    }

    /// The key of the front matter that holds it: `vote`, `outcome`, `comment.closes`.
    pub fn key(&self) -> &'static str {
        match self {
            BallotChange::Removed { what, .. } | BallotChange::Edited { what, .. } => what.key(),
            BallotChange::Late { .. } => BallotKind::Vote.key(),
            BallotChange::Result(edit) | BallotChange::Sooner(edit) => edit.key,
        }
    }

    /// Where it is in the head, or the place that it is missing from; `None` when neither is there.
    pub fn span(&self) -> Option<Span> {
        match self {
            BallotChange::Removed { place, .. } => *place,
            BallotChange::Late { place, .. } => Some(*place),
            BallotChange::Edited { edit, place, .. } => edit.span.or(Some(*place)),
            BallotChange::Result(edit) | BallotChange::Sooner(edit) => edit.span,
        }
    }
}

/// Announced days that come sooner, then votes, objections, approvals, answers and outcomes that were there and are not any
/// more, or not as they were.
pub(super) fn ballots<'a>(sites: Sites<'a, '_>, before: &'a Entry, after: &'a Entry) -> Vec<BallotChange<'a>> {
    let mut found = windows(sites, before, after);
    if let (Some(was), Some(is)) = (before.decision(), after.decision()) {
        let tally = before.tally();
        found.extend(votes(sites, was, is, tally));
        found.extend(late(sites, was, is));
        found.extend(dissents(sites, was, is));
        found.extend(results(sites, was, is, tally));
    }
    if let (Some(was), Some(is)) = (before.proposal(), after.proposal()) {
        found.extend(approvals(sites, was, is));
        found.extend(answers(sites, was, is));
    }
    found
}

/// Votes that did not count may be taken out.
fn votes<'a>(
    sites: Sites<'a, '_>,
    before: &'a Decision,
    after: &'a Decision,
    tally: Option<&Tally>,
) -> Vec<BallotChange<'a>> {
    let counted = before.vote.items().iter().filter(|vote| counts(before, tally, vote.span)).collect();
    kept(
        sites,
        BallotKind::Vote,
        counted,
        after.vote.items(),
        |it| &it.person,
        |was, is| {
            vec![
                KeyEdit::of("value", &was.value, &is.value, |it| it.to_string()),
                KeyEdit::of("date", &was.date, &is.date, Date::to_string),
                KeyEdit::of("link", &was.link, &is.link, |link| link.0.clone()),
            ]
        },
    )
}

/// Votes that came in after it was decided, where the base has votes: those of people who gave fewer before.
fn late<'a>(sites: Sites<'a, '_>, before: &'a Decision, after: &'a Decision) -> Vec<BallotChange<'a>> {
    if before.outcome.get().is_none() || before.vote.items().is_empty() {
        return Vec::new();
    }
    let is_theirs = |one: &At<Vote>, other: &At<Vote>| one.person.text() == other.person.text();
    let had = |vote: &At<Vote>| {
        before
            .vote
            .items()
            .iter()
            .filter(|it| {
                KeyEdit::of_reference(sites, "person", &it.person, &vote.person).is_none() && it.person.get().is_some()
            })
            .count()
    };
    let is_last = |at: usize, vote: &At<Vote>| !after.vote.items()[at + 1..].iter().any(|it| is_theirs(it, vote));
    let has = |vote: &At<Vote>| after.vote.items().iter().filter(|it| is_theirs(it, vote)).count();
    let all = after.vote.items().iter().enumerate();
    let late = all.filter(|(at, vote)| vote.person.get().is_some() && is_last(*at, vote) && has(vote) > had(vote));
    late.map(|(_, vote)| BallotChange::Late {
        by: Voice { text: vote.person.text(), entry: vote.person.get().and_then(|person| sites.head.find(person)) },
        is_second: had(vote) > 0,
        place: vote.span,
    })
    .collect()
}

fn dissents<'a>(sites: Sites<'a, '_>, before: &'a Decision, after: &'a Decision) -> Vec<BallotChange<'a>> {
    let all = before.dissent.items().iter().collect();
    kept(
        sites,
        BallotKind::Dissent,
        all,
        after.dissent.items(),
        |it| &it.person,
        |was, is| {
            vec![
                KeyEdit::of("text", &was.text, &is.text, |it| collapsed(it)),
                KeyEdit::of("link", &was.link, &is.link, |link| link.0.clone()),
            ]
        },
    )
}

fn approvals<'a>(sites: Sites<'a, '_>, before: &'a Proposal, after: &'a Proposal) -> Vec<BallotChange<'a>> {
    let all = before.approval.items().iter().collect();
    kept(
        sites,
        BallotKind::Approval,
        all,
        after.approval.items(),
        |it| &it.person,
        |was, is| {
            vec![
                KeyEdit::of("date", &was.date, &is.date, Date::to_string),
                KeyEdit::of("link", &was.link, &is.link, |link| link.0.clone()),
            ]
        },
    )
}

fn answers<'a>(sites: Sites<'a, '_>, before: &'a Proposal, after: &'a Proposal) -> Vec<BallotChange<'a>> {
    let all = before.consumer.items().iter().collect();
    kept(
        sites,
        BallotKind::Answer,
        all,
        after.consumer.items(),
        |it| &it.organization,
        |was, is| {
            vec![
                KeyEdit::of("verdict", &was.verdict, &is.verdict, |it| it.as_str().to_owned()),
                KeyEdit::of("note", &was.note, &is.note, |it| collapsed(it)),
                KeyEdit::of("link", &was.link, &is.link, |link| link.0.clone()),
            ]
        },
    )
}

/// An outcome that contradicted the votes may be corrected to the one that they give, and so may a day of decision that is
/// yet to come.
fn results<'a>(
    sites: Sites<'a, '_>,
    before: &Decision,
    after: &Decision,
    tally: Option<&Tally>,
) -> impl Iterator<Item = BallotChange<'a>> {
    let implied = tally.and_then(Tally::implied).map(|implied| implied.to_string());
    let is_corrected = |outcome: &KeyEdit| {
        implied.as_ref().is_some_and(|implied| *implied != outcome.before && Some(implied) == outcome.after.as_ref())
    };
    let outcome = KeyEdit::of("outcome", &before.outcome, &after.outcome, |it| it.to_string());
    let outcome = outcome.filter(|it| !is_corrected(it));
    let is_over = before.decided.get().is_some_and(|day| *day <= sites.head.today);
    let decided = KeyEdit::of("decided", &before.decided, &after.decided, Date::to_string).filter(|_| is_over);
    [outcome, decided].into_iter().flatten().map(BallotChange::Result)
}

/// What of `before` is gone from `after` or says something else there, each person's matched with the same person's.
fn kept<'a, T, const KINDS: u32>(
    sites: Sites<'a, '_>,
    what: BallotKind,
    before: Vec<&'a At<T>>,
    after: &'a [At<T>],
    person: impl Fn(&T) -> &Field<Ref<KINDS>>,
    edits: impl Fn(&T, &T) -> Vec<Option<KeyEdit>>,
) -> Vec<BallotChange<'a>> {
    let mut left: Vec<&At<T>> = after.iter().collect();
    let mut found = Vec::new();
    for was in before {
        let is_theirs = |it: &&At<T>| KeyEdit::of_reference(sites, "person", person(was), person(it)).is_none();
        let untouched = left.iter().position(|it| is_theirs(it) && edits(was, it).iter().all(Option::is_none));
        let place = untouched.or_else(|| left.iter().position(is_theirs));
        let by = Voice {
            text: person(&was.value).text(),
            entry: person(was).get().and_then(|person| sites.head.find(person)),
        };
        let Some(is) = place.map(|at| left.remove(at)) else {
            found.push(BallotChange::Removed { what, by, place: after.first().map(|it| it.span) });
            continue;
        };
        let edited = edits(was, is).into_iter().flatten();
        found.extend(edited.map(|edit| BallotChange::Edited { what, by, edit, place: is.span }));
    }
    found
}

/// Whether a vote of the base counted.
fn counts(before: &Decision, tally: Option<&Tally>, vote: Span) -> bool {
    let voter = tally.and_then(|tally| tally.voters.iter().find(|voter| voter.span == vote));
    voter.is_none_or(|voter| voter.is_member && !voter.is_repeated && is_in_time(before, voter))
}

fn is_in_time(before: &Decision, voter: &Voter) -> bool {
    let Some(date) = voter.date else { return true };
    let fits = |field: &Field<Date>, fits: fn(Date, Date) -> bool| field.get().is_none_or(|day| fits(date, *day));
    fits(&before.opened, |date, day| date >= day)
        && fits(&before.closes, |date, day| date <= day)
        && fits(&before.decided, |date, day| date <= day)
}

/// The days between which others may take part, by kind: those that end the time, and those that begin it.
fn announced(kind: Kind) -> (&'static [&'static str], &'static [&'static str]) {
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

/// The days that come sooner than was announced, so that people have less time than they counted on, or had it at a time
/// when they could not know. Before a matter is put to others nothing is announced, and when it is over it is history.
fn windows<'a>(sites: Sites<'a, '_>, before: &Entry, after: &Entry) -> Vec<BallotChange<'a>> {
    let is_announced = sites.base.state(before).is_none_or(|(workflow, state)| {
        let is_being_written = state.name == workflow.initial && state.phase == Phase::Open;
        !is_being_written && !workflow.is_terminal(&state.name)
    });
    if !is_announced {
        return Vec::new();
    }
    let (ends, begins) = announced(before.kind());
    let keys = ends.iter().map(|key| (*key, true)).chain(begins.iter().map(|key| (*key, false)));
    keys.filter_map(|(key, is_end)| sooner(before, after, key, is_end)).map(BallotChange::Sooner).collect()
}

/// How the day at `key` comes sooner; `None` when it does not. A day that is gone counts when it ended the time.
fn sooner(before: &Entry, after: &Entry, key: &'static str, is_end: bool) -> Option<KeyEdit> {
    let was = look::field(before.record.as_value(), key)?.value()?;
    let after = look::field(after.record.as_value(), key);
    let edit =
        |after: Option<String>, span| Some(KeyEdit { key, before: written(was)?, after, span, is_withheld: false });
    let span = after.and_then(Look::span);
    let Some(is) = after.and_then(Look::value) else { return edit(None, span).filter(|_| is_end) };
    // Times of one day are told apart where they are written in the same zone.
    let zone = |value: &dyn Value| value.text().and_then(|text| text.rsplit_once(' ')).map(|(_, zone)| zone.to_owned());
    let is_sooner = is.date()? < was.date()?
        || (is.date() == was.date() && zone(is).is_some() && zone(is) == zone(was) && is.text() < was.text());
    if is_sooner { edit(Some(written(is)?), span) } else { None }
}

/// A day or a time as it is written.
fn written(value: &dyn Value) -> Option<String> {
    value.text().map(str::to_owned).or_else(|| Some(value.date()?.to_string()))
}
