//! What is published and what is not, of all that may lie in a folder; and that a good site is never replaced by less.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use candor::config::site_address;
use candor::id::Kind;
use candor::project::{Options, Project};
use candor::site::Route;
use candor::tree::{LeftOut, Tree};
use tempfile::TempDir;

use crate::support::{files, git, project, project_since, today};

const SITE: &str = "-- candor.toml --\ntitle = \"Example group\"\nbase_url = \"https://example.org/group/\"\n";

fn candor(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.args(arguments).args(["--today", "2026-11-21"]).current_dir(folder).env_remove("CI");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    candor(folder, arguments).output().expect("the program starts")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("files lie in the folder")).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}

/// What of `folder` is read, and what is left out of it and why.
fn read(folder: &Path) -> (Vec<String>, BTreeMap<String, LeftOut>) {
    let tree = Tree::read(folder).expect("the folder can be read");
    let read = tree.sources.keys().chain(tree.assets.keys()).map(ToString::to_string).collect();
    (read, tree.left_out.iter().map(|(path, why)| (path.to_string(), *why)).collect())
}

/// The places of the site of `fixture`, without drafts, but those of the rules and the theme.
fn places(fixture: &str) -> Vec<String> {
    let options = Options { today: today(), drafts: false, base_url: None, index_links: false };
    let project = Project::of(Tree::fixture(&format!("{SITE}{fixture}")), &options);
    let of_record = |route: &Route| matches!(route, Route::Record(_) | Route::Asset(_) | Route::Redirect(..));
    let all = project.site.places.all().iter().filter(|(_, route)| of_record(route));
    all.map(|(path, _)| path.to_string()).collect()
}

fn found(project: &Project, rule: &str) -> Vec<String> {
    let of_rule = project.report.findings.iter().filter(|it| it.rule == rule);
    of_rule.map(|it| format!("{}: {}", it.path, it.message)).collect()
}

#[test]
fn what_git_ignores_is_not_read_and_what_it_tracks_is() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    git(root, &["init", "--quiet"]);
    put(root, ".gitignore", "node_modules/\n*.log\n/record/site\n# a comment\n");
    put(root, ".git/info/exclude", "private.md\n");
    put(root, "record/.gitignore", "build/\n!kept.log\n/notes/*\n!/notes/a.md\n");
    for file in
        ["index.md", "a.log", "kept.log", "notes/a.md", "notes/b.md", "private.md", "site/x.md", "docs/build/x.md"]
    {
        put(root, &format!("record/{file}"), "# Text\n");
    }
    put(root, "record/node_modules/deep/README.md", "# Text\n");
    put(root, "record/tracked.log", "kept by hand\n");
    git(root, &["add", "--force", "record/tracked.log"]);
    let (files, left_out) = read(&root.join("record"));
    assert_eq!(files, ["index.md", "notes/a.md", "kept.log", "tracked.log"]);
    let ignored = ["a.log", "docs/build", "node_modules", "notes/b.md", "private.md", "site"];
    assert_eq!(left_out.keys().map(String::as_str).collect::<Vec<_>>(), ignored);
    assert!(left_out.values().all(|why| *why == LeftOut::Ignored));
    // What somebody names is meant, whatever the repository says of its folder.
    put(root, ".gitignore", "record/\nrecord/**\n");
    assert!(read(&root.join("record")).0.contains(&"index.md".to_owned()));
}

#[test]
fn without_a_repository_the_patterns_of_the_folder_hold() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), ".gitignore", "*.md\n");
    put(folder.path(), "record/.gitignore", "drafts/\n");
    put(folder.path(), "record/index.md", "# Text\n");
    put(folder.path(), "record/drafts/a.md", "# Text\n");
    assert_eq!(read(&folder.path().join("record")).0, ["index.md"], "the folder above is another one's");
}

