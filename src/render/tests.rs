//! The whole step from a site to its files.

use std::sync::Arc;

use super::fixture::{render, rendered, report, site, theme};
use super::*;
use crate::diag::{Catalog, Code, Diagnostic};
use crate::lang::Lang;

fn page(output: &[OutputFile], path: &str) -> String {
    let file = output.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("{path} is not among the files"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

/// Path, line and words of each finding.
fn findings(files: &[(&str, &str)]) -> Vec<String> {
    let (_, sink) = rendered(files);
    let theme = theme(files);
    let catalog = Catalog::embedded();
    let tell = |diagnostic: &Diagnostic| {
        assert_eq!(diagnostic.code, Code::ThemeError);
        let words = catalog.words(&diagnostic.message, Lang::En);
        let Some(span) = diagnostic.span else { return words };
        let file = theme.get(span.file);
        let line = file.text()[..span.start()].matches('\n').count() + 1;
        format!("{}:{line}: {words}", file.path)
    };
    sink.into_sorted().iter().map(tell).collect()
}

#[test]
fn every_page_comes_out_in_both_languages() {
    let (output, sink) = rendered(&[]);
    assert_eq!(sink.diagnostics(), []);
    let paths: Vec<&str> = output.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            ".nojekyll",
            "404.html",
            "alone.html",
            "assets/barlow-condensed-LICENSE.txt",
            "assets/before.js",
            "assets/icon.svg",
            "assets/numeral.woff2",
            "assets/search.js",
            "assets/site.css",
            "assets/site.js",
            "data/README.md",
            "data/figures.csv",
            "data/figures.json",
            "data/search.en.js",
            "data/search.zh.js",
            "en/404.html",
            "en/feed.xml",
            "en/figures/readers.html",
            "en/index.html",
            "en/methods.html",
            "en/source/report.html",
            "en/tags/one.html",
            "en/work.html",
            "feed.xml",
            "figures/readers.html",
            "index.html",
            "methods.html",
            "robots.txt",
            "sitemap.xml",
            "source/report.html",
            "tags/one.html",
            "work.html",
        ]
    );
}

#[test]
fn the_endings_of_what_is_made_are_known() {
    let (output, _) = rendered(&[]);
    for file in output {
        assert!(has_ending(&file.path, &MADE), "{}", file.path);
    }
}

#[test]
fn the_same_site_gives_the_same_bytes_on_any_number_of_threads() {
    let once = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| rendered(&[]).0)
    };
    assert_eq!(once(1), once(4));
}

#[test]
fn a_card_stands_behind_the_paragraph_that_first_names_its_figure() {
    let (output, _) = rendered(&[]);
    let html = page(&output, "work.html");
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("甲") < at("id=\"rate\"") && at("id=\"rate\"") < at("乙"));
    assert!(at("乙") < at("id=\"readers\""), "the card that shows `young` is that of `readers`");
    assert!(at("id=\"readers\"") < at("id=\"share\""), "a figure that is not named comes last");
    assert_eq!(
        html.matches("id=\"young\"").count(),
        1,
        "a companion has its anchor in the picture"
    );
    assert!(
        html.contains("href=\"#young\" title=\"1.44\u{a0}million people\">144万人</a>"),
        "{html}"
    );
}

#[test]
fn text_is_escaped_and_the_other_languages_runs_are_marked() {
    let (output, _) = rendered(&[]);
    let html = page(&output, "en/work.html");
    assert!(html.contains("the &lt;label&gt; of rate (<span lang=\"zh-Hans\">标签</span>)"));
    assert!(!html.contains("the <label>"));
    assert!(html.contains("<title>work &amp; en – Site</title>"), "{html}");
    assert!(html.contains("<blockquote lang=\"zh-Hans\">"));
}

