//! The list of a site's files, for whoever moves it to where it is served: what has the same hash there need not be moved.

use std::fs::File;
use std::io;
use std::sync::Mutex;

use serde::Serialize;

use crate::id::ContentPath;
use crate::page::{Body, Page};
use crate::site::places::MANIFEST;

/// One file: its path below the output, its length in bytes, and its BLAKE3 hash in hexadecimal.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
struct Line {
    path: String,
    size: u64,
    blake3: String,
}

/// What is listed so far, in no order.
#[derive(Debug, Default)]
pub(super) struct Manifest(Mutex<Vec<Line>>);

impl Manifest {
    /// Adds a file; one that lies on disk is read for it.
    pub(super) fn add(&self, file: &Page) -> io::Result<()> {
        let (hash, size) = match &file.body.bytes() {
            Ok(bytes) => (blake3::hash(bytes), bytes.len() as u64),
            Err(source) => {
                let mut hasher = blake3::Hasher::new();
                let size = io::copy(&mut File::open(source)?, &mut hasher)?;
                (hasher.finalize(), size)
            }
        };
        let line = Line { path: file.path.to_string(), size, blake3: hash.to_hex().to_string() };
        self.0.lock().expect("no thread panics while it pushes").push(line);
        Ok(())
    }

    /// The list as a file of the site, in the order of the paths, one file on each line. It does not name itself.
    pub(super) fn page(self) -> Page {
        let mut lines = self.0.into_inner().expect("no thread panics while it pushes");
        lines.sort_unstable();
        let files: Vec<String> =
            lines.iter().map(|line| serde_json::to_string(line).expect("text and numbers are JSON")).collect();
        let text = format!("{{\"version\":1,\"files\":[\n{}\n]}}\n", files.join(",\n"));
        Page { path: ContentPath::parse(MANIFEST).expect("a path"), body: Body::Text(text) }
    }
}
