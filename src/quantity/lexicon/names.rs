//! Words that hold a numeral and say nothing about quantity, and words that make a date or a rank.

/// What stands after a number, other than a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// 年: a calendar year or a length of time.
    Year,
    /// 月: a month's name.
    Month,
    /// 日: a day of a month, or days.
    Day,
    /// 时 点: an hour of the day.
    Clock,
    /// 季度 世纪 年代: always a date.
    Era,
    /// 届 期 级 号: a rank.
    Rank,
    /// 中全会 后: part of a name.
    Name,
    /// 期: a rank after Chinese numerals, a count after digits.
    Term,
    /// 大: a counter after digits, a name after Chinese numerals.
    Grand,
    /// 成: tenths.
    Tenth,
    /// 分之: the number is a denominator.
    Over,
    /// A word that only looks like a unit.
    Nothing,
}

/// Chinese marks after a number.
pub(crate) static MARKS: &[(Mark, &str)] = &[
    (Mark::Year, "年, 年度, 学年"),
    (Mark::Month, "月, 月份"),
    (Mark::Day, "日"),
    (Mark::Clock, "时, 點, 点, 時, 点钟, 时许"),
    (Mark::Era, "季度, 世纪, 世紀, 年代, 年代初, 月底, 年初, 年末, 年底"),
    (
        Mark::Rank,
        "
        届, 屆, 期工程, 级, 級, 号, 號, 线, 環, 环, 流, 年级, 周年, 週年, 号线, 楼, 樓, 等奖,
        等功, 次产业, 期项目, 号文, 号文件
    ",
    ),
    (
        Mark::Name,
        "
        中全会, 后, 小时新闻, 角形, 边形, 轮车, 维码, 孩, 胎, 孩政策, 字头, 面体, 线城市, 进制,
        人组, 连冠, 等学校, 等, 热线, 政务服务热线, 政务服务便民热线, 便民热线, 市民热线, 报警,
        晚会, 急救, 星级, 黑名单
    ",
    ),
    (
        Mark::Term,
        "
        期, 次会议, 次全会, 次全体, 次代表大会, 次常委会, 次集体学习, 次党代会, 次常务会议,
        次人口普查, 次全国
    ",
    ),
    (Mark::Grand, "大"),
    (Mark::Tenth, "成, 成员工"),
    (Mark::Over, "分之"),
    (
        Mark::Nothing,
        "
        成立, 成为, 成员, 成果, 成就, 成效, 成功, 成长, 成都, 成本, 成品, 成交, 点多, 点半, 等等,
        产业, 产品, 产值, 产量, 产能, 期间, 期末, 本报, 中国, 中央, 中心, 院士, 后期, 后续, 小学,
        中学, 小微, 小组, 小康, 后来, 大小, 时代, 时期, 时间, 日均, 月均, 年均, 流动, 流域, 线上,
        线下, 号召, 中部, 中小, 中药, 等级, 点击, 产粮, 等方面, 等国, 等地, 年级主任, 后备, 中高,
        中等, 中职, 小区, 小麦
    ",
    ),
];

/// English marks after a number.
pub(crate) static MARKS_EN: &[(Mark, &str)] =
    &[(Mark::Name, "hotline, hotlines, emergency, helpline")];

/// What makes a plan or a campaign out of a span of years: 三年行动.
pub(crate) static PLANS: &str = "
    行动, 行動, 计划, 計劃, 规划, 規劃, 方案, 攻坚, 攻堅, 工程, 目标, 任务, 倍增, 改革, 战略,
    提升, 期, 制, 禁渔, 过渡期, 周期, 大计, 专项, 义务教育, 一贯, 整治, 建设, 发展, 一遇, 级,
    如一日, 来, 前, 后, 蓝图, 远景, 禁捕, 树木, 磨一剑, 寒窗, 滚动
";

/// The same in English: a three-year action.
pub(crate) static PLANS_EN: &str = "
    action, actions, plan, plans, program, programs, programme, campaign, initiative, period,
    rule, cycle, term, project, old, strategy, drive, goal, goals, target, targets, transition,
    fishing ban, moratorium, high, low, reform, compulsory
";

/// Words before a span of time that make it a period: 过去五年.
pub(crate) static PERIODS_ZH: &str = "
        过去, 過去, 未来, 未來, 今后, 今後, 近, 最近, 前, 这, 這, 此后, 往后, 新时代, 此前, 每,
        近期, 每隔, 隔
    ";

/// Words before a count of years that make it a count: 连续四年.
pub(crate) static LASTING_ZH: &str = "
        连续, 連續, 历时, 歷時, 长达, 時隔, 时隔, 为期, 耗时, 用时, 任期, 期限, 有期徒刑, 仅用,
        已, 已有, 达, 持续, 共, 满, 连续实施, 连续开展, 延长, 缩短, 超过, 不到, 不足, 整整, 仅,
        历经, 提前, 推迟, 推迟了, 延误, 早了, 晚了, 工作, 服役, 执教, 从教, 从医, 坚守, 驻守, 工期, 连, 已经, 约, 近乎
    ";

/// The same in English, before number words: the past five years.
pub(crate) static PERIODS_EN: &str = "
    past, last, next, previous, coming, recent, first, these, those, following, preceding, final,
    the past, every, per, latter, second
";

/// Words before a number that make it a rank.
pub(crate) static RANKS_ZH: &str = "
        第, 表, 图, 圖, 附件, 专栏, 附表, 附图, 注, 编号, 农历, 农历八月, 初, 星期, 礼拜, 周, №,
        No., NO., no., 排名前, 前, 百强县, 公式, 条款, 长征, 神舟, 嫦娥, 天宫, 邮编, 电话, 热线,
        拨打, 双, 国道, 省道, 高速, 地铁, QQ, 微信号, GB, GB/T, /T, ISO, 标准号
    ";

/// The same in English. What they number is named, not counted.
pub(crate) static RANKS_EN: &str = "
        table, tables, figure, fig., fig, chapter, chapters, article, articles, section,
        sections, part, annex, appendix, box, note, notes, page, pages, pp., p., vol., volume,
        no., no, nos., number, phase, phases, stage, step, grade, grades, level, type, types,
        class, line, lines, route, highway, flight, boeing, airbus, room, version, item, items,
        column, row, act, lot, gate, zone, block, mark, formula, rule, clause, paragraph,
        question, goal, top, fortune, global, tier, category, shenzhou, chang'e, chang’e,
        tianwen, tiangong, long march, windows, world, scope, mate, channel, day, season,
        episode, tel, tel., tel:, postcode, iphone, unit, module, series, model, ward, bus,
        train, platform, apollo, covid, euro, csi, s&p, ftse, dow, nikkei, star, agenda, vision,
        file, iso, double, gb/t, hotline, force, resolution, paragraphs, clauses
    ";

/// Chinese words that begin with a numeral and are read whole: names and set phrases.
pub(crate) static NAMES_ZH: &str = include_str!("names.zh.txt");

/// Chinese words that begin like one of these and are numbers after all.
pub(crate) static NUMBERS_AFTER_ALL: &str =
    "十分之, 万分之, 百分之, 千分之, 四平方, 四季度, 一季度";

/// English phrases that begin with a number word and are read whole.
pub(crate) static NAMES_EN: &str = include_str!("names.en.txt");

/// English names of months.
pub(crate) static MONTHS_EN: &str = "
    january, february, march, april, may, june, july, august, september, october, november,
    december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, jan., feb., mar.,
    apr., aug., sept., oct., nov., dec.
";
