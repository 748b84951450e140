"""What signs between the parts of a line tell: breaks, open ranges, steps, and seats of a firm."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Entry, Resume, SectionKind


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def jobs(text: str) -> list[Entry]:
    sections = page(f"# Oda Brekke\n\n## Work\n\n{text}").of_kind(SectionKind.WORK)
    return [entry for section in sections for entry in section.entries]


def told(entry: Entry) -> tuple[str | None, list[str], str | None]:
    who = entry.organisation.text if entry.organisation else None
    return who, [role.text for role in entry.roles], entry.location.text if entry.location else None


def test_two_backslashes_break_a_line() -> None:
    text = "**Quay Ltd, Welder** \\\\\n*Hull, 2019 to now*\n\n- Hulls.\n"
    (job,) = jobs(text)
    assert told(job) == ("Quay Ltd", ["Welder"], "Hull")
    assert "\\" not in "".join(words.text for _, _, words in page(f"# Oda\n\n{text}").walk())


def test_a_backslash_in_code_stays() -> None:
    assert "a \\\\" in page("# Oda\n\n## Kit\n\n`a \\\\`\n").sections[-1].statements[0].text


@pytest.mark.parametrize("sign", ["→", "–", "->"])
def test_a_range_that_its_marks_leave_open_goes_on(sign: str) -> None:
    text = (
        f"* **2021 {sign}** *Odda Ysteri*, head cheesemaker\n* **2014 – 2021** *Voss AS*, welder\n"
    )
    first, second = jobs(text)
    assert first.dates is not None
    assert first.dates.current
    assert second.dates is not None
    assert not second.dates.current


def test_what_was_done_before_a_later_position_is_part_of_it_in_small_letters() -> None:
    (job, _) = jobs(
        "* **2009 – 2014** *Voss Teater*, prop making, then scenery painter\n"
        "* **2004 – 2009** *Odda Ysteri*, welder\n"
    )
    assert told(job)[:2] == ("Voss Teater", ["prop making, then scenery painter"])


def test_a_seat_behind_an_employer_is_where_it_is() -> None:
    (job,) = jobs("**Welder**\nSkarsund, Odda office\nJanuary 2018 – today\n\n- Hulls.\n")
    assert told(job) == ("Skarsund", ["Welder"], "Odda office")


@pytest.mark.parametrize("heading", ["What I work with", "I work with", "Works with"])
def test_what_somebody_works_with_are_skills(heading: str) -> None:
    resume = page(f"# Oda\n\n## {heading}\n\n- **Presses:** Kvern, Stamp\n- **Ovens:** Bakst\n")
    assert resume.sections[-1].kind is SectionKind.SKILLS
