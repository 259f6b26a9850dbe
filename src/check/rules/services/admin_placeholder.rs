//! Services whose administrators are a stopgap and no people.

use crate::check::prelude::*;
use crate::check::rules::text::placeholder::is_placeholder;
use crate::site::Resolved;

/// How a pointer to somewhere else begins.
const POINTERS: [&str; 12] = [
    "see ", "ask ", "someone", "somebody", "anyone", "anybody", "nobody", "no one", "unknown", "everyone", "contact ",
    "various",
];

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, _service: &Service) -> Vec<Diagnostic> {
    let admins = entry.references.iter().filter(|reference| &*reference.key == "admins");
    let nobody = admins.filter(|it| {
        means_nobody(&it.text) && matches!(facts.site.resolve(&it.text, it.kinds), Resolved::Missing)
    });
    let finding = |text: &str, span: Span| {
        let message = format!("`{}` is listed as an administrator of {} and is nobody", shortened(text), name(entry));
        let help = "name the people who can log in, `admins = [\"…\", \"…\"]`; where nobody knows them, \
            `admins = { unknown = \"why\" }`";
        facts.at(entry, span, message).help(help)
    };
    nobody.map(|it| finding(&it.text, it.span)).collect()
}

/// Whether `text`, which leads to no person, is not even meant as one.
pub(crate) fn means_nobody(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    is_placeholder(text) || POINTERS.iter().any(|pointer| lower.starts_with(pointer))
}
