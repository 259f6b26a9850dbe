//! People who have more open actions and matters than one person should.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::fields::look;

/// Beyond so many places a reader looks at the person's page.
const SHOWN: usize = 20;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut held: BTreeMap<usize, Vec<&Entry>> = BTreeMap::new();
    for entry in facts.site.entries.iter().filter(|entry| facts.site.is_open_matter(entry)) {
        let holders = facts.site.holder(entry).map_or(Vec::new(), |(_, whom)| whom);
        for person in holders {
            held.entry(person.at).or_default().push(entry);
        }
    }
    let people = facts.site.of_kind(Kind::Person);
    let found = people.filter_map(|person| {
        let matters = held.get(&person.at).map_or(&[][..], Vec::as_slice);
        check_person(facts, person, matters)
    });
    found.collect()
}

fn check_person(facts: &Facts, person: &Entry, matters: &[&Entry]) -> Option<Diagnostic> {
    let (site, most) = (facts.site, usize::try_from(facts.limit).ok()?);
    let actions: Vec<_> = site.actions_of(person).filter(|action| !action.done).collect();
    let all = actions.len() + matters.len();
    if all <= most {
        return None;
    }
    let parts = [
        (actions.len(), count(actions.len(), "open action", "open actions")),
        (matters.len(), count(matters.len(), "matter", "matters")),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words);
    let message = format!(
        "{} has {} in hand, {} more than the {most} that one person should hold",
        name(person),
        list(parts, "and"),
        all - most,
    );
    let span = look::field(person.record.as_value(), "name").and_then(|name| name.span());
    let help = "hand some over: name another owner in the action or the record, or put it off and say so";
    let finding = facts.at(person, span, message).help(help);
    let of_actions =
        actions.iter().map(|action| (&site.entries[action.from].path, action.span, "an open action".to_owned()));
    let of_matters = matters.iter().map(|matter| {
        let status = matter.status.as_ref();
        let step = status.and_then(|status| status.steps.last()).map(|step| step.span).unwrap_or_default();
        let state = status.map_or("", |status| &status.state);
        (&matter.path, step, format!("{} is in `{state}`", name(matter)))
    });
    let labels = of_actions.chain(of_matters).take(SHOWN);
    Some(labels.fold(finding, |finding, (path, span, text)| finding.label(path, span, text)))
}
