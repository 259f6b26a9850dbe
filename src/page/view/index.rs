//! The index of a kind: one table, few columns, rows that read as sentences.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::Record;
use crate::id::Kind;
use crate::page::{Book, ROWS_PER_PAGE, Route, has_feed, listed, place, prose};
use crate::site::Entry;

use super::View;
use super::chrome::Head;
use super::home::held_by;
use super::inventory::{Area, Chairs, areas, brief, chairs};
use super::part::{Part, capitalised, spoken_id};

#[derive(Serialize)]
struct IndexView {
    kind: &'static str,
    title: String,
    singular: String,
    count: usize,
    /// The introduction's text as HTML.
    text: String,
    lede: Option<String>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// How many records are in each state, in the order of the workflow.
    states: Vec<StateCount>,
    pages: Option<Pages>,
    feed: Option<String>,
    /// The services by area, for the inventory.
    areas: Vec<Area>,
    chairs: Vec<Chairs>,
}

#[derive(Serialize)]
struct Column {
    title: Cow<'static, str>,
    /// How it sorts: `text`, `number` or `day`.
    sorts: &'static str,
    /// The word before the cell where the row reads as a sentence; empty where it needs none.
    before: &'static str,
}

/// One record. The first cell names it.
#[derive(Serialize)]
struct Row {
    id: Option<String>,
    title: String,
    href: String,
    /// What it sorts by, where that is not its title: the day of a meeting.
    sorts_by: Option<String>,
    /// The name of its state, by which the script picks rows.
    state: Option<String>,
    /// What follows the first cell, in the order of the columns.
    cells: Vec<Vec<Part>>,
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct StateCount {
    /// The name by which the rows have it.
    key: String,
    state: Part,
    count: usize,
}

/// Where the reader is in a long index.
#[derive(Serialize)]
struct Pages {
    number: usize,
    of: usize,
    first: usize,
    last: usize,
    links: Vec<PageLink>,
    /// Every page of the index, for the script.
    all: Vec<String>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Serialize)]
struct PageLink {
    number: usize,
    href: String,
    is_current: bool,
    /// Pages are left out here.
    is_gap: bool,
}

pub fn index(book: &Book, route: &Route, kind: Kind, number: usize) -> Result<String, Box<Diagnostic>> {
    let view = View::new(book, route);
    let site = book.site;
    let introduction = site.introduction(place::folder(kind));
    let mut entries = listed(site, kind);
    order(kind, &mut entries);
    let count = entries.len();
    let first = (number - 1) * ROWS_PER_PAGE;
    let shown = &entries[first.min(count)..(first + ROWS_PER_PAGE).min(count)];
    let is_inventory = kind == Kind::Service && count <= ROWS_PER_PAGE;
    let title = introduction.and_then(|entry| entry.stated_title().map(str::to_owned));
    let title = title.unwrap_or_else(|| capitalised(&view.plural(kind)));
    let it = IndexView {
        kind: kind.name(),
        singular: view.singular(kind),
        count,
        text: introduction.map(|entry| prose::prose(&view, entry).body).unwrap_or_default(),
        lede: introduction.and_then(|entry| entry.common.summary.get().cloned()),
        columns: named(&view, kind),
        rows: if is_inventory { Vec::new() } else { shown.iter().map(|entry| row(&view, entry)).collect() },
        states: states(&view, kind, &entries),
        pages: pages(&view, kind, number, count),
        feed: site
            .config
            .base_url
            .as_ref()
            .filter(|_| count > 0 && has_feed(kind))
            .map(|_| view.to(&place::feed(Some(kind)))),
        areas: if is_inventory { areas(&view, &entries) } else { Vec::new() },
        chairs: if is_inventory { chairs(&entries) } else { Vec::new() },
        title: title.clone(),
    };
    let of_page = if number > 1 { format!("{title}, page {number}") } else { title };
    let head = Head {
        description: it.lede.clone(),
        section: Some(kind),
        feed: (count > 0 && has_feed(kind)).then_some(kind),
        ..Head::titled(&of_page)
    };
    view.fill(if is_inventory { "inventory.html" } else { "index.html" }, head, &it)
}

/// What readers look for first stands first: the latest meeting, the latest decision, the highest number; else by name.
fn order(kind: Kind, entries: &mut [&Entry]) {
    match kind {
        Kind::Meeting
        | Kind::Decision
        | Kind::Sow
        | Kind::Proposal
        | Kind::Rfp
        | Kind::Bounty
        | Kind::Pledge
        | Kind::Report => {
            entries.reverse();
        }
        Kind::Person
        | Kind::Organization
        | Kind::Group
        | Kind::Service
        | Kind::Contractor
        | Kind::Survey
        | Kind::Roadmap
        | Kind::Page => {
            entries.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at));
        }
    }
}

/// The columns, the first in the site's own word for the kind where it has one.
fn named(view: &View, kind: Kind) -> Vec<Column> {
    let mut columns = columns(kind);
    let own = view.site.profile.kind(kind).is_some_and(|workflow| workflow.title.is_some());
    if let (Some(first), true) = (columns.first_mut(), own) {
        first.title = capitalised(&view.singular(kind)).into();
    }
    columns
}

