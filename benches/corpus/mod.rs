//! A made-up archive of yearly reports in two languages: N sections of about 410 Chinese characters
//! and 290 English words with five figures each, and the sources that prove them.
//!
//! The same seed gives the same archive. It is valid: the checks find nothing in it.

pub(crate) mod peers;
pub(crate) mod site;
pub(crate) mod words;

use words::{FIRST, HEADINGS, ITEMS, Pair, SECOND, SENTENCES, TOPICS};

/// Sections whose numbers stand in one source.
pub(crate) const SECTIONS_PER_SOURCE: usize = 50;
/// The first year that is reported on.
const FIRST_YEAR: usize = 2000;
/// The most sections: one for each place and year.
pub(crate) const MOST_SECTIONS: usize = FIRST.len() * SECOND.len() * 25;

/// A file of a site: its path and its text.
pub(crate) type TextFile = (String, String);

/// The languages by their codes, the original first.
pub(crate) const LANGUAGES: [&str; 2] = ["zh", "en"];

/// A section: a place in a year.
pub(crate) struct Section {
    /// Its place in the archive, from 0.
    pub(crate) number: usize,
    /// Its name in addresses: `2013/qingchuan-2013`.
    pub(crate) slug: String,
    /// What the ids of its figures begin with: `qingchuan-2013`.
    pub(crate) id: String,
    /// The year.
    pub(crate) year: usize,
    /// The place in both languages.
    pub(crate) place: [String; 2],
    /// Its five figures.
    pub(crate) figures: Vec<Figure>,
    /// Its Markdown in both languages, with `[[name]]` for a figure and `{{next}}` for the address
    /// of the next section.
    pub(crate) body: [String; 2],
    /// The numbers of its topics.
    pub(crate) tags: [usize; 2],
    /// What its source says.
    pub(crate) evidence: String,
}

