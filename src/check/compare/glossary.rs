//! Words of reports in both languages, to tell which number belongs to what.
//!
//! Each entry is one idea. It is only used to weigh two ways to pair numbers, so that a word that is
//! missing does no harm.

use std::ops::Range;

use super::excuse::holds;
use super::pair::Pairing;
use crate::check::prose::Passage;
use crate::lang::Lang;

/// One idea: its Chinese words, and the beginnings of its English ones.
struct Idea {
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

const fn idea(zh: &'static [&'static str], en: &'static [&'static str]) -> Idea {
    Idea { zh, en }
}

/// The words, by field.
const IDEAS: &[Idea] = &[
    // Economy
    idea(&["生产总值", "GDP"], &["gdp", "gross domestic", "output of the economy", "economy"]),
    idea(&["第一产业"], &["primary"]),
    idea(&["第二产业"], &["secondary"]),
    idea(&["第三产业"], &["tertiary"]),
    idea(&["增加值"], &["value added", "added value", "value-added"]),
    idea(&["投资"], &["invest"]),
    idea(&["消费"], &["consum"]),
    idea(&["零售"], &["retail"]),
    idea(&["出口"], &["export"]),
    idea(&["进口"], &["import"]),
    idea(&["外贸", "进出口", "贸易"], &["trade"]),
    idea(&["顺差"], &["surplus"]),
    idea(&["工业"], &["industr"]),
    idea(&["制造"], &["manufactur"]),
    idea(&["农业", "农林"], &["agricultur", "farm"]),
    idea(&["服务"], &["service"]),
    idea(&["建筑"], &["construction", "building"]),
    idea(&["房地产", "商品房"], &["real estate", "housing", "property"]),
    idea(&["收入"], &["income", "revenue", "earning", "takings"]),
    idea(&["支出"], &["expenditure", "spending", "spent"]),
    idea(&["利润"], &["profit"]),
    idea(&["税"], &["tax"]),
    idea(&["存款"], &["deposit"]),
    idea(&["贷款"], &["loan", "lending"]),
    idea(&["债"], &["bond", "debt"]),
    idea(&["价格", "物价", "居民消费价格"], &["price", "cpi", "inflation"]),
    idea(&["食品"], &["food"]),
    idea(&["非食品"], &["non-food"]),
    idea(&["公共预算", "财政"], &["budget", "fiscal"]),
    idea(&["资金", "经费"], &["fund", "money", "capital"]),
    idea(&["补贴", "补助"], &["subsid", "allowance"]),
    idea(&["进度", "完成"], &["complet", "finish"]),
    idea(&["新增"], &["new", "add", "increase"]),
    idea(&["新建"], &["new", "built", "build"]),
    idea(
        &["改建", "改造", "改扩建"],
        &["renovat", "rebuil", "upgrad", "convert", "moderni", "refurbish"],
    ),
    idea(
        &["增长", "增加", "上升", "提高", "增幅", "增速"],
        &["grew", "grow", "rose", "ris", "increas", "up", "climb", "expand", "improv", "gain"],
    ),
    idea(
        &["下降", "减少", "降低", "回落", "下滑", "降幅", "跌"],
        &["fell", "fall", "decreas", "declin", "drop", "down", "reduc", "cut", "lower", "narrow"],
    ),
    idea(&["总"], &["total", "overall", "altogether", "in all"]),
    idea(&["合计", "共计", "一共"], &["together", "combined", "in total"]),
    idea(&["首次", "首度"], &["first time"]),
    idea(&["仅", "只有", "只占"], &["only", "just", "merely"]),
    idea(&["亏损", "亏"], &["loss", "lost", "losing"]),
    idea(&["收益", "回报"], &["return", "gain"]),
    idea(&["平均", "均"], &["average", "per capita", "mean", "per person"]),
    idea(
        &["上年", "去年", "上一年"],
        &["previous year", "last year", "year before", "year earlier", "a year ago"],
    ),
    idea(&["今年", "本年"], &["this year"]),
    idea(&["全年"], &["whole of", "full-year", "full year", "for the year", "whole year"]),
    idea(&["同比"], &["year on year", "year-on-year", "from a year", "year earlier", "yoy"]),
    idea(
        &["环比"],
        &[
            "month on month",
            "month-on-month",
            "quarter on quarter",
            "quarter-on-quarter",
            "previous quarter",
            "previous month",
            "previous three months",
            "a month earlier",
            "month earlier",
            "preceding quarter",
            "preceding month",
        ],
    ),
    idea(&["北纬", "南纬"], &["north", "south", "latitude"]),
    idea(&["东经", "西经"], &["east", "west", "longitude"]),
    idea(&["全国"], &["national", "nationwide", "country", "china"]),
    idea(&["全省"], &["province", "provincial"]),
    idea(&["全市", "本市"], &["city", "municipal"]),
    idea(&["省外"], &["outside the province", "other province", "out of the province", "outside"]),
    idea(
        &["省内"],
        &["within the province", "inside the province", "in the province", "in-province"],
    ),
    idea(&["国家"], &["countr", "nation"]),
    idea(&["国内"], &["domestic"]),
    idea(
        &["国外", "境外", "外国", "国际", "入境"],
        &["foreign", "overseas", "international", "abroad", "inbound"],
    ),
    idea(&["国有"], &["state-owned", "state owned"]),
    idea(&["民营", "私营", "民间", "个体"], &["private", "self-employ", "sole trader"]),
    idea(&["外资", "外商"], &["foreign"]),
    idea(&["一期", "第一"], &["first"]),
    idea(&["二期", "第二"], &["second"]),
    idea(&["三期", "第三"], &["third"]),
    idea(&["国民总收入"], &["gross national income"]),
    idea(&["生产率"], &["productivity"]),
    idea(&["中位数"], &["median"]),
    idea(&["实际"], &["real", "actual"]),
    idea(&["每吨", "吨"], &["tonne", "ton"]),
    idea(&["每亩", "亩均", "亩产"], &["per mu", "a mu", "each mu", "an mu"]),
    idea(&["每户", "户均"], &["per household", "each household", "a household"]),
    idea(&["每年", "年均"], &["a year", "per year", "each year", "annual", "every year"]),
    idea(&["每月", "月均"], &["a month", "per month", "each month", "monthly"]),
    idea(&["每天", "每日", "日均"], &["a day", "per day", "each day", "daily"]),
    idea(&["升"], &["litre", "liter"]),
    idea(&["时速", "小时"], &["speed", "hour"]),
    idea(&["长"], &["long", "length"]),
    idea(&["财富"], &["wealth"]),
    idea(&["富有", "富裕", "最富"], &["rich", "wealthiest"]),
    idea(&["赞成", "支持", "同意"], &["approv", "favo", "support", "agree"]),
    idea(&["反对", "不赞成", "不同意"], &["disapprov", "against", "oppos", "disagree"]),
    // People
    idea(&["选手", "运动员"], &["athlete", "runner", "player", "competitor"]),
    idea(&["岁", "年龄"], &["age", "old"]),
    idea(&["家庭", "家里"], &["famil", "household"]),
    idea(&["男"], &["male", "men", "boys", "man"]),
    idea(&["女", "妇"], &["female", "women", "girls", "woman"]),
    idea(&["城镇", "城市", "城区"], &["urban", "city", "cities", "town"]),
    idea(&["农村", "乡村"], &["rural", "village", "countryside"]),
    idea(&["农民", "农户"], &["farmer", "peasant", "farm household"]),
    idea(&["人口"], &["population", "people"]),
    idea(&["出生"], &["birth", "born"]),
    idea(&["死亡"], &["death", "die", "mortal", "killed", "fatal"]),
    idea(&["受伤", "伤"], &["injur", "wound", "hurt"]),
    idea(&["老年", "老人", "岁及以上"], &["elder", "old", "senior", "aged"]),
    idea(&["儿童", "少年", "未成年"], &["child", "minor", "juvenile", "kid"]),
    idea(&["就业", "岗位"], &["employ", "job", "work"]),
    idea(&["失业"], &["unemploy", "jobless"]),
    idea(&["再就业"], &["re-employ", "reemploy"]),
    idea(&["劳动力", "农民工"], &["labour", "labor", "worker", "migrant"]),
    idea(&["贫困", "脱贫"], &["poor", "povert"]),
    idea(&["养老"], &["pension", "old-age", "elderly", "aged care", "retire"]),
    idea(&["医疗", "医保"], &["medical", "health"]),
    idea(
        &["低保", "救助", "保障"],
        &["assistance", "allowance", "security", "subsistence", "relief"],
    ),
    idea(&["保险", "参保"], &["insur"]),
    idea(&["工伤"], &["work-related", "work injury", "occupational"]),
    idea(&["生育"], &["maternity"]),
    idea(&["代表"], &["delegate", "deputies", "representative", "deputy"]),
    idea(&["委员"], &["member"]),
    idea(&["党员"], &["party member", "communist"]),
    idea(&["干部"], &["official", "cadre"]),
    idea(&["专家"], &["expert", "specialist"]),
    idea(&["志愿"], &["volunteer"]),
    idea(&["居民"], &["resident", "household", "people"]),
    idea(&["毕业"], &["graduat"]),
    idea(&["技能", "技术工人"], &["skill", "technician"]),
    idea(&["培训"], &["train"]),
    idea(&["户"], &["household", "famil", "home", "business"]),
    idea(&["游客", "旅游", "接待"], &["tour", "visitor", "travel"]),
    // Places and institutions
    idea(&["幼儿园"], &["kindergarten", "nurser", "preschool"]),
    idea(&["小学"], &["primary school", "elementary", "primary"]),
    idea(&["初中"], &["junior", "middle school"]),
    idea(&["高中"], &["senior", "high school", "upper secondary"]),
    idea(&["中学"], &["secondary school", "middle school", "high school"]),
    idea(
        &["高校", "大学", "高等", "本专科", "本科"],
        &["universit", "college", "higher education", "undergraduate", "tertiary"],
    ),
    idea(&["研究生"], &["postgraduate", "graduate student", "master"]),
    idea(&["学校"], &["school"]),
    idea(&["学生", "在校"], &["student", "pupil", "enrol"]),
    idea(&["招生"], &["admi", "enrol", "recruit", "intake"]),
    idea(&["教师", "老师"], &["teacher"]),
    idea(&["学位"], &["place", "seat"]),
    idea(&["职业教育", "中职", "职业"], &["vocational"]),
    idea(&["医院"], &["hospital"]),
    idea(&["卫生院", "卫生室", "诊所", "卫生"], &["clinic", "health"]),
    idea(&["床位"], &["bed"]),
    idea(&["医生", "医师"], &["doctor", "physician"]),
    idea(&["护士"], &["nurse"]),
    idea(&["县"], &["count"]),
    idea(&["镇", "乡"], &["town"]),
    idea(&["村"], &["village"]),
    idea(&["社区"], &["communit", "neighbourhood", "neighborhood"]),
    idea(&["街道"], &["subdistrict", "street"]),
    idea(&["省"], &["province", "provincial"]),
    idea(&["市"], &["city", "cities", "municipal", "urban"]),
    idea(&["区"], &["district", "zone", "area"]),
    idea(&["国家级", "国家"], &["national", "state"]),
    idea(&["省级"], &["provincial"]),
    idea(&["图书馆"], &["librar"]),
    idea(&["博物馆"], &["museum"]),
    idea(&["文化"], &["cultur"]),
    idea(&["体育"], &["sport"]),
    idea(&["机场", "航空", "民航"], &["airport", "air", "aviation", "flight"]),
    idea(&["铁路", "高铁"], &["rail", "train"]),
    idea(&["公路", "道路"], &["road", "highway"]),
    idea(&["高速"], &["expressway", "motorway", "high-speed"]),
    idea(&["水路", "港口", "航道"], &["water", "port", "shipping"]),
    idea(&["桥"], &["bridge"]),
    idea(&["隧道"], &["tunnel"]),
    idea(&["地铁", "轨道"], &["metro", "subway", "underground", "transit"]),
    idea(&["货运", "货物"], &["freight", "cargo", "goods"]),
    idea(&["客运", "旅客"], &["passenger"]),
    idea(&["汽车", "车"], &["car", "vehicle", "auto"]),
    idea(&["新能源"], &["new-energy", "new energy", "electric", "renewable"]),
    idea(&["快递", "邮政", "包裹"], &["parcel", "express", "post", "deliver"]),
    idea(&["企业", "公司"], &["enterprise", "compan", "firm", "business"]),
    idea(&["市场主体", "经营主体"], &["market entit", "business"]),
    idea(&["合作社"], &["cooperative", "co-operative"]),
    idea(&["园区", "开发区"], &["park", "zone"]),
    idea(&["项目"], &["project"]),
    idea(&["开工"], &["start", "began", "launch", "ground", "under construction"]),
    idea(&["竣工", "完工", "投产", "建成"], &["complet", "finish", "operation", "built"]),
    idea(&["在建"], &["under construction", "under way", "being built"]),
    idea(&["政策", "措施"], &["polic", "measure"]),
    idea(&["问题"], &["problem", "issue"]),
    idea(&["难题"], &["difficult", "problem", "obstacle"]),
    idea(&["土地", "用地"], &["land"]),
    idea(&["案件", "刑事"], &["case", "crim"]),
    idea(&["事故"], &["accident"]),
    idea(&["火灾"], &["fire"]),
    idea(&["专利"], &["patent"]),
    idea(&["发明"], &["invention"]),
    idea(&["研发", "科研", "研究"], &["r&d", "research"]),
    idea(&["高新", "高技术"], &["high-tech", "hi-tech", "high and new"]),
    // Land and nature
    idea(&["粮食"], &["grain"]),
    idea(&["水稻", "稻谷", "稻"], &["rice", "paddy"]),
    idea(&["小麦"], &["wheat"]),
    idea(&["玉米"], &["corn", "maize"]),
    idea(&["大豆", "豆"], &["soy", "bean"]),
    idea(&["马铃薯", "薯"], &["potato", "tuber"]),
    idea(&["蔬菜"], &["vegetable"]),
    idea(&["水果", "苹果"], &["fruit", "apple"]),
    idea(&["油料", "油菜"], &["oil", "rapeseed"]),
    idea(&["棉花"], &["cotton"]),
    idea(&["茶"], &["tea"]),
    idea(&["猪"], &["pig", "hog", "pork"]),
    idea(&["牛"], &["cattle", "beef", "cow"]),
    idea(&["羊"], &["sheep", "goat", "mutton"]),
    idea(&["禽", "鸡", "蛋"], &["poultry", "chicken", "egg"]),
    idea(&["奶"], &["milk", "dairy"]),
    idea(&["水产", "鱼"], &["aquatic", "fish", "seafood"]),
    idea(&["肉"], &["meat"]),
    idea(&["耕地", "农田"], &["cropland", "farmland", "arable", "cultivated"]),
    idea(&["播种", "种植"], &["sown", "plant", "sowing", "grow"]),
    idea(&["产量"], &["output", "yield", "harvest", "production"]),
    idea(&["面积"], &["area"]),
    idea(&["造林", "植树", "林", "森林"], &["forest", "tree", "afforest", "wood"]),
    idea(&["草"], &["grass"]),
    idea(&["湿地"], &["wetland"]),
    idea(&["空气", "优良"], &["air", "good"]),
    idea(&["水质", "断面", "水"], &["water"]),
    idea(&["污水"], &["sewage", "wastewater"]),
    idea(&["垃圾"], &["waste", "rubbish", "garbage", "refuse"]),
    idea(&["煤"], &["coal"]),
    idea(&["石油", "原油"], &["oil", "crude", "petroleum"]),
    idea(&["天然气", "燃气"], &["gas"]),
    idea(&["电"], &["electric", "power"]),
    idea(&["水电"], &["hydro"]),
    idea(&["火电"], &["thermal"]),
    idea(&["风电", "风力"], &["wind"]),
    idea(&["光伏", "太阳能"], &["solar", "photovoltaic"]),
    idea(&["核电"], &["nuclear"]),
    idea(&["钢"], &["steel"]),
    idea(&["水泥"], &["cement"]),
    idea(&["能耗", "能源"], &["energy"]),
    idea(&["碳", "二氧化碳"], &["carbon"]),
    idea(&["氮"], &["nitrogen"]),
    idea(&["细颗粒物", "PM2.5"], &["pm2.5", "fine particulate", "particulate"]),
    idea(&["化学需氧量"], &["chemical oxygen", "cod"]),
    idea(&["氨"], &["ammonia"]),
    idea(&["降水", "雨"], &["rain", "precipitation"]),
    idea(&["气温", "温度"], &["temperature"]),
    idea(&["移动", "手机"], &["mobile", "phone", "cell"]),
    idea(&["固定电话"], &["fixed", "landline"]),
    idea(&["宽带"], &["broadband"]),
    idea(&["互联网", "网民", "网络", "网上", "线上"], &["internet", "online", "net", "web"]),
    idea(&["基站"], &["base station"]),
    idea(&["软件"], &["software"]),
    idea(&["电影"], &["film", "movie", "cinema"]),
    idea(&["图书", "书"], &["book"]),
    idea(&["报纸"], &["newspaper"]),
    idea(&["期刊"], &["magazine", "periodical", "journal"]),
    idea(&["金牌"], &["gold"]),
    idea(&["银牌"], &["silver"]),
    idea(&["铜牌"], &["bronze"]),
    idea(&["住房", "公寓", "套"], &["flat", "home", "housing", "apartment", "dwelling", "unit"]),
    idea(&["棚户", "老旧小区"], &["shanty", "old", "run-down", "residential"]),
    idea(&["公租房", "保障性"], &["public rental", "affordable", "subsidi"]),
    idea(&["手术"], &["operation", "surger"]),
    idea(&["疫苗", "接种"], &["vaccin", "dose", "jab"]),
    idea(&["确诊", "病例", "感染"], &["case", "infect", "confirm"]),
    idea(&["治愈", "出院"], &["recover", "cured", "discharg"]),
];

