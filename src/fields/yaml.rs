//! From YAML to the spanned table that the decoder reads: everything above is the same for both notations.
//!
//! A bare value takes the type that its key asks for: `2026-01-02` is a day where a day is wanted and a text where a text is,
//! and `no` is a falsehood nowhere. What is broken is a problem at its place; the keys around it are read all the same.

mod keyless;

use std::borrow::Cow;
use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};
use toml::value::Datetime;

use super::Shape;
use super::stumbles::blank;
use crate::text::{Span, ceil, floor};

/// How deep lists and tables may lie in each other, what aliases stand for included.
const DEEPEST: usize = 48;

/// How many values the aliases of one file may stand for, all of them together.
const MOST_ALIASED: usize = 5_000;

/// A file that is no YAML at all is not looked through without end.
const MOST_BROKEN: usize = 8;

/// Something in a YAML text that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The bytes of the text that are meant.
    pub span: Span,
    /// What is wrong there, as the end of a sentence about the front matter.
    pub message: String,
    /// What to type.
    pub help: String,
    /// The text there that is read once it stands in quotes; `None` where that would not mend it.
    pub unquoted: Option<Span>,
    /// Another place that belongs to it, with what stands there.
    pub label: Option<(Span, &'static str)>,
    /// The lines that are not read for it.
    pub lost: Span,
}

/// `source` as it can be read: with spaces in the place of each key whose value is broken, and each of these as a problem, in
/// the order of the text. Every other character keeps its place.
pub(crate) fn readable(source: &str) -> (Cow<'_, str>, Vec<Problem>) {
    let mut text = Cow::Borrowed(source);
    let mut problems: Vec<Problem> = Vec::new();
    while let Some(problem) = first_break(&text) {
        let is_last = problems.len() + 1 >= MOST_BROKEN || text[problem.lost.range()].trim().is_empty();
        let lost = if is_last { Span::new(0, text.len()) } else { problem.lost };
        let spaces: String = text[lost.range()].chars().map(blank).collect();
        text.to_mut().replace_range(lost.range(), &spaces);
        problems.push(Problem { lost, ..problem });
    }
    problems.sort_by_key(|it| it.span);
    (text, problems)
}

/// The table that `text` holds, which [`readable`] gave, and what in it is not read. `shape` says what each of its keys asks for.
pub(crate) fn table<'s>(text: &'s str, shape: &dyn Fn(&str) -> Shape) -> (Spanned<DeTable<'s>>, Vec<Problem>) {
    let mut reading = Reading::new(text);
    // What is broken was told by `readable`.
    let _ = reading.read();
    let Reading { root, mut problems, .. } = reading;
    let mut table = DeTable::new();
    match root {
        Some(Node { what: What::Table(entries), .. }) => {
            let mut fill = Fill { problems: &mut problems };
            table = fill.table(entries, shape);
        }
        Some(Node { span, what: What::List(_) | What::Scalar { .. } }) if !text.trim().is_empty() => {
            problems.push(problem(text, span, "holds no keys", "begin each line with a key and a colon: `title: …`"));
        }
        Some(_) | None => {}
    }
    (Spanned::new(0..text.len(), table), problems)
}

/// The first place where `text` is no YAML; `None` where it is.
fn first_break(text: &str) -> Option<Problem> {
    let mut end = text.len();
    let mut found = keyless::line(text);
    if found.is_some() {
        return found;
    }
    // What is never closed shows at a later key only: the break is in what stands before that, if that is broken too.
    for _ in 0..3 {
        let Err(error) = Reading::new(&text[..end]).read() else { break };
        let problem = of_error(&text[..end], &error);
        end = problem.lost.start;
        found = Some(problem);
    }
    found
}

/// The place at which the parser gives up on `text`; `None` where it reads all of it.
fn place_of_error(text: &str) -> Option<usize> {
    Reading::new(text).read().err().map(|error| error_at(text, &error))
}

fn error_at(text: &str, error: &ScanError) -> usize {
    floor(text, error.marker().byte_offset().unwrap_or_default().min(text.len()))
}

