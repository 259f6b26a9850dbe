//! The inventory: services by area, with the chairs that nobody sits on.

use serde::Serialize;

use crate::document::service::Service;
use crate::fields::{ACTOR, Field, Ref};
use crate::id::Kind;
use crate::site::Entry;
use crate::text::capitalised;
use crate::words;

use super::View;
use super::part::{Part, closed};

/// By area: those of the group's scope in its order, then the others by name.
pub(super) fn areas(view: &View, services: &[&Entry]) -> Vec<impl Serialize> {
    let area_of = |entry: &Entry| {
        entry.service().and_then(|it| it.area.get().cloned()).unwrap_or_else(|| words::NO_AREA.to_string())
    };
    let scope = &view.site.config.scope;
    let mut titles: Vec<String> = scope.clone();
    let mut others: Vec<String> =
        services.iter().map(|entry| area_of(entry)).filter(|area| !scope.contains(area)).collect();
    others.sort();
    others.dedup();
    titles.extend(others);
    titles
        .into_iter()
        .enumerate()
        .map(|(at, title)| {
            let inside: Vec<&&Entry> = services.iter().filter(|entry| area_of(entry) == title).collect();
            let services: Vec<_> = inside.iter().map(|entry| row(view, entry)).collect();
            let empty = inside.iter().map(|entry| empty_chairs(entry)).sum();
            let note = words::services_and_chairs(services.len(), empty);
            given! { anchor: format!("area.{}", at + 1), title: capitalised(&title), note, services }
        })
        .collect()
}

fn row(view: &View, entry: &Entry) -> impl Serialize {
    let service = entry.service();
    given! {
        title: entry.title.clone(),
        href: view.to_record(entry),
        purpose: service.map(|it| it.purpose.text().to_owned()).unwrap_or_default(),
        owner: service.map(|it| brief(seat(view, &it.owner))).unwrap_or_default(),
        operator: service.map(|it| brief(seat(view, &it.operator))).unwrap_or_default(),
        admins: service.map(|it| brief(admins(view, it))).unwrap_or_default(),
        roots: view.root_holders(entry),
        levels: view.level_marks(entry),
        state: view.state(entry),
        critical: service.and_then(|it| it.critical.get()).map(|it| it.as_str()),
    }
}

/// Without the reasons: they are on the page of the service, and a table of them says the same in every row.
pub(super) fn brief(parts: Vec<Part>) -> Vec<Part> {
    parts.into_iter().map(|part| Part { note: None, ..part }).collect()
}

/// Who has a chair of a service; an empty chair when nobody is recorded.
pub(super) fn seat(view: &View, field: &Field<Ref<ACTOR>>) -> Vec<Part> {
    match field.get() {
        Some(reference) => vec![view.reference(reference)],
        None => {
            vec![Part { note: field.unknown().map(|it| closed(&it.reason)), ..Part::empty(words::NOBODY_RECORDED) }]
        }
    }
}

/// The admins, with a second chair shown empty when only one is taken.
pub(super) fn admins(view: &View, service: &Service) -> Vec<Part> {
    let mut admins: Vec<Part> = service.admins.items().iter().map(|it| view.reference(&it.value)).collect();
    match admins.len() {
        0 => {
            let reason = service.admins.unknown().map(|it| closed(&it.reason));
            vec![Part { note: reason, ..Part::empty(words::NOBODY_RECORDED) }]
        }
        1 => {
            admins.push(Part::empty(words::NO_SECOND));
            admins
        }
        _ => admins,
    }
}

/// What a service lacks, in words; nothing once it is given up.
pub(super) fn missing(entry: &Entry) -> Vec<String> {
    let [owner, operator, first, second] = occupied(entry);
    let chairs = [
        (owner, words::OWNER_MISSING),
        (operator, words::OPERATOR_MISSING),
        (first, words::ADMIN_MISSING),
        (!first || second, words::SECOND_ADMIN_MISSING),
    ];
    chairs.iter().filter(|(taken, _)| !taken).map(|(_, what)| what.to_string()).collect()
}

fn occupied(entry: &Entry) -> [bool; 4] {
    entry.service().map_or([false; 4], |service| {
        let admins = service.admins.items().len();
        [service.owner.get().is_some(), service.operator.get().is_some(), admins >= 1, admins >= 2]
    })
}

/// Owner, operator and admins; a second admin counts once somebody is the first.
fn empty_chairs(entry: &Entry) -> usize {
    let [owner, operator, first, second] = occupied(entry);
    [owner, operator, first, !first || second].iter().filter(|taken| !**taken).count()
}

pub(super) fn chairs(services: &[&Entry]) -> Vec<impl Serialize> {
    let titles =
        [words::OWNER_RECORDED, words::OPERATOR_RECORDED, words::FIRST_ADMIN_RECORDED, words::SECOND_ADMIN_RECORDED];
    let taken =
        |at: usize| services.iter().filter(|entry| entry.kind() == Kind::Service && occupied(entry)[at]).count();
    titles.into_iter().enumerate().map(|(at, title)| given! { title, taken: taken(at), of: services.len() }).collect()
}
