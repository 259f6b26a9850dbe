//! Which SVG pictures hold shapes and words only. What is not on a list here is refused: elements and attributes, both in the
//! namespace of SVG, functions and at-rules of CSS, addresses.

use quick_xml::escape::unescape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use crate::text::is_forbidden;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The vocabularies in which drawing programs note how a picture was made; a browser does nothing with them.
const NOTES: [&str; 6] = [
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
];

const ELEMENTS: &[&str] = &[
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// Without a prefix; those of `aria-` and `data-` besides.
const ATTRIBUTES: &[&str] = &[
    "alignment-baseline",
    "amplitude",
    "azimuth",
    "baseFrequency",
    "baseline-shift",
    "baseProfile",
    "bias",
    "class",
    "clip",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "color-rendering",
    "contentScriptType",
    "contentStyleType",
    "cx",
    "cy",
    "d",
    "diffuseConstant",
    "direction",
    "display",
    "divisor",
    "dominant-baseline",
    "dx",
    "dy",
    "edgeMode",
    "elevation",
    "enable-background",
    "exponent",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "filterUnits",
    "flood-color",
    "flood-opacity",
    "focusable",
    "font",
    "font-family",
    "font-feature-settings",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "href",
    "id",
    "image-rendering",
    "in",
    "in2",
    "intercept",
    "isolation",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "kerning",
    "lang",
    "lengthAdjust",
    "letter-spacing",
    "lighting-color",
    "limitingConeAngle",
    "marker",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "mask",
    "mask-type",
    "maskContentUnits",
    "maskUnits",
    "media",
    "method",
    "mix-blend-mode",
    "mode",
    "name",
    "numOctaves",
    "offset",
    "opacity",
    "operator",
    "order",
    "orient",
    "overflow",
    "paint-order",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "pointer-events",
    "points",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "requiredExtensions",
    "requiredFeatures",
    "result",
    "role",
    "rotate",
    "rx",
    "ry",
    "scale",
    "seed",
    "shape-rendering",
    "side",
    "slope",
    "spacing",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "style",
    "surfaceScale",
    "systemLanguage",
    "tabindex",
    "tableValues",
    "target",
    "targetX",
    "targetY",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "textLength",
    "transform",
    "transform-origin",
    "type",
    "unicode-bidi",
    "values",
    "vector-effect",
    "version",
    "viewBox",
    "viewTarget",
    "visibility",
    "width",
    "word-spacing",
    "writing-mode",
    "x",
    "x1",
    "x2",
    "xChannelSelector",
    "xmlns",
    "y",
    "y1",
    "y2",
    "yChannelSelector",
    "z",
    "zoomAndPan",
];

/// Why the SVG `text` is more than a picture, as the end of a sentence; `None` when it is one.
pub(super) fn refused(text: &str) -> Option<String> {
    if text.contains(is_forbidden) {
        return Some("it holds control characters".to_owned());
    }
    let mut reader = NsReader::from_str(text);
    let mut in_style = false;
    let mut style = String::new();
    let mut has_root = false;
    loop {
        let event = match reader.read_resolved_event() {
            Ok((namespace, Event::Start(element) | Event::Empty(element))) => {
                if let Some(why) = refused_element(&namespace, &element) {
                    return Some(why);
                }
                has_root = true;
                in_style = element.local_name().as_ref() == "style";
                style.clear();
                continue;
            }
            Ok((_, event)) => event,
            Err(error) => return Some(format!("it is no XML that can be read: {error}")),
        };
        match event {
            Event::Text(words) if in_style => style.push_str(&unescape(&words).unwrap_or_default()),
            Event::CData(words) if in_style => style.push_str(&words),
            Event::GeneralRef(name) if in_style => match unescape(&format!("&{};", &*name)) {
                Ok(letter) => style.push_str(&letter),
                Err(_) => return Some("its style sheet is not written out".to_owned()),
            },
            Event::End(_) if in_style => {
                in_style = false;
                if let Some(why) = refused_style(&style) {
                    return Some(why);
                }
            }
            Event::DocType(_) => return Some("it has a DOCTYPE, which can bring in anything".to_owned()),
            Event::PI(_) => return Some("it has an instruction, `<?…?>`".to_owned()),
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().map(|it| it.map(|it| it.to_ascii_lowercase()));
                let is_utf8 = |it: Result<String, _>| it.is_ok_and(|it| matches!(it.as_str(), "utf-8" | "us-ascii"));
                if encoding.is_some_and(|it| !is_utf8(it)) {
                    return Some("it says that it is not UTF-8".to_owned());
                }
            }
            Event::Eof if has_root => return None,
            Event::Eof => return Some("it is no picture".to_owned()),
            Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::End(_)
            | Event::GeneralRef(_)
            | Event::Start(_)
            | Event::Empty(_) => {}
        }
    }
}

