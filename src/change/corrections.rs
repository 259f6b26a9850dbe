//! What the record itself says of the change: what it puts right, and what it takes out to protect somebody.

use crate::document::decision::Outcome;
use crate::document::shared::{Correction, Redaction};
use crate::fields::{At, Field};
use crate::site::Entry;
use crate::text::Date;

use super::addresses::is_same_document;
use super::values::KeyEdit;
use super::{Pair, Sites, collapsed};

/// The corrections and redactions that a change adds to a record, or takes out of it.
#[derive(Debug, Clone, Default)]
pub struct Corrections<'a> {
    /// New ones that say what, who and when, on a day that has come, in their order.
    pub added: Vec<&'a At<Correction>>,
    /// New ones that name a decision for them, in their order.
    pub redactions: Vec<&'a At<Redaction>>,
    /// The keys of those that are gone or say something else: `correction`. In the order of the base.
    pub lost: Vec<&'static str>,
}

/// What the change adds and takes out.
pub(super) fn corrections<'a>(sites: Sites<'a, '_>, before: &Entry, after: &'a Entry) -> Corrections<'a> {
    let has_come = |date: &Field<Date>| date.get().is_some_and(|date| *date <= sites.head.today);
    let (was, is) = (before.common.correction.items(), after.common.correction.items());
    let added = is.iter().filter(|it| !was.iter().any(|old| is_same_correction(old, it)));
    let added = added.filter(|it| has_come(&it.date) && it.by.get().is_some() && !it.what.text().trim().is_empty());
    let (had, has) = (before.common.redaction.items(), after.common.redaction.items());
    let redactions = has.iter().filter(|it| !had.iter().any(|old| is_same_redaction(old, it)));
    let redactions = redactions.filter(|it| has_come(&it.date) && is_decided(sites, it));
    let lost = was.iter().filter(|old| !is.iter().any(|it| is_same_correction(old, it))).map(|_| "correction");
    let taken = had.iter().filter(|old| !has.iter().any(|it| is_same_redaction(old, it))).map(|_| "redaction");
    Corrections { added: added.collect(), redactions: redactions.collect(), lost: lost.chain(taken).collect() }
}

fn is_same_correction(before: &Correction, after: &Correction) -> bool {
    before.date.get() == after.date.get() && collapsed(before.what.text()) == collapsed(after.what.text())
}

fn is_same_redaction(before: &Redaction, after: &Redaction) -> bool {
    before.date.get() == after.date.get() && collapsed(before.what.text()) == collapsed(after.what.text())
}

/// Whether the decision that the redaction names was taken, and for it.
pub(super) fn is_decided(sites: Sites, redaction: &Redaction) -> bool {
    let named = redaction.by.get().and_then(|decision| sites.head.find(decision));
    named.and_then(|decision| decision.decision()).is_some_and(|it| it.outcome.get() == Some(&Outcome::Accepted))
}

impl Pair<'_> {
    /// Whether the record says that something in it is put right by this change.
    pub fn is_corrected(&self) -> bool {
        !self.corrections.added.is_empty()
    }

    /// Whether the record says that something was taken out of it by this change, and by which decision.
    pub fn is_redacted(&self) -> bool {
        !self.corrections.redactions.is_empty()
    }

    /// Whether `edit` of an event or a vote is one that nobody has to account for, such as a slip of the pen, or one that the
    /// record accounts for. What somebody voted, what came of it and where a step led is never among them.
    pub fn accounts_for(&self, edit: &KeyEdit) -> bool {
        let is_gone = edit.after.is_none();
        match edit.key {
            "note" => edit.is_slip() || self.is_corrected() || (is_gone && self.is_redacted()),
            "text" | "verdict" => edit.is_slip() || (is_gone && self.is_redacted()),
            "link" => {
                let is_same = edit.after.as_ref().is_some_and(|after| is_same_document(&edit.before, after));
                is_same || (self.is_corrected() && !is_gone) || (is_gone && self.is_redacted())
            }
            "date" | "decided" => self.is_corrected() && !is_gone,
            "by" => edit.is_withheld && self.is_redacted(),
            _ => false,
        }
    }
}
