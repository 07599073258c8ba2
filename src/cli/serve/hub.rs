//! The pages that wait to hear of changes: server-sent events.

use std::io::{ErrorKind, Write};
use std::net::TcpStream;
use std::sync::{Mutex, PoisonError};

/// The most pages that are told; a browser keeps about six open.
const MOST: usize = 1000;

/// The connections of the pages that are open.
#[derive(Debug, Default)]
pub(crate) struct Hub {
    pages: Mutex<Vec<TcpStream>>,
}

impl Hub {
    /// Takes a connection over, after telling it how things are. Nothing waits for it afterwards: one
    /// that does not take what it is told is closed, and the browser asks again.
    pub(crate) fn take(&self, mut page: TcpStream, state: &str) {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\
                    Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
                    Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n\
                    retry: 300\n";
        let first = format!("{head}{}", event(state));
        if page.set_nonblocking(true).is_err() || !tell(&mut page, &first) {
            return;
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            pages.remove(0);
        }
        pages.push(page);
    }

    /// Tells every page how things are.
    pub(crate) fn tell(&self, state: &str) {
        self.send(&event(state));
    }

    /// Finds out which pages have been closed.
    pub(crate) fn knock(&self) {
        self.send(":\n\n");
    }

    fn send(&self, text: &str) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.retain_mut(|page| tell(page, text));
    }
}

fn event(state: &str) -> String {
    format!("data: {state}\n\n")
}

/// Whether the connection took all of it at once.
fn tell(page: &mut TcpStream, text: &str) -> bool {
    loop {
        match page.write(text.as_bytes()) {
            Ok(count) => return count == text.len(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return false,
        }
    }
}
