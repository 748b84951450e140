"""Dates where people put them and as people write them."""

from __future__ import annotations

import pytest
from fixture_resumes import Told, fixture, jobs, section, told, when

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind

FORMS = {
    "2016 - 2020": "2016 - 2020",
    "08/2016 - 09/2016": "2016-08 - 2016-09",
    "Dec 2013 -- Dec 2014": "2013-12 - 2014-12",
    "June 1661 - now": "1661-06 - now",
    "since 2012": "2012 - now",
    "Summer 2013": "summer 2013",
    "2011 / 11": "2011-11",
    "1999": "1999",
    "March 2015 - Present": "2015-03 - now",
}


def dated(fixture_name: str) -> list[Entry]:
    return list(section(fixture(fixture_name), SectionKind.WORK).entries)


def test_dates_stand_in_the_heading() -> None:
    assert jobs("dates-in-heading") == [Told("Bakkerij De Korenaar", "Head Baker", "2016 - 2020")]


def test_dates_stand_in_emphasis() -> None:
    assert jobs("dates-in-emphasis") == [
        Told("Bakkerij De Korenaar", "Head Baker", "2016 - 2020"),
        Told("Molen Vijf BV", "", "2012 - 2014"),
    ]


def test_dates_stand_in_a_code_span_on_the_line_above() -> None:
    resume = fixture("dates-in-code-above")
    assert [told(entry) for entry in section(resume, SectionKind.EDUCATION).entries] == [
        Told("University of Mendoza", "BSc Oenology", "2011 - 2014"),
        Told("Instituto Agrícola de San Rafael", "", "2009 - 2011", statements=0),
    ]
    assert jobs("dates-in-code-above") == [Told("Bodega Altamira", "Winemaker", "2014 - now")]


def test_dates_stand_right_of_a_separator() -> None:
    assert jobs("dates-after-separator") == [
        Told("Fjord Ferries AS", "Deckhand", "2016 - 2018"),
        Told("Lofoten Rescue Service", "Bosun", "2018-01 - 2019-12"),
        Told("Harbour Office of Bodø", "Clerk", "2019 - 2020"),
    ]


def test_dates_stand_in_a_span() -> None:
    assert jobs("dates-in-span") == [
        Told("Ysgol Bryn Elian", "", "2014-09 - 2019-07"),
        Told("Cardiff Science Museum", "", "2012 - 2014"),
    ]


def test_dates_stand_in_the_line_below() -> None:
    assert jobs("dates-line-below") == [
        Told("Stocznia Północna Shipyard", "Welder", "2006 - 2011"),
        Told("Port of Gdynia", "Crane Operator", "2012-01 - 2015-03"),
    ]


@pytest.mark.parametrize("written", FORMS)
def test_a_date_is_written_as(written: str) -> None:
    (entry,) = (each for each in dated("date-forms") if each.dates and each.dates.text == written)
    assert when(entry.dates) == FORMS[written]
    assert entry.dates is not None
    assert fixture("date-forms").source[entry.dates.span] == written


@pytest.mark.parametrize("written", FORMS)
def test_json_resume_may_write_it_likewise(written: str) -> None:
    entry = section(fixture("json/quirks.json"), SectionKind.WORK).entries[[*FORMS].index(written)]
    assert when(entry.dates) == FORMS[written]


def test_a_promotion_within_a_stay_does_not_say_when_the_stay_was() -> None:
    page = (
        "# Work\n\n### Thrower, later head thrower (from May 2011), Kiln Hill Pottery,"
        " *Oct 2008 - Mar 2014*\n\n- Threw jugs\n"
    )
    (entry,) = section(MarkdownReader().read(page.encode(), "cv.md"), SectionKind.WORK).entries
    assert when(entry.dates) == "2008-10 - 2014-03"


def test_a_reversed_range_is_told_with_its_line_and_kept_as_written() -> None:
    reversed_, _, fine = dated("dates-odd")
    assert reversed_.dates is not None
    assert reversed_.dates.text == "2019 - 2016"
    assert when(reversed_.dates) == "2019 - 2016"
    assert when(fine.dates) == "2010 - 2012"
    told_of = {each.line: each.message for each in fixture("dates-odd").warnings}
    assert told_of[5].endswith("The range ends (2016) before it starts (2019).")


def test_an_impossible_date_is_told_with_its_line_and_kept_as_written() -> None:
    _, impossible, _ = dated("dates-odd")
    assert impossible.dates is not None
    assert impossible.dates.text == "13/2014 - 02/2015"
    told_of = {each.line: each.message for each in fixture("dates-odd").warnings}
    assert told_of[9].endswith("There is no month 13.")
    assert sorted(told_of) == [5, 9]


def test_a_reversed_range_of_json_resume_is_told_with_its_line() -> None:
    (warning,) = fixture("json/quirks.json").warnings
    assert warning.message == "The range ends (2016-05) before it starts (2018-05)."
    assert warning.line == 18


def test_a_study_is_dated_by_its_own_sentence_and_not_by_its_thesis() -> None:
    page = """# Ivo Reed

## Education

- Ph.D. in History, Ohio Valley University, 2005. Dissertation: River Towns, 1932-1948
- B.Sc. in Geography, Vilnius University, 2001. Thesis: Retreat of the dunes since 1910
"""
    (studies,) = MarkdownReader().read(page.encode(), "r.md").of_kind(SectionKind.EDUCATION)
    assert [when(entry.dates) for entry in studies.entries if entry.dates] == ["2005", "2001"]
