//! How long the stages take for a record of a thousand and of ten thousand files: `cargo bench`.
//!
//! `peer` is the least that any tool must do with the same files: decode their TOML and parse their Markdown, on all
//! processors, and keep nothing of it. It runs beside the others, so that a ratio to it holds on any machine.

mod corpus;

use std::fs;
use std::path::PathBuf;

use candor::page::{render, routes};
use candor::project::{Options, Project, pages};
use candor::text::parse_date;
use candor::tree::Tree;
use divan::{Bencher, black_box};
use mimalloc::MiMalloc;
use pulldown_cmark::Parser;
use rayon::prelude::*;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

const SIZES: [usize; 2] = [1_000, 10_000];

fn main() {
    divan::main();
}

fn tree(records: usize) -> Tree {
    Tree::fixture(&corpus::fixture(records))
}

/// The same with one sentence more in one statement of work.
fn edited(tree: &Tree) -> Tree {
    let path = "sow/00010-work.md";
    let text = tree.text(path).expect("the corpus has it");
    tree.clone().changed(&format!("-- {path} --\n{text}\nOne sentence more.\n"))
}

fn options() -> Options {
    Options { today: parse_date("2026-11-21").expect("a day"), drafts: false, base_url: None, index_links: false }
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn peer(bencher: Bencher, records: usize) {
    let tree = tree(records);
    let texts: Vec<&str> = tree.sources.values().map(|source| &*source.text).collect();
    bencher.bench_local(|| texts.par_iter().map(|text| parts(text)).sum::<usize>());
}

/// How many keys and events one file has.
fn parts(text: &str) -> usize {
    let front = text.strip_prefix("+++\n").and_then(|text| text.split_once("+++\n"));
    let (toml, body) = front.unwrap_or(("", text));
    let table: toml::Table = toml::from_str(toml).expect("the corpus is TOML");
    table.len()
        + Parser::new_ext(body, pulldown_cmark::Options::ENABLE_TABLES | pulldown_cmark::Options::ENABLE_GFM).count()
}

/// From the disk to a tree.
#[divan::bench(args = SIZES, sample_count = 10)]
fn read(bencher: Bencher, records: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, source) in &tree(records).sources {
        let file: PathBuf = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(file, &*source.text).expect("a file");
    }
    bencher.bench_local(|| Tree::read(folder.path()).expect("it was written"));
}

/// From a tree to findings.
#[divan::bench(args = SIZES, sample_count = 10)]
fn check(bencher: Bencher, records: usize) {
    let tree = tree(records);
    bencher.with_inputs(|| tree.clone()).bench_local_values(|tree| Project::of(tree, &options()));
}

/// From two trees that differ in one file to findings.
#[divan::bench(args = SIZES, sample_count = 10)]
fn check_against_base(bencher: Bencher, records: usize) {
    let base = tree(records);
    let head = edited(&base);
    let inputs = || (head.clone(), base.clone());
    bencher.with_inputs(inputs).bench_local_values(|(head, base)| Project::since(head, base, &options()));
}

/// From a tree to every page.
#[divan::bench(args = SIZES, sample_count = 5)]
fn cold_build(bencher: Bencher, records: usize) {
    let tree = tree(records);
    bencher.with_inputs(|| tree.clone()).bench_local_values(|tree| {
        let project = Project::of(tree, &options());
        let context = project.context();
        pages(&context).filter(Result::is_ok).count()
    });
}

/// From a saved file to its page, as the preview makes it.
#[divan::bench(args = SIZES, sample_count = 10)]
fn edit_to_page(bencher: Bencher, records: usize) {
    let tree = edited(&tree(records));
    bencher.with_inputs(|| tree.clone()).bench_local_values(|tree| {
        let project = Project::of(tree, &options());
        let context = project.context();
        let routes = routes(&context);
        let (_, route) = routes.iter().find(|(path, _)| path.as_str() == "sow/00010/index.html").expect("its page");
        black_box(render(&context, route).is_ok())
    });
}
