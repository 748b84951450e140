"""Plain text whose headings hang in a column left of what they head."""

from __future__ import annotations

from ingest.readers.plain.reader import PlainTextReader
from ingest.resume import Resume, SectionKind

PAGE = """MARA PIKE
mara@pike.example

PROFILE         I have rigged cranes on the Humber since I was a girl of twelve,
                and I have dropped nothing yet.

EXPERIENCE      Rigger, Harbour Crane Works Ltd., Hull, 2016 - now
                Stopped the leaks.

TONGUE TWISTS   Ropes and ropes of ropes.

LANGUAGES       English, Danish

Referees        Ada Wren, by letter
"""


def read(text: str) -> Resume:
    return PlainTextReader().read(text.encode(), "resume.txt")


def test_headings_in_a_column_of_their_own() -> None:
    resume = read(PAGE)
    headed = [(part.title, part.kind) for part in resume.sections if part.heading]
    assert headed == [
        ("PROFILE", SectionKind.SUMMARY),
        ("EXPERIENCE", SectionKind.WORK),
        ("TONGUE TWISTS", SectionKind.OTHER),
        ("LANGUAGES", SectionKind.LANGUAGES),
        ("Referees", SectionKind.REFERENCES),
    ]
    (job,) = resume.of_kind(SectionKind.WORK)[0].entries
    assert [role.text for role in job.roles] == ["Rigger"]
    said = resume.of_kind(SectionKind.SUMMARY)[0].statements[0]
    assert said.text.endswith("and I have dropped nothing yet.")
    assert resume.source.text[said.span.start : said.span.end].startswith("I have rigged")


def test_a_row_in_capitals_is_no_heading() -> None:
    alone = "MARA PIKE\n\nSKILLS\n\nROPES          Splicing\nLANGUAGES      Lua, Go\n"
    resume = read(alone)
    assert [part.title for part in resume.sections if part.heading] == ["SKILLS"]
