//! `shushuo serve`, attacked and edited over plain connections. What a browser makes of it is in
//! `tests/browser/serve.mjs`.

#[path = "../common/mod.rs"]
mod common;
mod server;

use std::fs;
use std::io::Write;

use common::{Fixture, files_of};
use server::{Server, told};

/// What stands in a file beside the site, and must never be sent.
const SECRET: &str = "the-secret-of-the-machine";

/// The smallest site in a folder below one that holds a secret.
fn site() -> (Fixture, std::path::PathBuf) {
    let mut fixture = Fixture::new().file("secret.txt", SECRET).file("site/.env", SECRET);
    for (path, text) in common::SMALLEST {
        fixture = fixture.file(&format!("site/{path}"), text);
    }
    let folder = fixture.path().join("site");
    (fixture, folder)
}

#[test]
fn the_site_is_shown_and_nothing_is_written() {
    let (_keep, folder) = site();
    let before = files_of(&folder);
    let server = Server::start(&folder);
    for path in ["/", "/index.html", "/en/", "/jobs.html", "/figures/jobs.html"] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body.contains("/_shushuo/serve.js"), "{path}");
        assert!(answer.body.contains("connect-src 'self'"), "{path}");
        assert!(!answer.head.to_lowercase().contains("access-control-allow"), "{}", answer.head);
    }
    let styles = server.get("/assets/site.css?some");
    assert!(styles.head.contains("Content-Type: text/css"), "{}", styles.head);
    assert_eq!(server.get("/nothing.html").status, 404);
    let head = format!("HEAD / HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port);
    let answer = server.send(head.as_bytes()).expect("an answer");
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    assert_eq!(files_of(&folder), before);
}

#[test]
fn the_built_site_has_nothing_of_the_server() {
    let built = Fixture::smallest().build();
    built.succeeds();
    for (path, bytes) in built.contents() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("_shushuo"), "{path}");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let steps = ["..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "..%00", "%c0%ae%c0%ae", "．．"];
    let slashes = ["/", "%2f", "%5c", "\\", "//", "/./", "%252f", "%c0%af"];
    let files =
        ["secret.txt", "site.yaml", "site/site.yaml", "etc/passwd", ".env", "content/jobs.zh.md"];
    for step in steps {
        for slash in slashes {
            for file in files {
                for depth in 1..4 {
                    let up = format!("{step}{slash}").repeat(depth);
                    hold(&server, &format!("/{up}{file}"));
                    hold(&server, &format!("/assets/{up}{file}"));
                    hold(&server, &format!("/_shushuo/side/{up}{file}"));
                }
            }
        }
    }
    for target in
        ["/.env", "//etc/passwd", "/site.yaml", "file:///etc/passwd", "*", "", "/%", "/%zz"]
    {
        hold(&server, target);
    }
    let state = server.get("/_shushuo/page?path=../../secret.txt");
    assert!(!state.body.contains(SECRET), "{}", state.body);
}

/// Holds an answer to the site: its pages, or none.
#[track_caller]
fn hold(server: &Server, target: &str) {
    let head = format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port);
    let answer = server.send(head.as_bytes()).expect("an answer");
    assert!(matches!(answer.status, 400 | 404), "{target}: {}", answer.status);
    for secret in [SECRET, "root:", "languages: [zh, en]", "quote:"] {
        assert!(!answer.body.contains(secret), "{target} gives {secret}");
    }
}

#[test]
fn other_sites_cannot_ask() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let port = server.port;
    let status = |headers: &str| {
        let head = format!("GET /_shushuo/page?path=index.html HTTP/1.1\r\n{headers}\r\n\r\n");
        server.send(head.as_bytes()).expect("an answer").status
    };
    for headers in [
        "Host: rebound.example".to_owned(),
        format!("Host: rebound.example:{port}"),
        format!("Host: localhost:{port}.rebound.example"),
        format!("Host: localhost.rebound.example:{port}"),
        "Host: localhost:1".to_owned(),
        "Accept: */*".to_owned(),
        format!("Host: localhost:{port}\r\nHost: rebound.example"),
        format!("Host: localhost:{port}\r\nOrigin: http://foreign.example"),
        format!("Host: localhost:{port}\r\nOrigin: null"),
        format!("Host: localhost:{port}\r\nOrigin: http://localhost:1"),
        format!("Host: localhost:{port}\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors"),
    ] {
        assert_eq!(status(&headers), 403, "{headers}");
    }
    for host in ["localhost", "127.0.0.1", "[::1]"] {
        assert_eq!(status(&format!("Host: {host}:{port}\r\nOrigin: http://{host}:{port}")), 200);
    }
}

