//! What people write in minutes and on pages, and what the rules that read it make of each: in both directions, one line at a time.

use candor::tree::Tree;
use rayon::prelude::*;

use crate::support;

/// Lena and Rui are in the directory; the meeting was held.
const MINUTES: &str = "-- candor.toml --
title = \"Tools\"
group = \"tools\"
-- groups/tools.md --
+++
name = \"Tools group\"
type = \"working-group\"
contact = \"tools@example.org\"
+++
-- people/lena-ohm.md --
+++
name = \"Lena Ohm\"
github = \"lohm\"
+++
-- people/rui-costa.md --
+++
name = \"Rui Costa\"
github = \"rcosta\"
+++
-- meetings/2026-11-10.md --
+++
group = \"tools\"
kind = \"regular\"
held = true
present = [\"lena-ohm\", \"rui-costa\"]
agenda = [{ title = \"A\", outcome = \"Done.\" }]
+++

";

/// The texts for which `rule` does not answer as `is_found` says, where each stands in `site`.
fn wrong(rule: &str, site: impl Fn(&str) -> String + Sync, is_found: bool, texts: &[&str]) -> Vec<String> {
    let finds = |text: &str| {
        let project = support::project(Tree::fixture(&site(text)));
        project.report.findings.iter().any(|finding| finding.rule == rule)
    };
    texts.par_iter().filter(|text| finds(text) != is_found).map(|text| (*text).to_owned()).collect()
}

#[track_caller]
fn tells_apart(rule: &str, site: impl Fn(&str) -> String + Sync, found: &[&str], silent: &[&str]) {
    assert!(found.len() >= 25 && silent.len() >= 25, "{} and {} texts", found.len(), silent.len());
    let (missed, made_up) = (wrong(rule, &site, true, found), wrong(rule, &site, false, silent));
    assert!(missed.is_empty() && made_up.is_empty(), "{rule} misses {missed:#?} and finds {made_up:#?}");
}

fn in_minutes(text: &str) -> String {
    format!("{MINUTES}## Minutes\n\n{text}\n")
}

#[test]
fn an_action_is_known_by_its_mark_or_by_who_promises_it() {
    let found = [
        "- Action item for Lena: rename the file",
        "- Action item (Rui): start a list",
        "- Action item (for the group): document it",
        "- The tracker\n  - action item: scan the list",
        "- The tracker\n  - action item (me): add this",
        "- Lena/Rui will ask for quotes",
        "- Lena & Rui will ask for quotes",
        "- Lena Ohm and Rui Costa will ask for quotes",
        "- **Lena** will ask for quotes",
        "- [Lena](https://example.org/lena) will ask for quotes",
        "- @lohm will ask for quotes",
        "- Lena (Example Lab) to ask for quotes",
        "- Lena volunteered to ask for quotes",
        "- Rui is going to ask for quotes",
        "- Rui takes care of the renewal",
        "- Rui has the action to renew it",
        "- Rui: I'll ask two hosts",
        "- Rui: will ask two hosts",
        "- Rui: ask two hosts (due 2026-12-01)",
        "- The mirror is slow. Rui will measure it.",
        "- A permanent slot: Lena will send out a poll",
        "- Once it is merged, Lena & Rui will publish it",
        "- Action item for Lena/Rui:\n  - ask for quotes\n  - compare them",
        "- Action item for Mike/Christian:\n  - ask for quotes",
        "- Action items:\n  - Lena: ask for quotes",
        "- AI: add a screenshot",
        "- AI move to work queue",
        "- AI Lena: rename the file",
        "- AI Rui to rename the file",
        "- AI(Lena): rename the file",
        "- [AI] Lena: rename the file",
        "- AI-3: Lena to rename the file",
        "- AP: Rui writes to the board",
        "- --> AI: add a screenshot",
        "- ACTION: Lena to ask for quotes",
        "- **ACTION** @lohm: ask for quotes",
        "- ACTION Rui: ask for quotes",
        "- Action #3: ask for quotes",
        "- Action point: documenting who owns what",
        "- Actions for Lena: ask for quotes",
        "- TODO(lena): rename the file",
        "- TODO(rui) rename the file",
        "- TODO: ask for quotes",
        "- To do: ask for quotes",
        "- Todo for Rui: ask for quotes",
        "- Follow-up: Rui to ask for quotes",
        "- Next step: ask for quotes",
        "- Rename the file (AI: Lena)",
        "- Rename the file [action item Rui]",
        "ACTION: Lena to ask for quotes",
        "We talked about it.\nAction item: ask for quotes",
        "Action items:\n\n- Lena: ask for quotes",
        "## Action items\n\n- Lena: ask for quotes",
        "## TODOs\n\n- rename the file",
        "1. Action item: ask for quotes",
        "* Lena will then ask for quotes",
    ];
    let silent = [
        "- AI Working Group met.",
        "- Lena: will there be a talk?",
        "- Lena: Nothing to report.",
        "- Lena: Change to the guide, object until Friday",
        "- Lena: will there be a talk",
        "- Lena will be away in June",
        "- Rui will not ask for quotes",
        "- Rui won't ask for quotes",
        "- Lena will miss the next meeting",
        "- Lena asked for quotes",
        "- Lena said so",
        "- Lena and Rui renamed the file",
        "- Will Lena ask for quotes?",
        "- We will leave this open",
        "- Discourse will host it",
        "- The board will decide",
        "- Maybe Lena will ask for quotes",
        "- If nobody objects, Lena will ask for quotes",
        "- Lena to the group: thank you",
        "- Lena to Rui: thank you",
        "- Lena's talk will start at noon",
        "- Action items: none",
        "- No action items.",
        "- Action item: none this time",
        "- Action item for Lena: done",
        "- Action item for Lena: rename the file (done)",
        "- Action item (done): rename the file",
        "- Action item for Rui: renamed the file",
        "- ~~Action item for Rui: rename the file~~",
        "- AI Lena: sent the mail",
        "- Action items from last time were reviewed",
        "- Action points were reviewed.",
        "- Actions:",
        "- Action: is this needed?",
        "- GitHub Actions runs them",
        "- Actions are free for public projects",
        "- AI is everywhere",
        "- AI tools were discussed",
        "- AI use is growing in the project",
        "- AI: we talked about models, and was it long",
        "- AI for code review: Rui showed a tool",
        "- AIR is a tool",
        "- To do this, we need a host",
        "- Todo lists are a habit",
        "- Follow-up: the fix works",
        "- Next steps were named",
        "- [ ] @lena-ohm: ask for quotes (due 2026-12-01)",
        "- Action items:\n  - [ ] @lena-ohm: ask for quotes (due 2026-12-01)",
        "- [ ] @lena-ohm: ask for quotes (due 2026-12-01)\n- Lena will ask for quotes",
        "## Action items\n\n- None",
        "## Action items\n\n- Lena: asked for quotes, done",
        "Lena spoke of what the action was.",
        "```\n- ACTION: Lena to ask\n```",
        "- Rui reported that Lena will ask for quotes",
    ];
    tells_apart("action-in-prose", in_minutes, &found, &silent);
}

#[test]
fn a_decision_is_known_by_its_label_or_by_who_took_it() {
    let found = [
        "- Decision:\n  - start with the mailing list",
        "- decision on the video tool:\n  - reuse the old room",
        "- Decision: use Azure",
        "- **Decision:** use Azure",
        "- **Decision**: use Azure",
        "- DECISION: use Azure",
        "- Decision (unanimous): use Azure",
        "- Decision #3: use Azure",
        "- Decision for our working group: stay with the list, revisit in spring",
        "- Decision - use Azure",
        "- Decision: open a forum",
        "- Decision: use OpenStack",
        "- Decision: no meeting in August",
        "- The host\n  - Decision: stay with it",
        "- Decided: stay with the host",
        "- Decided to stay with the host",
        "- Decided against the forum",
        "- We decided to wait",
        "- We have decided to stay",
        "- We agreed to rent the forum",
        "- We unanimously agreed to rent the forum",
        "- The group decided to stay",
        "- The working group agreed that the list stays",
        "- Everybody agreed to stay",
        "- It was decided to stay",
        "- It was agreed that the list stays",
        "- We voted 5:2 to stay",
        "- There was consensus to stay",
        "- It has been decided that the list stays",
        "- After some discussion, we decided to stay",
        "- Agreed: stay with the host",
        "- Agreed to stay with the host",
        "- Agreed by consensus: stay with the host",
        "- RESOLVED: stay with the host",
        "- Resolution: stay with the host",
        "- Consensus: stay with the host",
        "- The decision is to stay",
        "- Motion carried: stay with the host",
        "Decision: use Azure",
        "**Decision:**\n\n- use Azure",
        "We decided to stay with the present host,\nand to look again in spring.",
        "## Decision: rent the forum\n\nText.",
        "## Decisions\n\n- rent the forum",
        "### Decision\n\n- rent the forum",
    ];
    let silent = [
        "- Decision: none.",
        "- Decision: **none**",
        "- Decision: n/a",
        "- Decision:",
        "- Decision:\n  - none",
        "- Decision:\n  - do we move?",
        "- Decision: still pending",
        "- Decision: open",
        "- Decision: will be taken by mail",
        "- Decision: postponed",
        "- Decision: deferred to the next meeting",
        "- Decision: to be decided",
        "- Decision: move or stay?",
        "- Decision: not yet",
        "- decision on the host: needs more time",
        "- Decision on hosting is hard",
        "- There was no consensus to stay",
        "- Decision mode: consensus with a +1 in the thread",
        "- Decisions we need: the host, the price",
        "- No decision was reached.",
        "- We need to decide on the host",
        "- We should decide where to go",
        "- We did not decide anything",
        "- The board decided to move",
        "- We agreed to discuss it again",
        "- We agreed to disagree",
        "- How do we decide on requests?",
        "- Who shall take such decisions?",
        "- It was decided by the board",
        "- We will decide next week",
        "- Lena agreed to ask for quotes",
        "- Resolved: the outage of Monday",
        "- Approved the minutes of the last meeting",
        "- Decision: the minutes are approved",
        "- Undecided: the host",
        "- Motion failed",
        "## Decision 1: Working on a move\n\n- Rui spoke.",
        "## Decisions\n\n- None",
        "Decisions are taken by mail, as ever.",
        "- Almost everybody agreed",
    ];
    tells_apart("decision-in-minutes-only", in_minutes, &found, &silent);
}

#[test]
fn a_concern_is_known_by_who_has_it_and_by_its_being_open() {
    let site = |text: &str| {
        format!(
            "{MINUTES}## Move to a forum (DEC-0001)\n\n{text}\n-- decisions/0001-forum.md --\n+++\ntitle = \"Move to a forum\"\n\
             group = \"tools\"\nkind = \"general\"\nabout = []\nmode = \"consensus\"\nopened = 2026-11-01\ndecided = 2026-11-20\n\
             outcome = \"accepted\"\nchannel = \"https://example.org/t/1\"\nmeeting = \"MTG-2026-11-10\"\n+++\n\n## Decision\n\nWe move.\n"
        )
    };
    let found = [
        "- Rui has serious concerns on the move and on how it is decided.",
        "- Rui had concerns",
        "- Rui raised an objection",
        "- Rui raised two objections about the cost",
        "- Lena voiced doubts",
        "- Lena expressed strong reservations",
        "- There are concerns about the cost",
        "- There were several objections",
        "- Concerns were raised about the cost",
        "- Objections remain",
        "- Serious concerns from Rui",
        "- Concern (Rui): the cost",
        "- Objection: the cost",
        "- Rui objected",
        "- Rui objected: we should wait",
        "- Rui objects to the price",
        "- Rui opposes the move",
        "- Rui is opposed to the move",
        "- Rui is against the move",
        "- Rui voted against",
        "- Rui spoke against it",
        "- Rui disagrees",
        "- Rui disagreed with the price",
        "- Rui is not convinced",
        "- Rui is not happy with the price",
        "- Rui is worried about the archive",
        "- Rui is concerned about the archive",
        "- Lena: fine. Rui has concerns about the archive.",
        "- The move\n  - Rui has concerns about the archive",
        "- Lena is for it, but Rui has concerns",
        "- Rui has concerns that were not answered",
        "- -1 from Rui",
        "- Rui: -1",
        "- Rui's objection: the cost",
        "- Against: Rui",
        "- Rui: I object",
        "Rui has concerns about the archive.",
    ];
    let silent = [
        "- Rui has no concerns.",
        "- Concerns: none",
        "- Against: 0",
        "- Dissent: nobody",
        "- No objections.",
        "- No objections were raised.",
        "- At the moment no objections to forming the group.",
        "- Nobody objected.",
        "- No one is against it.",
        "- Rui did not object.",
        "- Rui has not raised any objections",
        "- None of us disagrees",
        "- Without objection, it is accepted.",
        "- Any objections?",
        "- Does Rui have concerns?",
        "- If there are concerns, write to the list.",
        "- Whoever has objections should write until Friday",
        "- Deadline for objections is Friday",
        "- Lena will ask for objections on the list",
        "- Wait for objections until Friday",
        "- Rui had concerns, which were answered.",
        "- Rui withdrew the objection",
        "- Rui raised concerns; they were resolved.",
        "- Rui no longer objects",
        "- As far as the cost is concerned, it is fine",
        "- Concerning the cost: it is fine",
        "- JSON objects are moved as well",
        "- Users may disagree",
        "- It is cheaper, as opposed to the list",
        "- Everybody is happy",
        "- The forum guards against spam",
        "- Rui was convinced by the price",
        "## The wiki\n\n- Rui has serious concerns about the wiki.",
    ];
    tells_apart("dissent-unrecorded", site, &found, &silent);
}

#[test]
fn a_vacancy_is_known_by_words_of_today_about_the_service() {
    let site = |text: &str| {
        format!(
            "-- services/lab.md --\n+++\nname = \"Lab\"\narea = \"chat\"\npurpose = \"Tests\"\nowner = \"tools\"\noperator = \"tools\"\n\
             admins = [\"a\", \"b\"]\nhost = \"somewhere\"\nlifecycle = \"production\"\npersonal_data = false\n\
             reviewed = 2026-11-01\n+++\n\n## Current challenges\n\n{text}\n"
        )
    };
    let found = [
        "- is looking for new maintainer",
        "It is unclear who owns this.",
        "The wiki is looking for a maintainer since spring.",
        "It is looking for\na new maintainer.",
        "We are searching for an owner.",
        "Looking for maintainers!",
        "It needs a maintainer.",
        "It needs a new owner.",
        "- needs an owner",
        "It lacks a maintainer.",
        "It has no owner.",
        "It currently has no maintainer.",
        "- no maintainer",
        "There is no maintainer at the moment.",
        "It runs without a maintainer.",
        "Maintainer wanted",
        "New owner wanted.",
        "Maintainers needed.",
        "Owner: unknown",
        "The owner is unknown.",
        "Nobody knows who maintains it.",
        "We do not know who runs it.",
        "Nobody maintains it.",
        "No one looks after it.",
        "It is unowned.",
        "It is orphaned since 2024.",
        "- unmaintained",
        "It is an unmaintained service.",
        "It is not maintained.",
        "It is no longer actively maintained.",
        "It is abandoned.",
        "Who owns the domain is unclear.",
        "It is up for adoption.",
        "We need somebody to look after it.",
        "Looking for someone who can take it over.",
        "Ben left, and nobody has taken over.",
        "It has lost its maintainer.",
        "There is no clear ownership.",
    ];
    let silent = [
        "The wiki has a new maintainer since spring.",
        "It was looking for a maintainer until May.",
        "It is no longer looking for a maintainer.",
        "It is not looking for a maintainer.",
        "It was unmaintained until 2024.",
        "It used to be unowned.",
        "It had no owner before 2025.",
        "It is not orphaned.",
        "If it has no owner, write to the board.",
        "When nobody maintains it, it is switched off.",
        "It lists packages without a maintainer.",
        "Tickets that have no owner are closed.",
        "The bot closes unmaintained issues.",
        "It deletes orphaned files at night.",
        "It reports orphaned branches.",
        "Each list needs an owner's approval.",
        "Changes need maintainer approval.",
        "The maintainer is looking for a new host.",
        "The owner is the tools group.",
        "Maintainers meet on Mondays.",
        "It is looking for new users.",
        "It is maintained by the tools group.",
        "Is it unmaintained?",
        "Ask the owner for access.",
        "No owner of a list may close it.",
        "It is clear who owns this.",
        "A service should never be without an owner.",
        "It is well maintained.",
    ];
    tells_apart("described-as-unowned", site, &found, &silent);
}

#[test]
fn a_number_with_three_dots_is_a_machine_where_the_words_say_so() {
    let site = |text: &str| format!("-- help.md --\n# Help\n\n{text}\n");
    let found =
        ["It answers at 34.89.193.94.", "The server is 34.0.193.94.", "- ssh to 91.198.174.192", "Resolver: 8.8.4.4"];
    let silent = [
        "- Runtimes: jdk8u345, 11.0.16.0, 17.0.4.0 and later",
        "- Example SDK: 8.0.7.15 and later",
        "Needs driver 31.0.101.4.",
        "Confluence 9.12.3.14 is out.",
        "Upgrade to 11.2.3.4 or newer.",
        "See section 12.4.1.2 of the contract.",
        "Write to you@gmail.com.",
        "`git config user.email jane.doe@gmail.com`",
    ];
    let rule = "personal-contact-in-text";
    assert_eq!(wrong(rule, site, true, &found), Vec::<String>::new());
    assert_eq!(wrong(rule, site, false, &silent), Vec::<String>::new());
}

#[test]
fn a_year_is_mistyped_where_the_file_would_fill_a_hole_with_another() {
    let site = |days: &str| {
        days.split(' ').map(|day| format!("-- minutes/{day}.md --\n# Meeting\n\nWe met.\n")).collect::<String>()
    };
    let found = [
        "2025-06-22 2026-02-11 2026-02-23 2026-03-09 2026-03-30 2026-04-13 2026-04-27 2026-05-11 2026-05-25 2026-08-03",
        "2025-01-12 2025-09-01 2025-09-15 2025-09-29 2025-10-13 2025-10-27 2025-11-10 2025-12-15",
        "2025-01-05 2025-01-19 2025-02-02 2025-02-16 2025-03-30 2025-04-13 2026-03-08",
        "2012-03-02 2021-02-02 2021-02-16 2021-03-16",
    ];
    let silent = [
        "2025-06-22 2026-02-11 2026-02-23 2026-03-09 2026-03-30 2026-04-13 2026-04-27 2026-05-11 2026-05-25 2026-06-22 2026-07-06",
        "2025-06-22 2026-02-11 2026-02-25 2026-03-11 2026-03-25 2026-04-08",
        "2025-06-22 2025-12-11 2026-02-23 2026-03-09 2026-03-30 2026-04-13 2026-04-27 2026-05-25 2026-08-03",
        "2026-02-11 2026-02-23 2026-03-09 2026-03-30 2026-04-13 2026-04-27 2026-05-11 2026-05-25 2026-08-03",
        "2024-03-01 2025-02-28 2026-03-02 2026-04-01",
        "2025-06-22 2026-05-25 2026-08-03",
    ];
    let rule = "date-unlike-siblings";
    assert_eq!(wrong(rule, site, true, &found), Vec::<String>::new());
    assert_eq!(wrong(rule, site, false, &silent), Vec::<String>::new());
}

#[test]
fn a_participant_is_found_by_account_and_within_a_list_behind_a_label() {
    let site = |list: &str| {
        let head = MINUTES.replace("present = [\"lena-ohm\", \"rui-costa\"]\n", "");
        format!("{head}## Attendance\n\n{list}\n\n## Minutes\n\nText.\n")
    };
    let silent = [
        "- Lena Ohm @lohm (TSC)",
        "- Rui Costa (@rcosta)",
        "- @rcosta",
        "- @RCosta (voting)",
        "- Ruy Kosta @rcosta",
        "- Council members: Lena Ohm, Rui Costa",
        "- **Members:** Lena Ohm and Rui Costa (Lab, Berlin)",
        "- Members:\n  - Lena Ohm\n  - Rui Costa",
        "- Observers: None\n- Lena Ohm",
        "- Rui Costa - Example Lab",
        "- Rui Costa – Example Lab",
        "- Rui Costa, Example Lab",
        "- Rui Costa: chair",
        "- Lena Ohm\n  - joined later",
        "- Regrets: Somebody Else\n- Lena Ohm",
        "- Scribe: Lena Ohm\n- Rui Costa",
        "- [Lena Ohm](https://example.org)",
        "- lena-ohm",
        "- Lena Ohm, Rui Costa",
        "- Guests: N/A",
        "- Lena Ohm\n- 3 guests\n- and others",
    ];
    let found = [
        "- Lena",
        "- Lena Om",
        "- Members: Lena Ohm, Ben New",
        "- Ben New (@bnew)",
        "- Guests:\n  - Ben New",
        "- @bnew",
    ];
    let rule = "unknown-participant";
    assert_eq!(wrong(rule, site, true, &found), Vec::<String>::new());
    assert_eq!(wrong(rule, site, false, &silent), Vec::<String>::new());
}

#[test]
fn without_a_directory_all_names_are_one_finding() {
    let meeting = |day: &str, names: &str| {
        format!(
            "-- meetings/{day}.md --\n+++\ngroup = \"tools\"\nkind = \"regular\"\nheld = true\n+++\n\n## Participants\n\n{names}\n"
        )
    };
    let minutes = meeting("2026-09-02", "- Lena Ohm (host)\n- Rui Costa\n\n- [ ] @ben: write it (due 2027-01-01)");
    let in_front = "-- meetings/2026-11-02.md --\n+++\ngroup = \"tools\"\nkind = \"regular\"\nheld = true\npresent = [\"ben\"]\n+++\n";
    let site = format!("{minutes}{}{in_front}", meeting("2026-10-02", "- Lena Ohm\n- Guests: none"));
    let project = support::project(Tree::fixture(&site));
    let of_people = ["unknown-participant", "unknown-action-owner", "unknown-reference"];
    let found: Vec<_> = project.report.findings.iter().filter(|it| of_people.contains(&it.rule)).collect();
    let said: Vec<_> = found.iter().map(|it| it.message.as_str()).filter(|it| !it.contains("`tools`")).collect();
    assert_eq!(said, ["there is no directory of people; 3 names stand in the minutes of 3 meetings"]);
}

#[test]
fn minutes_are_not_published_before_the_meeting_is_held() {
    let site = |keys: &str| MINUTES.replace("held = true\n", &format!("{keys}\n"));
    let found = ["held = true\npublished = 2026-10-02", "published = 2026-11-09"];
    let silent = [
        "held = true\npublished = 2026-11-10",
        "held = true\npublished = 2026-11-20",
        "held = true",
        "cancelled = \"ill\"\npublished = 2026-11-01",
    ];
    assert_eq!(wrong("ends-before-it-begins", site, true, &found), Vec::<String>::new());
    assert_eq!(wrong("ends-before-it-begins", site, false, &silent), Vec::<String>::new());
}

#[test]
fn a_profile_says_which_day_is_the_last_one_of_a_state() {
    let site = |state: &str| {
        let (state, fields) = state.split_once('|').unwrap_or((state, ""));
        format!(
            "-- candor.toml --\nprofile = [\"base\", \"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\nextends = \"base\"\n\n\
             [kind.proposal]\nreplaces = true\ninitial = \"last-call\"\nterminal = [\"final\"]\nholder = {{ last-call = \"group\" }}\n{fields}\n\
             states = [\n  {{ name = \"last-call\", phase = \"waiting\", {state} meaning = \"The last days.\" }},\n  \
             {{ name = \"final\", means = \"done\", meaning = \"Done.\" }},\n]\n\n\
             [[kind.proposal.transition]]\nto = \"last-call\"\nby = \"anyone\"\n\n\
             [[kind.proposal.transition]]\nfrom = \"last-call\"\nto = \"final\"\nby = \"group\"\n\
             -- proposals/0001-x.md --\n+++\ntitle = \"X\"\nproposer = \"tools\"\nissue = \"https://example.org/1\"\nimpact = \"minor\"\n\
             comment = {{ opens = 2026-02-01, closes = 2026-02-15 }}\n\n[[event]]\nto = \"last-call\"\ndate = 2026-02-01\nby = \"tools\"\n+++\n"
        )
    };
    let found = [
        "deadline = \"comment.closes\",",
        "|fields = { last-call = \"comment\" }",
        "|fields = { last-call = \"comment.closes\" }",
    ];
    assert_eq!(wrong("deadline-passed", site, true, &found), Vec::<String>::new());
    assert_eq!(wrong("deadline-passed", site, false, &["", "deadline = \"comment.closed\","]), Vec::<String>::new());
    let wrong_days = ["deadline = \"comment.closed\",", "deadline = \"title\","];
    assert_eq!(wrong("invalid-profile", site, true, &wrong_days), Vec::<String>::new());
}

#[test]
fn a_record_that_was_not_read_has_no_state() {
    let state = |path: &str, text: &str| {
        let project = support::project(Tree::fixture(&format!("-- {path} --\n{text}")));
        let entry = project.site.entries.iter().find(|entry| entry.path.as_str() == path).expect("it is there");
        entry.status.as_ref().map(|status| status.state.clone())
    };
    for (path, text) in [
        ("meetings/2024-03-20.md", "# Meeting\n\nWe met.\n"),
        ("meetings/2024-03-20.md", "+++\nheld = \"yes\"\n+++\n"),
        ("decisions/0001-x.md", "# Decision 1\n\nWe move.\n"),
        ("decisions/0001-x.md", "+++\ntitle = \"X\"\nopened = 2026-01-01\noutcome = \"yes\"\n+++\n"),
        ("sow/0001-x.md", "+++\ntitle = \"X\n+++\n"),
    ] {
        assert_eq!(state(path, text), None, "{text}");
    }
    for (path, text, expected) in [
        ("meetings/2024-03-20.md", "+++\nheld = true\n+++\n", "held"),
        ("decisions/0001-x.md", "+++\ntitle = \"X\"\nopened = 2026-01-01\n+++\n", "open"),
        ("sow/0001-x.md", "+++\ntitle = \"X\"\n+++\n", "draft"),
    ] {
        assert_eq!(state(path, text).as_deref(), Some(expected), "{text}");
    }
}
