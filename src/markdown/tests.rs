//! Examples: what a text becomes, and what is read from it.

use super::*;

struct Site;

impl Context for Site {
    fn link(&self, destination: &str, _: bool) -> Option<Resolved> {
        let resolved = |href: &str| Some(Resolved { href: href.to_owned(), ..Resolved::default() });
        match destination {
            "../sow/0003-lists.md" => resolved("../../sow/0003/"),
            "gone.md" => Some(Resolved { title: Some("No such file".into()), missing: true, ..Resolved::default() }),
            "trap" => resolved("javascript:alert(1)"),
            _ => None,
        }
    }

    fn mention(&self, mention: &MentionKind) -> Option<Resolved> {
        let (href, label) = match mention {
            MentionKind::Record(id) => (format!("../{}/{}/", id.kind.usual_folder(), id.key), None),
            MentionKind::Person(slug) if slug == "nobody" => {
                return Some(Resolved {
                    title: Some("Not in the directory".into()),
                    missing: true,
                    ..Resolved::default()
                });
            }
            MentionKind::Person(slug) => (format!("../people/{slug}/"), Some("Tom <Stellard>".to_owned())),
            MentionKind::Issue(number) => (format!("https://issues.example/{number}"), None),
        };
        Some(Resolved { href, label, ..Resolved::default() })
    }
}

fn body(text: &str) -> String {
    html(text, &Site, Options::default()).body
}

/// Each pair: what is written, what readers get.
fn becomes(pairs: &[(&str, &str)]) {
    for (text, expected) in pairs {
        assert_eq!(body(text).trim_end(), *expected, "{text}");
    }
}

#[test]
fn paragraphs_lists_and_marks() {
    becomes(&[
        (
            "a *b* **c** ~~d~~ `e<f`\ng\\\nh",
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code>\ng<br>\nh</p>",
        ),
        ("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>"),
        ("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"),
        ("> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>"),
        ("    a & b", "<pre tabindex=\"0\"><code>a &amp; b</code></pre>"),
        ("```klingon extra\nx\n```", "<pre tabindex=\"0\"><code class=\"language-klingon\">x\n</code></pre>"),
    ]);
}

#[test]
fn tasks_have_a_box_with_a_name() {
    becomes(&[
        (
            "- [x] a\n- [ ] b",
            "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> a</li>\n\
             <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Not done\"> b</li>\n</ul>",
        ),
        (
            "1. [ ] a\n\n   b",
            "<ol>\n<li class=\"task\">\n<p><input type=\"checkbox\" disabled aria-label=\"Not done\"> a</p>\n<p>b</p>\n</li>\n</ol>",
        ),
    ]);
}

#[test]
fn headings_have_anchors_and_leave_the_first_level_to_the_page() {
    let text = "# The *title*\n\n## Scope\n\n## Scope\n\n# A [link](#scope) ![x](y.png)";
    let whole = html(text, &Site, Options { drop_title: true, below: 0 });
    assert_eq!(whole.title_anchor.as_deref(), Some("the-title"));
    assert!(whole.body.starts_with(
        "<div class=\"heading heading-2\"><h2 id=\"scope\">Scope</h2>\
         <a class=\"anchor\" href=\"#scope\" aria-label=\"Link to Scope\">#</a></div>\n"
    ));
    let shown: Vec<_> = whole.headings.iter().map(|it| (it.level, it.title.as_str(), it.anchor.as_str())).collect();
    assert_eq!(shown, [(2, "Scope", "scope"), (2, "Scope", "scope-1"), (2, "A link", "a-link")]);
    let outlined = outline(text, Layout::usual());
    let anchors: Vec<_> = outlined.headings.iter().map(|heading| heading.anchor.as_str()).collect();
    assert_eq!(anchors, ["the-title", "scope", "scope-1", "a-link"]);
    assert_eq!(outlined.options("the title"), Options { drop_title: true, below: 0 });
    assert_eq!(outlined.options("another"), Options { drop_title: false, below: 0 });
}

#[test]
fn headings_leave_no_level_out() {
    let levels = |text: &str, below| -> Vec<u8> {
        html(text, &Site, Options { drop_title: false, below }).headings.iter().map(|heading| heading.level).collect()
    };
    assert_eq!(levels("# a\n## b\n#### c\n## d\n# e", 0), [2, 3, 4, 3, 2]);
    assert_eq!(levels("### a\n### b\n## c\n### d", 0), [2, 2, 2, 3]);
    assert_eq!(levels("# a\n## b\n### c\n#### d\n##### e\n###### f", 1), [3, 4, 5, 6, 6, 6]);
}

