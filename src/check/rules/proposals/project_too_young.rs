//! Proposals to bring in work that was begun only recently.

use crate::check::prelude::*;
use crate::document::proposal::Proposal;

pub(crate) const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Option<Diagnostic> {
    let proposed = *entry.events().first()?.date.get()?;
    let Some(started) = proposal.started.get() else {
        let is_asked = proposal.started.is_missing() && !facts.site.is_over(entry);
        let message = format!("nothing says how old the work is that {} brings in", name(entry));
        let help = "add `started` with the day of its first commit";
        return is_asked.then(|| facts.at(entry, proposal.title.span(), message).help(help));
    };
    let age = Some(days_between(*started, proposed)).filter(|age| *age < facts.limit)?;
    let (age, wanted) = (format!("{} after the work on it was begun", days(age)), days(facts.limit));
    let message = format!("{} was proposed on {proposed}, {age}; {wanted} are asked for", name(entry));
    let help = format!("propose it again from {} on, or correct `started`", days_after(*started, facts.limit));
    Some(facts.at(entry, proposal.started.span(), message).help(help))
}
