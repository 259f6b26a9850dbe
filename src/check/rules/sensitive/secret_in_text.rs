//! Passwords, tokens and private keys that are in a file for everybody to read.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;

/// What opens something, and what tells it from words and from what stands for a secret in a manual.
struct Pattern {
    what: &'static str,
    /// Its group `secret` is what is shown as found, its group `body` is what `is_real` looks at.
    pattern: &'static str,
    is_real: fn(&str) -> bool,
}

const PATTERNS: &[Pattern] = &[
    token("a GitHub token", r"(?-u:\b)(?P<secret>gh[opsur]_(?P<body>[A-Za-z0-9]{36,}))"),
    token("a GitHub token", r"(?-u:\b)(?P<secret>github_pat_(?P<body>[0-9A-Za-z_.-]{40,}))"),
    token("a GitLab token", r"(?-u:\b)(?P<secret>glpat-(?P<body>[0-9A-Za-z_.-]{20,}))"),
    token("a key to Amazon Web Services", r"(?-u:\b)(?P<secret>A[KS]IA(?P<body>[A-Z0-9]{16,}))"),
    token("a key to Google Cloud", r"(?-u:\b)(?P<secret>AIza(?P<body>[0-9A-Za-z_.-]{35,}))"),
    token("a Google token", r"(?-u:\b)(?P<secret>ya29\.(?P<body>[0-9A-Za-z_.-]{40,}))"),
    token("a Slack token", r"(?-u:\b)(?P<secret>(?:xox[bp]|xapp)-(?P<body>[0-9A-Za-z_.-]{20,}))"),
    token("an npm token", r"(?-u:\b)(?P<secret>npm_(?P<body>[A-Za-z0-9]{36,}))"),
    token("a PyPI token", r"(?-u:\b)(?P<secret>pypi-AgEI(?P<body>[0-9A-Za-z_.-]{40,}))"),
    token("a crates.io token", r"(?-u:\b)(?P<secret>cio(?P<body>[A-Za-z0-9]{32,}))"),
    token("a DigitalOcean token", r"(?-u:\b)(?P<secret>dop_v1_(?P<body>[A-Za-z0-9]{64,}))"),
    token("a Stripe key", r"(?-u:\b)(?P<secret>[rs]k_live_(?P<body>[A-Za-z0-9]{20,}))"),
    token("a Buildkite token", r"(?-u:\b)(?P<secret>bkua_(?P<body>[A-Za-z0-9]{30,}))"),
    token("a SendGrid key", r"(?-u:\b)(?P<secret>SG\.(?P<body>[0-9A-Za-z_.-]{60,}))"),
    any("the address of a Slack hook", r"(?P<secret>https://hooks\.slack\.com/services/[0-9A-Za-z_/-]{30,})"),
    any("the address of a Discord hook", r"(?P<secret>https://discord(?:app)?\.com/api/webhooks/[0-9A-Za-z_/-]{30,})"),
    any("a private key", r"(?m)(?P<secret>-----BEGIN [^\n]*PRIVATE KEY-----)[ \t\r]*\n\s*[A-Za-z0-9+/=]{20,}[ \t\r]*$"),
    Pattern {
        what: "a password in an address",
        pattern: r#"://(?P<secret>[^\s/?#"'`<>)\]:]*:(?P<body>[^\s/?#"'`<>)\]]{6,}))@"#,
        is_real: is_password,
    },
];

const fn token(what: &'static str, pattern: &'static str) -> Pattern {
    Pattern { what, pattern, is_real: is_token }
}

const fn any(what: &'static str, pattern: &'static str) -> Pattern {
    Pattern { what, pattern, is_real: |_| true }
}

/// Words have no digits, and what stands for a token in a manual is one letter many times, a row of the alphabet, or says that it is
/// an example.
fn is_token(body: &str) -> bool {
    body.bytes().any(|it| it.is_ascii_digit()) && !is_one_letter(body) && !is_example(body)
}

/// What manuals put into a secret so that nobody takes it for one. None of it comes about by chance.
fn is_example(text: &str) -> bool {
    let text = text.to_lowercase();
    let marks = [
        "example",
        "sample",
        "placeholder",
        "redacted",
        "changeme",
        "xxxxxx",
        "000000",
        "1234567890",
        "0123456789",
        "abcdefgh",
    ];
    marks.iter().any(|mark| text.contains(mark))
}

fn is_password(password: &str) -> bool {
    const WORDS: [&str; 13] = [
        "password",
        "passwd",
        "secret",
        "token",
        "yourpassword",
        "mypassword",
        "yourtoken",
        "mysecret",
        "apikey",
        "yourapikey",
        "accesstoken",
        "dbpassword",
        "userpassword",
    ];
    let word: String =
        password.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase).collect();
    let is_placeholder = password.starts_with(['$', '{', '*', '…', '%']) || WORDS.contains(&word.as_str());
    !is_placeholder && !is_one_letter(password) && !is_example(password)
}

fn is_one_letter(text: &str) -> bool {
    let mut letters = text.bytes();
    letters.next().is_none_or(|first| letters.all(|letter| letter == first))
}

/// All patterns as one, so that a text without secrets is read once; then each.
static REGEXES: LazyLock<(Regex, Vec<Regex>)> = LazyLock::new(|| {
    let regex = |pattern: &str| Regex::new(pattern).expect("the patterns are constants");
    let unnamed = |row: &Pattern| row.pattern.replace("?P<secret>", "?:").replace("?P<body>", "?:");
    let all: Vec<String> = PATTERNS.iter().map(|row| format!("(?:{})", unnamed(row))).collect();
    (regex(&all.join("|")), PATTERNS.iter().map(|row| regex(row.pattern)).collect())
});

