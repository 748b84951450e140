"""Positions that one line tells in their order, with since or until when one of them was held."""

from __future__ import annotations

import pytest

from ingest.dates import find_dates
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind
from ingest.structure.steps import steps_in


def jobs(text: str) -> list[Entry]:
    resume = MarkdownReader().read(f"# Oda Brekke\n\n## Work\n\n{text}".encode(), "resume.md")
    return [one for section in resume.of_kind(SectionKind.WORK) for one in section.entries]


@pytest.mark.parametrize(
    "line",
    [
        "Dairy Worker; from 2016 Head Cheesemaker",
        "Dairy Worker; Second in the Creamery from Sept 2024 (band 2b)",
        "Head Cheesemaker, caves 1-3; before that Dairy Worker until Dec 2022",
        "Dairy Worker → Head Cheesemaker (from 2018)",
        "Dairy Worker, then from 2014 cheesemaker",
    ],
)
def test_since_when_a_later_position_was_held_dates_not_the_stay(line: str) -> None:
    assert steps_in(line, find_dates(line))


@pytest.mark.parametrize(
    "line",
    [
        "Cheesemaker, Odda Ysteri, from 2016",
        "Odda Ysteri; Cheesemaker from 2016",
        "Cheesemaker from 2016",
        "Dairy Worker → Cheesemaker 2016 - 2019",
        "Volunteer; taught swimming since 2012",
    ],
)
def test_other_dates_do(line: str) -> None:
    assert not steps_in(line, find_dates(line))


def test_the_stay_keeps_the_dates_of_the_employer_above() -> None:
    first, second = jobs(
        "**Odda Ysteri**, Odda (Feb 2012 - Aug 2019)\n"
        "*Dairy Worker; from 2016 Head Cheesemaker*\n\n- Two caves.\n\n"
        "**Voss Meieri**, Voss (Feb 2009 - Jan 2012)\n*Dairy Worker*\n\n- Vats.\n"
    )
    for job, who, when in (
        (first, "Odda Ysteri", "Feb 2012 - Aug 2019"),
        (second, "Voss Meieri", "Feb 2009 - Jan 2012"),
    ):
        assert job.organisation is not None
        assert job.organisation.text == who
        assert job.dates is not None
        assert job.dates.text == when
        assert not job.children
    assert [role.text for role in first.roles][:1] == ["Dairy Worker"]


def test_without_other_dates_a_stay_has_none() -> None:
    (job,) = jobs("### Odda Ysteri\n\n**Dairy Worker → Cheesemaker (from 2018)**\n\nTwo caves.\n")
    assert [role.text for role in job.roles] == ["Dairy Worker", "Cheesemaker"]
    assert job.dates is None