#[test]
fn a_number_leads_to_its_place_in_the_source_and_back() {
    let (output, _) = rendered(&[]);
    assert!(page(&output, "work.html").contains("href=\"source/report.html#readers\""));
    let source = page(&output, "en/source/report.html");
    assert!(
        source.contains("<span id=\"readers\"></span><mark><a href=\"../figures/readers.html\"")
    );
    assert!(source.contains("href=\"#readers\" title=\"See where it stands in the text\""));
    assert!(source.contains("<span id=\"young\"></span><mark><a href=\"../work.html#young\""));
    assert!(!source.contains("与此无关的一句话"), "only the sentences around quotes are shown");
}

#[test]
fn a_derived_figure_shows_its_formula_in_words_and_in_numbers() {
    let (output, _) = rendered(&[]);
    let html = page(&output, "en/methods.html");
    assert!(
        html.contains("1.44\u{a0}million people ÷ 3.84\u{a0}million people = 37.5\u{a0}%"),
        "{html}"
    );
    assert!(html.contains("<a href=\"work.html#young\">the &lt;label&gt; of young"));
}

#[test]
fn the_language_switch_leads_to_the_same_page_or_home() {
    let (output, _) = rendered(&[]);
    assert!(
        page(&output, "work.html").contains("class=\"switch\" href=\"en/work.html\" lang=\"en\"")
    );
    assert!(
        page(&output, "en/figures/readers.html").contains("href=\"../../figures/readers.html\"")
    );
    assert!(page(&output, "alone.html").contains("class=\"switch\" href=\"en/index.html\""));
}

#[test]
fn a_list_of_more_than_fifty_sections_goes_on_on_another_page() {
    let mut site = site();
    for number in 0..50 {
        let mut documents = super::fixture::site().sections.remove(0).documents;
        for document in [&mut documents.zh, &mut documents.en].into_iter().flatten() {
            std::sync::Arc::make_mut(document).slug = format!("more-{number}");
        }
        site.sections.push(crate::site::Section {
            slug: format!("more-{number}"),
            documents,
            figures: Vec::new(),
            tags: Vec::new(),
        });
    }
    let output = render(&site, &theme(&[]), &report(), &mut Sink::new());
    let first = page(&output, "index.html");
    assert_eq!(first.matches("class=\"entry\"").count(), 50);
    assert!(first.contains("href=\"page-2.html\"") && first.contains("第1页，共2页"));
    let second = page(&output, "page-2.html");
    assert_eq!(second.matches("class=\"entry\"").count(), 2);
    assert!(second.contains("<a rel=\"prev\" href=\"index.html\""));
    assert!(second.contains("content=\"第2页：站名\""), "each page has a description of its own");
    assert!(second.contains("class=\"switch\" href=\"en/page-2.html\""));
    assert!(!second.contains("class=\"cards"), "the headline figures stand on the first page");
    assert!(output.iter().all(|file| file.path != "page-3.html"));
}

