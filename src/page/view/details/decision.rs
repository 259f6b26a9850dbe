//! Votes and dissent of a decision.

use crate::document::decision::Mode;
use crate::site::Entry;

use super::super::View;
use super::super::part::{Part, TallyView, capitalised};
use super::{Block, Quote, TallyFigure, without_empty_columns};

impl View<'_> {
    pub(super) fn votes(&self, entry: &Entry) -> Option<Block> {
        let tally = self.site.tally(entry)?;
        let title = "Votes";
        if tally.voters.is_empty() {
            let empty = match tally.mode {
                Some(Mode::Consensus) => "No votes are recorded. It is decided by consensus.",
                Some(Mode::LazyConsensus) => "No votes are recorded. Silence is consent.",
                Some(Mode::Lead) => "No votes are recorded. The lead decides.",
                Some(Mode::SimpleMajority | Mode::Supermajority | Mode::Approvals) | None => "No votes are recorded.",
            };
            let empty = empty.to_owned();
            return Some(Block {
                id: "site.votes".to_owned(),
                title: title.to_owned(),
                empty: Some(empty),
                ..Block::default()
            });
        }
        let rows = tally
            .voters
            .iter()
            .map(|voter| {
                let person = self.site.voter(voter);
                let who = person.map_or_else(|| Part::text(&voter.name), |person| self.record_link(person));
                let note = match (voter.is_member, voter.is_repeated) {
                    (false, _) => Some("was not a member on the day; does not count".to_owned()),
                    (_, true) => Some("voted before; does not count".to_owned()),
                    (true, false) => None,
                };
                let on =
                    voter.date.or(entry.decision().and_then(|it| it.decided.get().copied())).unwrap_or(self.site.today);
                let affiliations = person.into_iter().flat_map(|person| {
                    self.site.affiliations(person, on).map(|it| self.actor_or_words(it)).collect::<Vec<_>>()
                });
                vec![
                    vec![who],
                    vec![Part { note, ..Part::text(capitalised(voter.value.as_str())) }],
                    voter.seat.as_deref().map(|seat| Part::text(capitalised(seat))).into_iter().collect(),
                    affiliations.collect(),
                    voter.date.map(|date| self.day(date)).into_iter().collect(),
                    voter.link.as_deref().map(|link| self.written_link(link)).into_iter().collect(),
                ]
            })
            .collect();
        let columns = ["Who", "Vote", "Seat on the day", "Affiliation on the day", "Date", "Link"];
        let mut block = without_empty_columns(Block::table("votes", title, &columns, rows)?);
        let is_by_duty = entry.decision().is_some_and(|it| it.by_duty.get().is_some());
        let is_open = entry.decision().is_some_and(|it| it.outcome.is_missing());
        let (is, are, decides) = if is_open { ("is", "are", "decides") } else { ("was", "were", "decided") };
        let (needed, threshold) = match tally.mode.filter(|_| !is_by_duty) {
            Some(Mode::SimpleMajority) => (Some(format!("a simple majority {is} needed")), Some("50")),
            Some(Mode::Supermajority) => (Some(format!("two thirds {are} needed")), Some("66.67")),
            Some(Mode::Consensus) => (Some(format!("consensus {is} needed: nobody against")), None),
            Some(Mode::LazyConsensus) => (Some(format!("silence {is} consent")), None),
            Some(Mode::Approvals) => (Some(format!("approvals {are} counted")), None),
            Some(Mode::Lead) => (Some(format!("the lead {decides}")), None),
            None if is_by_duty => (Some(format!("whoever has the duty {decides}")), None),
            None => (None, None),
        };
        // Where one decides, nobody else was asked.
        let is_alone = is_by_duty || tally.mode == Some(Mode::Lead);
        let took_part = if is_open { "took part so far" } else { "took part" };
        let turnout = match tally.eligible {
            Some(eligible) => format!("{} of {eligible} members {took_part}", tally.present()),
            None => format!("{} {took_part}", tally.present()),
        };
        let turnout = tally.quorum.map_or(turnout.clone(), |quorum| format!("{turnout}; {quorum} {are} needed"));
        block.tally = Some(TallyFigure {
            tally: TallyView::of(tally),
            needed,
            threshold,
            turnout: (!is_alone).then_some(turnout),
        });
        Some(block)
    }

    pub(super) fn dissent(&self, entry: &Entry) -> Option<Block> {
        let quotes: Vec<Quote> = entry
            .decision()?
            .dissent
            .items()
            .iter()
            .map(|it| Quote {
                text: it.text.text().to_owned(),
                by: self.one(&it.person),
                link: it.link.get().map(|link| self.written_link(&link.0)),
            })
            .collect();
        (!quotes.is_empty()).then(|| Block {
            id: "site.dissent".to_owned(),
            title: "Dissent".to_owned(),
            quotes,
            ..Block::default()
        })
    }
}
