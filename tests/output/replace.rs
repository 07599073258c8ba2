//! What a build does to the site that was there.

use std::fs;

use shushuo::output::Written;

use crate::{Place, edition, files, read};

#[test]
fn a_site_is_written_where_there_was_none() {
    let place = Place::new();
    let site = files(&[("index.html", "一"), ("en/figures/a.html", "one"), (".nojekyll", "")]);
    let written = place.write("deep/er/dist", &site).unwrap();
    assert_eq!(written, Written { written: 3, kept: 0, removed: 0, unchanged: false });
    assert_eq!(read(&place.at("deep/er/dist")), site);
    assert_eq!(place.names(), ["content", "deep", "seeds", "themes"]);
}

#[test]
fn an_empty_folder_is_used() {
    let place = Place::new();
    fs::create_dir(place.at("dist")).unwrap();
    place.write("dist", &files(&[("a", "1")])).unwrap();
    assert_eq!(read(&place.at("dist")), files(&[("a", "1")]));
}

#[test]
fn a_rebuild_replaces_adds_removes_and_keeps() {
    let place = Place::new();
    place.write("dist", &files(&[("a", "1"), ("b/c", "2"), ("d/e", "3")])).unwrap();
    let next = files(&[("a", "1"), ("b/c", "5"), ("f/g", "4")]);
    let written = place.write("dist", &next).unwrap();
    assert_eq!(written, Written { written: 2, kept: 1, removed: 1, unchanged: false });
    assert_eq!(read(&place.at("dist")), next);
    assert!(!place.at("dist/d").exists(), "a folder without files is gone");
    assert_eq!(place.names(), ["content", "dist", "seeds", "themes"]);
}

#[test]
fn the_same_site_is_left_alone() {
    let place = Place::new();
    let site = files(&[("a", "1"), ("b/c", "2")]);
    place.write("dist", &site).unwrap();
    let before = fs::metadata(place.at("dist")).unwrap().modified().unwrap();
    let written = place.write("dist", &site).unwrap();
    assert_eq!(written, Written { written: 0, kept: 2, removed: 0, unchanged: true });
    assert_eq!(fs::metadata(place.at("dist")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_file_that_was_changed_or_deleted_by_hand_is_made_anew() {
    let place = Place::new();
    let site = files(&[("a", "1"), ("b/c", "2"), ("d", "3")]);
    place.write("dist", &site).unwrap();
    fs::write(place.at("dist/a"), "9").unwrap();
    fs::remove_dir_all(place.at("dist/b")).unwrap();
    let written = place.write("dist", &site).unwrap();
    assert_eq!((written.written, written.kept), (2, 1));
    assert_eq!(read(&place.at("dist")), site);
}

#[cfg(unix)]
#[test]
fn files_with_the_same_bytes_are_linked_not_rewritten() {
    use std::os::unix::fs::MetadataExt;
    let place = Place::new();
    place.write("dist", &files(&[("a", "1"), ("b", "2")])).unwrap();
    let inode = |name: &str| fs::metadata(place.at(name)).unwrap().ino();
    let (kept, changed) = (inode("dist/a"), inode("dist/b"));
    place.write("dist", &files(&[("a", "1"), ("b", "3")])).unwrap();
    assert_eq!(inode("dist/a"), kept);
    assert_ne!(inode("dist/b"), changed);
    assert_eq!(fs::metadata(place.at("dist/a")).unwrap().nlink(), 1, "the old tree is gone");
}

#[test]
fn the_same_site_gives_the_same_bytes_marker_included() {
    let (one, two) = (Place::new(), Place::new());
    two.write("dist", &files(&[("z", "0")])).unwrap();
    for place in [&one, &two] {
        place.write("dist", &edition(1)).unwrap();
    }
    let marker = |place: &Place| fs::read_to_string(place.at("dist/.shushuo")).unwrap();
    assert_eq!(marker(&one), marker(&two));
    assert_eq!(read(&one.at("dist")), read(&two.at("dist")));
}
