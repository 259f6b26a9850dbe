//! What can be followed: feeds of one site, kind, matter, group and person in three forms, and calendars.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use candor::project::{Options, Project};
use candor::site::{Calendar, Follow, OnTheDay};
use candor::text::Date;
use candor::tree::Tree;

use crate::support::{files, project, texts};

const SITE: &str = "-- candor.toml --\ntitle = \"Makers\"\nbase_url = \"https://example.org/group/\"\ngroup = \"makers\"\n\
                    -- groups/makers.md --\n+++\nname = \"Makers\"\ntype = \"working-group\"\n\n[[member]]\nperson = \"ada\"\n\
                    role = \"member\"\nfrom = 2024-01-01\nto = 2026-12-20\n+++\n\
                    -- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";

fn published(records: &str) -> BTreeMap<String, String> {
    files(&project(Tree::fixture(&format!("{SITE}{records}"))))
}

/// The id, the title and the text of each entry.
fn entries(files: &BTreeMap<String, String>, path: &str) -> Vec<(String, String, String)> {
    let text = files.get(path).unwrap_or_else(|| panic!("{path} is there"));
    let feed = feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}"));
    let entry = |entry: feed_rs::model::Entry| {
        let text = entry.summary.map(|it| it.content).or_else(|| entry.content.and_then(|it| it.body));
        (entry.id, entry.title.map(|it| it.content).unwrap_or_default(), text.unwrap_or_default())
    };
    feed.entries.into_iter().map(entry).collect()
}

fn golden() -> Vec<(String, Project)> {
    let today = "2026-11-21".parse().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sites = std::fs::read_dir(root.join("tests/sites")).unwrap().map(|it| it.unwrap().path());
    let mut folders: Vec<_> = sites.map(|site| site.join("content")).filter(|it| it.is_dir()).collect();
    folders.sort();
    let base_url = Some("https://example.org/iwg/".to_owned());
    let read = |folder: &std::path::PathBuf| {
        let options = Options { today, drafts: false, base_url: base_url.clone(), index_links: false };
        (folder.display().to_string(), Project::of(Tree::read(folder).unwrap(), &options))
    };
    folders.iter().map(read).collect()
}

/// How often each UID is in a calendar, once its folded lines are put together.
fn uids(calendar: &str) -> BTreeMap<String, usize> {
    let mut uids = BTreeMap::new();
    for line in calendar.replace("\r\n ", "").lines().filter_map(|line| line.strip_prefix("UID:")) {
        *uids.entry(line.trim().to_owned()).or_default() += 1;
    }
    uids
}

#[test]
fn each_day_ahead_is_once_in_the_calendar_and_once_in_the_feed_before_it_comes() {
    let mut days = 0;
    for (name, project) in golden() {
        let (site, files) = (&project.site, files(&project));
        let calendar = Calendar::of(site);
        let ahead: Vec<_> = calendar.days.iter().filter(|it| it.day >= site.today).collect();
        let of_calendar = uids(files.get("calendar.ics").map_or("", String::as_str));
        // Where nothing has a day, there is no feed.
        let has_feed = files.contains_key("feed.xml");
        let of_feed = if has_feed { entries(&files, "feed.xml") } else { Vec::new() };
        let of_feed: Vec<String> = of_feed.into_iter().map(|(id, ..)| id).collect();
        for day in ahead {
            days += 1;
            assert_eq!(of_calendar.get(&format!("{}@example.org", day.key)), Some(&1), "{name}: {}", day.key);
            let times = of_feed.iter().filter(|id| **id == day.key).count();
            assert_eq!(times, usize::from(day.is_announced(site)), "{name}: {}", day.key);
            // Sooner or later, and never on the day itself.
            assert!(day.announced < day.day, "{name}: {}", day.key);
        }
    }
    assert!(days > 20, "{days}");
}

#[test]
fn the_deadline_on_a_strip_is_a_day_of_the_calendar() {
    for (name, project) in golden() {
        let site = &project.site;
        let days: BTreeSet<(usize, Date)> = Calendar::of(site)
            .days
            .iter()
            .filter(|it| matches!(it.what, OnTheDay::End(_)))
            .map(|it| (it.of, it.day))
            .collect();
        for entry in &site.entries {
            let Some(due) = site.position(entry).and_then(|it| it.deadline) else { continue };
            assert!(days.contains(&(due.of.at, due.date)), "{name}: {} of {}", due.date, entry.id);
        }
    }
}

