from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import FoundDates, date_range, find_dates, parse_iso, says_present
from ingest.durations import covers, describe, merge, months_between, span_in_months
from ingest.resume import DateRange, PartialDate, Span

TODAY = date(2026, 3, 15)
HERE = Span(0, 1, 1, 1)


def the_one(text: str) -> FoundDates:
    (found,) = find_dates(text)
    return found


def shown(text: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            text[found.start : found.end],
            describe(found.first) if found.first else None,
            describe(found.last) if found.last else None,
        )
        for found in find_dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016 - 2020", "2016", "2020"),
        ("2016-2020", "2016", "2020"),
        ("2016-04 .. 2020-11", "2016-04", "2020-11"),
        ("08/2016 - 09/2016", "2016-08", "2016-09"),
        ("Dec 2013 -- Dec 2014", "2013-12", "2014-12"),
        ("Oct 2010 – July 2012", "2010-10", "2012-07"),
        ("07.2015 – 12.2018", "2015-07", "2018-12"),
        ("07.2015. – 12.2018", "2015-07", "2018-12"),
        ("01.02.2019. - 31.03.2020", "2019-02-01", "2020-03-31"),
        ("2016. - 2020", "2016", "2020"),
        ("01.02.2019 - 31.03.2020", "2019-02-01", "2020-03-31"),
        ("08/16 - 09/17", "2016-08", "2017-09"),
        ("Mar - Jul 2019", "2019-03", "2019-07"),
        ("Jan 13 - Mar 14", "2013-01", "2014-03"),
        ("Oct 98 – Mar 02", "1998-10", "2002-03"),
        ("Jan 13 - March 2014", "2013-01", "2014-03"),
        ("June 10 - July 15, 2019", "2019-06-10", "2019-07-15"),
        ("04-Feb-26", "2026-02-04", "2026-02-04"),
        ("March-24-2014", "2014-03-24", "2014-03-24"),
        ("24-March-2014 - September-16- 2014", "2014-03-24", "2014-09-16"),
        ("May 2010-2014", "2010-05", "2014"),
        ("04-Feb-25 to 11-Oct-25", "2025-02-04", "2025-10-11"),
        ("19th May 2019 - 24th May", "2019-05-19", "2019-05-24"),
        ("20th Dec 2018 – 3rd Jan", "2018-12-20", "2019-01-03"),
        ("Nov 2018 - Feb", "2018-11", "2019-02"),
        ("February & May – June 2024", "2024-02", "2024-06"),
        ("Nov - Feb 2020", "2019-11", "2020-02"),
        ("July & August 2021", "2021-07", "2021-08"),
        ("Dec and Jan 2020", "2019-12", "2020-01"),
        ("Juli und August 2021", "2021-07", "2021-08"),
        ("Summer 2013", "summer 2013", "summer 2013"),
        ("Fall 2015", "autumn 2015", "autumn 2015"),
        ("Winter 2015/16", "winter 2015", "2016"),
        ("2018/2019", "2018", "2019"),
        ("2011 / 11", "2011-11", "2011-11"),
        ("2016-08", "2016-08", "2016-08"),
        ("2016-08-24", "2016-08-24", "2016-08-24"),
        ("2016-20", "2016", "2020"),
        ("2009–11", "2009", "2011"),
        ("2019", "2019", "2019"),
        ("Sept '19", "2019-09", "2019-09"),
        ("15 May 2020", "2020-05-15", "2020-05-15"),
        ("May 15th, 2020", "2020-05-15", "2020-05-15"),
        ("mid-2017 to late 2019", "2017", "2019"),
        ("Q3 2019", "2019", "2019"),
        ("between 2015 and 2018", "2015", "2018"),
        ("März 2018 bis Juni 2019", "2018-03", "2019-06"),
        ("de 2012 à 2015", "2012", "2015"),
        ("15 de mayo de 2020", "2020-05-15", "2020-05-15"),
        ("2016年9月 - 2020年6月", "2016-09", "2020-06"),
        ("2010年至年2012年", "2010", "2012"),
        ("03/04/2016", "2016", "2016"),
        ("25/04/2016", "2016-04-25", "2016-04-25"),
        ("01/09/2019 – 30/06/2021", "2019-09-01", "2021-06-30"),
        ("04/13/2019 - 06/05/2021", "2019-04-13", "2021-06-05"),
        ("von Oktober 2012 bis März 2019", "2012-10", "2019-03"),
        ("WS 2010/11 – Sommer 2012", "winter 2010", "summer 2012"),
        ("du 1er mars 2015 au 30 août 2019", "2015-03-01", "2019-08-30"),
        ("janvier - juin 2019", "2019-01", "2019-06"),
        ("desde enero de 2015 hasta enero de 2017", "2015-01", "2017-01"),
        ("Feb. 2017 – feb. 2021", "2017-02", "2021-02"),
        ("set 2018 – jul 2021", "2018-09", "2021-07"),
        ("set/2018 a out/2019", "2018-09", "2019-10"),
        ("jan/19 – mar/21", "2019-01", "2021-03"),
        ("de fevereiro de 2016 a agosto de 2018", "2016-02", "2018-08"),
        ("dal 2015 al 2018", "2015", "2018"),
        ("2016.08 – 2019.06", "2016-08", "2019-06"),
        ("2018.7-2019.12", "2018-07", "2019-12"),
        ("2015年7月至2015年12月", "2015-07", "2015-12"),
        ("2019年春季", "spring 2019", "spring 2019"),
        ("Nov18 - Mar21", "2018-11", "2021-03"),
        ("Sep2017 – Jan2018", "2017-09", "2018-01"),
        ("Oct2020", "2020-10", "2020-10"),
    ],
)
def test_a_date_or_range_is_read_as_written(text: str, first: str, last: str) -> None:
    assert shown(text) == [(text, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "June 1661 - now",
        "2015–present",
        "Jan. 2019 to date",
        "from March 2018 until today",
        "since 2012",
        "seit 03/2019",
        "2019 onwards",
        "2012年至今",
        "marzo de 2018 - actualidad",
        "2019 (present)",
        "2016 -",
        "Oct 14 - Present",
        "Sep 2018, present",
        "Sept. 2019 bis heute",
        "08.2019-dato",
        "Depuis septembre 2019",
        "2019 – à ce jour",
        "desde enero de 2015 hasta la fecha",
        "Marzo de 2021 – Actualidad",
        "ago/2021 – atual",
        "set 2018 - atual",
        "set. de 2019 até o momento",
        "da marzo 2019 ad oggi",
        "van 2015 tot heden",
        "2018.7-至今",
        "2016年8月 - 现在",
        "自2019年7月起",
        "2019 →",
        "03/2019 ->",
        "2019/03 → nykyään (present)",
        "11.2021 – dosud",
        "2019 – obecnie",
        "08/2019 - nu",
        "2019 — по настоящее время",
        "2019 - ...",
        "2019 – …",
        "2019-03 .. now",
        "03/2019 to till date",
        "Mar 2019 to till now",
        "Jul19 - now",
    ],
)
def test_a_range_without_end_goes_on(text: str) -> None:
    found = the_one(text)
    assert (found.current, found.last, text[found.start : found.end]) == (True, None, text)
    assert found.first is not None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2019–: Welder, Luton", "2019–"),
        ("2019 – : Welder, Luton", "2019 –"),
        ("2019– Welder, Luton", "2019–"),
        ("Welder, Luton. 2019 → | Hull", "2019 →"),
        ("2019 – nyt (now). Welder", "2019 – nyt (now)"),
    ],
)
def test_a_dash_with_no_end_behind_it_goes_on(text: str, dates: str) -> None:
    found = the_one(text)
    assert (found.current, text[found.start : found.end]) == (True, dates)


