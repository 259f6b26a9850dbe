//! The preview of a change: what its pages say, what they keep to themselves, and that the site itself is left as it was.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use candor::tree::Tree;
use tempfile::TempDir;

use crate::support::{git, texts};

const SITE: &str = "-- candor.toml --\ntitle = \"Lists group\"\nbase_url = \"https://example.org/iwg/\"\nheaders = true\n\
    -- groups/iwg.md --\n+++\ntitle = \"Lists group\"\n+++\n\
    -- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";

fn decision(number: u32, title: &str, more: &str, text: &str) -> String {
    format!(
        "-- decisions/{number:04}-lists.md --\n+++\ntitle = {title:?}\ngroup = \"iwg\"\nkind = \"general\"\n\
         opened = 2026-11-01\n{more}+++\n\n{text}\n"
    )
}

fn write(folder: &Path, fixture: &str) {
    for (path, source) in &Tree::fixture(fixture).sources {
        let file = folder.join(path.as_str());
        fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("the folder is ours");
        fs::write(file, source.text.as_bytes()).expect("the folder is ours");
    }
}

/// A repository whose last commit is `before`, with the files of `after` in its folder.
pub(crate) fn repository(before: &str, after: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    git(folder.path(), &["init", "--quiet"]);
    write(folder.path(), before);
    git(folder.path(), &["add", "--all"]);
    git(folder.path(), &["commit", "--quiet", "--message", "base"]);
    for path in Tree::fixture(before).sources.keys() {
        fs::remove_file(folder.path().join(path.as_str())).expect("it was written");
    }
    write(folder.path(), after);
    folder
}

pub(crate) fn build(folder: &Path, out: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("build").arg(folder).args(["--today", "2026-11-21", "--output"]).arg(folder.join(out));
    command.args(arguments).env_remove("CI").output().expect("the program starts")
}

/// The text of every file below `folder`, by its path.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for file in fs::read_dir(next).expect("it is there").map(|file| file.expect("it can be read").path()) {
            if file.is_dir() {
                folders.push(file);
            } else {
                let path = file.strip_prefix(folder).expect("it lies below").to_string_lossy().replace('\\', "/");
                found.insert(path, String::from_utf8_lossy(&fs::read(&file).expect("it can be read")).into_owned());
            }
        }
    }
    found
}

fn preview(before: &str, after: &str, arguments: &[&str]) -> BTreeMap<String, String> {
    let folder = repository(before, after);
    let output = build(folder.path(), "out", &[&["--base", "HEAD", "--preview", "PR 12"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&folder.path().join("out"))
}

fn pages(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    files.iter().filter(|(path, _)| path.ends_with(".html"))
}

pub(crate) fn before() -> String {
    SITE.to_owned() + &decision(1, "Lists?", "", "We ask who keeps the old lists.") + &decision(2, "Mail?", "", "Mail.")
}

pub(crate) fn after() -> String {
    SITE.to_owned()
        + &decision(1, "Lists?", "\n[[vote]]\nperson = \"ada\"\nvalue = \"yes\"\n", "We ask who keeps the new lists.")
        + &decision(3, "Posts?", "", "Posts.")
}

#[test]
fn a_preview_needs_a_name_and_a_base() {
    let folder = repository(&before(), &after());
    for (arguments, told) in [
        (&["--preview", "PR 12"][..], "--base"),
        (&["--base", "HEAD"], "--preview"),
        (&["--base", "HEAD", "--preview", " "], "needs a name"),
        (&["--published", "https://example.org/"], "--preview"),
        (&["--base", "HEAD", "--preview", "PR 12", "--published", "example.org"], "https://"),
        (&["--base", "HEAD", "--preview", "PR 12", "--published", "https://example.org/\"x"], "is not an address"),
    ] {
        let output = build(folder.path(), "out", arguments);
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && words.contains(told), "{arguments:?}: {words}");
    }
}

/// For readers; what is printed in a terminal and for programs is in English.
#[test]
fn what_the_change_does_is_told_in_the_language_of_the_site() {
    let [before, after] =
        [before(), after()].map(|it| it.replace("headers = true\n", "headers = true\nlang = \"de\"\n"));
    let (german, english) = ("Stimme hinzugefügt: Ada Example: ja", "vote added: Ada Example: yes");
    let folder = repository(&before, &after);
    build(folder.path(), "out", &["--base", "HEAD", "--preview", "PR 12"]);
    let made = files(&folder.path().join("out"));
    for path in ["preview-changes/index.html", "decisions/0001/index.html"] {
        assert!(made[path].contains(german) && !made[path].contains("vote added"), "{}", made[path]);
    }
    for (form, told) in [("markdown", german), ("html", german), ("human", english)] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.arg("diff").arg(folder.path()).args(["--base", "HEAD", "--today", "2026-11-21", "--format", form]);
        let printed = command.env_remove("CI").output().expect("the program starts").stdout;
        let printed = String::from_utf8_lossy(&printed);
        assert!(printed.contains(told), "{form}: {printed}");
    }
}

