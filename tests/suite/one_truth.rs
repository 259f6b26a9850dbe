//! What a site says of where a record is: the same on its own page, in every list, on the home page and in the feed.

use std::collections::BTreeMap;

use candor::id::Kind;
use candor::project::Project;
use candor::tree::Tree;
use candor::workflow::BUILT_IN;
use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use crate::properties::{Event, fixture, holds, profile, walk};
use crate::sites;
use crate::support::{files, project};

/// What one place says of a record: by the name of the fact the texts, in their order.
type Facts = BTreeMap<String, Vec<String>>;

/// What is said in one place.
struct Place {
    page: String,
    of: String,
    is_strip: bool,
    facts: Facts,
}

/// How often something was said twice, by where the second time was: `home`, `index`, `feed`.
type Compared = BTreeMap<&'static str, usize>;

fn text(element: ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every place of a page that says where a record is.
fn places(page: &str, html: &str) -> Vec<Place> {
    let of = Selector::parse("[data-of]").expect("a selector");
    let fact = Selector::parse("[data-fact]").expect("a selector");
    let html = Html::parse_document(html);
    let place = |element: ElementRef| {
        let mut facts = Facts::new();
        let is_own = |it: &ElementRef| {
            let nearest = it.ancestors().filter_map(ElementRef::wrap).find(|above| above.attr("data-of").is_some());
            nearest.is_some_and(|nearest| nearest.id() == element.id())
        };
        for it in element.select(&fact).filter(is_own).filter(|it| !text(*it).is_empty()) {
            let name = it.attr("data-fact").unwrap_or_default();
            facts.entry(name.to_owned()).or_default().push(text(it));
        }
        facts.extend(element.attr("data-deadline").map(|day| ("deadline".to_owned(), vec![day.to_owned()])));
        Place {
            page: page.to_owned(),
            of: element.attr("data-of").unwrap_or_default().to_owned(),
            is_strip: element.value().classes().any(|class| class == "strip"),
            facts,
        }
    };
    html.select(&of).map(place).collect()
}

/// What contradicts the strips of the records, and how often they were confirmed.
fn compared(project: &Project) -> (Vec<String>, Compared) {
    let files = files(project);
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("editors/"));
    let all: Vec<Place> = pages.flat_map(|(path, html)| places(path, html)).collect();
    let strips: BTreeMap<&str, &Facts> =
        all.iter().filter(|it| it.is_strip).map(|it| (it.of.as_str(), &it.facts)).collect();
    let mut wrong = Vec::new();
    let mut compared = Compared::new();
    for place in all.iter().filter(|it| !it.is_strip) {
        let Some(strip) = strips.get(place.of.as_str()) else { continue };
        let sort = match place.page.as_str() {
            "index.html" => "home",
            path if path.ends_with("work/index.html") => "work",
            path if path.matches('/').count() == 1 => "index",
            _ => "record",
        };
        for (name, said) in &place.facts {
            *compared.entry(sort).or_default() += 1;
            let on_strip = strip.get(name).cloned().unwrap_or_default();
            if *said != on_strip {
                wrong.push(format!("{}: {name} of {} is {said:?}, and {on_strip:?} there", place.page, place.of));
            }
        }
    }
    let feed = files.get("feed.xml").map(String::as_str).unwrap_or_default();
    for (of, said) in in_feed(feed) {
        let Some(strip) = strips.get(of.as_str()) else { continue };
        *compared.entry("feed").or_default() += 1;
        let of_strip = |name: &str, before: &str| {
            strip.get(name).into_iter().flatten().map(|it| format!("{before}{it}")).collect::<Vec<_>>()
        };
        let state = of_strip("state", "");
        let since = of_strip("since", "");
        let with = of_strip("with", ", with ");
        let next = of_strip("next", "Next: ");
        let expected = [state, since, with, next, of_strip("missing", ""), of_strip("now", "")].concat();
        let lacking = expected.iter().filter(|it| !said.contains(*it));
        wrong.extend(lacking.map(|it| format!("the feed says nothing of “{it}” for {of}: {said}")));
        for (name, word) in [("next", "Next: "), ("missing", "Missing: "), ("with", ", with ")] {
            if strip.get(name).is_none() && said.contains(word) {
                wrong.push(format!("the feed has a “{word}” for {of} that its page has not: {said}"));
            }
        }
    }
    (wrong, compared)
}

