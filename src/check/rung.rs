//! On which rung of the model each rule is asked.

use super::Rule;
use crate::document::Rung;

/// The rung of each family of rules. The page of a rule that belongs to another one says so: `rung = "money"`.
const FAMILIES: &[(&str, Rung)] = &[
    ("front_matter", Rung::Record),
    ("files", Rung::Record),
    ("text", Rung::Record),
    ("references", Rung::Record),
    ("configuration", Rung::Record),
    ("waivers", Rung::Record),
    ("change", Rung::Record),
    ("meetings", Rung::Record),
    ("actions", Rung::Record),
    ("people", Rung::Record),
    ("sensitive", Rung::Record),
    ("state", Rung::Decisions),
    ("decisions", Rung::Decisions),
    ("services", Rung::Decisions),
    ("duties", Rung::Decisions),
    ("reports", Rung::Decisions),
    ("surveys", Rung::Decisions),
    ("roadmap", Rung::Decisions),
    ("proposals", Rung::Decisions),
    ("sow", Rung::Money),
    ("bounties", Rung::Money),
    ("money", Rung::Money),
    ("pledges", Rung::Money),
    ("requests_for_proposal", Rung::Procurement),
    ("contractors", Rung::Procurement),
];

/// The rung of the family of `rule`; `None` for a family that has none.
pub(super) fn of_family(rule: &Rule) -> Option<Rung> {
    FAMILIES.iter().find(|(family, _)| *family == rule.family).map(|(_, rung)| *rung)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{RULES, RulePage};

    #[test]
    fn every_family_has_one_rung_and_no_page_repeats_it() {
        for (at, (family, _)) in FAMILIES.iter().enumerate() {
            assert!(RULES.iter().any(|rule| rule.family == *family), "{family} has no rules");
            assert!(FAMILIES[..at].iter().all(|(other, _)| other != family), "{family} is there twice");
        }
        for rule in RULES {
            let family = of_family(rule).unwrap_or_else(|| panic!("{} has no rung", rule.family));
            let says = rule.source.split("\n+++\n").next().is_some_and(|front| front.contains("\nrung = "));
            assert_eq!(says, RulePage::of(rule).rung != family, "the page of {}", rule.name);
        }
    }
}
