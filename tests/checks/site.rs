//! A small site in memory, to change in one place and check.

use shushuo::diag::{Catalog, Diagnostic, Sink};
use shushuo::lang::Lang;
use shushuo::source::{Contents, File, Files};
use shushuo::{Compilation, Options, compile_files};

/// The files of a site on which nothing is found.
const FILES: [(&str, &str); 7] = [
    ("site.yaml", "title: { zh: 小城, en: A town }\nlanguages: [zh, en]\n"),
    (
        "seeds/report.txt",
        "去年新增就业256万人，其中省外就业119万人。\n财政收入近90亿元，增长8%。\n城镇化率提高2.3个百分点。\n",
    ),
    ("seeds/report.yaml", "title: { zh: 年报, en: Annual report }\nlanguage: zh\n"),
    ("content/_home.zh.md", "---\ntitle: 小城\n---\n去年的数字。\n"),
    ("content/_home.en.md", "---\ntitle: A town\n---\nLast year in numbers.\n"),
    (
        "content/jobs.zh.md",
        "---\ntitle: 就业\nfigures:\n  jobs:\n    value: 256万人\n    label: 新增就业\n    \
         quote: 去年新增就业256万人\n---\n去年新增就业[[jobs]]。\n\n财政收入近90亿元。\n",
    ),
    (
        "content/jobs.en.md",
        "---\ntitle: Jobs\nfigures:\n  jobs: { label: People newly in work }\n---\n\
         Last year [[jobs]] found work.\n\nRevenue came to nearly 9 billion yuan.\n",
    ),
];

/// A site to change.
#[derive(Clone)]
pub(crate) struct Town {
    files: Vec<(String, String)>,
}

impl Town {
    /// The site on which nothing is found.
    pub(crate) fn new() -> Town {
        let own = |(path, text): (&str, &str)| (path.to_owned(), text.to_owned());
        Town { files: FILES.into_iter().map(own).collect() }
    }

    /// The site with one file more, or one file changed.
    pub(crate) fn file(mut self, path: &str, text: &str) -> Town {
        self.files.retain(|(known, _)| known != path);
        self.files.push((path.to_owned(), text.to_owned()));
        self
    }

    /// The site without a file.
    pub(crate) fn without(mut self, path: &str) -> Town {
        self.files.retain(|(known, _)| known != path);
        self
    }

    /// The site with some words of a file replaced; they have to be there.
    pub(crate) fn replace(mut self, path: &str, from: &str, to: &str) -> Town {
        let file = self.files.iter_mut().find(|(known, _)| known == path);
        let (_, text) = file.unwrap_or_else(|| panic!("there is no {path}"));
        assert!(text.contains(from), "{path} has no {from}");
        *text = text.replace(from, to);
        self
    }

    /// The site with another body behind the front matter of `jobs` in both languages.
    pub(crate) fn prose(self, zh: &str, en: &str) -> Town {
        self.replace("content/jobs.zh.md", "财政收入近90亿元。", zh).replace(
            "content/jobs.en.md",
            "Revenue came to nearly 9 billion yuan.",
            en,
        )
    }

    /// Runs the whole line over it.
    pub(crate) fn compile(&self) -> Compilation {
        let file = |(path, text): &(String, String)| File {
            path: path.clone(),
            contents: Contents::Text(text.clone()),
        };
        let files = Files::new(self.files.iter().map(file).collect());
        compile_files(files, &Options::default(), Sink::new())
    }

    /// What is found: severity, code and place of each.
    pub(crate) fn findings(&self) -> Vec<String> {
        let compiled = self.compile();
        let findings = compiled.diagnostics.iter();
        findings.map(|found| format!("{} {}", severity(found), place(&compiled, found))).collect()
    }

    /// The message and hints of the only finding, in a language.
    pub(crate) fn only_message(&self, lang: Lang) -> String {
        let compiled = self.compile();
        let [found] = compiled.diagnostics.as_slice() else {
            panic!("not one finding: {:#?}", self.findings());
        };
        let catalog = Catalog::embedded();
        let mut lines = vec![catalog.words(&found.message, lang)];
        lines.extend(found.hints.iter().map(|hint| catalog.words(hint, lang)));
        lines.join("\n")
    }
}

fn severity(found: &Diagnostic) -> String {
    format!("{:?}", found.severity).to_lowercase()
}

fn place(compiled: &Compilation, found: &Diagnostic) -> String {
    let Some(span) = found.span else { return found.code.name().to_owned() };
    let file = compiled.files.get(span.file);
    let marked = file.text().get(span.range()).unwrap_or_default();
    format!("{} {} “{}”", found.code.name(), file.path, marked.lines().next().unwrap_or_default())
}