fn columns(kind: Kind) -> Vec<Column> {
    let before = |title: &'static str| match title {
        "Since" => "since",
        "With" => "with",
        "Proposer" => "proposed by",
        "Decided" => "decided on",
        "Group" => "by",
        // A state, votes and a sort of group speak for themselves.
        "State" | "How" | "Sort" => "",
        title => title,
    };
    let text = |title: &'static str| Column { title: Cow::Borrowed(title), sorts: "text", before: before(title) };
    let day = |title: &'static str| Column { title: Cow::Borrowed(title), sorts: "day", before: before(title) };
    let number = |title: &'static str| Column { title: Cow::Borrowed(title), sorts: "number", before: before(title) };
    match kind {
        Kind::Sow => vec![text("Statement of work"), text("State"), day("Since"), text("With"), text("Route")],
        Kind::Proposal => vec![text("Proposal"), text("State"), day("Since"), text("Proposer"), text("Impact")],
        Kind::Decision => vec![text("Decision"), text("State"), day("Decided"), text("How"), text("Group")],
        Kind::Meeting => vec![
            text("Meeting"),
            text("State"),
            text("Group"),
            number("Present"),
            number("Actions open"),
            text("Decisions"),
        ],
        Kind::Rfp => vec![text("Request"), text("State"), day("Since"), text("For"), day("Closes")],
        Kind::Bounty => vec![text("Bounty"), text("State"), text("For"), text("Amount"), day("Expires")],
        Kind::Contractor => vec![text("Contractor"), text("Runs"), text("Contract until")],
        Kind::Service => vec![text("Service"), text("Owner"), text("Operator"), text("Admins"), text("State")],
        Kind::Person => {
            vec![text("Person"), text("Seats"), text("Works for"), number("Open actions"), number("Meetings")]
        }
        Kind::Organization => vec![text("Organization"), text("Roles"), number("Services"), number("People")],
        Kind::Group => vec![text("Group"), text("Sort"), number("Members"), text("Chair")],
        Kind::Roadmap => vec![text("Roadmap"), text("Covers"), number("Goals"), number("Done")],
        Kind::Survey => vec![text("Survey"), text("State"), text("Open"), number("Answers")],
        Kind::Pledge => vec![text("Pledge"), text("State"), text("Donor"), text("Kind"), day("Asked again on")],
        Kind::Report => vec![text("Report"), text("For"), text("Covers"), day("Published")],
        Kind::Page => vec![text("Page"), text("Folder")],
    }
}

fn row(view: &View, entry: &Entry) -> Row {
    let mut errors = 0;
    let mut warnings = 0;
    for finding in view.book.report.of(&entry.path) {
        match finding.level {
            crate::diagnostic::Level::Error => errors += 1,
            crate::diagnostic::Level::Warning => warnings += 1,
        }
    }
    Row {
        id: spoken_id(&entry.id),
        title: entry.title.clone(),
        href: view.to_record(entry),
        sorts_by: entry.id.date().map(|date| date.to_string()),
        state: entry.status.as_ref().map(|status| status.state.clone()),
        // Why something is not known stands on the record's page.
        cells: cells(view, entry).into_iter().map(brief).collect(),
        errors,
        warnings,
    }
}

