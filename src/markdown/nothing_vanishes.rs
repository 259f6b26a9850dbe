//! Every word of a text outside of comments is on its page, whatever stands around it.

use proptest::prelude::*;

use super::*;

struct Nowhere;

impl Context for Nowhere {
    fn link(&self, _: &str, _: bool) -> Option<Resolved> {
        None
    }

    fn mention(&self, _: &MentionKind) -> Option<Resolved> {
        None
    }
}

fn body(text: &str) -> String {
    html(text, &Nowhere, Options::default()).body
}

/// Every element that HTML has or had, and some that it never had.
const NAMES: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdi",
    "bdo",
    "bgsound",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "content",
    "data",
    "datalist",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "i",
    "iframe",
    "image",
    "img",
    "input",
    "ins",
    "isindex",
    "kbd",
    "keygen",
    "label",
    "legend",
    "li",
    "link",
    "listing",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "menuitem",
    "meta",
    "meter",
    "multicol",
    "nav",
    "nobr",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "param",
    "picture",
    "plaintext",
    "portal",
    "pre",
    "progress",
    "q",
    "rb",
    "rp",
    "rt",
    "rtc",
    "ruby",
    "s",
    "samp",
    "script",
    "search",
    "section",
    "select",
    "slot",
    "small",
    "source",
    "spacer",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "track",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xmp",
    "your-name",
    "String",
    "T",
    "x-y",
];

/// The words of `text` as a browser shows it, in any order, and what stands in place of pictures.
fn words_shown(text: &str) -> String {
    let fragment = scraper::Html::parse_fragment(&body(text));
    let mut words = String::new();
    for node in fragment.tree.values() {
        match node {
            scraper::Node::Text(text) => words.push_str(text),
            scraper::Node::Element(element) => words.push_str(element.attr("alt").unwrap_or_default()),
            _ => {}
        }
        words.push(' ');
    }
    words
}

fn assert_no_word_is_lost(text: &str, count: usize) {
    let shown = words_shown(text);
    for at in 0..count {
        assert!(shown.contains(&format!("word{at}")), "word{at} of {text:?} is lost: {}", body(text));
    }
}

#[test]
fn no_word_is_lost_whatever_element_stands_around_it() {
    for name in NAMES {
        for tag in [
            format!("<{name}>"),
            format!("<{name} a=\"b\">"),
            format!("<{}>", name.to_uppercase()),
            format!("<{name}/>"),
        ] {
            let end = format!("</{name}>");
            for text in [
                format!("word0 {tag} word1 {end} word2\n\nword3\n"),
                format!("word0 {tag} word1\n\n# word2\n\nword3\n"),
                format!("word0 {end} word1\n\n- word2 {tag}word3\n"),
                format!("{tag}\nword0\n{end}\n\n*word1* word2\n\nword3\n"),
                format!("{tag}word0\n\nword1\n\n## word2\n\n> word3\n"),
                format!("{tag}\n\nword0\n\n{end}\n\nword1 word2 word3\n"),
                format!("<div>\nword0 {tag} word1\n</div>\n\nword2 word3\n"),
                format!("| word0 {tag} | word1 |\n|---|---|\n| {tag}word2{end} | word3 |\n"),
                format!("## word0 {tag} word1 {end}\n\n[word2 {tag}](x) ![word3 {tag}](y.png)\n"),
            ] {
                assert_no_word_is_lost(&text, 4);
            }
        }
    }
}

#[test]
fn no_word_is_lost_in_any_nesting() {
    let name = prop::sample::select(NAMES);
    let piece = prop_oneof![
        name.clone().prop_map(|name| format!("<{name}>")),
        name.prop_map(|name| format!("</{name}>")),
        prop::sample::select(vec![
            "<!--",
            "<?x",
            "<![CDATA[",
            "<!X",
            "\n\n",
            "\n\n",
            "\n- ",
            "\n> ",
            "\n\n```\n",
            "\n\n| a | b |\n|---|---|\n| ",
            " | ",
            "**",
            "`",
            "[",
            "](x)",
            "\n# ",
        ])
        .prop_map(str::to_owned),
        Just("@".to_owned()),
        Just("@".to_owned()),
    ];
    let mut runner = proptest::test_runner::TestRunner::new(proptest::test_runner::Config {
        cases: 400,
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(11),
        ..Default::default()
    });
    let texts = prop::collection::vec(piece, 1..30);
    let result = runner.run(&texts, |pieces| {
        let mut count = 0;
        let mut text = String::new();
        for piece in &pieces {
            if piece == "@" {
                text.push_str(&format!(" word{count} "));
                count += 1;
            } else {
                text.push_str(piece);
            }
        }
        // What lies between the ends of a comment is not published.
        if !text.contains("-->") {
            assert_no_word_is_lost(&text, count);
        }
        Ok(())
    });
    result.unwrap();
}
