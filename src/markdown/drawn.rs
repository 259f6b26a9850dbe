//! What code hosts draw and a page of a record shows as its author wrote it: diagrams, maps and formulas, each with a caption that
//! says what it is.

/// The languages of blocks of code that code hosts draw, each with what the drawing is.
const DRAWN: [(&str, &str); 6] = [
    ("mermaid", "A diagram in Mermaid, as its author wrote it"),
    ("dot", "A diagram in Graphviz, as its author wrote it"),
    ("geojson", "A map in GeoJSON, as its author wrote it"),
    ("topojson", "A map in TopoJSON, as its author wrote it"),
    ("stl", "A solid in STL, as its author wrote it"),
    ("math", FORMULA),
];

/// What stands below a formula.
pub(super) const FORMULA: &str = "A formula in LaTeX, as its author wrote it";

/// What is said below a block of code in `language`; `None` where it is shown as what it is.
pub(super) fn caption(language: &str) -> Option<&'static str> {
    DRAWN.iter().find(|(drawn, _)| drawn.eq_ignore_ascii_case(language)).map(|(_, caption)| *caption)
}

/// The formula that `paragraph` is, all of it: what stands between two `$$`. `None` where it is text.
pub(super) fn formula(paragraph: &str) -> Option<&str> {
    let inner = paragraph.trim().strip_prefix("$$")?.strip_suffix("$$")?;
    (!inner.trim().is_empty() && !inner.contains("$$")).then(|| inner.trim())
}

#[cfg(test)]
mod tests {
    use super::formula;

    #[test]
    fn a_formula_is_a_paragraph_of_its_own() {
        assert_eq!(formula("$$\n\\int_0^1 x_1\n$$\n"), Some("\\int_0^1 x_1"));
        assert_eq!(formula("$$a$$"), Some("a"));
        for text in ["$$", "$$$$", "$$ $$", "$$a$$ and $$b$$", "It costs $$.", "$5 and $10"] {
            assert_eq!(formula(text), None, "{text}");
        }
    }
}
