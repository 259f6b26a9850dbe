//! Approvals that nobody can look up.

use crate::check::prelude::*;
use crate::document::proposal::Approval;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let proposals = facts.site.of_kind(Kind::Proposal).filter_map(|entry| Some((entry, entry.proposal()?)));
    proposals
        .flat_map(|(entry, proposal)| {
            let approvals = proposal.approval.items().iter();
            approvals.filter_map(move |approval| of_approval(facts, entry, approval))
        })
        .collect()
}

fn of_approval(facts: &Facts, entry: &Entry, approval: &At<Approval>) -> Option<Diagnostic> {
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
