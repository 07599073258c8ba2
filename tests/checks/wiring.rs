//! Pages, links and words that have to be there.

use shushuo::lang::Lang;

use crate::site::Town;

const ZH: &str = "content/jobs.zh.md";
const EN: &str = "content/jobs.en.md";

#[test]
fn a_page_in_one_language_only_is_told() {
    let alone = Town::new().without("content/_home.en.md");
    assert_eq!(alone.findings(), ["error translation-missing content/_home.zh.md “”"]);
    assert_eq!(
        alone.only_message(Lang::En),
        "this page has no English version\nwrite content/_home.en.md"
    );
    let section = Town::new().file("content/new.en.md", "---\ntitle: New\n---\nText.\n");
    assert_eq!(section.findings(), ["error translation-missing content/new.en.md “”"]);
}

#[test]
fn words_in_one_language_only_are_told() {
    let summary = Town::new().replace(ZH, "title: 就业", "title: 就业\nsummary: 去年的就业");
    assert_eq!(summary.findings(), ["error translation-missing content/jobs.zh.md “去年的就业”"]);
    let label = Town::new().replace(EN, "figures:\n  jobs: { label: People newly in work }\n", "");
    assert_eq!(label.findings(), ["error label-missing content/jobs.zh.md “jobs”"]);
    assert!(
        label
            .only_message(Lang::En)
            .ends_with("add to “figures” in content/jobs.en.md: jobs: { label: … }")
    );
    let note = Town::new().replace(ZH, "label: 新增就业", "label: 新增就业\n    note: 含灵活就业");
    assert_eq!(note.findings(), ["error label-missing content/jobs.en.md “jobs”"]);
    let body = Town::new()
        .file(EN, "---\ntitle: Jobs\nfigures:\n  jobs: { label: People newly in work }\n---\n");
    assert!(body.findings()[0].starts_with("error translation-missing"), "{:?}", body.findings());
}

#[test]
fn a_reference_to_no_figure_is_told_with_the_nearest_one() {
    let town = Town::new().replace(EN, "[[jobs]]", "2.56 million people, [[job]],");
    assert_eq!(town.findings(), ["error unknown-figure content/jobs.en.md “[[job]]”"]);
    assert!(town.only_message(Lang::Zh).contains("jobs"));
}

#[test]
fn links_that_lead_nowhere_are_told() {
    let town = |link: &str| Town::new().replace(EN, "found work.", &format!("found work. {link}"));
    assert_eq!(town("[home](index.html) [here](#jobs) [me](jobs.md)").findings(), [""; 0]);
    assert_eq!(
        town("[x](job.md)").findings(),
        ["error broken-link content/jobs.en.md “[x](job.md)”"]
    );
    assert_eq!(town("[x](jobs.md#nothing)").findings().len(), 1);
    assert_eq!(
        town("![a map](map.png)").findings(),
        ["error missing-file content/jobs.en.md “![a map](map.png)”",]
    );
    assert_eq!(town("[x](../site.yaml)").findings().len(), 1);
}
