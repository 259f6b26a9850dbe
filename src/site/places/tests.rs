//! What wins where several things claim one place.

use super::*;

fn path(text: &str) -> ContentPath {
    ContentPath::parse(text).unwrap()
}

/// One route of each sort, in no particular order.
fn sorts() -> Vec<Route> {
    let one_of = |sort: usize| match sort {
        0 => Some(Route::Made(Made::Actions)),
        1 => Some(Route::Index(Kind::Sow, 1)),
        2 => Some(Route::Record(7)),
        3 => Some(Route::Rule("stalled")),
        4 => Some(Route::Feed(Follow::Site, Form::Rss)),
        5 => Some(Route::Redirect(path("x"), 3)),
        6 => Some(Route::ThemeAsset("site.js".to_owned(), path("x"))),
        7 => Some(Route::Asset(path("x"))),
        8 => Some(Route::SitemapPart(1)),
        9 => Some(Route::Findings(7)),
        10 => Some(Route::Moved("x", Made::Editors)),
        11 => Some(Route::Changes(2026)),
        12 => Some(Route::Search(path("x"))),
        13 => Some(Route::RecordData(7)),
        14 => Some(Route::Table(Kind::Sow)),
        15 => Some(Route::Digest(Month { year: 2026, month: 10 }, Digest::Page)),
        16 => Some(Route::Folder(path("x"))),
        _ => None,
    };
    let sorts: Vec<Route> = (0..).map_while(one_of).collect();
    // A new sort of route belongs into the list above.
    for route in &sorts {
        match route {
            Route::Made(_)
            | Route::Index(..)
            | Route::Record(_)
            | Route::Rule(_)
            | Route::Findings(_)
            | Route::Folder(_)
            | Route::Changes(_)
            | Route::Digest(..)
            | Route::Feed(..)
            | Route::RecordData(_)
            | Route::Table(_)
            | Route::SitemapPart(_)
            | Route::Redirect(..)
            | Route::Moved(..)
            | Route::Search(_)
            | Route::ThemeAsset(..)
            | Route::Asset(_) => {}
        }
    }
    sorts
}

#[test]
fn of_any_two_claims_one_wins_and_the_other_is_a_clash() {
    for (at, one) in sorts().into_iter().enumerate() {
        for (its, other) in sorts().into_iter().enumerate().filter(|(its, _)| *its != at) {
            let there =
                |places: [&str; 2]| Places::of(vec![(path(places[0]), one.clone()), (path(places[1]), other.clone())]);
            let same = there(["a/b", "a/b"]);
            assert_eq!(same.all().len(), 1, "{one:?} and {other:?}");
            let [clash] = same.clashes() else { panic!("{one:?} and {other:?}: {:?}", same.clashes()) };
            let first_wins = one.rank() < other.rank() || (one.rank() == other.rank());
            let (winner, loser) = if first_wins { (&one, &other) } else { (&other, &one) };
            assert_eq!((clash.winner.as_ref(), &clash.loser), (Some(winner), loser), "{at} and {its}");
            assert_eq!(same.at("a/b"), Some(winner));
            // A file, and something in the folder of its name, whatever sorts between the two.
            let nested = there(["a", "a/b"]);
            assert_eq!(nested.all().len(), 1, "{one:?} and {other:?}");
            let winner = if one.rank() == 0 || one.rank() < other.rank() { &one } else { &other };
            assert_eq!(nested.clashes()[0].winner.as_ref(), Some(winner), "{one:?} and {other:?}");
            assert_eq!(nested.clashes()[0].overlap, Overlap::FileAndFolder);
            assert!(there(["a", "b/c"]).clashes().is_empty());
        }
    }
}

#[test]
fn an_old_address_is_read_as_its_author_meant_it() {
    let base = Some("https://example.org/iwg/");
    let file = |text: &str| Some(path(text));
    for (old, place, slip) in [
        ("/old/", file("old/index.html"), None),
        ("old", file("old/index.html"), None),
        ("/a/b.html", file("a/b.html"), None),
        ("/iwgs/x", file("iwgs/x/index.html"), None),
        ("/", file("index.html"), None),
        ("/a%20b/", file("a b/index.html"), Some(Slip::Encoded("/a b/".to_owned()))),
        ("/iwg/was", file("was/index.html"), Some(Slip::Published("/was".to_owned()))),
        ("https://example.org/iwg/was/", file("was/index.html"), Some(Slip::Published("/was/".to_owned()))),
        ("https://example.com/x", None, Some(Slip::Elsewhere)),
        ("//example.com/x", None, Some(Slip::Elsewhere)),
        ("/x?id=3", None, Some(Slip::Query)),
        ("/x#y", None, Some(Slip::Query)),
        ("../x", None, Some(Slip::NoPath)),
        ("/a/../x", None, Some(Slip::NoPath)),
        ("/a//x", None, Some(Slip::NoPath)),
        ("%2e%2e/x", None, Some(Slip::NoPath)),
        ("a\\b", None, Some(Slip::NoPath)),
        ("a\u{7}", None, Some(Slip::NoPath)),
    ] {
        assert_eq!(OldAddress::read(old, base), OldAddress { file: place, slip }, "{old}");
    }
}

