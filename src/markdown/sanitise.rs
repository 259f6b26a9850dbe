//! Which of the HTML that authors write is shown: elements that say something about text, and attributes that cannot do harm.
//!
//! ammonia reads the attributes, as a browser would; nothing that it does not hand out gets any further. Classes, roles, styles
//! and handlers never do, so raw HTML cannot pass for furniture of the site. Ids get a prefix that no heading has.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::url;

/// Before every id from raw HTML: it can name a place for links, but never one of the page's own.
pub(super) const ID_PREFIX: &str = "user:";

/// An element that authors may write.
#[derive(Debug)]
pub(super) struct Element {
    pub name: &'static str,
    pub place: Place,
    pub content: Content,
    attributes: &'static [&'static str],
}

/// Where an element may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Within a line of text, and wherever paragraphs may stand.
    Line,
    /// Where paragraphs may stand.
    Block,
    /// Right below one of these.
    In(&'static [&'static str]),
}

/// What may stand in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// Paragraphs and lines of text.
    Blocks,
    /// A line of text.
    Line,
    /// Only elements that say so.
    Parts,
    /// Nothing, and no end tag.
    Nothing,
}

/// The element `name`, in any case; `None` for one that is not shown.
pub(super) fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().find(|element| element.name.eq_ignore_ascii_case(name))
}

const fn line(name: &'static str) -> Element {
    Element { name, place: Place::Line, content: Content::Line, attributes: &[] }
}

const fn block(name: &'static str, content: Content, attributes: &'static [&'static str]) -> Element {
    Element { name, place: Place::Block, content, attributes }
}

const fn part(
    name: &'static str,
    parents: &'static [&'static str],
    content: Content,
    attributes: &'static [&'static str],
) -> Element {
    Element { name, place: Place::In(parents), content, attributes }
}

const SECTIONS: &[&str] = &["table"];
const ROWS: &[&str] = &["table", "thead", "tbody", "tfoot"];

/// Elements that say nothing to readers that another does not, with the one that is written in their place.
const SHOWN_AS: &[(&str, &str)] = &[
    ("acronym", "abbr"),
    ("address", "div"),
    ("article", "div"),
    ("aside", "div"),
    ("bdo", "span"),
    ("big", "span"),
    ("center", "div"),
    ("data", "span"),
    ("figcaption", "div"),
    ("figure", "div"),
    ("font", "span"),
    ("footer", "div"),
    ("header", "div"),
    ("hgroup", "div"),
    ("label", "span"),
    ("main", "div"),
    ("nav", "div"),
    ("nobr", "span"),
    ("picture", "span"),
    ("search", "div"),
    ("section", "div"),
    ("strike", "s"),
    ("time", "span"),
    ("tt", "code"),
];

