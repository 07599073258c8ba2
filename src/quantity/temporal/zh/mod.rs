//! Chinese times, found by the character that ends their number: 月 日 季 世 年 时 点.

mod clock;
mod week;

use std::ops::Range;

use super::{Expression, When, streak};
use crate::quantity::lexicon::numerals::han;
use crate::quantity::scan::han as numeral;

/// What may stand between the ends of a span or the items of a list.
const JOINTS: [char; 12] = ['—', '–', '-', '－', '～', '~', '至', '到', '、', '和', '及', '与'];
/// Words that make a month of what follows no name of a time: 三月饼.
const NO_MONTH: &str = "饼嫂子球亮色季票薪租均息相老";
/// The same for days without a month: 5日均.
const NO_DAY: &str = "均报報产產元本内內语語式益渐期常";
/// The longest year, in bytes: 二〇二三年.
const LONGEST_YEAR: usize = 18;
/// What makes a number of days a length of time.
const LASTING: [&str; 14] = [
    "为期", "历时", "连续", "长达", "达", "满", "近", "约", "每", "共", "超", "过", "不足", "用时",
];
pub(super) fn expressions(text: &str) -> Vec<Expression> {
    let mut reader = Reader { text, found: Vec::new() };
    for (at, character) in text.char_indices() {
        match character {
            '月' => reader.month(at),
            '日' | '号' | '號' => reader.day(at, character),
            '季' => reader.quarter_or_season(at),
            '半' => reader.half(at),
            '后' | '後' => reader.cohort(at),
            '午' | '晚' | '早' => reader.day_part(at, character),
            '世' => reader.century(at),
            '年' => reader.year(at),
            '期' | '拜' | '周' | '週' => reader.weekday(at, character),
            '时' | '時' | '点' | '點' => reader.clock(at, character),
            ':' | '：' => reader.colon(at),
            '五' => reader.plan(at),
            '第' | '续' => reader.streak(at, character),
            _ => {}
        }
    }
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    found: Vec<Expression>,
}

