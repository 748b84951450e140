"""Names in titles that say, too, that the page is a resume."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader

JOBS = "## Experience\n\n### Net Engineer - Knutsrud Nett\n2019 - 2021\n- Trawls\n"


@pytest.mark.parametrize(
    "title",
    [
        "Oda Brekke - Net Engineer - Resume",
        "Oda Brekke | Net Engineer | CV",
        "Resume | Oda Brekke",
        "CV · Oda Brekke",
    ],
)
def test_a_title_in_front_matter_names_the_person_among_other_things(title: str) -> None:
    page = f'---\nlayout: page\ntitle: "{title}"\n---\n\n{JOBS}'
    resume = MarkdownReader().read(page.encode(), "resume.md")
    assert resume.name is not None
    assert resume.name.text == "Oda Brekke"


def test_what_somebody_is_stands_between_the_name_and_the_title() -> None:
    page = f"# Oda Brekke - Net Engineer - Resume\n\n{JOBS}"
    resume = MarkdownReader().read(page.encode(), "resume.md")
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Oda Brekke", "Net Engineer")


def test_a_school_may_go_on_in_the_next_line_of_the_source() -> None:
    page = (
        "# Oda Brekke\n\n## Education\n\n"
        "2010\n:   *Degree in Marine Biology*; University of\n    Perpignan (France)\n\n"
        "2007\n:   *Diploma in Diving*; School of\n    Rimouski (Canada)\n"
    )
    resume = MarkdownReader().read(page.encode(), "resume.md")
    schools = [one.organisation.text for one in resume.sections[-1].entries if one.organisation]
    assert schools == ["University of Perpignan", "School of Rimouski"]