/// The name that is written for the element `name`.
pub(super) fn shown_as(name: &'static str) -> &'static str {
    SHOWN_AS.iter().find(|(own, _)| *own == name).map_or(name, |(_, shown)| shown)
}

static ELEMENTS: &[Element] = &[
    Element { attributes: &["href", "name"], ..line("a") },
    Element { content: Content::Nothing, attributes: &["src", "alt", "width", "height", "align"], ..line("img") },
    Element { content: Content::Nothing, ..line("br") },
    Element { content: Content::Nothing, ..line("wbr") },
    Element { content: Content::Nothing, ..line("source") },
    line("abbr"),
    line("acronym"),
    line("b"),
    line("bdi"),
    line("bdo"),
    line("big"),
    line("cite"),
    line("code"),
    line("data"),
    line("del"),
    line("dfn"),
    line("em"),
    line("font"),
    line("i"),
    line("ins"),
    line("kbd"),
    line("label"),
    line("mark"),
    line("nobr"),
    line("picture"),
    line("q"),
    line("ruby"),
    line("s"),
    line("samp"),
    line("small"),
    line("span"),
    line("strike"),
    line("strong"),
    line("sub"),
    line("sup"),
    line("time"),
    line("tt"),
    line("u"),
    line("var"),
    block("p", Content::Line, &["align"]),
    block("pre", Content::Line, &[]),
    block("h1", Content::Line, &["align"]),
    block("h2", Content::Line, &["align"]),
    block("h3", Content::Line, &["align"]),
    block("h4", Content::Line, &["align"]),
    block("h5", Content::Line, &["align"]),
    block("h6", Content::Line, &["align"]),
    block("hr", Content::Nothing, &[]),
    block("address", Content::Blocks, &[]),
    block("article", Content::Blocks, &[]),
    block("aside", Content::Blocks, &[]),
    block("div", Content::Blocks, &["align"]),
    block("footer", Content::Blocks, &[]),
    block("header", Content::Blocks, &[]),
    block("hgroup", Content::Blocks, &[]),
    block("main", Content::Blocks, &[]),
    block("nav", Content::Blocks, &[]),
    block("search", Content::Blocks, &[]),
    block("section", Content::Blocks, &[]),
    block("center", Content::Blocks, &[]),
    block("blockquote", Content::Blocks, &[]),
    block("figure", Content::Blocks, &[]),
    block("figcaption", Content::Blocks, &[]),
    block("details", Content::Blocks, &["open"]),
    block("ul", Content::Parts, &[]),
    block("ol", Content::Parts, &["start", "reversed"]),
    block("dl", Content::Parts, &[]),
    block("table", Content::Parts, &[]),
    part("dt", &["dl"], Content::Line, &[]),
    part("dd", &["dl"], Content::Blocks, &[]),
    part("rp", &["ruby"], Content::Line, &[]),
    part("rt", &["ruby"], Content::Line, &[]),
    part("col", &["table", "colgroup"], Content::Nothing, &[]),
    part("colgroup", SECTIONS, Content::Parts, &[]),
    part("summary", &["details"], Content::Line, &[]),
    part("li", &["ul", "ol"], Content::Blocks, &[]),
    part("caption", SECTIONS, Content::Line, &[]),
    part("thead", SECTIONS, Content::Parts, &[]),
    part("tbody", SECTIONS, Content::Parts, &[]),
    part("tfoot", SECTIONS, Content::Parts, &[]),
    part("tr", ROWS, Content::Parts, &[]),
    part("td", &["tr"], Content::Blocks, &["colspan", "rowspan", "align"]),
    part("th", &["tr"], Content::Line, &["colspan", "rowspan", "align", "scope"]),
];

/// Allowed on every element.
const COMMON: &[&str] = &["id", "title", "dir"];

/// The harmless attributes in the start tag `tag` of `element`, each name once, values as plain text.
/// `id` has its prefix; the `name` of a link is an `id`.
pub(super) fn attributes(element: &Element, tag: &str) -> Vec<(String, String)> {
    let rest = tag.get(1 + element.name.len()..).unwrap_or_default();
    if rest.trim_matches(['/', '>', ' ', '\n', '\t', '\r']).is_empty() {
        return Vec::new();
    }
    // Parts of a table are nothing to a parser without their table; on another element the attributes read the same.
    let carrier = if matches!(element.name, "a" | "img") { element.name } else { "span" };
    let clean = CLEANER.clean(&format!("<{carrier}{rest}")).to_string();
    let mut found: Vec<(String, String)> = Vec::new();
    for (name, value) in written(&clean) {
        let name = if name == "name" { "id" } else { name };
        let known = COMMON.contains(&name) || element.attributes.contains(&name);
        let value = unescape(value);
        if known && fits(name, &value) && !found.iter().any(|(other, _)| other == name) {
            found.push((name.to_owned(), if name == "id" { format!("{ID_PREFIX}{value}") } else { value }));
        }
    }
    found
}

/// The text between raw tags as readers see it: `&lt;` is a `<`.
pub(super) fn text(html: &str) -> String {
    unescape(&CLEANER.clean(&html.replace('<', "&lt;")).to_string())
}

/// How often a text may ask for the above: each time starts a whole parser, and nobody writes so many tags by hand.
pub(super) const READINGS: usize = 10_000;

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let own = |name: &str| element(name).map_or(&[][..], |element| element.attributes);
    let generic = COMMON.iter().chain(ELEMENTS.iter().flat_map(|element| element.attributes)).copied();
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(HashSet::from(["a", "img", "span"]))
        .tag_attributes(HashMap::from(["a", "img"].map(|name| (name, own(name).iter().copied().collect()))))
        .generic_attributes(generic.filter(|name| !matches!(*name, "href" | "src" | "name")).collect())
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "irc", "ircs", "matrix", "data"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .attribute_filter(|_, attribute, value| match attribute {
            "href" | "src" => url::is_allowed(value, attribute == "src").then_some(value.into()),
            _ => Some(value.into()),
        });
    builder
});

