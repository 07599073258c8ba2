//! What else can stand in a folder: pipes, sockets, devices, links, files that cannot be read, and
//! clocks that are wrong.
#![cfg(unix)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::time::{Duration, SystemTime};

use crate::bounded::{Bounded, check, run};
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

/// Runs a command on a site without the superuser's rights; `None` where that is not possible.
fn as_nobody(site: &Fixture, arguments: &[&str]) -> Option<Bounded> {
    let probe = site.path().join("content/probe");
    fs::write(&probe, "").unwrap();
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o000)).unwrap();
    let is_superuser = fs::read(&probe).is_ok();
    fs::remove_file(&probe).unwrap();
    if !is_superuser {
        return Some(run(site.path(), arguments));
    }
    let open = fs::Permissions::from_mode(0o755);
    fs::set_permissions(site.path(), open).unwrap();
    // The program may stand where only its owner can go.
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let copy = folder.path().join("shushuo");
    fs::copy(env!("CARGO_BIN_EXE_shushuo"), &copy).unwrap();
    let ran = Command::new("setpriv")
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(&copy)
        .args(arguments)
        .current_dir(site.path())
        .env("LC_ALL", "en_US.UTF-8")
        .output();
    let Ok(ran) = ran else {
        let told = "not tried: no setpriv here, and the superuser reads everything";
        let written = writeln!(std::io::stderr(), "{told}");
        assert!(written.is_ok(), "{told}");
        return None;
    };
    let told = [ran.stdout, ran.stderr].concat();
    Some(Bounded { exit: ran.status.code(), told: String::from_utf8_lossy(&told).into_owned() })
}

#[test]
fn what_may_not_be_read_is_one_error_and_the_old_site_stays() {
    let site = Fixture::smallest().file("content/part/x.png", "x");
    assert_eq!(run(site.path(), &["build"]).exit, Some(0));
    let built = |site: &Fixture| -> Vec<Vec<u8>> {
        let dist = site.path().join("dist");
        files_of(&dist).iter().map(|file| fs::read(dist.join(file)).unwrap()).collect()
    };
    let before = built(&site);
    for (path, usual) in [
        ("content/jobs.en.md", 0o644),
        ("seeds/report.txt", 0o644),
        ("site.yaml", 0o644),
        ("content/part/x.png", 0o644),
        ("content/part", 0o755),
    ] {
        let place = site.path().join(path);
        fs::set_permissions(&place, fs::Permissions::from_mode(0o000)).unwrap();
        for command in ["check", "build"] {
            let Some(told) = as_nobody(&site, &[command]) else { continue };
            assert_eq!(told.exit, Some(1), "{command} without {path}:\n{}", told.told);
            told.finds(path, &["file-unreadable"]);
            assert!(told.told.contains(path), "{}", told.told);
        }
        fs::set_permissions(&place, fs::Permissions::from_mode(usual)).unwrap();
        assert_eq!(built(&site), before, "{path}");
    }
}

#[test]
fn a_folder_that_may_not_be_written_to_is_a_clear_error() {
    let site = Fixture::smallest();
    fs::set_permissions(site.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let told = as_nobody(&site, &["build"]);
    fs::set_permissions(site.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let Some(told) = told else { return };
    assert_eq!(told.exit, Some(2), "{}", told.told);
    assert!(told.told.contains("error: cannot make the folder"), "{}", told.told);
    assert!(told.told.contains("permission"), "{}", told.told);
    assert!(!site.path().join("dist").exists());
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