fn refused_element(namespace: &ResolveResult, element: &BytesStart) -> Option<String> {
    let name = element.local_name();
    let name = name.as_ref();
    let vocabulary = match namespace {
        ResolveResult::Bound(Namespace(name)) => *name,
        ResolveResult::Unbound | ResolveResult::Unknown(_) => "",
    };
    let is_note = NOTES.contains(&vocabulary);
    if vocabulary == SVG && !ELEMENTS.contains(&name) {
        return Some(format!("it holds `<{name}>`"));
    }
    if vocabulary != SVG && !is_note {
        return Some(format!("`<{name}>` in it is no SVG: that begins with `<svg xmlns=\"{SVG}\">`"));
    }
    element.attributes().find_map(|attribute| match attribute {
        Ok(attribute) => refused_attribute(&attribute, is_note),
        Err(error) => Some(format!("it is no XML that can be read: {error}")),
    })
}

fn refused_attribute(attribute: &Attribute, is_note: bool) -> Option<String> {
    let whole: &str = attribute.key.as_ref();
    let name = attribute.key.local_name();
    let name = name.as_ref();
    if whole == "xmlns" || whole.starts_with("xmlns:") {
        return None;
    }
    let raw: &str = &attribute.value;
    let value = unescape(raw).ok().filter(|_| !raw.contains('<'));
    let Some(value) = value else { return Some(format!("its attribute `{whole}` cannot be read")) };
    let lower = name.to_ascii_lowercase();
    let is_prefixed = whole.len() > name.len();
    let is_known = is_note
        || (is_prefixed && whole != "xml:base")
        || ATTRIBUTES.contains(&name)
        || name.starts_with("aria-")
        || name.starts_with("data-");
    if !is_known || lower.starts_with("on") {
        return Some(format!("it has the attribute `{whole}`"));
    }
    if (lower == "href" || lower == "src") && !is_inside(&value) {
        return Some(format!("it loads or leads to `{}`", value.chars().take(60).collect::<String>()));
    }
    // Many attributes are CSS, and what is none holds neither of these.
    let may_be_css = !is_note && !is_prefixed && (name == "style" || value.contains(['\\', '(']));
    if may_be_css && !matches!(name, "d" | "transform" | "gradientTransform" | "patternTransform") {
        return refused_style(&value);
    }
    None
}

/// Whether `address` is a place in the picture, or a picture of dots that is written out in it.
fn is_inside(address: &str) -> bool {
    const DOTS: [&str; 5] = [
        "data:image/png;base64,",
        "data:image/jpeg;base64,",
        "data:image/gif;base64,",
        "data:image/webp;base64,",
        "data:image/jpg;base64,",
    ];
    let address = address.trim().to_ascii_lowercase();
    address.is_empty() || address.starts_with('#') || DOTS.iter().any(|it| address.starts_with(it))
}

/// Functions by which a style sheet loads something.
const LOADING: [&str; 6] = ["url(", "src(", "image(", "image-set(", "cross-fade(", "element("];

/// Why the CSS `style` does more than style.
fn refused_style(style: &str) -> Option<String> {
    if style.contains('\\') {
        return Some("its style holds a backslash, which can hide anything".to_owned());
    }
    let style = without_comments(style).to_ascii_lowercase();
    let rules = ["media", "supports", "keyframes", "-webkit-keyframes", "-moz-keyframes"];
    let other = style.split('@').skip(1).find(|rule| {
        let name = rule.split(|letter: char| !letter.is_alphanumeric() && letter != '-').next().unwrap_or_default();
        !rules.contains(&name)
    });
    if other.is_some() {
        return Some("its style sheet has an `@` rule that can load something".to_owned());
    }
    let mut rest = style.as_str();
    while let Some(open) = rest.find('(') {
        let (before, after) = rest.split_at(open + 1);
        rest = after;
        let Some(function) = LOADING.iter().find(|function| before.ends_with(**function)) else { continue };
        let argument = after.split(')').next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        if *function != "url(" || !is_inside(argument) {
            return Some(format!("its style loads `{}`", argument.chars().take(60).collect::<String>()));
        }
    }
    None
}

