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
    ///
    /// `state` is asked while nobody can be told anything: what changes after it is told to this page
    /// too.
    pub(crate) fn take(&self, mut page: TcpStream, state: impl FnOnce() -> String) {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\
                    Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\
                    Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n\
                    retry: 300\n";
        if page.set_nonblocking(true).is_err() {
            return;
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let first = format!("{head}{}", event(&state()));
        if !tell(&mut page, &first) {
            return;
        }
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

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;
    use std::time::Duration;

    use super::*;

    /// What a page that has just been taken is told.
    fn events(mut page: BufReader<TcpStream>, count: usize) -> Vec<String> {
        let mut told = Vec::new();
        while told.len() < count {
            let mut line = String::new();
            assert_ne!(page.read_line(&mut line).unwrap(), 0, "closed after {told:?}");
            told.extend(line.strip_prefix("data: ").map(|event| event.trim().to_owned()));
        }
        told
    }

    #[test]
    fn a_change_while_a_page_connects_is_told() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let page = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        page.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let (stream, _) = listener.accept().unwrap();
        let hub = Hub::default();
        std::thread::scope(|scope| {
            hub.take(stream, || {
                // The site changes between this answer and the moment when the page is listed.
                scope.spawn(|| hub.tell("new"));
                std::thread::sleep(Duration::from_millis(50));
                "old".to_owned()
            });
        });
        assert_eq!(events(BufReader::new(page), 2), ["old", "new"]);
    }
}
