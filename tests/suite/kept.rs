//! What was agreed on stays, and what was wrong can be put right: changes to the golden site of the base profile, each with what
//! is found in it.

use candor::diagnostic::{BaselineState, Level};
use candor::id::ContentPath;
use candor::tree::{Source, Tree};

use crate::{sites, support};

const DECISION: &str = "decisions/0001-time-zones.md";
const SOW: &str = "sow/0001-time-zones.md";
const GROUP: &str = "groups/maintainers.md";
const OPEN: &str = "decisions/0004-names.md";
const LEAVE: &str = "decisions/0005-leave.md";

/// A question that is open on the day of the tests.
const OPEN_TEXT: &str = "+++\ntitle = \"Shorten the names of the options\"\ngroup = \"maintainers\"\nkind = \"general\"\n\
    about = [\"PRP-0001\"]\nopened = 2026-11-16\ncloses = 2026-11-30\nchannel = \"https://lists.example.org/wren/dec-4\"\n\n\
    [[vote]]\nperson = \"ada-nowak\"\nvalue = \"no\"\ndate = 2026-11-17\n+++\n\n## Background\n\nThe names are long.\n";

const LEAVE_TEXT: &str = "+++\ntitle = \"Forget the name of a former maintainer\"\ngroup = \"maintainers\"\nkind = \"general\"\n\
    about = [\"maintainers\"]\nopened = 2026-11-01\ncloses = 2026-11-15\ndecided = 2026-11-15\noutcome = \"accepted\"\n\
    channel = \"https://lists.example.org/wren/dec-5\"\nexecuted = \"https://lists.example.org/wren/dec-5\"\n\n\
    [[vote]]\nperson = \"ada-nowak\"\nvalue = \"yes\"\ndate = 2026-11-15\n\n\
    [[vote]]\nperson = \"bo-lindgren\"\nvalue = \"yes\"\ndate = 2026-11-15\n+++\n\n## Background\n\nSomebody asked for it.\n\n\
    ## Decision\n\nThe name goes.\n";

const CORRECTION: &str =
    "[[correction]]\ndate = 2026-11-20\nby = \"bo-lindgren\"\nwhat = \"The text said two weeks; it was three.\"\n\n";

/// A file, what is written in it, and what is in its place after the change.
type Edit = (&'static str, &'static str, String);

fn base() -> Tree {
    let mut tree = Tree::clone(&sites::site("base").tree);
    put(&mut tree, OPEN, OPEN_TEXT);
    put(&mut tree, LEAVE, LEAVE_TEXT);
    tree
}

fn put(tree: &mut Tree, path: &str, text: &str) {
    let path = ContentPath::parse(path).expect("a path");
    tree.sources.insert(path, Source { text: text.into(), not_utf8: None });
}

fn changed(tree: &Tree, edits: &[Edit]) -> Tree {
    let mut tree = tree.clone();
    for (path, from, to) in edits {
        let text = tree.text(path).expect("the file is there").to_string();
        assert!(text.contains(from), "{path} says nothing of {from}");
        put(&mut tree, path, &text.replacen(from, to, 1));
    }
    tree
}

/// The rules that find something new in the change that leads from `base` to `tree`, with whether they are errors.
fn found(base: &Tree, tree: Tree) -> Vec<(&'static str, bool)> {
    let project = support::project_since(tree, base.clone());
    let new = project.report.findings.iter().filter(|it| it.baseline_state != Some(BaselineState::Existing));
    new.map(|it| (it.rule, it.level == Level::Error)).collect()
}

fn before_votes(more: &str) -> String {
    format!("{more}[[vote]]\nperson = \"ada-nowak\"")
}

