//! A contractor: facts, contracts, and what it runs with its documentation.

use crate::document::contractor::{Contract, ContractEvent, Contractor, Draw};
use crate::fields::{At, Ref, SERVICE};

use super::*;

impl OfKind for Contractor {
    const HEADING: &'static str = words::CONTRACTOR;
    const ORDER: Order = Order::ByName;
    const COLUMNS: &'static [Column<Contractor>] = &[
        Column::text(words::RUNS, field!(services)),
        Column::text(words::CONTRACT_UNTIL, |view, _, it| {
            it.contract.items().iter().flat_map(|contract| view.show(contract.end())).collect()
        }),
    ];
    const FACTS: &'static [Fact<Contractor>] = &[
        (words::ORGANIZATION, field!(organization)),
        (words::SERVICES, field!(services)),
        (words::CONTACTS, field!(contacts)),
        (words::DOCUMENTATION, field!(documentation)),
    ];

    fn before(view: &View, entry: &Entry, it: &Contractor) -> Vec<Option<Block>> {
        vec![
            contracts(view, it),
            history(view, it),
            draws(view, it),
            systems(view, entry, it),
            view.keys(&it.root_access),
        ]
    }
}

/// A line for each term, a column for each contract: there are few contracts, and much to say of each.
fn contracts(view: &View, contractor: &Contractor) -> Option<Block> {
    let contracts = contractor.contract.items();
    let terms: [TableColumn<Contract>; 11] = [
        (words::RUNS, &|it| {
            let stated = || Part::text(words::period(it.starts.get().copied(), it.ends.get().copied()));
            vec![it.starts.unknown().map_or_else(stated, Part::unknown)]
        }),
        (words::SIGNED_BY, &|it| view.show(&it.signed_by)),
        (words::STATEMENTS_OF_WORK, &|it| view.show(&it.sows)),
        (words::SERVICES, &|it| view.show(&it.services)),
        (words::AMOUNT, &|it| view.show(&it.amount)),
        (words::RETAINER, &|it| retainer(view, it)),
        (words::ALLOWED_BY, &|it| view.show(&it.decision)),
        (words::NOTICE, &|it| view.days(&it.notice_days)),
        (words::GOES_ON, &|it| view.show(&it.renewal)),
        (words::CAN_BE_ENDED_AT_ONCE, &|it| view.show(&it.terminable_at_will)),
        (words::EXIT_TRIED, &|it| view.show(&it.exit_tested)),
    ];
    let line = |(term, cell): TableColumn<Contract>| -> Vec<Vec<Part>> {
        std::iter::once(vec![Part::text(term)]).chain(contracts.iter().map(|it| cell(&it.value))).collect()
    };
    let lines = terms.into_iter().map(line);
    let rows: Vec<_> = lines.filter(|line| line[1..].iter().any(|cell| !cell.is_empty())).collect();
    let names = contracts.iter().map(|it| it.id.text().to_owned());
    let columns = std::iter::once(words::TERM.to_owned()).chain(names).collect();
    let title = if contracts.len() == 1 { words::CONTRACT } else { words::CONTRACTS };
    (!rows.is_empty()).then(|| Block::of("contracts", title, Table { columns, rows }))
}

/// What is held ready each month; nothing where the amount of the contract stays back.
fn retainer(view: &View, contract: &Contract) -> Vec<Part> {
    view.field(&contract.retainer, |retainer| match (retainer.monthly.get(), retainer.cap.get()) {
        _ if contract.amount.withheld().is_some() => Vec::new(),
        (Some(monthly), Some(cap)) => vec![Part::text(words::a_month_up_to(monthly, cap))],
        (_, _) => view.show(&retainer.monthly).into_iter().chain(view.show(&retainer.cap)).collect(),
    })
}

/// What became of each contract, step by step.
fn history(view: &View, contractor: &Contractor) -> Option<Block> {
    let contracts = contractor.contract.items().iter();
    let steps = contracts.flat_map(|contract| contract.event.items().iter().map(move |step| (contract, step)));
    let columns: [TableColumn<(&At<Contract>, &At<ContractEvent>)>; 7] = [
        (words::CONTRACT, &|(contract, _)| view.show(&contract.id)),
        (words::BECAME, &|(_, step)| view.show(&step.to)),
        (words::DATE, &|(_, step)| view.show(&step.date)),
        (words::CONTRACT_UNTIL, &|(_, step)| view.show(&step.until)),
        (words::ALLOWED_BY, &|(_, step)| view.show(&step.decision)),
        (words::NOTED, &|(_, step)| view.show(&step.note)),
        (words::LINK, &|(_, step)| view.show(&step.link)),
    ];
    Block::lean_table("history-of-contracts", words::CONTRACT_HISTORY, steps.collect::<Vec<_>>(), &columns)
}

/// What was paid under each contract by itself. The amounts stay back where that of the contract does.
fn draws(view: &View, contractor: &Contractor) -> Option<Block> {
    let contracts = contractor.contract.items().iter();
    let draws = contracts.flat_map(|contract| contract.draw.items().iter().map(move |draw| (contract, draw)));
    let columns: [TableColumn<(&At<Contract>, &At<Draw>)>; 5] = [
        (words::CONTRACT, &|(contract, _)| view.show(&contract.id)),
        (words::DATE, &|(_, draw)| view.show(&draw.date)),
        (words::AMOUNT, &|(contract, draw)| match contract.amount.withheld() {
            Some(_) => Vec::new(),
            None => view.show(&draw.amount),
        }),
        (words::WHAT, &|(_, draw)| view.show(&draw.what)),
        (words::LINK, &|(_, draw)| view.show(&draw.link)),
    ];
    Block::lean_table("payments", words::DRAWN, draws.collect::<Vec<_>>(), &columns)
}

/// What a contractor runs, and where each service is documented.
fn systems(view: &View, entry: &Entry, contractor: &Contractor) -> Option<Block> {
    Block::table(
        "systems",
        words::SYSTEMS,
        contractor.services.items(),
        &[
            (words::SERVICE, &|it| vec![view.reference(&it.value)]),
            (words::DOCUMENTATION, &|it| documentation(view, entry, &it.value)),
        ],
    )
}

/// The documentation that a service names, then the contractor's own pages that speak of it.
fn documentation(view: &View, contractor: &Entry, service: &Ref<SERVICE>) -> Vec<Part> {
    let nowhere = || vec![Part::empty(words::NO_DOCUMENTATION)];
    let Some(service) = view.site.find(service) else { return nowhere() };
    let own = service.service().and_then(|it| it.documentation.get()).map(|link| view.written_link(&link.0));
    let is_of_contractor = |page: &&Entry| {
        let below = page.path.folder().strip_prefix("contractors/");
        below.is_some_and(|rest| rest.split('/').next() == Some(contractor.path.stem()))
    };
    let speaks_of_it =
        |page: &&Entry| page.edges.iter().any(|edge| edge.to == service.at) || page.body().contains(&service.title);
    let pages = view.site.of_kind(Kind::Page).filter(is_of_contractor).filter(speaks_of_it);
    let documented: Vec<Part> = own.into_iter().chain(pages.map(|page| view.record_link(page))).collect();
    if documented.is_empty() { nowhere() } else { documented }
}