#[test]
fn full_addresses_are_written_only_where_the_site_knows_its_own() {
    let (output, _) = rendered(&[]);
    let html = page(&output, "en/index.html");
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/a/en/\">"));
    assert!(html.contains("hreflang=\"zh-Hans\" href=\"https://example.org/a/\""));
    assert!(page(&output, "feed.xml").contains("<updated>2023-01-06T00:00:00Z</updated>"));
    let mut site = site();
    site.config.base_url = None;
    let output = render(&site, &theme(&[]), &report(), &mut Sink::new());
    assert!(!page(&output, "en/index.html").contains("canonical"));
    assert!(!page(&output, "en/index.html").contains("https://example"));
    assert!(
        !output.iter().any(|file| file.path.ends_with("feed.xml") || file.path == "sitemap.xml")
    );
    assert_eq!(page(&output, "robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn the_figures_come_as_data() {
    let (output, _) = rendered(&[]);
    let json: serde_json::Value =
        serde_json::from_str(&page(&output, "data/figures.json")).unwrap();
    let readers = &json["figures"][0];
    assert_eq!(readers["value"], "3840000");
    assert_eq!(readers["status"], "found");
    assert_eq!(readers["page"]["en"], "en/figures/readers.html");
    assert_eq!(json["figures"][1]["page"]["zh"], "work.html#young");
    assert_eq!(json["figures"][3]["derived_from"], serde_json::json!(["young", "readers"]));
}

#[test]
fn an_unverified_figure_is_marked_wherever_it_stands() {
    let mut site = site();
    super::fixture::figure_mut(&mut site, "rate").status = crate::figure::Status::Unverified;
    let output = render(&site, &theme(&[]), &report(), &mut Sink::new());
    let html = page(&output, "en/work.html");
    assert!(html.contains("class=\"figure unverified\""), "{html}");
    assert!(html.contains("is-unverified") && html.contains("The source does not confirm"));
    assert!(page(&output, "en/methods.html").contains("Unverified numbers"));
}

#[test]
fn a_file_of_the_site_takes_the_place_of_the_themes() {
    let (output, sink) = rendered(&[("templates/pages/tag.html", "<p>{{ tag.heading }}</p>\n")]);
    assert_eq!(sink.diagnostics(), []);
    assert_eq!(page(&output, "tags/one.html"), "<p>一</p>\n");
}

#[test]
fn every_broken_template_is_reported_at_its_line() {
    let found = findings(&[
        ("templates/pages/tag.html", "<p>\n{{ tag.heading }\n"),
        ("templates/pages/source.html", "{% if source %}\n"),
    ]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("themes/default/templates/pages/source.html:"), "{found:?}");
    assert!(found[1].starts_with("themes/default/templates/pages/tag.html:2: "), "{found:?}");
}

#[test]
fn an_undefined_name_is_reported_once_at_its_line() {
    let found = findings(&[("templates/pages/section.html", "中文\n{{ section.headline }}\n")]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("themes/default/templates/pages/section.html:2: "), "{found:?}");
}

#[test]
fn an_unknown_component_and_an_unknown_phrase_are_reported_at_their_lines() {
    let found = findings(&[("templates/pages/tag.html", "\n\n{{ <crad c={tag} /> }}\n")]);
    assert!(found[0].starts_with("themes/default/templates/pages/tag.html:3: "), "{found:?}");
    let found = findings(&[("templates/pages/tag.html", "{{ say(key=\"no-such\") }}\n")]);
    assert!(found[0].contains("tag.html:1: ") && found[0].contains("no-such"), "{found:?}");
}

#[test]
fn a_mistake_in_the_styles_is_reported_at_its_line() {
    let found = findings(&[("styles/_card.scss", "p {\n  color: $nothing;\n}\n")]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("themes/default/styles/_card.scss:2: "), "{found:?}");
}

#[test]
fn a_phrase_that_the_site_forgot_is_reported() {
    let found = findings(&[("strings/en.yaml", "skip: Skip\n")]);
    assert!(found.iter().any(|text| text == "themes/default/strings/en.yaml:1: the theme's words lack “source”"), "{found:?}");
}

#[test]
fn a_theme_that_does_not_exist_is_reported() {
    let mut site = site();
    site.config.theme = "nice".into();
    let mut sink = Sink::new();
    assert_eq!(render(&site, &theme(&[]), &report(), &mut sink), []);
    assert_eq!(sink.diagnostics()[0].code, Code::ThemeError);
}

/// A `theme.yaml` whose font is in these files.
fn with_font(file: &str, license: &str) -> String {
    format!(
        "contract: \"1\"\noptions: {{accent: red, accent-dark: red, poster: red, poster-dark: red}}\n\
         fonts:\n  numeral:\n    file: {file}\n    license: {license}\n    family: Own\n"
    )
}

#[test]
fn a_font_that_is_missing_or_broken_is_reported_at_its_place() {
    let license = "fonts/barlow-condensed-LICENSE.txt";
    let found = findings(&[("theme.yaml", &with_font("fonts/none.ttf", license))]);
    let missing = "themes/default/theme.yaml:5: the theme has no file “fonts/none.ttf”";
    assert!(found.iter().any(|text| text == missing), "{found:?}");
    let manifest = with_font("fonts/own.ttf", license);
    let found = findings(&[("theme.yaml", &manifest), ("fonts/own.ttf", "no font")]);
    let broken = "themes/default/fonts/own.ttf:1: fonts/own.ttf: the font cannot be used";
    assert!(found.iter().any(|text| text.starts_with(broken)), "{found:?}");
}

#[test]
fn a_theme_without_fonts_of_its_own_ships_none() {
    let manifest = "contract: \"1\"\noptions: {}\n";
    let styles = ("styles/main.scss", "p { color: red }\n");
    let (output, sink) = rendered(&[("theme.yaml", manifest), styles]);
    assert_eq!(sink.diagnostics(), []);
    assert!(output.iter().all(|file| !file.path.ends_with(".woff2")));
}

#[test]
fn a_font_has_the_characters_of_the_pages_and_no_others() {
    let (output, _) = rendered(&[]);
    let font = |output: &[OutputFile]| {
        output.iter().find(|file| file.path == "assets/numeral.woff2").unwrap().bytes.len()
    };
    let page = "<p>{{ tag.heading }} ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ</p>\n";
    let (more, _) = rendered(&[("templates/pages/tag.html", page)]);
    assert!(font(&output) + 500 < font(&more));
}

/// The default theme's card with some of its text replaced.
fn card_with(from: &str, to: &str) -> String {
    let card = include_str!("../../themes/default/templates/card.html");
    assert!(card.contains(from), "{from}");
    card.replace(from, to)
}

#[test]
fn a_theme_cannot_drop_what_proves_a_number() {
    let lack = |from: &str, to: &str| findings(&[("templates/card.html", &card_with(from, to))]);
    let place = "themes/default/templates/card.html:1: page work.html ";
    for (from, to, told) in [
        ("{{ proof.source.href }}", "x.html", "does not lead from the figure “rate” to its source"),
        (" id=\"{{ c.id }}\"", "", "has no card with the id “rate”"),
    ] {
        let found = lack(from, to);
        let told = format!("{place}{told}");
        assert!(found.iter().any(|text| text.starts_with(&told)), "{told}: {found:?}");
    }
    let silent = "{% component formula(f: map, @t) %}{{ f.numbers }}{% endcomponent %}";
    let found = findings(&[("templates/formula.html", silent)]);
    let told = "templates/formula.html:1: page work.html does not show how the figure “share”";
    assert!(found.iter().any(|text| text.contains(told)), "{found:?}");
    let number = "{{ <numeral n={c.number} href={c.href} /> }}";
    let picture =
        ("templates/picture.html", "{% component picture(p: map, @t) %}{% endcomponent %}");
    let prose = ("templates/pages/figure.html", "{{ <card c={figure.card} /> }}");
    let found = findings(&[("templates/card.html", &card_with(number, "")), picture, prose]);
    let told = "does not show the number of the figure “readers”";
    assert!(found.iter().any(|text| text.contains(told)), "{found:?}");
}

#[test]
fn a_lack_is_reported_once_however_many_pages_have_it() {
    let card = card_with("{{ proof.source.href }}", "x.html");
    let found = findings(&[("templates/card.html", &card)]);
    assert_eq!(found.len(), 2, "section and figure pages, in either language: {found:?}");
}

#[test]
fn a_theme_cannot_hide_a_doubt() {
    let mut site = site();
    let rate = &mut Arc::make_mut(&mut site.figures)["rate"];
    Arc::make_mut(rate).status = crate::figure::Status::Unverified;
    let card = card_with("{{ c.status.words }}", "").replace("{{ proof.status.words }}", "");
    let mut sink = Sink::new();
    render(&site, &theme(&[("templates/card.html", &card)]), &report(), &mut sink);
    let told = &sink.diagnostics()[0].message;
    assert_eq!(told.id(), "theme-error.no-doubt");
}

#[test]
fn templates_have_no_value_to_print() {
    let pages = ["home", "section", "figure", "source", "methods"];
    let files =
        pages.map(|page| (format!("templates/pages/{page}.html"), format!("{{{{ {page} }}}}")));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (output, _) = rendered(&files);
    for path in ["index.html", "work.html", "figures/readers.html", "source/report.html"] {
        let html = page(&output, path);
        assert!(html.contains("384"), "{path}: the whole view is printed: {html}");
        assert!(!html.contains("3840000"), "{path}");
    }
}
