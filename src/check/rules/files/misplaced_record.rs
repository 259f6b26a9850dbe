//! Files that are records of a kind and are not in its folder: by what their folder is called, or by their front matter.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::Record;
use crate::fields::Presence;
use crate::id::Naming;
use crate::layout::Layout;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut by_folder: BTreeMap<(&str, Kind), Vec<&Entry>> = BTreeMap::new();
    let mut found = Vec::new();
    for entry in &facts.site.entries {
        match (by_its_keys(facts.site.layout(), entry), by_its_folder(facts, entry)) {
            (Some(kind), _) => found.push(with_keys(facts, entry, kind)),
            (None, Some(kind)) => by_folder.entry((entry.path.folder(), kind)).or_default().push(entry),
            (None, None) => {}
        }
    }
    found.extend(by_folder.into_iter().map(|((folder, kind), pages)| in_folder(facts, folder, kind, &pages)));
    found
}

/// The id that `entry` would have in the folder of `kind`.
pub(crate) fn id_in(layout: &Layout, kind: Kind, entry: &Entry) -> Option<RecordId> {
    let path = ContentPath::parse(&format!("{}/{}", layout.folder(kind), entry.path.file_name()))?;
    Some(layout.placed(&path).id)
}

/// The kind of record that `entry` is by its front matter, where that is not the kind of its folder: most of what its own kind
/// does not know the other knows, and nothing is missing that the other must have. `None` where two kinds would do.
pub(crate) fn by_its_keys(layout: &Layout, entry: &Entry) -> Option<Kind> {
    let unknown: Vec<&str> = entry
        .problems
        .iter()
        .filter(|problem| problem.rule == "unknown-key" && problem.path == entry.path)
        .filter_map(|problem| entry.text.get(problem.span?.range()))
        .collect();
    if unknown.len() < FOREIGN {
        return None;
    }
    let keys: Vec<&str> = entry.keys.iter().filter_map(|it| entry.text.get(it.key.range())).collect();
    // A key may be misspelt besides.
    let is_most = |known: usize| known >= FOREIGN && known * 2 > unknown.len();
    let is_such = |kind: &&Kind| {
        let rows = Record::rows(**kind);
        let required = rows.iter().filter(|row| row.need == Presence::Required);
        **kind != entry.kind()
            && **kind != Kind::Page
            && is_most(unknown.iter().filter(|key| rows.iter().any(|row| row.key == **key)).count())
            && required.map(|row| row.key).all(|key| keys.contains(&key))
            && id_in(layout, **kind, entry).is_some_and(|id| is_well_named(&id))
    };
    let mut such = Kind::ALL.iter().filter(is_such);
    such.next().filter(|_| such.next().is_none()).copied()
}

/// So many foreign keys are no slip of the pen.
const FOREIGN: usize = 2;

fn is_well_named(id: &RecordId) -> bool {
    match id.kind.naming() {
        Naming::Numbered => id.number().is_some(),
        Naming::Dated => id.date().is_some(),
        Naming::Named | Naming::Free => true,
    }
}

fn with_keys(facts: &Facts, entry: &Entry, kind: Kind) -> Diagnostic {
    let (from, to) = (&entry.path, facts.site.layout().folder(kind));
    let message = format!("this is {} by its front matter, and is not in `{to}/`", kind.with_article());
    let stays = match kind {
        Kind::Person | Kind::Organization | Kind::Group => "",
        _ => "; a matter that has ended stays there",
    };
    let help = format!("move it to `{to}/{}`{stays}", from.file_name());
    facts.at(entry, None, message).help(help).concerning(from, None)
}

/// The kind of record that a page is by its name and the folder that it is in.
fn by_its_folder(facts: &Facts, page: &Entry) -> Option<Kind> {
    if page.kind() != Kind::Page {
        return None;
    }
    // A page in the folder of a kind is there on purpose: a contractor's documentation.
    let is_at_home = facts.site.layout().is_home(page.path.folder());
    // Front matter that fits a page says that it is meant as one.
    let is_meant = page.front.is_some() && !page.problems.iter().any(|problem| problem.rule == "unknown-key");
    if is_at_home || is_meant { None } else { looks_like(page) }
}

