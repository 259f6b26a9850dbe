//! A change of words that no other record looks at: the base is not read anew, and what is found in it is what a reading of its own finds.

use candor::check::{RULES, RulePage};
use candor::site::Site;
use candor::tree::Tree;
use rayon::prelude::*;

use crate::edits::{Files, golden, root, tree};
use crate::support::{project, project_since};

/// What takes the place of a word: of most rules on texts there is one that says what they look for.
const WORDS: [&str; 8] =
    ["other", "TODO", "nobody owns this", "500 EUR", "ada@gmail.com", "We decided to move", "Ada will ask", "**done**"];

/// `text` with `words` in place of one word of its body; `None` where that has none. Which one, `number` says.
fn with_words(text: &str, number: usize, words: &str) -> Option<String> {
    let start = text.match_indices("\n+++\n").next().map_or(0, |(at, fence)| at + fence.len());
    let all: Vec<&str> = text[start..].split_whitespace().filter(|it| it.chars().all(char::is_alphabetic)).collect();
    let word = all.get(number % all.len().max(1))?;
    let at = word.as_ptr().addr() - text.as_ptr().addr();
    Some(format!("{}{words}{}", &text[..at], &text[at + word.len()..]))
}

/// What is found in the base of the change from `base` to `head` is what a reading of the base finds. Whether the base was made of the
/// head: then records that the change leaves are shared.
fn is_made_of_the_other(name: &str, base: &Tree, head: &Tree) -> bool {
    let change = project_since(head.clone(), base.clone());
    let alone = project(base.clone());
    let of_change = change.base.as_ref().expect("it has a base");
    let report = of_change.comparison.base.report(&of_change.site);
    assert_eq!(report.findings, alone.report.findings, "{name}");
    assert_eq!(report.waived, alone.report.waived, "{name}");
    let titles = |site: &Site| site.entries.iter().map(|it| it.title.as_ptr().addr()).collect::<Vec<_>>();
    let (was, is) = (titles(&of_change.site), titles(&change.site));
    was.iter().zip(&is).any(|(was, is)| was == is)
}

/// How many changes of one word in `files`, in every text but those that `every` passes over, were made both ways, and for how many the base was made of the head.
fn changes_of(name: &str, files: &Files, every: usize) -> (usize, usize) {
    let before = tree(files);
    let texts: Vec<(&String, &String)> = files.iter().filter(|(path, _)| path.ends_with(".md")).collect();
    let some = texts.par_iter().enumerate().filter(|(at, _)| at % every == 0);
    let changes = some.filter_map(|(at, (path, text))| {
        let text = with_words(text, at * 5 + name.len(), WORDS[(at / every + name.len()) % WORDS.len()])?;
        Some((*path, text))
    });
    let made: Vec<bool> = changes
        .map(|(path, text)| {
            let mut files = files.clone();
            files.insert(path.clone(), text);
            let after = tree(&files);
            let name = format!("{name} {path}");
            is_made_of_the_other(&name, &before, &after) & is_made_of_the_other(&name, &after, &before)
        })
        .collect();
    (made.len(), made.iter().filter(|it| **it).count())
}

#[test]
fn what_is_found_in_the_base_of_golden_sites_is_what_a_reading_finds() {
    let sites = std::fs::read_dir(root().join("tests/sites")).expect("they are there");
    let mut names: Vec<String> = sites.map(|it| it.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    names.sort();
    let (mut all, mut shared) = (0, 0);
    for name in names.iter().filter(|name| root().join("tests/sites").join(name).join("content").is_dir()) {
        let (made, of_these) = changes_of(name, &golden(name), 4);
        (all, shared) = (all + made, shared + of_these);
    }
    assert!(all > 50 && shared * 3 > all, "{shared} of {all}");
}

#[test]
fn what_is_found_in_the_base_of_examples_is_what_a_reading_finds() {
    let examples: Vec<(String, Files)> = RULES
        .iter()
        .flat_map(|rule| RulePage::of(rule).examples().into_iter().map(move |it| (rule.name.to_owned(), it.tree())))
        .map(|(name, tree)| {
            let texts = tree.sources.iter().map(|(path, source)| (path.to_string(), source.text.to_string()));
            (name, texts.collect())
        })
        .collect();
    let counts: Vec<(usize, usize)> = examples.par_iter().map(|(name, files)| changes_of(name, files, 1)).collect();
    let (all, shared) = counts.iter().fold((0, 0), |(all, of), (made, shared)| (all + made, of + shared));
    assert!(all > 200 && shared > 20, "{shared} of {all}");
}
