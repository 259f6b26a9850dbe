//! The search: what it knows of each record, its page, and the titles of all records for readers without scripts.
//!
//! Found is what a public page says, and nothing else: what is withheld or is a draft is in no record here, and the pages of
//! those who write the site are left out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::{Kind, encoded};
use crate::markdown::{Piece, pieces};
use crate::page::{RenderContext, Route, place};
use crate::search::{self, Index, Label, Labels, Passage, Record, Weight};
use crate::site::places::TITLES_ON_SEARCH;
use crate::site::{Entry, Made, Now, Site, Via};
use crate::text::capitalised;
use crate::words::{self, Word};

use super::View;
use super::chrome::Head;
use super::part::{Part, Sort, spoken_id};
use super::sentence;
use super::spelling::held_by;

/// The keys whose texts no page shows as such: languages, addresses, ids, names of states.
const UNSHOWN: [&str; 8] = ["lang", "redirects", "email", "to", "currency", "withheld", "executed", "on"];

/// The keys whose people a section of the page names.
const IN_SECTIONS: [&str; 1] = ["vote.person"];

/// The keys that hold another name of the record.
const NAMES: [&str; 4] = ["aliases", "github", "discourse", "consumers"];

/// The keys whose texts are worth a heading.
const HEADINGS: [&str; 6] = ["summary", "purpose", "tags", "agenda.title", "agenda.outcome", "text"];

/// The kinds whose records are called by a part of their address.
const SLUGS: [Kind; 5] = [Kind::Service, Kind::Person, Kind::Group, Kind::Organization, Kind::Contractor];

/// The pages that Candor makes and readers ask for by name.
const MADE: [(Word, Made); 10] = [
    (words::WORK, Made::Work),
    (words::MONEY, Made::Money),
    (words::ACTIONS, Made::Actions),
    (words::HELP_PAGE, Made::Help),
    (words::CHANGES, Made::Changes),
    (words::HOW_WE_WORK, Made::HowWeWork),
    (words::PROMISES, Made::Promises),
    (words::WHAT_WE_DO_NOT_KNOW, Made::Unknown),
    (words::DATA, Made::Data),
    (words::ABOUT, Made::About),
];

/// What the records can be narrowed down by besides kind, state and year: the word for it in an address, and the kind.
const NAMED: [(&str, Kind); 3] = [("person", Kind::Person), ("group", Kind::Group), ("service", Kind::Service)];

/// The index of everything that readers of the site can find.
pub(in crate::page) fn index(context: &RenderContext) -> Index {
    let site = context.site;
    let view = &View::new(context, &Route::Made(Made::Home));
    let entries = found(site);
    let named = NAMED.map(|(_, kind)| named(&entries, kind));
    let mut states = BTreeMap::new();
    for entry in &entries {
        if let Some(state) = entry.status.as_ref().and(view.state(entry)).and(entry.status.as_ref()) {
            states.entry(&*state.state).or_insert_with(|| capitalised(&view.label(entry.kind(), &state.state)));
        }
    }
    let state_at: HashMap<&str, usize> = states.keys().enumerate().map(|(at, name)| (*name, at)).collect();
    let named_at = named.each_ref().map(|names| names.iter().enumerate().map(|(at, it)| (it.at, at)).collect());
    let record = |entry: &&Entry| record(view, entry, &state_at, &named_at);
    let mut records: Vec<Record> = entries.iter().map(record).collect();
    let taken: BTreeSet<String> = records.iter().map(|record| record.address.clone()).collect();
    records.extend(made(view).filter(|record| !taken.contains(&record.address)));
    // Texts are read by several threads, each of which speaks English by itself.
    let language = words::spoken();
    let passages = |at: usize| {
        let passages = || entries.get(at).map(|entry| passages(view, entry)).unwrap_or_default();
        words::within(language, passages)
    };
    let labels = Labels {
        kinds: Kind::ALL.iter().map(|kind| label(kind.name(), &capitalised(&view.singular(*kind)))).collect(),
        states: states.iter().map(|(key, text)| label(key, text)).collect(),
        named: NAMED.iter().zip(&named).map(|((key, _), names)| ((*key).to_owned(), labels(names))).collect(),
    };
    search::index(&records, &labels, &passages)
}

