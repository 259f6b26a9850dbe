//! The index of the search holds what the public pages say: every word of every record finds it, and nothing else is in it.
//!
//! The index is read here from its files, as a browser reads it. What comes of a query is tried with the script itself, in
//! `tests/search`.

use std::collections::{BTreeMap, BTreeSet};

use candor::project::{Options, Project};
use candor::search::{Label, Labels, Passage, Record, Weight, index};
use candor::tree::Tree;
use proptest::prelude::*;
use scraper::{Html, Selector};
use serde_json::Value;

use crate::sites;
use crate::support::{files, project, today};

/// An index, read.
struct Found {
    /// Every form with the places of the units that have a word of that form, and how much it weighs there at most.
    forms: BTreeMap<String, BTreeMap<usize, usize>>,
    /// The record of each unit.
    of_unit: Vec<usize>,
    /// By the number of the record: address, id, title, day, answer.
    records: BTreeMap<usize, Vec<String>>,
    units: Vec<String>,
    start: Value,
}

impl Found {
    /// The index among the files of a site.
    fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Found {
        let content = |(path, text): (&str, &str)| {
            let name = path.rsplit('/').next()?.strip_suffix(".js")?.to_owned();
            let json =
                text.strip_prefix(&format!("candorSearch(\"{name}\","))?.trim_end().strip_suffix(')')?.to_owned();
            Some((name, serde_json::from_str(&json).expect("a file of the index holds JSON")))
        };
        let files: BTreeMap<String, Value> = files.into_iter().filter_map(content).collect();
        let start = files["i"].clone();
        let counts = numbers(text(&start["units"]));
        let of_unit: Vec<usize> =
            counts.iter().enumerate().flat_map(|(record, count)| std::iter::repeat_n(record, *count)).collect();
        let mut lists: Vec<BTreeMap<usize, usize>> = Vec::new();
        for (at, count) in numbers(text(&start["lists"])).into_iter().enumerate() {
            let of_file: Vec<&str> = text(&files[&format!("p{at}")]).split(' ').collect();
            assert_eq!(of_file.len(), count, "p{at}");
            lists.extend(of_file.into_iter().map(|list| places(list, of_unit.len())));
        }
        let mut forms = BTreeMap::new();
        for at in 0.. {
            let Some(part) = files.get(&format!("w{at}")) else { break };
            for (form, of_form) in entries(part) {
                let mut places = BTreeMap::new();
                for (list, length) in of_form {
                    assert_eq!(lists[list].len(), length, "{form}");
                    places.extend(&lists[list]);
                }
                forms.insert(form, places);
            }
        }
        let mut records = BTreeMap::new();
        let mut units = Vec::new();
        for at in 0.. {
            let Some(found) = files.get(&format!("t{at}")) else { break };
            for it in found.as_array().expect("a list") {
                let number = usize::try_from(it[0].as_u64().expect("a number")).expect("a small number");
                records.insert(number, strings(&it[1]));
                units.extend(strings(&it[2]));
            }
        }
        assert_eq!(units.len(), of_unit.len());
        Found { forms, of_unit, records, units, start }
    }

