//! Number words, both languages side by side.

/// What a Chinese numeral character stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Han {
    /// 零 to 九.
    Digit(u8),
    /// 十 百 千, as a power of ten.
    Small(u8),
    /// 万 亿 兆, as a power of ten.
    Big(u8),
    /// 廿 卅: tens in one character.
    Tens(u8),
}

/// The meaning of a Chinese numeral character, simplified, traditional or for cheques.
pub(crate) fn han(character: char) -> Option<Han> {
    Some(match character {
        '零' | '〇' | '○' => Han::Digit(0),
        '一' | '壹' | '幺' => Han::Digit(1),
        '二' | '贰' | '貳' | '两' | '兩' => Han::Digit(2),
        '三' | '叁' | '參' | '叄' => Han::Digit(3),
        '四' | '肆' => Han::Digit(4),
        '五' | '伍' => Han::Digit(5),
        '六' | '陆' | '陸' => Han::Digit(6),
        '七' | '柒' => Han::Digit(7),
        '八' | '捌' => Han::Digit(8),
        '九' | '玖' => Han::Digit(9),
        '十' | '拾' => Han::Small(1),
        '百' | '佰' => Han::Small(2),
        '千' | '仟' => Han::Small(3),
        '万' | '萬' => Han::Big(4),
        '亿' | '億' => Han::Big(8),
        '兆' => Han::Big(12),
        '廿' => Han::Tens(20),
        '卅' => Han::Tens(30),
        _ => return None,
    })
}

/// Whether a numeral as cheques have it belongs to a word between two other characters: 着陆, 队伍, 拾起,
/// 肆虐; but 应收拾万元.
pub(crate) fn is_in_word(before: Option<char>, character: char, behind: Option<char>) -> bool {
    const MONEY: &str = "元圆圓角分";
    let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
    if han(behind).is_some() || MONEY.contains(behind) {
        return false;
    }
    match character {
        '陆' | '陸' => {
            "着著登大离内水上".contains(before) || "地续军海空路上战家克羽步".contains(behind)
        }
        '伍' => "队隊入退行落".contains(before),
        '肆' => "放大".contains(before) || "虐意无".contains(behind),
        '拾' => "收捡重".contains(before) || "起取遗金掇".contains(behind),
        _ => false,
    }
}

/// Whether two Chinese digits side by side leave a number open between them: 七八, 三五.
pub(crate) fn leaves_open(low: u8, high: u8) -> bool {
    low > 0 && (high == low + 1 || (low, high) == (3, 5))
}

/// The character for a digit, as in running text.
pub(crate) const HAN_DIGITS: [char; 10] =
    ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// What an English number word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// one to nineteen, and zero.
    Ones(u8),
    /// twenty to ninety.
    Tens(u8),
    /// hundred.
    Hundred,
    /// thousand, million …, as a power of ten.
    Scale(u8),
    /// dozen.
    Dozen,
    /// first, third …: a rank or a part, with its denominator.
    Rank(u8),
    /// thirds, quarters …: parts, with their denominator.
    Part(u8),
    /// half.
    Half,
    /// a or an, before hundred, million, third.
    Article,
    /// double, threefold …, with how many times.
    Fold(u8),
}

