//! A profile as its file spells it, before its words are looked up.
//!
//! ```toml
//! name = "ours"
//! extends = "llvm-iwg"
//!
//! [kind.sow]
//! stalled_after_days = { discussion = 90 }
//!
//! [[kind.sow.transition]]
//! from = "discussion"
//! to = "costed"
//! by = "iwg"
//! needs = [{ elapsed = { from = "comment.opens", days = 21 } }, { field = "cost" }]
//! ```

use super::{Means, Phase, RuleLevel};
use crate::fields::{Field, KeySort, List, Map, OneOf};
use crate::table;
use crate::text::{Date, Span};

/// One word or a list of them.
pub(super) type Words = OneOf<String, List<String>>;

/// A number of people, or a share of those who are there.
pub(super) type CountOrShare = OneOf<u32, WrittenShare>;

/// The words with their places; none when the key is absent.
pub(super) fn words(field: &Field<Words>) -> Vec<(&str, Span)> {
    field.span().zip(field.get()).map_or(Vec::new(), |(span, words)| spread(words, span))
}

/// The words of a value that stands at `span`.
pub(super) fn spread(words: &Words, span: Span) -> Vec<(&str, Span)> {
    match words {
        OneOf::First(word) => vec![(word, span)],
        OneOf::Second(words) => words.iter().map(|word| (word.value.as_str(), word.span)).collect(),
    }
}

table! {
    /// A workflow profile.
    Written {
        /// What other profiles call it.
        Required name: String,
        /// The profile that it builds on, and wins over.
        Optional extends: String,
        /// Further profiles that it wins over where they say something else.
        Optional wins_over: List<String>,
        /// The bodies that it speaks of, by their word.
        Optional body: Map<WrittenBody>,
        /// The workflows, by the kind of record.
        Optional kind: Map<WrittenKind>,
        /// What is asked beyond the steps.
        Optional require: WrittenRequirements,
        /// What is asked of the groups of a type.
        Optional group: Map<WrittenGroup>,
        /// Levels of rules, by the rule's name.
        Optional levels: Map<RuleLevel>,
        /// What the group has agreed on, clause by clause, by the clause's name.
        Optional clause: Map<WrittenClause>,
    }
}

table! {
    /// One thing that the group has agreed on.
    WrittenClause {
        /// Where it stands: `IWG page, Day-to-day work, step 2`.
        Required source: String,
        /// What it says, in our words.
        Required says: String,
        /// The rules that enforce it.
        Optional rules: List<String>,
        /// The kinds of record that it speaks of; all, when absent.
        Optional about: List<String>,
        /// Why a person has to look after it, or after what the rules leave of it.
        Optional person: String,
        /// The requirements of this profile that come from it, by their keys.
        Optional requires: List<String>,
    }
}

table! {
    /// A body that holds matters and takes steps.
    WrittenBody {
        /// What a sentence calls it: `the board`.
        Required title: String,
        /// The type of its group.
        Optional r#type: String,
        /// Whether it is the group that the record belongs to; with a type, the nearest one of that type from there upwards.
        Optional of_record: bool,
    }
}

table! {
    /// The workflow of one kind.
    WrittenKind {
        /// Whether the profiles beneath say nothing on this kind.
        Optional replaces: bool,
        /// What this site calls one of them.
        Optional title: String,
        /// What this site calls many of them.
        Optional plural: String,
        /// The folder of its records, where not the one that the kind has everywhere.
        Optional folder: String,
        /// What their ids begin with: with `RULE`, a text that says RULE-7 has a link.
        Optional prefix: String,
        /// How their files are named, one pattern or several: `rule-{number}.md`.
        Optional name: Words,
        /// Keys that the group gives its records beside those that everybody has, by their names.
        Optional key: Map<WrittenKey>,
        /// Whether the state follows from other fields than events.
        Optional derived: bool,
        /// The states on the good path in order, then the ended ones.
        Optional states: List<WrittenState>,
        /// The state of a new record.
        Optional initial: String,
        /// The states in which nobody needs to act any more.
        Optional terminal: List<String>,
        /// Who holds each state: the first that leads to somebody.
        Optional holder: Map<Words>,
        /// After how many days a state counts as stalled.
        Optional stalled_after_days: Map<u32>,
        /// The sections that a state needs beyond those of the earlier ones, or `all`.
        Optional sections: Map<Words>,
        /// The fields that a state needs beyond those of the earlier ones.
        Optional fields: Map<Words>,
        /// Every section that the text can have, in order.
        Optional outline: List<WrittenSection>,
        /// The legal steps.
        Optional transition: List<WrittenTransition>,
    }
}

