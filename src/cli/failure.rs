//! Why a command could not do its work: it was used wrongly, or the machine failed.

use std::io;
use std::process::ExitCode;

use shushuo::output::OutputError;

use super::report;
use super::words::Words;

/// The exit status when the content has errors.
pub(crate) const CONTENT: u8 = 1;
/// The exit status when the command was used wrongly or the machine failed.
pub(crate) const FAILED: u8 = 2;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It was used wrongly: what is wrong, and an action.
    Usage { message: String, hint: Option<String> },
    /// The site could not be written.
    Output(OutputError),
    /// The result could not be printed.
    Print(io::Error),
}

impl Failure {
    /// A command that was used wrongly.
    pub(crate) fn usage(message: String, hint: Option<String>) -> Self {
        Failure::Usage { message, hint }
    }

    /// The failure as it is printed.
    pub(crate) fn printed(&self, words: &Words) -> String {
        match self {
            Failure::Usage { message, hint } => report::plain(message, hint.as_deref(), words),
            Failure::Output(error) => {
                let message = words.say(&error.message());
                let message = match error.cause() {
                    Some(cause) => words
                        .fill("because", &[("message", &message), ("cause", &words.say(&cause))]),
                    None => message,
                };
                report::plain(&message, Some(&words.say(&error.hint())), words)
            }
            Failure::Print(cause) => {
                let message = words.fill("cannot-print", &[("cause", &cause.to_string())]);
                report::plain(&message, None, words)
            }
        }
    }

    /// The exit status that every failure has.
    pub(crate) fn status() -> ExitCode {
        ExitCode::from(FAILED)
    }
}

impl From<io::Error> for Failure {
    fn from(cause: io::Error) -> Self {
        Failure::Print(cause)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        Failure::Output(error)
    }
}
