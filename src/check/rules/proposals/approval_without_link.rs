//! Approvals that nobody can look up.

use crate::check::prelude::*;
use crate::document::proposal::{Approval, Proposal};

pub const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Vec<Diagnostic> {
    proposal.approval.items().iter().filter_map(|approval| check_approval(facts, entry, approval)).collect()
}

fn check_approval(facts: &Facts, entry: &Entry, approval: &Approval) -> Option<Diagnostic> {
    let person = approval.person.get()?;
    let span = match &approval.link {
        Field::Absent => approval.person.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let who = facts.site.find(person).map_or_else(|| person.as_str().to_owned(), name);
    let on = approval.date.get().map_or(String::new(), |date| format!(" on {date}"));
    let message = format!("nothing shows that {who} approved{on}");
    let help = "add `link` with the message in which they say so; whoever agreed in a call repeats it in writing";
    Some(facts.at(entry, span, message).help(help))
}
