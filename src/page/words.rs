//! Every word of the site's own that a reader of its pages sees, by name. What they are in each language is in the catalogues
//! beside this file, one for each language: `words/en.ftl`.
//!
//! A new word for the code is a line in the list below and a message of that name in each catalogue: a constant in capitals, or
//! a function of what is filled into the message. A word for a template is only a message: the template finds it as
//! `words.<name>`. What comes from the record itself, from a profile or from a rule's page is not here.

mod catalogue;
mod profile;

use std::collections::BTreeMap;

use fluent_bundle::FluentValue;
use serde::Serialize;

use crate::text::{Date, Money, capitalised};

pub use catalogue::CATALOGUES;
pub(crate) use catalogue::{Language, Word, spoken, within};
use catalogue::{filled_in, maybe};
pub(crate) use profile::of_profile;

macro_rules! phrases {
    ($($name:ident $(($($of:ident),+))?;)*) => {
        $(phrase! { $name $(($($of),+))? })*

        /// The names of all of them, each with what is filled into it.
        #[cfg(test)]
        const NAMES: &[(&str, &[&str])] = &[$((stringify!($name), &[$($(stringify!($of)),+)?])),*];
    };
}

macro_rules! phrase {
    ($name:ident) => {
        pub(crate) const $name: Word = Word::named(stringify!($name));
    };
    ($name:ident ($($of:ident),+)) => {
        pub(crate) fn $name<'a>($($of: impl Into<FluentValue<'a>>),+) -> String {
            filled_in(stringify!($name), &[$((stringify!($of), $of.into())),+])
        }
    };
}