pub(crate) const FIND: Find = each!(file, find);

/// The message does not repeat the secret: it is quoted in places where the text is not.
fn find<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    secrets(&entry.text).into_iter().map(|(what, span)| {
        let help = "make it void where it was issued, today: whoever has a copy of this repository has it; then take its line out of the file";
        facts.at(entry, span, format!("{what} is in the text for everybody to read")).help(help)
    })
}

/// What opens something, each with its name. Code is searched as well.
fn secrets(text: &str) -> Vec<(&'static str, Span)> {
    let (any, each) = &*REGEXES;
    if !any.is_match(text) {
        return Vec::new();
    }
    let found = PATTERNS.iter().zip(each).flat_map(|(row, regex)| {
        let real =
            regex.captures_iter(text).filter(|it| it.name("body").is_none_or(|body| (row.is_real)(body.as_str())));
        real.filter_map(|it| Some((row.what, it.name("secret")?.range()))).collect::<Vec<_>>()
    });
    found.map(|(what, range)| (what, Span::new(range.start, range.end))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_something_is_found_also_in_code() {
        let letters = |count: usize| "1aB2".repeat(20)[..count].to_owned();
        for (text, what, secret) in [
            (format!("`GITHUB_TOKEN=ghp_{0}`", letters(36)), "a GitHub token", format!("ghp_{}", letters(36))),
            (format!("gho_{}", letters(40)), "a GitHub token", format!("gho_{}", letters(40))),
            (format!("(github_pat_{})", letters(44)), "a GitHub token", format!("github_pat_{}", letters(44))),
            (format!("glpat-{}", letters(20)), "a GitLab token", format!("glpat-{}", letters(20))),
            ("AKIAIOSFODNN7Q2WZKPL".into(), "a key to Amazon Web Services", "AKIAIOSFODNN7Q2WZKPL".into()),
            ("ASIAIOSFODNN7Q2WZKPL,".into(), "a key to Amazon Web Services", "ASIAIOSFODNN7Q2WZKPL".into()),
            (format!("key AIza{}", letters(35)), "a key to Google Cloud", format!("AIza{}", letters(35))),
            (format!("ya29.{}", letters(40)), "a Google token", format!("ya29.{}", letters(40))),
            (format!("xoxb-{}", letters(24)), "a Slack token", format!("xoxb-{}", letters(24))),
            (format!("xapp-{}", letters(24)), "a Slack token", format!("xapp-{}", letters(24))),
            (format!("npm_{}", letters(36)), "an npm token", format!("npm_{}", letters(36))),
            (format!("pypi-AgEI{}", letters(40)), "a PyPI token", format!("pypi-AgEI{}", letters(40))),
            (format!("cio{}", letters(32)), "a crates.io token", format!("cio{}", letters(32))),
            (format!("dop_v1_{}", letters(64)), "a DigitalOcean token", format!("dop_v1_{}", letters(64))),
            (format!("sk_live_{}", letters(24)), "a Stripe key", format!("sk_live_{}", letters(24))),
            (format!("rk_live_{}", letters(24)), "a Stripe key", format!("rk_live_{}", letters(24))),
            (format!("bkua_{}", letters(40)), "a Buildkite token", format!("bkua_{}", letters(40))),
            (format!("SG.{}", letters(66)), "a SendGrid key", format!("SG.{}", letters(66))),
            (
                format!("<https://hooks.slack.com/services/T0/B0/{}>", letters(24)),
                "the address of a Slack hook",
                format!("https://hooks.slack.com/services/T0/B0/{}", letters(24)),
            ),
            (
                format!("https://discordapp.com/api/webhooks/1/{}", letters(30)),
                "the address of a Discord hook",
                format!("https://discordapp.com/api/webhooks/1/{}", letters(30)),
            ),
            (
                format!("-----BEGIN RSA PRIVATE KEY-----\r\n\n  {}\n", letters(36)),
                "a private key",
                "-----BEGIN RSA PRIVATE KEY-----".into(),
            ),
            ("curl https://ada:swordfish@example.org/".into(), "a password in an address", "ada:swordfish".into()),
            ("[x](postgres://:p@ss:word@db/x)".into(), "a password in an address", ":p@ss:word".into()),
        ] {
            let found: Vec<_> = secrets(&text).into_iter().map(|(what, span)| (what, &text[span.range()])).collect();
            assert_eq!(found, [(what, secret.as_str())], "{text}");
        }
    }

    #[test]
    fn what_stands_for_a_secret_is_none() {
        for text in [
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "ghp_…",
            "a_ghp_1aB21aB21aB21aB21aB21aB21aB21aB21aB2",
            "npm_config_registry, sk_live_…, SG.",
            "AKIAAAAAAAAAAAAAAAAA",
            "AKIAIOSFODNN7EXAMPLE",
            "ASIAIOSFODNN7EXAMPLE,",
            "ghp_1234567890abcdefghijklmnopqrstuvwxyz",
            "glpat-redacted1redacted2redacted3",
            "postgres://app:DB_PASSWORD@db/x",
            "https://user:your-password@example.org/",
            "https://user:changeme1@example.org/",
            "ciotoleschiamadacasamiaecosivianumeroalcuno",
            "https://user:password@host/",
            "https://user:$PASSWORD@host/",
            "https://user:xxxxxx@host/",
            "https://ada@example.org/, https://example.org/a:bcdefgh@x, ssh://host:2222",
            "-----BEGIN PUBLIC KEY-----\n1aB21aB21aB21aB21aB21aB2\n",
            "-----BEGIN PRIVATE KEY-----\n…\n",
        ] {
            assert_eq!(secrets(text), [], "{text}");
        }
    }
}
