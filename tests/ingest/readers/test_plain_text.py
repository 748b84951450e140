"""Plain text: layout is all there is."""

from __future__ import annotations

import pytest

from ingest.readers.plain.reader import PlainTextReader
from ingest.resume import Resume, SectionKind
from tests.fixture_resumes import Told, fixture, kinds, section, statements, texts, told

WORK = SectionKind.WORK


def text(name: str) -> Resume:
    return fixture(f"text/{name}.txt")


def jobs(name: str) -> list[Told]:
    return [told(entry) for entry in section(text(name), WORK).entries]


def said(words: str) -> list[str]:
    resume = PlainTextReader().read(words.encode(), "resume.txt")
    return [part.text for _, _, part in resume.walk()]


def test_lines_in_capitals_are_headings_whatever_they_say() -> None:
    assert kinds(text("capitals")) == [
        ("basics", ""), ("summary", "SUMMARY"), ("work", "EXPERIENCE"), ("other", "SIDE TRIPS"),
        ("education", "EDUCATION"),
    ]  # fmt: skip
    assert jobs("capitals") == [
        Told("Adria Divers d.o.o.", "Underwater welder", "2017 - now", "Split", 5),
        Told("Port of Rijeka", "Harbour diver", "2013 - 2017", None, 1),
    ]


def test_lines_that_were_wrapped_are_joined() -> None:
    (summary,) = texts(text("capitals"), SectionKind.SUMMARY)
    assert "cold water, long shifts" in summary
    first = statements(text("capitals"), WORK)[0].text
    assert first.endswith("in any weather that the insurance allows, and writes the reports "
                          "afterwards")  # fmt: skip


def test_bullets_inside_bullets_are_told_by_their_indent() -> None:
    said_at_work = statements(text("capitals"), WORK)
    assert [(each.text, each.depth) for each in said_at_work[1:5]] == [
        ("Trains new divers", 0), ("in the pool", 1), ("in the harbour", 1),
        ("Keeps the compressors running", 0),
    ]  # fmt: skip


def test_underlined_lines_are_headings() -> None:
    resume = text("underlined")
    assert resume.name is not None
    assert resume.name.text == "Edda Magnusson"
    assert [kind for kind, _ in kinds(resume)] == ["basics", "work", "volunteer", "skills"]
    assert texts(resume, WORK) == ["Carried letters to sixty farms", "Knew every dog",
                                   "Night shifts"]  # fmt: skip
    place = next(each.value for each in resume.contacts if each.kind.value == "location")
    assert place == "Akureyri, Iceland"


def test_a_colon_makes_a_heading_of_a_section_s_name() -> None:
    resume = text("labels")
    assert [kind for kind, _ in kinds(resume)] == ["basics", "work", "education", "languages"]
    assert resume.name is not None
    assert resume.name.text == "Kwame Boateng"


def test_a_section_s_name_between_blank_lines_is_a_heading() -> None:
    resume = text("plain-names")
    assert [kind for kind, _ in kinds(resume)] == ["basics", "work", "education"]
    assert jobs("plain-names") == [
        Told("Miel del Sur SL", "Beekeeper", "2014 - 2021", "Granada, Spain", 1),
        Told("Botanic Garden", "Assistant", "2010 - 2014", "Málaga, Spain", 1),
    ]


def test_letters_set_apart_and_frames_are_read_as_words() -> None:
    resume = text("letters-set-apart")
    assert resume.name is not None
    assert resume.name.text == "JORIS BAKKER"
    assert kinds(resume)[1:] == [("work", "EXPERIENCE"), ("skills", "SKILLS")]
    assert jobs("letters-set-apart")[0].organisation == "Gouda Dairy BV"


def test_markdown_in_a_text_file_is_markdown() -> None:
    assert text("markdown-in-a-text-file").format == "markdown"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do(end: str) -> None:
    lines = ["Ida Holm", "", "WORK", "", "Cook, Old Inn, 2010 - 2014", "- Baked", "", "SKILLS", "",
             "Bread, soup"]  # fmt: skip
    resume = PlainTextReader().read(end.join(lines).encode(), "resume.txt")
    assert [part.span.start_line for _, _, part in resume.walk()] == [1, 3, 5, 6, 8, 10]


def test_a_full_stop_and_a_blank_before_a_line_are_a_bullet() -> None:
    page = (
        "Ida Holm\nida@holm.example\n\nWORK\n\nCook, Old Inn, 2010 - 2014\n. Baked for North Inn\n"
        ". Cleared the cellar, 2012\n"
    )
    resume = PlainTextReader().read(page.encode(), "resume.txt")
    assert [told(entry) for entry in section(resume, WORK).entries] == [
        Told("Old Inn", "Cook", "2010 - 2014", statements=2)
    ]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("HOLM, INGRID", "INGRID HOLM"),
        ("O'HARA, MAEVE B.", "MAEVE B. O'HARA"),
        ("GENEVA, SWITZERLAND", ""),
        ("BAKER, COOK", ""),
        ("SKILLS, EDUCATION", ""),
    ],
)
def test_a_name_in_capitals_may_begin_with_the_family_s(first: str, name: str) -> None:
    page = f"{first}\ningrid@holm.example\n\nWORK\n\nCook, Old Inn, 2010 - 2014\n"
    resume = PlainTextReader().read(page.encode(), "resume.txt")
    assert (resume.name.text if resume.name else "") == name


