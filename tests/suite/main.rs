//! One binary for everything that is tested from outside.

mod command_line;
mod diagram;
mod hostile;
mod publish;
mod rules;
mod schema;
mod support;
mod tally;
mod theme;
mod tidy;
