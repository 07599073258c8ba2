//! A theme: templates, styles, words and files that are copied as they are.
//!
//! The default theme is part of the program. A file in the site's own `themes/NAME/` takes the
//! place of the embedded one. What is wrong in a theme is reported at its file and line.

mod files;
mod fonts;
mod guard;
mod manifest;
mod options;
mod page;
mod skeleton;
mod strings;
mod styles;
mod templates;

pub(crate) use strings::Strings;

use std::sync::{Arc, OnceLock};

use tera::{Context, Tera};

use super::OutputFile;
use super::font::Letters;
use super::outline::{MARK, Tracer, View};
use super::pages::Assembled;
use super::view::SiteView;
use crate::diag::{Diagnostic, Sink, Span, Text};
use crate::lang::{Bilingual, Lang};
use crate::source::shape::did_you_mean;
use crate::source::{Config, Files};
use files::ThemeFiles;
use fonts::Font;
use guard::guarded;
use manifest::Manifest;
use page::PageBytes;
use skeleton::Skeletons;

/// The theme that was meant, or all there are.
fn known_themes(files: &Files, written: &str) -> Text {
    let own = files.below("themes/").filter_map(|(_, file)| file.path.split('/').nth(1));
    let mut names: Vec<&str> = own.chain(["default"]).collect();
    names.sort_unstable();
    names.dedup();
    did_you_mean(written, names.iter().copied())
        .unwrap_or_else(|| text!("theme-error.known", names = names.join(", ")))
}

/// A theme, ready to fill in pages.
pub struct Theme<'a> {
    files: ThemeFiles<'a>,
    templates: Bilingual<Tera>,
    /// What the templates make of shapes; none for templates of a site's own.
    skeletons: Option<Bilingual<Skeletons>>,
    /// The theme's words.
    pub(crate) strings: Bilingual<Arc<Strings>>,
    /// The style sheet and the files that are copied.
    pub(crate) assets: Vec<OutputFile>,
    fonts: Vec<Font<'a>>,
    /// The characters that stand in the styles, and those that always do.
    letters: Letters,
    /// Whether the styles set small letters as capitals.
    has_capitals: bool,
    whole_fonts: OnceLock<Vec<OutputFile>>,
}

impl<'a> Theme<'a> {
    /// Loads the theme that the site names, reporting every mistake in it.
    pub fn load(files: &'a Files, config: &Config, sink: &mut Sink) -> Option<Self> {
        let mut theme = ThemeFiles::of_site(files, &config.theme);
        if config.theme != "default" && !theme.is_overridden() {
            let message = text!("theme-error.unknown", name = &config.theme);
            let mut diagnostic = theme.mistake("theme.yaml", 1, message);
            diagnostic.span = config.theme_span.or(config.file.map(Span::whole));
            sink.push(diagnostic.hint(known_themes(files, &config.theme)));
            return None;
        }
        let manifest = Manifest::load(&theme, config, sink);
        let made = styles::Made::new(&manifest);
        let with_styles = theme.clone();
        let mut of_styles = Sink::new();
        let (css, (strings, templates)) = rayon::join(
            || styles::compile(&with_styles, &made, config.file, &mut of_styles),
            || {
                let strings = strings::load(&theme, sink).map(Arc::new);
                let templates = templates::load(&mut theme, &strings, sink);
                (strings, templates)
            },
        );
        sink.extend(of_styles);
        let (templates, css) = (templates?, css?);
        let mut letters = Letters::new();
        letters.add_styles(&css);
        let has_capitals = css.contains("uppercase") || css.contains("small-caps");
        let bytes = css.into_bytes();
        let mut assets = vec![OutputFile { path: "assets/site.css".to_owned(), bytes }];
        assets.extend(theme.below("static/").map(|(name, file)| OutputFile {
            path: format!("assets/{name}"),
            bytes: file.bytes.to_vec(),
        }));
        let fonts = manifest.fonts;
        let mut theme = Theme {
            files: theme,
            templates,
            skeletons: None,
            strings,
            assets,
            fonts,
            letters,
            has_capitals,
            whole_fonts: OnceLock::new(),
        };
        theme.share(&super::site_view(config));
        Some(theme)
    }

