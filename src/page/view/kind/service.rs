//! A service: who answers for it, who holds its keys, what it promises, what it depends on.

use crate::document::service::Service;
use crate::document::shared::{RootAccess, Slo};
use crate::fields::{Field, List, OneOf};

use super::*;

impl OfKind for Service {
    const HEADING: &'static str = words::SERVICE;
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

    fn before(view: &View, _: &Entry, it: &Service) -> Vec<Option<Block>> {
        vec![Some(answering(view, it)), view.keys(&it.root_access), view.levels(&it.slo)]
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
                    self.field(&it.holds_for, |whom| vec![Part::text(capitalised(spelling::holder(*whom)))])
                }),
                (words::SERVICE, &|it| self.show(&it.service)),
            ],
        )
    }

    /// Service levels, promised by a service or asked for by a statement of work.
    pub(super) fn levels(&self, slos: &Field<List<Slo>>) -> Option<Block> {
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
                (words::LAST_RESULT, &|it| vec![last_result(it)]),
                (words::MEASURED_BY, &|it| self.show(&it.source)),
                (words::SERVICE, &|it| self.show(&it.service)),
            ],
        )
    }
}

fn last_result(slo: &Slo) -> Part {
    let last = slo.result.items().last().and_then(|result| Some((result.month.get()?, result.value.value.get()?)));
    let Some(((month, value), objective)) = last.zip(slo.objective.get()) else {
        return Part::empty(words::NOT_MEASURED);
    };
    let is_met = objective.is_met_by(*value);
    let text = words::in_month(&spelling::measured(*value, &objective.unit), *month);
    Part::noted(text, Some(if is_met { words::LEVEL_MET } else { words::LEVEL_MISSED }.to_owned()))
}
