"""Bullets that name a position or degree, with who and when in bullets of their own inside them."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind
from tests.fixture_resumes import when

Told = tuple[str, str, str, str]


def entries(kind: SectionKind, page: str) -> list[Entry]:
    resume = MarkdownReader().read(f"# Oda Brekke\n\n{page}".encode(), "cv.md")
    return [entry for part in resume.of_kind(kind) for entry in part.entries]


def told(entry: Entry) -> Told:
    who = entry.organisation.text if entry.organisation else ""
    place = entry.location.text if entry.location else ""
    return who, "; ".join(role.text for role in entry.roles), place, when(entry.dates)


def test_each_position_of_a_list_is_dated_in_its_first_bullet() -> None:
    page = """Work experience
======
* **Fish Health Adviser**
  * Norwegian Veterinary Institute, Bergen, 03/2021 - 06/2023
  * Wrote advice on lice for nine farms.
* **Net Designer**
  * Knutsrud Nett, 2017 - 2020
  * Duties included: drawing nets for cod.
* **Deck Hand**
  * Norwegian Coastal Institute, Tromsø, 2014 - 2016
"""
    assert list(map(told, entries(SectionKind.WORK, page))) == [
        ("Norwegian Veterinary Institute", "Fish Health Adviser", "Bergen", "2021-03 - 2023-06"),
        ("Knutsrud Nett", "Net Designer", "", "2017 - 2020"),
        ("Norwegian Coastal Institute", "Deck Hand", "Tromsø", "2014 - 2016"),
    ]


def test_the_bullet_that_dates_a_position_may_say_where() -> None:
    page = """Work experience
======
* Sjøvik Laks - Fish Welfare Engineer
  * March 2020 - Present
  * Counts lice.
* Knutsrud Nett - Net Engineer
  * May 2018 - January 2020, Bergen
  * Drew nets.
* Harbour Lab - Research Intern
  * Summer 2017
  * Weighed cod.
"""
    assert list(map(told, entries(SectionKind.WORK, page))) == [
        ("Sjøvik Laks", "Fish Welfare Engineer", "", "2020-03 - now"),
        ("Knutsrud Nett", "Net Engineer", "Bergen", "2018-05 - 2020-01"),
        ("Harbour Lab", "Research Intern", "", "summer 2017"),
    ]
