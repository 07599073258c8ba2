//! A second theme, really different and small: a dark poster in one column. What it makes of a site
//! differs from what the default theme makes of it in looks alone.

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::{Fixture, files_of};
use crate::page;

#[test]
fn a_theme_takes_less_than_three_hundred_lines() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/themes/poster");
    let files = files_of(&folder);
    let lines: usize = files
        .iter()
        .map(|file| std::fs::read_to_string(folder.join(file)).expect("it is text").lines().count())
        .sum();
    assert!((100..300).contains(&lines), "{lines} lines in {files:?}");
}

#[test]
fn it_makes_of_a_site_what_the_default_theme_makes_of_it() {
    for site in crate::SITES {
        let default = Fixture::themed(site, "default").build();
        let poster = Fixture::themed(site, "poster").build();
        assert_eq!(poster.succeeds().files(), default.succeeds().files(), "{site}");
        for path in poster.files().iter().filter(|file| file.ends_with(".html")) {
            let (ours, theirs) = (poster.read(path), default.read(path));
            let lacks = |of: fn(&str) -> BTreeSet<String>| {
                of(&ours).difference(&of(&theirs)).cloned().collect::<Vec<_>>()
            };
            assert_eq!(lacks(page::numbers), [""; 0], "{path}: numbers that no view has");
            assert_eq!(lacks(page::links), [""; 0], "{path}: links that no view has");
            assert_eq!(anchors(&ours), anchors(&theirs), "{path}");
            assert!(path.ends_with("404.html") || ours != theirs, "{path} is the same page");
        }
    }
}

/// The anchors that the content makes; those of a theme end in `_`.
fn anchors(html: &str) -> BTreeSet<String> {
    page::attributes(html, "id").into_iter().filter(|id| !id.ends_with('_')).collect()
}