phrases! {
    // The preview of a change.
    PREVIEW_CHANGED;
    PREVIEW_MOVED;
    PREVIEW_NEW;
    PREVIEW_CHANGES;
    PREVIEW_NOTHING;
    PREVIEW_RULES;
    PREVIEW_FOUND;
    PREVIEW_FIXED;
    PREVIEW_FILES;
    FATE_ADDED;
    FATE_CHANGED;
    FATE_MOVED;
    FATE_PUBLISHED;
    FATE_REMOVED;
    FATE_UNPUBLISHED;
    findings_fixed(count);

    // What happened in a month.
    DIGESTS;
    DIGESTS_LEDE;
    DIGEST_AHEAD;
    DIGEST_MET;
    DIGEST_MONTHS;
    DIGEST_MORE;
    DIGEST_OTHERS;
    DIGEST_WAITS;
    DIGEST_WORK;
    DIGEST_AS_TEXT;
    DIGEST_QUIET;
    FOLLOW_DIGESTS;
    FOLLOW_DIGESTS_NOTE;
    digest_of(site, month);
    digest_lede(month, count);
    digest_more_wait(count);
    digest_waits_for(group);

    // What can be followed.
    FOLLOW_ALL;
    FOLLOW_BODIES;
    FOLLOW_HOW;
    FOLLOW_KINDS;
    FOLLOW_LEDE;
    FOLLOW_OTHERS;
    FOLLOW_OTHERS_NOTE;
    FOLLOW_FEEDS_NOTE;
    FOLLOW_CALENDARS_NOTE;
    ALL_OF_IT;
    FORM_RSS;
    FORM_ATOM;
    FORM_JSON;
    CALENDAR;
    NOBODY_YET;
    WITHHELD_UNTIL_THEN;
    agenda_is(points);
    contract_covers(services);
    contract_is_over(contract);
    is_promised(what);
    last_day_for_notice(contract);
    next_meeting_of(group);
    on_a_day(what, day);
    record_waits_for(record, group);
    said_in(record);
    seat_ends(person);
    task_due(whom, what);
    voted_on(person, how, decision);
    waits_for(group);

    // What can be taken along as data.
    DATA;
    DATA_CONTRACTING;
    DATA_CONTRACTING_NOTE;
    DATA_CATALOG;
    DATA_CATALOG_NOTE;
    DATA_ALL;
    DATA_ALL_NOTE;
    DATA_FOR_PROGRAMS;
    DATA_LEDE;
    DATA_LEVELS;
    DATA_LEVELS_NOTE;
    DATA_ONE;
    DATA_ONE_NOTE;
    DATA_READ;
    DATA_READ_GAPS;
    DATA_READ_KEPT;
    DATA_READ_WITHHELD;
    DATA_SCHEMA;
    DATA_SCHEMA_NOTE;
    DATA_STANDARDS;
    DATA_TABLE;
    DATA_TABLES;
    DATA_TABLES_NOTE;
    RECORDS_IN_IT;

    // Headings of columns and facts, by what they name.
    ABOUT;
    ACCEPTED_ON;
    ACTIONS;
    ACTIONS_OPEN;
    ADDRESS;
    ADMINS;
    AFFILIATION_ON_THE_DAY;
    AGREEMENTS;
    ALLOWED_BY;
    ALSO_WRITTEN;
    AMOUNT;
    ANSWERS;
    AREA;
    ASKED_AGAIN_ON;
    ASSIGNEES;
    AT_LEAST;
    AT_MOST;
    AUDIENCE;
    AUTHORITY;
    AWARD_CRITERIA;
    BALLOT;
    BECAME;
    BEGUN;
    BOUNTY;
    BY;
    BY_THE_DUTY;
    CALL;
    CAN_BE_ENDED_AT_ONCE;
    CARRIED_OUT;
    CHAIR;
    CHANGES;
    CHARTER;
    CLAIMED_BY;
    CLOSES;
    COMMENT;
    COMMUNITY;
    CONFIRMED_BY;
    CONSUMERS;
    CONTACT;
    CONTACTS;
    CONTRACT;
    CONTRACTOR;
    CONTRACT_UNTIL;
    COST;
    COUNTS;
    COVERS;
    CRITERION;
    CRITICAL;
    DATA_PROTECTION_CONTACT;
    DATE;
    DECIDED;
    DECIDED_BY;
    DECIDES_BY;
    DECISION;
    DECISIONS;
    DEPUTIES;
    DISCUSSED;
    DISCUSSION;
    DISSOLVES_WHEN;
    DOCUMENTATION;
    DONE;
    DONOR;
    DUE_ON;
    DUTY;
    ESTIMATE;
    EVIDENCE;
    EXIT_TRIED;
    EXPIRES;
    E_MAIL;
    FOLDER;
    FOR;
    FORUM;
    FROM;
    FROM_ANY;
    GITHUB;
    GIVEN_AT;
    GIVEN_BY;
    GOAL;
    GOALS;
    GOES_ON;
    GROUP;
    HOLDERS;
    HOST;
    HOSTED_AT;
    HOURS_A_MONTH;
    HOW;
    IMPACT;
    INDICATOR;
    INSTRUMENT;
    INTERESTS;
    IN_ITS_WORDS;
    ISSUE;
    ITEM;
    JOIN;
    KIND;
    LAST_RESULT;
    LINK;
    MAINTAINERS;
    MEASURE;
    MEASURED_BY;
    MEETING;
    MEETINGS;
    MEETS_EVERY;
    MEMBERS;
    NEXT;
    NOTED;
    NOTICE;
    OBJECTIVE;
    OF;
    OPEN;
    OPENED;
    OPENS;
    OPEN_ACTIONS;
    OPEN_TO;
    OPERATOR;
    ORGANIZATION;
    OUTCOME;
    OVER;
    OWNER;
    OWNER_IN_THE_GROUP;
    PAGE;
    PAID_ON;
    PART_OF;
    PEOPLE;
    PERSON;
    PERSONAL_DATA;
    PLAN;
    PLEDGE;
    PRESENT;
    PRICE;
    PRICES_PUBLIC_AFTER;
    PROPOSAL;
    PROPOSED_BY;
    PROPOSER;
    PUBLISHED;
    PURPOSE;
    QUESTION;
    QUESTIONS_UNTIL;
    QUORUM;
    REASON;
    RECEIVED;
    RECURRENCE;
    REPORT;
    REQUEST;
    REQUEST_FOR_PROPOSAL;
    RESULTS;
    RETAINER;
    REVIEWED;
    ROADMAP;
    ROLE;
    ROLES;
    ROUTE;
    RUNS;
    SCALE;
    SEAT;
    SEATS;
    SEAT_ON_THE_DAY;
    SERVICE;
    SERVICES;
    SHARED_INFRASTRUCTURE;
    SIGNED_BY;
    SINCE;
    SITE;
    SORT;
    STATE;
    STATEMENTS_OF_WORK;
    STATEMENT_OF_WORK;
    STATUS_PAGE;
    SUCCESSOR;
    SUPERSEDES;
    SURVEY;
    TAGS;
    TAKEN_TODAY;
    TASK;
    TERM;
    VOTE;
    WHAT;
    WHAT_CAME_OF_IT;
    WHAT_IT_SAID;
    WHAT_MUST_HOLD;
    WHEN;
    WHO;
    WITH;
    WORK;
    WORKS_FOR;

    // The words before a cell, where a row of an index reads as a sentence.
    BEFORE_DECIDED;
    BEFORE_GROUP;
    BEFORE_PROPOSER;
    BEFORE_SINCE;
    BEFORE_WITH;

    // The search.
    SEARCH;
    SEARCH_LEDE;
    ALL_TITLES;
    YEAR;
    ANY_KIND;
    ANYBODY;
    open_for_comments_until(day);
    open_for_votes_until(day);
    open_for_offers_until(day);
    open_to_be_claimed_until(day);
    open_for_answers_until(day);

    // Titles of the sections that the site adds to a record.
    ACCEPTANCE_CRITERIA;
    AGENDA;
    ALSO_BEFORE_IT;
    ANSWERS_FOR;
    APPROVALS;
    COMES_NEXT;
    DUE_BY_THEN;
    NEXT_MEETING;
    CONSUMING_COMMUNITIES;
    CONTRACTS;
    CONTRACT_HISTORY;
    CORRECTIONS;
    AGAINST;
    DRAWN;
    DUTIES;
    DUTIES_BEFORE;
    FORMER_MEMBERS;
    GIVEN;
    HOW_THEY_VOTED;
    IF_IT_ENDED_TOMORROW;
    HISTORY;
    HOSTS;
    MENTIONED_IN;
    MILESTONES;
    NEEDS;
    OFFERS;
    PEOPLE_WHO_WORK_THERE;
    PLEDGED_FOR_IT;
    PLEDGES;
    QUESTIONS;
    RESTS_ON_THIS_PLAN;
    ROOT_ACCESS;
    SEATS_BEFORE;
    SEATS_TODAY;
    SERVICE_LEVELS;
    SOMEBODY_IS_SOUGHT;
    SUB_GROUPS;
    SYSTEMS;
    SHOW_THEM;
    TOOK_PART_IN;
    VOTES;
    WAITS_HERE;
    WAITS_FOR_THEM;
    WHAT_FOLLOWED;
    WHERE_THAT_IS_NOW;
    WHOLE_MATTER;
    WHO_ANSWERS_FOR_IT;
    WHO_WAS_THERE;
    WORK_ITEMS;

    // What cells and sections say.
    ABSTAINED;
    AND;
    ANYONE;
    OR;
    APPROVAL_OUTSIDER;
    APPROVAL_OWN;
    APPROVAL_REPEATED;
    APPROVAL_STALE;
    APPROVAL_UNCLEAR;
    COST_APPROVED;
    COST_ESTIMATED;
    COST_QUOTED;
    DEPENDS_ON;
    DID_NOT_VOTE;
    GUESTS;
    HAS_THE_DUTY;
    KEPT_BY_THE_LEAD;
    MADE_POSSIBLE;
    LEVEL_MET;
    LEVEL_MISSED;
    MET;
    NEEDED_BY;
    NO;
    NOBODY;
    NOBODY_APPROVED;
    NOBODY_HAS_APPROVED;
    NOBODY_HAS_IT;
    NOBODY_RECORDED;
    NONE;
    NOT_IN_THE_DIRECTORY;
    NOT_IN_THE_RECORD;
    NOT_MEASURED;
    NOT_NEEDED;
    NOTHING_WAITS_HERE;
    NOT_RECORDED;
    NOT_RECORDED_WHETHER_EXIT_WAS_TRIED;
    OBJECTED;
    NO_CONTACT;
    NO_DEPUTY;
    NO_DOCUMENTATION;
    NO_MEMBERS;
    NO_REASON_RECORDED;
    NO_SECOND;
    NO_VOTES;
    NO_VOTES_CONSENSUS;
    NO_VOTES_LAZY_CONSENSUS;
    NO_VOTES_LEAD;
    REGRETS;
    STEPPED_ASIDE;
    STEPS_IN;
    SUPERSEDED_BY;
    VOTED_AGAINST_IT;
    VOTED_FOR_IT;
    VOTE_OF_NO_MEMBER;
    VOTE_REPEATED;
    VOTE_REPLACED;
    WHAT_IS_PLANNED;
    WITHHELD;
    YES;
    a_month_up_to(monthly, cap);
    can_be_ended_on_any_day(contract);
    can_be_opened_by(service, people);
    cannot_be_ended_at_once(contract);
    cannot_be_ended_before(contract, day);
    exit_was_tried(day, distance);
    has_to_be_cancelled_by(ends, by, notice);
    not_recorded_whether_it_can_be_ended(contract);
    not_recorded_who_else_can_open(service);
    runs_until(day);
    approval_after(end);
    approval_before(entered);
    abstained(count);
    corrected_on(day, what);
    days(count);
    goals_done(done, goals);
    goals_and_matters(goals, over, matters);
    goals_only(goals);
    hours_a_month(hours);
    invited(count);
    no_deputy_for_areas(areas);
    not_needed_areas(areas);
    of_met(met, all);
    of_open(open, all);
    others_of_matter(count);
    result_of(service, result);
    redacted_on(day, what);
    sort_of(sort, kind);
    stepped_aside(count);
    there_of(there, wanted);
    vacant_areas(areas);
    voted_no(count);
    voted_yes(count);

    // Meetings: before they are held, and what came of them.
    DECISION_OPEN;
    JOIN_THE_MEETING;
    NOTHING_DECIDED;
    NO_HOUR;
    ON_THE_TABLE;
    PROPOSED_NOTE;
    TALKED_ABOUT;
    TO_DO;
    WAITS;
    WHAT_ELSE_WAITS;
    WHEN_AND_WHERE;
    no_meeting_after(day);
    called_off(why);
    clock_to(from, to);
    decision_until(day);
    decision_was_due(day);
    due_action(whom, what, due);
    due_actions(count);
    hours_in_utc(hours);
    hours_in_zone(hours, zone, utc);
    left_over_from(day);
    more_that_wait(count);
    meeting_of(day);
    bounty_for(sow);
    pledge_of(donor);
    titled_on(title, day);
    usual_meeting(day);
    waits_since(day);

    // Money.
    AN_AMOUNT_IS_WITHHELD;
    APPROVED;
    BY_YEAR_AND_QUARTER;
    COMMITTED;
    CONTRACTS_NOTE;
    DAY_NOT_RECORDED;
    ENDS;
    IF_IT_ENDED;
    KEYS_ELSEWHERE;
    MONEY;
    MONEY_LEDE;
    NOTHING;
    NOTHING_APPROVED;
    NOTHING_COMMITTED;
    NOTHING_PAID;
    NOTHING_WITHHELD;
    NO_CONTRACT;
    NO_DECISION_NAMED;
    PAID;
    PLEDGED;
    THIS_YEAR;
    UNTIL;
    WAITING_FOR_HOURS;
    WAITING_FOR_IT;
    WAITING_FOR_PAYMENT;
    WHERE;
    WITHOUT_IT;
    an_amount_until(day);
    approved_in(year, sum);
    closed_as(state);
    committed_in(year, sum);
    given_on(day);
    given_some_day(times);
    given_times(times, day);
    named(name, of);
    paid_in(year, sum);
    whole_year(year);
    quarter_of(quarter, year);
    withheld_amounts(number);
    unrecorded_amounts(number);

    // What services lack and keep.
    ALL_HAVE_OWNERS;
    ALL_HAVE_SECOND_ADMINS;
    ALL_SERVICES;
    ARE_LEVELS_KEPT;
    CONTRACT_ENDS_SOON;
    FOR_THE_BOARD;
    FOR_THE_GROUP;
    LEVELS_KEPT;
    MISSED_ITS_LEVEL;
    NO_CONTRACT_ENDS;
    NO_KEY_FOR_THE_BOARD;
    NO_KEY_FOR_THE_GROUP;
    NO_LEVELS;
    NO_LEVEL_MISSED;
    TWELVE_MONTHS;
    VIEW_LEDE;
    WHAT_DEPENDS_ON_WHAT;
    WITHOUT_AN_OWNER;
    WITHOUT_A_SECOND_ADMIN;
    kept_but_missed(missed, measured);
    level_in_short(indicator, value, kept);
    kept_in_all(measured);
    levels_kept_of(kept, measured, all);
    missed_in(missed, measured);
    level_promised(indicator, objective);
    services_without_level(count);

    // Plans along the years.
    TIMELINE;

    // What changed.
    CHANGES_LEDE;
    NOTHING_CHANGED;
    OF_LATE;
    changes_in(year);
    HISTORY_CUT;

    // What lies in a folder.
    FOLDERS;
    FOLDER_TEXTS;
    FOLDER_FILES;
    folder_lede(folder);
    month_of(month, year);
    APPROVALS_COUNTED_OPEN;
    APPROVALS_COUNTED_THEN;
    CONSENSUS_NEEDED_OPEN;
    CONSENSUS_NEEDED_THEN;
    DUTY_DECIDES_OPEN;
    DUTY_DECIDES_THEN;
    LEAD_DECIDES_OPEN;
    LEAD_DECIDES_THEN;
    MAJORITY_NEEDED_OPEN;
    MAJORITY_NEEDED_THEN;
    SILENCE_IS_CONSENT_OPEN;
    SILENCE_IS_CONSENT_THEN;
    TWO_THIRDS_NEEDED_OPEN;
    TWO_THIRDS_NEEDED_THEN;

    // The pages' titles, what search engines read of them, and the navigation.
    ABOUT_PAGE_ABOUT;
    ACTIONS_ABOUT;
    FEED;
    HELP_ABOUT;
    HELP_PAGE;
    HOW_WE_WORK;
    HOW_WE_WORK_ABOUT;
    NO_SUCH_PAGE;
    PROMISES;
    PROMISES_ABOUT;
    UNKNOWN_ABOUT;
    WHAT_WE_DO_NOT_KNOW;
    WORK_ABOUT;
    WORK_PAGE;
    full_title(page, site);
    kind_of_site(site, kind);
    numbered_page(title, number);
    path_of(record);
    states_of(kind);

    // What a picture of states shows, for those who do not see it.
    PICTURE_THEN;
    picture_ends(to);
    picture_entered(steps);
    picture_leads(from, to);
    picture_now(state);
    picture_on_day(state, day);
    picture_path(count, path);
    picture_states(count);

    // The home page and the strip of a record.
    ADMIN_MISSING;
    ASKED_AGAIN;
    ANSWER_A_SURVEY;
    BOUNTY_EXPIRES;
    CAME_ABOUT;
    CAME_TO_BE_CARRIED_OUT;
    CLAIM_A_BOUNTY;
    COMMENTS_CLOSE;
    FOLLOW;
    FOLLOW_NOTE;
    LAST_DAY_TO_TAKE_PART;
    MAKE_AN_OFFER;
    OFFERS_CLOSE;
    OPERATOR_MISSING;
    OWNER_MISSING;
    PROPOSE;
    SECOND_ADMIN_MISSING;
    SURVEY_CLOSES;
    SINCE_WHEN_SETTLED;
    can_be_claimed_until(day);
    comments_are_open_until(day);
    goes_on_in(record, state, with);
    is_before(whom);
    last_day_is(day, what);
    missing_is(what);
    next_is(step);
    no_step_for(time, usual);
    of_record(record, sentence);
    offers_close_on(moment);
    since_day(word, day);
    state_in_a_sentence(state, since, with);
    takes_answers_until(day);
    votes_until(day);
    with_whom(whom);
    TAKE_A_TASK;
    WITH_PEOPLE;
    held_with(whom);
    propose_as(kind);
    whom(words, names);
    word_on_day(word, day);
    word_on_the_same_day(word);
    texts_open(count);
    surveys_open(count);
    calls_open(count);
    bounties_open(count);

    // What happened, in sentences.
    BY_CONSENSUS_WITHOUT_VOTES;
    BY_THE_LEAD;
    DAY_UNKNOWN;
    ONE_VOTE_AGAINST_IT;
    ONE_VOTE_FOR_IT;
    ON_A_DAY_UNKNOWN;
    OUTCOME_NOT_RECORDED;
    WAS_CARRIED_OUT_ON_A_DAY_UNKNOWN;
    WAS_CARRIED_OUT;
    WAS_CARRIED_OUT_SOME_DAY;
    WAS_HELD;
    accepted_it(whom, day, votes);
    agreed_on_nothing(whom, day, votes);
    all_against_it(count);
    all_for_it(count);
    by_whom(name);
    contract_begins(id);
    contract_ends(id);
    found_no_consensus(votes, later);
    headline(record, state);
    on_the_day(day);
    took_its_place(record);
    turned_it_down(whom, day, votes);
    votes_against_votes(no, yes);
    votes_to_votes(yes, no);
    was_carried_out_on(day);
    was_taken_back(day);
    with_abstentions(count);
    moved_to(state, by, note);
    quoted(title);
    record_was_published(record);
    was_cancelled(note);
    was_carried_out_by(record);
    was_decided(state, votes, later);
    was_done(state, by, note);
    was_opened_as(state, by, note);
    was_put_to(group);
    what_and_now(what, now);
    with_day(sentence, day);

    // What somebody can do who wants to help.
    ACTIONS_WITHOUT_OWNER;
    A_DUTY;
    BOUNTIES_TO_CLAIM;
    CAN_PROPOSE_ANYONE;
    NOBODY_IS_ASSIGNED;
    NOTHING_OPEN_FOR_COMMENTS;
    NO_ACTION_WITHOUT_OWNER;
    NO_BOUNTY_TO_CLAIM;
    NO_OPEN_CALL;
    NO_OPEN_ROLE;
    NO_OPEN_SURVEY;
    NO_WORK_FOR_VOLUNTEERS;
    OPEN_CALLS;
    OPEN_FOR_COMMENTS;
    OPEN_SURVEYS;
    PROPOSE_SOMETHING;
    STALLED;
    WHAT_HAPPENS_THEN;
    WORK_FOR_VOLUNTEERS;
    all_of_kind(kind);
    can_propose(whom);
    nobody_has_yet(items);
    it_takes(what);

    // Actions, mentions and the inventory.
    ABOUT_THIS;
    ANSWERS_IT;
    DEPENDS_ON_IT;
    EVIDENCE_LINK;
    FIRST_ADMIN_RECORDED;
    NO_AREA;
    ON_THE_AGENDA;
    OPEN_ACTION;
    OPERATOR_RECORDED;
    OWNER_RECORDED;
    PART_OF_A_GOAL;
    SECOND_ADMIN_RECORDED;
    SUPERSEDES_IT;
    TAKEN_THERE;
    WAS_DONE;
    due(day, distance);
    due_and_late(day, time);
    open_for(time);
    the_meeting_of(day);

    // What is not known, for readers.
    MONEY_AND_CONTRACTS;
    NOT_RECORDED_ANYWHERE;
    PEOPLE_AND_SEATS;
    SERVICES_AND_ACCESS;
    SETTINGS_OF_THE_SITE;
    THE_BOARD;
    THE_GROUP;
    WHAT_WAS_SAID;
    WHOEVER_LOOKS_AFTER_IT;
    WHOEVER_RUNS_IT;
    WHOEVER_TOOK_THE_MINUTES;
    not_recorded_other(what);
    not_known_of(things, records);
    promises_checked_by_programs(checked);
    NONE_BROKEN;
    broken_today(today);
    broken_before(before);
    broken_today_and_before(today, before);
    of_people(number, in_words);

    // The editors' room.
    ANYWHERE_ELSE;
    FOR_EDITORS;
    KEYS;
    RULES;
    findings_in(record);
    findings_for_editors(findings);

    // Findings, rules and clauses.
    ACCEPTED_BY_A_WAIVER;
    BEFORE_THE_CHANGE;
    ERRORS;
    FLAGGED;
    KNOWN;
    NOT_FLAGGED;
    WARNINGS;
    WHAT_THE_AUTHOR_READS;
    in_all(count);

    // Links that lead nowhere.
    LINK_LEADS_OUT;
    LINK_MALFORMED;
    LINK_TO_NO_SECTION;
    link_to_nothing(path);
    link_to_unpublished(path);
    HOLDER_BOARD;
    HOLDER_CONTRACTOR;
    HOLDER_GROUP;
    HOLDER_OPERATOR;
    HOLDER_WORKING_GROUP;
    MORE_ELSE;
    at_least(value);
    at_most(value);
    day_and_time(day, time);
    tasks_without_owner(tasks);
    TODAY;
    YESTERDAY;
    TOMORROW;
    for_days(number);
    for_months(number);
    for_years(number);
    days_ago(number);
    months_ago(number);
    years_ago(number);
    in_days(number);
    in_months(number);
    in_years(number);
    GROUP_MARK;
    DECIMAL_MARK;
    period_between(from, to);
    period_since(from);
    period_until(to);
    PERIOD_UNKNOWN;
    long_day(day, month, year);
    short_date(day, month, year);
    value_in_month(value, month, year);
    JANUARY;
    FEBRUARY;
    MARCH;
    APRIL;
    MAY;
    JUNE;
    JULY;
    AUGUST;
    SEPTEMBER;
    OCTOBER;
    NOVEMBER;
    DECEMBER;
    SHORT_JANUARY;
    SHORT_FEBRUARY;
    SHORT_MARCH;
    SHORT_APRIL;
    SHORT_MAY;
    SHORT_JUNE;
    SHORT_JULY;
    SHORT_AUGUST;
    SHORT_SEPTEMBER;
    SHORT_OCTOBER;
    SHORT_NOVEMBER;
    SHORT_DECEMBER;
    MONDAY;
    TUESDAY;
    WEDNESDAY;
    THURSDAY;
    FRIDAY;
    SATURDAY;
    SUNDAY;
    services_counted(services);
    services_and_empty(services, empty);
    was_held_by(people);
    took_part_of(present, eligible);
    took_part_of_so_far(present, eligible);
    took_part(present);
    took_part_so_far(present);
    quorum_is_needed(turnout, quorum);
    quorum_was_needed(turnout, quorum);
    number_in_words(number);
    have_voted_of(voted, in_words, members);
    have_voted(voted, in_words);
    NOBODY_HAS_VOTED;
    voted_so_far_and_must(voted, quorum);
    voted_so_far_only(voted);
    was_at(present, held, group, from);
    approvals_count(people, asked);
    approvals_counted(people, asked);
    approvals_count_from(people, affiliations, asked, least);
    approvals_counted_from(people, affiliations, asked, least);
    THE_DUTY_IS_HELD;
    all_duties_held(all);
    duties_held_of(held, all);
    seconds(value, shown);
    minutes(value, shown);
    hours(value, shown);
    days_of_level(value, shown);
}

