//! A site of cards at random: every form, labels of 4 to 40 characters, values from 3 to
//! 1,210,207亿元. The same each time.

use std::fmt::Write;

use crate::common::Fixture;

const HAN: &str =
    "乡镇村县道路桥梁学校医院收入教育环境农户企业项目资金人口就业投资建设改造示范新型";
const WORDS: [&str; 14] = [
    "of",
    "rural",
    "roads",
    "and",
    "households",
    "in",
    "responsibility",
    "towns",
    "the",
    "internationally",
    "funds",
    "new",
    "water",
    "infrastructure",
];

/// Numbers that look random and never change (the multiplier and increment are Knuth's MMIX ones).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn between(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    /// A number whose count of digits is random, too.
    fn value(&mut self, digits: u64) -> u64 {
        let most = 10_u64.pow(u32::try_from(self.between(1, digits)).expect("a few digits"));
        self.between(1, most)
    }
}

/// The front matter of both languages, the prose and the source, as they grow.
#[derive(Default)]
struct Pages {
    zh: String,
    en: String,
    prose: String,
    source: String,
    count: usize,
}

impl Pages {
    /// Adds a figure with a label of its own and gives its id.
    fn figure(&mut self, dice: &mut Dice, value: &str, quote: &str, more: &str) -> String {
        self.count += 1;
        let id = format!("figure-{}", self.count);
        let (zh, en) = labels(dice, self.count);
        writeln!(self.zh, "  {id}: {{value: {value}, label: {zh}, quote: {quote}{more}}}")
            .expect("a string takes all");
        let unit = if value.ends_with('个') { ", unit: {one: site, other: sites}" } else { "" };
        let year =
            more.split("period: ").nth(1).map(|year| year.split('年').next().unwrap_or(year));
        let period = year.map(|year| format!(", period: \"{year}\"")).unwrap_or_default();
        writeln!(self.en, "  {id}: {{label: {en}{unit}{period}}}").expect("a string takes all");
        writeln!(self.source, "{quote}。").expect("a string takes all");
        id
    }

    fn card(&mut self, dice: &mut Dice, form: &str, value: &str, quote: &str, more: &str) {
        let form = format!(", form: {form}{more}");
        let id = self.figure(dice, value, quote, &form);
        write!(self.prose, "[[{id}]]{}", if self.count.is_multiple_of(7) { "\n\n" } else { " " })
            .expect("a string takes all");
    }
}

/// A label of 4 to 40 characters in each language, unlike any other.
fn labels(dice: &mut Dice, number: usize) -> (String, String) {
    let letters: Vec<char> = HAN.chars().collect();
    let place = |dice: &mut Dice, count: usize| dice.below(count as u64) as usize;
    let marks: Vec<char> = "甲乙丙丁戊己庚辛壬癸".chars().collect();
    let mut zh = String::from_iter([marks[number / 10 % 10], marks[number % 10]]);
    for _ in 0..dice.between(2, 38) {
        zh.push(letters[place(dice, letters.len())]);
    }
    let letter = |digit: usize| char::from(b'A' + u8::try_from(digit % 26).expect("a letter"));
    let mut en = String::from_iter([letter(number / 26), letter(number)]);
    let length = 4 + place(dice, 37);
    while en.len() < length {
        en.push(' ');
        en.push_str(WORDS[place(dice, WORDS.len())]);
    }
    (zh, en)
}

/// Companions of distinct values and years, and `, with: [...]` for them.
fn companions(pages: &mut Pages, dice: &mut Dice, values: &[String], years: bool) -> String {
    let mut ids = Vec::new();
    for (place, value) in values.iter().enumerate() {
        let quote = format!("另有第{}类{value}", ["甲", "乙", "丙", "丁", "戊"][place]);
        let quote = format!("{quote}，编号{}", label_of(pages.count));
        let period =
            if years { format!(", period: {}年", 1990 + place * 7) } else { String::new() };
        ids.push(pages.figure(dice, value, &quote, &period));
    }
    format!(", with: [{}]", ids.join(", "))
}

/// A run of characters that tells one quote from another without a number in it.
fn label_of(number: usize) -> String {
    let marks: Vec<char> = "子丑寅卯辰巳午未申酉".chars().collect();
    String::from_iter([number / 100, number / 10, number].map(|digit| marks[digit % 10]))
}

/// A site with one section that has `rounds` cards of each form.
pub(crate) fn site(seed: u64, rounds: usize) -> Fixture {
    let (mut dice, mut pages) = (Dice(seed), Pages::default());
    for _ in 0..rounds {
        for form in ["ring", "waffle", "delta", "tally", "streak", "numeral"] {
            let value = match form {
                "ring" | "waffle" => format!("{}.{}%", dice.below(99), dice.between(1, 9999)),
                "delta" => format!("{}%", dice.value(4)),
                "tally" => format!("{}个", dice.between(1, 30)),
                "streak" => format!("{}年", dice.between(2, 30)),
                _ => format!("{}亿元", dice.between(3, 1_210_207)),
            };
            let verb = match form {
                "delta" => "增长",
                "streak" => "连续",
                _ => "达到",
            };
            let quote = format!("{}{verb}{value}", label_of(pages.count));
            pages.card(&mut dice, form, &value, &quote, "");
        }
        for form in ["bars", "parts", "ladder", "timeline"] {
            let count = dice.between(1, 5);
            let unit = if form == "ladder" { "个" } else { "亿元" };
            let mut values: Vec<u64> = (0..count).map(|_| dice.value(7)).collect();
            values.sort_unstable();
            values.dedup();
            let own = values.iter().sum::<u64>() + dice.value(3);
            let values: Vec<String> = values.iter().map(|value| format!("{value}{unit}")).collect();
            let with = companions(&mut pages, &mut dice, &values, form == "timeline");
            let quote = format!("{}共{own}{unit}", label_of(pages.count));
            let period = if form == "timeline" { ", period: 2026年" } else { "" };
            let more = format!("{with}{period}");
            pages.card(&mut dice, form, &format!("{own}{unit}"), &quote, &more);
        }
    }
    let Pages { zh, en, prose, source, .. } = pages;
    let page = |title: &str, figures: &str| {
        format!("---\ntitle: {title}\nfigures:\n{figures}---\n{prose}\n")
    };
    Fixture::new()
        .file("site.yaml", "title: {zh: 随机, en: Random}\nlanguages: [zh, en]\n")
        .file("seeds/report.txt", &source)
        .file("seeds/report.yaml", "title: {zh: 报告, en: Report}\nlanguage: zh\n")
        .file("content/forms.zh.md", &page("随机的图形", &zh))
        .file("content/forms.en.md", &page("Pictures at random", &en))
}
