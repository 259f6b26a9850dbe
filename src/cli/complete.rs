//! `candor completions` and `candor man`: what a package puts beside the program.

use std::io;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::surroundings::fail;
use super::{Arguments, Outcome};

/// Print the completions for a shell
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

/// Print the manual page
#[derive(Args, Debug)]
pub struct Man {}

impl Completions {
    pub fn run(self) -> Outcome {
        clap_complete::generate(self.shell, &mut Arguments::command(), "candor", &mut io::stdout());
        Outcome::Clean
    }
}

impl Man {
    pub fn run(self) -> Outcome {
        match clap_mangen::Man::new(Arguments::command()).render(&mut io::stdout()) {
            Ok(()) => Outcome::Clean,
            Err(error) => fail(Outcome::World, format_args!("the manual page cannot be printed: {error}")),
        }
    }
}
