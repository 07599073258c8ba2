//! Makes wrong translations from right ones: one fault each, as people and machines make them.

use std::ops::Range;

use shushuo::lang::Lang;
use shushuo::quantity::{Mention, scan};

/// What is wrong with a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    Tenfold,
    Digit,
    Unit,
    Dropped,
    Swapped,
    HedgeDropped,
    HedgeTurned,
    Direction,
    ByHand,
}

impl Fault {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Fault::Tenfold => "ten times too much",
            Fault::Digit => "a wrong digit",
            Fault::Unit => "another unit",
            Fault::Dropped => "a number dropped",
            Fault::Swapped => "two numbers swapped",
            Fault::HedgeDropped => "a hedge dropped",
            Fault::HedgeTurned => "a hedge turned",
            Fault::Direction => "a direction turned",
            Fault::ByHand => "made by hand",
        }
    }
}

/// Units and what they are taken for.
const UNITS: [(&str, &str); 22] = [
    ("US dollars", "yuan"),
    ("US$", "RMB"),
    ("RMB", "US$"),
    ("yuan", "US dollars"),
    ("percentage points", "percent"),
    ("percent", "percentage points"),
    ("kilometres", "metres"),
    ("tonnes", "kilograms"),
    ("kilograms", "tonnes"),
    ("mu", "hectares"),
    ("people", "households"),
    ("households", "people"),
    ("个百分点", "%"),
    ("%", "个百分点"),
    ("美元", "元"),
    ("元", "美元"),
    ("公里", "米"),
    ("公斤", "吨"),
    ("吨", "公斤"),
    ("亩", "公顷"),
    ("人", "户"),
    ("户", "人"),
];

/// Hedges before a number, and their opposites.
const BEFORE: [(&str, &str); 21] = [
    ("more than ", "fewer than "),
    ("fewer than ", "more than "),
    ("over ", "nearly "),
    ("nearly ", "over "),
    ("about ", "over "),
    ("around ", "less than "),
    ("above ", "below "),
    ("at least ", "at most "),
    ("no less than ", "no more than "),
    ("about a ", "over a "),
    ("Nearly ", "Over "),
    ("More than ", "Fewer than "),
    ("不足", "超过"),
    ("超过", "不到"),
    ("突破", "不到"),
    ("近", "超"),
    ("约", "超"),
    ("逾", "近"),
    ("超", "近"),
    ("不低于", "不高于"),
    ("不少于", "不多于"),
];

/// Words that give a change its direction, and their opposites.
const DIRECTIONS: [(&str, &str); 30] = [
    ("up by ", "down by "),
    ("down by ", "up by "),
    (", up ", ", down "),
    (", down ", ", up "),
    ("rose by ", "fell by "),
    ("fell by ", "rose by "),
    ("grew by ", "shrank by "),
    ("went up by ", "went down by "),
    ("an increase of ", "a decrease of "),
    ("a decrease of ", "an increase of "),
    ("increases of ", "decreases of "),
    ("decreases of ", "increases of "),
    (" higher than", " lower than"),
    (" fewer than at", " more than at"),
    (" less than in", " more than in"),
    (" more than in", " less than in"),
    (" above normal", " below normal"),
    ("growth of ", "a fall of "),
    ("rise by ", "fall by "),
    ("was cut by ", "rose by "),
    ("增长", "下降"),
    ("增加", "减少"),
    ("下降", "增长"),
    ("减少", "增加"),
    ("提高", "降低"),
    ("上涨", "下跌"),
    ("偏高", "偏低"),
    ("增至", "减至"),
    ("缩小", "扩大"),
    ("高出", "低"),
];

/// Every wrong version of a right translation.
pub(crate) fn spoiled(original: &str, right: &str, lang: Lang) -> Vec<(Fault, String)> {
    let data = |text, lang| {
        scan(text, lang).into_iter().filter(|mention: &Mention| mention.quantity.kind.is_data())
    };
    let mentions: Vec<Mention> = data(right, lang).collect();
    // Only where the original names a unit can another one be a mistake.
    let measured: Vec<Mention> = data(original, lang.other())
        .filter(|mention| mention.quantity.unit.is_some_and(|unit| !unit.is_counter()))
        .collect();
    let mut wrong = Vec::new();
    for mention in &mentions {
        let range = mention.range.clone();
        let words = &right[range.clone()];
        let mut add = |fault, new: Option<String>| {
            wrong.extend(new.map(|new| (fault, replaced(right, range.clone(), &new))));
        };
        add(Fault::Tenfold, tenfold(words, lang));
        add(Fault::Digit, other_digit(words));
        let value = mention.quantity.value;
        if measured.iter().any(|one| one.quantity.value == value) {
            add(Fault::Unit, other_unit(words));
        }
        // A lone “one” is an article as much as a number.
        add(Fault::Dropped, (mention.quantity.value != 1.into()).then(String::new));
        wrong.extend(without_hedge(right, mention));
    }
    wrong.extend(swapped(right, &mentions));
    wrong.extend(turned(right, &mentions));
    wrong
}

