//! Edits of a site as text: what the tests of the gate, of the walks and of the clauses are written in.
//!
//! ```text
//! -- notes.md --
//! A new file, or all of an old one.
//! -- candor.toml -- edit
//! -group = "iwg"
//! +group = "board"
//! -- people/mei-tanaka.md -- append
//! -- sow/0001-a.md -- keys
//! TOML before the first table of the front matter.
//! -- sow/0001-a.md -- tables
//! TOML at the end of the front matter, after an empty line.
//! -- people/jonas-hartl.md -- deleted
//! -- services/chat.md -- moved to services/talk.md
//! ```
//!
//! In an `edit`, lines with `-` stand in the file once and are replaced by the lines with `+` behind them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use candor::tree::Tree;

/// Files as text, by their paths.
pub(crate) type Files = BTreeMap<String, String>;

/// The site of `files`.
pub(crate) fn tree(files: &Files) -> Tree {
    let text: String = files.iter().map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    Tree::fixture(&text)
}

/// Makes the edits of a row in `files`.
pub(crate) fn apply(name: &str, files: &mut Files, edits: &str) {
    let mut open: Option<(String, String, String)> = None;
    for line in edits.split_inclusive('\n') {
        let header = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.split_once(" --"));
        match header {
            Some((path, what)) => {
                close(name, files, open.take());
                open = Some((path.to_owned(), what.trim().to_owned(), String::new()));
            }
            None => open.as_mut().unwrap_or_else(|| panic!("{name} begins with a path")).2.push_str(line),
        }
    }
    close(name, files, open);
}

fn close(name: &str, files: &mut Files, open: Option<(String, String, String)>) {
    let Some((path, what, text)) = open else { return };
    let there = |files: &Files| files.get(&path).cloned().unwrap_or_else(|| panic!("{name}: there is no {path}"));
    match what.as_str() {
        "" => drop(files.insert(path, text)),
        "append" => drop(files.insert(path.clone(), there(files) + &text)),
        "deleted" => drop(files.remove(&path).unwrap_or_else(|| panic!("{name}: there is no {path}"))),
        "edit" => drop(files.insert(path.clone(), edited(name, &there(files), &text))),
        "keys" => drop(files.insert(path.clone(), with_keys(&there(files), &text))),
        "tables" => drop(files.insert(path.clone(), with_tables(&there(files), &text))),
        moved => {
            let to = moved.strip_prefix("moved to ").unwrap_or_else(|| panic!("{name}: {moved}"));
            let text = files.remove(&path).unwrap_or_else(|| panic!("{name}: there is no {path}"));
            files.insert(to.to_owned(), text);
        }
    }
}

/// `text` with the lines of `edits` that begin with `-` replaced by those with `+` that follow them.
fn edited(name: &str, text: &str, edits: &str) -> String {
    let mut text = text.to_owned();
    let mut lines = edits.lines().filter(|line| !line.is_empty()).peekable();
    while lines.peek().is_some() {
        let mut take = |mark: char| -> String {
            let mut taken = String::new();
            while let Some(line) = lines.peek().and_then(|line| line.strip_prefix(mark)) {
                taken.push_str(line);
                taken.push('\n');
                lines.next();
            }
            taken
        };
        let (old, new) = (take('-'), take('+'));
        let at = format!("\n{text}").match_indices(&format!("\n{old}")).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(at.len(), 1, "{name}: these lines stand in the file once:\n{old}");
        assert!(!old.is_empty(), "{name}: what is put in follows a line that is there");
        text.replace_range(at[0]..at[0] + old.len(), &new);
    }
    text
}

/// `text` with the lines `keys` before the first table of its front matter.
fn with_keys(text: &str, keys: &str) -> String {
    let end = front_end(text);
    let at = text[..end].find("\n[[").map_or(end, |at| at + 1);
    format!("{}{keys}{}", &text[..at], &text[at..])
}

/// `text` with the lines `tables` at the end of its front matter, after an empty line.
fn with_tables(text: &str, tables: &str) -> String {
    let end = front_end(text);
    format!("{}\n{}{}", &text[..end], tables.trim_start_matches('\n'), &text[end..])
}

/// Where the line begins that ends the front matter.
fn front_end(text: &str) -> usize {
    text.match_indices("\n+++\n").map(|(at, _)| at + 1).next().expect("the front matter ends")
}

/// The files of the golden site `name`.
pub(crate) fn golden(name: &str) -> Files {
    files(&root().join("tests/sites").join(name).join("content"))
}

/// The texts below `folder`.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("the site can be read") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it lies there").to_str().expect("a text").to_owned();
            files.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
    files
}

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
