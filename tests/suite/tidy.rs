//! The shape of the source, held by tests: imports run downward, the middle is pure, every rule is registered.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order of the build. A file may use what stands before its own stage, and its own.
const FLOORS: [&str; 17] = [
    "text",
    "id",
    "tree",
    "diagnostic",
    "fields",
    "markdown",
    "workflow",
    "document",
    "config",
    "site",
    "check",
    "page",
    "project",
    "output",
    "preview",
    "cli",
    "lib",
];

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

/// The code without the tests at the end of the file.
fn code(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests").next().unwrap()
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
    for (path, text) in sources() {
        let own = stage(&path);
        if own == "main" || own == "lib" {
            continue;
        }
        let height = floor(&own).unwrap_or_else(|| panic!("{} has no floor", path.display()));
        let used = code(&text).split("crate::").skip(1).filter_map(|rest| {
            let name = rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').next()?;
            floor(name).map(|floor| (name.to_owned(), floor))
        });
        wrong.extend(
            used.filter(|(_, floor)| *floor > height).map(|(name, _)| format!("{} uses {name}", path.display())),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_ends_touch_the_world() {
    let ends = ["tree/disk.rs", "tree/git.rs", "output.rs", "preview", "cli", "main.rs"];
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
    for (path, text) in sources() {
        if ends.iter().any(|end| path.starts_with(end)) {
            continue;
        }
        wrong.extend(world.iter().filter(|it| code(&text).contains(*it)).map(|it| format!("{}: {it}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
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

#[test]
fn every_rule_has_its_page_and_stands_in_the_list() {
    let list = candor::check::rules::names();
    let mut sorted = list.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), list.len(), "names are unique");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    for family in fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for file in fs::read_dir(&family).unwrap().map(|entry| entry.unwrap().path()) {
            let name = file.file_stem().unwrap().to_str().unwrap().replace('_', "-");
            assert!(list.contains(&name.as_str()), "{} is not in the list", file.display());
            for ending in ["rs", "md"] {
                assert!(file.with_extension(ending).exists(), "{name} lacks its .{ending}");
            }
        }
    }
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
