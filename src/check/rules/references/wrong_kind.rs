//! References to a record of another kind than the key takes.

use crate::check::prelude::*;
use crate::fields::one_of;
use crate::site::Resolved;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let references = facts.site.entries.iter().flat_map(|entry| entry.references.iter().map(move |it| (entry, it)));
    references
        .filter_map(|(entry, reference)| {
            let Resolved::WrongKind(found) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
            let wanted = one_of(reference.kinds);
            let message = format!(
                "`{}` names {wanted}, and `{}` is {}",
                reference.key,
                reference.text,
                found.kind().with_article()
            );
            let finding = facts.at(entry, reference.span, message);
            Some(finding.help(format!("write the id of {wanted}, or say it under another key")))
        })
        .collect()
}
