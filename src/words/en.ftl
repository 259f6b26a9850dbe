### Every word of the interface in English. Another language has a file of its own with the same names and variables.
###
### A name is the one that the code or a template uses. What the code counts or fills in stands in braces; how many of something
### there are chooses between forms of a sentence by the rules of the language. Names of records, people and groups stand as
### they are.

## The preview of a change.

PREVIEW_CHANGED = This page is changed.
PREVIEW_MOVED = The file of this page is moved.
PREVIEW_NEW = This page is new.
PREVIEW_CHANGES = What this change does
preview_since = the change since { $revision }
PREVIEW_NOTHING = The change does nothing to the record.
PREVIEW_RULES = Rules and settings
PREVIEW_FOUND = What was found besides
PREVIEW_FOUND_ALONE = What was found
PREVIEW_UNBLOCKS = What it unblocks
PREVIEW_HOLDS_UP = What it holds up
PREVIEW_FIXED = Fixed
PREVIEW_FILES = Other files
FATE_ADDED = new
FATE_CHANGED = changed
FATE_MOVED = moved
FATE_PUBLISHED = published
FATE_REMOVED = removed
FATE_UNPUBLISHED = no longer published
findings_fixed = { $count } that were found before. They are not quoted, because the change withholds something.

## What a change does to one record, in sentences without a full stop.

FILE_IS_HIDDEN = its file is there, and readers do not see it any more
FILE_WAS_HIDDEN = its file was there, and readers did not see it
NOT_COMPARED = its front matter can be read neither before nor after the change, so its values are not compared
NOT_COMPARED_AFTER = its front matter cannot be read any more, so its values are not compared
NOT_COMPARED_BEFORE = its front matter could not be read before the change, so its values are not compared
REWRITTEN = only how it is written differs: no value and no word
address_leads_to = its address leads to { $id } now
begins_with = it begins: “{ $text }”
begins_as = begins as { $to }: { $verdict }
record_moved = moved from { $from } to { $to }
record_was = was { $was }, is { $is } now
state_changed = state: { $was } → { $is }
state_is = state: { $is }
step_judged = { $from } → { $to }: { $verdict }
step_rests_on_it = a step of { $id } rests on it
still_referred_to = still referred to by { $by }
still_referred_to_and_more = still referred to by { $by } and { $more } more
VERDICT_IN_ORDER = the workflow allows it
VERDICT_INCOMPLETE = the workflow has this step, but what it asks for is missing or wrong
VERDICT_NOT_ALLOWED = the workflow does not allow it
VERDICT_NOT_JUDGED = it cannot be judged
step_lacks = the workflow has this step, but it lacks { $what }
NOT_STATED_HERE = (not stated)

## What becomes of the tasks of a record.

action_closed = action closed: { $what }
action_due = action “{ $what }”: last day
action_opened = action opened: { $what }
action_opened_again = action opened again: { $what }
action_owner = action “{ $what }”: owner
action_reworded = action “{ $was }” reads “{ $is }” now
action_taken_out = action taken out: { $what }
task_until = until { $day }

## What becomes of the values of a record. What it is comes first: the amount, the vote of somebody.

item_added = { $what } added: { $is }
item_gone = { $what } removed
item_removed = { $what } removed: { $was }
items_removed = { $count } { $what } removed
order_of = { $what }: the order
value_changed = { $what } changed from { $was } to { $is }
value_is_now = { $what } is now { $is }
value_taken_out = { $what } taken out
value_taken_out_was = { $what } taken out, was { $was }
value_was = { $what } was { $was }
flag_set = { $what }: { $flag }
flag_not_set = { $what }: not { $flag }
part_of = { $list } of { $item }
part_of_nested = { $list } of { $item },
part_leading_to = { $list } to { $item }
part_in_quotes = { $list } “{ $item }”
part_is = { $part }
part_is_not = not { $part }
part_says = { $part } { $value }
EMPTY_LIST = nothing
SAID_YES = yes
SAID_NO = no
vote_in_place_of = { $vote }, in place of { $earlier }
vote_stood_in_place_of = { $vote }, which stood in place of { $earlier }

## What others wait for, and what comes next.

can_go_on_to = it can go on to { $state } now
no_longer_waits_for = { $record }: no longer waits for { $what }
now_waits_for = { $record }: now waits for { $what }
next_with = next: { $step } (with { $holder })
next_not_before = { $next }; not before { $day }
next_with_and_missing = next: { $step } (with { $holder }); missing: { $missing }
waits_and_ahead = { $waits }; { $ahead }

## What a change does to the rules and the configuration.

less_is_asked = less is asked for: { $what }
more_is_asked = more is asked for: { $what }
more_is_asked_reverse = more is asked for: the reverse of “{ $what }”
rules_unreadable_before = { $path } could not be read before, so what it asks for is not compared
rules_unreadable_now = { $path } cannot be read any more, so what it asks for is not compared
rules_unreadable_throughout = { $path } cannot be read, before and after, so what it asks for is not compared

## How much a change does, in one line.

fate_added = { $count ->
    [one] 1 record added
   *[other] { $count } records added
}
fate_changed = { $count ->
    [one] 1 record changed
   *[other] { $count } records changed
}
fate_moved = { $count ->
    [one] 1 record moved
   *[other] { $count } records moved
}
fate_published = { $count ->
    [one] 1 record published
   *[other] { $count } records published
}
fate_removed = { $count ->
    [one] 1 record removed
   *[other] { $count } records removed
}
fate_unpublished = { $count ->
    [one] 1 record unpublished
   *[other] { $count } records unpublished
}
NO_RECORD_TOUCHED = no record touched
NO_NEW_FINDINGS = no new findings
WITHHOLDS_SOMETHING = the change withholds something, so nothing that it takes out is quoted
errors_to_resolve = { $count ->
    [one] 1 error to resolve
   *[other] { $count } errors to resolve
}
findings_were_there = { $count ->
    [one] 1 finding was there before
   *[other] { $count } findings were there before
}
new_warnings = { $count ->
    [one] 1 new warning
   *[other] { $count } new warnings
}
number_fixed = { $count } fixed
whole_record_moved = the whole record moved from { $from } to { $to }
ROOT_OF_REPOSITORY = the root of the repository
ROOT_OF_RECORD = the root of the record

## The comment on a change, and its page as one file.

ALSO_TOUCHED = Also touched
DOES_NOTHING = Nothing.
DOES_TO_THE_RECORD = What this change does to the record
FINDINGS_ELSEWHERE = Other findings
FINDINGS_ELSEWHERE_IN_FULL = Other findings in full
FINDINGS_GONE = Fixed
FILES_BESIDE = Other files
HOLDS_UP = It holds up
MOVED_FOLDERS = Moved folders
ONLY_REWRITTEN = Only how it is written differs, no value and no word
PLACES_OF_LESS = places where less is asked for
PLACES_OF_MORE = places where more is asked for
RULES_AND_CONFIGURATION = Rules and configuration
RULES_AND_CONFIGURATION_IN_FULL = Rules and configuration in full
TEXT_OF_IT = Text
COUNTED_ACTIONS = actions
COUNTED_FINDINGS = findings
COUNTED_LINKS = links
COUNTED_THINGS = changes
UNBLOCKS = It unblocks
VALUES_BESIDE = values
and_more_of = and { $count } more { $what }
and_more_records = and { $count } more records; `candor diff` shows them all.
change_of_file = { $path } { $fate }
follow_below = { $count } { $what }, which follow below
found_before = { $level } (there before the change)
found_often = { $what }, { $count } times
kind_and_fate = { $record } ({ $kind }, { $fate })
records_moved = { $count ->
    [one] 1 record moved from { $from } to { $to }; their text is as it was
   *[other] { $count } records moved from { $from } to { $to }; their text is as it was
}
records_moved_and_are = { $count ->
    [one] 1 record moved from { $from } to { $to }; each was { $was } and is { $is } now
   *[other] { $count } records moved from { $from } to { $to }; each was { $was } and is { $is } now
}
found_on_each = { $moved }; { $level } on each, as on the first: { $finding }

## What happened to a record or a file, in one word.

fate-added = added
fate-changed = changed
fate-moved = moved
fate-published = published
fate-removed = removed
fate-unchanged = unchanged
fate-unpublished = unpublished

## What the values of a record are called in the sentences of a change, by their keys: one of them where it is a list.

