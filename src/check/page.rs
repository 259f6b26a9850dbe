//! The documentation of a rule: published on the site, printed by `explain`, run as its test.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{RULES, Rule, rung};
use crate::document::Rung;
use crate::tree::Tree;
use crate::workflow::RuleLevel;

/// What a rule's page says.
#[derive(Debug, Clone)]
pub struct RulePage {
    /// The level where neither profile nor site says otherwise.
    pub level: RuleLevel,
    /// The clauses that the rule serves, in our words.
    pub serves: Vec<String>,
    /// The requirement of the profile without which the rule is not asked: `minutes_days`. `None` when it always is.
    pub requires: Option<String>,
    /// How much of the model a group must use for the rule to be asked: what the page says, else the rung of its family.
    pub rung: Rung,
    /// The first heading: what is flagged, as a sentence.
    pub title: String,
    /// The Markdown after the front matter.
    pub body: &'static str,
}

/// A fixture on a rule's page and what it is there to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule flags it.
    pub flagged: bool,
    /// The files before the change, where the rule judges a change.
    pub base: Option<&'static str>,
    /// Files in the notation of `Tree::fixture`; with a base, what the change lays over it.
    pub fixture: &'static str,
    /// What the author reads; empty for an example that is clean.
    pub report: &'static str,
}

impl Example {
    /// The files before the change.
    pub fn base(&self) -> Option<Tree> {
        self.base.map(Tree::fixture)
    }

    /// The files that are judged.
    pub fn tree(&self) -> Tree {
        self.base().unwrap_or_else(|| Tree::fixture("")).changed(self.fixture)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    level: String,
    serves: Vec<String>,
    requires: Option<String>,
    rung: Option<String>,
}

static PAGES: LazyLock<HashMap<&'static str, RulePage>> =
    LazyLock::new(|| RULES.iter().map(|rule| (rule.name, read(rule))).collect());

/// With what the sources of a group begin, and the profile that works by them.
const SOURCES: [(&str, &str); 8] = [
    ("IWG ", "llvm-iwg"),
    ("LLVM ", "llvm-area-team"),
    ("Project Governance", "llvm-area-team"),
    ("rust-vmm", "rust-vmm"),
    ("Software Freedom Conservancy", "rust-vmm"),
    ("GHC ", "ghc-devops"),
    ("OpenStack ", "openstack-liaisons"),
    ("EIP-", "eip"),
];

impl RulePage {
    /// Why there is the rule, on a site that works by `profiles`: what it serves, without the sources of groups that the site does
    /// not follow.
    pub fn reasons(&self, profiles: &[String]) -> Vec<String> {
        let reason = |serves: &String| {
            let of_group = SOURCES.iter().find(|(begin, _)| serves.starts_with(begin));
            if of_group.is_none_or(|(_, profile)| profiles.iter().any(|name| name == profile)) {
                return Some(serves.clone());
            }
            let (_, says) = serves.split_once(": ")?;
            let first = says.chars().next()?;
            Some(format!("{}{}", first.to_uppercase(), &says[first.len_utf8()..]))
        };
        self.serves.iter().filter_map(reason).collect()
    }

    /// The page of `rule`.
    pub fn of(rule: &Rule) -> &'static RulePage {
        &PAGES[rule.name]
    }

    /// The examples in the order of the page: blocks fenced with `flagged` and `clean`, the report in the block after it.
    /// A block `base` before one of them is what that one is a change of.
    pub fn examples(&self) -> Vec<Example> {
        let mut examples: Vec<Example> = Vec::new();
        let mut base = None;
        for (name, text) in blocks(self.body) {
            match name {
                "base" => base = Some(text),
                "flagged" | "clean" => {
                    let flagged = name == "flagged";
                    examples.push(Example { flagged, base: base.take(), fixture: text, report: "" });
                }
                "report" => examples.last_mut().expect("a report stands after its example").report = text,
                _ => {}
            }
        }
        examples
    }
}

/// The rule pages are part of the program: one that cannot be read is a mistake in the program.
fn read(rule: &Rule) -> RulePage {
    let wrong = |what: &str| -> ! { panic!("the page of the rule {}: {what}", rule.name) };
    let Some((front, body)) = rule.source.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")) else {
        wrong("no front matter")
    };
    let front: Front = toml::from_str(front).unwrap_or_else(|error| wrong(&error.to_string()));
    let level = RuleLevel::ALL.iter().copied().find(|level| level.as_str() == front.level);
    let stated = front.rung.as_ref().map(|word| {
        let rung = Rung::ALL.iter().copied().find(|rung| rung.as_str() == word);
        rung.unwrap_or_else(|| wrong("no such rung"))
    });
    let rung = stated.or_else(|| rung::of_family(rule));
    let title = body.lines().find_map(|line| line.strip_prefix("# "));
    RulePage {
        level: level.unwrap_or_else(|| wrong("no such level")),
        serves: front.serves,
        requires: front.requires,
        rung: rung.unwrap_or_else(|| wrong("no rung: neither the page nor the family has one")),
        title: title.unwrap_or_else(|| wrong("no heading")).to_owned(),
        body: body.trim_start(),
    }
}

/// The blocks between lines of four backticks, with the word after the opening line's backticks.
pub fn blocks(body: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = body;
    while let Some((_, after)) = rest.split_once("\n````") {
        let Some((name, text)) = after.split_once('\n') else { break };
        let Some((text, after)) = text.split_once("````\n").or_else(|| text.strip_suffix("````").map(|it| (it, "")))
        else {
            break;
        };
        blocks.push((name.trim(), text));
        // The line break before the next block belongs to both.
        rest = if after.is_empty() { "" } else { &rest[rest.len() - after.len() - 1..] };
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_between_lines_of_four_backticks() {
        let body = "# Title\n\n````flagged\n-- a.md --\n```\ncode\n```\n````\n\n````report\nerror\n````\n";
        assert_eq!(blocks(body), [("flagged", "-- a.md --\n```\ncode\n```\n"), ("report", "error\n")]);
    }
}
