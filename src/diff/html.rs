//! The change as one file for a browser: nothing in it runs, and nothing is loaded from anywhere.

use super::human::{
    Sections, folders, following, headline, is_odd, leading, lines, named, on_one_line, parts, trailing,
};
use crate::words::{self, Language, spoken, within};

use super::{Diff, Matter, Sign, SiteOf, page_of};

/// What the file begins with, in braces its language and its title. Its policy forbids all that is not in it, so that even a wrong escape
/// could not run anything.
const HEAD: &str = r#"<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem; }
blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 0.25rem solid; }
ins { background: light-dark(#d4f5d4, #124d12); }
del { background: light-dark(#ffdcdc, #6b1717); }
</style>
</head>
<body>
<main>
<h1>{title}</h1>
"#;

/// The file, in the order of the comment.
pub fn report(diff: &Diff) -> String {
    linked(diff, &|_| None)
}

/// The file, in which each record leads to its page in the site that `site` gives.
pub fn linked(diff: &Diff, site: SiteOf) -> String {
    within(Language::of(diff.lang), || made(diff, site))
}

fn made(diff: &Diff, site: SiteOf) -> String {
    let mut text = HEAD.replace("{lang}", spoken().tag()).replace("{title}", &words::DOES_TO_THE_RECORD);
    match diff.is_empty() {
        true => text.push_str(&format!("<p>{}</p>\n", words::DOES_NOTHING)),
        false => {
            text.push_str(&format!("<p>{}</p>\n", escaped(&headline(diff))));
            let (matters, blocked, moved) = folders(diff);
            text.push_str(&sections(leading(diff)));
            text.push_str(&sections(blocked));
            text.extend(matters.into_iter().map(|it| matter(it, site)));
            text.push_str(&sections(moved));
            text.push_str(&sections(following(diff)));
            text.push_str(&sections(trailing(diff)));
        }
    }
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

fn sections(sections: Sections) -> String {
    sections.into_iter().map(|(title, lines)| format!("<h2>{title}</h2>\n{}", items(&lines))).collect()
}

fn matter(matter: &Matter, site: SiteOf) -> String {
    let prose: Vec<String> = matter.prose.iter().map(|(sign, words)| piece(*sign, words)).collect();
    let prose = match prose.is_empty() {
        true => String::new(),
        false => format!("<blockquote>{}</blockquote>\n", prose.join(" ")),
    };
    let name = escaped(&named(matter));
    let title = match page_of(matter, site) {
        Some(page) => format!("<a href=\"{}\">{name}</a>", escaped(&page)),
        None => name,
    };
    format!("<h2>{title}</h2>\n{}{prose}", items(&lines(matter)))
}

fn piece(sign: Sign, words: &str) -> String {
    let words = escaped(words);
    match sign {
        Sign::Same => words,
        Sign::Out => format!("<del>{words}</del>"),
        Sign::In => format!("<ins>{words}</ins>"),
    }
}

fn items(lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items: String = lines.iter().map(|line| format!("<li>{}</li>\n", with_code(&on_one_line(line)))).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// `text` as text, and what stands between backticks as code.
fn with_code(text: &str) -> String {
    let part = |(is_code, part): (bool, &str)| match is_code {
        true => format!("<code>{}</code>", escaped(part)),
        false => escaped(part),
    };
    parts(text).into_iter().map(part).collect()
}

/// `text` as text, and without what turns the direction of reading.
fn escaped(text: &str) -> String {
    crate::markdown::escaped(&text.replace(is_odd, "\u{fffd}"))
}
