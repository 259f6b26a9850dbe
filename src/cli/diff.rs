//! `candor diff`: what a change does to the record, in the record's own terms.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::change::Change;
use crate::diagnostic::Level;
use crate::diff::{Diff, Fate, SiteOf, html, human, json, markdown};
use crate::id::ContentPath;
use crate::project::{Edition, Options, Project, published_address};
use crate::text::Date;
use crate::tree::{Asset, Tree};

use super::env::{fail, folder_since, print, today};
use super::{Outcome, Verbosity, change, day};

/// Say what a change does to the record: steps, votes, amounts, terms, findings
///
/// What needs a decision comes first. Fails as `candor check --base` does: when the change brings in an error, or when a
/// record whose state it moves has one.
#[derive(Args, Debug)]
pub(super) struct DiffCommand {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// The git revision that the change starts from: a branch, a tag, a commit
    #[arg(long, value_name = "REV")]
    base: String,

    /// The revision with the change [default: the files as they are]
    #[arg(long, value_name = "REV")]
    head: Option<String>,

    /// Where the record was in the base, from the root of the repository
    #[arg(long, value_name = "DIR")]
    base_dir: Option<String>,

    /// In which form it is printed
    #[arg(long, value_enum, default_value = "human")]
    format: DiffFormat,

    /// The address of a site with the change, for links in Markdown and HTML
    #[arg(long, value_name = "URL", value_parser = super::build::address)]
    preview_url: Option<String>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,

    /// Look at drafts too
    #[arg(long)]
    drafts: bool,
}

/// In which form a change is printed.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum DiffFormat {
    /// For a terminal
    Human,
    /// For a comment on a pull request
    Markdown,
    /// For a browser, as one file
    Html,
    /// For programs: `candor schema diff` describes it
    Json,
}

impl DiffCommand {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = folder_since(self.dir.clone(), Some(&self.base));
        let options = Options { today: today(self.today), drafts: self.drafts, base_url: None, index_links: false };
        let revisions = (self.base.as_str(), self.base_dir.as_deref());
        let project = match change::between(&dir, self.head.as_deref(), revisions, &options, verbosity) {
            Ok(project) => project,
            Err(outcome) => return outcome,
        };
        let Some(base) = &project.base else { return fail(Outcome::Usage, "there is no base to compare with") };
        let change = Change::between(&base.site, &project.site);
        let files = files(&base.tree, &project.tree);
        let of = match self.format {
            DiffFormat::Human | DiffFormat::Json => Diff::of,
            DiffFormat::Markdown | DiffFormat::Html => Diff::for_readers,
        };
        let diff = of(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), files);
        let fails = base.comparison.fails_at(&project.report, Level::Error);
        print(match self.format {
            DiffFormat::Human => human::report(&diff),
            DiffFormat::Markdown => self.linked(markdown::linked, &diff, &project),
            DiffFormat::Html => self.linked(html::linked, &diff, &project),
            DiffFormat::Json => json::report(&diff, fails),
        });
        outcome(fails, project)
    }
}

impl DiffCommand {
    /// What `printed` makes of `diff`, with links to the preview where that has another page than the published site, which may be all
    /// that it has; else to the published site.
    fn linked(&self, printed: fn(&Diff, SiteOf) -> String, diff: &Diff, project: &Project) -> String {
        let preview = self.preview_url.as_deref();
        let base = project.base.as_ref().filter(|_| preview.is_some());
        let published = base.and_then(|base| published_address(&base.tree));
        let changed: BTreeSet<String> = match published.as_ref().and(base) {
            Some(base) => {
                let read = |file: &Path| std::fs::read(file).ok();
                let changed = Edition::of(project, "preview").changed(project, &base.told(), &read);
                changed.into_iter().map(|path| path.to_string()).collect()
            }
            None => BTreeSet::new(),
        };
        printed(diff, &|address| {
            let is_same = || !changed.contains(page_of(address).as_str());
            published.as_deref().filter(|_| is_same()).or(preview)
        })
    }
}

/// The file of the page in the folder at `address`.
fn page_of(address: &str) -> String {
    match address.trim_matches('/') {
        "" => "index.html".to_owned(),
        folder => format!("{folder}/index.html"),
    }
}

fn outcome(fails: bool, project: Project) -> Outcome {
    // As at the end of a check, the system takes the memory back at once.
    std::mem::forget(project);
    if fails { Outcome::Findings } else { Outcome::Clean }
}

/// The files that are neither records nor rules, and came, went or differ.
pub(super) fn files(before: &Tree, after: &Tree) -> Vec<(String, Fate)> {
    let is_other = |path: &ContentPath| {
        path.as_str().starts_with("themes/") || !(path.is_markdown() || path.as_str().ends_with(".toml"))
    };
    let sources = |tree: &Tree| -> Vec<(String, Vec<u8>)> {
        let texts = tree.sources.iter().filter(|(path, _)| is_other(path));
        texts.map(|(path, source)| (path.to_string(), source.text.as_bytes().to_vec())).collect()
    };
    let assets = |tree: &Tree| -> Vec<(String, Vec<u8>)> {
        tree.assets.iter().filter_map(|(path, asset)| Some((path.to_string(), bytes(asset)?))).collect()
    };
    let all = |tree: &Tree| sources(tree).into_iter().chain(assets(tree)).collect::<std::collections::BTreeMap<_, _>>();
    let (was, is) = (all(before), all(after));
    let paths: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let fate = |path: &String| match (was.get(path), is.get(path)) {
        (None, _) => Some(Fate::Added),
        (Some(_), None) => Some(Fate::Removed),
        (Some(one), Some(other)) => (one != other).then_some(Fate::Changed),
    };
    paths.into_iter().filter_map(|path| Some((path.clone(), fate(path)?))).collect()
}

fn bytes(asset: &Asset) -> Option<Vec<u8>> {
    match asset {
        Asset::OnDisk(path) => std::fs::read(Path::new(path)).ok(),
        Asset::Bytes(bytes) => Some(bytes.to_vec()),
    }
}