label-about = subject
label-acceptance = acceptance criterion
label-accepted = day of acceptance
label-actions = action
label-admins = admin
label-affiliation = affiliation
label-affiliation-from = first day
label-affiliation-to = last day
label-agenda = agenda item
label-agenda-about = subject
label-agreed_by = agreement
label-agreements = agreement
label-aliases = other name
label-approval = approval
label-assignees = assignee
label-at = beginning
label-award_criteria = award criterion
label-ballot = secret ballot
label-blocked-link = where the wait can be followed
label-blocked-on = what it waits for
label-blocked-since = day since which it waits
label-by_duty = duty on whose authority it is decided
label-cancelled = why it did not take place
label-cap = most in all
label-channel = where it is discussed
label-closes = last day to take part
label-comment-closes = last day to comment
label-comment-opens = first day to comment
label-confirmed_by = confirmation
label-conflicts = who may not judge it
label-consumer = answer
label-consumers = community that would use it
label-contacts = contact
label-contract = contract
label-contract-draw = payment
label-contract-ends = last day
label-contract-event = step of a contract
label-contract-retainer = retainer
label-contract-starts = first day
label-correction = correction
label-correction-by = who put it right
label-cost-amount = amount
label-cost-band = range of the amount
label-cost-by = decision to withhold it
label-cost-currency = currency of the amount
label-cost-status = how well the cost is known
label-cost-until = day until which it is withheld
label-critical = how critical it is
label-date = day
label-decided = day of the decision
label-decision_mode = usual way of deciding
label-decisions = decision
label-delegated_by = who gave it to them
label-depends_on = dependency
label-deputies = deputy
label-discourse = account on the forum
label-dissent = objection
label-dissolves_when = end of the sub-group
label-due = day on which it is due
label-duty = duty
label-duty-since = first day
label-duty-until = last day
label-ends = end
label-event = step
label-event-by = who took it
label-event-until = last day
label-executed = what shows that it was carried out
label-exit_tested = day on which the exit was tried
label-expires = last day to claim it
label-external = record kept elsewhere
label-follow_up = day to ask again
label-from = first day
label-fulfilled = fulfilment
label-gdpr_contact = contact for personal data
label-github = account on GitHub
label-goal = goal
label-guests = guest
label-holders = holder
label-holds_for = for whom
label-invited = who was invited
label-issue = where it was raised
label-items = record
label-join = where to take part
label-lang = language
label-maintainers = maintainer
label-max = most
label-meets_every = days between meetings
label-member = membership
label-member-from = first day
label-member-to = last day
label-menu = place in the navigation
label-milestone = milestone
label-min = fewest
label-minutes = where the minutes are
label-mode = way of deciding
label-monthly = most in one month
label-next = next meeting
label-nominated_by = nomination
label-not_applicable = why nobody is needed
label-notice_days = days of notice
label-offer = offer
label-open = open to anybody
label-opened = day on which it was opened
label-opens = first day
label-paid = day of payment
label-parent = group that it belongs to
label-present = participant
label-prices_public_after_days = days until prices are public
label-proposals = proposal
label-publish_email = consent to show the address
label-published = day of publication
label-question = question
label-questions_until = last day for questions
label-received = day on which it came in
label-redaction = redaction
label-redaction-by = decision to take it out
label-redirects = old address
label-regrets = apology
label-responses = number of answers
label-reviewed = day of the last review
label-rfp = request for proposal
label-roles = role
label-root_access = root access
label-seat = seat
label-services = service
label-signed_by = who signed it
label-slo = service level
label-slo-result = result
label-sow = statement of work
label-sows = statement of work
label-started = day on which the work began
label-supersedes = decision that it replaces
label-tags = tag
label-to = last day
label-type = sort of body
label-unknown = why it is not known
label-url = address
label-vote = vote
label-window_days = days that are measured
label-withheld = why it is withheld
label-withheld-by = decision to withhold it
label-withheld-until = day until which it is withheld
label-work_item = work item

## How one item of a list is told, by the key of the list. What stands in brackets is left out where the value in them is not stated;
## what the sentence leaves out follows in parentheses. So it is with the words in the place of a value that is not stated.

item-acceptance = { $id }[: “{ $text }”]
item-affiliation = { $organization }[ from { $from }][ to { $to }]
item-agenda = { $title }[, about { $about }][: “{ $outcome }”]
item-approval = { $person }[, on { $date }]
item-consumer = { $organization }: { $verdict }
item-contract = { $id }[: { $amount }][, from { $starts }][ to { $ends }]
item-contract-draw = { $amount }[ on { $date }][ for { $what }]
item-contract-event = to { $to }[ on { $date }]
item-correction = “{ $what }”[, on { $date }][, by { $by }]
item-dissent = { $person }[: “{ $text }”]
item-duty = { $area }[: { $holders }]
item-event = to { $to }[ on { $date }][ by { $by }]
item-fulfilled = on { $date }
item-goal = [{ $id }: ]{ $title }
item-member = { $person }[ as { $role }][ from { $from }][ to { $to }]
item-milestone = { $what }[: { $amount }]
item-offer = { $from }[: { $price }]
item-question = “{ $text }”
item-redaction = “{ $what }”[, on { $date }][, by { $by }]
item-root_access = { $person }[ for { $holds_for }]
item-seat = { $kind }
item-slo = { $indicator }[ { $objective }]
item-slo-result = { $month }: { $value }
item-vote = { $person }: { $value }[, on { $date }]
item-work_item = { $id }[: { $title }]
gap-unknown = unknown[ until { $until }][ by { $by }] ({ $unknown })
gap-withheld = withheld[ until { $until }][ by { $by }] ({ $withheld })

## What happened in a month.

DIGESTS = Month by month
DIGESTS_LEDE = What happened in each month, on one page and as a text that can be sent by mail.
DIGEST_AHEAD = Days ahead
DIGEST_MET = Met
DIGEST_MONTHS = Months
DIGEST_MORE = More
DIGEST_OTHERS = Services and the rest
DIGEST_WAITS = Who has what now
DIGEST_WORK = Work that moved
DIGEST_AS_TEXT = As text, for mail
DIGEST_QUIET = Nothing is recorded of this month.
FOLLOW_DIGESTS = By mail
FOLLOW_DIGESTS_NOTE = Each month has a page that says what was decided, what moved and who has it, and the same as plain text to send on.
digest_more_wait = { $count ->
    [one] one more waits for it.
   *[other] { $count } more wait for it.
}
digest_waits_for = waits for { $group }.
digest_of = { $site }: { $month }
digest_lede = { $count ->
    [one] One thing happened in { $month }.
   *[other] { $count } things happened in { $month }.
}

## What can be followed.

FOLLOW_ALL = Everything
FOLLOW_BODIES = What waits for a group
FOLLOW_HOW = How
FOLLOW_KINDS = By kind
FOLLOW_LEDE = What happens here can be followed without an account: in a feed reader, or in a calendar.
FOLLOW_OTHERS = One matter, one person
FOLLOW_OTHERS_NOTE = Each matter and each person has a feed of its own as soon as there is something in it. It is at the end of their page, beside the history of the file.
FOLLOW_FEEDS_NOTE = Copy the address of a link into a feed reader. The three forms hold the same; most readers take any of them. An entry says what happened, who has the matter now, what comes next and until when. Days that lie ahead are announced before they come.
FOLLOW_CALENDARS_NOTE = Subscribe to the address in a calendar: meetings with their hours, last days to comment, vote or offer, ends of contracts, and what is due.
ALL_OF_IT = The whole site
FORM_RSS = RSS
FORM_ATOM = Atom
FORM_JSON = JSON Feed
CALENDAR = Calendar
NOBODY_YET = nobody yet
WITHHELD_UNTIL_THEN = what is withheld is to be published
agenda_is = Agenda: { $points }.
contract_covers = It covers { $services }.
contract_is_over = the contract { $contract } ends
is_promised = { $what } is promised
last_day_for_notice = last day to give notice for the contract { $contract }
next_meeting_of = Next meeting of { $group }
on_a_day = { $what } on { $day }
record_waits_for = { $record } waits for { $group }
said_in = Recorded in { $record }.
seat_ends = the seat of { $person } ends
task_due = Due: { $what } ({ $whom })
voted_on = { $person } voted { $how } on { $decision }
waits_for = What waits for { $group }

## What can be taken along as data.

DATA = Data
DATA_ALL = Everything in one file
DATA_ALL_NOTE = each record on a line of its own, as JSON
DATA_CATALOG = The services for a Backstage catalogue
DATA_CATALOG_NOTE = what runs, who answers for it, what it needs
DATA_CONTRACTING = The contracts in the Open Contracting Data Standard
DATA_CONTRACTING_NOTE = from the statement of work over call and award to contract and payments, as far as it is public
DATA_FOR_PROGRAMS = For programs
DATA_LEDE = Everything that these pages say can be taken along: into a spreadsheet, into a program, into another catalogue.
DATA_LEVELS = The service levels in OpenSLO
DATA_LEVELS_NOTE = what each service promises
DATA_ONE = One record
DATA_ONE_NOTE = Each record is there by itself: “As data” at the end of its page leads to it. The address stays the same.
DATA_READ = How to read it
DATA_READ_GAPS = What nobody recorded is left empty, and each record lists what that is. Nothing is guessed.
DATA_READ_KEPT = The shape of the data has a version. It only changes with that, so that what reads it today reads it tomorrow.
DATA_READ_WITHHELD = What is withheld is left out, never shown as zero. The record says why it is withheld and until when.
DATA_SCHEMA = What a record as data is like
DATA_SCHEMA_NOTE = a JSON Schema, with the meaning of each key
DATA_STANDARDS = In the forms of others
DATA_TABLE = Table
DATA_TABLES = For spreadsheets
DATA_TABLES_NOTE = One table for each kind of record, as CSV: a line for each record. What a record has several of, such as votes, is in the files for programs.
RECORDS_IN_IT = Records

## Headings of columns and facts, by what they name.

