//! Words that say which way a number moves, both languages side by side. They only tell a reversed
//! translation: beside a level (降至0.98%) they say how it was reached, beside a difference
//! (0.9 points above) on which side it lies. The words of a change itself are in `context`.

use super::context::Pair;
use crate::quantity::Trend;

/// What a word beside a number says of its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Up or more, down or less.
    Goes(Trend),
    /// The same of percentage points only: three days faster are three days less.
    InPoints(Trend),
    /// A word that leaves it open: improved, narrowed, 最高.
    Open,
}

use Trend::{Fall, Rise};
use Way::{Goes, InPoints, Open};

/// Words before a number.
pub(crate) static WAYS_BEFORE: Pair<Way> = Pair {
    zh: &[
        (
            Goes(Rise),
            "
            高, 高出, 高了, 偏高, 升高, 走高, 多收, 多产, 调高, 推高, 多, 多出, 多了, 偏多, 增至, 增到, 净增,
            净增加, 净增长, 增添, 上调, 上浮, 上行, 抬升, 抬高, 延长, 长出, 加长, 扩增, 扩容,
            飙升, 激增, 猛增, 跃升, 直升, 剧增, 大增, 高于, 高开, 偏晚, 前进, 前移
        ",
        ),
        (
            Goes(Fall),
            "
            低, 低了, 偏低, 走低, 调低, 压低, 降低, 减低, 少, 少了, 少收, 少产, 偏少, 短少, 净减少, 净下降,
            下调, 下浮, 下行, 下探, 锐减, 骤减, 骤降, 暴跌, 大跌, 大降, 递减, 精简, 裁减, 缩水, 短, 低开, 偏早, 后退, 后移
        ",
        ),
        (InPoints(Rise), "快, 快了, 加快, 提速, 大, 强, 快于, 领先"),
        (InPoints(Fall), "慢, 慢了, 放缓, 减速, 落后, 慢于, 小, 弱, 放慢"),
        (
            Open,
            "
            最高, 最低, 最多, 最少, 最大, 最小, 最长, 最短, 最快, 最慢, 新高, 新低, 较高, 较低,
            身高, 楼高, 层高, 净高, 全长, 很多, 许多, 众多, 大多, 诸多, 不多, 多少, 不少, 很少,
            缺少, 至少, 更多, 更少, 少增, 少减, 少降, 多减, 多降, 少跌, 强大, 大小, 弱小, 老少,
            年少, 提前, 推迟, 改善, 好转, 恶化, 短缺, 增减, 高低, 多多少少, 身长
        ",
        ),
    ],
    en: &[
        (
            Goes(Rise),
            "
            rise, rises, risen, grows, grown, growth, increase, increases, climbs, climb, climbing,
            raised, raising, raises, lifted to, lifted by, edged up, inched up, ticked up,
            edged higher, moved up, pushed up, pushed up by, jumps, jumping, surges, surging,
            soars, soaring, swelled, swollen, swelling, lengthened, extended by, gains, gain,
            widened, widening, widens, gaining, rocketed, expanding, expands, a net increase, a net gain, leapt, leaped, rallied
        ",
        ),
        (
            Goes(Fall),
            "
            fall, falls, fallen, drop, drops, decline, declines, decrease, decreases, decreasing,
            reduce, reduces, reduced, reducing, reduction, lowered, lowering, lowers, cut, cutting,
            shrink, shrinks, shrunk, shrinking, shortened, shortening, edged down, inched down,
            ticked down, edged lower, moved down, brought down, pushed down, slipping, slide, slides,
            sliding, plunged, plunging, plummeted, plummeting, tumbled, sank, sunk, dipped, dipping,
            narrowed, narrowing, narrows, slashed, trimmed, a net decrease, a net loss of, dived, slumped, slumping
        ",
        ),
        (
            InPoints(Rise),
            "accelerated, accelerates, accelerating, quickened, picked up, sped up, speeded up",
        ),
        (InPoints(Fall), "decelerated, decelerating, slowed, slowing, slows, cooled, lagged"),
        (
            Open,
            "
            improved, improved by, improving, eased, easing, worsened, deteriorated, recovered,
            advanced, advanced by,
            set up, made up, take up, took up, takes up, taken up, built up, opened up, signed up,
            put up, broken down, closed down, set down, added, adding, lost, cut off, cut short,
            clear cut, shut down, touched down, added up, laid down, stepped up, lined up
        ",
        ),
    ],
};

