"""Data files of which one field tells what has no field of its own."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import Resume, SectionKind

NAME = "name: Una Kettlewell\n"


def read(text: str) -> Resume:
    return YamlResumeReader().read((NAME + text).encode(), "resume.yaml")


def told(text: str, kind: SectionKind) -> list[tuple[str, str, str, str]]:
    """Of each entry the roles or the title, who, where, and the last day."""
    return [
        (
            "; ".join(role.text for role in entry.roles)
            or (entry.title.text if entry.title else ""),
            entry.organisation.text if entry.organisation else "",
            entry.location.text if entry.location else "",
            describe(entry.dates.end) if entry.dates and entry.dates.end else "",
        )
        for section in read(text).of_kind(kind)
        for entry in section.entries
    ]


def test_an_employer_behind_the_position_is_told_by_itself() -> None:
    text = """experiences:
  - {role: Rope Rigger @ Humber Yard, time: 2019 - 2021, company: }
  - {role: Boat Builder at Goole Slip, time: 2016 - 2019}
  - {role: Welder at night, time: 2015 - 2016}
"""
    assert told(text, SectionKind.WORK) == [
        ("Rope Rigger", "Humber Yard", "", "2021"),
        ("Boat Builder", "Goole Slip", "", "2019"),
        ("Welder at night", "", "", "2016"),
    ]


def test_where_a_field_says_who_a_position_keeps_its_words() -> None:
    text = (
        "work:\n  - {position: Lead @ Night, company: Quay Ltd, startDate: 2019, endDate: 2020}\n"
    )
    assert told(text, SectionKind.WORK) == [("Lead @ Night", "Quay Ltd", "", "2020")]


def test_a_date_behind_a_name_dates_what_no_field_does() -> None:
    text = """publications:
  - {title: Salt in ropes, conference: "Annals of Tides · May 3, 2014"}
education:
  - {degree: "BSc Botany (2012)", university: Hull College}
"""
    assert told(text, SectionKind.PUBLICATIONS) == [
        ("Salt in ropes", "Annals of Tides", "", "2014-05-03")
    ]
    assert told(text, SectionKind.EDUCATION) == [("BSc Botany", "Hull College", "", "2012")]


def test_a_year_that_is_part_of_a_name_dates_nothing() -> None:
    text = "education:\n  - {degree: BSc Botany, university: Vision 2030 College}\n"
    assert told(text, SectionKind.EDUCATION) == [("BSc Botany", "Vision 2030 College", "", "")]


def test_a_place_behind_a_dash_is_no_part_of_the_name() -> None:
    text = """education:
  - {degree: BSc, institution: "Tide College - Dover, Delaware"}
  - {degree: BSc, institution: "Tide College, Hull"}
"""
    assert [each[1:3] for each in told(text, SectionKind.EDUCATION)] == [
        ("Tide College", "Dover, Delaware"),
        ("Tide College, Hull", "Hull"),
    ]
