//! Open actions of people who have left the group.

use crate::check::prelude::*;
use crate::site::Owner;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(group) = facts.site.target(entry, "group") else { return Vec::new() };
    let open = facts.site.actions_in(entry).iter().filter(|action| !action.done);
    open.filter_map(|action| without_owner(facts, entry, group, action)).collect()
}

/// Found when everybody who was named is gone: with one left, somebody still does it.
fn without_owner(facts: &Facts, entry: &Entry, group: &Entry, action: &Action) -> Option<Diagnostic> {
    let gone: Option<Vec<Gone>> = action.owners.iter().map(|owner| gone(facts, group, owner)).collect();
    let last = gone?.into_iter().max_by_key(|gone| gone.since)?;
    let message = format!(
        "the action “{}” is open, and the term of {} in {} ended on {}, {} ago",
        shortened(&action.what),
        name(last.person),
        name(group),
        last.since,
        days(days_between(last.since, facts.site.today))
    );
    let help = "agree on who takes it over and write their slug before it, or close it with `[x]` and a link to why";
    Some(facts.at(entry, action.span, message).help(help).label(&group.path, last.place, "the term ended here"))
}

struct Gone<'a> {
    person: &'a Entry,
    since: Date,
    place: Span,
}

/// The last term of `owner` in `group`, when they had one and have none today.
fn gone<'a>(facts: &Facts<'a>, group: &Entry, owner: &Owner) -> Option<Gone<'a>> {
    let person = &facts.site.entries[owner.known()?];
    let is_theirs = |term: &&At<Member>| {
        term.person.get().and_then(|it| facts.site.find(it)).is_some_and(|member| member.at == person.at)
    };
    let terms: Vec<&At<Member>> = group.group()?.member.items().iter().filter(is_theirs).collect();
    if terms.iter().any(|term| term.period().holds(facts.site.today)) {
        return None;
    }
    let ended = terms.into_iter().filter_map(|term| Some((*term.to.get()?, term.to.span()?)));
    let (since, place) = ended.max_by_key(|(to, _)| *to).filter(|(to, _)| *to < facts.site.today)?;
    Some(Gone { person, since, place })
}
