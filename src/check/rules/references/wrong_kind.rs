//! References to a record of another kind than the key takes.

use crate::check::prelude::*;
use crate::fields::one_of;
use crate::site::Resolved;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let wrong = entry.references.iter().filter_map(|reference| {
        let Resolved::WrongKind(found) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
        let (key, text, wanted) = (&reference.key, &reference.text, one_of(reference.kinds));
        let message = format!("`{key}` names {wanted}, and `{text}` is {}", found.kind().with_article());
        let help = format!("write in `{key}` the id of {wanted}, or write this one under another key");
        Some(facts.at(entry, reference.span, message).help(help).concerning(&found.path, None))
    });
    wrong.collect()
}
