//! Duties that others have to reach in a hurry, without a way to do so.

use crate::check::prelude::*;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, _: &Group) -> Vec<Diagnostic> {
    let Some(group) = facts.site.group_duties(entry) else { return Vec::new() };
    let lacking = group.duties.iter().filter(|duty| duty.lacks_contact() && duty.not_applicable().is_none());
    let findings = lacking.map(|duty| {
        let message = format!("nothing says how to reach whoever has {}", duty_name(duty, entry));
        let help = "add `contact` to the `[[duty]]` table: a channel, a list or an address that somebody reads";
        let finding = facts.at(entry, duty.span(), message).help(help);
        citing_group_for(facts, entry, "duty-without-contact", "duties", finding)
    });
    findings.collect()
}