// What a tally needs, while the decision is open and afterwards.
pub(super) const APPROVALS_COUNTED: [Word; 2] = [APPROVALS_COUNTED_OPEN, APPROVALS_COUNTED_THEN];
pub(super) const CONSENSUS_NEEDED: [Word; 2] = [CONSENSUS_NEEDED_OPEN, CONSENSUS_NEEDED_THEN];
pub(super) const DUTY_DECIDES: [Word; 2] = [DUTY_DECIDES_OPEN, DUTY_DECIDES_THEN];
pub(super) const LEAD_DECIDES: [Word; 2] = [LEAD_DECIDES_OPEN, LEAD_DECIDES_THEN];
pub(super) const MAJORITY_NEEDED: [Word; 2] = [MAJORITY_NEEDED_OPEN, MAJORITY_NEEDED_THEN];
pub(super) const SILENCE_IS_CONSENT: [Word; 2] = [SILENCE_IS_CONSENT_OPEN, SILENCE_IS_CONSENT_THEN];
pub(super) const TWO_THIRDS_NEEDED: [Word; 2] = [TWO_THIRDS_NEEDED_OPEN, TWO_THIRDS_NEEDED_THEN];

/// In a sentence what is not known where the rule `name` misses it.
pub(super) fn not_recorded_rule(name: &str) -> &'static str {
    maybe(&format!("missing-{name}")).unwrap_or_else(|| NOT_RECORDED_ANYWHERE.text())
}

