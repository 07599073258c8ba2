//! The page for addresses that do not exist. It is shown at any depth, so its links are full ones.

use super::Content;
use crate::lang::Lang;
use crate::render::jsonld;
use crate::render::scope::Scope;
use crate::render::view::{NotFoundView, SwitchView};
use crate::site::{Page, encode};

pub(super) fn content(scope: &Scope<'_>) -> Content {
    let home = |lang: Lang| {
        let base = scope.site.config.base_url.as_deref()?;
        let title = scope.site.config.title.get(lang);
        Some(SwitchView {
            lang: lang.tag(),
            name: lang.endonym(),
            title: title.clone().into(),
            locale: scope.strings.get(lang).phrase("og-locale"),
            href: format!("{base}{}", encode(&scope.path(Page::Home(1), lang))).into(),
        })
    };
    let homes = [scope.lang, scope.lang.other()].into_iter().filter_map(home).collect();
    let name = scope.say("missing", &[]);
    Content {
        kind: "missing",
        template: "pages/missing.html",
        duties: Vec::new(),
        view: Box::new(NotFoundView { homes }),
        json_ld: jsonld::page(scope, &name, &name),
        description: name.clone(),
        name,
    }
}