/// One finding for all such pages of one folder: they are moved together.
fn in_folder(facts: &Facts, folder: &str, kind: Kind, pages: &[&Entry]) -> Diagnostic {
    let (first, to) = (pages[0], facts.site.layout().folder(kind));
    let is_numbered = |page: &Entry| page.path.file_name().starts_with(|letter: char| letter.is_ascii_digit());
    let lacks_number = kind.naming() == Naming::Numbered && !pages.iter().all(|page| is_numbered(page));
    let is_new = !facts.site.entries.iter().any(|entry| entry.path.folder() == to);
    let (message, help) = match pages {
        [page] => (
            format!("this page looks like {}, and is not in `{to}/`", kind.with_article()),
            match lacks_number {
                true => format!("move it to `{to}/`, and put its number before its name"),
                false => format!("move it to `{to}/{}`", page.path.file_name()),
            },
        ),
        pages => {
            let help = match (lacks_number, is_new && !folder.is_empty()) {
                (true, _) => format!("move them to `{to}/`, and put a number before each name"),
                (false, true) => format!("`git mv {folder} {to}`"),
                (false, false) => format!("move them to `{to}/`"),
            };
            (format!("{} files in `{folder}/` look like {}, and are not in `{to}/`", pages.len(), kind.plural()), help)
        }
    };
    let finding = facts.at(first, None, message).at_level(Level::Warning).help(help + &asked_then(facts, kind, pages));
    let finding = finding.for_several(format!("{folder}, {to}"));
    pages.iter().fold(finding, |finding, page| finding.concerning(&page.path, None))
}

/// What the files are asked for once they are in the folder of their kind.
fn asked_then(facts: &Facts, kind: Kind, pages: &[&Entry]) -> String {
    let keys: Vec<&str> =
        Record::rows(kind).iter().filter(|row| row.need == Presence::Required).map(|row| row.key).collect();
    let lacks_front = pages.iter().any(|page| page.front.is_none()) && !keys.is_empty();
    let has_people = facts.site.of_kind(Kind::Person).next().is_some();
    let front = lacks_front.then(|| format!("for front matter with {}", quoted(keys, "and")));
    let people = (kind == Kind::Meeting && !has_people).then_some("for a file below `people/` for each participant");
    let asked: Vec<String> = front.into_iter().chain(people.map(str::to_owned)).collect();
    let whom = if pages.len() == 1 { "it is" } else { "they are" };
    if asked.is_empty() { String::new() } else { format!("; then {whom} asked {}", asked.join(", and ")) }
}

/// Words in the headings of minutes.
const PRESENT: [&str; 5] = ["participants", "attendees", "attendance", "present", "minutes"];

/// Minutes give themselves away by a day in their name and a list of those present; other records by their folder's name.
fn looks_like(page: &Entry) -> Option<Kind> {
    let folder = page.path.folder().rsplit('/').next().unwrap_or_default();
    let mut headings = page.outline.headings.iter().map(|heading| heading.title.trim().to_lowercase());
    let is_one = |names: &str| names.split_whitespace().any(|name| name.eq_ignore_ascii_case(folder));
    match OTHER_NAMES.iter().find(|(_, names)| is_one(names)).map(|(kind, _)| *kind) {
        Some(Kind::Meeting) => page.is_named_by_day().then_some(Kind::Meeting),
        None => (page.is_named_by_day() && headings.any(|it| PRESENT.contains(&&*it))).then_some(Kind::Meeting),
        // Deeper down, such a name may mean anything.
        Some(kind) => (page.path.folder() == folder).then_some(kind),
    }
}

/// What people call the folders of the kinds.
const OTHER_NAMES: [(Kind, &str); 13] = [
    (Kind::Meeting, "meeting meeting-minutes meeting_minutes meeting-notes meeting_notes minutes"),
    (Kind::Decision, "decision"),
    (Kind::Sow, "sows statements-of-work"),
    (Kind::Proposal, "proposal"),
    (Kind::Rfp, "rfps"),
    (Kind::Bounty, "bounty"),
    (Kind::Contractor, "contractor"),
    (Kind::Service, "service"),
    (Kind::Person, "person persons"),
    (Kind::Organization, "organisations"),
    (Kind::Group, "group"),
    (Kind::Survey, "survey"),
    (Kind::Pledge, "pledge"),
];
