//! How a line of the front matter changed, commit by commit: for records that say in such a line where they stand.
//!
//! One walk over the commits of `HEAD` does for all files. Of a merge only the branch is followed that it was merged into, as a
//! reader of that branch saw it. A file that was given another name, or moved, keeps what happened to it before. What a shallow
//! clone lacks is not guessed.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use gix::{ObjectId, Repository};
use toml::de::{DeTable, DeValue};

use super::{Broken, RevisionError, bytes, opened, root, unreadable_in};
use crate::id::ContentPath;
use crate::text::Date;
use crate::tree::{CONFIGURATION, History, LineChange, Tree};

/// So many commits are looked at, and no more.
const COMMITS: usize = 200_000;

/// So deep folders are looked into.
const DEEPEST: usize = 32;

/// A folder whose files have such a line, and the key of it.
struct Line {
    /// Without a slash at its end; of a pattern what comes before its first sign.
    folder: String,
    key: String,
}

impl Tree {
    /// How the lines changed that `candor.toml` names by `state` of a `[[folder]]`, in the repository that holds `folder`. `None`
    /// where it names none.
    ///
    /// # Errors
    /// When no repository holds the folder, when it is damaged, and when it is of a sort that cannot be read.
    pub fn read_history(&self, folder: &Path) -> Result<Option<History>, RevisionError> {
        let lines = self.text(CONFIGURATION).map_or_else(Vec::new, |text| lines(text));
        if lines.is_empty() {
            return Ok(None);
        }
        let (repository, below, _) = opened(folder)?;
        walk(&repository, &below, lines).map(Some).map_err(|why| unreadable_in(&repository, "HEAD", why))
    }
}

fn lines(configuration: &str) -> Vec<Line> {
    let (table, _) = DeTable::parse_recoverable(configuration);
    let rows = table.get_ref().get("folder").and_then(|rows| rows.get_ref().as_array());
    let text = |row: &DeTable, key: &str| row.get(key).and_then(|it| it.get_ref().as_str()).map(str::to_owned);
    let of_row = |row: &DeValue| {
        let row = row.as_table()?;
        let path = text(row, "path")?;
        let plain = path.split(['*', '?', '[', '{']).next().unwrap_or_default();
        let whole = if plain.len() == path.len() { plain } else { plain.rsplit_once('/').map_or("", |(it, _)| it) };
        let folder = whole.trim_start_matches("./").trim_end_matches('/').to_owned();
        Some(Line { folder: if folder == "." { String::new() } else { folder }, key: text(row, "state")? })
    };
    rows.map_or_else(Vec::new, |rows| rows.iter().filter_map(|row| of_row(row.get_ref())).collect())
}

fn walk(repository: &Repository, below: &Path, lines: Vec<Line>) -> Result<History, Broken> {
    let mut history = History::default();
    let mut names = Names { lines, now: HashMap::new() };
    let Ok(head) = repository.head_id() else { return Ok(history) };
    let mut next = Some(head.detach());
    for _ in 0..COMMITS {
        let Some(id) = next else { break };
        let commit = repository.find_object(id)?.try_into_commit()?;
        let parent = commit.parent_ids().next().map(gix::Id::detach);
        // Beyond the end of a shallow clone nobody can tell what this commit changed.
        if parent.is_some_and(|parent| repository.find_object(parent).is_err()) {
            history.is_cut = true;
            break;
        }
        let after = root(repository, id, below)?;
        let before = parent.map(|parent| root(repository, parent, below)).transpose()?.flatten();
        let mut changed = Vec::new();
        differences(repository, (before, after), "", &names.lines, &mut changed)?;
        if !changed.is_empty() {
            let moved = names.moved(repository, (before, after), &mut changed)?;
            let time = commit.time()?;
            let day = jiff::Timestamp::from_second(time.seconds + i64::from(time.offset))?;
            let day: Date = day.to_zoned(jiff::tz::TimeZone::UTC).date();
            let by = commit.author()?.name.to_string();
            for Changed { path, key, was, is } in changed {
                let Some(path) = names.today(path) else { continue };
                history.touched.entry(path.clone()).or_insert(day);
                let word = |blob: Option<ObjectId>| -> Result<Option<String>, Broken> {
                    let text = blob.map(|blob| bytes(repository, blob)).transpose()?;
                    Ok(text.and_then(|text| said(&String::from_utf8_lossy(&text), &key)))
                };
                if let Some(is) = word(Some(is))?
                    && word(was)?.as_ref() != Some(&is)
                {
                    history.lines.entry(path).or_default().insert(0, LineChange { day, by: by.clone(), word: is });
                }
            }
            names.follow(moved);
        }
        next = parent;
    }
    Ok(history)
}

