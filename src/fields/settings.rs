//! Files of settings, which decide how everything else is judged: each is read as though every slip in it that can mean one thing
//! only were mended, so that nothing is concluded from a slip elsewhere. The slip is told all the same.

use toml::de::DeTable;

use super::decode::shape_of;
use super::headers::meant_header;
use super::{Origin, Reader, Table, keep_syntax_errors};
use crate::diagnostic::fix::{apart, apply};
use crate::diagnostic::{Diagnostic, Edit};
use crate::id::ContentPath;
use crate::text::Span;

/// What a file of settings says.
pub(crate) struct ReadFile<T> {
    /// Its table; its places are those in the file.
    pub value: T,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
    /// Whether it is no TOML, and what is meant is not known either.
    pub is_broken: bool,
    /// What mends its slips, in the order of the places; empty where those are not read as what they mean.
    pub edits: Vec<Edit>,
}

/// After so many rounds nothing more is looked for: what is mended may show a further slip.
const ROUNDS: usize = 4;

/// The table in `text`, the file at `path`. Unless it `is_as_meant`, what has a slip in it is not read.
pub(crate) fn settings<T: Table>(path: &ContentPath, origin: Origin, text: &str, is_as_meant: bool) -> ReadFile<T> {
    let (value, mut problems) = read(path, origin, text, text, &[]);
    let is_broken = keep_syntax_errors(&mut problems);
    let mut file = ReadFile { value, problems, is_broken, edits: Vec::new() };
    let mut told: Vec<Diagnostic> = Vec::new();
    for _ in 0..if is_as_meant { ROUNDS } else { 0 } {
        let fixes = apart(&file.problems, &file.edits, |fix| fix.edits.iter().all(|edit| edit.path == *path));
        if fixes.is_empty() {
            break;
        }
        let mut edits = file.edits.clone();
        edits.extend(fixes.iter().flat_map(|(_, fix)| fix.edits.iter().cloned()));
        edits.sort();
        let mended = apply(text, &edits.iter().collect::<Vec<_>>());
        let Some(mended) = mended.filter(|mended| DeTable::parse(mended).is_ok()) else { break };
        told.extend(fixes.into_iter().map(|(finding, _)| finding.clone()));
        let (value, further) = read(path, origin, text, &mended, &edits);
        // What else was found before and is not any more was a guess, or followed from a slip.
        let further = further.into_iter().filter(|it| !is_edited(&edits, it));
        file = ReadFile { value, problems: told.iter().cloned().chain(further).collect(), is_broken: false, edits };
    }
    file
}

/// Whether `finding` stands where one of `edits` mends a slip, which is told already.
pub(crate) fn is_edited(edits: &[Edit], finding: &Diagnostic) -> bool {
    let is_at = |edit: &Edit| edit.path == finding.path && finding.span.is_some_and(|span| edit.span.holds(span));
    edits.iter().any(is_at)
}

/// What `mended` holds, which is `text` after `edits`, with every place as it is in `text`.
fn read<T: Table>(
    path: &ContentPath,
    origin: Origin,
    text: &str,
    mended: &str,
    edits: &[Edit],
) -> (T, Vec<Diagnostic>) {
    let keys = || T::ROWS.iter().map(|row| row.key);
    let mut reader = Reader::new(path, 0);
    reader.origin = origin;
    let closed = reader.closed(mended, &|name| meant_header(name, keys(), &shape_of::<T>));
    let table = reader.parse(&closed);
    if !edits.is_empty() {
        text.clone_into(&mut reader.source);
        reader.edits = edits.to_vec();
    }
    let mut fields = reader.table(table.get_ref(), Span::new(0, 0)).expecting(keys(), &shape_of::<T>);
    let value = T::decode_table(&mut fields);
    fields.finish();
    (value, reader.problems)
}