#[test]
fn links_go_where_the_site_says() {
    becomes(&[
        ("[lists](../sow/0003-lists.md \"why\")", "<p><a href=\"../../sow/0003/\" title=\"why\">lists</a></p>"),
        ("[x](gone.md)", "<p><span class=\"missing-link\" title=\"No such file\">x</span></p>"),
        ("[x](https://a.b)", "<p><a href=\"https://a.b\" class=\"external\" rel=\"noopener\">x</a></p>"),
        ("<a@b.org>", "<p><a href=\"mailto:a@b.org\">a@b.org</a></p>"),
        (
            "See https://a.b/c_d_e.",
            "<p>See <a href=\"https://a.b/c_d_e\" class=\"external\" rel=\"noopener\">https://a.b/c_d_e</a>.</p>",
        ),
        ("[https://a.b @x](y) [a][nope]", "<p><a href=\"y\">https://a.b @x</a> [a][nope]</p>"),
        ("![an *image*](a.png)", "<p><img src=\"a.png\" alt=\"an image\" loading=\"lazy\"></p>"),
        ("[![x](a.png)](b)", "<p><a href=\"b\"><img src=\"a.png\" alt=\"x\" loading=\"lazy\"></a></p>"),
        ("![x](gone.md)", "<p><span class=\"missing-link\" title=\"No such file\">x</span></p>"),
    ]);
}

#[test]
fn mentions_are_links_with_the_names_that_the_site_gives() {
    becomes(&[
        (
            "SOW-0003 by @tom",
            "<p><a href=\"../sow/0003/\">SOW-0003</a> by <a href=\"../people/tom/\">Tom &lt;Stellard&gt;</a></p>",
        ),
        ("#27", "<p><a href=\"https://issues.example/27\" class=\"external\" rel=\"noopener\">#27</a></p>"),
        ("@nobody", "<p><span class=\"missing-link\" title=\"Not in the directory\">@nobody</span></p>"),
        (
            "`@tom` \\@tom \\#27 &#64;x",
            "<p><code>@tom</code> @tom #27 <a href=\"../people/x/\">Tom &lt;Stellard&gt;</a></p>",
        ),
        ("<kbd>#1</kbd> <a href=x>#2</a>", "<p><kbd>#1</kbd> <a href=\"x\">#2</a></p>"),
    ]);
}

#[test]
fn tables_scroll_and_align_by_class() {
    becomes(&[(
        "| a | |\n|--:|:-:|\n| 1 | 2 |",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table><thead><tr>\
         <th scope=\"col\" class=\"align-right\">a</th><td></td></tr></thead><tbody>\n\
         <tr><td class=\"align-right\">1</td><td class=\"align-center\">2</td></tr>\n</tbody></table></div>",
    )]);
}

#[test]
fn alerts_have_titles() {
    becomes(&[(
        "> [!WARNING]\n> Mind.",
        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>\n<p>Mind.</p>\n</div>",
    )]);
}

#[test]
fn footnotes_lead_there_and_back() {
    let text = "A[^x], B[^y], A again[^x].\n\n[^y]: Why.\n[^x]: See `x`.\n[^z]: Alone.";
    let reference = |number: u8, id: &str| {
        format!(
            "<sup class=\"footnote-reference\"><a href=\"#fn:{number}\" id=\"{id}\" role=\"doc-noteref\" aria-label=\"Footnote {number}\">{number}</a></sup>"
        )
    };
    let back = |id: &str, label: &str, sign: &str| {
        format!(
            " <a class=\"footnote-back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"Back to reference {label}\">{sign}</a>"
        )
    };
    let expected = format!(
        "<p>A{}, B{}, A again{}.</p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"fn:1\"><p>See <code>x</code>.{}{}</p></li>\n<li id=\"fn:2\"><p>Why.{}</p></li>\n<li id=\"fn:3\"><p>Alone.</p></li>\n\
         </ol>\n</section>\n",
        reference(1, "fnref:1"),
        reference(2, "fnref:2"),
        reference(1, "fnref:1-2"),
        back("fnref:1", "1", "↩"),
        back("fnref:1-2", "1, place 2", "↩<sup>2</sup>"),
        back("fnref:2", "2", "↩"),
    );
    assert_eq!(body(text), expected);
    assert_eq!(outline(text, Layout::usual()).anchors, ["fn:1", "fnref:1", "fnref:1-2", "fn:2", "fnref:2", "fn:3"]);
}