#[test]
fn the_feed_of_a_group_holds_what_waits_for_it_and_nothing_else() {
    let mut waiting = 0;
    for (name, project) in golden() {
        let files = files(&project);
        for group in project.site.of_kind(candor::id::Kind::Group) {
            let queue: BTreeSet<String> = project.site.queue(group).map(|it| it.id.to_string()).collect();
            let path = format!("{}feed.xml", group.address);
            assert_eq!(files.contains_key(&path), !queue.is_empty(), "{name}: {path}");
            if queue.is_empty() {
                continue;
            }
            let of_feed = entries(&files, &path).into_iter();
            let of_feed: Vec<String> = of_feed.map(|(id, ..)| id.split('#').next().unwrap().to_owned()).collect();
            waiting += of_feed.len();
            assert_eq!(of_feed.iter().cloned().collect::<BTreeSet<_>>(), queue, "{name}: {path}");
            assert_eq!(of_feed.len(), queue.len(), "{name}: {path} has nothing twice");
        }
    }
    assert!(waiting > 3, "{waiting}");
}

#[test]
fn the_three_forms_of_a_feed_hold_the_same_and_none_is_empty() {
    let mut feeds = 0;
    for (name, project) in golden() {
        let files = files(&project);
        for path in files.keys().filter(|it| it.ends_with("feed.xml")) {
            let of_form = |form: &str| -> Vec<(String, String)> {
                let entries = entries(&files, &path.replace("feed.xml", form)).into_iter();
                entries.map(|(_, title, text)| (title, text)).collect()
            };
            let rss: Vec<(String, String)> =
                of_form("feed.xml").into_iter().map(|(title, text)| (title, texts(&text, "body").concat())).collect();
            let plain =
                |(title, text): (String, String)| (title, text.split_whitespace().collect::<Vec<_>>().join(" "));
            let (atom, json) = (of_form("feed.atom"), of_form("feed.json"));
            assert!(!rss.is_empty(), "{name}: {path}");
            assert_eq!(atom, json, "{name}: {path}");
            let [rss, atom] = [rss, atom].map(|it| it.into_iter().map(plain).collect::<Vec<_>>());
            assert_eq!(rss, atom, "{name}: {path}");
            feeds += 1;
        }
    }
    assert!(feeds > 60, "{feeds}");
}

#[test]
fn what_is_followed_is_what_the_page_says() {
    let proposal = "-- proposals/0001-x.md --\n+++\ntitle = \"Buy a loom\"\nproposers = [\"ada\"]\n\n[comment]\n\
                    opens = 2026-11-10\ncloses = 2026-11-30\n\n[[event]]\nto = \"submitted\"\ndate = 2026-11-09\nby = \"ada\"\n+++\n";
    let meetings = "-- meetings/2026-11-03.md --\n+++\ngroup = \"makers\"\nkind = \"regular\"\nheld = true\nnext = 2026-12-01\n+++\n\n\
                    - [ ] @ada: Ask for offers (due 2026-11-25)\n\
                    -- meetings/2026-11-24.md --\n+++\ngroup = \"makers\"\nkind = \"regular\"\nat = 2026-11-24T18:00:00+01:00\n\
                    ends = 2026-11-24T19:00:00+01:00\njoin = \"https://example.org/room\"\n\n[[agenda]]\ntitle = \"The loom\"\n+++\n";
    let files = published(&format!("{proposal}{meetings}"));
    let matter = entries(&files, "proposals/0001/feed.xml");
    assert_eq!(matter[0].0, "PRP-0001#last-day-2026-11-30", "{matter:?}");
    assert_eq!(matter[0].1, "PRP-0001 Buy a loom: comments close on 30 November 2026");
    let person = entries(&files, "people/ada/feed.xml");
    let titles: Vec<&str> = person.iter().map(|(_, title, _)| title.as_str()).collect();
    assert!(titles.contains(&"Due: Ask for offers (Ada Example) on 25 November 2026"), "{titles:?}");
    assert!(titles.contains(&"Makers: the seat of Ada Example ends on 20 December 2026"), "{titles:?}");
    assert!(titles.iter().any(|title| title.starts_with("PRP-0001 Buy a loom: ")), "{titles:?}");
    let calendar = files["groups/makers/calendar.ics"].replace("\r\n ", "");
    for line in [
        "DTSTART:20261124T170000Z",
        "DTEND:20261124T180000Z",
        "LOCATION:https://example.org/room",
        "DESCRIPTION:Agenda: The loom.",
        "DTSTART;VALUE=DATE:20261201",
        "SUMMARY:Due: Ask for offers (Ada Example)",
    ] {
        assert!(calendar.contains(line), "{line}\n{calendar}");
    }
    assert!(calendar.contains("\r\n") && !calendar.contains("MTG-2026-11-03#next-meeting-2026-11-24"));
    let page = &files["proposals/0001/index.html"];
    assert!(
        page.contains("<a href=\"../../proposals/0001/feed.xml\">Feed</a>") && page.contains("application/rss+xml"),
        "{page}"
    );
    let follow = texts(&files["follow/index.html"], "td, th").join(" | ");
    assert!(follow.contains("RSS, Atom, JSON Feed") || follow.contains("RSS"), "{follow}");
}

