//! People who hold root access for a body to which they do not belong any more.

use crate::check::prelude::*;
use crate::check::rules::inventory::{Key, in_use, keys};
use crate::document::group::GroupType;
use crate::document::shared::HoldsFor;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = in_use(facts.site)
        .flat_map(|(service, _)| keys(facts.site, service).into_iter().map(move |key| (service, key)))
        .filter_map(|(service, key)| of_key(facts, service, &key))
        .collect();
    found.sort_by(Diagnostic::order);
    found.dedup();
    found
}

fn of_key(facts: &Facts, service: &Entry, key: &Key) -> Option<Diagnostic> {
    let site = facts.site;
    let person = key.access.person.get().and_then(|person| site.find(person))?;
    let group = match key.access.holds_for.get()? {
        HoldsFor::Board => site.only_group_of_type(GroupType::Board.as_str())?,
        HoldsFor::Iwg | HoldsFor::Group => site.own_group()?,
        // Whom a company employs is its own matter.
        HoldsFor::Contractor | HoldsFor::Operator => return None,
    };
    let has_roster = !group.group()?.member.items().is_empty() && group.problems.is_empty();
    if !has_roster || site.is_member(person, group, site.today) {
        return None;
    }
    let (why, label) = match last_day(site, group, person) {
        Some((day, span)) => (
            format!("left it on {day}, {} ago", days(days_between(day, site.today))),
            span.map(|span| (span, "the term ended here")),
        ),
        None => ("is not one of its members".to_owned(), None),
    };
    let message = format!("{} holds root access to {} for {}, and {why}", name(person), name(service), name(group));
    let help = "take the access back and remove the entry, or write for whom the person holds it now; then name \
        whoever holds it instead";
    let finding = facts.at(key.entry, key.access.person.span(), message).help(help);
    Some(match label {
        Some((span, text)) => finding.label(&group.path, span, text),
        None => finding,
    })
}

/// The last day of the person's last term in `group`.
fn last_day(site: &Site, group: &Entry, person: &Entry) -> Option<(Date, Option<Span>)> {
    let is_theirs = |term: &&At<crate::document::group::Member>| {
        term.person.get().and_then(|it| site.find(it)).is_some_and(|it| it.at == person.at)
    };
    let terms = group.group()?.member.items().iter().filter(is_theirs);
    let ended = terms.filter_map(|term| Some((*term.to.get()?, term.to.span())));
    ended.filter(|(day, _)| *day < site.today).max()
}
