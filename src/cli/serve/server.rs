//! Connections: each is read and answered by a short-lived thread, and closed.

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::request::{self, Names, Refusal};
use super::respond::{Desk, Outcome, Response};

/// How many ports are tried, beginning with the one asked for.
const TRIES: u16 = 50;
/// The most requests that are answered at a time; more are closed at once.
const MOST: usize = 256;
/// A browser that takes nothing for so long is given up.
const PATIENCE: Duration = Duration::from_secs(10);
/// How much of a request is read that is refused, so that the refusal is heard.
const DRAINED: usize = 256 << 10;

/// Listens at the port asked for, or the next one that is free.
///
/// # Errors
/// When the address is none of this machine, or no port is free.
pub(crate) fn listen(host: &str, port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let last = if port == 0 { 0 } else { port.saturating_add(TRIES) };
    let mut error = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for port in port..=last {
        for address in (host, port).to_socket_addrs()? {
            match TcpListener::bind(address) {
                Ok(listener) => {
                    let address = listener.local_addr()?;
                    return Ok((listener, address));
                }
                Err(cause) => error = cause,
            }
        }
        if error.kind() != io::ErrorKind::AddrInUse {
            break;
        }
    }
    Err(error)
}

/// Answers every connection; never returns.
pub(crate) fn serve(listener: &TcpListener, names: &Names, desk: &Arc<Desk>) {
    let busy = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        let Ok(stream) = stream else {
            // The machine has no room for another connection: some will be closed soon.
            std::thread::sleep(Duration::from_millis(20));
            continue;
        };
        if busy.fetch_add(1, Ordering::AcqRel) >= MOST {
            busy.fetch_sub(1, Ordering::AcqRel);
            continue;
        }
        let (names, desk, counted) = (names.clone(), Arc::clone(desk), Counted(Arc::clone(&busy)));
        let thread = std::thread::Builder::new().stack_size(512 << 10);
        // A thread that cannot be started drops, and so closes, the connection.
        let _ = thread.spawn(move || {
            let _counted = counted;
            connection(stream, &names, &desk);
        });
    }
}

/// Counts a connection as open until it is dropped.
struct Counted(Arc<AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

fn connection(mut stream: TcpStream, names: &Names, desk: &Desk) {
    let _ = stream.set_nodelay(true);
    let _ = stream.set_write_timeout(Some(PATIENCE));
    match request::read(&mut stream, names) {
        Ok(request) => match desk.answer(&request) {
            Outcome::Listen => desk.stage.hub.take(stream, || desk.stage.told()),
            Outcome::Answer(response) => {
                let _ = send(&mut stream, &response, request.is_head);
                let _ = stream.shutdown(Shutdown::Write);
            }
        },
        Err(refusal) => refuse(stream, refusal),
    }
}

fn send(stream: &mut TcpStream, response: &Response, is_head: bool) -> io::Result<()> {
    let mut bytes = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n\
         X-Frame-Options: SAMEORIGIN\r\nReferrer-Policy: same-origin\r\nConnection: close\r\n\r\n",
        response.status,
        response.kind,
        response.body.len()
    )
    .into_bytes();
    if !is_head {
        bytes.extend_from_slice(&response.body);
    }
    stream.write_all(&bytes)
}

/// Says why there is no answer. What is still being sent is read for a while: a connection that is
/// closed over it would take the answer with it.
fn refuse(mut stream: TcpStream, refusal: Refusal) {
    let body = format!("{}\n", refusal.status()).into_bytes();
    let kind = "text/plain; charset=utf-8";
    let response = Response { status: refusal.status(), kind, body };
    if send(&mut stream, &response, false).is_err() {
        return;
    }
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let mut chunk = [0; 4096];
    let mut left = DRAINED;
    while let Ok(count @ 1..) = stream.read(&mut chunk) {
        match left.checked_sub(count) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_gives_the_next_one() {
        let (_first, used) = listen("127.0.0.1", 0).unwrap();
        let (_second, next) = listen("127.0.0.1", used.port()).unwrap();
        assert!(next.port() > used.port(), "{next}");
    }

    #[test]
    fn an_address_of_another_machine_is_an_error() {
        assert!(listen("192.0.2.1", 0).is_err());
    }
}
