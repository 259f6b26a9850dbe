//! A decision: who was against it and why, the votes, what it superseded and what rests on it.

use std::collections::BTreeSet;

use crate::document::decision::{Decision, Dissent, Mode, VoteValue};
use crate::fields::At;
use crate::site::{Tally, Voter};

use super::*;

impl OfKind for Decision {
    const HEADING: Word = words::DECISION;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(4);
    const IN_SECTIONS: &'static [&'static str] = &RESTS_ON_IT;
    const COLUMNS: &'static [Column<Decision>] = &[
        Column::state(),
        Column::<Decision>::day(words::DECIDED, field!(decided)).before(words::BEFORE_DECIDED),
        Column::<Decision>::text(words::VOTES, |view, entry, it| match view.tally(entry) {
            Some(tally) => vec![tally],
            None => view.show(&it.mode),
        })
        .alone(),
        Column::<Decision>::text(words::AMOUNT, field!(amount)),
        Column::<Decision>::text(words::GROUP, field!(group)).before(words::BEFORE_GROUP),
    ];
    const FACTS: &'static [Fact<Decision>] = &[
        (words::GROUP, field!(group)),
        (words::KIND, field!(kind)),
        (words::ABOUT, field!(about)),
        (words::DECIDED_BY, field!(mode)),
        (words::BY_THE_DUTY, field!(by_duty)),
        (words::OPENED, field!(opened)),
        (words::CLOSES, field!(closes)),
        (words::DECIDED, field!(decided)),
        (words::OUTCOME, field!(outcome)),
        (words::AMOUNT, field!(amount)),
        (words::MEETING, field!(meeting)),
        (words::DISCUSSED, field!(channel)),
        (words::BALLOT, field!(ballot)),
        (words::CARRIED_OUT, |view, _, it| view.field(&it.executed, |executed| vec![view.evidence(executed)])),
    ];

    fn before(view: &View, entry: &Entry, it: &Decision) -> Vec<Option<Block>> {
        vec![against(view, entry, it)]
    }

    fn after(view: &View, entry: &Entry, it: &Decision) -> Vec<Option<Block>> {
        vec![votes(view, entry, it), followed(view, entry, it)]
    }
}

/// The keys by which something rests on a decision, or takes its place.
const RESTS_ON_IT: [&str; 7] = [
    "supersedes",
    "event.decision",
    "contract.decision",
    "member.confirmed_by",
    "duty.decision",
    "redaction.by",
    "agreements",
];

/// Who was against it, in their own words where these are recorded; `None` where nobody is known to have been.
fn against(view: &View, entry: &Entry, decision: &Decision) -> Option<Block> {
    let dissent = decision.dissent.items();
    let explains = |voter: &Voter| {
        let own = view.site.voter(voter).map(|person| person.at);
        let mut people = dissent.iter().filter_map(|it| it.person.get());
        people.any(|it| view.site.find(it).map(|person| person.at) == own && own.is_some() || it.as_str() == voter.name)
    };
    let tally = entry.tally()?;
    let is_counted = |it: &&Voter| it.value == VoteValue::No && it.is_member && it.is_last_word();
    let against: Vec<&Voter> = tally.voters.iter().filter(is_counted).collect();
    let silent = against.iter().filter(|voter| !explains(voter));
    let lines: Vec<Vec<Part>> = silent
        .map(|voter| vec![Part { note: Some(words::NO_REASON_RECORDED.to_string()), ..who(view, voter) }])
        .collect();
    let quote = |it: &At<Dissent>| {
        given! {
            text: it.text.text().to_owned(),
            by: view.show(&it.person),
            link: it.link.get().map(|link| view.written_link(&link.0)),
        }
    };
    let quotes: Vec<_> = dissent.iter().map(quote).collect();
    if lines.is_empty() && quotes.is_empty() {
        return None;
    }
    let count = (!against.is_empty()).then_some(against.len());
    Some(Block { count, ..Block::of("dissent", words::AGAINST, given! { quotes, items: lines }) })
}

/// Who voted, with the seat that they held on the day.
fn who(view: &View, voter: &Voter) -> Part {
    let person = view.site.voter(voter).map_or_else(|| Part::text(&voter.name), |person| view.record_link(person));
    Part { note: voter.seat.as_deref().map(capitalised), ..person }
}

fn votes(view: &View, entry: &Entry, decision: &Decision) -> Option<Block> {
    let tally = entry.tally()?;
    let decided = decision.decided.get().copied();
    let table = Table::of(
        &tally.voters,
        &[
            (words::WHO, &|it| {
                vec![view.site.voter(it).map_or_else(|| Part::text(&it.name), |person| view.record_link(person))]
            }),
            (words::VOTE, &|it| vec![Part::noted(spelling::label(it.value.as_str()), why_not(it))]),
            (words::SEAT_ON_THE_DAY, &|it| {
                it.seat.as_deref().map(|seat| Part::text(capitalised(seat))).into_iter().collect()
            }),
            (words::AFFILIATION_ON_THE_DAY, &|it| {
                let on = it.date.or(decided).unwrap_or(view.site.today);
                let people = view.site.voter(it).into_iter();
                let affiliations = people.flat_map(|person| view.site.affiliations(person, on).collect::<Vec<_>>());
                affiliations.map(|it| view.actor_or_words(it)).collect()
            }),
            (words::DATE, &|it| it.date.map(|date| view.day(date)).into_iter().collect()),
            (words::LINK, &|it| it.link.as_deref().map(|link| vote_link(view, link)).into_iter().collect()),
        ],
    );
    let (id, title) = ("votes", words::VOTES);
    Some(match table {
        Some(table) => {
            let Table { columns, rows } = table.without_empty_columns();
            let ballots = ballots(view, entry, tally);
            let block = Block::of(id, title, given! { ballots, columns, rows });
            Block { note: Some(how_counted(tally, decision)), ..block }
        }
        None => Block::empty(id, title, &no_votes(tally.mode)),
    })
}

