//! Words of reports that have an opposite, both languages side by side: 顺差 is no deficit.
//!
//! A translation may say either in other words. Only where the original has one alone and the
//! translation the other alone are they taken for each other.

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::quantity::lexicon::words::listed;

/// A word that has an opposite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) struct Opposite {
    /// The number of its pair.
    pub(in crate::check) pair: u8,
    /// Which side of the pair it is.
    is_second: bool,
}

/// The words of one side of a pair, Chinese and English, set apart by commas. Those behind a semicolon
/// may say it, and are never taken for its opposite.
type Words = (&'static str, &'static str);

/// The pairs.
const PAIRS: [[Words; 2]; 44] = [
    [("顺差", "surplus, surpluses"), ("逆差, 赤字", "deficit, deficits; shortfall")],
    [("盈利, 扭亏为盈, 净赚", "profit, profits, profitable"), ("亏损, 净亏, 亏空", "loss, losses")],
    [
        ("扩大, 拉大", "widen, widens, widened, widening; expanded"),
        ("收窄, 缩小", "narrow, narrows, narrowed, narrowing; shrank"),
    ],
    [("最大, 第一大", "largest, biggest, greatest"), ("最小", "smallest")],
    [
        ("最高, 新高, 第二高, 第三高, 纪录", "highest, record high, new high"),
        ("最低, 新低, 第二低, 第三低", "lowest, record low, new low"),
    ],
    [
        ("出口", "export, exports, exported, exporting; exporter, exporters"),
        ("进口", "import, imports, imported, importing; importer, importers"),
    ],
    [
        ("城镇, 城市, 城区; 全市, 我市, 本市", "urban; city, cities"),
        (
            "农村, 乡村",
            "rural, village, villages, countryside; villagers, farmers, farm, country roads",
        ),
    ],
    [
        ("男性, 男子, 男生, 男孩, 男童", "men, man, male, males, boy, boys"),
        ("女性, 女子, 女生, 女孩, 女童, 妇女", "women, woman, female, females, girl, girls"),
    ],
    [("北部, 以北", "north, northern"), ("南部, 以南", "south, southern")],
    [("东部, 以东, 东海岸", "east, eastern"), ("西部, 以西, 西海岸", "west, western")],
    [
        ("战胜, 击败, 力克", "beat, beats, beating, defeated"),
        ("负于, 不敌, 惜败", "lost to, losing to, loses to, fell to, were beaten, was beaten"),
    ],
    [
        ("美元计, 美元计价", "dollar terms, in dollars, in us dollars"),
        ("人民币计, 人民币计价", "yuan terms, renminbi terms, in yuan, in renminbi"),
    ],
    [("上游", "upstream, upper reaches"), ("下游", "downstream, lower reaches")],
    [
        ("白天, 昼间", "daytime, daylight, by day, during the day"),
        ("夜间, 夜里, 深夜", "night, nights, nighttime, overnight"),
    ],
    [
        (
            "上调, 调高",
            "raises, raised, raising, upgraded; raise, lifted, increased, increase, hike, higher, up",
        ),
        (
            "下调, 调低",
            "lowered, lowering, downgraded; lower, lowers, cut, cuts, reduced, dropped, down",
        ),
    ],
    [
        ("增持", "buy, buying, bought; increase, increased, raise, raised, added, add"),
        ("减持", "reduce, reduced, reducing, sell, selling, sold; cut, trim, trimmed, offloaded"),
    ],
    [
        ("反对", "oppose, opposed, opposing, objected; against, opposition, objections"),
        (
            "赞成, 支持, 同意",
            "in favor, in favour, supported, approve, approved; support, backed, favor, favour",
        ),
    ],
    [("净投放", "inject, injected, injection"), ("净回笼", "withdrew, drained, withdrawal")],
    [("单程", "one-way, one way, single"), ("往返", "round-trip, round trip, return")],
    [
        ("跑赢", "beat, beating, outperformed, outperforming, ahead of"),
        ("跑输", "missed, missing, lagged, underperformed, behind"),
    ],
    [("西北", "northwest, north-west"), ("东北", "northeast, north-east")],
    [("西南", "southwest, south-west"), ("东南", "southeast, south-east")],
    [("至少, 不少于", "at least, no fewer than; minimum"), ("至多", "at most, no more than")],
    [
        ("工作日", "weekday, weekdays, working day, working days, business days"),
        ("周末", "weekend, weekends"),
    ],
    [("公办, 公立", "public, state-run; state"), ("民办, 私立", "private")],
    [
        (
            "扣除, 不含, 不包括, 剔除",
            "excluding, exclude, excludes, stripping out; strip out, deducting, net of, after, except, without, less",
        ),
        ("包括, 包含", "including, include, includes"),
    ],
    [
        ("已接种; 接种", "; inoculated, vaccinated, vaccination, shots, jabs"),
        (
            "未接种, 没有接种, 尚未接种; 没接种, 没打疫苗, 没有打疫苗, 未打疫苗, 未完成接种",
            "unvaccinated; not been vaccinated, not vaccinated, not been inoculated, not inoculated",
        ),
    ],
    [
        (
            "上周, 上星期; 本周, 前一周, 环比, 上周一, 上周二, 上周三, 上周四, 上周五, 上周六, 上周日, 上周末",
            "last week, previous week, week earlier, week before; week ago, past week, weekly, week on week",
        ),
        (
            "上月, 上个月; 本月, 当月, 前一月, 前一个月, 环比, 上月底, 上月末, 上月初, 上月中旬",
            "last month, previous month, month earlier, month before; month ago, past month, monthly, month on month",
        ),
    ],
    [
        (
            "区间低端, 区间的低端; 低端, 下限, 下沿",
            "lower end, low end, bottom end, bottom of the range; lower limit, floor",
        ),
        (
            "区间高端, 区间的高端; 高端, 上限, 上沿",
            "upper end, high end, higher end, top end, top of the range; upper limit, cap",
        ),
    ],
    [
        ("中期股息, 中期派息; 中期", "interim dividend; interim, half-year"),
        ("末期股息, 末期派息; 末期, 期末, 年终, 年末", "final dividend; final, year-end"),
    ],
    [
        (
            "常年同期, 历年同期; 常年, 多年平均, 历史平均, 正常年份",
            "; seasonal average, long-term average, normal, average, usual, norm, typical, multi-year, perennial",
        ),
        (
            "去年同期, 上年同期",
            "a year earlier, a year ago, same period last year; year on year, last year, previous year, year before, year earlier, prior year",
        ),
    ],
    [
        ("最强; 新高, 最高, 涨, 升值", "strongest, most powerful"),
        ("最弱; 新低, 最低, 跌, 贬值, 弱", "weakest"),
    ],
    [
        ("以来最快, 年来最快, 最快的, 为最快; 最快, 新高, 最高", "fastest, quickest; most rapid"),
        ("最慢; 新低, 最低", "slowest"),
    ],
    [("最长", "longest"), ("最短", "shortest")],
    [("最年轻", "youngest"), ("最年长", "oldest")],
    [
        ("上半场, 上半时; 上半年, 半场", "first half, first-half; break, half-time, halftime"),
        ("下半场, 下半时; 下半年, 半场", "second half, second-half; break, half-time, halftime"),
    ],
    [
        (
            "半决赛, 准决赛, 準決賽; 四强, 争冠",
            "semi-final, semi-finals, semifinal, semifinals; semi, semis, last four",
        ),
        ("决赛; 总决赛, 冠军战, 金牌战, 争冠", "; the final, finals, final, for gold, title match"),
    ],
    [
        ("首次, 首度; 首个", "first time; first, never before, unprecedented"),
        ("第二次; 再度, 再次", "second time; again, second"),
    ],
    [
        ("年内; 今年, 本年", "; this year, year"),
        ("; 月内, 本月, 当月, 同月, 最快, 有望, 预计", "this month; month"),
    ],
    [
        (
            "前移; 上升, 提升",
            "up one place, up a place, one place higher; up, rise, rose, climbed, higher",
        ),
        (
            "后移; 下降, 下滑",
            "down one place, down a place, one place lower; down, fell, dropped, lower",
        ),
    ],
    [
        ("净买入", "net buyers, net buyer, net bought; net purchases, bought"),
        ("净卖出", "net sellers, net seller, net sold; net sales, sold"),
    ],
    [
        ("税收; 税", "; tax, taxes, taxation"),
        ("非税, 非税收入; 税收以外, 税收外, 除税收, 税外", "non-tax; nontax"),
    ],
    [
        (
            "开幕式; 开幕, 启幕",
            "opening ceremony; open, opened, opens, opening, start, begin, kick off",
        ),
        (
            "闭幕式; 闭幕, 结束, 闭会",
            "closing ceremony; close, closed, closes, closing, end, ends, ended",
        ),
    ],
    [
        (
            "推迟, 延后",
            "postponed; delayed, put off, put back, pushed back, late, later, extended, after, deferred, behind, rescheduled",
        ),
        (
            "提前, 提早",
            "ahead of schedule; early, earlier, advance, ahead, beforehand, brought forward, before, prior, pre, prepayment, moved forward, moved up, snap, cut short, called off",
        ),
    ],
];

