//! What the records withhold: from tables that say so, and from the cost of a statement of work, which has its own
//! keys.

use super::Entry;
use crate::fields::Missing;
use crate::text::{Date, Period, Span};

/// One value that is not shown.
pub struct Secret {
    /// The key that would hold it: `offer.price`.
    pub key: String,
    /// The last day on which it is withheld; `None` when no end is stated.
    pub until: Option<Date>,
    /// Where the record says that it is withheld.
    pub span: Span,
}

impl Secret {
    /// Whether it is still withheld: the last day counts.
    pub fn holds(&self, today: Date) -> bool {
        !Period { from: None, to: self.until }.has_ended(today)
    }

    /// Whether it is an amount of money.
    pub fn is_amount(&self) -> bool {
        let key = self.key.rsplit('.').next().unwrap_or_default();
        ["amount", "price", "cost"].contains(&key)
    }
}

/// What `entry` withholds, in the order in which it is written.
pub fn secrets(entry: &Entry) -> Vec<Secret> {
    let stated = entry.gaps.iter().filter_map(|gap| match &gap.what {
        Missing::Withheld(it) => Some(Secret { key: gap.key.clone(), until: it.until, span: it.span }),
        Missing::Unknown(_) => None,
    });
    let cost = entry.sow().and_then(|sow| sow.cost.get()).and_then(|cost| {
        let span = cost.withheld.span().filter(|_| cost.withheld.get().is_some())?;
        Some(Secret { key: "cost".to_owned(), until: cost.until.get().copied(), span })
    });
    stated.chain(cost).collect()
}
