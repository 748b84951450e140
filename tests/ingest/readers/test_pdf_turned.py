"""Pages that are turned, cut to a part, or have words along their edge."""

from __future__ import annotations

import pytest
from pdf_made import made, page, text

from ingest.readers.pdf.reader import PdfReader
from ingest.resume import Resume

LINES = ("# Ida Nwosu", "# Work", "Lighthouse of Borkum, 2019 - 2021", "Kept the lamp lit.")
#: How a page is turned, clockwise, and the matrix by which what is drawn on it is upright then.
TURNS = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 612 0", 180: "-1 0 0 -1 612 792", 270: "0 -1 1 0 0 792"}


def read(content: str, entries: str = "") -> Resume:
    return PdfReader().read(made(content, entries=entries), "resume.pdf")


@pytest.mark.parametrize("turn", TURNS)
def test_a_page_is_read_as_it_is_shown_however_it_is_turned(turn: int) -> None:
    top = 740 if turn % 180 == 0 else 560
    resume = read(f"q {TURNS[turn]} cm {page(*LINES, top=top)} Q", f"/Rotate {turn}")
    assert " ".join(resume.source.text.split()) == " ".join(LINES).replace("# ", "")
    first = resume.source.layout.words[0].box
    assert (first.left, first.top) == pytest.approx((72, 38), abs=6)


@pytest.mark.parametrize("turn", [90, 270])
def test_words_along_an_edge_are_read_in_their_order(turn: int) -> None:
    edge = f"q {TURNS[turn]} cm {text(300, 580, 'Lamps of the coast')} Q "
    resume = read(page(*LINES) + edge)
    assert "Lamps of the coast" in resume.source.text


def test_of_a_page_that_is_cut_places_are_those_of_the_part_that_is_shown() -> None:
    whole = read(page(*LINES, top=650, left=150))
    part = read(page(*LINES, top=650, left=150), "/CropBox[100 150 500 700]")
    assert part.source.text == whole.source.text
    assert part.source.layout.pages == ((400, 550),)
    for one, other in zip(whole.source.layout.words, part.source.layout.words, strict=True):
        assert other.box.left == pytest.approx(one.box.left - 100, abs=0.1)
        assert other.box.top == pytest.approx(one.box.top - (792 - 700), abs=0.1)