#[test]
fn requests_that_are_too_large_or_none_are_refused() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let host = format!("Host: localhost:{}", server.port);
    let long = "a".repeat(1 << 20);
    let refused = |bytes: String| server.send(bytes.as_bytes()).map(|answer| answer.status);
    assert_eq!(refused(format!("GET /{long} HTTP/1.1\r\n{host}\r\n\r\n")), Some(431));
    assert_eq!(refused(format!("GET / HTTP/1.1\r\n{host}\r\nX: {long}\r\n\r\n")), Some(431));
    let many = "A: b\r\n".repeat(10_000);
    assert_eq!(refused(format!("GET / HTTP/1.1\r\n{many}{host}\r\n\r\n")), Some(431));
    assert_eq!(refused("hello\r\n\r\n".to_owned()), Some(400));
    assert_eq!(refused("\u{16}\u{3}\u{1}\r\n\r\n".to_owned()), Some(400));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"] {
        let head = format!("{method} / HTTP/1.1\r\n{host}\r\nContent-Length: 5\r\n\r\nhello");
        assert_eq!(refused(head), Some(405), "{method}");
    }
    // A body without end is not read to its end.
    let endless = format!("POST / HTTP/1.1\r\n{host}\r\nContent-Length: 99999999999\r\n\r\n{long}");
    assert!(matches!(refused(endless), Some(405) | None));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn slow_requests_are_given_up_and_hold_nobody_up() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let mut slow: Vec<_> = (0..100).map(|_| server.connect()).collect();
    for (number, stream) in slow.iter_mut().enumerate() {
        let part = &"GET / HTTP/1.1\r\nHost: loc"[..number % 20];
        stream.write_all(part.as_bytes()).expect("the server takes a part");
    }
    assert_eq!(server.get("/").status, 200);
    for mut stream in slow {
        let mut answer = String::new();
        std::io::Read::read_to_string(&mut stream, &mut answer).expect("an end in time");
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn five_hundred_pages_are_told_of_a_change() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let mut pages: Vec<_> = (0..500).map(|_| server.listen()).collect();
    assert!(pages.iter().all(|(_, first)| first.contains("\"generation\":1,")));
    let file = folder.join("content/jobs.en.md");
    let text = fs::read_to_string(&file).expect("a file of the site");
    fs::write(&file, format!("{text}\nAnother paragraph.\n")).expect("a file can be written");
    for (lines, _) in &mut pages {
        let event = told(lines);
        assert!(event.contains("\"errors\":0"), "{event}");
    }
    // Pages that were closed are no burden.
    pages.truncate(3);
    fs::write(&file, format!("{text}\nYet another paragraph.\n")).expect("a file can be written");
    let shown = server.until("/en/jobs.html", |answer| answer.body.contains("Yet another"));
    assert_eq!(shown.status, 200);
}

#[test]
fn a_port_in_use_gives_the_next_one_and_says_so() {
    let (_keep, folder) = site();
    let first = Server::start(&folder);
    let port = first.port.to_string();
    let second = Server::start_with(&folder, &["--port", &port]);
    assert!(second.port > first.port);
    assert_eq!(second.get("/").status, 200);
    assert!(second.told.contains(&second.port.to_string()), "{}", second.told);
}

#[test]
fn a_site_with_errors_is_shown_when_they_are_mended() {
    let (_keep, folder) = site();
    let file = folder.join("content/jobs.zh.md");
    let good = fs::read_to_string(&file).expect("a file of the site");
    fs::write(&file, good.replace("value: 256", "value: 265")).expect("a file can be written");
    let server = Server::start(&folder);
    let answer = server.get("/jobs.html");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("content/jobs.zh.md:7:"), "{}", answer.body);
    assert!(answer.body.contains("/_shushuo/serve.js"), "it hears when they are mended");
    fs::write(&file, &good).expect("a file can be written");
    server.until("/jobs.html", |answer| answer.status == 200);
    fs::write(&file, good.replace("title: ", "title：")).expect("a file can be written");
    let state = "/_shushuo/page?path=jobs.html";
    let told = server.until(state, |answer| answer.body.contains("\"errors\":1"));
    assert!(told.body.contains("content/jobs.zh.md:2:"), "{}", told.body);
    assert_eq!(server.get("/jobs.html").status, 200, "the last good page stays");
    fs::remove_file(folder.join("site.yaml")).expect("a file can be removed");
    server.until(state, |answer| answer.body.contains("site.yaml"));
    fs::write(folder.join("site.yaml"), common::SMALLEST[0].1).expect("a file can be written");
    fs::write(&file, &good).expect("a file can be written");
    server.until(state, |answer| answer.body.contains("\"errors\":0"));
}

