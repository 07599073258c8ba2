//! Years and ranks that a translation changes.

use shushuo::lang::Lang;

use crate::site::Town;

/// What is found in a translation of some prose about no numbers.
fn found(zh: &str, en: &str) -> Vec<String> {
    let named = |code: &str| code.contains("-changed") || code.contains("-turned");
    Town::new().prose(zh, en).findings().into_iter().filter(|code| named(code)).collect()
}

#[test]
fn a_changed_year_is_told() {
    for (zh, en, year) in [
        ("公园2019年开放。", "The park opened in 2018.", "2018"),
        ("2021—2025年建设公园。", "Parks are built from 2021 to 2024.", "2024"),
        ("截至2024年底，公园已开放。", "By the end of 2042 the park was open.", "2042"),
        ("公园于2019年3月5日开放。", "The park opened on 5 March 2009.", "5 March 2009"),
    ] {
        let told = found(zh, en);
        assert_eq!(told.len(), 1, "{en}: {told:?}");
        assert!(told[0].starts_with("warning date-changed content/jobs.en.md"), "{told:?}");
        assert!(
            year.contains(told[0].split('“').nth(1).unwrap().trim_end_matches('”')),
            "{told:?}"
        );
    }
    let message = Town::new().prose("公园2019年开放。", "The park opened in 2018.");
    assert!(
        message.only_message(Lang::En).contains("has “2018”, which the original does not name")
    );
}

#[test]
fn a_changed_time_without_a_year_is_told() {
    for (zh, en, time) in [
        ("公园5月3日开放。", "The park opened on May 4.", "May 4"),
        ("公园5月3日开放。", "The park opened on 3 June.", "3 June"),
        (
            "上半年来了120万人次。",
            "In the second half, 1.2 million visits were made.",
            "second half",
        ),
        ("前三季度增长4%。", "It grew 4 percent in the third quarter.", "third quarter"),
        ("前11个月增长4%。", "It grew 4 percent in the first ten months.", "ten months"),
        ("上午9时30分开园。", "It opens at 9:30 p.m.", "9:30 p.m."),
        ("昨日24时闭园。", "It closed at noon yesterday.", "noon"),
        ("昨日上午开园。", "It opened yesterday afternoon.", "afternoon"),
        ("周三开园。", "It opens on Tuesday.", "Tuesday"),
        ("20世纪90年代建园。", "It was laid out in the 1980s.", "1980s"),
        ("19世纪建园。", "It was laid out in the 18th century.", "18th century"),
        ("10月下旬开园。", "It opens in early October.", "early October"),
        ("2021年年初开园。", "It opened at the end of 2021.", "end of 2021"),
        ("“十三五”期间建园。", "It was built in the 14th Five-Year Plan.", "14th Five-Year Plan"),
        ("近五年来建园3个。", "Over the past ten years 3 parks were built.", "10"),
    ] {
        let told = found(zh, en);
        assert_eq!(told.len(), 1, "{en}: {told:?}");
        assert!(told[0].starts_with("warning date-changed content/jobs.en.md"), "{told:?}");
        let shown = told[0].split('“').nth(1).unwrap_or_default().trim_end_matches('”');
        assert!(shown.contains(time) || time == "10", "{told:?}");
    }
}