/// In a sentence what is not known where a record of `kind` states it of `key`.
pub(super) fn not_recorded_key(kind: &str, key: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let sentence = maybe(&format!("unknown-{kind}-{last}")).or_else(|| maybe(&format!("unknown-{last}")));
    sentence.map_or_else(|| not_recorded_other(label_of_key(key)), str::to_owned)
}

/// A key as a label for readers: `Notice days`. In another language than English as its column is called, where it has one.
pub(super) fn label_of_key(key: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let label = || maybe(&last.to_uppercase()).or_else(|| maybe(&format!("key-{last}")));
    match spoken().tag() == Language::FIRST {
        true => capitalised(&key.replace(['_', '.'], " ")),
        false => label().map_or_else(|| capitalised(&key.replace(['_', '.'], " ")), str::to_owned),
    }
}

/// A key within a sentence: `conflict of interest`. In another language than English as [`label_of_key`] has it.
pub(super) fn label_in_a_sentence(key: &str) -> String {
    match spoken().tag() == Language::FIRST {
        true => key.replace(['_', '.'], " "),
        false => label_of_key(key),
    }
}

/// A word of the front matter within a sentence: `working group`, `sub-group`.
pub(super) fn spelled(word: &str) -> String {
    maybe(&format!("value-{word}")).map_or_else(|| word.replace('-', " "), str::to_owned)
}

