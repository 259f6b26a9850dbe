//! Which record of the head is which record of the base.

use std::sync::Arc;

use crate::id::Naming;
use crate::site::Entry;

use super::{Sites, wording};

/// The record `before` of the base and what it is in the head; `None` when it is gone, is a draft again, gave its number
/// to another matter, or is as it was.
pub(super) fn touched<'a>(sites: Sites<'a>, before: &'a Entry) -> Option<(&'a Entry, &'a Entry)> {
    let Sites { base, head, pseudonym: _ } = sites;
    let same = head.at_path(&before.path).or_else(|| head.record(&before.id));
    // A record that was there already and takes in another one goes on as what it was.
    let is_new = |after: &&Entry| base.at_path(&after.path).is_none() && base.record(&after.id).is_none();
    let after = same.or_else(|| sites.renamed(before).filter(is_new))?;
    let is_same = Arc::ptr_eq(&before.document, &after.document) || before.text == after.text;
    (!is_same && !after.is_draft() && !is_another_matter(sites, before, after)).then_some((before, after))
}

/// Whether a record of the base is gone: no record has its id, or it is a draft again. A record that is called by its name
/// or its day may be renamed when the new file has the old address in its `redirects`.
/// So may a person whose name is to be forgotten.
pub(super) fn is_deleted(sites: Sites, before: &Entry) -> bool {
    let is_there = sites.head.record(&before.id).is_some_and(|after| !after.is_draft());
    !is_there && sites.renamed(before).is_none()
}

/// The record `before` of the base, whose file is gone, and the one of the head that has its number for another matter;
/// `None` when there is no such record.
pub(super) fn reused<'a>(sites: Sites<'a>, before: &'a Entry) -> Option<(&'a Entry, &'a Entry)> {
    let moved = sites.head.at_path(&before.path).is_none();
    let after = sites.head.record(&before.id).filter(|_| moved)?;
    is_another_matter(sites, before, after).then_some((before, after))
}

/// Whether the number went from one matter to another: another file, another title, another beginning. Where the record
/// does not say how it began, its text must be another one.
fn is_another_matter(sites: Sites, before: &Entry, after: &Entry) -> bool {
    let begins = |entry: &Entry| {
        let first = entry.status.as_ref().and_then(|status| status.steps.first());
        first.map(|step| (step.state.clone(), step.date))
    };
    before.kind().naming() == Naming::Numbered
        && before.path != after.path
        && before.stated_title() != after.stated_title()
        && match begins(before) {
            Some(beginning) => begins(after) != Some(beginning),
            None => !wording::passages(sites, &[], before, after).is_empty(),
        }
}
