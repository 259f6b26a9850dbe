//! The steps that `candor init --ci` writes for GitLab and Forgejo, run as shell on a real repository: what they ask the host for,
//! and what they publish and take away.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::git;

const CANDOR: &str = env!("CARGO_BIN_EXE_candor");
const SITE: &str = "https://record.example/lists/";

/// A clone in which a branch proposes something, its remote, and programs that stand for the network.
struct Host {
    root: tempfile::TempDir,
    file: Value,
    /// The commit from which the branch begins.
    base: String,
    /// The folder of the record.
    record: &'static str,
}

impl Host {
    fn new(host: &str, file: &str, propose: impl FnOnce(&Path)) -> Host {
        Host::at("records", host, file, propose)
    }

    /// The same for a record in the folder `record` of its repository.
    fn at(record: &'static str, host: &str, file: &str, propose: impl FnOnce(&Path)) -> Host {
        let root = tempfile::tempdir().expect("a folder");
        let group = root.path().join("group");
        fs::create_dir_all(group.join(record).join("people")).unwrap();
        git(&group, &["init", "--quiet", "--initial-branch", "trunk"]);
        fs::write(group.join(record).join("candor.toml"), format!("title = \"R\"\nbase_url = \"{SITE}\"\n")).unwrap();
        fs::write(group.join(record).join("people/ada.md"), "+++\nname = \"Ada Example\"\n+++\n").unwrap();
        let made = Command::new(CANDOR).arg("init").arg(group.join(record)).args(["--ci", host]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        commit(&group);
        git(root.path(), &["clone", "--quiet", "--bare", "group", "group.git"]);
        git(&group, &["remote", "add", "origin", "../group.git"]);
        git(&group, &["fetch", "--quiet", "origin"]);
        let base = git(&group, &["rev-parse", "HEAD"]).trim().to_owned();
        git(&group, &["checkout", "--quiet", "-b", "proposal"]);
        propose(&group.join(record));
        commit(&group);
        let text = fs::read_to_string(group.join(file)).expect("it was written");
        let file = serde_yaml_ng::from_str(&text).expect("it is YAML");
        let bin = root.path().join("bin");
        fs::create_dir(&bin).unwrap();
        std::os::unix::fs::symlink(CANDOR, bin.join("candor")).unwrap();
        // Notes what is asked and what is sent; answers with what lies in `answers`.
        let curl = "#!/bin/bash\necho \"$*\" >>\"$STUB/calls\"\nmethod=GET; out=/dev/stdout; last=\n\
                    [[ ! -e $STUB/down ]] || exit 22\n\
                    for word; do [[ $last != --output ]] || out=$word; last=$word; \
                    case $word in POST|PUT|PATCH|DELETE) method=$word ;; \
                    body@*|description@*|@*) cp \"${word#*@}\" \"$STUB/body\" ;; esac; done\n\
                    [[ $method != DELETE || ! -e $STUB/forbidden ]] || exit 22\n\
                    [[ $method != GET ]] || case \"$*\" in */user) echo '{\"id\":3}' ;; */pulls/7) cat \"$STUB/pull\" ;; \
                    *) cat \"$STUB/answer\" ;; esac >$out\n";
        fs::write(bin.join("curl"), curl).unwrap();
        // The clock stands still.
        let date = "#!/bin/bash\ncase \"$*\" in *day*) echo 2026-11-19 ;; *) echo 2026-11-20 ;; esac\n";
        fs::write(bin.join("date"), date).unwrap();
        for program in ["curl", "date"] {
            fs::set_permissions(bin.join(program), fs::Permissions::from_mode(0o755)).unwrap();
        }
        let host = Host { root, file, base, record };
        fs::create_dir(host.stub("")).unwrap();
        fs::write(host.stub("pull"), "{\"state\":\"open\"}").unwrap();
        host.answer("[]");
        host
    }

    fn stub(&self, name: &str) -> PathBuf {
        self.root.path().join("stub").join(name)
    }

    fn answer(&self, text: &str) {
        fs::write(self.stub("answer"), text).unwrap();
    }

    /// What was asked of the host since the last time, and what was sent to it.
    fn asked(&self) -> (String, String) {
        let take = |name: &str| {
            let text = fs::read_to_string(self.stub(name)).unwrap_or_default();
            drop(fs::remove_file(self.stub(name)));
            text
        };
        (take("calls"), take("body"))
    }

    /// Runs one script, in the clone: what it prints, and its exit code.
    fn run(&self, script: &str, values: &[(&str, &str)]) -> (String, i32) {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]);
        command.current_dir(self.root.path().join("group"));
        let path = format!("{}:{}", self.root.path().join("bin").display(), std::env::var("PATH").unwrap());
        command
            .env("PATH", path)
            .env("STUB", self.stub(""))
            .env("CANDOR_RECORD", self.record)
            .env("CI_MERGE_REQUEST_DIFF_BASE_SHA", &self.base)
            .envs(values.iter().copied());
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_SYSTEM", "/dev/null").env_remove("CI");
        let output = command.output().expect("bash is there");
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        (said.into_owned(), output.status.code().unwrap_or(-1))
    }

    fn branch(&self, branch: &str, path: &str) -> String {
        git(&self.root.path().join("group.git"), &["ls-tree", "-r", "--name-only", branch, path])
    }
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "Say more"]);
}