/// What the files are called today that had other names in the commits that are looked at now.
struct Names {
    /// The folders that are looked into: those of the configuration, and those in which a file of theirs lay before.
    lines: Vec<Line>,
    /// By the name that a file has in those commits, its name today; `None` where it is another file of that name.
    now: HashMap<ContentPath, Option<ContentPath>>,
}

/// A file that a commit gave another name: the old one, the new one, the key of its line.
type Moved = (ContentPath, ContentPath, String);

impl Names {
    /// `None` for a file that is not there any more under any name.
    fn today(&self, path: ContentPath) -> Option<ContentPath> {
        self.now.get(&path).cloned().unwrap_or(Some(path))
    }

    /// Which of the texts that are new in a commit, one of `changed`, are others of it under another name; those are given what
    /// they were.
    fn moved(
        &self,
        repository: &Repository,
        (before, after): (Option<ObjectId>, Option<ObjectId>),
        changed: &mut [Changed],
    ) -> Result<Vec<Moved>, Broken> {
        let mut moved = Vec::new();
        if before.is_none() || changed.iter().all(|it| it.was.is_some()) {
            return Ok(moved);
        }
        let mut gone = Vec::new();
        removed(repository, (before, after), "", &mut gone)?;
        for new in changed.iter_mut().filter(|it| it.was.is_none()) {
            let Some(at) = origin(repository, new.is, &gone)? else { continue };
            let (path, id) = gone.swap_remove(at);
            new.was = Some(id);
            moved.push((path, new.path.clone(), new.key.clone()));
        }
        Ok(moved)
    }

    /// Goes on to the commits before one that moved files.
    fn follow(&mut self, moved: Vec<Moved>) {
        let today: Vec<Option<ContentPath>> = moved.iter().map(|(_, new, _)| self.today(new.clone())).collect();
        for ((old, new, key), today) in moved.into_iter().zip(today) {
            let is_below = |line: &Line| is_below(&line.folder, old.as_str());
            if !self.lines.iter().any(is_below) {
                self.lines.push(Line { folder: old.folder().to_owned(), key });
            }
            self.now.entry(new).or_insert(None);
            self.now.insert(old, today);
        }
    }
}

/// Which of the files that are `gone` the new one is: the one with the same bytes, else the one most like it, of which half the
/// lines are the same.
fn origin(repository: &Repository, new: ObjectId, gone: &[(ContentPath, ObjectId)]) -> Result<Option<usize>, Broken> {
    if let Some(at) = gone.iter().position(|(_, id)| *id == new) {
        return Ok(Some(at));
    }
    let text = |id: ObjectId| Ok::<String, Broken>(String::from_utf8_lossy(&bytes(repository, id)?).into_owned());
    let is = text(new)?;
    let mut best: Option<(usize, usize)> = None;
    for (at, (_, id)) in gone.iter().enumerate() {
        let shared = shared_percent(&text(*id)?, &is);
        if shared >= 50 && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, at));
        }
    }
    Ok(best.map(|(_, at)| at))
}

/// How many of a hundred lines of the longer text are in the other too.
fn shared_percent(one: &str, other: &str) -> usize {
    let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (lines(one), lines(other));
    let known: HashSet<&String> = one.iter().collect();
    let shared = other.iter().filter(|line| known.contains(line)).count();
    100 * shared / one.len().max(other.len()).max(1)
}

/// A text that a commit changed, the key of its line, and what it was and is.
struct Changed {
    path: ContentPath,
    key: String,
    was: Option<ObjectId>,
    is: ObjectId,
}

