//! Words that excuse a difference, the Chinese and the English ones side by side. They are only
//! used to stay silent, never to complain.

use crate::lang::Lang;
use crate::quantity::Hedge;

/// Words that say a number without a numeral: 双方, both, a decade.
pub(super) struct Implied {
    /// The value that the words say.
    pub(super) value: &'static str,
    /// The Chinese words.
    pub(super) zh: &'static [&'static str],
    /// The English words, in lower case; they begin where a word begins.
    pub(super) en: &'static [&'static str],
}

/// Words that say a number without a numeral.
pub(super) const IMPLIED: [Implied; 14] = [
    Implied {
        value: "0",
        zh: &["无", "没有", "零", "未"],
        en: &["no ", "zero", "none", "nil", "without", "free of", "nobody", "not a single"],
    },
    Implied { value: "0.5", zh: &["半"], en: &["half", "halv", "mid", "semi"] },
    Implied {
        value: "0.25",
        zh: &["一刻"],
        en: &["further quarter", "another quarter", "remaining quarter"],
    },
    Implied { value: "1.5", zh: &["半"], en: &["half"] },
    Implied {
        value: "2",
        zh: &["双", "俩", "翻", "对"],
        en: &[
            "both",
            "doubl",
            "twice",
            "twin",
            "dual",
            "pair",
            "couple",
            "bilateral",
            "either",
            "neither",
            "halv",
            "fortnight",
        ],
    },
    Implied {
        value: "3", zh: &["三方"], en: &["triple", "trio", "tripl", "thrice", "trilateral"]
    },
    Implied { value: "4", zh: &["四方"], en: &["quadrupl"] },
    Implied { value: "6", zh: &["半年"], en: &["half a year", "half-year"] },
    Implied { value: "7", zh: &["一周"], en: &["week"] },
    Implied { value: "10", zh: &["十年"], en: &["decade", "dozen"] },
    Implied {
        value: "12",
        zh: &["一打", "一年", "全年", "十几", "十多", "十余", "十来"],
        en: &["dozen"],
    },
    Implied {
        value: "30",
        zh: &["半小时", "半个小时", "半个多小时", "半个钟头"],
        en: &["half an hour", "half-hour", "half hour"],
    },
    Implied {
        value: "100",
        zh: &["世纪", "百年", "全部", "所有", "全覆盖"],
        en: &["centur", "centen", "all ", "every", "full", "entire", "complete", "each"],
    },
    Implied {
        value: "24",
        zh: &["全天", "昼夜"],
        en: &["round-the-clock", "around the clock", "round the clock"],
    },
];

/// Words beside a number that can stand for a hedge, also where the scanner sees none. The first
/// list holds those before the number, the second those after it.
pub(super) struct Beside {
    pub(super) hedge: Hedge,
    pub(super) zh: (&'static [&'static str], &'static [&'static str]),
    pub(super) en: (&'static [&'static str], &'static [&'static str]),
}

/// Words that can stand for a hedge.
pub(super) const BESIDE: [Beside; 4] = [
    Beside {
        hedge: Hedge::About,
        zh: (
            &["约", "大概", "大致", "估", "近", "大体", "基本"],
            &["左右", "上下", "前后", "来", "许"],
        ),
        en: (
            &["about", "around", "roughly", "approximat", "estimate", "nearly", "almost", "some"],
            &["or so", "thereabouts", "approximat", "-odd", "-plus", "mark"],
        ),
    },
    Beside {
        hedge: Hedge::Nearly,
        zh: (
            &["近", "接近", "几乎", "约", "不足", "不到", "差不多", "逼近", "趋近"],
            &["左右", "不到", "弱"],
        ),
        en: (
            &[
                "near",
                "almost",
                "close to",
                "approach",
                "just under",
                "about",
                "around",
                "virtually",
                "practically",
                "short of",
                "roughly",
            ],
            &["or so", "mark"],
        ),
    },
    Beside {
        hedge: Hedge::Over,
        zh: (
            &[
                "超",
                "过",
                "逾",
                "破",
                "高于",
                "大于",
                "至少",
                "不少于",
                "不低于",
                "不下",
                "跨越",
                "越过",
                "高达",
                "多达",
                "长达",
                "优于",
                "不小于",
                "不止",
                "几",
                "上",
                "数以",
                "迈上",
                "站上",
                "满",
            ],
            &[
                "多",
                "强",
                "上方",
                "点上方",
                "之上",
                "点之上",
                "余",
                "餘",
                "以上",
                "之多",
                "开外",
                "出头",
                "大关",
                "及以上",
                "几",
                "关口",
                "台阶",
            ],
        ),
        en: (
            &[
                "over",
                "more than",
                "above",
                "exceed",
                "excess",
                "upward",
                "surpass",
                "top",
                "past",
                "at least",
                "beyond",
                "greater than",
                "higher than",
                "passed",
                "passing",
                "crossed",
                "crossing",
                "to cross",
                "broke",
                "no fewer",
                "no less",
                "not less",
                "older than",
                "outnumber",
                "some",
                "as many as",
                "as much as",
                "as high as",
            ],
            &[
                "or more",
                "and above",
                "or above",
                "and over",
                "or over",
                "plus",
                "+",
                "and more",
                "or older",
                "and older",
                "or higher",
                "and higher",
                "or greater",
                "mark",
                "at least",
                "threshold",
                "odd",
                "or longer",
                "upward",
            ],
        ),
    },
    Beside {
        hedge: Hedge::Under,
        zh: (
            &[
                "不足",
                "不到",
                "低于",
                "少于",
                "小于",
                "不超",
                "不高于",
                "未满",
                "至多",
                "最多",
                "最高",
                "达",
                "不大于",
                "控制在",
                "不满",
                "限",
                "不多于",
                "近",
                "最长",
                "失守",
            ],
            &["弱", "以内", "以下", "之内", "内", "不到", "为限", "封顶"],
        ),
        en: (
            &[
                "less than",
                "fewer than",
                "under",
                "below",
                "within",
                "no more",
                "not more",
                "at most",
                "up to",
                "not exceed",
                "lower than",
                "short of",
                "maximum",
                "shy of",
                "capped",
                "limit",
                "nearly",
                "almost",
                "no higher",
                "not higher",
                "not to exceed",
                "younger than",
                "as much as",
                "as many as",
            ],
            &[
                "or less",
                "or fewer",
                "and below",
                "or below",
                "or lower",
                "or under",
                "and under",
                "at most",
                "at the most",
                "or younger",
                "limit",
                "cap",
            ],
        ),
    },
];

impl Beside {
    /// The words before and after a number in a language.
    pub(super) fn words(&self, lang: Lang) -> (&'static [&'static str], &'static [&'static str]) {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl Implied {
    /// The words in a language.
    pub(super) fn words(&self, lang: Lang) -> &'static [&'static str] {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}