/// A rule that gets looser is told by what is found of it, and stands under a title that fits where nothing else stands there.
#[test]
fn what_gets_looser_is_told_once_on_the_page_of_the_change() {
    let page = |before: &str, after: &str| {
        let folder = repository(before, after);
        build(folder.path(), "out", &["--base", "HEAD", "--preview", "PR 12"]);
        files(&folder.path().join("out")).remove("preview-changes/index.html").expect("there is one")
    };
    let with = |settings: &str| before().replace("headers = true\n", &format!("headers = true\n{settings}"));
    let off = page(&before(), &with("[levels]\nhistory-edited = \"off\"\n").replace("Lists?", "Posts?"));
    assert_eq!(off.matches("history-edited").count(), 1, "{off}");
    assert!(off.contains("<h2>What was found besides"), "{off}");
    let unknown = page(&before(), &with("colour = \"red\"\n"));
    assert!(unknown.contains("<h2>What was found <"), "{unknown}");
}

#[test]
fn every_page_says_that_it_is_a_preview_and_is_left_alone_by_search_engines() {
    let made = preview(&before(), &after(), &["--base-url", "https://example.net/previews/12/"]);
    assert!(pages(&made).count() > 10);
    for (path, html) in pages(&made) {
        assert_eq!(html.matches("id=\"site.preview\"").count(), 1, "{path}");
        assert!(html.contains("This is a preview of PR 12: how the site would be"), "{path}");
        assert_eq!(html.matches("<meta name=\"robots\" content=\"noindex\">").count(), 1, "{path}");
        assert!(!html.contains("application/rss+xml") && !html.contains("feed.xml"), "{path}");
        assert!(!html.contains("rel=\"canonical\""), "{path}");
    }
    assert_eq!(made["robots.txt"], "User-agent: *\nDisallow: /\n");
    assert!(made["_headers"].contains("X-Robots-Tag: noindex"));
    assert!(!made.keys().any(|path| path.contains("sitemap") || path.contains("feed.xml")), "{:?}", made.keys());
    assert!(made["404.html"].contains("href=\"/previews/12/preview-changes/\""));
}

#[test]
fn the_banner_leads_to_the_changes_and_to_the_published_page_below_any_address() {
    let with = |arguments: &[&str]| preview(&before(), &after(), arguments);
    let links = |html: &str| -> Vec<String> {
        let html = scraper::Html::parse_document(html);
        let links = scraper::Selector::parse(".preview-inner > p > a").expect("a selector");
        html.select(&links).filter_map(|link| link.attr("href").map(str::to_owned)).collect()
    };
    let (changed, new) = ("decisions/0001/index.html", "decisions/0003/index.html");
    let made = with(&["--base-url", "https://example.net/previews/12/"]);
    assert_eq!(links(&made[changed]), ["../../preview-changes/", "https://example.org/iwg/decisions/0001/"]);
    // What is new is nowhere else yet.
    assert_eq!(links(&made[new]), ["../../preview-changes/"]);
    assert_eq!(links(&made["preview-changes/index.html"]), Vec::<String>::new());
    let made = with(&["--index-links", "--published", "https://example.com/lists"]);
    assert_eq!(
        links(&made[changed]),
        ["../../preview-changes/index.html", "https://example.com/lists/decisions/0001/"]
    );
}