#[test]
fn raw_html_keeps_what_says_something_about_text() {
    becomes(&[
        (
            "a <kbd>b</kbd><br>H<sub>2</sub>O <abbr title=\"x\">y</abbr>",
            "<p>a <kbd>b</kbd><br>H<sub>2</sub>O <abbr title=\"x\">y</abbr></p>",
        ),
        (
            "<details>\n<summary>More &amp; &#10004;</summary>\n\nText **b**.\n\n</details>",
            "<details>\n<summary>More &amp; ✔</summary>\n<p>Text <strong>b</strong>.</p>\n</details>",
        ),
        ("<details>\n\nText\n\n</details>", "<details>\n<summary>Details</summary>\n<p>Text</p>\n</details>"),
        (
            "<table><tr><td align=center>a<td>b</table>",
            "<table><tr><td class=\"align-center\">a</td><td>b</td></tr></table>",
        ),
        (
            "<p align=\"center\">\n  <img src=\"a.png\" width=80>\n</p>",
            "<p class=\"align-center\">\n  <img src=\"a.png\" alt=\"\" width=\"80\" loading=\"lazy\">\n</p>",
        ),
        (
            "<a name=\"old\"></a>Text <a href=\"gone.md\">x</a>",
            "<p><span id=\"user:old\"></span>Text <a class=\"missing-link\">x</a></p>",
        ),
        ("<!-- nothing -->", ""),
        ("<dl><dt>T</dt><dd>D</dd></dl>", "<dl><dt>T</dt><dd>D</dd></dl>"),
        ("<section><font color=red>a</font> <strike>b</strike></section>", "<div><span>a</span> <s>b</s></div>"),
        ("<img alt=\"A map\">", "<span class=\"missing-link\">A map</span>"),
        ("<h1>Raw</h1>", "<h2>Raw</h2>"),
    ]);
    let outline = outline("<a name=\"old\"></a>\n\n<p id='new'>x</p>", Layout::usual());
    assert_eq!(outline.anchors, ["user:new", "user:old"]);
    assert_eq!(outline.fragment("old"), Some("user:old"));
}

#[test]
fn raw_html_nests_whatever_was_left_open() {
    becomes(&[
        ("a <b>b\n\nc", "<p>a <b>b</b></p>\n<p>c</p>"),
        (
            "<details><summary>S</summary>\n\na <b>b</details>\n\nc",
            "<details><summary>S</summary>\n<p>a <b>b</b></p>\n</details>\n<p>c</p>",
        ),
        ("*a <b>b* c</b>", "<p><em>a <b>b</b></em> c</p>"),
        ("- <div>\n  a\n- b</div>", "<ul>\n<li><div>\na\n</div></li>\n<li>b</li>\n</ul>"),
        ("> </blockquote></div>\n> a", "<blockquote>\n\na</blockquote>"),
        ("a <div>b</div> <li>c</li> <td>d</td>", "<p>a b c d</p>"),
        ("<p>\n\n- a\n\n</p>", "<p>\n</p>\n<ul>\n<li>a</li>\n</ul>"),
        ("<a href=x>a [b](c) <a href=y>d</a>", "<p><a href=\"x\">a b d</a></p>"),
        ("[a <a href=x id=z>b</a>](c)", "<p><a href=\"c\">a <span id=\"user:z\"></span>b</a></p>"),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<b id=x>a</b> <b id=x>b</b>", "<p><b id=\"user:x\">a</b> <b>b</b></p>"),
    ]);
}

