//! Any bytes as a record of any kind: the parser ends, and every place that it names lies in the text.

#![no_main]

use candor::document;
use candor::id::{ContentPath, Kind};
use candor::layout::Layout;
use candor::tree::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let kind = Kind::ALL[usize::from(*choice) % Kind::ALL.len()];
    let path = format!("{}/2025-01-01-x.md", kind.folder());
    let path = ContentPath::parse(path.trim_start_matches('/')).expect("a plain path");
    let text = String::from_utf8_lossy(bytes).into_owned();
    let document = document::parse(&path, &Source { text: text.as_str().into(), not_utf8: None }, Layout::usual());
    for problem in &document.problems {
        let span = problem.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "{problem:?}");
    }
});