fn of_error(text: &str, error: &ScanError) -> Problem {
    let at = error_at(text, error);
    let lost = lines_of_key(text, at);
    let (message, help) = in_words(error.kind());
    let key = text[lost.range()].split(':').next().map_or("title", str::trim);
    let help = help.replace("{key}", key);
    // At the end of the text nothing stands that could be pointed at.
    let at = if at >= lost.end { lost.start + text[lost.range()].trim_end().len() } else { at };
    // What is wrong with a tab shows behind it.
    let spaces = text[..at].trim_end_matches([' ', '\t']).len();
    let tab = text[spaces..at].find('\t').map(|tab| Span::new(spaces + tab, spaces + tab + 1));
    let span = match tab.map_or(text[at..].chars().next(), |_| None) {
        Some(letter) if !letter.is_whitespace() => Span::new(at, at + letter.len_utf8()),
        Some(_) | None => tab.unwrap_or_else(|| first_line(text, lost)),
    };
    Problem { span, message, help, unquoted: unquoted(text, lost), label: None, lost }
}

/// The value of the key on `line` that is read once it stands in quotes; `None` where that would not mend it.
fn unquoted(text: &str, line: Span) -> Option<Span> {
    let written = text[line.range()].trim_end();
    let (key, rest) = written.split_once(": ")?;
    let value = rest.trim();
    let is_plain = !value.starts_with(['"', '\'', '[', '{', '&', '*', '!', '|', '>']) && !value.contains(" #");
    let quoted = format!("{key}: {}", super::toml_text(value));
    let mends = is_plain && !written.contains(['\n', '\t']) && Reading::new(&quoted).read().is_ok();
    let start = line.start + written.len() - rest.trim_start().len();
    mends.then(|| Span::new(start, start + value.len()))
}

/// The first line of `lines` without the spaces around it.
fn first_line(text: &str, lines: Span) -> Span {
    let line = text[lines.range()].lines().next().unwrap_or_default();
    let start = lines.start + line.len() - line.trim_start().len();
    Span::new(start, start + line.trim().len())
}

/// The lines of the outermost key that `at` lies in, or of the last one before it.
fn lines_of_key(text: &str, at: usize) -> Span {
    let at = ceil(text, at.min(text[..].trim_end().len()));
    let is_key = |line: &str| line.starts_with(|letter: char| !letter.is_whitespace() && !"#-]}".contains(letter));
    let mut start = 0;
    let mut here = 0;
    for line in text.split_inclusive('\n') {
        if is_key(line) && here > at {
            return Span::new(start, here);
        }
        if is_key(line) {
            start = here;
        }
        here += line.len();
    }
    Span::new(start, text.len())
}

/// What is wrong, as the end of a sentence about the front matter, and what to type.
fn in_words(kind: &ErrorKind) -> (String, &'static str) {
    let (message, help) = match kind {
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::SimpleKeyExpected
        | ErrorKind::InvalidSimpleKey => (
            "a colon stands where none can, or a key stands further in than the keys around it",
            "put a text that holds a colon in quotes, `{key}: \"…\"`, and begin keys that belong together at the same column",
        ),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => ("a tab stands where only spaces can", "write spaces in place of the tab"),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("the quotation marks of a text are never closed", "close them")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => (
            "something stands behind the quotation marks of a text",
            "put the whole text in quotes; a quotation mark within it is written `\\\"`",
        ),
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => (
            "a bracket is not closed, or a comma is missing",
            "write `]` or `}` after the last item, and a comma between two",
        ),
        ErrorKind::UnknownAnchor => ("an alias leads to no anchor above it", "write the value itself in its place"),
        ErrorKind::RecursionLimitExceeded => (TOO_DEEP, "write it with fewer lists and tables within each other"),
        other => {
            return (other.to_string(), "put the text in double quotes: `{key}: \"…\"`");
        }
    };
    (message.to_owned(), help)
}

const TOO_DEEP: &str = "lists and tables lie too deep in each other";

fn problem(text: &str, span: Span, message: &str, help: &str) -> Problem {
    let start = floor(text, span.start.min(text.len()));
    at_place(Span::new(start, ceil(text, span.end.clamp(start, text.len()))), message, help)
}

fn at_place(span: Span, message: impl Into<String>, help: impl Into<String>) -> Problem {
    Problem { span, message: message.into(), help: help.into(), unquoted: None, label: None, lost: span }
}

/// A value as YAML writes it.
#[derive(Debug, Clone)]
struct Node<'s> {
    span: Span,
    what: What<'s>,
}

