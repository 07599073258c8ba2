//! The only place that prints: results on standard output, the rest on standard error, coloured
//! only on a terminal and never when `NO_COLOR` is set.

use std::io::{self, Write};

/// How wide messages are laid out where the terminal does not say, in cells.
const WIDTH: usize = 160;
/// The widest and narrowest layout, in cells.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=160;

/// Prints to standard output. A reader that went away, as `head` does, is no failure.
pub(crate) fn result(text: &str) -> io::Result<()> {
    forgive_closed(anstream::stdout().lock().write_all(text.as_bytes()))
}

/// Prints to standard error; nothing can be said about a failure there.
pub(crate) fn note(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

fn forgive_closed(printed: io::Result<()>) -> io::Result<()> {
    match printed {
        Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// How wide messages may be, in cells.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = terminal_size::terminal_size_of(io::stderr());
    let terminal = terminal.map(|(terminal_size::Width(cells), _)| usize::from(cells));
    let width: usize = terminal.or(said).unwrap_or(WIDTH);
    width.clamp(*WIDTHS.start(), *WIDTHS.end())
}