#[test]
fn what_was_agreed_on_is_one_error_when_it_is_rewritten() {
    let base = base();
    let rows: [(&str, Edit); 14] = [
        ("approved-terms-changed", (SOW, "without a release", "with the next release".into())),
        ("approved-terms-changed", (SOW, "route = \"volunteer\"", "route = \"bounty\"".into())),
        ("approved-terms-changed", (SOW, "Fall back to our own", "Fall over".into())),
        ("approved-terms-changed", (SOW, "is read and never written", "is read and written".into())),
        ("approved-terms-changed", (GROUP, "from = 2024-03-04", "from = 2026-07-04".into())),
        ("approved-terms-changed", (GROUP, "to = 2025-12-31", "to = 2026-12-31".into())),
        (
            "approved-terms-changed",
            (
                GROUP,
                "[[member]]\nperson = \"emil-hansen\"\nrole = \"maintainer\"\nfrom = 2022-01-10\nto = 2025-12-31\n",
                String::new(),
            ),
        ),
        ("terminal-record-changed", (DECISION, "for two weeks", "for three weeks".into())),
        ("terminal-record-changed", (DECISION, "We take it up", "We do not take it up".into())),
        ("terminal-record-changed", (DECISION, "about = [\"PRP-0001\"]", "about = [\"PRP-0002\"]".into())),
        ("history-edited", (DECISION, "value = \"yes\"", "value = \"no\"".into())),
        ("history-edited", (SOW, "date = 2026-08-03", "date = 2026-08-04".into())),
        ("history-edited", (OPEN, "value = \"no\"", "value = \"yes\"".into())),
        (
            "history-edited",
            (
                DECISION,
                "date = 2026-06-08\n+++",
                "date = 2026-06-08\n\n[[vote]]\nperson = \"deniz-aydin\"\nvalue = \"yes\"\n+++".into(),
            ),
        ),
    ];
    for (rule, edit) in rows {
        let errors: Vec<_> = found(&base, changed(&base, std::slice::from_ref(&edit)))
            .into_iter()
            .filter(|(_, is_error)| *is_error)
            .collect();
        assert_eq!(errors, [(rule, true)], "{edit:?}");
    }
}

#[test]
fn a_slip_and_a_correction_in_the_open_are_found_by_no_rule() {
    let base = base();
    let rows: [&[Edit]; 7] = [
        &[(DECISION, "was talked about for", "was talkd about for".into())],
        &[(DECISION, "We take it up; Bo", "We take it up, Bo".into())],
        &[
            (DECISION, "for two weeks", "for three weeks".into()),
            (DECISION, "[[vote]]\nperson = \"ada-nowak\"", before_votes(CORRECTION)),
        ],
        &[
            (SOW, "date = 2026-08-03", "date = 2026-08-04".into()),
            (SOW, "[[work_item]]\nid = \"W1\"", format!("{CORRECTION}[[work_item]]\nid = \"W1\"")),
        ],
        &[(
            SOW,
            "a release\"\n",
            "a release\"\nmet = true\nevidence = \"https://lists.example.org/wren/200\"\n".into(),
        )],
        &[(GROUP, "from = 2024-03-04", "from = 2024-03-04\nto = 2026-11-20".into())],
        &[(
            OPEN,
            "date = 2026-11-17\n",
            "date = 2026-11-17\n\n[[vote]]\nperson = \"ada-nowak\"\nvalue = \"yes\"\ndate = 2026-11-19\n".into(),
        )],
    ];
    for edits in rows {
        let errors: Vec<_> =
            found(&base, changed(&base, edits)).into_iter().filter(|(_, is_error)| *is_error).collect();
        assert_eq!(errors, [], "{edits:?}");
    }
}

#[test]
fn the_later_vote_counts_and_the_first_one_stays() {
    let base = base();
    let second = "date = 2026-11-17\n\n[[vote]]\nperson = \"ada-nowak\"\nvalue = \"yes\"\ndate = 2026-11-19\n";
    let site = support::project(changed(&base, &[(OPEN, "date = 2026-11-17\n", second.into())])).site;
    let path = ContentPath::parse(OPEN).expect("a path");
    let tally = site.at_path(&path).expect("it is there").tally().expect("it has votes");
    assert_eq!((tally.yes, tally.no, tally.voters.len()), (1, 0, 2));
}

/// Somebody's name goes from the whole record by a decision, and every vote and term stays.
#[test]
fn a_name_is_forgotten_in_one_change() {
    let base = base();
    let mut tree = base.clone();
    for (path, source) in base.sources.iter() {
        let text = source.text.replace("carla-ruiz", "former-maintainer").replace("Carla Ruiz", "A former maintainer");
        let text = text.replace("[Carla]", "[A former maintainer]");
        tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
    }
    let old = ContentPath::parse("people/carla-ruiz.md").expect("a path");
    let _ = tree.sources.remove(&old).expect("she has a page");
    let page = "+++\nname = \"A former maintainer\"\n\n[[redaction]]\ndate = 2026-11-20\nby = \"DEC-0005\"\n\
        what = \"The name, the accounts and the affiliation of a former maintainer.\"\n+++\n";
    put(&mut tree, "people/former-maintainer.md", page);
    let errors: Vec<_> = found(&base, tree).into_iter().filter(|(_, is_error)| *is_error).collect();
    assert_eq!(errors, []);
    // Without the word that says so, the person is gone.
    let mut silent = base.clone();
    silent.sources.remove(&old);
    assert!(found(&base, silent).contains(&("record-deleted", true)));
}

