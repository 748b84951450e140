"""What the words of a question settle, whatever else they recall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import MARKER, Status
from assistant.when import read_time
from tests.assistant.conftest import Open

RESUME = """# Rosalind Achterberg

rosalind@achterberg.example.com | Deventer, Netherlands

## Summary

Ship's electrician, looking for a shore job in wind power.

## Experience

### Chief Electrician, Noordzee Ferries, Harlingen | May 2019 - now

- Looks after a budget of €640,000 a year and a crew of nine
- Main tools: Megger, Fluke, ETAP

### Electrician, Kestrel Yachts, Lymington | March 2012 - August 2014

- Rewired eleven sailing yachts
- Before that, a summer internship at the Bolt Foundry in Poole

### Deckhand, Kestrel Yachts, Lymington | September 2010 - February 2012

- Sails, ropes and paint

## Volunteering

### Radio operator, Zutphen lifeboat | June 2016 - now

- On call every second weekend

## Education

**MSc in Marine Technology**, Delta Institute, 2014 - 2016

**BSc in Electrical Engineering**, Saxony College, 2006 - 2010

## Certificates

- Advanced first aid, valid until March 2027
- High voltage switching (in progress)

## Odds and ends

- Two novels under her own name: Salt in the Wires (2018) and The Last Fuse (2021)
"""


@pytest.fixture(scope="module")
def rosalind(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how much money does she look after at the ferries", "€640,000"),
        ("who is paying her wages now", "Noordzee Ferries"),
        ("first aid good until when", "March 2027"),
        ("the cert that isn't finished yet", "High voltage switching"),
        ("what kind of jobs is she after?", "wind power"),
        ("titles of her novels", "Salt in the Wires"),
        ("where did she intern", "Bolt Foundry"),
        ("tools @ noordzee ferries", "Megger"),
        ("years w/ the lifeboat till today", "June 2016 to now"),
        ("both yacht roles added up", "3 years and 11 months"),
        ("BSc to masters took how many years", "6 years"),
        ("there's a hole between kestrel and noordzee, how long is it", "4 years and 8 months"),
        ("every seat she held at kestrel yachts", "Deckhand"),
    ],
)
def test_what_is_asked_is_told_by_the_words(
    rosalind: Assistant, question: str, expected: str
) -> None:
    answer = rosalind.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert expected in MARKER.sub("", answer.answer)


def test_jobs_without_a_gap_are_said_to_leave_none(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace("May 2019 - now", "September 2014 - now")
    answer = open_assistant(write_resume(text)).ask("any gaps between her jobs?")
    assert "leave no gap" in answer.answer


def test_two_jobs_with_nothing_between_them_leave_no_gap(rosalind: Assistant) -> None:
    answer = rosalind.ask("the gap between the deckhand job at kestrel and kestrel electrician?")
    assert "2010" in answer.answer
    assert "no job" not in answer.answer


def test_what_is_sought_is_not_made_up_from_what_was_done(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace(", looking for a shore job in wind power", "")
    answer = open_assistant(write_resume(text)).ask("what is she looking for?")
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("titles of her novels", "Noordzee"),
        ("companies she's been with apart from kestrel", "Kestrel"),
        ("what kind of jobs is she after?", "Deckhand"),
        ("xmas 2013, which firm was she with", "Noordzee"),
    ],
)
def test_what_is_not_asked_for_is_left_out(
    rosalind: Assistant, question: str, not_said: str
) -> None:
    assert not_said not in rosalind.ask(question).answer


def test_a_time_alone_is_no_question_of_its_own(rosalind: Assistant) -> None:
    assert rosalind.ask("xmas 2013, which firm was she with").answer.count("Kestrel") == 1


def test_a_place_beside_a_time_is_where_the_job_was(rosalind: Assistant) -> None:
    answer = rosalind.ask("april 2013 - employer & city").answer
    assert "Lymington" in answer
    assert "Deventer" not in answer


def test_who_employed_someone_is_not_told_by_a_study(rosalind: Assistant) -> None:
    answer = rosalind.ask("who was she employed by in 2008?")
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


@pytest.mark.parametrize(
    ("question", "words", "first", "last"),
    [
        ("what since 2015", "since 2015", (2015, 1), 9998),
        ("anything since graduating in 2015", "since 2015", (2015, 1), 9998),
        ("where has she been since march 2012", "since March 2012", (2012, 3), 9998),
        ("what did she do in 2015", "2015", (2015, 1), 2015),
    ],
)
def test_since_a_day_is_a_time_without_an_end(
    question: str, words: str, first: tuple[int, int], last: int
) -> None:
    when = read_time(question)
    assert when is not None
    assert (when.words, when.low, when.high[0]) == (words, first, last)
