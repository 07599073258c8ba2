//! Two numbers that are the ends of one range: 3万至5万元, 3–5%, between 3 and 5.

use super::Mention;

/// What stands between the ends, beside words.
const JOINS: &[&str] = &["—", "——", "–", "-", "~", "～", "－"];

/// Words before the first of two numbers that make a change of them: from 3 to 5, by 3 to 5, 由3到5.
const CHANGES: &[&str] = &["from", "by", "由", "从", "自"];

/// Whether two numbers of a text, the one before the other, are the ends of a range: both of one kind
/// and unit, which the first need not name.
pub fn is_range(text: &str, one: &Mention, other: &Mention) -> bool {
    let (first, last) = (&one.quantity, &other.quantity);
    let is_alike = first.kind == last.kind && (first.unit.is_none() || first.unit == last.unit);
    let Some(between) = text.get(one.range.end..other.range.start).filter(|_| is_alike) else {
        return false;
    };
    let before = text[..one.range.start].trim_end();
    let ends_in = |word: &str| {
        let end = before.len().checked_sub(word.len()).and_then(|start| before.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(word))
    };
    let between = between.trim();
    match between {
        "至" | "到" | "to" => !CHANGES.iter().any(|word| ends_in(word)),
        "and" => ends_in("between"),
        _ => JOINS.contains(&between),
    }
}

#[cfg(test)]
mod tests {
    use super::is_range;
    use crate::lang::Lang;
    use crate::quantity::scan;

    #[test]
    fn the_ends_of_a_range_are_told_from_two_numbers() {
        for (text, lang, expected) in [
            ("每亩收入3万至5万元", Lang::Zh, true),
            ("增长3%～5%", Lang::Zh, true),
            ("由3万人增加到5万人", Lang::Zh, false),
            ("公园12个，学校3所", Lang::Zh, false),
            ("30,000 to 50,000 yuan", Lang::En, true),
            ("rose by 12.5 million yuan to 86 million yuan", Lang::En, false),
            ("增长12%至86亿元", Lang::Zh, false),
            ("由3万人到5万人", Lang::Zh, false),
            ("between 30 and 50 people", Lang::En, true),
            ("30 men and 50 women", Lang::En, false),
        ] {
            let mentions = scan(text, lang);
            assert_eq!(is_range(text, &mentions[0], &mentions[1]), expected, "{text}");
        }
    }
}
