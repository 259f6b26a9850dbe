//! What git leaves in a file that two people changed, for somebody to choose from.

use crate::check::prelude::*;

/// One finding for each file: a conflict has two or three marks.
pub(crate) const FIND: Find = each!(file, find);

/// At the beginning of a line, before a blank or its end.
const MARKS: [&str; 3] = ["<<<<<<<", "|||||||", ">>>>>>>"];

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if !MARKS.iter().any(|mark| entry.text.contains(mark)) {
        return None;
    }
    let mut at = 0;
    let lines = entry.text.split_inclusive('\n').map(|line| {
        at += line.len();
        Span::new(at - line.len(), at - line.len() + line.trim_end().len())
    });
    let is_mark = |span: &Span| {
        let line = &entry.text[span.range()];
        MARKS.iter().any(|mark| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    // Both are in the order of the text.
    let code = &entry.outline.code;
    let is_code = |span: &Span| {
        let after = code.partition_point(|block| block.start <= span.start);
        after.checked_sub(1).is_some_and(|before| span.start < code[before].end)
    };
    let marks: Vec<Span> = lines.filter(is_mark).filter(|span| !is_code(span)).collect();
    marks.first()?;
    let message = "two versions of this text were never brought together: the marks of git are still in it";
    let help =
        "keep what is right of each version, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    Some(facts.at_all(entry, marks, message.to_owned(), "and this").help(help))
}
