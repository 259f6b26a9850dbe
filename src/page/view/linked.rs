//! What search engines and programs read of a page: meetings, groups, organizations and services in the words of schema.org.
//!
//! It says what the page says and nothing else, and only where the site knows its own address. It lies in a block of data, which
//! browsers do not run.

use serde_json::{Map, Value, json};

use crate::fields::{ACTOR, Field, Moment, Ref};
use crate::page::place;
use crate::site::Entry;

use super::View;

/// The record `entry` as JSON-LD that may stand in a `script` element as it is; `None` where there is no word for it, on a draft
/// and in a preview.
pub(super) fn linked(view: &View, entry: &Entry) -> Option<String> {
    let config = &view.site.config;
    let base = config.public_url().filter(|_| config.preview.is_none() && !entry.is_draft())?;
    let page = |entry: &Entry| place::canonical(base, &place::record(entry));
    let party = |sort: &str, entry: &Entry| json!({ "@type": sort, "name": entry.title, "url": page(entry) });
    let rows = if entry.meeting().is_some() {
        event(view, entry, &party)
    } else if entry.group().is_some() || entry.organization().is_some() {
        organization(view, entry, &party)
    } else if entry.service().is_some() {
        service(view, entry, &party)
    } else {
        return None;
    };
    let own = [("@context", Some("https://schema.org".into())), ("mainEntityOfPage", Some(page(entry).into()))];
    let there = own.into_iter().chain(rows).filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Some(inert(&Value::Object(there.collect::<Map<_, _>>())))
}

/// What a word of schema.org holds; `None` where the record says nothing of it.
type Row = (&'static str, Option<Value>);

fn event(view: &View, entry: &Entry, party: &dyn Fn(&str, &Entry) -> Value) -> Vec<Row> {
    let Some(meeting) = entry.meeting() else { return Vec::new() };
    let group = view.site.target(entry, "group");
    let name = group.map_or_else(|| entry.title.clone(), |group| format!("{}: {}", group.title, entry.title));
    let moment = |field: &Field<Moment>| field.get().map(|it| Value::from(it.instant.to_string()));
    let status = if meeting.cancelled.is_missing() { "EventScheduled" } else { "EventCancelled" };
    let join = meeting.join.get().map(|it| &it.0).filter(|link| link.starts_with("http"));
    vec![
        ("@type", Some("Event".into())),
        ("name", Some(name.into())),
        ("startDate", moment(&meeting.at).or_else(|| Some(entry.id.date()?.to_string().into()))),
        ("endDate", moment(&meeting.ends)),
        ("eventStatus", Some(format!("https://schema.org/{status}").into())),
        ("eventAttendanceMode", join.map(|_| "https://schema.org/OnlineEventAttendanceMode".into())),
        ("location", join.map(|url| json!({ "@type": "VirtualLocation", "url": url }))),
        ("organizer", group.map(|group| party("Organization", group))),
    ]
}

fn organization(view: &View, entry: &Entry, party: &dyn Fn(&str, &Entry) -> Value) -> Vec<Row> {
    let site = view.site;
    let members: Vec<Value> = site.members_on(entry, site.today).map(|(person, _)| party("Person", person)).collect();
    let url = entry.organization().and_then(|it| it.url.get()).filter(|url| url.0.starts_with("http"));
    vec![
        ("@type", Some("Organization".into())),
        ("name", Some(entry.title.as_str().into())),
        ("description", entry.common.summary.get().map(|it| it.as_str().into())),
        ("url", url.map(|url| url.0.as_str().into())),
        ("parentOrganization", site.target(entry, "parent").map(|parent| party("Organization", parent))),
        ("member", (!members.is_empty()).then(|| members.into())),
    ]
}

fn service(view: &View, entry: &Entry, party: &dyn Fn(&str, &Entry) -> Value) -> Vec<Row> {
    let Some(service) = entry.service() else { return Vec::new() };
    let whom = |field: &Field<Ref<ACTOR>>| {
        let known = field.get().and_then(|it| view.site.find(it))?;
        Some(party(if known.person().is_some() { "Person" } else { "Organization" }, known))
    };
    let url = service.url.get().filter(|url| url.0.starts_with("http"));
    vec![
        ("@type", Some("Service".into())),
        ("name", Some(entry.title.as_str().into())),
        ("description", service.purpose.get().map(|it| it.as_str().into())),
        ("url", url.map(|url| url.0.as_str().into())),
        ("provider", whom(&service.operator).or_else(|| whom(&service.owner))),
    ]
}

/// JSON without the letters by which an element could end or a comment begin.
fn inert(value: &Value) -> String {
    let mut text = String::new();
    for letter in value.to_string().chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_end_the_block() {
        let value = json!({ "name": "</script><script>alert(1)</script> <!-- & \u{2028}" });
        let text = inert(&value);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
