"""Where two answers may as well be asked for, both are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.answers.choice import Candidate, Choice, Ruled
from assistant.answers.doubt import told_beside
from assistant.compose import Draft, Sentence, answered, beside
from assistant.intents import Guess
from assistant.support import Verdict
from ingest.resume import Fragment, Span, Statement
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Ilse Baar

ilse@example.com

## Work

### Beekeeper, Heath Honey | 2017 - now

- Keeps ninety hives on three moors

### Baker, Crust Lane | 2011 - 2017

- Baked nine hundred loaves a night
"""

STAY = Candidate(Status.ANSWERED, "Baker at Crust Lane (2011 to 2017).", ("job_dates",), True)
LINE = Candidate(Status.ANSWERED, "Baked nine hundred loaves a night.", (), False, way="a line")
SILENT = Candidate(Status.NOT_IN_RESUME, "", (), False, way="a refusal")


def choice(
    *candidates: Candidate, by_words: bool = False, question: str = "when did she bake"
) -> Choice:
    ruled = Ruled(question, Guess((("job_dates", 0.6),)), by_words, (), candidates[0])
    return Choice(ruled, 0.5, Verdict(True, 0.7, ""), 1, candidates)


@pytest.mark.parametrize(
    ("told", "other", "both"),
    [
        (0.9, 0.45, True),
        (0.91, 0.6, False),
        (0.8, 0.39, False),
        (0.5, 0.35, True),
        (0.5, 0.34, False),
    ],
)
def test_an_answer_is_told_beside_an_uncertain_one_if_it_is_as_likely(
    told: float, other: float, both: bool
) -> None:
    assert told_beside(choice(STAY, LINE), [told, other], 0) == [1] * both


@pytest.mark.parametrize(
    "other",
    [
        SILENT,
        replace(LINE, way="two lines"),
        replace(LINE, way="a list"),
        replace(LINE, way="headings"),
        replace(LINE, text="loaf " * 60),
    ],
)
def test_no_refusal_no_list_and_nothing_long_is_told_beside(other: Candidate) -> None:
    assert not told_beside(choice(STAY, other), [0.5, 0.5], 0)


def test_nothing_is_told_beside_a_refusal_or_a_list() -> None:
    assert not told_beside(choice(SILENT, LINE), [0.5, 0.5], 0)
    assert not told_beside(choice(replace(STAY, way="a list"), LINE), [0.5, 0.5], 0)


def test_nothing_is_told_beside_what_a_rule_decides_by_words_or_of_a_year() -> None:
    assert not told_beside(choice(STAY, LINE, by_words=True), [0.5, 0.5], 0)
    award = replace(STAY, intents=("awards",))
    assert not told_beside(choice(award, LINE, question="prizes in 2012"), [0.5, 0.5], 0)
    assert told_beside(choice(award, LINE, question="which prizes"), [0.5, 0.5], 0)
    unsettled = replace(STAY, settled=False)
    assert told_beside(choice(unsettled, LINE, by_words=True), [0.5, 0.5], 0)


def test_the_likeliest_comes_first() -> None:
    other = replace(LINE, text="Nine hundred loaves.")
    assert told_beside(choice(STAY, LINE, other), [0.5, 0.4, 0.6], 0) == [2, 1]


def line(start: int) -> Fragment:
    return Fragment("words", Span(start, start + 1, 1, 1))


def draft(*sentences: tuple[str, int]) -> Draft:
    return answered(*(Sentence(text, (line(start),)) for text, start in sentences))


def texts(found: Draft) -> list[str]:
    return [one.text for one in found.sentences]


def test_what_stands_on_other_lines_is_added() -> None:
    own, other = draft(("One.", 1)), draft(("One more.", 1), ("Two.", 2))
    assert texts(beside(own, other)) == ["One.", "Two."]
    assert texts(beside(own, other, before=True)) == ["Two.", "One."]


def test_where_nothing_is_added_the_draft_is_the_same() -> None:
    own = draft(("One.", 1), ("Two.", 2))
    assert beside(own, draft(("In other words.", 2))) is own
    assert beside(own, answered(Sentence("Yes."))) is own


def test_a_line_is_not_told_again_with_what_heads_it() -> None:
    said = Statement("words", Span(5, 6, 1, 1))
    own = answered(Sentence("Won a prize.", (said,)))
    assert beside(own, answered(Sentence("Fair: won a prize.", (line(1), said)))) is own


def test_what_a_sentence_begins_with_is_not_told_twice() -> None:
    longer = answered(Sentence("Baker (2011): loaves.", (line(1), line(2))))
    assert texts(beside(draft(("Baker (2011).", 1)), longer)) == ["Baker (2011): loaves."]
    assert len(texts(beside(draft(("Baker (2011).", 3)), longer))) == 2


@pytest.fixture(scope="module")
def ilse(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(("hives", "first"), [(0.8, "Heath Honey"), (0.6, "Crust Lane")])
def test_both_are_told_and_cited_the_likelier_first(
    ilse: Assistant, hives: float, first: str
) -> None:
    likely = {"Heath Honey": hives, "Crust Lane": 0.7}

    def probabilities(choice: Choice) -> list[float]:
        return [
            next((share for words, share in likely.items() if words in one.text), 0.0)
            if one.told_as.startswith("job")
            else 0.0
            for one in choice.candidates
        ]

    doubt = patch.multiple(Ruled, doubt=lambda ruled: 1.0, doubt_read=lambda ruled: 1.0)
    shares = patch.object(Choice, "probabilities", probabilities)
    with guessed(("job_first", 0.5), ("job_current", 0.4)), doubt, shares:
        answer = ilse.ask("where was she employed back then")
    assert answer.status is Status.ANSWERED
    named = sorted(likely, key=answer.answer.index)
    assert named[0] == first
    assert {citation.source.start_line for citation in answer.citations} >= {7, 11}
    assert answer.explanation is not None
    assert "; beside it as job_" in answer.explanation["why"]
