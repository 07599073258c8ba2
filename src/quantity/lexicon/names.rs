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
    (Mark::Tenth, "成"),
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
        rule, cycle, term, project, old, strategy, drive, goal, goals, target, targets,
        transition, fishing ban, moratorium, high, low, reform, compulsory
    ";

/// Words before a span of time that make it a period: 过去五年.
pub(crate) static PERIODS_ZH: &str = "
    过去, 過去, 未来, 未來, 今后, 今後, 近, 最近, 前, 这, 這, 此后, 往后, 头, 上, 后, 新时代,
    此前, 每, 近期, 每隔, 隔, 的, 非凡
";

/// Words before a count of years that make it a count: 连续四年.
pub(crate) static LASTING_ZH: &str = "
    连续, 連續, 历时, 歷時, 长达, 時隔, 时隔, 为期, 耗时, 用时, 任期, 期限, 有期徒刑, 仅用, 已,
    已有, 达, 持续, 共, 满, 连续实施, 连续开展, 延长, 缩短, 超过, 不到, 不足, 整整, 仅, 历经,
    历史, 提前, 工期, 连, 已经, 约, 近乎, 近百
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
        拨打, 国道, 省道, 高速, 地铁, QQ, 微信号, 约翰, GB, GB/T, /T, ISO, 标准号
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
        file, iso, gb/t, hotline, force, hotline:
    ";

/// Chinese words that begin with a numeral and are read whole: names and set phrases.
pub(crate) static NAMES_ZH: &str = "
        四川, 三亚, 五台山, 九江, 六安, 万州, 三峡, 三門峽, 三门峡, 二连浩特, 十堰, 七台河, 百色,
        千岛湖, 四平, 三明, 三沙, 九寨沟, 九华山, 六盘水, 五指山, 八达岭, 三星堆, 三江源,
        万里长城, 一汽, 二汽, 五粮液, 三星, 七星关, 双柏, 万宁, 万荣, 五常, 五河, 六合, 六枝,
        九龙, 八宿, 百度, 三里屯, 四会, 万达, 万科, 万华, 千阳, 十里, 两江新区, 两江, 两广, 两湖,
        两淮, 三北, 三水, 三河, 四子王旗, 五原, 五华, 五莲, 八步, 九三学社, 九三, 万盛, 万柏林,
        百里, 千山, 三原, 一江, 两当县, 三都, 三穗, 三元桥, 五家渠, 五大连池, 六里桥, 八里, 九原,
        万源, 万年县, 万安县, 万载, 一带一路, 一带一部, 一国两制, 一國兩制, 一中一台, 两会, 兩會,
        两个维护, 两个确立, 两个毫不动摇, 两个一百年, 两个结合, 两不愁三保障, 两不愁, 三个代表,
        三个务必, 三个区分开来, 三严三实, 三农, 三農, 三去一降一补, 三区三州, 三重一大, 三会一课,
        三公经费, 三公, 三资企业, 三保, 三同时, 三品一标, 三孩, 三甲医院, 三甲, 三大球, 四个全面,
        四个自信, 四个意识, 四个伟大, 四个革命, 四风, 四史, 四好农村路, 四上企业, 四早, 四新,
        四化, 四不两直, 五位一体, 五育, 五保户, 五保, 五险一金, 五四, 五一, 五个文明, 六稳, 六穩,
        六保, 六一, 六国化工, 七一, 八一, 八项规定, 九二共识, 十二五, 十三五, 十四五, 十五五,
        十一五, 百年, 百千万工程, 千万工程, 千村示范, 百强, 双一流, 百日攻坚, 百日, 一村一品,
        一县一业, 三区, 三线, 两线, 三条红线, 两癌, 两免一补, 两山, 两路, 两弹一星, 两学一做,
        两新, 两重, 两高, 两岸, 兩岸, 两国, 两性, 两侧, 两翼, 两型, 两化, 两用, 两端, 两手, 两头,
        两边, 两旁, 两者, 两极, 两栖, 两难, 三位一体, 三三制, 三权, 三变, 三下乡, 三资, 三支一扶,
        三通, 一二三产业, 二三产业, 一二三产, 第三产业, 三次产业, 五大理念, 四梁八柱,
        九年义务教育, 十年树木, 百花, 百姓, 百货, 百科, 百合, 千瓦, 千克, 千米, 千家万户,
        千方百计, 千秋, 千载, 千禧, 千古, 千金, 千里, 千载难逢, 千变万化, 千头万绪, 千锤百炼,
        千军万马, 千千万万, 万众, 万象, 万物, 万里, 万家, 万事, 万元户, 万能, 万分, 万水千山,
        万无一失, 万一, 萬一, 万亩方, 万户千家, 万民, 万岁, 亿万, 億萬, 百万雄师, 千万不要,
        千万别, 百年大计, 百废, 百尺, 百折不挠, 百炼, 百川, 百舸, 百家争鸣, 百花齐放, 百战, 一切,
        一些, 一般, 一定, 一样, 一樣, 一直, 一起, 一共, 一致, 一旦, 一度, 一律, 一贯, 一再, 一向,
        一方面, 一系列, 一线, 一时, 一心, 一流, 一体, 一体化, 一站式, 一次性, 一经, 一把手, 一手,
        一同, 一齐, 一并, 一如, 一举, 一味, 一边, 一路, 一等, 一级, 一揽子, 一刀切, 一网通办,
        一窗, 一张网, 一张图, 一卡通, 一事, 一件事, 一门式, 一老一小, 一丝, 一帆, 一举一动,
        一草一木, 一如既往, 一以贯之, 一针见血, 一盘棋, 一来, 二手, 二维码, 二維碼, 二次,
        二氧化碳, 二氧化硫, 二线, 二级, 二等, 二胎, 二孩, 二元, 二期, 三期, 一期, 四期, 二者,
        三者, 四者, 三级, 三等, 三角, 三长, 三高, 三无, 三维, 三分钟热度, 三轮车, 三伏, 三九,
        三思, 三心二意, 三番五次, 四季, 四周, 四处, 四面, 四肢, 四海, 四边, 四通八达, 四大家鱼,
        五官, 五谷, 五金, 五湖四海, 五彩, 五花八门, 五颜六色, 六合彩, 七夕, 七上八下, 七嘴八舌,
        八卦, 八方, 八仙, 九霄, 九牛一毛, 十全十美, 十字, 十拿九稳, 十里八乡, 十佳, 十强,
        十几年如一日, 十年如一日, 四邻, 两口子, 两全, 两相, 两可, 两面, 两地, 两省, 两市, 两县,
        两级, 兩級, 两用房, 两税, 两金, 两费, 两烟, 一路同行, 十分, 千上万, 百上千, 一飞冲天,
        一锤定音, 一马当先, 一鼓作气, 一脉, 五湖, 四书五经, 五行, 三国, 三十六计, 三百六十行,
        七十二变, 两位数, 一位数, 三位数, 兩位數, 三步走, 两步走, 两条腿, 一条龙, 一张蓝图, 四方,
        三方, 五方, 三一重工, 四通, 五五开, 对半, 百里挑一, 百般, 百无, 百思, 百依, 万全, 万向,
        一口气, 一生, 一身, 三一五, 九一八, 一二九, 四六级, 二战, 一战
    ";

