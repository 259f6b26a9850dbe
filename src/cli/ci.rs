//! What a code host runs for a record: the workflows that `candor init --ci` writes. Their texts lie beside this file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::config::{FILE, site_address};

use super::branches::{Branches, branches};

/// A code host that runs workflows.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Host {
    /// GitHub Actions
    Github,
    /// GitLab CI
    Gitlab,
    /// Forgejo Actions, as at Codeberg
    Forgejo,
}

/// Where each file lies from the root of the repository, and its text.
type Files = &'static [(&'static str, &'static str)];

/// How many folders deep a record is looked for.
const LEVELS: usize = 4;

/// Fetches the program; the same at every host.
const FETCH: &str = include_str!("ci/candor.sh");

const GITHUB: Files = &[
    (".github/candor.sh", FETCH),
    (".github/workflows/candor-check.yml", include_str!("ci/github/check.yml")),
    (".github/workflows/candor-comment.yml", include_str!("ci/github/comment.yml")),
    (".github/workflows/candor-daily.yml", include_str!("ci/github/daily.yml")),
    (".github/workflows/candor-preview.yml", include_str!("ci/github/preview.yml")),
    (".github/workflows/candor-publish.yml", include_str!("ci/github/publish.yml")),
];

const GITLAB: Files = &[
    (".gitlab/candor.sh", FETCH),
    (".gitlab/candor.yml", include_str!("ci/gitlab/candor.yml")),
    (".gitlab-ci.yml", include_str!("ci/gitlab/gitlab-ci.yml")),
];

const FORGEJO: Files =
    &[(".forgejo/candor.sh", FETCH), (".forgejo/workflows/candor.yml", include_str!("ci/forgejo/candor.yml"))];

impl Host {
    /// What it is called on the command line.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn files(self) -> Files {
        match self {
            Host::Github => GITHUB,
            Host::Gitlab => GITLAB,
            Host::Forgejo => FORGEJO,
        }
    }

    /// What a person does once `files` are there, some of which may have been there before.
    pub(super) fn what_is_left(self, files: &[(PathBuf, String)]) -> String {
        let there = |name: &str, is_to_do: &dyn Fn(&str) -> bool| {
            let (path, _) = files.iter().find(|(path, _)| path.ends_with(name))?;
            is_to_do(&fs::read_to_string(path).ok()?).then(|| path.display().to_string())
        };
        let host = match self {
            Host::Github => "in the settings, under Pages, publish from the branch gh-pages once it is there",
            Host::Gitlab => "add a daily schedule under Build, Pipeline schedules",
            Host::Forgejo => "the site is the branch pages; where the host does not serve it, point a web server at it",
        };
        let release = there("candor.sh", &|text| text.contains("=\"\"\n"))
            .map(|path| format!("write the address and the SHA-256 of a release of candor into {path}"));
        let include = there(".gitlab-ci.yml", &|text| !text.contains(".gitlab/candor.yml"))
            .map(|path| format!("write `include: [{{ local: .gitlab/candor.yml }}]` into {path}"));
        let left: Vec<String> = release.into_iter().chain([host.to_owned()]).chain(include).collect();
        format!("Before CI works:\n- {}", left.join("\n- "))
    }
}

/// An address that CI can fetch from, or the words for why it is none.
pub(super) fn address(text: &str) -> Result<String, String> {
    match text.starts_with("https://") && site_address(text).is_some() && is_plain(text) {
        true => Ok(text.to_owned()),
        false => Err("a release is fetched from an address that begins with `https://`".to_owned()),
    }
}

/// A SHA-256 in lower case, or the words for why it is none.
pub(super) fn checksum(text: &str) -> Result<String, String> {
    match text.len() == 64 && text.bytes().all(|letter| letter.is_ascii_hexdigit()) {
        true => Ok(text.to_ascii_lowercase()),
        false => Err("a SHA-256 has 64 of the digits 0 to 9 and a to f".to_owned()),
    }
}

