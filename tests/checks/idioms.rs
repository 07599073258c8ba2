//! Numbers as newspapers of both languages write them.

use crate::translations::hold;

#[test]
fn the_idioms_of_newspapers_are_left_alone() {
    hold(&[
        ("救出11名矿工。", "All eleven miners were rescued.", &[]),
        ("装机4亿千瓦，发电52亿千瓦时。", "It has 400 GW and generates 5.2 TWh.", &[]),
        ("雨量218毫米，保护区1250平方公里。", "21.8 cm fell on the 125,000-hectare reserve.", &[]),
        ("下降0.08个百分点。", "It slipped 8 basis points.", &[]),
        ("上调36个基点。", "It was raised by 36 pips.", &[]),
        ("万名校友相聚，带来百亿元投资。", "10,000 alumni brought 10 billion yuan.", &[]),
        (
            "售价打八折，部分打八五折。",
            "They are 20 percent off, some at 85 percent of the price.",
            &[],
        ),
        ("满1000元减100元。", "It is 100 yuan off for 1,000 yuan or more.", &[]),
        ("双11期间卖出300台。", "In the Singles’ Day sale 300 were sold.", &[]),
        ("占七成多。", "It is 70-odd percent.", &[]),
        ("八成员工是残疾人。", "80 percent of the employees are disabled.", &[]),
        ("24小时内降雨100毫米。", "In a 24-hour period 100 mm fell.", &[]),
        ("观众超过75万人次。", "It had more than three quarters of a million visits.", &[]),
        ("占五分之一强。", "It is slightly over one fifth.", &[]),
        (
            "每千瓦时下调一角，每年省260万元。",
            "It is cut by 0.1 yuan, saving 2.6 million yuan a year.",
            &[],
        ),
        (
            "每人1斤救济粮、半公斤油。",
            "Each gets half a kilogram of grain and half a kilo of oil.",
            &["warning number-converted @ “half a kilogram”"],
        ),
        ("耗电约766亿度。", "It uses about 76.6 billion kilowatt-hours.", &[]),
        ("清晨6时30分开工。", "Work began at half past six in the morning.", &[]),
        ("位于东经116度附近。", "It lies near 116 degrees east.", &[]),
        ("国庆七天长假收入8亿元。", "The week-long holiday brought 800 million yuan.", &[]),
        (
            "环比增长1.0%，同比增长5.2%。",
            "It was up 5.2% from a year earlier and 1.0% month on month.",
            &[],
        ),
    ]);
}

#[test]
fn mistakes_in_them_are_told() {
    hold(&[
        ("装机4亿千瓦。", "It has 40 GW.", &["error number-scale @ “40 GW”"]),
        ("老百姓受益。", "100 households benefit.", &["error number-added @ “100 households”"]),
        ("重5磅。", "It cost £5.", &["error unit-changed @ “£5”"]),
        (
            "近五年投资500亿元。",
            "It invested nearly 50 billion yuan in five years.",
            &["error hedge-lost @ “50 billion yuan”"],
        ),
        ("打八折。", "They are 80 percent off.", &["error number-added @ “80 percent”"]),
        ("万名校友相聚。", "100,000 alumni met.", &["error number-added @ “100,000”"]),
        ("救出11名矿工。", "All twelve miners were rescued.", &["error number-missing @ “twelve”"]),
        ("占七成多。", "It is 60-odd percent.", &["error number-missing @ “60-odd percent”"]),
    ]);
}

