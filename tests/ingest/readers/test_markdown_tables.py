"""Tables whose heads say who, as what, from when and until when."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind, Statement

PAGE = """CURRICULUM VITAE
================

| **OKAFOR, Tobias E.** | |
|---|---|
| Position applied | Second Mate |
| Mobile / Viber | +44 7700 900321 |

### A. VOYAGES

| Vessel | Rank | Manager | Sign on | Sign off |
|---|---|---|---|---|
| MV *Kittiwake* | Third Mate | Petrel Crewing, Hull | 04-Feb-24 | 11-Oct-24 |
| MV *Kittiwake* | Cadet | same | Jan 2022 | Mar 2023 |

### B. ASHORE

| From | To | Where | As |
|---|---|---|---|
| 04/2020 | 12/2021 | Selby Boatyard | rigger |
| 2019 | | Humber Sailing Club | Instructor |

### C. LICENSES

| Document | Issued | Expiry |
|---|---|---|
| Deck Officer (II/1) | 2022 | 17 May 2027 |
| Yellow fever | 2016 | life |
| Visa C1/D | | 22 Aug 2030 |

### D. NOTES

| # | |
|---|---|
| 1 | Thanked by the harbour master for bringing in a trawler that had lost her rudder, 07/2023 |
"""


def read(page: str) -> Resume:
    return MarkdownReader().read(page.encode(), "resume.md")


def when(entry: Entry) -> tuple[str, str]:
    assert entry.dates is not None
    start, end = entry.dates.start, entry.dates.end
    return describe(start) if start else "", describe(end) if end else ""


def entries(kind: SectionKind) -> list[Entry]:
    return [entry for section in read(PAGE).of_kind(kind) for entry in section.entries]


def test_a_table_of_voyages_is_work_whatever_its_heading_says() -> None:
    first, second = read(PAGE).of_kind(SectionKind.WORK)[0].entries
    assert [frag.text for frag in (*first.roles, first.organisation, first.location) if frag] == [
        "Third Mate", "Petrel Crewing", "Hull",
    ]  # fmt: skip
    assert first.title is not None
    assert first.title.text == "MV Kittiwake"
    assert when(first) == ("2024-02-04", "2024-10-11")
    assert when(second) == ("2022-01", "2023-03")


def test_a_cell_that_says_same_means_the_one_above() -> None:
    _, second, *_ = entries(SectionKind.WORK)
    assert second.organisation is not None
    assert second.organisation.text == "Petrel Crewing"
    page = read(PAGE)
    assert page.source[second.organisation.span] == "Petrel Crewing"


def test_from_and_to_are_one_range_and_a_job_without_end_goes_on() -> None:
    *_, yard, club = entries(SectionKind.WORK)
    assert when(yard) == ("2020-04", "2021-12")
    assert club.dates is not None
    assert club.dates.current


def test_an_expiry_is_no_day_of_issue() -> None:
    deck, fever, visa = entries(SectionKind.CERTIFICATES)
    assert [when(one) for one in (deck, fever, visa)] == [
        ("2022", "2027-05-17"), ("2016", "2016"), ("", "2030-08-22"),
    ]  # fmt: skip


def test_of_two_cells_the_first_is_the_label() -> None:
    basics = read(PAGE).sections[0].statements
    said = [(one.label, one.values) for one in basics if one.label]
    assert said == [
        ("Position applied", ("Second Mate",)),
        ("Mobile / Viber", ("+44 7700 900321",)),
    ]


def test_a_name_may_stand_in_a_table_the_family_s_first() -> None:
    resume = read(PAGE)
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Tobias E. OKAFOR", "Second Mate")
    assert resume.source[resume.name.span] == "OKAFOR, Tobias E."


def test_a_row_that_tells_is_no_entry() -> None:
    (notes,) = read(PAGE).of_kind(SectionKind.OTHER)
    assert notes.entries == ()
    assert [type(one) for one in notes.statements] == [Statement, Statement]


def employers(head: str, *rows: str) -> list[tuple[str, str]]:
    table = "\n".join((f"| {head} |", "|---|---|---|", *(f"| {row} |" for row in rows)))
    page = read(f"# Una Kettlewell\n\n## Work\n\n{table}\n")
    return [
        (
            entry.organisation.text if entry.organisation else "",
            entry.location.text if entry.location else "",
        )
        for section in page.of_kind(SectionKind.WORK)
        for entry in section.entries
    ]


def test_who_employed_may_stand_under_a_head_that_names_a_place_or_nothing_known() -> None:
    rows = ("2019 – now | Humber Yard Ltd, Goole | Foreman", "2016 – 2019 | Hull | Rigger")
    assert employers("Period | Place | Role", *rows) == [("Humber Yard Ltd", "Goole"), ("", "Hull")]
    assert employers("Period | Facility | Role", *rows) == [("Humber Yard Ltd", "Goole"), ("", "")]
    # Where another column says who it was, a place is but a place.
    known = "2019 – now | Humber Yard Ltd | University Quay"
    assert employers("Period | Company | Place", known)[0][1] == "University Quay"


def test_a_function_is_a_position_and_a_department_who_it_was_for() -> None:
    head = "| Period | Company | Function | In short |\n|---|---|---|---|"
    row = "| 2018 - 2021 | Cargill Quay, Goole | Crane planner | nine cranes |"
    (job,) = read(f"## Career\n\n{head}\n{row}\n").of_kind(SectionKind.WORK)[0].entries
    assert [role.text for role in job.roles] == ["Crane planner"]
    head = "| From | To | Rank | Department |\n|---|---|---|---|"
    row = "| 2009 | 2012 | Reserve warden | Tarn Area Park District |"
    (job,) = read(f"## Work\n\n{head}\n{row}\n").of_kind(SectionKind.WORK)[0].entries
    assert job.organisation is not None and job.organisation.text == "Tarn Area Park District"


def test_a_column_that_says_what_a_thing_is_neither_names_it_nor_who_made_it() -> None:
    for head in ("thing | what it is | year", "name | description | year"):
        page = f"""# Una Kettlewell

