//! Open questions with no day by which they are decided.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    if !decision.outcome.is_missing() || !decision.closes.is_missing() {
        return None;
    }
    let opened = decision.opened.get().filter(|opened| **opened <= facts.site.today)?;
    let open = facts.age(*opened);
    let message =
        format!("{} has been open since {opened}, for {open}, and names no day by which it is decided", name(entry));
    let help = "add `closes` with the last day to take part, and say it in the thread";
    Some(facts.at(entry, decision.opened.span(), message).help(help))
}
