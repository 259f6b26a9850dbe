//! The pages of the site that are no record: what they are called, and what they say of themselves.

use super::counted::number;
use crate::text::capitalised;

phrases! {
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

    // The preview of a change.
    PREVIEW_CHANGED;
    PREVIEW_MOVED;
    PREVIEW_NEW;
    PREVIEW_CHANGES;
    PREVIEW_NOTHING;
    PREVIEW_RULES;
    PREVIEW_FOUND;
    PREVIEW_FOUND_ALONE;
    PREVIEW_UNBLOCKS;
    PREVIEW_HOLDS_UP;
    PREVIEW_FIXED;
    PREVIEW_FILES;
    FATE_ADDED;
    FATE_CHANGED;
    FATE_MOVED;
    FATE_PUBLISHED;
    FATE_REMOVED;
    FATE_UNPUBLISHED;
    findings_fixed(count);

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
}

/// `A program checks 41 promises; 3 are broken today, 5 were before. Twelve no program can check.`
pub(crate) fn promises_kept(checked: usize, today: usize, before: usize, of_people: usize) -> String {
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