#[test]
fn a_site_without_an_address_has_no_feeds_and_does_not_speak_of_any() {
    let without = SITE.replace("base_url = \"https://example.org/group/\"\n", "");
    let files = files(&project(Tree::fixture(&without)));
    let is_feed = |path: &&String| path.contains("feed.") || path.ends_with(".ics") || path.starts_with("follow/");
    assert_eq!(files.keys().find(is_feed), None);
    assert!(files.values().all(|page| !page.contains("feed.xml") && !page.contains("follow/")));
}

#[test]
fn nothing_that_is_withheld_is_in_a_feed_or_a_calendar() {
    let decision = "-- decisions/0001-x.md --\n+++\ntitle = \"Money\"\ngroup = \"makers\"\nkind = \"expenditure\"\nopened = 2026-11-10\n\
                    amount = { withheld = \"offers are open\", until = 2026-12-01, by = \"DEC-0001\" } # canary-77123\n+++\n";
    for (path, text) in published(decision).iter().filter(|(path, _)| !path.ends_with(".html")) {
        assert!(!text.contains("77123"), "{path}");
    }
    let calendar = &published(decision)["calendar.ics"];
    assert!(calendar.contains("what is withheld is to be published"), "{calendar}");
}

#[test]
fn each_thing_to_follow_has_at_most_what_a_reader_takes() {
    let decisions: String = (1..=250)
        .map(|number| {
            format!(
                "-- decisions/{number:04}-x.md --\n+++\ntitle = \"X {number}\"\ngroup = \"makers\"\nopened = 2026-11-10\n\
                 closes = 2026-12-{:02}\n+++\n",
                number % 28 + 1
            )
        })
        .collect();
    let tree = Tree::fixture(&format!("{SITE}{decisions}"));
    let project = project(tree);
    let site = &project.site;
    assert!(Calendar::of(site).news(site, Follow::Site).len() >= 500);
    let count = entries(&files(&project), "feed.xml").len();
    assert!((100..=200).contains(&count), "{count}");
}

#[test]
fn a_digest_says_what_happened_in_its_month_and_who_has_what_only_while_the_record_is_kept() {
    let mut seen = 0;
    for (name, project) in golden() {
        let (site, files) = (&project.site, files(&project));
        for month in site.months_of_change() {
            let folder = format!("digest/{}-{:02}", month.year, month.month);
            let (page, text) = (&files[&format!("{folder}/index.html")], &files[&format!("{folder}/digest.txt")]);
            for it in site.activity.iter().filter(|it| (it.date.year(), it.date.month()) == (month.year, month.month)) {
                seen += 1;
                let address = format!("https://example.org/iwg/{}", site.entries[it.entry].address);
                assert!(text.contains(&address), "{name} {folder}: {address}");
            }
            assert!(
                !text.contains('<') && text.lines().all(|line| line.contains("://") || line.chars().count() <= 110)
            );
            let is_now = (month.year, month.month) == (2026, 11) || (month.year, month.month) == (2026, 10);
            let waits = site.of_kind(candor::id::Kind::Group).any(|group| site.queue(group).len() > 0);
            let is_told = texts(page, "h2").iter().any(|it| it.starts_with("Who has what now"));
            let is_kept = site.config.record_until.is_missing();
            assert_eq!(is_told, is_now && waits && is_kept, "{name} {folder}");
        }
    }
    assert!(seen > 50);
    let ended = "-- candor.toml --\ntitle = \"M\"\ngroup = \"m\"\nrecord_until = 2026-11-20\n-- groups/m.md --\n+++\nname = \"M\"\n\
                 type = \"working-group\"\n+++\n-- proposals/0001-x.md --\n+++\ntitle = \"X\"\n\n[[event]]\nto = \"submitted\"\n\
                 date = 2026-11-02\n+++\n";
    let of_ended = files(&project(Tree::fixture(ended)));
    let of_kept = files(&project(Tree::fixture(&ended.replace("record_until = 2026-11-20\n", ""))));
    assert!(!of_ended["digest/2026-11/digest.txt"].contains("Who has what now"));
    assert!(
        of_kept["digest/2026-11/digest.txt"].contains("X: waits for M."),
        "{}",
        of_kept["digest/2026-11/digest.txt"]
    );
}
