//! What a browser asks for, and whether it may.

use std::io::{self, Read};
use std::net::{IpAddr, TcpStream};
use std::time::{Duration, Instant};

use shushuo::site::escaped;

/// The longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16 << 10;
/// A request that has not been told after so long is not waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// A request that may be answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Request {
    /// The path, decoded, without the first `/`.
    pub(crate) path: String,
    /// What stands behind `?`, not decoded.
    pub(crate) query: String,
    /// Whether only the head of the answer is wanted.
    pub(crate) is_head: bool,
}

/// Why a request is not answered: the HTTP status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It is no HTTP request, or its path is none.
    Bad,
    /// It comes from another site, or asks for one.
    Foreign,
    /// It asks for something else than to read.
    Method,
    /// It takes too long.
    Slow,
    /// It is too large.
    Large,
}

impl Refusal {
    /// The status line's number and words.
    pub(crate) fn status(self) -> &'static str {
        match self {
            Refusal::Bad => "400 Bad Request",
            Refusal::Foreign => "403 Forbidden",
            Refusal::Method => "405 Method Not Allowed",
            Refusal::Slow => "408 Request Timeout",
            Refusal::Large => "431 Request Header Fields Too Large",
        }
    }
}

/// Reads the head of a request.
///
/// # Errors
/// Says why where there is none that can be answered; an empty connection is `Slow`.
pub(crate) fn read(stream: &mut TcpStream, names: &Names) -> Result<Request, Refusal> {
    let deadline = Instant::now() + PATIENCE;
    let mut head = Vec::with_capacity(1024);
    let mut chunk = [0; 2048];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return Err(Refusal::Slow);
        }
        match stream.read(&mut chunk) {
            Ok(0) => return Err(Refusal::Bad),
            Ok(count) => head.extend_from_slice(&chunk[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(Refusal::Slow),
        }
        if let Some(end) = head.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            head.truncate(end);
            return parse(&head, names);
        }
        if head.len() > LONGEST_HEAD {
            return Err(Refusal::Large);
        }
    }
}

fn parse(head: &[u8], names: &Names) -> Result<Request, Refusal> {
    let head = std::str::from_utf8(head).map_err(|_| Refusal::Bad)?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next().unwrap_or_default().split(' ');
    let (method, target, version) = (words.next(), words.next(), words.next());
    let (Some(method), Some(target), Some("HTTP/1.0" | "HTTP/1.1"), None) =
        (method, target, version, words.next())
    else {
        return Err(Refusal::Bad);
    };
    let mut headers = Vec::new();
    for line in lines {
        let (name, value) = line.split_once(':').ok_or(Refusal::Bad)?;
        headers.push((name.to_ascii_lowercase(), value.trim()));
    }
    let all = |wanted: &'static str| {
        headers.iter().filter(move |(name, _)| name == wanted).map(|(_, value)| *value)
    };
    let hosts: Vec<&str> = all("host").collect();
    if hosts.len() != 1 || !names.is_own_host(hosts[0]) {
        return Err(Refusal::Foreign);
    }
    let is_cross_site = all("sec-fetch-site").any(|site| site == "cross-site")
        && !all("sec-fetch-mode").any(|mode| mode == "navigate");
    if is_cross_site || !all("origin").all(|origin| names.is_own_origin(origin)) {
        return Err(Refusal::Foreign);
    }
    if !matches!(method, "GET" | "HEAD") {
        return Err(Refusal::Method);
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    Ok(Request {
        path: decode(path.strip_prefix('/').ok_or(Refusal::Bad)?).ok_or(Refusal::Bad)?,
        query: query.to_owned(),
        is_head: method == "HEAD",
    })
}

/// Decodes a path; `None` for one that leads anywhere else than down from the site's root.
pub(crate) fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some(first) = rest.first() {
        let is_escape = *first == b'%';
        bytes.push(if is_escape { escaped(rest)? } else { *first });
        rest = &rest[if is_escape { 3 } else { 1 }..];
    }
    let path = String::from_utf8(bytes).ok()?;
    let is_plain = |part: &str| !matches!(part, "." | "..") && !part.contains(['\\', '\0']);
    (path.split('/').all(is_plain) && !path.starts_with('/')).then_some(path)
}

/// The names under which the server is asked: other sites may not ask it (DNS rebinding).
#[derive(Debug, Clone)]
pub(crate) struct Names {
    /// The name or address that the user gave.
    pub(crate) host: String,
    /// Where it listens.
    pub(crate) port: u16,
}

