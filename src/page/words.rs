//! Every word of the site's own that a reader of its pages sees, in English: this file and nothing else is what a second
//! language replaces.
//!
//! The first list is for the code: a phrase is a constant, or a function of what goes into it. The second is for the
//! templates, which find theirs as `words.<name>`. What comes from the record itself, from a profile or from a rule's page
//! is not here: names of states, kinds and rules, findings.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;

use crate::text::{Date, count, long_date, month_name};

macro_rules! phrases {
    ($($name:ident $(($($of:ident),+))? = $text:literal;)*) => { $(phrase! { $name $(($($of),+))? = $text })* };
}

macro_rules! phrase {
    ($name:ident = $text:literal) => {
        pub(crate) const $name: &str = $text;
    };
    ($name:ident ($($of:ident),+) = $text:literal) => {
        pub(crate) fn $name($($of: impl Display),+) -> String {
            format!($text)
        }
    };
}

// The preview of a change.
phrases! {
    PREVIEW_CHANGED = "This page is changed.";
    PREVIEW_MOVED = "The file of this page is moved.";
    PREVIEW_NEW = "This page is new.";
    PREVIEW_CHANGES = "What this change does";
    PREVIEW_NOTHING = "The change does nothing to the record.";
    PREVIEW_RULES = "Rules and settings";
    PREVIEW_FOUND = "What was found besides";
    PREVIEW_FIXED = "Fixed";
    PREVIEW_FILES = "Other files";
    FATE_ADDED = "new";
    FATE_CHANGED = "changed";
    FATE_MOVED = "moved";
    FATE_REMOVED = "removed";
    findings_fixed(count) = "{count} that were found before. They are not quoted, because the change withholds something.";
}

/// The language of all of them, as a tag.
pub(crate) const LANGUAGE: &str = "en";

// Headings of columns and facts, by what they name.
phrases! {
    ABOUT = "About";
    ACCEPTED_ON = "Accepted";
    ACTIONS = "Actions";
    ACTIONS_OPEN = "Actions open";
    ADDRESS = "Address";
    ADMINS = "Admins";
    AFFILIATION_ON_THE_DAY = "Affiliation on the day";
    AGREEMENTS = "Agreements";
    ALLOWED_BY = "Allowed by";
    ALSO_WRITTEN = "Also known as";
    AMOUNT = "Amount";
    ANSWERS = "Answers";
    AREA = "Area";
    ASKED_AGAIN_ON = "Asked again on";
    ASSIGNEES = "Assignees";
    AT_LEAST = "At least";
    AT_MOST = "At most";
    AUDIENCE = "Audience";
    AUTHORITY = "Authority";
    AWARD_CRITERIA = "Award criteria";
    BALLOT = "Ballot";
    BECAME = "Became";
    BEGUN = "Begun";
    BOUNTY = "Bounty";
    BY = "By";
    BY_THE_DUTY = "By the duty";
    CALL = "Call";
    CAN_BE_ENDED_AT_ONCE = "Can be ended at once";
    CARRIED_OUT = "Carried out";
    CHAIR = "Chair";
    CHANGES = "Changes";
    CHARTER = "Charter";
    CLAIMED_BY = "Claimed by";
    CLOSES = "Closes";
    COMMENT = "Comment";
    COMMUNITY = "Community";
    CONFIRMED_BY = "Confirmed by";
    CONSUMERS = "Consumers";
    CONTACT = "Contact";
    CONTACTS = "Contacts";
    CONTRACT = "Contract";
    CONTRACTOR = "Contractor";
    CONTRACT_UNTIL = "Contract until";
    COST = "Cost";
    COUNTS = "Counts";
    COVERS = "Covers";
    CRITERION = "Criterion";
    CRITICAL = "Critical";
    DATA_PROTECTION_CONTACT = "Data protection contact";
    DATE = "Date";
    DECIDED = "Decided";
    DECIDED_BY = "Decided by";
    DECIDES_BY = "Decides by";
    DECISION = "Decision";
    DECISIONS = "Decisions";
    DEPUTIES = "Deputies";
    DISCUSSED = "Discussed";
    DISCUSSION = "Discussion";
    DISSOLVES_WHEN = "Dissolves when";
    DOCUMENTATION = "Documentation";
    DONE = "Done";
    DONOR = "Donor";
    DUE_ON = "Due";
    DUTY = "Duty";
    ESTIMATE = "Estimate";
    EVIDENCE = "Evidence";
    EXIT_TRIED = "Exit tried";
    EXPIRES = "Expires";
    E_MAIL = "E-mail";
    FOLDER = "Folder";
    FOR = "For";
    FORUM = "Forum";
    FROM = "From";
    GITHUB = "GitHub";
    GIVEN_AT = "Given at";
    GIVEN_BY = "Given by";
    GOAL = "Goal";
    GOALS = "Goals";
    GOES_ON = "Renewal";
    GROUP = "Group";
    HOLDERS = "Holders";
    HOST = "Host";
    HOSTED_AT = "Hosted at";
    HOURS_A_MONTH = "Hours a month";
    HOW = "Vote";
    IMPACT = "Impact";
    INDICATOR = "Indicator";
    INSTRUMENT = "Instrument";
    INTERESTS = "Conflicts of interest";
    IN_ITS_WORDS = "In its words";
    ISSUE = "Issue";
    ITEM = "Item";
    JOIN = "Join";
    KIND = "Kind";
    LAST_RESULT = "Last result";
    LINK = "Link";
    MAINTAINERS = "Maintainers";
    MEASURE = "Measure";
    MEASURED_BY = "Measured by";
    MEETING = "Meeting";
    MEETINGS = "Meetings";
    MEETS_EVERY = "Meets every";
    MEMBERS = "Members";
    NEXT = "Next";
    NOTED = "Note";
    NOTICE = "Notice";
    OBJECTIVE = "Objective";
    OF = "Of";
    OPEN = "Open";
    OPENED = "Opened";
    OPENS = "Opens";
    OPEN_ACTIONS = "Open actions";
    OPEN_TO = "Open to";
    OPERATOR = "Operator";
    ORGANIZATION = "Organization";
    OUTCOME = "Outcome";
    OVER = "Over";
    OWNER = "Owner";
    OWNER_IN_THE_GROUP = "Owner, in the group";
    PAGE = "Page";
    PAID_ON = "Paid";
    PART_OF = "Part of";
    PEOPLE = "People";
    PERSON = "Person";
    PERSONAL_DATA = "Personal data";
    PLAN = "Plan";
    PLEDGE = "Pledge";
    PRESENT = "Present";
    PRICE = "Price";
    PRICES_PUBLIC_AFTER = "Prices public after";
    PROPOSAL = "Proposal";
    PROPOSED_BY = "Proposed by";
    PROPOSER = "Proposer";
    PUBLISHED = "Published";
    PURPOSE = "Purpose";
    QUESTION = "Question";
    QUESTIONS_UNTIL = "Questions until";
    QUORUM = "Quorum";
    REASON = "Reason";
    RECEIVED = "Received";
    RECURRENCE = "Recurrence";
    REPORT = "Report";
    REQUEST = "Request";
    REQUEST_FOR_PROPOSAL = "Request for proposal";
    RESULTS = "Results";
    RETAINER = "Retainer";
    REVIEWED = "Reviewed";
    ROADMAP = "Roadmap";
    ROLE = "Role";
    ROLES = "Roles";
    ROOT_ACCESS_SHORT = "Root access";
    ROUTE = "Route";
    RUNS = "Runs";
    SCALE = "Scale";
    SEAT = "Seat";
    SEATS = "Seats";
    SEAT_ON_THE_DAY = "Seat on the day";
    SERVICE = "Service";
    SERVICES = "Services";
    SHARED_INFRASTRUCTURE = "Shared infrastructure";
    SIGNED_BY = "Signed by";
    SINCE = "Since";
    SITE = "Site";
    SORT = "Type";
    STATE = "State";
    STATEMENTS_OF_WORK = "Statements of work";
    STATEMENT_OF_WORK = "Statement of work";
    STATUS_PAGE = "Status page";
    SUCCESSOR = "Successor";
    SUPERSEDES = "Supersedes";
    SURVEY = "Survey";
    TAGS = "Tags";
    TAKEN_TODAY = "Taken today";
    TASK = "Task";
    TERM = "Term";
    VOTE = "Vote";
    WHAT = "What";
    WHAT_CAME_OF_IT = "What came of it";
    WHAT_IT_SAID = "What it said";
    WHAT_MUST_HOLD = "What must hold";
    WHEN = "When";
    WHO = "Who";
    WITH = "With";
    WORK = "Work";
    WORKS_FOR = "Works for";
}

