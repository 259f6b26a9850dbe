//! A service: who answers for it, who holds its keys, what it promises, what it depends on.

use crate::document::service::Service;
use crate::document::shared::{RootAccess, Slo};
use crate::fields::{Field, List, OneOf};

use super::*;

impl OfKind for Service {
    const HEADING: Word = words::SERVICE;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] = &["depends_on"];
    const COLUMNS: &'static [Column<Service>] = &[
        Column::text(words::OWNER, |view, _, it| seat(view, &it.owner)),
        Column::text(words::OPERATOR, |view, _, it| seat(view, &it.operator)),
        Column::text(words::ADMINS, |view, _, it| admins(view, it)),
        Column::state(),
    ];
    const FACTS: &'static [Fact<Service>] = &[
        (words::STATE, |_, _, it| it.lifecycle.unknown().map(Part::unknown).into_iter().collect()),
        (words::HOSTED_AT, |view, _, it| view.field(&it.host, |host| vec![view.actor_or_words(host)])),
        (words::AREA, |view, _, it| view.field(&it.area, |area| vec![Part::text(capitalised(area))])),
        (words::CRITICAL, field!(critical)),
        (words::ADDRESS, field!(url)),
        (words::DOCUMENTATION, field!(documentation)),
        (words::STATUS_PAGE, field!(status_page)),
        (words::PERSONAL_DATA, field!(personal_data)),
        (words::DATA_PROTECTION_CONTACT, field!(gdpr_contact)),
        (words::SUCCESSOR, |view, _, it| {
            view.field(&it.successor, |successor| match successor {
                OneOf::First(service) => vec![view.reference(service)],
                OneOf::Second(_) => vec![Part::text(words::NONE)],
            })
        }),
        (words::REVIEWED, field!(reviewed)),
    ];

    fn before(view: &View, entry: &Entry, it: &Service) -> Vec<Option<Block>> {
        vec![Some(answering(view, it)), view.keys(&it.root_access), view.levels(entry, &it.slo)]
    }

    fn after(view: &View, entry: &Entry, it: &Service) -> Vec<Option<Block>> {
        vec![needs(view, entry, it)]
    }
}

/// Who answers for a service, with the chairs that nobody sits on.
fn answering(view: &View, service: &Service) -> Block {
    let chairs = [
        labelled(words::OWNER_IN_THE_GROUP, seat(view, &service.owner)),
        labelled(words::OPERATOR, seat(view, &service.operator)),
        labelled(words::ADMINS, admins(view, service)),
    ];
    Block::of("who", words::WHO_ANSWERS_FOR_IT, given! { chairs })
}

fn needs(view: &View, entry: &Entry, service: &Service) -> Option<Block> {
    let needed_by = view.site.referring(entry, Kind::Service, "depends_on").map(|other| view.record_link(other));
    let groups = [(words::DEPENDS_ON, view.show(&service.depends_on)), (words::NEEDED_BY, needed_by.collect())];
    Block::groups("needs", words::NEEDS, groups)
}

impl View<'_> {
    /// Who holds root access, at a service or a contractor.
    pub(super) fn keys(&self, roots: &Field<List<RootAccess>>) -> Option<Block> {
        Block::lean_table(
            "keys",
            words::ROOT_ACCESS,
            roots.items(),
            &[
                (words::WHO, &|it| self.show(&it.person)),
                (words::FOR, &|it| {
                    self.field(&it.holds_for, |whom| vec![Part::text(capitalised(&spelling::holder(*whom)))])
                }),
                (words::SERVICE, &|it| self.show(&it.service)),
            ],
        )
    }

    /// Service levels, promised by a service or asked for by a statement of work, whose services say what was measured.
    pub(super) fn levels(&self, entry: &Entry, slos: &Field<List<Slo>>) -> Option<Block> {
        Block::lean_table(
            "levels",
            words::SERVICE_LEVELS,
            slos.items(),
            &[
                (words::INDICATOR, &|it| self.show(&it.indicator)),
                (words::OBJECTIVE, &|it| {
                    self.field(&it.objective, |objective| {
                        vec![Part::text(capitalised(&spelling::objective(objective)))]
                    })
                }),
                (words::OVER, &|it| self.days(&it.window_days)),
                (words::LAST_RESULT, &|it| last_results(self, entry, it)),
                (words::MEASURED_BY, &|it| self.show(&it.source)),
                (words::SERVICE, &|it| self.show(&it.service)),
            ],
        )
    }
}

/// The last result of a level against its objective: its own, else those of the services that the record names, each with
/// the service where there are several.
fn last_results(view: &View, entry: &Entry, slo: &Slo) -> Vec<Part> {
    let Some(objective) = slo.objective.get() else { return vec![Part::empty(words::NOT_MEASURED)] };
    let results = view.site.last_results(entry, slo);
    let many = results.len() > 1;
    let part = |(service, month, value): (Option<&Entry>, Date, f64)| {
        let is_met = objective.is_met_by(value);
        let text = words::in_month(&spelling::measured(value, &objective.unit), month);
        let text = match service.filter(|_| many) {
            Some(service) => words::result_of(&service.title, text),
            None => text,
        };
        Part::noted(text, Some(if is_met { words::LEVEL_MET } else { words::LEVEL_MISSED }.to_string()))
    };
    let parts: Vec<Part> = results.into_iter().map(part).collect();
    if parts.is_empty() { vec![Part::empty(words::NOT_MEASURED)] } else { parts }
}
