//! Whether a translation keeps what the words around a number say about its exactness.

use std::ops::Range;

use super::excuse::holds;
use super::grade::RATIO;
use super::pair::Pairing;
use super::words::BESIDE;
use crate::check::prose::{Number, Passage, last_letters};
use crate::lang::Lang;
use crate::quantity::Hedge::{self, About, Nearly, Over, Under};
use crate::quantity::Unit;

/// Whether a hedge was dropped, turned or invented between two numbers of the same value.
pub(super) fn is_lost(pairing: &Pairing<'_>, original: usize, translation: usize) -> bool {
    let one = &pairing.original.numbers[original];
    let other = &pairing.translation.numbers[translation];
    if one.is_silent || other.is_silent {
        return false;
    }
    let (here, there) = (one.quantity.hedge, other.quantity.hedge);
    // “below 6:1” and 6∶1以下.
    if let Some(hedge) = hedge_of_ratio(pairing.original, original)
        && Some(hedge) == hedge_of_ratio(pairing.translation, translation)
    {
        return false;
    }
    match (here, there) {
        (None, None | Some(About)) => false,
        (Some(Over), None)
            if pairing.original.lang == Lang::En
                && (is_span_of_time(one) || lasts(pairing.original, one)) =>
        {
            false
        }
        // “spread over 14 islands” says where.
        (Some(Over), None) if is_spread(pairing.original, one) => false,
        (None, Some(Over))
            if is_spread(pairing.translation, other) || lasts(pairing.translation, other) =>
        {
            false
        }
        (Some(About), None) if is_estimated(pairing, one, other) => false,
        // 上百条 is a hundred or so, and more.
        (Some(Over), Some(About)) if is_up_to(pairing.original, one) => false,
        // 不低于1亿元、不超过2亿元 is “between RMB 100 million and RMB 200 million”.
        (Some(Over | Under), None) if is_end_of_range(pairing.translation, other) => false,
        // “over three years” is in the course of them: 三年内.
        (Some(Over), Some(_))
            if pairing.original.lang == Lang::En
                && is_span_of_time(one)
                && is_over(pairing.original, one) =>
        {
            false
        }
        (Some(Under), None) if is_span_of_time(one) && ends_inside(pairing.original, one) => false,
        // “pushed futures up to $3.48” and 涨至每磅3.48美元.
        (Some(Under), None) if is_reached(pairing.original, one, pairing.translation, other) => {
            false
        }
        (None, Some(Under)) if is_reached(pairing.translation, other, pairing.original, one) => {
            false
        }
        // “near 116 degrees east” says where, not how much.
        (None, Some(Nearly)) | (Some(Nearly | About), None) if is_direction(one) => false,
        (Some(hedge), None) => {
            !is_filler(pairing.original, one)
                && !says(pairing.translation, other, hedge)
                && !is_said_of_another(pairing, other, hedge)
        }
        (None, Some(hedge)) => !is_span_of_time(other) && !says(pairing.original, one, hedge),
        (Some(Over), Some(About)) => !is_filler(pairing.translation, other),
        (Some(About), Some(Over)) => !is_filler(pairing.original, one),
        (Some(hedge), Some(said)) => !is_near(hedge, said),
    }
}

/// The hedge of the ratio that a number belongs to, whichever of its parts has it: 6∶1以下.
fn hedge_of_ratio(passage: &Passage, index: usize) -> Option<Hedge> {
    let joined = |one: &Number, other: &Number| {
        let between = passage.text.get(one.range.end..other.range.start);
        between.and_then(|it| it.strip_prefix(RATIO)) == Some("")
    };
    let start = index.saturating_sub(1);
    let parts = passage.numbers.get(start..)?.windows(2).take(index - start + 1);
    let mut parts = parts.filter(|pair| joined(&pair[0], &pair[1]));
    parts.find_map(|pair| pair[0].quantity.hedge.or(pair[1].quantity.hedge))
}

fn is_up_to(passage: &Passage, number: &Number) -> bool {
    passage.lang == Lang::Zh
        && (passage.words(number).starts_with('上')
            || passage.text[..number.range.start].ends_with('上'))
}

fn is_spread(passage: &Passage, number: &Number) -> bool {
    const ACROSS: [&str; 5] = ["spread", "scattered", "strung", "split", "distributed"];
    let head = last_letters(&passage.text[..number.range.start], 24).trim_end();
    let head = head.strip_suffix("over").unwrap_or(head).trim_end().to_ascii_lowercase();
    let is_extent = number.quantity.unit.is_some_and(Unit::measures_matter);
    ACROSS.iter().any(|word| head.ends_with(word))
        || is_extent
            && is_over(passage, number)
            && ["extend", "stretch"].iter().any(|word| head.contains(word))
}