// The words before a cell, where a row of an index reads as a sentence.
phrases! {
    BEFORE_DECIDED = "decided on";
    BEFORE_GROUP = "by";
    BEFORE_PROPOSER = "proposed by";
    BEFORE_SINCE = "since";
    BEFORE_WITH = "with";
}

// Titles of the sections that the site adds to a record.
phrases! {
    ACCEPTANCE_CRITERIA = "Acceptance criteria and their state";
    AGENDA = "Agenda";
    ALSO_BEFORE_IT = "Also before it";
    ANSWERS_FOR = "Answers for";
    APPROVALS = "Approvals";
    COMES_NEXT = "On its way here";
    DUE_BY_THEN = "Due by then";
    NEXT_MEETING = "Next meeting";
    CONSUMING_COMMUNITIES = "Consuming communities";
    CONTRACTS = "Contracts";
    CONTRACT_HISTORY = "What became of the contracts";
    CORRECTIONS = "Corrections";
    AGAINST = "Who was against it, and why";
    DRAWN = "Payments under the contracts";
    DUTIES = "Duties";
    DUTIES_BEFORE = "Duties before";
    FORMER_MEMBERS = "Former members";
    GIVEN = "Given";
    HOW_THEY_VOTED = "How they voted";
    IF_IT_ENDED_TOMORROW = "If a contract ended tomorrow";
    HISTORY = "History";
    HOSTS = "Hosts";
    MENTIONED_IN = "Mentioned in";
    MILESTONES = "Milestones and their payments";
    NEEDS = "What it needs and what needs it";
    OFFERS = "Offers";
    PEOPLE_WHO_WORK_THERE = "People who work there";
    PLEDGED_FOR_IT = "Pledged for it";
    PLEDGES = "Pledges";
    QUESTIONS = "Questions";
    RESTS_ON_THIS_PLAN = "Rests on this plan";
    ROOT_ACCESS = "Who holds root access";
    SEATS_BEFORE = "Seats before";
    SEATS_TODAY = "Seats today";
    SERVICE_LEVELS = "Service levels";
    SOMEBODY_IS_SOUGHT = "Open roles";
    SUB_GROUPS = "Sub-groups";
    SYSTEMS = "Systems and where they are documented";
    SHOW_THEM = "Show them";
    TOOK_PART_IN = "Took part in the meetings of";
    VOTES = "Votes";
    WAITS_HERE = "What waits here";
    WAITS_FOR_THEM = "What waits for them";
    WHAT_FOLLOWED = "What followed";
    WHERE_THAT_IS_NOW = "Where that is now";
    WHOLE_MATTER = "The whole matter";
    WHO_ANSWERS_FOR_IT = "Who answers for it";
    WHO_WAS_THERE = "Who was there";
    WORK_ITEMS = "Work items and their state";
}

// What cells and sections say.
phrases! {
    ABSTAINED = "abstained";
    AND = "and";
    ANYONE = "anyone";
    APPROVAL_OUTSIDER = "was not among those who are asked on the day";
    APPROVAL_OWN = "whoever proposes does not approve";
    APPROVAL_REPEATED = "approved before";
    APPROVAL_STALE = "given before the text was put for approval";
    APPROVAL_UNCLEAR = "nothing says who gave it, or when";
    COST_APPROVED = "approved";
    COST_ESTIMATED = "estimated";
    COST_QUOTED = "quoted";
    DEPENDS_ON = "Depends on";
    DID_NOT_VOTE = "did not vote";
    GUESTS = "Guests";
    HAS_THE_DUTY = "has it";
    KEPT_BY_THE_LEAD = "kept by the lead";
    MADE_POSSIBLE = "Rests on it";
    LEVEL_MET = "met";
    LEVEL_MISSED = "missed";
    MET = "Met";
    NEEDED_BY = "Needed by";
    NO = "No";
    NOBODY = "nobody";
    NOBODY_APPROVED = "No approval is recorded.";
    NOBODY_HAS_APPROVED = "No approval is recorded yet.";
    NOBODY_HAS_IT = "open";
    NOBODY_RECORDED = "nobody recorded";
    NONE = "none";
    NOT_IN_THE_DIRECTORY = "not in the directory";
    NOT_IN_THE_RECORD = "not in the record";
    NOT_MEASURED = "not measured";
    NOT_NEEDED = "not needed";
    NOTHING_WAITS_HERE = "Nothing that is recorded here waits for it.";
    NOT_RECORDED = "not recorded";
    NOT_RECORDED_WHETHER_EXIT_WAS_TRIED = "It is not recorded whether moving away was ever tried.";
    OBJECTED = "Objected";
    NO_CONTACT = "no contact is recorded";
    NO_DEPUTY = "no deputy is recorded";
    NO_DOCUMENTATION = "no documentation is recorded";
    NO_MEMBERS = "No members are recorded.";
    NO_REASON_RECORDED = "no reason is recorded";
    NO_SECOND = "no second one is recorded";
    NO_VOTES = "No votes are recorded.";
    NO_VOTES_CONSENSUS = "No votes are recorded. It is decided by consensus.";
    NO_VOTES_LAZY_CONSENSUS = "No votes are recorded. Silence is consent.";
    NO_VOTES_LEAD = "No votes are recorded. The lead decides.";
    REGRETS = "Regrets";
    STEPPED_ASIDE = "stepped aside";
    STEPS_IN = "steps in";
    SUPERSEDED_BY = "Superseded by";
    VOTED_AGAINST_IT = "against";
    VOTED_FOR_IT = "for";
    VOTE_OF_NO_MEMBER = "was not a member on the day; does not count";
    VOTE_REPEATED = "voted before; does not count";
    VOTE_REPLACED = "changed their mind; the later vote counts";
    WHAT_IS_PLANNED = "What is planned for that";
    WITHHELD = "Withheld";
    YES = "Yes";
    a_month_up_to(monthly, cap) = "{monthly} a month, up to {cap}";
    can_be_ended_on_any_day(contract) = "{contract} can be ended at once, on any day.";
    can_be_opened_by(service, people) = "{service} can also be opened by {people}.";
    cannot_be_ended_at_once(contract) = "{contract} cannot be ended at once.";
    cannot_be_ended_before(contract, day) = "{contract} cannot be ended before its last day, {day}.";
    exit_was_tried(day, distance) = "Moving away was last tried on {day}, {distance}.";
    has_to_be_cancelled_by(ends, by, notice) = "Otherwise it runs until {ends}; whoever does not want it to go on then gives notice by {by}, {notice} before.";
    not_recorded_whether_it_can_be_ended(contract) = "It is not recorded whether {contract} can be ended before its last day.";
    not_recorded_who_else_can_open(service) = "It is not recorded who else can open {service}.";
    runs_until(day) = "Otherwise it runs until {day}.";
    approval_after(end) = "given after {end}";
    approval_before(entered) = "given before {entered}, when the text was put for approval";
    abstained(count) = "{count} abstained";
    corrected_on(day, what) = "Corrected on {day}: {what}";
    days(count) = "{count} days";
    goals_done_of(done, goals) = "{done} of {goals} done";
    hours_a_month(hours) = "{hours} hours a month";
    invited(count) = "{count} invited";
    no_deputy_for_areas(areas) = "No deputy is recorded for {areas}.";
    not_needed_areas(areas) = "Not needed: {areas}.";
    of_met(met, all) = "{met} of {all} met.";
    of_open(open, all) = "{open} of {all} open today.";
    others_of_matter(count) = "{count} more belong to the same matter; the proposal lists all.";
    result_of(service, result) = "{service}: {result}";
    redacted_on(day, what) = "Taken out on {day} to protect somebody: {what}";
    sort_of(sort, kind) = "{sort} {kind}";
    stepped_aside(count) = "{count} stepped aside";
    there_of(there, wanted) = "{there} of {wanted}";
    vacant_areas(areas) = "Vacant: {areas}.";
    voted_no(count) = "{count} no";
    voted_yes(count) = "{count} yes";
}

