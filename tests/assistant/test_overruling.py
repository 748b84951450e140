"""Where what the rules say is in doubt, what is surely better said is; else theirs stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant import Assistant
from assistant.answer import Status
from assistant.answers.candidates import OF_A_STAY
from assistant.answers.choice import READ, Candidate, Choice, Ruled, of_choice, of_ruled, of_unread
from assistant.answers.context import Context
from assistant.answers.doubt import (
    DOUBTFUL,
    DOUBTFUL_READ,
    DOUBTFUL_REFUSAL,
    SURELY_NOT,
    chosen,
    in_doubt,
    in_doubt_read,
    may_be_told,
    told_after_all,
)
from assistant.answers.overruling import described_stay
from assistant.cross_encoder import CrossEncoder
from assistant.intents import Guess
from assistant.support import Verdict
from assistant.training import choice as training
from ingest.embeddings import Embedder
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed
from tests.assistant.readings import doubted, reading

PAGE = """# Ilse Baar

ilse@example.com

## Work

### Beekeeper, Heath Honey | 2017 - now

- Keeps ninety hives on three moors
- Taught forty volunteers to catch swarms

### Baker, Crust Lane | 2011 - 2017

- Baked nine hundred loaves a night

## Education

- Agrarische School Ede, 2008 - 2011: diploma in animal care
"""

CURRENT = "where does she work at present"


@pytest.fixture(scope="module")
def ilse(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


def surely(words: str) -> AbstractContextManager[Any]:
    """Surely right is the candidate that has these words, a refusal if they are none."""

    def probabilities(choice: Choice) -> list[float]:
        return [float(words in one.text if words else not one.told) for one in choice.candidates]

    return patch.object(Choice, "probabilities", probabilities)


def all_read() -> AbstractContextManager[Any]:
    """Whatever may be said is read."""
    return patch("assistant.answers.choice.READ", 99)


@contextmanager
def noting() -> Iterator[list[str]]:
    """The texts that are read while it lasts."""
    read: list[str] = []
    scores = CrossEncoder.scores

    def noted(self: CrossEncoder, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        read.extend(texts)
        return scores(self, question, texts)

    with patch.object(CrossEncoder, "scores", noted):
        yield read


def test_what_is_surely_better_said_is(ilse: Assistant) -> None:
    with guessed(("job_first", 0.5), ("job_current", 0.4)), doubted(), surely("Heath Honey"):
        answer = ilse.ask(CURRENT)
    assert "Heath Honey" in answer.answer
    assert answer.citations


@pytest.mark.parametrize(("better", "whole"), [(1.0, True), (0.9, False)])
def test_a_list_is_told_whole_that_reads_better_than_some_of_its_things(
    open_assistant: Open, write_resume: Callable[[str], Path], better: float, whole: bool
) -> None:
    page = (
        "# Ilse Baar\n\nilse@example.com\n\n## Shelf\n\n"
        "- Golden comb, Dutch Honey Fair, 2021\n"
        "- Award of the Ede Beekeepers, 2019\n"
        "- Runner-up, Moor Cup 2016\n"
    )
    some, every = ("Award of the Ede", 2.0), ("Golden comb", 2.0 + better)
    with guessed(("awards", 0.9)), reading(every, some):
        answer = open_assistant(write_resume(page)).ask("which awards did she get")
    assert "Ede" in answer.answer
    assert ("Runner-up" in answer.answer) is whole


def test_a_refusal_may_be_surely_right(ilse: Assistant) -> None:
    with guessed(("job_current", 0.5), ("open_what", 0.4)), doubted(), surely(""):
        answer = ilse.ask("which submarine does she steer")
    assert answer.status is Status.NOT_IN_RESUME
    assert answer.explanation is not None
    assert "as job_current right 0.00, as a refusal 1.00" in answer.explanation["why"]


def test_the_nearest_line_may_be_surely_right(ilse: Assistant) -> None:
    with guessed(("personal_pay", 0.5), ("job_count", 0.4)), doubted(), surely("swarms"):
        assert "forty volunteers" in ilse.ask("whom has she taught to catch swarms").answer


@pytest.mark.parametrize(
    ("question", "guess", "told"),
    [
        (CURRENT, [("edu_school", 0.5), ("job_current", 0.4)], "Heath Honey"),
        ("which school was she at", [("job_current", 0.5), ("edu_school", 0.4)], "Ede"),
        ("whom did she teach about swarms", [("job_list", 0.5), ("gaps", 0.3)], "volunteers"),
        (CURRENT, [("publications", 0.5), ("job_current", 0.3)], "Heath Honey"),
    ],
)
def test_what_another_reading_or_a_line_answers_is_told(
    ilse: Assistant, question: str, guess: list[tuple[str, float]], told: str
) -> None:
    with guessed(*guess):
        assert told in ilse.ask(question).answer


def test_a_refusal_stands_where_nothing_answers(ilse: Assistant) -> None:
    with guessed(("personal_pay", 0.5), ("job_current", 0.4)):
        answer = ilse.ask("what does she earn at the honey place")
    assert answer.status is Status.NOT_IN_RESUME


def test_an_answer_is_read_below_the_places_that_it_does_not_name(ilse: Assistant) -> None:
    with guessed(("edu_school", 0.4), ("open_what", 0.3)), all_read(), noting() as read:
        ilse.ask("which school was she at")
    assert any(one.startswith("Education\n") and "Ede" in one for one in read)
    assert any(one.startswith("Work\n") for one in read)


def test_the_headings_of_a_section_may_be_said(ilse: Assistant) -> None:
    said: list[Candidate] = []

    def probabilities(choice: Choice) -> list[float]:
        said.extend(choice.candidates)
        return [0.0] * len(choice.candidates)

    judged = patch.object(Choice, "probabilities", probabilities)
    with guessed(("gaps", 0.4)), judged, doubted(), all_read():
        ilse.ask("loaves and swarms")
    ways = {one.way: one.text for one in said}
    assert {"", "a line", "headings"} <= set(ways)
    assert "Heath Honey" in ways["headings"]
    assert "Crust Lane" in ways["headings"]


def test_where_there_is_no_doubt_nothing_else_is_drafted(ilse: Assistant) -> None:
    other = patch("assistant.answers.overruling.choices", side_effect=AssertionError("drafted"))
    with guessed(("job_current", 0.95)), doubted(DOUBTFUL - 0.01), other:
        assert "Heath Honey" in ilse.ask(CURRENT).answer


def test_what_is_about_something_else_stays_declined(ilse: Assistant) -> None:
    with guessed(("offtopic", 0.95)), doubted():
        assert ilse.ask("what is the capital of Peru").status is Status.DECLINED


def test_an_order_is_no_question_that_lines_may_tell(ilse: Assistant) -> None:
    other = patch("assistant.answers.overruling.choices", side_effect=AssertionError("drafted"))
    with guessed(("offtopic", 0.8), ("injection", 0.15)), doubted(), other:
        assert ilse.ask("what is the capital of Peru").status is Status.DECLINED


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("which school did she go to?", "Agrarische School Ede"),
        ("how many hives does she keep", "ninety hives"),
        ("current employer", "Heath Honey"),
        ("how long was she at crust lane", "6 years"),
        ("any bakery work?", "Crust Lane"),
    ],
)
def test_of_a_page_of_few_lines_what_it_says_is_told(
    ilse: Assistant, question: str, told: str
) -> None:
    assert told in ilse.ask(question).answer


@pytest.mark.parametrize(
    "question", ["what does she earn", "why did she leave crust lane", "any kubernetes?"]
)
def test_of_a_page_of_few_lines_what_it_does_not_say_is_refused(
    ilse: Assistant, question: str
) -> None:
    assert ilse.ask(question).status is Status.NOT_IN_RESUME


RULED = Ruled(
    "when was she at Crust Lane",
    Guess((("job_when", 0.6), ("job_duration", 0.3))),
    by_words=False,
    names=("an employer",),
    said=Candidate(Status.ANSWERED, "Baker at Crust Lane (2011 to 2017).", ("job_when",), True),
)


LINE, HEADINGS = replace(RULED.said, way="a line"), replace(RULED.said, way="headings")
LIST = replace(RULED.said, way="a list")
REFUSED = Candidate(Status.NOT_IN_RESUME, "", ("personal_pay",), settled=True)


def beside(other: Candidate, ruled: Ruled = RULED) -> Choice:
    """What the rules say, and another candidate."""
    return Choice(ruled, 0.5, Verdict(True, 0.7, ""), 1, (ruled.said, other))


def against(first: Candidate, *others: Candidate, by_words: bool = False) -> Choice:
    """What the rules say, and what else may be said."""
    ruled = replace(RULED, said=first, by_words=by_words)
    return Choice(ruled, 0.5, Verdict(True, 0.7, ""), 1, (first, *others))


@pytest.mark.parametrize(
    ("other", "too_little", "enough"),
    [(LINE, 0.52, 0.6), (HEADINGS, 0.75, 0.85), (LIST, 0.75, 0.85), (REFUSED, 0.52, 0.6)],
)
def test_the_rules_stand_unless_another_is_surer_by_some(
    other: Candidate, too_little: float, enough: float
) -> None:
    assert chosen(beside(other), [0.5, too_little]) == 0
    assert chosen(beside(other), [0.5, enough]) == 1


def test_where_no_answer_is_likely_none_is_told_unless_a_rule_decided() -> None:
    quoted = replace(RULED, said=replace(RULED.said, settled=False))
    assert chosen(beside(REFUSED, quoted), [0.3, 0.2]) == 1
    assert chosen(beside(REFUSED, quoted), [0.4, 0.3]) == 0
    assert chosen(beside(REFUSED), [0.3, 0.2]) == 0
    assert chosen(beside(LINE, quoted), [0.3, 0.2]) == 0
    listed = replace(quoted, said=replace(LIST, settled=False))
    assert chosen(beside(REFUSED, listed), [0.5, 0.3]) == 1
    assert chosen(beside(REFUSED, listed), [0.56, 0.3]) == 0


def test_what_a_rule_refuses_gives_way_to_no_answer_that_is_not_likely() -> None:
    assert chosen(against(REFUSED, LINE), [0.1, 0.39]) == 0
    assert chosen(against(REFUSED, LINE), [0.1, 0.4]) == 1


def test_what_a_rule_tells_that_reads_as_no_answer_is_refused_where_none_is_likely() -> None:
    ruled_out = replace(RULED.said, logit=SURELY_NOT)
    assert chosen(against(ruled_out, REFUSED), [0.3, 0.2]) == 1
    assert chosen(against(ruled_out, REFUSED, by_words=True), [0.3, 0.2]) == 0


def test_in_doubt_is_an_unsure_reading_or_what_the_trees_doubt() -> None:
    unsure = replace(RULED, guess=Guess((("job_when", 0.4),)))
    assert in_doubt(unsure, lambda ruled: 0.0)
    assert in_doubt(RULED, lambda ruled: DOUBTFUL)
    assert not in_doubt(RULED, lambda ruled: DOUBTFUL - 0.01)


def test_what_is_declined_is_not_in_doubt() -> None:
    declined = Candidate(Status.DECLINED, "", ("offtopic",), settled=True)
    assert not in_doubt(replace(RULED, said=declined), lambda ruled: 1.0)


@pytest.mark.parametrize(
    ("share", "logit", "told"), [(0.7, 3.0, True), (0.69, 9, False), (0.9, 2.9, False)]
)
def test_what_seems_of_something_else_is_told_where_it_leaves_no_doubt(
    share: float, logit: float, told: bool
) -> None:
    declined = replace(REFUSED, status=Status.DECLINED, intents=("offtopic",))
    answer = replace(LINE, logit=logit)
    assert told_after_all(against(declined, answer), [0.9, share]) == int(told)


def test_what_rules_are_sure_to_be_silent_on_is_told_where_it_reads_well() -> None:
    refused, answer = replace(REFUSED, intents=("gaps",)), replace(LINE, logit=1.0)
    assert told_after_all(against(refused, answer), [0.9, 0.6]) == 1
    assert told_after_all(against(refused, answer), [0.9, 0.59]) == 0
    assert told_after_all(against(refused, replace(answer, logit=0.9)), [0.9, 0.8]) == 0


@pytest.mark.parametrize(
    ("intent", "may"),
    [("personal_leaving", True), ("personal_family", False), ("skill_has", False), ("gaps", True)],
)
def test_what_is_private_or_a_skill_is_not_told_after_all(intent: str, may: bool) -> None:
    refused = replace(REFUSED, intents=(intent,))
    by_words = replace(RULED, by_words=True, said=refused)
    assert may_be_told(by_words, lambda ruled: 0.05) is may
    assert not may_be_told(by_words, lambda ruled: 0.04)
    assert not may_be_told(replace(by_words, by_words=False), lambda ruled: 1.0)


def test_what_seems_of_something_else_is_looked_at_from_more_doubt() -> None:
    said = replace(REFUSED, status=Status.DECLINED, intents=("offtopic",))
    declined = replace(RULED, guess=Guess((("offtopic", 0.8),)), said=said)
    assert may_be_told(declined, lambda ruled: 0.3)
    assert not may_be_told(declined, lambda ruled: 0.29)


@pytest.mark.parametrize(
    ("stay", "line", "told"),
    [(1.0, -2.0, True), (0.9, -2.0, False), (2.0, 1.0, True), (1.9, 1.0, False)],
)
def test_a_stay_is_told_that_reads_far_better_than_all_that_is_likelier(
    stay: float, line: float, told: bool
) -> None:
    of_stay = replace(RULED.said, way=OF_A_STAY, read_as="the stay")
    other = replace(RULED.said, text="Nine hundred loaves.", way="a line", logit=line)
    context: Any = SimpleNamespace(read=lambda part, texts: [stay for _ in texts])
    part: Any = None
    unread, choice = against(REFUSED, of_stay, other), against(REFUSED, other)
    found = described_stay(context, part, unread, choice)
    assert (found is not None) is told
    told_by_rules = against(replace(LINE, text="It was so."), other)
    assert described_stay(context, part, unread, told_by_rules) is None
    assert described_stay(context, part, unread, unread) is None


def test_of_what_a_rule_decides_by_words_only_what_is_far_surer_is_told_instead() -> None:
    first, other = replace(RULED.said, logit=-1.0), replace(LINE, logit=2.0)
    assert chosen(against(first, other, by_words=True), [0.2, 0.85]) == 1
    assert chosen(against(first, other, by_words=True), [0.2, 0.84]) == 0
    nearly = replace(other, logit=1.9)
    assert chosen(against(first, nearly, by_words=True), [0.2, 0.9]) == 0
    ruled_out = replace(first, logit=SURELY_NOT)
    assert chosen(against(ruled_out, nearly, by_words=True), [0.2, 0.5]) == 1


def test_of_a_whole_list_less_is_told_that_is_as_likely_right() -> None:
    assert chosen(against(REFUSED, LIST, LINE), [0.1, 0.9, 0.86]) == 2
    assert chosen(against(REFUSED, LIST, LINE), [0.1, 0.9, 0.84]) == 1
    assert chosen(against(REFUSED, LIST), [0.1, 0.9]) == 1


def test_what_a_rule_tells_of_the_present_stands_unless_reading_rules_it_out() -> None:
    said = replace(RULED.said, logit=SURELY_NOT + 0.1, intents=("job_current",))
    now = replace(RULED, by_words=True, said=said)
    assert not in_doubt_read(now, lambda ruled: 1.0)
    assert in_doubt_read(replace(now, said=replace(said, logit=SURELY_NOT)), lambda ruled: 1.0)


def test_what_a_rule_decides_by_words_is_not_in_doubt_unless_it_reads_as_no_answer() -> None:
    well, badly = (replace(RULED.said, logit=logit) for logit in (0.1, 0.0))
    by_words = replace(RULED, by_words=True, said=well)
    assert not in_doubt_read(by_words, lambda ruled: 1.0)
    assert in_doubt_read(replace(by_words, said=replace(well, settled=False)), lambda ruled: 1.0)
    ruled_out = replace(by_words, said=badly)
    assert in_doubt_read(ruled_out, lambda ruled: DOUBTFUL_READ)
    assert not in_doubt_read(ruled_out, lambda ruled: DOUBTFUL_READ - 0.01)


def test_what_a_rule_refuses_by_words_is_not_in_doubt() -> None:
    refused = replace(RULED, by_words=True, said=replace(REFUSED, settled=True))
    assert not in_doubt(refused, lambda ruled: 1.0)


def test_an_answer_in_doubt_that_reads_well_stands(ilse: Assistant) -> None:
    other = patch("assistant.answers.overruling.choices", side_effect=AssertionError("drafted"))
    well = patch.object(Ruled, "doubt_read", lambda ruled: float(ruled.said.logit < 0))
    doubtful = patch.object(Ruled, "doubt", lambda ruled: 1.0)
    with guessed(("job_current", 0.4)), doubtful, well, other, noting() as read:
        assert "Heath Honey" in ilse.ask("her current employer").answer
    assert len(read) == 1


def test_no_line_stands_for_what_the_resume_does_not_name() -> None:
    said = Candidate(Status.NOT_IN_RESUME, "", ("job_when",), settled=True)
    named = replace(RULED, said=said, names=("what is unknown",))
    assert not in_doubt(named, lambda ruled: 1.0)


@pytest.mark.parametrize(
    ("status", "intent", "doubtful"),
    [
        *((Status.ANSWERED, intent, DOUBTFUL) for intent in ("edu_list", "skill_has", "job_list")),
        *((Status.NOT_IN_RESUME, one, DOUBTFUL_REFUSAL) for one in ("edu_list", "personal_age")),
        (Status.NOT_IN_RESUME, "job_list", DOUBTFUL_REFUSAL),
        (Status.ANSWERED, "personal_age", DOUBTFUL),
        (Status.NOT_IN_RESUME, "skill_has", DOUBTFUL),
    ],
)
def test_what_a_rule_decides_by_a_reading_alone_is_in_doubt_as_the_trees_doubt_it(
    status: Status, intent: str, doubtful: float
) -> None:
    ruled = replace(RULED, said=Candidate(status, "", (intent,), settled=True))
    assert in_doubt(ruled, lambda ruled: doubtful)
    assert not in_doubt(ruled, lambda ruled: doubtful - 0.01)


def test_for_a_refusal_in_doubt_others_are_looked_at_though_nothing_was_read(
    ilse: Assistant,
) -> None:
    refusing = guessed(("certificates", 0.9))
    doubtful = patch.object(Ruled, "doubt", lambda ruled: DOUBTFUL_REFUSAL)
    never = patch.object(Ruled, "doubt_read", lambda ruled: 0.0)
    with refusing, doubtful, never, noting() as read:
        ilse.ask("which ticket did she get")
    assert read


@pytest.mark.parametrize("intent", ["contact_phone", "volunteer", "job_boss"])
def test_what_a_rule_tells_of_contacts_unpaid_work_and_bosses_is_not_in_doubt(intent: str) -> None:
    ruled = replace(RULED, said=replace(RULED.said, intents=(intent,)))
    assert not in_doubt(ruled, lambda ruled: 1.0)
    assert in_doubt(replace(ruled, said=replace(REFUSED, intents=(intent,))), lambda ruled: 1.0)


def test_the_likeliest_few_are_read_beside_what_the_rules_say_and_refusals() -> None:
    others = [replace(LINE, text=f"Baked {many} loaves.") for many in range(READ + 3)]
    choice = replace(beside(REFUSED), candidates=(RULED.said, *others, REFUSED))
    unlikely = (0, 3, 6)
    likely = [0.0, *(0.1 if at in unlikely else 0.5 + at / 99 for at in range(READ + 3)), 0.0]
    kept = [one for at, one in enumerate(others) if at not in unlikely]
    assert choice.shortlist(likely).candidates == (RULED.said, *kept, REFUSED)
    equal = choice.shortlist([1.0] * len(likely))
    assert equal.candidates == (RULED.said, *others[: READ - 1], REFUSED)


def test_no_more_answers_are_read(ilse: Assistant) -> None:
    with guessed(("job_list", 0.4), ("job_first", 0.3)), noting() as read:
        ilse.ask("whom has she taught on the moors")
    assert 1 < len(read) <= READ + 1


def test_what_is_weighed_says_what_it_means() -> None:
    first = replace(RULED.said, logit=2.0)
    choice = replace(beside(REFUSED), candidates=(first, REFUSED))
    told, silent = of_choice(choice)
    assert (told["read"], told["read better by"]) == (2.0, 11.0)
    assert (silent["read"], silent["read better by"]) == (0.0, -2.0)
    assert (told["has a year"], silent["has a year"]) == (1.0, 0.0)
    assert told["asks when"] == told["names an employer"] == told["told as job"] == 1.0
    assert "names a time" not in told
    assert set(of_ruled(RULED)) < set(of_unread(choice)[0]) < set(told)
    judged = (RULED.doubt(), *choice.unread(), *choice.probabilities())
    assert all(0 < one < 1 for one in judged)


def test_the_evaluation_says_what_was_right(
    embedder: Embedder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        ("whom did she teach", True, ["forty volunteers"]),
        ("where does she work now", True, ["Heath Honey"]),
        ("what does she earn", False, []),
        ("what has she baked", True, ["what no candidate says"]),
        ("where does she work now; which school was she at", True, ["Heath Honey"]),
    ]
    for name in "abcde":
        (tmp_path / f"{name}.md").write_text(PAGE, "utf-8")
        lines = [
            {"id": f"{name}{at}", "question": text, "answerable": answerable, "kind": "fact",
             "must_include": words, "must_not_include": [], "evidence": []}
            for at, (text, answerable, words) in enumerate(asked)
        ]  # fmt: skip
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    found = list(training.marked(embedder, tmp_path))
    assert {one.choice.ruled.question for one in found} == {text for text, *_ in asked[:4]}
    for one in found:
        words = {text: must for text, _, must in asked}[one.choice.ruled.question]
        for candidate, right in zip(one.choice.candidates, one.right, strict=True):
            assert right == (words[0] in candidate.text if words else not candidate.told)
    plain = list(training.everyday(embedder, tmp_path))
    assert plain and all(any(one.right) for one in plain)
    training.check(found, plain)
    told = capsys.readouterr().out
    assert told.startswith("20 golden questions, 75.0% right by the rules; won ")
    assert f"{len(plain)} everyday questions, " in told


@pytest.mark.parametrize(("logit", "told"), [(4.8, 2), (4.0, 1)])
def test_the_first_of_two_lines_is_told_alone_if_it_reads_as_well(logit: float, told: int) -> None:
    text = "Keeps ninety hives ."
    both = replace(LINE, way="two lines", text=f"{text} Taught forty volunteers .", logit=5.0)
    alone = replace(LINE, text=text, logit=logit)
    choice = replace(beside(both), candidates=(RULED.said, both, alone))
    assert chosen(choice, [0.2, 0.8, 0.7]) == told
    assert chosen(choice, [0.2, 0.8, 0.3]) == 1


@pytest.mark.parametrize(
    ("logit", "status"), [(SURELY_NOT, Status.NOT_IN_RESUME), (SURELY_NOT + 0.1, Status.ANSWERED)]
)
def test_lines_of_the_evidence_that_read_as_none_are_not_told_though_nobody_doubts_them(
    ilse: Assistant, logit: float, status: Status
) -> None:
    def scores(self: CrossEncoder, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.full(len(texts), logit, np.float32)

    supported = patch.object(Context, "supports", lambda *args: Verdict(True, 0.9, ""))
    reading = patch.object(Context, "reading", lambda *args: 5.0)
    read = patch.object(CrossEncoder, "scores", scores)
    said = surely("ninety hives")
    with guessed(("open_what", 0.95)), doubted(0.0), supported, reading, read, said:
        assert ilse.ask("how does she keep hives").status is status
