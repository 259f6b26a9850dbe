//! The work grows with the record and not with its square: four times as many of anything takes about four times as long.
//!
//! What counts is the processor time of one thread, so a busy machine does not matter; a measurement that looks wrong is taken
//! again. Twice the time for each doubling is 4, the square is 16; the limit lies between.
#![cfg(unix)]

use std::fmt::Write;
use std::time::Duration;

use candor::page::{Route, render, routes};
use candor::tree::Tree;

use crate::support;

/// How many there are of each kind of thing, the second time four times as many.
const COUNT: usize = 1000;

/// The most that four times as many may take, in times what one lot takes.
const LIMIT: f64 = 8.0;

/// Shorter times are not compared: what is fixed about them is larger than what grows.
const LEAST: Duration = Duration::from_millis(20);

const FRONT: &str = "-- candor.toml --\ntitle = \"T\"\ngroup = \"makers\"\nbase_url = \"https://t.example/\"\n\
                     -- people/ada.md --\n+++\nname = \"Ada\"\n+++\n\
                     -- groups/makers.md --\n+++\nname = \"Makers\"\ntype = \"working-group\"\n+++\n";

/// The files that hold so many of a kind of thing, in the notation of `Tree::fixture`.
type Files = fn(usize) -> String;

/// Each kind of thing with what holds so many of it.
const KINDS: &[(&str, Files)] = &[
    ("events", |count| {
        in_front("sow/0001-a.md", "title = \"A\"\nowner = \"ada\"\n", count, |at| {
            let to = if at % 2 == 0 { "draft" } else { "routed" };
            format!("[[event]]\nto = \"{to}\"\ndate = 2026-01-01\nby = \"ada\"\n")
        })
    }),
    ("members", |count| {
        in_front("groups/g.md", "name = \"G\"\ntype = \"working-group\"\n", count, |at| {
            format!("[[member]]\nperson = \"p{at}\"\nrole = \"member\"\nfrom = 2026-01-01\n")
        })
    }),
    ("votes", |count| {
        in_front("decisions/0001-a.md", "title = \"A\"\ngroup = \"makers\"\nmode = \"consensus\"\n", count, |at| {
            format!("[[vote]]\nperson = \"p{at}\"\nvalue = \"yes\"\n")
        })
    }),
    ("values that are stated as unknown", |count| {
        in_front("services/a.md", "name = \"A\"\n", count, |at| {
            format!(
                "[[root_access]]\nperson = {{ unknown = \"nobody wrote down who has key {at}\" }}\nholds_for = \"group\"\n"
            )
        })
    }),
    ("milestones", |count| {
        in_front("sow/0001-a.md", "title = \"A\"\nowner = \"ada\"\n", count, |at| {
            format!("[[milestone]]\nwhat = \"Part {at}\"\namount = \"10 EUR\"\npaid = 2026-01-01\n")
        })
    }),
    ("payments of a contract", |count| {
        let contract =
            "organization = \"a\"\n[[contract]]\nid = \"C-1\"\nretainer = { monthly = \"10 EUR\", cap = \"90 EUR\" }\n";
        in_front("contractors/a.md", contract, count, |_| {
            "[[contract.draw]]\ndate = 2026-01-01\namount = \"1 EUR\"\n".to_owned()
        })
    }),
    ("steps of a contract", |count| {
        let contract = "organization = \"a\"\n[[contract]]\nid = \"C-1\"\n";
        in_front("contractors/a.md", contract, count, |at| {
            let to = if at % 2 == 0 { "signed" } else { "renewed" };
            format!("[[contract.event]]\nto = \"{to}\"\ndate = 2026-01-01\n")
        })
    }),
    ("results of a service level", |count| {
        let slo = "name = \"A\"\n[[slo]]\nindicator = \"availability\"\nobjective = \"99 %\"\n";
        in_front("services/a.md", slo, count, |_| "[[slo.result]]\nmonth = 2026-01-01\nvalue = 98.5\n".to_owned())
    }),
    ("points of an agenda", |count| {
        in_front("meetings/2026-12-01.md", "group = \"makers\"\n", count, |at| {
            format!("[[agenda]]\ntitle = \"Point {at}\"\n")
        })
    }),
    ("decisions about one matter", |count| {
        let decision = |at: usize| {
            format!(
                "-- decisions/{at:04}-a.md --\n+++\ntitle = \"A\"\ngroup = \"makers\"\nabout = [\"SOW-0001\"]\n\
                 outcome = \"accepted\"\ndecided = 2026-01-01\n+++\n"
            )
        };
        let sow = "-- sow/0001-a.md --\n+++\ntitle = \"A\"\nowner = \"ada\"\n+++\n";
        format!("{sow}{}", (1..=count / 8).map(decision).collect::<String>())
    }),
    ("matters with one body", |count| {
        let proposal = |at: usize| {
            format!("-- proposals/{at:04}-a.md --\n+++\ntitle = \"A\"\nproposer = \"ada\"\ngroup = \"makers\"\n+++\n")
        };
        (1..=count / 8).map(proposal).collect()
    }),
    ("statements of work on one proposal", |count| {
        let sow = |at: usize| {
            format!("-- sow/{at:04}-a.md --\n+++\ntitle = \"A\"\nowner = \"ada\"\nproposals = [\"PRP-0001\"]\n+++\n")
        };
        let proposal = "-- proposals/0001-a.md --\n+++\ntitle = \"A\"\nproposer = \"ada\"\ngroup = \"makers\"\n+++\n";
        format!("{proposal}{}", (1..=count / 8).map(sow).collect::<String>())
    }),
    ("unknown keys", |count| in_front("sow/0001-a.md", "title = \"A\"\n", count, |at| format!("key{at} = 1\n"))),
    ("unread keys", |count| {
        in_front("sow/0001-a.md", "title = \"A\"\nowner = \"ada\"\n", count, |at| {
            format!("[[event]]\nto = \"draft\"\ndate = \"day {at}\"\nby = \"ada\"\n")
        })
    }),
    ("references of a list", |count| {
        let ids: Vec<String> = (0..count).map(|at| format!("\"PRP-{at:04}\"")).collect();
        format!("-- sow/0001-a.md --\n+++\ntitle = \"A\"\nproposals = [{}]\n+++\n", ids.join(", "))
    }),
    ("signs in a front matter that is not read", |count| {
        format!("-- a.md --\n+++\nword{} \"\n+++\n", "=".repeat(count * 20))
    }),
    ("links", |count| in_text(count, |at| format!("[a](people/ada.md#{at}) "))),
    ("broken links", |count| in_text(count, |at| format!("[a](b{at}.md) "))),
    ("pictures from elsewhere", |count| in_text(count, |at| format!("![a](https://h{at}.example/b.png) "))),
    ("links by an undefined name", |count| in_text(count, |at| format!("[a][b{at}] "))),
    ("links that stayed text", |count| in_text(count, |at| format!("[a](b {at}.md) "))),
    ("footnotes without a text", |count| in_text(count, |at| format!("[^a{at}] "))),
    ("footnotes", |count| in_text(count * 6, |at| format!("a[^a{at}]\n\n[^a{at}]: b\n\n"))),
    ("tags that are text", |count| in_text(count * 6, |at| format!("<tag{at}> "))),
    ("comments without end", |count| in_text(count * 6, |_| "<!-- a\n\n".to_owned())),
    ("surplus cells", |count| format!("{}{}", in_text(1, |_| "|a|\n|-|\n".to_owned()), "|b|c|\n".repeat(count * 30))),
    ("headings", |count| in_text(count * 6, |at| format!("## Heading {at}\n\nText.\n\n"))),
    ("equal headings", |count| in_text(count * 6, |_| "## Heading\n\nText.\n\n".to_owned())),
    ("mentions", |count| in_text(count, |_| "@ada SOW-0001 ".to_owned())),
    ("unknown people", |count| in_text(count, |at| format!("@nobody-{at} "))),
    ("placeholders", |count| in_text(count, |_| "TBD ".to_owned())),
    ("actions", |count| {
        let tasks: String = (0..count).map(|at| format!("- [ ] @ada: do {at} (due 2026-01-01)\n")).collect();
        format!("-- meetings/2026-01-01.md --\n+++\ngroup = \"makers\"\nheld = true\n+++\n\n{tasks}")
    }),
    ("boxes that are none", |count| {
        let tasks: String = (0..count).map(|at| format!("- [] @ada: do {at}\n")).collect();
        format!("-- meetings/2026-01-01.md --\n+++\ngroup = \"makers\"\nheld = true\n+++\n\n{tasks}")
    }),
    ("pages in one folder", |count| (0..count / 4).map(|at| format!("-- notes/n{at}.md --\nText.\n")).collect()),
    ("folders", |count| (0..count / 4).map(|at| format!("-- f{at}/g/n.md --\nText.\n")).collect()),
    ("pages in the menu of few", |count| {
        let page = |at: usize| format!("-- n{at}.md --\n+++\n{}+++\nText.\n", if at < 5 { "menu = 1\n" } else { "" });
        (0..count / 4).map(page).collect()
    }),
    ("waivers", |count| {
        let waiver = |at: usize| {
            let record = format!("n{at}.md");
            format!("[[waiver]]\nrule = \"broken-link\"\nrecord = \"{record}\"\nreason = \"r\"\nuntil = 2027-01-01\n")
        };
        let page = |at: usize| format!("-- n{at}.md --\n[a](b.md)\n");
        let waivers: String = (0..count / 4).map(waiver).collect();
        format!("-- candor.toml --\ntitle = \"T\"\n{waivers}{}", (0..count / 4).map(page).collect::<String>())
    }),
    ("waivers that have ended", |count| {
        let waiver = |at: usize| {
            format!("[[waiver]]\nrule = \"stalled\"\nrecord = \"n{at}.md\"\nreason = \"r\"\nuntil = 2026-01-01\n")
        };
        let page = |at: usize| format!("-- n{at}.md --\n[a](b.md)\n");
        let waivers: String = (0..count / 4).map(waiver).collect();
        format!("-- candor.toml --\ntitle = \"T\"\n{waivers}{}", (0..count / 4).map(page).collect::<String>())
    }),
];

