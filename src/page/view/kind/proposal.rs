//! A proposal: facts, approvals as its next step counts them, and what consuming communities said.

use crate::document::proposal::Proposal;
use crate::site::{Approver, Round, Standing};

use super::*;

impl OfKind for Proposal {
    const HEADING: Word = words::PROPOSAL;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = Some(3);
    const IN_SECTIONS: &'static [&'static str] = &["proposals", "task"];
    const COLUMNS: &'static [Column<Proposal>] = &[
        Column::state(),
        Column::since(),
        Column::holder(),
        Column::<Proposal>::text(words::PROPOSER, field!(proposer)).before(words::BEFORE_PROPOSER),
        Column::text(words::IMPACT, field!(impact)),
    ];
    const FACTS: &'static [Fact<Proposal>] = &[
        (words::PROPOSER, field!(proposer)),
        (words::GROUP, field!(group)),
        (words::ISSUE, field!(issue)),
        (words::IMPACT, field!(impact)),
        (words::RECURRENCE, field!(recurrence)),
        (words::PLAN, |view, _, it| view.plan(&it.plan)),
        (words::SERVICES, field!(services)),
        (words::CONSUMERS, field!(consumers)),
        (words::MAINTAINERS, field!(maintainers)),
        (words::BEGUN, field!(started)),
        (words::DISCUSSION, field!(discussion)),
        (words::COMMENT, field!(comment)),
    ];

    fn after(view: &View, entry: &Entry, it: &Proposal) -> Vec<Option<Block>> {
        vec![
            approvals(view, entry, it),
            consumers(view, it),
            view.related(entry, "pledged", words::PLEDGED_FOR_IT, &[(Kind::Pledge, "task")]),
        ]
    }
}

fn approvals(view: &View, entry: &Entry, proposal: &Proposal) -> Option<Block> {
    let (id, title) = ("approvals", words::APPROVALS);
    let Some(round) = view.site.approval_round(entry) else {
        return Block::lean_table(
            id,
            title,
            proposal.approval.items(),
            &[
                (words::WHO, &|it| view.show(&it.person)),
                (words::DATE, &|it| view.show(&it.date)),
                (words::LINK, &|it| view.show(&it.link)),
            ],
        );
    };
    let is_over = view.site.is_over(entry);
    let block = Block::lean_table(
        id,
        title,
        &round.approvers,
        &[
            (words::WHO, &|it| vec![it.person.map_or_else(|| Part::text(it.name), |person| view.record_link(person))]),
            (words::SEAT_ON_THE_DAY, &|it| it.seat.map(|seat| Part::text(capitalised(seat))).into_iter().collect()),
            (words::AFFILIATION_ON_THE_DAY, &|it| affiliations(view, it)),
            (words::DATE, &|it| it.date.map(|date| view.day(date)).into_iter().collect()),
            (words::COUNTS, &|it| {
                vec![match why_not(&round, it.standing) {
                    None => Part::text(words::YES),
                    reason => Part::noted(words::NO, reason),
                }]
            }),
            (words::LINK, &|it| it.link.map(|link| view.written_link(link)).into_iter().collect()),
        ],
    );
    let empty = if is_over { words::NOBODY_APPROVED } else { words::NOBODY_HAS_APPROVED };
    let block = block.unwrap_or_else(|| Block::empty(id, title, &empty));
    Some(Block { note: Some(sum(&round, is_over)), ..block })
}

fn affiliations(view: &View, approver: &Approver) -> Vec<Part> {
    let known = approver.person.zip(approver.date);
    let affiliations = known.into_iter().flat_map(|(person, date)| view.site.affiliations(person, date));
    affiliations.map(|it| view.actor_or_words(it)).collect()
}

fn consumers(view: &View, proposal: &Proposal) -> Option<Block> {
    Block::table(
        "consumers",
        words::CONSUMING_COMMUNITIES,
        proposal.consumer.items(),
        &[
            (words::COMMUNITY, &|it| view.show(&it.organization)),
            (words::WHAT_IT_SAID, &|it| match it.verdict.is_missing() {
                true => vec![Part::empty(words::NOT_RECORDED)],
                false => view.show(&it.verdict),
            }),
            (words::IN_ITS_WORDS, &|it| view.show(&it.note)),
            (words::LINK, &|it| view.show(&it.link)),
        ],
    )
}

/// `3 approvals from 2 affiliations count; 3 from at least 2 are asked for.`
fn sum(round: &Round, is_over: bool) -> String {
    let asked = round.needed;
    match round.asked.affiliations {
        Some(least) => words::approvals_of(round.people, round.affiliations, asked, least, is_over),
        None => words::approvals(round.people, asked, is_over),
    }
}

/// `None` when it counts.
fn why_not(round: &Round, standing: Standing) -> Option<String> {
    Some(match standing {
        Standing::Counts => return None,
        Standing::Unclear => words::APPROVAL_UNCLEAR.to_string(),
        Standing::Own => words::APPROVAL_OWN.to_string(),
        Standing::Outsider => words::APPROVAL_OUTSIDER.to_string(),
        Standing::Stale => match round.entered {
            Some((_, entered)) => words::approval_before(words::long_date(entered)),
            None => words::APPROVAL_STALE.to_string(),
        },
        Standing::Late => words::approval_after(words::long_date(round.on)),
        Standing::Repeated => words::APPROVAL_REPEATED.to_string(),
    })
}
