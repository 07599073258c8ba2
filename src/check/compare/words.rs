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
pub(super) const IMPLIED: [Implied; 10] = [
    Implied {
        value: "0",
        zh: &["无", "没有", "零", "未发生", "未"],
        en: &["no ", "zero", "none", "nil", "without", "free of", "not a single"],
    },
    Implied { value: "0.5", zh: &["半"], en: &["half", "halv", "mid", "semi"] },
    Implied {
        value: "2",
        zh: &["双", "两", "兩", "俩", "二", "翻", "对"],
        en: &[
            "both",
            "double",
            "doubling",
            "twice",
            "twin",
            "dual",
            "pair",
            "couple",
            "bilateral",
            "either",
            "two",
            "second",
            "neither",
            "half",
            "halv",
        ],
    },
    Implied {
        value: "3",
        zh: &["三"],
        en: &["triple", "trio", "tripling", "thrice", "trilateral", "three", "third"],
    },
    Implied {
        value: "4", zh: &["四", "季"], en: &["quadruple", "quadrupling", "four", "quarter"]
    },
    Implied { value: "6", zh: &["半年"], en: &["half"] },
    Implied { value: "10", zh: &["十年", "成"], en: &["decade", "tenth"] },
    Implied { value: "12", zh: &["打", "全年"], en: &["dozen", "year", "annual"] },
    Implied {
        value: "100",
        zh: &["世纪", "百年", "全部", "全"],
        en: &["century", "centennial", "all ", "every", "full", "entire"],
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
            &["约", "大概", "大致", "左右", "估", "近", "大体", "基本", "大约", "数"],
            &["左右", "上下", "前后", "来", "许", "余", "多", "几", "数", "上"],
        ),
        en: (
            &[
                "about",
                "around",
                "some",
                "roughly",
                "approximat",
                "estimated",
                "or so",
                "circa",
                "ca.",
                "near",
                "almost",
                "close",
                "region",
                "order of",
            ],
            &["or so", "thereabouts", "approximat", "-odd", "-plus", "plus", "or more", "mark"],
        ),
    },
    Beside {
        hedge: Hedge::Nearly,
        zh: (
            &[
                "近",
                "接近",
                "将近",
                "几乎",
                "约",
                "不足",
                "不到",
                "差不多",
                "逼近",
                "靠近",
                "邻近",
                "趋近",
                "临近",
            ],
            &["左右", "不到", "弱"],
        ),
        en: (
            &[
                "near",
                "almost",
                "close to",
                "approach",
                "just under",
                "less than",
                "about",
                "around",
                "virtually",
                "practically",
                "short of",
                "up to",
                "under",
                "below",
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
                "多",
                "高于",
                "大于",
                "至少",
                "以上",
                "不少于",
                "不低于",
                "上",
                "不下",
                "余",
                "起",
                "跨",
                "越",
                "达",
                "强",
                "高达",
                "优于",
                "不小于",
                "不止",
                "数",
                "几",
                "最低",
                "长达",
            ],
            &[
                "多", "余", "餘", "以上", "强", "之多", "开外", "出头", "有余", "大关", "上", "起",
                "及", "几", "+", "关口", "台阶", "来",
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
                "least",
                "beyond",
                "past",
                "greater",
                "higher",
                "passed",
                "pass",
                "cross",
                "break",
                "broke",
                "fewer than",
                "no less",
                "not less",
                "older",
                "larger",
                "plus",
                "well over",
                "better than",
                "minimum",
                "outnumber",
                "some",
                "to over",
                "hit",
                "outpac",
            ],
            &[
                "or more",
                "and above",
                "or above",
                "and over",
                "or over",
                "plus",
                "+",
                "-plus",
                "and more",
                "or older",
                "and older",
                "or higher",
                "and higher",
                "or greater",
                "mark",
                "at least",
                "threshold",
                "-odd",
                "odd",
                "upward",
                "or so",
                "or later",
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
                "以内",
                "以下",
                "不超过",
                "不高于",
                "未",
                "之内",
                "内",
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
                "可达",
                "高达",
                "多达",
                "最长",
                "上限",
                "优于",
            ],
            &["以内", "以下", "之内", "内", "不到", "弱", "为限", "中", "里", "以里", "封顶"],
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
                "lower",
                "short of",
                "maximum",
                "smaller",
                "shy of",
                "cap",
                "limit",
                "not over",
                "nearly",
                "almost",
                "no higher",
                "not higher",
                "not to exceed",
                "inside",
                "younger",
                "as much as",
                "as many as",
                "in ",
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
                "max",
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
