//! What the services lack and what they keep: a page for each question, and the marks of twelve months.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::service::Service;
use crate::document::shared::HoldsFor;
use crate::id::Kind;
use crate::site::levels::Level;
use crate::site::{Entry, Made};
use crate::text::days_between;
use crate::words::{self, Word};

use super::View;
use super::block::{Block, Table};
use super::chrome::Head;
use super::inventory::{admins, seat};
use super::part::{Mark, Part, Sort};
use super::spelling;

/// A contract that ends within so many days ends soon.
const SOON: i64 = 90;

/// A link to a page on the services, with how many it lists.
#[derive(Serialize)]
pub(super) struct ServiceView {
    text: Word,
    href: String,
    count: usize,
    is_current: bool,
}

/// A page that lists some of the services in use.
pub(super) struct ServiceList {
    /// Where it is.
    made: Made,
    title: Word,
    /// What it says where it lists none.
    nothing: Word,
    /// The services that it lists, in any order.
    listed: for<'a> fn(&View<'a>) -> Vec<&'a Entry>,
}

pub(super) const WITHOUT_OWNER: ServiceList = ServiceList {
    made: Made::WithoutOwner,
    title: words::WITHOUT_AN_OWNER,
    nothing: words::ALL_HAVE_OWNERS,
    listed: |view| in_use(view, |_, service| service.owner.get().is_none()),
};

pub(super) const WITHOUT_SECOND_ADMIN: ServiceList = ServiceList {
    made: Made::WithoutSecondAdmin,
    title: words::WITHOUT_A_SECOND_ADMIN,
    nothing: words::ALL_HAVE_SECOND_ADMINS,
    listed: |view| in_use(view, |_, service| service.admins.items().len() < 2),
};

pub(super) const MISSED_LEVEL: ServiceList = ServiceList {
    made: Made::MissedLevel,
    title: words::MISSED_ITS_LEVEL,
    nothing: words::NO_LEVEL_MISSED,
    listed: |view| {
        let missed = view.site.levels().into_iter().filter(|level| level.missed().next().is_some());
        missed.map(|level| level.service).collect()
    },
};

pub(super) const CONTRACT_ENDS: ServiceList = ServiceList {
    made: Made::ContractEnds,
    title: words::CONTRACT_ENDS_SOON,
    nothing: words::NO_CONTRACT_ENDS,
    listed: |view| {
        in_use(view, |entry, _| contract_ends(view, entry).any(|day| days_between(view.site.today, day) <= SOON))
    },
};

/// The pages on the services beside their index, in the order of the links to them.
const LISTS: [&ServiceList; 4] = [&WITHOUT_OWNER, &WITHOUT_SECOND_ADMIN, &MISSED_LEVEL, &CONTRACT_ENDS];

/// A page that lists the services of one sort.
pub(super) fn services(view: &View, list: &ServiceList) -> Result<String, Diagnostic> {
    let entries = list.entries(view);
    let count = entries.len();
    let table = Table::of(
        entries,
        &[
            (words::SERVICE, &|entry: &&Entry| vec![view.record_link(entry)]),
            (words::OWNER, &|entry| entry.service().map(|it| seat(view, &it.owner)).unwrap_or_default()),
            (words::ADMINS, &|entry| entry.service().map(|it| admins(view, it)).unwrap_or_default()),
            (words::CRITICAL, &|entry| entry.service().map(|it| view.show(&it.critical)).unwrap_or_default()),
            (words::LEVELS_KEPT, &|entry| view.level_marks(entry)),
            (words::CONTRACT_UNTIL, &|entry| ends_of(view, entry)),
        ],
    );
    let block = match table {
        Some(table) => {
            Block { count: Some(count), ..Block::of("services", words::SERVICES, table.without_empty_columns()) }
        }
        None => Block::empty("services", words::SERVICES, &list.nothing),
    };
    page(view, list.title, &words::VIEW_LEDE, vec![block])
}

