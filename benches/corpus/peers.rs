//! The same archive for other generators, as far as they can hold it: the numbers typed in both
//! languages, the quotes as plain text, nothing checked.

use std::collections::BTreeSet;

use super::words::TOPICS;
use super::{LANGUAGES, SECTIONS_PER_SOURCE, Section, TextFile, day, source_name, topic_id};

/// The style sheet of both.
const STYLES: &str = include_str!("../peers/main.scss");

/// A generator: how its front matter and its references are written.
struct Peer {
    /// The file name of a page in a language; the original's may have no code.
    original: &'static str,
    /// The key under which a page keeps data of its own.
    data: &'static str,
    /// What surrounds the name of a figure in running text.
    reference: [&'static str; 2],
    /// What surrounds the path of another page in a link.
    link: [&'static str; 2],
    /// How a page names its tags, with `TAGS` for them.
    tags: &'static str,
}

const HUGO: Peer = Peer {
    original: ".zh.md",
    data: "params",
    reference: ["{{< n \"", "\" >}}"],
    link: ["{{< relref \"/", "\" >}}"],
    tags: "tags: [TAGS]\n",
};

const ZOLA: Peer = Peer {
    original: ".md",
    data: "extra",
    reference: ["{{ n(id=\"", "\") }}"],
    link: ["@/", ".md"],
    tags: "taxonomies: { tags: [TAGS] }\n",
};

/// Every file of the folder for Hugo.
pub(crate) fn hugo(sections: &[Section]) -> Vec<TextFile> {
    let mut files = templates(&[
        ("hugo.yaml", include_str!("../peers/hugo/hugo.yaml")),
        ("layouts/baseof.html", include_str!("../peers/hugo/baseof.html")),
        ("layouts/home.html", include_str!("../peers/hugo/home.html")),
        ("layouts/page.html", include_str!("../peers/hugo/page.html")),
        ("layouts/source/page.html", include_str!("../peers/hugo/source.html")),
        ("layouts/term.html", include_str!("../peers/hugo/term.html")),
        ("layouts/_partials/list.html", include_str!("../peers/hugo/list.html")),
        ("layouts/_partials/card.html", include_str!("../peers/hugo/card.html")),
        ("layouts/_shortcodes/n.html", include_str!("../peers/hugo/n.html")),
        ("assets/main.scss", STYLES),
    ]);
    files.extend(pages(sections, &HUGO));
    files
}

/// Every file of the folder for Zola.
pub(crate) fn zola(sections: &[Section]) -> Vec<TextFile> {
    let mut files = templates(&[
        ("config.toml", include_str!("../peers/zola/config.toml")),
        ("templates/base.html", include_str!("../peers/zola/base.html")),
        ("templates/index.html", include_str!("../peers/zola/index.html")),
        ("templates/page.html", include_str!("../peers/zola/page.html")),
        ("templates/source.html", include_str!("../peers/zola/source.html")),
        ("templates/tags/list.html", include_str!("../peers/zola/tags.html")),
        ("templates/tags/single.html", include_str!("../peers/zola/tag.html")),
        ("templates/macros.html", include_str!("../peers/zola/macros.html")),
        ("templates/shortcodes/n.html", include_str!("../peers/zola/n.html")),
        ("sass/main.scss", STYLES),
    ]);
    let mut folders: Vec<&str> =
        sections.iter().filter_map(|section| section.slug.split('/').next()).collect();
    folders.sort_unstable();
    folders.dedup();
    for ending in ["md", "en.md"] {
        let list = "---\ntitle: Reports\npaginate_by: 50\nsort_by: date\n---\n";
        files.push((format!("content/_index.{ending}"), list.to_owned()));
        let quiet = "---\nrender: false\n---\n";
        files.push((format!("content/source/_index.{ending}"), quiet.to_owned()));
        let part = "---\nrender: false\ntransparent: true\nsort_by: date\n---\n";
        let parts =
            folders.iter().map(|year| (format!("content/{year}/_index.{ending}"), part.to_owned()));
        files.extend(parts);
    }
    // Named in the settings: asking for the terms would copy every page of each into every list.
    files[0].1.push_str(&topics(sections));
    files.extend(pages(sections, &ZOLA));
    files
}

/// The tags of the sections, as settings of the site.
fn topics(sections: &[Section]) -> String {
    let used: BTreeSet<usize> = sections.iter().flat_map(|section| section.tags).collect();
    let named = |name: &dyn Fn(usize) -> String| {
        used.iter().map(|topic| format!("{:?}", name(*topic))).collect::<Vec<_>>().join(", ")
    };
    let zh = named(&|topic| TOPICS[topic].zh.to_owned());
    format!("\n[extra.topics]\nzh = [{zh}]\nen = [{}]\n", named(&topic_id))
}

fn templates(files: &[(&str, &str)]) -> Vec<TextFile> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn pages(sections: &[Section], peer: &Peer) -> Vec<TextFile> {
    let mut files = Vec::with_capacity(sections.len() * 2);
    for (lang, code) in LANGUAGES.into_iter().enumerate() {
        let ending = if lang == 0 { peer.original.to_owned() } else { format!(".{code}.md") };
        for section in sections {
            let next = &sections[(section.number + 1) % sections.len()];
            files.push((
                format!("content/{}{ending}", section.slug),
                front_matter(section, peer, lang) + &body(section, next, peer, lang),
            ));
        }
        for group in sections.chunks(SECTIONS_PER_SOURCE) {
            let name = source_name(group[0].number);
            let text: Vec<&str> = group.iter().map(|section| section.evidence.as_str()).collect();
            let template = if peer.data == "extra" { "template: source.html\n" } else { "" };
            files.push((
                format!("content/source/{name}{ending}"),
                format!("---\ntitle: {name}\n{template}---\n{}", text.concat()),
            ));
        }
    }
    files
}

fn front_matter(section: &Section, peer: &Peer, lang: usize) -> String {
    let topic = |tag: usize| if lang == 0 { TOPICS[tag].zh.to_owned() } else { topic_id(tag) };
    let tags = format!("{}, {}", topic(section.tags[0]), topic(section.tags[1]));
    let (title, summary) = if lang == 0 {
        (format!("{}{}年公报", section.place[0], section.year), "经济、就业、环境和学校")
    } else {
        let title = format!("Bulletin of {} for {}", section.place[1], section.year);
        (title, "Economy, jobs, environment and schools")
    };
    let mut text = format!(
        "---\ntitle: {title}\ndescription: {summary}\ndate: {}\n{}{}:\n  source: {}\n  place: {}\n  \
         period: \"{}\"\n  figures:\n",
        day(section),
        peer.tags.replace("TAGS", &tags),
        peer.data,
        source_name(section.number),
        section.place[lang],
        section.year,
    );
    for figure in &section.figures {
        let share = if figure.name == "air" { figure.value[0].trim_end_matches('%') } else { "" };
        text.push_str(&format!(
            "    {}:\n      id: {}-{}\n      value: {}\n      label: {}\n      quote: {}\n      share: \"{share}\"\n",
            figure.name, section.id, figure.name, figure.value[lang], figure.label[lang], figure.quote,
        ));
    }
    text.push_str("---\n");
    text
}

fn body(section: &Section, next: &Section, peer: &Peer, lang: usize) -> String {
    let suffix = if lang == 1 && peer.original == ".md" { ".en" } else { "" };
    let address = format!("{}{}{suffix}{}", peer.link[0], next.slug, peer.link[1]);
    let text = section.body[lang].replace("{{next}}", &address);
    text.replace("[[", peer.reference[0]).replace("]]", peer.reference[1])
}
