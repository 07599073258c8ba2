//! Each check on a small site: what it finds, where, and what it leaves alone.

mod dates;
mod directions;
mod figures;
mod idioms;
mod manners;
mod site;
mod translations;
mod values;
mod wiring;

use shushuo::lang::Lang;
use site::Town;

#[test]
fn nothing_is_found_on_a_right_site() {
    assert_eq!(Town::new().findings(), [""; 0]);
    let report = Town::new().compile().report;
    assert_eq!((report.summary.sections, report.summary.figures), (1, 1));
    assert_eq!(report.summary.quotes.found, 1);
}

#[test]
fn severities_are_set_and_checks_switched_off_by_site_yaml() {
    let wrong = Town::new().prose("财政收入近90亿元。", "Revenue came to nearly 90 billion yuan.");
    let set = |severity: &str| {
        wrong.clone().file(
            "site.yaml",
            &format!("title: A\nlanguages: [zh, en]\nchecks: {{ number-scale: {severity} }}\n"),
        )
    };
    let place = "number-scale content/jobs.en.md “90 billion yuan”";
    assert_eq!(wrong.findings(), [format!("error {place}")]);
    assert_eq!(set("warning").findings(), [format!("warning {place}")]);
    assert_eq!(set("off").findings(), [""; 0]);
}

#[test]
fn a_waiver_accepts_in_its_place_and_is_counted() {
    let waived = Town::new().prose(
        "财政收入近90亿元。",
        "<!-- allow number-scale: a test -->\nRevenue came to nearly 90 billion yuan.",
    );
    assert_eq!(waived.findings(), [""; 0]);
    let report = waived.compile().report;
    assert_eq!(report.summary.waived, 1);
    assert_eq!(report.waived[0].reason, "a test");
    let in_original = Town::new().prose(
        "<!-- allow number-scale: 试验 -->\n财政收入近90亿元。",
        "Revenue came to nearly 90 billion yuan.",
    );
    assert_eq!(in_original.findings(), [""; 0]);
}

#[test]
fn a_waiver_that_accepts_nothing_is_told() {
    let unused = Town::new().prose(
        "财政收入近90亿元。",
        "<!-- allow number-scale: a test -->\nRevenue came to nearly 9 billion yuan.",
    );
    let findings = unused.findings();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("warning unused-waiver content/jobs.en.md"), "{findings:?}");
    assert_eq!(unused.only_message(Lang::Zh), "这里没有要按“number-scale”接受的问题\n请删掉");
}

#[test]
fn the_numbers_of_a_source_are_counted_as_used_or_not() {
    use shushuo::check::Use;
    let report = Town::new().compile().report;
    let expected = [Use::Figures(vec![0]), Use::Unused, Use::Prose, Use::Unused, Use::Unused];
    assert_eq!(report.uses, [expected.to_vec()]);
    assert_eq!(report.summary.source_numbers.total, 5);
    assert_eq!(report.summary.source_numbers.covered, 2);
}
