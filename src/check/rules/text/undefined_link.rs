//! Links by a name that nothing defines: readers see the brackets.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let broken = facts
        .site
        .entries
        .iter()
        .flat_map(|entry| entry.outline.broken_references.iter().map(move |(name, span)| (entry, name, *span)));
    broken
        .map(|(entry, name, span)| {
            let text = entry.text.get(span.range()).unwrap_or_default();
            let shown =
                text.split_once("][").map_or(name.as_str(), |(before, _)| before.trim_start_matches(['!', '[']));
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.contains("://") || name.starts_with(['#', '.', '/']) || name.ends_with(".md") {
                let finding = facts.at(entry, span, format!("`{name}` stands in square brackets, so this is no link"));
                return finding.help(format!("put the address into round brackets: `[{shown}]({name})`"));
            }
            facts
                .at(entry, span, format!("nothing says where `[{name}]` leads"))
                .help(format!("add a line `[{name}]: https://…`, or write `[{shown}](address)`"))
                .at_level(Level::Warning)
        })
        .collect()
}
