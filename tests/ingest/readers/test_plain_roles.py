"""Plain text in which each position at an employer has a line of its own, with its dates."""

from __future__ import annotations

from ingest.readers.plain.reader import PlainTextReader
from ingest.resume import Entry, Resume, SectionKind

PAGE = """MARA PIKE
12 Dock Rd                                   mara@pike.example
Hull                                         01482 496 010
================================================================

WORK HISTORY

HARBOUR CRANE WORKS LTD., Hull                   Apr 2018 to date
   Senior Rigger, Lifting & Ropes (since Jan '22)
      - Lifted the two halves of the new swing bridge into their place in
        one tide
      - Wrote the rope log that the whole yard has to fill in by hand today
   Crane Operations Partner (Apr '18 - Dec '21)
      - Carried the ledgers

GOOLE PAPER MILLS LTD., Goole                    Apr 2012 to March 2018
   Wet End Operator
      - Stopped the leaks

STUDIES
   BSc Botany, University of Hull                2009

SYSTEMS
   Excel, Sage

VOLUNTEERING & MISC.
   Treasurer, Hull Glee Club                     2015-2021
"""


def read(text: str) -> Resume:
    return PlainTextReader().read(text.encode(), "resume.txt")


def roles(entry: Entry) -> list[str]:
    return [role.text for role in entry.roles]


def test_positions_with_dates_of_their_own_are_held_at_the_employer_above() -> None:
    crane, mill = read(PAGE).of_kind(SectionKind.WORK)[0].entries
    assert crane.organisation is not None
    assert crane.organisation.text == "HARBOUR CRANE WORKS LTD."
    assert [roles(child) for child in crane.children] == [
        ["Senior Rigger"], ["Crane Operations Partner"],
    ]  # fmt: skip
    assert [len(child.statements) for child in crane.children] == [2, 1]
    assert roles(mill) == ["Wet End Operator"]


def test_a_line_further_left_than_the_bullets_is_no_more_of_one() -> None:
    crane = read(PAGE).of_kind(SectionKind.WORK)[0].entries[0]
    said = [line.text for line in crane.children[0].statements]
    assert said[1] == "Wrote the rope log that the whole yard has to fill in by hand today"


def test_headings_in_capitals_that_no_list_knows() -> None:
    resume = read(PAGE)
    assert [part.title for part in resume.sections if part.heading] == [
        "WORK HISTORY", "STUDIES", "SYSTEMS", "VOLUNTEERING & MISC.",
    ]  # fmt: skip
    assert resume.of_kind(SectionKind.VOLUNTEER)[0].entries


def test_a_rule_below_a_letterhead_underlines_none_of_its_lines() -> None:
    resume = read(PAGE)
    assert resume.name is not None and resume.name.text == "MARA PIKE"
    assert {one.value for one in resume.contacts} >= {"mara@pike.example", "01482 496 010"}
    assert not any("01482" in part.title for part in resume.sections)


def test_positions_set_in_below_an_employer_were_held_there() -> None:
    page = """Ida Holm
ida@holm.example

EMPLOYMENT

Harbour Police
   Shift leader                    Quay 4 & North Mole, Oct 2019 to date
      - eleven officers
   Constable                       Quay 2, Apr 2013 - Sept 2019
      - knew every dog
Army - Signals
   Cook, left as corporal          1999 to 2008
      - fed six hundred from a tent

Between the two: some months behind a bar

SKILLS
  Knots
"""
    (work,) = PlainTextReader().read(page.encode(), "resume.txt").of_kind(SectionKind.WORK)
    police, army = work.entries
    assert police.name == "Harbour Police"
    assert [[role.text for role in child.roles] for child in police.children] == [
        ["Shift leader"], ["Constable"],
    ]  # fmt: skip
    assert army.name == "Army"


def test_a_position_set_in_below_a_line_that_ends_with_its_years_goes_on_no_sentence() -> None:
    page = """Ida Holm
ida@holm.example

WORK

Old Inn on the Mole, Moss -- since spring 2023
    cook, grill and fish
    - ninety covers on a Sunday

Mill Lane Bakery & Daughters, Rygge -- Sept 2019 to March 2023
    baker of rye
    - wrote the allergen book
"""
    (work,) = PlainTextReader().read(page.encode(), "resume.txt").of_kind(SectionKind.WORK)
    assert [entry.name for entry in work.entries] == [
        "Old Inn on the Mole",
        "Mill Lane Bakery & Daughters",
    ]


PROMOTED = """IDA HOLM
ida@holm.example

EXPERIENCE

NORTH COAST HOSPITAL TRUST

Ward Manager, Acute Care		May 2016 - now
- Moved the ward to the new wing

Staff Nurse		2011 - 2016
- Nights

ST BRIDE'S

Care Assistant, Rosewood wing		2008 - 2011
- Days

EDUCATION

BSc Nursing, University of Hull		2008
"""


def test_an_employer_in_capitals_stands_alone_above_the_positions_held_there() -> None:
    trust, home = read(PROMOTED).of_kind(SectionKind.WORK)[0].entries
    assert trust.organisation is not None
    assert trust.organisation.text == "NORTH COAST HOSPITAL TRUST"
    assert [roles(child) for child in trust.children] == [
        ["Ward Manager, Acute Care"],
        ["Staff Nurse"],
    ]
    assert [child.organisation for child in trust.children] == [None, None]
    assert home.organisation is not None
    assert home.organisation.text == "ST BRIDE'S"


def test_a_heading_in_capitals_above_jobs_that_name_their_employer_is_none() -> None:
    page = PROMOTED.replace("Acute Care", "Quay Hospital").replace(
        "Staff Nurse", "Nurse, Hull Hospital"
    )
    entries = read(page).of_kind(SectionKind.WORK)[0].entries
    assert "Quay Hospital" in [each.organisation.text for each in entries if each.organisation]


def test_a_number_in_another_column_is_no_day_of_the_month() -> None:
    page = """Dan Hulse
dan@hulse.example

EXPERIENCE

Ladder Company, Hull                                    2009 - present
  Captain, Station 7                                    Aug 2018 - present
    - Leads a crew of four
  Engineer                                              2014 - Aug 2018
    - Drove the ladder
"""
    (work,) = read(page).of_kind(SectionKind.WORK)
    dates = [child.dates for child in work.entries[0].children]
    assert [dates.start and (dates.start.month, dates.start.day) for dates in dates if dates] == [
        (8, None),
        (None, None),
    ]


def test_a_time_is_no_town_behind_its_code() -> None:
    page = """Fern March
Piano tuner
fern@march.example

Self-employed                                           2014 to present
  - roughly 620 tunings a year
"""
    assert [one.kind.value for one in read(page).contacts] == ["email"]
