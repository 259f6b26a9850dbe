//! What happened, in a sentence: for the home page, the history of a record and the feeds.

use crate::document::decision::{Mode, Outcome};
use crate::id::Kind;
use crate::site::{Activity, DayAhead, Entry, OnTheDay, Site, Step};
use crate::text::{capitalised, list};
use crate::words;
use crate::workflow::Means;

use super::part::{called, closed, counted};
use super::strip::ends;

/// `SOW-0001 Infrastructure administrator: board review`.
pub(crate) fn headline(entry: &Entry, activity: &Activity) -> String {
    words::headline(called(entry), &activity.what)
}

/// `The board decided: Macs for pre-merge testing was accepted, 5 yes, 1 no.`
pub(crate) fn sentence(site: &Site, entry: &Entry, activity: &Activity) -> String {
    let Some(step) = activity.step.and_then(|at| entry.status.as_ref()?.steps.get(at)) else {
        return words::record_was_published(&entry.title);
    };
    format!("{} {}", subject(entry), outcome(site, entry, step, &activity.what))
}

fn subject(entry: &Entry) -> String {
    if entry.kind() == Kind::Meeting { entry.title.clone() } else { words::quoted(&entry.title) }
}

/// What became of the record, after its title: `was accepted, 5 yes, 1 no.`
pub(crate) fn outcome(site: &Site, entry: &Entry, step: &Step, state: &str) -> String {
    let (in_english, state) = (state, words::of_profile(state));
    let by = step.by.as_ref().map(|by| words::by_whom(name(site, by))).unwrap_or_default();
    let note = step
        .note
        .as_ref()
        .filter(|note| !note.contains("://"))
        .map(|note| format!(" {}", closed(note)))
        .unwrap_or_default();
    match (entry.kind(), step.means) {
        (Kind::Meeting, Some(Means::Done)) => {
            let present = entry
                .edges
                .iter()
                .filter(|edge| matches!(&edge.via, crate::site::Via::Key(key) if **key == *"present"));
            let people = present.map(|edge| edge.to).collect::<std::collections::BTreeSet<_>>().len();
            match people {
                0 => words::WAS_HELD.to_string(),
                people => words::was_held_by(people),
            }
        }
        (Kind::Meeting, Some(Means::Withdrawn)) => words::was_cancelled(note),
        (Kind::Decision, Some(Means::Open)) => words::was_put_to(words::of_profile(&site.group_called(entry))),
        (Kind::Decision, Some(Means::Done)) => match step.link.as_ref().and_then(|link| site.named(link)) {
            Some(record) => words::was_carried_out_by(called(record)),
            None => words::WAS_CARRIED_OUT.to_string(),
        },
        (Kind::Decision, Some(means @ (Means::Approved | Means::Refused | Means::Undecided))) => {
            let tally = entry.tally().filter(|tally| !tally.voters.is_empty());
            let votes = tally.map(|tally| format!(", {}", counted(tally))).unwrap_or_default();
            let later = entry.status.iter().flat_map(|status| &status.steps).find(|it| !it.is_dated);
            let carried_out = later.map_or("", |_| words::WAS_CARRIED_OUT_SOME_DAY.text());
            match means == Means::Undecided {
                true => words::found_no_consensus(votes, carried_out),
                false => words::was_decided(state, votes, carried_out),
            }
        }
        // States are mostly called by what was done: the proposal was submitted.
        _ if is_first(entry, step) && !in_english.ends_with("ed") => words::was_opened_as(state, by, note),
        _ if is_first(entry, step) => words::was_done(state, by, note),
        _ => words::moved_to(state, by, note),
    }
}

