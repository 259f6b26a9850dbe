//! The theme: replaced file by file, and wrong in every way that an author can think of.

use std::collections::BTreeSet;

use candor::page::theme::BUILT_IN;
use candor::page::{Body, Page, values};
use candor::project::{Project, pages};
use candor::tree::Tree;
use rayon::iter::ParallelIterator;

use crate::support::project;

const SITE: &str = r##"
-- candor.toml --
title = "Sky"
description = "The record of the sky group."
base_url = "https://sky.example/"
accent = "#ffff00"
-- index.md --
# Sky

Welcome.
-- groups/sky.md --
+++
name = "Sky group"
type = "working-group"
+++
-- meetings/2026-03-02.md --
+++
group = "sky"
held = true
agenda = [{ title = "Rain" }]
+++

- [ ] look up
"##;

#[test]
fn the_built_in_files_are_those_of_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default");
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the theme has a folder")
        .map(|file| file.expect("a file of the theme").file_name().into_string().expect("a name in letters"))
        .collect();
    let built_in: BTreeSet<String> = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(built_in, there);
}

#[test]
fn a_theme_of_which_only_the_base_is_replaced_works() {
    let base = "<!doctype html><title>Ours</title>{% block content %}{% endblock content %}";
    let pages = made(&project(with("base.html", base)));
    let home = text(&pages, "index.html");
    assert!(home.starts_with("<!doctype html><title>Ours</title>"), "{home}");
    assert!(home.contains("Welcome."), "{home}");
    let meeting = text(&pages, "meetings/2026-03-02/index.html");
    assert!(meeting.contains(">Agenda<") && meeting.contains("Look up."), "{meeting}");
}

#[test]
fn a_template_that_cannot_be_read_is_a_finding_and_the_built_in_one_takes_its_place() {
    let project = project(with("base.html", "<p>\n{% if %}\n"));
    let broken: Vec<_> = project.report.findings.iter().filter(|it| it.rule == "broken-template").collect();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0].path.as_str(), "themes/default/base.html");
    assert!(broken[0].span.is_some_and(|span| span.start >= "<p>\n".len()), "{broken:?}");
    assert!(text(&made(&project), "index.html").contains("Skip to the content"));
}

#[test]
fn a_template_that_asks_for_what_is_not_there_names_its_place_and_the_page() {
    let project = project(with("404.html", "<p>Gone: {{ it.nothing_of_the_sort }}</p>"));
    let problems: Vec<_> = pages(&project.context()).filter_map(Result::err).collect();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(problems[0].path.as_str(), "themes/default/404.html");
    assert!(problems[0].span.is_some(), "{problems:?}");
    assert!(problems[0].message.contains("while making `404.html`"), "{}", problems[0].message);
}

#[test]
fn the_accent_of_the_site_is_in_the_style_sheet_and_nothing_is_styled_or_scripted_inline() {
    let pages = made(&project(Tree::fixture(SITE)));
    let style = pages.iter().find(|page| page.path.as_str().starts_with("assets/style.")).expect("a style sheet");
    let Body::Bytes(style) = &style.body else { panic!("the style sheet is text") };
    assert!(String::from_utf8_lossy(style).contains(":root{--accent-light:#"));
    for page in pages.iter().filter(|page| page.path.as_str().ends_with(".html")) {
        let html = text(&pages, page.path.as_str());
        for inline in [" style=", "<style", "<script>", " onclick=", "javascript:"] {
            assert!(!html.contains(inline), "{} has `{inline}`", page.path);
        }
    }
}

/// Headings have ids too, which never hold a full stop.
#[test]
fn no_id_of_the_theme_can_be_that_of_a_heading() {
    for (name, text) in BUILT_IN.iter().filter(|(name, _)| name.ends_with(".html")) {
        for id in text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(id.starts_with("site.") || id.starts_with("{{"), "{name}: {id}");
        }
    }
    let files = crate::support::files(&project(Tree::fixture("-- a.md --\nText.\n\n## Content\n\n## Rules\n")));
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{path}: {ids:?}");
    }
}

#[test]
fn texts_and_the_words_of_the_site_say_in_which_language_they_are() {
    let home = |lang: &str, text: &str| {
        let tree =
            format!("-- candor.toml --\ntitle = \"T\"\nlang = \"{lang}\"\n-- a.md --\n+++\n{text}\n+++\n\nText\n");
        let files = crate::support::files(&project(Tree::fixture(&tree)));
        let page = files["a/index.html"].clone();
        ["<html", "<body", "<article", "<nav class=\"crumbs\""].map(|tag| {
            let tag = page.split(tag).nth(1).and_then(|rest| rest.split('>').next()).expect("every page has it");
            tag.split(" aria-").next().unwrap_or_default().trim().to_owned()
        })
    };
    assert_eq!(home("en", ""), ["lang=\"en\"", "", "", ""]);
    assert_eq!(home("en", "lang = \"ar\""), ["lang=\"en\"", "", "lang=\"ar\" dir=\"rtl\"", "lang=\"en\" dir=\"ltr\""]);
    assert_eq!(home("de", ""), ["lang=\"de\"", "", "", ""]);
    assert_eq!(home("fr", ""), ["lang=\"fr\"", "lang=\"en\"", "lang=\"fr\"", "lang=\"en\""]);
    assert_eq!(home("fr", "lang = \"en\""), ["lang=\"fr\"", "lang=\"en\"", "", ""]);
    assert_eq!(
        home("he", ""),
        ["lang=\"he\" dir=\"rtl\"", "lang=\"en\" dir=\"ltr\"", "lang=\"he\" dir=\"rtl\"", "lang=\"en\" dir=\"ltr\""]
    );
}