/// An amount of money: `1,234.50 EUR`.
pub(super) fn amount(money: Money) -> String {
    let written = money.to_string();
    let (number, currency) = written.split_once(' ').unwrap_or((&written, ""));
    format!("{} {currency}", with_marks(number))
}

/// A number as it is measured: `99.5`.
pub(super) fn decimal(number: f64) -> String {
    with_marks(&number.to_string())
}

/// A number that is written with commas between groups of digits and a point, with the marks of the language.
fn with_marks(number: &str) -> String {
    let mark = |letter: char| match letter {
        ',' => GROUP_MARK.to_string(),
        '.' => DECIMAL_MARK.to_string(),
        letter => letter.to_string(),
    };
    number.chars().map(mark).collect()
}

/// `A program checks 41 promises; 3 are broken today, 5 were before. Twelve no program can check.`
pub(super) fn promises_kept(checked: usize, today: usize, before: usize, of_people: usize) -> String {
    let mut words = promises_checked_by_programs(checked);
    words.push_str(&match (today, before) {
        (0, 0) => NONE_BROKEN.to_string(),
        (today, 0) => broken_today(today),
        (0, before) => broken_before(before),
        (today, before) => broken_today_and_before(today, before),
    });
    if of_people > 0 {
        words.push(' ');
        words.push_str(&self::of_people(of_people, capitalised(&number(of_people))));
    }
    words
}

