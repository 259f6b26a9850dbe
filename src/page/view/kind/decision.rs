//! A decision: facts, votes and dissent.

use crate::document::decision::{Decision, Dissent, Mode};
use crate::fields::At;
use crate::site::{Tally, Voter};

use super::*;

impl OfKind for Decision {
    const HEADING: &'static str = words::DECISION;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(4);
    const COLUMNS: &'static [Column<Decision>] = &[
        Column::state(),
        Column::<Decision>::day(words::DECIDED, field!(decided)).before(words::BEFORE_DECIDED),
        Column::<Decision>::text(words::HOW, |view, entry, it| match view.tally(entry) {
            Some(tally) => vec![tally],
            None => view.show(&it.mode),
        })
        .before(""),
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
        (words::SUPERSEDES, field!(supersedes)),
        (words::CARRIED_OUT, |view, _, it| view.field(&it.executed, |executed| vec![view.evidence(executed)])),
    ];

    fn before(view: &View, entry: &Entry, it: &Decision) -> Vec<Option<Block>> {
        vec![votes(view, entry, it), dissent(view, it)]
    }
}

fn votes(view: &View, entry: &Entry, decision: &Decision) -> Option<Block> {
    let tally = view.site.tally(entry)?;
    let decided = decision.decided.get().copied();
    let table = Table::of(
        &tally.voters,
        &[
            (words::WHO, &|it| {
                vec![view.site.voter(it).map_or_else(|| Part::text(&it.name), |person| view.record_link(person))]
            }),
            (words::VOTE, &|it| vec![Part::noted(capitalised(it.value.as_str()), why_not(it))]),
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
            (words::LINK, &|it| it.link.as_deref().map(|link| view.written_link(link)).into_iter().collect()),
        ],
    );
    let (id, title) = ("votes", words::VOTES);
    Some(match table {
        Some(table) => {
            let Table { columns, rows } = table.without_empty_columns();
            Block::of(id, title, given! { tally: figure(tally, decision), columns, rows })
        }
        None => Block::empty(id, title, no_votes(tally.mode)),
    })
}

fn no_votes(mode: Option<Mode>) -> &'static str {
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
        (false, _, _) => Some(words::VOTE_OF_NO_MEMBER.to_owned()),
        (true, true, _) => Some(words::VOTE_REPEATED.to_owned()),
        (true, false, true) => Some(words::VOTE_REPLACED.to_owned()),
        (true, false, false) => None,
    }
}

fn figure(tally: &Tally, decision: &Decision) -> impl Serialize {
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
    let threshold = match mode {
        Some(Mode::SimpleMajority) => Some("50"),
        Some(Mode::Supermajority) => Some("66.67"),
        Some(Mode::Consensus | Mode::LazyConsensus | Mode::Approvals | Mode::Lead) | None => None,
    };
    // Where one decides, nobody else was asked.
    let is_alone = is_by_duty || tally.mode == Some(Mode::Lead);
    given! {
        tally: TallyView::of(tally),
        needed: (mode.is_some() || is_by_duty).then_some(if is_open { now } else { then }),
        threshold,
        turnout: (!is_alone).then(|| words::turnout(tally.present(), tally.eligible, tally.quorum, is_open)),
    }
}

fn dissent(view: &View, decision: &Decision) -> Option<Block> {
    let quote = |it: &At<Dissent>| {
        given! {
            text: it.text.text().to_owned(),
            by: view.show(&it.person),
            link: it.link.get().map(|link| view.written_link(&link.0)),
        }
    };
    Block::listed("dissent", words::DISSENT, "quotes", decision.dissent.items().iter().map(quote).collect())
}