def test_short_lines_are_not_joined_where_nothing_was_wrapped() -> None:
    assert said("Ida Holm\nCook\nida@holm.example\n\nWork\n\nOld Inn\nCook\n2010 - 2014\n") == [
        "Ida Holm", "Cook", "ida@holm.example", "Work", "Old Inn", "Cook", "2010 - 2014"
    ]  # fmt: skip


def headings(words: str) -> list[str]:
    resume = PlainTextReader().read(words.encode(), "resume.txt")
    return [section.heading.text for section in resume.sections if section.heading]


def test_capitals_elsewhere_on_the_page_do_not_hide_the_headings_in_capitals() -> None:
    page = (
        "IDA HOLM\nida@holm.example\n\nEXPERIENCE\n\n   Old Inn, Moss\n   NORTH INN GROUP LTD\n"
        "   Cook, 2010 - 2014\n\nSPRING 2009\n  Washed up at a bakery\n\nGADGETS I KNOW\n"
        "  Dough sheeter\n\nCERTIFICATES\n  Hygiene, 2012\n  RUNG LOUD, 2011\n\nEDUCATION\n"
        "  Cookery school, 2009\n"
    )
    assert headings(page) == ["EXPERIENCE", "GADGETS I KNOW", "CERTIFICATES", "EDUCATION"]


def test_lines_in_capitals_are_headings_where_one_of_them_names_a_section() -> None:
    page = (
        "CV\n\nIda Holm\nida@holm.example\n\nWHAT DRIVES ME\n  Bread.\n\nOVENS I KEPT\n"
        "  Old Inn ....... cook ....... 2010 - 2014\n  Mill Lane ..... baker ...... 2007 - 2010\n\n"
        "SUMMER 2006\n  Washed up.\n\nPRIZES\n  Best rye, 2013\n\nALSO\n  Rows at six.\n"
    )
    assert headings(page) == ["WHAT DRIVES ME", "OVENS I KEPT", "PRIZES", "ALSO"]


def test_a_line_in_capitals_that_names_an_employer_keeps_the_others_from_being_headings() -> None:
    page = (
        "Ida Holm\nida@holm.example\n\nNORTH INN GROUP LTD\nCook, 2010 - 2014\n\nPRIZES\n"
        "Rye, 2013\n\nWAGON\nSold soup from it, 2015\n"
    )
    assert "WAGON" not in headings(page)


@pytest.mark.parametrize("frame", ["** {} **", "== {} ==", "--- {} -----------", ":: {} ::"])
def test_lines_framed_in_signs_are_headings(frame: str) -> None:
    heads = [frame.format(words) for words in ("In a sentence", "Work, newest first", "Bits")]
    page = (
        f"Ida Holm\nida@holm.example\n\n{heads[0]}\nI bake.\n\n{heads[1]}\n\n"
        f"Cook, Old Inn, 2010 - 2014\n- Baked\n\n{heads[2]}\nRows at six.\n"
    )
    assert headings(page) == ["In a sentence", "Work, newest first", "Bits"]
    resume = PlainTextReader().read(page.encode(), "resume.txt")
    assert [told(entry) for entry in section(resume, WORK).entries] == [
        Told("Old Inn", "Cook", "2010 - 2014")
    ]


def test_capitals_that_say_something_are_no_name() -> None:
    page = (
        "holm, ida\nida@holm.example\n\nA LIFE IN BREAD\nI bake.\n\nPRIZES\nBest rye, 2013\n"
        "\nALSO\nRows.\n"
    )
    resume = PlainTextReader().read(page.encode(), "resume.txt")
    assert resume.name is None
    assert headings(page) == ["A LIFE IN BREAD", "PRIZES", "ALSO"]


BROWSED = """   Ida Holm

   ida@holm.example

Education

     * Baking, Cookery School of Moss, 2011

Skills

   Rye, barley, oats, and whatever else the
   mill sends.

Work Experience

Master Baker

   Fjord Bread & Sons | 2018 - 2021
     * eleven bakers
     * rye losses down by half

Pastry Cook

   North Inn | 2015 - 2017
     * cakes

Awards & honours of the guild

     * Golden Crust, 2019
"""


def test_a_page_printed_by_a_browser_of_text_has_its_headings_at_the_margin() -> None:
    resume = PlainTextReader().read(BROWSED.encode(), "resume.txt")
    jobs = [
        ([role.text for role in job.roles], job.organisation.text if job.organisation else "")
        for part in resume.of_kind(SectionKind.WORK)
        for job in part.entries
    ]
    assert jobs == [(["Master Baker"], "Fjord Bread & Sons"), (["Pastry Cook"], "North Inn")]
    assert [part.title for part in resume.sections if part.heading][-1] == (
        "Awards & honours of the guild"
    )


UNREACHED = """Ida Holm
Moss, Norway
Call +47 555 01 21 after six

----------------------------------------
OVENS I KEPT, AND WHERE

2003 - 2021   FJORD BREAD, Moss
              Master Baker
              - rye losses down by half
2000 - 2003   NORTH INN, Hull
              Pastry Cook

----------------------------------------
SINCE RETIRING

Rows at six.

----------------------------------------
TOOLS
Scales, peels, and tins.

HONOURS
Golden Crust, 2019
"""


def test_headings_in_capitals_need_no_mail_address_above_them() -> None:
    resume = PlainTextReader().read(UNREACHED.encode(), "resume.txt")
    assert [(part.kind.value, part.title) for part in resume.sections if part.heading] == [
        ("work", "OVENS I KEPT, AND WHERE"),
        ("other", "SINCE RETIRING"),
        ("skills", "TOOLS"),
        ("awards", "HONOURS"),
    ]
