//! Days of the week: 星期三, 周二、四.

use super::Reader;
use crate::quantity::lexicon::numerals::han;
use crate::quantity::temporal::When;

impl Reader<'_> {
    pub(super) fn weekday(&mut self, at: usize, mark: char) {
        let head = &self.text[..at];
        let start = match mark {
            '期' if head.ends_with('星') => at - '星'.len_utf8(),
            '拜' if head.ends_with('礼') => at - '礼'.len_utf8(),
            '周' | '週' => at,
            _ => return,
        };
        let behind = at + mark.len_utf8();
        let Some(name) = self.behind(behind) else { return };
        let Some(day) = "一二三四五六日".find(name).or_else(|| "......天".find(name))
        else {
            return;
        };
        let day = if name == '天' { 7 } else { u32::try_from(day / 3).unwrap_or_default() + 1 };
        let end = behind + name.len_utf8();
        let is_short = start == at;
        // 每周三次, 两周一趟, 周一百.
        let is_counted = self.behind(end).is_some_and(|it| {
            "次天个節节场期趟班回遍年月周岁人家条".contains(it) || han(it).is_some()
        });
        let is_count = self.before(start).is_some_and(|it| {
            it.is_ascii_digit() || han(it).is_some() || matches!(it, '圆' | '多' | '几')
        });
        let is_name = is_short && (is_counted || is_count || name == '天');
        if !is_name {
            self.push(start..end, When::Weekday(day));
            self.more_weekdays(end);
        }
    }

    /// 周二、四、六.
    fn more_weekdays(&mut self, mut at: usize) {
        while let Some(rest) = self.text[at..].strip_prefix('、')
            && let Some(name) = rest.chars().next()
            && let Some(day) = "一二三四五六日".find(name)
        {
            let start = at + '、'.len_utf8();
            at = start + name.len_utf8();
            // A numeral of something else: 周二、三人.
            if !self.behind(at).is_none_or(|it| "、，。；和及开执举发".contains(it)) {
                return;
            }
            let day = u32::try_from(day / 3).unwrap_or_default() + 1;
            self.push(start..at, When::Weekday(day));
        }
    }
}
