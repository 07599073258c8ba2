//! Kills, full disks, read-only folders, two builds at once: a whole site stands after each.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use shushuo::output::{OutputError, Task};

use crate::{Place, edition, files, read, write};

/// `/proc` takes no folders, not even from the superuser, whom a mode of 555 does not stop.
#[cfg(target_os = "linux")]
#[test]
fn a_read_only_parent_is_a_clear_error() {
    let place = Place::new();
    let failed = write(Path::new("/proc/dist"), place.folder.path(), &edition(1)).unwrap_err();
    let OutputError::Failed { task: Task::MakeFolder, path, .. } = &failed else {
        panic!("{failed:?}")
    };
    assert_eq!(path, Path::new("/proc/.dist.shushuo-build"));
    assert!(failed.to_string().starts_with("cannot make the folder /proc/"), "{failed}");
}

#[test]
fn a_second_build_is_refused_while_the_first_is_at_work() {
    let place = Place::new();
    fs::create_dir(place.at(".dist.shushuo-build")).unwrap();
    let held = fs::File::create(place.at(".dist.shushuo-build/lock")).unwrap();
    held.lock().unwrap();
    let refused = place.write("dist", &files(&[("a", "1")])).unwrap_err();
    assert!(matches!(refused, OutputError::Locked { .. }), "{refused:?}");
    assert!(!place.at("dist").exists());
    place.write("other", &files(&[("a", "1")])).unwrap();
    // A program that another test starts at this moment has a copy of the handle, which closing leaves.
    held.unlock().unwrap();
    place.write("dist", &files(&[("a", "1")])).unwrap();
    assert_eq!(place.names(), ["content", "dist", "other", "seeds", "themes"]);
}

#[test]
fn what_a_dead_build_left_is_cleaned() {
    let place = Place::new();
    place.write("dist", &files(&[("a", "1")])).unwrap();
    fs::create_dir_all(place.at(".dist.shushuo-build/new/half")).unwrap();
    fs::write(place.at(".dist.shushuo-build/new/half/done"), "").unwrap();
    place.write("dist", &files(&[("a", "2")])).unwrap();
    assert_eq!(read(&place.at("dist")), files(&[("a", "2")]));
    assert_eq!(place.names(), ["content", "dist", "seeds", "themes"]);
}

#[test]
fn a_site_that_a_dead_build_had_put_aside_comes_back() {
    let place = Place::new();
    let site = files(&[("a", "1")]);
    place.write("dist", &site).unwrap();
    fs::create_dir(place.at(".dist.shushuo-build")).unwrap();
    fs::rename(place.at("dist"), place.at(".dist.shushuo-build/old")).unwrap();
    assert!(place.write("dist", &site).unwrap().unchanged);
    assert_eq!(read(&place.at("dist")), site);
}

#[test]
fn many_builders_at_once_leave_one_whole_site() {
    let place = Place::new();
    let written: usize = std::thread::scope(|scope| {
        let builders: Vec<_> = (0..8)
            .map(|n| {
                let place = &place;
                scope.spawn(move || {
                    let results = (0..10).map(|round| place.write("dist", &edition(n + round)));
                    results
                        .filter(|result| match result {
                            Ok(_) => true,
                            Err(OutputError::Locked { .. }) => false,
                            Err(other) => panic!("{other:?}"),
                        })
                        .count()
                })
            })
            .collect();
        builders.into_iter().map(|builder| builder.join().unwrap()).sum()
    });
    assert!(written > 0);
    assert_whole(&place.at("dist"));
    assert_eq!(place.names(), ["content", "dist", "seeds", "themes"]);
}

/// Fails unless the folder holds one edition, complete.
fn assert_whole(folder: &Path) {
    let there = read(folder);
    let first = there.get("0/0.html").expect("the site is there");
    let number = String::from_utf8_lossy(first).lines().next().unwrap().parse().unwrap();
    assert!(there == edition(number), "the site is not one whole edition");
}

/// Not a test of its own: the process that the next test starts and kills.
#[test]
fn writer_that_never_stops() {
    let Some(folder) = std::env::var_os("SHUSHUO_TEST_WRITE_FOREVER") else { return };
    let folder = PathBuf::from(folder);
    for number in 0.. {
        write(&folder.join("dist"), &folder, &edition(number)).unwrap();
    }
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_site() {
    let place = Place::new();
    place.write("dist", &edition(0)).unwrap();
    let rounds: u64 = if std::env::var_os("SHUSHUO_TEST_LONG").is_some() { 200 } else { 20 };
    let mut left_something = 0;
    for round in 0..rounds {
        let mut writer = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "faults::writer_that_never_stops"])
            .env("SHUSHUO_TEST_WRITE_FOREVER", place.folder.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_micros(20_000 + round * 1_931 % 40_000));
        writer.kill().unwrap();
        writer.wait().unwrap();
        assert_whole(&place.at("dist"));
        left_something += usize::from(place.at(".dist.shushuo-build").exists());
    }
    assert!(left_something > 0, "no kill came in the middle of a build");
    place.write("dist", &files(&[("a", "1")])).unwrap();
    assert_eq!(place.names(), ["content", "dist", "seeds", "themes"]);
}