    /// Hands over what all pages of a language share.
    fn share(&mut self, site: &Bilingual<SiteView>) {
        let mut is_plain = self.files.are_embedded("templates/");
        for lang in Lang::ALL {
            self.templates.get_mut(lang).global_context().insert("site", site.get(lang));
            // A mark in what all pages say would be taken for a hole.
            let marked = |words: &str| words.contains(MARK.0);
            is_plain &= !self.strings.get(lang).contains(MARK.0);
            is_plain &= !marked(&site.get(lang).value().to_string());
        }
        self.skeletons = is_plain.then(|| Bilingual::from_fn(|_| Skeletons::default()));
    }

    /// Fills in a template; a mistake in it is reported once per place.
    pub(super) fn fill(
        &self,
        lang: Lang,
        assembled: &Assembled,
        sink: &mut Sink,
    ) -> Option<String> {
        if let Ok(Some(page)) = guarded(|| self.fill_shape(lang, assembled)) {
            return Some(page);
        }
        let Assembled { template, page: about, view, .. } = assembled;
        let mut context = Context::new();
        context.insert_value("page", about.value());
        context.insert_value(about.kind, view.value());
        let tera = self.templates.get(lang);
        let mut page = PageBytes::new(page::LONGEST);
        match guarded(|| tera.render_to(template, &context, &mut page)) {
            // Templates write nothing but text; a page without any lacks all that it owes.
            Ok(Ok(())) => return Some(String::from_utf8(page.into_bytes()).unwrap_or_default()),
            Ok(Err(_)) if page.is_full => {
                let file = format!("templates/{template}");
                let limit = page::LONGEST >> 20;
                let message = text!("theme-error.endless", file = file, limit = limit.to_string());
                let found = self.mistake(template, message);
                sink.push(found.hint(text!("theme-error.endless-hint")));
            }
            Ok(Err(error)) => {
                for (_, diagnostic) in templates::explain(&self.files, &error, template) {
                    sink.push(diagnostic);
                }
            }
            Err(crash) => sink.push(self.files.crash("templates/", template, &crash)),
        }
        None
    }

    /// A page from the skeleton of its shape, where there can be one.
    fn fill_shape(&self, lang: Lang, assembled: &Assembled) -> Option<String> {
        let skeletons = self.skeletons.as_ref()?.get(lang);
        let about = &assembled.page;
        let mut tracer = Tracer::new(assembled.template, about.kind);
        about.trace("page", &mut tracer).ok()?;
        assembled.view.trace(about.kind, &mut tracer).ok()?;
        let (outline, texts) = tracer.finish();
        let mut page = String::with_capacity(3 * texts.len() + (8 << 10));
        skeletons.fill(self.templates.get(lang), &outline, &texts, &mut page).ok()?;
        Some(page)
    }

    /// A mistake in what a page template makes of its view, at the template: of the site's own files
    /// the page's or else the first.
    pub(crate) fn mistake(&self, template: &str, message: Text) -> Diagnostic {
        self.files.mistake_near("templates/", template, message)
    }

    /// Whether one of the theme's own files has this path.
    pub(super) fn has_asset(&self, path: &str) -> bool {
        self.assets.iter().any(|asset| asset.path == path)
    }

    /// The characters that the styles show; none where the theme has no fonts.
    pub(super) fn letters(&self) -> Option<Letters> {
        (!self.fonts.is_empty()).then(|| {
            let mut letters = self.letters.clone();
            letters.leave_out(|codes| self.fonts.iter().all(|font| font.is_idle(&codes)));
            letters
        })
    }

    /// The theme's fonts with every character that they have, for pages that are made one by one.
    pub(super) fn whole_fonts(&self) -> &[OutputFile] {
        self.whole_fonts.get_or_init(|| self.fonts(Letters::every(), &mut Sink::new()))
    }

    /// The theme's fonts with these characters, and their licences.
    pub(super) fn fonts(&self, mut letters: Letters, sink: &mut Sink) -> Vec<OutputFile> {
        if self.has_capitals {
            letters.add_capitals();
        }
        let mut files: Vec<OutputFile> = Vec::new();
        for file in self.fonts.iter().flat_map(|font| font.files(&self.files, &letters, sink)) {
            // Fonts may have one licence.
            if files.iter().all(|other| other.path != file.path) {
                files.push(file);
            }
        }
        files
    }
}