/// The attributes of the one start tag in `clean`, as ammonia writes it: each value between double quotes that it does not hold.
fn written(clean: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = clean.find(' ').map_or("", |at| &clean[at..]);
    std::iter::from_fn(move || {
        let (name, after) = rest.strip_prefix(' ')?.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        rest = after;
        Some((name, value))
    })
}

pub(super) fn unescape(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let value = value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u{a0}");
    value.replace("&amp;", "&")
}

/// Whether HTML allows `value`: an attribute that it does not is dropped.
fn fits(name: &str, value: &str) -> bool {
    match name {
        "id" => !value.is_empty() && !value.contains(|letter: char| letter.is_whitespace() || letter.is_control()),
        "colspan" | "rowspan" => value.parse::<u16>().is_ok_and(|number| (1..=1000).contains(&number)),
        "width" | "height" | "start" => value.parse::<u16>().is_ok() && !value.starts_with('+'),
        "scope" => matches!(value, "row" | "col" | "rowgroup" | "colgroup"),
        "dir" => matches!(value, "ltr" | "rtl" | "auto"),
        "align" => matches!(value, "left" | "center" | "right"),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(tag: &str) -> String {
        let name: String = tag[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
        let found = attributes(element(&name).unwrap(), tag);
        found.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_harmless_attributes_are_left() {
        for (tag, expected) in [
            (
                r#"<a href="x.md" onclick="evil()" class="button" style="top:0" title="a &amp; &quot;b">"#,
                r#"href=x.md title=a & "b"#,
            ),
            ("<a href='java&#115;cript:alert(1)'>", ""),
            ("<a href=\"\u{1}java\tscript&colon;alert(1)\">", ""),
            ("<A HREF=JAVASCRIPT:alert(1) name=top>", "id=user:top"),
            ("<a id=one id=two>", "id=user:one"),
            ("<a id='x y'>", ""),
            ("<img src=x.png onerror=alert(1) width=100% height=20 align=right/>", "src=x.png height=20"),
            ("<img src=data:image/svg+xml;base64,PHN2Zz4=>", ""),
            ("<img src=data:image/png;base64,iVBO>", "src=data:image/png;base64,iVBO"),
            ("<td colspan=2 rowspan=0 align=center role=main aria-label=x>", "colspan=2 align=center"),
            ("<div href=x srcdoc=y formaction=javascript:1>", ""),
            ("<details open>", "open="),
            ("<p \"><script>alert(1)</script>", ""),
            ("<br/>", ""),
        ] {
            assert_eq!(cleaned(tag), expected, "{tag}");
        }
    }

    #[test]
    fn elements_that_do_more_than_mark_text_are_unknown() {
        for name in [
            "script", "style", "form", "input", "button", "iframe", "meta", "base", "link", "svg", "object", "body",
            "head",
        ] {
            assert!(element(name).is_none(), "{name}");
        }
    }
}
