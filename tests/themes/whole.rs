//! What the default theme is made of: nothing that nothing uses, and little of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::common::{Built, Fixture, files_of};
use crate::page;

/// The most that a first view of a page may weigh, compressed: bytes.
const FIRST_VIEW: usize = 60 * 1024;
/// The most that the styles may weigh before compression: bytes.
const STYLES: usize = 30 * 1024;

/// The beginnings of classes that say what something is: the page's kind, a card's form and rank, how
/// many cards or columns there are, which way a change goes, what the site can prove. `docs/themes.md`
/// lists them; the default theme need not style each.
const HOOKS: [&str; 7] = ["card-", "columns-", "count-", "delta-", "page-", "rank-", "tag-"];

fn theme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("themes/default")
}

/// The text of every file in a folder of the theme, with its path there.
fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = theme().join(folder);
    let text = |file: &String| fs::read_to_string(folder.join(file)).expect("it is text");
    files_of(&folder).into_iter().map(|file| (file.clone(), text(&file))).collect()
}

/// Builds of the sites, and of one that shows what those cannot: doubts, and lists of several pages.
fn builds() -> Vec<Built> {
    let mut builds: Vec<Built> =
        crate::SITES.iter().map(|site| Fixture::themed(site, "default").build()).collect();
    builds.iter().for_each(|built| {
        built.succeeds();
    });
    let mut doubtful = Fixture::smallest()
        .file("seeds/report.txt", "去年新增就业255万人，比上年多。另有7个项目。\n")
        .file("seeds/report.yaml", "title: 年报\nlanguage: zh\npublish: full\n");
    for number in 0..51 {
        let section =
            |title: &str| format!("---\ntitle: {title} {number}\norder: {number}\n---\n。\n");
        doubtful = doubtful
            .file(&format!("content/s{number}.zh.md"), &section("栏目"))
            .file(&format!("content/s{number}.en.md"), &section("Section"));
    }
    builds.push(doubtful.build_with(&["--allow-errors"]));
    builds
}

fn pages(built: &Built) -> Vec<(String, String)> {
    let files = built.files().into_iter().filter(|file| file.ends_with(".html"));
    files.map(|file| (file.clone(), built.read(&file))).collect()
}

/// The classes that selectors of a style sheet name.
fn selected(css: &str) -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    let mut start = 0;
    for (place, sign) in css.match_indices(['{', '}', ';']) {
        let prelude = &css[start..place];
        start = place + 1;
        if sign == "{" && !prelude.starts_with('@') {
            let names = prelude.split('.').skip(1).map(|rest| {
                let end = |letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter));
                rest.split(end).next().unwrap_or_default().to_owned()
            });
            classes.extend(names);
        }
    }
    classes
}

#[test]
fn every_class_is_both_set_and_styled() {
    let builds = builds();
    let scripts: String = texts("static").into_iter().map(|(_, text)| text).collect();
    let styled = selected(&builds[0].read("assets/site.css"));
    assert!(styled.len() > 50, "{styled:?}");
    let all = builds.iter().flat_map(pages);
    let set: BTreeSet<String> = all.flat_map(|(_, html)| page::classes(&html)).collect();
    let in_script = |class: &String| {
        scripts
            .split(|letter: char| !(letter.is_alphanumeric() || "-_".contains(letter)))
            .any(|word| word == class)
    };
    // Of a series such as w3 to w16 a site has what its numbers need.
    let in_series = |class: &String| {
        let stem = class.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let same = |other: &&String| {
            other.trim_end_matches(|letter: char| letter.is_ascii_digit()) == stem
        };
        stem != class && set.iter().filter(same).count() > 1
    };
    let idle = styled.difference(&set).filter(|class| !in_script(class) && !in_series(class));
    let idle: Vec<_> = idle.collect();
    assert_eq!(idle, [""; 0], "classes that styles name and no page has");
    let forms = texts("templates/forms");
    let is_form = |class: &String| forms.iter().any(|(file, _)| *file == format!("{class}.html"));
    let is_hook = |class: &String| HOOKS.iter().any(|start| class.starts_with(start));
    let bare = set.difference(&styled).filter(|class| !in_script(class));
    let bare: Vec<_> = bare.filter(|class| !is_form(class) && !is_hook(class)).collect();
    assert_eq!(bare, [""; 0], "classes that pages have and no style names");
}

