//! Any bytes as a group's own profile: loading ends, and every place that a finding names lies in the text.

#![no_main]

use candor::document;
use candor::fields::At;
use candor::id::ContentPath;
use candor::text::Span;
use candor::tree::{Source, Tree};
use candor::workflow::Profile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let path = ContentPath::parse("ours.toml").expect("a plain path");
    let mut tree = Tree::default();
    tree.sources.insert(path.clone(), Source { text: text.as_str().into(), not_utf8: None });
    let names = [At { value: "ours.toml".to_owned(), span: Span::new(0, 0) }];
    let config = ContentPath::parse("candor.toml").expect("a plain path");
    let (_, findings) = Profile::load(&names, &tree, &config, &document::vocabulary());
    for finding in findings.iter().filter(|finding| finding.path == path) {
        let span = finding.span.unwrap_or_default();
        assert!(text.get(span.range()).is_some(), "{finding:?}");
    }
});