/// Each file with its path and its text, for the record in `dir`, the site that is published from `branch` and the release at the address and with the checksum in
/// `binary`, both empty where none is named.
///
/// # Errors
/// When the branch is neither named nor known, and when the path of the record or its configuration holds what a workflow would take for more than text.
pub(super) fn files(
    host: Host,
    dir: &Path,
    branch: Option<&str>,
    binary: (&str, &str),
) -> Result<Vec<(PathBuf, String)>, String> {
    let (root, record) = place(dir)?;
    let stated = fs::read_to_string(dir.join(FILE)).ok().and_then(|text| text.parse::<toml::Table>().ok());
    let of = |key: &str| stated.as_ref()?.get(key)?.as_str().map(str::to_owned);
    let branch = match branch.map(str::to_owned).or_else(|| of("branch")) {
        Some(branch) => branch,
        None => main_branch(&root)?,
    };
    let site = of("base_url").and_then(|text| site_address(&text)).unwrap_or_default();
    // A name that a host would take for a pattern stands for all files.
    let below = match record.as_str() {
        name if name == "." || name.contains(|letter: char| "*?+![]".contains(letter)) => "**".to_owned(),
        name => format!("{name}/**"),
    };
    let values = [
        ("\"@RECORD@\"", record.as_str()),
        ("\"@BELOW@\"", &below),
        ("\"@BRANCH@\"", &branch),
        ("\"@SITE@\"", &site),
        ("\"@BINARY@\"", binary.0),
        ("\"@SHA256@\"", binary.1),
    ];
    if let Some((_, value)) = values.iter().find(|(_, value)| !is_plain(value)) {
        return Err(format!(
            "`{}` cannot stand in a workflow: only letters, digits and marks such as `-` can",
            value.escape_debug()
        ));
    }
    if !is_branch(&branch) {
        return Err(format!(
            "the branch `{}` cannot stand in a workflow, where it is a pattern",
            branch.escape_debug()
        ));
    }
    let filled = |text: &str| {
        values.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, &format!("\"{value}\"")))
    };
    Ok(host.files().iter().map(|(path, text)| (root.join(path), filled(text))).collect())
}

/// Whether a workflow takes `text`, where it says on which branches it runs, for the one branch of that name.
fn is_branch(text: &str) -> bool {
    !text.is_empty() && !text.contains(|letter: char| letter.is_whitespace() || "*?+!~^:[]#".contains(letter))
}

/// The folder of a record somewhere below `dir`, the nearest first; `None` where there is none. What begins with a dot, and what programs
/// unpack, is not looked into.
pub(super) fn record_below(dir: &Path) -> Option<PathBuf> {
    let is_own = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || matches!(&*name, "node_modules" | "target" | "vendor"))
    };
    let walk = walkdir::WalkDir::new(dir).max_depth(LEVELS).sort_by_file_name().into_iter().filter_entry(is_own);
    let found = walk.filter_map(Result::ok).filter(|it| it.file_name() == FILE && it.file_type().is_file());
    let nearest = found.min_by_key(walkdir::DirEntry::depth)?;
    let folder = nearest.path().parent()?;
    Some(folder.strip_prefix(".").unwrap_or(folder).to_owned())
}

/// Whether a workflow takes `text`, between quotation marks, for nothing but itself.
fn is_plain(text: &str) -> bool {
    !text.starts_with('-') && !text.contains(|letter: char| letter.is_control() || "\"\\$`".contains(letter))
}

/// The root of the repository that holds `dir`, and the path of `dir` below it. Without a repository, `dir` is the root.
fn place(dir: &Path) -> Result<(PathBuf, String), String> {
    let own = || Ok((dir.to_owned(), ".".to_owned()));
    let Ok(real) = std::path::absolute(dir).map(|path| path.canonicalize().unwrap_or(path)) else { return own() };
    let Some(root) = real.ancestors().find(|it| it.join(".git").exists()) else { return own() };
    if root == real {
        return own();
    }
    let below = real.strip_prefix(root).ok().and_then(Path::to_str).map(|path| path.replace('\\', "/"));
    let below = below.ok_or_else(|| format!("{} is no text", dir.display()))?;
    Ok((root.to_owned(), below))
}

/// The branch that others start from: what the remote names; without a remote, the only one that there is.
///
/// # Errors
/// When there are several and nobody says which one: the branch that is checked out may be anybody's proposal.
fn main_branch(root: &Path) -> Result<String, String> {
    let Some(Branches { of_remote, only, has_remote }) = branches(root) else { return Ok("main".to_owned()) };
    of_remote.or(only.filter(|_| !has_remote)).ok_or_else(|| {
        "the branch that is published is not known here; name it with `--branch NAME`, or let git ask the remote with \
         `git remote set-head origin --auto`"
            .to_owned()
    })
}