#[test]
fn sizes_and_rates_that_changed_are_told() {
    hold(&[
        (
            "吸引数百万游客。",
            "It draws several hundred thousand visitors.",
            &["error number-scale @ “several hundred thousand”"],
        ),
        ("吸引数百万游客。", "It draws millions of visitors.", &[]),
        ("打井几十眼。", "Dozens of wells were sunk.", &[]),
        (
            "每10万人6.2例。",
            "It fell to 6.2 per 10,000, below average.",
            &["error unit-changed @ “6.2”"],
        ),
        (
            "伦敦平均周租金达2114英镑。",
            "In London the average rent reached £2,114 a month.",
            &["error unit-changed @ “£2,114”"],
        ),
        (
            "建成蓄水池152个。",
            "They built 152 kilometres of reservoirs.",
            &["error unit-changed @ “152 kilometres”"],
        ),
        (
            "每千人口医师数提高到3.1人。",
            "Doctors per 10,000 people increased to 3.1.",
            &["error unit-changed @ “3.1”"],
        ),
        (
            "标准由每人每年7200元提高至7800元。",
            "The standard rises from 7,200 to 7,800 yuan a month.",
            &["error unit-changed @ “7,800 yuan”"],
        ),
        (
            "每周锻炼3次，每次1个小时。",
            "They train 3 times a month for an hour.",
            &["error unit-changed @ “3 times”"],
        ),
        ("每10万人6.2例。", "It fell to 6.2 per 100,000 people.", &[]),
    ]);
}

#[test]
fn prices_and_yields_on_another_measure_are_converted() {
    let converted = |at: &'static str| -> &'static [&'static str] {
        match at {
            "27.6" => &["warning number-converted @ “27.6 yuan”"],
            "6,189" => &["warning number-converted @ “6,189 kg”"],
            _ => &["warning number-converted @ “RMB 0.35”"],
        }
    };
    hold(&[
        ("每斤13.8元。", "It costs 27.6 yuan a kilogram.", converted("27.6")),
        ("亩产412.6公斤。", "It yielded 6,189 kg per hectare.", converted("6,189")),
        ("每10股派发红利3.5元。", "A dividend of RMB 0.35 a share.", converted("0.35")),
        ("每斤13.8元。", "It costs 13.8 yuan per jin (500 grams).", &[]),
        ("每斤13.8元。", "It costs 13.8 yuan per half-kilo.", &[]),
        ("每斤13.8元。", "It costs 13.8 yuan per kilogram.", &["error unit-changed @ “13.8 yuan”"]),
        ("每斤13.8元。", "It costs 14.8 yuan per jin.", &["error number-missing @ “14.8 yuan”"]),
        ("户均增收1.2万元。", "It brought 12,000 yuan per household.", &[]),
        (
            "户均增收1.2万元。",
            "It brought 12,000 yuan per person.",
            &["error unit-changed @ “12,000 yuan”"],
        ),
        ("每人每月50元。", "50 yuan per person per month.", &[]),
        ("每人每月50元。", "50 yuan per person per year.", &["error unit-changed @ “50 yuan”"]),
    ]);
}

