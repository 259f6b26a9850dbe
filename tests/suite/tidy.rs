//! The shape of the source, held by tests: imports run downward, the middle is pure, every rule is registered.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use candor::document::Record;
use candor::fields::{Shape, Table};
use candor::id::Kind;
use candor::workflow::{BUILT_IN, Phase, Written};
use regex::{Captures, Regex};

/// The stages in the order of the build. A file may use what stands before its own stage, and its own.
const FLOORS: [&str; 24] = [
    "text",
    "id",
    "tree",
    "diagnostic",
    "fields",
    "layout",
    "markdown",
    "workflow",
    "document",
    "config",
    "adopt",
    "site",
    "change",
    "check",
    "words",
    "diff",
    "search",
    "data",
    "page",
    "project",
    "output",
    "preview",
    "cli",
    "lib",
];

/// The files of `src` by their paths below it, each with its text.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    walkdir::WalkDir::new(&root)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| {
            let path = entry.path().strip_prefix(&root).unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// The same without tests: neither the files that hold nothing else, nor those at the end of a file.
fn code() -> Vec<(PathBuf, String)> {
    let files = sources().into_iter().filter(|(path, _)| path.file_name().is_none_or(|name| name != "tests.rs"));
    files.map(|(path, text)| (path, text.split("\n#[cfg(test)]\nmod tests {").next().unwrap().to_owned())).collect()
}

