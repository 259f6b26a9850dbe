//! Duties that others have to reach in a hurry, without a way to do so.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duty, find);

fn find(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    if !duty.lacks_contact() || duty.not_applicable().is_some() {
        return None;
    }
    let message = format!("nothing says how to reach whoever has {}", duty_name(duty, group.group));
    let help = "add `contact` to the `[[duty]]` table: a channel, a list or an address that somebody reads";
    let finding = facts.at(group.group, duty.span(), message).help(help);
    Some(citing_group_for(facts, group.group, "duty-without-contact", "duties", finding))
}