ABOUT = About
ACCEPTED_ON = Accepted
ACTIONS = Actions
ACTIONS_OPEN = Actions open
ADDRESS = Address
ADMINS = Admins
AFFILIATION_ON_THE_DAY = Affiliation on the day
AGREEMENTS = Agreements
ALLOWED_BY = Allowed by
ALSO_WRITTEN = Also known as
AMOUNT = Amount
ANSWERS = Answers
AREA = Area
ASKED_AGAIN_ON = Asked again on
ASSIGNEES = Assignees
AT_LEAST = At least
AT_MOST = At most
AUDIENCE = Audience
AUTHORITY = Authority
AWARD_CRITERIA = Award criteria
BALLOT = Ballot
BECAME = Became
BEGUN = Begun
BOUNTY = Bounty
BY = By
BY_THE_DUTY = By the duty
CALL = Call
CAN_BE_ENDED_AT_ONCE = Can be ended at once
CARRIED_OUT = Carried out
CHAIR = Chair
CHANGES = Changes
CHARTER = Charter
CLAIMED_BY = Claimed by
CLOSES = Closes
COMMENT = Comment
COMMUNITY = Community
CONFIRMED_BY = Confirmed by
CONSUMERS = Consumers
CONTACT = Contact
CONTACTS = Contacts
CONTRACT = Contract
CONTRACTOR = Contractor
CONTRACT_UNTIL = Contract until
COST = Cost
COUNTS = Counts
COVERS = Covers
CRITERION = Criterion
CRITICAL = Critical
DATA_PROTECTION_CONTACT = Data protection contact
DATE = Date
DECIDED = Decided
DECIDED_BY = Decided by
DECIDES_BY = Decides by
DECISION = Decision
DECISIONS = Decisions
DEPUTIES = Deputies
DISCUSSED = Discussed
DISCUSSION = Discussion
DISSOLVES_WHEN = Dissolves when
DOCUMENTATION = Documentation
DONE = Done
DONOR = Donor
DUE_ON = Due
DUTY = Duty
ESTIMATE = Estimate
EVIDENCE = Evidence
EXIT_TRIED = Exit tried
EXPIRES = Expires
E_MAIL = E-mail
FOLDER = Folder
FOR = For
FORUM = Forum
FROM = From
FROM_ANY = from any state
GITHUB = GitHub
GIVEN_AT = Given at
GIVEN_BY = Given by
GOAL = Goal
GOALS = Goals
GOES_ON = Renewal
GROUP = Group
HOLDERS = Holders
HOST = Host
HOSTED_AT = Hosted at
HOURS_A_MONTH = Hours a month
HOW = Vote
IMPACT = Impact
INDICATOR = Indicator
INSTRUMENT = Instrument
INTERESTS = Conflicts of interest
IN_ITS_WORDS = In its words
ISSUE = Issue
ITEM = Item
JOIN = Join
KIND = Kind
LAST_RESULT = Last result
LINK = Link
MAINTAINERS = Maintainers
MEASURE = Measure
MEASURED_BY = Measured by
MEETING = Meeting
MEETINGS = Meetings
MEETS_EVERY = Meets every
MEMBERS = Members
NEXT = Next
NOTED = Note
NOTICE = Notice
OBJECTIVE = Objective
OF = Of
OPEN = Open
OPENED = Opened
OPENS = Opens
OPEN_ACTIONS = Open actions
OPEN_TO = Open to
OPERATOR = Operator
ORGANIZATION = Organization
OUTCOME = Outcome
OVER = Over
OWNER = Owner
OWNER_IN_THE_GROUP = Owner, in the group
PAGE = Page
PAID_ON = Paid
PART_OF = Part of
PEOPLE = People
PERSON = Person
PERSONAL_DATA = Personal data
PLAN = Plan
PLEDGE = Pledge
PRESENT = Present
PRICE = Price
PRICES_PUBLIC_AFTER = Prices public after
PROPOSAL = Proposal
PROPOSED_BY = Proposed by
PROPOSER = Proposer
PUBLISHED = Published
PURPOSE = Purpose
QUESTION = Question
QUESTIONS_UNTIL = Questions until
QUORUM = Quorum
REASON = Reason
RECEIVED = Received
RECURRENCE = Recurrence
REPORT = Report
REQUEST = Request
REQUEST_FOR_PROPOSAL = Request for proposal
RESULTS = Results
RETAINER = Retainer
REVIEWED = Reviewed
ROADMAP = Roadmap
ROLE = Role
ROLES = Roles
ROUTE = Route
RUNS = Runs
SCALE = Scale
SEAT = Seat
SEATS = Seats
SEAT_ON_THE_DAY = Seat on the day
SERVICE = Service
SERVICES = Services
SHARED_INFRASTRUCTURE = Shared infrastructure
SIGNED_BY = Signed by
SINCE = Since
SITE = Site
SORT = Type
STATE = State
STATEMENTS_OF_WORK = Statements of work
STATEMENT_OF_WORK = Statement of work
STATUS_PAGE = Status page
SUCCESSOR = Successor
SUPERSEDES = Supersedes
SURVEY = Survey
TAGS = Tags
TAKEN_TODAY = Taken today
TASK = Task
TERM = Term
VOTE = Vote
WHAT = What
WHAT_CAME_OF_IT = What came of it
WHAT_IT_SAID = What it said
WHAT_MUST_HOLD = What must hold
WHEN = When
WHO = Who
WITH = With
WORK = Work
WORKS_FOR = Works for

## The words before a cell, where a row of an index reads as a sentence.

BEFORE_DECIDED = decided on
BEFORE_GROUP = by
BEFORE_PROPOSER = proposed by
BEFORE_SINCE = since
BEFORE_WITH = with

## Titles of the sections that the site adds to a record.

ACCEPTANCE_CRITERIA = Acceptance criteria and their state
AGENDA = Agenda
ALSO_BEFORE_IT = Also before it
ANSWERS_FOR = Answers for
APPROVALS = Approvals
COMES_NEXT = On its way here
DUE_BY_THEN = Due by then
NEXT_MEETING = Next meeting
CONSUMING_COMMUNITIES = Consuming communities
CONTRACTS = Contracts
CONTRACT_HISTORY = What became of the contracts
CORRECTIONS = Corrections
AGAINST = Who was against it, and why
DRAWN = Payments under the contracts
DUTIES = Duties
DUTIES_BEFORE = Duties before
FORMER_MEMBERS = Former members
GIVEN = Given
HOW_THEY_VOTED = How they voted
IF_IT_ENDED_TOMORROW = If a contract ended tomorrow
HISTORY = History
HOSTS = Hosts
MENTIONED_IN = Mentioned in
MILESTONES = Milestones and their payments
NEEDS = What it needs and what needs it
OFFERS = Offers
PEOPLE_WHO_WORK_THERE = People who work there
PLEDGED_FOR_IT = Pledged for it
PLEDGES = Pledges
QUESTIONS = Questions
RESTS_ON_THIS_PLAN = Rests on this plan
ROOT_ACCESS = Who holds root access
SEATS_BEFORE = Seats before
SEATS_TODAY = Seats today
SERVICE_LEVELS = Service levels
SOMEBODY_IS_SOUGHT = Open roles
SUB_GROUPS = Sub-groups
SYSTEMS = Systems and where they are documented
SHOW_THEM = Show them
TOOK_PART_IN = Took part in the meetings of
VOTES = Votes
WAITS_HERE = What waits here
WAITS_FOR_THEM = What waits for them
WHAT_FOLLOWED = What followed
WHERE_THAT_IS_NOW = Where that is now
WHOLE_MATTER = The whole matter
WHO_ANSWERS_FOR_IT = Who answers for it
WHO_WAS_THERE = Who was there
WORK_ITEMS = Work items and their state

## What cells and sections say.

ABSTAINED = abstained
AND = and
ANYONE = anyone
OR = or
APPROVAL_OUTSIDER = was not among those who are asked on the day
APPROVAL_OWN = whoever proposes does not approve
APPROVAL_REPEATED = approved before
APPROVAL_STALE = given before the text was put for approval
APPROVAL_UNCLEAR = nothing says who gave it, or when
COST_APPROVED = approved
COST_ESTIMATED = estimated
COST_QUOTED = quoted
DEPENDS_ON = Depends on
DID_NOT_VOTE = did not vote
GUESTS = Guests
HAS_THE_DUTY = has it
KEPT_BY_THE_LEAD = kept by the lead
MADE_POSSIBLE = Rests on it
LEVEL_MET = met
LEVEL_MISSED = missed
MET = Met
NEEDED_BY = Needed by
NO = No
NOBODY = nobody
NOBODY_APPROVED = No approval is recorded.
NOBODY_HAS_APPROVED = No approval is recorded yet.
NOBODY_HAS_IT = open
NOBODY_RECORDED = nobody recorded
NONE = none
NOT_IN_THE_DIRECTORY = not in the directory
NOT_IN_THE_RECORD = not in the record
NOT_MEASURED = not measured
NOT_NEEDED = not needed
NOTHING_WAITS_HERE = Nothing that is recorded here waits for it.
NOT_RECORDED = not recorded
NOT_RECORDED_WHETHER_EXIT_WAS_TRIED = It is not recorded whether moving away was ever tried.
OBJECTED = Objected
NO_CONTACT = no contact is recorded
NO_DEPUTY = no deputy is recorded
NO_DOCUMENTATION = no documentation is recorded
NO_MEMBERS = No members are recorded.
NO_REASON_RECORDED = no reason is recorded
NO_SECOND = no second one is recorded
NO_VOTES = No votes are recorded.
NO_VOTES_CONSENSUS = No votes are recorded. It is decided by consensus.
NO_VOTES_LAZY_CONSENSUS = No votes are recorded. Silence is consent.
NO_VOTES_LEAD = No votes are recorded. The lead decides.
REGRETS = Regrets
STEPPED_ASIDE = stepped aside
STEPS_IN = steps in
SUPERSEDED_BY = Superseded by
VOTED_AGAINST_IT = against
VOTED_FOR_IT = for
VOTE_OF_NO_MEMBER = was not a member on the day; does not count
VOTE_REPEATED = voted before; does not count
VOTE_REPLACED = changed their mind; the later vote counts
WHAT_IS_PLANNED = What is planned for that
WITHHELD = Withheld
YES = Yes
a_month_up_to = { $monthly } a month, up to { $cap }
can_be_ended_on_any_day = { $contract } can be ended at once, on any day.
can_be_opened_by = { $service } can also be opened by { $people }.
cannot_be_ended_at_once = { $contract } cannot be ended at once.
cannot_be_ended_before = { $contract } cannot be ended before its last day, { $day }.
exit_was_tried = Moving away was last tried on { $day }, { $distance }.
has_to_be_cancelled_by = Otherwise it runs until { $ends }; whoever does not want it to go on then gives notice by { $by }, { $notice } before.
not_recorded_whether_it_can_be_ended = It is not recorded whether { $contract } can be ended before its last day.
not_recorded_who_else_can_open = It is not recorded who else can open { $service }.
runs_until = Otherwise it runs until { $day }.
approval_after = given after { $end }
approval_before = given before { $entered }, when the text was put for approval
abstained = { $count } abstained
corrected_on = Corrected on { $day }: { $what }
days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
goals_done =
    { $goals ->
        [one] { $done } of { $goals } goal done
       *[other] { $done } of { $goals } goals done
    }
goals_and_matters =
    { $matters ->
        [one] { $goals }; { $over } of { $matters } matter settled.
       *[other] { $goals }; { $over } of { $matters } matters settled.
    }
goals_only = { $goals }.
hours_a_month = { $hours } hours a month
invited = { $count } invited
no_deputy_for_areas = No deputy is recorded for { $areas }.
not_needed_areas = Not needed: { $areas }.
of_met = { $met } of { $all } met.
of_open = { $open } of { $all } open today.
others_of_matter = { $count } more belong to the same matter; the proposal lists all.
result_of = { $service }: { $result }
redacted_on = Taken out on { $day } to protect somebody: { $what }
sort_of = { $sort } { $kind }
stepped_aside = { $count } stepped aside
there_of = { $there } of { $wanted }
vacant_areas = Vacant: { $areas }.
voted_no = { $count } no
voted_yes = { $count } yes

## Meetings: before they are held, and what came of them.

