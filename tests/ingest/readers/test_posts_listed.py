"""Posts that bullets tell of, below their employer or alone, with what was done in one breath."""

from __future__ import annotations

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, SectionKind
from tests.fixture_resumes import when

HEAD = "# Una Kettlewell\n\nHull, una@kettlewell.example\n\n## Work history\n\n"
Told = tuple[str, str, str, int]


def told(page: str) -> list[Told]:
    resume = MarkdownReader().read((HEAD + page).encode(), "resume.md")
    (work,) = resume.of_kind(SectionKind.WORK)
    return [_told(entry) for entry in work.walk()]


def _told(entry: Entry) -> Told:
    roles = "; ".join(role.text for role in entry.roles)
    who = entry.organisation.text if entry.organisation else ""
    return who, roles, when(entry.dates), len(entry.statements)


def test_numbered_employers_hold_posts_of_which_more_is_told() -> None:
    page = """1. **Tinlake Bank, Hull**
   - Treasurer (Mar 2022 to date). Keeps a book of 40 million. Halved the arrears.
   - Branch manager (Jan 2017 to Feb 2022). Opened on Saturdays, and was glad of it all the same.
2. **Humber Ferries**
   - Deck manager (2012-2016). Counted heads, in fog, in the dark and once in a flood.
   - Clerk (2009-2012)
"""
    assert told(page) == [
        ("Tinlake Bank", "", "", 0),
        ("", "Treasurer", "2022-03 - now", 1),
        ("", "Branch manager", "2017-01 - 2022-02", 1),
        ("Humber Ferries", "", "", 0),
        ("", "Deck manager", "2012 - 2016", 1),
        ("", "Clerk", "2009 - 2012", 1),
    ]


def test_numbers_of_headings_that_count_positions_are_no_part_of_them() -> None:
    page = """### 1.1 Rope clerk @ Tinlake Bank
Hull, since 03/2021

### 1.2 Bosun @ Humber Ferries
Goole, 09/2016 to 02/2021
"""
    assert told(page) == [
        ("Tinlake Bank", "Rope clerk", "2021-03 - now", 0),
        ("Humber Ferries", "Bosun", "2016-09 - 2021-02", 0),
    ]


def test_a_name_in_bold_above_bullets_of_posts_is_an_employer() -> None:
    page = """**Tinlake Motor, Hull** (second time)
- Foreman, 04/2019 - present; eleven fitters
- Recall of 2022: found the cause in a week

**Kettle & Lane, Goole** (first time)
- Fitter, 2004 - 2007
"""
    assert told(page) == [
        ("Tinlake Motor", "", "", 1),
        ("", "Foreman", "2019-04 - now", 1),
        ("Kettle & Lane", "Fitter", "2004 - 2007", 1),
    ]


def test_what_a_bullet_tells_behind_the_years_of_a_post_is_no_name() -> None:
    page = """- *Freelance joiner*, Jan 2020–Jun 2022: stairs for a firm in Goole (52, all oak), a
  chapel, two pubs and half a lighthouse that has no street
- *Humber Yard*, Hull, Foreman → Manager (2017), Apr 2014–Dec 2019: slips, cranes
- *Tinlake*, Goole, Joiner, 2011–2014: hatches, masts, oars
"""
    assert told(page) == [
        ("", "Freelance joiner", "2020-01 - 2022-06", 1),
        ("Humber Yard", "Foreman; Manager", "2014-04 - 2019-12", 1),
        ("Tinlake", "Joiner", "2011 - 2014", 1),
    ]


def test_what_was_done_in_those_years_is_no_post() -> None:
    page = """**Tinlake Motor Ltd, Hull**, Foreman, 2004 - 2019

- Parental leave May 2016 to April 2017, came back at 70 %
- Trained a manager 2011 - 2013. She runs it now, and better.
"""
    assert [role for _, role, _, _ in told(page)] == ["Foreman"]


def test_a_name_in_bold_above_a_bullet_of_years_alone_is_another_employer() -> None:
    page = """**Tinlake Motor** – repairs of all kinds, forty fitters

* Foreman (Feb 2019 → now): four apprentices

**Kettle School** – Grade 5 teacher

* Sep 2014 → Jul 2017
* Thirty pupils
"""
    assert [who for who, _, _, _ in told(page)] == ["Tinlake Motor", "Kettle School"]


def test_bullets_of_posts_below_an_employer_with_dates_are_held_there() -> None:
    page = """**Wolds Parish Union**\\
`2012 → today`
1. *Head gardener & driver* (May 2019 →) — two churches, one mower
2. *Assistant to the warden* (Jan 2012 – Apr 2019)

**Humberside Regional Council**\\
`2003 → 2012`
1. *Committee clerk* (2008 – 2012) — minutes by breakfast
2. *Archivist* (Sept 2003 – 2008) — maps
"""
    assert told(page) == [
        ("Wolds Parish Union", "", "2012 - now", 0),
        ("", "Head gardener & driver", "2019-05 - now", 1),
        ("", "Assistant to the warden", "2012-01 - 2019-04", 1),
        ("Humberside Regional Council", "", "2003 - 2012", 0),
        ("", "Committee clerk", "2008 - 2012", 1),
        ("", "Archivist", "2003-09 - 2008", 1),
    ]


def test_tasks_with_years_below_an_employer_with_dates_are_no_posts() -> None:
    page = """**Wolds Parish Union**\\
2012 - 2019
- Gardener (2015 - 2019) of the two churches by the mere
- Mowed, dug, rang
"""
    assert told(page) == [("Wolds Parish Union", "", "2012 - 2019", 2)]


def test_what_is_done_behind_signs_that_part_names_does_not_hide_a_post() -> None:
    page = """- **2019 → 2023** · *Ring spinner* · **Calder Mills**, Goole · drew slivers for three
  sorts of yarn, mended frames, and kept the log of the whole shed (400 spindles, two boilers)
- **2016 → 2019** · *Loom fitter* · **Aire Weavers**, Selby · looms
"""
    assert told(page) == [
        ("Calder Mills", "Ring spinner", "2019 - 2023", 1),
        ("Aire Weavers", "Loom fitter", "2016 - 2019", 1),
    ]


def test_what_was_held_since_some_day_of_a_stay_that_ended_ended_with_it() -> None:
    page = """- **2012 - 2019** | *Clerk, later Senior* | **Wolds Parish Union**
  - Senior from June 2015
  - Counted candles
- **2019 - now** | *Foreman* | **Tinlake Motor**
  - Senior from June 2021
"""
    assert [one[2] for one in told(page)] == [
        "2012 - 2019",
        "2015-06 - 2019",
        "2019 - now",
        "2021-06 - now",
    ]


PARISH = """- Since May 2019: Sexton and gardener
  - Parish of Hull, north side
  - mows two yards
- 2014 - 2018: Clerk
  - Tinlake Bank
  - Counted coins
- 2010 - 2013: Teller
  - Humber Bank, Goole
  - Counted notes
"""


def test_the_first_bullet_names_the_employer_where_it_does_for_the_others() -> None:
    assert [one[:2] for one in told(PARISH)] == [
        ("Parish of Hull", "Sexton and gardener"),
        ("Tinlake Bank", "Clerk"),
        ("Humber Bank", "Teller"),
    ]


def test_what_was_done_is_no_employer_beside_some_that_bullets_name() -> None:
    dug = PARISH.replace("Parish of Hull, north side", "Dug graves, by hand")
    assert told(dug)[0][0] == ""
    alone = PARISH.replace("Tinlake Bank", "Counted coins").replace("Humber Bank", "Counted")
    assert told(alone)[0][0] == ""
