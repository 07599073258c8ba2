//! What is wrong with the arguments, in the language of messages.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::words::Words;

/// A message and a hint for arguments that cannot be understood.
pub(crate) fn explain(error: &clap::Error, words: &Words) -> (String, String) {
    let name = |kind| context(error, kind);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => {
            let name = name(ContextKind::InvalidArg);
            match name.starts_with('-') {
                true => words.fill("usage-unknown-argument", &[("name", &name)]),
                false => words.fill("usage-unexpected", &[("name", &name)]),
            }
        }
        ErrorKind::InvalidSubcommand => {
            words.fill("usage-unknown-command", &[("name", &name(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::InvalidValue => invalid_value(error, words),
        ErrorKind::MissingRequiredArgument => {
            words.fill("usage-missing", &[("name", &name(ContextKind::InvalidArg))])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.get("usage-no-command").to_owned()
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (name(ContextKind::InvalidArg), name(ContextKind::PriorArg));
            match one == other {
                true => words.fill("usage-twice", &[("name", &one)]),
                false => words.fill("usage-conflict", &[("one", &one), ("other", &other)]),
            }
        }
        // Whatever is left says it in clap's own words, without its frame.
        _ => first_line(&error.to_string()),
    };
    (message, hint(error, words))
}

fn invalid_value(error: &clap::Error, words: &Words) -> String {
    let value = context(error, ContextKind::InvalidValue);
    let name = context(error, ContextKind::InvalidArg);
    match value.is_empty() {
        true => words.fill("usage-no-value", &[("name", &name)]),
        false => words.fill("usage-invalid-value", &[("name", &name), ("value", &value)]),
    }
}

/// The nearest valid choice, or all of them, or where to read on.
fn hint(error: &clap::Error, words: &Words) -> String {
    let suggestions =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let nearest = suggestions.into_iter().map(|kind| context(error, kind)).find(|s| !s.is_empty());
    if let Some(nearest) = nearest {
        return words.fill("usage-nearest", &[("name", &nearest)]);
    }
    let valid = [ContextKind::ValidValue, ContextKind::ValidSubcommand];
    let choices = valid.into_iter().map(|kind| context(error, kind)).find(|list| !list.is_empty());
    match choices {
        Some(list) => words.fill("usage-choices", &[("list", &list)]),
        None => words.get("usage-read-help").to_owned(),
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    }
}

fn first_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}
