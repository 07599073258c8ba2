use super::When::{
    Century, Clock, Day, DayPart, Decade, Half, Month, MonthsTo, Plan, Quarter, Season, Streak,
    Weekday, YearEdge, YearFromNow,
};
use super::{When, expressions};
use crate::lang::Lang;

fn day(month: u32, day: u32) -> When {
    Day { month: Some(month), day }
}

fn month(month: u32, third: u32) -> When {
    Month { month, third: Some(third).filter(|it| *it > 0) }
}

fn quarters(number: u32, is_up_to: bool) -> When {
    Quarter { number, is_up_to }
}

fn streak(count: u32, is_months: bool) -> When {
    Streak { count, is_months }
}

fn clock(hour: u32, minute: u32, is_afternoon: Option<bool>) -> When {
    Clock { minutes: hour % 12 * 60 + minute, is_afternoon }
}

fn read(text: &str, lang: Lang) -> Vec<When> {
    expressions(text, lang).into_iter().map(|it| it.when).collect()
}

fn hold_alike(zh: &str, en: &str, mut when: Vec<When>) {
    when.sort();
    for (text, lang) in [(zh, Lang::Zh), (en, Lang::En)] {
        let mut found = read(text, lang);
        found.sort();
        assert_eq!(found, when, "{text}");
    }
}

#[test]
fn both_languages_say_the_same_time() {
    let decade = |century, tens| Decade { century, tens };
    for (zh, en, when) in [
        ("5月3日开幕。", "It opened on May 3.", vec![day(5, 3)]),
        ("5月3日开幕。", "It opened on the 3rd of May, in rain.", vec![day(5, 3)]),
        ("2022年十月二十五日开幕", "It opened on 25 October 2022.", vec![day(10, 25)]),
        ("5月3日至8日", "from May 3 to 8", vec![day(5, 3), day(5, 8)]),
        ("5月3—8日", "3–8 May", vec![day(5, 3), day(5, 8)]),
        ("4月30日至5月2日", "April 30 to May 2", vec![day(4, 30), day(5, 2)]),
        ("9月至11月", "September to November", vec![month(9, 0), month(11, 0)]),
        ("5、6两月", "in May and June", vec![month(5, 0), month(6, 0)]),
        ("开始,9月结束", "until September", vec![month(9, 0)]),
        ("1—9月", "January–September", vec![month(1, 0), month(9, 0)]),
        ("十二月中旬", "mid-December", vec![month(12, 2)]),
        ("3月5日9时30分", "9:30 on Mar. 5", vec![day(3, 5), clock(9, 30, None)]),
        ("第三季度", "the third quarter", vec![quarters(3, false)]),
        ("一季度", "Q1 and", vec![quarters(1, false)]),
        ("前三季度", "the first three quarters", vec![quarters(3, true)]),
        ("上半年", "the first half of the year", vec![Half(1)]),
        ("开放至20时", "open until 8 p.m.", vec![clock(20, 0, Some(true))]),
        ("周二、四", "on Tuesday and Thursday", vec![Weekday(2), Weekday(4)]),
        ("下半年", "second-half growth", vec![Half(2)]),
        ("20世纪90年代", "the 1990s", vec![decade(Some(1900), 90)]),
        ("上世纪八十年代", "the late 1980s", vec![decade(Some(1900), 80)]),
        ("90年代", "the ’90s", vec![decade(None, 90)]),
        ("19世纪末", "the end of the nineteenth century", vec![Century(19)]),
        ("周三上午", "on Wednesday morning", vec![Weekday(3), DayPart(0)]),
        ("星期日", "Sunday", vec![Weekday(7)]),
        ("早上9时30分", "9:30 a.m.", vec![clock(9, 30, Some(false))]),
        ("早上9点零5分", "9:05 a.m.", vec![clock(9, 5, Some(false))]),
        ("清晨6时30分", "half past six a.m.", vec![clock(6, 30, Some(false))]),
        ("晚8点", "8 p.m.", vec![clock(8, 0, Some(true))]),
        ("夜里2点", "2 a.m.", vec![clock(2, 0, Some(false))]),
        ("昨日24时", "by midnight", vec![clock(0, 0, Some(false))]),
        ("中午12时", "at noon", vec![clock(0, 0, Some(true))]),
        ("昨晚", "last night", vec![DayPart(2)]),
        ("10月下旬", "late October", vec![month(10, 3)]),
        ("8月底前", "before the end of August", vec![month(8, 3)]),
        ("6月1日", "on the first of June", vec![day(6, 1)]),
        ("前11个月", "the first eleven months", vec![MonthsTo(11)]),
        ("前9个月", "in the first 9 months", vec![MonthsTo(9)]),
        ("2021年年初", "in early 2021", vec![YearEdge { is_end: false }]),
        ("年末", "at year-end", vec![YearEdge { is_end: true }]),
        ("年底前", "by the end of the year", vec![YearEdge { is_end: true }]),
        ("90后", "born in the ’90s", vec![decade(None, 90)]),
        ("20:30", "20:30", vec![clock(20, 30, Some(true))]),
        ("傍晚5点半", "5:30 pm", vec![clock(5, 30, Some(true))]),
        ("“十三五”期间", "during the 13th Five-Year Plan", vec![Plan(13)]),
        ("十四五规划", "the Fourteenth Five-Year Plan", vec![Plan(14)]),
        ("第十四个五年规划", "the 14th five-year plan period", vec![Plan(14)]),
    ] {
        hold_alike(zh, en, when);
    }
}

