//! Runs the program where memory and time are short.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::common::{Fixture, files_of};

/// The address space that a run may take, in KiB: far more than any site of the tests needs.
const MEMORY: usize = 2 << 20;
/// No run takes this long, on any machine; one that does hangs.
const PATIENCE: Duration = Duration::from_secs(300);
/// Inputs that would take minutes if work grew with their square take no longer.
const PROMPT: Duration = Duration::from_secs(60);

/// How a run in bounds ended.
pub(crate) struct Bounded {
    pub(crate) exit: Option<i32>,
    pub(crate) told: String,
}

/// Runs a command of shushuo on a folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Bounded {
    let mut command = if cfg!(unix) {
        let mut shell = Command::new("sh");
        let script = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_shushuo")]);
        shell
    } else {
        Command::new(env!("CARGO_BIN_EXE_shushuo"))
    };
    command
        .current_dir(folder)
        .envs([("LC_ALL", "en_US.UTF-8"), ("NO_COLOR", "1"), ("RAYON_NUM_THREADS", "2")])
        // What the allocator sets aside in advance, and does not use, is not to count: 64 MiB of
        // address space at once instead of a gibibyte.
        .env("MIMALLOC_ARENA_RESERVE", "65536")
        .args(arguments)
        .stdin(Stdio::null());
    let output = wait(command);
    let told = [output.stdout, output.stderr].concat();
    Bounded { exit: output.status.code(), told: String::from_utf8_lossy(&told).into_owned() }
}

/// Waits for a command, but not for ever. Its output goes to files, which never fill up as a pipe
/// does.
fn wait(mut command: Command) -> Output {
    let (stdout, stderr) =
        (tempfile::NamedTempFile::new().unwrap(), tempfile::NamedTempFile::new().unwrap());
    let mut child =
        command.stdout(stdout.reopen().unwrap()).stderr(stderr.reopen().unwrap()).spawn().unwrap();
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("still at work after {} s: {command:?}", PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let read = |file: &tempfile::NamedTempFile| std::fs::read(file.path()).unwrap();
    Output { status, stdout: read(&stdout), stderr: read(&stderr) }
}

impl Bounded {
    /// The codes of what was found, in order; those of a kind are told once.
    pub(crate) fn codes(&self) -> Vec<&str> {
        let mut codes: Vec<&str> = Vec::new();
        for line in self.told.lines() {
            let begins = ["error[", "warning["].iter().find_map(|word| line.strip_prefix(word));
            if let Some((code, _)) = begins.and_then(|rest| rest.split_once("]: "))
                && codes.last() != Some(&code)
            {
                codes.push(code);
            }
        }
        codes
    }

    /// Fails unless the run ended by itself, well, and told no more than a person reads.
    #[track_caller]
    pub(crate) fn is_civil(&self, case: &str) {
        let shown: String = self.told.chars().take(2000).collect();
        assert!(matches!(self.exit, Some(0 | 1)), "{case} ended with {:?}:\n{shown}", self.exit);
        assert!(!self.told.contains("panicked"), "{case}:\n{shown}");
        assert!(self.told.len() < 300_000, "{case} told {} bytes:\n{shown}", self.told.len());
    }

    /// Fails unless exactly these things were found.
    #[track_caller]
    pub(crate) fn finds(&self, case: &str, codes: &[&str]) {
        self.is_civil(case);
        let shown: String = self.told.chars().take(2000).collect();
        assert_eq!(self.codes(), codes, "{case}:\n{shown}");
    }
}

/// Checks a site.
pub(crate) fn check(site: &Fixture) -> Bounded {
    run(site.path(), &["check"])
}

/// Builds a site in spite of errors, and says how many bytes it became.
pub(crate) fn build(site: &Fixture) -> (Bounded, usize) {
    let told = run(site.path(), &["build", "--allow-errors"]);
    let built = site.path().join("dist");
    let size = |file: &String| std::fs::read(built.join(file)).unwrap().len();
    let size = if built.exists() { files_of(&built).iter().map(size).sum() } else { 0 };
    (told, size)
}

/// Fails if a run takes as long as only work does that grows faster than its input.
#[track_caller]
pub(crate) fn promptly<T>(case: &str, run: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = run();
    let took = begun.elapsed();
    assert!(took < PROMPT, "{case} took {} s", took.as_secs());
    done
}