/// How many ideas stand beside both a number of the original and one of the translation.
pub(super) fn likeness(pairing: &Pairing<'_>, original: usize, translation: usize) -> usize {
    let (one, other) = (pairing.original, pairing.translation);
    let here = &one.text[clause(one, original)];
    let there = other.text[clause(other, translation)].to_ascii_lowercase();
    let says = |text: &str, idea: &Idea, lang: Lang| match lang {
        Lang::Zh => idea.zh.iter().any(|word| text.contains(word)),
        Lang::En => idea.en.iter().any(|word| holds(text, word, lang)),
    };
    IDEAS.iter().filter(|idea| says(here, idea, one.lang) && says(&there, idea, other.lang)).count()
}

/// The words that belong to a number: those between it and its neighbours, shared out at the
/// punctuation or conjunction that stands between them.
fn clause(passage: &Passage, number: usize) -> Range<usize> {
    let range = &passage.numbers[number].range;
    let sentence = passage.sentences.get(passage.sentence(range.start));
    let sentence = sentence.cloned().unwrap_or(0..passage.text.len());
    let before = number.checked_sub(1).map(|other| passage.numbers[other].range.end);
    let start = match before.filter(|end| *end > sentence.start && *end <= range.start) {
        Some(end) => end + border(&passage.text[end..range.start]).map_or(0, |at| at.end),
        None => sentence.start.min(range.start),
    };
    let behind = passage.numbers.get(number + 1).map(|other| other.range.start);
    let end = match behind.filter(|start| *start < sentence.end && *start >= range.end) {
        Some(start) => {
            let between = &passage.text[range.end..start];
            range.end + border(between).map_or(between.len(), |at| at.start)
        }
        None => sentence.end.max(range.end),
    };
    start..end
}

/// The last border between two clauses in some words: a mark, else a conjunction.
fn border(words: &str) -> Option<Range<usize>> {
    let mark = |letter: char| "，；。：、,;:—（(".contains(letter);
    if let Some((at, letter)) = words.char_indices().rev().find(|(_, letter)| mark(*letter)) {
        return Some(at..at + letter.len_utf8());
    }
    let conjunctions = [" and ", " while ", " with ", " but ", " or ", "和", "及", "与", "而"];
    conjunctions
        .iter()
        .filter_map(|word| words.rfind(word).map(|at| at..at + word.len()))
        .max_by_key(|range| range.start)
}