// Meetings: before they are held, and what came of them.
phrases! {
    DECISION_OPEN = "A decision that is before the group.";
    JOIN_THE_MEETING = "Join the meeting";
    NOTHING_DECIDED = "No decision is recorded as taken in this meeting.";
    NO_HOUR = "The hour is not recorded.";
    ON_THE_TABLE = "Agenda";
    PROPOSED_NOTE = "Gathered from the record: what waits for the group and is not on the agenda above.";
    TALKED_ABOUT = "Talked about";
    TO_DO = "To do";
    WAITS = "It waits for the group.";
    WHAT_ELSE_WAITS = "What else waits for the group";
    WHEN_AND_WHERE = "When and where";
    called_off(why) = "Cancelled: {why}";
    clock_to(from, to) = "{from} to {to}";
    decision_until(day) = "A decision that is before the group until {day}.";
    decision_was_due(day) = "A decision that was due on {day}.";
    due_action(whom, what, due) = "{whom}: {what} (due {due})";
    due_actions(count) = "Actions due before the meeting ({count})";
    hours_in_utc(hours) = "{hours} UTC";
    hours_in_zone(hours, zone, utc) = "{hours} ({zone}), {utc} UTC";
    left_over_from(day) = "Left over from the meeting of {day}.";
    more_that_wait(count) = "{count} more that wait for the group";
    titled_on(title, day) = "{title}, {day}";
    usual_meeting(day) = "None is announced. By how often it meets it would be on {day}.";
    waits_since(day) = "It has waited for the group since {day}.";
}

// Money.
phrases! {
    AN_AMOUNT_IS_WITHHELD = "an amount is withheld, until a day that is not recorded";
    APPROVED = "Approved";
    BY_YEAR_AND_QUARTER = "By year and quarter";
    COMMITTED = "Committed";
    CONTRACTS_NOTE = "What each contract says, and who else could keep its services running.";
    DAY_NOT_RECORDED = "Day not recorded";
    ENDS = "Ends";
    IF_IT_ENDED = "If a contract ended tomorrow";
    KEYS_ELSEWHERE = "Root access for the group and the board";
    MONEY = "Money";
    MONEY_LEDE = "What was approved, committed, paid and withheld, each with the decision that it rests on.";
    NOTHING = "nothing is recorded";
    NOTHING_APPROVED = "No expenditure is recorded as approved.";
    NOTHING_COMMITTED = "No contract, award or bounty is recorded.";
    NOTHING_PAID = "No payment is recorded.";
    NOTHING_WITHHELD = "No amount is withheld.";
    NO_CONTRACT = "No contract is recorded that runs today.";
    NO_DECISION_NAMED = "no decision is named";
    PAID = "Paid";
    PLEDGED = "Promised to the project";
    THIS_YEAR = "This year";
    UNTIL = "Until";
    WAITING_FOR_HOURS = "Waiting for the first hours.";
    WAITING_FOR_IT = "Waiting for it to arrive.";
    WAITING_FOR_PAYMENT = "Waiting for the first payment.";
    WHERE = "Where";
    WITHOUT_IT = "Would have to be run by others";
    an_amount_until(day) = "an amount is withheld until {day}";
    approved_in(year, sum) = "Approved in {year}: {sum}.";
    closed_as(state) = "{state}; nothing is recorded as given.";
    committed_in(year, sum) = "Committed in {year}: {sum}.";
    given_on(day) = "Given on {day}.";
    given_some_day(times) = "Given {times} times, on days that are not recorded.";
    given_times(times, day) = "Given {times} times, the last time on {day}.";
    named(name, of) = "{name}, {of}";
    paid_in(year, sum) = "Paid in {year}: {sum}.";
    whole_year(year) = "{year}";
}

/// `Quarter 2 of 2026`.
pub(super) fn quarter_of(quarter: u8, year: i16) -> String {
    format!("Quarter {quarter} of {year}")
}

/// `1 amount that is withheld`.
pub(super) fn withheld_amounts(number: usize) -> String {
    count(number, "amount that is withheld", "amounts that are withheld")
}

/// `2 amounts that are not recorded`.
pub(super) fn unrecorded_amounts(number: usize) -> String {
    count(number, "amount that is not recorded", "amounts that are not recorded")
}

// What services lack and keep.
phrases! {
    ALL_HAVE_OWNERS = "Every service in use has an owner in this record.";
    ALL_HAVE_SECOND_ADMINS = "Every service in use has two admins in this record.";
    ALL_SERVICES = "All services";
    ARE_LEVELS_KEPT = "Are service levels kept?";
    CONTRACT_ENDS_SOON = "Contract ends within 90 days";
    FOR_THE_BOARD = "for the board";
    FOR_THE_GROUP = "for the group";
    LEVELS_KEPT = "Level this month";
    MISSED_ITS_LEVEL = "Missed a level in twelve months";
    NO_CONTRACT_ENDS = "No contract over a service ends within 90 days.";
    NO_KEY_FOR_THE_BOARD = "nobody recorded for the board";
    NO_KEY_FOR_THE_GROUP = "nobody recorded for the group";
    NO_LEVELS = "No service level objective is recorded.";
    NO_LEVEL_MISSED = "No result of the last twelve months is recorded that misses its objective.";
    TWELVE_MONTHS = "The last twelve months";
    VIEW_LEDE = "Services in use, as far as this record knows.";
    WHAT_DEPENDS_ON_WHAT = "What depends on what";
    WITHOUT_AN_OWNER = "Without an owner";
    WITHOUT_A_SECOND_ADMIN = "Without a second admin";
    kept_but_missed(missed, measured) = "met; missed in {missed} of {measured} months";
    level_in_short(indicator, value, kept) = "{indicator} {value}, {kept}";
    kept_in_all(measured) = "met, as in all {measured} months with a result";
    levels_kept_of(kept, measured, all) = "{kept} of the {measured} objectives with a result were met last time; {all} are recorded.";
    missed_in(missed, measured) = "missed, as in {missed} of {measured} months";
    promises(indicator, objective) = "{indicator}, {objective}";
    services_without_level(count) = "For {count} services in use no objective is recorded.";
}

// Plans along the years.
phrases! {
    TIMELINE = "Along the years";
}

// What changed.
phrases! {
    CHANGES_LEDE = "What happened to the records, by month and day, the latest first.";
    NOTHING_CHANGED = "Nothing has happened yet. Steps of the records are listed here by month and day.";
    OF_LATE = "Of late";
    changes_in(year) = "Changes in {year}";
    month_of(month, year) = "{month} {year}";
}

// What a tally needs, while the decision is open and afterwards.
pub(super) const APPROVALS_COUNTED: [&str; 2] = ["approvals are counted", "approvals were counted"];
pub(super) const CONSENSUS_NEEDED: [&str; 2] =
    ["consensus is needed: nobody against", "consensus was needed: nobody against"];
pub(super) const DUTY_DECIDES: [&str; 2] = ["whoever has the duty decides", "whoever has the duty decided"];
pub(super) const LEAD_DECIDES: [&str; 2] = ["the lead decides", "the lead decided"];
pub(super) const MAJORITY_NEEDED: [&str; 2] = ["a simple majority is needed", "a simple majority was needed"];
pub(super) const SILENCE_IS_CONSENT: [&str; 2] = ["silence is consent", "silence was consent"];
pub(super) const TWO_THIRDS_NEEDED: [&str; 2] = ["two thirds are needed", "two thirds were needed"];

// The pages' titles, what search engines read of them, and the navigation.
phrases! {
    ABOUT_PAGE_ABOUT = "How the group works, its pages, and what else this record holds.";
    ACTIONS_ABOUT = "What people took on in meetings, and what became of it.";
    FEED = "Feed";
    HELP_ABOUT = "Open roles, actions without an owner, work for volunteers, bounties, and what is open for comments or offers.";
    HELP_PAGE = "Help";
    HOW_WE_WORK = "How we work";
    HOW_WE_WORK_ABOUT = "The states that matters pass, who takes each step, and what it needs.";
    NO_SUCH_PAGE = "This page does not exist";
    PROMISES = "What we promise";
    PROMISES_ABOUT = "What the group is held to, when each promise was last broken, and which ones no program can check.";
    UNKNOWN_ABOUT = "What this record does not say, by what follows from it and by who could say.";
    WHAT_WE_DO_NOT_KNOW = "What we do not know";
    WORK_ABOUT = "Everything that was asked for, is being done or is called for: where it is and who has it.";
    WORK_PAGE = "Work";
    full_title(page, site) = "{page} · {site}";
    kind_of_site(site, kind) = "{site}: {kind}";
    numbered_page(title, number) = "{title}, page {number}";
    path_of(record) = "The path of {record}";
    states_of(kind) = "The states of {kind}";
}

