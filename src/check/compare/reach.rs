//! Whether a number is what something came to, by how much it changed, or what it began with: 增至210家
//! is no increase by 210, 减少五分之二 leaves more than two fifths, and 103% of a plan is not 103% more.

use crate::check::prose::{Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::Kind;

/// What a number says of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Reach {
    /// What it came to, or a part of what it is compared with: 增至, rose to, 90 percent of.
    Level,
    /// By how much it changed: 增加, rose by.
    Change,
    /// What it began with: 由36种, up from.
    Start,
}

/// Words of a change in Chinese; with 至 or 到 behind them a level follows.
const CHANGES_ZH: [&str; 36] = [
    "降价", "涨价", "缩小", "缩减", "萎缩", "增", "升", "降", "减", "涨", "跌", "提高", "提升",
    "上升", "下降", "增加", "增长", "减少", "降低", "下滑", "上涨", "下跌", "缩短", "扩大", "上调",
    "下调", "回落", "压缩", "恢复", "骤降", "猛增", "激增", "锐减", "大增", "大涨", "大跌",
];
/// Words of a comparison directly before what it comes to: 比上年多6个, 短约五分之一.
const COMPARED_ZH: [&str; 8] = ["高", "低", "多", "少", "长", "短", "高出", "低了"];
/// Words that only end like one of these.
const UNCOMPARED_ZH: [&str; 10] =
    ["至少", "最少", "不少", "多少", "最多", "至多", "最高", "最低", "最长", "最短"];
/// What a share is of where it tells a level: 恢复到2019年同期的九成, 年度计划的103%.
const BASES_ZH: [&str; 16] = [
    "基准",
    "基线",
    "年",
    "月",
    "年度",
    "期",
    "前",
    "计划",
    "目标",
    "预算",
    "预算数",
    "水平",
    "峰值",
    "原来",
    "常年",
    "平均",
];
/// Words that say that it was reached.
const SHARES_ZH: [&str; 13] =
    ["恢复", "相当", "达", "至", "到", "只有", "仅有", "完成", "为", "是", "不足", "不到", "仅"];
/// What makes a change of what is reached: 新增装机达到3000万千瓦.
const CHANGING_ZH: [char; 7] = ['增', '升', '降', '减', '涨', '跌', '新'];
/// Rates of a change: what these come to is a change of something else.
const RATES_ZH: [&str; 6] = ["增速", "增幅", "降幅", "涨幅", "跌幅", "增长率"];
/// The bases in English, in the words behind “of”.
const BASES_EN: [&str; 20] = [
    "level", "size", "figure", "peak", "price", "capacity", "plan", "target", "budget", "normal",
    "average", "former", "what", "that", "year", "pre-", "previous", "before", "19", "20",
];
/// The beginnings of words of a change in English.
const CHANGES_EN: [&str; 47] = [
    "bring",
    "up by",
    "down by",
    "rise",
    "rising",
    "rose",
    "grow",
    "grew",
    "increas",
    "climb",
    "jump",
    "soar",
    "surg",
    "expand",
    "fall",
    "fell",
    "drop",
    "declin",
    "decreas",
    "reduc",
    "cut",
    "shr",
    "slip",
    "lower",
    "rais",
    "shorten",
    "going up",
    "went up",
    "going down",
    "went down",
    "dip",
    "slid",
    "boost",
    "taking",
    "plung",
    "plummet",
    "tumbl",
    "leap",
    "leapt",
    "rocket",
    "sank",
    "exceed",
    "risen",
    "came down",
    "come down",
    "brought down",
    "trim",
];
/// Words of a change directly before its number.
const DIRECT_EN: [&str; 22] = [
    " rose",
    " fell",
    " grew",
    "dropped",
    "declined",
    "increased",
    "decreased",
    "climbed",
    "jumped",
    "slipped",
    "shrank",
    "plunged",
    "gained",
    "increase of",
    "rise of",
    "drop of",
    "fall of",
    "decline of",
    "decrease of",
    "growth of",
    "gain of",
    "reduction of",
];
/// Words directly behind the number of a change.
const COMPARED_EN: [&str; 11] = [
    " less", " more", " fewer", " higher", " lower", " faster", " slower", " cheaper", " above",
    " below", " off the",
];
/// Words of a clause in which “of” does not lead to what a share is of: cut 10 percent of its staff.
const TAKEN_EN: [&str; 8] = ["los", "shed", "sav", "wip", "eliminat", "remov", "laid off", "wast"];
/// Words in a clause behind which “to” leads to a rate of change, which Chinese gives as the change.
const RATES_EN: [&str; 5] = ["growth", "rate", "pace", "increase of", "speed"];
/// Words that may stand between the word of a change and its number.
const HEDGES_ZH: [&str; 8] = ["近", "约", "超过", "超", "逾", "不足", "不到", "了"];
const HEDGES_EN: [&str; 16] = [
    "an average of",
    "about",
    "around",
    "nearly",
    "almost",
    "more than",
    "over",
    "some",
    "roughly",
    "just",
    "under",
    "less than",
    "only",
    "between",
    "a record",
    "a record high of",
];
/// How far before “to” and “by” the word of the change may stand, in characters.
const NEAR: (usize, usize) = (32, 100);

