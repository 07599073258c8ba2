//! A running `shushuo serve`, asked byte by byte.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Long enough for any machine: what takes longer has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// A server that ends with the test.
pub(crate) struct Server {
    pub(crate) process: Child,
    pub(crate) port: u16,
    /// What was told before the address.
    pub(crate) told: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Server {
    /// Serves the site in `folder` at a port that is free.
    pub(crate) fn start(folder: &Path) -> Server {
        Server::start_with(folder, &["--port", "0"])
    }

    pub(crate) fn start_with(folder: &Path, arguments: &[&str]) -> Server {
        let mut process = Command::new(env!("CARGO_BIN_EXE_shushuo"))
            .args(["serve", "--lang", "en", "--site"])
            .arg(folder)
            .args(arguments)
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let output = process.stdout.take().expect("the output is piped");
        let mut lines = BufReader::new(output);
        let mut told = String::new();
        let port = loop {
            let mut line = String::new();
            let count = lines.read_line(&mut line).expect("the program prints text");
            assert!(count > 0, "the server ended:\n{told}");
            told.push_str(&line);
            if let Some((_, address)) = line.split_once("http://127.0.0.1:") {
                break address.trim().trim_end_matches('/').parse().expect("a port");
            }
        };
        // Somebody has to listen: a program whose output nobody takes is stopped by it.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Server { process, port, told }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("the server listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time-out can be set");
        stream
    }

    /// Sends these bytes and returns what is answered; `None` where the connection is only closed.
    pub(crate) fn send(&self, bytes: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // A server that has heard enough closes the connection.
        let _ = stream.write_all(bytes);
        hear(&mut stream)
    }

    /// Asks for a path as a browser does.
    pub(crate) fn get(&self, target: &str) -> Answer {
        let head = format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port);
        self.send(head.as_bytes()).expect("an answer")
    }

    /// Asks again and again until the answer is as wanted.
    #[track_caller]
    pub(crate) fn until(&self, target: &str, holds: impl Fn(&Answer) -> bool) -> Answer {
        let started = std::time::Instant::now();
        loop {
            let answer = self.get(target);
            if holds(&answer) {
                return answer;
            }
            assert!(started.elapsed() < PATIENCE, "not followed: {target}\n{answer:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// A connection that is told of changes, with what it is told first.
    pub(crate) fn listen(&self) -> (BufReader<TcpStream>, String) {
        let mut stream = self.connect();
        let head =
            format!("GET /_shushuo/events HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port);
        stream.write_all(head.as_bytes()).expect("the server takes a request");
        let mut lines = BufReader::new(stream);
        let first = told(&mut lines);
        (lines, first)
    }
}

/// The next event.
pub(crate) fn told(lines: &mut BufReader<TcpStream>) -> String {
    loop {
        let mut line = String::new();
        let count = lines.read_line(&mut line).expect("an event in time");
        assert!(count > 0, "the connection was closed");
        if let Some(event) = line.strip_prefix("data: ") {
            return event.trim().to_owned();
        }
    }
}

fn hear(stream: &mut TcpStream) -> Option<Answer> {
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}
