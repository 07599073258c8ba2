//! The theme's templates: loading them, filling them in, and saying where one is wrong.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind, Kwargs, State, Tera, Value};

use super::files::ThemeFiles;
use super::guard::guarded;
use super::strings::Strings;
use crate::diag::{Diagnostic, Sink};
use crate::lang::{Bilingual, Lang};

/// Loads every template of the theme, for each language with its words. Each broken file of the site
/// is reported and replaced by the embedded one, so that one run reports them all.
pub(super) fn load(
    files: &mut ThemeFiles<'_>,
    strings: &Bilingual<Arc<Strings>>,
    sink: &mut Sink,
) -> Option<Bilingual<Tera>> {
    loop {
        let mut tera = Tera::default();
        register(&mut tera, strings.get(Lang::Zh));
        let templates: BTreeMap<String, String> = files
            .below("templates/")
            .map(|(name, file)| (name.to_owned(), file.text().to_owned()))
            .collect();
        let added = match guarded(|| tera.add_raw_templates(&templates)) {
            Ok(added) => added,
            Err(crash) => {
                sink.push(files.crash("templates/", "base.html", &crash));
                return None;
            }
        };
        match added {
            Ok(()) => {
                let mut both = Bilingual { zh: tera.clone(), en: tera };
                for lang in Lang::ALL {
                    let tera = both.get_mut(lang);
                    register(tera, strings.get(lang));
                    tera.global_context().insert("t", &strings.get(lang).words());
                }
                return Some(both);
            }
            Err(error) => {
                let found = explain(files, &error, "");
                let broken = found.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
                found.into_iter().for_each(|(_, diagnostic)| sink.push(diagnostic));
                let restored = broken.iter().filter(|path| files.restore(path)).count();
                if restored == 0 {
                    return None;
                }
            }
        }
    }
}

/// The functions that templates have: `say(key=…, …)` and `count(key=…, count=…)`.
fn register(tera: &mut Tera, strings: &Arc<Strings>) {
    let words = Arc::clone(strings);
    tera.register_function("say", move |arguments: Kwargs, _: &State<'_>| {
        let key = known(&words, &arguments)?;
        let values: Vec<(String, String)> = arguments
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), printed(value))))
            .collect();
        let borrowed: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok::<String, Error>(words.say(&key, &borrowed))
    });
    let words = Arc::clone(strings);
    tera.register_function("count", move |arguments: Kwargs, _: &State<'_>| {
        let key = known(&words, &arguments)?;
        let count = arguments.must_get::<u64>("count")?;
        Ok::<String, Error>(words.count(&key, usize::try_from(count).unwrap_or(usize::MAX)))
    });
}

fn printed(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn known(strings: &Strings, arguments: &Kwargs) -> Result<String, Error> {
    let key = arguments.must_get::<String>("key")?;
    if strings.has(&key) {
        Ok(key)
    } else {
        Err(Error::message(format!("no phrase `{key}` in strings/")))
    }
}

/// What went wrong in which of the theme's files; `template` names the one being filled in.
pub(super) fn explain(
    files: &ThemeFiles<'_>,
    error: &Error,
    template: &str,
) -> Vec<(String, Diagnostic)> {
    let place = |name: &str| format!("templates/{name}");
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let path = place(report.filename());
            let message = text!("theme-error.template", file = &path, message = report.message());
            let diagnostic = files.mistake_in(&path, report.span().range.clone(), message);
            vec![(path, diagnostic)]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![general(files, place(tpl), &error.to_string())]
        }
        ErrorKind::MissingParent { current, .. } => {
            vec![general(files, place(current), &error.to_string())]
        }
        _ => located(files, &error.to_string())
            .unwrap_or_else(|| vec![general(files, place(template), &error.to_string())]),
    }
}

fn general(files: &ThemeFiles<'_>, path: String, message: &str) -> (String, Diagnostic) {
    let text = text!("theme-error.template", file = &path, message = message);
    let diagnostic = files.mistake(&path, 1, text);
    (path, diagnostic)
}

/// Tera validates names across templates and reports all mistakes in one text, each as
/// `error: MESSAGE` and `--> FILE:LINE:COLUMN`; there is no typed form of it.
fn located(files: &ThemeFiles<'_>, report: &str) -> Option<Vec<(String, Diagnostic)>> {
    let mut found = Vec::new();
    let mut message = "";
    for line in report.lines() {
        if let Some(text) = line.strip_prefix("error: ") {
            message = text;
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let mut parts = place.rsplitn(3, ':');
            let (_column, number, name) = (parts.next()?, parts.next()?, parts.next()?);
            let path = format!("templates/{name}");
            let text = text!("theme-error.template", file = &path, message = message);
            let diagnostic = files.mistake(&path, number.parse().ok()?, text);
            found.push((path, diagnostic));
        }
    }
    (!found.is_empty()).then_some(found)
}
