//! The facts beside a record: what its front matter says, in the words of the site.

use serde::Serialize;

use crate::document::Record;
use crate::document::sow::{CostStatus, Sow};
use crate::fields::{Field, Link, List, OneOf, Ref};
use crate::site::Entry;

use super::View;
use super::part::{Part, capitalised};
use super::strip::stretch;
use super::words;

/// One line of the facts: a word and what is said under it.
#[derive(Serialize)]
pub struct Fact {
    pub label: &'static str,
    pub parts: Vec<Part>,
}

impl View<'_> {
    /// Facts that the record states, or states that it does not know; keys that are absent have no line.
    pub fn facts(&self, entry: &Entry) -> Vec<Fact> {
        let rows: Vec<(&'static str, Vec<Part>)> = match &entry.record {
            Record::Sow(it) => vec![
                ("Owner", self.one(&it.owner)),
                ("Group", self.one(&it.group)),
                ("Answers", self.many(&it.proposals)),
                ("Route", self.word(&it.route, |route| route.as_str())),
                ("Reason", self.words(&it.route_reason)),
                ("Cost", self.cost(it)),
                ("Services", self.many(&it.services)),
                ("Shared infrastructure", self.yes_no(&it.shared_infrastructure)),
                ("Agreements", self.many(&it.agreements)),
                ("Discussion", self.web(&it.discussion)),
                (
                    "Comment",
                    self.field(&it.comment, |window| {
                        vec![Part::text(stretch(window.opens.get().copied(), window.closes.get().copied()))]
                    }),
                ),
                ("Request for proposal", self.one(&it.rfp)),
                ("Bounty", self.one(&it.bounty)),
                ("Contract", self.one(&it.contract)),
                ("Assignees", self.many(&it.assignees)),
            ],
            Record::Proposal(it) => vec![
                ("Proposer", self.one(&it.proposer)),
                ("Group", self.one(&it.group)),
                ("Issue", self.web(&it.issue)),
                ("Impact", self.word(&it.impact, |impact| impact.as_str())),
                ("Recurrence", self.word(&it.recurrence, |recurrence| recurrence.as_str())),
                ("Plan", self.plan(&it.plan)),
                ("Services", self.many(&it.services)),
                ("Consumers", self.texts(&it.consumers)),
                ("Maintainers", self.many(&it.maintainers)),
                ("Begun", self.date(&it.started)),
                ("Discussion", self.web(&it.discussion)),
                (
                    "Comment",
                    self.field(&it.comment, |window| {
                        vec![Part::text(stretch(window.opens.get().copied(), window.closes.get().copied()))]
                    }),
                ),
            ],
            Record::Decision(it) => vec![
                ("Group", self.one(&it.group)),
                ("Kind", self.word(&it.kind, |kind| kind.as_str())),
                ("About", self.many(&it.about)),
                ("Decided by", self.word(&it.mode, |mode| mode.as_str())),
                ("By the duty", self.words(&it.by_duty)),
                ("Opened", self.date(&it.opened)),
                ("Closes", self.date(&it.closes)),
                ("Decided", self.date(&it.decided)),
                ("Outcome", self.word(&it.outcome, |outcome| outcome.as_str())),
                ("Amount", self.field(&it.amount, |amount| vec![Part::text(amount.to_string())])),
                ("Meeting", self.one(&it.meeting)),
                ("Discussed", self.web(&it.channel)),
                ("Ballot", self.web(&it.ballot)),
                ("Supersedes", self.one(&it.supersedes)),
                ("Carried out", self.field(&it.executed, |executed| vec![self.evidence(executed)])),
            ],
            Record::Meeting(it) => vec![
                ("Host", self.one(&it.host)),
                ("Decisions", self.many(&it.decisions)),
                ("Next", self.date(&it.next)),
                ("Published", self.date(&it.published)),
                ("Join", self.web(&it.join)),
            ],
            Record::Rfp(it) => vec![
                ("Statement of work", self.one(&it.sow)),
                ("Open to", self.openness(&it.open, &it.invited)),
                ("Published", self.date(&it.published)),
                ("Questions until", self.field(&it.questions_until, |moment| vec![words::moment(moment)])),
                ("Closes", self.field(&it.closes, |moment| vec![words::moment(moment)])),
                ("Award criteria", self.texts(&it.award_criteria)),
                (
                    "Prices public after",
                    self.field(&it.prices_public_after_days, |days| vec![Part::text(format!("{days} days"))]),
                ),
                ("Call", self.web(&it.link)),
            ],
            Record::Bounty(it) => vec![
                ("Statement of work", self.one(&it.sow)),
                ("Amount", self.field(&it.amount, |amount| vec![Part::text(amount.to_string())])),
                ("Opens", self.date(&it.opens)),
                ("Expires", self.date(&it.expires)),
                ("Claimed by", self.one(&it.claimant)),
                ("Interests", self.words(&it.conflict_of_interest)),
                ("Work", self.web(&it.work)),
            ],
            Record::Contractor(it) => vec![
                ("Organization", self.one(&it.organization)),
                ("Services", self.many(&it.services)),
                ("Contacts", self.texts(&it.contacts)),
                ("Documentation", self.web(&it.documentation)),
            ],
            Record::Service(it) => vec![
                ("State", it.lifecycle.unknown().map(Part::unknown).into_iter().collect()),
                ("Hosted at", self.field(&it.host, |host| vec![self.actor_or_words(host)])),
                ("Area", self.field(&it.area, |area| vec![Part::text(capitalised(area))])),
                ("Critical", self.word(&it.critical, |critical| critical.as_str())),
                ("Address", self.web(&it.url)),
                ("Documentation", self.web(&it.documentation)),
                ("Status page", self.web(&it.status_page)),
                ("Personal data", self.yes_no(&it.personal_data)),
                ("Data protection contact", self.words(&it.gdpr_contact)),
                (
                    "Successor",
                    self.field(&it.successor, |successor| match successor {
                        OneOf::First(service) => vec![self.reference(service)],
                        OneOf::Second(_) => vec![Part::text("none")],
                    }),
                ),
                ("Reviewed", self.date(&it.reviewed)),
            ],
            Record::Person(it) => vec![
                (
                    "GitHub",
                    self.field(&it.github, |name| {
                        vec![Part { external: true, ..Part::link(&**name, format!("https://github.com/{name}")) }]
                    }),
                ),
                ("Forum", self.words(&it.discourse)),
                ("E-mail", self.email(&it.email, it.publish_email.is_true())),
                ("Also written", self.texts(&it.aliases)),
            ],
            Record::Organization(it) => vec![
                (
                    "Roles",
                    self.field(&it.roles, |roles| {
                        roles.iter().map(|role| Part::text(capitalised(role.as_str()))).collect()
                    }),
                ),
                ("Site", self.web(&it.url)),
                ("Also written", self.texts(&it.aliases)),
            ],
            Record::Group(it) => vec![
                ("Sort", self.word(&it.r#type, |it| it.as_str())),
                ("Part of", self.one(&it.parent)),
                ("Charter", self.web(&it.charter)),
                ("Contact", self.words(&it.contact)),
                ("Decides by", self.word(&it.decision_mode, |mode| mode.as_str())),
                ("Quorum", self.field(&it.quorum, |quorum| vec![Part::text(quorum.to_string())])),
                ("Meets every", self.field(&it.meets_every, |days| vec![Part::text(format!("{days} days"))])),
                ("Dissolves when", self.words(&it.dissolves_when)),
            ],
            Record::Roadmap(it) => {
                vec![("Covers", vec![Part::text(stretch(it.from.get().copied(), it.to.get().copied()))])]
            }
            Record::Survey(it) => vec![
                ("Open", vec![Part::text(stretch(it.opens.get().copied(), it.closes.get().copied()))]),
                ("Audience", self.words(&it.audience)),
                ("Instrument", self.field(&it.instrument, |instrument| vec![self.evidence(instrument)])),
                ("Answers", self.field(&it.responses, |count| vec![Part::text(count.to_string())])),
                ("Actions", self.texts(&it.actions)),
            ],
            Record::Pledge(it) => vec![
                ("Donor", self.one(&it.donor)),
                ("Kind", self.word(&it.kind, |kind| kind.as_str())),
                ("Purpose", self.word(&it.purpose, |purpose| purpose.as_str())),
                ("Task", self.one(&it.task)),
                ("Plan", self.plan(&it.plan)),
                ("Amount", self.field(&it.amount, |amount| vec![Part::text(amount.to_string())])),
                ("Hours a month", self.field(&it.hours_per_month, |hours| vec![Part::text(hours.to_string())])),
                ("Asked again on", self.date(&it.follow_up)),
                ("What came of it", self.one(&it.report)),
            ],
            Record::Report(it) => vec![
                (
                    "Covers",
                    self.field(&it.period, |period| {
                        vec![Part::text(stretch(period.from.get().copied(), period.to.get().copied()))]
                    }),
                ),
                ("For", self.word(&it.audience, |audience| audience.as_str())),
                ("Published", self.date(&it.published)),
                ("Given at", self.web(&it.link)),
            ],
            Record::Page(it) => vec![("Owner", self.one(&it.owner)), ("Reviewed", self.date(&it.reviewed))],
        };
        let tags = ("Tags", self.texts(&entry.common.tags));
        rows.into_iter()
            .chain([tags])
            .filter(|(_, parts)| !parts.is_empty())
            .map(|(label, parts)| Fact { label, parts })
            .collect()
    }

    pub fn one<const KINDS: u32>(&self, field: &Field<Ref<KINDS>>) -> Vec<Part> {
        self.field(field, |reference| vec![self.reference(reference)])
    }

    pub fn many<const KINDS: u32>(&self, field: &Field<List<Ref<KINDS>>>) -> Vec<Part> {
        self.field(field, |references| references.iter().map(|reference| self.reference(&reference.value)).collect())
    }

    pub fn word<T: Copy>(&self, field: &Field<T>, spelled: impl Fn(T) -> &'static str) -> Vec<Part> {
        self.field(field, |word| vec![Part::text(words::label(spelled(*word)))])
    }

    pub fn words(&self, field: &Field<String>) -> Vec<Part> {
        self.field(field, |text| vec![self.plain(text)])
    }

    pub fn texts(&self, field: &Field<List<String>>) -> Vec<Part> {
        self.field(field, |texts| texts.iter().map(|text| self.plain(&text.value)).collect())
    }

    pub fn date(&self, field: &Field<crate::text::Date>) -> Vec<Part> {
        self.field(field, |date| vec![self.day(*date)])
    }

    pub fn web(&self, field: &Field<Link>) -> Vec<Part> {
        self.field(field, |link| vec![self.written_link(&link.0)])
    }

    pub fn yes_no(&self, field: &Field<bool>) -> Vec<Part> {
        self.field(field, |yes| vec![Part::text(if *yes { "Yes" } else { "No" })])
    }

    /// Text that may be a mail address or a web address, which is then a link.
    fn plain(&self, text: &str) -> Part {
        let is_mail = text.contains('@') && !text.contains(' ') && !text.contains("://");
        match text {
            text if text.starts_with("https://") || text.starts_with("http://") => Part::web(text),
            text if is_mail => Part { external: true, ..Part::link(text, format!("mailto:{text}")) },
            text => Part::text(text),
        }
    }

    /// An organization or a person by its slug, else the words as they stand.
    pub fn actor_or_words(&self, text: &str) -> Part {
        match self.site.resolve(text, crate::fields::ACTOR).entry() {
            Some(entry) => self.record_link(entry),
            None => self.plain(text),
        }
    }

    fn email(&self, email: &Field<String>, may_be_shown: bool) -> Vec<Part> {
        if may_be_shown { self.words(email) } else { Vec::new() }
    }

    fn openness(&self, open: &Field<bool>, invited: &Field<OneOf<u32, List<String>>>) -> Vec<Part> {
        if open.is_true() {
            return vec![Part::text("anyone")];
        }
        self.field(invited, |invited| match invited {
            OneOf::First(number) => vec![Part::text(format!("{number} invited"))],
            OneOf::Second(names) => names.iter().map(|name| self.actor_or_words(name)).collect(),
        })
    }

    fn cost(&self, sow: &Sow) -> Vec<Part> {
        self.field(&sow.cost, |cost| {
            let status = cost.status.get().map(|status| match status {
                CostStatus::None => "none",
                CostStatus::Estimated => "estimated",
                CostStatus::Quoted => "quoted",
                CostStatus::Approved => "approved",
            });
            let mut parts = self.field(&cost.amount, |amount| vec![Part::text(amount.to_string())]);
            parts.extend(cost.band.get().map(|band| Part::text(band.as_str())));
            parts.extend(cost.withheld.get().map(|reason| {
                self.withheld(&crate::fields::Withheld {
                    reason: reason.clone(),
                    until: cost.until.get().copied(),
                    by: cost.by.get().map(|by| by.0.clone()),
                    span: Default::default(),
                })
            }));
            match (parts.first_mut(), status) {
                (Some(first), Some(status)) if first.note.is_none() => first.note = Some(status.to_owned()),
                (None, Some(status)) => parts.push(Part::text(capitalised(status))),
                _ => {}
            }
            parts
        })
    }
}
