//! People who hold root access for a body to which they do not belong any more.

use crate::check::prelude::*;
use crate::document::group::GroupType;
use crate::document::shared::HoldsFor;
use crate::site::Key;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let services = facts.site.opened_by(entry).into_iter();
    let keys = services.flat_map(|service| facts.site.keys(service).into_iter().map(move |key| (service, key)));
    let own = keys.filter(|(_, key)| key.entry.at == entry.at);
    own.filter_map(|(service, key)| find_in_key(facts, service, &key)).collect()
}

fn find_in_key(facts: &Facts, service: &Entry, key: &Key) -> Option<Diagnostic> {
    let site = facts.site;
    let person = key.access.person.get().and_then(|person| site.find(person))?;
    let group = match key.access.holds_for.get()? {
        HoldsFor::Board => site.only_group_of_type(GroupType::Board.as_str())?,
        HoldsFor::Iwg | HoldsFor::Group => site.own_group()?,
        // Whom a company employs is its own matter.
        HoldsFor::Contractor | HoldsFor::Operator => return None,
    };
    let members = &group.group()?.member;
    let is_known = !members.items().is_empty() && !group.is_unreadable("member.person");
    if !is_known || site.is_member(person, group, site.today) {
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
    let help = "take the access back and remove the person from `admins`, or correct `holds_for`; then name whoever holds it instead";
    let finding = facts.at(key.entry, key.access.person.span(), message).help(help);
    Some(match label {
        Some((span, text)) => finding.label(&group.path, span, text),
        None => finding,
    })
}

/// The last day of the person's last term in `group`.
fn last_day(site: &Site, group: &Entry, person: &Entry) -> Option<(Date, Option<Span>)> {
    let is_theirs =
        |term: &&At<Member>| term.person.get().and_then(|it| site.find(it)).is_some_and(|it| it.at == person.at);
    let terms = group.group()?.member.items().iter().filter(is_theirs);
    let ended = terms.filter_map(|term| Some((*term.to.get()?, term.to.span())));
    ended.filter(|(day, _)| *day < site.today).max()
}
