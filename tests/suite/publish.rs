//! The published site: what stands where, what readers and programs get.

use std::collections::BTreeMap;

use candor::id::Kind;
use candor::project::{Options, Project};
use candor::text::parse_date;
use candor::tree::Tree;
use scraper::{Html, Selector};

use crate::support::{files, texts};

fn project(tree: Tree, drafts: bool) -> Project {
    let today = parse_date("2026-11-21").unwrap();
    Project::of(tree, &Options { today, drafts, base_url: None, index_links: false })
}

/// Every text file of the site of a fixture, by its path.
fn site(fixture: &str) -> BTreeMap<String, String> {
    files(&project(Tree::fixture(fixture), false))
}

const GROUP: &str = "\
-- candor.toml --
title = \"Example group\"
base_url = \"https://example.org/group/\"
group = \"makers\"
-- groups/makers.md --
+++
name = \"Makers\"
type = \"working-group\"
+++
-- people/ada.md --
+++
name = \"Ada Example\"
+++
";

#[test]
fn a_feed_has_an_entry_for_each_step_with_an_id_that_stays() {
    let proposal = "\
-- proposals/0001-lists.md --
+++
title = \"Move the lists\"
proposer = \"ada\"
issue = \"https://example.org/1\"
impact = \"minor\"

[[event]]
to = \"submitted\"
date = 2026-01-05
by = \"ada\"

[[event]]
to = \"triaged\"
date = 2026-02-05
by = \"makers\"
+++
-- meetings/2026-03-01.md --
+++
group = \"makers\"
kind = \"regular\"
held = true
present = [\"ada\"]
+++
";
    let site = site(&format!("{GROUP}{proposal}"));
    let guids = |path: &str| -> Vec<String> {
        let feed = feed_rs::parser::parse(site[path].as_bytes()).expect("the feed parses");
        feed.entries.into_iter().map(|entry| entry.id).collect()
    };
    assert_eq!(
        guids("feed.xml"),
        ["MTG-2026-03-01#held-2026-03-01", "PRP-0001#triaged-2026-02-05", "PRP-0001#submitted-2026-01-05"]
    );
    assert_eq!(guids("proposals/feed.xml"), ["PRP-0001#triaged-2026-02-05", "PRP-0001#submitted-2026-01-05"]);
    let feed = feed_rs::parser::parse(site["feed.xml"].as_bytes()).unwrap();
    assert_eq!(feed.entries[1].links[0].href, "https://example.org/group/proposals/0001/#event.2");
    assert!(site["proposals/0001/index.html"].contains("id=\"event.2\""), "the link leads to the step");
}

#[test]
fn the_sitemap_lists_every_page_under_the_address_of_the_site() {
    let site = site(GROUP);
    for address in
        ["https://example.org/group/", "https://example.org/group/people/ada/", "https://example.org/group/unknown/"]
    {
        assert!(site["sitemap.xml"].contains(&format!("<loc>{address}</loc>")), "{address}");
    }
    for other in ["404", "/editors/", "/problems/", "/rules/"] {
        assert!(!site["sitemap.xml"].contains(other), "{other}");
    }
    assert!(site["robots.txt"].contains("Disallow: /group/editors/\n"), "{}", site["robots.txt"]);
    assert!(site["robots.txt"].contains("Sitemap: https://example.org/group/sitemap.xml"));
    assert!(
        site["people/ada/index.html"]
            .contains("<link rel=\"canonical\" href=\"https://example.org/group/people/ada/\"")
    );
}

#[test]
fn an_old_address_leads_to_the_record() {
    let site = site(&GROUP.replace("name = \"Ada Example\"", "name = \"Ada Example\"\nredirects = [\"/team/ada/\"]"));
    assert!(site["team/ada/index.html"].contains("../../people/ada/\""));
}

#[test]
fn drafts_are_left_out_unless_they_are_asked_for() {
    let draft = format!("{GROUP}-- plan.md --\n+++\ntitle = \"Plan\"\ndraft = true\n+++\n\nNot yet.\n");
    assert!(!site(&draft).contains_key("plan/index.html"));
    let shown = files(&project(Tree::fixture(&draft), true));
    assert!(shown["plan/index.html"].to_lowercase().contains("draft"));
}

#[test]
fn a_long_index_is_cut_into_pages_that_hold_every_record_once() {
    let people: String =
        (0..600).map(|at| format!("-- people/p{at:04}.md --\n+++\nname = \"Person {at:04}\"\n+++\n")).collect();
    let site = site(&format!("{GROUP}{people}"));
    let rows: Vec<String> = ["people/index.html", "people/page/2/index.html", "people/page/3/index.html"]
        .iter()
        .flat_map(|page| texts(&site[*page], "tbody th a"))
        .collect();
    assert_eq!(rows.len(), 601);
    assert!(!site.contains_key("people/page/4/index.html"));
    let longest = site.iter().filter(|(path, _)| path.starts_with("people/page/")).map(|(_, text)| text.len()).max();
    assert!(longest.unwrap() < 400_000, "a page of an index stays light");
}

#[test]
fn every_file_of_a_folder_without_front_matter_is_published_with_its_problems() {
    let tree = Tree::fixture(
        "-- README.md --\n# Our group\n\nSee [the notes](notes/2021-02-11.md).\n\
         -- notes/2021-02-11.md --\n# Meeting of 2020-02-11\n\n## Participants\n\n* Ada\n\nTODO\n",
    );
    let project = project(tree, false);
    let site = files(&project);
    assert!(
        site["index.html"].contains("See <a href=\"notes/2021-02-11/\">the notes</a>"),
        "a readme is its folder's page"
    );
    assert!(site.contains_key("notes/2021-02-11/index.html") && !site.contains_key("README/index.html"));
    let rules: Vec<&str> = project.report.findings.iter().map(|it| it.rule).collect();
    assert!(rules.contains(&"heading-date-differs") && rules.contains(&"site-without-configuration"), "{rules:?}");
    assert!(site["editors/findings/notes/2021-02-11.md/index.html"].contains("heading-date-differs"));
}

#[test]
fn every_page_of_a_plain_folder_stands_in_an_index() {
    let site = site("-- a.md --\n# First\n-- deep/down/b.md --\n# Second\n-- deep/index.md --\n# About deep\n");
    assert_eq!(texts(&site["pages/index.html"], "tbody th a"), ["About deep", "First", "Second"]);
    assert!(site["a/index.html"].contains("\"../pages/\""), "each page leads to the index");
}

const PROPOSAL: &str = "\
-- proposals/0001-lists.md --
+++
title = \"Move the lists\"
proposer = \"ada\"
issue = \"https://example.org/1\"
impact = \"minor\"

[[event]]
to = \"submitted\"
date = 2026-01-05
by = \"ada\"

[[event]]
to = \"triaged\"
date = 2026-02-05
by = \"makers\"
+++
";

#[test]
fn every_site_says_how_the_group_works() {
    let tree = Tree::fixture(&format!("{GROUP}{PROPOSAL}"));
    let project = project(tree, false);
    let site = files(&project);
    let page = &site["how-we-work/index.html"];
    assert_eq!(texts(page, "h1"), ["How we work"]);
    assert_eq!(texts(page, "h2"), ["Proposals", "What else is asked"], "kinds without a record are left out");
    let workflow = project.site.profile.kind(Kind::Proposal).expect("proposals have states");
    let steps = texts(page, ".steps > li .step-what").join("\n").to_lowercase();
    for step in &workflow.transitions {
        let said = format!("{}. by {}.", step.label, step.by.title());
        let places = step.from.len().max(1);
        assert_eq!(steps.matches(&said).count(), places, "{said}: {steps}");
    }
    for state in &workflow.states {
        assert!(texts(page, ".workings-words p").iter().any(|it| it.starts_with(&state.meaning)), "{}", state.name);
    }
    assert_eq!(texts(page, "svg.diagram g").len(), workflow.states.len());
    assert!(site["index.html"].contains("href=\"how-we-work/\""), "every page leads there");
    assert!(site["sitemap.xml"].contains("/how-we-work/</loc>"));
}

#[test]
fn what_the_author_wrote_stands_first_on_how_the_group_works() {
    for path in ["how-we-work.md", "how-we-work/index.md"] {
        let own = format!("-- {path} --\n# Our way\n\nWe talk first. See SOW-0099.\n");
        let site = site(&format!("{GROUP}{PROPOSAL}{own}-- about.md --\n# About\n\nSee [how](/how-we-work/).\n"));
        let page = &site["how-we-work/index.html"];
        assert_eq!(texts(page, "h1"), ["Our way"], "{path}");
        let (own, made) = (page.find("We talk first").unwrap(), page.find("<svg class=\"diagram").unwrap());
        assert!(own < made, "{path}");
        assert!(!page.contains("unknown-reference"), "{path}: its findings are for editors");
        assert!(site[&format!("editors/findings/{path}/index.html")].contains("unknown-reference"), "{path}");
        assert!(site["about/index.html"].contains("href=\"../how-we-work/\""), "{path}");
        assert!(!site["editors/index.html"].contains("broken-link"), "{path}");
    }
}

#[test]
fn the_path_of_a_record_is_marked_on_its_page() {
    let site = site(&format!("{GROUP}{PROPOSAL}"));
    let page = &site["proposals/0001/index.html"];
    assert_eq!(texts(page, ".diagram .passed text"), ["Submitted", "5 Jan 2026"]);
    assert_eq!(texts(page, ".diagram .now text"), ["Triaged", "5 Feb 2026"]);
    assert_eq!(
        texts(page, "svg.diagram desc"),
        ["It entered Submitted on 5 Jan 2026, then Triaged on 5 Feb 2026. It is in the state Triaged."]
    );
    assert!(page.contains("../../how-we-work/#kind.proposal"));
    assert!(!site["groups/makers/index.html"].contains("class=\"diagram"), "a group has no path");
}

/// Nothing that an author writes may run in a reader's browser.
fn assert_inert(path: &str, html: &str) {
    let page = Html::parse_document(html);
    let all = Selector::parse("*").unwrap();
    for element in page.select(&all) {
        let name = element.value().name();
        let is_data = name == "script" && element.value().attr("type") == Some("application/ld+json");
        if is_data {
            let data: String = element.text().collect();
            assert!(element.value().attr("src").is_none() && !data.contains('<'), "{path}: {data}");
            assert!(serde_json::from_str::<serde_json::Value>(&data).is_ok_and(|it| it.is_object()), "{path}: {data}");
        }
        if name == "script" && !is_data {
            let source = element.value().attr("src").unwrap_or_default();
            let is_own = source.contains("assets/site.")
                || (path == "search/index.html" && source.starts_with("../assets/search."));
            assert!(is_own && element.text().next().is_none(), "{path}: a script {source}");
        }
        if name == "form" {
            // The search asks for a page of the site, and sends nothing anywhere.
            let of = |key| element.value().attr(key);
            assert!(of("role") == Some("search") && of("method").is_none(), "{path}: a form");
            let action = of("action").unwrap_or_default();
            let is_here = !action.contains("//") && (action.ends_with("search/") || action == "./");
            assert!(is_here, "{path}: {action}");
        }
        assert!(!["iframe", "object", "embed", "base", "style", "foreignobject"].contains(&name), "{path}: <{name}>");
        for (key, value) in element.value().attrs() {
            assert!(!key.starts_with("on"), "{path}: {key}");
            assert_ne!(key, "style", "{path}");
            assert_ne!(key, "srcdoc", "{path}");
            if ["href", "src", "action", "formaction", "xlink:href", "data"].contains(&key) {
                let plain: String = value.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect();
                let plain = plain.to_lowercase();
                assert!(!plain.starts_with("javascript:") && !plain.starts_with("vbscript:"), "{path}: {key}={value}");
                assert!(!plain.starts_with("data:") || plain.starts_with("data:image/"), "{path}: {key}={value}");
            }
        }
    }
}

#[test]
fn no_pull_request_puts_a_script_on_the_site() {
    let hostile = r##"
-- candor.toml --
title = "<script>alert('title')</script>"
description = "\"><script>alert(1)</script>"
base_url = "https://example.org/"
-- people/ada.md --
+++
name = "<img src=x onerror=alert(1)>"
summary = "\"><svg onload=alert(1)>"
aliases = ["</title><script>alert(1)</script>"]
github = "\" onmouseover=\"alert(1)"
discourse = "javascript:alert(1)"
tags = ["<script>"]
+++
<script>alert(1)</script>

<svg onload=alert(1)><script>alert(2)</script></svg>
<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>
<a href="java&#x09;script:alert(1)">x</a> <a href="&#106;avascript:alert(1)">y</a>
<img src=x onerror=alert(1)> <iframe srcdoc="<script>alert(1)</script>"></iframe>
<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">z</button></form>
<div style="background:url(javascript:alert(1))" onclick="alert(1)">styled</div>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=javascript:alert(1)">
<details open ontoggle=alert(1)><summary>s</summary>t</details>

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](<java
script:alert(1)>) [d](data:text/html;base64,PHNjcmlwdD4=) [e](vbscript:x) ![f](javascript:alert(1))
<javascript:alert(1)> [g](&#x6A;avascript:alert(1)) [h](\x01javascript:alert(1))

[ref]: javascript:alert(1)
[ref] and [with title](https://example.org "\"onmouseover=alert(1) x=\"")

```<script>alert(1)</script>
</code></pre><script>alert(1)</script>
```

| a<script>alert(1)</script> | b |
|---|---|
| <img src=x onerror=alert(1)> | [x](javascript:alert(1)) |

# Heading <script>alert(1)</script> {onclick=alert(1)}

[^1]: <script>alert(1)</script>

Footnote[^1]. @<script> SOW-0001<script>alert(1)</script>
-- notes/a'b"c<img src=x onerror=alert(1)>.md --
# A file with a strange name
-- decisions/0001-x.md --
+++
title = "{{ 7 * 7 }}{% include \"x\" %}"
group = "<b>"
kind = "general"
about = ["<script>"]
channel = "https://example.org/\"><script>alert(1)</script>"
outcome = "accepted<script>"
+++
-- meetings/2026-01-05.md --
+++
group = "javascript:alert(1)"
kind = "regular"
held = true
join = "javascript:alert(1)"

[[agenda]]
title = "<script>alert(1)</script>"
link = "javascript:alert(1)"
+++
- [x] @ada: <script>alert(1)</script> [evidence](javascript:alert(1))
- [ ] @ada: [x](data:text/html,x) (due 2026-01-06)
-- decisions/0002-y.md --
+++
title = "y"
executed = "javascript://%0aalert(1)"
outcome = "accepted"
decided = 2026-01-05

[[dissent]]
person = "ada"
text = "<script>alert(1)</script>"
link = "javascript:alert(1)"
+++
-- services/s.md --
+++
name = "s"
host = "javascript:alert(1)"
url = "JAVASCRIPT:alert(1)"
gdpr_contact = "https://x\" onclick=alert(1)"
blocked = { on = "javascript:alert(1)", since = 2026-01-05, link = "data:text/html,x" }
+++
-- pictures/evil.svg --
<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
-- pictures/page.html --
<script>alert(1)</script>
"##;
    let project = project(Tree::fixture(hostile), false);
    let site = files(&project);
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_inert(path, html);
        assert!(!html.contains("<script>alert"), "{path}");
    }
    assert!(site["decisions/0001/index.html"].contains("{{ 7 * 7 }}"), "the words of a record are no template");
    assert!(!site.contains_key("pictures/evil.svg") && !site.contains_key("pictures/page.html"));
    assert!(project.report.findings.iter().any(|it| it.rule == "active-file"));
    for feed in ["feed.xml", "sitemap.xml"] {
        assert!(!site[feed].contains("<script"), "{feed}");
    }
}

#[test]
fn two_files_with_one_id_are_both_published() {
    let site =
        site("-- sow/0001-a.md --\n+++\ntitle = \"First\"\n+++\n-- sow/0001-b.md --\n+++\ntitle = \"Second\"\n+++\n");
    assert!(site["sow/0001/index.html"].contains("First"));
    assert!(site["sow/0001-b/index.html"].contains("Second"));
}

#[test]
fn the_whole_record_of_this_repository_is_published() {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let project = project(Tree::read(&content).unwrap(), false);
    let site = files(&project);
    let html = site.keys().filter(|path| path.ends_with(".html")).count();
    assert!(html >= 120, "{html} pages");
    for (path, text) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert_inert(path, text);
        assert_eq!(texts(text, "h1").len(), 1, "{path} has one main heading");
    }
}

