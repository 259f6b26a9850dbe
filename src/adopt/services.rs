//! Services that a table or a list of a text names. They become records only where somebody says so: which table holds services
//! can be guessed, and what the group looks after cannot.

use std::sync::LazyLock;

use regex::Regex;

use super::FreeText;
use super::minutes::said;
use super::names::is_name;
use super::people::Directory;
use super::questions::{Ask, Asked};
use super::tables::{Table, tables};
use crate::id::ContentPath;
use crate::text::{Span, ascii_slug, count};

/// A service, with what the text says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Service {
    /// Where its record will lie: `services/mailing-lists.md`.
    pub to: ContentPath,
    pub name: String,
    /// The text that names it.
    pub from: ContentPath,
    pub purpose: Option<String>,
    pub url: Option<String>,
    /// How records refer to whoever looks after it, else what the text says of that.
    pub owner: Result<String, Option<String>>,
    pub host: Option<String>,
}

/// What services are called where a table or a heading is over them.
const SERVICES: [&str; 12] = [
    "service",
    "services",
    "our services",
    "list of services",
    "service name",
    "tool",
    "tools",
    "system",
    "systems",
    "our systems",
    "infrastructure",
    "dienste",
];
const NAMES: [&str; 3] = ["name", "what", "title"];
const PURPOSES: [&str; 6] = ["purpose", "description", "what for", "use", "used for", "zweck"];
const OWNERS: [&str; 9] =
    ["owner", "owners", "maintainer", "maintainers", "contact", "responsible", "who", "admin", "admins"];
const HOSTS: [&str; 4] = ["host", "hosted", "hosted at", "hosting"];
const ADDRESSES: [&str; 5] = ["url", "address", "link", "web site", "website"];

/// The services that texts name and somebody wants to keep as records, in the order of the texts.
pub(super) fn services(
    texts: &[&FreeText],
    people: &Directory,
    is_taken: &dyn Fn(&ContentPath) -> bool,
    asked: &mut Asked,
) -> Vec<Service> {
    let mut kept: Vec<Service> = Vec::new();
    for text in texts {
        let found = of_text(text, people);
        let is_new = |it: &Service| !is_taken(&it.to) && !kept.iter().any(|other| other.to == it.to);
        let found: Vec<Service> = found.into_iter().filter(is_new).collect();
        if found.is_empty() {
            continue;
        }
        let at = asked.choose(Ask {
            key: format!("services {}", text.path),
            text: format!("Are these {} to be kept as records of services?", count(found.len(), "line", "lines")),
            places: found.iter().map(|it| format!("`{}`: {}", it.from, it.name)).collect(),
            choices: vec!["no, they stay text".to_owned(), "yes, a record for each".to_owned()],
            guess: 0,
        });
        if at == 1 {
            kept.extend(found);
        }
    }
    kept
}

fn of_text(text: &FreeText, people: &Directory) -> Vec<Service> {
    let (tables, _) = tables(text, Span::new(0, text.text.len()));
    let is_about = text.title().is_some_and(|title| SERVICES.contains(&said(title).as_str()));
    let mut found: Vec<Service> = Vec::new();
    for table in &tables {
        let column = table.column(&SERVICES).or_else(|| table.column(&NAMES).filter(|_| is_about));
        let Some(column) = column else { continue };
        found.extend(table.rows.iter().filter_map(|row| of_row(text, table, row, column, people)));
    }
    let headings = &text.outline.headings;
    let is_below = |at: Option<usize>| at.is_some_and(|at| SERVICES.contains(&said(&headings[at].title).as_str()));
    let items = text.outline.lists.iter().filter(|item| item.depth == 1 && is_below(item.heading));
    let of_item = items.filter_map(|item| {
        let (name, purpose) = [": ", " - ", " – ", " — "]
            .iter()
            .find_map(|mark| item.text.split_once(mark))
            .map_or((item.text.as_str(), None), |(name, purpose)| (name, Some(purpose.trim().to_owned())));
        let link = text.outline.links.iter().find(|link| item.span.holds(link.span));
        let url = link.map(|link| link.destination.clone()).filter(|it| it.starts_with("http"));
        service(text, name, Service { purpose, url, ..empty(text) })
    });
    found.extend(of_item);
    found
}

