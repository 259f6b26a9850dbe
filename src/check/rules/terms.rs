//! Terms of members, also of those whom the directory does not know.

use crate::document::group::Member;
use crate::text::Date;

/// Whether a term runs on `date`: its first and its last day count, and a day that is not stated is no limit.
pub fn runs_on(term: &Member, date: Date) -> bool {
    term.from.get().is_none_or(|from| *from <= date) && term.to.get().is_none_or(|to| date <= *to)
}
