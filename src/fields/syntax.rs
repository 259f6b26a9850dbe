//! What the parser of TOML stumbles over, as findings, and what is a guess because of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::{Span, ceil, floor, quoted};

use super::asked::{blanks_in_key, misread, nothing};
use super::headers::{Header, MeantHeader, end_of_table, header_above, line_of, single_before};
use super::reader::{Parsed, Reader};
use super::stops::{SyntaxError, passed_over};
use super::stumbles::{Lines, Stumbles};
use super::unclosed::{Unclosed, begins_anew, closed, swallowed};
use super::{Shape, slips};

impl Reader<'_> {
    /// `source` as it is best read: as though what nothing closes were closed. Each such list and table is a diagnostic.
    /// `meant` knows which headers there are.
    pub(super) fn closed<'s>(&mut self, source: &'s str, meant: &MeantHeader) -> Cow<'s, str> {
        let (text, stops) = passed_over(source, meant);
        if !stops.is_empty() {
            self.passed_over = (stops, Some(source.to_owned()));
        }
        let (text, unclosed) = closed(text);
        self.unclosed(unclosed);
        text
    }

    pub(super) fn unclosed(&mut self, unclosed: Vec<Unclosed>) {
        self.closed_at = unclosed.iter().map(|open| open.end + self.offset).collect();
        let reported = unclosed.into_iter().map(|open| {
            let comma = usize::from(open.is_at_comma);
            let [start, next, end] =
                [open.start, open.next, Span::new(open.end, open.end + comma)].map(|it| it.shifted(self.offset));
            let (what, item) = if open.sign == ']' { ("list", "item") } else { ("table", "key") };
            let message = format!("{} is not valid TOML: nothing closes this {what}", self.origin.title());
            Diagnostic::new("invalid-toml", self.path, start, message)
                .label(self.path, next, format!("this is no {item} of it"))
                .help(format!("write `{}` after its last {item}", open.sign))
                .fix(Fix::patch(format!("write `{}`", open.sign), vec![Edit::new(self.path, end, open.sign)]))
        });
        self.problems.extend(reported);
    }

    /// The table that `source` holds, as far as it can be read; every syntax error is a diagnostic.
    pub fn parse<'s>(&mut self, source: &'s str) -> Spanned<DeTable<'s>> {
        let (mut errors, written) = std::mem::take(&mut self.passed_over);
        let (table, others) = DeTable::parse_recoverable(source);
        errors.extend(others.into_iter().map(SyntaxError::from));
        self.parsed(written.as_deref().unwrap_or(source), (table, errors))
    }

    /// The table of `source`, which the parser has read; each of its syntax errors is a diagnostic.
    pub(crate) fn parsed<'s>(&mut self, source: &str, (table, errors): Parsed<'s>) -> Spanned<DeTable<'s>> {
        source.clone_into(&mut self.source);
        self.report_missing = errors.is_empty() && self.problems.is_empty();
        if self.report_missing {
            return table;
        }
        let unclosed = self.problems.len();
        let lines = Lines::of(source);
        let swallowed = swallowed(source, table.get_ref(), &errors);
        let mut lost: Vec<Span> = errors.iter().filter_map(|error| below_broken_header(source, error)).collect();
        // What follows a list that nothing closes was told with it.
        let labels = self.problems.iter().flat_map(|it| &it.labels);
        let mut told: BTreeSet<usize> = labels.map(|label| lines.number(label.span.start - self.offset)).collect();
        let mut misses_before = false;
        let mut repeated_until = 0;
        let mut errors = errors;
        errors.sort_by_key(|error| error.span.start);
        let conflicts = conflicts(source);
        let repeated: Vec<Span> = errors.iter().filter(|it| it.message == "duplicate key").map(|it| it.span).collect();
        for error in errors {
            let mut span = error.span;
            // Of two versions that were never brought together, the first line is told.
            if let Some(first) = conflicts.iter().find(|it| it.start <= span.start && span.start < it.end) {
                span = Span::new(first.start, first.start);
            }
            // One broken value makes the parser stumble several times on its line; the first word on it is enough.
            if !told.insert(lines.number(span.start)) {
                continue;
            }
            // What it finds wrong in what is left open is all of one cause.
            if swallowed.iter().any(|it| it.first < span.start && span.start <= it.open.end) {
                continue;
            }
            // In a table without its `}` each further key is one too many.
            let misses = error.message.starts_with("missing ");
            if std::mem::replace(&mut misses_before, misses) && misses && begins_anew(source, span.start) {
                continue;
            }
            if let Some(meant) = &error.meant {
                let name = meant.trim_matches(['[', ']']);
                let outermost = name.split('.').next().unwrap_or(name);
                self.broken_headers.push((outermost.to_owned(), span.shifted(self.offset)));
                self.problems.push(broken_header(self, source, span, name, meant));
                continue;
            }
            let on_line = Header::on_line_of(source, span.start);
            if error.message != "duplicate key" {
                let is_read = |it: &Header| it.is_whole() && slips::odd_space(source, span.start).is_none();
                self.broken_headers.extend(on_line.iter().filter(|it| !is_read(it)).map(|it| it.of_file(self.offset)));
                self.problems.push(syntax_error(self, source, span, &error.message));
                // The finding may begin before it, at a list that goes on here.
                lost.push(span);
                continue;
            }
            // Where one header lacks a bracket, those below it are of the same cause, which is reported by itself.
            if let Some(single) = on_line.and_then(|it| single_before(source, &it)) {
                self.after_single.push((single.place.shifted(self.offset), repeated_key(self, source, span)));
                continue;
            }
            // The keys below the header of a table that is there already are there again too, and where a header is missing, all
            // that are below it.
            if span.start >= repeated_until {
                repeated_until = self.repeated(source, &repeated, span, &mut lost);
            }
        }
        let reported = self.problems[unclosed..].iter().filter_map(|problem| problem.span);
        let after_single = self.after_single.iter().filter_map(|(_, problem)| problem.span);
        let reported = reported.chain(after_single);
        let reported = reported.chain(conflicts.into_iter().map(|it| it.shifted(self.offset)));
        let lost = lost.into_iter().map(|it| it.shifted(self.offset));
        self.stumbles = Stumbles::new(reported.chain(lost).collect(), lines, self.offset);
        table
    }

    /// Reports the key or the header at `span`, the first of the places `repeated` from there on at which something is there already;
    /// up to the byte that it gives, those that follow are of one cause. What is not read for it is `lost`.
    fn repeated(&mut self, source: &str, repeated: &[Span], span: Span, lost: &mut Vec<Span>) -> usize {
        let end = end_of_table(source, span);
        let keys = headless(source, repeated, Span::new(span.start, end));
        if keys.len() < 2 {
            self.problems.push(repeated_key(self, source, span));
            return if header(source, span).is_some() { end } else { 0 };
        }
        let above = header_above(source, span.start);
        self.broken_headers.extend(above.map(|it| it.of_file(self.offset)));
        // Those before the first one that belong to the same table.
        let begin = source[..span.start].rfind("\n\n").map_or(0, |at| at + 2);
        lost.push(Span::new(above.map_or(begin, |it| begin.max(it.place.end)), end));
        self.problems.push(missing_header(self, source, &keys));
        end
    }

    /// Whether the parser stumbled on the lines of `span`. What is read there is a guess, which may go on into a comment or
    /// into other keys.
    pub(super) fn is_broken(&self, span: Span) -> bool {
        // What the parser puts where there is no value stands nowhere.
        let is_nowhere = span == Span::new(self.offset, self.offset);
        !self.stumbles.is_empty() && (is_nowhere || self.stumbles.on_lines_of(span))
    }

    /// Whether the list at `span` stands between brackets: not as tables with headers, or with a dash before each item.
    pub(super) fn is_in_brackets(&self, span: Span) -> bool {
        let (before, list) = self.source.split_at_checked(span.start.saturating_sub(self.offset)).unwrap_or_default();
        let begins_line = before.trim_end_matches([' ', '\t']).ends_with('\n') || before.trim().is_empty();
        list.starts_with('[') && !(begins_line && list.starts_with("[["))
    }

    /// Where the parser first stumbled within `span` and after its beginning, or where what stands there was taken to end;
    /// `None` when neither is so.
    pub(super) fn first_break(&self, span: Span) -> Option<usize> {
        let stumbled = self.stumbles.first_after(span.start);
        let ends = self.closed_at.iter().copied().filter(|at| *at > span.start);
        stumbled.into_iter().chain(ends).min().filter(|at| *at < span.end)
    }
}

