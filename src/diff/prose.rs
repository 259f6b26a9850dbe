//! The text of a record as a reader sees it, compared word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::check::plain;
use crate::markdown::without_comments;

/// Of a passage that is the same, so many words stay before and after what differs.
const AROUND: usize = 6;

/// Whether words are the same, went or came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// In both.
    Same,
    /// In the base alone.
    Out,
    /// In the head alone.
    In,
}

impl Sign {
    fn turned(self) -> Sign {
        match self {
            Sign::Same => Sign::Same,
            Sign::Out => Sign::In,
            Sign::In => Sign::Out,
        }
    }
}

/// A line without the marks that make a heading, a list or a quotation of it, with the box of a task as a sign.
fn visible(line: &str) -> String {
    const MARKS: [(&str, &str); 6] =
        [("- [ ] ", "☐ "), ("- [x] ", "☑ "), ("- [X] ", "☑ "), ("- ", ""), ("* ", ""), ("> ", "")];
    let line = line.trim_start();
    if let Some(heading) = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')) {
        return format!("{}:", heading.trim_end_matches(['#', ' ', ':']));
    }
    let mark = MARKS.into_iter().find_map(|(mark, sign)| Some(format!("{sign}{}", line.strip_prefix(mark)?)));
    mark.unwrap_or_else(|| line.to_owned())
}

/// The words of `body` as a reader sees them, line by line: the cells of a table without its lines, what stands for a picture, and
/// nothing of what only says where a link leads.
fn rendered(body: &str) -> String {
    let body = without_comments(body);
    let lines: Vec<&str> = body.lines().collect();
    let is_rule = |line: &str| {
        line.contains('|') && line.contains('-') && line.trim().chars().all(|it| matches!(it, '|' | '-' | ':' | ' '))
    };
    let mut is_row = vec![false; lines.len()];
    for at in (1..lines.len()).filter(|at| is_rule(lines[*at]) && lines[*at - 1].contains('|')) {
        let rows = lines[at..].iter().take_while(|line| line.contains('|')).count();
        is_row[at - 1..at + rows].fill(true);
    }
    let is_target = |line: &str| line.starts_with('[') && !line.starts_with("[^") && line.contains("]: ");
    let shown = |(line, is_row): (&&str, bool)| match is_row {
        true if is_rule(line) => String::new(),
        true => {
            plain(&line.replace("![", "[").replace("\\|", "\u{0}").replace('|', " ").replace('\u{0}', "|")).into_owned()
        }
        false if is_target(line.trim_start()) => String::new(),
        false => plain(&visible(&line.replace("![", "["))).into_owned(),
    };
    let text = lines.iter().zip(is_row).map(shown).collect::<Vec<_>>().join("\n");
    // A name alone is a link too, where a line says where it leads.
    let names = lines.iter().map(|line| line.trim_start()).filter(|line| is_target(line));
    let names = names.filter_map(|line| line[1..].split_once("]: ").map(|(name, _)| name));
    names.fold(text, |text, name| text.replace(&format!("[{name}]"), name))
}

/// The words of a text in their order, those that went before those that came in; of a passage that is the same, the words
/// next to what differs. Empty when nothing differs.
pub(super) fn pieces(before: &str, after: &str) -> Vec<(Sign, String)> {
    let (before, after) = (rendered(before), rendered(after));
    // The pieces are the same whichever side comes first.
    let mut found = match after < before {
        true => compared(&after, &before).into_iter().map(|(sign, text)| (sign.turned(), text)).collect(),
        false => compared(&before, &after),
    };
    for at in 1..found.len() {
        if (found[at - 1].0, found[at].0) == (Sign::In, Sign::Out) {
            found.swap(at - 1, at);
        }
    }
    found
}

fn compared(before: &str, after: &str) -> Vec<(Sign, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    if old == new {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut push = |sign: Sign, words: &[&str]| {
        if !words.is_empty() {
            found.push((sign, words.join(" ")));
        }
    };
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => {
                let ends = (old_index == 0, old_index + len == old.len());
                push(Sign::Same, &[folded(&old[old_index..old_index + len], ends).as_str()]);
            }
            DiffOp::Delete { old_index, old_len, .. } => push(Sign::Out, &old[old_index..old_index + old_len]),
            DiffOp::Insert { new_index, new_len, .. } => push(Sign::In, &new[new_index..new_index + new_len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(Sign::Out, &old[old_index..old_index + old_len]);
                push(Sign::In, &new[new_index..new_index + new_len]);
            }
        }
    }
    found
}

/// A passage that is the same, without what is far from what differs. `ends` says whether it begins and ends the text.
fn folded(words: &[&str], (begins, ends): (bool, bool)) -> String {
    let (first, last) = (if begins { 0 } else { AROUND }, if ends { 0 } else { AROUND });
    if words.len() <= first + last {
        return words.join(" ");
    }
    let (start, end) = (words[..first].join(" "), words[words.len() - last..].join(" "));
    [start.as_str(), "…", end.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
