//! Sub-groups whose task is over and whose members still serve.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::group::GroupType;
use crate::site::running;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let (site, today) = (facts.site, facts.site.today);
    running(group, today)
        .find(|term| !term.to.is_unreadable())
        .filter(|_| group.r#type.get() == Some(&GroupType::SubGroup))?;
    let task = task(facts, entry, group);
    (!task.is_empty() && task.iter().all(|matter| site.is_over(matter))).then_some(())?;
    let ended = task.iter().filter_map(|matter| matter.status.as_ref()?.since).max();
    let since = ended.map_or(String::new(), |day| format!(" since {day}, for {}", days(days_between(day, today))));
    let has = if task.len() == 1 { "has" } else { "have" };
    let what = list(task.into_iter().map(name), "and");
    let message = format!("the sub-group {} still has members, and {what} {has} been over{since}", name(entry));
    let help = "add the last day as `to` to each term, or say in `dissolves_when` what else it is there for";
    Some(facts.at(entry, group.dissolves_when.span().or_else(|| group.r#type.span()), message).help(help))
}

/// The matters that the group was set up for: those that `dissolves_when` names by id, else those that the decisions about
/// it are about.
fn task<'a>(facts: &Facts<'a>, entry: &'a Entry, group: &Group) -> Vec<&'a Entry> {
    let is_matter = |it: &&Entry| matches!(it.kind(), Kind::Proposal | Kind::Sow | Kind::Rfp | Kind::Bounty);
    let words = group.dissolves_when.text().split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    let named = words.filter_map(|word| facts.site.record(&facts.site.layout().parse(word)?)).filter(is_matter);
    let named: Vec<&Entry> = named.collect();
    if !named.is_empty() {
        return named;
    }
    let decisions = facts.site.referring(entry, Kind::Decision, "about");
    let about = decisions.flat_map(|decision| facts.site.targets(decision, "about")).filter(is_matter);
    about.map(|matter| (matter.at, matter)).collect::<BTreeMap<_, _>>().into_values().collect()
}