/// Not a test of its own: the process that the next test starts on a disk with little room.
#[test]
fn writer_without_room() {
    let Some(folder) = std::env::var_os("SHUSHUO_TEST_FULL_DISK") else { return };
    let folder = PathBuf::from(folder);
    write(&folder.join("dist"), &folder, &files(&[("a", "1")])).unwrap();
    let failed = write(&folder.join("dist"), &folder, &edition(7)).unwrap_err();
    assert!(failed.to_string().ends_with(": the disk is full"), "{failed}");
    assert_eq!(read(&folder.join("dist")), files(&[("a", "1")]));
    assert!(!folder.join(".dist.shushuo-build").exists());
    println!("a full disk leaves the old site");
}

/// Not a test of its own: the process that a test starts where not even a folder can be made.
#[test]
fn writer_without_a_place_to_work() {
    let Some(folder) = std::env::var_os("SHUSHUO_TEST_NO_PLACE") else { return };
    let folder = PathBuf::from(folder);
    write(&folder.join("dist"), &folder, &files(&[("a", "1")])).unwrap();
    let mut fillers = 0;
    while fs::write(folder.join(format!("filler{fillers}")), "").is_ok() {
        fillers += 1;
    }
    let failed = write(&folder.join("dist"), &folder, &files(&[("a", "2")])).unwrap_err();
    assert!(failed.to_string().ends_with(": the disk is full"), "{failed}");
    assert!(failed.to_string().starts_with("cannot make the folder"), "{failed}");
    assert_eq!(read(&folder.join("dist")), files(&[("a", "1")]));
    println!("no room to work leaves the old site");
}

/// Not a test of its own: the process that a test starts on a disk that it makes read-only.
#[cfg(target_os = "linux")]
#[test]
fn writer_on_a_disk_that_cannot_be_written_to() {
    let Some(folder) = std::env::var_os("SHUSHUO_TEST_READ_ONLY") else { return };
    let folder = PathBuf::from(folder);
    write(&folder.join("dist"), &folder, &files(&[("a", "1")])).unwrap();
    let mount = ["-o", "remount,ro"];
    let done = std::process::Command::new("mount").args(mount).arg(&folder).status().unwrap();
    if !done.success() {
        std::process::exit(77);
    }
    let failed = write(&folder.join("dist"), &folder, &files(&[("a", "2")])).unwrap_err();
    assert!(matches!(failed, OutputError::Failed { .. }), "{failed:?}");
    assert!(failed.to_string().ends_with(": the file system is read-only"), "{failed}");
    assert_eq!(read(&folder.join("dist")), files(&[("a", "1")]));
    println!("a read-only disk keeps the old site");
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_keeps_the_old_site() {
    on_a_small_disk(
        "size=256k",
        "SHUSHUO_TEST_READ_ONLY",
        "faults::writer_on_a_disk_that_cannot_be_written_to",
        "a read-only disk keeps the old site",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn no_room_for_the_work_folder_leaves_the_old_site() {
    on_a_small_disk(
        "size=256k,nr_inodes=40",
        "SHUSHUO_TEST_NO_PLACE",
        "faults::writer_without_a_place_to_work",
        "no room to work leaves the old site",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    on_a_small_disk(
        "size=256k",
        "SHUSHUO_TEST_FULL_DISK",
        "faults::writer_without_room",
        "a full disk leaves the old site",
    );
}

/// Runs a test of this file by itself on a disk of its own, whose folder a variable names.
#[cfg(target_os = "linux")]
fn on_a_small_disk(options: &str, variable: &str, test: &str, says: &str) {
    let place = Place::new();
    let script = format!(
        "mount -t tmpfs -o {options} none \"${variable}\" || exit 77\n\
         exec \"$0\" --exact {test} --nocapture"
    );
    let run = std::process::Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .env(variable, place.folder.path())
        .output();
    match run {
        Ok(run) if run.status.success() => {
            let said = String::from_utf8_lossy(&run.stdout);
            assert!(said.contains(says), "{said}");
        }
        Ok(run) if run.status.code() == Some(101) => {
            panic!(
                "{}{}",
                String::from_utf8_lossy(&run.stdout),
                String::from_utf8_lossy(&run.stderr)
            )
        }
        other => {
            let told = writeln!(
                std::io::stderr(),
                "not tried: this system gives a test no small disk ({other:?})"
            );
            told.expect("standard error can be written to");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn readers_never_see_a_missing_site() {
    let place = Place::new();
    place.write("dist", &edition(0)).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0_usize;
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                assert!(place.at("dist/0/0.html").exists(), "missed after {reads} reads");
                reads += 1;
            }
            reads
        });
        for number in 1..30 {
            place.write("dist", &edition(number)).unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}
