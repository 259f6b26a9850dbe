//! The change as a comment for a code host: what the record says is text in it, never markup, and it stays short enough.

use crate::diagnostic::Level;
use crate::words::{self, Language, Word, within};

use super::human::{
    findings, folders, following, heading, headline, leading, lines, parts, shown, shown_line, trailing,
};
use super::said::Part;
use super::{Diff, Fate, Matter, Sign, SiteOf, page_of};

/// So many bytes a comment may have: hosts refuse more than 65,536 letters.
const BYTES: usize = 60_000;

/// So many lines are written about one record or in one section.
const LINES: usize = 30;

/// So many lines of each sort are written about one record, whatever else there is.
const FEW: usize = 3;

/// So many bytes of each sort are written about one record.
const DECIDING: usize = 12_000;

/// So many bytes are written in one section.
const SECTION: usize = 6_000;

/// So many bytes of the text of one record are shown.
const PROSE: usize = 4_000;

/// The comment. `preview` is the address of a site with the change, whose pages the records link to.
pub fn report(diff: &Diff, preview: Option<&str>) -> String {
    linked(diff, &|_| preview)
}

/// The comment. `site` gives the address of the site that has the page of a record as it is with the change, by the place of that page;
/// `None` where there is none, so that nothing leads there.
pub fn linked(diff: &Diff, site: SiteOf) -> String {
    within(Language::of(diff.lang), || made(diff, site))
}

fn made(diff: &Diff, site: SiteOf) -> String {
    let does = words::DOES_TO_THE_RECORD;
    if diff.is_empty() {
        return format!("### {does}\n\n{}\n", words::DOES_NOTHING);
    }
    let mut text = format!("### {does}\n\n{}\n", escaped(&headline(diff)));
    let (matters, blocked, moved) = folders(diff);
    text.extend(leading(diff).into_iter().chain(blocked).map(|(title, lines)| open(title, &lines)));
    let following = moved.into_iter().chain(following(diff)).map(|(title, lines)| open(title, &lines));
    let trailing = trailing(diff).into_iter().map(|(title, lines)| folded(title, &lines));
    let rest: Vec<String> = following.chain(trailing).collect();
    let needed: usize = rest.iter().map(String::len).sum();
    let mut left_out = 0;
    // What has nothing to be read about it but that it is touched follows in a list.
    let (bare, told): (Vec<&Matter>, Vec<&Matter>) = matters.into_iter().partition(|it| is_bare(it));
    // What stands before the records of which no more than their names are shown.
    let list = format!("\n**{}**\n\n", words::ALSO_TOUCHED);
    let mut is_list = false;
    for (at, matter) in told.iter().chain(&bare).enumerate() {
        let space = BYTES.saturating_sub(text.len() + needed);
        let blocks = [block(matter, site, true), block(matter, site, false)];
        let block = blocks.into_iter().find(|it| it.len() < space && at < told.len() && !is_list);
        let line = format!("- {}\n", title(matter, site));
        match block {
            Some(block) => text.push_str(&block),
            None if line.len() + list.len() < space && left_out == 0 => {
                text.push_str(if is_list { "" } else { &list });
                text.push_str(&line);
                is_list = true;
            }
            None => left_out += 1,
        }
    }
    if left_out > 0 {
        text.push_str(&format!("\n{}\n", words::and_more_records(left_out)));
    }
    text.extend(rest);
    text
}

fn title(matter: &Matter, site: SiteOf) -> String {
    let is_blocked = matter.findings.iter().any(|it| it.level == Level::Error);
    let mark = if is_blocked { "⛔ " } else { "" };
    // What a record is called holds no code, whatever signs stand in it.
    let name = escaped(&heading(matter));
    match page_of(matter, site) {
        Some(page) => format!("{mark}[{name}](<{page}>)"),
        None => format!("{mark}{name}"),
    }
}

fn block(matter: &Matter, site: SiteOf, is_whole: bool) -> String {
    let mut text = format!("\n#### {}\n", title(matter, site));
    let items = told(matter);
    if !items.is_empty() {
        text.push_str(&format!("\n{items}"));
    }
    let prose = prose(matter);
    if is_whole && !prose.is_empty() {
        text.push_str(&format!("\n<details><summary>{}</summary>\n\n{prose}\n\n</details>\n", words::TEXT_OF_IT));
    }
    text
}

/// Whether there is nothing to be read about it but that it is touched.
fn is_bare(matter: &Matter) -> bool {
    let is_gone = matches!(matter.fate, Fate::Removed | Fate::Unpublished);
    !is_gone && lines(matter).is_empty() && matter.prose.is_empty()
}

