//! Days as front matter and sources give them: `2022-12-31`.

use crate::diag::{Code, Diagnostic, Edit, Fix, Sink, Span};

/// Reports a text that is no day of the Gregorian calendar written as `2022-12-31`. A day that is
/// written otherwise is told as it should be.
pub(super) fn check(text: &str, span: Span, sink: &mut Sink) {
    let found = match day(text) {
        Some(day) if day == text => return,
        Some(day) => Diagnostic::new(Code::InvalidValue, span, text!("invalid-value.day-form"))
            .hint(text!("hint.write-line", line = format!("date: {day}")))
            .fix(Fix::Edit(vec![Edit { span, text: day }])),
        None => {
            let message = match numbers(text) {
                Some(_) => text!("invalid-value.day", value = text),
                None => text!("invalid-value.no-day", value = text),
            };
            Diagnostic::new(Code::InvalidValue, span, message)
                .hint(text!("hint.write", example = "2022-12-31"))
        }
    };
    sink.push(found);
}

/// The day that a text names with its year first, however it parts the three numbers, as
/// `2022-12-31`; `None` where it names none.
pub fn day(text: &str) -> Option<String> {
    let [year, month, day] = numbers(text)?;
    (1..=days(year, month)).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Year, month and day, whether or not there is such a day.
fn numbers(text: &str) -> Option<[u16; 3]> {
    let rest = text.trim().trim_end_matches(['日', '号']);
    let digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
    let parts: Vec<&str> = rest.split(|letter: char| !digit(letter)).map(str::trim).collect();
    let marks: String = rest.chars().filter(|letter| !digit(*letter) && *letter != ' ').collect();
    let is_known = ["--", "//", "..", "年月", "－－", "／／", "．．"].contains(&marks.as_str());
    let numbers: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let [year, month, day] = numbers.as_slice() else { return None };
    let lengths = [year, month, day].map(|part| part.chars().count());
    let fits = lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2;
    (is_known && fits).then_some(())?;
    Some([number(year)?, number(month)?, number(day)?])
}

fn number(digits: &str) -> Option<u16> {
    let plain = |letter: char| match letter {
        '０'..='９' => char::from_u32(u32::from(letter) - u32::from('０') + u32::from('0')),
        _ => Some(letter),
    };
    digits.chars().filter_map(plain).collect::<String>().parse().ok()
}

/// How many days a month has.
fn days(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_those_of_the_calendar() {
        for good in ["2022-12-31", "2024-02-29", "2000-02-29"] {
            assert_eq!(day(good).as_deref(), Some(good));
        }
        for bad in [
            "2022-02-29",
            "1900-02-29",
            "2022-13-01",
            "2022",
            "2022-12-00",
            "22-12-31",
            "3/2/2024",
            "2024-2/3",
            "20240203",
            "2024--3",
            "2024年2月",
            "2022-+1-01",
            "+022-01-01",
            "",
        ] {
            assert_eq!(day(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_may_be_written_otherwise() {
        for other in [
            "2024-2-3",
            "2024/2/3",
            "2024/02/03",
            "2024.2.3",
            "2024年2月3日",
            "2024年2月3号",
            "2024 年 2 月 3 日",
            "２０２４年２月３日",
            "2024／2／3",
        ] {
            assert_eq!(day(other).as_deref(), Some("2024-02-03"), "{other}");
        }
    }
}
