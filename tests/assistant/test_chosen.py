"""Which of the nearest lines are quoted."""

from __future__ import annotations

from assistant.answers.chosen import by_score
from assistant.retriever import ScoredStatement
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


def lines() -> list[ScoredStatement]:
    """The lines of the page, all as near."""
    resume = reader_for(b"", "ife.md").read(PAGE.encode(), "ife.md")
    return [
        ScoredStatement(section, path, line, at, 0.5, 0.0, 0.0, 1.0)
        for at, (section, path, line) in enumerate(resume.statements())
    ]


def test_what_the_search_puts_far_behind_is_not_quoted() -> None:
    first, second, *_ = lines()
    assert by_score([first, second._replace(score=0.5)]) == [first]
    assert by_score([first, second._replace(dense=0.1)]) == [first]


def test_no_more_lines_are_told_than_wanted() -> None:
    assert len(by_score(lines())) == 3
    assert len(by_score(lines(), most=2)) == 2


def test_the_nearest_are_quoted() -> None:
    first, second, third, *_ = lines()
    behind = [first, second._replace(score=0.9), third._replace(score=0.8)]
    assert by_score(behind, near=0.15) == behind[:2]
    assert by_score(behind, most=1) == [first]
