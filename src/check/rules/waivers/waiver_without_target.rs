//! Waivers for a rule or a record that does not exist.

use crate::check::prelude::*;
use crate::check::{rules, waived_path};
use crate::config::Waiver;
use crate::text::{did_you_mean, nearest};

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let waivers = facts.site.config.waivers.iter();
    waivers.flat_map(|waiver| unknown_rule(facts, waiver).into_iter().chain(unknown_record(facts, waiver))).collect()
}

fn unknown_rule(facts: &Facts, waiver: &Waiver) -> Option<Diagnostic> {
    let names = rules::names();
    let rule = waiver.rule.get().filter(|rule| !names.contains(&rule.as_str()))?;
    let message = format!("the waiver names the rule `{rule}`, which does not exist");
    let finding = in_configuration(facts, waiver.rule.span(), message);
    Some(match nearest(rule, names) {
        Some(meant) => finding.help(did_you_mean(meant)),
        None => finding.help("`candor explain` lists the rules"),
    })
}

fn unknown_record(facts: &Facts, waiver: &Waiver) -> Option<Diagnostic> {
    // What a waiver lets go is not there any more.
    let is_gone = waiver.rule.text() == "record-deleted";
    let record = waiver.record.get().filter(|record| !is_gone && waived_path(facts.site, record).is_none())?;
    let message = format!("the waiver is for `{record}`, and there is no such record");
    let finding = in_configuration(facts, waiver.record.span(), message);
    let ids: Vec<String> = facts.site.entries.iter().map(|entry| entry.id.to_string()).collect();
    let paths = facts.site.entries.iter().map(|entry| entry.path.as_str());
    if let Some(meant) = nearest(record, paths.chain(ids.iter().map(String::as_str))) {
        return Some(finding.help(did_you_mean(meant)));
    }
    Some(finding.help("write in `record` the id of one, such as `SOW-0003`, or the path of a file"))
}