#[test]
fn what_each_language_says_its_own_way_is_left_alone() {
    hold(&[
        ("由3%降为1%。", "It was cut by two percentage points to one percent.", &[]),
        ("车票最高打5.5折。", "Tickets are up to 45 percent off.", &[]),
        ("浇筑混凝土200方。", "They poured 200 cubic metres of concrete.", &[]),
        ("用水50个立方。", "It used 50 cubic metres of water.", &[]),
        ("以七折起拍。", "It was set 30 percent below the appraisal.", &[]),
        ("猪粮比价处于6∶1以下。", "The ratio stayed below 6:1.", &[]),
        ("以61比70落后9分。", "They trailed 61-70.", &[]),
        ("三分球32投15中。", "It hit 15 of 32 shots from beyond the arc.", &[]),
        ("比上年同月增加12.3%。", "It rose 12.3 percent year on year.", &[]),
        ("1美元由157.9日元跌到156.4日元。", "The dollar fell from 157.9 to 156.4 yen.", &[]),
        ("利润435亿日元。", "The profit was ¥43.5 billion.", &[]),
        ("申请PCT专利6230件。", "It filed 6,230 PCT applications.", &[]),
        ("票房突破10亿元。", "It took six days to cross 1bn yuan.", &[]),
        ("共30轮240场比赛。", "There were 240 matches over 30 rounds.", &[]),
        ("30轮共进球720个。", "Over 30 rounds 720 goals were scored.", &[]),
        ("线路达到518.3公里。", "The lines extended over 518.3 km.", &[]),
        ("收购价每斤4元。", "They cost 4 yuan per jin (500 g).", &[]),
        ("九分之一的班级超过30人。", "One class in nine has more than 30.", &[]),
        ("车程一个半小时。", "The drive takes 90 minutes.", &[]),
        ("由2小时40分缩短至1小时10分。", "It takes 70 minutes, down from 160 minutes.", &[]),
        ("每投入1美元可回报9美元。", "Every dollar brings a return of nine dollars.", &[]),
        ("年近七旬的护林员。", "The ranger is nearly 70.", &[]),
        ("二十四载如一日。", "Day in, day out for 24 years.", &[]),
        ("翻了近六番。", "It has doubled nearly six times over.", &[]),
        ("不低于1亿元、不超过2亿元。", "Between RMB 100 million and RMB 200 million.", &[]),
        ("指数为50.2%。", "The index was 50.2.", &[]),
        ("有上百条渔船。", "There were a hundred or so fishing boats.", &[]),
        ("最大风力13级，风速每秒38米。", "Winds of up to 38 metres per second blew.", &[]),
        ("三次产业结构为7.1∶43.8∶49.1。", "The shares were 7.1, 43.8 and 49.1 percent.", &[]),
        ("每月不超过35美元。", "It capped insulin costs at $35 a month.", &[]),
        ("达到十亿分之1934。", "It reached 1,934 parts per billion.", &[]),
        (
            "先后跨过7000亿元、8000亿元两个台阶。",
            "It passed 700 billion and 800 billion yuan.",
            &[],
        ),
        (
            "养老金每月上调20元，达到123元。",
            "The pension will go up to 123 yuan, an increase of 20 yuan.",
            &[],
        ),
        (
            "80岁以上50元，90岁以上100元，百岁以上300元。",
            "Centenarians get 300 yuan, those over 90 get 100 yuan, those over 80 get 50 yuan.",
            &[],
        ),
    ]);
}

#[test]
fn what_only_looks_like_an_idiom_is_told() {
    hold(&[
        (
            "车票最高打5.5折。",
            "Tickets are up to 55 percent off.",
            &[
                "error number-missing @ “Tickets are up to 55 percent off.”",
                "error number-added @ “55 percent”",
            ],
        ),
        ("猪粮比价处于6∶1以下。", "The ratio stayed at 6:1.", &["error hedge-lost @ “1”"]),
        (
            "球队踢了30场比赛。",
            "The team played more than 30 matches.",
            &["error hedge-lost @ “30”"],
        ),
        (
            "谈判进行了14轮。",
            "The talks went on for at least 14 rounds.",
            &["error hedge-lost @ “14”"],
        ),
        ("售价为¥5000。", "It costs 5,000 yen.", &["error unit-changed @ “5,000 yen”"]),
        (
            "由3%降为1%。",
            "It was cut by four percentage points to one percent.",
            &[
                "error number-missing @ “It was cut by four percentage points to one percent.”",
                "error number-added @ “four percentage points”",
            ],
        ),
        (
            "九分之一的班级超过30人。",
            "One class in eight has more than 30.",
            &["error number-missing @ “One class in eight has more than 30.”"],
        ),
        (
            "车程一个半小时。",
            "The drive takes 80 minutes.",
            &[
                "error number-missing @ “The drive takes 80 minutes.”",
                "error number-added @ “80 minutes”",
            ],
        ),
        ("年近七旬的护林员。", "The ranger is nearly 80.", &["error number-added @ “80”"]),
        (
            "容量不超过300吨。",
            "It has a capacity of 300 tonnes.",
            &["error hedge-lost @ “300 tonnes”"],
        ),
        (
            "死亡率6.8‰。",
            "Deaths per thousand: 6.8 percent.",
            &["error unit-changed @ “6.8 percent”"],
        ),
    ]);
}
