//! Names where an id belongs: they are understood today, and may be somebody else's tomorrow.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::fields::PERSON;
use crate::markdown::MentionKind;
use crate::site::{Entry, Resolved};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.entries.iter().flat_map(|entry| in_front_matter(facts, entry).chain(in_text(facts, entry))).collect()
}

fn in_front_matter<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    entry.references.iter().filter_map(|reference| {
        let Resolved::ByAlias(meant) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
        let message = format!("“{}” is a name of `{}`, not its id", reference.text, meant.id);
        Some(facts.at(entry, reference.span, message).help(format!("write `\"{}\"`", meant.id)))
    })
}

fn in_text<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    entry.outline.mentions.iter().filter_map(|mention| {
        let MentionKind::Person(slug) = &mention.what else { return None };
        let Resolved::ByAlias(meant) = facts.site.resolve(slug, PERSON) else { return None };
        let message = format!("`@{slug}` is a name of `@{}`, not the id", meant.id);
        Some(facts.at(entry, mention.span, message).help(format!("write `@{}`", meant.id)))
    })
}