/// What each passage says of one number, where they say different things.
pub(super) fn differing(
    original: (&Passage, usize),
    translation: (&Passage, usize),
) -> Option<[Reach; 2]> {
    let here = reach(original.0, original.1)?;
    let there = reach(translation.0, translation.1)?;
    // 增速升至12% is “grew 12 percent”.
    let is_growth = || {
        is_rate(original) && is_direct(translation) || is_rate(translation) && is_direct(original)
    };
    (here != there && !is_growth()).then_some([here, there])
}

/// Whether the clause before a number speaks of the rate of a change.
fn is_rate((passage, index): (&Passage, usize)) -> bool {
    let clause = clause_in_chinese(&passage.text[..passage.numbers[index].range.start]);
    RATES_ZH.iter().any(|word| clause.contains(word))
}

/// The last clause of a Chinese text, so far as it is near.
fn clause_in_chinese(head: &str) -> &str {
    let near = last_letters(head, NEAR.0);
    near.rsplit(['，', '；', '。', '、', ',', ';']).next().unwrap_or_default()
}

/// Whether a number stands directly behind the verb of its change.
fn is_direct((passage, index): (&Passage, usize)) -> bool {
    let near = last_letters(&passage.text[..passage.numbers[index].range.start], NEAR.0);
    let head = near.to_ascii_lowercase();
    let head = without(head.trim_end(), &HEDGES_EN);
    DIRECT_EN.iter().any(|word| head.ends_with(word))
        || matches!(last_clause(head).trim(), "up" | "down")
}

/// What a passage says of one number, where it says any.
pub(super) fn reach(passage: &Passage, index: usize) -> Option<Reach> {
    let number = &passage.numbers[index];
    let kind = number.quantity.kind;
    if number.is_silent || kind == Kind::Multiple {
        return None;
    }
    let head = passage.text.get(..number.range.start)?;
    let behind = passage.text.get(number.range.end..)?;
    let is_share = matches!(kind, Kind::Percent | Kind::Fraction);
    match passage.lang {
        Lang::Zh => in_chinese(head, behind, is_share),
        Lang::En => in_english(head, behind, is_share),
    }
}

