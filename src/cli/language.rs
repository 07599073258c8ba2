//! The language of messages: `--lang`, then the locale, then the site's original.

use std::ffi::OsString;
use std::path::Path;

use shushuo::diag::Sink;
use shushuo::lang::Lang;
use shushuo::source::{Config, Contents, File, Files, read_text};

/// The variables that name the locale of messages, the strongest first (POSIX).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the user's environment asks for; `None` when it does not say.
pub(crate) fn from_environment() -> Option<Lang> {
    from_locale(|name| std::env::var(name).ok())
}

/// The language of the first variable that is set; the C locale names none.
fn from_locale(read: impl Fn(&str) -> Option<String>) -> Option<Lang> {
    let locale = VARIABLES.iter().filter_map(|name| read(name)).find(|value| !value.is_empty())?;
    let language = locale.split(['_', '.', '@', '-']).next().unwrap_or(&locale);
    match language.to_ascii_lowercase().as_str() {
        "c" | "posix" => None,
        "zh" => Some(Lang::Zh),
        _ => Some(Lang::En),
    }
}

/// The language for help and for mistakes in the arguments, before these are understood.
pub(crate) fn from_arguments(arguments: &[OsString]) -> Option<Lang> {
    let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = arguments.next() {
        let value = match argument.strip_prefix("--lang") {
            Some("") => arguments.next(),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        if let Some(lang) = value.and_then(Lang::from_code) {
            return Some(lang);
        }
    }
    None
}

/// The original of the site in a folder; `None` where there is no site.
pub(crate) fn of_site(folder: &Path) -> Option<Lang> {
    let text = read_text(&folder.join("site.yaml")).ok()?;
    let file = File { path: "site.yaml".to_owned(), contents: Contents::Text(text) };
    Some(Config::parse(&Files::new(vec![file]), &mut Sink::new()).original)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(set: &[(&str, &str)]) -> Option<Lang> {
        from_locale(|name| set.iter().find(|(known, _)| *known == name).map(|(_, v)| (*v).into()))
    }

    #[test]
    fn the_locale_says_the_language() {
        assert_eq!(locale(&[("LANG", "zh_CN.UTF-8")]), Some(Lang::Zh));
        assert_eq!(locale(&[("LANG", "zh")]), Some(Lang::Zh));
        assert_eq!(locale(&[("LANG", "zh-Hant_TW")]), Some(Lang::Zh));
        assert_eq!(locale(&[("LANG", "en_GB.UTF-8")]), Some(Lang::En));
        assert_eq!(locale(&[("LANG", "de_DE")]), Some(Lang::En));
    }

    #[test]
    fn the_c_locale_says_nothing() {
        for set in [&[("LANG", "C.UTF-8")][..], &[("LANG", "POSIX")], &[("LC_ALL", "C")], &[]] {
            assert_eq!(locale(set), None, "{set:?}");
        }
    }

    #[test]
    fn the_strongest_variable_that_is_set_counts() {
        assert_eq!(locale(&[("LC_ALL", "en_US"), ("LANG", "zh_CN")]), Some(Lang::En));
        assert_eq!(locale(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_CN")]), Some(Lang::Zh));
    }

    #[test]
    fn the_arguments_say_it_before_they_are_parsed() {
        let of =
            |line: &str| from_arguments(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert_eq!(of("shushuo build --lang zh"), Some(Lang::Zh));
        assert_eq!(of("shushuo --lang=en --help"), Some(Lang::En));
        assert_eq!(of("shushuo --lang fr"), None);
        assert_eq!(of("shushuo --language zh"), None);
    }
}
