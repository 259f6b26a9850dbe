//! How minutes are written: sentences, names, verbs, and the words by which a line says that nothing is to be done.
//!
//! These are the habits of people who write English minutes quickly. Each function says what it can tell; where a line can be read
//! in two ways, it says that it cannot.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// A pattern of this crate; letters count in either case.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(&format!("(?i){text}")).expect("the patterns are constants")
}

/// Marks before the first word of a line: bullets, arrows, emphasis.
pub(crate) fn without_marks(text: &str) -> &str {
    text.trim_start_matches([
        '-', '>', '→', '⇒', '=', '•', '*', '_', '#', '|', '~', '☐', '⏩', '➡', '\u{fe0f}', ' ', '\t',
    ])
    .trim_end()
}

/// A line of Markdown as it reads: without emphasis and code marks, a link as its text.
pub(crate) fn plain(line: &str) -> Cow<'_, str> {
    // Most lines have no marks.
    if !line.bytes().any(|byte| matches!(byte, b'[' | b'*' | b'_' | b'`')) {
        return Cow::Borrowed(line.trim());
    }
    static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\[([^\[\]]*)\](?:\([^()\s]*\)|\[[^\[\]]*\])"));
    let text = if line.contains('[') { LINK.replace_all(line, "$1") } else { Cow::Borrowed(line) };
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_mark = match letter {
            '*' | '`' => true,
            '_' => letters.next_if_eq(&'_').is_some(),
            _ => false,
        };
        if !is_mark {
            plain.push(letter);
        }
    }
    Cow::Owned(plain.trim().to_owned())
}

/// The sentences of `text`, each with what ends it; a new one begins with a capital or a handle.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, letter)| matches!(letter, '.' | ';' | '!' | '?')) {
        let rest = &text[at + mark.len_utf8()..];
        let next = rest.trim_start();
        if rest.len() > next.len() && next.starts_with(|letter: char| letter.is_uppercase() || letter == '@') {
            found.push(text[start..=at].trim());
            start = text.len() - next.len();
        }
    }
    found.push(text[start..].trim());
    found
}

pub(crate) fn is_question(text: &str) -> bool {
    text.trim_end_matches(['*', '_', ')', '"', '”', ' ', '.']).ends_with('?')
}

/// What is written where there is nothing: `none`, `N/A`, `nothing this time`.
pub(crate) fn is_nothing(text: &str) -> bool {
    static NOTHING: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:none|nothing|nobody|no one|n/?a|nil|no|not applicable|-+|–|—|\?+|tb[adc])(?: (?:yet|today|so far|needed|taken|made|reached|this time|new|open|for now|from this meeting|to report))*\s*(?:[(,;.!–—-].*)?$",
        )
    });
    let text = text.trim().trim_matches(['*', '_']).trim();
    static NO_MORE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^no (?:new |open |further |more |other )*(?:actions?|action (?:items?|points?)|decisions?|todos?|tasks?)\b",
        )
    });
    text.is_empty() || NOTHING.is_match(text) || NO_MORE.is_match(text)
}

/// Whether a line says of what it names that it is over: `done`, `Rui: closed`, `rename the file (done)`.
pub(crate) fn is_over(text: &str) -> bool {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:@?[\w.-]+(?: [\w-]+)?[:,] *)?(?:is |was |are |were |all |already |now )*(?:done|complete|completed|closed|finished|fixed|cancelled|canceled|dropped|resolved|obsolete|moot|rejected)\b",
        )
    });
    static LAST: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?:[(\[:,;–—-]|->|=>|→|\. |\b(?:is|was|are|were|has been|have been)) *(?:already |now |all )*(?:done|complete|completed|closed|finished|fixed|cancelled|canceled|dropped|obsolete|no longer needed|not needed any ?more)\b[^()]{0,40}[)\]]?[.!]?$",
        )
    });
    FIRST.is_match(text) || LAST.is_match(text) || text.contains(['✓', '✔', '✅', '☑'])
}

/// Past forms that do not end in `ed`.
const PAST: &str = " was were had has have did been sent wrote made found got began gave took met brought told said saw ran went came \
    spoke built thought chose held kept left lost paid bought taught shown showed drew broke became ";

/// Words in `ed` that are no past form, or that a task begins with as well.
const NO_PAST: &str = " need feed seed speed embed proceed exceed succeed shed red ";

/// Whether `word` is a verb in the past: `renamed`, `sent`.
pub(crate) fn is_past(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let is_one_of = |words: &str| words.contains(&format!(" {word} "));
    !word.is_empty() && (is_one_of(PAST) || word.len() > 4 && word.ends_with("ed") && !is_one_of(NO_PAST))
}