#[derive(Debug, Clone)]
enum What<'s> {
    Scalar { text: Cow<'s, str>, is_bare: bool },
    List(Vec<Node<'s>>),
    Table(Vec<(Node<'s>, Node<'s>)>),
}

impl<'s> Node<'s> {
    /// How many values it holds, itself included, and how deep they lie.
    fn size(&self) -> (usize, usize) {
        let sizes = |nodes: &mut dyn Iterator<Item = &Node<'s>>| {
            let (count, depth) = nodes.map(Node::size).fold((0, 0), |sum, it| (sum.0 + it.0, sum.1.max(it.1)));
            (count + 1, depth + 1)
        };
        match &self.what {
            What::Scalar { .. } => (1, 0),
            What::List(items) => sizes(&mut items.iter()),
            What::Table(entries) => sizes(&mut entries.iter().flat_map(|(key, value)| [key, value])),
        }
    }

    /// The same, with all of it at `span`: where an alias stands.
    fn at(self, span: Span) -> Node<'s> {
        let what = match self.what {
            What::Scalar { .. } => self.what,
            What::List(items) => What::List(items.into_iter().map(|it| it.at(span)).collect()),
            What::Table(entries) => {
                What::Table(entries.into_iter().map(|(key, value)| (key.at(span), value.at(span))).collect())
            }
        };
        Node { span, what }
    }
}

/// A list or a table that is not at its end yet.
struct Open<'s> {
    start: usize,
    anchor: usize,
    is_flow: bool,
    is_table: bool,
    /// The items; of a table, keys and values in turn.
    nodes: Vec<Node<'s>>,
}

/// One text being read.
struct Reading<'s> {
    text: &'s str,
    open: Vec<Open<'s>>,
    anchors: HashMap<usize, Node<'s>>,
    aliased: usize,
    root: Option<Node<'s>>,
    problems: Vec<Problem>,
}

impl<'s> Reading<'s> {
    fn new(text: &'s str) -> Reading<'s> {
        Reading { text, open: Vec::new(), anchors: HashMap::new(), aliased: 0, root: None, problems: Vec::new() }
    }

    /// Reads the text to its end, or to where it is broken.
    fn read(&mut self) -> Result<(), ScanError> {
        let options =
            granit_parser::options! { emit_comments: false, flow_nesting_limit: DEEPEST, block_nesting_limit: DEEPEST };
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, options) {
            let (event, place) = event?;
            let span = Span::from(place.byte_range().unwrap_or_default());
            match event {
                Event::DocumentStart(..) => documents += 1,
                Event::DocumentEnd if documents == 1 => {}
                _ if documents > 1 => {
                    let help = "bring the two together, between one pair of lines `---`";
                    self.problems.push(problem(
                        self.text,
                        first_line(self.text, span),
                        "a second document begins here",
                        help,
                    ));
                    return Ok(());
                }
                Event::Scalar(text, style, anchor, tag) => {
                    let is_text = tag.as_ref().is_some_and(|tag| tag.suffix() == "str" && tag.is_yaml_core_schema());
                    self.tagged(tag.is_some() && !is_text, span);
                    let is_bare = matches!(style, ScalarStyle::Plain) && !is_text;
                    let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                    // The last line end of a block belongs to the notation.
                    let text = if is_block { Cow::Owned(text.trim_end_matches('\n').to_owned()) } else { text };
                    let written = self.text.get(span.range()).unwrap_or_default();
                    let end = span.start + written.trim_end().len();
                    let start = if is_block { self.begin_of_block(span.start) } else { span.start };
                    let span = Span::new(start, end.max(start));
                    self.place(Node { span, what: What::Scalar { text, is_bare } }, anchor);
                }
                Event::SequenceStart(style, anchor, tag) => {
                    self.tagged(tag.is_some(), span);
                    self.opened(span, anchor, style, false);
                }
                Event::MappingStart(style, anchor, tag) => {
                    self.tagged(tag.is_some(), span);
                    self.opened(span, anchor, style, true);
                }
                Event::SequenceEnd | Event::MappingEnd => self.closed(span),
                Event::Alias(id) => self.alias(id, span),
                _ => {}
            }
        }
        Ok(())
    }

    /// The `|` or `>` before the lines of a text that begin at `lines`.
    fn begin_of_block(&self, lines: usize) -> usize {
        let last = self.open.last().map_or(0, |open| open.nodes.last().map_or(open.start, |node| node.span.end));
        let between = self.text.get(last..lines).unwrap_or_default();
        between.find(['|', '>']).map_or(lines, |at| last + at)
    }