/// Chinese words that begin like one of these and are numbers after all.
pub(crate) static NUMBERS_AFTER_ALL: &str =
    "十分之, 万分之, 百分之, 千分之, 四平方, 四季度, 一季度";

/// English phrases that begin with a number word and are read whole.
pub(crate) static NAMES_EN: &str = "
        one another, one of, one by one, one hand, one side, two sessions, three gorges,
        four seasons, five continents, double-digit, double digit, double-digits, double digits,
        double track, double-track, double check, double-check, double up, double reduction,
        double standard, double standards, double whammy, double first-class, second-hand,
        second to none, half-year, half year, half-hearted, half-way, halfway, half-time,
        half time, half-day, half-hour, half an hour, half-yearly, zero-sum, zero tolerance,
        zero-carbon, zero carbon, zero-emission, zero emission, zero-covid, zero covid,
        zero-tariff, zero tariff, one-stop, one-off, one-way, one-sided, one-child, two-way,
        two-sided, two-child, three-child, three-dimensional, two-dimensional, three represents,
        one country two systems, five-sphere, four-pronged, six priorities, six stabilities,
        two centenary goals, two centenary, two centenaries, two upholds, two establishments,
        four confidences, four consciousnesses, three rural issues, four comprehensives,
        eight-point, four-sphere, one-china, one china, one-third-page, five-star, four-star,
        three-star, two-star, first-class, first-tier, second-tier, third-tier, third-party,
        third party, third parties, three-tier, two-tier, three-way, four-way, one-on-one,
        two-thirds majority, ten thousand villages, half-open, half-price, half price,
        half-finished, triple play, double-edged, double jeopardy, double-decker, first half,
        second half, twin, latter half, one-time, one time, one thing
    ";

/// English names of months.
pub(crate) static MONTHS_EN: &str = "
    january, february, march, april, may, june, july, august, september, october, november,
    december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, jan., feb., mar.,
    apr., aug., sept., oct., nov., dec.
";
