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


def test_a_school_below_the_thesis_is_that_of_the_degree_above() -> None:
    page = """Education
======
* PhD Marine Biology
  * Louse Larvae Settlement Under Northern Light
  * University of Bergen, Bergen, 2019
* MRes Fishing Technologies (Distinction)
  * Nets of Cotton
  * Heriot-Watt University, 2014
* Diploma in Diving
  * Nordic Diving Center, 2010
"""
    assert list(map(told, entries(SectionKind.EDUCATION, page))) == [
        ("University of Bergen", "PhD Marine Biology", "Bergen", "2019"),
        ("Heriot-Watt University", "MRes Fishing Technologies", "", "2014"),
        ("Nordic Diving Center", "Diploma in Diving", "", "2010"),
    ]


def test_what_was_done_in_a_year_or_as_what_is_no_job_inside_another() -> None:
    page = """Employment
======
* **Net Engineer**, Knutsrud Nett, Bergen (2013 - March 2019)
  * Two deep sea trawls, *Sild* (2015) and *Sild 2* (2018)
* Lecturer (2011-now)
  * Bergen Maritime College
  * Duties include: Head of ropes (2021-now), Lecturer (2011-now)
"""
    jobs = entries(SectionKind.WORK, page)
    assert [len(job.children) for job in jobs] == [0, 0]
    assert list(map(told, jobs)) == [
        ("Knutsrud Nett", "Net Engineer", "Bergen", "2013 - 2019-03"),
        ("Bergen Maritime College", "Lecturer", "", "2011 - now"),
    ]


def test_the_employer_below_may_stand_beside_who_received_one_and_the_town() -> None:
    page = """Research positions
======
* Spring 2025: Visiting researcher
  * University of Tromsø, host: Dr. Ada Vik
* 2020 - 2022: Research assistant
  * HAVFO, Ålesundet
  * Counted lice.
* Summer 2016: Field assistant
  * Sjøstasjon Nord, dives under ice, in the dark
"""
    assert list(map(told, entries(SectionKind.WORK, page))) == [
        ("University of Tromsø", "Visiting researcher", "", "spring 2025"),
        ("HAVFO", "Research assistant", "Ålesundet", "2020 - 2022"),
        ("Sjøstasjon Nord", "Field assistant", "", "summer 2016"),
    ]
