//! Votes that nobody can look up, where the group answers by mail.

use crate::check::prelude::*;
use crate::document::decision::Vote;

pub const FIND: Find = each!(decision, find);

/// One finding for each decision: its votes were taken from one thread.
fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let rule = facts.site.decision_rule(entry).filter(|rule| rule.vote_links)?;
    let votes = decision.vote.items();
    let bare: Vec<&At<Vote>> = votes.iter().filter(|vote| vote.link.is_missing()).collect();
    let (first, rest) = bare.split_first()?;
    let message = match bare.len() == votes.len() {
        true => format!("no vote of {} can be looked up", name(entry)),
        false => format!(
            "{} of the {} of {} cannot be looked up",
            bare.len(),
            count(votes.len(), "vote", "votes"),
            name(entry)
        ),
    };
    let help = "add `link` to each `[[vote]]`: the answer in the thread, or in the archive of the mails";
    let place = |vote: &At<Vote>| vote.person.span().unwrap_or(vote.span);
    let finding = facts.at(entry, place(first), message).help(help);
    let finding =
        rest.iter().fold(finding, |finding, vote| finding.label(&entry.path, place(vote), "nor can this one"));
    Some(finding.cited(rule.clause.as_ref()))
}