## Side things

| {head} |
|---|---|---|
| Knotter | map of mooring rings, 40 harbours | 2021 |
| splice-kit | library of short films on ropes | 2024 |
"""
        resume = MarkdownReader().read(page.encode(), "resume.md")
        entries = resume.sections[-1].entries
        named = [(one.title and one.title.text, one.organisation) for one in entries]
        assert named == [("Knotter", None), ("splice-kit", None)]


def test_a_column_of_whom_one_worked_with_says_who_and_the_first_name_in_it_is_who() -> None:
    head = "| When | Rank | With | Remarks |\n|---|---|---|---|"
    rows = "| 2019 – 2022 | Net mender | Skarvik, Lilleøy | 40 nets |\n"
    rows += "| 2015 – 2019 | Net mender | **Hollin Weir**, Ternsay | winters |"
    jobs = read(f"## Work\n\n{head}\n{rows}\n").of_kind(SectionKind.WORK)[0].entries
    assert [job.organisation and job.organisation.text for job in jobs] == [
        "Skarvik", "Hollin Weir",
    ]  # fmt: skip
    head = "| Course | Institute | Year |\n|---|---|---|"
    row = "| Diploma in Net Making | SKARV | 2014 |"
    (study,) = read(f"## Education\n\n{head}\n{row}\n").of_kind(SectionKind.EDUCATION)[0].entries
    assert study.organisation is not None and study.organisation.text == "SKARV"


def test_the_head_of_a_table_is_known_as_one_where_it_names_its_columns() -> None:
    page = """# Jon Hall

## Voyages

| Vessel | Company | Rank | From | To |
|---|---|---|---|---|
| MV Kittiwake | Petrel Crewing | Third Mate | 2019 | 2021 |

## Skills

| Languages | Go, Lua |
|---|---|
| Tools | Nix, Make |
"""
    resume = MarkdownReader().read(page.encode(), "resume.md")
    heads = [said.text for *_, said in resume.statements() if said.is_head]
    assert heads == ["Vessel Company Rank From To"]
    assert any("Go, Lua" in said.text for *_, said in resume.statements())
