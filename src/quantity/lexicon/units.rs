//! The tables of units and counters, and words that only look like one.

use std::sync::LazyLock;

use super::context::Pair;
use super::words::listed;
use crate::quantity::unit::{Dimension, Row};

/// Units with a meaning of their own, from `units.txt`.
pub(crate) static UNITS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = include_str!("units.txt").lines();
    rows.filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| row(line).expect("each row of units.txt has five columns"))
        .collect()
});

fn row(line: &'static str) -> Option<Row> {
    let mut columns = line.split('|').map(str::trim);
    let (id, dimension, size) = (columns.next()?, columns.next()?, columns.next()?);
    let (zh, en) = (columns.next()?, columns.next()?);
    let (times, over) = size.split_once('/').unwrap_or((size, "1"));
    Some(Row {
        id,
        dimension: Dimension::named(dimension)?,
        factor: (times.parse().ok()?, over.parse().ok()?),
        zh: zh.split(", ").collect(),
        en: en.split(", ").collect(),
    })
}

/// Words for a power of ten of a unit, by the unit's stable id: 12.5 cents are 0.125 dollars.
pub(crate) static SCALED: Pair<(i32, &str)> = Pair {
    zh: &[
        ((-2, "us-dollar"), "美分"),
        ((-2, "euro"), "欧分"),
        ((-2, "hong-kong-dollar"), "港仙"),
        ((-2, "pound-sterling"), "便士"),
    ],
    en: &[
        ((-2, "us-dollar"), "cents, cent, US cents, US cent"),
        ((-2, "euro"), "euro cents, euro cent, eurocents"),
        ((-2, "hong-kong-dollar"), "HK cents, Hong Kong cents"),
        ((-2, "pound-sterling"), "pence, p"),
        ((-1, "yuan"), "jiao"),
        ((-2, "yuan"), "fen"),
        ((1, "year"), "decades, decade"),
        ((2, "year"), "centuries"),
        ((6, "cubic-metre"), "mcm"),
        ((9, "cubic-metre"), "bcm"),
        ((6, "tonne"), "megatonnes, megatonne, megatons, megaton"),
        ((9, "tonne"), "gigatonnes, gigatonne, gigatons, gigaton"),
    ],
};

/// General counters, one by one.
pub(crate) static COUNTER_WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| listed(COUNTERS).collect());

/// General counters: they have no word in English.
static COUNTERS: &str = "
        个, 個, 所, 家, 项, 項, 条, 條, 件, 座, 辆, 輛, 台, 臺, 台套, 种, 種, 类, 類, 次, 只, 隻,
        头, 頭, 匹, 株, 棵, 颗, 顆, 粒, 根, 片, 块, 塊, 处, 處, 套, 批, 批次, 艘, 架, 架次, 艘次,
        列, 班, 班次, 车次, 台次, 件次, 户次, 家次, 场, 場, 场次, 起, 例, 宗, 笔, 筆, 张, 張, 份,
        册, 冊, 篇, 幅, 部, 本, 门, 門, 间, 間, 层, 層, 栋, 幢, 支, 枝, 枚, 箱, 袋, 包, 瓶, 盒,
        羽, 尾, 盏, 眼, 口, 道, 段, 组, 組, 队, 对, 對, 双, 副, 轮, 輪, 步, 节, 節, 课时, 学时,
        学分, 分, 床, 张床位, 床位, 件套, 辆次, 标段, 首, 则, 顶, 大, 款, 方, 把, 面, 届次, 站次,
        集, 期次, 期班, 人份, 剂, 剂次, 针, 例次, 字, 寸, 英寸屏, 期, 票
    ";

/// Words that begin like a unit and are none: 所有, 名义, 家庭.
pub(crate) static NOT_UNITS: &str = "
        人民, 人大, 人才, 人工, 人员, 人类, 个体, 个性, 個體, 所有, 所以, 所得, 所在, 所属, 家庭,
        家电, 家具, 家居, 家长, 家乡, 项目, 項目, 条件, 條件, 条例, 座谈, 台风, 台湾, 种植, 种子,
        种类, 类似, 类型, 次日, 次年, 次级, 次要, 只有, 只要, 只是, 只能, 头部, 根据, 片区, 处理,
        处于, 处置, 套餐, 批准, 批复, 批发, 列入, 列为, 列车, 班子, 班级, 场所, 场地, 场馆, 起来,
        起步, 起草, 例如, 例外, 份额, 部分, 部署, 部队, 部级, 本地, 本次, 本市, 本省, 本届, 本年,
        本科, 本报, 本期, 门类, 间接, 间隔, 层次, 层级, 层面, 支持, 支出, 支付, 支撑, 支部, 支队,
        包括, 包含, 包装, 口岸, 口径, 道路, 道德, 段落, 组织, 组成, 组建, 组长, 队伍, 队员, 对外,
        对口, 对于, 对应, 对接, 对比, 对象, 双边, 双方, 轮流, 轮换, 步伐, 步骤, 节目, 节约, 节能,
        节点, 节日, 分别, 分析, 分类, 分布, 分配, 分为, 分公司, 首次, 首个, 首批, 首先, 则是,
        顶层, 代表, 代理, 代码, 员工, 站点, 级别, 名义, 名单, 名称, 名录, 名优, 名列, 位于, 位居,
        位列, 位次, 位置, 户籍, 户口, 户均, 户外, 元旦, 元月, 元宵, 元素, 升级, 升至, 升学, 升高,
        度假, 度过, 克服, 里面, 里程, 天然, 天津, 天气, 天地, 周边, 周围, 周年, 周期, 日均, 日常,
        日本, 日前, 日报, 秒杀, 亩均, 吨位, 大部分, 大约, 大型, 大规模, 大学, 大幅, 大力, 大量,
        大于, 大会, 大数据, 大桥, 大街, 大湾区, 大中, 区域, 区间, 市场, 市民, 市委, 市区, 市政府,
        省级, 省委, 省政府, 省部级, 县级, 县委, 县城, 县域, 村级, 村民, 村庄, 镇级, 乡村, 乡镇,
        国内, 国家, 国有, 国际, 国企, 国道, 国债, 州级, 区级, 站位, 块状, 石油, 件事, 代人, 款项,
        款式, 成立, 成为, 地区生产总值, 米兰, 桶装, 方面, 方向, 方案, 方式, 方针, 方法, 方便,
        把手, 面积, 面对, 面临, 面向, 集中, 集体, 集团, 集群, 集聚, 集约, 针对, 期间, 期末, 位数,
        分会, 分局, 分行, 分之, 瓦斯, 瓦房, 伏击, 伏旱
    ";
