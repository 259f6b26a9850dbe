//! Names where an id belongs: they are understood today, and may be somebody else's tomorrow.

use crate::check::prelude::*;
use crate::fields::{PERSON, toml_text};
use crate::markdown::MentionKind;
use crate::site::Resolved;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let meant = |text: &str, kinds: u32| match facts.site.resolve(text, kinds) {
        Resolved::ByAlias(meant) => Some(meant),
        Resolved::Found(_) | Resolved::WrongKind(_) | Resolved::Missing => None,
    };
    let in_front_matter = entry.references.iter().filter_map(|reference| {
        let meant = meant(&reference.text, reference.kinds)?;
        let message = format!("“{}” is a name of `{}`, not its id", reference.text, meant.id);
        let finding = facts.at(entry, reference.span, message).help(format!("write `\"{}\"`", meant.id));
        let fix = || in_place(entry, reference.span, toml_text(&meant.id.to_string()));
        Some(finding.mended_by(is_found_by_id(facts, meant, reference.kinds).then(fix)))
    });
    let in_text = entry.outline.mentions.iter().filter_map(|mention| {
        let MentionKind::Person(slug) = &mention.what else { return None };
        let meant = meant(slug, PERSON)?;
        let message = format!("`@{slug}` is a name of `@{}`, not the id", meant.id);
        let finding = facts.at(entry, mention.span, message).help(format!("write `@{}`", meant.id));
        let can_be_mentioned = meant.id.key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        let fix = || in_place(entry, mention.span, format!("@{}", meant.id));
        Some(finding.mended_by((can_be_mentioned && is_found_by_id(facts, meant, PERSON)).then(fix)))
    });
    in_front_matter.chain(in_text).collect()
}

/// Whether the id means the same record as the name did: two kinds may have one id.
fn is_found_by_id(facts: &Facts, meant: &Entry, kinds: u32) -> bool {
    matches!(facts.site.resolve(&meant.id.to_string(), kinds), Resolved::Found(found) if found.at == meant.at)
}

fn in_place(entry: &Entry, span: Span, text: String) -> Fix {
    Fix::safe("write the id in place of the name", vec![Edit::new(&entry.path, span, text)])
}