    /// The addresses of the records that have `word`.
    fn addresses(&self, word: &str) -> BTreeSet<&str> {
        let places = self.forms.get(word).into_iter().flat_map(BTreeMap::keys);
        places.map(|unit| &*self.records[&self.of_unit[*unit]][0]).collect()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(|it| text(it).to_owned()).collect()
}

/// What a letter stands for: from `#` to `~`, without the backslash.
fn value(letter: char) -> usize {
    let code = letter as usize;
    code - 0x23 - usize::from(code > 0x5c)
}

fn number(letters: &mut impl Iterator<Item = char>) -> Option<usize> {
    let (mut number, mut factor) = (0, 1);
    loop {
        let value = value(letters.next()?);
        number += value * factor;
        if value < 64 {
            return Some(number);
        }
        factor *= 27;
    }
}

fn numbers(text: &str) -> Vec<usize> {
    let mut letters = text.chars();
    std::iter::from_fn(|| number(&mut letters)).collect()
}

fn places(list: &str, units: usize) -> BTreeMap<usize, usize> {
    let mut letters = list.chars();
    let mut places = BTreeMap::new();
    while let Some(weight) = number(&mut letters) {
        if weight < 16 {
            let mut unit = 0;
            for _ in 0..number(&mut letters).expect("how many units there are") {
                unit += number(&mut letters).expect("a step");
                assert!(places.insert(unit, weight).is_none(), "a unit is on a list once");
            }
            continue;
        }
        for byte in 0..units.div_ceil(6) {
            let bits = value(letters.next().expect("a bit for each unit"));
            let set = (0..6).filter(|bit| bits & (1 << bit) != 0).map(|bit| byte * 6 + bit);
            set.for_each(|unit| assert!(places.insert(unit, weight - 16).is_none(), "a unit is on a list once"));
        }
    }
    assert!(places.keys().all(|unit| *unit < units));
    places
}

/// The forms of a part of the dictionary with the numbers and lengths of their lists.
fn entries(part: &Value) -> Vec<(String, Vec<(usize, usize)>)> {
    let mut next = usize::try_from(part[0].as_u64().expect("a number")).expect("a small number");
    let mut letters = text(&part[2]).chars();
    let mut before: Vec<char> = Vec::new();
    let form = |written: &str| {
        let mut written = written.chars();
        let shared = value(written.next().expect("how much is shared"));
        before = before[..shared].iter().copied().chain(written).collect();
        let mut lists = Vec::new();
        loop {
            let back = number(&mut letters).expect("a list");
            let length = number(&mut letters).expect("its length");
            lists.push((next - back / 2, length));
            next += usize::from(back / 2 == 0);
            if back.is_multiple_of(2) {
                return (before.iter().collect(), lists);
            }
        }
    };
    text(&part[1]).split(' ').map(form).collect()
}

/// The words of a text without a letter that is more than ASCII has: what those are is for the index to say.
fn plain_words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric() && !('\u{300}'..'\u{370}').contains(&letter));
    let plain = words.filter(|word| !word.is_empty() && word.is_ascii() && word.len() <= 40);
    plain.map(str::to_ascii_lowercase).collect()
}

/// The words of the elements that `selector` picks, with blanks between the elements in them and without.
fn both(html: &str, selector: &str) -> [BTreeSet<String>; 2] {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    let all = |between: &str| {
        page.select(&selector).map(|it| it.text().collect::<Vec<_>>().join(between)).collect::<Vec<_>>()
    };
    [" ", ""].map(|between| plain_words(&all(between).join(" ")))
}

fn of_site(files: &BTreeMap<String, String>) -> Found {
    Found::read(files.iter().filter(|(path, _)| path.starts_with("search/")).map(|(path, text)| (&**path, &**text)))
}