table! {
    /// A key of the group's own.
    WrittenKey {
        /// What it takes.
        Required is: KeySort,
        /// What it means, in one sentence.
        Required meaning: String,
        /// What readers see beside its value, where the key with its first letter large does not do.
        Optional title: String,
        /// The words that a text may be; any, when absent.
        Optional one_of: List<String>,
        /// The kinds of the records that a reference leads to; any, when absent.
        Optional to: Words,
        /// Whether it takes a list of such values.
        Optional list: bool,
    }
}

table! {
    /// One state.
    WrittenState {
        /// As events spell it.
        Required name: String,
        /// In words, where the name with spaces for hyphens does not do.
        Optional label: String,
        /// What rules and pages take it for, whatever its name.
        Optional means: Means,
        /// What it is, in one sentence.
        Optional meaning: String,
        /// The mark under which a reader sees it, where not the one that its meaning has.
        Optional phase: Phase,
        /// The state that it follows, where a profile adds it to those beneath.
        Optional after: String,
        /// Whether the text goes on being kept where the matter is over.
        Optional kept_up: bool,
        /// The field with the last day for what is to come in this state; where no profile names one, the end of the time to
        /// comment that the state asks for.
        Optional deadline: String,
    }
}

table! {
    /// One section of the text.
    WrittenSection {
        /// The heading.
        Required title: String,
        /// What stands in it, in one sentence.
        Required guidance: String,
    }
}

table! {
    /// One legal step.
    WrittenTransition {
        /// The states that it leads out of; `any` for all that are not terminal; absent for the step that begins a record.
        Optional from: Words,
        /// The state that it leads to.
        Required to: String,
        /// Who may take it: `anyone`, bodies, fields, roles.
        Required by: Words,
        /// What must hold on the day.
        Optional needs: List<WrittenNeed>,
        /// What happens, in words.
        Optional label: String,
        /// The clauses behind it, by their names; or one in words, with its source.
        Optional clause: Words,
        /// The first day on which it applies.
        Optional since: Date,
        /// The day from which it does not apply any more.
        Optional until: Date,
    }
}

table! {
    /// One piece of evidence: exactly one of the guards, and words for it.
    WrittenNeed {
        /// A section of the text, by its heading.
        Optional section: String,
        /// A field that is given.
        Optional field: String,
        /// What the field says, one of these.
        Optional is: Words,
        /// A field that holds a link.
        Optional link: String,
        /// A decision about the record.
        Optional decision: WrittenDecision,
        /// Approvals by different people.
        Optional approvals: WrittenApprovals,
        /// Days since the date in a field.
        Optional elapsed: WrittenElapsed,
        /// How many items a field has.
        Optional count: WrittenCount,
        /// A list all of whose items are met.
        Optional all_met: String,
        /// The order of two dates.
        Optional before: WrittenBefore,
        /// The state of another record.
        Optional state: WrittenOtherState,
        /// Who agreed, by a list of those who did.
        Optional agreed: WrittenAgreed,
        /// An exception, and what holds else.
        Optional unless: WrittenUnless,
        /// Several pieces of evidence, one of which is enough.
        Optional any: List<WrittenNeed>,
        /// What is missing, in words, where the usual ones do not do.
        Optional says: String,
        /// What to do about it, in words, where the usual ones do not do.
        Optional help: String,
        /// The clause behind this piece, by its name, where the step rests on several.
        Optional clause: Words,
        /// The first day of steps that need it, where it was agreed on later than the step.
        Optional since: Date,
    }
}

table! {
    /// What a decision must be like.
    WrittenDecision {
        /// Its kind.
        Optional kind: String,
        /// The body that took it.
        Optional group: String,
        /// How it ended; accepted, when absent. `any` for any end.
        Optional outcome: String,
        /// How it was taken.
        Optional mode: String,
        /// Whether only the one counts that the event names.
        Optional named: bool,
    }
}

table! {
    /// How many approvals.
    WrittenApprovals {
        /// By so many people, or by a share of those whose approvals count.
        Required count: CountOrShare,
        /// From so many affiliations.
        Optional affiliations: u32,
        /// Whose approvals count: bodies and roles; everybody's, when absent.
        Optional by: Words,
        /// Whose approvals do not count, by the fields that name them.
        Optional except: Words,
        /// Whether only those count that were given since the record entered the state that the step leaves.
        Optional fresh: bool,
    }
}

table! {
    /// A part of a group that depends on its size: exactly one of these.
    WrittenShare {
        /// So many of a hundred, rounded up to whole people.
        Optional percent: u32,
        /// More than so many of a hundred.
        Optional more_than_percent: u32,
        /// Everybody without so many.
        Optional all_but: u32,
    }
}

table! {
    /// A stretch of days.
    WrittenElapsed {
        /// The field with the first day.
        Required from: String,
        /// How many days.
        Required days: u32,
        /// Whether only the days count since the record came into the state that the step leaves.
        Optional fresh: bool,
    }
}

