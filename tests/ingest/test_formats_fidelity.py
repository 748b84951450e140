"""The two promises of every reader, on the fixtures of Word, HTML and plain text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.load import load_resume
from ingest.readers.html.reader import decoded
from tests import fidelity_html, fidelity_word
from tests.fidelity_markdown import check_spans, resume_words

FIXTURES = Path(__file__).parents[1] / "fixtures"
WORD = sorted((FIXTURES / "docx").glob("*.docx"))
HTML = sorted((FIXTURES / "html").glob("*.html"))
TEXT = sorted((FIXTURES / "text").glob("*.txt"))
#: Letters that were set apart are words in one reading and none in the other.
SET_APART = {"signs-and-blanks.docx", "letters-set-apart.txt"}


def letters(words: Counter[str]) -> Counter[str]:
    return Counter("".join(words.elements()))


def check(file: Path, visible: Counter[str]) -> None:
    found = resume_words(load_resume(file))
    if file.name in SET_APART:
        assert letters(found) == letters(visible)
    else:
        assert found == visible


def test_there_are_fixtures_of_every_format() -> None:
    assert len(WORD) >= 20
    assert len(HTML) >= 10
    assert len(TEXT) >= 5


@pytest.mark.parametrize("file", WORD, ids=lambda file: file.name)
def test_every_printed_word_of_a_word_file_is_in_one_heading_or_statement(file: Path) -> None:
    visible = fidelity_word.visible_words(file.read_bytes())
    if file.name == "headers-and-footers.docx":
        # They stand in parts of their own; what they repeat is taken once.
        visible.update("Greta Solheim greta solheim example 47 22 55 01 23".split())
        visible.update("References on request".split())
    check(file, visible)


@pytest.mark.parametrize("file", HTML, ids=lambda file: file.name)
def test_every_word_of_a_pages_content_is_in_one_heading_or_statement(file: Path) -> None:
    check(file, fidelity_html.visible_words(decoded(file.read_bytes(), file.name)))


@pytest.mark.parametrize("file", TEXT, ids=lambda file: file.name)
def test_every_word_of_a_text_is_in_one_heading_or_statement(file: Path) -> None:
    check(file, Counter(re.findall(r"[^\W_]+", file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("file", [*WORD, *HTML, *TEXT], ids=lambda file: file.name)
def test_each_span_gives_back_its_words_and_none_overlap(file: Path) -> None:
    assert check_spans(load_resume(file)) == []