#[test]
fn what_candor_toml_sets_is_on_every_page() {
    let own = r##"
logo = "static/logo.svg"
style = "static/own.css"
navigation = [{ to = "meetings" }, { to = "join.md", title = "Join" }, { to = "https://example.org/forum", title = "Forum" }]
head = '<meta name="of" content="ours">'
foot = "<p>Kept by the sky group.</p>"
headers = true
-- static/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
-- static/own.css --
h1 { color: teal; }
-- join.md --
# Join us
"##;
    let text = SITE.replacen("-- index.md --", &format!("{}-- index.md --", own.trim_start()), 1);
    let project = project(Tree::fixture(&text));
    assert!(project.report.findings.iter().all(|it| it.rule != "setting-without-target"));
    let files = crate::support::files(&project);
    for page in ["index.html", "meetings/2026-03-02/index.html"] {
        let root = if page == "index.html" { "" } else { "../../" };
        let html = &files[page];
        let menu = [format!("{root}meetings/"), format!("{root}join/"), "https://example.org/forum".to_owned()];
        let hrefs: Vec<&str> = html
            .split("id=\"site.menu\"")
            .nth(1)
            .and_then(|rest| rest.split("</ul>").next())
            .map(|menu| menu.split("href=\"").skip(1).filter_map(|it| it.split('"').next()).collect())
            .unwrap_or_default();
        assert_eq!(hrefs, menu, "{page}");
        for expected in [
            format!("<img class=\"logo\" src=\"{root}logo.svg\""),
            format!("<link rel=\"stylesheet\" href=\"{root}own.css\">"),
            "<meta name=\"of\" content=\"ours\">".to_owned(),
            "<p>Kept by the sky group.</p>".to_owned(),
        ] {
            assert!(html.contains(&expected), "{page} lacks {expected}");
        }
    }
    assert!(files["_headers"].contains("Content-Security-Policy: default-src 'self'"));
    assert!(!crate::support::files(&crate::support::project(Tree::fixture(SITE))).contains_key("_headers"));
}

#[test]
fn a_host_that_reads_redirects_leads_on_from_old_addresses_itself() {
    let moved = "-- people/ada.md --\n+++\nname = \"Ada\"\nredirects = [\"/was/here/\", \"/old name.html\"]\n+++\n";
    let with = |settings: &str, record: &str| {
        let site =
            format!("-- candor.toml --\ntitle = \"R\"\nbase_url = \"https://example.org/iwg/\"\n{settings}{record}");
        crate::support::files(&crate::support::project(Tree::fixture(&site))).remove("_redirects")
    };
    let lines = "/iwg/old%20name.html /iwg/people/ada/ 301\n/iwg/was/here/ /iwg/people/ada/ 301\n";
    assert_eq!(with("headers = true\n", moved).as_deref(), Some(lines));
    assert_eq!(with("", moved), None);
    assert_eq!(with("headers = true\n", "-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n"), None);
}

/// The names that a template asks for, without what is within them: `it.facts`.
fn asked(template: &str) -> BTreeSet<String> {
    let starts = ["it.", "page.", "site."];
    let names = starts.iter().flat_map(|start| {
        template.match_indices(start).filter_map(move |(at, _)| {
            let before = template[..at].chars().next_back()?;
            let name: String = template[at + start.len()..]
                .chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                .collect();
            (!before.is_ascii_alphanumeric() && !"._\"#".contains(before)).then(|| format!("{start}{name}"))
        })
    });
    names.collect()
}

#[test]
fn the_list_of_values_has_every_name_that_a_template_asks_for() {
    let mut given: BTreeSet<String> = BTreeSet::new();
    for name in crate::sites::names() {
        let seen = values(crate::sites::site(&name).context()).expect("every page can be made");
        given.extend(seen.values().flat_map(|values| values.keys()).map(|name| {
            let mut parts = name.split(['.', '[']);
            format!("{}.{}", parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        }));
    }
    let base = BUILT_IN.iter().find(|(name, _)| *name == "base.html").expect("there is one").1;
    let of_site = asked(base).into_iter().filter(|name| !name.starts_with("it."));
    let lacking: Vec<String> = of_site.filter(|name| !given.contains(name)).collect();
    assert_eq!(lacking, Vec::<String>::new());
    assert!(given.contains("it.facts") && given.contains("it.decided") && given.len() > 60, "{given:?}");
}

/// The site with one file of the theme of its own.
fn with(name: &str, template: &str) -> Tree {
    Tree::fixture(&format!("{SITE}-- themes/default/{name} --\n{template}\n"))
}

fn made(project: &Project) -> Vec<Page> {
    pages(&project.context()).map(|page| page.expect("every page can be made")).collect()
}

fn text<'a>(pages: &'a [Page], path: &str) -> &'a str {
    let page = pages.iter().find(|page| page.path.as_str() == path).unwrap_or_else(|| panic!("no page at {path}"));
    match &page.body {
        Body::Text(text) => text,
        body => panic!("{path} is no text: {body:?}"),
    }
}
