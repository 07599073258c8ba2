//! The two catalogues of messages: the same keys, and in each message the same placeholders.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Each message's key, with the placeholders that it puts in.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// What keeps two catalogues from saying the same things, one sentence each.
pub(crate) fn differences(zh: &str, en: &str) -> Vec<String> {
    let (zh, en) = match (read(zh), read(en)) {
        (Ok(zh), Ok(en)) => (zh, en),
        (zh, en) => return [("zh", zh), ("en", en)].into_iter().filter_map(unreadable).collect(),
    };
    let keys: BTreeSet<_> = zh.keys().chain(en.keys()).collect();
    keys.into_iter()
        .filter_map(|key| match (zh.get(key), en.get(key)) {
            (Some(zh), Some(en)) if zh == en => None,
            (Some(zh), Some(en)) => Some(format!("{key}: zh puts in {zh:?}, en puts in {en:?}")),
            (Some(_), None) => Some(format!("{key}: only in zh")),
            _ => Some(format!("{key}: only in en")),
        })
        .collect()
}

fn unreadable((lang, read): (&str, Result<Messages, String>)) -> Option<String> {
    read.err().map(|error| format!("{lang}: {error}"))
}

fn read(catalogue: &str) -> Result<Messages, String> {
    let value: Value = serde_yaml::from_str(catalogue).map_err(|error| error.to_string())?;
    let mut messages = Messages::new();
    collect(&mut messages, "", &value);
    match value {
        Value::Object(entries) if !entries.is_empty() => Ok(messages),
        _ => Err("not a map of messages".into()),
    }
}

fn collect(messages: &mut Messages, key: &str, value: &Value) {
    let Value::Object(entries) = value else {
        messages.entry(key.to_owned()).or_default().extend(placeholders(value));
        return;
    };
    // Grammatical number differs between the languages; its forms are one message.
    let is_plural = entries.keys().all(|name| name == "one" || name == "other");
    for (name, value) in entries {
        let below = match (is_plural, key) {
            (true, _) => key.to_owned(),
            (false, "") => name.clone(),
            (false, _) => format!("{key}.{name}"),
        };
        collect(messages, &below, value);
    }
}

/// The names between braces; `{{` stands for the character itself.
fn placeholders(value: &Value) -> BTreeSet<String> {
    let text = match value {
        Value::String(text) => text.replace("{{", "").replace("}}", ""),
        other => other.to_string(),
    };
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn equal_catalogues_pass() {
        let zh = "a:\n  message: 找不到 {file}\n  hint: 改\nb: {other: '{count} 个 {{x}}'}\n";
        let en = "a:\n  message: \"{file} not found\"\n  hint: mend\nb: {one: one, other: '{count} of them'}\n";
        assert_eq!(differences(zh, en), [""; 0]);
    }

    #[test]
    fn each_difference_is_told() {
        let zh = "a: 甲 {file}\nb: 乙\nc: 丙\n";
        let en = "a: one {path}\nb: two\nd: four\n";
        let expected =
            [r#"a: zh puts in {"file"}, en puts in {"path"}"#, "c: only in zh", "d: only in en"];
        assert_eq!(differences(zh, en), expected);
        assert_eq!(differences("{}", "a: one"), ["zh: not a map of messages"]);
    }
}