/// Words after a number.
pub(crate) static WAYS_AFTER: Pair<Way> = Pair {
    zh: &[
        (Goes(Rise), "的升幅, 的增加, 的上升, 的上涨, 的提高"),
        (Goes(Fall), "的减少, 的降低, 的减幅, 的下跌, 的下滑"),
    ],
    en: &[
        (
            Goes(Rise),
            "
            more, higher, above, larger, bigger, greater, longer, up on, up from, up over, up, wider,
            later than, places higher, places up, surge, hike, expansion, increases, upturn, extra, warmer, hotter, over and above
        ",
        ),
        (
            Goes(Fall),
            "
            less, fewer, lower, below, short of, smaller, shorter, down on, down from, down, places lower, places down, shortfall, slump, earlier than,
            contraction, decreases, plunge, downturn, colder, cooler, slide, dip, narrower
        ",
        ),
        (InPoints(Rise), "faster, more quickly than, quicker, stronger, ahead of, acceleration"),
        (InPoints(Fall), "slower, more slowly than, weaker, behind, slowdown, deceleration"),
        (
            Open,
            "
            more or less, more slowly, more gently, more moderately, more gradually, less sharply,
            less quickly, less rapidly, less steeply, less fast, up to, above all, more in, more of the, down to, better,
            worse, improvement, deterioration, above ground, below ground, below zero,
            below freezing, above sea level, below sea level, above zero
        ",
        ),
    ],
};

/// Words that may stand between such a word and the number.
pub(crate) static WAY_LINKS: Pair<()> = Pair {
    zh: &[((), "至, 到, 为, 了, 已, 达, 约为, 至约")],
    en: &[(
        (),
        "
        to, by, of, a further, further, another, an additional, additional, an extra, a total of,
        an average of, only, just, a mere, sharply, slightly, steadily, rapidly, significantly,
        markedly, again, year on year, annually, overall, as much as, its, merely, substantially
    ",
    )],
};

/// Words that stand apart from the points they speak of: 高于全国平均水平2.3个百分点.
pub(crate) static FAR_WAYS: Pair<Trend> = Pair {
    zh: &[(Rise, "高于, 快于, 高出, 好于, 领先"), (Fall, "低于, 慢于, 落后于")],
    en: &[],
};

/// English verbs with an object between them and their number: “cut its benchmark rate by 25 basis
/// points”.
pub(crate) const VERBS: [(&str, Trend); 16] = [
    ("raised", Rise),
    ("raises", Rise),
    ("raise", Rise),
    ("lifted", Rise),
    ("lifts", Rise),
    ("hiked", Rise),
    ("increased", Rise),
    ("increases", Rise),
    ("cut", Fall),
    ("cuts", Fall),
    ("lowered", Fall),
    ("lowers", Fall),
    ("reduced", Fall),
    ("reduces", Fall),
    ("slashed", Fall),
    ("trimmed", Fall),
];

/// What stands behind such a verb.
pub(crate) const OBJECTS: [&str; 6] = ["its", "the", "their", "his", "her", "our"];

/// What such an object ends in: things that have a number of their own.
pub(crate) const HEADS: [&str; 12] = [
    "rate", "rates", "stake", "price", "prices", "tariff", "tariffs", "ratio", "dividend",
    "output", "quota", "capacity",
];

/// The same of things that have the number of something else, which may fall while they rise: they are
/// changed “by” as much, but not “to”.
pub(crate) const EXPECTATIONS: [&str; 5] =
    ["forecast", "target", "outlook", "estimate", "projection"];

/// What makes less of it a gain: where one of these stands before, a direction is left open. With
/// `true` of percentage points alone that are compared: a fall of 3% may be smaller by 0.4 points.
pub(crate) static TURNING: Pair<bool> = Pair {
    zh: &[
        (false, "降幅, 跌幅, 减幅, 降速, 降势, 跌势, 亏损, 亏, 逆差, 负增长, 负值"),
        (true, "下降, 下跌, 减少, 下滑, 负"),
    ],
    en: &[
        (false, "loss, negative, smaller, slower"),
        (true, "fell, fall, drop, declin, decreas, down, contract, shrank, shrink, minus"),
    ],
};