impl Names {
    /// Whether a `Host` header names this server.
    fn is_own_host(&self, host: &str) -> bool {
        let (name, port) = match host.rsplit_once(':') {
            // The standard library takes a sign, too.
            Some((name, port)) if !port.ends_with(']') && !port.starts_with('+') => {
                (name, port.parse().ok())
            }
            _ => (host, Some(80)),
        };
        port == Some(self.port) && self.is_own_name(name)
    }

    fn is_own_name(&self, name: &str) -> bool {
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let is_local =
            name.eq_ignore_ascii_case("localhost") || ["127.0.0.1", "::1"].contains(&bare);
        // A server that listens everywhere is asked by any address; other sites have a name.
        let is_open = self.host.parse::<IpAddr>().is_ok_and(|host| host.is_unspecified());
        is_local
            || bare.eq_ignore_ascii_case(&self.host)
            || (is_open && bare.parse::<IpAddr>().is_ok())
    }

    fn is_own_origin(&self, origin: &str) -> bool {
        origin.strip_prefix("http://").is_some_and(|host| self.is_own_host(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(host: &str) -> Names {
        Names { host: host.to_owned(), port: 3210 }
    }

    fn ask(head: &str) -> Result<Request, Refusal> {
        parse(head.as_bytes(), &names("127.0.0.1"))
    }

    #[test]
    fn a_plain_request_is_understood() {
        let request =
            ask("GET /en/a%20b.html?x=1 HTTP/1.1\r\nHost: localhost:3210\r\nA:b").unwrap();
        assert_eq!((request.path.as_str(), request.query.as_str()), ("en/a b.html", "x=1"));
        assert!(!request.is_head);
    }

    #[test]
    fn other_sites_are_refused() {
        for head in [
            "GET / HTTP/1.1\r\nHost: evil.example:3210",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example:3210",
            "GET / HTTP/1.1\r\nHost: localhost",
            "GET / HTTP/1.1\r\nHost: localhost:80",
            "GET / HTTP/1.1\r\nHost: localhost:+3210",
            "GET / HTTP/1.1",
            "GET / HTTP/1.1\r\nHost: localhost:3210\r\nHost: evil.example",
            "GET / HTTP/1.1\r\nHost: localhost:3210\r\nOrigin: http://evil.example",
            "GET / HTTP/1.1\r\nHost: localhost:3210\r\nOrigin: null",
            "GET / HTTP/1.1\r\nHost: localhost:3210\r\nOrigin: https://localhost:3210",
            "GET / HTTP/1.1\r\nHost: localhost:3210\r\nSec-Fetch-Site: cross-site",
        ] {
            assert_eq!(ask(head), Err(Refusal::Foreign), "{head}");
        }
        for host in ["localhost:3210", "127.0.0.1:3210", "[::1]:3210", "LOCALHOST:3210"] {
            let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}");
            assert!(ask(&head).is_ok(), "{head}");
        }
    }

    #[test]
    fn a_server_that_listens_everywhere_is_asked_by_addresses() {
        assert!(names("0.0.0.0").is_own_host("192.168.1.7:3210"));
        assert!(!names("0.0.0.0").is_own_host("newsroom.example:3210"));
        assert!(names("newsroom.example").is_own_host("newsroom.example:3210"));
        assert!(!names("127.0.0.1").is_own_host("192.168.1.7:3210"));
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        for path in [
            "../site.yaml",
            "a/../../b",
            "%2e%2e/site.yaml",
            "%2E%2e%2fsite.yaml",
            "..%2fsite.yaml",
            "..%5csite.yaml",
            "a\\..\\b",
            "%00",
            "%ff%fe",
            "%2fetc/passwd",
            "/etc/passwd",
            "%zz",
            "%+f",
            "%2",
            "./a",
        ] {
            assert_eq!(decode(path), None, "{path}");
        }
        assert_eq!(decode("%252e%252e/a").as_deref(), Some("%2e%2e/a"));
        assert_eq!(decode("tags/%E6%B0%91.html").as_deref(), Some("tags/民.html"));
    }

    #[test]
    fn what_is_no_request_to_read_is_refused() {
        let host = "Host: localhost:3210";
        assert_eq!(ask(&format!("POST / HTTP/1.1\r\n{host}")), Err(Refusal::Method));
        assert_eq!(ask(&format!("GET http://a/ HTTP/1.1\r\n{host}")), Err(Refusal::Bad));
        assert_eq!(ask(&format!("GET / HTTP/2\r\n{host}")), Err(Refusal::Bad));
        assert_eq!(ask(&format!("GET / HTTP/1.1\r\n{host}\r\nno header")), Err(Refusal::Bad));
        assert_eq!(ask("hello"), Err(Refusal::Bad));
    }
}