#[test]
fn what_cannot_be_shown_as_meant_is_shown_as_it_is_written() {
    becomes(&[
        (
            "Run <your-name> and a Vec<String> of </x>.",
            "<p>Run &lt;your-name&gt; and a Vec&lt;String&gt; of &lt;/x&gt;.</p>",
        ),
        (
            "<details>\n<summary>Notes</summary>\nThe <title> element is missing.\n</details>\n\nAfter.",
            "<details>\n<summary>Notes</summary>\nThe &lt;title&gt; element is missing.\n</details>\n<p>After.</p>",
        ),
        ("a\n\n<!-- b\n\n*c*", "<p>a</p>\n<p>&lt;!-- b</p>\n<p><em>c</em></p>"),
        ("<pre>\n\n*c*\n\nd</PRE>\n\n*e*", "<pre>\n\n*c*\n\nd</pre>\n<p><em>e</em></p>"),
        ("![Vec<String>](a.png)", "<p><img src=\"a.png\" alt=\"Vec&lt;String&gt;\" loading=\"lazy\"></p>"),
        (
            "| a |\n|---|\n| 1 | 2 | *3* |",
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table><thead><tr><th scope=\"col\">a</th>\
             </tr></thead><tbody>\n<tr><td>1 | 2 | *3*</td></tr>\n</tbody></table></div>",
        ),
        (
            "| A |\n|---|\n| <li> one <li> two |",
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table><thead><tr><th scope=\"col\">A</th>\
             </tr></thead><tbody>\n<tr><td><ul><li> one </li><li> two</li></ul></td></tr>\n</tbody></table></div>",
        ),
        ("```\na\n```\t\n\nb", "<pre tabindex=\"0\"><code>a\n</code></pre>\n<p>b</p>"),
    ]);
    let outline = outline(
        "a <x> `<y>`\n\n<script>b</script>\n\n| c |\n|---|\n| d | e |\n\n<!-- f\n\n```\ng\n# h",
        Layout::usual(),
    );
    let shown: Vec<(&str, UnshownKind)> = outline
        .unshown
        .iter()
        .map(|it| {
            (
                &"a <x> `<y>`\n\n<script>b</script>\n\n| c |\n|---|\n| d | e |\n\n<!-- f\n\n```\ng\n# h"
                    [it.span.range()],
                it.what,
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("<x>", UnshownKind::Tag),
            ("<script>b</script>", UnshownKind::Tag),
            ("| e", UnshownKind::SurplusCells),
            ("<!--", UnshownKind::OpenComment),
            ("```", UnshownKind::OpenCode { lines: 2, headings: 1 }),
        ]
    );
}

#[test]
fn links_and_footnotes_that_stayed_text_are_in_the_outline() {
    let text = "[a](b c.pdf) (x)[https://y.z] [d] (e.md) [f](https://g.h/(i\n\n[^j] \\[^k\\] \\[l](m n) `[^o]` [p](q).\n\n[^r]: s\n";
    let outline = outline(text, Layout::usual());
    let slips: Vec<_> =
        outline.loose_links.iter().map(|it| (it.slip, &text[it.span.range()], it.words.as_str())).collect();
    assert_eq!(
        slips,
        [
            (LinkSlip::Blank, "](b c.pdf)", "a"),
            (LinkSlip::Swapped, "(x)[https://y.z]", "x"),
            (LinkSlip::Apart, "] (e.md)", "d"),
            (LinkSlip::Open, "](https://g.h/(i", "f"),
            (LinkSlip::Blank, "](m n)", "l"),
        ]
    );
    let lost = "[a(b.md) and [c]d.md), (e)[f.md). Not [g](h.md), (see [i], j.md), [k] l.md or (m.md).\n";
    let lost = super::outline(lost, Layout::usual()).loose_links;
    let lost: Vec<_> = lost.iter().map(|it| (it.slip, it.words.as_str(), it.destination.as_str())).collect();
    assert_eq!(lost, [(LinkSlip::Lost, "a", "b.md"), (LinkSlip::Lost, "c", "d.md"), (LinkSlip::Swapped, "e", "f.md")]);
    let names = |notes: &[(String, crate::text::Span)]| notes.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&outline.undefined_notes), ["j"]);
    assert_eq!(names(&outline.unused_notes), ["r"]);
}

#[test]
fn a_title_begins_its_text() {
    let title = |text: &str| outline(text, Layout::usual()).title.map(|(title, _)| title);
    for text in ["# A\n\nb", "<!-- c -->\n\n# A", "![x](y.png)\n\n# A\n", "A\n===\n"] {
        assert_eq!(title(text).as_deref(), Some("A"), "{text}");
    }
    for text in ["### P\n\nx\n\n# A", "x\n\n# A", "- x\n\n# A", "```\nx\n```\n\n# A", "<p>x</p>\n\n# A"] {
        assert_eq!(title(text), None, "{text}");
    }
}

