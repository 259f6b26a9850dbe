//! Which meanings of states the rules look for: where no state of a kind has one of them, a rule finds nothing there.
//!
//! Rules that look at a meaning only to leave a finding to another rule are not in the table.

use crate::id::Kind;
use crate::workflow::Means::{
    Accepted, Approved, Assessed, Closed, Costed, Delivered, Done, Open, Referred, Retired, Routed, UnderWay,
};
use crate::workflow::{MeaningNeed, Means};

/// One row for each rule and kind, in the order of the families.
pub const NEEDED: &[MeaningNeed] = &[
    needed("deadline-passed", Kind::Decision, &[Open]),
    needed("deadline-passed", Kind::Sow, &[Open]),
    needed("sow-without-proposal", Kind::Sow, &[Open]),
    needed("work-item-without-estimate", Kind::Sow, &[Costed, Routed, Referred, Approved, UnderWay]),
    needed("work-item-without-owner", Kind::Sow, &[Routed, Referred, Approved, UnderWay]),
    needed("requirement-left-out", Kind::Sow, &[Open, Closed, Assessed, Costed, Routed, Referred, Approved, UnderWay]),
    needed("contractor-route-without-slo", Kind::Sow, &[Routed, Referred, Approved, UnderWay]),
    needed("shared-infrastructure-without-agreement", Kind::Sow, &[UnderWay, Delivered, Accepted, Done]),
    needed("experiment-without-review", Kind::Sow, &[Approved, UnderWay]),
    needed("experiment-without-review", Kind::Decision, &[Approved]),
    needed("delivered-with-open-criteria", Kind::Sow, &[Delivered, Accepted, Done]),
    needed("rfp-without-conditions", Kind::Rfp, &[Open, Closed, Assessed, Done]),
    needed("rfp-closing-overdue", Kind::Rfp, &[Open]),
    needed("rfp-without-question-deadline", Kind::Rfp, &[Open]),
    needed("award-before-closing", Kind::Rfp, &[Done]),
    needed("award-to-unlisted-offer", Kind::Rfp, &[Done]),
    needed("bounty-overdue", Kind::Bounty, &[Open]),
    needed("two-claimants", Kind::Bounty, &[UnderWay, Delivered]),
    needed("approval-lapsed", Kind::Sow, &[Approved]),
    needed("approved-terms-changed", Kind::Sow, &[Approved, UnderWay, Delivered, Accepted]),
    needed("money-without-board-decision", Kind::Sow, &[Approved, UnderWay, Delivered, Accepted, Done]),
    needed("money-without-board-decision", Kind::Rfp, &[Done]),
    needed("nobody-authorises-payments", Kind::Sow, &[Accepted]),
    needed("nobody-authorises-payments", Kind::Bounty, &[Accepted]),
    needed("contract-for-unapproved-sow", Kind::Sow, &[Approved, UnderWay]),
    needed("contract-without-request", Kind::Rfp, &[Open]),
    needed("contract-coverage", Kind::Sow, &[UnderWay, Delivered, Accepted, Done]),
    needed("dependency-on-retired", Kind::Service, &[Retired]),
    needed("retired-without-successor", Kind::Service, &[Retired]),
    needed("offer-in-public", Kind::Rfp, &[Open, Closed, Assessed, Done]),
];

const fn needed(rule: &'static str, kind: Kind, any_of: &'static [Means]) -> MeaningNeed {
    MeaningNeed { rule, kind, any_of }
}
