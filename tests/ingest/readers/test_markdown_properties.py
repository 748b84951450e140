"""Whatever stands in a page: no exception but ours, nothing lost, every span true, in time."""

from __future__ import annotations

import re
import time
from collections import Counter
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from fidelity_markdown import check_spans, resume_words, visible_words
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import ResumeAssistantError
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Resume

ROOT = Path(__file__).resolve().parents[3]
PAGES = [
    path.read_text(encoding="utf-8")
    for path in sorted(
        [
            *(ROOT / "tests" / "fixtures" / "markdown").glob("*.md"),
            *(ROOT / "tests" / "golden").glob("*.md"),
        ]
    )
]
#: What a page is made of, so that arbitrary text is not mere letters.
MARKUP = [
    "# ", "## ", "- ", "1. ", "> ", "* ", "**", "*", "_", "`", "~~", "[", "](", ")", "![", "<", ">",
    "<b>", "</b>", "<p>", "</div>", "<span>", "<!--", "-->", "<br>", "&amp;", "&", "{%", "%}", "{{",
    "{: .a}", "{#b}", "|", "\n|---|\n", "\n---\n", "===\n", ": ", "\\", "```\n", "    ", "\t", "\n",
    "\n\n", "  \n", "\r", "\v", "\u2028", "\u00a0", "\0", "http://a.b", "@", "2016 - 2020", "May ",
    "since 2012", "\\quad", "\\hfill ", "Work", "Skills", "Nurse", "Acme Ltd", "é", "学",
    "\U0001f600",
]  # fmt: skip
#: Where our second reading may rightly see something else. A tag, comment or instruction that may
#: not end: how much of the rest of the page it takes along is for each reader of HTML to decide.
#: A line glued to a block of HTML: HTML in CommonMark, which the second one is, Markdown in ours.
MOOT = re.compile(r"<[a-zA-Z/][^<>]*(?:<|$)|<[!?]|^[^\w\n]*</?[a-zA-Z].*\n(?=.*\S)", re.MULTILINE)
PIECES = st.lists(st.sampled_from(MARKUP) | st.text(max_size=6), max_size=40).map("".join)


def assert_faithful(page: str) -> None:
    """Nothing but our own error may be raised; what is read must be whole and true."""
    data = page.encode("utf-8", "replace")
    with suppress(ResumeAssistantError):
        resume = MarkdownReader().read(data, "resume.md")
        assert isinstance(resume, Resume)
        assert check_spans(resume) == []
        if not MOOT.search(page):
            assert letters(resume_words(resume)) == letters(visible_words(resume.source.text))


def letters(words: Counter[str]) -> Counter[str]:
    """How often each letter and digit stands in the words: where broken HTML parts them is moot."""
    return Counter(char for word in words.elements() for char in word)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A fixture with lines deleted, doubled or swapped, markup put in, or its end cut off."""
    lines = draw(st.sampled_from(PAGES)).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 5))):
        if not lines:
            break
        at, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        change = draw(st.sampled_from(["delete", "double", "swap", "insert", "cut", "join"]))
        if change == "delete":
            del lines[at]
        elif change == "double":
            lines.insert(other, lines[at])
        elif change == "swap":
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "insert":
            column = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + draw(st.sampled_from(MARKUP)) + lines[at][column:]
        elif change == "join":
            lines[at] = lines[at].rstrip("\n")
        else:
            lines = lines[: at + 1]
    return "".join(lines)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_any_change_of_a_resume_is_read_with_nothing_lost(page: str) -> None:
    assert_faithful(page)


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_any_markup_is_read_with_nothing_lost(page: str) -> None:
    assert_faithful(page)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_with_nothing_lost(page: str) -> None:
    assert_faithful(page)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=100))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ResumeAssistantError):
        MarkdownReader().read(data, "resume.md")


# --- hostile sizes ------------------------------------------------------------------------------

#: Characters. A page of 200,000 may take ten seconds on a busy machine. Here less is read, so that
#: the tests are quick, and it is held that a page takes no more than some times what ordinary
#: bullets do, and that four times as much takes about four times as long: what grows by the square
#: takes sixteen times.
SIZE = 20_000
TIMES_BULLETS = 6
WORK = "## Work\n\n"
HOSTILE = {
    "quotes in quotes": "> ",
    "lists in lists": "- 1. ",
    "brackets": "[",
    "links": "[a](b) ",
    "images that never end": "![a",
    "emphasis": "**a*b",
    "emphasis inside words": "a**b",
    "back ticks of growing length": "".join("a" + "`" * size for size in range(195)),
    "tags in tags": "<b>",
    "spans": "<span>a",
    "blocks of HTML": "<div>\n",
    "lists of HTML": "<ul><li>",
    "comments that never end": "<!-- a\n\n",
    "instructions that never end": "<?",
    "tags that never end": '<a href="',
    "headings": "## Work\n\n### A, 2012 - 2013\n\n",
    "jobs": "### Acme Inc, Engineer, 2012 - 2013\n\n- Did it\n\n",
    "bullets": "- a b c\n",
    "paragraphs": "Acme Inc\n\n",
    "bold lines": "**a**\nb\n",
    "rows of a table": "| Company | Dates |\n|---|---|\n" + "| Acme | 2012 - 2013 |\n" * 1_300,
    "columns of a table": "|" + "a|" * 7_500 + "\n|" + "-|" * 7_500 + "\n",
    "one word": "a",
    "one word with dashes": "### " + "a-" * 15_000,
    "one line of names": "### " + "Acme, " * 5_000,
    "one line of brackets": "### " + "A (b) | " * 4_000,
    "one line of labels": "- " + "a: b, " * 5_000,
    "open brackets": "(",
    "dates": "2012 - 2013, ",
    "months": "May ",
    "addresses": "a@b.c ",
    "telephones": "024 555 0117 / ",
    "digits": "1-",
    "blanks": "a" + " " * (SIZE - 2) + "b",
    "Liquid": "{% comment %}",
    "attributes": "{: .a}",
    "definitions": "a\n: b\n\n",
    "references": "[a]: b\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_in_time(name: str) -> None:
    whole = least(name, SIZE)
    assert whole < TIMES_BULLETS * least("bullets", SIZE) + 0.1
    # Four times the size: sixteen times the time would be quadratic.
    assert whole < 10 * least(name, SIZE // 4) + 0.1


@cache
def least(name: str, size: int) -> float:
    """The least of three runs: whatever else the machine does makes single ones slower."""
    pattern = HOSTILE[name]
    page = WORK + (pattern * (size // len(pattern) + 1))[:size]
    return min(seconds(page) for _ in range(3))


def seconds(page: str) -> float:
    """How long this process computes to read a page."""
    started = time.process_time()
    with suppress(ResumeAssistantError):
        MarkdownReader().read(page.encode(), "hostile.md")
    return time.process_time() - started
