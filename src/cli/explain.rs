//! `candor explain`: the page of a rule.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::check::{RULES, Rule, RulePage, rules};
use crate::config::FILE;
use crate::project::{Options, Project};
use crate::site::Site;
use crate::text::{did_you_mean, nearest};
use crate::tree::Tree;

use super::Outcome;
use super::env::{BOLD, fail, folder, prefix, print, today};

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
        if let Some(rule) = Rule::named(&name) {
            let page = RulePage::of(rule);
            let here = Here::read();
            let reasons = here.as_ref().map(|here| page.reasons(&here.site.profile.names));
            let serves = reasons.as_ref().unwrap_or(&page.serves).join("\n  ");
            let (level, rung, text) = (level_here(rule, &here), rung_here(rule, &here), page.body.trim_end());
            let name = rule.name;
            print(format_args!("{BOLD}{name}{BOLD:#} ({level})\nserves: {serves}\nrung: {rung}\n\n{text}\n"));
            return Outcome::Clean;
        }
        let meant = nearest(&name, rules::names()).map(|meant| format!("; {}", did_you_mean(meant)));
        let meant = meant.unwrap_or_else(|| "; `candor explain` lists the rules".to_owned());
        fail(Outcome::Usage, format_args!("there is no rule `{name}`{meant}"))
    }
}

/// The site in this folder.
struct Here {
    folder: PathBuf,
    site: Site,
}

impl Here {
    /// `None` where there is no site here: then the page of a rule is all that there is to say.
    fn read() -> Option<Here> {
        let folder = folder(None);
        let tree = Tree::read(&folder).ok().filter(|tree| tree.text(FILE).is_some())?;
        let project = Project::linked(
            tree,
            &Options { today: today(None), drafts: true, base_url: None, index_links: false },
            None,
        );
        Some(Here { folder, site: Arc::into_inner(project.site)? })
    }
}

/// The level of `rule` on the site here, and what sets it where that is not the page of the rule: `off here: candor.toml`.
fn level_here(rule: &Rule, here: &Option<Here>) -> String {
    let usual = RulePage::of(rule).level;
    let Some(Here { folder, site }) = here else { return usual.to_string() };
    let of_site = site.config.levels.get(rule.name).map(|(level, _)| (*level, format!("{}{FILE}", prefix(folder))));
    let of_profile = || {
        let level = site.profile.levels.get(rule.name)?;
        Some((*level, format!("the profile {}", site.profile.names.join(", "))))
    };
    match of_site.or_else(of_profile) {
        Some((level, set_by)) => format!("{level} on this site, set by {set_by}; else {usual}"),
        None => format!("{usual} on this site"),
    }
}

/// The rung of `rule`, and where the site here is below it, what that means.
fn rung_here(rule: &Rule, here: &Option<Here>) -> String {
    let rung = RulePage::of(rule).rung;
    match here {
        Some(here) if here.site.rung < rung => format!(
            "{rung}, and this site is on `{}`: the rule is not asked until the record holds something of that rung, or \
            {FILE} says `rung = \"{rung}\"`",
            here.site.rung
        ),
        Some(_) | None => rung.to_string(),
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
        let (level, rung) = (page.level.as_str(), page.rung.as_str());
        print(format_args!("  {:width$}  {level:7}  {rung:11}  {}\n", rule.name, page.title));
    }
}