/// What is said of one record. What somebody decides on and what comes next is always there; of the rest as much as there is room for, and
/// of each sort how many more there are.
fn told(matter: &Matter) -> String {
    let parts = matter.parts();
    let of = |part: Part| parts.iter().filter(move |(it, _)| *it == part).map(|(_, line)| line.clone()).collect();
    let sorts: [(Word, Vec<String>, usize); 5] = [
        (words::COUNTED_FINDINGS, findings(matter), LINES),
        (words::COUNTED_THINGS, of(Part::Deciding), usize::MAX),
        (words::COUNTED_THINGS, of(Part::Value), LINES),
        (words::COUNTED_ACTIONS, of(Part::Action), LINES),
        (words::COUNTED_LINKS, of(Part::Link), LINES),
    ];
    let (mut text, mut said) = (String::new(), 0);
    for (sort, lines, most) in sorts {
        let room = if most == usize::MAX { most } else { most.saturating_sub(said).max(FEW) };
        let more = |left: usize| words::and_more_of(left, sort.text());
        text.push_str(&listed(&lines, room, DECIDING, &more));
        said += lines.len();
    }
    text.push_str(&items(matter.next.as_slice(), BYTES));
    text
}

/// The first of the lines, in not more than `bytes` bytes, and how many more there are.
fn items(lines: &[String], bytes: usize) -> String {
    listed(lines, LINES, bytes, &words::and_more)
}

/// The first `most` of the lines, in not more than `bytes` bytes, and how many `more` there are.
fn listed(lines: &[String], most: usize, bytes: usize, more: &dyn Fn(usize) -> String) -> String {
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        let item = format!("- {}\n", with_code(&shown_line(line)));
        let is_last = at + 1 == lines.len();
        if at >= most && !is_last || text.len() + item.len() > bytes {
            text.push_str(&format!("- {}\n", more(lines.len() - at)));
            break;
        }
        text.push_str(&item);
    }
    text
}

fn open(title: Word, lines: &[String]) -> String {
    format!("\n**{title}**\n\n{}", items(lines, SECTION))
}

fn folded(title: Word, lines: &[String]) -> String {
    format!("\n<details><summary>{title} ({})</summary>\n\n{}\n</details>\n", lines.len(), items(lines, SECTION))
}

fn prose(matter: &Matter) -> String {
    let mut text = String::new();
    for (sign, words) in &matter.prose {
        let words = escaped(&shown(words));
        let piece = match sign {
            Sign::Same => words,
            Sign::Out => format!("<del>{words}</del>"),
            Sign::In => format!("<ins>{words}</ins>"),
        };
        if text.len() + piece.len() > PROSE {
            text.push_str(" …");
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&piece);
    }
    // A line never begins with words of the record.
    if text.is_empty() { text } else { format!("> {text}") }
}

/// `text` so that a host shows it as it is, and what stands between backticks as code, where nothing in it could end that.
fn with_code(text: &str) -> String {
    let is_kept = |letter: char| letter.is_ascii_alphanumeric() || " _./-".contains(letter);
    let is_plain = |part: &str| !part.trim().is_empty() && part.chars().all(is_kept);
    let part = |(is_code, part): (bool, &str)| match is_code && is_plain(part) {
        true => format!("`{part}`"),
        false => escaped(part),
    };
    parts(text).into_iter().map(part).collect()
}

/// `text` so that a host shows it as it is: no markup, nobody is called, nothing is linked, and no line is a command. What hosts look
/// for is broken by a sign that takes no space: `@ada`, `#1`, `!1`, `~1`, `$1`, `%1`, `&1`, `GH-1`, `[[page]]`, `:sign:`, `tel:1`.
fn escaped(text: &str) -> String {
    const MARKUP: &str = "\\`*_{}[]()#+!|~$^";
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = [' '; 3];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let follows =
            |word: &str| before.iter().rev().zip(word.chars().rev()).all(|(is, it)| is.eq_ignore_ascii_case(&it));
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ if MARKUP.contains(letter) => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
        let is_broken = match letter {
            '@' | '#' | '!' => true,
            '~' | '$' | '%' | '&' => !next.is_whitespace(),
            '[' => next == '[',
            '-' => next.is_ascii_digit() && follows("GH"),
            // The time of a day is none of these.
            ':' => !(next.is_whitespace() || next.is_ascii_digit() && before[2].is_ascii_digit()),
            letter => next == '.' && before[1..].iter().chain([&letter]).all(|it| it.eq_ignore_ascii_case(&'w')),
        };
        if is_broken {
            out.push('\u{200b}');
        }
        before = [before[1], before[2], letter];
    }
    out
}
