//! Themes of strangers: what is wrong with them is told at their files, and nothing is written.

use crate::bounded::{Bounded, run};
use crate::common::Fixture;

const STYLES: &str = "themes/default/styles/main.scss";
const SECTION: &str = "themes/default/templates/pages/section.html";

/// Builds a site with one file of a theme of its own.
#[track_caller]
fn build(path: &str, text: &str) -> Bounded {
    let site = Fixture::smallest().file(path, text);
    let told = run(site.path(), &["build"]);
    assert!(!site.path().join("dist").exists(), "something was written:\n{}", told.told);
    told
}

#[test]
fn what_makes_a_library_panic_is_told_at_the_theme() {
    // grass 0.13.4 has `todo!()` there.
    let told = build(STYLES, "a { b: simple-selectors(\"> a\") }\n");
    told.finds("styles that break their compiler", &["theme-error"]);
    assert!(told.told.contains(&format!("{STYLES}:1:1")), "{}", told.told);
    assert!(!told.told.contains("panicked"), "{}", told.told);
}

#[test]
fn a_template_that_writes_for_ever_is_ended() {
    let much = "x".repeat(100_000);
    let text = format!("{{% for i in range(end=30000) %}}{much}{{% endfor %}}");
    let told = build(SECTION, &text);
    told.finds("a page without end", &["theme-error"]);
    assert!(told.told.contains("more than 128 MiB for one page"), "{}", told.told);
}

#[test]
fn a_theme_that_leads_back_to_itself_is_told() {
    for (path, text, why) in [
        (SECTION, "{% extends \"pages/section.html\" %}", "Circular extend"),
        (SECTION, "{% include \"pages/section.html\" %}", "Circular include"),
        (
            SECTION,
            "{% component a(x) %}{{<a x={1} />}}{% endcomponent a %}{{<a x={1} />}}",
            "Maximum render recursion depth",
        ),
        (SECTION, "{% for i in range(end=100000000000) %}x{% endfor %}", "exceeds the limit"),
        (STYLES, "@use \"main\";", "already being loaded"),
        (STYLES, "@import \"main\";", "already being loaded"),
    ] {
        let told = build(path, text);
        told.finds(text, &["theme-error"]);
        assert!(told.told.contains(why), "{text}:\n{}", told.told);
    }
}