#[test]
fn what_a_site_excludes_is_in_no_file_and_a_link_to_it_is_told() {
    let fixture = "-- candor.toml --\ntitle = \"T\"\nexclude = [\"node_modules/\", \"*.draft.md\", \"/notes\"]\n\
                   -- index.md --\n[a](plan.draft.md) [b](notes/x.md)\n-- plan.draft.md --\n# Canary\n\
                   -- notes/x.md --\n# Canary\n-- sow/notes.md --\n# Kept\n-- a/node_modules/b/README.md --\n# Canary\n";
    let project = project(Tree::fixture(fixture));
    assert!(files(&project).values().all(|text| !text.contains("Canary")));
    assert_eq!(project.site.entries.len(), 2);
    assert_eq!(found(&project, "left-out-file").len(), 2, "{:?}", found(&project, "left-out-file"));
    let wrong = Tree::fixture("-- candor.toml --\ntitle = \"T\"\nexclude = [\"[z-a]\", 3]\n-- index.md --\nHome.\n");
    assert_eq!(found(&crate::support::project(wrong), "wrong-type").len(), 2);
}

#[test]
fn a_file_beside_a_record_is_published_when_a_published_text_leads_to_it() {
    let texts = "-- sow/0001-a.md --\n+++\ntitle = \"A\"\n+++\n![x](0001-a/plan.png) <img src=\"raw.png\" alt=\"x\"> [r][r]\n\n[r]: <../files/b%20c.pdf?x#y>\n\
                 -- sow/0002-b.md --\n+++\ntitle = \"B\"\ndraft = true\n+++\n![x](0002-b/Canary.png) <img src='Canary2.png'>\n\
                 -- sow/0001-a/plan.png --\nx\n-- sow/raw.png --\nx\n-- files/b c.pdf --\nx\n-- sow/0002-b/Canary.png --\nx\n-- sow/Canary2.png --\nx\n\
                 -- sow/loose.png --\nx\n-- budget.pdf --\nx\n-- Makefile --\nx\n-- static/any.bin --\nx\n-- static/.well-known/security.txt --\nx\n\
                 -- static/.nojekyll --\nx\n-- CNAME --\nexample.org\n-- robots.txt --\nUser-agent: *\n";
    let expected = [
        ".nojekyll",
        ".well-known/security.txt",
        "CNAME",
        "any.bin",
        "files/b c.pdf",
        "robots.txt",
        "sow/0001/index.html",
        "sow/0001-a/plan.png",
        "sow/raw.png",
    ];
    let mut places = places(texts);
    places.sort();
    let mut expected = expected.map(str::to_owned);
    expected.sort();
    assert_eq!(places, expected);
    let options = Options { today: today(), drafts: false, base_url: None, index_links: false };
    let project = Project::of(Tree::fixture(&format!("{SITE}{texts}")), &options);
    let found = found(&project, "unlinked-file");
    assert_eq!(found.len(), 2, "the draft's own files are as well known as the draft: {found:?}");
    assert!(found[0].starts_with("budget.pdf") && found[1].starts_with("sow/loose.png"), "{found:?}");
    let told = files(&project).into_iter().find(|(_, text)| text.contains("Canary") || text.contains("loose.png"));
    assert_eq!(told.map(|(path, _)| path), None, "no page names what is not published");
}

#[test]
fn leftovers_and_keys_are_in_no_site() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "candor.toml", "title = \"T\"\n");
    put(folder.path(), "index.md", "[k](deploy.pem) [c](cert.pem)\n");
    // In two pieces, so that nobody who looks for keys finds one here.
    put(folder.path(), "deploy.pem", &format!("-----BEGIN {} KEY-----\nMIIE\n", "RSA PRIVATE"));
    put(folder.path(), "cert.pem", "-----BEGIN CERTIFICATE-----\nMIIE\n");
    let leftovers =
        ["a.md~", "#a.md#", "a.md.orig", "a.rej", "a.md.bak", "a.save", "4913", "~$a.docx", "Thumbs.db", "desktop.ini"];
    let secrets = ["id_rsa", "credentials.json", "static/id_ed25519", "static/.env", "vpn.ovpn"];
    for name in leftovers.iter().chain(&secrets) {
        put(folder.path(), name, "Canary\n");
        put(folder.path(), &format!("static/x/{}", name.rsplit('/').next().unwrap()), "Canary\n");
    }
    let output = run(folder.path(), &["build", ".", "-o", "../site-of-leftovers"]);
    let site = folder.path().join("../site-of-leftovers").canonicalize().unwrap();
    let published: Vec<String> = walkdir::WalkDir::new(&site)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter(|entry| {
            fs::read_to_string(entry.path()).is_ok_and(|text| text.contains("Canary") || text.contains("MIIE"))
        })
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    fs::remove_dir_all(&site).unwrap();
    assert_eq!((output.status.code(), published), (Some(0), vec!["cert.pem".to_owned()]), "{}", said(&output));
    let check = said(&run(folder.path(), &["check", ".", "--all"]));
    assert_eq!(check.matches("[left-out-file]").count(), 2 * secrets.len() + 1, "{check}");
}

