//! Services whose administrators are a stopgap and no people.

use crate::check::prelude::*;
use crate::check::rules::text::placeholder::is_placeholder;
use crate::site::Resolved;

/// How a pointer to somewhere else begins.
const POINTERS: [&str; 12] = [
    "see ", "ask ", "someone", "somebody", "anyone", "anybody", "nobody", "no one", "unknown", "everyone", "contact ",
    "various",
];

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Service).flat_map(|entry| of_service(facts, entry)).collect()
}

fn of_service(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let admins = entry.references.iter().filter(|reference| &*reference.key == "admins");
    let stopgaps = admins.filter(|it| {
        stands_for_nobody(&it.text) && matches!(facts.site.resolve(&it.text, it.kinds), Resolved::Missing)
    });
    stopgaps
        .map(|it| {
            let message =
                format!("`{}` stands among the administrators of {} and is nobody", shortened(&it.text), name(entry));
            let help = "name the people who can log in, `admins = [\"…\", \"…\"]`; where nobody knows them, \
                `admins = { unknown = \"why\" }`";
            facts.at(entry, it.span, message).help(help)
        })
        .collect()
}

/// Whether `text`, which leads to no person, is not even meant as one.
pub fn stands_for_nobody(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    is_placeholder(text) || POINTERS.iter().any(|pointer| lower.starts_with(pointer))
}