/// How a decision ended, by whom, when and how many: `The board accepted it on 8 May 2026, 5 to 1. It was carried out on 11
/// May 2026.` `None` for other kinds, and as long as it is open.
pub(crate) fn decided(site: &Site, entry: &Entry) -> Option<String> {
    let decision = entry.decision()?;
    if let (Some(_), true) = (decision.outcome.unknown(), decision.decided.is_missing()) {
        return Some(words::OUTCOME_NOT_RECORDED.to_string());
    }
    let outcome = *decision.outcome.get()?;
    let day = match decision.decided.get() {
        Some(day) => words::on_the_day(words::long_date(*day)),
        None => words::ON_A_DAY_UNKNOWN.to_string(),
    };
    let whom = capitalised(&words::of_profile(&site.group_called(entry)));
    let votes = votes(entry, outcome);
    let sentence = match outcome {
        Outcome::Accepted => words::accepted_it(whom, day, votes),
        Outcome::Rejected => words::turned_it_down(whom, day, votes),
        Outcome::NoConsensus => words::agreed_on_nothing(whom, day, votes),
        Outcome::Withdrawn => words::was_taken_back(day),
    };
    let executed = entry.entered(Means::Done).last().map(|step| match step.is_dated {
        true => words::was_carried_out_on(words::long_date(step.date)),
        false => words::WAS_CARRIED_OUT_ON_A_DAY_UNKNOWN.to_string(),
    });
    let replaced = site.referring(entry, Kind::Decision, "supersedes").next();
    let replaced = replaced.map(|later| words::took_its_place(called(later)));
    Some([Some(sentence), executed, replaced].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// `, 5 to 1`, `, all five who voted in favour`, `, by consensus; no votes are recorded`.
fn votes(entry: &Entry, outcome: Outcome) -> String {
    let Some(tally) = entry.tally() else { return String::new() };
    let is_by_duty = entry.decision().is_some_and(|it| it.by_duty.get().is_some());
    if tally.voters.is_empty() {
        return match tally.mode.filter(|_| !is_by_duty) {
            Some(Mode::Consensus | Mode::LazyConsensus) => words::BY_CONSENSUS_WITHOUT_VOTES.to_string(),
            Some(Mode::Lead) => words::BY_THE_LEAD.to_string(),
            Some(Mode::SimpleMajority | Mode::Supermajority | Mode::Approvals) | None => String::new(),
        };
    }
    let abstained = if tally.abstain == 0 { String::new() } else { words::with_abstentions(tally.abstain) };
    let counted = match (tally.yes, tally.no) {
        (0, 0) => return String::new(),
        (1, 0) => words::ONE_VOTE_FOR_IT.to_string(),
        (0, 1) => words::ONE_VOTE_AGAINST_IT.to_string(),
        (yes, 0) => words::all_for_it(words::number(yes)),
        (0, no) => words::all_against_it(words::number(no)),
        (yes, no) if outcome == Outcome::Rejected => words::votes_against_votes(no, yes),
        (yes, no) => words::votes_to_votes(yes, no),
    };
    format!("{counted}{abstained}")
}

fn is_first(entry: &Entry, step: &Step) -> bool {
    entry.status.as_ref().and_then(|status| status.steps.first()).is_some_and(|first| std::ptr::eq(first, step))
}

fn name(site: &Site, actor: &str) -> String {
    match site.resolve(actor, crate::fields::ACTOR).entry() {
        Some(entry) => entry.title.clone(),
        None => actor.to_owned(),
    }
}

/// What is on a day that lies ahead, without the day: `SOW-0001 Mailing lists: comments close`.
pub(crate) fn ahead(site: &Site, it: &DayAhead) -> String {
    let of = &site.entries[it.of];
    let called = called(of);
    match it.what {
        OnTheDay::Meeting => words::headline(group(site, of), &*of.title),
        OnTheDay::NextMeeting => words::next_meeting_of(group(site, of)),
        OnTheDay::End(what) => words::headline(called, ends(what)),
        OnTheDay::ContractEnds(at) => words::headline(called, words::contract_is_over(contract(of, at))),
        OnTheDay::Notice(at) => words::headline(called, words::last_day_for_notice(contract(of, at))),
        OnTheDay::Action(at) => {
            let action = &site.actions[at];
            let owners: Vec<String> = action.owners.iter().map(|owner| site.owner_name(owner).to_string()).collect();
            let by = if owners.is_empty() { words::NOBODY_YET.to_string() } else { list(owners, &words::AND) };
            words::task_due(by, &action.what)
        }
        OnTheDay::Milestone(at) => {
            let what = of.sow().and_then(|sow| sow.milestone.items().get(at)).map_or("", |it| it.what.text());
            words::headline(called, words::is_promised(what))
        }
        OnTheDay::SeatEnds(at) => {
            let member = of.group().and_then(|group| group.member.items().get(at));
            let person = member.and_then(|it| site.find(it.person.get()?)).map_or("", |it| &it.title);
            words::headline(called, words::seat_ends(person))
        }
        OnTheDay::Revealed => words::headline(called, words::WITHHELD_UNTIL_THEN),
    }
}

/// The name of the group that meets; a reader of a calendar follows several.
fn group(site: &Site, meeting: &Entry) -> String {
    site.target(meeting, "group").map_or_else(|| capitalised(&site.group_called(meeting)), |group| group.title.clone())
}

/// What the contract `at` of a record is called.
fn contract(of: &Entry, at: usize) -> &str {
    of.contractor().and_then(|it| it.contract.items().get(at)).map_or("", |contract| contract.id.text())
}