/// The cells after the first, in the order of [`columns`].
fn cells(view: &View, entry: &Entry) -> Vec<Vec<Part>> {
    let site = view.site;
    let state = || view.state(entry).into_iter().collect::<Vec<_>>();
    let since =
        || entry.status.as_ref().and_then(|it| it.since).map(|date| view.day(date)).into_iter().collect::<Vec<_>>();
    let number = |number: usize| vec![Part::text(number.to_string())];
    let holder = || {
        let holder = site.holder(entry).filter(|_| !site.is_over(entry));
        holder.map(|(words, whom)| Part::text(capitalised(&held_by(&words, &whom)))).into_iter().collect::<Vec<_>>()
    };
    match &entry.record {
        Record::Sow(it) => vec![state(), since(), holder(), view.word(&it.route, |route| route.as_str())],
        Record::Proposal(it) => {
            vec![state(), since(), view.one(&it.proposer), view.word(&it.impact, |impact| impact.as_str())]
        }
        Record::Decision(it) => {
            let how = match view.tally(entry) {
                Some(tally) => vec![tally],
                None => view.word(&it.mode, |mode| mode.as_str()),
            };
            vec![state(), view.date(&it.decided), how, view.one(&it.group)]
        }
        Record::Meeting(it) => {
            let present = entry
                .edges
                .iter()
                .filter(|edge| matches!(&edge.via, crate::site::Via::Key(key) if **key == *"present"));
            // Nobody named is not nobody there.
            let present = match present.count() {
                0 => Vec::new(),
                count => number(count),
            };
            let open = site.actions_in(entry).iter().filter(|action| !action.done).count();
            let taken = site.referring(entry, Kind::Decision, "meeting").map(|decision| view.record_link(decision));
            let mut decisions = view.many(&it.decisions);
            for decision in taken {
                if decisions.iter().all(|other| other.href != decision.href) {
                    decisions.push(decision);
                }
            }
            vec![state(), view.one(&it.group), present, number(open), decisions]
        }
        Record::Rfp(it) => {
            let closes = view.field(&it.closes, |moment| vec![view.day(moment.date)]);
            vec![state(), since(), view.one(&it.sow), closes]
        }
        Record::Bounty(it) => {
            let amount = view.field(&it.amount, |amount| vec![Part::text(amount.to_string())]);
            vec![state(), view.one(&it.sow), amount, view.date(&it.expires)]
        }
        Record::Contractor(it) => {
            let until = it.contract.items().iter().flat_map(|contract| view.date(&contract.ends)).collect();
            vec![view.many(&it.services), until]
        }
        Record::Service(_) => vec![
            super::inventory::seat(view, entry, "owner"),
            super::inventory::seat(view, entry, "operator"),
            super::inventory::admins(view, entry),
            state(),
        ],
        Record::Person(it) => {
            let seats =
                site.referring(entry, Kind::Group, "member.person").map(|group| view.record_link(group)).collect();
            let works_for = it.affiliation.items().iter().filter(|it| it.period().holds(site.today));
            vec![
                seats,
                works_for.flat_map(|it| view.one(&it.organization)).collect(),
                number(site.actions_of(entry).filter(|action| !action.done).count()),
                number(site.referring(entry, Kind::Meeting, "present").count()),
            ]
        }
        Record::Organization(it) => {
            let roles = view.field(&it.roles, |roles| roles.iter().map(|role| Part::text(role.as_str())).collect());
            let services =
                ["operator", "owner"].iter().flat_map(|key| site.referring(entry, Kind::Service, key)).map(|it| it.at);
            let services: std::collections::BTreeSet<usize> = services.collect();
            vec![
                roles,
                number(services.len()),
                number(site.referring(entry, Kind::Person, "affiliation.organization").count()),
            ]
        }
        Record::Group(it) => {
            let members = site.members_on(entry, site.today).count();
            let chairs = site.role_holders("chair", Some(entry), site.today);
            let chairs = chairs.into_iter().map(|person| view.record_link(person)).collect();
            vec![view.word(&it.r#type, |it| it.as_str()), number(members), chairs]
        }
        Record::Roadmap(it) => {
            let progress = it.progress().map_or((0, 0), |progress| (progress.total, progress.done));
            let covers = super::strip::stretch(it.from.get().copied(), it.to.get().copied());
            vec![vec![Part::text(covers)], number(progress.0), number(progress.1)]
        }
        Record::Survey(it) => vec![
            state(),
            vec![Part::text(super::strip::stretch(it.opens.get().copied(), it.closes.get().copied()))],
            view.field(&it.responses, |count| vec![Part::text(count.to_string())]),
        ],
        Record::Pledge(it) => {
            vec![state(), view.one(&it.donor), view.word(&it.kind, |kind| kind.as_str()), view.date(&it.follow_up)]
        }
        Record::Report(it) => {
            let covers = view.field(&it.period, |period| {
                vec![Part::text(super::strip::stretch(period.from.get().copied(), period.to.get().copied()))]
            });
            vec![view.word(&it.audience, |audience| audience.as_str()), covers, view.date(&it.published)]
        }
        Record::Page(_) => vec![vec![Part::text(entry.path.folder())]],
    }
}

fn states(view: &View, kind: Kind, entries: &[&Entry]) -> Vec<StateCount> {
    let Some(workflow) = view.site.profile.kind(kind) else { return Vec::new() };
    let count = |name: &str| {
        entries.iter().filter(|entry| entry.status.as_ref().is_some_and(|status| status.state == name)).count()
    };
    workflow
        .states
        .iter()
        .map(|row| StateCount {
            key: row.name.clone(),
            state: view.state_named(kind, &row.name),
            count: count(&row.name),
        })
        .filter(|state| state.count > 0)
        .collect()
}

/// `None` when everything stands on one page.
fn pages(view: &View, kind: Kind, number: usize, count: usize) -> Option<Pages> {
    let of = count.div_ceil(ROWS_PER_PAGE);
    if of <= 1 {
        return None;
    }
    let href = |number: usize| view.to(&place::index(kind, number));
    Some(Pages {
        number,
        of,
        first: (number - 1) * ROWS_PER_PAGE + 1,
        last: (number * ROWS_PER_PAGE).min(count),
        // The ends and the neighbours; what lies between is a gap.
        links: (1..=of)
            .filter(|it| *it == 1 || *it == of || it.abs_diff(number) <= 3)
            .map(|it| PageLink {
                number: it,
                href: href(it),
                is_current: it == number,
                is_gap: it.abs_diff(number) == 3 && it != 1 && it != of,
            })
            .collect(),
        all: (1..=of).map(href).collect(),
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < of).then(|| href(number + 1)),
    })
}
