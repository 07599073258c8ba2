//! A small site by hand, for the tests of this module.

use std::sync::Arc;

use crate::check::{Report, Use};
use crate::content::{Body, Document, FrontMatter, Role, Slot, SlotKind};
use crate::diag::{FileId, Sink, Span, Spanned};
use crate::figure::{Derived, Figure, Figures, Form, Place, Quote, Source, Status};
use crate::lang::{Bilingual, Lang};
use crate::quantity::{Kind, Printed, Quantity};
use crate::render::{OutputFile, Theme, collected, render_each};
use crate::site::{Section, Site, Tag};
use crate::source::{Config, Contents, File, Files, Publish};

const TEXT: &str = "标题\n\n图书馆接待读者384万人,其中少儿\n\n读者144万人。与此无关的一句话。\
                    办结率达100%。另有3个问题。";

fn span() -> Span {
    Span::whole(FileId(0))
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned { value, span: span() }
}

fn quantity(kind: Kind, value: &str) -> Quantity {
    let value = value.parse().unwrap();
    Quantity { value, unit: None, kind, hedge: None, trend: None, precision: 0, scale: 0 }
}

fn figure(id: &str, quantity: Quantity, zh: (&str, &str), en: (&str, &str)) -> Figure {
    let printed = |(number, unit): (&str, &str), gap: &str| Printed {
        number: number.into(),
        unit: unit.into(),
        text: format!("{number}{gap}{unit}"),
    };
    Figure {
        id: id.into(),
        section: 0,
        span: span(),
        quantity: Some(quantity),
        written: format!("{}{}", zh.0, zh.1),
        printed: Bilingual { zh: printed(zh, ""), en: printed(en, "\u{a0}") },
        label: Bilingual {
            zh: format!("{id}的<标签>"), en: format!("the <label> of {id} (标签)")
        },
        quote: None,
        source: Some(0),
        form: Form::Numeral,
        with: Vec::new(),
        headline: None,
        period: Bilingual { zh: Some("2022年".into()), en: Some("2022".into()) },
        dates: None,
        place: Bilingual::default(),
        note: Bilingual::default(),
        baseline: Bilingual::default(),
        direction: None,
        derived: None,
        status: Status::Found,
        allow: Vec::new(),
    }
}

fn quoted(figure: Figure, quote: &str, number: &str) -> Figure {
    let start = quote.find(number).unwrap();
    let place = TEXT.find(quote).or_else(|| TEXT.find(number)).unwrap();
    let inside = TEXT.find(number).unwrap();
    Figure {
        quote: Some(Quote {
            text: quote.into(),
            span: span(),
            number: Some(start..start + number.len()),
            outcome: crate::figure::Outcome::Found,
            places: vec![Place {
                quote: place..inside + number.len(),
                number: inside..inside + number.len(),
            }],
            cut: None,
        }),
        ..figure
    }
}

fn figures() -> Figures {
    let readers = figure(
        "readers",
        quantity(Kind::Quantity, "3840000"),
        ("384", "万人"),
        ("3.84", "million people"),
    );
    let readers = Figure {
        headline: Some(1),
        form: Form::Parts,
        with: vec![1],
        ..quoted(readers, "接待读者384万人", "384万人")
    };
    let young = figure(
        "young",
        quantity(Kind::Quantity, "1440000"),
        ("144", "万人"),
        ("1.44", "million people"),
    );
    let young = quoted(young, "读者144万人", "144万人");
    let rate = figure("rate", quantity(Kind::Percent, "100"), ("100", "%"), ("100", "%"));
    let rate = Figure { form: Form::Ring, ..quoted(rate, "办结率达100%", "100%") };
    let share = figure("share", quantity(Kind::Percent, "37.5"), ("37.5", "%"), ("37.5", "%"));
    let share = Figure {
        status: Status::Derived,
        derived: Some(Derived {
            formula: "young / readers".into(),
            inputs: vec![1, 0],
            result: "0.375".parse().unwrap(),
        }),
        ..share
    };
    [readers, young, rate, share]
        .into_iter()
        .map(|figure| (figure.id.clone(), Arc::new(figure)))
        .collect()
}