/// Whether the TOML behind `problems` is broken; then only what is wrong with the TOML stays, for keys and values may stand
/// elsewhere than they were meant to.
pub fn keep_syntax_errors(problems: &mut Vec<Diagnostic>) -> bool {
    let is_broken = problems.iter().any(|it| it.rule == "invalid-toml");
    problems.retain(|it| !is_broken || matches!(it.rule, "invalid-toml" | "impossible-date"));
    is_broken
}

/// A header without its brackets, as YAML has them, or that other brackets close than open it.
fn broken_header(reader: &Reader, source: &str, span: Span, name: &str, meant: &str) -> Diagnostic {
    let place = span.shifted(reader.offset);
    let is_bare = Header::on_line_of(source, span.start).is_none();
    let what = if is_bare { "stands without its brackets" } else { "is not closed as it is opened" };
    let edits = vec![Edit::new(reader.path, place, meant)];
    let title = format!("write `{meant}`");
    Diagnostic::new("invalid-toml", reader.path, place, format!("the header of the table `{name}` {what}"))
        .help(title.clone())
        .fix(if is_bare { Fix::patch(title, edits) } else { Fix::safe(title, edits) })
}

fn syntax_error(reader: &Reader, source: &str, span: Span, message: &str) -> Diagnostic {
    if let Some(header) = Header::on_line_of(source, span.start).filter(|it| !it.is_whole()) {
        return broken_header(reader, source, header.place, header.name, &header.written());
    }
    if let Some(finding) = slip(reader, source, span) {
        return finding;
    }
    let span = whole_token(source, span);
    let written = &source[span.range()];
    let at = span.shifted(reader.offset);
    if is_token_of_day(written) {
        return Diagnostic::new("impossible-date", reader.path, at, "there is no such day").help(format!(
            "write the day as year-month-day, without quotes: `{}2021-03-30`",
            slips::key_before(source, span)
        ));
    }
    let message = message.lines().next().unwrap_or(message);
    let open = [
        ("unclosed array,", "list", "`]` after its last item"),
        ("unclosed inline table", "table", "`}` after its last key"),
    ];
    if let Some((_, what, close)) = open.iter().find(|(begin, ..)| message.starts_with(begin)) {
        let message =
            format!("{} is not valid TOML: nothing closes the {what} before this place", reader.origin.title());
        return Diagnostic::new("invalid-toml", reader.path, at, message).help(format!("write {close}"));
    }
    Diagnostic::new("invalid-toml", reader.path, at, format!("{} is not valid TOML: {message}", reader.origin.title()))
        .help(format!(
            "text stands in double quotes, `{}\"…\"`; lists in brackets; dates, numbers, true and false stand bare",
            slips::key_before(source, span)
        ))
}