#[test]
fn what_the_change_does_is_on_the_page_that_it_changes_and_on_the_page_of_all() {
    let made = preview(&before(), &after(), &[]);
    let changed = &made["decisions/0001/index.html"];
    assert!(changed.contains("This page is changed."));
    assert_eq!(texts(changed, ".preview-here .change-text del"), ["deleted: old (deleted until here)"]);
    assert_eq!(texts(changed, ".preview-here .change-text ins"), ["inserted: new (inserted until here)"]);
    assert!(texts(changed, ".change-lines li").iter().any(|line| line == "Vote added: Ada Example: yes"), "{changed}");
    assert!(made["decisions/0003/index.html"].contains("This page is new."));
    for untouched in ["index.html", "people/ada/index.html"] {
        assert!(!made[untouched].contains("preview-here"), "{untouched}");
    }
    let all = &made["preview-changes/index.html"];
    let titles = texts(all, "section.change h2");
    for (title, fate) in [("DEC-0001 Lists?", "changed"), ("DEC-0003 Posts?", "new"), ("DEC-0002 Mail?", "removed")] {
        let at = titles.iter().position(|it| it == title).unwrap_or_else(|| panic!("{title}: {titles:?}"));
        assert!(texts(all, "section.change > p.soft")[at].contains(fate), "{title}");
    }
    assert!(all.contains("href=\"../decisions/0001/\"") && !all.contains("href=\"../decisions/0002/\""));
    assert!(all.contains("href=\"https://example.org/iwg/decisions/0002/\""), "what is removed is still published");
}

#[test]
fn names_and_texts_of_a_change_are_text() {
    const HOSTILE: &str = "<script>alert(1)</script>";
    const TURNED: &str = "<script>alert(1)</script> \u{202e}gpj";
    let after = SITE.to_owned()
        + &decision(1, TURNED, &format!("summary = {HOSTILE:?}\n"), "We ask `<img src=x onerror=alert(1)>`.")
        + &decision(2, "Mail?", "", "Mail.");
    let made = preview(&before(), &after, &[]);
    for (path, html) in pages(&made) {
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}");
        assert!(!html.contains('\u{202e}'), "{path}");
    }
    let folder = repository(&before(), &after);
    let hostile = build(folder.path(), "out", &["--base", "HEAD", "--preview", TURNED]);
    assert!(hostile.status.success());
    for (path, html) in pages(&files(&folder.path().join("out"))) {
        assert!(html.contains("a preview of &lt;script&gt;") && !html.contains("<script>alert"), "{path}");
        assert!(!html.contains('\u{202e}'), "{path}");
    }
}

#[test]
fn what_a_change_withholds_is_nowhere_in_its_preview() {
    let quoted = "status = \"quoted\"\namount = \"Canary 12 EUR\"";
    let withheld = "status = \"quoted\"\nwithheld = \"offers are compared\"\nuntil = 2027-01-01";
    let sow = |cost: &str, text: &str| {
        format!("{SITE}-- sow/0001-s.md --\n+++\ntitle = \"S\"\ngroup = \"iwg\"\n\n[cost]\n{cost}\n+++\n\n{text}\n")
    };
    let (was, is) = (sow(quoted, "It costs Canary euros."), sow(withheld, "It costs something."));
    let made = preview(&was, &is, &[]);
    assert!(made["preview-changes/index.html"].contains("the change withholds something"));
    for (path, text) in &made {
        assert!(!text.contains("Canary"), "{path}");
    }
    // Without anything withheld the same words are quoted.
    let open = preview(&was, &sow("status = \"quoted\"", "It costs something."), &[]);
    assert!(open["preview-changes/index.html"].contains("Canary"));
}

