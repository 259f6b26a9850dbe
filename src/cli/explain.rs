//! `candor explain`: the page of a rule.

use clap::Args;

use crate::check::{RULES, RulePage, rules};
use crate::text::{did_you_mean, nearest};

use super::Outcome;
use super::env::{BOLD, fail, print};

/// Say what a rule flags and why, with examples; without a name, list the rules
#[derive(Args, Debug)]
pub(super) struct Explain {
    /// The rule's name, as it stands in brackets behind a finding's level
    rule: Option<String>,
}

impl Explain {
    pub(super) fn run(self) -> Outcome {
        let Some(name) = self.rule else {
            list();
            return Outcome::Clean;
        };
        let name = name.trim().replace('_', "-");
        if let Some(rule) = RULES.iter().find(|rule| rule.name == name) {
            let page = RulePage::of(rule);
            let serves = page.serves.join("\n  ");
            let (level, text) = (page.level, page.body.trim_end());
            print(format_args!("{BOLD}{}{BOLD:#} ({level})\nserves: {serves}\n\n{text}\n", rule.name));
            return Outcome::Clean;
        }
        let meant = nearest(&name, rules::names()).map(|meant| format!("; {}", did_you_mean(meant)));
        let meant = meant.unwrap_or_else(|| "; `candor explain` lists the rules".to_owned());
        fail(Outcome::Usage, format_args!("there is no rule `{name}`{meant}"))
    }
}

fn list() {
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut family = "";
    for rule in RULES {
        if rule.family != family {
            family = rule.family;
            print(format_args!("\n{BOLD}{}{BOLD:#}\n", family.replace('_', " ")));
        }
        let page = RulePage::of(rule);
        print(format_args!("  {:width$}  {:7}  {}\n", rule.name, page.level.as_str(), page.title));
    }
}
