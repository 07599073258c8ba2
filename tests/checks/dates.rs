//! Years and ranks that a translation changes.

use shushuo::lang::Lang;

use crate::site::Town;

/// What is found in a translation of some prose about no numbers.
fn found(zh: &str, en: &str) -> Vec<String> {
    let named = |code: &str| code.contains("-changed");
    Town::new().prose(zh, en).findings().into_iter().filter(|code| named(code)).collect()
}

#[test]
fn a_changed_year_is_told() {
    for (zh, en, year) in [
        ("公园2019年开放。", "The park opened in 2018.", "2018"),
        ("2021—2025年建设公园。", "Parks are built from 2021 to 2024.", "2024"),
        ("截至2024年底，公园已开放。", "By the end of 2042 the park was open.", "2042"),
        ("公园于2019年3月5日开放。", "The park opened on 5 March 2009.", "5 March 2009"),
    ] {
        let told = found(zh, en);
        assert_eq!(told.len(), 1, "{en}: {told:?}");
        assert!(told[0].starts_with("warning date-changed content/jobs.en.md"), "{told:?}");
        assert!(
            year.contains(told[0].split('“').nth(1).unwrap().trim_end_matches('”')),
            "{told:?}"
        );
    }
    let message = Town::new().prose("公园2019年开放。", "The park opened in 2018.");
    assert!(message.only_message(Lang::En).contains("has 2018, which the original does not name"));
}

#[test]
fn a_changed_rank_is_told() {
    let changed = ["warning rank-changed content/jobs.en.md “fourth”"];
    assert_eq!(found("总量居第3位。", "It ranks fourth in size."), changed);
    assert_eq!(found("由第12位升至第5位。", "It rose from 21st to fifth.").len(), 1);
}

#[test]
fn years_and_ranks_that_translators_leave_out_or_add_are_none() {
    for (zh, en) in [
        ("公园2019年开放。", "The park opened in 2019."),
        ("公园去年开放。", "The park opened in 2021."),
        ("公园2021年开放。", "The park opened last year."),
        ("上世纪90年代建园，2019年开放。", "Laid out in the 1990s, it opened in 2019."),
        ("2019年动工，2021年开放。", "Begun in 2019, it opened two years later."),
        ("第三产业首次领先。", "For the first time the tertiary sector led."),
        ("第三次获奖，居第二位。", "It won for a third time and came second."),
        ("二〇一九年开放。", "The park opened in 2019."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn what_stands_in_another_paragraph_has_moved() {
    let zh = "公园2019年开放。\n\n湖2021年开放。";
    assert_eq!(found(zh, "The lake opened in 2021.\n\nThe park opened in 2019."), [""; 0]);
}

#[test]
fn periods_and_labels_are_compared_too() {
    let town = Town::new()
        .replace("content/jobs.zh.md", "title: 就业\n", "title: 就业\nperiod: 2024年\n")
        .replace("content/jobs.en.md", "title: Jobs\n", "title: Jobs\nperiod: \"2023\"\n");
    assert_eq!(town.findings(), ["warning date-changed content/jobs.en.md “2023”"]);
}
