//! Keys that are near to one that a table has and that is not there: taken for it, misspelt. What the key says is not read,
//! so nothing follows from it, and its author reads of it once.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Edit, Fix};
use crate::id::ContentPath;
use crate::text::{Span, nearest};

use super::kept;

/// A key that is taken for another one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Misspelt<'t, 'a> {
    /// As it is written.
    pub written: &'t str,
    /// The key that it is taken for.
    pub meant: &'a str,
    /// What stands at it, counted from the beginning of the front matter.
    pub value: Span,
}

/// A key of a table, with the place where something stands that was meant for it.
#[derive(Clone, Copy)]
pub(super) struct Elsewhere<'t, 'a> {
    /// The key of the table.
    pub meant: &'a str,
    /// Where that stands.
    pub place: Span,
    /// The key as which it stands in a table that nothing reads, as other programs have `[extra]`: the name of that table.
    pub unread: Option<&'t str>,
}

/// The keys of `table` that are none of `known`, but near to one of them that is not there; or to one that is, where both are
/// tables or lists of tables, of which each has a header of its own.
pub(super) fn misspelt<'t, 'a>(
    table: &'t DeTable<'t>,
    known: &[&'a str],
    are_others_kept: bool,
) -> Vec<Misspelt<'t, 'a>> {
    let others = table.iter().filter(|(key, _)| !is_known(key.get_ref(), known));
    let found = others.filter_map(|(key, value)| {
        let written: &str = key.get_ref();
        let may_be_meant = |known: &&str| table.get(*known).is_none_or(|it| are_tables(it.get_ref(), value.get_ref()));
        let open = || known.iter().copied().filter(may_be_meant);
        let meant = nearest(written, open())?;
        (!are_others_kept || kept::is_slip_of(written, open())).then(|| Misspelt {
            written,
            meant,
            value: value.span().into(),
        })
    });
    found.collect()
}

pub(super) fn is_known(key: &str, known: &[&str]) -> bool {
    key.starts_with("x-") || known.contains(&key)
}

/// Whether both can have a header of their own: of tables with one name, each goes on where another one stopped.
fn are_tables(one: &DeValue, other: &DeValue) -> bool {
    let has_header = |value: &DeValue| match value {
        DeValue::Array(list) => list.iter().any(|it| it.get_ref().is_table()),
        other => other.is_table(),
    };
    has_header(one) && has_header(other)
}

/// What calls the key at `key` of a file by the name that is meant: in each header of its tables where it has several. `source`
/// begins `offset` bytes into the file.
pub(super) fn fix(path: &ContentPath, source: &str, offset: usize, key: Span, meant: &str) -> Fix {
    let inside = Span::new(key.start - offset, key.end - offset);
    let written = &source[inside.range()];
    let header = format!("[[{written}]]");
    let mut at = 0;
    let lines = source.split_inclusive('\n').map(|line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    let headers = lines.filter_map(|(start, line)| {
        let indent = line.len() - line.trim_start().len();
        let name = start + indent + "[[".len();
        line.trim_start().starts_with(&header).then(|| Span::new(name, name + written.len()))
    });
    let headers: Vec<Span> = headers.collect();
    let places = if headers.contains(&inside) { headers } else { vec![inside] };
    let edits = places.into_iter().map(|place| Edit::new(path, place.shifted(offset), meant)).collect();
    Fix::patch(format!("call the key `{meant}`"), edits)
}