/// Whether “up to” says what something came to, as the Chinese does.
fn is_reached(english: &Passage, number: &Number, chinese: &Passage, same: &Number) -> bool {
    const RISES: [&str; 7] = ["涨至", "升至", "高至", "增至", "涨到", "升到", "高到"];
    const VERBS: [&str; 10] =
        ["push", "drive", "drove", "rise", "rose", "go ", "went", "lift", "climb", "move"];
    const LIMITS: [&str; 3] = [" to", " by", " of"];
    let head = last_letters(&english.text[..number.range.start], LONGEST_CLAUSE).trim_end();
    let Some(head) = head.strip_suffix("up to").filter(|_| chinese.lang == Lang::Zh) else {
        return false;
    };
    let clause = head.rsplit([',', '.', ';']).next().unwrap_or_default();
    let near = last_letters(&chinese.text[..same.range.start], 5);
    VERBS.iter().any(|verb| holds(clause, verb, Lang::En))
        && !LIMITS.iter().any(|word| head.trim_end().ends_with(word))
        && RISES.iter().any(|word| near.contains(word))
}

/// Whether “over” itself stands before a number.
fn is_over(passage: &Passage, number: &Number) -> bool {
    let head = passage.text[..number.range.start].trim_end();
    head.ends_with("over") || head.ends_with("Over")
}

/// Whether the translation has the number once more, with no partner, and the hedge there: 2小时00分35秒
/// is the first time below 2小时01分.
fn is_said_of_another(pairing: &Pairing<'_>, number: &Number, hedge: Hedge) -> bool {
    let numbers = pairing.translation.numbers.iter().zip(&pairing.backward);
    let mut free = numbers.filter(|(_, partner)| partner.is_none()).map(|(number, _)| number);
    free.any(|it| {
        let (here, there) = (&it.quantity, &number.quantity);
        here.value == there.value
            && here.unit == there.unit
            && (here.hedge == Some(hedge) || says(pairing.translation, it, hedge))
    })
}

/// “saving an estimated $500 million” and 预计每年可节省5亿美元.
fn is_estimated(pairing: &Pairing<'_>, one: &Number, other: &Number) -> bool {
    let head = |passage: &Passage, number: &Number, letters: usize| {
        last_letters(&passage.text[..number.range.start], letters).to_ascii_lowercase()
    };
    let near = head(pairing.translation, other, LONGEST_CLAUSE);
    let clause = near.rsplit(['，', '；', '。']).next().unwrap_or_default();
    pairing.original.lang == Lang::En
        && head(pairing.original, one, 12).trim_end().ends_with("estimated")
        && ["预计", "估计", "预估", "测算"].iter().any(|word| clause.contains(word))
}

/// Whether a number is one of two behind “between”.
fn is_end_of_range(passage: &Passage, number: &Number) -> bool {
    let first = |number: &Number| {
        last_letters(&passage.text[..number.range.start], 12)
            .to_ascii_lowercase()
            .ends_with("between ")
    };
    let place = passage.numbers.iter().position(|it| it.range == number.range);
    let before = place.and_then(|place| passage.numbers.get(place.checked_sub(1)?));
    passage.lang == Lang::En
        && (first(number)
            || before.is_some_and(|before| {
                let between = passage.text.get(before.range.end..number.range.start);
                first(before) && between.is_some_and(|it| it.trim() == "and")
            }))
}

/// “over two weekends” is a length of time as well.
fn lasts(passage: &Passage, number: &Number) -> bool {
    let behind = &passage.text[number.range.end..];
    let spans = [" round", " weekend", " season", " night", " session", " game", " match", " term"];
    is_over(passage, number) && spans.iter().any(|word| behind.starts_with(word))
}

/// 24小时内, which is “in a 24-hour period”.
fn ends_inside(passage: &Passage, number: &Number) -> bool {
    passage.text[number.range.end..].starts_with(['内', '內'])
}

fn is_direction(number: &Number) -> bool {
    number.quantity.unit.is_some_and(|unit| unit.id() == "degree")
}

/// “some 3,000 people”, which says hardly more than “3,000 people”.
fn is_filler(passage: &Passage, number: &Number) -> bool {
    let before = &passage.text[before_of(passage, number)];
    number.quantity.hedge == Some(About) && holds(before, "some", passage.lang)
}

/// Whether a translator may use one hedge for another: what lies below stays below.
fn is_near(original: Hedge, translation: Hedge) -> bool {
    original == translation
        || matches!((original, translation), (Nearly, About | Under) | (About | Under, Nearly))
}