@pytest.mark.parametrize(
    "text",
    [
        "2019 – Best Weld of the Year",
        "2019- Best Weld of the Year",
        "2019 → Foreman",
        "won in 2019– and again",
        "2019 – kort (see below)",
        "2019– Luton Weld 4000",
        "2019 – nuovo",
        "2019 - ... and so on",
    ],
)
def test_a_dash_before_other_words_is_no_range(text: str) -> None:
    assert the_one(text).first == the_one(text).last


@pytest.mark.parametrize("text", ["Ongoing", "Present", "Current", "(current)", "Berlin | now"])
def test_present_alone_is_found_where_it_stands_for_itself(text: str) -> None:
    assert the_one(text).current


@pytest.mark.parametrize(
    "text",
    [
        "2010-2014 (expected)",
        "2017 (expected)",
        "expected May 2026",
        "(Expected graduation: May 2026)",
        "May 2026, expected",
    ],
)
def test_the_word_that_marks_a_date_as_planned_belongs_to_it(text: str) -> None:
    found = the_one(text)
    assert found.expected
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "May 2023 – (expected May 2026)",
        "May 2023 - [planned: May 2026]",
        "May 2023 to (anticipated) May 2026",
    ],
)
def test_a_range_may_say_in_brackets_that_its_end_is_planned(text: str) -> None:
    found = the_one(text)
    assert found.expected
    assert found.last == PartialDate(2026, 5)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "+00 (0)00 000 0000",
        "(912) 555-4321",
        "912 555 2014",
        "+49 170 2016 2018",
        "4 million users, 35% faster, $1.1 billion, $2000 saved",
        "DB1101 and CS2011 with MP4 files",
        "ISBN 978-1-9848-2014-0",
        "1000+ engineers, 2000+ users",
        "Python 3.11, release 1.2019.4",
        "https://example.org/2019/05/post",
        "6th Sept - 29th Feb, May 14, Aug 31 - Sep 4, at 12:30",
        "resume_2019.pdf, COVID-2019, user2019@example.org, the 2010s",
        "may present current findings to march teams in the fall",
        "ticket #2019, 2,016 items",
        "IDE 2019.3, 3 years ago, mar/19, lug nuts, Gen Z, juni",
        "boards Mar18 and Dec10, channel Oct12-14, dec0de, Jan2019b",
    ],
)
def test_other_numbers_and_words_are_no_dates(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("text", ["2019: June 10 - July 15", "June 10 - July 15 (2019)"])
def test_digits_beside_a_month_are_a_day_where_the_year_stands_beside(text: str) -> None:
    assert {found.first.year for found in find_dates(text) if found.first} == {2019}


def test_several_dates_of_a_line_come_in_order_with_their_offsets() -> None:
    text = "_India 2014-2016_, since March 2018 (part time), 2019 to present"
    assert [words for words, _, _ in shown(text)] == [
        "2014-2016",
        "since March 2018",
        "2019 to present",
    ]


def test_until_and_from_leave_the_other_end_unknown() -> None:
    until = the_one("until 2015")
    assert (until.first, until.last, until.current) == (None, PartialDate(2015), False)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2018-2015", "The range ends (2015) before it starts (2018)."),
        ("13/2016", "There is no month 13."),
        ("31 February 2020", "There is no day 31 in February 2020."),
    ],
)
def test_impossible_dates_say_what_is_wrong(text: str, sentence: str) -> None:
    assert the_one(text).problem == sentence


