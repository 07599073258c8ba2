//! What a build never replaces.

use std::fs;
use std::path::Path;

use shushuo::output::{OutputError, Protected, Written};

use crate::{Place, files, read, write};

fn foreign(result: Result<Written, OutputError>) -> String {
    match result {
        Err(OutputError::Foreign { file, .. }) => file.to_str().unwrap().replace('\\', "/"),
        other => panic!("not refused for a foreign file: {other:?}"),
    }
}

#[test]
fn a_folder_with_foreign_files_is_refused_by_name() {
    let place = Place::new();
    let site = files(&[("a", "1")]);
    fs::create_dir_all(place.at("dist/photos")).unwrap();
    assert_eq!(foreign(place.write("dist", &site)), "photos", "an empty folder without a marker");
    fs::write(place.at("dist/photos/wedding.jpg"), "").unwrap();
    fs::write(place.at("dist/zoo.txt"), "").unwrap();
    assert_eq!(foreign(place.write("dist", &site)), "photos/wedding.jpg");
    assert_eq!(place.names(), ["content", "dist", "seeds", "themes"]);
}

#[test]
fn a_file_that_an_author_put_into_the_built_site_is_not_lost() {
    let place = Place::new();
    place.write("dist", &files(&[("a", "1"), ("b/c", "2")])).unwrap();
    fs::write(place.at("dist/b/notes.txt"), "mine").unwrap();
    fs::write(place.at("dist/.DS_Store"), "litter is not mine").unwrap();
    assert_eq!(foreign(place.write("dist", &files(&[("a", "2")]))), "b/notes.txt");
    fs::remove_file(place.at("dist/b/notes.txt")).unwrap();
    place.write("dist", &files(&[("a", "2")])).unwrap();
    assert_eq!(read(&place.at("dist")), files(&[("a", "2")]));
}

#[test]
fn a_marker_that_is_not_ours_opens_nothing() {
    let place = Place::new();
    fs::create_dir(place.at("dist")).unwrap();
    fs::write(place.at("dist/.shushuo"), "notes.txt\n").unwrap();
    fs::write(place.at("dist/notes.txt"), "mine").unwrap();
    assert_eq!(foreign(place.write("dist", &files(&[("a", "1")]))), ".shushuo");
}

#[test]
fn a_file_as_target_is_refused() {
    let place = Place::new();
    fs::write(place.at("dist"), "mine").unwrap();
    let refused = place.write("dist", &files(&[("a", "1")])).unwrap_err();
    assert!(matches!(refused, OutputError::NotFolder { .. }), "{refused:?}");
}

fn protected(target: &Path, site: &Path) -> Protected {
    match write(target, site, &files(&[("a", "1")])) {
        Err(OutputError::Protected { why, .. }) => why,
        other => panic!("{} is not refused: {other:?}", target.display()),
    }
}

#[test]
fn what_an_author_may_lose_is_protected() {
    let place = Place::new();
    let site = place.folder.path();
    let home = std::env::home_dir().unwrap();
    assert_eq!(protected(Path::new("/"), site), Protected::Root);
    assert_eq!(protected(&home, site), Protected::Home);
    assert_eq!(protected(site, site), Protected::Site);
    assert_eq!(protected(&place.at("content/.."), site), Protected::Site);
    assert_eq!(protected(site.parent().unwrap(), site), Protected::Site);
    assert_eq!(protected(&place.at("content"), site), Protected::Part("content"));
    assert_eq!(protected(&place.at("seeds/new/dist"), site), Protected::Part("seeds"));
    assert_eq!(protected(&place.at("themes/default"), site), Protected::Part("themes"));
    assert_eq!(protected(&place.at(".git/dist"), site), Protected::Part(".git"));
}

#[cfg(unix)]
#[test]
fn links_are_followed_before_judging() {
    use std::os::unix::fs::symlink;
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    let site = place.folder.path();
    for (to, link) in [("content", "to-content"), (".", "to-site"), ("nowhere", "to-nothing")] {
        symlink(place.at(to), place.at(link)).unwrap();
    }
    assert_eq!(protected(&place.at("to-content"), site), Protected::Part("content"));
    assert_eq!(protected(&place.at("to-content/dist"), site), Protected::Part("content"));
    assert_eq!(protected(&place.at("to-site"), site), Protected::Site);
    let dead = place.write("to-nothing/dist", &files(&[("a", "1")])).unwrap_err();
    assert!(matches!(dead, OutputError::DeadLink { .. }), "{dead:?}");

    symlink(elsewhere.path(), place.at("dist")).unwrap();
    place.write("dist", &files(&[("a", "1")])).unwrap();
    assert_eq!(read(elsewhere.path()), files(&[("a", "1")]), "a link to a free folder is fine");
    assert!(place.at("dist").is_symlink());

    fs::remove_dir(place.at("content")).unwrap();
    symlink(elsewhere.path(), place.at("content")).unwrap();
    assert_eq!(protected(elsewhere.path(), site), Protected::Part("content"));
}

#[cfg(unix)]
#[test]
fn a_link_inside_the_built_site_is_foreign() {
    let place = Place::new();
    place.write("dist", &files(&[("a", "1")])).unwrap();
    std::os::unix::fs::symlink(place.at("content"), place.at("dist/link")).unwrap();
    assert_eq!(foreign(place.write("dist", &files(&[("a", "2")]))), "link");
}

#[test]
fn a_path_that_leaves_the_site_writes_nothing() {
    let place = Place::new();
    let refused = place.write("dist", &files(&[("../content/x", "1")])).unwrap_err();
    assert!(matches!(refused, OutputError::BadName { .. }), "{refused:?}");
    assert_eq!(place.names(), ["content", "seeds", "themes"]);
}

#[cfg(unix)]
#[test]
fn links_to_the_root_and_to_home_are_refused() {
    use std::os::unix::fs::symlink;
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    let home = std::env::home_dir().unwrap();
    for (to, name, why) in
        [(Path::new("/"), "to-root", Protected::Root), (&home, "to-home", Protected::Home)]
    {
        let link = elsewhere.path().join(name);
        symlink(to, &link).unwrap();
        assert_eq!(protected(&link, place.folder.path()), why);
        assert_eq!(protected(&link.join("."), place.folder.path()), why);
    }
}

/// Where others may write, too, someone could put a link in the place of the work folder, so that
/// cleaning it removes what the link leads to.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_work_folder_is_refused() {
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    for name in ["new", "old"] {
        fs::create_dir(elsewhere.path().join(name)).unwrap();
        fs::write(elsewhere.path().join(name).join("thesis.txt"), "mine").unwrap();
    }
    std::os::unix::fs::symlink(elsewhere.path(), place.at(".dist.shushuo-build")).unwrap();
    let refused = place.write("dist", &files(&[("a", "1")])).unwrap_err();
    assert!(matches!(refused, OutputError::NotFolder { .. }), "{refused:?}");
    for name in ["new", "old"] {
        assert!(elsewhere.path().join(name).join("thesis.txt").exists(), "{name} was emptied");
    }
    assert!(!elsewhere.path().join("lock").exists());
}