DECISION_OPEN = A decision that is before the group.
JOIN_THE_MEETING = Join the meeting
NOTHING_DECIDED = No decision is recorded as taken in this meeting.
NO_HOUR = The hour is not recorded.
ON_THE_TABLE = Agenda
PROPOSED_NOTE = Gathered from the record: what waits for the group and is not on the agenda above.
TALKED_ABOUT = Talked about
TO_DO = To do
WAITS = It waits for the group.
WHAT_ELSE_WAITS = What else waits for the group
WHEN_AND_WHERE = When and where
no_meeting_after = No meeting after { $day } is recorded.
called_off = Cancelled: { $why }
clock_to = { $from } to { $to }
decision_until = A decision that is before the group until { $day }.
decision_was_due = A decision that was due on { $day }.
due_action = { $whom }: { $what } (due { $due })
due_actions = Actions due before the meeting ({ $count })
hours_in_utc = { $hours } UTC
hours_in_zone = { $hours } ({ $zone }), { $utc } UTC
left_over_from = Left over from the meeting of { $day }.
more_that_wait = { $count } more that wait for the group
meeting_of = Meeting of { $day }
bounty_for = Bounty: { $sow }
pledge_of = Pledge of { $donor }
titled_on = { $title }, { $day }
usual_meeting = None is announced. By how often it meets it would be on { $day }.
waits_since = It has waited for the group since { $day }.

## Money.

AN_AMOUNT_IS_WITHHELD = an amount is withheld, until a day that is not recorded
APPROVED = Approved
BY_YEAR_AND_QUARTER = By year and quarter
COMMITTED = Committed
CONTRACTS_NOTE = What each contract says, and who else could keep its services running.
DAY_NOT_RECORDED = Day not recorded
ENDS = Ends
IF_IT_ENDED = If a contract ended tomorrow
KEYS_ELSEWHERE = Root access for the group and the board
MONEY = Money
MONEY_LEDE = What was approved, committed, paid and withheld, each with the decision that it rests on.
NOTHING = nothing is recorded
NOTHING_APPROVED = No expenditure is recorded as approved.
NOTHING_COMMITTED = No contract, award or bounty is recorded.
NOTHING_PAID = No payment is recorded.
NOTHING_WITHHELD = No amount is withheld.
NO_CONTRACT = No contract is recorded that runs today.
NO_DECISION_NAMED = no decision is named
PAID = Paid
PLEDGED = Promised to the project
THIS_YEAR = This year
UNTIL = Until
WAITING_FOR_HOURS = Waiting for the first hours.
WAITING_FOR_IT = Waiting for it to arrive.
WAITING_FOR_PAYMENT = Waiting for the first payment.
WHERE = Where
WITHOUT_IT = Would have to be run by others
an_amount_until = an amount is withheld until { $day }
approved_in = Approved in { $year }: { $sum }.
closed_as = { $state }; nothing is recorded as given.
committed_in = Committed in { $year }: { $sum }.
given_on = Given on { $day }.
given_some_day = Given { $times } times, on days that are not recorded.
given_times = Given { $times } times, the last time on { $day }.
named = { $name }, { $of }
paid_in = Paid in { $year }: { $sum }.
whole_year = { $year }
quarter_of = Quarter { $quarter } of { $year }
withheld_amounts =
    { $number ->
        [one] { $number } amount that is withheld
       *[other] { $number } amounts that are withheld
    }
unrecorded_amounts =
    { $number ->
        [one] { $number } amount that is not recorded
       *[other] { $number } amounts that are not recorded
    }

## What services lack and keep.

ALL_HAVE_OWNERS = Every service in use has an owner in this record.
ALL_HAVE_SECOND_ADMINS = Every service in use has two admins in this record.
ALL_SERVICES = All services
ARE_LEVELS_KEPT = Are service levels kept?
CONTRACT_ENDS_SOON = Contract ends within 90 days
FOR_THE_BOARD = for the board
FOR_THE_GROUP = for the group
LEVELS_KEPT = Level this month
MISSED_ITS_LEVEL = Missed a level in twelve months
NO_CONTRACT_ENDS = No contract over a service ends within 90 days.
NO_KEY_FOR_THE_BOARD = nobody recorded for the board
NO_KEY_FOR_THE_GROUP = nobody recorded for the group
NO_LEVELS = No service level objective is recorded.
NO_LEVEL_MISSED = No result of the last twelve months is recorded that misses its objective.
TWELVE_MONTHS = The last twelve months
VIEW_LEDE = Services in use, as far as this record knows.
WHAT_DEPENDS_ON_WHAT = What depends on what
WITHOUT_AN_OWNER = Without an owner
WITHOUT_A_SECOND_ADMIN = Without a second admin
kept_but_missed = met; missed in { $missed } of { $measured } months
level_in_short = { $indicator } { $value }, { $kept }
kept_in_all = met, as in all { $measured } months with a result
levels_kept_of = { $kept } of the { $measured } objectives with a result were met last time; { $all } are recorded.
missed_in = missed, as in { $missed } of { $measured } months
level_promised = { $indicator }, { $objective }
services_without_level = For { $count } services in use no objective is recorded.

## Plans along the years.

TIMELINE = Along the years

## What changed.

CHANGES_LEDE = What happened to the records, by month and day, the latest first.
NOTHING_CHANGED = Nothing has happened yet. Steps of the records are listed here by month and day.
OF_LATE = Of late
changes_in = Changes in { $year }
HISTORY_CUT = What happened earlier is not known here: the copy of the repository that this page was made from has only the latest part of its history.

## What lies in a folder.

FOLDERS = Folders
FOLDER_TEXTS = Pages and records
FOLDER_FILES = Files
folder_lede = What the folder { $folder } holds.

## What a tally needs, while the decision is open and afterwards.

APPROVALS_COUNTED_OPEN = approvals are counted
APPROVALS_COUNTED_THEN = approvals were counted
CONSENSUS_NEEDED_OPEN = consensus is needed: nobody against
CONSENSUS_NEEDED_THEN = consensus was needed: nobody against
DUTY_DECIDES_OPEN = whoever has the duty decides
DUTY_DECIDES_THEN = whoever has the duty decided
LEAD_DECIDES_OPEN = the lead decides
LEAD_DECIDES_THEN = the lead decided
MAJORITY_NEEDED_OPEN = a simple majority is needed
MAJORITY_NEEDED_THEN = a simple majority was needed
SILENCE_IS_CONSENT_OPEN = silence is consent
SILENCE_IS_CONSENT_THEN = silence was consent
TWO_THIRDS_NEEDED_OPEN = two thirds are needed
TWO_THIRDS_NEEDED_THEN = two thirds were needed

## The pages' titles, what search engines read of them, and the navigation.

ABOUT_PAGE_ABOUT = How the group works, its pages, and what else this record holds.
ACTIONS_ABOUT = What people took on in meetings, and what became of it.
FEED = Feed
HELP_ABOUT = Open roles, actions without an owner, work for volunteers, bounties, and what is open for comments or offers.
HELP_PAGE = Help
HOW_WE_WORK = How we work
HOW_WE_WORK_ABOUT = The states that matters pass, who takes each step, and what it needs.
NO_SUCH_PAGE = This page does not exist
PROMISES = What we promise
PROMISES_ABOUT = What the group is held to, when each promise was last broken, and which ones no program can check.
UNKNOWN_ABOUT = What this record does not say, by what follows from it and by who could say.
WHAT_WE_DO_NOT_KNOW = What we do not know
WORK_ABOUT = Everything that was asked for, is being done or is called for: where it is and who has it.
WORK_PAGE = Work
full_title = { $page } · { $site }
kind_of_site = { $site }: { $kind }
numbered_page = { $title }, page { $number }
path_of = The path of { $record }
states_of = The states of { $kind }

## What a picture of states shows, for those who do not see it.

PICTURE_THEN = { ", then " }
picture_ends = From any state to { $to }.
picture_entered = It entered { $steps }.
picture_leads = From { $from } to { $to }.
picture_now = It is in the state { $state }.
picture_on_day = { $state } on { $day }
picture_path = { $count }: { $path }.
picture_states = { $count ->
    [one] 1 state
   *[other] { $count } states
}

## The home page and the strip of a record.

ADMIN_MISSING = an admin
ASKED_AGAIN = asked again
ANSWER_A_SURVEY = Answer a survey
BOUNTY_EXPIRES = bounty expires
CAME_ABOUT = was published.
CAME_TO_BE_CARRIED_OUT = carried out
CLAIM_A_BOUNTY = Claim a bounty
COMMENTS_CLOSE = comments close
FOLLOW = Follow
FOLLOW_NOTE = what happens, as a feed or a calendar
LAST_DAY_TO_TAKE_PART = last day to take part
MAKE_AN_OFFER = Make an offer
OFFERS_CLOSE = offers close
OPERATOR_MISSING = an operator
OWNER_MISSING = an owner in the group
PROPOSE = Propose a change
SECOND_ADMIN_MISSING = a second admin
SURVEY_CLOSES = survey closes
SINCE_WHEN_SETTLED = on
can_be_claimed_until = It can be claimed until { $day }.
comments_are_open_until = Comments are open until { $day }.
goes_on_in = The work goes on in { $record }: { $state }{ $with }.
is_before = It is before { $whom }.
last_day_is = Last day: { $day }, { $what }.
missing_is = Missing: { $what }.
next_is = Next: { $step }.
no_step_for = Nothing has happened for { $time }; a step is expected within { $usual }
of_record = { $record }: { $sentence }
offers_close_on = Offers close on { $moment }.
since_day = {" "}{ $word } { $day }
state_in_a_sentence = { $state }{ $since }{ $with }.
takes_answers_until = Answers are taken until { $day }.
votes_until = Votes are taken until { $day }.
TAKE_A_TASK = Take a task
WITH_PEOPLE = With those who do it
held_with = With { $whom }
propose_as = how a { $kind } begins
whom = { $words }: { $names }
word_on_day = { $word } on { $day }
word_on_the_same_day = { $word } on the same day
texts_open =
    { $count ->
        [one] { $count } text is open for comments
       *[other] { $count } texts are open for comments
    }
surveys_open =
    { $count ->
        [one] { $count } survey is open
       *[other] { $count } surveys are open
    }
