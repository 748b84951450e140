"""The times that questions name, as recruiters type them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.when import When, read_time
from ingest.resume import DateRange, PartialDate, Span

TODAY = date(2026, 11, 24)


def _window(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    when = read_time(text)
    assert when is not None
    return when.low, when.high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("where was she in 2015", (2015, 1), (2015, 12)),
        ("around march 2016", (2016, 3), (2016, 3)),
        ("mid 2014?", (2014, 5), (2014, 8)),
        ("early-2014", (2014, 1), (2014, 4)),
        ("at the end of 2018", (2018, 10), (2018, 12)),
        ("christmas 2018", (2018, 12), (2018, 12)),
        ("summer of 2016 - where", (2016, 6), (2016, 8)),
        ("between 2015 and 2017", (2015, 1), (2017, 12)),
        ("between apr 22 and apr 23", (2022, 4), (2023, 4)),
        ("which classes did he give 93-95?", (1993, 1), (1995, 12)),
        ("from '08 to '12", (2008, 1), (2012, 12)),
        ("in '99", (1999, 1), (1999, 12)),
        ("job in the 90s", (1990, 1), (1999, 12)),
        ("the late 1990s", (1997, 1), (1999, 12)),
        ("the noughties", (2000, 1), (2009, 12)),
        ("where did she work before 2010", (1, 1), (2009, 12)),
    ],
)
def test_a_time_is_read_as_its_first_and_last_month(
    text: str, low: tuple[int, int], high: tuple[int, int]
) -> None:
    assert _window(text) == (low, high)


@pytest.mark.parametrize(
    "text",
    ["did she lead 10 to 15 people", "is he in his 30s", "how long was she there", "2 papers"],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert read_time(text) is None


def _dates(start: PartialDate | None, end: PartialDate | None, current: bool = False) -> DateRange:
    return DateRange("", Span(0, 0, 1, 1), start, end, current)


def test_dates_touch_a_time_that_shares_a_month_with_them() -> None:
    spring = When(2013, 3, 5)
    assert spring.touches(_dates(PartialDate(2012, 8), PartialDate(2013, 3)), TODAY)
    assert not spring.touches(_dates(PartialDate(2012, 8), PartialDate(2013, 2)), TODAY)
    assert spring.touches(_dates(PartialDate(2013), PartialDate(2013)), TODAY)
    assert When(2026).touches(_dates(PartialDate(2020), None, current=True), TODAY)
    assert not When(2027).touches(_dates(PartialDate(2020), None, current=True), TODAY)


def test_a_season_by_itself_is_three_months() -> None:
    summer = _dates(PartialDate(2015, 6, season="summer"), PartialDate(2015, 6, season="summer"))
    assert When(2015, 8, 8).touches(summer, TODAY)
    assert not When(2015, 9, 11).touches(summer, TODAY)
