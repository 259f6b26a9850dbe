//! Sub-groups whose task is over and whose members still serve.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::group::GroupType;
use crate::site::running;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let serves = running(group, facts.site.today).next().is_some();
    if group.r#type.get() != Some(&GroupType::SubGroup) || !serves {
        return None;
    }
    let task = task(facts, entry, group);
    if task.is_empty() || task.iter().any(|matter| !facts.site.is_over(matter)) {
        return None;
    }
    let ended = task.iter().filter_map(|matter| matter.status.as_ref()?.since).max();
    let since = ended
        .map_or(String::new(), |ended| format!(" since {ended}, for {}", days(days_between(ended, facts.site.today))));
    let what = list(task.iter().map(|matter| name(matter)), "and");
    let has = if task.len() == 1 { "has" } else { "have" };
    let message = format!("the sub-group {} still has members, and {what} {has} been over{since}", name(entry));
    let help = "add the last day as `to` to each term, or say in `dissolves_when` what else it is there for";
    let span = group.dissolves_when.span().or_else(|| group.r#type.span());
    Some(facts.at(entry, span, message).help(help))
}

/// The matters that the group was set up for: those that `dissolves_when` names by id, else those that the decisions about
/// it are about.
fn task<'a>(facts: &Facts<'a>, entry: &'a Entry, group: &Group) -> Vec<&'a Entry> {
    let is_matter = |it: &&Entry| matches!(it.kind(), Kind::Proposal | Kind::Sow | Kind::Rfp | Kind::Bounty);
    let words = group.dissolves_when.text().split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let named: Vec<&Entry> =
        words.filter_map(|word| facts.site.record(&RecordId::parse(word)?)).filter(is_matter).collect();
    if !named.is_empty() {
        return named;
    }
    let decisions = facts.site.referring(entry, Kind::Decision, "about");
    let about = decisions.flat_map(|decision| facts.site.targets(decision, "about")).filter(is_matter);
    about.map(|matter| (matter.at, matter)).collect::<BTreeMap<_, _>>().into_values().collect()
}
