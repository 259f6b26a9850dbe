//! A record of any size, the same bytes each time: statements of work, minutes, decisions and services of one group, in the
//! shares and lengths that working groups have.

use std::fmt::Write;

/// Members of the group, each with a page.
const PEOPLE: usize = 40;

/// A record by its number.
type Record = fn(usize) -> String;

/// What ten records are.
const TEN: [Record; 10] = [sow, sow, sow, sow, meeting, meeting, meeting, decision, decision, service];

const WORDS: [&str; 48] = [
    "the",
    "group",
    "service",
    "of",
    "a",
    "restore",
    "backup",
    "and",
    "host",
    "owner",
    "in",
    "budget",
    "for",
    "review",
    "is",
    "contract",
    "with",
    "node",
    "storage",
    "to",
    "migration",
    "each",
    "month",
    "certificate",
    "on",
    "registry",
    "mirror",
    "that",
    "has",
    "been",
    "measured",
    "by",
    "its",
    "maintainers",
    "before",
    "work",
    "was",
    "accepted",
    "pipeline",
    "cache",
    "without",
    "an",
    "outage",
    "of",
    "more",
    "than",
    "one",
    "hour",
];

/// A fixture with `records` records beside the group and its people, in the notation of the tests.
pub(crate) fn fixture(records: usize) -> String {
    let mut fixture =
        "-- candor.toml --\ntitle = \"Measured\"\nbase_url = \"https://example.org/\"\ngroup = \"iwg\"\n".to_owned();
    fixture += &group();
    (0..PEOPLE).for_each(|at| fixture += &person(at));
    (0..records).for_each(|at| fixture += &TEN[at % TEN.len()](at));
    fixture
}

fn group() -> String {
    let mut group = "-- groups/iwg.md --\n+++\nname = \"Infrastructure group\"\ntype = \"working-group\"\n".to_owned();
    for at in 0..PEOPLE {
        let _ = write!(group, "\n[[member]]\nperson = \"person-{at}\"\nrole = \"member\"\nfrom = 2020-01-01\n");
    }
    group + "+++\n\nLooks after what is shared.\n"
}

fn person(at: usize) -> String {
    format!("-- people/person-{at}.md --\n+++\nname = \"Person {at}\"\n+++\n")
}

fn sow(at: usize) -> String {
    let (owner, service) = (at % PEOPLE, at / 10 * 10 + 9);
    let head = format!(
        "-- sow/{at:05}-work.md --\n+++\ntitle = \"Work {at}\"\nowner = \"person-{owner}\"\ngroup = \"iwg\"\n\
         services = [\"service-{service}\"]\nshared_infrastructure = true\n"
    );
    let acceptance = (1..4).map(|id| format!("\n[[acceptance]]\nid = \"A{id}\"\ntext = \"{}\"\n", sentence(at + id)));
    let events = ["draft", "discussion", "costed"].iter().enumerate();
    let events = events
        .map(|(month, to)| format!("\n[[event]]\nto = \"{to}\"\ndate = 2025-{:02}-11\nby = \"iwg\"\n", month + 1));
    let titles =
        ["Problem description", "Functional requirements", "Required skills", "Acceptance criteria", "Out of scope"];
    let link =
        format!("It follows [another](../sow/{:05}-work.md) and DEC-{:05}.", at.saturating_sub(10), at / 10 * 10 + 7);
    let code = format!("\n\n```json\n{{ \"work\": {at}, \"owner\": \"person-{owner}\", \"accepted\": false }}\n```\n");
    head + &acceptance.chain(events).collect::<String>() + "+++\n" + &body(at, &titles, 4) + &link + &code
}

fn meeting(at: usize) -> String {
    let (year, month, day) = (2015 + at / 3400 % 10, at / 280 % 12 + 1, at / 10 % 28 + 1);
    let present: Vec<String> = (0..5).map(|seat| format!("\"person-{}\"", (at + seat) % PEOPLE)).collect();
    let head = format!(
        "-- meetings/{year}-{month:02}-{day:02}-call-{at}.md --\n+++\ngroup = \"iwg\"\nheld = true\npresent = [{}]\n+++\n",
        present.join(", ")
    );
    let task = format!("\n- [ ] @person-{}: {} (due 2027-01-31)\n", at % PEOPLE, sentence(at));
    head + &body(at, &["Agenda", "Minutes"], 3) + &task
}

fn decision(at: usize) -> String {
    let head = format!(
        "-- decisions/{at:05}-choice.md --\n+++\ntitle = \"Choice {at}\"\ngroup = \"iwg\"\nkind = \"general\"\n\
         mode = \"simple-majority\"\nopened = 2024-03-01\ncloses = 2024-03-20\ndecided = 2024-03-21\noutcome = \"accepted\"\n\
         channel = \"https://example.org/t/{at}\"\n"
    );
    let votes = (0..5).map(|seat| {
        let person = (at + seat) % PEOPLE;
        format!("\n[[vote]]\nperson = \"person-{person}\"\nvalue = \"yes\"\ndate = 2024-03-12\nlink = \"https://example.org/t/{at}/{seat}\"\n")
    });
    head + &votes.collect::<String>() + "+++\n" + &body(at, &["Background", "Options", "Decision", "Rationale"], 2)
}

fn service(at: usize) -> String {
    let head = format!(
        "-- services/service-{at}.md --\n+++\nname = \"Service {at}\"\narea = \"hosting\"\npurpose = \"{}\"\nowner = \"iwg\"\n\
         operator = \"person-{}\"\nadmins = [\"person-{}\", \"person-{}\"]\nurl = \"https://service-{at}.example.org/\"\n+++\n",
        sentence(at),
        at % PEOPLE,
        at % PEOPLE,
        (at + 1) % PEOPLE
    );
    head + &body(at, &["Workflows", "Current challenges"], 2)
}

/// A section for each title, with `paragraphs` of five sentences and a list each.
fn body(seed: usize, titles: &[&str], paragraphs: usize) -> String {
    let mut body = String::new();
    for (section, title) in titles.iter().enumerate() {
        let _ = writeln!(body, "\n## {title}\n");
        for paragraph in 0..paragraphs {
            let seed = seed * 31 + section * 7 + paragraph;
            let sentences: Vec<String> = (0..5).map(|at| sentence(seed + at)).collect();
            let _ = writeln!(body, "{} Its *{}* is `{}`.\n", sentences.join(" "), word(seed), word(seed + 1));
        }
        (0..3).for_each(|item| {
            let _ = writeln!(body, "- {}", sentence(seed + item));
        });
    }
    body
}

fn sentence(seed: usize) -> String {
    let words: Vec<&str> = (0..11).map(|at| word(seed.wrapping_mul(2_654_435_761) / 97 + at * at)).collect();
    let (first, rest) = words[0].split_at(1);
    format!("{}{rest} {}.", first.to_uppercase(), words[1..].join(" "))
}

fn word(seed: usize) -> &'static str {
    WORDS[seed.wrapping_mul(40_503) / 7 % WORDS.len()]
}
