"""Which of the nearest lines are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from assistant.answers.chosen import APART, by_reading, by_score
from assistant.answers.context import Context
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.support import LINES_READ
from ingest.readers.registry import reader_for

PAGE = """# Ife Balogun

## Work

### Archivist, Quayside Records | 2016 - 2023

- Catalogued four thousand maps
- Wrote the guide for readers
- Moved the strongroom to a dry cellar
- Trained two apprentices a year
- Lent charts to the port museum
- Answered letters from families
- Scanned the harbour ledgers
- Mended bindings on Fridays
- Kept the keys
"""


class Reading:
    """A context of which only what was read of the lines is asked."""

    reading = Context.reading
    readings = Context.readings

    def __init__(self, logits: dict[str, float]) -> None:
        self.logits = logits
        self.read_lines: list[str] = []

    def read(self, _: Part, lines: Sequence[ScoredStatement]) -> list[float]:
        texts = [line.words.text for line in lines]
        self.read_lines += [text for text in texts if text not in self.read_lines]
        return [self.logits.get(text, -6.0) for text in texts]


def lines() -> list[ScoredStatement]:
    """The lines of the page, all as near."""
    resume = reader_for(b"", "ife.md").read(PAGE.encode(), "ife.md")
    return [
        ScoredStatement(section, path, line, at, 0.5, 0.0, 0.0, 1.0)
        for at, (section, path, line) in enumerate(resume.statements())
    ]


def quoted(logits: dict[str, float], hits: list[ScoredStatement], most: int = 3) -> list[str]:
    part = cast("Part", None)
    chosen = by_reading(cast("Context", Reading(logits)), part, hits, most)
    return [hit.words.text for hit in chosen]


def test_the_line_that_reads_as_an_answer_comes_first() -> None:
    assert quoted({"Wrote the guide for readers": 4.0}, lines()) == ["Wrote the guide for readers"]


def test_lines_that_answer_less_likely_are_left_out() -> None:
    logits = {
        "Wrote the guide for readers": 4.0,
        "Catalogued four thousand maps": 4.0 - APART + 0.1,
        "Ife Balogun": 4.0 - APART - 0.1,
    }
    assert quoted(logits, lines()) == list(logits)[:2]


def test_what_the_search_puts_far_behind_is_not_quoted_however_it_reads() -> None:
    first, second, *_ = lines()
    behind = second._replace(score=0.5)
    far = second._replace(dense=0.1)
    assert quoted({first.words.text: 1.0, second.words.text: 1.5}, [first, behind]) == [
        first.words.text
    ]
    assert quoted({first.words.text: 1.5, second.words.text: 1.0}, [first, far]) == [
        first.words.text
    ]


def test_no_more_lines_are_told_than_wanted() -> None:
    alike = {hit.words.text: 2.0 for hit in lines()}
    assert len(quoted(alike, lines())) == 3
    assert len(quoted(alike, lines(), most=2)) == 2


def test_more_lines_are_read_where_none_of_the_first_surely_answers() -> None:
    open_, sure = Reading({}), Reading({"Wrote the guide for readers": 4.0})
    for context in (open_, sure):
        by_reading(cast("Context", context), cast("Part", None), lines())
    assert len(sure.read_lines) == LINES_READ < len(open_.read_lines) < len(lines())
    assert quoted({"Lent charts to the port museum": 1.0}, lines()) == [
        "Lent charts to the port museum"
    ]


def test_without_reading_the_nearest_are_quoted() -> None:
    first, second, third, *_ = lines()
    behind = [first, second._replace(score=0.9), third._replace(score=0.8)]
    assert by_score(behind, near=0.15) == behind[:2]
    assert by_score(behind, most=1) == [first]
