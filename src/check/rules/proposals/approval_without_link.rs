//! Approvals that nobody can look up.

use crate::check::prelude::*;
use crate::document::proposal::Approval;

pub(crate) const FIND: Find = each!(proposal.approval, find);

fn find(facts: &Facts, entry: &Entry, approval: &Approval) -> Option<Diagnostic> {
    approval.person.get()?;
    let gap = gap(&approval.link, approval.person.span())?;
    let on = approval.date.get().map_or(String::new(), |date| format!(" on {date}"));
    let message = format!("nothing shows that {} approved{on}", name_of(facts, &approval.person));
    let help = "add `link` with the message in which they say so; whoever agreed in a call repeats it in writing";
    Some(facts.at(entry, gap.span, message).help(help))
}
