//! One binary for everything that is tested from outside.

mod approvals;
mod command_line;
mod hostile;
mod publish;
mod rules;
mod sites;
mod support;
mod tally;
mod theme;
mod tidy;