/// The page with every objective and the results of twelve months.
pub(super) fn levels(view: &View) -> Result<String, Diagnostic> {
    let levels = view.site.levels();
    let said = in_short(view, &levels);
    let mut columns = vec![words::SERVICE.to_string(), words::OBJECTIVE.to_string(), words::LAST_RESULT.to_string()];
    let months = levels.first().map(|level| level.months.iter().map(|(month, _)| *month).collect::<Vec<_>>());
    columns.extend(
        months.unwrap_or_default().iter().map(|month| words::month_of(words::short_month(*month), month.year())),
    );
    let row = |level: &Level| -> Vec<Vec<Part>> {
        let mut row = vec![vec![view.record_link(level.service)], vec![Part::text(promised(level))]];
        row.push(vec![result(level)]);
        row.extend(level.months.iter().map(|(_, measured)| match measured {
            Some((value, true)) => vec![Part::text(words::decimal(*value))],
            Some((value, false)) => vec![Part::noted(words::decimal(*value), Some(words::LEVEL_MISSED.to_string()))],
            None => Vec::new(),
        }));
        row
    };
    let rows: Vec<_> = levels.iter().map(row).collect();
    let table = match rows.is_empty() {
        true => Block::empty("levels", words::TWELVE_MONTHS, &words::NO_LEVELS),
        false => Block::of("levels", words::TWELVE_MONTHS, Table { columns, rows }),
    };
    page(view, words::ARE_LEVELS_KEPT, &said, vec![table])
}

/// Whether the levels are kept, in a sentence or two.
fn in_short(view: &View, levels: &[Level]) -> String {
    let last: Vec<_> = levels.iter().filter_map(|level| Some((level, level.last()?))).collect();
    let kept = last.iter().filter(|(_, (.., is_met))| *is_met).count();
    let services = view.site.of_kind(Kind::Service).filter(|it| it.service().is_some_and(|it| it.is_in_use()));
    let without = services.filter(|entry| entry.service().is_some_and(|it| it.slo.items().is_empty())).count();
    let mut said = vec![match levels.len() {
        0 => words::NO_LEVELS.to_string(),
        all => words::levels_kept_of(kept, last.len(), all),
    }];
    said.extend((!levels.is_empty() && without > 0).then(|| words::services_without_level(without)));
    said.join(" ")
}

fn page(view: &View, title: Word, lede: &str, blocks: Vec<Block>) -> Result<String, Diagnostic> {
    let it = given! {
        title,
        lede,
        views: views(view),
        text: "",
        blocks,
        months: Vec::<Part>::new(),
    };
    let head = Head { section: Some(Kind::Service), description: Some(lede.to_owned()), ..Head::titled(&title) };
    view.fill("made.html", head, &it)
}

/// Links to the pages on the services.
pub(super) fn views(view: &View) -> Vec<ServiceView> {
    let link = |text: Word, path: &str, count| ServiceView {
        text,
        href: view.to(path),
        count,
        is_current: view.path.as_str() == path,
    };
    let index = crate::page::place::index(view.site, Kind::Service, 1);
    let all = link(words::ALL_SERVICES, &index, view.site.of_kind(Kind::Service).len());
    let levels = link(words::ARE_LEVELS_KEPT, Made::Levels.path(), view.site.levels().len());
    let others = LISTS.iter().map(|list| link(list.title, list.made.path(), list.entries(view).len()));
    [all, levels].into_iter().chain(others).collect()
}

impl ServiceList {
    /// The services that it lists, each once, by their names.
    fn entries<'a>(&self, view: &View<'a>) -> Vec<&'a Entry> {
        let mut entries = (self.listed)(view);
        entries.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at));
        entries.dedup_by_key(|entry| entry.at);
        entries
    }
}

/// The services in use of which `is_so` is true.
fn in_use<'a>(view: &View<'a>, is_so: impl Fn(&'a Entry, &Service) -> bool) -> Vec<&'a Entry> {
    let is_listed =
        |entry: &&'a Entry| entry.service().is_some_and(|service| service.is_in_use() && is_so(entry, service));
    view.site.of_kind(Kind::Service).filter(is_listed).collect()
}

/// The last days of the contracts over a service that run still.
fn contract_ends<'a>(view: &View<'a>, service: &'a Entry) -> impl Iterator<Item = crate::text::Date> {
    let site = view.site;
    let running = site.contracts().filter(move |(_, it)| !it.has_ended(site.today) && site.covers(it, service));
    running.filter_map(|(_, contract)| contract.last_day())
}

fn ends_of(view: &View, entry: &Entry) -> Vec<Part> {
    let ends: Vec<_> = contract_ends(view, entry).collect();
    ends.into_iter().map(|day| view.day(day)).collect()
}

