//! Keys that an author wrote in Chinese.

/// What an author may call a key, and the keys that may be meant; the first that fits is.
const NAMES: &[(&str, &[&str])] = &[
    ("标题", &["title", "label"]),
    ("题目", &["title"]),
    ("摘要", &["summary", "description"]),
    ("简介", &["summary", "description"]),
    ("描述", &["description", "summary"]),
    ("数字", &["figures", "value"]),
    ("值", &["value"]),
    ("数值", &["value"]),
    ("标签", &["label", "tags"]),
    ("名称", &["label", "title", "name"]),
    ("引文", &["quote"]),
    ("引用", &["quote"]),
    ("原文", &["quote"]),
    ("算式", &["derive"]),
    ("公式", &["derive"]),
    ("显示", &["show", "display"]),
    ("来源", &["source"]),
    ("出处", &["source"]),
    ("单位", &["unit"]),
    ("形式", &["form"]),
    ("图形", &["form"]),
    ("头条", &["headline"]),
    ("时期", &["period"]),
    ("时间", &["period", "date"]),
    ("地点", &["place"]),
    ("地区", &["place"]),
    ("备注", &["note"]),
    ("说明", &["note", "description", "summary"]),
    ("日期", &["date"]),
    ("顺序", &["order"]),
    ("语言", &["languages", "language"]),
    ("主题", &["theme"]),
    ("作者", &["author", "authors"]),
    ("发布者", &["publisher"]),
    ("网址", &["url", "base_url"]),
];

/// Whether a word is a name that an author may give a key.
pub(super) fn is_chinese_key(word: &str) -> bool {
    NAMES.iter().any(|(name, _)| *name == word)
}

/// The one of the known keys that a Chinese word means.
pub(super) fn meant<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let (_, keys) = NAMES.iter().find(|(name, _)| *name == word)?;
    keys.iter().find_map(|key| known.clone().find(|known| known == key))
}