#[test]
fn every_template_is_reached() {
    let templates = texts("templates");
    let all: String = templates.iter().map(|(_, text)| text.as_str()).collect();
    let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/render/pages");
    let pages: String = files_of(&program)
        .iter()
        .map(|file| fs::read_to_string(program.join(file)).expect("it is text"))
        .collect();
    for (file, text) in &templates {
        let named = pages.contains(&format!("\"{file}\""));
        let extended = all.contains(&format!("{{% extends \"{file}\" %}}"));
        let components: Vec<&str> = text
            .split("{% component ")
            .skip(1)
            .filter_map(|rest| rest.split(['(', ' ']).next())
            .collect();
        assert!(named || extended || !components.is_empty(), "nothing reaches {file}");
        for name in components {
            assert!(all.contains(&format!("<{name} ")), "nothing uses {name} of {file}");
        }
    }
}

#[test]
fn every_option_and_font_is_used() {
    let manifest = fs::read_to_string(theme().join("theme.yaml")).expect("the theme has one");
    let manifest: serde_json::Value = serde_yaml::from_str(&manifest).expect("it is YAML");
    let styles: String = texts("styles").into_iter().map(|(_, text)| text).collect();
    for key in ["options", "fonts"] {
        let declared = manifest[key].as_object().expect("there are some");
        assert!(!declared.is_empty());
        for name in declared.keys() {
            assert!(styles.contains(&format!("{key}.${name}")), "no style uses {key}.${name}");
        }
    }
    let built = Fixture::smallest().build();
    let shown: BTreeSet<String> =
        pages(&built).into_iter().flat_map(|(_, html)| needs(&html)).collect();
    for file in files_of(&theme().join("static")) {
        assert!(shown.contains(&format!("assets/{file}")), "no page uses static/{file}");
    }
}

/// The files beside a page that its first view needs, as the page names them.
fn needs(html: &str) -> BTreeSet<String> {
    let tags = html.split('<').filter_map(|tag| tag.split('>').next());
    let loads = |tag: &&str| {
        ["link rel=\"icon\"", "link rel=\"stylesheet\"", "script ", "img "]
            .iter()
            .any(|start| tag.starts_with(start))
    };
    tags.filter(loads)
        .flat_map(|tag| {
            let mut names = page::attributes(tag, "href");
            names.extend(page::attributes(tag, "src"));
            names
        })
        .filter(|name| !name.starts_with("data:"))
        .collect()
}

/// How long something is when it is compressed as servers do. Fonts are compressed already.
fn weight(path: &str, bytes: &[u8]) -> usize {
    match path.ends_with(".woff2") {
        true => bytes.len(),
        false => miniz_oxide::deflate::compress_to_vec(bytes, 6).len() + 18,
    }
}

#[test]
fn no_first_view_weighs_more_than_sixty_kilobytes() {
    for built in builds() {
        let contents = built.contents();
        let fonts: usize = contents
            .iter()
            .filter(|(path, _)| path.ends_with(".woff2"))
            .map(|(path, bytes)| weight(path, bytes))
            .sum();
        assert!(fonts > 0, "the theme has a font");
        for (path, html) in pages(&built) {
            let mut total = weight(&path, html.as_bytes()) + fonts;
            for name in needs(&html) {
                let (mut folder, mut rest) =
                    (path.rsplit_once('/').map_or("", |(it, _)| it), name.as_str());
                while let Some(up) = rest.strip_prefix("../") {
                    folder = folder.rsplit_once('/').map_or("", |(it, _)| it);
                    rest = up;
                }
                let target = format!("{folder}/{rest}");
                let target = target.trim_start_matches('/');
                let bytes = contents.get(target).unwrap_or_else(|| panic!("{path}: {target}"));
                total += weight(target, bytes);
            }
            assert!(total < FIRST_VIEW, "{path} weighs {total} bytes");
        }
    }
}

#[test]
fn the_styles_are_small() {
    let css = Fixture::smallest().build().read("assets/site.css").len();
    assert!(css < STYLES, "{css} bytes");
}
