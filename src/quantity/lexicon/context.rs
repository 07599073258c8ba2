//! Words around numbers, both languages side by side: hedges, trends, currencies, labels.

use crate::quantity::Hedge::{self, About, Nearly, Over, Under};
use crate::quantity::Trend::{self, Fall, Rise};

/// The Chinese and the English table of one topic.
pub(crate) struct Pair<T: 'static> {
    pub(crate) zh: &'static [(T, &'static str)],
    pub(crate) en: &'static [(T, &'static str)],
}

/// Hedges that stand before a number.
pub(crate) static HEDGES_BEFORE: Pair<Hedge> = Pair {
    zh: &[
        (
            About,
            "
            约, 大约, 约为, 大概, 约合, 大致, 約, 大約, 约有, 约占, 约达, 差不多
        ",
        ),
        (Nearly, "近, 将近, 接近, 将近有, 近乎, 將近, 逼近, 几近, 几乎, 临近, 直逼"),
        (
            Over,
            "
            超, 超过, 超過, 超出, 逾, 高于, 高於, 多于, 多於, 大于, 大於, 至少, 不少于, 不少於,
            不低于, 不低於, 不小于, 已超, 起码, 达到或超过, 超逾
        ",
        ),
        (
            Under,
            "
            不足, 不到, 不满, 不滿, 少于, 少於, 低于, 低於, 小于, 小於, 未满, 未滿, 未达, 未到,
            不超过, 不超過, 不宜超过, 不得超过, 不应超过, 不能超过, 不高于, 不高於, 不大于, 不多于, 最多, 至多, 最高不超过, 跌破, 跌至不足
        ",
        ),
    ],
    en: &[
        (
            About,
            "
            about, around, approximately, some, roughly, approx, approx., circa, c., ~, an estimated,
            estimated at, in the region of, or so, in the order of, on the order of,
            somewhere around, approximately some
        ",
        ),
        (
            Nearly,
            "
            nearly, almost, not quite, close to, approaching, just under, nearing, just short of, near,
            not far short of, just below, slightly less than, slightly under
        ",
        ),
        (
            Over,
            "
            over, more than, at least, above, exceeding, in excess of, upwards of, exceeded, exceeds,
            exceed, greater than, surpassing, surpassed, surpass, topped, topping, well over,
            higher than, no less than, not less than, no fewer than, not fewer than, just over,
            slightly more than, upward of, a minimum of, larger than, older than, longer than
        ",
        ),
        (
            Under,
            "
            less than, fewer than, under, below, no more than, not more than, no longer than, no older than, no larger than, up to, at most,
            within, not exceeding, lower than, a maximum of, smaller than, not exceed, short of,
            shy of
        ",
        ),
    ],
};

/// Words that say that a level was passed: hedges of a size, but 突破3项技术 is a breakthrough.
pub(crate) static PASSED: &str = "
        突破, 突破了, 首次突破, 破, 首破, 再破, 跨越, 迈过, 跨过, 越过, 站上, 迈上, 过, 過
    ";

/// The same in English: passed 500,000.
pub(crate) static PASSED_EN: &str = "passed, passing, crossed, crossing, broke, broke through";

/// Words that end like a hedge or trend word and are none: 签约, 最近, 新增.
pub(crate) static NOT_HEDGES: &str = "
        最近, 附近, 靠近, 邻近, 亲近, 远近, 就近, 节约, 節約, 签约, 簽約, 合约, 契约, 公约, 预约,
        制约, 违约, 条约, 简约, 集约, 纽约, 履约, 解约, 续约, 相约, 特约, 大公约, 赶超, 反超,
        高超, 英超, 中超, 出超, 入超, 新增, 净增, 晋升, 空降, 霜降, 投降, 公升, 倍增, 有约, 如约,
        践约, 爽约, 毁约, 邀约, 续签约, 新签约, 已签约, 远超预期, 直升, 飙升至, 起降, 跃升, 新升,
        年均增速, 侦破, 打破, 攻破, 告破, 残破, 突破口, picked up to, picks up to, picking up to,
        went up to, gone up to, going up to, goes up to, moved up to, stepped up to, sped up to,
        edging up to, edged up to, inching up to, inched up to, ticking up to, ticked up to,
        creeping up to, crept up to, pushed up to, brought up to, bringing up to, took up to
    ";

/// Hedges that stand after a number and its unit.
pub(crate) static HEDGES_AFTER: Pair<Hedge> = Pair {
    zh: &[
        (About, "左右, 上下, 前后, 前後"),
        (
            Over,
            "
            多, 余, 餘, 有余, 有餘, 以上, 及以上, 或以上, (含)以上, （含）以上, 开外, 之上,
            出头, 含以上, +
        ",
        ),
        (
            Under,
            "
            以下, 以内, 以內, 之内, 之內, 内, 內, 及以下, 或以下, （含）以下, 之下, 不到,
            (含)以下
        ",
        ),
    ],
    en: &[
        (About, "or so, or thereabouts, approximately, more or less"),
        (
            Over,
            "
            or more, and more, or above, and above, or over, and over, or higher, +, or older,
            and older, or greater, and higher, at least
        ",
        ),
        (
            Under,
            "
            or less, or fewer, or below, and below, or lower, at most, at the most, or under,
            and under
        ",
        ),
    ],
};

