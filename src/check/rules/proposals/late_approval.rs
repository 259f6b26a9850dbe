//! Approvals that are dated after the step that they should carry.

use crate::check::prelude::*;
use crate::check::rules::approvals::{of_standing, who};
use crate::site::{Approver, Round, Standing};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let late = of_standing(facts, Standing::Late);
    late.iter().filter_map(|(entry, round, approver)| finding(facts, entry, round, approver)).collect()
}

fn finding(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Option<Diagnostic> {
    let (date, who) = (approver.date?, who(approver));
    let approvals = entry.proposal()?.approval.items();
    let own = approvals.iter().find(|approval| approval.span == approver.span)?;
    let Some(event) = round.event else {
        let message = format!("the approval of {who} is dated {date}, which is after today, {}", round.on);
        return Some(facts.at(entry, own.date.span(), message).help("correct the date, or add it on that day"));
    };
    let message = format!(
        "the approval of {who} is dated {date}, after the step to `{}` on {}, so it does not count",
        round.transition.to, round.on
    );
    let help = "correct the date; what was said afterwards has its place in the text";
    let finding = facts.at(entry, own.date.span(), message).help(help);
    Some(finding.label(&entry.path, event.date.span(), "the step was taken here"))
}
