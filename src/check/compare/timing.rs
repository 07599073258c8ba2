//! Whether something came early or late by a length of time: 提前20天 is not behind schedule.

use crate::check::prose::Passage;
use crate::lang::Lang;
use crate::quantity::Unit;

/// Words directly before a length of time in Chinese.
const EARLY_ZH: [&str; 4] = ["提前", "提早", "早", "早于"];
const LATE_ZH: [&str; 7] = ["推迟", "延后", "延误", "延迟", "晚", "迟", "滞后"];
/// Words behind it in English.
const EARLY_EN: [&str; 5] = [" earlier", " ahead of", " early", " in advance", " sooner"];
const LATE_EN: [&str; 5] = [" later", " late", " behind", " overdue", " delay"];
/// Words in front of it in English.
const HASTENED_EN: [&str; 4] =
    ["brought forward", "brought forward by", "moved forward by", "moved up by"];
const PUT_OFF_EN: [&str; 6] =
    ["postponed", "postponed by", "delayed by", "put off by", "pushed back by", "put back by"];

/// Whether the original has a length of time as late where the translation has it as early, or the
/// other way; `None` where they agree or one of them says neither.
pub(super) fn differing(
    original: (&Passage, usize),
    translation: (&Passage, usize),
) -> Option<bool> {
    let here = is_late(original.0, original.1)?;
    let there = is_late(translation.0, translation.1)?;
    (here != there).then_some(here)
}

fn is_late(passage: &Passage, index: usize) -> Option<bool> {
    let number = passage.numbers.get(index)?;
    number.quantity.unit.filter(|unit: &Unit| unit.is_time())?;
    let head = passage.text.get(..number.range.start)?;
    let behind = passage.text.get(number.range.end..)?;
    let (early, late) = match passage.lang {
        Lang::Zh => {
            let head = head.trim_end_matches(['了', '近', '约', '超', '逾', '整']);
            let ends = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
            (ends(&EARLY_ZH), ends(&LATE_ZH))
        }
        Lang::En => {
            let head = head.trim_end();
            let ends = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
            let starts = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
            (ends(&HASTENED_EN) || starts(&EARLY_EN), ends(&PUT_OFF_EN) || starts(&LATE_EN))
        }
    };
    (early != late).then_some(late)
}