fn in_front(path: &str, keys: &str, count: usize, item: impl Fn(usize) -> String) -> String {
    format!("-- {path} --\n+++\n{keys}{}+++\n", (0..count).map(item).collect::<String>())
}

fn in_text(count: usize, item: impl Fn(usize) -> String) -> String {
    format!("-- a.md --\n{}\n", (0..count).map(item).collect::<String>())
}

/// The processor time that the site in `fixture` takes from its files to its pages, without those of the rules.
fn time(fixture: &str) -> Duration {
    let now = || {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).expect("less than a second"))
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be had");
    pool.install(|| {
        let tree = Tree::fixture(&format!("{FRONT}{fixture}"));
        let begin = now();
        let project = support::project(tree);
        let context = project.context();
        for (_, route) in routes(&context).iter().filter(|(_, route)| !matches!(route, Route::Rule(_))) {
            render(&context, route).unwrap_or_else(|finding| panic!("{}", finding.message));
        }
        now() - begin
    })
}

#[test]
fn four_times_as_many_take_about_four_times_as_long() {
    let fixed = time("");
    let mut slow = String::new();
    for (what, fixture) in KINDS {
        let once = |count: usize| time(&fixture(count)).saturating_sub(fixed).max(LEAST).as_secs_f64();
        // The least of several is what it takes by itself.
        let (mut one, mut four) = (once(COUNT), once(COUNT * 4));
        for _ in 0..3 {
            if four / one < LIMIT {
                break;
            }
            (one, four) = (one.min(once(COUNT)), four.min(once(COUNT * 4)));
        }
        let line = format!("{what}: {one:.3} s and {four:.3} s, {:.1} times as long\n", four / one);
        eprint!("{line}");
        if four / one >= LIMIT {
            write!(slow, "{line}").expect("a text takes all");
        }
    }
    assert!(slow.is_empty(), "{slow}");
}