table! {
    /// A number of items.
    WrittenCount {
        /// The list.
        Required field: String,
        /// No fewer than these.
        Optional at_least: u32,
        /// No more than these.
        Optional at_most: u32,
        /// The key by which two items are the same one.
        Optional distinct: String,
        /// At least one of them is one of these, or a member: bodies, roles, fields.
        Optional with: Words,
        /// Which of them count.
        Optional only: WrittenOnly,
    }
}

table! {
    /// Which items of a list count.
    WrittenOnly {
        /// A key of the items.
        Required key: String,
        /// What an item that counts says there.
        Required is: Words,
    }
}

table! {
    /// Whose agreement is on record.
    WrittenAgreed {
        /// The list of those who agreed: groups, people, contractors, or the decisions by which groups did.
        Required field: String,
        /// Each of these has to be there, or a member: bodies, roles, fields.
        Required by: Words,
        /// The field that names services: the contractors that run them have to be there too.
        Optional runs: String,
    }
}

table! {
    /// An order of two dates.
    WrittenBefore {
        /// The field with the earlier one.
        Required first: String,
        /// The field with the later one.
        Required then: String,
    }
}

table! {
    /// The state of a record that a field refers to.
    WrittenOtherState {
        /// The field.
        Required of: String,
        /// One of these states.
        Required is: Words,
    }
}

table! {
    /// An exception.
    WrittenUnless {
        /// The field that makes the exception.
        Required field: String,
        /// What it says then; absent when it is enough that it is given.
        Optional is: Words,
        /// What holds else.
        Required needs: List<WrittenNeed>,
    }
}

table! {
    /// What is asked beyond the steps.
    WrittenRequirements {
        /// Days for the public to comment.
        Optional comment_days: u32,
        /// Days from the award until prices are public.
        Optional price_disclosure_days: u32,
        /// People who can administer a service.
        Optional min_admins: u32,
        /// Days after which any state counts as stalled, where it says nothing itself.
        Optional stalled_after_days: u32,
        /// Indicators of the service levels of a contractor's services.
        Optional required_slo: List<String>,
        /// Bodies for which somebody holds root access.
        Optional root_holders: List<String>,
        /// Bodies that may sign contracts.
        Optional signers: List<String>,
        /// The first day of contracts that come from a request for proposal.
        Optional requests_since: Date,
        /// Whether a contractor's page says how to part with it.
        Optional exit_plan: bool,
        /// Whether every contract can be ended at once.
        Optional terminable_at_will: bool,
        /// Whether volunteers and bounties need a reason for the way too, and not only a contractor.
        Optional reason_for_each_way: bool,
        /// Whether a contractor documents in public what it runs.
        Optional contractor_documentation: bool,
        /// Whether services belong to the group or to people who answer for them, and to no company that runs them.
        Optional owned_by_group: bool,
        /// The areas of services that the group answers for.
        Optional scope: List<String>,
        /// Days before its end from which a contract needs a word on what follows.
        Optional contract_notice_days: u32,
        /// Days after which parting with a contractor is tried again.
        Optional exit_test_days: u32,
        /// The oldest that the last result of a service level may be.
        Optional slo_result_days: u32,
        /// Days after which the entry of a service is looked through again.
        Optional review_days: u32,
        /// Days from a meeting until its minutes are published.
        Optional minutes_days: u32,
        /// Whether minutes are published before the group meets again.
        Optional minutes_before_next: bool,
        /// Days from a decision until it is carried out.
        Optional execution_days: u32,
        /// Days after which approved money that nobody used is asked for again.
        Optional approval_lapse_days: u32,
        /// Open actions and matters that one person can hold.
        Optional max_open_per_person: u32,
        /// Days ahead that a roadmap covers.
        Optional roadmap_ahead_days: u32,
        /// Days from one survey to the next.
        Optional survey_every_days: u32,
        /// Days from the end of a survey until its results are published.
        Optional survey_results_days: u32,
        /// The largest share of what is pledged that comes from one donor.
        Optional max_donor_percent: u32,
        /// Days from the fulfilment of a pledge until its donor is told what came of it.
        Optional donor_report_days: u32,
        /// Days that work is old before it is brought in.
        Optional project_age_days: u32,
        /// Days after the last day of a comment window or a vote until somebody says what came of it.
        Optional deadline_days: u32,
        /// Days that a record is blocked without a place where the wait can be followed.
        Optional blocked_days: u32,
        /// Days after a decision without an answer until whoever has the final say gives one.
        Optional final_say_days: u32,
        /// Days for which a pledge that has come counts in the share of its donor.
        Optional donor_share_days: u32,
        /// Meetings in a row at which a member was neither present nor excused, until somebody asks.
        Optional absent_meetings: u32,
        /// Agendas in a row on which a point stands without a step, until somebody asks.
        Optional carried_over_times: u32,
        /// Days before and after a conference in which its report is published.
        Optional conference_report_days: u32,
        /// Days by which a meeting can be moved and still be the one that was announced.
        Optional meeting_moved_days: u32,
        /// Reports that are due, and how often.
        Optional reports: List<WrittenReport>,
        /// Words that the group avoids, each with the word that it prefers.
        Optional terms: Map<String>,
    }
}

