//! A site in another language than English is in that language, but for what its authors wrote.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use candor::change::Change;
use candor::diff::{Diff, markdown};
use candor::project::Project;
use candor::tree::{Source, Tree};
use regex::{Regex, RegexSet};
use scraper::{ElementRef, Html, Node};

use crate::edits::{Files, apply, golden, root, tree};
use crate::{scenarios, sites, support};

const ENGLISH: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/words/en.ftl"));
const GERMAN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/words/de.ftl"));

/// The messages of a catalogue that are on one line each, with their names.
fn messages(catalogue: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = catalogue.lines().filter(|line| !line.starts_with(['#', ' ', '}']));
    lines.filter_map(|line| line.split_once(" = "))
}

/// What a text would be that is a message in English: each as an expression, without those that German has too. What is filled
/// in is a name, a day or a count, never a sentence.
fn in_english() -> Vec<String> {
    let german: BTreeSet<(&str, &str)> = messages(GERMAN).collect();
    let filled = Regex::new(r#"\{ (\$\w+|" ") \}|\{" "\}"#).expect("an expression");
    let of_message = |(name, text): (&'static str, &'static str)| {
        let pieces: Vec<&str> = filled.split(text).collect();
        let letters: usize = pieces.iter().map(|piece| piece.chars().filter(|it| it.is_alphabetic()).count()).sum();
        // Of a word or two nobody can say in which language they are.
        let is_telling = letters >= 9 && pieces.iter().any(|piece| piece.trim().contains(' '));
        let is_same_elsewhere = text.starts_with("{ ") && !text.contains('$') || german.contains(&(name, text));
        let is_own = is_telling && !is_same_elsewhere;
        is_own.then(|| format!("^{}$", pieces.iter().map(|it| regex::escape(it)).collect::<Vec<_>>().join("[^.]+")))
    };
    messages(ENGLISH).filter_map(of_message).collect()
}

/// The texts of a page that are not of its authors.
fn texts(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let is_written = |element: ElementRef| {
        ["prose", "lede"].iter().any(|class| element.value().classes().any(|it| it == *class))
            || matches!(element.value().name(), "script" | "style" | "h1" | "title")
    };
    let nodes = page.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) if !node.ancestors().filter_map(ElementRef::wrap).any(is_written) => Some(text.to_string()),
        _ => None,
    });
    // The list of the contents has the headings of the text, a table the title of its page without the count.
    let headings: BTreeSet<String> = support::texts(html, "h1, .prose h2, .prose h3, .prose h4").into_iter().collect();
    let is_heading = |text: &String| {
        headings
            .iter()
            .any(|heading| heading.trim_end_matches(|it: char| it == '#' || it == ' ' || it.is_ascii_digit()) == text)
    };
    let texts = nodes.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    texts.filter(|text| !text.is_empty() && !is_heading(text)).collect()
}

/// The golden site `name` in the language `tag`.
fn site_in(name: &str, tag: &str) -> Project {
    let mut tree: Tree = Tree::clone(&sites::site(name).tree);
    let configuration = tree.sources.iter_mut().find(|(path, _)| path.as_str() == "candor.toml");
    let (_, source) = configuration.expect("a golden site has a configuration");
    *source = Source { text: format!("lang = \"{tag}\"\n{}", source.text).into(), ..source.clone() };
    support::project(tree)
}