fn stage(path: &Path) -> String {
    path.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

fn floor(stage: &str) -> Option<usize> {
    FLOORS.iter().position(|it| *it == stage)
}

#[test]
fn imports_run_downward() {
    let mut wrong = Vec::new();
    for (path, text) in code() {
        let own = stage(&path);
        if own == "main" || own == "lib" {
            continue;
        }
        let height = floor(&own).unwrap_or_else(|| panic!("{} has no floor", path.display()));
        let used = text.split("crate::").skip(1).filter_map(|rest| {
            let name = rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next()?;
            floor(name).map(|floor| (name.to_owned(), floor))
        });
        wrong.extend(
            used.filter(|(_, floor)| *floor > height).map(|(name, _)| format!("{} uses {name}", path.display())),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Within a folder, too, what a file builds on does not build on it: files can be read one after the other.
#[test]
fn no_files_of_a_folder_need_each_other() {
    let modules: Vec<(Vec<String>, String)> = code().into_iter().map(|(path, text)| (module(&path), text)).collect();
    let known: BTreeSet<&[String]> =
        modules.iter().flat_map(|(path, _)| (1..=path.len()).map(move |length| &path[..length])).collect();
    let mut needs: BTreeMap<(Vec<String>, String), BTreeSet<String>> = BTreeMap::new();
    for (path, text) in &modules {
        for mut used in imports(path, text) {
            while !known.contains(&used[..]) && used.pop().is_some() {}
            let shared = path.iter().zip(&used).take_while(|(own, other)| own == other).count();
            // The folders of the root are the floors.
            if shared > 0 && shared < path.len() && shared < used.len() {
                let of = (path[..shared].to_vec(), path[shared].clone());
                needs.entry(of).or_default().insert(used[shared].clone());
            }
        }
    }
    assert!(needs.len() > 50, "{needs:?}");
    let mut circles = Vec::new();
    for (folder, file) in needs.keys() {
        let mut open: Vec<&String> = needs[&(folder.clone(), file.clone())].iter().collect();
        let mut reached: BTreeSet<&String> = BTreeSet::new();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(needs.get(&(folder.clone(), next.clone())).into_iter().flatten());
            }
        }
        if reached.contains(file) {
            circles.push(format!("{}/{file}", folder.join("/")));
        }
    }
    assert_eq!(circles, Vec::<String>::new());
}

/// `src/workflow/merge/asked.rs` as `workflow`, `merge`, `asked`.
fn module(path: &Path) -> Vec<String> {
    let mut parts: Vec<String> = path.with_extension("").iter().map(|it| it.to_str().unwrap().to_owned()).collect();
    parts.pop_if(|last| ["mod", "lib", "main"].contains(&last.as_str()));
    parts
}

/// The paths that the module `own` imports from this crate, from the root on.
fn imports(own: &[String], code: &str) -> Vec<Vec<String>> {
    let begins = Regex::new(r"^\s*(?:pub(?:\([^)]*\))? )?use ").unwrap();
    let lines: Vec<&str> = code.split('\n').collect();
    let mut imports = Vec::new();
    for at in (0..lines.len()).filter(|at| begins.is_match(lines[*at])) {
        let text: String = lines[at..].iter().flat_map(|line| line.trim().chars().chain([' '])).collect();
        let text = begins.replace(text.split(';').next().unwrap_or_default(), "");
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        for path in spread(&text) {
            let mut parts: Vec<&str> = path.split("::").collect();
            let mut whole: Vec<String> = match parts[0] {
                "crate" => Vec::new(),
                "super" | "self" => own.to_vec(),
                _ => continue,
            };
            while let Some(first @ ("crate" | "super" | "self")) = parts.first().copied() {
                if first == "super" {
                    whole.pop();
                }
                parts.remove(0);
            }
            whole.extend(parts.into_iter().map(str::to_owned));
            imports.push(whole);
        }
    }
    imports
}

/// `a::{b, c::{d, e}}` as `a::b`, `a::c::d`, `a::c::e`.
fn spread(path: &str) -> Vec<String> {
    let Some((head, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let inner = rest.strip_suffix('}').expect("a list of imports has an end");
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for letter in inner.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => parts.push(String::new()),
            letter => parts.last_mut().expect("there is one").push(letter),
        }
    }
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.flat_map(|part| spread(part)).map(|part| format!("{head}{part}")).collect()
}

#[test]
fn only_the_ends_touch_the_world() {
    let ends = ["tree/disk.rs", "tree/texts.rs", "tree/git.rs", "tree/git", "output", "preview", "cli", "main.rs"];
    let world = [
        "std::fs",
        "std::env::var",
        "TcpListener",
        "std::process",
        "Zoned::now",
        "SystemTime",
        "Instant::now",
        "println!",
    ];
    let mut wrong = Vec::new();
    for (path, text) in code() {
        if ends.iter().any(|end| path.starts_with(end)) {
            continue;
        }
        wrong.extend(world.iter().filter(|it| text.contains(*it)).map(|it| format!("{}: {it}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// As many lines as a file may have, and as a function may have.
const FILE: usize = 600;
const FUNCTION: usize = 80;

/// Files that are tables, which are as long as what they list.
const TABLES: [&str; 1] = ["workflow/written.rs"];

/// A file and a function are read from the beginning to the end, so neither is longer than a reader has patience.
#[test]
fn no_file_and_no_function_is_long() {
    for table in TABLES {
        assert!(sources().iter().any(|(path, _)| path == Path::new(table)), "{table} is no file");
    }
    let mut long = Vec::new();
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > FILE && !TABLES.iter().any(|table| path == Path::new(table)) {
            long.push(format!("{}: {lines} lines", path.display()));
        }
        let functions = functions(&text).into_iter().filter(|(_, lines)| *lines > FUNCTION);
        long.extend(functions.map(|(name, lines)| format!("{}: {name} has {lines} lines", path.display())));
    }
    assert_eq!(long, Vec::<String>::new());
}

#[test]
fn functions_are_measured_from_their_first_line_to_their_last() {
    let text = concat!(
        "pub(crate) const fn one() -> u8 {\n    1\n}\n\nimpl A {\n    fn two(\n        self,\n    ) {\n",
        "        call(r#\"\n    }\n\"#);\n    }\n\n    fn three() {}\n\n    fn four();\n\n    fn five(\n        self,\n    );\n}\n"
    );
    let expected = [("one", 3), ("two", 7), ("three", 1), ("four", 1), ("five", 3)];
    assert_eq!(functions(text), expected.map(|(name, lines)| (name.to_owned(), lines)));
}

/// The functions of a file that `rustfmt` wrote, each with the number of its lines.
fn functions(text: &str) -> Vec<(String, usize)> {
    // What stands in a raw text may look like code.
    let raw = Regex::new(r###"(?s)\br##".*?"##|\br#".*?"#"###).unwrap();
    let text = raw.replace_all(text, |found: &Captures| "\n".repeat(found[0].matches('\n').count()));
    let lines: Vec<&str> = text.split('\n').collect();
    let begins = Regex::new(r"^( *)(?:pub(?:\([^)]*\))? )?(?:const |async |unsafe )*fn (\w+)").unwrap();
    let measured = lines.iter().enumerate().filter_map(|(at, line)| {
        let found = begins.captures(line)?;
        // It ends with a brace that stands as far to the right as its beginning; without one it is only declared.
        let (end, declared) = (format!("{}}}", &found[1]), format!("{})", &found[1]));
        let is_end = |line: &&str| *line == end || (line.starts_with(&declared) && line.ends_with(';'));
        let rest = match line.ends_with(['}', ';']) {
            true => 0,
            false => lines[at..].iter().position(is_end).expect("a function has an end"),
        };
        Some((found[2].to_owned(), rest + 1))
    });
    measured.collect()
}

/// What is shipped is built with another profile than what is tested: no code may be in one of them only.
#[test]
fn no_code_depends_on_how_it_is_built() {
    let marks = ["debug_assert", "cfg(debug", "cfg!(debug", "cfg(overflow", "cfg!(overflow", "OPT_LEVEL"];
    for (path, text) in sources() {
        for mark in marks {
            assert!(!text.contains(mark), "{} holds {mark}", path.display());
        }
    }
}

/// Words that a file holds and that are the names of states elsewhere: the file, the word, and what it is there.
const NOT_STATES: [(&str, &str, &str); 4] = [
    ("check/rules/change/record_deleted.rs", "draft", "a key of every record"),
    ("check/rules/sow/experiment_without_review.rs", "review", "a word of a text"),
    ("cli/new.rs", "reviewed", "a key of services"),
    ("cli/profile.rs", "open", "the name of a phase"),
];

/// Rules and pages ask what a state means. A word that is a key, a word of a field or a phase as well may stand in the code,
/// as long as nothing is compared with it.
#[test]
fn no_state_is_known_by_its_name() {
    let profiles = BUILT_IN.iter().flat_map(|(_, text)| text.lines());
    let named = profiles.filter_map(|line| line.trim_start().strip_prefix("{ name = \"")?.split('"').next());
    let states: BTreeSet<&str> = named.collect();
    assert!(states.len() > 40, "{states:?}");
    let mut other: BTreeSet<String> = Phase::ALL.iter().map(|phase| phase.to_string()).collect();
    for path in Kind::ALL.iter().flat_map(|kind| Record::paths(*kind)) {
        other.extend(path.path.rsplit('.').next().map(str::to_owned));
        if let Shape::Word(words) = (path.row.shape)() {
            other.extend(words.iter().map(|word| (*word).to_owned()));
        }
    }
    let mut excused = BTreeSet::new();
    let mut wrong = Vec::new();
    for (path, text) in code().into_iter().filter(|(path, _)| KNOW_NO_STATE.iter().any(|it| path.starts_with(it))) {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (at, line) in lines {
            let is_known = |state: &&&str| {
                let stands = match other.contains(**state) {
                    true => is_compared(line, state),
                    false => line.contains(&format!("\"{state}\"")) || line.contains(&format!("`{state}`")),
                };
                stands || line.contains(&format!("to = \\\"{state}"))
            };
            for state in states.iter().filter(is_known) {
                match NOT_STATES.iter().position(|(file, word, _)| path == Path::new(file) && word == state) {
                    Some(at) => _ = excused.insert(at),
                    None => wrong.push(format!("{}:{}: {state}", path.display(), at + 1)),
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "ask what the state means");
    let needless: Vec<_> = (0..NOT_STATES.len()).filter(|at| !excused.contains(at)).map(|at| NOT_STATES[at]).collect();
    assert!(needless.is_empty(), "nobody needs {needless:?}");
}

/// The stages above the workflow that look at states.
const KNOW_NO_STATE: [&str; 4] = ["site", "check", "page", "cli"];

/// Whether `line` compares something with the literal `word`, by itself or among others.
fn is_compared(line: &str, word: &str) -> bool {
    let literal = format!("\"{word}\"");
    let ends = [format!("== {literal}"), format!("!= {literal}"), format!("{literal} =>"), format!("{literal} |")];
    let among = ["].contains(", "matches!(", "entered(", "&[&str"];
    ends.iter().any(|it| line.contains(it)) || (line.contains(&literal) && among.iter().any(|it| line.contains(it)))
}

/// A requirement is looked up by its key, so a key that no profile can state would never be asked for.
#[test]
fn every_requirement_that_is_looked_up_is_a_key_of_profiles() {
    let require = Written::ROWS.iter().find(|row| row.key == "require").expect("a table of profiles");
    let Shape::Table(rows) = (require.shape)() else { panic!("{} is a table", require.key) };
    let mut found = 0;
    for (path, text) in code() {
        let calls = ["days", "number", "is_set", "words", "bodies", "day"].map(|it| format!(".{it}(\""));
        let keys = calls.iter().flat_map(|call| text.split(call.as_str()).skip(1));
        for key in keys.filter_map(|rest| rest.split('"').next()) {
            assert!(rows.iter().any(|row| row.key == key), "{}: no requirement is called {key}", path.display());
            found += 1;
        }
    }
    assert!(found > 40, "{found}");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["todo!(", "unimplemented!(", concat!("FIX", "ME"), concat!("TO", "DO:")];
    // The list of placeholders that are flagged in records names them.
    let own = Path::new("markdown/placeholder.rs");
    for (path, text) in sources().into_iter().filter(|(path, _)| path != own) {
        for mark in marks {
            assert!(!text.contains(mark), "{} holds {mark}", path.display());
        }
    }
}

#[test]
fn the_top_level_is_as_the_readme_says() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "content",
        "themes",
        "tests",
        "README.md",
        "benches",
        "LICENSE",
        "target",
        "site",
    ];
    for entry in fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(name.starts_with('.') || allowed.contains(&name.as_str()), "{name} does not belong here");
    }
}

/// So that what is promised is also built.
#[test]
fn the_image_is_built_with_the_oldest_rust_that_is_promised() {
    let read = |name: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let manifest = read("Cargo.toml");
    let oldest = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")?.strip_suffix('"')).unwrap();
    let image = read(".github/Containerfile");
    let from = image.lines().find(|line| line.ends_with("AS build")).unwrap();
    assert_eq!(from, format!("FROM docker.io/library/rust:{oldest}-alpine AS build"));
}
