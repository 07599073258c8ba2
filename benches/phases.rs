//! How long each phase takes on an archive of 200 sections: `cargo bench`.

#[path = "corpus/mod.rs"]
#[allow(dead_code, reason = "the archives for other generators are not needed here")]
mod corpus;

use std::sync::LazyLock;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

use shushuo::check::{self, Report};
use shushuo::content;
use shushuo::diag::Sink;
use shushuo::figure;
use shushuo::lang::Lang;
use shushuo::site::{self, Site};
use shushuo::source::{Config, Contents, File, Files};
use shushuo::{Options, compile_files, quantity, render};

/// Sections in the archive.
const SECTIONS: usize = 200;

fn main() {
    divan::main();
}

/// The archive, taken through every phase once.
struct Archive {
    files: Files,
    config: Config,
    pages: usize,
    site: Site,
    report: Report,
}

static ARCHIVE: LazyLock<Archive> = LazyLock::new(|| {
    let mut sink = Sink::new();
    let files = files();
    let config = Config::parse(&files, &mut sink);
    let content = content::parse(&files, &config, &mut content::Memory::forgetful(), &mut sink);
    let pages = content.documents.len();
    let site = site::assemble(
        content,
        config.clone(),
        &files,
        &mut figure::Memory::forgetful(),
        &mut sink,
    );
    let report = check::check(&site, &files, &mut check::Memory::forgetful(), &mut sink);
    assert_eq!(sink.into_sorted(), [], "the archive is valid");
    Archive { files, config, pages, site, report }
});

fn files() -> Files {
    let written = corpus::site::files(&corpus::sections(SECTIONS, 1));
    let text = |(path, text)| File { path, contents: Contents::Text(text) };
    Files::new(written.into_iter().map(text).collect())
}

/// Every content file, parsed.
fn parsed(archive: &Archive) -> content::Content {
    let memory = &mut content::Memory::forgetful();
    content::parse(&archive.files, &archive.config, memory, &mut Sink::new())
}

/// The text of every source.
fn seeds() -> Vec<&'static str> {
    let seeds = ARCHIVE.files.below("seeds/");
    seeds
        .map(|(_, file)| file)
        .filter(|file| file.path.ends_with(".txt"))
        .map(|file| file.text())
        .collect()
}

/// Every number of the sources' texts.
#[divan::bench]
fn scan(bencher: Bencher<'_, '_>) {
    let texts = seeds();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        texts.iter().map(|text| quantity::scan(black_box(text), Lang::Zh).len()).sum::<usize>()
    });
}

/// Front matter and Markdown of every file.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let archive = &*ARCHIVE;
    bencher.counter(ItemsCount::new(archive.pages)).bench_local(|| parsed(archive));
}

/// The sources read, pairs made, quotes found, values computed.
#[divan::bench]
fn resolve(bencher: Bencher<'_, '_>) {
    let archive = &*ARCHIVE;
    bencher
        .counter(ItemsCount::new(archive.site.figures.len()))
        .with_inputs(|| (parsed(archive), archive.config.clone()))
        .bench_local_values(|(content, config)| {
            let memory = &mut figure::Memory::forgetful();
            site::assemble(content, config, &archive.files, memory, &mut Sink::new())
        });
}

/// The sources alone.
#[divan::bench]
fn sources(bencher: Bencher<'_, '_>) {
    let bytes: usize = seeds().iter().map(|text| text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench_local(|| figure::Memory::forgetful().sources(&ARCHIVE.files, &mut Sink::new()));
}

/// Every rule over the whole site.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let archive = &*ARCHIVE;
    bencher.counter(ItemsCount::new(SECTIONS)).bench_local(|| {
        let memory = &mut check::Memory::forgetful();
        check::check(&archive.site, &archive.files, memory, &mut Sink::new())
    });
}

/// Every page and data file.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let archive = &*ARCHIVE;
    let config = &archive.site.config;
    let theme = render::Theme::load(&archive.files, config, &mut Sink::new());
    let theme = theme.expect("the default theme has no mistake");
    bencher.counter(ItemsCount::new(SECTIONS * 2)).bench_local(|| {
        let put = |_: &str, bytes: &[u8]| {
            black_box(bytes.len());
        };
        let (site, files, report) = (&archive.site, &archive.files, &archive.report);
        render::render_each(site, files, report, &theme, &mut Sink::new(), &put)
    });
}

/// The whole line in memory.
#[divan::bench]
fn compile(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bencher
        .counter(ItemsCount::new(SECTIONS * 2))
        .with_inputs(files)
        .bench_local_values(|files| compile_files(files, &options, Sink::new()).rendered(&options));
}
