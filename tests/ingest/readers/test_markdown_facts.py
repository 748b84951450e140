"""Jobs told in labels, one below the other: "Company: ...", "Position: ...", "Period: ..."."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind


def jobs(page: str) -> list[Entry]:
    page = f"# Una Kettlewell\n\n## Work\n\n{page}"
    resume = MarkdownReader().read(page.encode(), "resume.md")
    return [entry for part in resume.of_kind(SectionKind.WORK) for entry in part.entries]


def told(entry: Entry) -> tuple[str, str, str]:
    return (
        entry.organisation.text if entry.organisation else "",
        "; ".join(role.text for role in entry.roles),
        entry.dates.text if entry.dates else "",
    )


TWO = [("Humber Yard Ltd", "Welder", "2016 to date"), ("Selby Boats Ltd", "Rigger", "2012 - 2016")]


@pytest.mark.parametrize("label", ["{}: ", "{}   : ", "**{}:** "])
def test_labels_in_lines_of_a_paragraph_tell_of_one_job(label: str) -> None:
    facts = (("Company", "Humber Yard Ltd"), ("Position", "Welder"), ("Period", "2016 to date"))
    others = (("Company", "Selby Boats Ltd"), ("Position", "Rigger"), ("Period", "2012 - 2016"))
    first, second = (
        "\n".join(label.format(name) + value for name, value in one) for one in (facts, others)
    )
    page = f"{first}\n{label.format('Reporting to')}Head Welder\n- Hulls\n\n{second}\n- Masts\n"
    found = jobs(page)
    assert [told(entry) for entry in found] == TWO
    said = [statement.text for statement in found[0].statements]
    assert [words.rpartition(":")[2].strip() for words in said] == ["Head Welder", "Hulls"]


def test_another_label_may_stand_between_and_the_place_behind_the_name() -> None:
    page = """**Company: Humber Yard Ltd, Goole**
Site: the old slip
Role: Welder
Period: 2016 to date
Duties:
* Hulls

**Company: Selby Boats Ltd, Selby**
Role: Rigger
Period: 2012 - 2016
Duties:
* Masts
"""
    assert [told(entry) for entry in jobs(page)] == TWO
    assert [entry.location and entry.location.text for entry in jobs(page)] == ["Goole", "Selby"]


@pytest.mark.parametrize(
    "page",
    [
        # A label alone begins nothing.
        "### Humber Yard Ltd\n\nWelder, 2016 - now\n\n- Hulls\n\nLocation: the old slip\n",
        # What completes the entry above begins none.
        "**Humber Yard Ltd**\nPosition: Welder\nPeriod: 2016 - now\n- Hulls\n",
        # Bullets of a job may have labels.
        "### Humber Yard Ltd\n\nWelder, 2016 - now\n\n- Team: nine\n- Period of the refit: 2019\n",
        # Other labels say things of it.
        "### Humber Yard Ltd\n\nWelder, 2016 - now\n\nTools: saw\nTeam: nine\n",
    ],
)
def test_labels_below_a_job_are_of_that_job(page: str) -> None:
    assert [told(entry)[0] for entry in jobs(page)] == ["Humber Yard Ltd"]


def test_what_is_called_the_same_is_the_one_above() -> None:
    page = """- **Same Day Couriers**, Rider, 2018 - now
- **Humber Yard Ltd**, Welder, 2012 - 2018
- **Same firm**, Rigger, 2008 - 2012
"""
    names = [told(entry)[0] for entry in jobs(page)]
    assert names == ["Same Day Couriers", "Humber Yard Ltd", "Humber Yard Ltd"]