/// How a record speaks of another, for keys that say more than that it does.
pub(super) const MENTIONS: &[(&str, Word)] = &[
    ("about", ABOUT_THIS),
    ("agenda.about", ON_THE_AGENDA),
    ("decisions", TAKEN_THERE),
    ("depends_on", DEPENDS_ON_IT),
    ("goal.items", PART_OF_A_GOAL),
    ("meeting", TAKEN_THERE),
    ("proposals", ANSWERS_IT),
    ("supersedes", SUPERSEDES_IT),
];

/// A value of a service level with its unit: `8 hours`, `99.5 %`.
pub(super) fn measured(value: f64, unit: &str) -> String {
    let shown = decimal(value);
    match unit {
        "s" => seconds(value, shown),
        "min" | "m" => minutes(value, shown),
        "h" => hours(value, shown),
        "d" => days_of_level(value, shown),
        unit => format!("{shown} {unit}"),
    }
}

/// `12 days ago`, `today`, `in 3 days`.
pub(super) fn distance(days_ago: i64) -> String {
    match days_ago {
        0 => TODAY.to_string(),
        1 => YESTERDAY.to_string(),
        -1 => TOMORROW.to_string(),
        days if days > 0 => in_units(days, [self::days_ago, months_ago, years_ago]),
        days => in_units(-days, [in_days, in_months, in_years]),
    }
}

/// `12 days`, `7 months`, `4 years`: in the unit in which people would say it.
pub(super) fn duration(days: i64) -> String {
    in_units(days, [for_days, for_months, for_years])
}

/// As many `days` in the words for days, months or years.
fn in_units(days: i64, [in_days, in_months, in_years]: [fn(i64) -> String; 3]) -> String {
    match days {
        ..60 => in_days(days),
        60..730 => in_months(days / 30),
        _ => in_years(days / 365),
    }
}

