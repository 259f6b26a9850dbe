//! The inventory: services by area, with the chairs that nobody sits on.

use serde::Serialize;

use crate::id::Kind;
use crate::site::Entry;
use crate::text::count;

use super::View;
use super::part::Part;

/// The services of one area.
#[derive(Serialize)]
pub struct Area {
    pub title: String,
    pub anchor: String,
    /// `3 services, 4 empty chairs`.
    pub note: String,
    pub services: Vec<ServiceRow>,
}

#[derive(Serialize)]
pub struct ServiceRow {
    pub title: String,
    pub href: String,
    pub purpose: String,
    pub owner: Vec<Part>,
    pub operator: Vec<Part>,
    pub admins: Vec<Part>,
    pub state: Option<Part>,
    pub critical: Option<&'static str>,
}

/// How many services have somebody on a chair.
#[derive(Serialize)]
pub struct Chairs {
    pub title: &'static str,
    pub taken: usize,
    pub of: usize,
}

/// By area: those of the group's scope in its order, then the others by name.
pub fn areas(view: &View, services: &[&Entry]) -> Vec<Area> {
    let area_of =
        |entry: &Entry| entry.service().and_then(|it| it.area.get().cloned()).unwrap_or_else(|| "No area".to_owned());
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
            let services: Vec<ServiceRow> = inside.iter().map(|entry| row(view, entry)).collect();
            let empty = inside.iter().map(|entry| empty_chairs(entry)).sum();
            let mut note = count(services.len(), "service", "services");
            if empty > 0 {
                note.push_str(&format!(", {}", count(empty, "empty chair", "empty chairs")));
            }
            Area { anchor: format!("area.{}", at + 1), title: super::part::capitalised(&title), note, services }
        })
        .collect()
}

fn row(view: &View, entry: &Entry) -> ServiceRow {
    let service = entry.service();
    ServiceRow {
        title: entry.title.clone(),
        href: view.to_record(entry),
        purpose: service.map(|it| it.purpose.text().to_owned()).unwrap_or_default(),
        owner: brief(seat(view, entry, "owner")),
        operator: brief(seat(view, entry, "operator")),
        admins: brief(admins(view, entry)),
        state: view.state(entry),
        critical: service.and_then(|it| it.critical.get()).map(|it| it.as_str()),
    }
}

/// Without the reasons: they stand on the page of the service, and a table of them says the same in every row.
pub fn brief(parts: Vec<Part>) -> Vec<Part> {
    parts.into_iter().map(|part| Part { note: None, ..part }).collect()
}

/// Who has the chair `key`, `owner` or `operator`; an empty chair when nobody is recorded.
pub fn seat(view: &View, entry: &Entry, key: &str) -> Vec<Part> {
    let Some(service) = entry.service() else { return Vec::new() };
    let field = if key == "owner" { &service.owner } else { &service.operator };
    match field.get() {
        Some(reference) => vec![view.reference(reference)],
        None => vec![Part { note: field.unknown().map(|it| it.reason.clone()), ..Part::empty("nobody recorded") }],
    }
}

/// The admins, with a second chair shown empty when only one is taken.
pub fn admins(view: &View, entry: &Entry) -> Vec<Part> {
    let Some(service) = entry.service() else { return Vec::new() };
    let mut admins: Vec<Part> = service.admins.items().iter().map(|it| view.reference(&it.value)).collect();
    match admins.len() {
        0 => {
            vec![Part { note: service.admins.unknown().map(|it| it.reason.clone()), ..Part::empty("nobody recorded") }]
        }
        1 => {
            admins.push(Part::empty("no second"));
            admins
        }
        _ => admins,
    }
}

/// What a service lacks, in words; nothing once it is given up.
pub fn missing(entry: &Entry) -> Vec<String> {
    let [owner, operator, first, second] = occupied(entry);
    let chairs = [
        (owner, "an owner in the group"),
        (operator, "an operator"),
        (first, "an admin"),
        (!first || second, "a second admin"),
    ];
    chairs.iter().filter(|(taken, _)| !taken).map(|(_, what)| (*what).to_owned()).collect()
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

pub fn chairs(services: &[&Entry]) -> Vec<Chairs> {
    let titles = ["Owner recorded", "Operator recorded", "First admin recorded", "Second admin recorded"];
    let taken =
        |at: usize| services.iter().filter(|entry| entry.kind() == Kind::Service && occupied(entry)[at]).count();
    titles.iter().enumerate().map(|(at, title)| Chairs { title, taken: taken(at), of: services.len() }).collect()
}
