//! Files of settings, which decide how everything else is judged: each is read as though every slip in it that can mean one thing
//! only were mended, so that nothing is concluded from a slip elsewhere. The slip is told all the same.

use toml::de::DeTable;

use super::decode::shape_of;
use super::headers::meant_header;
use super::{Origin, Reader, Table, keep_syntax_errors};
use crate::diagnostic::fix::{apart, apply, before, composed, do_meet};
use crate::diagnostic::{Diagnostic, Edit, Fix};
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
    let written = ReadFile { value, problems, is_broken, edits: Vec::new() };
    let (mut told, mut edits, mut mended) = (Vec::new(), Vec::new(), text.to_owned());
    let mut found = written.problems.clone();
    for _ in 0..if is_as_meant { ROUNDS } else { 0 } {
        let fixes = apart(&found, |fix| fix.edits.iter().all(|edit| edit.path == *path));
        let then: Vec<Edit> = fixes.iter().flat_map(|(_, fix)| fix.edits.iter().cloned()).collect();
        let next = apply(&mended, &then.iter().collect::<Vec<_>>()).filter(|next| DeTable::parse(next).is_ok());
        let Some((next, both)) = next.filter(|_| !then.is_empty()).zip(composed(text, &edits, &then)) else { break };
        told = with(told, fixes.into_iter().map(|(finding, _)| in_the_file(finding, &edits)), &both);
        (edits, mended) = (both, next);
        found = read::<T>(path, origin, &mended, &mended, &[]).1;
    }
    if edits.is_empty() {
        return written;
    }
    let (value, further) = read(path, origin, text, &mended, &edits);
    // What else was found before and is not any more was a guess, or followed from a slip.
    let further = further.into_iter().filter(|it| !is_edited(&edits, it));
    ReadFile { value, problems: told.into_iter().chain(further).collect(), is_broken: false, edits }
}

/// `finding` with its places as they are before `edits`.
fn in_the_file(finding: &Diagnostic, edits: &[Edit]) -> Diagnostic {
    let place = |span: Span| before(edits, span.range());
    finding.clone().with(|it| {
        it.span = it.span.map(place);
        it.labels.iter_mut().for_each(|label| label.span = place(label.span));
        it.fix.iter_mut().flat_map(|fix| &mut fix.edits).for_each(|edit| edit.span = place(edit.span));
    })
}

/// The findings `told` and those that were found once they are fixed, `then`, with what fixes them of `edits`. One that shows only
/// where another is fixed is told with that one, as what to write there.
fn with(told: Vec<Diagnostic>, then: impl Iterator<Item = Diagnostic>, edits: &[Edit]) -> Vec<Diagnostic> {
    let mut all = told;
    for finding in then {
        match all.iter_mut().find(|earlier| do_meet(fix_of(earlier), fix_of(&finding))) {
            Some(earlier) => {
                earlier.help = finding.help.clone();
                let is_safe = earlier.fix.as_ref().is_some_and(|fix| fix.is_safe);
                earlier.fix = finding.fix.clone().map(|fix| Fix { is_safe: fix.is_safe && is_safe, ..fix });
            }
            None => all.push(finding),
        }
    }
    let whole = |mut finding: Diagnostic| {
        let of_it: Vec<Edit> =
            edits.iter().filter(|edit| do_meet(&[Edit::clone(edit)], fix_of(&finding))).cloned().collect();
        finding.fix.iter_mut().for_each(|fix| fix.edits.clone_from(&of_it));
        finding
    };
    all.into_iter().map(whole).collect()
}

fn fix_of(finding: &Diagnostic) -> &[Edit] {
    finding.fix.as_ref().map_or(&[], |fix| &fix.edits)
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
    reader.shapes = Some(&shape_of::<T>);
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