#[test]
fn lengths_without_a_break_and_years_from_now() {
    for (zh, en, when) in [
        ("连续9年", "for the ninth straight year", vec![streak(108, true)]),
        ("连续三周", "three weeks in a row", vec![streak(21, false)]),
        ("连续第四个季度", "a fourth consecutive quarter", vec![streak(12, true)]),
        ("连续5日", "five days in a row", vec![streak(5, false)]),
        ("第五天", "the fifth day", vec![streak(5, false)]),
        ("明年春季", "next year, in spring", vec![YearFromNow(1), Season(1)]),
    ] {
        hold_alike(zh, en, when);
    }
}

#[test]
fn what_names_no_time() {
    for text in [
        "为期3日",
        "3个月",
        "三月饼",
        "每周三次",
        "一周一次",
        "24小时",
        "提了3点建议",
        "3.5日",
        "农历八月十五日",
        "半年",
        "此前半年",
        "三成五",
        "十五",
        "十五万",
        "比分3：2",
        "每季度",
        "三个季度",
        "世纪工程",
        "年代久远",
        "之后半年",
        "9折",
        "8时代",
        "日均5日均",
        "此前3个月",
        "2年后",
        "晚会",
    ] {
        assert_eq!(read(text, Lang::Zh), [], "{text}");
    }
    for text in [
        "the Long March",
        "you may",
        "march on",
        "May",
        "three quarters of it",
        "a quarter",
        "half of it",
        "a ratio of 3:20",
        "5 people",
        "3.30",
        "30 percent",
        "Mayor",
        "1,990s",
        "for the first time",
        "the 5th",
        "plan",
        "the 1800s",
    ] {
        let found = read(text, Lang::En);
        assert!(found.is_empty() || text == "May", "{text}: {found:?}");
    }
}

#[test]
fn times_told_with_more_or_fewer_words_are_alike() {
    let third = Day { month: None, day: 3 };
    assert!(third.alike().contains(&day(5, 3)));
    assert!(day(5, 3).alike().contains(&third));
    assert!(!day(5, 3).alike().contains(&day(6, 3)));
    assert!(clock(8, 0, None).alike().contains(&clock(8, 0, Some(true))));
    assert!(!clock(8, 0, Some(false)).alike().contains(&clock(8, 0, Some(true))));
    let nineties = Decade { century: None, tens: 90 };
    assert!(nineties.alike().contains(&Decade { century: Some(1900), tens: 90 }));
}

#[test]
fn any_text_is_read() {
    for text in
        ["月", "日", "５月３日", "月日季世年期周时点:五", "“五”", "个五年", "9:", "：30", "1:2"]
    {
        for lang in Lang::ALL {
            for it in expressions(text, lang) {
                assert!(text.get(it.range).is_some(), "{text}");
            }
        }
    }
    assert_eq!(read("５月３日", Lang::Zh), [day(5, 3)]);
}