/// What has a public page, or is the text of one, in the order of the files.
fn found(site: &Site) -> Vec<&Entry> {
    let is_there = |entry: &&Entry| {
        let Some(route) = site.places.at(&place::record(entry)) else { return false };
        let is_text_of_it = || matches!(route, Route::Made(_) | Route::Index(..)) && entry.duplicate_of.is_none();
        route.record() == Some(entry.at) || is_text_of_it()
    };
    let is_public = |entry: &&Entry| !entry.is_draft() && !place::is_for_editors(&entry.address);
    site.entries.iter().filter(is_public).filter(is_there).collect()
}

fn label(key: &str, text: &str) -> Label {
    Label { key: key.to_owned(), text: text.to_owned() }
}

/// The records of `kind` among `entries`, by their titles.
fn named<'a>(entries: &[&'a Entry], kind: Kind) -> Vec<&'a Entry> {
    let mut named: Vec<&Entry> =
        entries.iter().copied().filter(|it| it.kind() == kind && !it.is_introduction()).collect();
    named.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at));
    named
}

fn labels(named: &[&Entry]) -> Vec<Label> {
    named.iter().map(|entry| label(slug(entry), &entry.title)).collect()
}

/// The last part of a record's address: `tom-stellard`.
fn slug(entry: &Entry) -> &str {
    entry.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
}

/// The address of a file, from the root of the site.
fn from_root(site: &Site, path: &str) -> String {
    encoded(if site.config.index_links { path } else { place::without_index(path) })
}

/// What is known of `entry`; `states` and `named` are the places of states and of records among the labels.
fn record(view: &View, entry: &Entry, states: &HashMap<&str, usize>, named: &[HashMap<usize, usize>]) -> Record {
    let site = view.site;
    let edges: BTreeSet<usize> = entry.edges.iter().map(|edge| edge.to).chain([entry.at]).collect();
    let state = entry.status.as_ref().and_then(|status| states.get(&*status.state).copied());
    let day = entry.day().map(|day| day.to_string());
    let names = |places: &HashMap<usize, usize>| edges.iter().filter_map(|at| places.get(at).copied()).collect();
    Record {
        address: from_root(site, &place::record(entry)),
        id: spoken_id(&entry.id).unwrap_or_default(),
        title: entry.title.clone(),
        lang: entry.common.lang.get().unwrap_or(&site.config.lang).clone(),
        kind: Kind::ALL.iter().position(|kind| *kind == entry.kind()).unwrap_or_default(),
        state,
        day: day.unwrap_or_default(),
        answer: answer(view, entry).unwrap_or_default(),
        names: named.iter().map(names).collect(),
    }
}

/// The pages that Candor makes, by the names under which readers know them.
fn made<'a>(view: &'a View) -> impl Iterator<Item = Record> + use<'a> {
    let site = view.site;
    let kind = Kind::ALL.iter().position(|kind| *kind == Kind::Page).unwrap_or_default();
    let there = MADE.iter().filter(|(_, made)| matches!(site.places.at(made.path()), Some(Route::Made(_))));
    there.map(move |(title, made)| Record {
        address: from_root(site, made.path()),
        title: title.to_string(),
        lang: words::spoken().tag().to_owned(),
        kind,
        names: vec![Vec::new(); NAMED.len()],
        ..Record::default()
    })
}

