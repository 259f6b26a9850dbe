//! Readers and editors have a room each: no page for readers has a line of a file, a key or a rule's name on it.

use std::collections::BTreeSet;
use std::path::Path;

use candor::check::RULES;
use candor::document::{Common, Record};
use candor::fields::Table;
use candor::id::Kind;
use candor::page::{Body, render, routes};
use candor::tree::Tree;
use scraper::{Html, Selector};

use crate::support::{files, project};

/// Every folder that the tests publish: the example sites and the record of this repository.
const SITES: [&str; 7] = [
    "content",
    "tests/sites/base/content",
    "tests/sites/ghc-devops/content",
    "tests/sites/llvm-area-team/content",
    "tests/sites/llvm-iwg/content",
    "tests/sites/openstack-liaisons/content",
    "tests/sites/rust-vmm/content",
];

/// Attributes whose text a reader meets, by ear or under the pointer.
const SPOKEN: [&str; 5] = ["title", "alt", "aria-label", "data-before", "placeholder"];

/// What a page shows: its texts, without those of scripts and styles, the spoken attributes, and the pieces of code.
struct Shown {
    texts: Vec<String>,
    code: Vec<String>,
}

fn shown(html: &str) -> Shown {
    let page = Html::parse_document(html);
    let all = |selector: &str| Selector::parse(selector).expect("a selector");
    let mut texts = Vec::new();
    for element in page.select(&all("title, main, header, footer, nav")) {
        texts.push(element.text().collect::<Vec<_>>().join(" "));
    }
    for element in page.select(&all("*")) {
        texts.extend(SPOKEN.iter().filter_map(|name| element.value().attr(name)).map(str::to_owned));
    }
    if let Some(description) = page.select(&all("meta[name=description]")).next() {
        texts.extend(description.value().attr("content").map(str::to_owned));
    }
    let code = page.select(&all("code, kbd, samp")).map(|it| it.text().collect::<String>()).collect();
    Shown { texts, code }
}

/// Whether `word` stands in `text` by itself: `missing-key`, not `missing-keyboards`.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}

/// `minutes.md:12` or `minutes.md, line 12`.
fn has_line_of_file(text: &str) -> bool {
    text.match_indices(".md").any(|(at, ending)| {
        let rest = &text[at + ending.len()..];
        let number = rest.strip_prefix(':').or_else(|| rest.trim_start().strip_prefix(", line ")).unwrap_or_default();
        number.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

/// An assignment or the head of a table as TOML has them: `owner = "ada"`, `[[event]]`.
fn has_toml(text: &str) -> bool {
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let assigns = text.match_indices(" = ").any(|(at, sign)| {
        let has_key = text[..at].ends_with(is_key);
        let value = &text[at + sign.len()..];
        let is_value = ["\"", "'", "{", "[", "true", "false"].iter().any(|start| value.starts_with(start));
        let is_day =
            value.len() >= 10 && value.as_bytes()[4] == b'-' && value.as_bytes()[..4].iter().all(u8::is_ascii_digit);
        has_key && (is_value || is_day)
    });
    assigns || text.match_indices("[[").any(|(at, _)| text[at..].find("]]").is_some_and(|end| end < 40))
}

/// Names of rules that are no words of the language: `missing-key`, not `stalled`.
fn rule_names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).filter(|name| name.contains('-')).collect()
}

/// Every key of every kind, with those of the tables in them by themselves.
fn keys() -> BTreeSet<String> {
    let own = Kind::ALL.iter().flat_map(|kind| Record::paths(*kind)).map(|it| it.path);
    let common = Common::ROWS.iter().map(|row| row.key.to_owned());
    own.chain(common).flat_map(|path| [path.clone(), path.rsplit('.').next().unwrap_or_default().to_owned()]).collect()
}

/// What is on a page for readers that is for editors.
fn slips(html: &str, rules: &[&str], keys: &BTreeSet<String>) -> Vec<String> {
    let shown = shown(html);
    let mut slips = Vec::new();
    for text in &shown.texts {
        slips.extend(has_line_of_file(text).then(|| "the line of a file".to_owned()));
        slips.extend(has_toml(text).then(|| "TOML".to_owned()));
        slips.extend(rules.iter().filter(|rule| has_word(text, rule)).map(|rule| format!("the rule {rule}")));
    }
    slips.extend(shown.code.iter().filter(|code| keys.contains(code.trim())).map(|code| format!("the key {code}")));
    slips.sort();
    slips.dedup();
    slips
}

#[test]
fn no_page_for_readers_speaks_to_editors() {
    let (rules, keys) = (rule_names(), keys());
    let mut found = Vec::new();
    for site in SITES {
        let files =
            files(&project(Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(site)).expect("it can be read")));
        let pages = files.iter().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("editors/"));
        let mut count = 0;
        for (path, html) in pages {
            count += 1;
            found.extend(slips(html, &rules, &keys).into_iter().map(|slip| format!("{site}: {path}: {slip}")));
        }
        assert!(count > 20, "{site} has {count} pages");
        assert!(files["editors/index.html"].contains("noindex"), "{site}");
    }
    assert!(found.is_empty(), "{} slips:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_is_for_editors_is_recognised() {
    let page = |main: &str| format!("<!doctype html><title>T</title><main>{main}</main>");
    let (rules, keys) = (rule_names(), keys());
    for (main, slip) in [
        ("<p>owner = \"ada\"</p>", "TOML"),
        ("<pre>reviewed = 2026-01-01</pre>", "TOML"),
        ("<p>add [[root_access]]</p>", "TOML"),
        ("<p>services/a.md:12</p>", "the line of a file"),
        ("<p>services/a.md, line 12</p>", "the line of a file"),
        ("<p title=\"missing-key\">x</p>", "the rule missing-key"),
        ("<p>see <code>shared_infrastructure</code></p>", "the key shared_infrastructure"),
    ] {
        assert_eq!(slips(&page(main), &rules, &keys), [slip], "{main}");
    }
    for fine in
        ["<p>2 + 2 = 4</p>", "<p>a missing key</p>", "<p>README.md</p>", "<p>x = y</p>", "<code>git push</code>"]
    {
        assert_eq!(slips(&page(fine), &rules, &keys), Vec::<String>::new(), "{fine}");
    }
}

#[test]
fn the_preview_leads_from_a_record_to_its_findings_and_the_site_does_not() {
    let project = project(Tree::fixture("-- people/ada.md --\n+++\nnmae = \"Ada\"\n+++\n"));
    assert!(!files(&project)["people/ada/index.html"].contains("editors/findings"));
    let context = project.context().for_preview();
    let routes = routes(&context);
    let (_, route) = routes.iter().find(|(path, _)| path.as_str() == "people/ada/index.html").expect("its page");
    let page = render(&context, route).unwrap_or_else(|finding| panic!("{}", finding.message));
    let Body::Text(html) = page.body else { panic!("a page is text") };
    assert!(html.contains("href=\"../../editors/findings/people/ada.md/\">"), "{html}");
    assert!(html.contains("for-editors\""), "{html}");
}