#[test]
fn a_file_keeps_its_place_against_what_is_worth_less_wherever_that_lies() {
    let asset = |text: &str| (path(text), Route::Asset(path(text)));
    let old = |text: &str| (path(text), Route::Redirect(path(text), 0));
    let left = |claims: Vec<(ContentPath, Route)>| {
        let places = Places::of(claims);
        let left: Vec<String> = places.all().iter().map(|(path, _)| path.to_string()).collect();
        (left.join(" "), places.clashes().len())
    };
    for (claims, expected, clashes) in [
        (vec![asset("a.pdf"), old("a.pdf/index.html")], "a.pdf", 1),
        (vec![asset("a.pdf"), old("a.pdf/b/index.html"), old("a.pdf/index.html")], "a.pdf", 2),
        (vec![asset("a.pdf"), old("a.pdf/0/index.html"), asset("a.pdf/b/c")], "a.pdf/0/index.html a.pdf/b/c", 1),
        (vec![old("a.html"), asset("a.html/b")], "a.html/b", 1),
        (vec![asset("a"), (path("a/index.html"), Route::Moved("a/index.html", Made::Editors))], "a", 1),
    ] {
        assert_eq!(left(claims), (expected.to_owned(), clashes));
    }
}

#[test]
fn places_that_some_systems_take_for_one_are_told_and_both_are_published() {
    let asset = |text: &str| (path(text), Route::Asset(path(text)));
    let search = || (path("search/index.html"), Route::Made(Made::Search));
    let old = |text: &str| (path(text), Route::Redirect(path(text), 0));
    let (letters, of_folder) = (Overlap::Letters, Overlap::LettersOfFolder);
    for (claims, expected) in [
        (vec![search(), asset("Search/index.html")], vec![("Search/index.html", letters)]),
        (vec![asset("ÜBER.txt"), asset("u\u{308}ber.txt")], vec![("\u{dc}BER.txt", letters)]),
        (
            vec![old("OLD"), old("Old"), old("old"), asset("oLD")],
            vec!["OLD", "Old", "old"].into_iter().map(|it| (it, letters)).collect(),
        ),
        (vec![asset("Sow"), asset("sow/a")], vec![("Sow", of_folder)]),
        (vec![asset("sow"), asset("SOW/a"), asset("SOW/b")], vec![("sow", of_folder)]),
        (vec![asset("SOW"), asset("Sow/a")], vec![("SOW", of_folder)]),
        (vec![asset("Search/index.html/a"), search()], vec![("Search/index.html/a", of_folder)]),
        (vec![asset("a/B"), asset("A/c"), asset("b/a/B")], vec![]),
    ] {
        let number = claims.len();
        let places = Places::of(claims);
        assert_eq!(places.all().len(), number);
        let found: Vec<_> = places.clashes().iter().map(|clash| (clash.place.as_str(), clash.overlap)).collect();
        assert_eq!(found, expected);
        assert_eq!(places.alike().len(), expected.len());
    }
}

#[test]
fn a_file_gives_way_to_the_packed_form_of_what_is_made_and_to_the_list_of_files() {
    let asset = |text: &str| (path(text), Route::Asset(path(text)));
    let home = (path("index.html"), Route::Made(Made::Home));
    let given = [
        ("index.html.gz", Some(Overlap::Packed)),
        ("index.html.br", Some(Overlap::Packed)),
        ("index.html.gz/a.txt", Some(Overlap::Packed)),
        ("index.html.zst", None),
        ("own.html.gz", None),
        ("a/index.html.gz", None),
        ("manifest.json", Some(Overlap::Manifest)),
        ("manifest.json/a.txt", Some(Overlap::Manifest)),
        ("a/manifest.json", None),
    ];
    for (name, overlap) in given {
        let places = Places::of(vec![home.clone(), asset("own.html"), asset(name)]);
        assert_eq!(places.all().len(), 3, "{name} is published where nothing else is asked for");
        assert_eq!(places.clashes().iter().map(|clash| clash.overlap).next(), overlap, "{name}");
    }
}

#[test]
fn no_place_is_below_another_and_none_is_the_mark_or_in_the_index_of_the_search() {
    let asset = |text: &str| (path(text), Route::Asset(path(text)));
    let in_index = "search/1f2e3d4c/w0.js";
    let places = Places::of(["a", "a-b", "a/b", "a/c/d", "x/y", OUTPUT_MARK, "x", in_index].map(asset).to_vec());
    let left: Vec<&str> = places.all().iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(left, ["a-b", "a/b", "a/c/d", "x/y"]);
    let lost: Vec<(&str, bool)> =
        places.clashes().iter().map(|clash| (clash.place.as_str(), clash.winner.is_some())).collect();
    assert_eq!(lost, [(OUTPUT_MARK, false), ("a", true), (in_index, true), ("x", true)]);
    let made = (path("a"), Route::Made(Made::Robots));
    let places = Places::of(vec![asset("a-b"), asset("a/b"), made, asset("a/c/d")]);
    let left: Vec<&str> = places.all().iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(left, ["a", "a-b"]);
}