/// `11 May 2021 to 25 May 2021`.
pub(super) fn period(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => period_between(long_date(from), long_date(to)),
        (Some(from), None) => period_since(long_date(from)),
        (None, Some(to)) => period_until(long_date(to)),
        (None, None) => PERIOD_UNKNOWN.to_string(),
    }
}

const MONTHS: [(Word, Word); 12] = [
    (JANUARY, SHORT_JANUARY),
    (FEBRUARY, SHORT_FEBRUARY),
    (MARCH, SHORT_MARCH),
    (APRIL, SHORT_APRIL),
    (MAY, SHORT_MAY),
    (JUNE, SHORT_JUNE),
    (JULY, SHORT_JULY),
    (AUGUST, SHORT_AUGUST),
    (SEPTEMBER, SHORT_SEPTEMBER),
    (OCTOBER, SHORT_OCTOBER),
    (NOVEMBER, SHORT_NOVEMBER),
    (DECEMBER, SHORT_DECEMBER),
];

/// `March`, the month of `date`.
pub(super) fn month_name(date: Date) -> Word {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1].0
}

/// `Mar`, the same where there is little room.
pub(super) fn short_month(date: Date) -> Word {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1].1
}

/// `Tuesday`, the day of the week.
pub(super) fn weekday(date: Date) -> Word {
    const DAYS: [Word; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];
    DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// `4 March 2026`.
pub(super) fn long_date(date: Date) -> String {
    long_day(date.day(), month_name(date), date.year())
}

/// `4 Mar 2026`: as much as a box of a picture has room for.
pub(super) fn short_day(date: Date) -> String {
    short_date(date.day(), short_month(date), date.year())
}

/// `99.9 % in May 2026`.
pub(super) fn in_month(value: &str, month: Date) -> String {
    value_in_month(value, month_name(month), month.year())
}

/// `3 services, 4 responsibilities without a name`.
pub(super) fn services_and_chairs(services: usize, empty: usize) -> String {
    match empty {
        0 => services_counted(services),
        empty => services_and_empty(services, empty),
    }
}

/// `7 of 11 members took part; 6 were needed`.
pub(super) fn turnout(present: usize, eligible: Option<usize>, quorum: Option<u32>, is_open: bool) -> String {
    let turnout = match (eligible, is_open) {
        (Some(eligible), true) => took_part_of_so_far(present, eligible),
        (Some(eligible), false) => took_part_of(present, eligible),
        (None, true) => took_part_so_far(present),
        (None, false) => took_part(present),
    };
    match quorum {
        Some(quorum) if is_open => quorum_is_needed(turnout, quorum),
        Some(quorum) => quorum_was_needed(turnout, quorum),
        None => turnout,
    }
}

/// Numbers up to twelve as they are within a sentence.
pub(super) fn number(number: usize) -> String {
    number_in_words(number)
}

/// `One of five has voted; at least three must.`
pub(super) fn voted_so_far(voted: usize, members: Option<usize>, quorum: Option<u32>) -> String {
    let of = match members {
        Some(members) => have_voted_of(voted, number(voted), number(members)),
        None if voted == 0 => NOBODY_HAS_VOTED.to_string(),
        None => have_voted(voted, number(voted)),
    };
    let of = capitalised(&of);
    match quorum {
        Some(quorum) => voted_so_far_and_must(of, number(quorum as usize)),
        None => voted_so_far_only(of),
    }
}

/// `Was at 4 of 6 meetings of “The board” since 1 May 2026, of those that list who was there.`
pub(super) fn attended(present: usize, held: usize, group: &str, from: String) -> String {
    was_at(present, held, group, from)
}

/// `3 approvals count; 2 are asked for.`
pub(super) fn approvals<'a>(people: usize, asked: impl Into<FluentValue<'a>>, is_over: bool) -> String {
    if is_over { approvals_counted(people, asked) } else { approvals_count(people, asked) }
}

/// `3 approvals from 2 affiliations count; 3 from at least 2 are asked for.`
pub(super) fn approvals_of<'a>(
    people: usize,
    affiliations: usize,
    asked: impl Into<FluentValue<'a>>,
    least: impl Into<FluentValue<'a>>,
    is_over: bool,
) -> String {
    match is_over {
        true => approvals_counted_from(people, affiliations, asked, least),
        false => approvals_count_from(people, affiliations, asked, least),
    }
}

/// `3 of 5 duties have a holder.`
pub(super) fn duties_held(held: usize, all: usize) -> String {
    match all {
        1 if held == 1 => THE_DUTY_IS_HELD.to_string(),
        all if held == all => all_duties_held(all),
        all => duties_held_of(held, all),
    }
}

/// `2 of 5 goals done; 3 of 7 matters settled.`
pub(super) fn goals_over(goals: &str, over: usize, matters: usize) -> String {
    match matters {
        0 => goals_only(goals),
        matters => goals_and_matters(goals, over, matters),
    }
}

/// The messages that a script fills in, which gets them with braces: `{n} of {all} shown`.
const OF_SCRIPTS: [&str; 6] =
    ["shown", "shown_of_part", "found_corrected", "found_records", "found_records_at_least", "found_without"];

/// A phrase as a template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Phrase {
    Whole(String),
    /// What is around what the template fills in, in order; one more than that is: `words.as_of[0]`, `words.as_of[1]`.
    Pieces(Vec<String>),
}

