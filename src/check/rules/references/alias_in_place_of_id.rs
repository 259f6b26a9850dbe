//! Names where an id belongs: they are understood today, and may be somebody else's tomorrow.

use crate::check::prelude::*;
use crate::fields::{PERSON, toml_text};
use crate::markdown::MentionKind;
use crate::site::Resolved;

pub const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    in_front_matter(facts, entry).chain(in_text(facts, entry)).collect()
}

fn in_front_matter<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    entry.references.iter().filter_map(|reference| {
        let Resolved::ByAlias(meant) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
        let message = format!("“{}” is a name of `{}`, not its id", reference.text, meant.id);
        let finding = facts.at(entry, reference.span, message).help(format!("write `\"{}\"`", meant.id));
        let text = toml_text(&meant.id.to_string());
        Some(if is_found_by_id(facts, meant, reference.kinds) {
            with_fix(finding, entry, reference.span, text)
        } else {
            finding
        })
    })
}

fn in_text<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    entry.outline.mentions.iter().filter_map(|mention| {
        let MentionKind::Person(slug) = &mention.what else { return None };
        let Resolved::ByAlias(meant) = facts.site.resolve(slug, PERSON) else { return None };
        let message = format!("`@{slug}` is a name of `@{}`, not the id", meant.id);
        let finding = facts.at(entry, mention.span, message).help(format!("write `@{}`", meant.id));
        let can_be_mentioned = meant.id.key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        Some(if can_be_mentioned && is_found_by_id(facts, meant, PERSON) {
            with_fix(finding, entry, mention.span, format!("@{}", meant.id))
        } else {
            finding
        })
    })
}

/// Whether the id means the same record as the name did: two kinds may have one id.
fn is_found_by_id(facts: &Facts, meant: &Entry, kinds: u32) -> bool {
    matches!(facts.site.resolve(&meant.id.to_string(), kinds), Resolved::Found(found) if found.at == meant.at)
}

fn with_fix(finding: Diagnostic, entry: &Entry, span: Span, text: String) -> Diagnostic {
    finding.fix(Fix::safe("write the id in place of the name", vec![Edit::new(&entry.path, span, text)]))
}