/// English number words.
pub(crate) static WORDS: &[(&str, Word)] = &[
    ("zero", Word::Ones(0)),
    ("one", Word::Ones(1)),
    ("two", Word::Ones(2)),
    ("three", Word::Ones(3)),
    ("four", Word::Ones(4)),
    ("five", Word::Ones(5)),
    ("six", Word::Ones(6)),
    ("seven", Word::Ones(7)),
    ("eight", Word::Ones(8)),
    ("nine", Word::Ones(9)),
    ("ten", Word::Ones(10)),
    ("eleven", Word::Ones(11)),
    ("twelve", Word::Ones(12)),
    ("thirteen", Word::Ones(13)),
    ("fourteen", Word::Ones(14)),
    ("fifteen", Word::Ones(15)),
    ("sixteen", Word::Ones(16)),
    ("seventeen", Word::Ones(17)),
    ("eighteen", Word::Ones(18)),
    ("nineteen", Word::Ones(19)),
    ("twenty", Word::Tens(20)),
    ("thirty", Word::Tens(30)),
    ("forty", Word::Tens(40)),
    ("fifty", Word::Tens(50)),
    ("sixty", Word::Tens(60)),
    ("seventy", Word::Tens(70)),
    ("eighty", Word::Tens(80)),
    ("ninety", Word::Tens(90)),
    ("hundred", Word::Hundred),
    ("thousand", Word::Scale(3)),
    ("million", Word::Scale(6)),
    ("billion", Word::Scale(9)),
    ("trillion", Word::Scale(12)),
    ("dozen", Word::Dozen),
    ("half", Word::Half),
    ("halves", Word::Half),
    ("a", Word::Article),
    ("an", Word::Article),
    ("first", Word::Rank(1)),
    ("second", Word::Rank(2)),
    ("third", Word::Rank(3)),
    ("fourth", Word::Rank(4)),
    ("quarter", Word::Rank(4)),
    ("fifth", Word::Rank(5)),
    ("sixth", Word::Rank(6)),
    ("seventh", Word::Rank(7)),
    ("eighth", Word::Rank(8)),
    ("ninth", Word::Rank(9)),
    ("tenth", Word::Rank(10)),
    ("eleventh", Word::Rank(11)),
    ("twelfth", Word::Rank(12)),
    ("thirteenth", Word::Rank(13)),
    ("fourteenth", Word::Rank(14)),
    ("fifteenth", Word::Rank(15)),
    ("sixteenth", Word::Rank(16)),
    ("seventeenth", Word::Rank(17)),
    ("eighteenth", Word::Rank(18)),
    ("nineteenth", Word::Rank(19)),
    ("twentieth", Word::Rank(20)),
    ("thirtieth", Word::Rank(30)),
    ("fortieth", Word::Rank(40)),
    ("fiftieth", Word::Rank(50)),
    ("sixtieth", Word::Rank(60)),
    ("seventieth", Word::Rank(70)),
    ("thirds", Word::Part(3)),
    ("quarters", Word::Part(4)),
    ("fourths", Word::Part(4)),
    ("fifths", Word::Part(5)),
    ("sixths", Word::Part(6)),
    ("sevenths", Word::Part(7)),
    ("eighths", Word::Part(8)),
    ("ninths", Word::Part(9)),
    ("tenths", Word::Part(10)),
    ("hundredths", Word::Part(100)),
    ("double", Word::Fold(2)),
    ("doubled", Word::Fold(2)),
    ("doubling", Word::Fold(2)),
    ("doubles", Word::Fold(2)),
    ("twice", Word::Fold(2)),
    ("triple", Word::Fold(3)),
    ("tripled", Word::Fold(3)),
    ("tripling", Word::Fold(3)),
    ("thrice", Word::Fold(3)),
    ("quadruple", Word::Fold(4)),
    ("quadrupled", Word::Fold(4)),
    ("quadrupling", Word::Fold(4)),
    ("quintupled", Word::Fold(5)),
    ("twofold", Word::Fold(2)),
    ("threefold", Word::Fold(3)),
    ("fourfold", Word::Fold(4)),
    ("fivefold", Word::Fold(5)),
    ("sixfold", Word::Fold(6)),
    ("sevenfold", Word::Fold(7)),
    ("eightfold", Word::Fold(8)),
    ("ninefold", Word::Fold(9)),
    ("tenfold", Word::Fold(10)),
    ("elevenfold", Word::Fold(11)),
    ("twelvefold", Word::Fold(12)),
    ("fifteenfold", Word::Fold(15)),
    ("twentyfold", Word::Fold(20)),
    ("thirtyfold", Word::Fold(30)),
    ("fiftyfold", Word::Fold(50)),
];

/// Scale words after digits, as powers of ten. One letter or two stand next to the digits.
pub(crate) static SCALES: &[(&str, u8)] = &[
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("millions", 6),
    ("billions", 9),
    ("trillions", 12),
    ("mln", 6),
    ("mn", 6),
    ("bn", 9),
    ("bln", 9),
    ("tn", 12),
    ("trn", 12),
    ("k", 3),
];

/// Letters that scale money: US$5m, £3b.
pub(crate) static MONEY_SCALES: &[(&str, u8)] = &[("m", 6), ("b", 9), ("t", 12)];