fn in_chinese(head: &str, behind: &str, is_share: bool) -> Option<Reach> {
    let head = without(head, &HEDGES_ZH);
    let clause = clause_in_chinese(head);
    let changes = |head: &str| CHANGES_ZH.iter().any(|word| head.ends_with(word));
    if let Some(verb) = head.strip_suffix(['至', '到']) {
        // 增长达到30% is a growth.
        let reaches = verb.ends_with('达') && !clause.contains(CHANGING_ZH);
        return (changes(verb) || reaches).then_some(Reach::Level);
    }
    if let Some(verb) = head.strip_suffix('为') {
        // A single character may end another word, and “增长为5%” is a growth.
        let is_level = ["缩短", "降", "下降", "减", "减少", "压缩", "提高", "调整"];
        return is_level.iter().any(|word| verb.ends_with(word)).then_some(Reach::Level);
    }
    let compares = clause.contains(['比', '较'])
        && COMPARED_ZH.iter().any(|word| clause.ends_with(word))
        && !UNCOMPARED_ZH.iter().any(|word| clause.ends_with(word));
    if compares || CHANGES_ZH.iter().any(|word| word.len() > 3 && head.ends_with(word)) {
        return Some(Reach::Change);
    }
    if clause.ends_with(['由', '从']) {
        let next: String = behind.chars().take(8).collect();
        let led = next.split(['，', '。', '、', '；']).next()?;
        return ["至", "到", "为"].iter().any(|word| led.contains(word)).then_some(Reach::Start);
    }
    let base = clause.strip_suffix('的').filter(|_| is_share)?;
    let is_base = BASES_ZH.iter().any(|word| base.ends_with(word));
    let is_reached = SHARES_ZH.iter().any(|word| base.contains(word));
    // 高于十年前的48%: that was the level then.
    let is_compared = base.contains(['于', '由', '从', '比', '较', '超']);
    (is_base && is_reached && !is_compared).then_some(Reach::Level)
}

fn in_english(head: &str, behind: &str, is_share: bool) -> Option<Reach> {
    if COMPARED_EN.iter().any(|word| behind.starts_with(word)) {
        return Some(Reach::Change);
    }
    let near = last_letters(head, NEAR.1 + 24).to_ascii_lowercase();
    let clause = last_clause(&near);
    let says = |words: &[&str], text: &str| {
        words.iter().any(|word| {
            text.match_indices(word).any(|(at, _)| !text[..at].ends_with(char::is_alphabetic))
        })
    };
    if is_share && let Some(base) = behind.strip_prefix(" of ") {
        let base: String = base.chars().take(NEAR.0).collect();
        let is_base = says(&BASES_EN, base.split([',', ';']).next()?) && !base.starts_with("a ");
        let is_taken = says(&CHANGES_EN, clause) || says(&TAKEN_EN, clause);
        if is_base && !is_taken && !clause.trim_start().starts_with("or ") {
            return Some(Reach::Level);
        }
    }
    let clause = without(clause.trim_end(), &HEDGES_EN);
    // “up $5.6 trillion” in a clause of its own.
    if DIRECT_EN.iter().any(|word| clause.ends_with(word)) || matches!(clause.trim(), "up" | "down")
    {
        return Some(Reach::Change);
    }
    let (verb, reach) = match clause.rsplit_once(' ').unwrap_or(("", clause)) {
        (verb, "to") => (last_letters(verb, NEAR.0), Reach::Level),
        (verb, "by") if [" up", " down"].iter().any(|word| verb.ends_with(word)) => {
            return Some(Reach::Change);
        }
        // “cut the risk of stroke, heart attack or death by a fifth”
        (verb, "by")
            if (verb.contains(" or ") || verb.contains(" and ")) && !verb.ends_with("ed") =>
        {
            let sentence = near.rsplit([';', '.', ':', '(']).next()?;
            (sentence, Reach::Change)
        }
        (verb, "by") => (verb, Reach::Change),
        ("up" | "down", "from") => return Some(Reach::Start),
        (verb, "from") if [" up", " down"].iter().any(|word| verb.ends_with(word)) => {
            return Some(Reach::Start);
        }
        _ => return None,
    };
    let is_rate = reach == Reach::Level && is_share && says(&RATES_EN, verb);
    (says(&CHANGES_EN, verb) && !is_rate && !verb.ends_with("compared")).then_some(reach)
}

/// What follows the last mark of a text that ends a clause; one inside of 4.5 or 1,000 ends none.
fn last_clause(text: &str) -> &str {
    let ends = |(at, _): &(usize, &str)| {
        let is_digit = |letter: char| letter.is_ascii_digit();
        !text[..*at].ends_with(is_digit) || !text[at + 1..].starts_with(is_digit)
    };
    let last = text.rmatch_indices([',', ';', '.', ':', '(']).find(ends);
    last.map_or(text, |(at, _)| &text[at + 1..])
}

/// A text without some words at its end.
fn without<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let mut rest = text;
    while let Some(shorter) = words.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter.trim_end();
    }
    rest
}
