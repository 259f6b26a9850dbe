//! Passwords, tokens and private keys that stand in a file for everybody to read.

use crate::check::prelude::*;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// The letters that a token is made of.
#[derive(Clone, Copy)]
enum Letters {
    /// Capitals and digits.
    Upper,
    /// Letters and digits.
    Word,
    /// Letters, digits, `-`, `_` and `.`.
    Address,
}

/// How a token begins, of what the rest consists, how long the rest is at least, and what it opens.
const TOKENS: [(&str, Letters, usize, &str); 22] = [
    ("ghp_", Letters::Word, 36, "a GitHub token"),
    ("gho_", Letters::Word, 36, "a GitHub token"),
    ("ghu_", Letters::Word, 36, "a GitHub token"),
    ("ghs_", Letters::Word, 36, "a GitHub token"),
    ("ghr_", Letters::Word, 36, "a GitHub token"),
    ("github_pat_", Letters::Address, 40, "a GitHub token"),
    ("glpat-", Letters::Address, 20, "a GitLab token"),
    ("AKIA", Letters::Upper, 16, "a key to Amazon Web Services"),
    ("ASIA", Letters::Upper, 16, "a key to Amazon Web Services"),
    ("AIza", Letters::Address, 35, "a key to Google Cloud"),
    ("ya29.", Letters::Address, 40, "a Google token"),
    ("xoxb-", Letters::Address, 20, "a Slack token"),
    ("xoxp-", Letters::Address, 20, "a Slack token"),
    ("xapp-", Letters::Address, 20, "a Slack token"),
    ("npm_", Letters::Word, 36, "an npm token"),
    ("pypi-AgEI", Letters::Address, 40, "a PyPI token"),
    ("cio", Letters::Word, 32, "a crates.io token"),
    ("dop_v1_", Letters::Word, 64, "a DigitalOcean token"),
    ("sk_live_", Letters::Word, 20, "a Stripe key"),
    ("rk_live_", Letters::Word, 20, "a Stripe key"),
    ("bkua_", Letters::Word, 30, "a Buildkite token"),
    ("SG.", Letters::Address, 60, "a SendGrid key"),
];

/// Addresses that let whoever has them write.
const HOOKS: [(&str, &str); 3] = [
    ("https://hooks.slack.com/services/", "the address of a Slack hook"),
    ("https://discord.com/api/webhooks/", "the address of a Discord hook"),
    ("https://discordapp.com/api/webhooks/", "the address of a Discord hook"),
];

pub const FIND: Find = each!(file, of_entry);

/// The message does not repeat the secret: it is quoted in places where the text is not.
fn of_entry<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    secrets(&entry.text).into_iter().map(|(what, span)| {
        let help = "make it void where it was issued, today: whoever has a copy of this repository has it; then take it out \
            of the file";
        facts.at(entry, span, format!("{what} stands in the text for everybody to read")).help(help)
    })
}

/// Everything that a secret can begin with, so that a text is read once: the tokens, the hooks, then the two others.
static STARTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let tokens = TOKENS.iter().map(|(start, ..)| *start);
    let starts = tokens.chain(HOOKS.iter().map(|(start, _)| *start)).chain([PRIVATE_KEY, ADDRESS]);
    let builder = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(starts);
    builder.expect("the table is short")
});

const PRIVATE_KEY: &str = "-----BEGIN ";
const ADDRESS: &str = "://";

/// What opens something, in the order of the text. Code is searched as well.
fn secrets(text: &str) -> Vec<(&'static str, Span)> {
    STARTS.find_iter(text).filter_map(|start| secret(text, start.pattern().as_usize(), start.start())).collect()
}

/// What begins at `at` with the start `which`; `None` when it is no secret.
fn secret(text: &str, which: usize, at: usize) -> Option<(&'static str, Span)> {
    if let Some(row) = TOKENS.get(which) {
        return token(text, at, row);
    }
    match HOOKS.get(which - TOKENS.len()) {
        Some((start, what)) => {
            let rest = &text[at + start.len()..];
            let length = run(rest, |letter| letter.is_ascii_alphanumeric() || "-_/".contains(letter));
            (length >= 30).then_some((*what, Span::new(at, at + start.len() + length)))
        }
        None if text[at..].starts_with(PRIVATE_KEY) => private_key(text, at).map(|span| ("a private key", span)),
        None => password(text, at).map(|span| ("a password in an address", span)),
    }
}

fn token(
    text: &str,
    at: usize,
    (start, letters, least, what): &(&'static str, Letters, usize, &'static str),
) -> Option<(&'static str, Span)> {
    let is_word = text[..at].chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let rest = &text[at + start.len()..];
    let length = run(rest, |letter| match letters {
        Letters::Upper => letter.is_ascii_uppercase() || letter.is_ascii_digit(),
        Letters::Word => letter.is_ascii_alphanumeric(),
        Letters::Address => letter.is_ascii_alphanumeric() || "-_.".contains(letter),
    });
    // Words have no digits; what stands for a token in a manual is one letter many times.
    let body = &rest[..length];
    let is_real = body.bytes().any(|it| it.is_ascii_digit()) && !is_one_letter(body);
    (!is_word && length >= *least && is_real).then_some((*what, Span::new(at, at + start.len() + length)))
}

fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !fits(letter)).unwrap_or(text.len())
}

fn is_one_letter(text: &str) -> bool {
    let mut letters = text.bytes();
    letters.next().is_none_or(|first| letters.all(|letter| letter == first))
}

/// `-----BEGIN OPENSSH PRIVATE KEY-----`, with at least a line behind it.
fn private_key(text: &str, at: usize) -> Option<Span> {
    let line = text[at..].lines().next()?;
    let body = text[at + line.len()..].trim_start().lines().next().unwrap_or_default();
    let is_body = body.len() >= 20 && body.bytes().all(|it| it.is_ascii_alphanumeric() || b"+/=".contains(&it));
    (line.trim_end().ends_with("PRIVATE KEY-----") && is_body).then(|| Span::new(at, at + line.trim_end().len()))
}

/// `https://ada:password@example.org/`.
fn password(text: &str, at: usize) -> Option<Span> {
    let rest = &text[at + ADDRESS.len()..];
    let host = &rest[..run(rest, |letter| !letter.is_whitespace() && !"/?#\"'`<>)]".contains(letter))];
    let (user, _) = host.rsplit_once('@')?;
    let (_, password) = user.split_once(':')?;
    let stands_for_one =
        password.starts_with(['$', '{', '*', '…']) || ["password", "secret", "token"].contains(&password);
    let start = at + ADDRESS.len();
    (password.len() >= 6 && !stands_for_one && !is_one_letter(password)).then(|| Span::new(start, start + user.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(text: &str) -> Vec<&'static str> {
        secrets(text).into_iter().map(|(what, _)| what).collect()
    }

    #[test]
    fn what_opens_something_is_found_also_in_code() {
        let letters = "1aB2".repeat(9);
        assert_eq!(whats(&format!("`GITHUB_TOKEN=ghp_{letters}`")), ["a GitHub token"]);
        assert_eq!(whats("curl https://ada:swordfish@example.org/"), ["a password in an address"]);
        assert_eq!(whats(&format!("-----BEGIN RSA PRIVATE KEY-----\n{letters}\n")), ["a private key"]);
    }

    #[test]
    fn what_stands_for_a_token_is_none() {
        for text in [
            "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "ghp_…",
            "https://user:password@host/",
            "-----BEGIN PUBLIC KEY-----\n",
        ] {
            assert!(whats(text).is_empty(), "{text}");
        }
    }
}
