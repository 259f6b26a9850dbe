//! An organization: what it pledged, runs and hosts, and who works there.

use crate::document::organization::Organization;
use crate::fields::ORGANIZATION;

use super::*;

impl OfKind for Organization {
    const HEADING: Word = words::ORGANIZATION;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] = &["operator", "owner", "host", "affiliation.organization", "donor"];
    const COLUMNS: &'static [Column<Organization>] = &[
        Column::text(words::ROLES, |view, _, it| {
            view.field(&it.roles, |roles| roles.iter().map(|role| Part::text(words::spelled(role.as_str()))).collect())
        }),
        Column::number(words::SERVICES, |view, entry, _| {
            let of = |key| view.site.referring(entry, Kind::Service, key).map(|service| service.at);
            number(of("operator").chain(of("owner")).collect::<std::collections::BTreeSet<usize>>().len())
        }),
        Column::number(words::PEOPLE, |view, entry, _| {
            number(view.site.referring(entry, Kind::Person, "affiliation.organization").count())
        }),
    ];
    const FACTS: &'static [Fact<Organization>] =
        &[(words::ROLES, field!(roles)), (words::SITE, field!(url)), (words::ALSO_WRITTEN, field!(aliases))];

    fn after(view: &View, entry: &Entry, _: &Organization) -> Vec<Option<Block>> {
        vec![
            view.pledges_of(entry),
            view.related(entry, "runs", words::RUNS, &[(Kind::Service, "operator"), (Kind::Service, "owner")]),
            hosted_at(view, entry),
            view.related(entry, "people", words::PEOPLE_WHO_WORK_THERE, &[(Kind::Person, "affiliation.organization")]),
        ]
    }
}

fn hosted_at(view: &View, entry: &Entry) -> Option<Block> {
    let hosted = view.site.of_kind(Kind::Service).filter(|service| {
        let host = service.service().map(|service| service.host.text()).unwrap_or_default();
        view.site.resolve(host, ORGANIZATION).entry().is_some_and(|it| it.at == entry.at)
    });
    Block::counted("hosts", words::HOSTS, "run", hosted.map(|service| view.record_link(service)).collect())
}
