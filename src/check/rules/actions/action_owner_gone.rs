//! Open actions of people who have left the group.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(action, find);

/// Found when everybody who was named is gone: with one left, somebody still does it.
fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    let group = facts.site.target(entry, "group").filter(|_| !action.done)?;
    let gone = action.owners.iter().map(|owner| gone(facts, group, &facts.site.entries[owner.known()?]));
    let (person, (since, place)) =
        gone.collect::<Option<Vec<_>>>()?.into_iter().max_by_key(|(_, (since, _))| *since)?;
    let message = format!(
        "the action “{}” is open, and the term of {} in {} ended on {since}, {} ago",
        shortened(&action.what),
        name(person),
        name(group),
        facts.age(since)
    );
    let help = "agree on who takes it over and write them before it, `@slug`, or close it with `[x]` and a link to why";
    Some(facts.at(entry, action.span, message).help(help).label(&group.path, place, "the term ended here"))
}

/// The end of the last term of `person` in `group`, when they had one and have none any more.
fn gone<'a>(facts: &Facts, group: &Entry, person: &'a Entry) -> Option<(&'a Entry, (Date, Span))> {
    let is_over = facts.site.terms_of(group, person).all(|term| term.period().has_ended(facts.site.today));
    Some((person, facts.site.last_day(group, person).filter(|_| is_over)?))
}
