//! The `candor` command.

use std::process::ExitCode;

/// A record is many small texts, made by several threads: with the allocator of the system a check takes half as long again.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    candor::cli::run(std::env::args_os())
}