#[test]
fn a_markdown_file_is_one_whatever_the_letters_of_its_ending() {
    let group = "-- groups/g.md --\n+++\nname = \"G\"\ntype = \"working-group\"\n+++\n";
    for ending in ["MD", "Md", "MARKDOWN", "markdown"] {
        let meeting =
            format!("{group}-- meetings/2026-11-03.{ending} --\n+++\ngroup = \"g\"\nheld = true\n+++\nText.\n");
        let project = project(Tree::fixture(&format!("{SITE}{meeting}")));
        assert_eq!(project.site.of_kind(Kind::Meeting).count(), 1, "{ending}");
        assert!(files(&project).contains_key("meetings/2026-11-03/index.html"), "{ending}");
    }
    for ending in ["mkd", "mdown", "MKDN", "mdx"] {
        let project = project(Tree::fixture(&format!("{SITE}-- sow/0001-a.{ending} --\n# Text\n")));
        assert_eq!(found(&project, "misnamed-file").len(), 1, "{ending}");
        assert_eq!(found(&project, "unlinked-file").len(), 0, "{ending}");
    }
}

#[test]
fn names_that_other_systems_do_not_take_are_told() {
    let names = [
        "con.md",
        "sow/NUL.txt.md",
        "a/aux/x.md",
        "a:b.md",
        "a*.md",
        "who?.md",
        "a|b.md",
        "a<b.md",
        "x./y.md",
        "lpt9.md",
    ];
    let fixture: String = names.iter().map(|name| format!("-- {name} --\n# Text\n")).collect();
    let found_in = |fixture: &str| found(&project(Tree::fixture(&format!("{SITE}{fixture}"))), "misnamed-file");
    assert_eq!(found_in(&fixture).len(), names.len(), "{:?}", found_in(&fixture));
    assert_eq!(found_in("-- About.md --\n# A\n-- about.md --\n# B\n-- a/Ä.md --\n# C\n-- a/ä.md --\n# D\n").len(), 2);
    assert_eq!(found_in("-- console.md --\n# A\n-- common.md --\n# B\n-- a.b.md --\n# C\n"), Vec::<String>::new());
}

#[test]
fn a_name_that_commands_something_takes_no_place_and_reaches_no_terminal() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "candor.toml", "title = \"T\"\n");
    put(folder.path(), "people/ada.md", "+++\nname = \"Ada\"\n+++\n");
    let names = [
        "people\\ada.md",
        "static\\x.html",
        "y\u{1b}]0;t\u{7}.md",
        "z\u{202e}dm.md",
        "n\ny.md",
        "c\u{9b}31m.png",
        ".md",
    ];
    for name in names {
        put(folder.path(), name, "# Canary\n");
    }
    let check = said(&run(folder.path(), &["check", ".", "--all"]));
    assert_eq!(check.matches("error[misnamed-file]").count(), names.len(), "{check}");
    let build = run(folder.path(), &["build", ".", "-o", "out", "--verbose"]);
    assert_eq!(build.status.code(), Some(0), "{}", said(&build));
    let page = fs::read_to_string(folder.path().join("out/people/ada/index.html")).unwrap();
    assert!(page.contains("Ada") && !page.contains("Canary"));
    let raw = (check + &said(&build)).chars().find(|it| (it.is_control() && *it != '\n') || *it == '\u{202e}');
    assert_eq!(raw, None);
}

