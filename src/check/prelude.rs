//! What the rules share: the facts, the words of messages, the values of the record.

pub(crate) use crate::change::{Change, Pair};
pub(crate) use crate::check::common::*;
pub(crate) use crate::check::phrase::*;
pub(crate) use crate::check::{Facts, Find};
pub(crate) use crate::diagnostic::{Diagnostic, Edit, Fix, Level};
pub(crate) use crate::document::Event;
pub(crate) use crate::document::contractor::{Contract, Contractor};
pub(crate) use crate::document::decision::{Decision, DecisionKind, Mode, Outcome};
pub(crate) use crate::document::group::{Group, Member};
pub(crate) use crate::document::meeting::Meeting;
pub(crate) use crate::document::pledge::Pledge;
pub(crate) use crate::document::rfp::Rfp;
pub(crate) use crate::document::roadmap::Roadmap;
pub(crate) use crate::document::service::{Lifecycle, Service};
pub(crate) use crate::document::sow::{Sow, WorkItem};
pub(crate) use crate::document::survey::Survey;
pub(crate) use crate::each;
pub(crate) use crate::fields::{At, Field, Unknown, Withheld};
pub(crate) use crate::id::{ContentPath, Kind, RecordId};
pub(crate) use crate::site::{Action, Entry, JudgedStep, Site, has_dead_reference};
pub(crate) use crate::text::{Date, Money, Span, count, days, days_after, days_between, list, parse_date, quoted};
pub(crate) use crate::workflow::{Body, Means, Phase};