def test_a_bare_year_is_told_from_other_dates() -> None:
    assert the_one("in 2019").only_year
    assert not the_one("in May 2019").only_year


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016", PartialDate(2016)),
        (2016, PartialDate(2016)),
        ("2016-08", PartialDate(2016, 8)),
        (" 2016-08-24 ", PartialDate(2016, 8, 24)),
        ("2016-08-24T00:00", PartialDate(2016, 8, 24)),
        ("2016-08-24T10:11:12.000Z", PartialDate(2016, 8, 24)),
        ("Aug 2016", PartialDate(2016, 8)),
        ("Present", None),
        ("2016-13-01", None),
        ("2016 - 2020", None),
        ("in 2016", None),
        (True, None),
        (None, None),
        (20.16, None),
        ("", None),
    ],
)
def test_json_resume_dates_drift(value: object, expected: PartialDate | None) -> None:
    assert parse_iso(value) == expected


def test_present_as_an_end_date_is_known() -> None:
    assert says_present("Present") and says_present("now")
    assert not says_present("2016") and not says_present(None) and not says_present("presently not")


def ranged(text: str) -> DateRange:
    return date_range(the_one(text), text, HERE)


@pytest.mark.parametrize(
    ("text", "months", "exact"),
    [
        ("2016 - 2020", 48, False),
        ("07/2013 - 12/2013", 5, True),
        ("2024-06-01 - 2024-09-01", 3, True),
        ("2019-01-01 - 2019-12-31", 12, True),
        ("2019-01-15 - 2019-03-13", 1, True),
        ("2024-01 - present", 26, True),
        ("2016 - 08/2020", 48, False),
        ("2019", 0, False),
    ],
)
def test_durations_are_whole_months_as_exact_as_the_dates(
    text: str, months: int, exact: bool
) -> None:
    assert span_in_months(ranged(text), TODAY) == (months, exact)


