"""Plain text whose headings stand between rules, and whose years leaders lead to."""

from __future__ import annotations

import pytest

from ingest.durations import describe
from ingest.readers.plain.reader import PlainTextReader
from ingest.resume import Entry, Resume

PAGE = """IDA HOLM
Master Baker
Moss, Norway        ida@holm.example        +47 555 01 21

{rule}
OVENS I KEPT, NEWEST FIRST
{rule}

Fjord Bread & Sons (three shops)
  Master Baker ..................... Oct 2021 to date
  Second Baker ..................... Jan 2018 - Mar 2020
  * eleven bakers
  * rye losses down by half

At home, April 2020 - Sept 2021
  Baked for the street. 2,100 loaves.

North Inn, Hull
  Pastry Cook ...................... 2015 - Nov 2017
  Kitchen Porter ................... 2012 - 2015

{rule}
SCHOOLS
{rule}
  Cookery school of Moss: Baking, 2011-12

{rule}
WHAT ELSE
{rule}
  Rows at six.

{rule}
LANGUAGES
{rule}
  Norwegian, English
"""


def page(rule: str) -> Resume:
    return PlainTextReader().read(PAGE.format(rule=rule).encode(), "resume.txt")


def told(entry: Entry) -> tuple[str, str, str]:
    begun = entry.dates.start if entry.dates else None
    return (
        ", ".join(role.text for role in entry.roles),
        entry.organisation.text if entry.organisation else "",
        describe(begun) if begun else "",
    )


@pytest.mark.parametrize("rule", ["*" * 40, "-" * 40, "=" * 30])
def test_lines_between_rules_are_headings_whatever_they_say(rule: str) -> None:
    resume = page(rule)
    assert resume.name is not None and resume.name.text == "IDA HOLM"
    assert [(part.kind.value, part.heading.text) for part in resume.sections if part.heading] == [
        ("work", "OVENS I KEPT, NEWEST FIRST"),
        ("education", "SCHOOLS"),
        ("other", "WHAT ELSE"),
        ("languages", "LANGUAGES"),
    ]


def test_posts_whose_years_leaders_lead_to_are_held_at_the_employer_above() -> None:
    jobs = next(part for part in page("*" * 40).sections if part.kind.value == "work").entries
    assert [(told(job)[1], [told(post) for post in job.children]) for job in jobs] == [
        (
            "Fjord Bread & Sons",
            [("Master Baker", "", "2021-10"), ("Second Baker", "", "2018-01")],
        ),
        ("At home", []),
        ("North Inn", [("Pastry Cook", "", "2015"), ("Kitchen Porter", "", "2012")]),
    ]
