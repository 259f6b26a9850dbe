//! What the page of a record says beside what its author wrote: in sections, in cells, on its meetings and its tally.

use super::catalogue::Word;

phrases! {
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

    // Who something is held for, and bounds of values.
    HOLDER_BOARD;
    HOLDER_CONTRACTOR;
    HOLDER_GROUP;
    HOLDER_OPERATOR;
    HOLDER_WORKING_GROUP;
    MORE_ELSE;
    at_least(value);
    at_most(value);

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

    // What a tally needs, while the decision is open and afterwards.
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

    // Links that lead nowhere.
    LINK_LEADS_OUT;
    LINK_MALFORMED;
    LINK_TO_NO_SECTION;
    link_to_nothing(path);
    link_to_unpublished(path);
}

// The same, as a tally has them: what it needs, while the decision is open and afterwards.
pub(crate) const APPROVALS_COUNTED: [Word; 2] = [APPROVALS_COUNTED_OPEN, APPROVALS_COUNTED_THEN];
pub(crate) const CONSENSUS_NEEDED: [Word; 2] = [CONSENSUS_NEEDED_OPEN, CONSENSUS_NEEDED_THEN];
pub(crate) const DUTY_DECIDES: [Word; 2] = [DUTY_DECIDES_OPEN, DUTY_DECIDES_THEN];
pub(crate) const LEAD_DECIDES: [Word; 2] = [LEAD_DECIDES_OPEN, LEAD_DECIDES_THEN];
pub(crate) const MAJORITY_NEEDED: [Word; 2] = [MAJORITY_NEEDED_OPEN, MAJORITY_NEEDED_THEN];
pub(crate) const SILENCE_IS_CONSENT: [Word; 2] = [SILENCE_IS_CONSENT_OPEN, SILENCE_IS_CONSENT_THEN];
pub(crate) const TWO_THIRDS_NEEDED: [Word; 2] = [TWO_THIRDS_NEEDED_OPEN, TWO_THIRDS_NEEDED_THEN];

/// How a record speaks of another, for keys that say more than that it does.
pub(crate) const MENTIONS: &[(&str, Word)] = &[
    ("about", ABOUT_THIS),
    ("agenda.about", ON_THE_AGENDA),
    ("decisions", TAKEN_THERE),
    ("depends_on", DEPENDS_ON_IT),
    ("goal.items", PART_OF_A_GOAL),
    ("meeting", TAKEN_THERE),
    ("proposals", ANSWERS_IT),
    ("supersedes", SUPERSEDES_IT),
];

/// `2 of 5 goals done; 3 of 7 matters settled.`
pub(crate) fn goals_over(goals: &str, over: usize, matters: usize) -> String {
    match matters {
        0 => goals_only(goals),
        matters => goals_and_matters(goals, over, matters),
    }
}
