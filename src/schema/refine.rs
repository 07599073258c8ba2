//! What values must be beyond their shape: the rules that the phases behind the parser check.

use crate::content::{MOST_COMPANIONS, MOST_TAGS};
use crate::diag::Code;
use crate::figure::Form;

/// A figure id, as `content` takes it.
pub(super) const FIGURE_ID: &str = "^[a-z][a-z0-9-]{0,79}$";
/// A tag, as `content` takes it.
const TAG: &str = "^[\\p{L}\\p{N}-]+$";
/// An address on the web.
const WEB_ADDRESS: &str = "^[Hh][Tt][Tt][Pp][Ss]?://.+$";

/// What a value, or each key of a map, must be.
#[derive(Debug, Clone)]
pub(super) enum Rule {
    /// The value is one of these words.
    OneOf(Vec<&'static str>),
    /// The value is such a text.
    Pattern(&'static str),
    /// Each key is one of these words.
    KeysOneOf(Vec<&'static str>),
    /// Each key is such a text.
    KeysPattern(&'static str),
    /// `value` and `quote` must be there unless `derive` is.
    ProvenOrDerived,
}

/// The rule for the value at a path, if there is one.
pub(super) fn rule(path: &str) -> Option<Rule> {
    let (schema, key) = path.split_once('/')?;
    Some(match (schema, key) {
        ("front-matter", "figures.*") => Rule::ProvenOrDerived,
        (_, "figures") => Rule::KeysPattern(FIGURE_ID),
        (_, "figures.*.form") => {
            Rule::OneOf(Form::ALL.into_iter().map(|form| form.name()).collect())
        }
        (_, "figures.*.with") => Rule::Pattern(FIGURE_ID),
        (_, "figures.*.allow") | ("site", "checks") => {
            Rule::KeysOneOf(Code::ALL.iter().map(|code| code.name()).collect())
        }
        ("front-matter", "tags") => Rule::Pattern(TAG),
        ("site", "base_url") | ("source", "url") => Rule::Pattern(WEB_ADDRESS),
        _ => return None,
    })
}

/// How many items the list at a path may have, where that is bounded.
pub(super) fn most(path: &str) -> Option<usize> {
    Some(match path {
        "front-matter/tags" => MOST_TAGS,
        "front-matter/figures.*.with" => MOST_COMPANIONS,
        _ => return None,
    })
}

/// What the value at a path is where the key is left out, in YAML; what depends on other keys has
/// words only.
pub(super) fn default(path: &str) -> Option<&'static str> {
    Some(match path {
        "site/languages" => "[zh, en]",
        "site/theme" => "default",
        "site/markdown.html" => "false",
        "source/publish" => "windows",
        _ => return None,
    })
}