#[test]
fn a_pipe_is_never_waited_for() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "candor.toml", "title = \"T\"\n");
    put(folder.path(), "index.md", "Home.\n");
    for name in ["pipe.md", "pipe.toml", "pipe.svg", "pipe.pem", "pipe"] {
        let status = Command::new("mkfifo").arg(folder.path().join(name)).status().expect("mkfifo is there");
        assert!(status.success());
    }
    drop(std::os::unix::net::UnixListener::bind(folder.path().join("socket.md")).expect("a socket can be made"));
    let check = run(folder.path(), &["check", ".", "--all"]);
    assert_eq!(check.status.code(), Some(1), "{}", said(&check));
    assert_eq!(said(&check).matches("[left-out-file]").count(), 6, "{}", said(&check));
    let build = run(folder.path(), &["build", ".", "-o", "out"]);
    assert_eq!(build.status.code(), Some(3), "a record may be missing: {}", said(&build));
    assert!(!folder.path().join("out").exists());
    fs::remove_file(folder.path().join("pipe.md")).unwrap();
    fs::remove_file(folder.path().join("socket.md")).unwrap();
    assert_eq!(run(folder.path(), &["build", ".", "-o", "out"]).status.code(), Some(0));
}

#[test]
fn nobody_publishes_a_folder_by_standing_in_it() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "diary.md", "# Canary\n");
    for command in ["build", "serve"] {
        let output = run(folder.path(), &[command]);
        assert_eq!(output.status.code(), Some(2), "{command}: {}", said(&output));
        assert!(said(&output).contains("candor init FOLDER"), "{}", said(&output));
    }
    assert!(!folder.path().join("site").exists());
    assert_eq!(run(folder.path(), &["build", "."]).status.code(), Some(0), "who names it means it");
    fs::remove_file(folder.path().join("diary.md")).unwrap();
    assert_eq!(run(folder.path(), &["serve", "."]).status.code(), Some(3));
}

#[test]
fn most_of_the_records_go_only_when_that_is_said() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "record/candor.toml", "title = \"T\"\n");
    for at in 1..=6 {
        put(folder.path(), &format!("record/people/p{at}.md"), &format!("+++\nname = \"Person {at}\"\n+++\n"));
    }
    let build = |more: &[&str]| run(folder.path(), &[&["build", "record", "-o", "site"], more].concat());
    assert_eq!(build(&[]).status.code(), Some(0));
    for at in 1..=4 {
        fs::remove_file(folder.path().join(format!("record/people/p{at}.md"))).unwrap();
    }
    let refused = build(&["--strict"]);
    assert_eq!(refused.status.code(), Some(3), "{}", said(&refused));
    assert!(said(&refused).contains("4 of the 6 records") && said(&refused).contains("`--allow-removal`"));
    assert!(folder.path().join("site/people/p1/index.html").is_file());
    assert_eq!(build(&["--allow-removal"]).status.code(), Some(0));
    assert!(!folder.path().join("site/people/p1").exists());
}

#[test]
fn records_that_lost_their_texts_replace_nothing_unless_that_is_said() {
    let folder = TempDir::new().unwrap();
    let write = |bytes: &dyn Fn(usize) -> Vec<u8>, number: usize| {
        for at in 1..=number {
            fs::write(folder.path().join(format!("record/people/p{at}.md")), bytes(at)).unwrap();
        }
    };
    let whole = |at: usize| format!("+++\nname = \"Person {at}\"\n+++\n").into_bytes();
    let build = |more: &[&str]| run(folder.path(), &[&["build", "record", "-o", "site"], more].concat());
    put(folder.path(), "record/candor.toml", "title = \"T\"\n");
    put(folder.path(), "record/people/p0.md", "+++\nname = \"Somebody\"\n+++\n");
    for lost in [&b""[..], b"\n \n", b"\xef\xbb\xbf", b"+++\nname = \"J\xf6rg\"\n+++\n"] {
        write(&whole, 6);
        assert_eq!(build(&["--allow-removal"]).status.code(), Some(0));
        write(&|_| lost.to_owned(), 3);
        assert_eq!(build(&[]).status.code(), Some(0), "a few may be");
        write(&whole, 6);
        assert_eq!(build(&[]).status.code(), Some(0));
        write(&|_| lost.to_owned(), 6);
        let refused = build(&[]);
        assert_eq!(refused.status.code(), Some(3), "{}", said(&refused));
        assert!(said(&refused).contains("6 of the 7 texts") && said(&refused).contains("`--allow-removal`"));
        let page = fs::read_to_string(folder.path().join("site/people/p6/index.html")).unwrap();
        assert!(page.contains("Person 6"), "the published site is as it was");
        assert_eq!(build(&["--allow-removal"]).status.code(), Some(0));
        put(folder.path(), "record/index.md", "# Home\n");
        assert_eq!(build(&[]).status.code(), Some(0), "those that were empty before are not lost");
        fs::remove_file(folder.path().join("record/index.md")).unwrap();
    }
}