/// What the script in a page knows of it, by the name of the attribute.
#[track_caller]
fn known(body: &str, name: &str) -> String {
    let (_, rest) = body.split_once(&format!("data-{name}=\"")).expect("the script is there");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn a_page_knows_that_it_is_out_of_date() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let digest = |path: &str| {
        let state = server.get(&format!("/_shushuo/page?path={path}")).body;
        let (_, rest) = state.split_once("\"digest\":\"").expect("a digest");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    let old = server.get("/jobs.html").body;
    assert_eq!(known(&old, "page"), "jobs.html");
    assert_eq!(known(&old, "digest"), digest("jobs.html"));
    // Everything changes between the loading of the page and its first connection.
    let file = folder.join("content/jobs.zh.md");
    let text = fs::read_to_string(&file).expect("a file of the site");
    fs::write(&file, format!("{text}\n又一段。\n")).expect("a file can be written");
    let styles = folder.join("themes/default/styles");
    fs::create_dir_all(&styles).expect("a folder can be made");
    fs::write(styles.join("main.scss"), "p { color: #123456 }\n").expect("a file can be written");
    server.until("/jobs.html", |answer| answer.body.contains("又一段"));
    server.until("/assets/site.css", |answer| answer.body.contains("#123456"));
    let (_, told) = server.listen();
    assert_ne!(known(&old, "digest"), digest("jobs.html"));
    assert!(!told.contains(&format!("\"style\":\"{}\"", known(&old, "style"))), "{told}");
    let new = server.get("/jobs.html").body;
    assert!(told.contains(&format!("\"style\":\"{}\"", known(&new, "style"))), "{told}");
    assert_eq!(known(&new, "digest"), digest("jobs.html"));
}

#[test]
fn a_missing_page_is_loaded_again_when_it_is_there_and_not_before() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let digest = |path: &str| server.get(&format!("/_shushuo/page?path={path}")).body;
    let same = |path: &str, page: &str| {
        digest(path).starts_with(&format!("{{\"digest\":\"{}\"", known(page, "digest")))
    };
    for path in ["new.html", "folder/", "_shushuo/side/new.html", "_shushuo/other"] {
        let missing = server.get(&format!("/{path}"));
        assert_eq!(missing.status, 404, "{path}");
        assert!(same(&known(&missing.body, "page"), &missing.body), "{path} would load for ever");
    }
    // A page in a folder that is called as the program's own is.
    for (name, text) in [("b.zh.md", "旧"), ("b.en.md", "old")] {
        let text = format!("---\ntitle: {text}\n---\n{text}\n");
        fs::create_dir_all(folder.join("content/side")).expect("a folder can be made");
        fs::write(folder.join("content/side").join(name), text).expect("a file can be written");
    }
    let side = server.until("/_shushuo/side/side/b.html", |answer| answer.status == 200).body;
    assert!(same(&known(&side, "page"), &side), "it would load for ever");
    let missing = server.get("/new.html").body;
    for (name, text) in [("new.zh.md", "新"), ("new.en.md", "new")] {
        let text = format!("---\ntitle: {text}\n---\n{text}\n");
        fs::write(folder.join("content").join(name), text).expect("a file can be written");
    }
    server.until("/new.html", |answer| answer.status == 200);
    assert!(!same("new.html", &missing), "the page is there");
}

#[test]
fn a_folder_that_comes_with_its_pages_is_shown() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    for round in 0..10 {
        let place = folder.join(format!("content/part{round}/inner"));
        fs::create_dir_all(&place).expect("a folder can be made");
        for (name, text) in [("a.zh.md", "新"), ("a.en.md", "new")] {
            let text = format!("---\ntitle: {text}\n---\n{text}\n");
            fs::write(place.join(name), text).expect("a file can be written");
        }
        let path = format!("/part{round}/inner/a.html");
        server.until(&path, |answer| answer.status == 200);
        server.until(&format!("/en{path}"), |answer| answer.status == 200);
    }
}

#[test]
fn cards_and_pages_lead_to_their_lines() {
    let (_keep, folder) = site();
    let server = Server::start(&folder);
    let places = server.get("/_shushuo/places?ids=jobs,nothing,%22").body;
    assert!(places.contains("\"name\":\"content/jobs.zh.md:4\""), "{places}");
    assert!(!places.contains("nothing"), "{places}");
    let page = server.get("/_shushuo/page?path=en/jobs.html").body;
    assert!(page.contains("content/jobs.en.md:1") && page.contains("/_shushuo/side/en/jobs.html"));
    let file = folder.join("content/jobs.en.md");
    let text = fs::read_to_string(&file).expect("a file of the site");
    fs::write(&file, text.replace("[[jobs]]", "25.6 million people")).expect("written");
    let side =
        server.until("/_shushuo/side/en/jobs.html", |answer| answer.body.contains("differs\">"));
    assert!(
        side.body.contains("<mark class=\"differs\">25.6 million people</mark>"),
        "{}",
        side.body
    );
    assert!(side.body.contains("256万人"), "{}", side.body);
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it() {
    let (_keep, folder) = site();
    let mut server = Server::start(&folder);
    let _open = server.listen();
    let id = server.process.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &id]).status();
    assert!(sent.expect("kill runs").success());
    assert!(!server.process.wait().expect("the server ends").success());
}