/// Where a matter is, in a sentence without its full stop: `Open for comments until 1 December 2026, with the community`.
fn answer(view: &View, entry: &Entry) -> Option<String> {
    let site = view.site;
    if let Some(decided) = sentence::decided(site, entry) {
        return Some(decided);
    }
    let position = site.position(entry)?;
    let own = position.under_way.iter().find(|it| it.of.at == entry.at).and_then(|it| open_until(it.what));
    let state = || {
        let label = view.label(entry.kind(), position.state);
        let word = if position.is_settled { words::SINCE_WHEN_SETTLED } else { words::BEFORE_SINCE };
        let since = position.since.map(|day| words::since_day(word, words::long_date(day))).unwrap_or_default();
        format!("{label}{since}")
    };
    let with = position.holder.as_ref().map(|(words, whom)| words::with_whom(held_by(words, whom))).unwrap_or_default();
    let goes_on = position.goes_on_in.map(|work| {
        let called = spoken_id(&work.id).unwrap_or_else(|| work.title.clone());
        let state = work.status.as_ref().map(|status| view.label(work.kind(), &status.state)).unwrap_or_default();
        words::goes_on_in(called, state, &with)
    });
    Some(match goes_on {
        Some(goes_on) => format!("{}. {goes_on}", capitalised(&state())),
        None => format!("{}{with}", capitalised(&own.unwrap_or_else(state))),
    })
}

/// `open for comments until 1 December 2026`; `None` where no last day is known.
fn open_until(now: Now) -> Option<String> {
    let day = words::long_date(now.ends()?);
    Some(match now {
        Now::Comments(_) => words::open_for_comments_until(day),
        Now::Vote { .. } | Now::Undecided => words::open_for_votes_until(day),
        Now::Offers(_) => words::open_for_offers_until(day),
        Now::Claims(_) => words::open_to_be_claimed_until(day),
        Now::Answers(_) => words::open_for_answers_until(day),
    })
}

/// What the page of a record says: what its front matter states, whom and what that names, and its text.
fn passages(view: &View, entry: &Entry) -> Vec<Passage> {
    let site = view.site;
    let mut passages = Vec::new();
    // Others name it by this in what they write.
    if SLUGS.contains(&entry.kind()) && !entry.is_introduction() {
        passages.push(Passage { weight: Weight::Alias, text: slug(entry).to_owned() });
    }
    let texts = if entry.is_introduction() { &[] } else { &entry.texts[..] };
    for it in texts {
        let last = it.key.rsplit('.').next().unwrap_or_default();
        let is_title = matches!(&*it.key, "title" | "name");
        if it.is_link || is_title || UNSHOWN.contains(&last) {
            if let Some(number) = issue(&it.text).filter(|_| it.is_link && !it.key.contains('.')) {
                passages.push(Passage { weight: Weight::Alias, text: format!("#{number}") });
            }
            continue;
        }
        let weight = match () {
            () if NAMES.contains(&&*it.key) => Weight::Alias,
            () if HEADINGS.contains(&&*it.key) => Weight::Heading,
            () => Weight::Text,
        };
        // Addresses are shown without what every address begins with.
        let text = ["https://", "http://", "mailto:"].iter().find_map(|start| it.text.strip_prefix(start));
        let text = text.unwrap_or(&it.text);
        if weight == Weight::Alias {
            passages.push(Passage { weight, text: text.to_owned() });
        }
        let weight = weight.min(Weight::Heading);
        passages.push(Passage { weight, text: text.to_owned() });
    }
    let mut known = BTreeSet::new();
    let in_sections = entry.edges.iter().filter(|edge| edge.via.is_one_of(&IN_SECTIONS));
    let in_sections = in_sections.filter(|edge| known.insert(edge.to)).map(|edge| site.entries[edge.to].title.clone());
    let facts = if entry.is_introduction() { Vec::new() } else { view.facts(entry) };
    let is_said = |part: &Part| matches!(part.sort, Sort::Text | Sort::Link | Sort::Day | Sort::State | Sort::Code);
    let of_facts = facts.into_iter().flat_map(|fact| fact.parts).filter(is_said).map(|part| part.text);
    let named: Vec<String> = of_facts.chain(in_sections).collect();
    if !named.is_empty() {
        passages.push(Passage { weight: Weight::Text, text: named.join(" · ") });
    }
    let mentioned = mentioned(site, entry);
    let piece = |piece: Piece| Passage {
        weight: if piece.is_heading { Weight::Heading } else { Weight::Text },
        text: with_names(piece.text, &mentioned),
    };
    passages.extend(pieces(entry.body()).into_iter().map(piece));
    passages
}