fn hostile(record: &Path) {
    let title = "<script>x</script> @everyone ![p](https://evil.example/p.png)";
    let text = format!("+++\ntitle = \"{title}\"\n+++\n\n/merge\n\n/close\n");
    fs::write(record.join("a.md"), text).unwrap();
}

const GITLAB: [(&str, &str); 7] = [
    ("CI_COMMIT_SHA", "0123abcd"),
    ("CI_MERGE_REQUEST_IID", "7"),
    ("CI_API_V4_URL", "https://gitlab.example/api/v4"),
    ("CI_PROJECT_ID", "12"),
    ("CI_PAGES_URL", SITE),
    ("CANDOR_TOKEN", "a-token"),
    ("PREVIEW_URL", "https://group.pages.example/preview/"),
];

/// What a job of GitLab runs.
fn script_of(host: &Host, job: &str) -> String {
    let lines = host.file[job]["script"].as_array().unwrap_or_else(|| panic!("{job}: {}", host.file));
    // The runner ends at the first that fails.
    "set -eu\n".to_owned() + &lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

/// The runner of GitLab has the files that it writes in the folder of the repository, where the record may be.
#[test]
fn gitlab_compares_with_where_the_change_starts_and_takes_no_file_of_its_own_for_the_record() {
    let host = Host::at(".", "gitlab", ".gitlab/candor.yml", |record| fs::write(record.join("a.md"), "# A\n").unwrap());
    // In a fork the branch of the group may be missing, or old.
    git(&host.root.path().join("group"), &["remote", "remove", "origin"]);
    for time in ["the first", "the second"] {
        let (said, code) = host.run(&script_of(&host, "candor check"), &GITLAB);
        assert_eq!(code, 0, "{said}");
        let change = fs::read_to_string(host.root.path().join("group/change.md")).expect("a comment");
        assert!(change.contains("1 record added") && !change.contains("Change"), "{time}: {change}");
        let quality = fs::read_to_string(host.root.path().join("group/codequality.json")).expect("a report");
        assert!(serde_json::from_str::<Value>(&quality).expect("JSON").is_array(), "{quality}");
        for left in ["change.md", "codequality.json"] {
            fs::remove_file(host.root.path().join("group").join(left)).unwrap();
        }
    }
    // A pipeline for merged results stands on the branch of the group as it is by now.
    let merged = [&GITLAB[..], &[("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "proposal")]].concat();
    assert_eq!(host.run(&script_of(&host, "candor check"), &merged).1, 0);
    let change = fs::read_to_string(host.root.path().join("group/change.md")).expect("a comment");
    assert!(change.contains("Nothing."), "{change}");
}

#[test]
fn gitlab_and_forgejo_keep_one_issue_that_says_what_fell_due() {
    let due = |record: &Path| {
        fs::create_dir_all(record.join("meetings")).unwrap();
        let tasks = "- [ ] @ada: ask for quotes (due 2026-11-19)\n- [ ] @ada: ask again (due 2026-03-01)\n";
        fs::write(record.join("meetings/2026-02-02.md"), format!("+++\ntitle = \"M\"\n+++\n\n{tasks}")).unwrap();
        for day in ["11-19"].into_iter().map(str::to_owned).chain((10..23).map(|day| format!("01-{day}"))) {
            fs::write(record.join(format!("meetings/2026-{day}.md")), "+++\ntitle = \"M\"\n+++\n").unwrap();
        }
    };
    let gitlab = Host::new("gitlab", ".gitlab/candor.yml", due);
    let forgejo_host = Host::new("forgejo", ".forgejo/workflows/candor.yml", due);
    let of_gitlab = |host: &Host| {
        let (said, code) = host.run(&script_of(host, "candor daily"), &GITLAB);
        assert_eq!(code, 0, "{said}");
        host.asked()
    };
    let of_forgejo = |host: &Host| {
        let temp = tempfile::tempdir().unwrap();
        let (said, code) = forgejo(host, "daily", temp.path(), &[]);
        assert_eq!(code, 0, "{said}");
        host.asked()
    };
    let (one, other) = ("/projects/12/issues", "/repos/group.git/issues");
    for is_gitlab in [true, false] {
        let (host, issues, change) = match is_gitlab {
            true => (&gitlab, one, "PUT"),
            false => (&forgejo_host, other, "PATCH"),
        };
        let day = |host: &Host| if is_gitlab { of_gitlab(host) } else { of_forgejo(host) };
        let (calls, body) = day(host);
        assert!(calls.lines().any(|it| it.contains("--request POST") && it.ends_with(issues)), "{calls}");
        assert!(body.contains("What the record lacks on 2026-11-20:"), "{body}");
        // Somebody else's issue that begins the same is left alone.
        let issue = |number: u32, author: u32, login: &str| {
            let text = "<!-- candor: what fell due -->\\nx";
            format!(
                "{{\"iid\":{number},\"number\":{number},\"author\":{{\"id\":{author}}},\"user\":{{\"login\":\"{login}\"}},\
                 \"description\":\"{text}\",\"body\":\"{text}\"}}"
            )
        };
        host.answer(&format!("[{},{}]", issue(41, 8, "somebody"), issue(42, 3, "forgejo-actions")));
        let (calls, body) = day(host);
        assert!(calls.contains(&format!("--request {change}")) && calls.contains(&format!("{issues}/42")), "{calls}");
        let told: Vec<&str> = calls.lines().filter(|it| it.contains("--request POST")).collect();
        assert!(told.len() == 1 && told[0].contains(&format!("{issues}/42/")), "{calls}");
        assert!(body.contains("ask for quotes") && !body.contains("ask again"), "{body}");
        assert!(body.contains("`MTG-2026-11-19` has passed") && !body.contains("MTG-2026-01-10"), "{body}");
        // Nothing is left.
        let record = host.root.path().join("group/records");
        fs::remove_dir_all(record.join("meetings")).unwrap();
        let (calls, _) = day(host);
        assert!(calls.contains(&format!("{issues}/42")) && !calls.contains("POST"), "{calls}");
        host.answer("[]");
        let (calls, _) = day(host);
        assert!(!calls.contains("POST") && !calls.contains(change), "{calls}");
    }
    // Without a token the run itself says it, and nobody is asked.
    due(&gitlab.root.path().join("group/records"));
    let without: Vec<(&str, &str)> = GITLAB.into_iter().filter(|(name, _)| *name != "CANDOR_TOKEN").collect();
    let (said, code) = gitlab.run(&script_of(&gitlab, "candor daily"), &without);
    assert!(code == 1 && said.contains("ask for quotes"), "{said}");
    assert_eq!(gitlab.asked().0, "");
}

#[test]
fn gitlab_gets_one_comment_that_is_updated_in_place_and_holds_no_command() {
    let host = Host::new("gitlab", ".gitlab/candor.yml", hostile);
    let script = |job: &str| script_of(&host, job);
    let (said, code) = host.run(&script("candor check"), &GITLAB);
    assert!(code <= 1, "{said}");
    let (said, code) = host.run(&script("candor comment"), &GITLAB);
    assert_eq!(code, 0, "{said}");
    let (calls, body) = host.asked();
    assert!(calls.contains("--request POST") && calls.contains("/projects/12/merge_requests/7/notes"), "{calls}");
    assert!(body.starts_with("<!-- candor: what this change does -->\n"), "{body}");
    assert!(body.contains("https://group.pages.example/preview/"), "{body}");
    for wrong in ["<script", "@everyone", " ![p]"] {
        assert!(!body.contains(wrong), "{wrong}: {body}");
    }
    assert!(!body.lines().any(|line| line.trim_start().starts_with('/')), "no line is a command to GitLab: {body}");
    // Somebody else's comment that begins the same is left alone.
    let note = |id: u32, author: u32| {
        format!(
            "{{\"id\":{id},\"author\":{{\"id\":{author}}},\"body\":\"<!-- candor: what this change does -->\\nx\"}}"
        )
    };
    host.answer(&format!("[{},{}]", note(41, 8), note(42, 3)));
    assert_eq!(host.run(&script("candor comment"), &GITLAB).1, 0);
    let (calls, _) = host.asked();
    assert!(calls.contains("--request PUT") && calls.contains("/notes/42") && !calls.contains("POST"), "{calls}");
    // What does nothing to the record needs none, and one that is there says so.
    fs::write(host.root.path().join("group/change.md"), "### What this change does\n\nNothing.\n").unwrap();
    assert_eq!(host.run(&script("candor comment"), &GITLAB).1, 0);
    assert!(host.asked().1.contains("Nothing."));
    host.answer("[]");
    assert_eq!(host.run(&script("candor comment"), &GITLAB).1, 0);
    assert!(!host.asked().0.contains("POST"));
    host.answer(&format!("[{}]", note(42, 3)));
    // When the host does not answer, there is no second comment.
    fs::write(host.stub("down"), "").unwrap();
    assert_ne!(host.run(&script("candor comment"), &GITLAB).1, 0);
    assert!(!host.asked().0.contains("POST"));
    fs::remove_file(host.stub("down")).unwrap();
    for (before, letter) in [("", "ä"), ("x", "ä"), ("x", "語"), ("xx", "語")] {
        let change = format!("{before}{}", letter.repeat(110_000));
        fs::write(host.root.path().join("group/change.md"), change).unwrap();
        assert_eq!(host.run(&script("candor comment"), &GITLAB).1, 0, "{before}{letter}");
        assert!(host.asked().1.ends_with("As of 0123abcd.\n"), "{before}{letter}");
    }
}

#[test]
fn gitlab_shows_the_preview_and_takes_it_away() {
    let host = Host::new("gitlab", ".gitlab/candor.yml", hostile);
    let preview = &host.file["candor preview"];
    let script = |job: &Value| {
        job["script"].as_array().expect("a script").iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
    };
    let more = [
        ("CI_PROJECT_ROOT_NAMESPACE", "group"),
        ("CI_PROJECT_PATH", "group/below/record"),
        ("CI_PAGES_DOMAIN", "pages.example"),
        ("CI_JOB_ID", "99"),
    ];
    let values = [&GITLAB[..], &more].concat();
    let (said, code) = host.run(&script(preview), &values);
    assert_eq!(code, 0, "{said}");
    let group = host.root.path().join("group");
    let page = fs::read_to_string(group.join("preview/preview-changes/index.html")).unwrap();
    assert!(page.contains("a preview of !7") && page.contains("noindex"), "{page}");
    let handed = fs::read_to_string(group.join("preview.env")).unwrap();
    assert!(handed.contains("PREVIEW_JOB=99\n"), "{handed}");
    let address =
        "PREVIEW_URL=https://group.pages.example/-/below/record/-/jobs/99/artifacts/preview/preview-changes/index.html";
    assert!(handed.lines().any(|line| line == address), "{handed}");
    assert_eq!(preview["environment"]["on_stop"], "candor preview ends");
    let (said, code) =
        host.run(&script(&host.file["candor preview ends"]), &[&values[..], &[("PREVIEW_JOB", "99")]].concat());
    assert_eq!(code, 0, "{said}");
    let (calls, _) = host.asked();
    assert!(calls.contains("--request DELETE") && calls.contains("/projects/12/jobs/99/artifacts"), "{calls}");
    // A token that may comment may not do this, and then it is said when the preview goes.
    fs::write(host.stub("forbidden"), "").unwrap();
    let ends = script(&host.file["candor preview ends"]);
    let (said, code) = host.run(&ends, &[&values[..], &[("PREVIEW_JOB", "99")]].concat());
    assert!(code == 0 && said.contains("two weeks"), "{said}");
}

/// What the steps of the job `job` of Forgejo are given and run, but for those that fetch the program.
fn forgejo(host: &Host, job: &str, temp: &Path, more: &[(&str, &str)]) -> (String, i32) {
    let mut said = String::new();
    for step in host.file["jobs"][job]["steps"].as_array().expect("steps") {
        let Some(script) = step["run"].as_str().filter(|script| !script.contains("candor.sh")) else { continue };
        let mut values: Vec<(String, String)> = Vec::new();
        for scope in [&host.file["env"], &host.file["jobs"][job]["env"], &step["env"]] {
            for (key, value) in scope.as_object().into_iter().flatten() {
                let value = value.as_str().expect("text");
                let value = value.replace("${{ github.token }}", "a-token");
                let value = value.replace("${{ github.event.pull_request.number }}", "7");
                let value = value.replace("${{ github.event.pull_request.head.sha }}", "0123abcd");
                let value = value.replace("${{ github.event.action }}", "opened");
                assert!(!value.contains("${{"), "the test does not know {value}");
                values.push((key.clone(), value));
            }
        }
        let server = format!("file://{}", host.root.path().display());
        let temp = temp.display().to_string();
        let own = [
            ("GITHUB_BASE_REF", "trunk"),
            ("GITHUB_SERVER_URL", &server),
            ("GITHUB_API_URL", "https://forgejo.example/api/v1"),
            ("GITHUB_REPOSITORY", "group.git"),
            ("GITHUB_SHA", "0123"),
            ("RUNNER_TEMP", &temp),
        ];
        let values =
            values.iter().map(|(key, value)| (key.as_str(), value.as_str())).chain(own).chain(more.iter().copied());
        let (text, code) = host.run(script, &values.collect::<Vec<_>>());
        said += &text;
        if code != 0 {
            return (said, code);
        }
    }
    (said, 0)
}

#[test]
fn forgejo_gets_one_comment_that_is_updated_in_place() {
    let host = Host::new("forgejo", ".forgejo/workflows/candor.yml", hostile);
    let temp = tempfile::tempdir().unwrap();
    let (said, code) = forgejo(&host, "comment", temp.path(), &[]);
    assert_eq!(code, 0, "{said}");
    let (calls, body) = host.asked();
    assert!(calls.contains("--request POST") && calls.contains("/repos/group.git/issues/7/comments"), "{calls}");
    let sent: Value = serde_json::from_str(&body).expect("it is JSON");
    let text = sent["body"].as_str().expect("text");
    assert!(text.starts_with("<!-- candor: what this change does -->\n"), "{text}");
    for wrong in ["<script", "@everyone", " ![p]"] {
        assert!(!text.contains(wrong), "{wrong}: {text}");
    }
    let note = |id: u32, who: &str| {
        format!(
            "{{\"id\":{id},\"user\":{{\"login\":\"{who}\"}},\"body\":\"<!-- candor: what this change does -->\\nx\"}}"
        )
    };
    host.answer(&format!("[{},{}]", note(41, "somebody"), note(42, "forgejo-actions")));
    assert_eq!(forgejo(&host, "comment", temp.path(), &[]).1, 0);
    let (calls, _) = host.asked();
    assert!(calls.contains("--request PATCH") && calls.contains("/issues/comments/42"), "{calls}");
}

#[test]
fn forgejo_publishes_the_site_and_the_previews_beside_each_other() {
    let host = Host::new("forgejo", ".forgejo/workflows/candor.yml", hostile);
    let run = |job: &str, action: &str| {
        let temp = tempfile::tempdir().unwrap();
        let (said, code) = forgejo(&host, job, temp.path(), &[("ACTION", action)]);
        assert_eq!(code, 0, "{said}");
    };
    let is = |state: &str| fs::write(host.stub("pull"), format!("{{\"state\":\"{state}\"}}")).unwrap();
    run("publish", "");
    run("preview", "opened");
    assert!(host.branch("pages", "index.html").contains("index.html"));
    assert!(host.branch("pages", "preview/").contains("preview/pr-7/preview-changes/index.html"));
    run("publish", "");
    assert!(host.branch("pages", "preview/").contains("preview/pr-7/index.html"), "publishing keeps it");
    is("closed");
    run("publish", "");
    assert_eq!(host.branch("pages", "preview/"), "", "what was left behind goes");
    is("open");
    run("preview", "opened");
    is("closed");
    run("preview", "closed");
    assert_eq!(host.branch("pages", "preview/"), "");
    // It was closed while the preview was built.
    run("preview", "synchronize");
    assert_eq!(host.branch("pages", "preview/"), "");
    assert!(host.branch("pages", "index.html").contains("index.html"));
    for job in ["comment", "preview"] {
        let condition = host.file["jobs"][job]["if"].as_str().expect("a condition");
        assert!(
            condition.contains("github.event.pull_request.head.repo.full_name == github.repository"),
            "{condition}"
        );
    }
}

/// Who fails for what is in the report fails when the command does; names and places are those of the files, whatever is in them.
#[test]
fn what_other_hosts_read_of_a_change_is_the_change() {
    let root = tempfile::tempdir().expect("a folder");
    let record = root.path().join("rec ö");
    fs::create_dir(&record).unwrap();
    git(root.path(), &["init", "--quiet", "--initial-branch", "trunk"]);
    fs::write(record.join("candor.toml"), "title = \"R\"\n").unwrap();
    fs::write(record.join("old.md"), "# Old\n\n[x](gone.md)\n").unwrap();
    commit(root.path());
    let run = |format: &str, more: &[&str]| {
        let mut command = Command::new(CANDOR);
        command.arg("check").arg(&record).args(["--today", "2026-11-20", "--base", "HEAD", "--format", format]);
        let output = command.args(more).env_remove("GITHUB_STEP_SUMMARY").output().expect("it runs");
        (String::from_utf8(output.stdout).expect("text"), output.status.code())
    };
    let (report, code) = run("checkstyle", &[]);
    assert!(code == Some(0) && !report.contains("<error"), "{report}");
    assert_eq!(run("checkstyle", &["--all"]).0.matches("<error ").count(), 1);
    let names = ["a&<\"'>]]>.md", "b,c:d%e.md", "ö🎉 é.md"];
    for name in names {
        fs::write(record.join(name), "\u{feff}# É\r\n\r\nÄÖÜ 🎉🎉 e\u{301} [x](gone-ä🎉&<\"'.md) \u{1}\r\n").unwrap();
    }
    let (report, code) = run("checkstyle", &[]);
    assert_eq!(code, Some(1));
    let document = errors_of(&report);
    for name in names {
        let place = format!("rec ö/{name}");
        let link =
            document.iter().find(|it| it.0 == place && it.3.contains("gone-ä")).unwrap_or_else(|| panic!("{report}"));
        // Letters are counted as they are written, not as bytes.
        assert_eq!((&*link.1, &*link.2), ("3", "15"), "{report}");
    }
    assert!(document.iter().all(|it| it.0 != "rec ö/old.md"), "{report}");
    // GitLab compares this with what it knows of the target branch, so that it holds all, each once.
    let quality: Value = serde_json::from_str(&run("gitlab", &[]).0).expect("JSON");
    let items = quality.as_array().expect("a list");
    let keys = |key: &str| items.iter().map(|it| it[key].to_string()).collect::<std::collections::BTreeSet<_>>();
    assert_eq!(keys("fingerprint").len(), items.len());
    let severities = ["info", "minor", "major", "critical", "blocker"].map(|it| format!("\"{it}\""));
    assert!(keys("severity").iter().all(|it| severities.contains(it)));
    for name in names.into_iter().chain(["old.md"]) {
        let place = format!("rec ö/{name}");
        assert!(
            items.iter().any(|it| it["location"]["path"] == place && it["location"]["lines"]["begin"] == 3),
            "{name}"
        );
    }
    // Nothing is shown in another order than it is written in, and the bytes are the same each time.
    fs::create_dir(record.join("decisions")).unwrap();
    let turned = "+++\ntitle = \"T\"\ngroup = \"no\\u202e group\\u061c\\u2066\"\nkind = \"x\\u200f\"\n+++\n\nWe ask.\n";
    fs::write(record.join("decisions/0001-t.md"), turned).unwrap();
    let turns = |it: char| matches!(it, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for format in ["human", "gitlab", "checkstyle", "github", "sarif"] {
        let report = run(format, &["--all"]).0;
        assert!(report.contains("there is no group `no\u{fffd}") && !report.contains(turns), "{format}: {report}");
        assert_eq!(run(format, &[]), run(format, &[]), "{format}");
    }
}

/// The errors of a document of Checkstyle: the name of the file, the line, the column and the message.
fn errors_of(text: &str) -> Vec<(String, String, String, String)> {
    use quick_xml::events::{BytesStart, Event};
    let value = |it: &BytesStart, key: &str| {
        let found = it.attributes().map(|it| it.expect("an attribute")).find(|it| it.key.as_ref() == key);
        found.expect(key).normalized_value(quick_xml::XmlVersion::Implicit1_0).expect("text").into_owned()
    };
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut found, mut file) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("it is XML") {
            Event::Start(it) if it.name().as_ref() == "file" => file = value(&it, "name"),
            Event::Empty(it) if it.name().as_ref() == "error" => {
                found.push((file.clone(), value(&it, "line"), value(&it, "column"), value(&it, "message")));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