#[test]
fn times_told_in_other_words_are_no_changes() {
    for (zh, en) in [
        ("公园5月3日至8日开放。", "The park was open May 3–8."),
        ("公园3日开放。", "The park opened on May 3."),
        ("5月底开放。", "It opens by May 31."),
        ("农历八月十五日开放。", "It opened on September 10."),
        ("前三季度增长4%。", "It grew 4 percent in the first nine months."),
        ("昨日下午6时开园。", "It opened at six in the evening yesterday."),
        ("北京时间20时开园。", "It opened at 8 p.m. Beijing time."),
        ("每周三次开园。", "It opens three times a week, on Monday too."),
        ("5月3日在五四广场开园。", "It opened on May 3 in May 4th Square."),
        ("长征路5月开放。", "Long March Road opened in May."),
        ("90后园长5月上任。", "The head, born in the 1990s, took office in May."),
        ("较年初增长3%。", "It grew 3 percent from the end of 2022."),
        ("比上年末增长3%。", "It grew 3 percent since early 2023."),
        ("上世纪末建园。", "It was laid out in the late 1990s."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn a_changed_streak_season_or_year_is_told() {
    for (zh, en, time) in [
        ("出口连续第四个月减少。", "Exports fell for a fourth consecutive quarter.", "fourth"),
        ("出口连续9年增长。", "Exports grew for the eighth year running.", "eighth"),
        ("术后第五天下床。", "By the fifth week the patient walked.", "fifth"),
        ("秋季开园。", "It opens in spring.", "spring"),
        ("2022年秋季开园。", "It opened in spring 2022.", "spring"),
        ("2022年第三季度开园。", "It opened in the second quarter of 2022.", "second quarter"),
        (
            "2022年秋季低于2021年秋季。",
            "It was lower in spring 2022 than in autumn 2021.",
            "spring 2022",
        ),
        (
            "出口连续六个月增长。",
            "Exports rose for a fifth straight month on strong demand.",
            "fifth",
        ),
        ("援助连续第五年创新高。", "Aid rose to a fourth consecutive annual record.", "fourth"),
        ("预计明年开园。", "It is to open this year.", "this year"),
        ("创13年来新低。", "It is a 15-year low.", "15-year"),
        ("开放至20时。", "It is open until 10 p.m.", "10 p.m."),
    ] {
        let told = found(zh, en);
        assert_eq!(told.len(), 1, "{zh} {en}: {told:?}");
        assert!(told[0].starts_with("warning date-changed content/jobs.en.md"), "{told:?}");
        let shown = told[0].split('“').nth(1).unwrap_or_default();
        assert!(shown.contains(time), "{told:?}");
    }
    for (zh, en) in [
        ("出口连续第四个月减少。", "Exports fell for a fourth straight month."),
        ("连续21天无病例。", "There was no case for three straight weeks."),
        ("连续第八个季度同比下降。", "It was the eighth straight year-on-year drop."),
        ("第三季度增长。", "It grew in the third quarter."),
        ("去年增长。", "It grew from a year earlier."),
        ("今年比上年增长。", "This year it grew more than last year."),
        ("县一中12人获奖。", "Twelve of No. 1 Middle School won."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn a_word_turned_into_its_opposite_is_told() {
    for (zh, en) in [
        ("贸易顺差扩大。", "The trade deficit widened."),
        ("逆差连续三年收窄。", "The deficit widened for three years running."),
        ("公司盈利。", "The company made a loss."),
        ("农村居民受益。", "Urban residents benefit."),
        ("北部有雨。", "Rain fell in the south."),
        ("多数居民反对。", "Most residents were in favor."),
        ("较常年同期偏少。", "It was less than a year earlier."),
        ("发布会推迟。", "The launch came ahead of schedule."),
        ("较上周下跌。", "It fell from the previous month."),
        ("处于区间的低端。", "It is at the upper end of the range."),
        ("派发末期股息。", "An interim dividend is paid."),
        ("患者均已接种。", "All of the patients were unvaccinated."),
        ("登陆的最强台风。", "It was the weakest typhoon to come ashore."),
        ("进展为多年来最快。", "Progress was the slowest in years."),
        ("首次跌破1。", "It fell below 1 for the second time."),
        ("这是年内第二次降息。", "It is the second rate cut this month."),
        ("他在下半场得了22分。", "He scored 22 in the first half."),
        ("她闯入决赛。", "She is in the semi-final."),
        ("北向资金净卖出。", "Northbound investors were net buyers."),
        ("税收收入为主。", "Most of it was non-tax revenue."),
        ("出席闭幕式。", "They attended the opening ceremony."),
        ("排名较上年前移一位。", "It is down one place from the year before."),
    ] {
        let told = found(zh, en);
        assert_eq!(told.len(), 1, "{zh} {en}: {told:?}");
        assert!(told[0].starts_with("warning word-turned content/jobs.en.md"), "{told:?}");
    }
}

#[test]
fn what_only_sounds_like_an_opposite_is_left_alone() {
    for (zh, en) in [
        ("贸易顺差扩大。", "The trade surplus widened."),
        ("农村居民进城。", "Villagers move to the city."),
        ("我市农村公路。", "The city’s rural roads."),
        ("北部有雨。", "The north had rain, the south none."),
        ("服务包括12项。", "Among them are twelve, after a trial."),
        ("下调0.17元。", "It dropped by 0.17 yuan, to higher demand."),
        ("城镇居民受益。", "Townsfolk benefit across the country."),
        ("全市的村都通电。", "All villages have power."),
        ("上周五公布，环比上涨。", "Told last Friday, it rose from the previous month."),
        ("提前大选，三周后投票。", "A snap election comes three weeks later."),
        ("较去年同期偏少。", "Less than the year before, an average of none."),
        ("未接种者最多。", "Most had not been vaccinated."),
        ("高端制造业。", "High-end manufacturing."),
        ("提前通知，三小时后开闸。", "Told beforehand, it opened three hours later."),
        ("她在半决赛后闯入决赛。", "She reached the final after her semi-final."),
        ("他们闯入四分之一决赛。", "They are in the quarter-finals."),
        ("首次夺冠，第二次参赛。", "A first title on her second appearance."),
        ("上半年和下半场。", "The first half of the year and the second half."),
        ("非税收入占比下降。", "The share of non-tax revenue fell."),
        ("股价六天来再度上涨。", "Shares rose for the first time in six days."),
        ("8月当月增长，前8个月也增长。", "They rose in August and are up so far this year."),
        ("奥运会今晚开幕。", "The Games start tonight, with the closing ceremony in August."),
        (
            "增速创新低，最快下周降准。",
            "Growth was the slowest on record; a cut could come next week.",
        ),
        ("女足半决赛取胜，将争冠。", "The women’s team won to reach the final."),
        (
            "上半年增长，行业进入下半场。",
            "It grew in the first half as the industry entered its next phase.",
        ),
        ("税收以外的收入增长。", "Non-tax revenue rose."),
        ("男单准决赛在今晚进行。", "The men’s singles semi-final is tonight."),
        ("表现最佳，从未如此。", "It was at its strongest."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn a_changed_name_is_told() {
    let changed = ["warning name-changed content/jobs.en.md “G58”"];
    assert_eq!(found("G85高速通车。", "The G58 expressway opened."), changed);
    assert_eq!(found("建成5G网络。", "A 4G network was built.").len(), 1);
    assert_eq!(found("建成5G网络。", "A 5G network was built."), [""; 0]);
    assert_eq!(found("PM2.5下降，A股上涨。", "PM2.5 fell and A-shares rose."), [""; 0]);
}

#[test]
fn a_changed_rank_is_told() {
    let first = ["warning rank-changed content/jobs.en.md “third”"];
    assert_eq!(found("总量排名全省第二。", "It ranks third in the province."), first);
    assert_eq!(found("跻身亚洲前五。", "It is among the top ten in Asia.").len(), 1);
    let fame = "Twelve of the Fortune Global 500 are in the first fifty.";
    assert_eq!(found("世界500强中有12家进入前五十。", fame), [""; 0]);
    let second = ["warning rank-changed content/jobs.en.md “second”"];
    assert_eq!(found("这是今年第三次降息。", "It is the second cut this year."), second);
    for (zh, en) in [
        ("两年来第三次降息。", "It is the third cut, the second big one."),
        ("中国队名列第一，美国队紧随其后。", "China topped the table, the United States second."),
        ("上任后第四次推迟关税。", "It was the latest delay of the second term."),
        (
            "韩国队和日本队分列小组第二、三位。",
            "South Korea were second in the group, Japan third.",
        ),
        (
            "这是第三次降息，幅度超过前次。",
            "It was the latest of three, bigger than the second cut.",
        ),
        ("最小值排在倒数第七位。", "It is the seventh-lowest minimum."),
        ("它们分列第10、11、12位。", "They came 10th, 11th and 12th."),
        ("两省分列第十、十一位。", "The two provinces ranked tenth and eleventh."),
        ("两国分列10个国家中的第三、四位。", "The two rank third and fourth among the ten."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
    assert_eq!(found("面积排在倒数第七位。", "It was the seventh-lowest."), [""; 0]);
    let placed = "It came first, ahead of second-placed Ford and third-placed Fiat.";
    assert_eq!(found("它排名第一，福特和菲亚特分列二、三位。", placed), [""; 0]);
    let fourth = "It came first, ahead of second-placed Ford and fourth-placed Fiat.";
    assert_eq!(found("它排名第一，福特和菲亚特分列二、三位。", fourth).len(), 1);
    let changed = ["warning rank-changed content/jobs.en.md “fourth”"];
    assert_eq!(found("总量居第3位。", "It ranks fourth in size."), changed);
    assert_eq!(found("由第12位升至第5位。", "It rose from 21st to fifth.").len(), 1);
    let highest = ["warning rank-changed content/jobs.en.md “highest”"];
    assert_eq!(found("为历史同期第二高。", "It is the highest on record."), highest);
    assert_eq!(found("为历史同期第二高。", "It is the second-highest on record."), [""; 0]);
    assert_eq!(found("获得亚军。", "They came third.").len(), 1);
    assert_eq!(found("由第五升至第三。", "They rose from fifth to second.").len(), 1);
    assert_eq!(found("由第五升至第三。", "They rose from fifth to third."), [""; 0]);
    assert_eq!(found("击败头号种子。", "They beat the second seeds.").len(), 1);
    assert_eq!(found("击败头号种子。", "They beat the top seeds."), [""; 0]);
    assert_eq!(found("为历史同期第二热。", "It is the warmest on record.").len(), 1);
}

#[test]
fn years_and_ranks_that_translators_leave_out_or_add_are_none() {
    for (zh, en) in [
        ("公园2019年开放。", "The park opened in 2019."),
        ("公园去年开放。", "The park opened in 2021."),
        ("公园2021年开放。", "The park opened last year."),
        ("上世纪90年代建园，2019年开放。", "Laid out in the 1990s, it opened in 2019."),
        ("2019年动工，2021年开放。", "Begun in 2019, it opened two years later."),
        ("第三产业首次领先。", "For the first time the tertiary sector led."),
        ("最热门的公园居全国第二。", "The most popular park is the country’s second-largest."),
        ("有记录以来最暖的10个年份。", "The 10 warmest years on record."),
        ("第三次获奖，居第二位。", "It won for a third time and came second."),
        ("周三，央行已加息11次。", "It was the eleventh increase, the bank said on Wednesday."),
        ("二〇一九年开放。", "The park opened in 2019."),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn the_year_of_a_month_or_quarter_is_compared() {
    for (zh, en, told) in [
        (
            "2024年评选，2023年1月开放。",
            "Judged in 2024, it opened in January 2024.",
            "January 2024",
        ),
        (
            "2024年评选，2023年1月5日开放。",
            "Judged in 2024, it opened on January 5, 2024.",
            "January 5, 2024",
        ),
        (
            "2024年第三季度好于2023年。",
            "The third quarter of 2023 was better than 2024.",
            "third quarter of 2023",
        ),
    ] {
        assert_eq!(found(zh, en), [format!("warning date-changed content/jobs.en.md “{told}”")]);
    }
    for (zh, en) in [
        ("2024年评选，2023年1月开放。", "Judged in 2024, it opened in Jan. 2023."),
        ("2023年1月至3月开放，2024年重开。", "Open in January to March 2023, and in 2024 again."),
        (
            "2022年上半年亏损，2023年同期盈利。",
            "A profit in the first half of 2023, beside a loss in the same period of 2022.",
        ),
    ] {
        assert_eq!(found(zh, en), [""; 0], "{zh} {en}");
    }
}

#[test]
fn what_stands_in_another_paragraph_has_moved() {
    let zh = "公园2019年开放。\n\n湖2021年开放。";
    assert_eq!(found(zh, "The lake opened in 2021.\n\nThe park opened in 2019."), [""; 0]);
}

#[test]
fn periods_and_labels_are_compared_too() {
    let town = Town::new()
        .replace("content/jobs.zh.md", "title: 就业\n", "title: 就业\nperiod: 2024年\n")
        .replace("content/jobs.en.md", "title: Jobs\n", "title: Jobs\nperiod: \"2023\"\n");
    assert_eq!(town.findings(), ["warning date-changed content/jobs.en.md “2023”"]);
}