#[test]
fn a_german_site_has_no_english_words_of_its_own() {
    let english = in_english();
    assert!(english.len() > 300, "{} messages tell English from German", english.len());
    let set = RegexSet::new(&english).expect("expressions");
    let mut wrong = BTreeSet::new();
    for name in sites::names() {
        for (path, html) in support::files(&site_in(&name, "de")) {
            if Path::new(&path).extension().is_none_or(|it| it != "html") || path.starts_with("editors/") {
                continue;
            }
            assert!(html.contains("<html lang=\"de\">"), "{name} {path}");
            wrong.extend(
                texts(&html).into_iter().filter(|text| set.is_match(text)).map(|text| format!("{name} {path}: {text}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().take(40).collect::<Vec<_>>().join("\n"));
}

/// What the comment says of the change from `before` to `after`.
fn comment(before: &Files, after: &Files) -> String {
    let project = support::project_since(tree(after), tree(before));
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    let judged = (&project.report, &base.comparison);
    markdown::report(&Diff::for_readers(&change, (&base.tree, &project.tree), judged, Vec::new()), None)
}

/// The comments on each scene of `tests/diff` where the record is in the language `tag`: on the change, and on what takes it back.
fn comments(tag: &str) -> Vec<[String; 2]> {
    let said = |name: &String| {
        let text = fs::read_to_string(root().join("tests/diff").join(name).join("change.txt")).expect("a change");
        let part = |title: &str| {
            let rest = text.split_once(&format!("== {title}\n")).map_or("", |(_, rest)| rest);
            rest.split_once("\n== ").map_or(rest.to_owned(), |(part, _)| format!("{part}\n"))
        };
        let mut before = golden("llvm-iwg");
        before.entry("candor.toml".to_owned()).and_modify(|text| text.insert_str(0, &format!("lang = \"{tag}\"\n")));
        apply(name, &mut before, &part("base"));
        let mut after = before.clone();
        apply(name, &mut after, &part("change"));
        let sides = [(&before, &after), (&after, &before)];
        // One that begins from nothing has a configuration of its own.
        let is_from_nothing = text.lines().any(|line| line == "from nothing");
        (!is_from_nothing).then(|| sides.map(|(one, other)| format!("## {name}\n\n{}\n", comment(one, other))))
    };
    scenarios::names().iter().filter_map(said).collect()
}

/// In German what a change does is said in German, but for findings, which are for editors, and for what the record says itself.
#[test]
fn what_a_change_does_is_said_in_the_language_of_the_site() {
    let told = comments("de");
    let (path, there): (_, String) = (root().join("tests/suite/german.md"), told.iter().map(|[it, _]| &**it).collect());
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, &there).expect("the file can be written");
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), there, "UPDATE_EXPECT=1 writes it");
    let set = RegexSet::new(in_english()).expect("expressions");
    let plain = told.concat().concat().replace('\\', "");
    let lines = plain.lines().map(|line| line.trim_start_matches(['-', '*', '#', ' ']).trim_end_matches('*'));
    let is_finding = |line: &str| ["error: ", "warning: "].iter().any(|level| line.starts_with(level));
    let wrong: Vec<&str> = lines.filter(|line| set.is_match(line) && !is_finding(line)).collect();
    assert_eq!(wrong, Vec::<&str>::new());
}

#[test]
fn sites_in_two_languages_are_made_at_the_same_time() {
    let made =
        |tag: &'static str| std::thread::spawn(move || support::files(&site_in("base", tag))["index.html"].clone());
    let (german, english) = (made("de-AT"), made("en"));
    let (german, english) = (german.join().expect("a site"), english.join().expect("a site"));
    assert!(german.contains("Zum Inhalt springen") && !german.contains("Skip to the content"));
    assert!(english.contains("Skip to the content") && !english.contains("Zum Inhalt springen"));
}

#[test]
fn a_language_without_words_has_those_of_english_marked_as_such() {
    let page = &support::files(&site_in("base", "fa"))["index.html"];
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\">") && page.contains("Skip to the content"));
    assert!(page.contains("lang=\"en\" dir=\"ltr\""), "the words of the site itself are in English");
}

/// The texts of string literals in the code of `line`.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split('"').skip(1).step_by(2)
}

#[test]
fn what_readers_are_told_is_in_the_catalogues() {
    let is_sentence = |text: &&str| {
        text.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count() > 2
            && text.chars().all(|it| it.is_alphanumeric() || " ,.;:’'{}“”".contains(it))
    };
    let folders = ["src/diff", "src/page/view"].map(|folder| root().join(folder));
    let files = folders.into_iter().flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name());
    let mut wrong = Vec::new();
    for file in files.map(|it| it.expect("the source can be read")) {
        // What is for programs is in English.
        if ["json.rs", "tests.rs"].iter().any(|name| file.file_name() == *name) {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
        let code = text.split("\n#[cfg(test)]").next().unwrap_or_default();
        // What only whoever works on the code ever reads.
        let of_readers = code.lines().filter(|line| !line.contains("expect(") && !line.contains("serde_json"));
        let found = of_readers.flat_map(literals).filter(is_sentence);
        wrong.extend(found.map(|text| format!("{}: {text}", file.path().display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}
