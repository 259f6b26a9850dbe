//! Approvals that do not count, for the rules that say why.

use std::rc::Rc;

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::id::Kind;
use crate::site::{Approver, Entry, Round, Standing};
use crate::workflow::Party;

/// Every approval that has this standing, with its record and the round that it was given in.
pub fn of_standing<'a>(facts: &Facts<'a>, standing: Standing) -> Vec<(&'a Entry, Rc<Round<'a>>, Approver<'a>)> {
    let proposals = facts.site.of_kind(Kind::Proposal);
    let rounds = proposals.filter_map(|entry| Some((entry, Rc::new(facts.site.approval_round(entry)?))));
    rounds
        .flat_map(|(entry, round)| {
            let those = round.approvers.iter().filter(|approver| approver.standing == standing);
            those.map(|approver| (entry, round.clone(), approver.clone())).collect::<Vec<_>>()
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
