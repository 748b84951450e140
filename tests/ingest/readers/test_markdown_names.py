"""Where a name begins and ends, and which words that stand where one may stand are none."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume

WORK = "\n\n## Experience\n\n**Iron Works Ltd**, Fitter, 2015 - 2019\n\n- Welded frames\n"


def read(head: str) -> Resume:
    return MarkdownReader().read(f"{head}{WORK}".encode(), "resume.md")


def named(head: str) -> str | None:
    resume = read(head)
    return resume.name.text if resume.name else None


def headline(head: str) -> str | None:
    resume = read(head)
    return resume.headline.text if resume.headline else None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('# Ida "Bo" Nwosu', 'Ida "Bo" Nwosu'),
        ("IDA “BO” NWOSU\n==============\nWelder", "IDA “BO” NWOSU"),
        ("ida nwosu\nwelder & smith\n==============", "ida nwosu"),
        ('---\ntitle: "Prof.ssa Ida Nwosu"\n---\n\nWelder, Hull', "Prof.ssa Ida Nwosu"),
        ("# Ida Nwosu, RN, M.Ed., CCC-SLP", "Ida Nwosu"),
        ("Ida Nwosu, PhD — plant biology", "Ida Nwosu"),
        ("# Ida Nwosu, BSc, Welder", "Ida Nwosu"),
        ("# Vander Heide, Welder", "Vander Heide"),
        ("**Ida Nwosu** BSc (Hons), PGCert\nWelder", "Ida Nwosu"),
        ("# Ida Nwosu 🫒", "Ida Nwosu"),
        ("# IDA NWOSU ~ welder / smith", "IDA NWOSU"),
        ("# Ida Nwosu // welder", "Ida Nwosu"),
        ("RAMU S/O VELU\nCRANE OPERATOR", "RAMU S/O VELU"),
        ("**NWOSU OBI, Ida** — teacher", "Ida NWOSU OBI"),
        ("# Brig. (ret.) Ida NWOSU", "Brig. (ret.) Ida NWOSU"),
        ("# Ida (Bo) Nwosu (Falk)", "Ida (Bo) Nwosu"),
        ("# dr. I.M. (Bo) Nwosu", "dr. I.M. (Bo) Nwosu"),
        ("**OKEKE, IDA M.**\nWelder", "IDA M. OKEKE"),
        ("Lúcia Nascimento, welder. Recife", "Lúcia Nascimento"),
        ("# Ida Nwosu (she/her) — Welder", "Ida Nwosu"),
        ("# Ida Nwosu (MSc) Welder", "Ida Nwosu"),
        ("# Lebenslauf / CV - Ida Nwosu", "Ida Nwosu"),
        ("# 履歴書 / Resume — NWOSU Ida", "NWOSU Ida"),
        ("# 森川 拓真 · Takuma Morikawa", "Takuma Morikawa"),
        ("# Ana della Torre", "Ana della Torre"),
        ("# renata paz lucero", "renata paz lucero"),
        ("# Tom Baker", "Tom Baker"),
        ("# Professor the Hon. Ida Nwosu", "Professor the Hon. Ida Nwosu"),
        ("Ida Nwosu, Jr.\nWelder", "Ida Nwosu, Jr."),
        ("# 王小明 Xiaoming Wang", "王小明"),
        ("Ida Nwosu\n\n## Selected Voyages\n\n- Round the horn", "Ida Nwosu"),
        ("Welding Portfolio\n\n# Ida Nwosu", "Ida Nwosu"),
    ],
)
def test_a_name_ends_where_something_else_is_said(head: str, name: str) -> None:
    assert named(head) == name


@pytest.mark.parametrize(
    "head",
    [
        "# In one breath\n\nI weld.",
        "# Where I've been working",
        "# What I am looking for",
        "# As director\n\n2019 The Sea",
        "### $ cat notes.txt",
        "# Postal Address",
        "# CV\n\nPOSTAL ADDRESS: Box 4, Kumasi",
        "# CV\n\nNé à / from: Tema",
        "# CV\n\nDATA DE NASCIMENTO",
        "**KUMASI, GHANA**\nWelding",
        "Kathmandu Valley, Nepal | ida@nwosu.example",
        "**Iron Works** of Tema",
        "% Notes\n\n",
    ],
)
def test_ordinary_words_headings_of_sections_and_labels_are_no_name(head: str) -> None:
    assert named(head) is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("# Oi, I'm Ida Nwosu 👋", "Ida Nwosu"),
        ("# Hi, I'm Ida Bo Nwosu 👋", "Ida Bo Nwosu"),
        ("Hello. I'm Ida Bo Nwosu 👋 and I weld.", "Ida Bo Nwosu"),
        ("# Hi, I'm Ida 👋\n\nA welder.", "Ida"),
        ("# Hej, I'm Ida\n\nIda Nwosu. Tema, Ghana. Welder.", "Ida Nwosu"),
        ("# Hi, I'm welding", None),
        ("# I am Ida", None),
        ("# Hi, I'm Engineer", None),
        ("# Welcome! I'm Looking for Work", None),
    ],
)
def test_a_heading_that_greets_gives_the_name(head: str, name: str | None) -> None:
    assert named(head) == name


@pytest.mark.parametrize(
    ("front", "name", "told"),
    [
        ("title: CV – Ida Nwosu", "Ida Nwosu", None),
        ("author: Senior Welder\ntitle: Ida Nwosu", "Ida Nwosu", "Senior Welder"),
        ("title: About\nsubtitle: Ida Nwosu, BSc", "Ida Nwosu", None),
        ("title: Notes on Steel\nauthor: Ida Nwosu", "Ida Nwosu", None),
        ("title: Ida Nwosu\nsubtitle: Steel and fire", "Ida Nwosu", "Steel and fire"),
        ("title: Home\nsubtitle: Steel and fire", None, None),
        ("title: About the welder\nauthor: jekyll", None, None),
    ],
)
def test_front_matter_names_whom_its_words_name(
    front: str, name: str | None, told: str | None
) -> None:
    head = f"---\n{front}\n---"
    assert (named(head), headline(head)) == (name, told)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("NAME: Ida Nwosu (Mrs)", "Ida Nwosu"),
        ('Name: Ida "Bo" Nwosu', 'Ida "Bo" Nwosu'),
        ("Nom / Name: Ida Nwosu", "Ida Nwosu"),
        ("Name: Nwosu, Ida", "Ida Nwosu"),
        ("Surname: Nwosu\nFirst names: Ida Bo", "Ida Bo Nwosu"),
        ("Nombre: Ana María\nApellidos: Ruiz Soto", "Ana María Ruiz Soto"),
        ("| | |\n|---|---|\n| Surname, first name | Nwosu, Ida |", "Ida Nwosu"),
        ("Name: Ida Nwosu\nSurname: Nwosu", "Ida Nwosu"),
        ("Surname: withheld", None),
        ("Surname: Nwosu", None),
        ("Name of next of kin: Bo Falk", None),
        ("Phone / Name: on request", None),
    ],
)
def test_the_name_and_its_parts_stand_under_labels(lines: str, name: str | None) -> None:
    assert named(f"# CV\n\n{lines}") == name


def test_a_name_of_two_lines_knows_both() -> None:
    resume = read("# CV\n\nSurname: Nwosu\nFirst names: Ida Bo")
    assert resume.name is not None
    assert (resume.name.span.start_line, resume.name.span.end_line) == (3, 4)
    assert resume.source[resume.name.span] == "Nwosu\nFirst names: Ida Bo"


def test_the_signs_of_a_title_block_of_pandoc_are_no_words() -> None:
    resume = read("% Ida Nwosu\n% Welder\n% May 2024")
    assert resume.name is not None and resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Ida Nwosu", "Welder")
    assert [one.text for one in resume.sections[0].statements] == [
        "Ida Nwosu",
        "Welder",
        "May 2024",
    ]
    assert read("# Ida Nwosu\n\n% of frames passed").sections[0].statements[-1].text[0] == "%"
    assert read("50 % of my time\n\n% more").sections[0].statements[0].text == "50 % of my time"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("# Ida Nwosu, BSc\n\nWelder of ships", "Welder of ships"),
        ("# CV - Ida Nwosu\n\nWelder", "Welder"),
        ("# Ida Nwosu\n\n| Title | Studio | Year |\n|---|---|---|\n| Mast | Falk | 2019 |", None),
        ("% Ida Nwosu\n% Curriculum vitae", None),
    ],
)
def test_degrees_and_heads_of_tables_are_no_headline(head: str, told: str | None) -> None:
    assert headline(head) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("024 555 0117 / 020 555 0118", ["024 555 0117", "020 555 0118"]),
        ("+233 24 555 0117 / +233 20 555 0118", ["+233 24 555 0117", "+233 20 555 0118"]),
        ("030 / 5550117", ["030 / 5550117"]),
        ("+49 711 / 555 01 17", ["+49 711 / 555 01 17"]),
        ("+43 1 5550117/12", ["+43 1 5550117/12"]),
        ("0221/555-0117", ["0221/555-0117"]),
        ("ORCID 0000-0002-5550-1171", ["https://orcid.org/0000-0002-5550-1171"]),
        ("Card 4000 0000 0000 0002", []),
        ("ida at nwosu dot example", ["ida at nwosu dot example"]),
        ("Welder at Falk; polka dot ties", []),
    ],
)
def test_numbers_and_addresses_are_told_apart(line: str, told: list[str]) -> None:
    assert [one.url or one.value for one in read(f"# Ida Nwosu\n\n{line}").contacts] == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("| | |\n|---|---|\n| Rings | 020 915 0117 |", ["020 915 0117"]),
        ("- 091 555 0117 (after three)", ["091 555 0117"]),
        ("- Part 091 555 0117 of the mast", []),
        ("- 0-19-853453-1", []),
        ("- 555 011 700 rivets", []),
        ("- 0.125 555 011", []),
    ],
)
def test_below_the_head_a_line_may_be_a_number_to_dial(line: str, told: list[str]) -> None:
    page = f"# Ida Nwosu\n\n## Skills\n\n- Steel\n\n## Get hold of me\n\n{line}"
    assert [one.value for one in read(page).contacts] == told


def test_behind_degrees_and_a_full_stop_stands_where_somebody_lives() -> None:
    page = b"Ada Wren, PhD. Bergen, Norway.\nada@wren.example\n\n## Skills\n\nRopes\n"
    resume = MarkdownReader().read(page, "resume.md")
    assert resume.name is not None and resume.name.text == "Ada Wren"
    assert resume.headline is None
    assert [one.value.rstrip(".") for one in resume.contacts] == [
        "Bergen, Norway",
        "ada@wren.example",
    ]


def test_the_name_may_stand_first_in_a_section_about_the_person() -> None:
    page = b"## Basics\n\nAda Wren, rope maker\nHull, England\n\n## Skills\n\nRopes\n"
    resume = MarkdownReader().read(page, "resume.md")
    assert resume.name is not None and resume.name.text == "Ada Wren"
    assert resume.headline is not None and resume.headline.text == "rope maker"
    nobody = MarkdownReader().read(page.replace(b"Ada Wren, rope maker\n", b""), "resume.md")
    assert nobody.name is None


def test_the_second_line_of_the_first_heading_says_what_somebody_is() -> None:
    assert headline("ida nwosu\nwelder & smith\n==============\n\nHull, then Leeds") == (
        "welder & smith"
    )
    # Below a longer text, or how somebody is reached, a rule is drawn.
    assert named("Ida Nwosu\nida@nwosu.example\n=======") == "Ida Nwosu"
