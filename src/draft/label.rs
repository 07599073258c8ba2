//! Labels proposed from the words around a number.

use std::ops::Range;

use crate::figure::Source;
use crate::lang::{Bilingual, Lang};
use crate::quantity::{Mention, Unit};

/// Words that lead from what is counted to its number.
const LEADING_TO_NUMBER: Bilingual<&[&str]> = Bilingual {
    zh: &[
        "提升至",
        "提高到",
        "上升到",
        "增加到",
        "增至",
        "升至",
        "降至",
        "首次",
        "实现",
        "达到",
        "超过",
        "突破",
        "不足",
        "累计",
        "共有",
        "惠及",
        "涉及",
        "将近",
        "大约",
        "接近",
        "达",
        "为",
        "共",
        "已",
        "了",
        "近",
        "约",
        "超",
        "逾",
        "是",
        "有",
        "至",
        "到",
        "的",
        "仅",
        "计",
        "由",
        "从",
    ],
    en: &[
        "to",
        "of",
        "by",
        "was",
        "were",
        "is",
        "are",
        "reached",
        "totalled",
        "totaled",
        "about",
        "nearly",
        "over",
        "under",
        "some",
        "around",
        "at",
        "a",
        "an",
        "the",
        "with",
        "and",
        "has",
        "have",
        "had",
        "for",
        "than",
        "more",
        "less",
        "only",
        "in",
        "up",
        "came",
        "stood",
        "rose",
        "grew",
        "fell",
        "increased",
        "decreased",
    ],
};

/// Words at the beginning of a clause that only tie it to the one before.
const TIES: Bilingual<&[&str]> = Bilingual {
    zh: &[
        "并",
        "特别是",
        "面对",
        "其中包括",
        "且",
        "和",
        "以及",
        "及",
        "也",
        "还",
        "而",
        "则",
        "的",
        "余",
        "多",
        "左右",
        "以上",
    ],
    en: &["and", "but", "while", "with", "of", "which", "or", "in", "the"],
};

/// Words behind which a list goes on: what stands before belongs to another number.
const LISTING: Bilingual<&[&str]> =
    Bilingual { zh: &["、", "和", "及", "与"], en: &[" and", "&"] };

/// The shortest and longest label, and the shortest that stands before other words, in characters.
const LENGTHS: Bilingual<(usize, usize, usize)> = Bilingual { zh: (2, 26, 3), en: (3, 80, 5) };

/// Words that only say which way something went.
const TRENDS: Bilingual<&[&str]> = Bilingual {
    zh: &["增长", "下降", "上升", "减少", "增加", "提高", "提升", "降低", "缩短", "延长", "扩大"],
    en: &["up", "down"],
};

/// Words before a trend that say what it is measured against, or for how long it lasts.
const MEASURES: Bilingual<&[&str]> =
    Bilingual { zh: &["比上年", "较上年", "比去年", "同比", "连续"], en: &[] };

/// Words behind a trend that lead to where it ends: 增加到97项.
const ARRIVALS: Bilingual<&[&str]> = Bilingual { zh: &["到", "至"], en: &[] };

/// Whether a label says which way something went, but not what.
pub(super) fn is_trend(label: &str, lang: Lang) -> bool {
    let label = label.to_lowercase();
    let strip = |words: &[&str], label: &str, cut: fn(&str, &str) -> Option<String>| {
        words.iter().find_map(|word| cut(label, word)).unwrap_or_else(|| label.to_owned())
    };
    let bare = strip(MEASURES.get(lang), &label, |label, word| {
        label.strip_prefix(word).map(str::to_owned)
    });
    let bare =
        strip(ARRIVALS.get(lang), &bare, |label, word| label.strip_suffix(word).map(str::to_owned));
    TRENDS.get(lang).contains(&bare.as_str())
}

/// The label of a change, from the label of what changed.
pub(super) fn of_change(what: &str, trend: &str, lang: Lang) -> Option<String> {
    let gap = match lang {
        Lang::Zh => "",
        Lang::En => ", ",
    };
    label(&format!("{}{gap}{}", subject(what, lang), trend.to_lowercase()), lang)
}

/// What a label of a change says has changed: 供水总量 of 供水总量比上年增长.
fn subject(label: &str, lang: Lang) -> &str {
    let ends = label.char_indices().map(|(at, _)| at).skip(1);
    let mut ends = ends.filter(|at| is_trend(&label[*at..], lang));
    ends.next().map_or(label, |at| &label[..at])
}

/// A label from the words before the number, or else behind it, in the clause at `range`; `None`
/// where they name nothing, hold a number themselves, or are in another language than the site.
pub(super) fn propose(
    source: &Source,
    clause: &Range<usize>,
    mention: &Mention,
    original: Lang,
) -> Option<String> {
    if source.lang != original {
        return None;
    }
    let lang = source.lang;
    let at = source.mentions.partition_point(|other| other.range.start < mention.range.start);
    let (before, behind) = source.mentions.split_at(at);
    let is_data = |other: &&Mention| other.quantity.kind.is_data();
    let start = before.iter().rev().find(is_data).map_or(0, |other| other.range.end);
    let next = behind.iter().filter(|other| other.range != mention.range).find(is_data);
    let end = next.map_or(usize::MAX, |other| other.range.start);
    let before = source.text.get(clause.start.max(start)..mention.range.start)?;
    let behind = source.text.get(mention.range.end..clause.end.min(end).max(mention.range.end))?;
    let is_list = start > clause.start
        && LISTING.get(lang).iter().any(|word| before.trim_end().ends_with(word));
    let lead = (!is_list).then(|| lead(before, lang)).flatten();
    let follow = follow(behind, lang);
    let lasts = follow.as_deref().is_some_and(|follow| is_trend(follow, lang));
    if let Some(lead) = lead.as_deref().filter(|lead| lasts && MEASURES.get(lang).contains(lead)) {
        return follow.map(|follow| format!("{lead}{follow}"));
    }
    let counts = mention.quantity.unit.is_some_and(Unit::counts_things);
    let (_, _, telling) = *LENGTHS.get(lang);
    match lead {
        Some(lead) if follow.is_none() || !counts && lead.chars().count() >= telling => Some(lead),
        _ => follow,
    }
}

