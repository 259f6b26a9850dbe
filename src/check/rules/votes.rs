//! Where the votes of a decision are written.

use crate::site::{Entry, Voter};
use crate::text::Span;

/// The name in the vote of `voter`.
pub fn place(entry: &Entry, voter: &Voter) -> Span {
    let votes = entry.decision().map_or(&[][..], |decision| decision.vote.items());
    let own = votes.iter().find(|vote| vote.span == voter.span);
    own.and_then(|vote| vote.person.span()).unwrap_or(voter.span)
}