/// Each pair has a bit.
const _: () = assert!(PAIRS.len() <= 64);

/// Which sides of which pairs a word stands on, and where it can mean nothing else: a bit for each pair.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sides {
    sides: [u64; 2],
    certain: [u64; 2],
}

impl Sides {
    /// What the word is in the pairs that are `wanted`, a bit for each, and whether it can mean nothing
    /// else there.
    pub(super) fn within(self, wanted: u64) -> impl Iterator<Item = (Opposite, bool)> {
        let pairs = (0..PAIRS.len()).filter(move |pair| wanted >> pair & 1 == 1);
        let pairs = pairs.filter_map(|pair| u8::try_from(pair).ok());
        [false, true].into_iter().flat_map(move |is_second| {
            let side = usize::from(is_second);
            let (sides, certain) = (self.sides[side], self.certain[side]);
            let pairs = pairs.clone().filter(move |pair| sides >> pair & 1 == 1);
            pairs.map(move |pair| (Opposite { pair, is_second }, certain >> pair & 1 == 1))
        })
    }
}

/// The words of a language that have an opposite.
pub(super) fn listed_in(lang: Lang) -> BTreeMap<&'static str, Sides> {
    let mut all: BTreeMap<&str, Sides> = BTreeMap::new();
    for (pair, sides) in PAIRS.iter().enumerate() {
        for (side, (chinese, english)) in sides.iter().enumerate() {
            let words = if lang == Lang::Zh { chinese } else { english };
            let (certain, doubtful) = words.split_once(';').unwrap_or((words, ""));
            for word in listed(certain) {
                all.entry(word).or_default().certain[side] |= 1 << pair;
            }
            for word in listed(certain).chain(listed(doubtful)) {
                all.entry(word).or_default().sides[side] |= 1 << pair;
            }
        }
    }
    all
}
