//! How a line of the front matter changed, commit by commit: for records that say in such a line where they stand.
//!
//! One walk over the commits of `HEAD` does for all files. Of a merge only the branch is followed that it was merged into, as a
//! reader of that branch saw it. What a shallow clone lacks is not guessed.

use std::collections::BTreeMap;
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
        walk(&repository, &below, &lines).map(Some).map_err(|why| unreadable_in(&repository, "HEAD", why))
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

fn walk(repository: &Repository, below: &Path, lines: &[Line]) -> Result<History, Broken> {
    let mut history = History::default();
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
        differences(repository, (before, after), "", lines, &mut changed)?;
        if !changed.is_empty() {
            let time = commit.time()?;
            let day = jiff::Timestamp::from_second(time.seconds + i64::from(time.offset))?;
            let day: Date = day.to_zoned(jiff::tz::TimeZone::UTC).date();
            let by = commit.author()?.name.to_string();
            for (path, key, was, is) in changed {
                history.touched.entry(path.clone()).or_insert(day);
                let word = |blob: Option<ObjectId>| -> Result<Option<String>, Broken> {
                    let text = blob.map(|blob| bytes(repository, blob)).transpose()?;
                    Ok(text.and_then(|text| said(&String::from_utf8_lossy(&text), key)))
                };
                if let Some(is) = word(Some(is))?
                    && word(was)?.as_ref() != Some(&is)
                {
                    history.lines.entry(path).or_default().insert(0, LineChange { day, by: by.clone(), word: is });
                }
            }
        }
        next = parent;
    }
    Ok(history)
}

/// A text that a commit changed, the key of its line, and what it was and is.
type Changed<'l> = (ContentPath, &'l str, Option<ObjectId>, ObjectId);

fn differences<'l>(
    repository: &Repository,
    (before, after): (Option<ObjectId>, Option<ObjectId>),
    folder: &str,
    lines: &'l [Line],
    changed: &mut Vec<Changed<'l>>,
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
        let is_below = |one: &str, other: &str| {
            one.is_empty() || other == one || other.strip_prefix(one).is_some_and(|rest| rest.starts_with('/'))
        };
        match is_folder {
            true if lines.iter().any(|line| is_below(&line.folder, &path) || is_below(&path, &line.folder)) => {
                differences(repository, (old, Some(id)), &path, lines, changed)?;
            }
            true => {}
            false => {
                let line = lines.iter().find(|line| is_below(&line.folder, &path));
                let text = ContentPath::parse(&path).filter(ContentPath::is_markdown);
                changed.extend(line.zip(text).map(|(line, path)| (path, line.key.as_str(), old, id)));
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
