//! A contractor: facts, contracts, and what it runs with its documentation.

use crate::document::contractor::{Contract, ContractEvent, Contractor, Draw};
use crate::document::shared::HoldsFor;
use crate::fields::{At, Ref, SERVICE};
use crate::text::{days_after, days_between, list};

use super::*;

impl OfKind for Contractor {
    const HEADING: Word = words::CONTRACTOR;
    const ORDER: Order = Order::ByName;
    const COLUMNS: &'static [Column<Contractor>] = &[
        Column::text(words::RUNS, field!(services)),
        Column::text(words::CONTRACT_UNTIL, |view, _, it| {
            it.contract.items().iter().flat_map(|contract| view.show(contract.end())).collect()
        }),
        Column::text(words::CAN_BE_ENDED_AT_ONCE, |view, _, it| {
            it.contract.items().iter().flat_map(|contract| view.show(&contract.terminable_at_will)).collect()
        }),
        Column::text(words::EXIT_TRIED, |view, _, it| {
            it.contract.items().iter().flat_map(|contract| view.show(&contract.exit_tested)).collect()
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
            if_it_ended(view, entry, it),
            contracts(view, it),
            history(view, it),
            draws(view, it),
            systems(view, entry, it),
            view.keys(&it.root_access),
        ]
    }
}

/// What would happen if a contract ended tomorrow: whether it can, how it ends otherwise, whether moving away was tried, who
/// else can open what the contractor runs. Contracts that are over are not asked.
fn if_it_ended(view: &View, entry: &Entry, contractor: &Contractor) -> Option<Block> {
    let running = contractor.contract.items().iter().filter(|it| !it.has_ended(view.site.today));
    let mut sentences: Vec<String> = running.flat_map(|contract| of_contract(view, contract)).collect();
    if sentences.is_empty() {
        return None;
    }
    sentences.extend(view.site.targets(entry, "services").map(|service| who_else(view, service)));
    let mut lines: Vec<Vec<Part>> = sentences.into_iter().map(|line| vec![Part::text(line)]).collect();
    let exit = entry.outline.headings.iter().find(|heading| heading.title.to_lowercase().contains("exit"));
    lines.extend(exit.map(|it| vec![Part::link(words::WHAT_IS_PLANNED, format!("#{}", it.anchor))]));
    Block::listed("exit", words::IF_IT_ENDED_TOMORROW, "items", lines)
}

/// Whether a contract can be ended, how it ends otherwise, and whether moving away was tried: a sentence for each.
fn of_contract(view: &View, contract: &Contract) -> Vec<String> {
    let ends = contract.end().get().copied();
    let at_once = match (contract.terminable_at_will.get(), ends) {
        (Some(true), _) => words::can_be_ended_on_any_day(contract.id.text()),
        (Some(false), Some(ends)) => words::cannot_be_ended_before(contract.id.text(), words::long_date(ends)),
        (Some(false), None) => words::cannot_be_ended_at_once(contract.id.text()),
        (None, _) => words::not_recorded_whether_it_can_be_ended(contract.id.text()),
    };
    let cancelled_by = ends.zip(contract.notice_days.get()).map(|(ends, notice)| days_after(ends, -i64::from(*notice)));
    let by_itself = match (ends, cancelled_by, contract.notice_days.get()) {
        (Some(ends), Some(by), Some(notice)) if *notice > 0 => {
            Some(words::has_to_be_cancelled_by(words::long_date(ends), words::long_date(by), words::days(*notice)))
        }
        (Some(ends), ..) => Some(words::runs_until(words::long_date(ends))),
        (None, ..) => None,
    };
    let tried = match contract.exit_tested.get() {
        Some(day) => words::exit_was_tried(words::long_date(*day), words::distance(days_between(*day, view.site.today))),
        None => words::NOT_RECORDED_WHETHER_EXIT_WAS_TRIED.to_string(),
    };
    [Some(at_once), by_itself, Some(tried)].into_iter().flatten().collect()
}

/// Who besides the contractor can open a service, as a sentence.
fn who_else(view: &View, service: &Entry) -> String {
    let others = [HoldsFor::Iwg, HoldsFor::Group, HoldsFor::Board];
    let keys = view.site.keys(service).into_iter().filter(|key| key.is_for(&others));
    let people = keys.filter_map(|key| key.access.person.get()).map(|it| view.reference(it).text);
    match list(people, &words::AND) {
        people if people.is_empty() => words::not_recorded_who_else_can_open(&service.title),
        people => words::can_be_opened_by(&service.title, people),
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
    let columns = std::iter::once(words::TERM.to_string()).chain(names).collect();
    let title = if contracts.len() == 1 { words::CONTRACT } else { words::CONTRACTS };
    (!rows.is_empty()).then(|| Block::of("contracts", title, Table { columns, rows }))
}

/// What is held ready each month; nothing where the amount of the contract stays back.
fn retainer(view: &View, contract: &Contract) -> Vec<Part> {
    view.field(&contract.retainer, |retainer| match (retainer.monthly.get(), retainer.cap.get()) {
        _ if contract.amount.withheld().is_some() => Vec::new(),
        (Some(monthly), Some(cap)) => vec![Part::text(words::a_month_up_to(words::amount(*monthly), words::amount(*cap)))],
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
