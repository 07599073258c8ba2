//! `shushuo explain`: what a check means, and what to do.
//!
//! The texts are data, one file per language; `docs/checks.md` and `docs/checks.zh.md` are made from
//! them by `explain --markdown`.

use std::collections::BTreeMap;
use std::process::ExitCode;

use serde::Deserialize;

use shushuo::diag::{Code, Severity};
use shushuo::lang::Lang;
use shushuo::source::shape::did_you_mean;

use super::args;
use super::console;
use super::failure::Failure;
use super::words::Words;

/// What there is to say about one check.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Explanation {
    /// What it finds, in a sentence.
    finds: String,
    /// Why that matters, or how the check decides.
    why: String,
    /// Lines as an author writes them that the check finds.
    example: String,
    /// What to do.
    mend: String,
    /// Where the finding can be accepted with a reason.
    #[serde(default)]
    waive: Option<Waive>,
}

/// Where a finding can be accepted with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Waive {
    /// Above a paragraph.
    Paragraph,
    /// In a figure's front matter.
    Figure,
    /// In both places.
    Both,
}

fn explanations(lang: Lang) -> BTreeMap<String, Explanation> {
    let text = match lang {
        Lang::Zh => include_str!("zh.yaml"),
        Lang::En => include_str!("en.yaml"),
    };
    serde_yaml::from_str(text).expect("the embedded explanations are valid YAML")
}

fn of(code: Code, explanations: &BTreeMap<String, Explanation>) -> &Explanation {
    explanations.get(code.name()).expect("a test holds that every check is explained")
}

/// Prints the explanation of one check, the list of all, or the page of all.
pub(crate) fn run(arguments: &args::Explain, words: &Words) -> Result<ExitCode, Failure> {
    let explanations = explanations(words.lang);
    let printed = match &arguments.code {
        Some(name) => one(name, &explanations, words)?,
        None if arguments.markdown => markdown(&explanations, words),
        None => list(&explanations, words),
    };
    console::result(&printed)?;
    Ok(ExitCode::SUCCESS)
}

fn one(
    name: &str,
    explanations: &BTreeMap<String, Explanation>,
    words: &Words,
) -> Result<String, Failure> {
    let Some(code) = Code::from_name(name) else { return Err(unknown(name, words)) };
    let explanation = of(code, explanations);
    let mut text = format!("{} · {}\n\n", code.name(), severity(code, words));
    for part in [&explanation.finds, &explanation.why] {
        text.push_str(&format!("{}\n", part.trim()));
    }
    let indented = explanation.example.trim_end().replace('\n', "\n    ");
    text.push_str(&format!("\n{}\n    {indented}\n", words.get("explain-example")));
    text.push_str(&format!("\n{}\n{}\n", words.get("explain-mend"), explanation.mend.trim()));
    if let Some(waive) = waive(code, explanation, words) {
        text.push_str(&format!("\n{}\n{waive}\n", words.get("explain-waive")));
    }
    Ok(text)
}

fn unknown(name: &str, words: &Words) -> Failure {
    let nearest = did_you_mean(name, Code::ALL.iter().map(|code| code.name()));
    let hint = match nearest {
        Some(nearest) => words.say(&nearest),
        None => words.get("explain-see-list").to_owned(),
    };
    Failure::usage(words.fill("explain-unknown", &[("name", name)]), Some(hint))
}

fn list(explanations: &BTreeMap<String, Explanation>, words: &Words) -> String {
    let widest = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let lines = Code::ALL.iter().map(|code| {
        let finds = of(*code, explanations).finds.trim();
        format!("{:widest$}  {finds}\n", code.name())
    });
    lines.collect::<String>() + "\n" + words.get("explain-see-one") + "\n"
}

/// The page of the documentation.
fn markdown(explanations: &BTreeMap<String, Explanation>, words: &Words) -> String {
    let mut page = format!("# {}\n\n{}\n", words.get("explain-title"), words.get("explain-intro"));
    for code in Code::ALL {
        let explanation = of(*code, explanations);
        page.push_str(&format!(
            "\n## {}\n\n*{}* {}{}{}\n\n```text\n{}\n```\n\n**{}** {}\n",
            code.name(),
            severity(*code, words),
            explanation.finds.trim(),
            words.get("sentence-gap"),
            explanation.why.trim(),
            explanation.example.trim_end(),
            words.get("explain-mend"),
            explanation.mend.trim(),
        ));
        if let Some(waive) = waive(*code, explanation, words) {
            page.push_str(&format!("\n**{}** {}\n", words.get("explain-waive"), waive));
        }
    }
    page
}

fn severity(code: Code, words: &Words) -> String {
    match code.severity() {
        Severity::Error => words.get("explain-error").to_owned(),
        Severity::Warning => words.get("explain-warning").to_owned(),
    }
}

fn waive(code: Code, explanation: &Explanation, words: &Words) -> Option<String> {
    let values = [("code", code.name())];
    Some(match explanation.waive? {
        Waive::Paragraph => words.fill("explain-waive-paragraph", &values),
        Waive::Figure => words.fill("explain-waive-figure", &values),
        Waive::Both => words.fill("explain-waive-both", &values),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_is_explained_in_both_languages() {
        let [zh, en] = Lang::ALL.map(explanations);
        let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
        for (lang, explained) in [("zh", &zh), ("en", &en)] {
            let missing: Vec<_> =
                names.iter().filter(|name| !explained.contains_key(**name)).collect();
            assert!(missing.is_empty(), "{lang} does not explain {missing:?}");
            let ghosts: Vec<_> =
                explained.keys().filter(|n| !names.contains(&n.as_str())).collect();
            assert!(ghosts.is_empty(), "{lang} explains {ghosts:?}, which do not exist");
        }
        for (name, zh) in &zh {
            let en = &en[name];
            assert_eq!(zh.waive, en.waive, "{name}: waived in different places");
            for part in [&zh.finds, &zh.why, &zh.mend] {
                assert!(part.ends_with('。'), "{name}: not a Chinese sentence: {part}");
            }
            for part in [&en.finds, &en.why, &en.mend] {
                assert!(part.ends_with('.'), "{name}: not an English sentence: {part}");
            }
        }
    }

    #[test]
    fn the_pages_of_the_documentation_are_fresh() {
        for (lang, file) in [(Lang::En, "docs/checks.md"), (Lang::Zh, "docs/checks.zh.md")] {
            let made = markdown(&explanations(lang), &Words::new(lang));
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let there = std::fs::read_to_string(&path).unwrap_or_default();
            let lang = lang.code();
            assert!(
                there.replace("\r\n", "\n") == made,
                "{file} is stale: cargo run -- explain --markdown --lang {lang} > {file}"
            );
        }
    }
}
