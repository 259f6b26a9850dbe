//! Duties that others have to reach in a hurry, without a way to do so.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, duty_of, groups, place};
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    groups.iter().flat_map(|group| group.duties.iter().filter_map(|duty| of_duty(facts, group, duty))).collect()
}

fn of_duty(facts: &Facts, group: &Asked, duty: &DutyToday) -> Option<Diagnostic> {
    if !duty.lacks_contact() || duty.not_applicable().is_some() {
        return None;
    }
    let message = format!("nothing says how to reach whoever has {}", duty_of(duty, group.entry));
    let help = "add `contact` to the `[[duty]]` table: a channel, a list or an address that somebody reads";
    Some(group.cited(facts, "duty-without-contact", "duties", facts.at(group.entry, place(duty), message).help(help)))
}
