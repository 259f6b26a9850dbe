//! `candor adopt`: a repository that was never written for this tool, as a record.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::adopt::{Answers, FILE, Material, Past, Plan, plan};
use crate::id::ContentPath;
use crate::text::{Date, count};
use crate::tree::{Asset, Tree};

use super::env::{BOLD, DIM, fail, print, say_aside, today, whole};
use super::{Outcome, Verbosity, day};

/// Bring a repository in that was never written for this: its minutes, people, decisions, tasks
///
/// Says what it found and what it would write; `--write` writes it. What stands in the files stays as it is, below the keys that
/// are put above it. What cannot be told for certain is a question in adopt.md with one box ticked: tick another and run it again.
#[derive(Args, Debug)]
pub(super) struct Adopt {
    /// The folder of the repository
    #[arg(default_value = ".")]
    dir: PathBuf,

    /// Write what is proposed
    #[arg(long)]
    write: bool,

    /// Write it into this folder, with a copy of everything else, and leave the repository as it is
    #[arg(long, value_name = "FOLDER", requires = "write")]
    output: Option<PathBuf>,

    /// The day on which it is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

/// Where it is kept what was written and what was there before: what makes a second run possible. No page is made of it.
const STATE: &str = ".candor-adopt";
/// How many files of one folder are named before they are counted.
const NAMED: usize = 4;

impl Adopt {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let target = self.output.clone().unwrap_or_else(|| self.dir.clone());
        let state = match State::read(&target) {
            Ok(state) => state,
            Err(why) => return fail(Outcome::Environment, why),
        };
        let tree = match whole(&self.dir) {
            Ok(tree) => tree,
            Err(outcome) => return outcome,
        };
        let tree = match &self.output {
            Some(_) => tree,
            None => match state.before(tree) {
                Ok(tree) => tree,
                Err(why) => return fail(Outcome::Environment, why),
            },
        };
        let answers = fs::read_to_string(target.join(FILE)).map(|text| Answers::read(&text)).unwrap_or_default();
        let past = past(&self.dir);
        let today = today(self.today);
        let material = Material { tree: &tree, past: &past, history: None, answers: &answers, today };
        let plan = planned(&self.dir, material);
        for why in &plan.not_understood {
            say_aside(format_args!("{FILE}: {why}"));
        }
        let is_first = state.written.is_empty();
        if !self.write {
            if !verbosity.quiet {
                told(&plan);
            }
            return Outcome::Clean;
        }
        let copied = if self.output.is_some() { everything_else(&tree, &plan) } else { BTreeMap::new() };
        match write(&target, &tree, &plan, copied, state) {
            Ok(written) => {
                if !verbosity.quiet {
                    if is_first {
                        found(&plan);
                    }
                    written.say(&plan, &target);
                }
                Outcome::Clean
            }
            Err((path, error)) => fail(Outcome::Environment, format_args!("{}: {error}", path.display())),
        }
    }
}

/// When git first had each file; nothing where there is no git, or it cannot be read.
#[cfg(feature = "git")]
fn past(folder: &Path) -> Past {
    Tree::beginnings(folder).unwrap_or_default()
}

#[cfg(not(feature = "git"))]
fn past(_: &Path) -> Past {
    Past::default()
}

/// The plan, with the history of the lines that say in which state files are, where it has found such.
fn planned(folder: &Path, material: Material) -> Plan {
    let first = plan(&material);
    match history(folder, material.tree, &first) {
        Some(history) => plan(&Material { history: Some(&history), ..material }),
        None => first,
    }
}

/// How the lines went that the configuration of `plan` names; `None` where it names none, and without git.
#[cfg(feature = "git")]
fn history(folder: &Path, tree: &Tree, plan: &Plan) -> Option<crate::tree::History> {
    let path = ContentPath::parse(crate::config::FILE)?;
    let text = plan.files.get(&path).filter(|_| tree.text(path.as_str()).is_none())?;
    let mut with = tree.clone();
    with.sources.insert(path, crate::tree::Source { text: text.as_str().into(), not_utf8: None });
    with.read_history(folder).ok().flatten()
}

#[cfg(not(feature = "git"))]
fn history(_: &Path, _: &Tree, _: &Plan) -> Option<crate::tree::History> {
    None
}

fn found(plan: &Plan) {
    print(format_args!("{BOLD}Found{BOLD:#}\n"));
    for sentence in &plan.found {
        print(format_args!("  {sentence}\n"));
    }
}

