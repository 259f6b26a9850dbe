//! One binary for everything that is tested from outside.

mod approvals;
mod clauses;
mod command_line;
mod compare;
mod diagram;
mod duties;
mod fix;
mod hostile;
mod links;
mod preview;
mod profiles;
mod properties;
mod publish;
mod replay;
mod rules;
mod schema;
mod sites;
mod standing;
mod support;
mod tally;
mod theme;
mod tidy;
