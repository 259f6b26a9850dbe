//! People who have more open actions and matters than one person should.

use crate::check::prelude::*;

/// Beyond so many places a reader looks at the person's page.
const SHOWN: usize = 20;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let matters = facts.site.entries.iter().filter(|entry| facts.site.is_open_matter(entry));
    let held = grouped(matters.flat_map(|entry| {
        let holders = facts.site.holder(entry).map_or(Vec::new(), |(_, whom)| whom);
        holders.into_iter().map(move |person| (person.at, entry))
    }));
    let people = facts.site.of_kind(Kind::Person);
    people.filter_map(|it| check_person(facts, it, held.get(&it.at).map_or(&[][..], Vec::as_slice))).collect()
}

fn check_person(facts: &Facts, person: &Entry, matters: &[&Entry]) -> Option<Diagnostic> {
    let (site, most) = (facts.site, usize::try_from(facts.limit).ok()?);
    let actions: Vec<_> = site.actions_of(person).filter(|action| !action.done).collect();
    let more = (actions.len() + matters.len()).checked_sub(most).filter(|more| *more > 0)?;
    let parts = [(actions.len(), "open action", "open actions"), (matters.len(), "matter", "matters")];
    let parts =
        parts.into_iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(number, one, many));
    let (who, what) = (name(person), list(parts, "and"));
    let message = format!("{who} has {what} in hand, {more} more than the {most} that one person should hold");
    let help =
        "hand some over: name another owner in the action (`@slug`) or the record (`owner`), or put it off and say so";
    let finding = facts.at(person, key_span(person, "name"), message).help(help);
    let of_actions =
        actions.iter().map(|action| (&site.entries[action.from].path, action.span, "an open action".to_owned()));
    let of_matters = matters.iter().map(|matter| {
        let step = last_step(matter).map(|step| step.span).unwrap_or_default();
        (&matter.path, step, format!("{} is in `{}`", name(matter), state_of(matter)))
    });
    Some(finding.labels(of_actions.chain(of_matters).take(SHOWN)))
}
