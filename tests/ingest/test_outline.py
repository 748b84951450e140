from __future__ import annotations

import json
from typing import Any

from ingest.outline import gaps_between_jobs, outline
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.resume import PartialDate, Resume


def read(document: dict[str, Any]) -> Resume:
    return JsonResumeReader().read(json.dumps(document, indent=1).encode(), "resume.json")


def job(name: str, start: str, end: str | None = None) -> dict[str, str]:
    return {"name": name, "startDate": start, **({"endDate": end} if end else {})}


def gaps(*jobs: dict[str, str]) -> list[tuple[PartialDate, PartialDate]]:
    return [(gap.end, gap.start) for gap in gaps_between_jobs(read({"work": list(jobs)}))]


def test_the_outline_shows_what_was_understood_and_on_which_line() -> None:
    resume = read(
        {
            "basics": {"name": "Ida Nwosu", "label": "Lamp keeper", "email": "ida@nwosu.example"},
            "work": [
                {
                    "name": "Lighthouse",
                    "position": "Keeper",
                    "location": "Borkum",
                    "startDate": "2019-05",
                    "highlights": ["Kept the lamp lit", "Counted ships"],
                },
                job("Harbour", "2015", "2016-13"),
            ],
            "education": [{"institution": "School", "area": "Stars", "endDate": "2014"}],
            "hats": ["Bowler"],
        }
    )
    assert outline(resume).splitlines() == [
        "Ida Nwosu, Lamp keeper",
        "  email: ida@nwosu.example (line 5)",
        "",
        "Basics: 3 statements",
        "",
        "Work",
        "  Lighthouse; Keeper; Borkum; 2019-05 to now: 2 statements (line 9)",
        "  Harbour; 2015 to 2016 (line 19)",
        "",
        "Education",
        "  School; Stars; ? to 2014 (line 26)",
        "",
        "Hats [other]: 1 statement",
        "",
        "Gaps between jobs",
        "  2016 to 2019-05",
        "",
        "Warnings",
        "  line 21: endDate '2016-13': There is no month 13.",
        "  line 31: Unknown section 'hats': kept as it stands.",
    ]


def test_no_warnings_are_said_to_be_none() -> None:
    resume = read({"basics": {"name": "Ida"}, "skills": ["Knots"]})
    assert outline(resume).endswith("No warnings")


def test_months_apart_are_a_gap_and_the_next_month_is_none() -> None:
    assert gaps(job("A", "2015-01", "2016-03"), job("B", "2016-04", "2017-01")) == []
    assert gaps(job("B", "2016-06", "2017-01"), job("A", "2015-01", "2016-03")) == [
        (PartialDate(2016, 3), PartialDate(2016, 6))
    ]


def test_years_may_meet_at_the_turn_of_the_year() -> None:
    assert gaps(job("A", "2012", "2014"), job("B", "2015", "2016")) == []
    assert gaps(job("A", "2012", "2013"), job("B", "2015", "2016")) == [
        (PartialDate(2013), PartialDate(2015))
    ]


def test_a_job_beside_others_closes_their_gap() -> None:
    assert (
        gaps(job("A", "2012-01", "2013-01"), job("B", "2012-06", "2015-06"), job("C", "2015-07"))
        == []
    )
    assert gaps(job("A", "2010-01"), job("B", "2015-01", "2016-01"), job("C", "2018-01")) == []


def test_what_was_left_out_is_told_by_name_and_line() -> None:
    resume = read(
        {
            "$schema": "https://example.org",
            "basics": {"name": "Ida", "phone": {"private": True, "number": "0117"}},
            "skills": ["Knots"],
        }
    )
    assert outline(resume).split("\n\n")[-2] == (
        "Left out\n"
        "  line 2: $schema is for programs, no content.\n"
        "  line 5: basics/phone is marked private."
    )
