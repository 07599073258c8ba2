//! Days by number, in the proleptic Gregorian calendar.

/// The first day of a month, 13 being January of the next year: years begin in March here, so that
/// the leap day is a year's last.
pub(super) fn first_day(year: u32, month: u32) -> i64 {
    let (year, month) = (i64::from(year), i64::from(month));
    let since_march = year * 12 + month - 3;
    let (year, month) = (since_march.div_euclid(12), since_march.rem_euclid(12));
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (month * 153 + 2).div_euclid(5)
}

/// The year that a day belongs to.
pub(super) fn year_of(day: i64) -> i64 {
    // 146 097 days are 400 years; what the leap days leave open is a year at most.
    let near = (day * 400).div_euclid(146_097);
    let begins = |year: i64| u32::try_from(year).map_or(i64::MAX, |year| first_day(year, 1));
    if begins(near + 1) <= day {
        near + 1
    } else if begins(near) <= day {
        near
    } else {
        near - 1
    }
}