calls_open =
    { $count ->
        [one] { $count } call is open
       *[other] { $count } calls are open
    }
bounties_open =
    { $count ->
        [one] { $count } bounty can be claimed
       *[other] { $count } bounties can be claimed
    }

## What happened, in sentences.

BY_CONSENSUS_WITHOUT_VOTES = , by consensus; no votes are recorded
BY_THE_LEAD = , by the word of the lead
DAY_UNKNOWN = day unknown
ONE_VOTE_AGAINST_IT = , with one vote against it and none for it
ONE_VOTE_FOR_IT = , with one vote for it and none against it
ON_A_DAY_UNKNOWN = {" "}on a day that is not recorded
OUTCOME_NOT_RECORDED = It is not recorded how this was decided.
WAS_CARRIED_OUT_ON_A_DAY_UNKNOWN = It was carried out on a day that is not recorded.
WAS_CARRIED_OUT = was carried out.
WAS_CARRIED_OUT_SOME_DAY = ; carried out on a day that is not recorded
WAS_HELD = was held.
accepted_it = { $whom } accepted it{ $day }{ $votes }.
agreed_on_nothing = { $whom } found no consensus{ $day }{ $votes }.
all_against_it = , all { $count } who voted were against it
all_for_it = , all { $count } who voted were for it
by_whom = {" "}by { $name }
contract_begins = Contract { $id } begins
contract_ends = Contract { $id } ends
found_no_consensus = found no consensus{ $votes }{ $later }.
headline = { $record }: { $state }
on_the_day = {" "}on { $day }
took_its_place = { $record } took its place.
turned_it_down = { $whom } turned it down{ $day }{ $votes }.
votes_against_votes = , { $no } against it and { $yes } for it
votes_to_votes = , { $yes } to { $no }
was_carried_out_on = It was carried out on { $day }.
was_taken_back = It was taken back{ $day }.
with_abstentions = , { $count } abstained
moved_to = moved to { $state }{ $by }.{ $note }
quoted = “{ $title }”
record_was_published = { $record } was published.
was_cancelled = was cancelled:{ $note }
was_carried_out_by = was carried out: { $record }.
was_decided = was { $state }{ $votes }{ $later }.
was_done = was { $state }{ $by }.{ $note }
was_opened_as = was opened as { $state }{ $by }.{ $note }
was_put_to = was put to { $group }.
what_and_now = { $what } Today: { $now }
with_day = { $sentence } ({ $day })

## What somebody can do who wants to help.

ACTIONS_WITHOUT_OWNER = Actions without an owner
A_DUTY = a duty
BOUNTIES_TO_CLAIM = Bounties to claim
CAN_PROPOSE_ANYONE = Anyone can propose a change.
NOBODY_IS_ASSIGNED = Nobody is assigned yet.
NOTHING_OPEN_FOR_COMMENTS = Nothing is open for comments today.
NO_ACTION_WITHOUT_OWNER = No action without an owner is recorded.
NO_BOUNTY_TO_CLAIM = No bounty waits to be claimed.
NO_OPEN_CALL = No call for offers is open.
NO_OPEN_ROLE = No open role is recorded.
NO_OPEN_SURVEY = No survey takes answers today.
NO_WORK_FOR_VOLUNTEERS = No statement of work waits for volunteers.
OPEN_CALLS = Calls for offers
OPEN_FOR_COMMENTS = Open for comments
OPEN_SURVEYS = Surveys to answer
PROPOSE_SOMETHING = Propose something
STALLED = Stalled
WHAT_HAPPENS_THEN = What happens to a proposal, step by step
WORK_FOR_VOLUNTEERS = Work for volunteers
all_of_kind = All { $kind }
can_propose = { $whom } can propose a change.
nobody_has_yet = Nobody has these pieces yet: { $items }.
it_takes = It takes { $what }.

## Actions, mentions and the inventory.

ABOUT_THIS = about this
ANSWERS_IT = answers it
DEPENDS_ON_IT = depends on it
EVIDENCE_LINK = link
FIRST_ADMIN_RECORDED = First admin recorded
NO_AREA = No area
ON_THE_AGENDA = on the agenda
OPEN_ACTION = Open.
OPERATOR_RECORDED = Operator recorded
OWNER_RECORDED = Owner recorded
PART_OF_A_GOAL = part of a goal
SECOND_ADMIN_RECORDED = Second admin recorded
SUPERSEDES_IT = supersedes it
TAKEN_THERE = taken there
WAS_DONE = Done.
due = Due { $day }, { $distance }.
due_and_late = Due { $day }, late by { $time }.
open_for = Open for { $time }.
the_meeting_of = the meeting of { $day }

## What is not known, for readers.

MONEY_AND_CONTRACTS = Money and contracts
NOT_RECORDED_ANYWHERE = Not recorded
PEOPLE_AND_SEATS = People and seats
SERVICES_AND_ACCESS = Services and who can get into them
SETTINGS_OF_THE_SITE = the record as a whole
THE_BOARD = The board
THE_GROUP = The group
WHAT_WAS_SAID = What was said and written
WHOEVER_LOOKS_AFTER_IT = Whoever looks after it
WHOEVER_RUNS_IT = Whoever owns or runs the service
WHOEVER_TOOK_THE_MINUTES = Whoever took the minutes
not_recorded_other = { $what }: not recorded.
not_known_of =
    { $things ->
        [one] { $things } thing
       *[other] { $things } things
    } of { $records ->
        [one] { $records } record
       *[other] { $records } records
    } { $things ->
        [one] is
       *[other] are
    } not recorded.
promises_checked_by_programs =
    { $checked ->
        [one] A program checks { $checked } promise
       *[other] A program checks { $checked } promises
    }
NONE_BROKEN = ; the record shows none of them broken.
broken_today =
    { $today ->
        [one] ; { $today } is broken today.
       *[other] ; { $today } are broken today.
    }
broken_before =
    { $before ->
        [one] ; none is broken today, { $before } was before.
       *[other] ; none is broken today, { $before } were before.
    }
broken_today_and_before =
    { $today ->
        [one] ; { $today } is broken today
       *[other] ; { $today } are broken today
    }, { $before ->
        [one] { $before } was before.
       *[other] { $before } were before.
    }
of_people = { $in_words } no program can check.

## The editors' room.

ANYWHERE_ELSE = anywhere else
FOR_EDITORS = For editors
KEYS = Keys of records
RULES = Rules
findings_in = Findings in { $record }
findings_for_editors =
    { $findings ->
        [one] { $findings } finding for editors
       *[other] { $findings } findings for editors
    }

## Findings, rules and clauses.

ACCEPTED_BY_A_WAIVER = accepted for a time
BEFORE_THE_CHANGE = Before the change
ERRORS = Errors
FLAGGED = Flagged
KNOWN = Stated as unknown, and matters of form
NOT_FLAGGED = Not flagged
WARNINGS = Warnings
WHAT_THE_AUTHOR_READS = What the author reads
in_all = { $count } in all

## Links that lead nowhere.

LINK_LEADS_OUT = This link leads out of the record
LINK_MALFORMED = This is not an address
LINK_TO_NO_SECTION = There is no such section
link_to_nothing = There is no { $path } in this record
link_to_unpublished = { $path } is not published

## Who something is held for, and bounds of values.

HOLDER_BOARD = the board
HOLDER_CONTRACTOR = the contractor
HOLDER_GROUP = the group
HOLDER_OPERATOR = the operator
HOLDER_WORKING_GROUP = the working group
MORE_ELSE = , else{" "}
at_least = at least { $value }
at_most = at most { $value }

## Times, and how long ago they are.

day_and_time = { $day }, { $time }
month_of = { $month } { $year }
TODAY = today
YESTERDAY = yesterday
TOMORROW = tomorrow
for_days =
    { $number ->
        [one] { $number } day
       *[other] { $number } days
    }
for_months =
    { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
for_years =
    { $number ->
        [one] { $number } year
       *[other] { $number } years
    }
days_ago =
    { $number ->
        [one] { $number } day ago
       *[other] { $number } days ago
    }
months_ago =
    { $number ->
        [one] { $number } month ago
       *[other] { $number } months ago
    }
years_ago =
    { $number ->
        [one] { $number } year ago
       *[other] { $number } years ago
    }
in_days =
    { $number ->
        [one] in { $number } day
       *[other] in { $number } days
    }
in_months =
    { $number ->
        [one] in { $number } month
       *[other] in { $number } months
    }
in_years =
    { $number ->
        [one] in { $number } year
       *[other] in { $number } years
    }
GROUP_MARK = ,
DECIMAL_MARK = .
period_between = { $from } to { $to }
period_since = since { $from }
period_until = until { $to }
PERIOD_UNKNOWN = dates not recorded
long_day = { $day } { $month } { $year }
short_date = { $day } { $month } { $year }
value_in_month = { $value } in { $month } { $year }
JANUARY = January
FEBRUARY = February
MARCH = March
APRIL = April
MAY = May
JUNE = June
JULY = July
AUGUST = August
SEPTEMBER = September
OCTOBER = October
NOVEMBER = November
DECEMBER = December
SHORT_JANUARY = Jan
SHORT_FEBRUARY = Feb
SHORT_MARCH = Mar
SHORT_APRIL = Apr
SHORT_MAY = May
SHORT_JUNE = Jun
SHORT_JULY = Jul
SHORT_AUGUST = Aug
SHORT_SEPTEMBER = Sep
SHORT_OCTOBER = Oct
SHORT_NOVEMBER = Nov
SHORT_DECEMBER = Dec
MONDAY = Monday
TUESDAY = Tuesday
WEDNESDAY = Wednesday
THURSDAY = Thursday
FRIDAY = Friday
SATURDAY = Saturday
SUNDAY = Sunday

## What is counted.

tasks_without_owner =
    { $tasks ->
        [one] { $tasks } task has no owner
       *[other] { $tasks } tasks have no owner
    }
services_counted =
    { $services ->
        [one] { $services } service
       *[other] { $services } services
    }
services_and_empty =
    { $services ->
        [one] { $services } service
       *[other] { $services } services
    }, { $empty ->
        [one] { $empty } responsibility without a name
       *[other] { $empty } responsibilities without a name
    }
was_held_by =
    { $people ->
        [one] was held; { $people } person took part.
       *[other] was held; { $people } people took part.
    }
took_part_of = { $present } of { $eligible } members took part
took_part_of_so_far = { $present } of { $eligible } members took part so far
took_part = { $present } took part
took_part_so_far = { $present } took part so far
quorum_is_needed = { $turnout }; { $quorum } are needed
quorum_was_needed = { $turnout }; { $quorum } were needed
# Within a sentence.
number_in_words =
    { $number ->
        [0] none
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $number }
    }
