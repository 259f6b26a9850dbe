//! A change judged in repositories of all sorts: moved folders, other formats, damage, and trees that no memory holds.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::preview_edition::Serving;
use crate::support::{git, texts};

const TODAY: &str = "2026-11-21";

/// A record with one vote and one dead link.
const RECORD: [(&str, &str); 4] = [
    ("candor.toml", "title = \"Tools group\"\ngroup = \"iwg\"\n"),
    (
        "groups/iwg.md",
        "+++\nname = \"Tools group\"\ntype = \"working-group\"\ncontact = \"the forum\"\n+++\n\n## Purpose\n\nSee [this](gone.md).\n",
    ),
    (
        "decisions/0001-lists.md",
        "+++\ntitle = \"Lists?\"\ngroup = \"iwg\"\nkind = \"general\"\nabout = []\nopened = 2026-11-02\n\
         channel = \"https://example.org/t/1\"\n\n[[vote]]\nperson = \"ada\"\nvalue = \"yes\"\ndate = 2026-11-03\n+++\n\nWe ask.\n",
    ),
    ("people/ada.md", "+++\nname = \"Ada Example\"\n+++\n"),
];

struct Repository(TempDir);

impl Repository {
    /// A repository made with `options`, with the record committed in `folder`.
    fn new(options: &[&str], folder: &str) -> Repository {
        let it = Repository(TempDir::new().expect("a temporary folder"));
        it.git(&[&["init", "--quiet", "--initial-branch", "main"], options].concat());
        for (path, text) in RECORD {
            it.write(&format!("{folder}/{path}"), text);
        }
        it.commit();
        it
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.0.path(), arguments)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("folders can be made");
        fs::write(path, text).expect("the file can be written");
    }

    fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "a change"]);
    }

    /// Turns the vote in the record that is in `folder` now.
    fn turn(&self, folder: &str) {
        let path = self.path(&format!("{folder}/decisions/0001-lists.md"));
        let text = fs::read_to_string(&path).expect("the decision can be read");
        fs::write(path, text.replace("\"yes\"", "\"no\"")).expect("the decision can be written");
    }

    fn check(&self, folder: &str, more: &[&str]) -> Output {
        check(&self.path(folder), more)
    }
}