def test_a_reversed_or_half_known_range_has_no_duration() -> None:
    assert span_in_months(ranged("2018-2015"), TODAY) is None
    assert span_in_months(ranged("until 2015"), TODAY) is None


def test_a_range_covers_both_of_its_ends() -> None:
    years = ranged("2016 - 2020")
    assert covers(years, 2016, 1, TODAY) and covers(years, 2020, 12, TODAY)
    assert covers(years, 2018, None, TODAY) and not covers(years, 2021, None, TODAY)
    months = ranged("08/2016 - 09/2016")
    assert covers(months, 2016, None, TODAY) and covers(months, 2016, 9, TODAY)
    assert not covers(months, 2016, 10, TODAY)
    assert covers(ranged("2024 - now"), 2026, 3, TODAY)
    assert not covers(ranged("2024 - now"), 2026, 4, TODAY)


def test_overlapping_ranges_count_once() -> None:
    jobs = [ranged("01/2016 - 01/2018"), ranged("07/2017 - 07/2018"), ranged("01/2020 - 02/2020")]
    assert merge(jobs, TODAY) == 30 + 1
    assert merge([], TODAY) == 0


def test_an_end_before_its_start_is_no_time_at_all() -> None:
    assert months_between(PartialDate(2020), PartialDate(2019)) == 0


_WORDS = st.sampled_from(
    [
        "2016",
        "May",
        "-",
        "–",
        " ",
        "/",
        "13",
        "'19",
        "now",
        "(",
        ")",
        "expected",
        "since",
        "年",
        "to",
    ]
)


@given(st.one_of(st.text(), st.lists(_WORDS).map("".join), st.lists(_WORDS).map(" ".join)))
def test_any_text_yields_ordered_matches_within_it(text: str) -> None:
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert date_range(found, text, HERE).text == text[found.start : found.end]
        assert found.current or found.first or found.last


@given(st.one_of(st.text(), st.integers(), st.none(), st.floats(), st.booleans()))
def test_any_value_is_a_date_or_none(value: object) -> None:
    parsed = parse_iso(value)
    assert parsed is None or 1500 <= parsed.year <= 2100


def test_a_company_s_legal_form_is_no_word_before_a_date() -> None:
    (found,) = find_dates("Nordvik Robotics AB 2018 - 2023")
    assert found.start == len("Nordvik Robotics AB ")
    (since,) = find_dates("Nordvik Robotics, ab 2018")
    assert since.last is None


@pytest.mark.parametrize(
    "text",
    [
        "2024 – Present (expected: May 2028)",
        "2024 - now | expected graduation: May 2028",
        "2024 to date, graduating May 2028",
    ],
)
def test_what_goes_on_may_have_a_planned_end(text: str) -> None:
    (dates,) = find_dates(text)
    assert (dates.start, dates.end) == (0, len(text))
    assert (dates.first, dates.last) == (PartialDate(2024), PartialDate(2028, 5))
    assert dates.expected
    assert not dates.current


def test_another_date_behind_what_goes_on_is_no_end_of_it() -> None:
    texts = (
        "2024 - Present (since May 2025 full time)",
        "2024 - Present, 2028",
        "2024 - now (exp. 3)",
    )
    assert all(find_dates(text)[0].current for text in texts)


@pytest.mark.parametrize(
    "text", ["2016 – 18", "(2016 - 18)", "2016--18", "Hull | 2016 – 18 | Welder"]
)
def test_two_digits_behind_a_dash_in_blanks_are_the_year_of_the_end(text: str) -> None:
    (dates,) = find_dates(text)
    assert (dates.first, dates.last) == (PartialDate(2016), PartialDate(2018))


@pytest.mark.parametrize("text", ["2016 - 18 boats", "2016 – 10", "2016 – 18 Sep"])
def test_a_number_that_counts_or_is_no_later_year_ends_nothing(text: str) -> None:
    assert find_dates(text)[0].last == PartialDate(2016)


@pytest.mark.parametrize(
    ("text", "current"),
    [("2018-\tQuay Ltd", True), ("03/2018 -\tQuay Ltd", True), ("2018-\t2020", False),
     ("2018- Quay Ltd", False), ("2018-\tQuay Ltd\t2021", False)],
)  # fmt: skip
def test_a_hyphen_that_ends_the_column_of_a_year_leaves_its_range_open(
    text: str, *, current: bool
) -> None:
    assert find_dates(text)[0].current is current