have_voted_of =
    { $voted ->
        [0] { $in_words } of { $members } has voted
        [one] { $in_words } of { $members } has voted
       *[other] { $in_words } of { $members } have voted
    }
have_voted =
    { $voted ->
        [one] { $in_words } has voted
       *[other] { $in_words } have voted
    }
NOBODY_HAS_VOTED = nobody has voted yet
voted_so_far_and_must = { $voted }; at least { $quorum } must.
voted_so_far_only = { $voted }.
was_at =
    { $held ->
        [one] Was at { $present } of { $held } meeting of “{ $group }” since { $from }, of those that list who was there.
       *[other] Was at { $present } of { $held } meetings of “{ $group }” since { $from }, of those that list who was there.
    }
approvals_count =
    { $people ->
        [one] { $people } approval counts; { $asked } are asked for.
       *[other] { $people } approvals count; { $asked } are asked for.
    }
approvals_counted =
    { $people ->
        [one] { $people } approval counted; { $asked } were asked for.
       *[other] { $people } approvals counted; { $asked } were asked for.
    }
approvals_count_from =
    { $people ->
        [one] { $people } approval
       *[other] { $people } approvals
    } from { $affiliations ->
        [one] { $affiliations } affiliation
       *[other] { $affiliations } affiliations
    } { $people ->
        [one] counts
       *[other] count
    }; { $asked } from at least { $least } are asked for.
approvals_counted_from =
    { $people ->
        [one] { $people } approval
       *[other] { $people } approvals
    } from { $affiliations ->
        [one] { $affiliations } affiliation
       *[other] { $affiliations } affiliations
    } counted; { $asked } from at least { $least } were asked for.
THE_DUTY_IS_HELD = The duty has a holder.
all_duties_held = Each of the { $all } duties has a holder.
duties_held_of =
    { $held ->
        [one] { $held } of { $all } duties has a holder.
       *[other] { $held } of { $all } duties have a holder.
    }
seconds =
    { $value ->
        [one] { $shown } second
       *[other] { $shown } seconds
    }
minutes =
    { $value ->
        [one] { $shown } minute
       *[other] { $shown } minutes
    }
hours =
    { $value ->
        [one] { $shown } hour
       *[other] { $shown } hours
    }
days_of_level =
    { $value ->
        [one] { $shown } day
       *[other] { $shown } days
    }

## For the templates.

checked_by = Checked by
checked_by_about = What the group agreed on, and the rules that check it. Readers have the same without the rules.
editors_lede = What the checks find in this record today, with files, lines and what to type. Nothing is hidden because of a finding. Readers are not led here, and search engines are asked to leave these pages alone.
every_record = Every record
example = Example
for_editors = { FOR_EDITORS }
key = Key
keys = { KEYS }
keys_lede = What can stand in the front matter of each kind of record. What is not known is written with its reason: owner = {"{"} unknown = "…" {"}"}.
last_broken = Last broken
means = What it means
no_keys = This kind has no keys of its own.
no_promises = No profile of this site says what the group is held to.
not_recorded = What is not recorded
not_recorded_facts = { NOT_RECORDED_ANYWHERE }
nothing_unknown = Nothing that the checks look for is missing, and no record says that something is not known. A gap would stand here, with who could fill it.
promise = Promise
promises = { PROMISES }
promises_checked = What a program checks
promises_lede = What the group is held to, in plain words. Each promise shows when it was last broken; “still” means it is broken today.
promises_of_people = What no program can check
records = Records
records_counted = records
required = required
required_in = required in:
rules_lede = { $found } of the { $all } rules found something here. Each of those has a page with examples.
takes = What it takes
unknown_lede = What this record does not say: first what most depends on, and for each who could say. If you know, tell us.
what_we_do_not_know = { WHAT_WE_DO_NOT_KNOW }
who_could_say = Who could say
why_no_program = Why a person has to look
withheld_lede = These are known and not shown, each for the reason and until the day beside it.
all_changes = Everything that changed, day by day
and_more = and { $count } more
announced_in = Announced in { $meeting }.
as_of = As of { $day }.
at_the_end = At the end
end_of_record = The end of this record
join = { JOIN }
last_updated = Last updated { $day }.
last_updated_from = Last updated { $day }, revision { $revision }.
made_from = Made from revision { $revision } of the record.
members = { MEMBERS }
more_open = { $count } more
more_records = More records
last_meeting_named = Last meeting announced
listed_above = Listed above.
next_meeting = { NEXT_MEETING }
between_weekday_and_day = {" "}
nothing_now = No meeting is announced, and nothing is open for comments, votes or offers.
of_group = of { $group }
on_the_agenda = On the agenda:
deleted = deleted:
deleted_until_here = (deleted until here)
inserted = inserted:
inserted_until_here = (inserted until here)
preview = Preview of a change
preview_of = This is a preview of { $change }: how the site would be if this change were accepted. It is not published.
published_page = The published page
to_look_at = To look at:
to_resolve = To resolve:
what_change_does = What this change does
what_change_does_here = What this change does here
record_ends = This record ends on { $day }.
write_to = Write to
you_can = You can
a_person = a person:
about_record = About this record
accepted_for_now = Accepted for now
actions_lede = What somebody agreed to do in a meeting and has not closed, by owner.
admins = { ADMINS }
agreed_in = From { $meeting }.
all_decisions = All decisions ({ $count })
all_of = All { $count }
blocked = Blocked
blocked_by = By { $what }
by_family = By family
by_level = By level
check_is_running = The check of your last change is still running. Until it ends, some notes are missing and some may be out of date.
by_record = By record
by_state = By state
changes = Changes
clause = Clause
clauses_of = Clauses of { $profile }
closed = Closed
contents = Contents
day_not_recorded = on a day that is not recorded; { $state } on { $day }
decided_lately = Decided lately
derived = The state follows from the other fields of the record.
earliest = Earliest
edit = Edit
error = Error
evidence_of_action = Evidence: { $link }.
facts = Facts
facts_and_contents = Facts and contents
calendar = { CALENDAR }
feed = { FEED }
feed_of_records = Feed of these records
filter = Filter
finding = finding
findings = findings
findings_column = Findings
first_to_last = , { $first } to { $last } of { $count }
as_data = As data
follow = Follow
from_any_state = From any state
from_profile = From the profile { $name }.
from_profiles = From the profiles { $names }.
front_matter_has = By then is recorded:
has_moved = This page has moved
help_lede = What you can do here today, whether you have an hour or a year.
help_page = { HELP_PAGE }
history = { HISTORY }
home = Home
how_lede = The states that matters pass, who takes each step, and what it needs. This page comes from the rules that the record is checked by.
how_one_begins = How one begins
in_your_time_zone = In your time zone:
is_blocked_by = Blocked by { $what }.
is_draft = A draft: it is shown in this preview and is not published.
is_now_at = It is now at { $page }.
latest_done = , the latest { $count }
level = Level
mentioned_in = { MENTIONED_IN }
menu = Menu
missing = Missing
more_findings = { $count } more; each is on the page of its record.
more_in_record = { $count } more; a check of this file alone lists all of them.
more_of = more
narrow_down = Narrow down
next = { NEXT }
next_page = { NEXT }
next_step = Next: { $step }.
no_day = Day not recorded
no_matter = Nothing is open. Proposals, statements of work, bounties and calls for offers stand here until they are settled.
no_decision = No decision is recorded yet.
no_findings = No findings
no_open_action = No action is open. Actions come from the task lists in the minutes of meetings.
no_service_of_area = No service of this area is recorded.
no_states = No record here has states yet. Each kind of record appears with its first record; `candor new` writes one.
no_such_page = { NO_SUCH_PAGE }
no_such_page_lede = The address may be misspelt, or the page has moved. Records keep their addresses: look in the index of their kind.
none_recorded = No { $kind } is recorded yet.
not_asked_yet = not asked until the record holds something of it
not_in_this_record = Not in this record
not_known = Not known to the program
note = Known
nothing_found = The checks find nothing.
now = Now
on = on
on_line = , line { $number }
on_this_page = On this page
open_actions = { OPEN_ACTIONS }
operator = { OPERATOR }
other_meetings = Other meetings
overdue = Overdue: { $count }.
owner = { OWNER }
pages = Pages
path_as_picture = The path as a picture
picture = Picture: { $kind }
picture_of_path = Picture of the path
place = place
places = places
previous = Previous
rule = Rule
rule_named = Rule:
rules = { RULES }
rung = Belongs to
serves = Serves
service = { SERVICE }
settled = Settled
show_settled = Show what is settled
show_done = Show what was done
shown = { $n } of { $all } shown
shown_of_part = the first { $n } of { $all } shown
since = { BEFORE_SINCE }
site_navigation = { SITE }
skip_to_content = Skip to the content
sort_by = Sort by
source = Source
stalled = { STALLED }
stalled_after = Stalled after { $time } without a step.
state = { STATE }
goes_on = The work goes on in { $record }
last_day = Last day
levels_kept = { LEVELS_KEPT }
no_level_agreed = no objective is recorded
other_views = Other views
root_access = Root access
state_of_record = The state of this record
state_with = With { $whom }.
step_by = By { $whom }.
step_needs = Needs:
still = Still:
switched_off = switched off here:
table = Table: { $title }
taken_by = , by { $whom }
taken_of = { $taken } of { $all }
text_has = The text has
the_path = The path
the_rules = The rules
this_page_only = (this page only)
to_state = To
today = Today
unsorted = As it comes
until = until
unused_kinds = They also know states of { $kinds }; none is recorded yet.
usual_level = { $level } where the site says nothing
waived_by = By { $decision }.
waived_until = Until { $day }.
warning = Warning
what_else = What else is asked
what_is_flagged = What is flagged
what_states_mean = What the states mean and who takes each step
with_whom = , with { $whom }
withheld = { WITHHELD }
work_lede = Everything that was asked for, is being done or is called for: where it is, who has it, what it waits for.
work_page = { WORK_PAGE }
without_owner = Without an owner: { $count }.
you_are_here = You are here

