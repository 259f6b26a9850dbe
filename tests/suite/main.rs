//! One binary for everything that is tested from outside.

mod command_line;
mod compare;
mod hostile;
mod publish;
mod replay;
mod rules;
mod support;
mod tally;
mod theme;
mod tidy;
