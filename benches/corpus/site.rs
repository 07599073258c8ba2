//! The archive as a site of this program.

use super::words::TOPICS;
use super::{LANGUAGES, SECTIONS_PER_SOURCE, Section, TextFile, day, source_name, topic_id};

/// Every file of the site folder.
pub(crate) fn files(sections: &[Section]) -> Vec<TextFile> {
    let mut files = vec![("site.yaml".to_owned(), config())];
    for (name, title, text) in [
        (
            "_home",
            ["各县年报", "County reports"],
            ["各县历年公报中的数字。", "The numbers in the counties’ yearly bulletins."],
        ),
        (
            "_methods",
            ["数字怎样核对", "How the numbers are checked"],
            ["每个数字都附有公报原文。", "Every number comes with the words of its bulletin."],
        ),
    ] {
        for (place, lang) in LANGUAGES.into_iter().enumerate() {
            let (title, text) = (title[place], text[place]);
            files.push((
                format!("content/{name}.{lang}.md"),
                format!("---\ntitle: {title}\n---\n{text}\n"),
            ));
        }
    }
    for group in sections.chunks(SECTIONS_PER_SOURCE) {
        let name = source_name(group[0].number);
        let part = group[0].number / SECTIONS_PER_SOURCE + 1;
        files.push((
            format!("seeds/{name}.yaml"),
            format!(
                "title: {{ zh: 公报汇编{part}, en: Collected bulletins {part} }}\n\
                 publisher: {{ zh: 统计年鉴社, en: Yearbook Press }}\nlanguage: zh\ndate: 2025-06-01\n"
            ),
        ));
        let text: Vec<&str> = group.iter().map(|section| section.evidence.as_str()).collect();
        files.push((format!("seeds/{name}.txt"), text.concat()));
    }
    for section in sections {
        let next = &sections[(section.number + 1) % sections.len()];
        files.push((format!("content/{}.zh.md", section.slug), original(section, next)));
        files.push((format!("content/{}.en.md", section.slug), translation(section, next)));
    }
    files
}

fn config() -> String {
    let mut yaml = String::from(
        "title: { zh: 各县年报, en: County reports }\nlanguages: [zh, en]\n\
         base_url: https://example.org/reports/\ntags:\n",
    );
    for (number, topic) in TOPICS.iter().enumerate() {
        yaml.push_str(&format!(
            "  {}: {{ zh: {}, en: {} }}\n",
            topic_id(number),
            topic.zh,
            topic.en
        ));
    }
    yaml
}

fn original(section: &Section, next: &Section) -> String {
    let mut text = format!(
        "---\ntitle: {}{}年公报\nsummary: 经济、就业、环境和学校\nsource: {}\ndate: {}\ntags: [{}, {}]\n\
         period: {}年\nplace: {}\nfigures:\n",
        section.place[0],
        section.year,
        source_name(section.number),
        day(section),
        topic_id(section.tags[0]),
        topic_id(section.tags[1]),
        section.year,
        section.place[0],
    );
    for (rank, figure) in section.figures.iter().enumerate() {
        text.push_str(&format!(
            "  {}-{}:\n    value: {}\n    label: {}\n    quote: {}\n{}",
            section.id,
            figure.name,
            figure.value[0],
            figure.label[0],
            figure.quote,
            figure.extra.replace("[away]", &format!("[{}-away]", section.id)),
        ));
        // The home page shows five numbers: the product of the first five sections.
        if rank == 0 && section.number < 5 {
            text.push_str(&format!("    headline: {}\n", section.number + 1));
        }
    }
    text.push_str("---\n");
    text + &body(section, next, 0)
}

fn translation(section: &Section, next: &Section) -> String {
    let mut text = format!(
        "---\ntitle: Bulletin of {} for {}\nsummary: Economy, jobs, environment and schools\n\
         period: \"{}\"\nplace: {}\nfigures:\n",
        section.place[1], section.year, section.year, section.place[1],
    );
    for figure in &section.figures {
        text.push_str(&format!(
            "  {}-{}: {{ label: {} }}\n",
            section.id, figure.name, figure.label[1]
        ));
    }
    text.push_str("---\n");
    text + &body(section, next, 1)
}

fn body(section: &Section, next: &Section, lang: usize) -> String {
    let address = format!("../{}.md", next.slug);
    let text = section.body[lang].replace("{{next}}", &address);
    text.replace("[[", &format!("[[{}-", section.id))
}