/// Each word of direction beside a number, turned.
fn turned(right: &str, mentions: &[Mention]) -> Vec<(Fault, String)> {
    let mut wrong = Vec::new();
    for (word, opposite) in DIRECTIONS {
        for (at, _) in right.match_indices(word) {
            let place = at..at + word.len();
            let beside = |mention: &Mention| {
                let range = &mention.range;
                range.start == place.end && !word.ends_with("than") || range.end == place.start
            };
            if mentions.iter().any(beside) {
                wrong.push((Fault::Direction, replaced(right, place, opposite)));
            }
        }
    }
    wrong
}

fn replaced(text: &str, range: Range<usize>, new: &str) -> String {
    format!("{}{new}{}", &text[..range.start], &text[range.end..]).replace("  ", " ")
}

fn digits(words: &str) -> Option<Range<usize>> {
    let start = words.find(|letter: char| letter.is_ascii_digit())?;
    let end = words[start..]
        .find(|letter: char| !(letter.is_ascii_digit() || ".,".contains(letter)))
        .map_or(words.len(), |length| start + length);
    Some(start..end)
}

fn tenfold(words: &str, lang: Lang) -> Option<String> {
    let range = digits(words)?;
    let number = words[range.clone()].replace(',', "");
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    let moved = format!("{whole}{}", decimals.get(..1).unwrap_or("0"));
    let whole = moved.trim_start_matches('0');
    let grouped = if lang == Lang::En { grouped(whole) } else { whole.to_owned() };
    let rest = decimals.get(1..).unwrap_or_default();
    let point = if rest.is_empty() { "" } else { "." };
    Some(replaced(words, range, &format!("{grouped}{point}{rest}")))
}

fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if grouped.is_empty() { "0".to_owned() } else { grouped }
}

/// The last digit that is no zero, one higher; a word for a small number, the next one.
fn other_digit(words: &str) -> Option<String> {
    const WORDS: [(&str, &str); 14] = [
        ("two", "three"),
        ("three", "four"),
        ("four", "five"),
        ("five", "six"),
        ("six", "seven"),
        ("eight", "nine"),
        ("nine", "ten"),
        ("ten", "eleven"),
        ("half", "third"),
        ("third", "quarter"),
        ("两", "三"),
        ("三", "四"),
        ("四", "五"),
        ("八", "九"),
    ];
    if let Some(at) = words.rfind(|letter: char| ('1'..='9').contains(&letter)) {
        let digit = match &words[at..=at] {
            "9" => "4",
            "8" => "3",
            other => ["", "2", "3", "4", "5", "6", "7", "8"][other.parse::<usize>().ok()?],
        };
        return Some(replaced(words, at..at + 1, digit));
    }
    let (from, to) = WORDS.into_iter().find(|(word, _)| words.contains(word))?;
    Some(words.replacen(from, to, 1))
}

fn other_unit(words: &str) -> Option<String> {
    let (from, to) = UNITS.into_iter().find(|(unit, _)| words.contains(unit))?;
    Some(words.replacen(from, to, 1))
}

fn without_hedge(right: &str, mention: &Mention) -> Vec<(Fault, String)> {
    let range = &mention.range;
    let Some(_) = mention.quantity.hedge else { return Vec::new() };
    let (head, tail) = (&right[..range.start], &right[range.start..]);
    for (hedge, opposite) in BEFORE {
        if let Some(rest) = head.strip_suffix(hedge) {
            return vec![
                (Fault::HedgeDropped, format!("{rest}{tail}")),
                (Fault::HedgeTurned, format!("{rest}{opposite}{tail}")),
            ];
        }
    }
    Vec::new()
}

/// Each two numbers of one unit in each other's place.
fn swapped(right: &str, mentions: &[Mention]) -> Vec<(Fault, String)> {
    let mut wrong = Vec::new();
    for (index, one) in mentions.iter().enumerate() {
        let alike = mentions[index + 1..].iter().find(|other| {
            let (one, other) = (&one.quantity, &other.quantity);
            one.kind == other.kind && one.unit == other.unit && one.value != other.value
        });
        if let Some(other) = alike {
            let (first, second) = (one.range.clone(), other.range.clone());
            let moved = replaced(right, second.clone(), &right[first.clone()]);
            wrong.push((Fault::Swapped, replaced(&moved, first, &right[second])));
        }
    }
    wrong
}