/// Where each record is as the feed says it: the part of its latest entry that speaks of today.
fn in_feed(feed: &str) -> Vec<(String, String)> {
    let within = |text: &str, name: &str| {
        let (_, after) = text.split_once(&format!("<{name}>"))?;
        Some(after.split_once(&format!("</{name}>"))?.0.to_owned())
    };
    let items = feed.split("<item>").skip(1);
    let said = items.filter_map(|item| {
        let description = within(item, "description")?;
        let description = description.replace("&amp;", "&").replace("&apos;", "'").replace("&quot;", "\"");
        let description = description.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let (_, today) = description.split_once(" Today: ")?;
        let link = within(item, "link")?;
        let path = link.splitn(4, '/').nth(3)?.split('#').next()?.trim_end_matches("index.html").to_owned();
        let path = path.trim_end_matches('/').trim_start_matches("group/").to_owned();
        Some((path, today.to_owned()))
    });
    said.collect()
}

#[test]
fn a_golden_site_says_everywhere_the_same_of_where_a_record_is() {
    let mut all = Compared::new();
    for name in sites::names() {
        let (wrong, compared) = compared(&sites::site(&name));
        assert_eq!(wrong, Vec::<String>::new(), "{name}");
        for (sort, number) in compared {
            *all.entry(sort).or_default() += number;
        }
    }
    for (sort, least) in [("home", 20), ("index", 100), ("feed", 20)] {
        let there = all.get(sort).copied().unwrap_or_default();
        assert!(there >= least, "only {there} facts in a place of the sort {sort} could be compared: {all:?}");
    }
}

/// A site in which one matter passes through a proposal, a statement of work, a call and a decision, all of them somewhere
/// on the way, with windows that are open, over or to come.
fn thread(name: &str, choices: &[Vec<u8>; 3], days: &[u8; 4]) -> Option<String> {
    let profile = profile(name);
    let day = |at: usize| format!("2026-{:02}-{:02}", 10 + days[at] % 3, 1 + days[at] % 28);
    let of_kind = |kind: Kind, choices: &[u8], more: &str| {
        let workflow = profile.kind(kind)?;
        let events: Vec<Event> = walk(workflow, choices);
        let text = fixture(name, &profile, kind, &events);
        Some(text.replacen("+++\nowner = \"ada\"", &format!("+++\ntitle = \"One {kind}\"\n{more}owner = \"ada\""), 1))
    };
    let window = format!("comment = {{ opens = {}, closes = {} }}\n", day(0), day(1));
    let proposal = of_kind(Kind::Proposal, &choices[0], &window)?;
    let own = |text: Option<String>| {
        text.and_then(|it| it.rfind("-- ").and_then(|at| it[..at].rfind("-- ").map(|at| it[at..].to_owned())))
    };
    let sow =
        own(of_kind(Kind::Sow, &choices[1], &format!("proposals = [\"PRP-0001\"]\nrfp = \"RFP-0001\"\n{window}")));
    let closes = format!("sow = \"SOW-0001\"\ncloses = {}T17:00:00Z\n", day(2));
    let rfp = own(of_kind(Kind::Rfp, &choices[2], &closes));
    let decision = format!(
        "-- decisions/0001-x.md --\n+++\ntitle = \"Money\"\ngroup = \"makers\"\nkind = \"general\"\n\
         about = [\"SOW-0001\"]\nopened = 2026-10-01\ncloses = {}\nchannel = \"https://example.org/1\"\n\n\
         [[vote]]\nperson = \"the-chair\"\nvalue = \"yes\"\n+++\n",
        day(3)
    );
    let address = "-- candor.toml --\nbase_url = \"https://example.org/group/\"\n";
    let site = proposal.replacen("-- candor.toml --\n", address, 1);
    Some([site, sow.unwrap_or_default(), rfp.unwrap_or_default(), decision].concat())
}

#[test]
fn whatever_happened_to_a_matter_every_page_says_the_same_of_it() {
    let walks = || prop::collection::vec(any::<u8>(), 0..9);
    let cases = (0..BUILT_IN.len(), [walks(), walks(), walks()], any::<[u8; 4]>());
    holds(24, cases, |(at, choices, days)| {
        let Some(text) = thread(BUILT_IN[at].0, &choices, &days) else { return Ok(()) };
        let (wrong, compared) = compared(&project(Tree::fixture(&text)));
        prop_assert_eq!(wrong, Vec::<String>::new(), "{}", text);
        prop_assert!(compared.get("index").is_some_and(|it| *it > 0), "nothing could be compared in {}", text);
        prop_assert!(compared.get("feed").is_some_and(|it| *it > 0), "nothing of the feed in {}", text);
        Ok(())
    });
}
