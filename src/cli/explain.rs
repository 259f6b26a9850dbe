//! `candor explain`: the page of a rule.

use clap::Args;

use crate::check::{RULES, Rule, RulePage, meanings, rules};
use crate::config::{Config, FILE};
use crate::text::{did_you_mean, nearest};
use crate::tree::Tree;

use super::Outcome;
use super::env::{BOLD, fail, folder, prefix, print};

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
            let (level, text) = (level_here(rule), page.body.trim_end());
            print(format_args!("{BOLD}{}{BOLD:#} ({level})\nserves: {serves}\n\n{text}\n", rule.name));
            return Outcome::Clean;
        }
        let meant = nearest(&name, rules::names()).map(|meant| format!("; {}", did_you_mean(meant)));
        let meant = meant.unwrap_or_else(|| "; `candor explain` lists the rules".to_owned());
        fail(Outcome::Usage, format_args!("there is no rule `{name}`{meant}"))
    }
}

/// The level of `rule` on the site here, and what sets it where that is not the page of the rule: `off here: candor.toml`.
fn level_here(rule: &Rule) -> String {
    let usual = RulePage::of(rule).level;
    let folder = folder(None);
    // Without a site here the page is all that there is to say.
    let Some(tree) = Tree::read(&folder).ok().filter(|tree| tree.text(FILE).is_some()) else {
        return usual.to_string();
    };
    let (config, profile, _) = Config::load(&tree, &rules::names(), meanings::NEEDED);
    let of_site = config.levels.get(rule.name).map(|(level, _)| (*level, format!("{}{FILE}", prefix(&folder))));
    let of_profile = || {
        let level = profile.levels.get(rule.name)?;
        Some((*level, format!("the profile {}", profile.names.join(", "))))
    };
    match of_site.or_else(of_profile) {
        Some((level, set_by)) => format!("{level} on this site, set by {set_by}; else {usual}"),
        None => format!("{usual} on this site"),
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
