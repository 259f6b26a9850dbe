//! Writes the record that the benches measure into a folder: `cargo bench --bench folder -- RECORDS FOLDER`.

mod corpus;

use std::fs;
use std::path::PathBuf;

use candor::tree::Tree;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with("--")).collect();
    let [records, folder] = &given[..] else {
        println!("a number of records and a folder are needed: nothing to write");
        return;
    };
    let records = records.parse().expect("a number of records");
    for (path, source) in &Tree::fixture(&corpus::fixture(records)).sources {
        let file: PathBuf = [folder, path.as_str()].iter().collect();
        fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("a folder");
        fs::write(file, &*source.text).expect("a file");
    }
}