#[test]
fn a_full_disk_is_no_clean_report() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), "candor.toml", "title = \"T\"\n");
    put(folder.path(), "index.md", "Home.\n");
    let full = || Stdio::from(File::options().write(true).open("/dev/full").expect("Linux has it"));
    for arguments in [
        &["check", ".", "--format", "json"][..],
        &["check", ".", "--format", "sarif"],
        &["check", ".", "--all"],
        &["check", ".", "--help"],
    ] {
        let output = candor(folder.path(), arguments).stdout(full()).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{arguments:?}: {}", said(&output));
        assert!(said(&output).contains("standard output: "), "{}", said(&output));
    }
    let build = candor(folder.path(), &["build", ".", "-o", "out"]).stderr(full()).output().unwrap();
    assert_eq!(build.status.code(), Some(0), "what was asked for is done");
}

#[test]
fn a_build_that_is_stopped_leaves_nothing_half_made() {
    use std::os::unix::process::ExitStatusExt;
    let folder = TempDir::new().unwrap();
    put(folder.path(), "record/candor.toml", "title = \"T\"\n");
    for at in 0..3000 {
        put(folder.path(), &format!("record/people/p{at}.md"), "+++\nname = \"A person\"\n+++\n");
    }
    for signal in ["INT", "TERM", "HUP"] {
        let mut build = candor(folder.path(), &["build", "record", "-o", "site", "--quiet"]).spawn().unwrap();
        let (half_made, since) = (folder.path().join(".site.candor-new"), Instant::now());
        while !half_made.exists() && since.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(2));
        }
        let killed = Command::new("kill").args(["-s", signal, &build.id().to_string()]).status().unwrap();
        let status = build.wait().unwrap();
        assert!(killed.success() && status.signal().is_some(), "{signal}: {status}");
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(names, ["record"], "{signal}");
    }
}