fn check(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("check").arg(folder).args(["--today", TODAY]).args(more).env_remove("CI");
    command.output().expect("the program runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Ends with `code` and says each of `words`.
fn ends(output: &Output, code: i32, words: &[&str]) {
    assert_eq!(output.status.code(), Some(code), "{}", said(output));
    for words in words {
        assert!(said(output).contains(words), "{words}: {}", said(output));
    }
}

/// Where the record was, where it goes, and what git does for it.
const MOVES: [(&str, &str, &[&[&str]]); 4] = [
    ("content", "record", &[&["mv", "content", "record"]]),
    ("content", ".", &[&["mv", "content/candor.toml", "content/groups", "content/decisions", "content/people", "."]]),
    (".", "docs/record", &[&["mv", "candor.toml", "groups", "decisions", "people", "docs/record"]]),
    ("a/b", "content", &[&["mv", "a/b", "content"]]),
];

#[test]
fn a_record_is_compared_with_where_it_was() {
    for (from, to, moves) in MOVES {
        let it = Repository::new(&[], from);
        it.write("README.md", "# The code\n");
        it.commit();
        if to == "docs/record" {
            fs::create_dir_all(it.path(to)).expect("folders can be made");
        }
        for arguments in moves {
            it.git(arguments);
        }
        let moved = it.check(to, &["--base", "HEAD"]);
        ends(&moved, 0, &["no new findings", "the record moved from"]);
        it.turn(to);
        ends(&it.check(to, &["--base", "HEAD"]), 1, &["history-edited", "1 new error"]);
        it.commit();
        ends(&it.check(to, &["--base", "HEAD~1"]), 1, &["history-edited", "1 new error"]);
        ends(&it.check(to, &["--base", "HEAD~1", "--base-dir", from]), 1, &["history-edited"]);
        let name = format!("{to}/decisions/0001-lists.md");
        fs::remove_file(it.path(&name)).expect("the decision can be removed");
        ends(&it.check(to, &["--base", "HEAD~1"]), 1, &["record-deleted", "1 new error"]);
    }
}

#[test]
fn a_folder_that_moved_over_another_record_is_not_taken_for_it() {
    let it = Repository::new(&[], "content");
    it.write("docs/candor.toml", "title = \"Manual\"\n");
    it.write("docs/index.md", "# Manual\n");
    it.commit();
    it.git(&["rm", "--quiet", "-r", "docs"]);
    it.git(&["mv", "content", "docs"]);
    it.turn("docs");
    ends(
        &it.check("docs", &["--base", "HEAD"]),
        2,
        &["cannot be told", "`content`", "--base-dir content", "--base-dir docs"],
    );
    ends(&it.check("docs", &["--base", "HEAD", "--base-dir", "content"]), 1, &["history-edited"]);
    ends(&it.check("docs", &["--base", "HEAD", "--base-dir", "elsewhere"]), 2, &["there is no folder `elsewhere`"]);
}

#[test]
fn where_nothing_tells_a_record_from_another_the_author_does() {
    let it = Repository::new(&[], "one");
    for (path, text) in RECORD {
        it.write(&format!("two/{path}"), text);
    }
    it.commit();
    it.git(&["rm", "--quiet", "-r", "two"]);
    it.git(&["mv", "one", "three"]);
    it.turn("three");
    ends(&it.check("three", &["--base", "HEAD"]), 2, &["`one` or `two`", "--base-dir"]);
    ends(&it.check("three", &["--base", "HEAD", "--base-dir", "two"]), 1, &["history-edited"]);
    let new = it.check("three", &["--base", "HEAD", "--base-dir", "three"]);
    assert!(said(&new).contains("everything in it is new"), "{}", said(&new));
    // A record of which nothing is left is no new one either.
    let it = Repository::new(&[], "content");
    it.git(&["rm", "--quiet", "-r", "content"]);
    it.write("record/candor.toml", "title = \"Tools group\"\n");
    it.write("record/index.md", "# Tools\n");
    ends(&it.check("record", &["--base", "HEAD"]), 2, &["--base-dir content", "--base-dir record"]);
}

#[test]
fn a_record_is_adopted_with_a_word_on_it() {
    let it = Repository::new(&[], "content");
    it.git(&["rm", "--quiet", "--cached", "content/candor.toml"]);
    it.git(&["commit", "--quiet", "--message", "no configuration"]);
    let adopted = it.check("content", &["--base", "HEAD"]);
    ends(&adopted, 0, &["there is no candor.toml in `HEAD`", "no new findings"]);
    it.git(&["mv", "content/groups", "content/decisions", "content/people", "."]);
    it.git(&["commit", "--quiet", "--message", "elsewhere"]);
    fs::create_dir_all(it.path("record")).expect("folders can be made");
    it.git(&["mv", "groups", "decisions", "people", "record"]);
    fs::rename(it.path("content/candor.toml"), it.path("record/candor.toml")).expect("it can be moved");
    ends(&it.check("record", &["--base", "HEAD"]), 0, &["the record moved from the root", "no new findings"]);
}

#[test]
fn repositories_of_other_formats_are_read_or_told_as_what_they_are() {
    let it = Repository::new(&["--object-format=sha256"], "content");
    ends(&it.check("content", &["--base", "HEAD"]), 0, &["no new findings"]);
    it.turn("content");
    ends(&it.check("content", &["--base", "main"]), 1, &["history-edited"]);
    it.git(&["mv", "content", "record"]);
    ends(&it.check("record", &["--base", "main"]), 1, &["history-edited", "the record moved from `content`"]);
    let it = Repository::new(&["--ref-format=reftable"], "content");
    ends(&it.check("content", &["--base", "HEAD"]), 3, &["`reftable`", "git clone --ref-format=files"]);
    let clone = TempDir::new().expect("a temporary folder");
    let address = it.0.path().to_str().expect("a plain name");
    git(clone.path(), &["clone", "--quiet", "--ref-format=files", address, "."]);
    ends(&check(&clone.path().join("content"), &["--base", "HEAD"]), 0, &["no new findings"]);
}

/// Writes over a file that git keeps from being written.
fn damage(path: &Path, text: &[u8]) {
    fs::set_permissions(path, fs::Permissions::from_mode(0o644)).expect("permissions can be set");
    fs::write(path, text).expect("the file can be written");
}

fn object(it: &Repository, name: &str) -> PathBuf {
    let hash = it.git(&["rev-parse", name]);
    it.path(&format!(".git/objects/{}/{}", &hash[..2], hash[2..].trim()))
}

#[test]
fn damage_is_told_as_damage_and_a_name_that_is_wrong_as_that() {
    let new = || {
        let it = Repository::new(&[], "content");
        it.turn("content");
        it.commit();
        it
    };
    let it = new();
    ends(&it.check("content", &["--base", "HEAD~7"]), 2, &["there is no revision `HEAD~7`"]);
    ends(&it.check("content", &["--base", "HEAD:content"]), 2, &["there is no revision `HEAD:content`"]);
    ends(&it.check("content", &["--base", "0123456789abcdef0123456789abcdef01234567"]), 2, &["there is no revision"]);
    ends(&it.check("content", &["--base", "abcdef012"]), 2, &["there is no revision"]);
    for (name, revision) in [
        ("HEAD~1", "HEAD~1"),
        ("HEAD~1^{tree}", "HEAD~1"),
        ("HEAD~1:content/decisions/0001-lists.md", "HEAD~1"),
        ("main", "main"),
    ] {
        let it = new();
        damage(&object(&it, name), b"not an object");
        ends(&it.check("content", &["--base", revision]), 3, &["cannot be read"]);
        let it = new();
        fs::remove_file(object(&it, name)).expect("the object can be removed");
        ends(&it.check("content", &["--base", revision]), 3, &["cannot be read"]);
    }
    // What is the same on both sides is there already.
    let it = new();
    fs::remove_file(object(&it, "HEAD~1:content/people/ada.md")).expect("the object can be removed");
    ends(&it.check("content", &["--base", "HEAD~1"]), 1, &["history-edited"]);
    let it = new();
    damage(&it.path(".git/config"), b"[core\n");
    ends(&it.check("content", &["--base", "HEAD~1"]), 3, &["the git repository in", "cannot be read"]);
    let it = new();
    it.git(&["gc", "--quiet"]);
    let packs = fs::read_dir(it.path(".git/objects/pack")).expect("the packs can be read");
    for index in packs.map(|it| it.expect("a file").path()).filter(|it| it.extension().is_some_and(|it| it == "idx")) {
        let half = fs::read(&index).expect("the index can be read");
        damage(&index, &half[..half.len() / 2]);
    }
    ends(&it.check("content", &["--base", "main"]), 3, &["cannot be read"]);
}

#[test]
fn a_pipe_among_the_references_ends_nothing_and_waits_for_nobody() {
    for place in [".git/refs/heads/pipe", ".git/refs/tags/deep/pipe", ".git/packed-refs"] {
        let it = Repository::new(&[], "content");
        let pipe = it.path(place);
        fs::create_dir_all(pipe.parent().expect("a folder")).expect("folders can be made");
        assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there").success());
        let start = Instant::now();
        ends(&it.check("content", &["--base", "main"]), 3, &["neither a file nor a folder"]);
        assert!(start.elapsed() < Duration::from_secs(60), "{place}");
    }
}

#[test]
fn a_tree_that_stands_for_more_than_any_memory_holds_is_refused() {
    // A tree with ten entries, each of which is the tree before: ten lines for ten to the ninth files.
    let tree = |it: &Repository, lines: &str| {
        let mut command = Command::new("git");
        command.arg("mktree").current_dir(it.0.path());
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = command.spawn().expect("git is installed");
        std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), lines.as_bytes()).expect("git reads");
        let output = child.wait_with_output().expect("git ends");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let commit = |it: &Repository, top: &str| {
        let root = tree(it, &format!("040000 tree {top}\tcontent\n"));
        let commit = it.git(&["commit-tree", &root, "-m", "a bomb"]);
        it.git(&["update-ref", "refs/heads/bomb", commit.trim()]);
        it.git(&["symbolic-ref", "HEAD", "refs/heads/bomb"]);
    };
    let it = Repository::new(&[], "content");
    let blob = it.git(&["rev-parse", "HEAD:content/people/ada.md"]);
    let mut wide = tree(&it, &(0..10).map(|at| format!("100644 blob {}\t{at}.md\n", blob.trim())).collect::<String>());
    for _ in 0..9 {
        wide = tree(&it, &(0..10).map(|at| format!("040000 tree {wide}\t{at}\n")).collect::<String>());
    }
    commit(&it, &wide);
    ends(&it.check("content", &["--base", "bomb"]), 3, &["more than 1000000 files"]);

    let it = Repository::new(&[], "content");
    let mut deep = tree(&it, &format!("100644 blob {}\tada.md\n", blob.trim()));
    for _ in 0..400 {
        deep = tree(&it, &format!("040000 tree {deep}\tdown\n"));
    }
    commit(&it, &deep);
    ends(&it.check("content", &["--base", "bomb"]), 3, &["more than 256 folders"]);
}

/// What `check` prints of the record in `folder`, cut where the headings of its two parts stand: before, what changed, the rest.
fn in_parts(it: &Repository, folder: &str) -> [String; 3] {
    let output = it.check(folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (before, after) = text.split_once("In what you changed since main:\n").unwrap_or((&text, ""));
    let (changed, rest) = after.split_once("Elsewhere:\n").unwrap_or((after, ""));
    [before, changed, rest].map(str::to_owned)
}

#[test]
fn what_is_wrong_in_what_the_author_changed_comes_first() {
    let it = Repository::new(&[], "content");
    let dead = "content/people/ada.md";
    let [usual, changed, _] = in_parts(&it, "content");
    assert!(usual.contains("gone.md") && changed.is_empty(), "nothing differs from the main branch\n{usual}");

    // A line that is wrong in a new file, in the working tree and then in a commit of a branch.
    it.git(&["checkout", "--quiet", "-b", "change"]);
    it.write(dead, "+++\nname = \"Ada Example\"\n+++\n\nSee [that](lost.md).\n");
    for is_committed in [false, true] {
        if is_committed {
            it.commit();
        }
        let [before, changed, rest] = in_parts(&it, "content");
        assert!(before.is_empty(), "{is_committed}\n{before}");
        assert!(changed.contains("lost.md") && !changed.contains("gone.md"), "{is_committed}\n{changed}");
        assert!(rest.contains("gone.md") && !rest.contains("lost.md"), "{is_committed}\n{rest}");
    }

    // What is wrong on a line that stayed is in what changed, too; and where there is nothing else, nothing is elsewhere.
    it.write(dead, RECORD[3].1);
    it.write("content/groups/iwg.md", &format!("{}\nMore of it.\n", RECORD[1].1));
    let [before, changed, rest] = in_parts(&it, "content");
    assert!(before.is_empty() && changed.contains("gone.md") && !rest.contains("gone.md"), "{changed}\n{rest}");

    // Other ends of lines are no change.
    it.write("content/groups/iwg.md", &RECORD[1].1.replace('\n', "\r\n"));
    let [usual, changed, _] = in_parts(&it, "content");
    assert!(usual.contains("gone.md") && changed.is_empty(), "{changed}");
}

#[test]
fn what_others_merged_since_is_not_what_the_author_changed() {
    let it = Repository::new(&[], "content");
    it.git(&["checkout", "--quiet", "-b", "change"]);
    it.git(&["checkout", "--quiet", "main"]);
    it.write("content/groups/iwg.md", &format!("{}\nOf others.\n", RECORD[1].1));
    it.commit();
    it.git(&["checkout", "--quiet", "change"]);
    let [usual, changed, _] = in_parts(&it, "content");
    assert!(usual.contains("gone.md") && changed.is_empty(), "{changed}");
}

#[test]
fn where_no_main_branch_can_be_read_the_findings_come_in_the_usual_order() {
    let is_usual = |it: &Repository, why: &str| {
        let output = it.check("content", &[]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{why}: {}", said(&output));
        assert!(text.contains("gone.md") && !text.contains("In what you changed"), "{why}\n{text}");
        assert!(output.stderr.is_empty(), "{why}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let change =
        |it: &Repository| it.write("content/people/ada.md", "+++\nname = \"Ada\"\n+++\n\nSee [that](lost.md).\n");
    let other = Repository::new(&["--initial-branch", "trunk"], "content");
    change(&other);
    is_usual(&other, "a main branch of another name");

    let new = Repository::new(&[], "elsewhere");
    for (path, text) in RECORD {
        new.write(&format!("content/{path}"), text);
    }
    is_usual(&new, "a record that the main branch does not have");

    let none = Repository::new(&[], "content");
    fs::remove_dir_all(none.path(".git")).expect("it can be removed");
    is_usual(&none, "no repository");

    let damaged = Repository::new(&[], "content");
    change(&damaged);
    damage(&object(&damaged, "main^{tree}"), b"no object");
    is_usual(&damaged, "a folder that is damaged");
}

#[test]
fn a_head_without_a_branch_is_compared_as_one_with_a_branch() {
    let it = Repository::new(&[], "content");
    it.git(&["checkout", "--quiet", "--detach"]);
    let [usual, changed, _] = in_parts(&it, "content");
    assert!(usual.contains("gone.md") && changed.is_empty(), "{changed}");
    it.write("content/people/ada.md", LOST);
    for is_committed in [false, true] {
        if is_committed {
            it.commit();
        }
        let [before, changed, rest] = in_parts(&it, "content");
        assert!(before.is_empty(), "{is_committed}\n{before}");
        assert!(changed.contains("lost.md") && !changed.contains("gone.md"), "{is_committed}\n{changed}");
        assert!(rest.contains("gone.md") && !rest.contains("lost.md"), "{is_committed}\n{rest}");
    }
}

/// The person of the record with a dead link of their own.
const LOST: &str = "+++\nname = \"Ada Example\"\n+++\n\nSee [that](lost.md).\n";

#[test]
fn a_shallow_clone_tells_what_changed_only_as_far_as_its_history_goes() {
    let of = Repository::new(&[], "content");
    of.git(&["checkout", "--quiet", "-b", "change"]);
    of.write("content/people/ada.md", LOST);
    of.commit();
    of.git(&["checkout", "--quiet", "main"]);
    of.write("content/groups/iwg.md", &format!("{}\nOf others.\n", RECORD[1].1));
    of.commit();
    // A branch that is only called like a main one, and is another in every file.
    of.git(&["checkout", "--quiet", "--orphan", "master"]);
    of.write("content/candor.toml", "title = \"Another group\"\ngroup = \"iwg\"\n");
    of.commit();
    let cloned = |depth: &str| {
        let it = Repository(TempDir::new().expect("a temporary folder"));
        let url = format!("file://{}", of.path("").display());
        it.git(&["clone", "--quiet", "--no-single-branch", "--branch", "change", "--depth", depth, &url, "."]);
        it
    };
    let shallow = cloned("1");
    let output = shallow.check("content", &[]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(text.contains("gone.md") && text.contains("lost.md") && !text.contains("In what you changed"), "{text}");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));

    // What is not committed is not told either, as long as nobody knows what is.
    shallow.write("content/people/ada.md", &format!("{LOST}\nMore.\n"));
    assert!(in_parts(&shallow, "content")[1].is_empty());

    let [before, changed, rest] = in_parts(&cloned("9"), "content");
    assert!(before.is_empty() && changed.contains("lost.md") && !changed.contains("gone.md"), "{changed}");
    assert!(rest.contains("gone.md"), "what others merged since is not what this change did\n{rest}");
}

#[test]
fn programs_read_the_findings_in_the_order_that_they_know() {
    let it = Repository::new(&[], "content");
    let read = |format: &str| {
        let output = it.check("content", &["--format", format]);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    it.git(&["checkout", "--quiet", "-b", "change"]);
    it.write("content/people/ada.md", "+++\nname = \"Ada Example\"\n+++\n\nSee [that](lost.md).\n");
    let formats = ["json", "sarif", "github"];
    let ahead = formats.map(read);
    it.git(&["branch", "--delete", "--force", "main"]);
    assert_eq!(ahead, formats.map(read));
    assert!(in_parts(&it, "content")[1].is_empty());
}

/// What a build of the record in `folder` says on standard error and what the page at `path` has.
fn built(it: &Repository, folder: &str, path: &str) -> (String, String) {
    // Files and folders whose names begin with a dot are not part of the record.
    let out = it.path(".git/site");
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("build").arg(it.path(folder)).arg("--output").arg(&out).args(["--today", TODAY]);
    let output = command.output().expect("the program runs");
    let page = fs::read_to_string(out.join(path)).expect("the page is there");
    (said(&output), page)
}

#[test]
fn the_foot_names_the_last_commit_that_changed_the_record() {
    let it = Repository::new(&[], "content");
    it.write("content/candor.toml", "title = \"Tools\"\nrepository = \"https://github.com/example/tools\"\n");
    it.commit();
    let commit = it.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let link = format!(
        "<a href=\"https://github.com/example/tools/commit/{commit}\" rel=\"external\"><code>{}</code></a>",
        &commit[..10]
    );
    for path in ["index.html", "about/index.html"] {
        assert!(built(&it, "content", path).1.contains(&link), "{path}");
    }
    // A commit beside the record changes nothing of it.
    it.write("README.md", "# The code\n");
    it.commit();
    let (said, page) = built(&it, "content", "index.html");
    assert!(said.contains("(0 new or changed") && page.contains(&link), "{said}");
    // What is not committed is of no commit.
    it.turn("content");
    assert!(!built(&it, "content", "index.html").1.contains("revision"));
    it.commit();
    let next = it.git(&["rev-parse", "HEAD"]).trim().to_owned();
    assert!(built(&it, "content", "index.html").1.contains(&next));
    it.write("content/people/ben.md", "+++\nname = \"Ben Example\"\n+++\n");
    assert!(!built(&it, "content", "index.html").1.contains("revision"));
    fs::remove_file(it.path("content/people/ben.md")).expect("it was written");
    fs::remove_file(it.path("content/people/ada.md")).expect("it was committed");
    assert!(!built(&it, "content", "index.html").1.contains("revision"));
}

#[test]
fn the_preview_knows_of_the_repository_what_a_build_does_also_once_that_changes() {
    let it = Repository::new(&[], "content");
    it.write(
        "content/candor.toml",
        "title = \"Proposals\"\nbase_url = \"https://example.org/\"\nprofile = [\"eip\"]\n\n[[folder]]\npath = \"EIPS\"\nkind = \"proposal\"\nprefix = \"EIP\"\n\
         name = \"eip-{number}.md\"\nstate = \"status\"\nunknown_keys = \"show\"\n\n[folder.keys]\nauthor = \"proposer\"\n\
         discussions-to = \"issue\"\n",
    );
    let stands = |status: &str| {
        let front = format!("title: Fees\nauthor: ada\ndiscussions-to: https://example.org/1\nstatus: {status}\n");
        it.write("content/EIPS/eip-7.md", &format!("---\n{front}---\n\nFees burn.\n"));
    };
    stands("Draft");
    it.commit();
    let serving = Serving::begin(&it.path("content"), &[]);
    let path = "EIPS/7/";
    let same = |what: &str| {
        let page = built(&it, "content", &format!("{path}index.html")).1;
        // The preview leads from each record to what is found in it.
        let main = |page: &str| {
            let of_preview = texts(page, ".for-editors").concat();
            (texts(page, "main").concat().replace(&of_preview, "").trim().to_owned(), texts(page, "footer").concat())
        };
        let served = serving.page(&format!("/{path}"), |served| main(served) == main(&page));
        assert!(served.contains("200 OK"), "{what}");
        page
    };
    assert!(same("the first commit").contains("revision"));
    stands("Review");
    assert!(!same("a change").contains("revision"));
    it.commit();
    let page = same("its commit");
    assert!(page.contains("revision") && texts(&page, "main").concat().contains("Review"));
    it.git(&["commit", "--quiet", "--amend", "--message", "In other words"]);
    assert!(same("the same under another name").contains(&it.git(&["rev-parse", "HEAD"])[..10]));
    it.git(&["reset", "--quiet", "--soft", "HEAD~1"]);
    assert!(!same("no commit any more").contains("revision"));
    // What the repository ignores from above.
    it.write("content/EIPS/eip-8.md", "---\ntitle: Tips\nauthor: ada\nstatus: Draft\n---\n\nTips stay.\n");
    serving.page("/EIPS/8/", |page| page.contains("200 OK"));
    it.write(".gitignore", "eip-8.md\n");
    serving.page("/EIPS/8/", |page| page.contains("404 Not Found"));
}

#[cfg(unix)]
#[test]
fn a_record_in_which_something_else_lies_at_a_path_of_the_commit_names_none() {
    use std::os::unix::fs::symlink;
    let it = Repository::new(&[], "content");
    it.write("content/candor.toml", "title = \"Tools\"\nexclude = [\"drafts/\"]\n");
    for path in ["notes/a.md", "notes/b.txt", "drafts/c.md", "static/.env"] {
        it.write(&format!("content/{path}"), "# A\n");
    }
    it.commit();
    let is_named = || built(&it, "content", "index.html").1.contains("revision");
    assert!(is_named(), "what is excluded or a secret is left out of a build of the commit too");
    let (notes, away) = (it.path("content/notes"), it.path("away"));
    fs::rename(&notes, &away).expect("it is there");
    for to in ["../away", "people", "nowhere"] {
        symlink(to, &notes).expect("a link can be made");
        assert!(!is_named(), "a folder that is a link to {to}");
        fs::remove_file(&notes).expect("it was made");
    }
    fs::rename(&away, &notes).expect("it is there");
    assert!(is_named());
    for to in ["nowhere.txt", "../people", "/dev/null"] {
        fs::remove_file(it.path("content/notes/b.txt")).expect("it is there");
        symlink(to, it.path("content/notes/b.txt")).expect("a link can be made");
        assert!(!is_named(), "a file that is a link to {to}");
    }
}

#[test]
fn a_clone_that_does_not_reach_back_to_it_names_no_commit() {
    let it = Repository::new(&[], "content");
    for text in ["one", "two"] {
        it.write("README.md", text);
        it.commit();
    }
    let origin = format!("file://{}", it.0.path().display());
    let shallow = Repository(TempDir::new().expect("a temporary folder"));
    shallow.git(&["clone", "--quiet", "--depth", "1", &origin, "."]);
    assert!(built(&it, "content", "index.html").1.contains("revision"));
    assert!(!built(&shallow, "content", "index.html").1.contains("revision"));
}

#[test]
fn links_lead_to_the_branch_that_the_remote_names_where_none_is_stated() {
    let it = Repository::new(&[], ".");
    it.write("candor.toml", "title = \"Tools\"\nrepository = \"https://github.com/example/tools\"\n");
    it.commit();
    it.git(&["branch", "--quiet", "--move", "trunk"]);
    let page = "people/ada/index.html";
    assert!(built(&it, ".", page).1.contains("tools/edit/trunk/people/ada.md"), "the only branch");
    it.git(&["branch", "proposal"]);
    assert!(built(&it, ".", page).1.contains("tools/edit/main/people/ada.md"), "one of two");
    let copy = Repository(TempDir::new().expect("a temporary folder"));
    copy.git(&["clone", "--quiet", &it.0.path().display().to_string(), "."]);
    copy.git(&["switch", "--quiet", "--create", "mine"]);
    assert!(built(&copy, ".", page).1.contains("tools/edit/trunk/people/ada.md"), "that of the remote");
    copy.write(
        "candor.toml",
        "title = \"Tools\"\nrepository = \"https://github.com/example/tools\"\nbranch = \"pages\"\n",
    );
    assert!(built(&copy, ".", page).1.contains("tools/edit/pages/people/ada.md"), "that is stated");
}