## What is not known where a rule misses it, by the name of the rule.

missing-action-without-due-date = Until when somebody is to do a task is not recorded.
missing-action-without-owner = Who is to do a task is not recorded.
missing-affiliation-unknown = Whom somebody worked for is not recorded.
missing-agenda-without-outcome = What came of a point of the agenda is not recorded.
missing-amount-without-cost = How sure the amount is, is not recorded.
missing-announced-meeting-without-record = What became of a meeting that was announced is not recorded.
missing-approval-without-link = Where an approval can be read is not recorded.
missing-area-without-service = No service is recorded for a part of the scope.
missing-blocked-without-end = It is not recorded what would let it go on.
missing-closed-without-evidence = What shows that a task was done is not recorded.
missing-conference-without-report = No report to a conference is recorded.
missing-consumer-without-verdict = What a project that would use it thinks of it is not recorded.
missing-contract-coverage = Which contract covers some of the work is not recorded.
missing-contract-terms = Some terms of a contract are not recorded.
missing-contract-without-request = No public call for offers is recorded for a contract.
missing-contractor-route-without-reason = Why a contractor does the work is not recorded.
missing-contractor-route-without-slo = No service level is recorded for work of a contractor.
missing-contractor-slo-missing = No service level is recorded for a contractor.
missing-contractor-without-documentation = No documentation of what a contractor runs is recorded.
missing-criterion-met-without-evidence = What shows that a condition is met is not recorded.
missing-critical-without-slo = No service level is recorded, though much depends on it.
missing-decided-without-date = The day of the decision is not recorded.
missing-decided-without-outcome = What was decided is not recorded.
missing-decision-not-executed = It is not recorded whether it was carried out.
missing-decision-without-deciders = Who decided is not recorded.
missing-decision-without-end = Until when votes are taken is not recorded.
missing-described-as-unowned = Nobody is recorded as its owner.
missing-disclosure-overdue = What was withheld until a day that has passed is not recorded yet.
missing-dissent-unrecorded = The reasons of those who were against are not recorded.
missing-duty-not-delegated = It is not recorded who passed a duty on.
missing-duty-vacant = Nobody is recorded as having one of the duties.
missing-duty-without-contact = How to reach whoever has a duty is not recorded.
missing-duty-without-deputy = No deputy is recorded for a duty.
missing-exit-not-tested = No test of how a contract would be left is recorded.
missing-experiment-without-review = No day is recorded on which the experiment is looked at again.
missing-fulfilled-without-report = What came of the gift is not recorded.
missing-goal-without-owner = Nobody is recorded as looking after a goal.
missing-group-without-contact = How to reach the group is not recorded.
missing-group-without-roster = Who is in the group is not recorded.
missing-incomplete-for-its-state = Something that is known by this step elsewhere is not recorded.
missing-incomplete-service = Fewer people are recorded who can administer it than are asked for, or when it was last looked through is not.
missing-meeting-without-agenda = What the meeting is about is not recorded.
missing-meeting-without-participants = Who was there is not recorded.
missing-missing-evidence = Where a step can be read is not recorded.
missing-missing-key = Something that is recorded of every other record of this kind is not.
missing-missing-root-holder = Nobody is recorded as holding root access, or not for each of those who are to hold it.
missing-missing-section = A part of the text that is asked for by this step is not recorded.
missing-money-without-amount = The amount is not recorded.
missing-money-without-board-decision = No decision of the board on the money is recorded.
missing-no-meeting-announced = No next meeting is recorded.
missing-nobody-authorises-payments = Nobody is recorded as allowing payments.
missing-nobody-holds-it = Nobody is recorded as having it.
missing-overdue-minutes = What was said at the meeting is not recorded yet.
missing-personal-data-without-contact = Whom to ask about personal data is not recorded.
missing-pledge-follow-up-overdue = It is not recorded what came of the pledge.
missing-price-not-disclosed = The price is not recorded, though its time has come.
missing-report-without-outlook = What comes next is not recorded.
missing-retired-without-successor = It is not recorded what took its place.
missing-rfp-without-conditions = The conditions for offers are not all recorded.
missing-rfp-without-question-deadline = Until when questions are taken is not recorded.
missing-role-vacant = Nobody is recorded in one of its roles.
missing-shared-infrastructure-without-agreement = It is not recorded that those who rely on it agree.
missing-slo-missed-without-action = It is not recorded what is done about a service level that was missed.
missing-slo-result-missing = Whether a service level was kept of late is not recorded.
missing-slo-without-source = How a service level is measured is not recorded.
missing-sole-root-holder = Only one holder of root access is recorded.
missing-sub-group-without-end = Until when the group works is not recorded.
missing-survey-without-results = The answers are not recorded.
missing-term-without-appointment = How somebody came to a seat is not recorded.
missing-unclear-whether-held = It is not recorded whether the meeting took place.
missing-unknown-participant = Who one of those at the meeting is, is not recorded.
missing-vote-without-link = Where a vote can be read is not recorded.
missing-withheld-without-decision = Who decided to withhold something is not recorded.
missing-withheld-without-end = Until when something is withheld is not recorded.
missing-work-item-without-estimate = How much work a part of it is, is not recorded.
missing-work-item-without-owner = Who does a part of the work is not recorded.

## What is not known where its author says so, by the last name of the key, and by the kind where that makes a difference.

unknown-admins = Nobody is recorded who can administer it.
unknown-amount = The amount is not recorded.
unknown-channel = Where it was decided is not recorded.
unknown-closes = When it ended is not recorded.
unknown-confirmed_by = Who confirmed somebody is not recorded.
unknown-contact = How to reach it is not recorded.
unknown-contacts = Whom to ask is not recorded.
unknown-critical = How much depends on it is not recorded.
unknown-contractor-decision = Which decision allowed its contract is not recorded.
unknown-documentation = No documentation is recorded.
unknown-contractor-ends = When its contract ends is not recorded.
unknown-exit_tested = It is not recorded when leaving the contract was last tried.
unknown-group-from = Since when somebody has been in it is not recorded.
unknown-gdpr_contact = Whom to ask about personal data is not recorded.
unknown-holders = Who has one of its duties is not recorded.
unknown-host = Where it is hosted is not recorded.
unknown-proposal-issue = Where it was first raised is not recorded.
unknown-lifecycle = Whether it is in use is not recorded.
unknown-measure = How a goal is measured is not recorded.
unknown-mode = In which way it was decided is not recorded.
unknown-nominated_by = Who put somebody forward is not recorded.
unknown-notice_days = How soon its contract can be given up is not recorded.
unknown-operator = Nobody is recorded as running it.
unknown-decision-outcome = Its outcome is not recorded.
unknown-meeting-outcome = What came of a point of the agenda is not recorded.
unknown-service-owner = Nobody is recorded as its owner.
unknown-owner = Who looks after it is not recorded.
unknown-personal_data = It is not recorded whether it holds personal data.
unknown-present = Who was there is not recorded.
unknown-price = The price is not recorded.
unknown-proposer = Who proposed it is not recorded.
unknown-purpose = What it is for is not recorded.
unknown-renewal = How its contract goes on is not recorded.
unknown-reviewed = When the entry was last looked through is not recorded.
unknown-organization-roles = What the organization does here is not recorded.
unknown-root_access = Nobody is recorded as holding root access.
unknown-services = Which services it runs is not recorded.
unknown-signed_by = Who signed its contract is not recorded.
unknown-slo = No service level is recorded.
unknown-sows = Which work its contract covers is not recorded.
unknown-contractor-starts = When its contract began is not recorded.
unknown-roadmap-state = How far a goal is, is not recorded.
unknown-terminable_at_will = It is not recorded whether its contract can be ended at once.
unknown-group-to = Until when somebody was in it is not recorded.
unknown-roadmap-from = When it begins is not recorded.
unknown-roadmap-to = When it ends is not recorded.

## Keys of the front matter that name no column, as labels.

key-acceptance = Acceptance
key-accepted = Accepted
key-affiliation = Affiliation
key-agreed_by = Agreed by
key-aliases = Aliases
key-approval = Approval
key-at = At
key-band = Band
key-blocked = Blocked
key-by_duty = By duty
key-cancelled = Cancelled
key-cap = Cap
key-channel = Channel
key-claimant = Claimant
key-conflict_of_interest = Conflict of interest
key-conflicts = Conflicts
key-consumer = Consumer
key-correction = Correction
key-currency = Currency
key-deadline = Deadline
key-decision_mode = Decision mode
key-delegated_by = Delegated by
key-discourse = Discourse
key-dissent = Dissent
key-draft = Draft
key-draw = Draw
key-due = Due
key-email = Email
key-event = Event
key-executed = Executed
key-exit_tested = Exit tested
key-external = External
key-follow_up = Follow up
key-fulfilled = Fulfilled
key-gdpr_contact = Gdpr contact
key-held = Held
key-holds_for = Holds for
key-horizon = Horizon
key-hours_per_month = Hours per month
key-hours_per_week = Hours per week
key-id = Id
key-invited = Invited
key-items = Items
key-lang = Lang
key-lifecycle = Lifecycle
key-max = Max
key-member = Member
key-menu = Menu
key-milestone = Milestone
key-min = Min
key-minutes = Minutes
key-mode = Mode
key-month = Month
key-monthly = Monthly
key-name = Name
key-nominated_by = Nominated by
key-not_applicable = Not applicable
key-note = Note
key-notice_days = Notice days
key-offer = Offer
key-on = On
key-parent = Parent
key-period = Period
key-prices_public_after_days = Prices public after days
key-proposals = Proposals
key-publish_email = Publish email
key-redaction = Redaction
key-redirects = Redirects
key-renewal = Renewal
key-responses = Responses
key-result = Result
key-rfp = Rfp
key-route_reason = Route reason
key-secretary = Secretary
key-slo = Slo
key-source = Source
key-sow = Sow
key-sows = Sows
key-started = Started
key-starts = Starts
key-status = Status
key-summary = Summary
key-terminable_at_will = Terminable at will
key-text = Text
key-title = Title
key-to = To
key-type = Type
key-unknown = Unknown
key-url = Url
key-value = Value
key-verdict = Verdict
key-window_days = Window days
key-work_item = Work item