// The home page and the strip of a record.
phrases! {
    ADMIN_MISSING = "an admin";
    ASKED_AGAIN = "asked again";
    ANSWER_A_SURVEY = "Answer a survey";
    BOUNTIES_OPEN = "bounties can be claimed";
    BOUNTY_EXPIRES = "bounty expires";
    BOUNTY_OPEN = "bounty can be claimed";
    CAME_ABOUT = "was published.";
    CALLS_OPEN = "calls are open";
    CALL_OPEN = "call is open";
    CAME_TO_BE_CARRIED_OUT = "carried out";
    CLAIM_A_BOUNTY = "Claim a bounty";
    COMMENTS_CLOSE = "comments close";
    FOLLOW = "Follow";
    FOLLOW_NOTE = "what happens, as a feed";
    LAST_DAY_TO_TAKE_PART = "last day to take part";
    MAKE_AN_OFFER = "Make an offer";
    OFFERS_CLOSE = "offers close";
    OPERATOR_MISSING = "an operator";
    OWNER_MISSING = "an owner in the group";
    PROPOSE = "Propose a change";
    SECOND_ADMIN_MISSING = "a second admin";
    SURVEY_CLOSES = "survey closes";
    SINCE_WHEN_SETTLED = "on";
    can_be_claimed_until(day) = "It can be claimed until {day}.";
    comments_are_open_until(day) = "Comments are open until {day}.";
    goes_on_in(record, state, with) = "The work goes on in {record}: {state}{with}.";
    is_before(whom) = "It is before {whom}.";
    last_day_is(day, what) = "Last day: {day}, {what}.";
    missing_is(what) = "Missing: {what}.";
    next_is(step) = "Next: {step}.";
    no_step_for(time, usual) = "Nothing has happened for {time}; a step is expected within {usual}";
    of_record(record, sentence) = "{record}: {sentence}";
    offers_close_on(moment) = "Offers close on {moment}.";
    since_day(word, day) = " {word} {day}";
    state_in_a_sentence(state, since, with) = "{state}{since}{with}.";
    takes_answers_until(day) = "Answers are taken until {day}.";
    votes_until(day) = "Votes are taken until {day}.";
    with_whom(whom) = ", with {whom}";
    SURVEYS_OPEN = "surveys are open";
    SURVEY_OPEN = "survey is open";
    TAKE_A_TASK = "Take a task";
    TEXTS_OPEN = "texts are open for comments";
    TEXT_OPEN = "text is open for comments";
    WITH_PEOPLE = "With those who do it";
    held_with(whom) = "With {whom}";
    propose_as(kind) = "how a {kind} begins";
    whom(words, names) = "{words}: {names}";
    word_on_day(word, day) = "{word} on {day}";
    word_on_the_same_day(word) = "{word} on the same day";
}

// What happened, in sentences.
phrases! {
    BY_CONSENSUS_WITHOUT_VOTES = ", by consensus; no votes are recorded";
    BY_THE_LEAD = ", by the word of the lead";
    DAY_UNKNOWN = "day unknown";
    ONE_VOTE_AGAINST_IT = ", with one vote against it and none for it";
    ONE_VOTE_FOR_IT = ", with one vote for it and none against it";
    ON_A_DAY_UNKNOWN = " on a day that is not recorded";
    OUTCOME_NOT_RECORDED = "It is not recorded how this was decided.";
    WAS_CARRIED_OUT_ON_A_DAY_UNKNOWN = "It was carried out on a day that is not recorded.";
    WAS_CARRIED_OUT = "was carried out.";
    WAS_CARRIED_OUT_SOME_DAY = "; carried out on a day that is not recorded";
    WAS_HELD = "was held.";
    accepted_it(whom, day, votes) = "{whom} accepted it{day}{votes}.";
    agreed_on_nothing(whom, day, votes) = "{whom} found no consensus{day}{votes}.";
    all_against_it(count) = ", all {count} who voted were against it";
    all_for_it(count) = ", all {count} who voted were for it";
    by_whom(name) = " by {name}";
    contract_begins(id) = "Contract {id} begins";
    contract_ends(id) = "Contract {id} ends";
    found_no_consensus(votes, later) = "found no consensus{votes}{later}.";
    headline(record, state) = "{record}: {state}";
    on_the_day(day) = " on {day}";
    took_its_place(record) = "{record} took its place.";
    turned_it_down(whom, day, votes) = "{whom} turned it down{day}{votes}.";
    votes_against_votes(no, yes) = ", {no} against it and {yes} for it";
    votes_to_votes(yes, no) = ", {yes} to {no}";
    was_carried_out_on(day) = "It was carried out on {day}.";
    was_taken_back(day) = "It was taken back{day}.";
    with_abstentions(count) = ", {count} abstained";
    moved_to(state, by, note) = "moved to {state}{by}.{note}";
    quoted(title) = "“{title}”";
    record_was_published(record) = "{record} was published.";
    was_cancelled(note) = "was cancelled:{note}";
    was_carried_out_by(record) = "was carried out: {record}.";
    was_decided(state, votes, later) = "was {state}{votes}{later}.";
    was_done(state, by, note) = "was {state}{by}.{note}";
    was_opened_as(state, by, note) = "was opened as {state}{by}.{note}";
    was_put_to(group) = "was put to {group}.";
    what_and_now(what, now) = "{what} Today: {now}";
    with_day(sentence, day) = "{sentence} ({day})";
}

// What somebody can do who wants to help.
phrases! {
    ACTIONS_WITHOUT_OWNER = "Actions without an owner";
    A_DUTY = "a duty";
    BOUNTIES_TO_CLAIM = "Bounties to claim";
    CAN_PROPOSE_ANYONE = "Anyone can propose a change.";
    NOBODY_IS_ASSIGNED = "Nobody is assigned yet.";
    NOTHING_OPEN_FOR_COMMENTS = "Nothing is open for comments today.";
    NO_ACTION_WITHOUT_OWNER = "No action without an owner is recorded.";
    NO_BOUNTY_TO_CLAIM = "No bounty waits to be claimed.";
    NO_OPEN_CALL = "No call for offers is open.";
    NO_OPEN_ROLE = "No open role is recorded.";
    NO_OPEN_SURVEY = "No survey takes answers today.";
    NO_WORK_FOR_VOLUNTEERS = "No statement of work waits for volunteers.";
    OPEN_CALLS = "Calls for offers";
    OPEN_FOR_COMMENTS = "Open for comments";
    OPEN_SURVEYS = "Surveys to answer";
    PROPOSE_SOMETHING = "Propose something";
    STALLED = "Stalled";
    WHAT_HAPPENS_THEN = "What happens to a proposal, step by step";
    WORK_FOR_VOLUNTEERS = "Work for volunteers";
    all_of_kind(kind) = "All {kind}";
    can_propose(whom) = "{whom} can propose a change.";
    nobody_has_yet(items) = "Nobody has these pieces yet: {items}.";
    takes(what) = "It takes {what}.";
}

// Actions, mentions and the inventory.
phrases! {
    ABOUT_THIS = "about this";
    ANSWERS_IT = "answers it";
    DEPENDS_ON_IT = "depends on it";
    EVIDENCE_LINK = "link";
    FIRST_ADMIN_RECORDED = "First admin recorded";
    NO_AREA = "No area";
    ON_THE_AGENDA = "on the agenda";
    OPEN_ACTION = "Open.";
    OPERATOR_RECORDED = "Operator recorded";
    OWNER_RECORDED = "Owner recorded";
    PART_OF_A_GOAL = "part of a goal";
    SECOND_ADMIN_RECORDED = "Second admin recorded";
    SUPERSEDES_IT = "supersedes it";
    TAKEN_THERE = "taken there";
    WAS_DONE = "Done.";
    due(day, distance) = "Due {day}, {distance}.";
    due_and_late(day, time) = "Due {day}, late by {time}.";
    open_for(time) = "Open for {time}.";
    the_meeting_of(day) = "the meeting of {day}";
}

// What is not known, for readers.
phrases! {
    MONEY_AND_CONTRACTS = "Money and contracts";
    NOT_RECORDED_ANYWHERE = "Not recorded";
    PEOPLE_AND_SEATS = "People and seats";
    SERVICES_AND_ACCESS = "Services and who can get into them";
    SETTINGS_OF_THE_SITE = "the record as a whole";
    THE_BOARD = "The board";
    THE_GROUP = "The group";
    WHAT_WAS_SAID = "What was said and written";
    WHOEVER_LOOKS_AFTER_IT = "Whoever looks after it";
    WHOEVER_RUNS_IT = "Whoever owns or runs the service";
    WHOEVER_TOOK_THE_MINUTES = "Whoever took the minutes";
}