/// `Availability, at least 99.5 %`.
fn promised(level: &Level) -> String {
    let indicator = level.slo.indicator.get().map(|it| spelling::label(it.as_str())).unwrap_or_default();
    let objective = level.slo.objective.get().map(spelling::objective).unwrap_or_default();
    if objective.is_empty() { indicator } else { words::level_promised(indicator, objective) }
}

/// The last result in words, with a mark for each of twelve months.
fn result(level: &Level) -> Part {
    let Some(((month, value, is_met), objective)) = level.last().zip(level.slo.objective.get()) else {
        return Part::empty(words::NOT_MEASURED);
    };
    let text = words::in_month(&spelling::measured(value, &objective.unit), month);
    let missed = level.missed().count();
    let note = match (is_met, missed) {
        (true, 0) => words::kept_in_all(level.measured()),
        (true, missed) => words::kept_but_missed(missed, level.measured()),
        (false, missed) => words::missed_in(missed, level.measured()),
    };
    let mark = |(at, (_, result)): (usize, &(_, Option<(f64, bool)>))| Mark {
        x: at * 8 + 1,
        sort: match result {
            Some((_, true)) => "met",
            Some((_, false)) => "missed",
            None => "none",
        },
    };
    let marks = level.months.iter().enumerate().map(mark).collect();
    Part { marks: Some(marks), note: Some(note), ..Part::of(Sort::Marks, text) }
}

impl View<'_> {
    /// The last result of each objective of a service, with the marks of twelve months; where none is agreed, a gap.
    pub(super) fn level_marks(&self, entry: &Entry) -> Vec<Part> {
        let levels = self.site.levels();
        let own = levels.iter().filter(|level| level.service.at == entry.at);
        own.map(|level| {
            let last = level.last().zip(level.slo.objective.get());
            let Some(((_, value, is_met), objective)) = last else { return result(level) };
            let indicator = level.slo.indicator.get().map(|it| spelling::label(it.as_str())).unwrap_or_default();
            let kept = if is_met { words::LEVEL_MET } else { words::LEVEL_MISSED };
            let text = words::level_in_short(indicator, spelling::measured(value, &objective.unit), kept);
            Part { text, note: None, ..result(level) }
        })
        .collect()
    }

    /// Who holds root access to a service for the group and for the board, and which of the two is not recorded.
    pub(super) fn root_holders(&self, entry: &Entry) -> Vec<Part> {
        let keys = self.site.keys(entry);
        let sides = [
            (&[HoldsFor::Iwg, HoldsFor::Group][..], words::FOR_THE_GROUP, words::NO_KEY_FOR_THE_GROUP),
            (&[HoldsFor::Board][..], words::FOR_THE_BOARD, words::NO_KEY_FOR_THE_BOARD),
        ];
        if keys.is_empty() {
            return vec![Part::empty(words::NOBODY_RECORDED)];
        }
        let side = |(holders, whom, nobody): (&[HoldsFor], Word, Word)| -> Vec<Part> {
            let held = keys.iter().filter(|key| key.is_for(holders));
            let people = held.filter_map(|key| key.access.person.get());
            let people: Vec<Part> =
                people.map(|person| Part { note: Some(whom.to_string()), ..self.reference(person) }).collect();
            if people.is_empty() { vec![Part::empty(nobody)] } else { people }
        };
        sides.into_iter().flat_map(side).collect()
    }

    /// What depends on what: the services that need others or are needed; `None` where none does.
    pub(super) fn dependencies(&self) -> Option<Block> {
        let services = self.site.of_kind(Kind::Service).filter(|entry| entry.service().is_some());
        let needs = |entry: &Entry| entry.service().map(|it| self.show(&it.depends_on)).unwrap_or_default();
        let needed_by = |entry: &Entry| -> Vec<Part> {
            self.site.referring(entry, Kind::Service, "depends_on").map(|it| self.record_link(it)).collect()
        };
        let linked = services.filter(|entry| !needs(entry).is_empty() || !needed_by(entry).is_empty());
        let rows = linked.map(|entry| (entry, needs(entry), needed_by(entry)));
        Block::table(
            "dependencies",
            words::WHAT_DEPENDS_ON_WHAT,
            rows,
            &[
                (words::SERVICE, &|(entry, ..)| vec![self.record_link(entry)]),
                (words::DEPENDS_ON, &|(_, needs, _)| needs.clone()),
                (words::NEEDED_BY, &|(.., needed)| needed.clone()),
            ],
        )
    }
}