#[test]
fn the_address_of_a_site_is_one_wherever_it_is_given() {
    for (written, address) in [
        ("https://example.org", Some("https://example.org/")),
        ("http://localhost:4000/", Some("http://localhost:4000/")),
        ("https://bücher.example/gruppe/ä/", Some("https://xn--bcher-kva.example/gruppe/%C3%A4/")),
        ("https://example.org/a/b", Some("https://example.org/a/b/")),
        ("", None),
        ("example.org", None),
        ("ftp://example.org", None),
        ("https://", None),
        ("https:///x", None),
        ("https://x.test//evil.test/", None),
        ("https://x.test//", None),
        ("https://x.test/a/../b", None),
        ("https://x.test/a?b", None),
        ("https://x.test/a#b", None),
        ("https://x.test/a b", None),
        ("https://x.test:port/", None),
        ("https://ada@x.test/", None),
    ] {
        assert_eq!(site_address(written).as_deref(), address, "{written}");
        let config = format!("-- candor.toml --\ntitle = \"T\"\nbase_url = \"{written}\"\n-- index.md --\nHome.\n");
        let project = project(Tree::fixture(&config));
        assert_eq!(
            (project.site.config.base_url.as_deref(), found(&project, "broken-link").len()),
            (address, usize::from(address.is_none() && !written.is_empty()))
        );
    }
    let folder = TempDir::new().unwrap();
    put(folder.path(), "index.md", "Home.\n");
    for wrong in ["", "example.org", "https://x.test//y/"] {
        let output = run(folder.path(), &["build", ".", "-o", "out", "--base-url", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(said(&output).contains("is not an address that a site can be published at"), "{}", said(&output));
    }
}

#[test]
fn a_language_is_a_tag_that_browsers_take() {
    for (written, lang) in [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("en_US", "en"),
        ("", "en"),
        ("de-", "en"),
        ("en\\\"><x", "en"),
    ] {
        let project = project(Tree::fixture(&format!(
            "-- candor.toml --\ntitle = \"T\"\nlang = \"{written}\"\n-- index.md --\nHome.\n"
        )));
        assert_eq!(project.site.config.lang, lang, "{written}");
        let is_wrong = !found(&project, "wrong-type").is_empty() || !found(&project, "empty-key").is_empty();
        assert_eq!(is_wrong, written != lang, "{written}");
    }
}

#[test]
fn a_description_in_a_feed_is_html_and_a_title_is_not() {
    let fixture = "-- groups/g.md --\n+++\nname = \"G\"\ntype = \"working-group\"\n+++\n-- meetings/2026-11-03.md --\n+++\ngroup = \"g\"\n\
                   held = false\ncancelled = \"List<T> & <b>room</b> were locked\"\n+++\n";
    let feed = files(&project(Tree::fixture(&format!("{SITE}{fixture}"))))
        .remove("feed.xml")
        .expect("the site has an address");
    assert!(feed.contains("List&amp;lt;T&amp;gt; &amp;amp; &amp;lt;b&amp;gt;room"), "{feed}");
    assert!(!feed.contains("<title>List&amp;lt;"), "{feed}");
}

#[test]
fn an_index_goes_by_numbers() {
    let decisions: String =
        [10000, 9999, 10, 2].iter().map(|it| format!("-- decisions/{it}-x.md --\n+++\ntitle = \"X\"\n+++\n")).collect();
    let index = files(&project(Tree::fixture(&format!("{SITE}{decisions}")))).remove("decisions/index.html").unwrap();
    let mut places = [10000, 9999, 10, 2].map(|it| index.find(&format!("/{it}/\"")).expect("it is listed"));
    let listed = places;
    places.sort_unstable();
    assert_eq!(places, listed);
}

#[test]
fn what_a_change_withholds_is_not_repeated_from_its_base() {
    let before = "+++\ntitle = \"S\"\nprice = \"Canary 12,5 EUR\"\nvendor = \"Canary\"\n[cost]\nstatus = \"quoted\"\namount = \"Canary EUR\"\n+++\n";
    let after = "+++\ntitle = \"S\"\n[cost]\nstatus = \"quoted\"\nwithheld = \"offers are compared\"\nuntil = 2027-01-01\n+++\n";
    let tree = |text: &str| Tree::fixture(&format!("{SITE}-- sow/0001-s.md --\n{text}"));
    let project = project_since(tree(after), tree(before));
    let fixed = &project.base.as_ref().expect("it is a change").comparison.fixed;
    assert!(!fixed.is_empty(), "the base had findings");
    assert!(!format!("{:?}{:?}", project.report.findings, fixed).contains("Canary"), "{fixed:#?}");
}

/// What is to be left out, and what the site is, nobody knows while its configuration cannot be read.
#[test]
fn while_the_configuration_cannot_be_read_the_published_site_stays() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |path: &str, bytes: &[u8]| {
        let file = folder.path().join("site").join(path);
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("the folder is ours");
        fs::write(file, bytes).expect("the folder is ours");
    };
    let out = folder.path().join("out");
    let build = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.arg("build").arg(folder.path().join("site")).arg("--output").arg(&out);
        command.args(["--today", "2026-11-21"]).output().expect("the program starts")
    };
    write("index.md", b"# Home\n");
    write("private/offer.md", b"# Offer\n\n9,500 EUR\n");
    write("candor.toml", b"title = \"T\"\nexclude = [\"private/\"]\n");
    assert!(build().status.success());
    let there = fs::read(out.join("index.html")).expect("it was published");
    for broken in [
        &b"title = \"T\"\nexclude = \"private/\"\n"[..],
        b"title = \"T\"\nexclude = [\"private/]\n",
        b"<<<<<<< HEAD\ntitle = \"A\"\n=======\ntitle = \"B\"\n>>>>>>> b\nexclude = [\"private/\"]\n",
        b"\xff\ntitle = \"T\"\nexclude = [\"private/\"]\n",
        b"title = [\n",
        b"exlude = [\"private/\"]\n[rules]\nunknown-key = \"off\"\n",
        b"exclude = [\"[z-a]\"]\n",
    ] {
        write("candor.toml", broken);
        let output = build();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(3) && said.contains("nothing was published"), "{said}");
        assert_eq!(fs::read(out.join("index.html")).expect("it is still there"), there);
        assert!(!out.join("private").exists());
    }
    fs::remove_file(folder.path().join("site/candor.toml")).expect("it was written");
    write("candor.toml/note.txt", b"a folder in its place");
    let output = build();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        output.status.code() == Some(3) && said.contains("candor.toml cannot be read: it is a folder\n  make"),
        "{said}"
    );
}