## Words of the front matter. One that is not here is shown as it is written.

value-gdpr-response = GDPR response
value-in-person = in-person
value-one-off = one-off
value-sub-group = sub-group
value-acceptance = acceptance
value-active = active
value-approvals = approvals
value-availability = availability
value-award = award
value-board = board
value-chair = chair
value-charter = charter
value-community = community
value-consensus = consensus
value-contractor = contractor
value-council = council
value-decisions = decisions
value-deprecated = deprecated
value-deputy = deputy
value-done = done
value-donor = donor
value-dropped = dropped
value-employer = employer
value-ended = ended
value-expenditure = expenditure
value-experimental = experimental
value-foundation = foundation
value-general = general
value-handover = handover
value-host = host
value-idea = idea
value-late = late
value-lazy-consensus = lazy consensus
value-lead = lead
value-liaison = liaison
value-maintainer = maintainer
value-member = member
value-membership = membership
value-money = money
value-negotiated = negotiated
value-not-selected = not selected
value-notice = notice
value-parked = parked
value-planned = planned
value-procurement = procurement
value-production = production
value-project = project
value-record = record
value-recovery-time = recovery time
value-renewed = renewed
value-response-time = response time
value-retired = retired
value-route = route
value-secretary = secretary
value-selected = selected
value-signed = signed
value-simple-majority = simple majority
value-supermajority = supermajority
value-treasurer = treasurer
value-under-evaluation = under evaluation
value-vendor = vendor
value-withdrawn = withdrawn
value-working-group = working group
value-yes = yes
value-no = no
value-abstain = abstain
value-recuse = recuse
value-low = low
value-medium = medium
value-high = high
value-volunteers = volunteers
value-bounty = bounty
value-ongoing = ongoing
value-automatic = automatic
value-accepted = accepted
value-rejected = rejected
value-no-consensus = no consensus
value-time = time
value-resource = resource
value-operator = operator
value-resignation = resignation
value-approved = approved
value-approves = approves
value-central = central
value-conference = conference
value-declines = declines
value-developer-workflow = developer workflow
value-estimated = estimated
value-extra = extra
value-group = group
value-infrastructure = infrastructure
value-minor = minor
value-no-opinion = no opinion
value-none = none
value-quoted = quoted
value-regular = regular
value-task = task
value-volunteer = volunteer

## Sentences on what a profile asks for, as they are put together in English. Another language finds by them what stands in the
## gaps. The last word of a gap's name says what it takes: a `number`, a `count` of things, a `day`, a `title` as it is, a `field`
## of a record, `facts` or a `what` that have to be known; anything else is one word, or several in a list.

said-comment = The public has { $count } to comment on a statement of work
said-prices-public = Prices become public { $count } after the award
said-least-admins = At least { $count } can administer each service
said-stalled = A record without a step for { $count } counts as stalled, where its state names no other limit
said-service-levels = A service that a contractor runs has a service level for each of these: { $sorts }
said-root-holders = Somebody holds root access for { $bodies }
said-signers = Contracts are signed by { $bodies }
said-exit-plan = The page of a contractor says how to part with it
said-requests-since = A contract that begins on { $day } or later comes from a request for proposal
said-terminable = Every contract can be ended at once
said-reason-for-each-way = Each way has a reason: the sort of work, and the service that it needs
said-contractor-documents = A contractor documents in public what it runs
said-owned-by-group = Services belong to the group, or to people who answer for them, and to no company
said-before-contract-ends = It is settled { $count } before a contract ends what follows
said-exit-tried = Parting with a contractor is tried every { $count } at least
said-result-age = The last result of a service level is at most { $count } old
said-entry-review = The entry of a service is looked through every { $count } at least
said-minutes-after = Minutes are public { $count } after the meeting
said-minutes-before-next = Minutes are public before the group meets again
said-carried-out-within = A decision is carried out within { $count }
said-money-lapses = Approved money that nobody used for { $count } is asked for again
said-most-held = Nobody holds more than { $number } open actions and matters
said-roadmap-ahead = A roadmap covers the next { $count } at least
said-survey-every = There is a survey every { $count } at least
said-survey-results = The results of a survey are public { $count } after it closed
said-donor-share = At most { $number } % of what is pledged comes from one donor
said-donor-told = A donor is told what came of a pledge { $count } after it was fulfilled
said-project-age = Work is at least { $count } old before it is brought in
said-deadline = Within { $count } after the last day to comment or to vote it is said what came of it
said-blocked = What is blocked for longer than { $count } names a place where the wait can be followed
said-final-say-within = Whoever has the final say settles within { $count } what the others leave open
said-donor-share-counts = In the share of a donor a pledge counts for { $count } after it has come
said-absent = A member who misses { $count } in a row without excuse is asked
said-carried-over = No point stands on { $count } in a row without a step
said-conference-report-within = The report for a conference is published within { $count } before or after it
said-meeting-moved = A meeting that is moved by up to { $count } is the one that was announced
said-reports = Reports are due { $facts }
said-report-every = for the { $audience } every { $count }
said-terms = The group says { $terms }
said-term = “{ $preferred_title }” rather than “{ $avoided_title }”
said-scope = The group answers for { $areas }
said-members-bounds = Members: { $facts }
said-most-members = At most { $count }
said-odd-members = The number of its members is odd
said-exclusive = Nobody sits in two groups of this type at a time
said-absence = After { $count } without taking part a seat may be declared vacant
said-final-say = What the others leave open is settled by the { $role }
said-in-person = { $count } a year, where possible
said-from-one-organization = At most { $number } % of the members come from one organization
said-duty-delegation = A duty says since when it is held, and by whom it was given
said-duty-deputies = Each duty has a deputy, or its holder's term an end
said-duty-spread = The lead gives at least one duty to somebody else
said-most-duties = Nobody has more than { $count }
said-led-by = Its meetings are led by the { $role }
said-led-by-either = Its meetings are led by the { $role } or the { $other_role }
said-conference-report = A meeting at a conference comes with a report on the past months and the next ones
said-duty = Somebody has the duty of { $duty }, or it says why nobody does
said-duty-with-meaning = Somebody has the duty of { $duty }, or it says why nobody does: { $meaning }
said-duty-with-contact = Somebody has the duty of { $duty }, with a way to reach whoever has it, or it says why nobody does
said-duty-with-contact-and-meaning = Somebody has the duty of { $duty }, with a way to reach whoever has it, or it says why nobody does: { $meaning }
said-seats-of-sort = { $sort } seats: { $facts }
said-seats-usually = { $sort } seats, { $facts }
said-seats-open = { $sort } seats
said-role = { $role }: { $facts }
said-exactly = exactly { $number }
said-between = { $least_number } to { $most_number }
said-at-least = at least { $number }
said-at-most = at most { $number }
said-usually = usually { $number }
said-delegated = sent by that body
said-nominated = nominated by { $body }
said-confirmed = confirmed by { $body }
said-filled-between = filled between elections by { $body }
said-for-at-most = for at most { $count }
said-hours-a-week = about { $count } a week
said-decided-by = Decisions are taken by { $mode }
said-take-part = at least { $count } part
said-all-but-take-part = all but { $number } of the members take part
said-no-answer = where they come to no answer, by { $mode }
said-vote-links = every vote carries a link to where it was given
said-meets-every-and-at-most = It meets every { $count }, and never more than { $most_count } apart
said-meets-every = It meets every { $count }
said-meets-at-most = Its meetings are never more than { $count } apart
said-meets = It meets
said-since = since { $day }
said-before = before { $day }
said-from-and-before = from { $day } and before { $end_day }
said-since-what = Since { $day }: { $what }
said-before-what = Before { $day }: { $what }
said-from-and-before-what = From { $day } and before { $end_day }: { $what }
said-need-since = { $need } (since { $day })
said-unless-given = { $need }, unless its { $field } is given
said-unless-field = { $need }, unless its { $field } is { $values }
said-unless = { $need }, unless { $exception }
said-section = the section “{ $title }”
said-to-comment = { $count } for the community to comment
said-people-to-comment = { $count } for people to comment
said-days-after = { $count } after the { $field }
said-field = the { $field }
said-link-to-field = a link to the { $field }
said-decision-of = a decision of { $body }
said-decision-that-ended = { $need } that ended as { $outcome }
said-approvals = { $count } by { $body }
said-approvals-from = { $count } by { $body } from at least { $from_count }
said-decides = { $body } decides
said-quorum = a quorum ({ $count } so far; { $number } have to take part)
said-no-votes = votes (none is recorded)
said-agreement-of = the agreement of { $bodies }
said-agreement-with-contractors = the agreement of { $bodies }, and of each contractor that runs what it touches

## The search.

SEARCH = Search
SEARCH_LEDE = Every public record by its words: ids, names, titles, agendas, decisions, text.
ALL_TITLES = All titles
YEAR = Year
ANY_KIND = any
ANYBODY = anybody
open_for_comments_until = open for comments until { $day }
open_for_votes_until = open for votes until { $day }
open_for_offers_until = open for offers until { $day }
open_to_be_claimed_until = open to be claimed until { $day }
open_for_answers_until = open for answers until { $day }
all_titles = { ALL_TITLES }
found_corrected = Nothing has “{ $word }”: this is what has “{ $other }”.
found_nothing = Nothing found
found_one_record = 1 found
found_partly = Nothing has all of these words: this is what has some.
found_records = { $n } found
found_records_at_least = { $n } found, and there may be more
found_without = Nothing has “{ $words }”: this is what has the rest.
finds = What is found
more_finds = Show more
search = { SEARCH }
search_broken = The search could not be loaded. Load the page again, and then try once more.
search_for = Search for
search_hint = Words, ids such as SOW-0003, names of people, or a phrase in quotes. The arrow keys lead through what is found.
search_needs_scripts = The search needs scripts, which this browser does not run. Every record is listed by its title.
