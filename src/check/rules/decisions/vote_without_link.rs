//! Votes that nobody can look up, where the group answers by mail.

use crate::check::prelude::*;
use crate::document::decision::Vote;

pub(crate) const FIND: Find = each!(decision, find);

/// One finding for each decision: its votes were taken from one thread.
fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let rule = facts.site.decision_rule(entry).filter(|rule| rule.vote_links)?;
    let votes = decision.vote.items();
    let bare: Vec<&At<Vote>> = votes.iter().filter(|vote| vote.link.is_missing()).collect();
    let (record, of_all) = (name(entry), count(votes.len(), "vote", "votes"));
    let message = match bare.len() {
        0 => return None,
        some if some < votes.len() => format!("{some} of the {of_all} of {record} cannot be looked up"),
        _ => format!("no vote of {record} can be looked up"),
    };
    let help = "add `link` to each `[[vote]]`: the answer in the thread, or in the archive of the mails";
    let places = bare.iter().map(|vote| vote.person.span().unwrap_or(vote.span));
    let finding = facts.at_all(entry, places, message, "nor can this one").help(help);
    Some(finding.cited(rule.clause.as_ref()))
}
