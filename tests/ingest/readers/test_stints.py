"""One line that tells of several positions, each with its years."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind
from tests.fixture_resumes import when

HEAD = "# Una Kettlewell\n\nHull, una@kettlewell.example\n\n## Experience\n\n"


def jobs(page: str) -> list[Entry]:
    resume = MarkdownReader().read((HEAD + page).encode(), "resume.md")
    return [entry for part in resume.of_kind(SectionKind.WORK) for entry in part.entries]


def held(entry: Entry) -> list[tuple[str, str]]:
    return [("; ".join(role.text for role in one.roles), when(one.dates)) for one in entry.walk()]


@pytest.mark.parametrize(
    "line",
    [
        "*Deckhand 2011-2014; Bosun 2014-2017; Wharf manager, Goole, 2017 - Sept 2020*",
        "*Deckhand* 2011 - 2014, *Bosun* 2014 - 2017 and *Wharf manager*, Goole, 2017 - Sept 2020",
        "Deckhand (2011-2014), then Bosun (2014-2017), then Wharf manager, Goole (2017 - 09/2020)",
    ],
)
def test_positions_in_one_line_have_years_of_their_own(line: str) -> None:
    (job,) = jobs(f"### Tinlake Harbour Ltd, Hull\n\n{line}\n\n- Moved the buoys\n")
    assert job.organisation is not None
    assert job.organisation.text == "Tinlake Harbour Ltd"
    assert held(job)[1:] == [
        ("Deckhand", "2011 - 2014"),
        ("Bosun", "2014 - 2017"),
        ("Wharf manager", "2017 - 2020-09"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "**Tinlake Works** — *Senior welder* (1 Apr 2021 – ) / *Welder* (Feb 2018 – Mar 2021)",
        "**Tinlake Works**: Senior welder (Apr 2021 – now), Welder (Feb 2018 – Mar 2021)",
    ],
)
def test_the_employer_in_bold_may_stand_before_the_positions(line: str) -> None:
    job, other = jobs(f"{line}\n\n**Humber Ferries** — *Deckhand*, Goole, 2015 to 2018\n")
    assert job.organisation is not None
    assert job.organisation.text == "Tinlake Works"
    (_, *posts) = held(job)
    assert [role for role, _ in posts] == ["Senior welder", "Welder"]
    assert [time.partition(" - ")[2] for _, time in posts] == ["now", "2021-03"]
    assert held(other) == [("Deckhand", "2015 - 2018")]


def test_two_digits_are_the_year_that_the_next_position_begins_in() -> None:
    (job,) = jobs(
        "### Tinlake Harbour\n\n*Deckhand 2004-06, Bosun 2006-2011*\n\n- Moved the buoys\n"
    )
    assert held(job)[1:] == [("Deckhand", "2004 - 2006"), ("Bosun", "2006 - 2011")]


def test_a_line_that_says_more_is_left_whole() -> None:
    for line in (
        "Deckhand 2011-2014, Bosun 2014-2017 and glad of it",
        "moved buoys 2011-2014, counted seals 2014-2017",
    ):
        (job,) = jobs(f"### Clerk, Tinlake Harbour, 2011 - 2017\n\n{line}\n")
        assert not any(len(entry.roles) == 1 and entry.dates for entry in job.children)


def test_a_position_held_since_a_year_within_the_stay_is_no_stint_of_its_own() -> None:
    line = "- **Rigger**, then **Head Rigger** (from 2009), Tinlake Works, Hull (2004 - 2013)\n"
    (job,) = jobs(f"{line}  - Masts of wood\n  - Sails\n")
    assert job.organisation is not None
    assert (job.organisation.text, when(job.dates)) == ("Tinlake Works", "2004 - 2013")
    assert [role.text for role in job.roles] == ["Rigger", "Head Rigger"]