fn without_comments(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        // A comment stands for a blank; one without end takes the rest, as browsers have it.
        out.push(' ');
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(inside: &str) -> String {
        format!("<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">{inside}</svg>")
    }

    #[test]
    fn shapes_and_words_are_a_picture() {
        for inside in [
            r##"<path d="M0 0" fill="url(#a)" transform="scale(2)"/><a href="#x"><text>y</text></a>"##,
            r##"<defs><linearGradient id="a"><stop offset="0" style="stop-color:rgb(1,2,3)"/></linearGradient></defs>"##,
            r##"<style>@media (prefers-color-scheme: dark) { path { fill: url("#a") } }</style>"##,
            r##"<style><![CDATA[ a > b { fill: red } ]]></style>"##,
            r##"<style>a &gt; b { fill: red }</style>"##,
            r##"<image xlink:href="data:image/png;base64,iVBO" width="1"/><use href="#a" aria-label="x &amp; y"/>"##,
            r##"<m:x xmlns:m="http://www.inkscape.org/namespaces/inkscape" m:label="C:\\x (1)"/><title>A &lt; B</title>"##,
            "<!-- drawn by hand --><switch><g systemLanguage=\"de\"/></switch>",
        ] {
            assert_eq!(refused(&picture(inside)), None, "{inside}");
        }
        let declared = format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n{}", picture(""));
        assert_eq!(refused(&declared), None);
    }

    #[test]
    fn what_runs_leads_away_or_loads_is_none() {
        for inside in [
            "<script>alert(1)</script>",
            "<SCRIPT>1</SCRIPT>",
            "<path onload='alert(1)'/>",
            "<path ONLOAD='alert(1)'/>",
            "<a xlink:href='javascript:alert(1)'>x</a>",
            "<a href='&#106;avascript:alert(1)'>x</a>",
            "<a href='https://example.org'>x</a>",
            "<a href='//example.org'>x</a>",
            "<a xmlns:y='http://www.w3.org/1999/xlink' y:href='x.html'>x</a>",
            "<foreignObject><body/></foreignObject>",
            "<set attributeName='onmouseover' to='alert(1)'/>",
            "<animate attributeName='href' values='javascript:alert(1)'/>",
            "<handler/>",
            "<h:meta xmlns:h='http://www.w3.org/1999/xhtml' http-equiv='refresh'/>",
            "<iframe xmlns='http://www.w3.org/1999/xhtml' src='x'/>",
            "<image href='https://example.org/x.png'/>",
            "<image href='x.png'/>",
            "<image href='data:image/svg+xml;base64,PHN2Zz4='/>",
            "<feImage href='http://example.org/'/>",
            "<use href='other.svg#a'/>",
            "<style>@import 'https://example.org/a.css';</style>",
            "<style>@import/**/'a.css';</style>",
            "<style>path { fill: u&#114;l(https://example.org/#a) }</style>",
            "<style>&#64;import 'a.css';</style>",
            "<style>&other;</style>",
            "<style>@font-face { src: url(https://example.org/f) }</style>",
            "<style>path { fill: url(https://example.org/#a) }</style>",
            "<style>path { fill: u\\72l(https://example.org/#a) }</style>",
            "<style>path { background: image-set('https://example.org/a' 1x) }</style>",
            "<path style='fill:url(&quot;https://example.org/&quot;)'/>",
            "<path fill='url( https://example.org/#a )'/>",
            "<path fill='&#117;rl(//example.org/)'/>",
            "<path xml:base='https://example.org/'/>",
            "<path class='<b>'/>",
            "<path",
            "<path a='1' a='2'/>",
        ] {
            assert!(refused(&picture(inside)).is_some(), "{inside}");
        }
        for whole in [
            "<svg/>",
            "",
            "<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml-stylesheet href=\"x.xsl\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\">\u{1b}</svg>",
        ] {
            assert!(refused(whole).is_some(), "{whole}");
        }
    }
}
