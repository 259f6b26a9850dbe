//! Code with its words marked: ten classes of one letter, which the theme colours.
//!
//! Reading code by its grammar is dear, some hundred times the cost of Markdown, so there is a limit for each text;
//! beyond it code is shown plain. Nothing is loaded before the first block that names a language.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::escape;
use crate::text::Span;

/// Bytes of code of one text that are highlighted.
pub(super) const BUDGET: usize = 128 * 1024;

/// A longer block is data; a longer line is generated.
const LONGEST_BLOCK: usize = 64 * 1024;
const LONGEST_LINE: usize = 1000;

/// Appends `code` as the content of an element. `budget` is what the text has left, and is used up by this.
pub(super) fn write(out: &mut String, language: &str, code: &str, budget: &mut usize) {
    let is_readable = code.len() <= LONGEST_BLOCK.min(*budget) && code.lines().all(|line| line.len() <= LONGEST_LINE);
    let Some(syntax) = (is_readable && !language.is_empty()).then(|| find(language)).flatten() else {
        return escape::text(out, code);
    };
    *budget -= code.len();
    let start = out.len();
    if marked(out, syntax, code).is_none() {
        // A grammar that breaks on this code.
        out.truncate(start);
        escape::text(out, code);
    }
}

/// Reads the blocks of code in `text` by their grammars, which are loaded and compiled when they are first asked for: for whoever has
/// other things to do until they are shown.
pub(crate) fn prepare(text: &str, blocks: &[Span]) {
    let (mut out, mut budget) = (String::new(), BUDGET);
    for block in blocks.iter().filter_map(|span| text.get(span.range())) {
        let (fence, code) = block.split_once('\n').unwrap_or((block, ""));
        let language =
            fence.trim_start_matches([' ', '`', '~']).split(|it: char| !it.is_alphanumeric() && it != '-').next();
        out.clear();
        write(&mut out, language.unwrap_or_default(), code, &mut budget);
    }
}

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

fn find(language: &str) -> Option<&'static SyntaxReference> {
    let language = language.to_lowercase();
    let same = ALIASES.iter().find(|(alias, _)| *alias == language).map_or(language.as_str(), |(_, name)| name);
    if PLAIN.contains(&same) { None } else { SYNTAXES.find_syntax_by_token(same) }
}