/// Each of these would run something, or pass for a part of the site, if it were copied.
const HOSTILE: [&str; 57] = [
    "<script>alert(1)</script>",
    "a <script>alert(1)</script> b",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
    "<math><mtext><style><img src onerror=alert(1)></style></mtext></math>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\\javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x](trap) <a href=trap>y</a> ![z](trap)",
    "[x](a \"\\\" onclick=alert(1) \\\"\")",
    "[x](a\"onclick=\"alert(1))",
    "![\\\" onerror=\\\"alert(1)](a)",
    "![<img src=x onerror=alert(1)>](a)",
    "```\"><script>alert(1)</script>\nx\n```",
    "```rust\n</code></pre><script>alert(1)</script>\n```",
    "# <script>alert(1)</script> \"onclick=\"x",
    "<style>body{display:none}</style>",
    "<p style=\"position:fixed\" class=\"site-nav\" role=\"banner\" aria-label=\"x\" onclick=\"x\">a</p>",
    "<div id=\"main\" class=\"alert alert-note\" role=\"note\" tabindex=0 data-x=y>a</div>",
    "<form action=/x><input name=a><button formaction=javascript:1>b</button></form>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<meta http-equiv=refresh content=\"0;url=//evil\">",
    "<base href=//evil/>",
    "<link rel=stylesheet href=//evil>",
    "<object data=x><embed src=y>",
    "<details ontoggle=alert(1) open><summary onclick=x>a</summary></details>",
    "<a\nhref=x\nonclick=alert(1)\n>x</a>",
    "<a href=x title='\"><script>alert(1)</script>'>x</a>",
    "<a title=\"`<img src=x onerror=alert(1)>`\" href=x>x</a>",
    "<b <script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script>-->",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?x <script>alert(1)</script>?>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "[^\"><script>]: x\n\na[^\"><script>]",
    "@tom<script>alert(1)</script>",
    "https://a.b/\"onclick=alert(1) https://a.b/<script>",
    "\u{0}<scr\u{0}ipt>alert(1)</scr\u{0}ipt>",
];

/// The elements that are left of them.
const ELEMENTS: [&str; 23] = [
    "a",
    "b",
    "blockquote",
    "code",
    "details",
    "div",
    "em",
    "h2",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
];

#[test]
fn nothing_that_an_author_writes_runs_or_passes_for_the_site() {
    for text in HOSTILE {
        let html = body(text);
        for (name, attributes) in start_tags(&html) {
            assert!(ELEMENTS.contains(&name.as_str()), "{name} from {text}: {html}");
            let harmful: Vec<_> = attributes.iter().filter(|(name, value)| !is_inert(name, value)).collect();
            assert!(harmful.is_empty(), "{harmful:?} from {text}: {html}");
        }
    }
}

/// Whether an attribute neither runs or loads anything nor passes for one of the site's own.
fn is_inert(attribute: &str, value: &str) -> bool {
    match attribute {
        "href" | "src" => url::is_allowed(value, attribute == "src") && !value.contains("evil"),
        "id" => value != "main",
        "class" => !value.contains("site-nav") && !value.starts_with("alert"),
        "role" => value != "banner" && value != "note",
        "open" | "title" | "alt" | "loading" | "rel" | "scope" | "tabindex" | "aria-label" => true,
        _ => false,
    }
}

/// Every start tag of `html` as a browser reads it: its name and its attributes.
fn start_tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let fragment = scraper::Html::parse_fragment(html);
    let elements = fragment.tree.values().filter_map(|node| node.as_element());
    let attributes = |element: &scraper::node::Element| {
        element.attrs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    elements
        .filter(|element| !["html", "head", "body"].contains(&element.name()))
        .map(|it| (it.name().to_owned(), attributes(it)))
        .collect()
}