#[test]
fn a_plan_says_how_far_it_is_wherever_it_is_named() {
    let site = site(&format!(
        "{GROUP}\
-- organizations/northgate.md --
+++
name = \"Northgate Systems\"
roles = [\"donor\"]
+++
-- roadmap/windows.md --
+++
title = \"Windows\"
from = 2026-01-01
to = 2027-12-31

[[goal]]
id = \"G1\"
title = \"Builds\"
owner = \"ada\"
state = \"done\"

[[goal]]
id = \"G2\"
title = \"Tests\"
owner = \"ada\"
items = [\"PRP-0001\"]
state = \"active\"

[[goal]]
id = \"G3\"
title = \"Releases on CD\"
state = \"dropped\"
+++
-- proposals/0001-build-time.md --
+++
title = \"Build time\"
proposer = \"ada\"
issue = \"https://example.org/issues/1\"
impact = \"infrastructure\"
recurrence = \"one-off\"
plan = \"windows\"
blocked = {{ on = \"an answer of the host\", since = 2026-11-02 }}

[[event]]
to = \"submitted\"
date = 2026-11-02
by = \"ada\"
+++
-- pledges/0001-minutes.md --
+++
title = \"Build minutes\"
donor = \"northgate\"
kind = \"money\"
amount = \"900 EUR\"
task = \"PRP-0001\"
plan = \"windows\"
follow_up = 2026-12-01

[[event]]
to = \"offered\"
date = 2026-11-09
by = \"northgate\"
+++
"
    ));
    let said = |page: &str, selector: &str| texts(&site[page], selector).join(" | ");
    assert!(said("roadmap/windows/index.html", "main").contains("1 of 2 goals done; 0 of 1 matter settled."));
    for page in ["proposals/0001/index.html", "pledges/0001/index.html"] {
        assert!(said(page, "main").contains("Windows 1 of 2 goals done"), "{page}");
    }
    assert!(said("proposals/0001/index.html", "main").contains("PLG-0001 Build minutes"));
    assert_eq!(texts(&site["organizations/northgate/index.html"], "tbody th"), ["PLG-0001 Build minutes"]);
    assert_eq!(
        texts(&site["organizations/northgate/index.html"], "tbody td"),
        ["Offered", "9 November 2026", "900 EUR", "PRP-0001 Build time", "1 December 2026"]
    );
    let blocked = said("proposals/0001/index.html", ".strip-facts");
    assert!(blocked.contains("an answer of the host") && !blocked.contains("not in the record"), "{blocked}");
}

#[test]
fn a_group_lists_the_roles_for_which_somebody_is_sought_and_an_index_has_the_word_of_the_site() {
    let ours = "\
-- candor.toml --
title = \"Example group\"
profile = [\"ours.toml\"]
-- ours.toml --
name = \"ours\"
extends = \"base\"

[kind.proposal]
title = \"need\"
plural = \"needs\"

[group.working-group]
roles = [{ role = \"deputy\", min = 1 }, { role = \"lead\", min = 1 }]
-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- groups/makers.md --
+++
name = \"Makers\"
type = \"working-group\"

[[member]]
person = \"ada\"
role = \"lead\"
from = 2026-01-01
+++
-- proposals/0001-build-time.md --
+++
title = \"Build time\"
proposer = \"ada\"
issue = \"https://example.org/issues/1\"
impact = \"infrastructure\"

[[event]]
to = \"submitted\"
date = 2026-11-02
by = \"ada\"
+++
";
    let site = site(ours);
    assert_eq!(texts(&site["groups/makers/index.html"], ".seats dt"), ["Deputy"]);
    assert_eq!(texts(&site["proposals/index.html"], "th").first().map(String::as_str), Some("Need"));
}
