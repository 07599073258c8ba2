//! The line that shows how far a long run is.

use std::io::{self, IsTerminal};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use shushuo::progress::{Progress, Step};

use super::console;
use super::words::Words;

/// A run shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn anew.
const FRAME: Duration = Duration::from_millis(100);
/// Back to the start of the line, and clear it.
const CLEAR: &str = "\r\u{1b}[K";

/// A bar on the terminal's last line, drawn by a thread of its own. Dropping it clears the line.
#[derive(Debug)]
pub(crate) struct Bar {
    thread: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Bar {
    /// Shows `progress` once it lasts, where standard error is a terminal.
    pub(crate) fn show(progress: &Progress, words: &Words) -> Bar {
        if !io::stderr().is_terminal() {
            return Bar { thread: None };
        }
        let (stop, stopped) = mpsc::channel();
        let (progress, words) = (progress.clone(), Words::new(words.lang));
        let started = Instant::now();
        let thread = std::thread::spawn(move || {
            let mut wait = PATIENCE;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                wait = FRAME;
                if let Some(step) = progress.current() {
                    console::note(&format!("{CLEAR}{}", line(step, started.elapsed(), &words)));
                }
            }
            if wait == FRAME {
                console::note(CLEAR);
            }
        });
        Bar { thread: Some((stop, thread)) }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.thread.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}

fn line(step: Step, elapsed: Duration, words: &Words) -> String {
    let bar: String = Step::ALL.iter().map(|other| if *other < step { '=' } else { ' ' }).collect();
    let elapsed = words.fill("seconds", &[("n", &elapsed.as_secs().to_string())]);
    format!(
        "[{}>{}] {} {elapsed}",
        bar.trim_end(),
        &bar[bar.trim_end().len() + 1..],
        name(step, words)
    )
}

/// What a step is called.
pub(crate) fn name(step: Step, words: &Words) -> &str {
    match step {
        Step::Read => words.get("step-read"),
        Step::Parse => words.get("step-parse"),
        Step::Assemble => words.get("step-assemble"),
        Step::Check => words.get("step-check"),
        Step::Render => words.get("step-render"),
        Step::Write => words.get("step-write"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shushuo::lang::Lang;

    #[test]
    fn the_line_shows_the_step_and_the_time() {
        let line = |step, lang| line(step, Duration::from_millis(3_700), &Words::new(lang));
        assert_eq!(line(Step::Read, Lang::En), "[>     ] reading files 3 s");
        assert_eq!(line(Step::Render, Lang::Zh), "[====> ] 生成页面 3 秒");
        assert_eq!(line(Step::Write, Lang::En), "[=====>] writing files 3 s");
    }
}