/// What the words before a number say it counts.
fn lead(words: &str, lang: Lang) -> Option<String> {
    let mut words = unmarked(words);
    if is_trend(untied(words, lang), lang) {
        return label(untied(words, lang), lang);
    }
    while let Some(shorter) = cut_end(words, lang) {
        words = unmarked(shorter);
    }
    label(untied(words, lang), lang)
}

/// What the words behind a number say it counts, up to the next item of a list.
fn follow(words: &str, lang: Lang) -> Option<String> {
    let first = words.split(['、', '(', '（']).next().unwrap_or(words);
    let words = untied(unmarked(first), lang);
    let arrives = lang == Lang::Zh && is_trend(words, lang) && !TRENDS.get(lang).contains(&words);
    if arrives { None } else { label(words.strip_suffix('的').unwrap_or(words), lang) }
}

fn unmarked(words: &str) -> &str {
    words.trim_matches(|letter: char| !letter.is_alphanumeric() && !"“”《》%".contains(letter))
}

fn cut_end(words: &str, lang: Lang) -> Option<&str> {
    LEADING_TO_NUMBER.get(lang).iter().find_map(|word| cut_word_end(words, word, lang))
}

fn cut_word_end<'w>(words: &'w str, word: &str, lang: Lang) -> Option<&'w str> {
    let at = words.len().checked_sub(word.len())?;
    let is_there = words.get(at..)?.eq_ignore_ascii_case(word);
    let is_whole = lang == Lang::Zh || at == 0 || words[..at].ends_with(' ');
    (is_there && is_whole).then(|| &words[..at])
}

fn untied(words: &str, lang: Lang) -> &str {
    let mut words = words;
    while let Some(shorter) = TIES.get(lang).iter().find_map(|tie| {
        let rest = words.get(tie.len()..)?;
        let is_there = words[..tie.len()].eq_ignore_ascii_case(tie);
        let is_whole = lang == Lang::Zh || rest.is_empty() || rest.starts_with(' ');
        (is_there && is_whole).then_some(rest)
    }) {
        words = unmarked(shorter);
    }
    words
}

fn label(words: &str, lang: Lang) -> Option<String> {
    let broken = words.split_whitespace();
    let label = match lang {
        Lang::Zh => broken.collect::<String>(),
        Lang::En => capitalised(&broken.collect::<Vec<_>>().join(" ")),
    };
    let (shortest, longest, _) = *LENGTHS.get(lang);
    let fits = (shortest..=longest).contains(&label.chars().count());
    let is_plain = !label.chars().any(char::is_numeric)
        && label.matches('“').count() == label.matches('”').count();
    (fits && is_plain).then_some(label)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{follow, is_trend, lead, of_change};
    use crate::lang::Lang;

    #[test]
    fn a_change_is_named_after_what_changed() {
        for (what, trend, name) in [
            ("供水总量", "增长", "供水总量增长"),
            ("供水总量比上年增长", "连续增长", "供水总量连续增长"),
            ("到场时间", "缩短到", "到场时间缩短到"),
        ] {
            assert!(is_trend(trend, Lang::Zh), "{trend}");
            assert_eq!(of_change(what, trend, Lang::Zh).as_deref(), Some(name));
        }
        assert_eq!(of_change("Visitors", "Up", Lang::En).as_deref(), Some("Visitors, up"));
        assert!(!is_trend("水厂增加", Lang::Zh));
    }

    #[test]
    fn the_words_before_a_number_name_it() {
        for (words, label) in [
            ("图书馆少儿阅览室接待读者", Some("图书馆少儿阅览室接待读者")),
            ("全镇常住人口达到", Some("全镇常住人口")),
            ("并建成公园共", Some("建成公园")),
            ("达", None),
            ("其中2023年新增", None),
        ] {
            assert_eq!(lead(words, Lang::Zh).as_deref(), label, "{words}");
        }
        for (words, label) in
            [("the number of visitors rose to ", Some("Number of visitors")), ("of which ", None)]
        {
            assert_eq!(lead(words, Lang::En).as_deref(), label, "{words}");
        }
    }

    #[test]
    fn the_words_behind_a_number_name_it_otherwise() {
        assert_eq!(follow("普通高中晋升", Lang::Zh).as_deref(), Some("普通高中晋升"));
        assert_eq!(follow("乡镇、", Lang::Zh).as_deref(), Some("乡镇"));
        assert_eq!(follow("乡镇的", Lang::Zh).as_deref(), Some("乡镇"));
        assert_eq!(follow("增加到", Lang::Zh), None);
        assert_eq!(follow(" found work", Lang::En).as_deref(), Some("Found work"));
        assert_eq!(follow("。", Lang::Zh), None);
    }
}