#[test]
fn an_outline_holds_what_rules_ask_for() {
    let text = "# Title\n\nThe *lead* of SOW-0003, see [the docs](https://a.b/x \"t\") and [r].\n\n\
                ## Actions\n\n- [ ] @tom-stellard, @b: ask for quotes (due 2021-05-11)\n- [x] done [evidence](../e.md)\n\
                - [ ] soon (@c) (due tomorrow)\n\n## Participants\n\n* Ann\n  * from Berlin\n* N/A\n\n### Empty\n\n<!-- TODO -->\n\n\
                ## Also empty\n\n### Below\n\nTBD [a][nope]\n\n[r]: ../r.md\n";
    let outline = outline(text, Layout::usual());
    let at = |span: crate::text::Span| &text[span.range()];

    assert_eq!(outline.title.as_ref().map(|(title, _)| title.as_str()), Some("Title"));
    assert_eq!(outline.lead.as_deref(), Some("The lead of SOW-0003, see the docs and r."));
    let empty: Vec<_> =
        outline.headings.iter().zip(&outline.sections).filter(|(_, section)| section.is_empty).collect();
    assert_eq!(empty.iter().map(|(heading, _)| heading.title.as_str()).collect::<Vec<_>>(), ["Empty"]);
    assert_eq!(at(outline.sections[3].span).trim(), "<!-- TODO -->");
    assert!(at(outline.sections[2].span).trim().ends_with("<!-- TODO -->"));

    let links: Vec<_> =
        outline.links.iter().map(|link| (link.destination.as_str(), at(link.destination_span.unwrap()))).collect();
    assert_eq!(links, [("https://a.b/x", "https://a.b/x"), ("../r.md", "../r.md"), ("../e.md", "../e.md")]);
    assert_eq!(
        outline.broken_references.iter().map(|(name, span)| (name.as_str(), at(*span))).collect::<Vec<_>>(),
        [("nope", "[a][nope]")]
    );
    let mentions: Vec<_> = outline.mentions.iter().map(|mention| at(mention.span)).collect();
    assert_eq!(mentions, ["SOW-0003", "@tom-stellard", "@b", "@c"]);

    let [first, second, third] = &outline.tasks[..] else { panic!("three tasks") };
    assert_eq!((first.done, first.what.as_str(), first.heading), (false, "ask for quotes", Some(1)));
    assert_eq!(first.text, "@tom-stellard, @b: ask for quotes (due 2021-05-11)");
    assert_eq!(at(first.span), "- [ ] @tom-stellard, @b: ask for quotes (due 2021-05-11)");
    assert_eq!(
        first.owners.iter().map(|(slug, span)| (slug.as_str(), at(*span))).collect::<Vec<_>>(),
        [("tom-stellard", "@tom-stellard"), ("b", "@b")]
    );
    assert_eq!(
        first.due.map(|(date, span)| (date.to_string(), at(span))),
        Some(("2021-05-11".to_owned(), "2021-05-11"))
    );
    assert_eq!(
        (second.done, second.what.as_str(), &second.links[..]),
        (true, "done evidence", &["../e.md".to_owned()][..])
    );
    assert_eq!((third.owners[0].0.as_str(), third.wrong_due.map(at)), ("c", Some("tomorrow")));

    let participants: Vec<_> = outline
        .lists
        .iter()
        .filter(|item| item.heading == Some(2) && item.depth == 1)
        .map(|item| item.text.as_str())
        .collect();
    assert_eq!(participants, ["Ann", "N/A"]);
    let placeholders: Vec<_> = outline.placeholders.iter().map(|it| (it.word.as_str(), at(it.span))).collect();
    assert_eq!(placeholders, [("N/A", "* N/A"), ("TBD", "TBD")]);
    assert_eq!(outline.clone().shifted(7).tasks[0].span.start, first.span.start + 7);
}

/// Nested deeper than people nest: plain text, in both directions.
#[test]
fn what_is_too_deep_is_shown_as_it_is() {
    for text in [
        ">".repeat(5000),
        "- ".repeat(5000) + "x",
        "![".repeat(500) + &"](a)".repeat(500),
        "*a **a ".repeat(90) + &"b** b* ".repeat(90),
    ] {
        let whole = html(&text, &Site, Options::default());
        assert!(whole.too_deep && outline(&text, Layout::usual()).too_deep);
        assert_eq!(whole.body.matches('<').count(), 2, "{}", whole.body);
    }
}

/// Everything at once that makes readers of Markdown slow. The full sizes are measured, not tested.
#[test]
fn hostile_texts_end() {
    for unit in [
        "[",
        "]",
        "![",
        "[a](",
        "*a ",
        "**a _b ",
        "`",
        "<",
        "<a ",
        "<a b='",
        "<!-- ",
        "<b>",
        "<div>\n\n",
        "<b title=x>",
        "&",
        "@a-",
        "SOW-",
        "MTG-2021-04-27-",
        "https://a.b/(",
        "www.",
        "(due ",
        "|a|\n|-|\n",
        "|",
        "[^a]",
        "[^a]: [^a]\n\n",
        "[a]: b\n",
        "# a\n",
        "\\",
        "\0",
        "a",
        "a\r\n",
        "<details>\n\n",
        "<table><tr><td>\n\n",
        "<script>",
        "</b>",
        "- [ ] ",
        "> [!NOTE]\n",
        "TODO ",
    ] {
        let text = unit.repeat(20_000 / unit.len());
        let whole = html(&text, &Site, Options::default());
        assert_eq!(whole.too_deep, outline(&text, Layout::usual()).too_deep, "{unit}");
    }
}