/// What is not known where a rule misses it, by the name of the rule.
const NOT_RECORDED_RULES: &[(&str, &str)] = &[
    ("action-without-due-date", "Until when somebody is to do a task is not recorded."),
    ("action-without-owner", "Who is to do a task is not recorded."),
    ("affiliation-unknown", "Whom somebody worked for is not recorded."),
    ("agenda-without-outcome", "What came of a point of the agenda is not recorded."),
    ("amount-without-cost", "How sure the amount is, is not recorded."),
    ("announced-meeting-without-record", "What became of a meeting that was announced is not recorded."),
    ("approval-without-link", "Where an approval can be read is not recorded."),
    ("area-without-service", "No service is recorded for a part of the scope."),
    ("blocked-without-end", "It is not recorded what would let it go on."),
    ("closed-without-evidence", "What shows that a task was done is not recorded."),
    ("conference-without-report", "No report to a conference is recorded."),
    ("consumer-without-verdict", "What a project that would use it thinks of it is not recorded."),
    ("contract-coverage", "Which contract covers some of the work is not recorded."),
    ("contract-terms", "Some terms of a contract are not recorded."),
    ("contract-without-request", "No public call for offers is recorded for a contract."),
    ("contractor-route-without-reason", "Why a contractor does the work is not recorded."),
    ("contractor-route-without-slo", "No service level is recorded for work of a contractor."),
    ("contractor-slo-missing", "No service level is recorded for a contractor."),
    ("contractor-without-documentation", "No documentation of what a contractor runs is recorded."),
    ("criterion-met-without-evidence", "What shows that a condition is met is not recorded."),
    ("critical-without-slo", "No service level is recorded, though much depends on it."),
    ("decided-without-date", "The day of the decision is not recorded."),
    ("decided-without-outcome", "What was decided is not recorded."),
    ("decision-not-executed", "It is not recorded whether it was carried out."),
    ("decision-without-deciders", "Who decided is not recorded."),
    ("decision-without-end", "Until when votes are taken is not recorded."),
    ("described-as-unowned", "Nobody is recorded as its owner."),
    ("disclosure-overdue", "What was withheld until a day that has passed is not recorded yet."),
    ("dissent-unrecorded", "The reasons of those who were against are not recorded."),
    ("duty-not-delegated", "It is not recorded who passed a duty on."),
    ("duty-vacant", "Nobody is recorded as having one of the duties."),
    ("duty-without-contact", "How to reach whoever has a duty is not recorded."),
    ("duty-without-deputy", "No deputy is recorded for a duty."),
    ("exit-not-tested", "No test of how a contract would be left is recorded."),
    ("experiment-without-review", "No day is recorded on which the experiment is looked at again."),
    ("fulfilled-without-report", "What came of the gift is not recorded."),
    ("goal-without-owner", "Nobody is recorded as looking after a goal."),
    ("group-without-contact", "How to reach the group is not recorded."),
    ("group-without-roster", "Who is in the group is not recorded."),
    ("incomplete-for-its-state", "Something that is known by this step elsewhere is not recorded."),
    (
        "incomplete-service",
        "Fewer people are recorded who can administer it than are asked for, or when it was last looked through is not.",
    ),
    ("meeting-without-agenda", "What the meeting is about is not recorded."),
    ("meeting-without-participants", "Who was there is not recorded."),
    ("missing-evidence", "Where a step can be read is not recorded."),
    ("missing-key", "Something that is recorded of every other record of this kind is not."),
    ("missing-root-holder", "Nobody is recorded as holding root access, or not for each of those who are to hold it."),
    ("missing-section", "A part of the text that is asked for by this step is not recorded."),
    ("money-without-amount", "The amount is not recorded."),
    ("money-without-board-decision", "No decision of the board on the money is recorded."),
    ("no-meeting-announced", "No next meeting is recorded."),
    ("nobody-authorises-payments", "Nobody is recorded as allowing payments."),
    ("nobody-holds-it", "Nobody is recorded as having it."),
    ("overdue-minutes", "What was said at the meeting is not recorded yet."),
    ("personal-data-without-contact", "Whom to ask about personal data is not recorded."),
    ("pledge-follow-up-overdue", "It is not recorded what came of the pledge."),
    ("price-not-disclosed", "The price is not recorded, though its time has come."),
    ("report-without-outlook", "What comes next is not recorded."),
    ("retired-without-successor", "It is not recorded what took its place."),
    ("rfp-without-conditions", "The conditions for offers are not all recorded."),
    ("rfp-without-question-deadline", "Until when questions are taken is not recorded."),
    ("role-vacant", "Nobody is recorded in one of its roles."),
    ("shared-infrastructure-without-agreement", "It is not recorded that those who rely on it agree."),
    ("slo-missed-without-action", "It is not recorded what is done about a service level that was missed."),
    ("slo-result-missing", "Whether a service level was kept of late is not recorded."),
    ("slo-without-source", "How a service level is measured is not recorded."),
    ("sole-root-holder", "Only one holder of root access is recorded."),
    ("sub-group-without-end", "Until when the group works is not recorded."),
    ("survey-without-results", "The answers are not recorded."),
    ("term-without-appointment", "How somebody came to a seat is not recorded."),
    ("unclear-whether-held", "It is not recorded whether the meeting took place."),
    ("unknown-participant", "Who one of those at the meeting is, is not recorded."),
    ("vote-without-link", "Where a vote can be read is not recorded."),
    ("withheld-without-decision", "Who decided to withhold something is not recorded."),
    ("withheld-without-end", "Until when something is withheld is not recorded."),
    ("work-item-without-estimate", "How much work a part of it is, is not recorded."),
    ("work-item-without-owner", "Who does a part of the work is not recorded."),
];

/// What is not known where its author says so, by the last name of the key, and by the kind where that makes a difference.
const NOT_RECORDED_KEYS: &[(&str, &str, &str)] = &[
    ("", "admins", "Nobody is recorded who can administer it."),
    ("", "amount", "The amount is not recorded."),
    ("", "channel", "Where it was decided is not recorded."),
    ("", "closes", "When it ended is not recorded."),
    ("", "confirmed_by", "Who confirmed somebody is not recorded."),
    ("", "contact", "How to reach it is not recorded."),
    ("", "contacts", "Whom to ask is not recorded."),
    ("", "critical", "How much depends on it is not recorded."),
    ("contractor", "decision", "Which decision allowed its contract is not recorded."),
    ("", "documentation", "No documentation is recorded."),
    ("contractor", "ends", "When its contract ends is not recorded."),
    ("", "exit_tested", "It is not recorded when leaving the contract was last tried."),
    ("group", "from", "Since when somebody has been in it is not recorded."),
    ("", "gdpr_contact", "Whom to ask about personal data is not recorded."),
    ("", "holders", "Who has one of its duties is not recorded."),
    ("", "host", "Where it is hosted is not recorded."),
    ("proposal", "issue", "Where it was first raised is not recorded."),
    ("", "lifecycle", "Whether it is in use is not recorded."),
    ("", "measure", "How a goal is measured is not recorded."),
    ("", "mode", "In which way it was decided is not recorded."),
    ("", "nominated_by", "Who put somebody forward is not recorded."),
    ("", "notice_days", "How soon its contract can be given up is not recorded."),
    ("", "operator", "Nobody is recorded as running it."),
    ("decision", "outcome", "Its outcome is not recorded."),
    ("meeting", "outcome", "What came of a point of the agenda is not recorded."),
    ("service", "owner", "Nobody is recorded as its owner."),
    ("", "owner", "Who looks after it is not recorded."),
    ("", "personal_data", "It is not recorded whether it holds personal data."),
    ("", "present", "Who was there is not recorded."),
    ("", "price", "The price is not recorded."),
    ("", "proposer", "Who proposed it is not recorded."),
    ("", "purpose", "What it is for is not recorded."),
    ("", "renewal", "How its contract goes on is not recorded."),
    ("", "reviewed", "When the entry was last looked through is not recorded."),
    ("organization", "roles", "What the organization does here is not recorded."),
    ("", "root_access", "Nobody is recorded as holding root access."),
    ("", "services", "Which services it runs is not recorded."),
    ("", "signed_by", "Who signed its contract is not recorded."),
    ("", "slo", "No service level is recorded."),
    ("", "sows", "Which work its contract covers is not recorded."),
    ("contractor", "starts", "When its contract began is not recorded."),
    ("roadmap", "state", "How far a goal is, is not recorded."),
    ("", "terminable_at_will", "It is not recorded whether its contract can be ended at once."),
    ("group", "to", "Until when somebody was in it is not recorded."),
    ("roadmap", "from", "When it begins is not recorded."),
    ("roadmap", "to", "When it ends is not recorded."),
];

