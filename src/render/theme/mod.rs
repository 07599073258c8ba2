//! A theme: templates, styles, words and files that are copied as they are.
//!
//! The default theme is part of the program. A file in the site's own `themes/NAME/` takes the
//! place of the embedded one. What is wrong in a theme is reported at its file and line.

mod files;
mod strings;
mod styles;
mod templates;

pub(crate) use strings::Strings;

use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Tera};

use super::OutputFile;
use crate::diag::{Sink, Span};
use crate::lang::{Bilingual, Lang};
use crate::source::{Config, Files, yaml};
use files::ThemeFiles;

/// The version of the contract between program and theme: the structs of [`super::view`].
const CONTRACT: &str = "1";

/// A theme, ready to fill in pages.
pub struct Theme<'a> {
    files: ThemeFiles<'a>,
    templates: Bilingual<Tera>,
    /// The theme's words.
    pub(crate) strings: Bilingual<Arc<Strings>>,
    /// The style sheet and the files that are copied.
    pub(crate) assets: Vec<OutputFile>,
}

impl<'a> Theme<'a> {
    /// Loads the theme that the site names, reporting every mistake in it.
    pub fn load(files: &'a Files, config: &Config, sink: &mut Sink) -> Option<Self> {
        let mut theme = ThemeFiles::of_site(files, &config.theme);
        if config.theme != "default" && !theme.is_overridden() {
            let message = text!("theme-error.unknown", name = &config.theme);
            let span = config.file.map(Span::whole);
            let mut diagnostic = theme.mistake("theme.yaml", 1, message);
            diagnostic.span = span;
            sink.push(diagnostic);
            return None;
        }
        let options = options(&theme, config, sink);
        let css = styles::compile(&theme, &options, config.file, sink);
        let strings = strings::load(&theme, sink).map(Arc::new);
        let zh = templates::load(&mut theme, &strings.zh, sink);
        let en = templates::load(&mut theme, &strings.en, sink);
        let templates = Bilingual { zh: zh?, en: en? };
        let mut assets = vec![OutputFile { path: "assets/site.css".to_owned(), bytes: css? }];
        for folder in ["static/", "fonts/"] {
            assets.extend(theme.below(folder).map(|(name, file)| OutputFile {
                path: format!("assets/{name}"),
                bytes: file.bytes.to_vec(),
            }));
        }
        let mut theme = Theme { files: theme, templates, strings, assets };
        theme.share("site", &super::site_view(config));
        Some(theme)
    }

    /// Hands over what all pages of a language share.
    fn share(&mut self, name: &'static str, values: &Bilingual<impl Serialize>) {
        for lang in Lang::ALL {
            self.templates.get_mut(lang).global_context().insert(name, values.get(lang));
        }
    }

    /// Fills in a template; a mistake in it is reported once per place.
    pub(crate) fn fill(
        &self,
        lang: Lang,
        template: &str,
        context: &Context,
        sink: &mut Sink,
    ) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(32 * 1024);
        match self.templates.get(lang).render_to(template, context, &mut bytes) {
            Ok(()) => Some(bytes),
            Err(error) => {
                for (_, diagnostic) in templates::explain(&self.files, &error, template) {
                    sink.push(diagnostic);
                }
                None
            }
        }
    }
}

/// The theme's options as SCSS variables: the defaults of `theme.yaml`, changed by `site.yaml`.
fn options(theme: &ThemeFiles<'_>, config: &Config, sink: &mut Sink) -> String {
    let Some(file) = theme.get("theme.yaml") else { return String::new() };
    let text = file.text();
    let id = file.file.unwrap_or(crate::diag::FileId(u32::MAX));
    let Some(node) = yaml::parse(id, text, 0..text.len(), sink) else { return String::new() };
    if let Some(contract) = node.text("contract")
        && contract.value != CONTRACT
    {
        let message = text!("theme-error.contract", theirs = contract.value, ours = CONTRACT);
        sink.push(theme.mistake_in("theme.yaml", contract.span.range(), message));
    }
    let known = node.get("options").map_or(&[][..], |options| options.entries());
    let mut scss = String::new();
    for (name, value) in known {
        let standard = value.as_text().map(|text| text.value).unwrap_or_default();
        let value = config.theme_options.get(&name.value).unwrap_or(&standard);
        scss.push_str(&format!("${}: {value};\n", name.value));
    }
    for name in config.theme_options.keys() {
        if !known.iter().any(|(key, _)| key.value == *name) {
            let message = text!("theme-error.option", name = name);
            let mut diagnostic = theme.mistake("theme.yaml", 1, message);
            diagnostic.span = config.file.map(Span::whole);
            sink.push(diagnostic);
        }
    }
    scss
}
