//! What `candor init --ci` writes, read as the hosts read it, and its steps run on a real repository with a hostile fork.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::support::git;

const CANDOR: &str = env!("CARGO_BIN_EXE_candor");
const SHA: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn init(dir: &Path, host: &str, more: &[&str]) -> Output {
    let mut command = Command::new(CANDOR);
    command.arg("init").arg(dir).args(["--ci", host, "--today", "2026-11-20"]).args(more);
    command.output().expect("the program is built")
}

/// A repository whose record lies in `records/`, with the files for `host`.
fn repository(host: &str) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    git(root.path(), &["init", "--quiet", "--initial-branch", "trunk"]);
    let made = init(&root.path().join("records"), host, &["--binary", "https://example.org/c.tar.gz", "--sha256", SHA]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    root
}

/// The files of `host` by their path: those outside of the record.
fn written(root: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    let named = files.map(|it| (it.path().strip_prefix(root).expect("below").display().to_string(), it.into_path()));
    let own = named.filter(|(name, _)| !name.starts_with(".git/") && !name.starts_with("records/"));
    own.map(|(name, path)| (name, fs::read_to_string(path).expect("text"))).collect()
}

fn yaml(text: &str) -> Value {
    serde_yaml_ng::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Every value of the key `name` in `value`, however deep.
fn all<'a>(value: &'a Value, name: &str, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(keys) => {
            for (key, inner) in keys {
                if key == name {
                    found.push(inner);
                }
                all(inner, name, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| all(item, name, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn texts<'a>(value: &'a Value, name: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    all(value, name, &mut found);
    found.into_iter().filter_map(Value::as_str).collect()
}

#[test]
fn every_workflow_is_pinned_has_its_permissions_and_puts_no_expression_into_a_script() {
    for (host, count) in [("github", 6), ("gitlab", 3), ("forgejo", 2)] {
        let root = repository(host);
        let files = written(root.path());
        assert_eq!(files.len(), count, "{:?}", files.keys());
        for (name, text) in &files {
            assert!(!text.contains("@RECORD@") && !text.contains("@BINARY@") && !text.contains("@BRANCH@"), "{name}");
            if !name.ends_with(".yml") {
                assert!(text.contains("https://example.org/c.tar.gz") && text.contains(SHA), "{name}");
                continue;
            }
            let read = yaml(text);
            if host != "gitlab" {
                assert!(read["permissions"].is_object(), "{name} says what it may do");
                assert_eq!(read["env"]["CANDOR_RECORD"].as_str().unwrap_or("records"), "records", "{name}");
            }
            for uses in texts(&read, "uses") {
                let hash = uses.rsplit_once('@').expect(uses).1;
                let is_hash =
                    hash.len() == 40 && hash.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
                assert!(is_hash, "{name}: {uses}");
            }
            let scripts = texts(&read, "run");
            assert!(host == "gitlab" || !scripts.is_empty(), "{name}");
            assert_eq!(scripts.iter().find(|it| it.contains("${{")), None, "{name}");
            let mut checkouts = Vec::new();
            all(&read, "persist-credentials", &mut checkouts);
            let uses = texts(&read, "uses");
            assert_eq!(checkouts.len(), uses.iter().filter(|it| it.contains("actions/checkout@")).count(), "{name}");
            assert!(checkouts.iter().all(|it| **it == Value::Bool(false)), "{name}");
        }
    }
}

/// Whoever may change something reads nothing that anybody proposes, and the other way round.
#[test]
fn what_reads_a_pull_request_has_no_rights_and_what_has_rights_checks_nothing_out() {
    let files = written(repository("github").path());
    let of = |name: &str| yaml(&files[&format!(".github/workflows/candor-{name}.yml")]);
    let (check, comment, preview) = (of("check"), of("comment"), of("preview"));
    for read in [&check["jobs"]["check"], &preview["jobs"]["build"]] {
        assert_eq!(read["permissions"], serde_json::json!({ "contents": "read" }));
    }
    for rights in [&check["jobs"]["sarif"], &comment["jobs"]["comment"], &preview["jobs"]["publish"]] {
        let runs = [texts(rights, "uses"), texts(rights, "run")].concat().join("\n");
        assert!(
            !runs.contains("actions/checkout") && !runs.contains("\ncandor ") && !runs.contains("candor.sh"),
            "{runs}"
        );
    }
    for guarded in [&check["jobs"]["sarif"], &preview["jobs"]["publish"]] {
        let condition = guarded["if"].as_str().expect("a condition");
        assert!(
            condition.contains("github.event.pull_request.head.repo.full_name == github.repository"),
            "{condition}"
        );
    }
    assert!(texts(&check, "on").is_empty() && check["on"].get("pull_request_target").is_none());
}

#[test]
fn a_record_that_has_begun_gets_the_files_of_the_host_alone_and_keeps_what_is_there() {
    let root = tempfile::tempdir().expect("a folder");
    fs::write(
        root.path().join("candor.toml"),
        "title = \"R\"\nbase_url = \"https://record.example/\"\nbranch = \"live\"\n",
    )
    .unwrap();
    fs::write(root.path().join(".gitlab-ci.yml"), "mine: {}\n").unwrap();
    let made = init(root.path(), "gitlab", &[]);
    let said = String::from_utf8_lossy(&made.stderr).into_owned();
    assert!(
        made.status.success() && said.contains("is there already") && said.contains("the SHA-256 of a release"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(root.path().join(".gitlab-ci.yml")).unwrap(), "mine: {}\n");
    assert!(!root.path().join("index.md").exists());
    assert!(init(root.path(), "github", &[]).status.success());
    let of = |name: &str| yaml(&fs::read_to_string(root.path().join(".github/workflows").join(name)).unwrap());
    assert_eq!(of("candor-publish.yml")["on"]["push"]["branches"][0], "live");
    assert_eq!(of("candor-preview.yml")["env"]["CANDOR_SITE"], "https://record.example/");
}

#[test]
fn what_would_be_more_than_text_in_a_workflow_is_refused() {
    let root = tempfile::tempdir().expect("a folder");
    git(root.path(), &["init", "--quiet"]);
    for name in ["a\"b", "${{ secrets.X }}", "`id`", "$(id)"] {
        let made = init(&root.path().join(name), "github", &[]);
        assert_eq!(made.status.code(), Some(2), "{name}");
    }
    for wrong in [&["--binary", "http://example.org/c"][..], &["--binary", "https://e.org/$(id)"], &["--sha256", SHA]] {
        assert_eq!(init(&root.path().join("r"), "github", wrong).status.code(), Some(2), "{wrong:?}");
    }
    for branch in ["c++", "!main", "releases/*", "v[1]", "a b", "a: b", "a #b", ""] {
        for host in ["github", "gitlab", "forgejo"] {
            let made = init(&root.path().join("r"), host, &["--branch", branch]);
            assert_eq!(made.status.code(), Some(2), "{branch}");
        }
    }
    assert!(!root.path().join(".github").exists());
    // A file where a folder has to be is no file of the workflow.
    let other = root.path().join("other");
    fs::create_dir_all(other.join(".git")).unwrap();
    fs::write(other.join(".github"), "").unwrap();
    let made = init(&other, "github", &["--branch", "main"]);
    let said = String::from_utf8_lossy(&made.stderr).into_owned();
    assert!(made.status.code() == Some(3) && !said.contains("is there already"), "{said}");
}

#[test]
fn the_site_is_published_from_the_branch_that_the_remote_names_and_never_from_a_proposal() {
    let root = tempfile::tempdir().expect("a folder");
    let (group, clone) = (root.path().join("group"), root.path().join("clone"));
    fs::create_dir(&group).unwrap();
    git(&group, &["init", "--quiet", "--initial-branch", "trunk"]);
    git(&group, &["commit", "--quiet", "--allow-empty", "--message", "base"]);
    git(root.path(), &["clone", "--quiet", "group", "clone"]);
    git(&clone, &["checkout", "--quiet", "-b", "proposal"]);
    git(&clone, &["worktree", "add", "--quiet", "-b", "another", "../beside"]);
    let published = |folder: &Path, more: &[&str]| {
        let made = init(folder, "github", more);
        let text = fs::read_to_string(folder.join(".github/workflows/candor-publish.yml"));
        drop(fs::remove_dir_all(folder.join(".github")));
        let said = String::from_utf8_lossy(&made.stderr).into_owned();
        text.map(|text| yaml(&text)["on"]["push"]["branches"][0].as_str().expect("text").to_owned()).map_err(|_| said)
    };
    assert_eq!(published(&clone, &[]), Ok("trunk".to_owned()));
    assert_eq!(published(&root.path().join("beside"), &[]), Ok("trunk".to_owned()));
    git(&clone, &["remote", "set-head", "origin", "--delete"]);
    let why = published(&clone, &[]).expect_err("nobody knows");
    assert!(why.contains("`--branch NAME`") && why.contains("git remote set-head origin --auto"), "{why}");
    assert_eq!(published(&clone, &["--branch", "trunk"]), Ok("trunk".to_owned()));
    git(&clone, &["remote", "set-head", "origin", "--auto"]);
    assert_eq!(published(&clone, &[]), Ok("trunk".to_owned()));
    // Without a remote there is one branch, or somebody has to say which.
    assert_eq!(published(&group, &[]), Ok("trunk".to_owned()));
    git(&group, &["checkout", "--quiet", "-b", "proposal"]);
    assert!(published(&group, &[]).is_err());
}

#[test]
fn the_files_of_a_host_go_to_the_record_around_this_place_and_never_begin_a_second_one() {
    let root = tempfile::tempdir().expect("a folder");
    git(root.path(), &["init", "--quiet", "--initial-branch", "trunk"]);
    let run = |folder: &Path, arguments: &[&str]| {
        let output = Command::new(CANDOR).arg("init").args(arguments).current_dir(folder).output().expect("it runs");
        (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.code())
    };
    let record = root.path().join("docs/our record");
    assert!(init(&record, "forgejo", &[]).status.success());
    let (said, code) = run(root.path(), &["--ci", "github"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("there is a record in docs/our record"), "{said}");
    assert!(!root.path().join("candor.toml").exists() && !root.path().join(".github").exists());
    let (said, code) = run(&record.join("groups"), &["--ci", "github"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!record.join("groups/candor.toml").exists());
    let check = fs::read_to_string(root.path().join(".github/workflows/candor-check.yml")).expect("at the root");
    assert_eq!(yaml(&check)["env"]["CANDOR_RECORD"], "docs/our record");
    // What somebody changed is told from what is the same.
    fs::write(root.path().join(".github/candor.sh"), "mine\n").unwrap();
    fs::remove_file(root.path().join(".github/workflows/candor-daily.yml")).unwrap();
    let (said, _) = run(&record, &["--ci", "github"]);
    assert!(said.contains("candor.sh is there already with another text"), "{said}");
    assert!(said.contains("candor-check.yml is there already and stays"), "{said}");
    assert!(!said.contains("the SHA-256 of a release"), "{said}");
    // Nobody is asked to include what is included.
    let (said, _) = run(&record, &["--ci", "gitlab"]);
    assert!(!said.contains("include"), "{said}");
    fs::write(root.path().join(".gitlab-ci.yml"), "mine: {}\n").unwrap();
    fs::remove_file(root.path().join(".gitlab/candor.yml")).unwrap();
    let (said, _) = run(&record, &["--ci", "gitlab"]);
    assert!(said.contains("include: [{ local: .gitlab/candor.yml }]"), "{said}");
}

/// The clock starts a workflow on the default branch, which need not be the one that is published; and of several runs that wait in
/// one group the host keeps the last alone, so that no two that do different things may share one.
#[test]
fn what_publishes_takes_the_published_branch_and_waits_for_nothing_else() {
    for (host, jobs) in [("github", &["publish", "due"][..]), ("forgejo", &["publish", "daily"])] {
        let files = written(repository(host).path());
        let read: Vec<Value> = files.iter().filter(|(name, _)| name.ends_with(".yml")).map(|it| yaml(it.1)).collect();
        for job in jobs {
            let found = read.iter().map(|it| &it["jobs"][job]["steps"][0]["with"]["ref"]).find(|it| !it.is_null());
            assert_eq!(found, Some(&Value::from("trunk")), "{host} {job}");
        }
        let mut groups = Vec::new();
        read.iter().for_each(|it| all(it, "group", &mut groups));
        let different: std::collections::BTreeSet<String> = groups.iter().map(|it| it.to_string()).collect();
        assert_eq!(groups.len(), different.len(), "{groups:?}");
    }
    let preview = yaml(&written(repository("github").path())[".github/workflows/candor-preview.yml"]);
    assert_eq!(preview["concurrency"]["cancel-in-progress"], true, "what is closed is not published again");
    let root = tempfile::tempdir().expect("a folder");
    assert!(init(root.path(), "gitlab", &["--branch", "live"]).status.success());
    let pages = yaml(&fs::read_to_string(root.path().join(".gitlab/candor.yml")).unwrap());
    assert_eq!(pages["pages"]["rules"][0]["if"], "$CI_COMMIT_BRANCH == \"live\"");
}

/// The runner: folders, stubs for the programs that reach the network, and what an expression stands for.
#[cfg(unix)]
struct Runner {
    root: tempfile::TempDir,
    files: BTreeMap<String, Value>,
    head: String,
    /// Whether the proposal is on a branch of the repository itself.
    is_own: bool,
}

#[cfg(unix)]
impl Runner {
    /// A runner with the repository of the group, a fork whose proposal `propose` writes, and their merge checked out.
    fn new(propose: impl FnOnce(&Path)) -> Runner {
        let root = tempfile::tempdir().expect("a folder");
        let (group, fork) = (root.path().join("group"), root.path().join("fork"));
        fs::create_dir(&group).unwrap();
        git(&group, &["init", "--quiet", "--initial-branch", "trunk"]);
        let release = ["--binary", "https://example.org/c.tar.gz", "--sha256", &stubs(root.path())];
        assert!(init(&group.join("records"), "github", &release).status.success());
        let person = "+++\nname = \"Ada Example\"\n+++\n";
        fs::create_dir(group.join("records/people")).unwrap();
        fs::write(group.join("records/people/ada.md"), person).unwrap();
        commit(&group);
        git(root.path(), &["clone", "--quiet", "--bare", "group", "group.git"]);
        git(root.path(), &["clone", "--quiet", "group", "fork"]);
        git(&fork, &["checkout", "--quiet", "-b", "proposal"]);
        propose(&fork.join("records"));
        commit(&fork);
        let head = git(&fork, &["rev-parse", "HEAD"]).trim().to_owned();
        // The host offers the merge of the two.
        git(&group, &["fetch", "--quiet", "../fork", "proposal"]);
        git(&group, &["checkout", "--quiet", "--detach"]);
        git(&group, &["merge", "--quiet", "--no-ff", "--message", "Merge", "FETCH_HEAD"]);
        let read = |(name, text): (String, String)| (name.ends_with(".yml")).then(|| (name, yaml(&text)));
        let files = written(&group).into_iter().filter_map(read).collect();
        Runner { root, files, head, is_own: false }
    }

    fn temp(&self, job: &str) -> PathBuf {
        let temp = self.root.path().join(format!("temp-{job}"));
        fs::create_dir_all(&temp).unwrap();
        temp
    }

    /// Runs the scripts of a job one after the other, each with the environment that its file gives it: what they print, and
    /// the exit code of the first that fails.
    fn run(&self, workflow: &str, job: &str) -> (String, i32) {
        let file = &self.files[&format!(".github/workflows/candor-{workflow}.yml")];
        let temp = self.temp(&format!("{workflow}-{job}"));
        let mut said = String::new();
        for step in file["jobs"][job]["steps"].as_array().expect("steps") {
            let Some(script) = step["run"].as_str() else { continue };
            let mut command = Command::new("bash");
            let shell = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c"];
            command.args(shell).arg(script).current_dir(self.root.path().join("group"));
            for scope in [&file["env"], &file["jobs"][job]["env"], &step["env"]] {
                for (key, value) in scope.as_object().into_iter().flatten() {
                    command.env(key, self.expression(value.as_str().expect("text")));
                }
            }
            let programs = format!(
                "{}:{}:{}",
                temp.join("candor").display(),
                self.root.path().join("bin").display(),
                std::env::var("PATH").unwrap()
            );
            command.env("PATH", programs).env("RUNNER_TEMP", &temp).env("STUB", self.root.path().join("stub"));
            command.env("GITHUB_PATH", temp.join("path")).env("GITHUB_OUTPUT", temp.join("output"));
            command.env("GITHUB_STEP_SUMMARY", temp.join("summary")).env("GITHUB_SHA", &self.head);
            command.env("GITHUB_SERVER_URL", format!("file://{}", self.root.path().display()));
            command.env("GITHUB_REPOSITORY", "group.git").env("GITHUB_REPOSITORY_OWNER", "Group");
            command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null");
            let output = command.output().expect("bash is there");
            said += &(String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr))
                .replace('\r', "\n");
            if !output.status.success() {
                return (said, output.status.code().unwrap_or(-1));
            }
        }
        (said, 0)
    }

    fn expression(&self, text: &str) -> String {
        let known = [
            ("${{ github.event.pull_request.number }}", "7"),
            (
                "${{ github.event.pull_request.head.repo.full_name == github.repository }}",
                if self.is_own { "true" } else { "false" },
            ),
            ("${{ github.token }}", "a-token"),
            ("${{ github.event.workflow_run.id }}", "1"),
            ("${{ github.event.workflow_run.head_sha }}", &self.head),
        ];
        let value = known.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
        assert!(!value.contains("${{"), "the test does not know {value}");
        value
    }

    /// Hands what the check left, or what a fork put in its place, to the job that comments: what it posts, if anything.
    fn comment(&self, change: impl FnOnce(&Path)) -> Option<String> {
        let stub = self.root.path().join("stub");
        let left = stub.join("artifact");
        drop(fs::remove_dir_all(&left));
        drop(fs::remove_dir_all(self.temp("comment-comment")));
        drop(fs::remove_file(stub.join("body")));
        fs::create_dir_all(&left).unwrap();
        for name in ["number", "comment.md"] {
            fs::copy(self.temp("check-check").join("comment").join(name), left.join(name)).unwrap();
        }
        change(&left);
        fs::write(stub.join("sha"), &self.head).unwrap();
        let (said, code) = self.run("comment", "comment");
        assert!(code == 0 || !stub.join("body").exists(), "{said}");
        fs::read_to_string(stub.join("body")).ok()
    }
}

#[cfg(unix)]
fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "Say more"]);
}

/// Programs that stand for the network: `curl` brings the program, `gh` notes what it is asked. Gives the checksum of the
/// release.
#[cfg(unix)]
fn stubs(root: &Path) -> String {
    use std::os::unix::fs::PermissionsExt;
    let (bin, stub) = (root.join("bin"), root.join("stub"));
    fs::create_dir_all(&stub).unwrap();
    fs::create_dir(&bin).unwrap();
    let write = |path: PathBuf, text: &str| {
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    write(stub.join("candor"), &format!("#!/bin/sh\nexec {CANDOR} \"$@\"\n"));
    let packed = Command::new("tar").args(["-czf", "c.tar.gz", "candor"]).current_dir(&stub).status();
    assert!(packed.expect("tar is there").success());
    write(bin.join("curl"), "#!/bin/bash\nwhile [[ $1 != --output ]]; do shift; done\ncp \"$STUB/c.tar.gz\" \"$2\"\n");
    write(
        bin.join("gh"),
        "#!/bin/bash\necho \"$*\" >>\"$STUB/calls\"\ncase \"$*\" in\n\
         'run download'*) mkdir -p \"${!#}\"; cp -RP \"$STUB/artifact/.\" \"${!#}\" ;;\n\
         *body=@*) for last; do [[ $last != body=@* ]] || cp \"${last#body=@}\" \"$STUB/body\"; done ;;\n\
         *--paginate*) cat \"$STUB/ids\" 2>/dev/null || true ;;\n\
         'api repos/group.git/pulls/7 --jq .head.sha') cat \"$STUB/sha\" ;;\n\
         *'/pulls/7 --jq .state') cat \"$STUB/state\" 2>/dev/null || echo open ;;\n\
         *'/pulls/8 --jq .state') exit 1 ;;\n\
         *) echo other ;;\nesac\n",
    );
    // The clock of the runner stands still.
    write(
        bin.join("date"),
        "#!/bin/bash\ncase \"$*\" in *day*) echo 2026-11-19 ;; *) cat \"$STUB/today\" 2>/dev/null || echo 2026-11-20 ;; esac\n",
    );
    write(bin.join("sleep"), "#!/bin/bash\necho \"sleep $*\" >>\"$STUB/calls\"\n");
    let sum = Command::new("sha256sum").arg(stub.join("c.tar.gz")).output().expect("sha256sum is there");
    String::from_utf8_lossy(&sum.stdout)[..64].to_owned()
}

/// What somebody who wants the group ill proposes.
#[cfg(unix)]
fn hostile(record: &Path) {
    let write = |name: &str, text: &str| {
        let path = record.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).unwrap();
        fs::write(path, text).unwrap();
    };
    let page = "+++\ntitle = \"<script>alert(1)</script> @everyone ![p](https://evil.example/p.png) `$(touch gained)`\"\n\
                group = \"our-group\"\nkind = \"nothing of the kind\"\n+++\n\n::error::no\n\n::stop-commands::x\n\n\
                <img src=x onerror=alert(1)> <!-- unseen --> @everyone\n\n[a](javascript:alert(1)) ![p](https://evil.example/p.png)\n";
    let names = "+++\nname = \"a\\n::error::b <!-- c -->\\n# d \\u202Ee\"\nlinks = [\"javascript:alert(1)\"]\n+++\n";
    write("people/mallory.md", names);
    write("decisions/0001-lists.md", page);
    write("::error::`touch gained`$(touch gained);touch gained.md", page);
    write("::add-path::x/::set-output name=a::b.md", page);
    write("themes/default/base.html", "<script>steal()</script>{{ get_env(name='TOKEN') }}");
    write(
        "candor.toml",
        "title = \"R\"\nstyle = \"../../../../../etc/passwd\"\nlogo = \"/etc/passwd\"\nprofile = [\"../../x\"]\n",
    );
    std::os::unix::fs::symlink("/etc/passwd", record.join("passwd.md")).unwrap();
}

#[cfg(unix)]
#[test]
fn a_hostile_fork_is_checked_and_its_text_comes_out_as_text() {
    let runner = Runner::new(hostile);
    let (said, code) = runner.run("check", "check");
    assert_eq!(code, 1, "what it proposes has findings: {said}");
    for line in said.lines().filter(|line| line.trim_start().starts_with("::")) {
        let name = line.trim_start().trim_start_matches(':').split([' ', ':']).next();
        assert!(["error", "warning", "notice"].contains(&name.unwrap_or_default()), "{line}");
        assert!(!line.trim_start().starts_with("::error::"), "{line}");
    }
    let body = runner.comment(|_| ()).expect("a comment");
    assert!(body.starts_with("<!-- candor: what this change does -->\n### What this change does"), "{body}");
    assert!(body.contains("alert"), "the title is shown: {body}");
    let after_the_mark = &body["<!-- candor: what this change does -->".len()..];
    for wrong in ["<script", "<img", "<!--", "@everyone", "![p]", "](javascript", "\u{202e}", "root:"] {
        assert!(!after_the_mark.contains(wrong), "{wrong}: {body}");
    }
    assert!(!said.contains('\u{202e}'), "{said}");
    let gained = walkdir::WalkDir::new(runner.root.path()).into_iter().filter_map(Result::ok);
    assert_eq!(gained.filter(|it| it.file_name() == "gained").count(), 0);
}

#[cfg(unix)]
#[test]
fn what_a_fork_leaves_in_place_of_the_comment_is_refused_or_made_text() {
    let runner = Runner::new(|record| fs::write(record.join("a.md"), "# A\n\nText.\n").unwrap());
    let (said, code) = runner.run("check", "check");
    assert_eq!(code, 0, "{said}");
    assert!(runner.comment(|_| ()).is_some_and(|body| body.contains("a.md") || body.contains("A")));
    let calls = || fs::read_to_string(runner.root.path().join("stub/calls")).unwrap();
    assert!(calls().contains("api --silent repos/group.git/issues/7/comments"), "{}", calls());
    // The second time the comment is there already.
    fs::write(runner.root.path().join("stub/ids"), "41\n42\n").unwrap();
    assert!(runner.comment(|_| ()).is_some());
    assert!(calls().contains("--method PATCH repos/group.git/issues/comments/41"), "{}", calls());
    for number in ["8", "7; touch gained", "$(touch gained)", "-7", "", "7\n8", "../7", "07"] {
        let posted = runner.comment(|left| fs::write(left.join("number"), number).unwrap());
        assert_eq!(posted, None, "{number:?}");
    }
    let linked = runner.comment(|left| {
        fs::remove_file(left.join("comment.md")).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", left.join("comment.md")).unwrap();
    });
    assert_eq!(linked, None);
    let raw = "<img src=x> <details><summary>S</summary> ![x](https://evil.example) @everyone [a](<https://e.example/b>) \
               <a href=x> </details> <ins>i</ins> \u{1}a href=y> [b](//evil.example) https://evil.example www.evil.example [c][d] \
               [e](<https://group.github.io/group.git/preview/pr-7/x/>) [f](<https://groupxgithub.io/group.git/>) \
               [g](<https://group.github.io/group.git.evil/>) [h](https://group.github.io/group.git/) <https://evil.example>\n\
               [d]: https://evil.example\n";
    let body = runner.comment(|left| fs::write(left.join("comment.md"), raw.repeat(9000)).unwrap()).expect("a comment");
    assert!(body.len() < 65_536, "{}", body.len());
    for wrong in
        ["<img", "<a ", " ![x]", "@everyone", "\u{1}", "\u{2}", "https://e", "](/", "]:", "www.", "<https://groupx"]
    {
        assert!(!body.contains(wrong), "{wrong}");
    }
    let links: Vec<&str> = body.split("](").skip(1).map(|it| it.split(')').next().expect("a part")).collect();
    assert!(links.iter().all(|it| *it == "<https://group.github.io/group.git/preview/pr-7/x/>"), "{links:?}");
    for kept in
        ["<details><summary>S</summary>", "[e](<https://group.github.io/group.git/preview/pr-7/x/>)", "<ins>i</ins>"]
    {
        assert!(body.contains(kept), "{kept}");
    }
    assert!(!calls().contains("gained"));
}

#[cfg(unix)]
#[test]
fn the_site_and_the_previews_share_a_branch_and_each_keeps_the_other() {
    let runner = Runner::new(|record| fs::write(record.join("a.md"), "# A\n\nText.\n").unwrap());
    let pages =
        |path: &str| git(&runner.root.path().join("group.git"), &["ls-tree", "-r", "--name-only", "gh-pages", path]);
    // Somebody else writes to the branch at the same time.
    let hook = runner.root.path().join("group.git/hooks/update");
    fs::create_dir_all(hook.parent().expect("a folder")).unwrap();
    fs::write(&hook, "#!/bin/sh\n[ -e \"$GIT_DIR/tried\" ] || { touch \"$GIT_DIR/tried\"; exit 1; }\n").unwrap();
    fs::set_permissions(&hook, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let (said, code) = runner.run("publish", "publish");
    assert!(code == 0 && said.contains("rejected"), "{said}");
    assert!(pages("index.html").contains("index.html"));
    // The host keeps the domain of the group there.
    let clone = runner.root.path().join("clone");
    git(runner.root.path(), &["clone", "--quiet", "--branch", "gh-pages", "group.git", "clone"]);
    fs::write(clone.join("CNAME"), "record.example\n").unwrap();
    commit(&clone);
    git(&clone, &["push", "--quiet", "origin", "gh-pages"]);
    let site = runner.temp("preview-publish").join("site");
    fs::create_dir_all(&site).unwrap();
    fs::write(site.join("index.html"), "a preview").unwrap();
    fs::remove_file(runner.root.path().join("group.git/tried")).unwrap();
    let (said, code) = runner.run("preview", "publish");
    assert!(code == 0 && said.contains("rejected"), "{said}");
    assert!(pages("preview/").contains("preview/pr-7/index.html") && pages("index.html").contains("index.html"));
    drop(fs::remove_dir_all(runner.temp("publish-publish")));
    let (said, code) = runner.run("publish", "publish");
    assert_eq!(code, 0, "{said}");
    assert!(pages("preview/").contains("preview/pr-7/index.html"), "publishing keeps it");
    assert!(pages("CNAME").contains("CNAME"));
    // Where the host ran nothing when the pull request was closed, the next publication takes the preview away. Of which nobody
    // knows, that stays.
    git(&clone, &["pull", "--quiet"]);
    for name in ["pr-8", "pr-x"] {
        fs::create_dir(clone.join("preview").join(name)).unwrap();
        fs::write(clone.join("preview").join(name).join("index.html"), "another").unwrap();
    }
    commit(&clone);
    git(&clone, &["push", "--quiet", "origin", "gh-pages"]);
    fs::write(runner.root.path().join("stub/state"), "closed\n").unwrap();
    drop(fs::remove_dir_all(runner.temp("publish-publish")));
    let (said, code) = runner.run("publish", "publish");
    assert_eq!(code, 0, "{said}");
    assert_eq!(pages("preview/"), "preview/pr-8/index.html\npreview/pr-x/index.html\n");
    assert_eq!(runner.run("preview", "publish").1, 0);
    git(&clone, &["pull", "--quiet"]);
    git(&clone, &["rm", "--quiet", "-r", "preview/pr-8", "preview/pr-x"]);
    commit(&clone);
    git(&clone, &["push", "--quiet", "origin", "gh-pages"]);
    assert!(pages("preview/").contains("preview/pr-7/index.html"));
    // When the pull request is closed, nothing was built.
    fs::remove_dir_all(&site).unwrap();
    assert_eq!(runner.run("preview", "publish"), (String::new(), 0));
    assert_eq!(pages("preview/"), "");
    assert!(pages("index.html").contains("index.html"));
}

#[cfg(unix)]
#[test]
fn one_issue_says_what_fell_due_and_is_closed_when_nothing_is_left() {
    let runner = Runner::new(|record| {
        fs::create_dir_all(record.join("meetings")).unwrap();
        // One task falls due on the day, the other is overdue for long, and its finding counts the days.
        let tasks = "- [ ] @ada: ask for quotes (due 2026-11-19)\n- [ ] @ada: ask again (due 2026-03-01)\n";
        fs::write(record.join("meetings/2026-02-02.md"), format!("+++\ntitle = \"M\"\n+++\n\n{tasks}")).unwrap();
        // Nobody says of many meetings whether they were held, which is told in one sentence; of one more from that day on.
        for day in ["11-19"].into_iter().map(str::to_owned).chain((10..23).map(|day| format!("01-{day}"))) {
            fs::write(record.join(format!("meetings/2026-{day}.md")), "+++\ntitle = \"M\"\n+++\n").unwrap();
        }
    });
    let stub = |name: &str| fs::read_to_string(runner.root.path().join("stub").join(name)).unwrap_or_default();
    let day = || {
        drop(fs::remove_file(runner.root.path().join("stub/calls")));
        drop(fs::remove_file(runner.root.path().join("stub/body")));
        let (said, code) = runner.run("daily", "due");
        assert_eq!(code, 0, "{said}");
        stub("calls")
    };
    let calls = day();
    assert!(calls.contains("api --silent repos/group.git/issues -f title="), "{calls}");
    assert!(stub("body").starts_with("<!-- candor: what fell due -->\nWhat the record lacks on 2026-11-20:\n\n    "));
    // The next day it is there: its text is brought up to date, and a comment tells of what is new, and of that alone.
    fs::write(runner.root.path().join("stub/ids"), "12\n3\n").unwrap();
    let calls = day();
    assert!(calls.contains("--method PATCH repos/group.git/issues/12") && calls.contains("state=open"), "{calls}");
    assert!(calls.contains("api --silent repos/group.git/issues/12/comments"), "{calls}");
    let told = stub("body");
    assert!(told.starts_with("New since 2026-11-19:\n\n    "), "{told}");
    assert!(
        told.contains("ask for quotes") && !told.contains("ask again") && told.contains("`MTG-2026-11-19` has passed"),
        "{told}"
    );
    assert!(told.lines().skip(2).all(|line| line.starts_with("    ")), "{told}");
    // Two days are alike when nothing falls due between them.
    fs::write(runner.root.path().join("stub/today"), "2026-11-19\n").unwrap();
    let calls = day();
    assert!(calls.contains("--method PATCH") && !calls.contains("/comments"), "{calls}");
    // Nothing is left: it is closed, and without one none is opened.
    fs::remove_dir_all(runner.root.path().join("group/records/meetings")).unwrap();
    fs::write(runner.root.path().join("group/records/candor.toml"), "title = \"R\"\n").unwrap();
    fs::remove_dir_all(runner.root.path().join("group/records/groups")).unwrap();
    let calls = day();
    assert!(calls.contains("issues/12") && calls.contains("state=closed"), "{calls}");
    fs::write(runner.root.path().join("stub/ids"), "").unwrap();
    let calls = day();
    assert_eq!(calls.lines().count(), 1, "it looks, and changes nothing: {calls}");
}

/// Whatever a cut goes through, the rest is posted.
#[cfg(unix)]
#[test]
fn a_long_comment_in_any_script_is_cut_and_posted() {
    let runner = Runner::new(|record| fs::write(record.join("a.md"), "# A\n\nText.\n").unwrap());
    assert_eq!(runner.run("check", "check").1, 0);
    for (before, letter) in [("", "ä"), ("x", "ä"), ("", "語"), ("x", "語"), ("xx", "語"), ("x", "🎉"), ("xx", "🎉")]
    {
        let long = format!("{before}{}", letter.repeat(40_000));
        let body = runner.comment(|left| fs::write(left.join("comment.md"), &long).unwrap()).expect("a comment");
        assert!(body.len() < 65_536 && body.matches(letter).count() > 10_000, "{before}{letter}: {}", body.len());
        assert!(body.ends_with(&format!("\n\nAs of {}.\n", runner.head)), "{before}{letter}");
    }
}

/// Most of what is proposed in a repository of programs has nothing to do with its record.
#[cfg(unix)]
#[test]
fn what_does_nothing_to_the_record_gets_no_comment_no_preview_and_no_publication() {
    let runner = Runner::new(|record| fs::write(record.join("../program.c"), "int main() {}\n").unwrap());
    assert_eq!(runner.run("check", "check").1, 0);
    assert_eq!(runner.comment(|_| ()), None);
    // One that is there is brought up to date.
    fs::write(runner.root.path().join("stub/ids"), "41\n").unwrap();
    assert!(runner.comment(|_| ()).is_some_and(|body| body.contains("\nNothing.\n")));
    let of = |name: &str| &runner.files[&format!(".github/workflows/candor-{name}.yml")]["on"];
    assert_eq!(of("preview")["pull_request"]["paths"], serde_json::json!(["records/**"]));
    assert_eq!(of("publish")["push"]["paths"], serde_json::json!(["records/**", ".github/candor.sh"]));
    assert!(of("check")["pull_request"].get("paths").is_none(), "who asks for the check waits for it");
    for (name, below) in [(".", "**"), ("a b", "a b/**"), ("a[b]", "**"), ("c++", "**")] {
        let root = tempfile::tempdir().expect("a folder");
        git(root.path(), &["init", "--quiet"]);
        assert!(init(&root.path().join(name), "github", &["--branch", "main"]).status.success());
        let preview = fs::read_to_string(root.path().join(".github/workflows/candor-preview.yml")).unwrap();
        assert_eq!(yaml(&preview)["on"]["pull_request"]["paths"][0], below);
    }
}

#[cfg(unix)]
#[test]
fn the_comment_leads_into_the_preview_where_there_is_one() {
    let propose = |record: &Path| fs::write(record.join("people/ada.md"), "+++\nname = \"Ada Other\"\n+++\n").unwrap();
    let fork = Runner::new(propose);
    let own = Runner { is_own: true, ..Runner::new(propose) };
    let said = |runner: &Runner| {
        let (said, code) = runner.run("check", "check");
        assert_eq!(code, 0, "{said}");
        runner.comment(|_| ()).expect("a comment")
    };
    assert!(!said(&fork).contains("https://"), "{}", said(&fork));
    assert!(said(&own).contains("](<https://group.github.io/group.git/preview/pr-7/people/ada/>)"), "{}", said(&own));
}

#[cfg(unix)]
#[test]
fn a_release_with_another_checksum_is_not_unpacked() {
    let runner = Runner::new(|record| fs::write(record.join("a.md"), "# A\n\nText.\n").unwrap());
    let script = runner.root.path().join("group/.github/candor.sh");
    let text = fs::read_to_string(&script).unwrap();
    let at = text.find("sha256=\"").expect("the checksum") + 8;
    for (sum, why) in [(SHA, "FAILED"), ("", "write the address")] {
        fs::write(&script, format!("{}{sum}{}", &text[..at], &text[at + 64..])).unwrap();
        let (said, code) = runner.run("check", "check");
        assert!(
            code != 0 && said.contains(why) && !runner.temp("check-check").join("candor/candor").exists(),
            "{said}"
        );
    }
}

#[cfg(unix)]
#[test]
fn ten_annotations_the_worst_first_and_the_rest_in_the_summary_of_the_run() {
    let runner = Runner::new(|record| {
        let page = |text: String| format!("# A page\n\n{text}\n");
        for at in 0..30 {
            fs::write(record.join(format!("p{at:02}.md")), page(format!("[x](gone-{at}.md)"))).unwrap();
        }
    });
    let (said, code) = runner.run("check", "check");
    assert_eq!(code, 1, "{said}");
    let annotations = said.lines().filter(|line| line.starts_with("::error") || line.starts_with("::warning"));
    assert_eq!(annotations.count(), 10, "{said}");
    assert!(said.contains("10 of 30 are shown"), "{said}");
    let summary = fs::read_to_string(runner.temp("check-check").join("summary")).expect("a summary");
    assert_eq!(
        summary.lines().filter(|line| line.starts_with("    ") && line.contains("broken-link")).count(),
        30,
        "{summary}"
    );
}