/// In a sentence what is not known where the rule `name` misses it.
pub(super) fn not_recorded_rule(name: &str) -> &'static str {
    NOT_RECORDED_RULES.iter().find(|(rule, _)| *rule == name).map_or(NOT_RECORDED_ANYWHERE, |(_, sentence)| *sentence)
}

/// In a sentence what is not known where a record of `kind` states it of `key`.
pub(super) fn not_recorded_key(kind: &str, key: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let row = NOT_RECORDED_KEYS.iter().find(|(of, name, _)| *name == last && (*of == kind || of.is_empty()));
    row.map_or_else(|| not_recorded_other(label_of_key(key)), |(.., sentence)| (*sentence).to_owned())
}

/// A key as a label for readers: `Notice days`.
pub(super) fn label_of_key(key: &str) -> String {
    crate::text::capitalised(&key.replace(['_', '.'], " "))
}

phrases! {
    not_recorded_other(what) = "{what}: not recorded.";
}

/// `329 things of 71 records are not recorded.`
pub(super) fn not_known_of(things: usize, records: usize) -> String {
    let are = if things == 1 { "is" } else { "are" };
    format!("{} of {} {are} not recorded.", count(things, "thing", "things"), count(records, "record", "records"))
}

/// `41 promises can be checked by a program: 3 are broken today, 5 were broken before. 12 no program can check.`
pub(super) fn promises_kept(checked: usize, today: usize, before: usize, of_people: usize) -> String {
    let (is, was) = (if today == 1 { "is" } else { "are" }, if before == 1 { "was" } else { "were" });
    let mut words = format!("A program checks {}", count(checked, "promise", "promises"));
    words.push_str(&match (today, before) {
        (0, 0) => "; the record shows none of them broken.".to_owned(),
        (today, 0) => format!("; {today} {is} broken today."),
        (0, before) => format!("; none is broken today, {before} {was} before."),
        (today, before) => format!("; {today} {is} broken today, {before} {was} before."),
    });
    if of_people > 0 {
        words.push_str(&format!(" {} no program can check.", crate::text::capitalised(&number(of_people))));
    }
    words
}

// The editors' room.
phrases! {
    ANYWHERE_ELSE = "anywhere else";
    FOR_EDITORS = "For editors";
    KEYS = "Keys of records";
    RULES = "Rules";
    findings_in(record) = "Findings in {record}";
}

/// `3 findings for editors`.
pub(super) fn findings_for_editors(findings: usize) -> String {
    format!("{} for editors", count(findings, "finding", "findings"))
}

// Findings, rules and clauses.
phrases! {
    ACCEPTED_BY_A_WAIVER = "accepted for a time";
    BEFORE_THE_CHANGE = "Before the change";
    ERRORS = "Errors";
    FLAGGED = "Flagged";
    KNOWN = "Stated as unknown, and matters of form";
    NOT_FLAGGED = "Not flagged";
    WARNINGS = "Warnings";
    WHAT_THE_AUTHOR_READS = "What the author reads";
    in_all(count) = "{count} in all";
}

// Links that lead nowhere.
phrases! {
    LINK_LEADS_OUT = "This link leads out of the record";
    LINK_MALFORMED = "This is not an address";
    LINK_TO_NO_SECTION = "There is no such section";
    link_to_nothing(path) = "There is no {path} in this record";
    link_to_unpublished(path) = "{path} is not published";
}

/// How a record speaks of another, for keys that say more than that it does.
pub(super) const MENTIONS: &[(&str, &str)] = &[
    ("about", ABOUT_THIS),
    ("agenda.about", ON_THE_AGENDA),
    ("decisions", TAKEN_THERE),
    ("depends_on", DEPENDS_ON_IT),
    ("goal.items", PART_OF_A_GOAL),
    ("meeting", TAKEN_THERE),
    ("proposals", ANSWERS_IT),
    ("supersedes", SUPERSEDES_IT),
];

/// Words of the front matter that a blank in the place of the hyphen would spell wrongly.
pub(super) const SPELLED: [(&str, &str); 4] = [
    ("gdpr-response", "GDPR response"),
    ("in-person", "in-person"),
    ("one-off", "one-off"),
    ("sub-group", "sub-group"),
];

/// Units of service levels: as they are written, one of them, several.
pub(super) const UNITS: [(&str, &str, &str); 5] = [
    ("s", "second", "seconds"),
    ("min", "minute", "minutes"),
    ("m", "minute", "minutes"),
    ("h", "hour", "hours"),
    ("d", "day", "days"),
];

phrases! {
    HOLDER_BOARD = "the board";
    HOLDER_CONTRACTOR = "the contractor";
    HOLDER_GROUP = "the group";
    HOLDER_OPERATOR = "the operator";
    HOLDER_WORKING_GROUP = "the working group";
    MORE_ELSE = ", else ";
    at_least(value) = "at least {value}";
    at_most(value) = "at most {value}";
    day_and_time(day, time) = "{day}, {time}";
}

/// `2 tasks have no owner`.
pub(super) fn tasks_without_owner(tasks: usize) -> String {
    let have = if tasks == 1 { "has" } else { "have" };
    format!("{} {have} no owner", count(tasks, "task", "tasks"))
}

/// `12 days ago`, `today`, `in 3 days`.
pub(super) fn distance(days_ago: i64) -> String {
    match days_ago {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        -1 => "tomorrow".to_owned(),
        days if days > 0 => format!("{} ago", duration(days)),
        days => format!("in {}", duration(-days)),
    }
}

/// `12 days`, `7 weeks`, `5 months`, `4 years`: in the unit in which people would say it.
pub(super) fn duration(days: i64) -> String {
    let (number, one) = match days {
        ..60 => (days, "day"),
        60..730 => (days / 30, "month"),
        _ => (days / 365, "year"),
    };
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// `11 May 2021 to 25 May 2021`.
pub(super) fn period(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{} to {}", long_date(from), long_date(to)),
        (Some(from), None) => format!("since {}", long_date(from)),
        (None, Some(to)) => format!("until {}", long_date(to)),
        (None, None) => "dates not recorded".to_owned(),
    }
}

/// `1 day`, `60 days`.
pub(super) fn days_counted(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { self::days(days) }
}

/// `4 Mar 2026`: as much as a box of a picture has room for.
pub(super) fn short_day(date: Date) -> String {
    let month: String = month_name(date).chars().take(3).collect();
    format!("{} {month} {}", date.day(), date.year())
}

/// `99.9 % in May 2026`.
pub(super) fn in_month(value: &str, month: Date) -> String {
    format!("{value} in {} {}", month_name(month), month.year())
}

/// `3 services, 4 responsibilities without a name`.
pub(super) fn services_and_chairs(services: usize, empty: usize) -> String {
    let services = count(services, "service", "services");
    match empty {
        0 => services,
        empty => {
            format!("{services}, {}", count(empty, "responsibility without a name", "responsibilities without a name"))
        }
    }
}

/// `was held; 7 people took part.`
pub(super) fn was_held_by(people: usize) -> String {
    format!("was held; {} took part.", count(people, "person", "people"))
}

/// `7 of 11 members took part; 6 were needed`.
pub(super) fn turnout(present: usize, eligible: Option<usize>, quorum: Option<u32>, is_open: bool) -> String {
    let took_part = if is_open { "took part so far" } else { "took part" };
    let turnout = match eligible {
        Some(eligible) => format!("{present} of {eligible} members {took_part}"),
        None => format!("{present} {took_part}"),
    };
    match quorum {
        Some(quorum) if is_open => format!("{turnout}; {quorum} are needed"),
        Some(quorum) => format!("{turnout}; {quorum} were needed"),
        None => turnout,
    }
}

/// Numbers up to twelve as they are within a sentence.
const NUMBERS: [&str; 13] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

