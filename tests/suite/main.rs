//! One binary for everything that is tested from outside.

mod approvals;
mod beside;
mod canary;
mod change;
mod clauses;
mod command_line;
mod compare;
mod diagram;
mod drafts;
mod duties;
mod fix;
mod hostile;
mod profiles;
mod properties;
mod publish;
mod replay;
mod rules;
mod schema;
mod sites;
mod standing;
mod states;
mod support;
mod tally;
mod theme;
mod tidy;
