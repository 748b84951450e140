"""Places, nationalities and employers that a question calls otherwise than the resume."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.gazetteer import lands_named, lands_of, load_regions, load_towns
from assistant.short_forms import pieced
from assistant.text import keys
from assistant.whereabouts import Whereabouts
from ingest.load import load_resumes
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Paulina Okonjo

paulina@okonjo.example

## Work experience

### Head Gardener, Jardins Lefèvre | Lyon | 2019-04 - now

- Keeps nine hectares of roses

### Gardener, Blomsterhuset | Aarhus | 2015-03 - 2019-03

- Grew tulips for the palace
- Left after the merger with a chain of florists

### Forester, Mbeya Timber | Mbeya, Tanzania | 2012-01 - 2014-12

- Planted 40,000 pines

### Trainee, Botanischer Garten Köln | 2010-01 - 2011-12

- Labelled ferns

### Survey assistant, Forestry Scotland | Inverness, Scotland | 2008 - 2009

- Measured beeches

## Other

- Three winters with a seed bank in Toronto
- Reading circle on Fridays

## Education

### BSc Forestry, University of Ljubljana | Ljubljana | 2004 - 2008
"""


@pytest.fixture(scope="module")
def paulina(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how long was she in denmark", "4 years"),
        ("how many years did she spend in east africa", "2 years and 11 months"),
        ("any jobs in Africa?", "Mbeya"),
        ("how come she's no longer with the danes", "merger"),
        ("why did she leave the danish company", "merger"),
        ("what did she do for the french employer", "roses"),
        ("when was she in cologne", "2010"),
        ("which years was she at forscot", "2008"),
        ("what did she do in canada", "seed bank"),
    ],
)
def test_a_place_or_employer_is_known_by_another_name(
    paulina: Assistant, question: str, expected: str
) -> None:
    assert expected in answered(paulina.ask(question))


@pytest.mark.parametrize(
    "question", ["how long was she in spain", "any jobs in Asia?", "her years in Oceania"]
)
def test_where_nobody_was_is_refused(paulina: Assistant, question: str) -> None:
    assert paulina.ask(question).status is Status.NOT_IN_RESUME


@pytest.fixture(scope="module")
def hers(write_resume: Callable[[str], Path]) -> Whereabouts:
    resume = load_resumes([write_resume(RESUME)], 1_000_000)
    words = {key for *_, said in resume.walk() for key in keys(said.text)}
    return Whereabouts(resume, frozenset(words))


def test_nobody_is_in_the_town_that_they_are_called_like(
    write_resume: Callable[[str], Path],
) -> None:
    page = RESUME.replace("Paulina Okonjo", "Ada Osaka")
    whereabouts = Whereabouts(load_resumes([write_resume(page)], 1_000_000), frozenset())
    assert whereabouts.has("canada")
    assert not whereabouts.has("japan")


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("time in tanzania", "time in tanzania"),
        ("time in africa", "time in Tanzania"),
        ("Africa: what did she do there", "Tanzania: what did she do there"),
        ("did the danes give her a raise", "did Blomsterhuset give her a raise"),
        ("with the danish firm until when", "with Blomsterhuset until when"),
        ("time in Cologne", "time in Köln"),
        # Several of its countries, a thing and no place, a language, a name of the resume's.
        ("time in europe", "time in europe"),
        ("the africa strategy", "the africa strategy"),
        ("how good is her danish", "how good is her danish"),
        ("does she speak french", "does she speak french"),
        ("scotland?", "scotland?"),
    ],
)
def test_a_question_is_said_by_what_the_resume_calls_the_place(
    hers: Whereabouts, question: str, meant: str
) -> None:
    assert hers.as_here(question) == meant


@pytest.mark.parametrize(
    ("place", "lands"),
    [
        ("Rotterdam", {"netherlands"}),
        ("Rotterdam (remote)", {"netherlands"}),
        ("Oslo, hybrid", {"norway"}),
        ("Lagos, NG", {"nigeria"}),
        ("Muscat, Oman", {"oman"}),
        # A town of several countries, one that is elsewhere, and none that is known.
        ("Birmingham", set()),
        ("Paris, TX", set()),
        ("Brigadoon", set()),
    ],
)
def test_the_country_of_a_place_is_known_where_there_is_no_doubt(
    place: str, lands: set[str]
) -> None:
    assert lands_of(place) == lands


def test_regions_have_countries_that_are_known() -> None:
    assert lands_named("Scandinavia") == {"denmark", "norway", "sweden"}
    assert lands_named("holland") == {"netherlands"}
    assert lands_named("turkey") == set()  # what is eaten
    assert "kenya" in load_regions()["africa"]
    assert load_towns()["gent"][0].country == "belgium"


@pytest.mark.parametrize(
    ("word", "name", "made"),
    [
        ("forscot", "Forestry Scotland", True),
        ("unigraz", "University of Graz", True),
        ("natpower", "National Power & Light", True),
        ("forest", "Forestry Scotland", False),  # a word of its own
        ("scotfor", "Forestry Scotland", False),
        ("forscotia", "Forestry Scotland", False),
        ("fores", "Forestry Scotland", False),
    ],
)
def test_a_name_is_shortened_to_the_beginnings_of_its_words(
    word: str, name: str, made: bool
) -> None:
    assert pieced(word, name) is made


@pytest.mark.parametrize("question", ["did she ever work in peru", "when was she in Peru"])
def test_a_country_that_the_resume_knows_nothing_of_is_not_mentioned(
    paulina: Assistant, question: str
) -> None:
    told = paulina.ask(question)
    assert told.status is Status.NOT_IN_RESUME
    assert "Peru" in told.answer and "employers" not in told.answer


def test_a_country_is_no_unknown_employer(paulina: Assistant) -> None:
    told = paulina.ask("how long did she spend working in canada")
    assert "lists no" not in told.answer