    fn tagged(&mut self, is_tagged: bool, span: Span) {
        if is_tagged {
            let help = "take out the word behind the exclamation mark";
            self.problems.push(problem(
                self.text,
                first_line(self.text, span),
                "a value carries a tag, which is not read",
                help,
            ));
        }
    }

    fn opened(&mut self, span: Span, anchor: usize, style: StructureStyle, is_table: bool) {
        let is_flow = matches!(style, StructureStyle::Flow);
        self.open.push(Open { start: span.start, anchor, is_flow, is_table, nodes: Vec::new() });
    }

    fn closed(&mut self, end: Span) {
        let Some(open) = self.open.pop() else { return };
        let last = open.nodes.last().map_or(open.start, |node| node.span.end);
        let end = if open.is_flow { end.end.max(last) } else { last.max(open.start) };
        let what = match open.is_table {
            false => What::List(open.nodes),
            true => {
                let mut nodes = open.nodes.into_iter();
                What::Table(std::iter::from_fn(|| nodes.next().zip(nodes.next())).collect())
            }
        };
        self.place(Node { span: Span::new(open.start, end), what }, open.anchor);
    }

    fn alias(&mut self, id: usize, span: Span) {
        let nothing = Node { span, what: What::Scalar { text: Cow::Borrowed(""), is_bare: true } };
        let aliased = self.anchors.get(&id);
        let (count, depth) = aliased.map_or((0, 0), Node::size);
        self.aliased += count;
        let is_too_much = self.aliased > MOST_ALIASED || self.open.len() + depth > DEEPEST;
        let node = match aliased {
            Some(node) if !is_too_much => node.clone().at(span),
            Some(_) | None => {
                let message = match is_too_much {
                    true => "its aliases stand for too much",
                    false => "an alias stands within what it stands for",
                };
                self.problems.push(problem(self.text, span, message, "write the value itself in its place"));
                nothing
            }
        };
        self.place(node, 0);
    }

    fn place(&mut self, node: Node<'s>, anchor: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = self.root.take().or(Some(node)),
        }
    }
}

/// Gives the values the types that are asked for.
struct Fill<'p> {
    problems: &'p mut Vec<Problem>,
}

impl Fill<'_> {
    fn table<'s>(&mut self, entries: Vec<(Node<'s>, Node<'s>)>, shape: &dyn Fn(&str) -> Shape) -> DeTable<'s> {
        let mut table = DeTable::new();
        let mut places: HashMap<Cow<'s, str>, Span> = HashMap::new();
        for (key, value) in entries {
            let place = key.span;
            let What::Scalar { text: name, .. } = key.what else {
                let help = "write a word before the colon";
                self.problems.push(at_place(place, "a list or a table stands in place of a key", help));
                continue;
            };
            if let Some(first) = places.get(&name) {
                let help = format!("keep one of the two lines `{name}`");
                let repeated = at_place(place, format!("the key `{name}` stands here a second time"), help);
                self.problems.push(Problem { label: Some((*first, "it stands here first")), ..repeated });
                continue;
            }
            places.insert(name.clone(), place);
            // A key with nothing behind it is told at the key.
            let span = if value.span.start < value.span.end { value.span } else { place };
            let value = self.value(value, &shape(&name));
            table.insert(Spanned::new(place.range(), name), Spanned::new(span.range(), value));
        }
        table
    }

    fn value<'s>(&mut self, node: Node<'s>, shape: &Shape) -> DeValue<'s> {
        match node.what {
            What::Scalar { text, is_bare: false } => DeValue::String(text),
            What::Scalar { text, is_bare: true } => bare(text, shape),
            What::List(nodes) => {
                let item = item_of(shape);
                let mut items = DeArray::new();
                for node in nodes {
                    let span = node.span.range();
                    items.push(Spanned::new(span, self.value(node, &item)));
                }
                DeValue::Array(items)
            }
            What::Table(entries) => {
                let inner = shape_in(shape);
                DeValue::Table(self.table(entries, &|key| inner.of(key)))
            }
        }
    }
}

/// What the items of a list ask for where `shape` is asked for.
fn item_of(shape: &Shape) -> Shape {
    match shape {
        Shape::List(item) => item.as_ref().clone(),
        Shape::Either(shapes) => {
            let lists = shapes.iter().find(|it| matches!(it, Shape::List(_)));
            lists.map_or(Shape::Any, item_of)
        }
        other => other.clone(),
    }
}

