//! Tables: in a frame that scrolls by itself, aligned by class.

use pulldown_cmark::Alignment;

use super::escape;
use super::writer::{End, Table, Writer};

/// What stands in a row of `source` behind its last cell, which ends at `from`, up to `row_end`: cells for which the table has
/// no column, as they are written, from their pipe on. `None` when there are none.
pub(super) fn surplus(source: &str, from: usize, row_end: usize) -> Option<&str> {
    let rest = source.get(from..row_end)?.trim();
    let rest = rest.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(rest).trim();
    (!rest.trim_matches(['|', ' ', '\t']).is_empty()).then_some(rest)
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.tables += 1;
        let number = if self.tables == 1 { String::new() } else { format!(" {}", self.tables) };
        self.table = Table { alignments, in_head: true, cell: 0, row_end: 0 };
        let start = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table";
        self.open_block(&format!("{start}{number}\"><table>"), true);
    }

    pub(super) fn start_row(&mut self, start: &str, in_head: bool, row_end: usize) {
        self.table.in_head = in_head;
        self.table.cell = 0;
        self.table.row_end = row_end;
        self.open(start, true);
    }

    pub(super) fn start_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.cell) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        self.table.cell += 1;
        self.push(End::Known, true);
        self.out.push_str(if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.out.push_str(class);
        self.out.push('>');
    }

    /// Writes the cells behind the last column that the cell ending at `from` stands in, as they are written.
    pub(super) fn surplus_cells(&mut self, from: usize) {
        if self.table.cell == self.table.alignments.len()
            && let Some(text) = surplus(self.source, from, self.table.row_end)
        {
            self.line();
            self.out.push(' ');
            escape::text(&mut self.out, text);
        }
    }

    pub(super) fn end_cell(&mut self, at: usize) {
        if !self.table.in_head {
            self.out.push_str("</td>");
        } else if self.out[at..].ends_with('>') && !self.out[at + 1..].contains('<') {
            // A heading that says nothing is none.
            self.out.truncate(at);
            self.out.push_str("<td></td>");
        } else {
            self.out.push_str("</th>");
        }
    }
}
