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
        (
            "央行将利率上调25个基点。",
            "The bank cut its benchmark rate by 25 basis points.",
            "25 basis points",
        ),
        (
            "增长预期下调0.2个百分点。",
            "The fund hiked its forecast for growth by 0.2 percentage points.",
            "0.2 percentage points",
        ),
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
    let cases = include_str!("directions.tsv").lines().filter(|line| !line.starts_with('#'));
    for line in cases {
        let (zh, en) = line.split_once('\t').expect("a tab");
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

#[test]
fn what_something_came_to_is_no_change_by_so_much() {
    hold(&[
        (
            "门店增至210家。",
            "Its shops have increased by 210.",
            &["error direction-changed @ “210”"],
        ),
        (
            "比率降至14.4%。",
            "The ratio fell by 14.4 percent.",
            &["error direction-changed @ “14.4 percent”"],
        ),
        (
            "出口量减少五分之二。",
            "Exports fell to two fifths of the volume.",
            &["error direction-changed @ “two fifths”"],
        ),
        (
            "车程缩短至40分钟。",
            "The drive from the county seat to all nine townships was shortened by 40 minutes.",
            &["error direction-changed @ “40 minutes”"],
        ),
        (
            "气温下降6至8摄氏度。",
            "Temperatures will fall to between 6 and 8 degrees Celsius.",
            &["error direction-changed @ “6”"],
        ),
        (
            "鱼类由36种恢复到51种。",
            "Species have risen by 36 to 51.",
            &["error direction-changed @ “36”"],
        ),
        (
            "门店210家，比五年前增加5家。",
            "It has 210 shops, up from 5 five years ago.",
            &["error direction-changed @ “5”"],
        ),
        ("门店增至210家。", "Its shops have increased to 210.", &[]),
        ("门店增加210家。", "Its shops have increased by 210.", &[]),
        ("增速加快至8.5%。", "Growth accelerated to 8.5 percent.", &[]),
        ("增长8.5%。", "Growth picked up to 8.5 percent.", &[]),
        ("从15.2%下降到10.6%。", "It fell to 10.6 percent from 15.2 percent.", &[]),
    ]);
    let town = Town::new()
        .file("seeds/report.txt", "去年新增就业256万人。\n门店增至210家。\n")
        .prose("门店增至210家。", "Its shops have increased by 210.");
    assert_eq!(
        town.only_message(Lang::En).lines().next(),
        Some(
            "210家 is what it came to in the original; the English has “210” as by how much it changed"
        ),
    );
}

#[test]
fn early_is_not_late() {
    hold(&[
        (
            "提前两年完成目标。",
            "It met its target three years ahead of schedule.",
            &["error number-missing @ “three years”"],
        ),
        ("提前两年完成目标。", "It met its target two years ahead of schedule.", &[]),
        (
            "提前20天完工。",
            "It was finished 20 days behind schedule.",
            &["error direction-changed @ “20 days”"],
        ),
        ("比赛推迟一周。", "The race was brought forward a week.", &[]),
        (
            "比赛推迟3周。",
            "The race was brought forward by three weeks.",
            &["error direction-changed @ “three weeks”"],
        ),
        ("比常年早了近七周。", "It came almost seven weeks earlier than usual.", &[]),
        (
            "比常年晚了近七周。",
            "It came almost seven weeks earlier than usual.",
            &["error direction-changed @ “seven weeks”"],
        ),
        ("世界纪录提高0.4秒。", "It cut 0.4 seconds off the world record.", &[]),
    ]);
}

#[test]
fn a_share_of_what_was_is_no_change_by_so_much() {
    hold(&[
        (
            "车程由4.5小时缩短至1.5小时。",
            "It shortens the 4.5-hour drive by 1.5 hours.",
            &["error direction-changed @ “1.5 hours”"],
        ),
        (
            "涨幅回落至2.1%。",
            "The increase fell by 2.1 percent.",
            &["error direction-changed @ “2.1 percent”"],
        ),
        ("同比增长达到30%。", "It was up 30 percent year on year.", &[]),
        ("新增装机达到3000万千瓦。", "Capacity increased 30 million kilowatts.", &[]),
        (
            "面积缩小90%。",
            "The lake has shrunk to 90 percent.",
            &["error direction-changed @ “90 percent”"],
        ),
        (
            "排放量降至2019年基准的34%。",
            "Emissions fell 34 percent from the baseline of 2019.",
            &["error direction-changed @ “34 percent”"],
        ),
        (
            "库存量不足去年的六成。",
            "Stocks have shrunk by just under 60 percent.",
            &["error direction-changed @ “60 percent”"],
        ),
        (
            "中风、心梗或死亡的风险降至原来的20%。",
            "It cut the risk of a stroke, heart attack or death by 20 percent.",
            &["error direction-changed @ “20 percent”"],
        ),
        ("增速达到12%。", "Exports grew 12 percent.", &[]),
        (
            "收入恢复到2019年同期的九成。",
            "Revenue was 90 percent more than in 2019.",
            &["error direction-changed @ “90 percent”"],
        ),
        (
            "平均运距比全国短约五分之一。",
            "The average haul is about one-fifth of the national figure.",
            &["error direction-changed @ “one-fifth”"],
        ),
        ("恢复到2019年同期的九成。", "It is back at 90 percent of its 2019 level.", &[]),
        ("女性占41%，高于十年前的28%。", "Women make up 41%, up from 28% ten years ago.", &[]),
        ("总工时减少2.2%。", "It will wipe out 2.2 percent of total working hours.", &[]),
        ("裁减职位，相当于总数的15%。", "Staff will be cut by 15 percent.", &[]),
        ("完成目标的116.6%。", "It exceeded its target by 16.6 percent.", &[]),
    ]);
}