/// What was found, what would be written, and what would be asked.
fn told(plan: &Plan) {
    found(plan);
    if plan.files.is_empty() {
        return;
    }
    print(format_args!("\n{BOLD}To be written{BOLD:#}\n"));
    let from: BTreeMap<&ContentPath, &ContentPath> = plan.moved.iter().map(|(from, to)| (to, from)).collect();
    let mut by_folder: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for path in plan.files.keys() {
        let line = match from.get(path) {
            Some(from) => format!("{path}  {DIM}now {from}{DIM:#}"),
            None => path.to_string(),
        };
        by_folder.entry(path.folder()).or_default().push(line);
    }
    for lines in by_folder.values() {
        lines.iter().take(NAMED).for_each(|line| print(format_args!("  {line}\n")));
        if lines.len() > NAMED {
            print(format_args!("  and {} more\n", lines.len() - NAMED));
        }
    }
    if !plan.questions.is_empty() {
        print(format_args!("\n{BOLD}To be asked{BOLD:#}, in {FILE}\n"));
    }
    for question in &plan.questions {
        print(format_args!("  {} {DIM}taken:{DIM:#} {}\n", question.text, question.taken));
    }
    say_aside("\nNothing is written yet. `--write` writes it here, `--write --output FOLDER` into another folder.");
}

/// What a file holds.
enum Content<'a> {
    Text(&'a str),
    File(&'a Asset),
}

impl Content<'_> {
    fn bytes(&self) -> std::io::Result<Vec<u8>> {
        match self {
            Content::Text(text) => Ok(text.as_bytes().to_vec()),
            Content::File(Asset::OnDisk(path)) => fs::read(path),
            Content::File(Asset::Bytes(bytes)) => Ok(bytes.to_vec()),
        }
    }
}

/// The files of the repository that the plan leaves as they are.
fn everything_else<'a>(tree: &'a Tree, plan: &Plan) -> BTreeMap<&'a ContentPath, Content<'a>> {
    let stays = |path: &ContentPath| !plan.files.contains_key(path) && !plan.moved.contains_key(path);
    let texts = tree.sources.iter().map(|(path, source)| (path, Content::Text(&source.text)));
    let files = tree.assets.iter().map(|(path, asset)| (path, Content::File(asset)));
    texts.chain(files).filter(|(path, _)| stays(path)).collect()
}

/// What earlier runs wrote, each file with the hash of what it held then.
#[derive(Default)]
struct State {
    folder: PathBuf,
    written: BTreeMap<ContentPath, String>,
}

/// The file of the state that lists what was written.
const WRITTEN: &str = "written";
/// The folder of the state with the files as they were.
const ORIGINAL: &str = "original";

impl State {
    /// What earlier runs wrote into `folder`.
    ///
    /// # Errors
    /// When it is there and cannot be read; the words name the file.
    fn read(folder: &Path) -> Result<State, String> {
        let file = folder.join(STATE).join(WRITTEN);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("{}: {error}", file.display())),
        };
        let line = |line: &str| {
            let (hash, path) = line.split_once(' ')?;
            Some((ContentPath::parse(path)?, hash.to_owned()))
        };
        Ok(State { folder: folder.to_owned(), written: text.lines().filter_map(line).collect() })
    }

    /// The repository as it was before anything was written into it: without what was written, with what was in its place.
    ///
    /// # Errors
    /// When a file that was kept cannot be read.
    fn before(&self, mut tree: Tree) -> Result<Tree, String> {
        for path in self.written.keys() {
            tree.sources.remove(path);
            tree.assets.remove(path);
        }
        let kept = self.folder.join(STATE).join(ORIGINAL);
        if !kept.is_dir() {
            return Ok(tree);
        }
        let original = Tree::read(&kept).map_err(|error| error.to_string())?;
        tree.sources.extend(original.sources);
        Ok(tree)
    }

    /// Whether the file at `path` still is what an earlier run wrote.
    fn is_untouched(&self, path: &ContentPath, now: &[u8]) -> bool {
        self.written.get(path).is_some_and(|hash| *hash == hash_of(now))
    }
}

fn hash_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// What a run did.
#[derive(Default)]
struct Done {
    wrote: BTreeSet<ContentPath>,
    removed: BTreeSet<ContentPath>,
    /// Files that somebody changed since an earlier run wrote them.
    left: BTreeSet<ContentPath>,
}