/// The phrases of the templates in `language` by their names, which are in small letters.
pub(super) fn for_templates(language: &'static Language) -> BTreeMap<&'static str, Phrase> {
    let is_for_templates = |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let first = Language::of(Language::FIRST).names().filter(is_for_templates);
    first.map(|name| (name, phrase(name, language.text(name).unwrap_or_default()))).collect()
}

/// The message `name` where `text` is how it stands in the catalogue, with `{$day}` where a day is filled in.
fn phrase(name: &str, text: &str) -> Phrase {
    if OF_SCRIPTS.contains(&name) {
        return Phrase::Whole(text.replace("{$", "{"));
    }
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some((before, after)) = rest.split_once("{$") {
        pieces.push(before.to_owned());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    if pieces.is_empty() {
        return Phrase::Whole(text.to_owned());
    }
    pieces.push(rest.to_owned());
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
    fn the_templates_find_every_phrase_in_pieces_where_they_fill_it_in() {
        let phrases = for_templates(Language::of("en"));
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
        assert_eq!(phrase("as_of", "As of {$day}."), Phrase::Pieces(vec!["As of ".to_owned(), ".".to_owned()]));
        assert_eq!(phrase("shown", "{$n} of {$all}"), Phrase::Whole("{n} of {all}".to_owned()));
    }

    /// What begins the names of families of messages, of which the code asks by a name of the record or a rule.
    const FAMILIES: [&str; 5] = ["key-", "missing-", "said-", "unknown-", "value-"];

    #[test]
    fn every_message_is_asked_for_and_every_one_that_is_asked_for_is_there() {
        let declared: BTreeSet<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        assert_eq!(declared.len(), NAMES.len(), "names are unique");
        let messages: BTreeSet<&str> = Language::of(Language::FIRST).names().collect();
        assert_eq!(declared.difference(&messages).collect::<Vec<_>>(), Vec::<&&str>::new());
        let asked: BTreeSet<String> = asked().into_iter().map(|(name, _)| name).collect();
        let is_used = |name: &&str| {
            declared.contains(*name) || asked.contains(*name) || FAMILIES.iter().any(|family| name.starts_with(family))
        };
        assert_eq!(messages.iter().filter(|name| !is_used(name)).collect::<Vec<_>>(), Vec::<&&str>::new());
        let rules = crate::check::rules::names();
        let of_rules = messages.iter().filter_map(|name| name.strip_prefix("missing-"));
        assert_eq!(of_rules.filter(|name| !rules.contains(name)).collect::<Vec<_>>(), Vec::<&str>::new());
    }

    /// Begins the names of messages for the words of the built-in profiles, which are in English themselves.
    const OF_PROFILES: &str = "profile-";

    /// What is filled into the message `name`, each once and in the order of its first place, by the text of its catalogue.
    fn variables(catalogue: &str) -> BTreeMap<&str, Vec<&str>> {
        let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut name = "";
        for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
            if let Some((start, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                name = start;
            }
            let found = all.entry(name).or_default();
            for rest in line.split('$').skip(1) {
                let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
                let variable = &rest[..end.unwrap_or(rest.len())];
                if !found.contains(&variable) {
                    found.push(variable);
                }
            }
        }
        all.remove("");
        all
    }

    #[test]
    fn every_language_has_every_message_with_what_is_filled_into_it() {
        let catalogues = [include_str!("words/en.ftl"), include_str!("words/de.ftl")];
        assert_eq!(catalogues.len(), Language::tags().count());
        let [first, others @ ..] = catalogues.map(variables);
        let declared: BTreeMap<&str, &[&str]> = NAMES.iter().copied().collect();
        for (name, filled) in &first {
            let of_code: BTreeSet<&str> = declared.get(name).into_iter().flat_map(|of| of.iter().copied()).collect();
            let is_plain = filled.iter().all(|variable| of_code.contains(variable));
            assert!(
                is_plain || !declared.contains_key(name),
                "{name} asks for {filled:?}, and the code has {of_code:?}"
            );
        }
        for other in others {
            let names: BTreeSet<&str> = other.keys().copied().filter(|name| !name.starts_with(OF_PROFILES)).collect();
            let expected: BTreeSet<&str> = first.keys().copied().collect();
            assert_eq!(names.symmetric_difference(&expected).collect::<Vec<_>>(), Vec::<&&str>::new());
            for (name, filled) in other.iter().filter(|(name, _)| !name.starts_with(OF_PROFILES)) {
                let (mut is, mut wanted) = (filled.clone(), first[name].clone());
                // The pieces of a template stay where the template has them.
                if declared.contains_key(name) || name.starts_with("said-") {
                    is.sort_unstable();
                    wanted.sort_unstable();
                }
                assert_eq!(is, wanted, "{name}");
            }
        }
    }

    #[test]
    fn a_language_is_that_of_its_region_and_english_where_there_is_none() {
        let table = [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("en-GB", "en"), ("fr", "en"), ("", "en")];
        for (asked, expected) in table {
            assert_eq!(Language::of(asked).tag(), expected, "{asked}");
        }
        assert!(Language::speaks("de-AT") && Language::speaks("en") && !Language::speaks("fr"));
    }

    #[test]
    fn days_numbers_and_sums_are_written_as_the_language_has_them() {
        let day = Date::constant(2026, 5, 12);
        let money = Money::parse("1234.50 EUR").expect("an amount");
        let words = || {
            [
                long_date(day),
                short_day(day),
                distance(21),
                distance(-1),
                measured(99.5, "%"),
                amount(money),
                self::days(1),
            ]
        };
        let english = ["12 May 2026", "12 May 2026", "21 days ago", "tomorrow", "99.5 %", "1,234.50 EUR", "1 day"];
        let german = ["12. Mai 2026", "12. Mai 2026", "vor 21 Tagen", "morgen", "99,5 %", "1.234,50 EUR", "1 Tag"];
        assert_eq!(words(), english);
        assert_eq!(within(Language::of("de"), words), german);
        assert_eq!(words(), english, "the language before is back");
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