#[test]
fn the_public_page_says_what_was_put_right() {
    let base = base();
    let tree = changed(
        &base,
        &[
            (DECISION, "for two weeks", "for three weeks".into()),
            (DECISION, "[[vote]]\nperson = \"ada-nowak\"", before_votes(CORRECTION)),
        ],
    );
    let files = support::files(&support::project(tree));
    let page = files.iter().find(|(path, _)| path.starts_with("decisions/0001")).expect("the decision has a page").1;
    assert!(page.contains("Corrected on 20 November 2026: The text said two weeks; it was three."), "{page}");
}

/// Who agreed, and whether that is the group and the contractor.
#[test]
fn an_agreement_is_that_of_the_group_and_of_a_contractor() {
    let site = |agreements: &str| {
        Tree::fixture(&format!(
            "-- candor.toml --\nprofile = [\"llvm-iwg\"]\ngroup = \"iwg\"\n\
             -- groups/iwg.md --\n+++\nname = \"IWG\"\ntype = \"working-group\"\n+++\n\
             -- organizations/harbour.md --\n+++\nname = \"Harbour\"\n+++\n\
             -- organizations/other.md --\n+++\nname = \"Other\"\n+++\n\
             -- people/vic.md --\n+++\nname = \"Vic\"\n+++\n\
             -- services/website.md --\n+++\nname = \"Website\"\noperator = \"harbour\"\n+++\n\
             -- contractors/harbour-systems.md --\n+++\norganization = \"harbour\"\n\n[[contract]]\nid = \"HS-2026-1\"\n+++\n\
             -- decisions/0006-agree.md --\n+++\ntitle = \"Agree\"\ngroup = \"iwg\"\nkind = \"general\"\nabout = [\"SOW-0001\"]\n\
             decided = 2026-01-20\noutcome = \"accepted\"\n+++\n\
             -- sow/0001-site.md --\n+++\ntitle = \"Site\"\ngroup = \"iwg\"\nroute = \"contractor\"\ncontract = \"HS-2026-1\"\nservices = [\"website\"]\n\
             shared_infrastructure = true\nagreements = {agreements}\n\n\
             [[event]]\nto = \"accepted\"\ndate = 2026-02-02\nby = \"iwg\"\n\n\
             [[event]]\nto = \"in-progress\"\ndate = 2026-03-02\nby = \"iwg\"\n+++\n"
        ))
    };
    let lacks = |agreements: &str| {
        let project = support::project(site(agreements));
        let named = project.site.of_kind(candor::id::Kind::Sow).next().expect("it is there");
        assert!(project.site.target(named, "contract").is_some(), "a contract is found by its id");
        let workflow = project.site.profile.kind(candor::id::Kind::Sow).expect("it has a workflow");
        let needs = workflow.transitions.iter().flat_map(|it| &it.needs);
        let mut counts = needs.flat_map(|need| need.guard.parts().into_iter().map(move |part| (need, part)));
        let (need, _) = counts
            .find(|(_, part)| matches!(part, candor::workflow::Guard::Agreed { field, .. } if field == "agreements"))
            .expect("the profile asks for agreements");
        project.site.unmet(named, None, need, support::today()).is_some()
    };
    for legal in [
        "[\"DEC-0006\", \"harbour-systems\"]",
        "[\"iwg\", \"harbour-systems\"]",
        "[\"DEC-0006\", \"harbour\"]",
        "[\"iwg\", \"HS-2026-1\"]",
    ] {
        assert!(!lacks(legal), "{legal}");
    }
    for wrong in [
        "[\"iwg\", \"website\"]",
        "[\"iwg\", \"vic\"]",
        "[\"iwg\", \"DEC-0006\"]",
        "[\"iwg\", \"other\"]",
        "[\"harbour-systems\", \"harbour\"]",
        "[\"iwg\"]",
    ] {
        assert!(lacks(wrong), "{wrong}");
    }
}
