//! Lines of YAML that make the parser stumble over the keys behind them, so that it would say the same of each of those.

use crate::text::Span;

use super::super::stumbles::blank;
use super::{Problem, at_place, place_of_error};

/// The line that does: the first one, where it stands further in than the others, or one that is meant as a key and is none.
/// `None` where all of `text` is read, and where no such line is to blame.
pub(super) fn line(text: &str) -> Option<Problem> {
    let at = place_of_error(text)?;
    let lines = telling_lines(text);
    let before = lines.iter().take_while(|(start, _)| *start <= at).count();
    (0..before).rev().filter_map(|index| problem(&lines, index)).find(|problem| {
        let spaces: String = text[problem.lost.range()].chars().map(blank).collect();
        let without = format!("{}{spaces}{}", &text[..problem.lost.start], &text[problem.lost.end..]);
        // It is to blame where the parser comes further without it.
        place_of_error(&without).is_none_or(|later| later > at)
    })
}

/// The lines that say something, each with where it begins.
fn telling_lines(text: &str) -> Vec<(usize, &str)> {
    let mut end = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        end += line.len();
        (end - line.len(), line.trim_end())
    });
    lines.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#')).collect()
}

/// What is wrong with the line at `index`, should it be to blame; `None` for a line that is a key, or a part of what one says.
fn problem(lines: &[(usize, &str)], index: usize) -> Option<Problem> {
    let (start, line) = lines[index];
    let indent = line.len() - line.trim_start().len();
    let place = Span::new(start + indent, start + line.len());
    if index == 0 && indent > 0 {
        let message = match line.trim_start_matches(' ').starts_with('\t') {
            true => "a tab stands where only spaces can",
            false => "the first key stands further in than the others",
        };
        let next = lines[1..].iter().find(|(_, line)| !line.starts_with([' ', '\t']))?;
        let found = at_place(place, message, "begin the key at the first column");
        return Some(Problem { lost: Span::new(start, next.0), ..found });
    }
    let key = line.split(|letter: char| !(letter.is_ascii_alphanumeric() || "_-".contains(letter))).next()?;
    let is_key = line.contains(": ") || line.ends_with(':');
    let found = at_place(place, "no colon with a space behind it follows this key", format!("write `{key}: …`"));
    (indent == 0 && !is_key && line.starts_with(|letter: char| letter.is_ascii_alphanumeric())).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::readable;

    fn read(text: &str) -> (String, Vec<String>) {
        let (text, problems) = readable(text);
        (text.into_owned(), problems.into_iter().map(|it| it.message).collect())
    }

    #[test]
    fn one_line_that_is_no_key_is_one_problem() {
        for (broken, message) in [
            ("\ttitle: A", "a tab stands where only spaces can"),
            ("  title: A", "the first key stands further in than the others"),
            ("title \"A\"", "no colon with a space behind it follows this key"),
            ("title:\"A\"", "no colon with a space behind it follows this key"),
            ("title = \"A\"", "no colon with a space behind it follows this key"),
        ] {
            let (text, problems) = read(&format!("{broken}\nowner: ada\ntags: [a, b]\nevent:\n  - to: draft\n"));
            assert_eq!(problems, [message], "{broken}");
            assert!(text.contains("owner: ada") && !text.contains("title"), "{text}");
        }
        let inside = "title: A\nowner ada\ntags: [a]\n";
        assert_eq!(read(inside).1, ["no colon with a space behind it follows this key"]);
        for whole in ["title: A\ntext: |\n  owner ada\n", "title: A\ntags: [\n  a,\n  b\n]\n", "", "# a\n"] {
            assert_eq!(read(whole).1, Vec::<String>::new(), "{whole}");
        }
    }
}
