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
}

impl Host {
    fn new(host: &str, file: &str, propose: impl FnOnce(&Path)) -> Host {
        let root = tempfile::tempdir().expect("a folder");
        let group = root.path().join("group");
        fs::create_dir_all(group.join("records/people")).unwrap();
        git(&group, &["init", "--quiet", "--initial-branch", "trunk"]);
        fs::write(group.join("records/candor.toml"), format!("title = \"R\"\nbase_url = \"{SITE}\"\n")).unwrap();
        fs::write(group.join("records/people/ada.md"), "+++\nname = \"Ada Example\"\n+++\n").unwrap();
        let made = Command::new(CANDOR).arg("init").arg(group.join("records")).args(["--ci", host]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        commit(&group);
        git(root.path(), &["clone", "--quiet", "--bare", "group", "group.git"]);
        git(&group, &["remote", "add", "origin", "../group.git"]);
        git(&group, &["fetch", "--quiet", "origin"]);
        git(&group, &["checkout", "--quiet", "-b", "proposal"]);
        propose(&group.join("records"));
        commit(&group);
        let text = fs::read_to_string(group.join(file)).expect("it was written");
        let file = serde_yaml_ng::from_str(&text).expect("it is YAML");
        let bin = root.path().join("bin");
        fs::create_dir(&bin).unwrap();
        std::os::unix::fs::symlink(CANDOR, bin.join("candor")).unwrap();
        // Notes what is asked and what is sent; answers with what lies in `answers`.
        let curl = "#!/bin/bash\necho \"$*\" >>\"$STUB/calls\"\nmethod=GET\n\
                    for word; do case $word in POST|PUT|PATCH|DELETE) method=$word ;; \
                    body@*|@*) cp \"${word#*@}\" \"$STUB/body\" ;; esac; done\n\
                    [[ $method != GET ]] || case \"$*\" in */user) echo '{\"id\":3}' ;; *) cat \"$STUB/answer\" ;; esac\n";
        fs::write(bin.join("curl"), curl).unwrap();
        fs::set_permissions(bin.join("curl"), fs::Permissions::from_mode(0o755)).unwrap();
        let host = Host { root, file };
        fs::create_dir(host.stub("")).unwrap();
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
            .env("CANDOR_RECORD", "records")
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
    ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "trunk"),
    ("CI_MERGE_REQUEST_IID", "7"),
    ("CI_API_V4_URL", "https://gitlab.example/api/v4"),
    ("CI_PROJECT_ID", "12"),
    ("CI_PAGES_URL", SITE),
    ("CANDOR_TOKEN", "a-token"),
    ("PREVIEW_URL", "https://group.pages.example/preview/"),
];

#[test]
fn gitlab_gets_one_comment_that_is_updated_in_place_and_holds_no_command() {
    let host = Host::new("gitlab", ".gitlab/candor.yml", hostile);
    let script = |job: &str| {
        let lines = host.file[job]["script"].as_array().unwrap_or_else(|| panic!("{job}: {}", host.file));
        lines.iter().map(|line| line.as_str().expect("text")).collect::<Vec<_>>().join("\n")
    };
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
    run("publish", "");
    run("preview", "opened");
    assert!(host.branch("pages", "index.html").contains("index.html"));
    assert!(host.branch("pages", "preview/").contains("preview/pr-7/preview-changes/index.html"));
    run("publish", "");
    assert!(host.branch("pages", "preview/").contains("preview/pr-7/index.html"), "publishing keeps it");
    run("preview", "closed");
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
