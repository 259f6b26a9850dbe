//! What a command does when it is asked to end: it cleans up first.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use signal_hook::low_level::emulate_default_handler;

#[cfg(unix)]
const SIGNALS: [i32; 3] = [SIGINT, SIGTERM, signal_hook::consts::SIGHUP];
#[cfg(not(unix))]
const SIGNALS: [i32; 2] = [SIGINT, SIGTERM];

/// The signals that end a program, kept until [`obey`](Signals::obey). The second one ends it at once.
pub(super) struct Signals {
    /// The number of the signal that came; 0 when none did.
    number: Arc<AtomicUsize>,
}

impl Signals {
    /// Keeps every such signal from now on.
    ///
    /// # Errors
    /// When the system does not allow that.
    pub(super) fn caught() -> io::Result<Signals> {
        let (number, came) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        for signal in SIGNALS {
            // In this order: what the first signal sets is seen by the second.
            flag::register_conditional_default(signal, came.clone())?;
            flag::register(signal, came.clone())?;
            flag::register_usize(signal, number.clone(), usize::try_from(signal).unwrap_or_default())?;
        }
        Ok(Signals { number })
    }

    /// Whether one came.
    pub(super) fn came(&self) -> bool {
        self.number.load(Ordering::Relaxed) != 0
    }

    /// Ends the program as the signal that came would have; does nothing when none did.
    pub(super) fn obey(&self) {
        let number = i32::try_from(self.number.load(Ordering::Relaxed)).unwrap_or_default();
        if number != 0 {
            drop(emulate_default_handler(number));
        }
    }
}