/// Verbs by which minutes ask somebody to do something.
const VERBS: &str = " accept add address adjust analyse analyze announce answer apply approach archive arrange ask assess assign attach \
    backport ban begin benchmark book bring build bump buy call cancel change check circulate clarify clean close collect comment \
    communicate compare compile complete compose confirm connect consider contact continue convert coordinate copy correct create cut \
    decide define delete deploy describe design determine develop disable discuss distribute document double-check download draft drop \
    edit email enable escalate estimate evaluate examine expand explain explore export extend feed figure file fill finalise finalize \
    find finish fix follow formalize forward gather generate get give go grant handle help identify implement import improve include \
    inform install introduce investigate invite join keep land launch learn let link list listen look mail make manage mark measure \
    meet mention merge message migrate mirror monitor move nominate notify nudge obtain open order organise organize outline pay \
    perform pick pin ping plan poll post prepare present prioritise prioritize produce propose provide publish pull purchase push put \
    raise re-run reach read rebase record recruit reduce register release remind remove rename renew reopen reply report request \
    research reserve resolve respond restart restore retire return revert review revisit rewrite roll rotate run save scan schedule \
    script search select send set setup share sign simplify sort specify split start stop submit suggest summarise summarize survey \
    switch sync tag take talk tell test think tidy track transfer translate triage try tune turn unblock update upgrade upload use \
    verify vote wait watch work wrap write ";

/// Whether `word` is a verb as a task begins with it.
pub(crate) fn is_verb(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    !word.is_empty() && VERBS.contains(&format!(" {word} "))
}

/// People at the beginning of a text: `Lena`, `Lena Ohm (host)`, `Lena/Rui`, `@lohm and Rui`.
pub(crate) struct People<'t> {
    /// The first names, and the handles without their sign.
    pub(crate) names: Vec<&'t str>,
    /// What comes behind them, without white space before it.
    pub(crate) rest: &'t str,
}

/// The people with whom `text` begins; `None` where the first word is nobody's name by `is_name` and no handle. Of several, only the
/// first has to be known.
pub(crate) fn people<'t>(text: &'t str, is_name: &dyn Fn(&str) -> bool) -> Option<People<'t>> {
    static NAME: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^@?[\p{L}][\p{L}\p{N}'’_-]*").expect("a constant"));
    static SURNAME: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^ (?:\p{Lu}[\p{L}'’-]*\.?|\([^()]{1,40}\)|@[\w-]+)").expect("a constant"));
    static JOINT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?:\s*[/&+]\s*|,? and |, )(@?[\p{L}][\p{L}\p{N}'’_-]*)").expect("a constant"));
    let first = NAME.find(text)?.as_str();
    let is_known = |word: &str| word.starts_with('@') || is_name(word);
    if !is_known(first) {
        return None;
    }
    let mut names = vec![first.trim_start_matches('@')];
    let mut rest = &text[first.len()..];
    loop {
        for _ in 0..3 {
            let Some(more) = SURNAME.find(rest) else { break };
            rest = &rest[more.end()..];
        }
        let Some(joint) = JOINT.captures(rest).and_then(|it| it.get(1)) else { break };
        let is_comma = rest.starts_with(", ") && !rest.starts_with(", and ");
        let looks_so = !is_comma && joint.as_str().starts_with(char::is_uppercase);
        if !is_known(joint.as_str()) && !looks_so {
            break;
        }
        names.push(joint.as_str().trim_start_matches('@'));
        rest = &rest[joint.end()..];
    }
    Some(People { names, rest: rest.trim_start() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_end_where_what_they_do_begins() {
        let is_name = |word: &str| ["Lena", "Rui"].contains(&word);
        for (text, names, rest) in [
            ("Lena will ask", &["Lena"][..], "will ask"),
            ("Lena Ohm (host) to ask", &["Lena"], "to ask"),
            ("Lena/Rui will ask", &["Lena", "Rui"], "will ask"),
            ("@lohm, Rui and Ben: ask", &["lohm", "Rui", "Ben"], ": ask"),
            ("Rui & the board", &["Rui"], "& the board"),
        ] {
            let found = people(text, &is_name).expect(text);
            assert_eq!((found.names.as_slice(), found.rest), (names, rest), "{text}");
        }
        assert!(people("Lena's talk", &is_name).is_none() && people("We will", &is_name).is_none());
    }

    #[test]
    fn lines_are_cut_into_sentences_and_read_without_marks() {
        assert_eq!(sentences("It was down. Lena will ask; @rui too."), ["It was down.", "Lena will ask;", "@rui too."]);
        assert_eq!(sentences("use v1.2 e.g. today"), ["use v1.2 e.g. today"]);
        assert_eq!(plain("**Action:** ask [Lena](https://x.y/z) for `x`"), "Action: ask Lena for x");
        assert!(is_past("renamed") && is_past("sent") && !is_past("need") && !is_past("documenting"));
        assert!(is_nothing("None.") && is_nothing("no new action items") && !is_nothing("none of the offers is taken"));
        assert!(is_over("Rui: done") && is_over("rename it (done)") && !is_over("get it done by Friday"));
    }
}
