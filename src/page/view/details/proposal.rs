//! Approvals of a proposal, counted as its next step counts them, and what consuming communities said.

use crate::document::proposal::Proposal;
use crate::site::{Approver, Entry, Round, Standing};
use crate::text::{count, long_date};

use super::super::View;
use super::super::part::{Part, capitalised};
use super::{Block, without_empty_columns};

impl View<'_> {
    pub(super) fn approvals(&self, entry: &Entry, proposal: &Proposal) -> Option<Block> {
        let Some(round) = self.site.approval_round(entry) else {
            let row = |it: &crate::fields::At<crate::document::proposal::Approval>| {
                vec![self.one(&it.person), self.date(&it.date), self.web(&it.link)]
            };
            let rows = proposal.approval.items().iter().map(row).collect();
            return Some(without_empty_columns(Block::table(
                "approvals",
                "Approvals",
                &["Who", "Date", "Link"],
                rows,
            )?));
        };
        let is_over = self.site.is_over(entry);
        let rows = round.approvers.iter().map(|approver| self.approval(&round, approver)).collect();
        let columns = ["Who", "Seat on the day", "Affiliation on the day", "Date", "Counts", "Link"];
        let block = Block::table("approvals", "Approvals", &columns, rows).map(without_empty_columns);
        let block = block.unwrap_or_else(|| Block {
            empty: Some(if is_over { "Nobody approved." } else { "Nobody has approved yet." }.to_owned()),
            ..Block::titled("approvals", "Approvals")
        });
        Some(Block { note: Some(summed(&round, is_over)), ..block })
    }

    fn approval(&self, round: &Round, approver: &Approver) -> Vec<Vec<Part>> {
        let who = approver.person.map_or_else(|| Part::text(approver.name), |person| self.record_link(person));
        let known = approver.person.zip(approver.date);
        let affiliations = known.into_iter().flat_map(|(person, date)| self.site.affiliations(person, date));
        vec![
            vec![who],
            approver.seat.map(|seat| Part::text(capitalised(seat))).into_iter().collect(),
            affiliations.map(|it| self.actor_or_words(it)).collect(),
            approver.date.map(|date| self.day(date)).into_iter().collect(),
            vec![match why_not(round, approver.standing) {
                None => Part::text("Yes"),
                Some(reason) => Part { note: Some(reason), ..Part::text("No") },
            }],
            approver.link.map(|link| self.written_link(link)).into_iter().collect(),
        ]
    }

    pub(super) fn consumers(&self, proposal: &Proposal) -> Option<Block> {
        let rows = proposal
            .consumer
            .items()
            .iter()
            .map(|it| {
                let verdict = match it.verdict.is_missing() {
                    true => vec![Part::empty("not recorded")],
                    false => self.words(&it.verdict),
                };
                vec![self.one(&it.organization), verdict, self.web(&it.link)]
            })
            .collect();
        Block::table("consumers", "Consuming communities", &["Community", "What it said", "Link"], rows)
    }
}

/// `3 approvals from 2 affiliations count; 3 from at least 2 are asked for.`
fn summed(round: &Round, is_over: bool) -> String {
    let people = count(round.people, "approval", "approvals");
    let counts = match (is_over, round.people) {
        (true, _) => "counted",
        (false, 1) => "counts",
        (false, _) => "count",
    };
    let asked = if is_over { "were asked for" } else { "are asked for" };
    match round.asked.affiliations {
        Some(least) => format!(
            "{people} from {} {counts}; {} from at least {least} {asked}.",
            count(round.affiliations, "affiliation", "affiliations"),
            round.asked.count
        ),
        None => format!("{people} {counts}; {} {asked}.", round.asked.count),
    }
}

/// `None` when it counts.
fn why_not(round: &Round, standing: Standing) -> Option<String> {
    Some(match standing {
        Standing::Counts => return None,
        Standing::Unclear => "nothing says who gave it, or when".to_owned(),
        Standing::Own => "whoever proposes does not approve".to_owned(),
        Standing::Outsider => "was not among those who are asked on the day".to_owned(),
        Standing::Stale => match round.entered {
            Some((_, entered)) => format!("given before {}, when the text was put for approval", long_date(entered)),
            None => "given before the text was put for approval".to_owned(),
        },
        Standing::Late => format!("given after {}", long_date(round.on)),
        Standing::Repeated => "approved before".to_owned(),
    })
}
