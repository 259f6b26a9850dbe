//! References to a record of another kind than the key takes.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::fields::kinds;
use crate::site::Resolved;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let references = facts.site.entries.iter().flat_map(|entry| entry.references.iter().map(move |it| (entry, it)));
    references
        .filter_map(|(entry, reference)| {
            let Resolved::WrongKind(found) = facts.site.resolve(&reference.text, reference.kinds) else { return None };
            let wanted: Vec<String> = kinds(reference.kinds).map(|kind| article(kind.title())).collect();
            let wanted = wanted.join(" or ");
            let message = format!(
                "`{}` names {wanted}, and `{}` is {}",
                reference.key,
                reference.text,
                article(found.kind().title())
            );
            let finding = facts.at(entry, reference.span, message);
            Some(finding.help(format!("write the id of {wanted}, or say it under another key")))
        })
        .collect()
}

/// `a person`, `an organization`.
fn article(noun: &str) -> String {
    let vowel = noun.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {noun}", if vowel { "an" } else { "a" })
}
