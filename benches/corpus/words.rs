//! What the made-up reports are written with: names, topics and sentences in both languages. None
//! of the sentences holds a number, so that those of a section are known.

/// The same words in both languages.
pub(crate) struct Pair {
    /// In Chinese.
    pub(crate) zh: &'static str,
    /// In English.
    pub(crate) en: &'static str,
}

const fn pair(zh: &'static str, en: &'static str) -> Pair {
    Pair { zh, en }
}

/// Beginnings of place names.
pub(crate) const FIRST: [Pair; 30] = [
    pair("青", "Qing"),
    pair("云", "Yun"),
    pair("石", "Shi"),
    pair("龙", "Long"),
    pair("临", "Lin"),
    pair("永", "Yong"),
    pair("新", "Xin"),
    pair("长", "Chang"),
    pair("安", "An"),
    pair("平", "Ping"),
    pair("和", "He"),
    pair("宁", "Ning"),
    pair("怀", "Huai"),
    pair("东", "Dong"),
    pair("西", "Xi"),
    pair("南", "Nan"),
    pair("北", "Bei"),
    pair("金", "Jin"),
    pair("玉", "Yu"),
    pair("松", "Song"),
    pair("柳", "Liu"),
    pair("梅", "Mei"),
    pair("竹", "Zhu"),
    pair("江", "Jiang"),
    pair("海", "Hai"),
    pair("清", "Qiu"),
    pair("泰", "Tai"),
    pair("武", "Wu"),
    pair("文", "Wen"),
    pair("兰", "Lan"),
];

/// Endings of place names; each begins with a consonant, so that no two names are spelt alike.
pub(crate) const SECOND: [Pair; 30] = [
    pair("川", "chuan"),
    pair("山", "shan"),
    pair("河", "he"),
    pair("林", "lin"),
    pair("溪", "xi"),
    pair("湖", "hu"),
    pair("田", "tian"),
    pair("塘", "tang"),
    pair("桥", "qiao"),
    pair("门", "men"),
    pair("坪", "ping"),
    pair("岭", "ling"),
    pair("谷", "gu"),
    pair("泉", "quan"),
    pair("港", "gang"),
    pair("洲", "zhou"),
    pair("陵", "leng"),
    pair("城", "cheng"),
    pair("坝", "ba"),
    pair("湾", "wan"),
    pair("关", "guan"),
    pair("口", "kou"),
    pair("丰", "feng"),
    pair("阳", "yang"),
    pair("定", "ding"),
    pair("化", "hua"),
    pair("德", "de"),
    pair("昌", "chang"),
    pair("源", "yuan"),
    pair("康", "kang"),
];

/// Topics that sections are tagged with.
pub(crate) const TOPICS: [Pair; 40] = [
    pair("经济", "Economy"),
    pair("农业", "Farming"),
    pair("工业", "Industry"),
    pair("就业", "Jobs"),
    pair("教育", "Schools"),
    pair("医疗", "Health"),
    pair("环境", "Environment"),
    pair("交通", "Transport"),
    pair("住房", "Housing"),
    pair("能源", "Energy"),
    pair("水利", "Water"),
    pair("林业", "Forests"),
    pair("旅游", "Tourism"),
    pair("文化", "Culture"),
    pair("体育", "Sport"),
    pair("科技", "Science"),
    pair("财政", "Budget"),
    pair("金融", "Finance"),
    pair("外贸", "Trade"),
    pair("投资", "Investment"),
    pair("消费", "Consumption"),
    pair("物价", "Prices"),
    pair("人口", "Population"),
    pair("养老", "Old age"),
    pair("救助", "Assistance"),
    pair("治安", "Safety"),
    pair("法治", "Law"),
    pair("应急", "Emergencies"),
    pair("气象", "Weather"),
    pair("地质", "Geology"),
    pair("通信", "Telecoms"),
    pair("邮政", "Post"),
    pair("电力", "Electricity"),
    pair("矿产", "Mining"),
    pair("畜牧", "Livestock"),
    pair("渔业", "Fishing"),
    pair("粮食", "Grain"),
    pair("果蔬", "Fruit and vegetables"),
    pair("乡村", "Villages"),
    pair("城市", "Towns"),
];

/// Headings.
pub(crate) const HEADINGS: [Pair; 6] = [
    pair("产业与市场", "Industry and markets"),
    pair("城乡面貌", "Town and country"),
    pair("公共服务", "Public services"),
    pair("生态环境", "Nature and the environment"),
    pair("问题与不足", "What is still lacking"),
    pair("来年打算", "Plans for the coming year"),
];

/// Items of lists.
pub(crate) const ITEMS: [Pair; 8] = [
    pair("**道路**：通村公路继续延伸", "**Roads**: the road network reached more villages"),
    pair("**饮水**：老旧管网得到更换", "**Water**: worn-out pipes were replaced"),
    pair("**学校**：校舍修缮按期完成", "**Schools**: repairs were finished on time"),
    pair("**医院**：远程会诊投入使用", "**Hospitals**: remote consultations began"),
    pair("**公园**：沿河步道向市民开放", "**Parks**: the riverside path was opened to the public"),
    pair("**市场**：批发市场搬到城外", "**Markets**: the wholesale market moved out of town"),
    pair("**电网**：山区线路改造加快", "**Power**: lines in the hills were renewed faster"),
    pair("**文化**：图书馆延长开放时间", "**Culture**: the library extended its opening hours"),
];