fn document(lang: Lang, slug: &str, role: Role, html: &str, slots: Vec<Slot>) -> Document {
    let chunks = html.match_indices("</p>").scan(0, |start, (at, end)| {
        let range = *start..at + end.len();
        *start = range.end;
        Some(range)
    });
    Document {
        file: FileId(0),
        path: format!("content/{slug}.{}.md", lang.code()),
        slug: slug.into(),
        lang,
        role,
        front: Arc::new(FrontMatter {
            title: spanned(format!("{slug} & {}", lang.code())),
            summary: None,
            order: None,
            source: None,
            date: None,
            tags: Vec::new(),
            period: None,
            place: None,
            figures: Vec::new(),
            has_lost_figures: false,
            span: span(),
        }),
        body: Body { html: html.into(), slots, chunks: chunks.collect(), ..Body::default() },
    }
}

/// A site of one section with four figures, and a section that exists in Chinese only.
pub(super) fn site() -> Site {
    let slot = |at, id: &str| Slot {
        at,
        span: span(),
        kind: SlotKind::Figure { id: id.into(), words: None },
    };
    let section = |slug: &str, html: &str, slots: Vec<Slot>| {
        Bilingual::from_fn(|lang| {
            Some(Arc::new(document(lang, slug, Role::Section, html, slots.clone())))
        })
    };
    let work = section("work", "<p>甲</p><p>乙</p>", vec![slot(3, "rate"), slot(13, "young")]);
    let alone = Bilingual { en: None, ..section("alone", "<p>丙</p>", vec![]) };
    let tag = Tag { id: "one".into(), label: Bilingual::same("一".into()), sections: vec![0] };
    Site {
        unread: Default::default(),
        slugs: [("work".to_owned(), 0), ("alone".to_owned(), 1)].into(),
        config: Config {
            title: Bilingual { zh: "站名".into(), en: "Site".into() },
            base_url: Some("https://example.org/a/".into()),
            ..Config::default()
        },
        home: Bilingual::default(),
        methods: Bilingual::default(),
        sections: vec![
            Section {
                slug: "work".into(),
                documents: work,
                figures: vec![0, 1, 2, 3],
                tags: vec!["one".into()],
            },
            Section { slug: "alone".into(), documents: alone, figures: vec![], tags: vec![] },
        ],
        figures: Arc::new(figures()),
        sources: vec![Arc::new(Source {
            name: "report".into(),
            file: None,
            text: TEXT.into(),
            lang: Lang::Zh,
            title: Bilingual { zh: "报告".into(), en: "Report".into() },
            publisher: Bilingual::default(),
            authors: Bilingual::same(Some("记者".into())),
            date: Some("2023-01-06".into()),
            url: None,
            note: Bilingual::default(),
            publish: Publish::Windows,
            mentions: Vec::new(),
        })],
        tags: [("one".into(), tag)].into(),
        assets: Vec::new(),
    }
}

/// A figure of the site, to change.
pub(super) fn figure_mut<'s>(site: &'s mut Site, id: &str) -> &'s mut Figure {
    Arc::make_mut(&mut Arc::make_mut(&mut site.figures)[id])
}

/// What the checks would say about it.
pub(super) fn report() -> Report {
    Report { uses: vec![vec![Use::Unused]], ..Report::default() }
}

/// The files of a theme of the site's own.
pub(super) fn theme(files: &[(&str, &str)]) -> Files {
    let file = |(path, text): &(&str, &str)| File {
        path: format!("themes/default/{path}"),
        contents: Contents::Text((*text).into()),
    };
    Files::new(files.iter().map(file).collect())
}

/// Every file of the built site, sorted by path.
pub(super) fn render(
    site: &Site,
    files: &Files,
    report: &Report,
    sink: &mut Sink,
) -> Vec<OutputFile> {
    let Some(theme) = Theme::load(files, &site.config, sink) else { return Vec::new() };
    collected(|put| drop(render_each(site, files, report, &theme, sink, &put)))
}

/// The site rendered with a theme's files laid over the default one.
pub(super) fn rendered(files: &[(&str, &str)]) -> (Vec<OutputFile>, Sink) {
    let mut sink = Sink::new();
    let output = render(&site(), &theme(files), &report(), &mut sink);
    (output, sink)
}