/// Words before a number that say which way a change goes.
pub(crate) static TRENDS_BEFORE: Pair<Trend> = Pair {
    zh: &[
        (
            Rise,
            "
            增长, 增長, 增加, 上升, 提高, 提升, 上涨, 上漲, 增, 升, 涨, 扩大, 增幅, 增长率, 增速,
            增多, 增长速度, 攀升, 回升, 扩增, 增产, 增长达, 涨幅, 升幅, 加快, 同比增速
        ",
        ),
        (
            Fall,
            "
            下降, 减少, 減少, 下滑, 降低, 回落, 缩小, 縮小, 降, 减, 跌, 降幅, 减幅, 下跌, 跌幅,
            缩短, 压减, 削减, 压缩, 收窄, 负增长, 减产, 减轻, 净减, 衰退, 萎缩, 缩减, 放缓
        ",
        ),
    ],
    en: &[
        (
            Rise,
            "
            rose, rose by, grew, grew by, up, up by, increased, increased by, increase of,
            an increase of, growth of, growing by, growing, rising by, rising, rise of, gained,
            climbed, climbed by, expanded by, expanded, increase by, grow by, grow,
            increasing by, increasing, up from by, a rise of, a growth of, growth rate of,
            a growth rate of, has grown by, increased at, gain of, advanced, jumped, jumped by,
            soared by, soared, surged, surged by, raised by, improved by, went up by, went up,
            an annual growth of, year-on-year increase of, year-on-year growth of, upped,
            rise by, widened by, higher by, a gain of, added
        ",
        ),
        (
            Fall,
            "
            fell, fell by, down, down by, decreased, decreased by, decrease of, a decrease of,
            declined, declined by, decline of, a decline of, dropped, dropped by, drop of,
            a drop of, reduced by, cut by, shrank by, lowered by, falling by, falling,
            declining by, fall of, a fall of, reduction of, a reduction of, narrowed by, slipped,
            slipped by, slid by, contracted by, contracted, went down by, shortened by, shrank,
            dropping by, lower by, decrease by, decline by, drop by, fall by, reduce by
        ",
        ),
    ],
};

/// Words after a number that say which way a change goes.
pub(crate) static TRENDS_AFTER: Pair<Trend> = Pair {
    zh: &[(Rise, "的增长, 的增幅, 的增速, 的涨幅"), (Fall, "的降幅, 的跌幅, 的下降")],
    en: &[
        (
            Rise,
            "
            increase, growth, rise, higher, more than, gain, year-on-year growth,
            year-on-year increase, annual growth, jump
        ",
        ),
        (
            Fall,
            "
            decrease, decline, drop, fall, lower, less than, reduction, cut,
            year-on-year decrease, year-on-year decline, fewer
        ",
        ),
    ],
};

/// Words that may stand between a hedge or trend word and its number: `true` where only a noun
/// may stand before them, as in 涨幅为3%; but 增加为 is followed by the level that was reached.
pub(crate) static LINKS: Pair<bool> = Pair {
    zh: &[(false, "了, 了约, 已"), (true, "为, 為, 达, 達, 是, 有, 至少为, 仅")],
    en: &[(false, "by, of, to be")],
};

/// How Chinese nouns for a change end: 涨幅, 增长率, 增速.
pub(crate) static CHANGE_NOUNS: [char; 5] = ['幅', '率', '速', '度', '额'];

/// Marks before a number that make it money, by the unit's stable id.
pub(crate) static CURRENCIES: &[(&str, &str)] = &[
    ("yuan", "¥, ￥, RMB, CNY, RMB¥, 人民币, 人民幣, CN¥, Rmb"),
    ("us-dollar", "$, US$, USD, ＄, U.S.$, USD$, US dollars"),
    ("euro", "€, EUR"),
    ("pound-sterling", "£, GBP, ￡"),
    ("yen", "JP¥, JPY"),
    ("hong-kong-dollar", "HK$, HKD"),
    ("new-taiwan-dollar", "NT$, TWD"),
    ("macao-pataca", "MOP$, MOP"),
    ("australian-dollar", "A$, AUD, AU$"),
    ("canadian-dollar", "C$, CAD, CA$"),
    ("singapore-dollar", "S$, SGD"),
    ("won", "₩, KRW"),
    ("rouble", "₽, RUB"),
    ("indian-rupee", "₹, INR"),
    ("swiss-franc", "CHF"),
    ("baht", "฿, THB"),
];