/// Whether `written` begins as a day does: it may be one that the calendar does not have.
fn is_token_of_day(written: &str) -> bool {
    written.len() >= 6 && written.as_bytes()[4..5] == *b"-" && written.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

/// A day in another notation, or a text in the quotes of a word processor, with what is meant.
fn slip(reader: &Reader, source: &str, span: Span) -> Option<Diagnostic> {
    let at = floor(source, span.start.min(source.len()));
    let of_line = odd_space(reader, source, at).or_else(|| blanks_in_key(reader, source, at));
    if let Some(finding) = of_line.or_else(|| unassigned(reader, source, at)) {
        return Some(finding);
    }
    if let Some(finding) = nothing(reader, source, at) {
        return Some(finding);
    }
    let slips::Written { text, span, key } = slips::written(source, at)?;
    let shape = reader.asked(source, at, key);
    let place = span.shifted(reader.offset);
    let straight = slips::curly(text).map(|inner| super::toml_text(&inner));
    if let Some(straight) = straight.or_else(|| slips::curly_within(text)) {
        let message = format!("the text of `{key}` stands in curly quotes, which TOML does not read");
        return Some(
            Diagnostic::new("invalid-toml", reader.path, place, message)
                .help("put it in straight quotes: `\"…\"`")
                .fix(slips::fix(reader.path, place, "put it in straight quotes".to_owned(), straight)),
        );
    }
    let is_closed = || text.ends_with(']') || source[span.end..].trim().is_empty() || begins_anew(source, span.end);
    let braced = text.strip_prefix('{').and_then(|inner| inner.strip_suffix('}'));
    let braced = braced.filter(|_| matches!(shape, Shape::List(_)));
    let list = braced.and_then(|inner| slips::listed(&format!("[{inner}]")));
    if let Some(list) = list.or_else(|| slips::listed(text)).filter(|_| braced.is_some() || is_closed()) {
        let message = match braced {
            Some(_) => format!("the list `{key}` stands in braces, which hold a table"),
            None => format!("the texts in the list `{key}` stand without quotes, commas or brackets"),
        };
        let help = format!("write `{key} = [\"…\", \"…\"]`");
        let fix = slips::fix(reader.path, place, help.clone(), list);
        return Some(Diagnostic::new("invalid-toml", reader.path, place, message).help(help).fix(fix));
    }
    let may_be_quoted = !shape.is_never_quoted();
    if let Some(finding) = unquoted(reader, source, (at, may_be_quoted), text, place, key) {
        return Some(finding);
    }
    if let Some((meant, what, help)) = slips::nearly_read(text, &shape) {
        let finding = Diagnostic::new("invalid-toml", reader.path, place, format!("{what} `{key}`")).help(&*help);
        return Some(finding.fix(slips::fix(reader.path, place, help, meant)));
    }
    if !slips::is_like_a_day(text) || text.starts_with(['"', '\'']) {
        return if is_token_of_day(text) { None } else { misread(reader, key, text, place, &shape) };
    }
    let Some(day) = slips::day(text) else {
        // A day that is written as it should be and is none is another finding.
        let is_ambiguous = text.contains('/');
        return is_ambiguous.then(|| {
            let message = format!("`{key}` is a day that can be read in two ways");
            Diagnostic::new("invalid-toml", reader.path, place, message)
                .help(format!("write year, month and day, without quotes: `{key} = 2021-03-30`"))
        });
    };
    let message = format!("`{key}` is a day in a notation that TOML does not read");
    let finding = Diagnostic::new("invalid-toml", reader.path, place, message).help(format!("write `{key} = {day}`"));
    Some(finding.fix(slips::fix(reader.path, place, format!("write the day as `{day}`"), day.to_string())))
}

/// A space, or a character of no width, that TOML does not read.
fn odd_space(reader: &Reader, source: &str, at: usize) -> Option<Diagnostic> {
    let (letter, span) = slips::odd_space(source, at)?;
    let place = span.shifted(reader.offset);
    let message =
        format!("the character U+{:04X} stands here, which nobody sees and TOML does not read", u32::from(letter));
    let (help, text) = if letter.is_whitespace() { ("write a plain space", " ") } else { ("take it out", "") };
    let finding = Diagnostic::new("invalid-toml", reader.path, place, message).help(help);
    Some(finding.fix(slips::fix(reader.path, place, help.to_owned(), text.to_owned())))
}

/// A key without the sign `=` behind it.
fn unassigned(reader: &Reader, source: &str, at: usize) -> Option<Diagnostic> {
    let slips::Unassigned { key, sign, span, meant } = slips::unassigned(source, at)?;
    let place = span.shifted(reader.offset);
    let message = match sign.trim() {
        "" => format!("no `=` stands between `{key}` and what it says"),
        "-" => format!("a dash stands before `{key}`, which TOML does not read"),
        sign => format!("`{key}` and what it says are joined by `{sign}`, which TOML does not read"),
    };
    let is_list = meant.as_ref().is_some_and(|_| source[span.range()].contains('\n'));
    let title = if is_list { format!("write `{key} = [\"…\"]`") } else { format!("write `{key} = …`") };
    let finding = Diagnostic::new("invalid-toml", reader.path, place, message).help(title.clone());
    Some(finding.mended_by(meant.map(|line| slips::fix(reader.path, place, title, line))))
}

/// A text without its quotation marks, or without the second one.
fn unquoted(
    reader: &Reader,
    source: &str,
    (at, may_be_quoted): (usize, bool),
    text: &str,
    place: Span,
    key: &str,
) -> Option<Diagnostic> {
    let finding = |what: &str, help: &str| {
        let message = format!("the text of `{key}` {what}");
        Diagnostic::new("invalid-toml", reader.path, place, message).help(format!("{help}: `{key} = \"…\"`"))
    };
    let is_first = source[..at].trim_end().ends_with('=');
    if is_first && may_be_quoted && slips::is_bare(text) {
        let quoted = super::toml_text(text);
        let fix = slips::fix(reader.path, place, "put the text in double quotes".to_owned(), quoted);
        return Some(finding("stands without quotes", "put it in double quotes").fix(fix));
    }
    slips::is_unclosed(text).then(|| {
        let edit = Edit::new(reader.path, Span::new(place.end, place.end), &text[..1]);
        let fix = Fix::patch("close the quotation marks", vec![edit]);
        finding("has quotation marks that are never closed", "close them").fix(fix)
    })
}

/// A key, or the header of a table, that is there already.
fn repeated_key(reader: &Reader, source: &str, span: Span) -> Diagnostic {
    let (what, place, first) = match header(source, span) {
        Some(place) => ("table", place, first_line_like(source, place)),
        None => {
            let place = whole_token(source, span);
            ("key", place, first_key_like(source, place))
        }
    };
    let message = format!("the {what} `{}` stands here a second time", &source[place.range()]);
    let finding = Diagnostic::new("invalid-toml", reader.path, place.shifted(reader.offset), message)
        .help("bring the two together, or call one of them something else");
    match first {
        Some(first) => finding.label(reader.path, first.shifted(reader.offset), "it stands here first"),
        None => finding,
    }
}

/// Those of the places `repeated`, in their order, that lie in `table` and are different keys: none where the first is a header, and
/// not more than can be read.
fn headless(source: &str, repeated: &[Span], table: Span) -> Vec<Span> {
    const LIMIT: usize = 40;
    let begun = repeated.partition_point(|it| it.start < table.start);
    let here = repeated[begun..].iter().take(LIMIT).take_while(|it| it.start < table.end);
    let mut keys: Vec<Span> = Vec::new();
    for place in here.filter(|_| header(source, table).is_none()).map(|it| whole_token(source, *it)) {
        if !keys.iter().any(|key| source[key.range()] == source[place.range()]) {
            keys.push(place);
        }
    }
    keys
}

/// Several keys of one table that are there already: those of another one, whose header is missing.
fn missing_header(reader: &Reader, source: &str, keys: &[Span]) -> Diagnostic {
    let names = quoted(keys.iter().map(|key| &source[key.range()]), "and");
    let first = keys[0];
    let message = format!("{names} stand here a second time, and no header of another table above them");
    let finding = Diagnostic::new("invalid-toml", reader.path, first.shifted(reader.offset), message);
    let Some(header) = header_above(source, first.start) else { return finding.help("keep one of each") };
    let finding = finding.label(reader.path, header.place.shifted(reader.offset), "they belong to this table now");
    let written = header.written();
    if !written.starts_with("[[") {
        return finding.help("write the header of their table above them, or keep one of each");
    }
    let line = line_of(source, first).start + reader.offset;
    let edits = vec![Edit::new(reader.path, Span::new(line, line), format!("{written}\n"))];
    let title = format!("write `{written}` above them");
    finding.help(format!("{title}, or keep one of each")).fix(Fix::patch(title, edits))
}

/// Where two versions of a part stand, with the marks of git around them.
fn conflicts(source: &str) -> Vec<Span> {
    let mut start = 0;
    let mut opened = None;
    let mut found = Vec::new();
    for line in source.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            opened = opened.or(Some(start));
        }
        start += line.len();
        if line.starts_with(">>>>>>> ") {
            found.extend(opened.take().map(|from| Span::new(from, start)));
        }
    }
    found
}