/// Sentences between those with numbers.
pub(crate) const SENTENCES: [Pair; 20] = [
    pair(
        "报告认为，面对外部环境的变化，当地坚持稳字当头，重点项目推进有序，市场信心逐步恢复。",
        "The report finds that, as conditions outside changed, the county put stability before everything else; key projects moved ahead in good order and confidence in the market slowly returned.",
    ),
    pair(
        "新的工业园区吸引了食品加工、服装和电子企业落户，许多年轻人因此能够在家门口找到工作。",
        "New industrial parks drew in food processors, clothing makers and electronics firms, so that many young people could find work close to home instead of leaving for the coast.",
    ),
    pair(
        "农业部门推广了节水灌溉和良种，灾害性天气造成的损失明显低于往年，农民收入保持稳定。",
        "The farming office promoted better seed and irrigation that saves water; losses from severe weather were clearly lower than in past years, and the income of farmers held steady.",
    ),
    pair(
        "教育部门调整了学校布局，偏远乡镇的孩子不必再走很远的山路，寄宿条件也得到了改善。",
        "The education office redrew the map of schools: children in remote townships need no longer walk long mountain paths, and conditions for boarders have improved as well.",
    ),
    pair(
        "卫生部门组织专家定期下乡坐诊，常见病在乡镇就能看好，群众看病的路程和费用都少了。",
        "The health office sends specialists into the countryside on fixed days, so that common illnesses are treated nearby, and people spend less time and money on the way to a doctor.",
    ),
    pair(
        "河道清理和污水处理同时推进，沿岸的老居民说，河水清了，鱼回来了，散步的人也多了。",
        "Clearing the river went hand in hand with treating waste water; people who have long lived on its banks say that the water is clear, the fish are back and so are the walkers.",
    ),
    pair(
        "交通部门优先安排农村公路养护，雨季过后及时修复塌方路段，保证农产品能够按时运出去。",
        "The transport office gave priority to maintaining country roads and repaired landslides soon after the rains, so that farm produce could reach its markets on time.",
    ),
    pair(
        "旅游部门把古镇、茶山和温泉连成线路，民宿和农家菜带动了村里老人和妇女的就业增收。",
        "The tourism office joined old towns, tea hills and hot springs into routes; guest houses and farm kitchens brought work and income to older villagers and to women.",
    ),
    pair(
        "报告也承认，财政收支矛盾依然突出，部分项目进度偏慢，基层干部的作风还需要继续改进。",
        "The report admits that income and spending are still hard to balance, that some projects are behind schedule, and that the working style of local officials has to improve further.",
    ),
    pair(
        "社区建立了网格化的服务队伍，独居老人有人定期上门，邻里矛盾大多能够在楼栋里化解。",
        "Neighbourhoods set up service teams street by street: old people who live alone are visited regularly, and most quarrels among neighbours are settled in the building where they arise.",
    ),
    pair(
        "科技部门鼓励企业同高校合作，把实验室里的成果搬到车间，传统产业的面貌正在悄悄改变。",
        "The science office encourages companies to work with universities and to carry results from the laboratory to the workshop; the face of old industries is quietly changing.",
    ),
    pair(
        "公安机关加强了对电信诈骗的打击和宣传，被骗群众追回了部分损失，街面治安持续好转。",
        "The police stepped up their fight against telephone fraud and their warnings about it; victims got back a part of their losses, and the streets have become safer.",
    ),
    pair(
        "林业部门在石漠化地区种下适合当地的树木，荒山变绿，水土流失的势头得到了有效遏制。",
        "The forest office planted trees that suit the place on land that had turned to rock; bare hills have become green, and the washing away of soil has been checked.",
    ),
    pair(
        "商务部门举办了展销会和直播活动，苹果、花椒和竹笋卖到了外地，品牌的名声越来越响。",
        "The commerce office held fairs and live broadcasts; apples, Sichuan pepper and bamboo shoots were sold far away, and the names of the local brands are better and better known.",
    ),
    pair(
        "住房部门改造老旧小区，加装电梯，更换管线，居民代表全程参与监督，施工质量得到认可。",
        "The housing office renewed old estates, added lifts and replaced pipes; residents sent people to watch over the work from beginning to end, and were satisfied with its quality.",
    ),
    pair(
        "民政部门完善了救助制度，困难家庭的申请办理更快，审核过程在村里公示，接受群众监督。",
        "The civil affairs office improved the rules for assistance: families in need wait less for an answer, and decisions are posted in the village where everyone can see them.",
    ),
    pair(
        "电力部门提前检修山区线路，冬季用电高峰期间没有出现大面积停电，居民生活没有受影响。",
        "The power company overhauled its lines in the hills ahead of time; during the winter peak there were no large power cuts, and daily life went on undisturbed.",
    ),
    pair(
        "文化部门修复了古建筑和老街，整理了民歌和戏曲，非物质文化遗产的传承人开始带徒弟。",
        "The culture office restored old buildings and streets and wrote down folk songs and operas; masters of traditional crafts have begun to take apprentices again.",
    ),
    pair(
        "应急部门组织了山洪和火灾演练，村组都有了自己的预案和物资，群众自救互救能力提高。",
        "The emergency office held drills for floods and fires; villages now have plans and stores of their own, and people are better able to help themselves and each other.",
    ),
    pair(
        "下一步，当地将继续围绕产业、民生和生态发力，把群众是否满意作为检验工作的根本标准。",
        "From here the county means to go on working for its industry, for people’s lives and for nature, and to let the satisfaction of the public be the measure of what it does.",
    ),
];
