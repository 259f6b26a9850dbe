//! What the index of the search takes, by itself: `cargo bench --bench index -- FOLDER [RUNS]`, with the folder of a record.
//!
//! The record is read, linked and checked first, and what the pages share is made. Then the index is built, with nothing else at
//! work: the processor time is that of the whole process from before to after, the memory what its peak grew by.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use candor::page::{route_at, routes};
use candor::project::{Options, Project};
use candor::text::parse_date;
use candor::tree::Tree;
use mimalloc::MiMalloc;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    let mut given = std::env::args().skip(1).filter(|it| !it.starts_with("--"));
    let Some(folder) = given.next().map(PathBuf::from) else {
        println!("no folder of a record is given: nothing to measure");
        return;
    };
    let runs = given.next().and_then(|runs| runs.parse().ok()).unwrap_or(5);
    let options =
        Options { today: parse_date("2026-06-30").expect("a day"), drafts: false, base_url: None, index_links: false };
    let project = Project::of(Tree::read(&folder).expect("the folder can be read"), &options);
    for _ in 0..runs {
        let context = project.context();
        context.prepare();
        let (before, since) = (processor_time(), Instant::now());
        let memory = peak_from_now();
        // Any place of the search asks for all of it.
        let none = route_at(&context, "search/none");
        assert!(none.is_none(), "nothing is there");
        let (cpu, wall, grown) = (processor_time() - before, since.elapsed(), peak().saturating_sub(memory));
        let files = routes(&context).iter().filter(|(path, _)| path.as_str().starts_with("search/")).count();
        println!(
            "{:.2} s of processor time, {:.2} s, {grown} MB more, {files} files",
            cpu.as_secs_f64(),
            wall.as_secs_f64()
        );
    }
}

/// What all threads of this process have taken.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).expect("less than a second"))
}

/// Has the system forget the peak, and gives what is held now, in megabytes.
fn peak_from_now() -> u64 {
    fs::write("/proc/self/clear_refs", "5").expect("Linux forgets the peak when asked to");
    line("VmRSS:")
}

fn peak() -> u64 {
    line("VmHWM:")
}

/// A line of what the system says about this process, in megabytes.
fn line(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux says how much a process holds");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("it is always there");
    line.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") / 1000
}
