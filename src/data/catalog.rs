//! Services for a Backstage catalogue: a component for each, and the groups, organizations and people that answer for them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::document::service::Service;
use crate::fields::{ACTOR, Field, Ref};
use crate::id::{Kind, encoded};
use crate::site::{Entry, Site};

use super::is_handed_on;
use super::names::Names;

const VERSION: &str = "backstage.io/v1alpha1";

/// What stands for what nobody recorded: the catalogue asks for a text.
const UNKNOWN: &str = "unknown";

/// The entities, services first.
pub(super) fn entities(site: &Site) -> Vec<Value> {
    let mut catalog = Catalog { site, names: Names::default(), owners: BTreeSet::new() };
    let services: Vec<&Entry> = site.of_kind(Kind::Service).filter(|it| is_handed_on(site, it)).collect();
    let in_use: Vec<(&Entry, &Service)> =
        services.into_iter().filter_map(|it| Some((it, it.service().filter(|service| service.is_in_use())?))).collect();
    // Services get the names that they have.
    for (entry, _) in &in_use {
        catalog.names.of(entry);
    }
    let mut entities: Vec<Value> = in_use.iter().map(|(entry, service)| catalog.component(entry, service)).collect();
    let owners: Vec<usize> = catalog.owners.iter().copied().collect();
    entities.extend(owners.into_iter().map(|at| catalog.owner(&site.entries[at])));
    entities
}

struct Catalog<'a> {
    site: &'a Site,
    names: Names,
    /// Who is named as an owner, by their places among the entries.
    owners: BTreeSet<usize>,
}

impl Catalog<'_> {
    fn component(&mut self, entry: &Entry, service: &Service) -> Value {
        let addresses =
            [("The service", &service.url), ("Documentation", &service.documentation), ("State", &service.status_page)];
        let web = |(title, link): (&str, &Field<crate::fields::Link>)| {
            let url = &link.get()?.0;
            url.starts_with("http").then(|| json!({ "url": url, "title": title }))
        };
        let links: Vec<Value> = self.page(entry).into_iter().chain(addresses.into_iter().filter_map(web)).collect();
        let needed = self.site.targets(entry, "depends_on").filter(|it| it.service().is_some_and(Service::is_in_use));
        let needed: Vec<&Entry> = needed.filter(|it| is_handed_on(self.site, it)).collect();
        let depends_on: Vec<String> =
            needed.into_iter().map(|it| format!("component:default/{}", self.names.of(it))).collect();
        let mut spec = json!({
            "type": "service",
            "lifecycle": service.lifecycle.get().map_or(UNKNOWN, |it| it.as_str()),
            "owner": self.owner_of(&service.owner),
        });
        if !depends_on.is_empty() {
            spec["dependsOn"] = depends_on.into();
        }
        self.entity("Component", entry, service.purpose.get().map(String::as_str), links, spec)
    }

    /// How the catalogue refers to an owner.
    fn owner_of(&mut self, field: &Field<Ref<ACTOR>>) -> String {
        let owner = field.get().and_then(|it| self.site.find(it)).filter(|it| is_handed_on(self.site, it));
        let Some(owner) = owner else { return UNKNOWN.to_owned() };
        self.owners.insert(owner.at);
        format!("{}:default/{}", sort(owner).to_lowercase(), self.names.of(owner))
    }

    fn owner(&mut self, entry: &Entry) -> Value {
        let links = self.page(entry).into_iter().collect();
        let profile = json!({ "displayName": entry.title });
        let of_group = entry.group().and_then(|group| group.r#type.get()).map(|it| it.as_str());
        let spec = match entry.person() {
            Some(_) => json!({ "profile": profile, "memberOf": [] }),
            None => json!({ "type": of_group.unwrap_or("organization"), "profile": profile, "children": [] }),
        };
        self.entity(sort(entry), entry, entry.common.summary.get().map(String::as_str), links, spec)
    }

    fn entity(
        &mut self,
        kind: &str,
        entry: &Entry,
        description: Option<&str>,
        links: Vec<Value>,
        spec: Value,
    ) -> Value {
        let mut metadata = json!({ "name": self.names.of(entry), "title": entry.title });
        if let Some(description) = description {
            metadata["description"] = description.into();
        }
        if !links.is_empty() {
            metadata["links"] = links.into();
        }
        json!({ "apiVersion": VERSION, "kind": kind, "metadata": metadata, "spec": spec })
    }

    /// The page of a record as a link; `None` on a site that does not know its address.
    fn page(&self, entry: &Entry) -> Option<Value> {
        let url = self.site.config.public_url()?;
        Some(json!({ "url": format!("{url}{}", encoded(&entry.address)), "title": "The record" }))
    }
}

/// What an owner is to the catalogue.
fn sort(entry: &Entry) -> &'static str {
    if entry.kind() == Kind::Person { "User" } else { "Group" }
}
