use super::*;

fn of(layout: &Layout, path: &str) -> (String, String) {
    let placed = layout.placed(&ContentPath::parse(path).expect(path));
    (placed.id.to_string(), placed.address)
}

#[test]
fn identity_and_address_come_from_the_path() {
    for (path, id, address) in [
        ("sow/0003-mailing-lists.md", "SOW-0003", "sow/0003/"),
        ("sow/mailing-lists.md", "SOW-mailing-lists", "sow/mailing-lists/"),
        ("meetings/2021-04-27.md", "MTG-2021-04-27", "meetings/2021-04-27/"),
        ("services/phabricator.md", "phabricator", "services/phabricator/"),
        ("contractors/acme/runbook.md", "contractors/acme/runbook", "contractors/acme/runbook/"),
        ("sow/index.md", "sow/index", "sow/"),
        ("sow/README.md", "sow/README", "sow/"),
        ("docs/Readme.MD", "docs/Readme", "docs/"),
        ("index.md", "index", ""),
        ("README.md", "README", ""),
        ("docs/how-we-work.md", "docs/how-we-work", "docs/how-we-work/"),
    ] {
        assert_eq!(of(Layout::usual(), path), (id.to_owned(), address.to_owned()), "{path}");
    }
}

#[test]
fn a_reference_finds_every_spelling_of_a_number() {
    let parse = |text: &str| Layout::usual().parse(text);
    assert_eq!(parse("SOW-3").unwrap().canonical(), parse("SOW-0003").unwrap().canonical());
    for not_an_id in ["phabricator", "SOW-", "sow-3", "SOW-x", "MTG-2021-13-01", "clang-tidy"] {
        assert_eq!(parse(not_an_id), None, "{not_an_id}");
    }
}
