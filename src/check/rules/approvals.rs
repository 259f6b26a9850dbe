//! Approvals that do not count, for the rules that say why.

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::id::Kind;
use crate::site::{Approver, Entry, Round, Standing};
use crate::workflow::Party;

/// Every approval that has this standing, with its record and the round that it was given in.
pub fn of_standing<'a>(facts: &Facts<'a>, standing: Standing) -> Vec<(&'a Entry, Round<'a>, Approver<'a>)> {
    let rounds =
        facts.site.of_kind(Kind::Proposal).filter_map(|entry| Some((entry, facts.site.approval_round(entry)?)));
    rounds
        .flat_map(|(entry, round)| {
            let those: Vec<Approver> =
                round.approvers.iter().filter(|approver| approver.standing == standing).cloned().collect();
            those.into_iter().map(move |approver| (entry, round.clone(), approver)).collect::<Vec<_>>()
        })
        .collect()
}

/// Who gave it: by their name where the directory knows them.
pub fn who(approver: &Approver) -> String {
    approver.person.map_or_else(|| approver.name.to_owned(), name)
}

/// `the maintainers`, `the group or the owner`.
pub fn asked_of(round: &Round) -> String {
    crate::check::rules::phrase::list(round.asked.by.iter().map(Party::title), "or")
}