pub(super) fn number(number: usize) -> String {
    NUMBERS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `One of five has voted; at least three must.`
pub(super) fn voted_so_far(voted: usize, members: Option<usize>, quorum: Option<u32>) -> String {
    let have = if voted <= 1 { "has" } else { "have" };
    let of = match members {
        Some(members) => format!("{} of {} {have} voted", number(voted), number(members)),
        None if voted == 0 => "nobody has voted yet".to_owned(),
        None => format!("{} {have} voted", number(voted)),
    };
    let of = crate::text::capitalised(&of);
    match quorum {
        Some(quorum) => format!("{of}; at least {} must.", number(quorum as usize)),
        None => format!("{of}."),
    }
}

/// `Was at 4 of the 6 meetings of the board that list who was there, since 1 May 2026.`
pub(super) fn attended(present: usize, held: usize, group: &str, from: impl Display) -> String {
    let meetings = count(held, "meeting", "meetings");
    format!("Was at {present} of {meetings} of “{group}” since {from}, of those that list who was there.")
}

/// `3 approvals count; 2 are asked for.`
pub(super) fn approvals(people: usize, asked: impl Display, is_over: bool) -> String {
    let people_count = count(people, "approval", "approvals");
    let [counts, are_asked] = approvals_count(people, is_over);
    format!("{people_count} {counts}; {asked} {are_asked}.")
}

/// `3 approvals from 2 affiliations count; 3 from at least 2 are asked for.`
pub(super) fn approvals_of(
    people: usize,
    affiliations: usize,
    asked: impl Display,
    least: impl Display,
    is_over: bool,
) -> String {
    let people_count = count(people, "approval", "approvals");
    let affiliations = count(affiliations, "affiliation", "affiliations");
    let [counts, are_asked] = approvals_count(people, is_over);
    format!("{people_count} from {affiliations} {counts}; {asked} from at least {least} {are_asked}.")
}

fn approvals_count(people: usize, is_over: bool) -> [&'static str; 2] {
    match (is_over, people) {
        (true, _) => ["counted", "were asked for"],
        (false, 1) => ["counts", "are asked for"],
        (false, _) => ["count", "are asked for"],
    }
}

/// `3 of 5 duties have a holder.`
pub(super) fn duties_held(held: usize, all: usize) -> String {
    match all {
        1 if held == 1 => "The duty has a holder.".to_owned(),
        all if held == all => format!("Each of the {all} duties has a holder."),
        all => {
            let have = if held == 1 { "has" } else { "have" };
            format!("{held} of {} {have} a holder.", count(all, "duty", "duties"))
        }
    }
}

/// `2 of 5 goals done`.
pub(super) fn goals_done(done: usize, goals: usize) -> String {
    goals_done_of(done, count(goals, "goal", "goals"))
}

/// `2 of 5 goals done; 3 of 7 matters settled.`
pub(super) fn goals_and_matters(goals: &str, over: usize, matters: usize) -> String {
    match matters {
        0 => format!("{goals}."),
        matters => format!("{goals}; {over} of {} settled.", count(matters, "matter", "matters")),
    }
}

/// The words of the templates, which find them as `words.<name>`. Where something else comes into a phrase, a bracket
/// takes its place, and the template gets the pieces between the brackets: `words.as_of[0]`, `words.as_of[1]`. What a script
/// fills in has braces.
const IN_TEMPLATES: &[(&str, &str)] = &[
    ("checked_by", "Checked by"),
    (
        "checked_by_about",
        "What the group agreed on, and the rules that check it. Readers have the same without the rules.",
    ),
    (
        "editors_lede",
        "What the checks find in this record today, with files, lines and what to type. Nothing is hidden because of a finding. Readers are not led here, and search engines are asked to leave these pages alone.",
    ),
    ("every_record", "Every record"),
    ("for_editors", FOR_EDITORS),
    ("key", "Key"),
    ("keys", KEYS),
    (
        "keys_lede",
        "What can stand in the front matter of each kind of record. What is not known is written with its reason: owner = { unknown = \"…\" }.",
    ),
    ("last_broken", "Last broken"),
    ("means", "What it means"),
    ("no_keys", "This kind has no keys of its own."),
    ("no_promises", "No profile of this site says what the group is held to."),
    ("not_recorded", "What is not recorded"),
    ("not_recorded_facts", NOT_RECORDED_ANYWHERE),
    (
        "nothing_unknown",
        "Nothing that the checks look for is missing, and no record says that something is not known. A gap would stand here, with who could fill it.",
    ),
    ("promise", "Promise"),
    ("promises", PROMISES),
    ("promises_checked", "What a program checks"),
    (
        "promises_lede",
        "What the group is held to, in plain words. Each promise shows when it was last broken; “still” means it is broken today.",
    ),
    ("promises_of_people", "What no program can check"),
    ("records", "Records"),
    ("records_counted", "records"),
    ("required", "required"),
    ("rules_lede", "[found] of the [all] rules found something here. Each of those has a page with examples."),
    ("takes", "What it takes"),
    (
        "unknown_lede",
        "What this record does not say: first what most depends on, and for each who could say. If you know, tell us.",
    ),
    ("what_we_do_not_know", WHAT_WE_DO_NOT_KNOW),
    ("who_could_say", "Who could say"),
    ("why_no_program", "Why a person has to look"),
    ("withheld_lede", "These are known and not shown, each for the reason and until the day beside it."),
    ("all_changes", "Everything that changed, day by day"),
    ("and_more", "and [count] more"),
    ("announced_in", "Announced in [meeting]."),
    ("as_of", "As of [day]."),
    ("at_the_end", "At the end"),
    ("end_of_record", "The end of this record"),
    ("join", JOIN),
    ("last_updated", "Last updated [day]."),
    ("members", MEMBERS),
    ("more_open", "[count] more"),
    ("more_records", "More records"),
    ("last_meeting_named", "Last meeting that is named"),
    ("listed_above", "Listed above."),
    ("next_meeting", NEXT_MEETING),
    ("nothing_now", "No meeting is announced, and nothing is open for comments, votes or offers."),
    ("of_group", "of [group]"),
    ("on_the_agenda", "On the agenda:"),
    ("deleted", "deleted:"),
    ("deleted_until_here", "(deleted until here)"),
    ("inserted", "inserted:"),
    ("inserted_until_here", "(inserted until here)"),
    ("preview", "Preview of a change"),
    (
        "preview_of",
        "This is a preview of [change]: how the site would be if this change were accepted. It is not published.",
    ),
    ("published_page", "The published page"),
    ("to_look_at", "To look at:"),
    ("to_resolve", "To resolve:"),
    ("what_change_does", "What this change does"),
    ("what_change_does_here", "What this change does here"),
    ("record_ends", "This record ends on [day]."),
    ("write_to", "Write to"),
    ("you_can", "You can"),
    ("a_person", "a person:"),
    ("about_record", "About this record"),
    ("accepted_for_now", "Accepted for now"),
    ("actions_lede", "What somebody agreed to do in a meeting and has not closed, by owner."),
    ("admins", ADMINS),
    ("agreed_in", "From [meeting]."),
    ("all_decisions", "All decisions ([count])"),
    ("all_of", "All [count]"),
    ("blocked", "Blocked"),
    ("blocked_by", "By [what]"),
    ("by_family", "By family"),
    ("by_level", "By level"),
    (
        "check_is_running",
        "The check of your last change is still running. Until it ends, some notes are missing and some may be out of date.",
    ),
    ("by_record", "By record"),
    ("by_state", "By state"),
    ("changes", "Changes"),
    ("clause", "Clause"),
    ("clauses_of", "Clauses of [profile]"),
    ("closed", "Closed"),
    ("contents", "Contents"),
    ("day_not_recorded", "on a day that is not recorded; [state] on [day]"),
    ("decided_lately", "Decided lately"),
    ("derived", "The state follows from the other fields of the record."),
    ("earliest", "Earliest"),
    ("edit", "Edit"),
    ("error", "Error"),
    ("evidence_of_action", "Evidence: [link]."),
    ("facts", "Facts"),
    ("facts_and_contents", "Facts and contents"),
    ("feed", FEED),
    ("feed_of_records", "Feed of these records"),
    ("filter", "Filter"),
    ("finding", "finding"),
    ("findings", "findings"),
    ("findings_column", "Findings"),
    ("first_to_last", ", [first] to [last] of [count]"),
    ("follow", "Follow"),
    ("from_any_state", "From any state"),
    ("from_profile", "From the profile [name]."),
    ("from_profiles", "From the profiles [names]."),
    ("front_matter_has", "By then is recorded:"),
    ("has_moved", "This page has moved"),
    ("help_lede", "What you can do here today, whether you have an hour or a year."),
    ("help_page", HELP_PAGE),
    ("history", HISTORY),
    ("home", "Home"),
    (
        "how_lede",
        "The states that matters pass, who takes each step, and what it needs. This page comes from the rules that the record is checked by.",
    ),
    ("how_one_begins", "How one begins"),
    ("in_your_time_zone", "In your time zone:"),
    ("is_blocked_by", "Blocked by [what]."),
    ("is_draft", "A draft: it is shown in this preview and is not published."),
    ("is_now_at", "It is now at [page]."),
    ("latest_done", ", the latest [count]"),
    ("level", "Level"),
    ("mentioned_in", MENTIONED_IN),
    ("menu", "Menu"),
    ("missing", "Missing"),
    ("more_findings", "[count] more; each is on the page of its record."),
    ("more_in_record", "[count] more; a check of this file alone lists all of them."),
    ("more_of", "more"),
    ("narrow_down", "Narrow down"),
    ("next", NEXT),
    ("next_page", NEXT),
    ("next_step", "Next: [step]."),
    ("no_day", "Day not recorded"),
    (
        "no_matter",
        "Nothing is open. Proposals, statements of work, bounties and calls for offers stand here until they are settled.",
    ),
    ("no_decision", "No decision is recorded yet."),
    ("no_findings", "No findings"),
    ("no_open_action", "No action is open. Actions come from the task lists in the minutes of meetings."),
    ("no_service_of_area", "No service of this area is recorded."),
    (
        "no_states",
        "No record here has states yet. Each kind of record appears with its first record; `candor new` writes one.",
    ),
    ("no_such_page", NO_SUCH_PAGE),
    (
        "no_such_page_lede",
        "The address may be misspelt, or the page has moved. Records keep their addresses: look in the index of their kind.",
    ),
    ("none_recorded", "No [kind] is recorded yet."),
    ("not_asked_yet", "not asked until the record holds something of it"),
    ("not_in_this_record", "Not in this record"),
    ("not_known", "Not known to the program"),
    ("note", "Known"),
    ("nothing_found", "The checks find nothing."),
    ("now", "Now"),
    ("on", "on"),
    ("on_line", ", line [number]"),
    ("on_this_page", "On this page"),
    ("open_actions", OPEN_ACTIONS),
    ("operator", OPERATOR),
    ("other_meetings", "Other meetings"),
    ("overdue", "Overdue: [count]."),
    ("owner", OWNER),
    ("pages", "Pages"),
    ("path_as_picture", "The path as a picture"),
    ("picture", "Picture: [kind]"),
    ("picture_of_path", "Picture of the path"),
    ("place", "place"),
    ("places", "places"),
    ("previous", "Previous"),
    ("rule", "Rule"),
    ("rule_named", "Rule:"),
    ("rules", RULES),
    ("rung", "Belongs to"),
    ("serves", "Serves"),
    ("service", SERVICE),
    ("settled", "Settled"),
    ("show_settled", "Show what is settled"),
    ("show_done", "Show what was done"),
    ("shown", "{n} of {all} shown"),
    ("shown_of_part", "the first {n} of {all} shown"),
    ("since", BEFORE_SINCE),
    ("site_navigation", SITE),
    ("skip_to_content", "Skip to the content"),
    ("sort_by", "Sort by"),
    ("source", "Source"),
    ("stalled", STALLED),
    ("stalled_after", "Stalled after [time] without a step."),
    ("state", STATE),
    ("goes_on", "The work goes on in [record]"),
    ("last_day", "Last day"),
    ("levels_kept", LEVELS_KEPT),
    ("no_level_agreed", "no objective is recorded"),
    ("other_views", "Other views"),
    ("root_access", ROOT_ACCESS_SHORT),
    ("state_of_record", "The state of this record"),
    ("state_with", "With [whom]."),
    ("step_by", "By [whom]."),
    ("step_needs", "Needs:"),
    ("still", "Still:"),
    ("switched_off", "switched off here:"),
    ("table", "Table: [title]"),
    ("taken_by", ", by [whom]"),
    ("taken_of", "[taken] of [all]"),
    ("text_has", "The text has"),
    ("the_path", "The path"),
    ("the_rules", "The rules"),
    ("this_page_only", "(this page only)"),
    ("to_state", "To"),
    ("today", "Today"),
    ("unsorted", "As it comes"),
    ("until", "until"),
    ("unused_kinds", "They also know states of [kinds]; none is recorded yet."),
    ("usual_level", "[level] where the site says nothing"),
    ("waived_by", "By [decision]."),
    ("waived_until", "Until [day]."),
    ("warning", "Warning"),
    ("what_else", "What else is asked"),
    ("what_is_flagged", "What is flagged"),
    ("what_states_mean", "What the states mean and who takes each step"),
    ("with_whom", ", with [whom]"),
    ("withheld", WITHHELD),
    (
        "work_lede",
        "Everything that was asked for, is being done or is called for: where it is, who has it, what it waits for.",
    ),
    ("work_page", WORK_PAGE),
    ("without_owner", "Without an owner: [count]."),
    ("you_are_here", "You are here"),
];

/// A phrase as a template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Phrase {
    Whole(&'static str),
    /// What is around the brackets, in order; one more than there are brackets.
    Pieces(Vec<&'static str>),
}

/// The phrases of the templates by their names.
pub(super) fn for_templates() -> BTreeMap<&'static str, Phrase> {
    IN_TEMPLATES.iter().map(|(name, text)| (*name, phrase(text))).collect()
}

fn phrase(text: &'static str) -> Phrase {
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some((before, after)) = rest.split_once('[') {
        pieces.push(before);
        rest = after.split_once(']').map_or("", |(_, after)| after);
    }
    if pieces.is_empty() {
        return Phrase::Whole(text);
    }
    pieces.push(rest);
    Phrase::Pieces(pieces)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::page::theme::BUILT_IN;

    #[test]
    fn distances_are_said_as_people_would() {
        for (days, expected) in [
            (0, "today"),
            (1, "yesterday"),
            (-1, "tomorrow"),
            (12, "12 days ago"),
            (-21, "in 21 days"),
            (75, "2 months ago"),
            (2000, "5 years ago"),
        ] {
            assert_eq!(distance(days), expected);
        }
    }

    /// Every `words.<name>` of the built-in templates, with the piece that it asks for.
    fn asked() -> BTreeSet<(String, Option<usize>)> {
        let templates = BUILT_IN.iter().filter(|(name, _)| name.ends_with(".html"));
        let uses = templates.flat_map(|(_, text)| text.split("words.").skip(1));
        uses.map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
            let piece = rest[end..].strip_prefix('[').and_then(|rest| rest.split_once(']'));
            (rest[..end].to_owned(), piece.and_then(|(number, _)| number.parse().ok()))
        })
        .collect()
    }

    #[test]
    fn the_templates_find_every_phrase_and_leave_none_unused() {
        let phrases = for_templates();
        assert_eq!(phrases.len(), IN_TEMPLATES.len(), "names are unique");
        // These two come to the same place by a name of its own.
        let by_another_name = ["from_profile", "from_profiles"];
        for (name, piece) in asked() {
            match (phrases.get(&*name), piece) {
                (Some(Phrase::Whole(_)), None) => {}
                (Some(Phrase::Pieces(pieces)), Some(piece)) => assert!(piece < pieces.len(), "{name}[{piece}]"),
                (Some(Phrase::Pieces(_)), None) => assert!(by_another_name.contains(&&*name), "{name} is in pieces"),
                (found, piece) => panic!("words.{name} is {found:?}, and {piece:?} of it is asked for"),
            }
        }
        let asked: BTreeSet<String> = asked().into_iter().map(|(name, _)| name).collect();
        let unused: Vec<_> = phrases.keys().filter(|name| !asked.contains(**name)).collect();
        assert_eq!(unused, Vec::<&&str>::new());
        assert_eq!(phrase("As of [day]."), Phrase::Pieces(vec!["As of ", "."]));
    }

    #[test]
    fn no_template_has_words_of_its_own() {
        for (name, text) in BUILT_IN.iter().filter(|(name, _)| name.ends_with(".html")) {
            let mut plain = (*text).to_owned();
            for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
                while let Some(start) = plain.find(open) {
                    let end = plain[start..].find(close).map_or(plain.len(), |at| start + at + close.len());
                    plain.replace_range(start..end, "");
                }
            }
            let between_tags = plain.split('>').filter_map(|piece| piece.split('<').next());
            let words: Vec<&str> =
                between_tags.map(str::trim).filter(|text| text.contains(char::is_alphabetic)).collect();
            assert_eq!(words, Vec::<&str>::new(), "{name}");
        }
    }
}