/// Names that people give to languages and the grammars do not know.
const ALIASES: &[(&str, &str)] = &[
    ("console", "bash"),
    ("shell", "bash"),
    ("shell-session", "bash"),
    ("golang", "go"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("docker", "dockerfile"),
    ("llvm-ir", "llvm"),
];

/// Names for no language: no reason to load the grammars.
const PLAIN: &[&str] = &["text", "txt", "plain", "plaintext", "none", "output", "mermaid"];

/// Which scopes are which class, from the parts of a word to the whole. The first that fits counts.
const CLASSES: &[(&str, Option<char>)] = &[
    ("comment", Some('c')),
    ("punctuation.definition.comment", Some('c')),
    ("constant.character.escape", Some('n')),
    ("string", Some('s')),
    ("punctuation.definition.string", Some('s')),
    ("constant", Some('n')),
    ("keyword.operator.word", Some('k')),
    ("keyword.operator.logical.python", Some('k')),
    ("keyword.operator", Some('o')),
    ("punctuation.definition.keyword", Some('k')),
    ("keyword", Some('k')),
    ("storage.type.primitive", Some('t')),
    ("storage", Some('k')),
    ("variable.language", Some('k')),
    ("variable.function", Some('f')),
    ("variable", Some('v')),
    ("entity.name.function", Some('f')),
    ("entity.name.tag", Some('a')),
    ("entity.name.section", Some('f')),
    ("entity.name", Some('t')),
    ("entity.other.attribute-name", Some('a')),
    ("entity.other.inherited-class", Some('t')),
    ("support.function", Some('f')),
    ("support.macro", Some('f')),
    ("support.type.property-name", Some('a')),
    ("support.type", Some('t')),
    ("support.class", Some('t')),
    ("support.constant", Some('n')),
    ("meta.annotation", Some('a')),
    ("meta.attribute", Some('a')),
    ("markup.heading", Some('f')),
    ("markup.inserted", Some('s')),
    ("markup.deleted", Some('k')),
    ("meta.diff", Some('c')),
    ("punctuation", Some('p')),
    // What is computed in a string is not a string.
    ("meta.interpolation", None),
    ("meta.template.expression", None),
    ("source", None),
    ("text", None),
];

static SCOPES: LazyLock<Vec<(Scope, Option<char>)>> =
    LazyLock::new(|| CLASSES.iter().filter_map(|(name, class)| Some((Scope::new(name).ok()?, *class))).collect());

fn marked(out: &mut String, syntax: &SyntaxReference, code: &str) -> Option<()> {
    let mut open = None;
    let mut piece = |class: Option<char>, text: &str| {
        // White space needs no class, and so does not end one.
        if class != open && !text.trim().is_empty() {
            if open.is_some() {
                out.push_str("</span>");
            }
            if let Some(letter) = class {
                out.push_str("<span class=\"");
                out.push(letter);
                out.push_str("\">");
            }
            open = class;
        }
        escape::text(out, text);
    };
    READ.with_borrow_mut(|read| {
        let mut at = read.start(syntax);
        for line in LinesWithEndings::from(code) {
            let Line { pieces, next } = read.line(at, line)?;
            let mut from = 0;
            for (class, end) in pieces {
                piece(*class, &line[from..*end]);
                from = *end;
            }
            at = *next;
        }
        Some(())
    })?;
    if open.is_some() {
        out.push_str("</span>");
    }
    Some(())
}

thread_local! {
    /// What was read before: files of settings, commands and programs are made of the same lines.
    static READ: RefCell<Read> = RefCell::default();
}

/// Bytes that a thread keeps of what it read, about; with more it begins anew.
const KEPT: usize = 4 * 1024 * 1024;

/// Bytes that a place between two lines has, about.
const OF_PLACE: usize = 500;

/// Lines of code with their classes, by what is before them.
#[derive(Default)]
struct Read {
    places: Vec<Place>,
    /// The places that have these scopes.
    by_scopes: HashMap<Vec<Scope>, Vec<usize>>,
    classes: HashMap<Scope, Option<Option<char>>>,
    /// How many bytes all of it has, about.
    bytes: usize,
}

/// Where a grammar can be between two lines, and the lines that were read from there.
struct Place {
    state: ParseState,
    stack: ScopeStack,
    lines: HashMap<Box<str>, Line>,
}

/// A line as a grammar reads it.
struct Line {
    /// The class of each piece and where the piece ends.
    pieces: Vec<(Option<char>, usize)>,
    /// The place after it.
    next: usize,
}

impl Read {
    /// Where code in `syntax` begins.
    fn start(&mut self, syntax: &SyntaxReference) -> usize {
        if self.bytes > KEPT {
            *self = Read::default();
        }
        self.place(ParseState::new(syntax), ScopeStack::new())
    }

    /// `text` as it is read from the place `at`; `None` where the grammar breaks on it.
    fn line(&mut self, at: usize, text: &str) -> Option<&Line> {
        if !self.places[at].lines.contains_key(text) {
            let line = self.read(at, text)?;
            self.bytes += text.len();
            self.places[at].lines.insert(text.into(), line);
        }
        self.places[at].lines.get(text)
    }

    fn read(&mut self, at: usize, text: &str) -> Option<Line> {
        let (mut state, mut stack) = (self.places[at].state.clone(), self.places[at].stack.clone());
        let changes = state.parse_line(text, &SYNTAXES).ok()?;
        let mut pieces = Vec::new();
        let mut from = 0;
        for (end, change) in &changes {
            if *end > from {
                pieces.push((self.class_of(&stack), *end));
                from = *end;
            }
            stack.apply(change).ok()?;
        }
        pieces.push((self.class_of(&stack), text.len()));
        Some(Line { pieces, next: self.place(state, stack) })
    }

    fn place(&mut self, state: ParseState, stack: ScopeStack) -> usize {
        let same = self.by_scopes.entry(stack.as_slice().to_vec()).or_default();
        same.iter().find(|at| self.places[**at].state == state).copied().unwrap_or_else(|| {
            self.bytes += OF_PLACE;
            same.push(self.places.len());
            self.places.push(Place { state, stack, lines: HashMap::new() });
            self.places.len() - 1
        })
    }

    fn class_of(&mut self, stack: &ScopeStack) -> Option<char> {
        let mut inner_first = stack.as_slice().iter().rev();
        inner_first.find_map(|scope| {
            *self.classes.entry(*scope).or_insert_with(|| {
                SCOPES.iter().find(|(prefix, _)| prefix.is_prefix_of(*scope)).map(|(_, class)| *class)
            })
        })?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(language: &str, code: &str) -> String {
        let mut out = String::new();
        write(&mut out, language, code, &mut BUDGET.clone());
        out
    }

    #[test]
    fn words_of_code_have_classes_of_one_letter() {
        assert_eq!(
            shown("rust", "fn main() { let x = \"a\"; } // <b>\n"),
            "<span class=\"k\">fn </span><span class=\"f\">main</span><span class=\"p\">() { </span><span class=\"k\">let</span> x \
             <span class=\"o\">= </span><span class=\"s\">\"a\"</span><span class=\"p\">; } </span>\
             <span class=\"c\">// &lt;b&gt;\n</span>"
        );
        for language in
            ["toml", "bash", "sh", "console", "c++", "cpp", "python", "yaml", "json", "diff", "cmake", "typescript"]
        {
            assert!(find(language).is_some(), "{language}");
        }
    }

    #[test]
    fn what_was_read_before_changes_nothing() {
        let code = [
            ("bash", "cat <<A\nif x\nA\nif x; then\n  echo \"$a\"\nfi\n"),
            ("bash", "cat <<B\nif x\nA\nif x; then\n  echo \"$a\"\nB\n"),
            ("rust", "/* a\nfn a() {}\n*/\nfn a() {}\n"),
            ("rust", "fn a() {}\nr#\"\nfn a() {}\n\"#\n"),
            ("toml", "[a]\nb = \"\"\"\n[a]\n\"\"\"\n[a]\n"),
        ];
        let alone = code.map(|(language, text)| std::thread::spawn(move || shown(language, text)).join().ok());
        for _ in 0..2 {
            assert_eq!(code.map(|(language, text)| Some(shown(language, text))), alone);
        }
    }

    #[test]
    fn code_without_a_known_language_or_beyond_the_limits_is_plain() {
        assert_eq!(shown("klingon", "<fn>"), "&lt;fn&gt;");
        assert_eq!(shown("text", "fn main"), "fn main");
        assert_eq!(shown("rust", &"fn ".repeat(400)), "fn ".repeat(400));
        let mut budget = 5;
        let mut out = String::new();
        write(&mut out, "rust", "fn main", &mut budget);
        assert_eq!((out.as_str(), budget), ("fn main", 5));
    }
}
