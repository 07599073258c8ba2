//! What else can stand in a folder: pipes, sockets, devices, links, files that cannot be read, and
//! clocks that are wrong.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::bounded::{check, run};
use crate::common::{Fixture, files_of};

#[test]
fn a_pipe_a_socket_and_a_device_are_refused_without_waiting() {
    let site = Fixture::smallest();
    let at = |path: &str| site.path().join(path);
    assert!(Command::new("mkfifo").arg(at("content/pipe.zh.md")).status().unwrap().success());
    check(&site).finds("a pipe", &["file-unreadable"]);
    fs::remove_file(at("content/pipe.zh.md")).unwrap();
    let socket = std::os::unix::net::UnixListener::bind(at("content/socket.zh.md")).unwrap();
    check(&site).finds("a socket", &["file-unreadable"]);
    drop(socket);
    fs::remove_file(at("content/socket.zh.md")).unwrap();
    for (device, place) in [
        ("/dev/zero", "content/zero.png"),
        ("/dev/zero", "content/z.zh.md"),
        ("/dev/stdin", "content/in.en.md"),
    ] {
        symlink(device, at(place)).unwrap();
        let told = check(&site);
        told.finds(device, &["link-outside"]);
        fs::remove_file(at(place)).unwrap();
    }
    let told = run(site.path(), &["extract", "/dev/zero"]);
    assert_eq!(told.exit, Some(2), "{}", told.told);
    let told = run(site.path(), &["extract", "content"]);
    assert_eq!(told.exit, Some(2), "{}", told.told);
}

#[test]
fn links_that_leave_the_folder_are_never_followed() {
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("secret.zh.md"), "---\ntitle: 机密\n---\n").unwrap();
    let site = Fixture::smallest();
    for (to, link) in [
        (elsewhere.path().join("secret.zh.md"), "content/a.zh.md"),
        (elsewhere.path().to_owned(), "content/folder"),
        (elsewhere.path().to_owned(), "themes"),
        ("../..".into(), "content/up"),
        (".".into(), "content/here"),
        ("loop".into(), "content/loop"),
        ("/etc/passwd".into(), "seeds/passwd.txt"),
        ("/proc/self/environ".into(), "content/environ.txt"),
    ] {
        symlink(&to, site.path().join(link)).unwrap();
        let told = run(site.path(), &["build", "--allow-errors"]);
        assert!(told.told.contains("error[link-outside]"), "{link}: {}", told.told);
        let built = site.path().join("dist");
        for file in files_of(&built) {
            let bytes = fs::read(built.join(&file)).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(!text.contains("机密") && !text.contains("root:x:0"), "{link} reached {file}");
        }
        fs::remove_file(site.path().join(link)).unwrap();
    }
}

#[test]
fn a_file_that_may_not_be_read_is_one_error() {
    let site = Fixture::smallest();
    let place = site.path().join("content/jobs.en.md");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o000)).unwrap();
    let told = if fs::read(&place).is_ok() {
        // The superuser reads everything: ask as nobody.
        for folder in ["", "content", "seeds"] {
            let open = fs::Permissions::from_mode(0o755);
            fs::set_permissions(site.path().join(folder), open).unwrap();
        }
        let ids = ["--reuid=65534", "--regid=65534", "--clear-groups"];
        let copy = site.path().join("shushuo");
        fs::copy(env!("CARGO_BIN_EXE_shushuo"), &copy).unwrap();
        let ran = Command::new("setpriv")
            .args(ids)
            .arg(&copy)
            .args(["check", "--site"])
            .arg(site.path())
            .env("LC_ALL", "en_US.UTF-8")
            .output();
        let Ok(ran) = ran else {
            eprintln!("not tried: no setpriv here, and the superuser reads everything");
            return;
        };
        crate::bounded::Bounded {
            exit: ran.status.code(),
            told: String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned(),
        }
    } else {
        check(&site)
    };
    fs::set_permissions(&place, fs::Permissions::from_mode(0o644)).unwrap();
    told.finds("without permission", &["file-unreadable"]);
    assert!(told.told.contains("content/jobs.en.md"), "{}", told.told);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the files are to be older and newer than now")]
fn a_clock_that_is_wrong_changes_nothing() {
    let site = Fixture::smallest();
    let age = |seconds: i64| {
        let ago = Duration::from_secs(seconds.unsigned_abs());
        let time = if seconds < 0 { SystemTime::now() - ago } else { SystemTime::now() + ago };
        for file in files_of(site.path()) {
            let file = fs::File::options().write(true).open(site.path().join(file)).unwrap();
            file.set_modified(time).unwrap();
        }
    };
    assert_eq!(run(site.path(), &["build"]).exit, Some(0));
    let first = fs::read(site.path().join("dist/jobs.html")).unwrap();
    for (seconds, words) in [(40_000_000, "明年"), (-900_000_000, "往年"), (0, "今年")] {
        age(seconds);
        let changed = site
            .clone()
            .file("content/_home.zh.md", &format!("---\ntitle: 小城一年\n---\n{words}的数字。\n"));
        age(seconds);
        let told = run(changed.path(), &["build"]);
        assert_eq!(told.exit, Some(0), "{}", told.told);
        let home = fs::read_to_string(site.path().join("dist/index.html")).unwrap();
        assert!(home.contains(words), "the change is in the site, whatever the time");
        assert_eq!(fs::read(site.path().join("dist/jobs.html")).unwrap(), first);
    }
}