/// A figure.
pub(crate) struct Figure {
    /// The end of its id.
    pub(crate) name: &'static str,
    /// Its number in both languages.
    pub(crate) value: [String; 2],
    /// What it is, in both languages.
    pub(crate) label: [&'static str; 2],
    /// The words of the source.
    pub(crate) quote: String,
    /// More lines of its front matter.
    pub(crate) extra: &'static str,
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, seeded, the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` up to and without `high`.
    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low)
    }

    fn pick<'p>(&mut self, pairs: &'p [Pair]) -> &'p Pair {
        &pairs[usize::try_from(self.between(0, pairs.len() as u64)).expect("a small number")]
    }
}

/// The archive of `count` sections that belongs to a seed.
pub(crate) fn sections(count: usize, seed: u64) -> Vec<Section> {
    assert!(count <= MOST_SECTIONS, "there are names for {MOST_SECTIONS} sections");
    (0..count).map(|number| section(number, &mut Random(seed ^ (number as u64) << 20))).collect()
}

/// The name of the source that holds a section's numbers.
pub(crate) fn source_name(section: usize) -> String {
    format!("yearbook-{:04}", section / SECTIONS_PER_SOURCE + 1)
}

/// The day on which a section was published.
pub(crate) fn day(section: &Section) -> String {
    format!("{}-{:02}-{:02}", section.year + 1, section.number % 12 + 1, section.number % 28 + 1)
}

/// The id of a topic.
pub(crate) fn topic_id(topic: usize) -> String {
    TOPICS[topic].en.to_lowercase().replace(' ', "-")
}

fn section(number: usize, random: &mut Random) -> Section {
    let (year, place) = (FIRST_YEAR + number % 25, number / 25);
    let (first, second) = (&FIRST[place / SECOND.len()], &SECOND[place % SECOND.len()]);
    let name = format!("{}{}", first.en, second.en);
    let id = format!("{}-{year}", name.to_lowercase());
    let place = [format!("{}{}县", first.zh, second.zh), format!("{name} County")];
    let numbers = Numbers::new(random);
    let topics = TOPICS.len() as u64;
    let tag = random.between(0, topics);
    let other = (tag + random.between(1, topics)) % topics;
    Section {
        number,
        slug: format!("{year}/{id}"),
        id,
        year,
        figures: figures(&numbers, year, &place[0]),
        body: [
            body(&numbers, &place, year, random.0, 0),
            body(&numbers, &place, year, random.0, 1),
        ],
        evidence: evidence(&numbers, year, &place[0], random),
        place,
        tags: [tag, other].map(|tag| usize::try_from(tag).expect("a small number")),
    }
}

/// The numbers of a section, in tenths of what they are printed in.
struct Numbers {
    product: u64,
    growth: u64,
    jobs: u64,
    away: u64,
    air: u64,
    kindergartens: u64,
    road: u64,
}

impl Numbers {
    fn new(random: &mut Random) -> Numbers {
        let jobs = random.between(60, 900);
        Numbers {
            product: random.between(200, 9_990),
            growth: random.between(11, 149),
            jobs,
            away: random.between(11, jobs - 20),
            air: random.between(700, 999),
            kindergartens: random.between(12, 90),
            road: random.between(120, 980),
        }
    }
}

/// A number given in tenths, without an empty decimal.
fn tenths(number: u64) -> String {
    if number.is_multiple_of(10) {
        (number / 10).to_string()
    } else {
        format!("{}.{}", number / 10, number % 10)
    }
}

fn percent(number: u64) -> [String; 2] {
    [0, 1].map(|_| format!("{}%", tenths(number)))
}

/// Tenths of a hundred million yuan.
fn yuan(number: u64) -> [String; 2] {
    let decimals = format!("{:02}", number % 100);
    let billions = format!("{}.{decimals}", number / 100);
    let billions = billions.trim_end_matches('0').trim_end_matches('.').to_owned();
    [format!("{}亿元", tenths(number)), format!("{billions} billion yuan")]
}

/// Tenths of ten thousand people.
fn people(number: u64) -> [String; 2] {
    [format!("{}万人", tenths(number)), format!("{number},000 people")]
}

fn figures(numbers: &Numbers, year: usize, place: &str) -> Vec<Figure> {
    let [product, jobs, air, _] = statements(numbers, year, place);
    let figure = |name, value, label, quote: &str, extra| Figure {
        name,
        value,
        label,
        quote: quote.to_owned(),
        extra,
    };
    vec![
        figure(
            "product",
            yuan(numbers.product),
            ["地区生产总值", "Gross product of the county"],
            &product,
            "",
        ),
        figure(
            "growth",
            percent(numbers.growth),
            ["生产总值比上年增长", "Growth of the product on the year before"],
            &product,
            "",
        ),
        figure(
            "jobs",
            people(numbers.jobs),
            ["农村劳动力转移就业", "Rural workers in jobs away from the farm"],
            &jobs,
            "    form: parts\n    with: [away]\n",
        ),
        figure(
            "away",
            people(numbers.away),
            ["其中省外就业", "of whom outside the province"],
            &jobs,
            "",
        ),
        figure(
            "air",
            percent(numbers.air),
            ["空气质量优良天数比例", "Days with good air"],
            &air,
            "",
        ),
    ]
}

/// The sentences of the source that hold a section's numbers.
fn statements(numbers: &Numbers, year: usize, place: &str) -> [String; 4] {
    let Numbers { kindergartens, road, .. } = numbers;
    let [product, growth] = [&yuan(numbers.product)[0], &percent(numbers.growth)[0]];
    let [jobs, away] = [&people(numbers.jobs)[0], &people(numbers.away)[0]];
    [
        format!("{year}年{place}实现地区生产总值{product},比上年增长{growth}"),
        format!("{year}年{place}农村劳动力转移就业{jobs},其中省外就业{away}"),
        format!("{year}年{place}环境空气质量优良天数比例为{}", percent(numbers.air)[0]),
        format!("{year}年{place}新建改扩建幼儿园{kindergartens}所,改造农村公路{road}公里"),
    ]
}

fn evidence(numbers: &Numbers, year: usize, place: &str, random: &mut Random) -> String {
    let mut text = format!("{place}\n\n");
    for statement in statements(numbers, year, place) {
        text.push_str(&format!("{statement}。{}\n\n", random.pick(&SENTENCES).zh));
    }
    text
}

/// The Markdown in one language. Both languages draw the same sentences.
fn body(numbers: &Numbers, place: &[String; 2], year: usize, seed: u64, lang: usize) -> String {
    let mut random = Random(seed);
    let words = |pair: &Pair| if lang == 0 { pair.zh } else { pair.en };
    let gap = if lang == 0 { "" } else { " " };
    let sentences = |count: usize, random: &mut Random| -> String {
        let chosen: Vec<&str> = (0..count).map(|_| words(random.pick(&SENTENCES))).collect();
        chosen.join(gap)
    };
    let heading = |random: &mut Random| words(random.pick(&HEADINGS));
    let (product, jobs, rest, link) = numbered(numbers, &place[lang], year, lang);
    let mut text = format!("{product}{gap}{}\n\n", sentences(1, &mut random));
    text.push_str(&format!(
        "## {}\n\n{jobs}{gap}{}\n\n",
        heading(&mut random),
        sentences(1, &mut random)
    ));
    let first = usize::try_from(random.between(0, ITEMS.len() as u64)).expect("a small number");
    for place in 0..3 {
        text.push_str(&format!("- {}\n", words(&ITEMS[(first + place) % ITEMS.len()])));
    }
    text.push_str(&format!(
        "\n## {}\n\n{rest}{gap}{}\n\n",
        heading(&mut random),
        sentences(1, &mut random)
    ));
    text.push_str(&format!(
        "> {}\n\n{}\n\n{link}\n",
        sentences(1, &mut random),
        sentences(2, &mut random)
    ));
    text
}

/// The sentences with numbers: the product, the jobs, everything else; and the last one, a link.
fn numbered(
    numbers: &Numbers,
    place: &str,
    year: usize,
    lang: usize,
) -> (String, String, String, String) {
    let Numbers { kindergartens, road, .. } = numbers;
    if lang == 0 {
        (
            format!(
                "{place}发布的{year}年公报显示，全年实现地区生产总值[[product]]，比上年增长[[growth]]。"
            ),
            "农村劳动力转移就业[[jobs]]，其中省外就业[[away]]，其余的人在本省或本县找到了工作。"
                .to_owned(),
            format!(
                "空气质量优良天数比例为[[air]]。全年新建改扩建幼儿园{kindergartens}所，改造农村公路{road}公里。"
            ),
            "数字的前后变化，可以同[另一份公报]({{next}})对照着看。".to_owned(),
        )
    } else {
        (
            format!("The bulletin of {place} for {year} puts the gross product of the county at [[product]], up [[growth]] on the year before."),
            "Rural workers in jobs away from the farm came to [[jobs]], of whom [[away]] worked outside the province; the others found work inside it.".to_owned(),
            format!("The air was good on [[air]] of all days. Over the year {kindergartens} kindergartens were built, rebuilt or enlarged, and {road} kilometres of country road were renewed."),
            "How the numbers change can be seen by comparing them with [another bulletin]({{next}}).".to_owned(),
        )
    }
}
