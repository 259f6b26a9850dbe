//! `candor completions` and `candor man`: what a package puts beside the program.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::env::{fail, print};
use super::{Arguments, Outcome};

/// Print the completions for a shell
#[derive(Args, Debug)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

/// Print the manual page
#[derive(Args, Debug)]
pub(super) struct Man {}

impl Completions {
    pub(super) fn run(self) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "candor", &mut script);
        print(String::from_utf8_lossy(&script));
        Outcome::Clean
    }
}

impl Man {
    pub(super) fn run(self) -> Outcome {
        let mut page = Vec::new();
        match clap_mangen::Man::new(Arguments::command()).render(&mut page) {
            Ok(()) => {
                print(String::from_utf8_lossy(&page));
                Outcome::Clean
            }
            Err(error) => fail(Outcome::Environment, format_args!("the manual page cannot be printed: {error}")),
        }
    }
}