/// The header of a table that `span` lies in: `[clause.comments]`.
fn header(source: &str, span: Span) -> Option<Span> {
    let line = line_of(source, span);
    let end = source[line.range()].rfind(']')? + 1;
    let is_header = source[line.range()].starts_with('[') && span.start < line.start + end;
    is_header.then(|| Span::new(line.start, line.start + end))
}

/// The table whose header is not closed, where `error` says so: nobody knows whose keys its keys are.
fn below_broken_header(source: &str, error: &SyntaxError) -> Option<Span> {
    let is_header = ["unclosed table", "unclosed array table"].iter().any(|it| error.message.starts_with(it));
    let span = Some(error.span).filter(|_| is_header)?;
    Some(Span::new(line_of(source, span).start, end_of_table(source, span)))
}

/// The first line before `place` that is the same.
fn first_line_like(source: &str, place: Span) -> Option<Span> {
    let mut start = 0;
    source[..place.start].split_inclusive('\n').find_map(|line| {
        let here = start;
        start += line.len();
        let same = line.starts_with(&source[place.range()]);
        same.then(|| Span::new(here, here + place.end - place.start))
    })
}

/// The first line with the same key in the table that `place` lies in.
fn first_key_like(source: &str, place: Span) -> Option<Span> {
    let table = source[..place.start].rfind("\n[").map_or(0, |at| at + 1);
    let mut start = table;
    source[table..place.start].split_inclusive('\n').find_map(|line| {
        let here = start + (line.len() - line.trim_start().len());
        start += line.len();
        let rest = line.trim_start().strip_prefix(&source[place.range()])?;
        rest.trim_start().starts_with('=').then(|| Span::new(here, here + place.end - place.start))
    })
}

/// The bare token around `span`, so that a finding points at `2021-03-3ß` and not at its last letter.
fn whole_token(source: &str, span: Span) -> Span {
    let ends = |letter: char| letter.is_whitespace() || ",=[]{}\"'#".contains(letter);
    let Span { start, end } = span_inside(source, span);
    let start = source[..start].rfind(ends).map_or(0, |at| at + source[at..].chars().next().map_or(1, char::len_utf8));
    let end = source[end..].find(ends).map_or(source.len(), |at| end + at);
    if source[start..end].contains('\n') || start >= end { span_inside(source, span) } else { Span::new(start, end) }
}

fn span_inside(source: &str, span: Span) -> Span {
    let start = floor(source, span.start);
    Span::new(start, ceil(source, span.end.max(start)))
}
