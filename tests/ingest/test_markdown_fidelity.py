from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.markdown.reader import MarkdownReader
from tests.fidelity_markdown import check_spans, resume_words, visible_words

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        ROOT / "data" / "resume.md",
        *(ROOT / "tests" / "golden").glob("*.md"),
        *(ROOT / "tests" / "fixtures" / "markdown").glob("*.md"),
        *(ROOT / "tests" / "fixtures" / "languages").glob("*.md"),
        *(ROOT.parent / "shared").glob("resume.md"),
        *(ROOT.parent / "shared" / "resumes").glob("*.md"),
    ]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_visible_word_is_in_exactly_one_heading_or_statement(page: Path) -> None:
    resume = MarkdownReader().read(page.read_bytes(), page.name)
    assert resume_words(resume) == visible_words(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_span_gives_back_its_words_and_none_overlap(page: Path) -> None:
    resume = MarkdownReader().read(page.read_bytes(), page.name)
    assert check_spans(resume) == []


@pytest.mark.parametrize("character", ["[", "*", ">", "<", "`", "{%", "- ", "_a", "(", "| "])
def test_hostile_pages_are_read_in_time(character: str) -> None:
    page = (character * 2_000 + "\n\n# End\n\nlast words\n").encode()
    resume = MarkdownReader().read(page, "hostile.md")
    assert resume_words(resume)["words"] == 1