impl Reader<'_> {
    fn push(&mut self, range: Range<usize>, when: When) {
        self.found.push(Expression { range, when });
    }

    /// The whole number that ends at `end`, and where it begins.
    fn number(&self, end: usize) -> Option<(u32, usize)> {
        let head = &self.text[..end];
        let is_numeral =
            |it: char| it.is_ascii_digit() || matches!(it, '０'..='９') || han(it).is_some();
        let digits = head.chars().rev().take(5).take_while(|it| is_numeral(*it));
        let start = end - digits.map(char::len_utf8).sum::<usize>();
        let reading = numeral::read_short(self.text, start).filter(|it| it.end == end)?;
        // 3.5月 has no month 5.
        let whole = head[..start].strip_suffix(['.', ',']);
        let is_decimal = whole.is_some_and(|whole| whole.ends_with(|it: char| it.is_ascii_digit()));
        Some((reading.integer().filter(|_| !is_decimal && reading.scale == 0)?, start))
    }

    fn within(&self, end: usize, range: std::ops::RangeInclusive<u32>) -> Option<(u32, usize)> {
        self.number(end).filter(|(value, _)| range.contains(value))
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    fn behind(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The number in front of a joint that ends at `at`: 9 of `9—` in 9—11月.
    fn joined(&self, at: usize, most: u32) -> Option<(u32, usize)> {
        let joint = self.before(at).filter(|it| JOINTS.contains(it))?;
        self.within(at - joint.len_utf8(), 1..=most)
    }

    /// 农历八月十五 is another calendar's.
    fn is_lunar(&self, start: usize) -> bool {
        ["农历", "農曆", "阴历", "旧历", "农历闰"].iter().any(|it| self.text[..start].ends_with(it))
    }

    fn month(&mut self, at: usize) {
        if let Some(head) = self.text[..at].strip_suffix(['个', '個']) {
            return self.months(head.len(), at);
        }
        // 5、6两月
        let counted = self.text[..at].strip_suffix('两').map_or(at, str::len);
        let Some((month, start)) = self.within(counted, 1..=12) else { return };
        let mut end = at + '月'.len_utf8();
        let behind = self.behind(end);
        if behind.is_some_and(|it| NO_MONTH.contains(it)) || self.is_lunar(start) {
            return;
        }
        if let Some((first, begin)) = self.joined(start, 12)
            && !self.is_lunar(begin)
        {
            self.push(begin..start, When::Month { month: first, third: None });
        }
        let thirds = [("上旬", 1), ("初", 1), ("中旬", 2), ("下旬", 3), ("底", 3), ("末", 3)];
        let third = thirds.iter().find(|(word, _)| self.text[end..].starts_with(word));
        end += third.map_or(0, |(word, _)| word.len());
        self.push(start..end, When::Month { month, third: third.map(|third| third.1) });
    }

    /// 前11个月; but 此前11个月 is a length of time.
    fn months(&mut self, counted: usize, at: usize) {
        let Some((months, start)) = self.within(counted, 1..=12) else { return };
        let Some(head) = self.text[..start].strip_suffix(['前', '头']) else { return };
        if !head.ends_with(['之', '此', '以', '目', '年', '日', '月', '天']) {
            self.push(head.len()..at + '月'.len_utf8(), When::MonthsTo(months));
        }
    }

    /// The month in front of a day's number, and where it begins; it is no longer told by itself.
    fn month_before(&mut self, start: usize) -> Option<(u32, usize)> {
        let last = self.found.last()?;
        match last.when {
            When::Month { month, third: None }
                if self.text[last.range.end..start].trim().is_empty() =>
            {
                let begin = last.range.start;
                self.found.pop();
                Some((month, begin))
            }
            _ => None,
        }
    }

    fn day(&mut self, at: usize, mark: char) {
        let Some((day, start)) = self.within(at, 1..=31) else { return };
        let end = at + mark.len_utf8();
        if let Some((month, begin)) = self.month_before(start) {
            return self.push(begin..end, When::Day { month: Some(month), day });
        }
        if let Some((first, begin)) = self.joined(start, 31) {
            if let Some((month, begin)) = self.month_before(begin) {
                self.push(begin..start, When::Day { month: Some(month), day: first });
                return self.push(start..end, When::Day { month: Some(month), day });
            }
            if mark == '日' && self.is_day(begin, end) {
                self.push(begin..start, When::Day { month: None, day: first });
                self.push(start..end, When::Day { month: None, day });
            }
            return;
        }
        // 5月3日至8日: the month is the last one's.
        let joint = self.before(start).filter(|it| JOINTS.contains(it));
        let last = self
            .found
            .last()
            .filter(|last| joint.is_some_and(|joint| last.range.end == start - joint.len_utf8()));
        let month = match last.map(|last| last.when) {
            Some(When::Day { month, .. }) => month,
            _ => None,
        };
        if mark == '日' && (month.is_some() || self.is_day(start, end)) {
            self.push(start..end, When::Day { month, day });
        }
    }

    /// Whether a number with 日 is a day of a month rather than days.
    fn is_day(&self, start: usize, end: usize) -> bool {
        let lasts = LASTING.iter().any(|word| self.text[..start].ends_with(word));
        let is_word = self.behind(end).is_some_and(|it| NO_DAY.contains(it));
        // 农历八月十五日 was no month.
        let has_digits = self.text[start..].starts_with(|it: char| it.is_ascii_digit());
        has_digits && !lasts && !is_word && self.before(start) != Some('月')
    }

    /// 连续9年, 第五天.
    fn streak(&mut self, at: usize, mark: char) {
        let is_streak = self.before(at) == Some('连');
        let found = match mark {
            '续' if is_streak => streak::in_chinese(self.text, at + mark.len_utf8(), true),
            '第' if !self.text[..at].ends_with("连续") => {
                streak::in_chinese(self.text, at, false)
            }
            _ => None,
        };
        self.found.extend(found);
    }

    fn quarter_or_season(&mut self, at: usize) {
        const SEASONS: [char; 4] = ['春', '夏', '秋', '冬'];
        let before = self.before(at);
        match (1..).zip(SEASONS).find(|(_, season)| Some(*season) == before) {
            Some((season, name)) => {
                let range = at - name.len_utf8()..at + '季'.len_utf8();
                self.push(range, When::Season(season));
            }
            None => self.quarter(at),
        }
    }

    fn quarter(&mut self, at: usize) {
        let rest = &self.text[at..];
        if !rest.starts_with("季度") {
            return;
        }
        let counted = self.text[..at].strip_suffix('个').map_or(at, str::len);
        let Some((quarter, start)) = self.within(counted, 1..=4) else { return };
        let head = &self.text[..start];
        let is_to = head.ends_with(['前', '头']);
        if counted < at && !is_to {
            return;
        }
        let end = at + "季度".len();
        if is_to {
            return self.push(
                start - '前'.len_utf8()..end,
                When::Quarter { number: quarter, is_up_to: true },
            );
        }
        let start = head.strip_suffix('第').map_or(start, str::len);
        if let Some((first, begin)) = self.joined(start, 4) {
            self.push(begin..start, When::Quarter { number: first, is_up_to: false });
        }
        self.push(start..end, When::Quarter { number: quarter, is_up_to: false });
    }

    fn half(&mut self, at: usize) {
        let half = match self.before(at) {
            Some('上' | '前') => 1,
            Some('下' | '后' | '後') => 2,
            _ => return,
        };
        // 之前半年 and 此后半年 are lengths of time.
        let start = at - '上'.len_utf8();
        let is_length = matches!(self.before(start), Some('之' | '此' | '以' | '今' | '往'));
        if self.text[at..].starts_with("半年") && !is_length {
            self.push(start..at + "半年".len(), When::Half(half));
        }
    }

    fn century(&mut self, at: usize) {
        if !self.text[at..].starts_with("世纪") && !self.text[at..].starts_with("世紀") {
            return;
        }
        let Some((century, start)) = self.within(at, 1..=30) else { return };
        self.push(start..at + "世纪".len(), When::Century(century));
    }

    /// 90年代, 年初.
    fn year(&mut self, at: usize) {
        let behind = at + '年'.len_utf8();
        let from_now = match self.before(at) {
            Some('去') => Some(-1),
            Some('今') => Some(0),
            Some('明') => Some(1),
            _ => None,
        };
        if let Some(years) = from_now {
            self.push(at - '今'.len_utf8()..behind, When::YearFromNow(years));
        }
        match self.behind(behind) {
            Some('代') => self.decade(at, behind + '代'.len_utf8()),
            // 较年初 is “since the end of last year” as well.
            Some('初' | '底' | '末') if self.is_compared(at) => {}
            Some(edge @ ('初' | '底' | '末')) => {
                let is_end = edge != '初';
                self.push(at..behind + edge.len_utf8(), When::YearEdge { is_end });
            }
            _ => {}
        }
    }

    /// Whether 较 or 比 stands before a year, or before 年 alone.
    fn is_compared(&self, at: usize) -> bool {
        let year = |it: char| it.is_ascii_digit() || "上去年".contains(it) || han(it).is_some();
        let head = self.text[..at].trim_end_matches(year);
        at - head.len() <= LONGEST_YEAR && head.ends_with(['较', '比', '與', '与', '同'])
    }

    /// 90后: those born in the ten years.
    fn cohort(&mut self, at: usize) {
        let Some((number, start)) = self.number(at) else { return };
        let digits = self.text[start..at].chars().count();
        if digits == 2 && number % 10 == 0 && (number == 0 || number >= 50) {
            let when = When::Decade { century: None, tens: number };
            self.push(start..at + '后'.len_utf8(), when);
        }
    }

    /// Whether a numeral follows the character at a place: 早上9时 is a time of day.
    fn is_hour(&self, at: usize) -> bool {
        let mut letters = self.text[at..].chars().skip(1);
        letters.next().is_some_and(|it| it.is_ascii_digit() || han(it).is_some())
    }

    /// 上午, 下午, 昨晚: told as the part of a day, whatever hour follows.
    fn day_part(&mut self, at: usize, mark: char) {
        let end = at + mark.len_utf8();
        let part = match (mark, self.before(at), self.behind(end)) {
            ('午', Some('上'), _) => 0,
            ('早', _, Some('上' | '晨')) if !self.is_hour(end) => 0,
            ('午', Some('下'), _) => 1,
            ('晚', Some('当' | '昨' | '今' | '日'), _) | ('晚', _, Some('上' | '间')) => 2,
            _ => return,
        };
        let is_before = mark != '早';
        let start = at - self.before(at).filter(|_| is_before).map_or(0, char::len_utf8);
        self.push(start..end, When::DayPart(part));
    }

    fn decade(&mut self, at: usize, end: usize) {
        let Some((number, start)) = self.number(at) else { return };
        let (century, tens) = match number {
            10..=90 => (None, number),
            1000..=2100 => (Some(number / 100 * 100), number % 100),
            _ => return,
        };
        if tens % 10 != 0 || tens == 0 {
            return;
        }
        let head = &self.text[..start];
        let last = self.found.last().map(|last| (last.when, last.range.clone()));
        let (century, start) = match last {
            Some((When::Century(number), range)) if range.end == start => {
                self.found.pop();
                (Some(number.saturating_sub(1) * 100), range.start)
            }
            _ => match ["上世纪", "上个世纪", "上世紀"].iter().find(|it| head.ends_with(*it))
            {
                Some(word) => (Some(1900), start - word.len()),
                None => (century, start),
            },
        };
        self.push(start..end, When::Decade { century, tens });
    }

    /// “十四五”, 十四五规划, 第十四个五年规划.
    fn plan(&mut self, at: usize) {
        let end = at + '五'.len_utf8();
        let rest = &self.text[end..];
        if rest.starts_with('年') {
            let Some(head) = self.text[..at].strip_suffix('个') else { return };
            let Some((plan, start)) = self.within(head.len(), 1..=30) else { return };
            if self.text[..start].ends_with('第') {
                self.push(start - '第'.len_utf8()..end, When::Plan(plan));
            }
            return;
        }
        let closes = rest.starts_with(['”', '’', '」', '』', '"']);
        let follows = ["规划", "计划", "时期", "期间", "收官", "开局", "末", "初"];
        if !closes && !follows.iter().any(|word| rest.starts_with(word)) {
            return;
        }
        let numerals = self.text[..at].chars().rev().take_while(|it| han(*it).is_some());
        let length: usize = numerals.take(3).map(char::len_utf8).sum();
        let start = at - length;
        let opens = self.text[..start].ends_with(['“', '‘', '「', '『', '"']);
        // Without marks 十五 is a number, and 十四五 as a rule the plan.
        let is_plan = (closes && opens) || (!closes && length == 6);
        let number = numeral::read_short(&self.text[..at], start).filter(|it| it.end == at);
        if let Some(plan) = number.and_then(|it| it.integer())
            && is_plan
            && (1..=30).contains(&plan)
        {
            self.push(start..end, When::Plan(plan));
        }
    }
}
