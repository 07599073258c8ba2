//! Words of reports that have an opposite, both languages side by side: 顺差 is no deficit.
//!
//! A translation may say either in other words. Only where the original has one alone and the
//! translation the other alone are they taken for each other.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::Lang;
use crate::quantity::lexicon::words::{Fold, WordMap, listed};

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
const PAIRS: [[Words; 2]; 26] = [
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
        ("出口", "export, exports, exported, exporting"),
        ("进口", "import, imports, imported, importing"),
    ],
    [
        ("城镇, 城市, 城区, 全市, 我市, 本市", "urban; city, cities"),
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
    [("东部, 以东", "east, eastern"), ("西部, 以西", "west, western")],
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
];

/// Which sides of which pairs a word stands on, and where it can mean nothing else: a bit for each pair.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    sides: [u32; 2],
    certain: [u32; 2],
}

/// The words of a language.
struct Lexicon {
    words: WordMap<Sides>,
    /// A bit for each beginning of a word: most places of a text need no more.
    beginnings: Vec<u64>,
}

/// The words of a language.
fn lexicon(lang: Lang) -> &'static Lexicon {
    static ZH: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::Zh));
    static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(Lang::En));
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

impl Lexicon {
    fn new(lang: Lang) -> Self {
        let (fold, is_chinese) = match lang {
            Lang::Zh => (Fold::BreaksVanish, true),
            Lang::En => (Fold::BreaksAreSpaces, false),
        };
        let mut all: BTreeMap<&str, Sides> = BTreeMap::new();
        for (pair, sides) in PAIRS.iter().enumerate() {
            for (side, (chinese, english)) in sides.iter().enumerate() {
                let words = if is_chinese { chinese } else { english };
                let (certain, doubtful) = words.split_once(';').unwrap_or((words, ""));
                for word in listed(certain) {
                    all.entry(word).or_default().certain[side] |= 1 << pair;
                }
                for word in listed(certain).chain(listed(doubtful)) {
                    all.entry(word).or_default().sides[side] |= 1 << pair;
                }
            }
        }
        let mut beginnings = vec![0; 1024];
        for word in all.keys() {
            let beginning = beginning(word.as_bytes());
            beginnings[beginning / 64] |= 1 << (beginning % 64);
        }
        Lexicon { words: WordMap::forward(fold, all), beginnings }
    }

    fn may_begin(&self, bytes: &[u8]) -> bool {
        let beginning = beginning(bytes);
        self.beginnings[beginning / 64] >> (beginning % 64) & 1 == 1
    }
}

/// The first three bytes of a word, folded into 16 bits: a Chinese character, or three letters.
fn beginning(bytes: &[u8]) -> usize {
    let first = bytes.iter().take(3);
    first.fold(0, |hash, byte| (hash * 64 + usize::from(byte.to_ascii_lowercase() & 0x3F)) & 0xFFFF)
}

/// The words of a text that have an opposite in one of the pairs that are `wanted`, a bit for each, and
/// whether each can mean nothing else.
pub(super) fn opposites(
    text: &str,
    lang: Lang,
    wanted: u32,
) -> Vec<(Range<usize>, Opposite, bool)> {
    let (lexicon, bytes) = (lexicon(lang), text.as_bytes());
    let is_inside =
        |at: usize| lang == Lang::En && bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut found = Vec::new();
    let (mut after, mut last) = (0, ' ');
    for (at, letter) in text.char_indices() {
        let begins = match lang {
            Lang::Zh => letter >= '\u{4e00}',
            Lang::En => letter.is_ascii_alphabetic() && !last.is_ascii_alphanumeric(),
        };
        last = letter;
        if at < after || !begins || !lexicon.may_begin(&bytes[at..]) {
            continue;
        }
        let Some((end, sides)) = lexicon.words.longest(text, at, |end| !is_inside(end)) else {
            continue;
        };
        let certain = sides.certain;
        for (is_second, (pairs, certain)) in
            [false, true].into_iter().zip(sides.sides.into_iter().zip(certain))
        {
            let pairs = (0..PAIRS.len()).filter(|pair| (pairs & wanted) >> pair & 1 == 1);
            let pairs = pairs.filter_map(|pair| u8::try_from(pair).ok());
            found.extend(
                pairs.map(|pair| (at..end, Opposite { pair, is_second }, certain >> pair & 1 == 1)),
            );
        }
        after = end;
    }
    found
}
