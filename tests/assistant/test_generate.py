from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from assistant.golden.facts import known_facts
from assistant.golden.generate import generate
from assistant.golden.negatives import absent_terms, negatives
from assistant.golden.question import GoldenQuestion, read_golden
from assistant.golden.wording import WORDINGS
from assistant.text import fold
from assistant.vocabulary import load_vocabulary, simple_keys
from ingest.load import load_resume
from ingest.resume import Resume
from tests.assistant.conftest import GOLDEN

RESUMES = sorted(path for path in GOLDEN.iterdir() if path.suffix in (".md", ".json"))
EVERY = pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
#: Kinds whose answers are worked out and stand nowhere word for word.
COMPUTED = ("job_duration", "total", "job_count")

load = cache(load_resume)


@EVERY
def test_evidence_stands_in_the_source_word_for_word(path: Path) -> None:
    resume = load(path)
    for known in known_facts(resume):
        assert known.evidence, known
        for words in known.evidence:
            assert words in resume.source.text


@EVERY
def test_what_an_answer_must_include_comes_from_the_source(path: Path) -> None:
    resume = load(path)
    source = fold(re.sub(r"[*_`]", "", resume.source.text))
    for known in known_facts(resume):
        assert known.must_include, known
        if known.topic not in COMPUTED:
            for wanted in known.must_include:
                assert any(fold(form) in source for form in wanted.split("|")), known


@EVERY
def test_absent_skills_and_employers_are_absent(path: Path) -> None:
    resume = load(path)
    named = {term.name for _, _, term in load_vocabulary().spans(simple_keys(resume.source.text))}
    words = fold(resume.source.text)
    for known in negatives(resume):
        assert not known.answerable
        for slot in ("skill", "org"):
            if name := known.slots.get(slot):
                assert name not in named
                assert not re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", words)


@EVERY
def test_a_file_has_as_many_questions_as_were_asked_for_and_none_twice(path: Path) -> None:
    golden = generate(load(path), 60)
    assert len(golden) == 60
    assert len({fold(question.question) for question in golden}) == 60
    assert len({question.id for question in golden}) == 60
    assert {"unanswerable", "injection", "offtopic"} <= {question.kind for question in golden}


@EVERY
def test_a_file_can_be_read_again(path: Path, tmp_path: Path) -> None:
    golden = generate(load(path), 40)
    file = tmp_path / "questions.jsonl"
    file.write_text("".join(f"{one.model_dump_json()}\n" for one in golden), encoding="utf-8")
    assert read_golden(file) == golden


def test_the_same_seed_gives_the_same_questions_and_another_gives_others() -> None:
    resume = load(RESUMES[0])
    assert generate(resume, 50, seed=3) == generate(resume, 50, seed=3)
    assert generate(resume, 50, seed=3) != generate(resume, 50, seed=4)


def test_every_topic_has_wordings_that_its_facts_can_fill() -> None:
    for path in RESUMES:
        for known in (*known_facts(load(path)), *negatives(load(path))):
            for wording in WORDINGS[known.topic]:
                assert wording.format(who="Ada", **known.slots)


def asked(resume: Resume, topic: str) -> list[tuple[dict[str, str], tuple[str, ...]]]:
    return [(one.slots, one.must_include) for one in known_facts(resume) if one.topic == topic]


WREN = """\
# Ada Wren

ada@wren.example

## Experience

### Baker, Tern Airways, Bristol, 2016 - 2020

- Baked

### Cook, Skua Rail, Leeds, 03/2012 - 05/2014

- Cooked

### Cook, Skua Rail, York, 2010 - 2011

- Cooked

## Skills

Languages: Python, PostgreSQL
"""


@pytest.fixture
def wren(tmp_path: Path) -> Resume:
    path = tmp_path / "wren.md"
    path.write_text(WREN, encoding="utf-8")
    return load_resume(path)


def test_facts_are_computed_from_the_resume(wren: Resume) -> None:
    assert asked(wren, "job_list") == [({}, ("Tern Airways", "Skua Rail"))]
    assert asked(wren, "job_last") == [({}, ("Tern Airways",))]
    assert asked(wren, "job_first") == [({}, ("Skua Rail",))]
    assert asked(wren, "job_dates") == [({"org": "Tern Airways"}, ("2016", "2020"))]
    (length,) = asked(wren, "job_duration")
    assert length[1][0].split("|") == ["4 year", "four year", "4 yr"]
    assert asked(wren, "job_place") == [({"org": "Tern Airways"}, ("Bristol",))]
    assert asked(wren, "email") == [({}, ("ada@wren.example",))]
    assert ({"skill": "Python"}, ("Python",)) in asked(wren, "skill")
    assert ({"year": "2012"}, ("Skua Rail",)) in asked(wren, "job_in_year")


def test_what_is_ambiguous_is_not_asked(wren: Resume) -> None:
    named = [
        slots["org"] for topic in ("job_dates", "job_title") for slots, _ in asked(wren, topic)
    ]
    assert "Skua Rail" not in named


def test_where_somebody_studied_and_worked_is_not_asked_by_name(tmp_path: Path) -> None:
    path = tmp_path / "wren.md"
    path.write_text(WREN + "\n## Education\n\n### BSc, Tern Airways, 2012 - 2015\n", "utf-8")
    named = [one.slots.get("org") for one in known_facts(load_resume(path))]
    assert "Tern Airways" not in named


def test_absent_skills_are_near_and_none_is_another_name_of_a_listed_one(wren: Resume) -> None:
    names = [one.slots["skill"] for one in negatives(wren) if one.topic == "absent_skill"]
    assert {"Java", "MySQL"} <= set(names)
    assert {"SQL", "Python", "PostgreSQL"}.isdisjoint(names)
    assert all("Python" not in term.name for term in absent_terms(wren)["programming language"])


def test_a_personal_matter_that_the_resume_may_state_is_not_asked(tmp_path: Path) -> None:
    path = tmp_path / "wren.md"
    path.write_text(WREN + "\nFull clean driving licence. German citizen.\n", encoding="utf-8")
    topics = {one.topic for one in negatives(load_resume(path))}
    assert "pay" in topics
    assert {"driving", "visa"}.isdisjoint(topics)


def test_a_resume_that_allows_fewer_gives_all_that_it_allows(tmp_path: Path) -> None:
    path = tmp_path / "wren.md"
    path.write_text(WREN, encoding="utf-8")
    everything = generate(load_resume(path), 100_000)
    assert 0 < len(everything) < 100_000
    assert all(isinstance(one, GoldenQuestion) for one in everything)
