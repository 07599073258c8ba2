//! A number that rises in the original and falls in the translation.

use shushuo::lang::Lang;

use crate::site::Town;
use crate::translations::hold;

#[test]
fn a_direction_that_is_turned_is_told() {
    let cases = [
        (
            "失业率下降0.5个百分点。",
            "Unemployment rose by 0.5 percentage points.",
            "0.5 percentage points",
        ),
        (
            "增速回落1.2个百分点。",
            "Growth accelerated by 1.2 percentage points.",
            "1.2 percentage points",
        ),
        (
            "比全国高1.2个百分点。",
            "It was 1.2 percentage points below the national average.",
            "1.2 percentage points",
        ),
        (
            "比全国低0.9个百分点。",
            "It was 0.9 percentage points above the national average.",
            "0.9 percentage points",
        ),
        (
            "高于全国平均水平2.3个百分点。",
            "It was 2.3 percentage points slower than the nation.",
            "2.3 percentage points",
        ),
        ("人口减少3.2万人。", "The population grew by 32,000.", "32,000"),
        ("收入提高1200元。", "Income dropped by 1,200 yuan.", "1,200 yuan"),
        ("企业净增41家。", "There were 41 fewer firms than before.", "41"),
        ("假期增加3天。", "There were three fewer days.", "three"),
        ("降水偏少两成。", "Rain was 20% above normal.", "20%"),
        ("失业率降至0.98%。", "Unemployment has risen to 0.98%.", "0.98%"),
        (
            "里程从2.5万公里增加到4.2万公里。",
            "The network shrank from 25,000 km to 42,000 km.",
            "42,000 km",
        ),
        ("产值增长2.3%。", "Output fell by 2.3 percent.", "2.3 percent"),
        ("产值增长2.3%。", "The change in output was -2.3 percent.", "-2.3 percent"),
    ];
    for (zh, en, number) in cases {
        let found = format!("error direction-changed @ “{number}”");
        hold(&[(zh, en, &[&found])]);
    }
    hold(&[(
        "出口增长3.2%，进口下降3.2%。",
        "Exports fell by 3.2% and imports fell by 3.2%.",
        &["error direction-changed @ “3.2%”"],
    )]);
}

