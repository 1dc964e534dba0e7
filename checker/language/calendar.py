"""The proleptic Gregorian calendar on day numbers, without limits on the year.

Day numbers are those of `datetime.date.toordinal` (1 is 1 January of year 1), carried on below 1
and beyond year 9999; years are astronomical (0 is 1 BC). The conversions follow Howard Hinnant,
"chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil and civil_from_days.
"""

from __future__ import annotations

from checker.language.types import Gap

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ERA = 146_097  # days in 400 years
_MARCH_1_YEAR_0 = -305  # a year counted from March ends with the leap day


def month_length(year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day that exists; see `month_length`."""
    era, year_of_era = divmod(year - (month <= 2), 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * _ERA + day_of_era + _MARCH_1_YEAR_0


def year_month_day(day: int) -> tuple[int, int, int]:
    """The year, month and day of a day number."""
    era, of_era = divmod(day - _MARCH_1_YEAR_0, _ERA)
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    day_of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    year = era * 400 + year_of_era + (month <= 2)
    return year, month, day_of_year - (153 * shifted + 2) // 5 + 1


def year_of(day: int) -> int:
    """The year that a day lies in."""
    return year_month_day(day)[0]


def weekday_of(day: int) -> int:
    """The day of the week, Monday 0 to Sunday 6."""
    return (day - 1) % 7


def month_after(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and month that lie so many months later (earlier: negative)."""
    years, month_index = divmod(month - 1 + months, 12)
    return year + years, month_index + 1


def add(day: int, gap: Gap) -> int:
    """The day a gap later: calendar months first, held back to the month's end, then days.

    Never decreasing in `day`: 30 and 31 January plus one month are both 28 February 2015.
    """
    if not gap.months:
        return day + gap.days
    year, month, in_month = year_month_day(day)
    year, month = month_after(year, month, gap.months)
    return day_number(year, month, min(in_month, month_length(year, month))) + gap.days


def latest_before(day: int, gap: Gap) -> int:
    """The latest day d for which `add(d, gap)` is not after `day`."""
    year, month, in_month = year_month_day(day - gap.days)
    from_year, from_month = month_after(year, month, -gap.months)
    longest = month_length(from_year, from_month)
    # a month's last day is also where longer months' later days were held back to
    at_end = in_month == month_length(year, month)
    return day_number(from_year, from_month, longest if at_end else min(in_month, longest))


def earliest_after(day: int, gap: Gap) -> int:
    """The earliest day d for which `add(d, gap)` is not before `day`."""
    year, month, in_month = year_month_day(day - gap.days)
    from_year, from_month = month_after(year, month, -gap.months)
    longest = month_length(from_year, from_month)
    if in_month <= longest:
        return day_number(from_year, from_month, in_month)
    return day_number(from_year, from_month, longest) + 1