/// The texts that a commit took away.
fn removed(
    repository: &Repository,
    (before, after): (Option<ObjectId>, Option<ObjectId>),
    folder: &str,
    gone: &mut Vec<(ContentPath, ObjectId)>,
) -> Result<(), Broken> {
    let Some(before) = before.filter(|before| Some(*before) != after) else { return Ok(()) };
    if folder.matches('/').count() > DEEPEST {
        return Ok(());
    }
    let is = after.map(|after| entries(repository, after)).transpose()?.unwrap_or_default();
    for (name, (is_folder, id)) in entries(repository, before)? {
        let new = is.get(&name).filter(|(now_folder, _)| *now_folder == is_folder).map(|(_, id)| *id);
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        match (is_folder, new) {
            (true, new) => removed(repository, (Some(id), new), &path, gone)?,
            (false, Some(_)) => {}
            (false, None) => {
                gone.extend(ContentPath::parse(&path).filter(ContentPath::is_markdown).map(|path| (path, id)))
            }
        }
    }
    Ok(())
}

/// Whether the file or folder `other` is in the folder `one`, or is it.
fn is_below(one: &str, other: &str) -> bool {
    one.is_empty() || other == one || other.strip_prefix(one).is_some_and(|rest| rest.starts_with('/'))
}

fn differences(
    repository: &Repository,
    (before, after): (Option<ObjectId>, Option<ObjectId>),
    folder: &str,
    lines: &[Line],
    changed: &mut Vec<Changed>,
) -> Result<(), Broken> {
    let Some(after) = after.filter(|after| Some(*after) != before) else { return Ok(()) };
    if folder.matches('/').count() > DEEPEST {
        return Ok(());
    }
    let was = before.map(|before| entries(repository, before)).transpose()?.unwrap_or_default();
    for (name, (is_folder, id)) in entries(repository, after)? {
        let old = was.get(&name).filter(|(was_folder, _)| *was_folder == is_folder).map(|(_, id)| *id);
        if old == Some(id) {
            continue;
        }
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        match is_folder {
            true if lines.iter().any(|line| is_below(&line.folder, &path) || is_below(&path, &line.folder)) => {
                differences(repository, (old, Some(id)), &path, lines, changed)?;
            }
            true => {}
            false => {
                let line = lines.iter().find(|line| is_below(&line.folder, &path));
                let text = ContentPath::parse(&path).filter(ContentPath::is_markdown);
                let of_line =
                    |(line, path): (&Line, ContentPath)| Changed { path, key: line.key.clone(), was: old, is: id };
                changed.extend(line.zip(text).map(of_line));
            }
        }
    }
    Ok(())
}

/// The files and folders in a folder, by their names; each with whether it is a folder.
fn entries(repository: &Repository, folder: ObjectId) -> Result<BTreeMap<String, (bool, ObjectId)>, Broken> {
    let tree = repository.find_object(folder)?.try_into_tree()?;
    let mut found = BTreeMap::new();
    for entry in tree.iter() {
        let entry = entry?;
        let mode = entry.mode();
        if mode.is_tree() || mode.is_blob() {
            found.insert(entry.filename().to_string(), (mode.is_tree(), entry.object_id()));
        }
    }
    Ok(found)
}

/// What the line `key` of the front matter says with which `text` begins; `None` where there is no such line.
fn said(text: &str, key: &str) -> Option<String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let fence = lines.next().map(str::trim).filter(|line| line.starts_with("---") || line.starts_with("+++"))?;
    let mut keys = lines.take_while(|line| line.trim_end() != fence && line.trim_end() != "...");
    let value = keys.find_map(|line| {
        let rest = line.strip_prefix(key)?.trim_start();
        rest.strip_prefix([':', '='])
    })?;
    let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_read_in_either_notation_and_only_in_the_front_matter() {
        assert_eq!(said("---\ntitle: A\nstatus: Last Call # soon\n---\n", "status").as_deref(), Some("Last Call"));
        assert_eq!(said("+++\nstatus = \"draft\"\n+++\n", "status").as_deref(), Some("draft"));
        assert_eq!(said("---\ntitle: A\n---\n\nstatus: Draft\n", "status"), None);
        assert_eq!(said("status: Draft\n", "status"), None);
        assert_eq!(said("---\nstatuses: Draft\n---\n", "status"), None);
    }
}