#[test]
fn a_theme_of_the_groups_own_hides_neither_banner_nor_noindex() {
    let theme = "-- themes/default/base.html --\n<!doctype html><html><head><title>x</title></head><body class=\"own\">\
        <main>{% block content %}{% endblock content %}</main></body></html>\n";
    for (path, html) in pages(&preview(&before(), &(after() + theme), &[])) {
        assert!(html.contains("<head>\n<meta name=\"robots\" content=\"noindex\">"), "{path}: {html}");
        assert!(html.contains("<body class=\"own\"><aside class=\"preview\""), "{path}");
    }
}

#[test]
fn the_site_itself_knows_nothing_of_previews() {
    let folder = repository(&before(), &after());
    assert!(build(folder.path(), "out", &[]).status.success());
    let made = files(&folder.path().join("out"));
    assert!(made.contains_key("feed.xml") && made.contains_key("sitemap.xml"));
    assert!(made["robots.txt"].starts_with("User-agent: *\nAllow: /\n"));
    for (path, html) in pages(&made) {
        assert!(!html.contains("site.preview") && !html.contains("preview-changes"), "{path}");
    }
}

/// A running `candor serve`, which ends with the test.
pub(crate) struct Serving(std::process::Child, String);

impl Serving {
    pub(crate) fn begin(folder: &Path, arguments: &[&str]) -> Serving {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it has one").to_string();
        drop(listener);
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.arg("serve").arg(folder).args(["--today", "2026-11-21", "--address", &address]).args(arguments);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        Serving(command.spawn().expect("the program starts"), address)
    }

    /// The page at `path` once `is_right`; the last answer where it never is.
    pub(crate) fn page(&self, path: &str, is_right: impl Fn(&str) -> bool) -> String {
        use std::io::{Read, Write};
        let mut last = String::new();
        for _ in 0..600 {
            if let Ok(mut stream) = std::net::TcpStream::connect(&self.1) {
                write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .expect("it listens");
                let mut answer = Vec::new();
                drop(stream.read_to_end(&mut answer));
                last = String::from_utf8_lossy(&answer).into_owned();
                if is_right(&last) {
                    return last;
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{path}: {last}");
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[test]
fn what_the_files_change_is_shown_while_they_are_written() {
    let folder = repository(&before(), &after());
    let serving = Serving::begin(folder.path(), &["--base", "HEAD"]);
    let page = serving.page("/decisions/0001/", |page| page.contains("This page is changed."));
    assert!(
        page.contains("a preview of the change since HEAD") && page.contains("Vote added: Ada Example: yes"),
        "{page}"
    );
    assert!(page.contains("href=\"https://example.org/iwg/decisions/0001/\""), "{page}");
    assert!(!serving.page("/people/", |page| page.contains("site.preview")).contains("preview-here"));
    serving.page("/preview-changes/", |page| page.contains("Posts?") && page.contains("Mail?"));
    let again = decision(1, "Lists?", "", "We ask who keeps the newest lists.");
    write(folder.path(), &again);
    let page = serving.page("/decisions/0001/", |page| page.contains("newest") && !page.contains("Vote added"));
    assert_eq!(texts(&page, ".preview-here .change-text ins"), ["inserted: newest (inserted until here)"]);
    // What is as it was before is no change any more.
    write(folder.path(), &decision(1, "Lists?", "", "We ask who keeps the old lists."));
    serving.page("/decisions/0001/", |page| page.contains("site.preview") && !page.contains("preview-here"));
}

#[test]
fn the_change_since_a_revision_is_called_so_in_the_language_of_the_site() {
    let german = |site: String| site.replacen("title =", "lang = \"de\"\ntitle =", 1);
    let folder = repository(&german(before()), &german(after()));
    let serving = Serving::begin(folder.path(), &["--base", "HEAD"]);
    serving.page("/decisions/0001/", |page| page.contains("Vorschau von der Änderung seit HEAD"));
}

#[test]
fn a_revision_that_is_not_there_is_said_before_anything_is_served() {
    let folder = repository(&before(), &after());
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    let output = command.arg("serve").arg(folder.path()).args(["--base", "nowhere"]).output().expect("it starts");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && words.contains("nowhere"), "{words}");
}
