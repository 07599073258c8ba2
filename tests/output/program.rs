//! The program itself: killed at any moment of a build, and told to write where it must not.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::common::{Fixture, files_of};
use crate::{Files, read};

/// A site with some pages to make.
fn site() -> Fixture {
    (0..6).fold(Fixture::smallest(), |site, number| {
        let page = |title: &str| format!("---\ntitle: {title}\n---\n{title}\n");
        site.file(&format!("content/p{number}.zh.md"), &page("页"))
            .file(&format!("content/p{number}.en.md"), &page("page"))
    })
}

/// The same site with another home page.
fn edition(site: &Fixture, word: &str) -> Fixture {
    site.clone().file("content/_home.zh.md", &format!("---\ntitle: 小城一年\n---\n{word}\n"))
}

fn build(site: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_shushuo"));
    command.args(["build", "--site"]).arg(site).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// On a busy machine a build takes longer or shorter than the one that was measured, and kills miss it:
/// there are so many times as many until one has come in the middle.
const MOST_TIMES: u32 = 20;

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let site = site();
    let words = ["甲", "乙"];
    let whole: Vec<Files> = words
        .iter()
        .map(|word| {
            edition(&site, word);
            assert!(build(site.path()).status().unwrap().success());
            read(&site.path().join("dist"))
        })
        .collect();
    assert_ne!(whole[0], whole[1]);
    edition(&site, words[0]);
    let begun = Instant::now();
    assert!(build(site.path()).status().unwrap().success());
    let takes = begun.elapsed();
    let rounds: u32 = if std::env::var_os("SHUSHUO_TEST_LONG").is_some() { 200 } else { 10 };
    let (mut left_something, mut finished) = (0, 0);
    for round in 0..rounds * MOST_TIMES {
        if round >= rounds && left_something > 0 {
            break;
        }
        edition(&site, words[1 - round as usize % 2]);
        let mut builder = build(site.path()).spawn().unwrap();
        // Spread over the whole of a build, in no order.
        std::thread::sleep(takes * (round * 37 % 100 + 1) / 100 + Duration::from_micros(500));
        builder.kill().unwrap();
        finished += usize::from(builder.wait().unwrap().success());
        let there = read(&site.path().join("dist"));
        assert!(whole.contains(&there), "round {round}: neither the old site nor the new one");
        left_something += usize::from(site.path().join(".dist.shushuo-build").exists());
    }
    assert!(left_something > 0, "no kill came in the middle of a build ({finished} finished)");
    edition(&site, words[1]);
    assert!(build(site.path()).status().unwrap().success());
    assert_eq!(read(&site.path().join("dist")), whole[1]);
    let left = files_of(site.path());
    assert!(!left.iter().any(|file| file.contains("shushuo-build")), "{left:?}");
}

#[cfg(unix)]
#[test]
fn no_name_of_what_must_not_be_lost_is_written_over() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().join("users/me");
    let foreign = elsewhere.path().join("photos");
    for folder in [&home, &foreign] {
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("wedding.jpg"), "mine").unwrap();
    }
    let site = site().env("HOME", home.to_str().unwrap());
    let targets = [
        (Path::new("/").to_path_buf(), "refusing to write the site to"),
        (home.clone(), "refusing to write the site to"),
        (elsewhere.path().join("users"), "refusing to write the site to"),
        (site.path().to_path_buf(), "refusing to write the site to"),
        (site.path().join("content"), "refusing to write the site to"),
        (site.path().join("seeds"), "refusing to write the site to"),
        (foreign.clone(), "which shushuo did not make"),
    ];
    let (mine, others) = (files_of(site.path()), files_of(elsewhere.path()));
    let links = tempfile::tempdir().unwrap();
    for (number, (target, why)) in targets.iter().enumerate() {
        let link = links.path().join(number.to_string());
        symlink(target, &link).unwrap();
        let of_link = links.path().join(format!("{number}-again"));
        symlink(&link, &of_link).unwrap();
        for out in [target, &link, &of_link] {
            let refused = site.build_with(&["--out", out.to_str().unwrap()]).run;
            refused.exits(2).says(why);
        }
    }
    assert_eq!(files_of(site.path()), mine);
    assert_eq!(files_of(elsewhere.path()), others);
    assert_eq!(fs::read_to_string(foreign.join("wedding.jpg")).unwrap(), "mine");
}