fn of_row(text: &FreeText, table: &Table, row: &[String], column: usize, people: &Directory) -> Option<Service> {
    let (name, link) = plain(row.get(column)?);
    let cell = |names: &[&str]| {
        let cell = row.get(table.column(names)?)?;
        Some(plain(cell)).filter(|(text, _)| !text.is_empty() && text != "-" && !text.eq_ignore_ascii_case("n/a"))
    };
    let owner = match cell(&OWNERS).map(|(owner, _)| owner) {
        Some(owner) => people.named(&owner).map(|person| person.slug.clone()).ok_or(Some(owner)),
        None => Err(None),
    };
    let purpose = cell(&PURPOSES).map(|(purpose, _)| purpose);
    let address = cell(&ADDRESSES).and_then(|(text, link)| link.or(Some(text))).or(link);
    let url = address.filter(|it| it.starts_with("http"));
    service(text, &name, Service { purpose, url, owner, host: cell(&HOSTS).map(|(host, _)| host), ..empty(text) })
}

fn empty(text: &FreeText) -> Service {
    let from = text.path.clone();
    Service { to: from.clone(), name: String::new(), from, purpose: None, url: None, owner: Err(None), host: None }
}

/// `service` with its name and place; `None` where `name` is none.
fn service(text: &FreeText, name: &str, service: Service) -> Option<Service> {
    let name = name.trim().trim_matches(['*', '_', '`']).trim().to_owned();
    let slug = ascii_slug(&name);
    let to = ContentPath::parse(&format!("services/{slug}.md")).filter(|_| !slug.is_empty())?;
    let is_short = is_name(&name) || (name.split_whitespace().count() <= 4 && name.chars().count() <= 48);
    is_short.then(|| Service { to, name, from: text.path.clone(), ..service })
}

/// A cell without its marks, and the address of its first link.
fn plain(cell: &str) -> (String, Option<String>) {
    static LINK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"!?\[([^\]]*)\]\(\s*<?([^)\s>]*)>?[^)]*\)").expect("the expression is right"));
    let link = LINK.captures(cell).map(|found| found[2].to_owned());
    let text = LINK.replace_all(cell, "$1").replace(['*', '`'], "").trim_matches(['<', '>', ' ']).to_owned();
    (text, link)
}

#[cfg(test)]
mod tests {
    use super::super::questions::Answers;
    use super::super::tests::texts;
    use super::*;

    fn found(fixture: &str, answers: &str) -> Vec<String> {
        let (texts, answers) = (texts(fixture), Answers::read(answers));
        let mut asked = Asked::new(&answers);
        let texts: Vec<&FreeText> = texts.iter().collect();
        let kept = services(&texts, &Directory::default(), &|_| false, &mut asked);
        let shown = kept
            .iter()
            .map(|it| format!("{} {} {:?} {:?} {:?} {:?}", it.to, it.name, it.purpose, it.url, it.owner, it.host));
        shown.chain(asked.questions.iter().map(|it| format!("? {}: {}", it.key, it.taken))).collect()
    }

    const TABLE: &str = "-- docs/machines.md --\n# What we run\n\n| Service | Purpose | Owner |\n|---|---|---|\n\
        | [Lists](https://lists.example/) | talk | Ada Example |\n| Build machines | | - |\n";

    #[test]
    fn a_table_of_services_is_asked_about_and_stays_text_until_somebody_says_so() {
        assert_eq!(found(TABLE, ""), ["? services docs/machines.md: no, they stay text"]);
        assert_eq!(
            found(TABLE, "<!-- question: services docs/machines.md -->\n- [x] yes, a record for each\n"),
            [
                "services/lists.md Lists Some(\"talk\") Some(\"https://lists.example/\") Err(Some(\"Ada Example\")) None",
                "services/build-machines.md Build machines None None Err(None) None",
                "? services docs/machines.md: yes, a record for each",
            ]
        );
    }

    #[test]
    fn a_list_below_a_heading_of_services_is_one_too_and_other_tables_and_lists_are_not() {
        let list = "-- a.md --\n# About\n\n## Services\n\n* Lists: where we talk\n* [Forum](https://forum.example/)\n";
        assert_eq!(
            found(list, "<!-- question: services a.md -->\n- [x] yes, a record for each\n")[..2],
            [
                "services/lists.md Lists Some(\"where we talk\") None Err(None) None",
                "services/forum.md Forum None Some(\"https://forum.example/\") Err(None) None",
            ]
        );
        for other in [
            "-- a.md --\n# About\n\n| Name | Day |\n|---|---|\n| Ada | Monday |\n",
            "-- a.md --\n# About\n\n## People\n\n* Ada: writes\n",
        ] {
            assert_eq!(found(other, ""), Vec::<String>::new(), "{other}");
        }
    }
}