/// Where a vote can be seen; outside of the site by the name of the host, for the addresses of one vote differ in their ends.
fn vote_link(view: &View, link: &str) -> Part {
    match link.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest)) {
        Some(host) => Part::external(host, link),
        None => view.written_link(link),
    }
}

/// Those who voted alike, seat by seat, with those who did not vote; drawn only where the question was contested.
fn ballots(view: &View, entry: &Entry, tally: &Tally) -> Vec<impl Serialize + use<>> {
    let is_contested = tally.no > 0 && tally.yes + tally.abstain > 0;
    let voted = |value: VoteValue| {
        let counted = tally.voters.iter().filter(move |it| it.value == value && it.is_member && it.is_last_word());
        counted.map(|it| who(view, it)).collect::<Vec<Part>>()
    };
    let group = entry.decision().and_then(|it| it.group.get()).and_then(|group| view.site.find(group));
    let people: BTreeSet<usize> = tally.voters.iter().filter_map(|it| it.person).collect();
    let day = view.site.day_of_decision(entry);
    let mut seen = BTreeSet::new();
    let silent: Vec<Part> = group
        .into_iter()
        .flat_map(|group| view.site.members_on(group, day))
        .filter(|(person, _)| !people.contains(&person.at) && seen.insert(person.at))
        .map(|(person, term)| Part { note: term.seat.get().map(|it| capitalised(it)), ..view.record_link(person) })
        .collect();
    let rows = [
        ("yes", words::VOTED_FOR_IT, voted(VoteValue::Yes)),
        ("no", words::VOTED_AGAINST_IT, voted(VoteValue::No)),
        ("abstain", words::ABSTAINED, voted(VoteValue::Abstain)),
        ("recuse", words::STEPPED_ASIDE, voted(VoteValue::Recuse)),
        ("silent", words::DID_NOT_VOTE, silent),
    ];
    let drawn = rows.into_iter().filter(|(.., seats)| is_contested && !seats.is_empty());
    drawn.map(|(value, label, seats)| given! { value, label, count: seats.len(), seats }).collect()
}

fn no_votes(mode: Option<Mode>) -> Word {
    match mode {
        Some(Mode::Consensus) => words::NO_VOTES_CONSENSUS,
        Some(Mode::LazyConsensus) => words::NO_VOTES_LAZY_CONSENSUS,
        Some(Mode::Lead) => words::NO_VOTES_LEAD,
        Some(Mode::SimpleMajority | Mode::Supermajority | Mode::Approvals) | None => words::NO_VOTES,
    }
}

/// `None` when the vote counts.
fn why_not(voter: &Voter) -> Option<String> {
    match (voter.is_member, voter.is_repeated, voter.is_replaced) {
        (false, _, _) => Some(words::VOTE_OF_NO_MEMBER.to_string()),
        (true, true, _) => Some(words::VOTE_REPEATED.to_string()),
        (true, false, true) => Some(words::VOTE_REPLACED.to_string()),
        (true, false, false) => None,
    }
}

/// `5 yes, 1 no. A simple majority was needed. 6 of 11 members took part; 6 were needed.`
fn how_counted(tally: &Tally, decision: &Decision) -> String {
    let is_by_duty = decision.by_duty.get().is_some();
    let is_open = decision.outcome.is_missing();
    let mode = tally.mode.filter(|_| !is_by_duty);
    let [now, then] = match mode {
        Some(Mode::SimpleMajority) => words::MAJORITY_NEEDED,
        Some(Mode::Supermajority) => words::TWO_THIRDS_NEEDED,
        Some(Mode::Consensus) => words::CONSENSUS_NEEDED,
        Some(Mode::LazyConsensus) => words::SILENCE_IS_CONSENT,
        Some(Mode::Approvals) => words::APPROVALS_COUNTED,
        Some(Mode::Lead) => words::LEAD_DECIDES,
        None => words::DUTY_DECIDES,
    };
    // Where one decides, nobody else was asked.
    let is_alone = is_by_duty || tally.mode == Some(Mode::Lead);
    let needed = (mode.is_some() || is_by_duty).then_some(if is_open { now } else { then }.to_string());
    let turnout = (!is_alone).then(|| words::turnout(tally.present(), tally.eligible, tally.quorum, is_open));
    let sentences = [Some(counted(tally)), needed, turnout].into_iter().flatten();
    sentences.map(|sentence| closed(&sentence)).collect::<Vec<_>>().join(" ")
}

/// What it took the place of, what took its place, and what rests on it.
fn followed(view: &View, entry: &Entry, decision: &Decision) -> Option<Block> {
    let later = view.site.referring(entry, Kind::Decision, "supersedes").map(|it| view.record_link(it));
    let mut rests: Vec<&Entry> = entry
        .backlinks
        .iter()
        .filter(|link| link.via.is_one_of(&RESTS_ON_IT) && !link.via.is_one_of(&["supersedes"]))
        .map(|link| &view.site.entries[link.from])
        .collect();
    rests.sort_by_key(|it| it.at);
    rests.dedup_by_key(|it| it.at);
    let groups = [
        (words::SUPERSEDES, view.show(&decision.supersedes)),
        (words::SUPERSEDED_BY, later.collect()),
        (words::MADE_POSSIBLE, rests.into_iter().map(|it| view.record_link(it)).collect()),
    ];
    let groups = groups.into_iter().filter(|(_, parts)| !parts.is_empty());
    let lines = groups.map(|(label, parts)| labelled(label, parts)).collect();
    Block::listed("followed", words::WHAT_FOLLOWED, "chairs", lines)
}