#[test]
fn words_that_go_the_same_way_are_left_alone() {
    let cases = [
        (
            "1—8月份出口同比下降3.2%，降幅比1—7月份收窄0.4个百分点。",
            "Exports in the first eight months fell by 3.2 percent year on year, the decline easing by 0.4 percentage points from January to July.",
        ),
        (
            "出口同比下降3.2%，降幅扩大0.4个百分点。",
            "Exports fell by 3.2 percent, a drop 0.4 percentage points larger than before.",
        ),
        (
            "出口同比下降3.2%，降幅扩大0.4个百分点。",
            "Exports fell by 3.2 percent, down a further 0.4 percentage points.",
        ),
        (
            "增速比上年回落1.2个百分点。",
            "The rate of growth was 1.2 percentage points lower than in the previous year.",
        ),
        (
            "增速比上年加快1.2个百分点。",
            "Growth was 1.2 percentage points faster than the year before.",
        ),
        (
            "增速比上年放缓1.2个百分点。",
            "Growth was 1.2 percentage points slower than the year before.",
        ),
        ("审批时间缩短3天。", "Approvals are three days faster."),
        ("审批提速30%。", "Approvals take 30 percent less time."),
        ("审批时限压缩30%。", "Approvals are 30 percent faster."),
        ("工期提前3个月。", "The work was finished three months early."),
        ("亏损减少3亿元。", "Losses were 300 million yuan smaller."),
        ("亏损减少3亿元。", "The result improved by 300 million yuan."),
        ("少增3.2万人。", "The increase was 32,000 smaller."),
        ("同比少降0.3个百分点。", "It fell 0.3 percentage points less than a year earlier."),
        ("负增长3%。", "The economy shrank by 3 percent."),
        ("负增长3%。", "There was negative growth of 3 percent."),
        ("零下8℃，比上年低2℃。", "It was minus 8°C, 2°C colder than the year before."),
        ("气温偏高0.6℃。", "It was 0.6°C warmer than usual."),
        ("从15.2%下降到10.6%。", "It fell from 15.2 percent to 10.6 percent."),
        ("从15.2%下降到10.6%。", "It fell to 10.6 percent from 15.2 percent."),
        ("由41个增加到187个。", "The number is 187, up from 41."),
        ("比例达41%，上年为35%。", "The share is 41 percent, up from 35 percent."),
        ("上涨的城市为16个，下降的为53个。", "Prices rose in 16 cities and fell in 53."),
        ("上涨的城市16个，下降的城市53个。", "Of the cities, 16 rose and 53 fell."),
        ("最高气温35℃，最低气温12℃。", "The highest temperature was 35°C and the lowest 12°C."),
        ("最高可达500元。", "It can be as high as 500 yuan."),
        ("最多可贷50万元。", "Up to 500,000 yuan can be borrowed."),
        ("水位高出警戒线1.2米。", "The water is 1.2 metres above the warning line."),
        ("水位低于警戒线1.2米。", "The water is 1.2 metres below the warning line."),
        ("海拔1200米。", "It lies 1,200 metres above sea level."),
        ("下降的县有41个，比上年多3个。", "It fell in 41 counties, 3 more than the year before."),
        ("多收了三五斗，增加12万元。", "They took in an extra 120,000 yuan."),
        ("人均寿命提高3.4岁，达到78.2岁。", "People live 3.4 years longer, to 78.2 years."),
        ("寿命延长3.4年。", "Lives are 3.4 years longer."),
        ("库存减至1.2万吨。", "Stocks were reduced to 12,000 tonnes."),
        ("库存减至1.2万吨。", "Stocks are down to 12,000 tonnes."),
        ("个税起征点由3500元提高至5000元。", "The threshold rose from 3,500 yuan to 5,000 yuan."),
        (
            "服务业比重上升1.2个百分点，工业比重下降1.2个百分点。",
            "The share of industry fell by 1.2 percentage points while that of services rose by 1.2 percentage points.",
        ),
        (
            "工业下降3.2%，服务业增长3.2%。",
            "Services grew 3.2 percent and industry shrank 3.2 percent.",
        ),
        ("农村高于城镇2.3个百分点。", "Rural areas were 2.3 percentage points ahead of towns."),
        ("城镇比农村低2.3个百分点。", "The towns trailed by 2.3 percentage points."),
        (
            "空气优良天数增加12天，重污染天数减少3天。",
            "There were 12 more days of good air and three fewer days of heavy pollution.",
        ),
        ("减半征收。", "The tax is halved."),
        ("回升0.4个百分点。", "It recovered by 0.4 percentage points."),
        ("涨幅缩小0.4个百分点。", "The rise was 0.4 percentage points smaller."),
        ("涨幅回落0.4个百分点。", "Prices rose 0.4 percentage points more slowly."),
        ("跌幅收窄至3%。", "The fall narrowed to 3 percent."),
        ("差距缩小到3个百分点。", "The gap has narrowed to 3 percentage points."),
        ("出口增长3.2%，进口下降3.2%。", "Imports fell by 3.2% and exports rose by 3.2%."),
        ("人口减少3.2万人。", "The change in population was 32,000."),
    ];
    for (zh, en) in cases {
        hold(&[(zh, en, &[])]);
    }
}

#[test]
fn a_turned_direction_says_both_ways_and_what_to_write() {
    let town =
        Town::new().prose("失业率下降0.5个百分点。", "Unemployment rose by 0.5 percentage points.");
    let town = town.replace("seeds/report.txt", "城镇化率", "失业率下降0.5个百分点，城镇化率");
    assert_eq!(
        town.only_message(Lang::En),
        "the original says “down” of 0.5个百分点; the English says “up” of 0.5 percentage points\n\
         use a word that goes the same way, such as “down”, “fell by”, “below”, “fewer”",
    );
    assert_eq!(
        town.only_message(Lang::Zh),
        "原文的0.5个百分点是“降”，英文的“0.5 percentage points”成了“升”\n\
         请用方向相同的词，如“down”, “fell by”, “below”, “fewer”",
    );
}