#[test]
fn every_word_of_every_public_text_finds_its_page_and_no_other_word_does() {
    for name in sites::names() {
        let project = sites::site(&name);
        let files = files(&project);
        let found = of_site(&files);
        let public: BTreeMap<&str, &Vec<String>> = found.records.values().map(|it| (&*it[0], it)).collect();
        let mut words_on = BTreeMap::new();
        for entry in project.site.entries.iter().filter(|entry| public.contains_key(&*entry.address)) {
            let html = &files[&format!("{}index.html", entry.address)];
            // What stands in one element may be a word of its own or a part of one.
            let [apart, joined] = both(html, "main .prose");
            let of_title = plain_words(&entry.title);
            for word in apart.intersection(&joined).chain(&of_title) {
                assert!(found.addresses(word).contains(&*entry.address), "{name}: {word} in {}", entry.path);
            }
            let [apart, joined] = both(html, "body");
            let described =
                html.split("<meta name=\"description\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
            let described = plain_words(described.unwrap_or_default());
            words_on.insert(&*entry.address, apart.into_iter().chain(joined).chain(described).collect::<BTreeSet<_>>());
        }
        for (unit, passages) in found.units.iter().enumerate() {
            let record = &found.records[&found.of_unit[unit]];
            let Some(on_page) = words_on.get(&*record[0]) else { continue };
            let beyond: Vec<String> = plain_words(passages).difference(on_page).cloned().collect();
            assert!(beyond.is_empty(), "{name}: {} does not show {beyond:?}", record[0]);
        }
        let drafts =
            project.site.entries.iter().filter(|entry| entry.is_draft() || entry.address.starts_with("editors/"));
        drafts.for_each(|entry| assert!(!public.contains_key(&*entry.address), "{}", entry.path));
    }
}

#[test]
fn the_index_is_the_same_each_time_and_its_name_follows_from_what_it_holds() {
    let fixture = |text: &str| {
        let tree = Tree::fixture(&format!("-- candor.toml --\ntitle = \"Group\"\n-- note.md --\n# A note\n\n{text}\n"));
        let files = files(&project(tree));
        files
            .into_iter()
            .filter(|(path, _)| path.starts_with("search/") && path.ends_with(".js"))
            .collect::<BTreeMap<_, _>>()
    };
    let (one, same, other) = (fixture("One."), fixture("One."), fixture("Two."));
    assert_eq!(one, same);
    assert!(one.keys().all(|path| !other.contains_key(path)), "every name has the hash");
}

#[test]
fn the_page_links_as_the_site_does_and_lists_every_title() {
    let text = "-- candor.toml --\ntitle = \"Group\"\n-- note.md --\n# A note\n\nText.\n-- hidden.md --\n+++\ndraft = true\n+++\n\n# Hidden\n";
    for (index_links, address) in [(false, "../note/"), (true, "../note/index.html")] {
        let options = Options { today: today(), drafts: false, base_url: None, index_links };
        let files = files(&Project::of(Tree::fixture(text), &options));
        let found = of_site(&files);
        let addresses: Vec<&str> = found.records.values().map(|it| &*it[0]).collect();
        assert!(addresses.contains(&address.trim_start_matches("../")), "{addresses:?}");
        let page = &files["search/index.html"];
        assert!(page.contains(&format!("href=\"{address}\"")), "{page}");
        assert!(!files.values().any(|text| text.contains("Hidden")));
    }
}

/// Texts of words, numbers and signs of several scripts.
fn anything() -> impl Strategy<Value = String> {
    "([a-zäöüßéñ]{1,9}|[A-Z]{2,4}-[0-9]{1,4}|#[0-9]{1,3}|[а-яё]{2,8}|[漢字仮名邮件列表]{1,5}|[.,:;·—()\n]){0,400}"
        .prop_flat_map(|text| proptest::collection::vec(Just(text), 1..2).prop_map(|texts| texts.join(" ")))
}

fn words() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(
        prop_oneof![
            "[a-z]{1,9}",
            "[a-zäöüß]{1,9}",
            "[A-Z]{2,4}-[0-9]{1,4}",
            "[а-яё]{2,8}",
            "[0-9]{1,5}",
            Just("the".to_owned()),
        ],
        0..300,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is indexed is found again in the record that says it, and lists hold no other.
    #[test]
    fn what_is_written_is_read(records in proptest::collection::vec((words(), 0..3_usize), 0..60), tail in anything()) {
        let of = |at: usize| Record {
            address: format!("r/{at}/"),
            id: format!("ID-{at:04}"),
            title: format!("Record {at}"),
            lang: ["en", "de", "zh"][records[at].1].to_owned(),
            kind: records[at].1 % 2,
            day: format!("20{:02}-01-01", at % 30),
            names: vec![if at.is_multiple_of(5) { vec![0] } else { Vec::new() }],
            ..Record::default()
        };
        let label = |key: &str| Label { key: key.to_owned(), text: key.to_owned() };
        let labels = Labels {
            kinds: vec![label("a"), label("b")],
            states: Vec::new(),
            named: vec![("person".to_owned(), vec![label("ada")])],
        };
        let all: Vec<Record> = (0..records.len()).map(of).collect();
        let passages = |at: usize| vec![
            Passage { weight: Weight::Text, text: records[at].0.join(" ") },
            Passage { weight: Weight::Heading, text: tail.clone() },
        ];
        let index = index(&all, &labels, &passages);
        let found = Found::read(index.files.iter().map(|file| (&*file.path, &*file.text)));
        let mut expected: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (at, (words, _)) in records.iter().enumerate() {
            for word in words.iter().flat_map(|word| plain_words(word)) {
                expected.entry(word).or_default().insert(format!("r/{at}/"));
            }
            let (id, address) = (format!("id{at}"), format!("r/{at}/"));
            prop_assert!(found.addresses(&id).contains(&*address), "{}", id);
        }
        for (word, addresses) in &expected {
            let there = found.addresses(word);
            // Other forms of the same word are found with it.
            prop_assert!(addresses.iter().all(|address| there.contains(&**address)), "{word}");
        }
        prop_assert_eq!(numbers(text(&found.start["runs"])).chunks(4).map(|run| run[3]).sum::<usize>(), all.len());
    }
}
