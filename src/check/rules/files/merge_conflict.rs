//! What git leaves in a file that two people changed, for somebody to choose from.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;

/// One finding for each file: a conflict has two or three marks.
pub(crate) const FIND: Find = each!(file, find);

/// Seven signs at the beginning of a line, before a blank or its end.
static MARK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^(?:<{7}|\|{7}|>{7})(?: .*|[\t\r]*)$").expect("the pattern is one"));

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    // Both are in the order of the text.
    let code = &entry.outline.code;
    let is_code = |span: &Span| {
        let after = code.partition_point(|block| block.start <= span.start);
        after.checked_sub(1).is_some_and(|before| span.start < code[before].end)
    };
    let marks = MARK.find_iter(&entry.text).map(|it| Span::new(it.start(), it.start() + it.as_str().trim_end().len()));
    let marks: Vec<Span> = marks.filter(|span| !is_code(span)).collect();
    marks.first()?;
    let message = "two versions of this text were never brought together: the marks of git are still in it";
    let help =
        "keep what is right of each version, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    Some(facts.at_all(entry, marks, message.to_owned(), "and this").help(help))
}
