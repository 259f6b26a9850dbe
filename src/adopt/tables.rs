//! Tables in free texts, as far as they are written with bars at the ends of their lines.

use super::FreeText;
use crate::text::Span;

/// A table: its head, and its rows of as many cells or fewer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The place of the first column that is called one of `names`, each in small letters.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        self.head.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()))
    }
}

/// The tables within `span`, in the order of the text, and the lines outside of them.
pub(super) fn tables(text: &FreeText, span: Span) -> (Vec<Table>, Vec<&str>) {
    let lines: Vec<&str> = text.lines_in(span).collect();
    let (mut tables, mut others): (Vec<Table>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut is_open = false;
    for (at, line) in lines.iter().enumerate() {
        let Some(row) = cells(line) else {
            is_open = false;
            others.push(line);
            continue;
        };
        let begins = lines.get(at + 1).and_then(|next| cells(next)).is_some_and(|next| is_rule(&next));
        if begins {
            tables.push(Table { head: row, rows: Vec::new() });
            is_open = true;
        } else if !is_open {
            others.push(line);
        } else if let (false, Some(table)) = (is_rule(&row), tables.last_mut()) {
            table.rows.push(row);
        }
    }
    (tables, others)
}

/// The cells of a row; `None` for any other line. A bar behind a backslash or in code parts nothing.
fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?;
    let (mut cells, mut is_code, mut before) = (vec![String::new()], false, ' ');
    for letter in inner.chars() {
        is_code ^= letter == '`';
        if letter == '|' && !is_code && before != '\\' {
            cells.push(String::new());
        } else {
            cells.last_mut()?.push(letter);
        }
        before = letter;
    }
    let mut cells: Vec<String> = cells.into_iter().map(|cell| cell.trim().to_owned()).collect();
    if cells.len() > 1 && cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    Some(cells)
}

/// Whether a row is the line below the head of a table.
fn is_rule(row: &[String]) -> bool {
    row.iter().all(|cell| cell.contains('-') && cell.chars().all(|letter| "-: ".contains(letter)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    #[test]
    fn a_table_has_a_head_and_rows_and_other_lines_are_none() {
        let texts = texts(
            "-- a.md --\nBefore.\n\n| Name | What |\n|:--|--:|\n| `a|b` | x \\| y |\n| c |\n\nAfter.\n\n| no | table |\n",
        );
        let (tables, others) = tables(&texts[0], Span::new(0, texts[0].text.len()));
        assert_eq!(tables.len(), 1);
        assert_eq!(tables[0].head, ["Name", "What"]);
        assert_eq!(tables[0].rows, [vec!["`a|b`", "x \\| y"], vec!["c"]]);
        assert_eq!(tables[0].column(&["what"]), Some(1));
        assert_eq!(others, ["Before.", "After.", "| no | table |"]);
    }
}