table! {
    /// What is asked of the groups of a type.
    WrittenGroup {
        /// How many seats of each sort.
        Optional seats: List<WrittenSeat>,
        /// How many people have a role, and how they come to it.
        Optional roles: List<WrittenRole>,
        /// How it decides, by stretches of time.
        Optional decisions: List<WrittenDecisionRule>,
        /// How often it meets, by stretches of time.
        Optional meetings: List<WrittenMeetingRule>,
        /// Meetings in person a year.
        Optional in_person_per_year: u32,
        /// No fewer members than these.
        Optional min_members: u32,
        /// No more members than these.
        Optional max_members: u32,
        /// Whether the number of members is odd.
        Optional odd_members: bool,
        /// Whether nobody sits in two groups of this type at a time.
        Optional exclusive: bool,
        /// Days without taking part after which a seat may be declared vacant.
        Optional absence_days: u32,
        /// The largest share of members from one organization.
        Optional max_affiliation_percent: u32,
        /// The duties that somebody has, or a reason why not.
        Optional duties: List<WrittenDuty>,
        /// Whether a duty says since when it is held, by whom it was given, and what it allows.
        Optional duty_delegation: bool,
        /// Whether a duty has a deputy.
        Optional duty_deputies: bool,
        /// Whether the lead gives some duties away.
        Optional duty_spread: bool,
        /// Duties that one person can hold.
        Optional max_duties_per_person: u32,
        /// The role whose holder settles what the others leave open: a tie, several volunteers for a duty.
        Optional final_say: String,
        /// The roles whose holders lead its meetings.
        Optional hosts: List<String>,
        /// Whether a meeting at a conference comes with a report on the past months and the next ones.
        Optional conference_report: bool,
    }
}

table! {
    /// A duty that a group fills.
    WrittenDuty {
        /// What it is called.
        Required area: String,
        /// What whoever has it does, in one sentence.
        Required meaning: String,
        /// Whether it names a way to reach whoever has it.
        Optional contact: bool,
    }
}

table! {
    /// A report that is due.
    WrittenReport {
        /// For whom.
        Required audience: String,
        /// At most so many days after the one before.
        Required every_days: u32,
    }
}

table! {
    /// The seats of one sort.
    WrittenSeat {
        /// The sort.
        Required kind: String,
        /// No fewer than these.
        Optional min: u32,
        /// No more than these.
        Optional max: u32,
        /// As a rule so many.
        Optional usual: u32,
        /// Whether the body that the seat is named after sends whoever has it, so that nobody else proposes them.
        Optional delegated: bool,
    }
}

table! {
    /// A role in the group.
    WrittenRole {
        /// Its word.
        Required role: String,
        /// No fewer than these.
        Optional min: u32,
        /// No more than these.
        Optional max: u32,
        /// The body that proposes them.
        Optional nominated_by: String,
        /// The body that appoints or confirms them.
        Optional confirmed_by: String,
        /// The body that fills a seat that falls vacant before the end of its term.
        Optional vacancy_by: String,
        /// About so many hours a week.
        Optional hours_per_week: u32,
        /// The longest term, in days.
        Optional term_days: u32,
    }
}

table! {
    /// A way of deciding.
    WrittenDecisionRule {
        /// The mode, as decisions spell it.
        Required mode: String,
        /// So many members take part, or a share of them.
        Optional quorum: CountOrShare,
        /// Whether every vote carries a link.
        Optional vote_links: bool,
        /// The mode in which the group settles what it found no answer to.
        Optional last_resort: String,
        /// The first day on which it applies.
        Optional since: Date,
        /// The day from which it does not apply any more.
        Optional until: Date,
        /// The clauses behind it, by their names; or one in words, with its source.
        Optional clause: Words,
    }
}

table! {
    /// A rhythm of meetings.
    WrittenMeetingRule {
        /// The rhythm.
        Optional every_days: u32,
        /// The longest gap.
        Optional at_most_days: u32,
        /// The first day on which it applies.
        Optional since: Date,
        /// The day from which it does not apply any more.
        Optional until: Date,
        /// The clauses behind it, by their names; or one in words, with its source.
        Optional clause: Words,
    }
}