/// “over 10 years” is a length of time as well as a hedge.
fn is_span_of_time(number: &Number) -> bool {
    const TIMES: [&str; 8] =
        ["year", "quarter", "month", "week", "day", "hour", "working-day", "minute"];
    number.quantity.unit.is_some_and(|unit| TIMES.contains(&unit.id()))
}

/// Whether the words beside a number can stand for a hedge.
fn says(passage: &Passage, number: &Number, hedge: Hedge) -> bool {
    let Some(beside) = BESIDE.iter().find(|beside| beside.hedge == hedge) else { return false };
    let (before, after) = beside.words(passage.lang);
    let holds_any = |range: Range<usize>, words: &[&str]| {
        let text = passage.text.get(range).unwrap_or_default();
        words.iter().any(|word| holds(text, word, passage.lang))
    };
    let inside = number.range.clone();
    holds_any(before_of(passage, number), before)
        || is_said_of_clause(passage, number, hedge)
        || holds_any(after_of(passage, number), after)
        || holds_any(inside, after)
}

/// Words at the beginning of a clause that say how exact the number at its end is: 约占全世界食物产量的
/// 三分之一, 几乎是上一年度6.4亿美元的两倍, “capping insulin costs at $35”.
fn is_said_of_clause(passage: &Passage, number: &Number, hedge: Hedge) -> bool {
    let words: &[&str] = match (passage.lang, hedge) {
        (Lang::Zh, About) => {
            &["约占", "约为", "约是", "约合", "约相当", "约等", "大约", "左右", "据估计", "估计"]
        }
        (Lang::Zh, Nearly) => &["接近", "几乎", "差不多", "略低于", "略少于", "稍低于"],
        (Lang::Zh, Over) => &["超过", "不止", "高于", "至少", "最少", "最低", "起码"],
        (Lang::Zh, Under) => &[
            "不到", "不及", "不足", "低于", "跑进", "游进", "最高", "最多", "最长", "最深", "最远",
        ],
        (Lang::En, Under) => &[
            "capp", "cap ", "caps ", "limit", "held to", "held at", "hold to", "kept to", "kept at",
        ],
        (Lang::En, _) => return false,
    };
    let head = &passage.text[..number.range.start];
    let near = last_letters(head, LONGEST_CLAUSE);
    let clause = near.rsplit(['，', '；', '。', ',', ';']).next().unwrap_or_default();
    let sentence = near.rsplit('。').next().unwrap_or_default();
    words.iter().any(|word| holds(clause, word, passage.lang))
        || hedge == About && sentence.contains("据估计")
        // 最大风力13级，风速每秒38米: “winds of up to”.
        || hedge == Under && LARGEST_ZH.iter().any(|word| sentence.contains(word))
}

/// What makes “up to” of the numbers of its sentence.
const LARGEST_ZH: [&str; 4] = ["最大", "最高", "最强", "最多"];

/// How far before a number a clause is read, in characters.
const LONGEST_CLAUSE: usize = 40;

/// How many characters beside a number are looked at.
fn reach(lang: Lang) -> (usize, usize) {
    match lang {
        Lang::Zh => (7, 4),
        Lang::En => (24, 16),
    }
}

/// What stands before a number in its clause, up to the number before it.
fn before_of(passage: &Passage, number: &Number) -> Range<usize> {
    let end = number.range.start;
    let floor = ranges(passage).map(|other| other.end).filter(|at| *at <= end).max();
    let floor = floor.unwrap_or_default();
    let start = passage.text[floor..end]
        .char_indices()
        .rev()
        .take(reach(passage.lang).0)
        .take_while(|(_, letter)| !ends_clause(*letter))
        .last()
        .map_or(end, |(at, _)| floor + at);
    start..end
}

/// What stands after a number in its clause, up to the next number.
fn after_of(passage: &Passage, number: &Number) -> Range<usize> {
    let start = number.range.end;
    let ceiling = ranges(passage).map(|other| other.start).filter(|at| *at >= start).min();
    let ceiling = ceiling.unwrap_or(passage.text.len());
    let end = passage.text[start..ceiling]
        .char_indices()
        .take(reach(passage.lang).1)
        .take_while(|(_, letter)| !ends_clause(*letter))
        .last()
        .map_or(start, |(at, letter)| start + at + letter.len_utf8());
    start..end
}

/// Where numbers, dates and names stand.
fn ranges(passage: &Passage) -> impl Iterator<Item = &Range<usize>> {
    let numbers = passage.numbers.iter().map(|number| &number.range);
    numbers.chain(passage.others.iter().map(|other| &other.range))
}

fn ends_clause(letter: char) -> bool {
    matches!(
        letter,
        '，' | ',' | '。' | '；' | ';' | '、' | '：' | ':' | '\n' | '？' | '！' | '?' | '!'
    )
}
