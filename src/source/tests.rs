//! Folders in, files and findings out.

use std::fs;
use std::path::Path;

use super::{Config, Files, load};
use crate::diag::Sink;

fn write(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let place = folder.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, bytes).unwrap();
}

fn read(folder: &Path) -> (Files, Vec<(&'static str, String)>) {
    let mut sink = Sink::new();
    let files = load(folder, &mut sink);
    let found = sink
        .into_sorted()
        .iter()
        .map(|found| (found.code.name(), files.get(found.span.unwrap().file).path.clone()))
        .collect();
    (files, found)
}

#[test]
fn texts_come_without_mark_and_with_plain_line_ends() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "site.yaml", "title: a\n");
    write(folder.path(), "content/a.zh.md", b"\xEF\xBB\xBF---\r\ntitle: \xE6\xB0\x91\r---\r\n");
    let (files, found) = read(folder.path());
    assert_eq!(found, []);
    let id = files.find("content/a.zh.md").unwrap();
    assert_eq!(files.get(id).text(), "---\ntitle: 民\n---\n");
}

#[test]
fn what_editors_leave_lying_about_is_skipped() {
    let folder = tempfile::tempdir().unwrap();
    for path in [
        "content/.hidden.md",
        "content/.git/config.md",
        "content/a.zh.md~",
        "content/#a.zh.md#",
        "content/a.zh.md.swp",
        "content/~$report.docx",
        "content/a.md.tmp",
        "dist/index.html",
        "notes.txt",
    ] {
        write(folder.path(), path, "x");
    }
    write(folder.path(), "content/a.zh.md", "x");
    let (files, found) = read(folder.path());
    assert_eq!(found, []);
    let paths: Vec<&str> = files.below("").map(|(_, file)| file.path.as_str()).collect();
    assert_eq!(paths, ["content/a.zh.md"]);
}

#[test]
fn text_in_another_encoding_is_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "content/gbk.zh.md", b"---\ntitle: \xC3\xF1\xC9\xFA\n---\n");
    write(folder.path(), "content/utf16.zh.md", b"\xFF\xFE-\0-\0-\0");
    write(folder.path(), "content/word.zh.md", b"PK\x03\x04\x14\0\x06\xFF\xFE");
    let (files, found) = read(folder.path());
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["not-utf8"; 3]);
    assert!(files.below("").all(|(_, file)| !file.is_readable()));
}

#[cfg(unix)]
#[test]
fn links_stay_in_the_folder() {
    use std::os::unix::fs::symlink;
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(other.path(), "secret.txt", "x");
    write(folder.path(), "content/a.zh.md", "x");
    symlink(other.path().join("secret.txt"), folder.path().join("content/b.md")).unwrap();
    symlink(other.path(), folder.path().join("content/folder")).unwrap();
    symlink("nowhere", folder.path().join("content/c.md")).unwrap();
    symlink("..", folder.path().join("content/loop")).unwrap();
    symlink("a.zh.md", folder.path().join("content/d.zh.md")).unwrap();
    let (files, found) = read(folder.path());
    let mut places: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    places.sort_unstable();
    assert_eq!(places, ["content/b.md", "content/c.md", "content/folder", "content/loop"]);
    assert!(found.iter().all(|(code, _)| *code == "link-outside"), "{found:?}");
    assert!(files.get(files.find("content/d.zh.md").unwrap()).is_readable());
}

#[test]
fn site_yaml_reports_every_mistake() {
    let folder = tempfile::tempdir().unwrap();
    let yaml = "title: a\nbase_url: example.org\nlanguages: [zh, fr]\nchecks: {numbr-scale: off}\ntheme: ../x\ncolour: red\n";
    write(folder.path(), "site.yaml", yaml);
    let (files, _) = read(folder.path());
    let mut sink = Sink::new();
    Config::parse(&files, &mut sink);
    let found: Vec<&str> =
        sink.into_sorted().iter().map(|found| &yaml[found.span.unwrap().range()]).collect();
    assert_eq!(found, ["example.org", "fr", "numbr-scale", "../x", "colour"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_instead_of_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    for path in ["site.yaml", "content/a.zh.md"] {
        let made = std::process::Command::new("mkfifo").arg(folder.path().join(path)).status();
        assert!(made.unwrap().success());
    }
    let (_, found) = read(folder.path());
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["file-unreadable"; 2]);
}