/// Who is mentioned in the text of `entry`: as it is written, and as the page shows it. Of two of which one begins with the other
/// the longer one is first.
fn mentioned<'a>(site: &'a Site, entry: &Entry) -> Vec<(String, &'a str)> {
    let people = entry.edges.iter().filter(|edge| edge.via == Via::Text).map(|edge| &site.entries[edge.to]);
    let people = people.filter(|it| it.kind() == Kind::Person);
    let mut mentioned: Vec<_> = people.map(|it| (format!("@{}", slug(it)), &*it.title)).collect();
    mentioned.sort_by(|(one, _), (other, _)| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
    mentioned.dedup();
    mentioned
}

/// `text` with the names of those who are `mentioned` in it.
fn with_names(text: String, mentioned: &[(String, &str)]) -> String {
    if !text.contains('@') {
        return text;
    }
    mentioned.iter().fold(text, |text, (written, name)| text.replace(written, name))
}

/// The number of the issue or of the pull request at an address.
fn issue(address: &str) -> Option<&str> {
    let (before, number) = address.rsplit_once('/')?;
    let is_issue = ["/issues", "/pull", "/merge_requests"].iter().any(|end| before.ends_with(end));
    (is_issue && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

/// The titles of the records of a kind, without what introduces their index: the heading says the same.
#[derive(Serialize)]
struct Titles {
    kind: &'static str,
    title: String,
    records: Vec<Part>,
}

fn titles(view: &View) -> Vec<Titles> {
    let site = view.site;
    let of_kind = |kind: &Kind| {
        let mut records: Vec<&Entry> =
            found(site).into_iter().filter(|entry| entry.kind() == *kind && !entry.is_introduction()).collect();
        records.sort_by_cached_key(|entry| (entry.id.number(), entry.title.to_lowercase(), entry.at));
        let records: Vec<Part> = records.into_iter().map(|entry| view.record_link(entry)).collect();
        Titles { kind: kind.name(), title: capitalised(&view.plural(*kind)), records }
    };
    Kind::ALL.iter().map(of_kind).filter(|it| !it.records.is_empty()).collect()
}

/// Where readers look for a word.
pub(super) fn search(view: &View) -> Result<String, Diagnostic> {
    let has_all = view.site.entries.len() <= TITLES_ON_SEARCH;
    let it = given! {
        title: words::SEARCH.text(),
        here: view.to(Made::Search.path()),
        choices: choices(),
        // Where the files of the index are.
        index: format!("{}{}", view.root, view.context.search().folder),
        script: view.to(view.context.theme.published("search.js")),
        titles: if has_all { titles(view) } else { Vec::new() },
        all: (!has_all).then(|| view.to(Made::Titles.path())),
    };
    let head = Head { description: Some(words::SEARCH_LEDE.to_string()), ..Head::titled(&words::SEARCH) };
    view.fill("search.html", head, &it)
}

/// What finds can be narrowed down by, in the order in which it is offered.
fn choices() -> Vec<impl Serialize> {
    let choice = |name: &'static str, title: Word, any: Word, has_names: bool| {
        given! { name, title, any, has_names }
    };
    vec![
        choice("kind", words::KIND, words::ANY_KIND, false),
        choice("state", words::STATE, words::ANY_KIND, false),
        choice("year", words::YEAR, words::ANY_KIND, false),
        choice("person", words::PERSON, words::ANYBODY, true),
        choice("group", words::GROUP, words::ANY_KIND, true),
        choice("service", words::SERVICE, words::ANY_KIND, true),
    ]
}

/// The titles of all records of a large site.
pub(super) fn all_titles(view: &View) -> Result<String, Diagnostic> {
    let it = given! { title: words::ALL_TITLES.text(), titles: titles(view) };
    view.fill("titles.html", Head::titled(&words::ALL_TITLES), &it)
}