impl Done {
    fn say(&self, plan: &Plan, target: &Path) {
        if self.wrote.is_empty() && self.removed.is_empty() {
            print("Nothing has changed.\n");
        } else {
            let removed = match self.removed.len() {
                0 => String::new(),
                number => format!(", took {} away", count(number, "file", "files")),
            };
            print(format_args!("Wrote {}{removed}.\n", count(self.wrote.len(), "file", "files")));
        }
        for path in &self.left {
            say_aside(format_args!("{path} was changed since it was written and stays as it is"));
        }
        let dir = if target == Path::new(".") { String::new() } else { format!(" {}", target.display()) };
        let open = plan.questions.iter().filter(|it| !it.is_answered_otherwise()).count();
        if open > 0 {
            say_aside(format_args!(
                "{FILE} has {}, each with what is taken until you tick another box; then run this again.",
                count(open, "question", "questions")
            ));
        }
        say_aside(format_args!("Next:\n  candor check{dir}\n  candor serve{dir}"));
    }
}

/// Writes the plan into `target`, with the files `copied` as they are.
///
/// # Errors
/// When a file cannot be read, written or removed, with which.
fn write(
    target: &Path,
    tree: &Tree,
    plan: &Plan,
    copied: BTreeMap<&ContentPath, Content>,
    mut state: State,
) -> Result<Done, (PathBuf, std::io::Error)> {
    let mut done = Done::default();
    if plan.files.is_empty() && state.written.is_empty() && copied.is_empty() {
        return Ok(done);
    }
    let is_in_place = copied.is_empty();
    let texts = plan.files.iter().map(|(path, text)| (path, Content::Text(text)));
    let wanted: BTreeMap<&ContentPath, Content> = texts.chain(copied).collect();
    if is_in_place {
        keep_originals(target, tree, plan, &state)?;
    }
    for (path, content) in &wanted {
        let file = target.join(path.as_str());
        let bytes = content.bytes().map_err(|error| (file.clone(), error))?;
        let now = fs::read(&file).ok();
        let original = tree.sources.get(*path).filter(|_| is_in_place).map(|source| source.text.as_bytes());
        match &now {
            Some(now) if *now == bytes => {}
            // What somebody took away, or changed since, is theirs; but the questions are read and written anew.
            Some(now) if path.as_str() != FILE && !state.is_untouched(path, now) && original != Some(text_of(now)) => {
                done.left.insert((*path).clone());
                continue;
            }
            None if state.written.contains_key(*path) => {
                done.left.insert((*path).clone());
                continue;
            }
            Some(_) | None => {
                put(&file, &bytes)?;
                done.wrote.insert((*path).clone());
            }
        }
        state.written.insert((*path).clone(), hash_of(&bytes));
    }
    // What was moved, and what the old answers led to.
    let old: Vec<ContentPath> = state.written.keys().filter(|path| !wanted.contains_key(path)).cloned().collect();
    let moved = plan.moved.keys().filter(|path| is_in_place && !wanted.contains_key(path));
    for path in old.iter().chain(moved) {
        let file = target.join(path.as_str());
        let original = tree.sources.get(path).map(|source| source.text.as_bytes());
        let Ok(now) = fs::read(&file) else { continue };
        if state.is_untouched(path, &now) || original == Some(text_of(&now)) {
            fs::remove_file(&file).map_err(|error| (file.clone(), error))?;
            remove_empty_folders(target, path);
            done.removed.insert(path.clone());
        } else {
            done.left.insert(path.clone());
        }
    }
    state.written.retain(|path, _| wanted.contains_key(path));
    let lines: String = state.written.iter().map(|(path, hash)| format!("{hash} {path}\n")).collect();
    let file = target.join(STATE).join(WRITTEN);
    if fs::read(&file).ok().as_deref() != Some(lines.as_bytes()) {
        put(&file, lines.as_bytes())?;
    }
    Ok(done)
}

/// Keeps the files that the plan changes or moves as they were, for the next run.
fn keep_originals(target: &Path, tree: &Tree, plan: &Plan, state: &State) -> Result<(), (PathBuf, std::io::Error)> {
    let changed = plan.files.keys().chain(plan.moved.keys()).filter(|path| path.as_str() != FILE);
    for path in changed {
        let Some(source) = tree.sources.get(path) else { continue };
        let kept = target.join(STATE).join(ORIGINAL).join(path.as_str());
        if !kept.exists() && (state.written.is_empty() || target.join(path.as_str()).exists()) {
            put(&kept, source.text.as_bytes())?;
        }
    }
    Ok(())
}

/// The text of a file, without the mark of its encoding that some editors put first.
fn text_of(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn put(file: &Path, bytes: &[u8]) -> Result<(), (PathBuf, std::io::Error)> {
    let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(file, bytes));
    written.map_err(|error| (file.to_owned(), error))
}

/// Takes the folders of `path` away that hold nothing any more.
fn remove_empty_folders(target: &Path, path: &ContentPath) {
    let mut folder = path.folder();
    while !folder.is_empty() && fs::remove_dir(target.join(folder)).is_ok() {
        folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
    }
}