/// What the keys of a table ask for.
enum Inner {
    Rows(&'static [super::FieldRow]),
    Each(Shape),
}

impl Inner {
    fn of(&self, key: &str) -> Shape {
        match self {
            Inner::Rows(rows) => {
                rows.iter().find(|row| row.key == key).map_or_else(|| of_gap(key), |row| (row.shape)())
            }
            Inner::Each(shape) if matches!(of_gap(key), Shape::Any) => shape.clone(),
            Inner::Each(_) => of_gap(key),
        }
    }
}

fn shape_in(shape: &Shape) -> Inner {
    match shape {
        Shape::Table(rows) => Inner::Rows(rows),
        Shape::Map(value) => Inner::Each(value.as_ref().clone()),
        Shape::List(item) => shape_in(item),
        Shape::Either(shapes) => {
            let holds_keys = |it: &&Shape| matches!(it, Shape::Table(_) | Shape::Map(_) | Shape::List(_));
            shapes.iter().find(holds_keys).map_or(Inner::Rows(&[]), shape_in)
        }
        _ => Inner::Rows(&[]),
    }
}

/// What the keys of a value ask for that is not known or not shown.
fn of_gap(key: &str) -> Shape {
    match key {
        "unknown" | "withheld" | "by" => Shape::Text,
        "until" => Shape::Date,
        _ => Shape::Any,
    }
}

/// What stands bare, as `shape` asks for it; a text where it is nothing of the sort.
fn bare<'s>(text: Cow<'s, str>, shape: &Shape) -> DeValue<'s> {
    match typed(&text, shape) {
        Some(value) => value,
        None => DeValue::String(text),
    }
}

/// `text` as a value that is no text, where `shape` asks for such a one; `None` where it is none, or a text is asked for.
fn typed<'s>(text: &Cow<'s, str>, shape: &Shape) -> Option<DeValue<'s>> {
    match shape {
        Shape::Text | Shape::Word(_) | Shape::Reference(_) | Shape::Link | Shape::Money | Shape::Objective => None,
        Shape::List(item) => typed(text, item),
        Shape::Either(shapes) => {
            let is_text =
                shapes.iter().any(|shape| matches!(shape, Shape::Text | Shape::Word(_) | Shape::Reference(_)));
            let asked =
                shapes.iter().filter(|shape| !matches!(shape, Shape::List(_) | Shape::Table(_) | Shape::Map(_)));
            let found = asked.filter_map(|shape| typed(text, shape)).next();
            found.filter(|value| !is_text || matches!(value, DeValue::Boolean(_)))
        }
        // A day is a number to nobody, so that one order does for all.
        Shape::Boolean
        | Shape::Integer
        | Shape::Number
        | Shape::Date
        | Shape::Moment
        | Shape::Any
        | Shape::Table(_)
        | Shape::Map(_) => falsehood_or_truth(text).or_else(|| number(text)).or_else(|| day(text)),
    }
}

fn falsehood_or_truth<'s>(text: &str) -> Option<DeValue<'s>> {
    match text {
        "true" | "True" | "TRUE" => Some(DeValue::Boolean(true)),
        "false" | "False" | "FALSE" => Some(DeValue::Boolean(false)),
        _ => None,
    }
}

fn day<'s>(text: &str) -> Option<DeValue<'s>> {
    let datetime: Datetime = text.parse().ok()?;
    datetime.date.is_some().then_some(DeValue::Datetime(datetime))
}

fn number<'s>(text: &Cow<'s, str>) -> Option<DeValue<'s>> {
    // A bare value on one line is as it stands in the text.
    let Cow::Borrowed(text) = text else { return None };
    let digits = text.trim_start_matches(['-', '+']);
    let is_plain = digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.chars().all(|letter| letter.is_ascii_digit() || ".eE+-".contains(letter))
        && text.len() - digits.len() <= 1;
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    // YAML reads zeros in front, TOML does not.
    let text: &'s str = match is_whole && digits.len() == text.len() && digits.len() > 1 {
        true => match digits.trim_start_matches('0') {
            "" => &digits[digits.len() - 1..],
            rest => rest,
        },
        false => text,
    };
    let value = is_plain.then(|| DeValue::parse(text).ok())??.into_inner();
    matches!(value, DeValue::Integer(_) | DeValue::Float(_)).then_some(value)
}
