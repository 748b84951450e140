"""The reader of whole answers learns from drafts of which it is known whether they are right."""

from __future__ import annotations

import json
import math
import random
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from assistant.answers.candidates import Sayable
from assistant.compose import Sentence, answered, silent
from assistant.cross_encoder import FILE
from assistant.training.answers import Task, loss_of, read, sampled
from assistant.training.cross import Reader
from assistant.training.drafts import Answered, golden, lined, unmarked
from assistant.training.everyday import by_label, drawn, everyday
from assistant.training.labelled import Labelled
from assistant.training.material import Asked, TrainingResume
from ingest.embeddings import Embedder
from ingest.resume import Fragment, Span

PAGE = """# Malin Strand

## Work

### Lock keeper, Göta Waterways | 2016 - now

- Raised nine old gates without closing the canal for a day
- Taught forty volunteers to work the sluices by hand

### Deckhand, Vänern Ferries | 2011 - 2016

- Kept the log of a car ferry for five winters

## Education

- Sjöfartsgymnasiet Gothenburg, 2008 - 2011: ship's mechanic
"""


RESUME = TrainingResume(
    (
        "Work > Kiln Lane, Potter, 2015 - 2019\nSold tableware to forty restaurants",
        "Work > Kiln Lane, Potter, 2015 - 2019\nFired the gas kiln twice a week",
        "Skills\nSlip casting, spreadsheets",
    ),
    (Asked("how often was the kiln fired", (1,)), Asked("what did she earn?", ())),
    "a test",
)


def test_golden_questions_tell_which_drafts_are_right(embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "malin.md").write_text(PAGE, "utf-8")
    asked = [
        ("whom did she teach", True, ["forty volunteers"]),
        ("what does she earn", False, []),
        ("where does she work now; which school was she at", True, ["Waterways"]),
    ]
    (tmp_path / "malin.jsonl").write_text(
        "\n".join(
            json.dumps(
                {"id": str(at), "question": text, "answerable": answerable, "kind": "fact",
                 "must_include": words, "must_not_include": [], "evidence": []}
            )
            for at, (text, answerable, words) in enumerate(asked)
        ),
        "utf-8",
    )  # fmt: skip
    found = {one.question: one for one in golden(embedder, tmp_path)}
    taught = found["whom did she teach"]
    assert taught.right
    for text, right in zip(taught.texts, taught.right, strict=True):
        assert right == ("forty volunteers" in text)
    assert any(taught.right)
    assert not any(found["what does she earn"].right or ())
    assert not any("school" in text for text in found), "a question for two things is left out"


def test_lines_that_answer_are_right_and_the_nearest_others_wrong(embedder: Embedder) -> None:
    kiln, pay = lined([RESUME], embedder)
    assert kiln.texts[0] == RESUME.lines[1]
    assert kiln.right == (True, False, False)
    assert pay.right == (False, False, False)


def test_nobody_has_marked_the_drafts_of_invented_resumes(embedder: Embedder) -> None:
    found = list(unmarked([RESUME], embedder))
    assert any("twice a week" in text for one in found for text in one.texts)
    assert all(one.right is None for one in found)


def test_what_is_learned_brings_the_loss_down(embedder: Embedder) -> None:
    import torch

    plates = Answered(0, "who bought her plates?", ("She fired it.", "Forty inns."), (False, True))
    tasks = [
        Task(plates),
        Task(replace(plates, right=None), (-2.0, 3.0)),
        Task(Answered(0, "what did she earn?", ("She fired the kiln.",), (False,)), (-1.5,)),
    ]
    learner = Reader(embedder, FILE)
    trained = [*learner.bert.encoder.parameters(), *learner.head.parameters()]
    optimiser = torch.optim.AdamW(trained, lr=1e-4)
    torch.manual_seed(0)
    lacks = []
    for _ in range(6):
        loss = loss_of(learner, tasks)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        lacks.append(float(loss.detach()))
    assert lacks[-1] < lacks[0]
    assert all(map(math.isfinite, lacks))


def test_of_many_drafts_some_are_drawn_with_what_is_known_of_them() -> None:
    right = (True, True, True, False, False, False, False)
    many = Answered(0, "what did she sell?", tuple("abcdefg"), right)
    told = sampled(Task(many, tuple(map(float, range(7)))), 6, random.Random(0))
    assert told.asked.right is not None
    assert told.thought is not None
    assert sum(told.asked.right) == 2
    assert len(told.asked.texts) == 6
    for text, known, thought in zip(told.asked.texts, told.asked.right, told.thought, strict=True):
        assert known == (text in "abc")
        assert thought == "abcdefg".index(text)
    unknown = sampled(Task(replace(many, right=None)), 5, random.Random(0))
    assert (len(unknown.asked.texts), unknown.asked.right) == (5, None)
    assert sampled(Task(many), 7, random.Random(0)) == Task(many)


def test_the_teacher_counts_where_nobody_knows(embedder: Embedder) -> None:
    learner = Reader(embedder, FILE)
    learner.bert.eval()
    learner.head.eval()
    asked = Answered(0, "who bought her plates?", ("She fired it.", "Forty inns."), None)
    (own,) = read(learner, [asked])
    other = tuple(-logit for logit in own)
    as_it_thinks, otherwise = (
        float(loss_of(learner, [Task(asked, one)]).detach()) for one in (own, other)
    )
    assert as_it_thinks < otherwise


def test_everyday_questions_tell_by_their_labels(embedder: Embedder, tmp_path: Path) -> None:
    (tmp_path / "malin.md").write_text(PAGE, "utf-8")
    (tmp_path / "malin.jsonl").write_text("", "utf-8")
    rows = [
        Labelled(("job_current",), "where does she work now"),
        Labelled(("offtopic",), "what is the capital of peru"),
        Labelled(("contact_phone",), "her number please"),
    ]
    with patch("assistant.training.everyday.drawn", return_value=rows):
        found = {one.question: one for one in everyday(embedder, tmp_path)}
    now = found["where does she work now"]
    assert now.right and any(now.right)
    for text, right in zip(now.texts, now.right, strict=True):
        assert not right or "Waterways" in text
    for row in rows[1:]:
        assert not any(found[row.text].right or ())


def test_everyday_questions_are_drawn_the_same_each_time() -> None:
    aside = {"offtopic": 3, "injection": 1}
    found = drawn("malin", 5, aside)
    assert found == drawn("malin", 5, aside) != drawn("bo", 5, aside)
    labels = [row.labels[0] for row in found]
    assert len(set(labels[:5])) == 5
    assert labels[5:] == ["offtopic"] * 3 + ["injection"]
    assert not any("{" in row.text for row in found)


LINE = Fragment("Cut felt.", Span(0, 9, start_line=1, end_line=1))
OTHER = Fragment("Welded.", Span(10, 17, start_line=2, end_line=2))


def told(words: Fragment, *intents: str, settled: bool = True) -> Sayable:
    draft = answered(Sentence(words.text, (words,)), why="")
    return Sayable(replace(draft, settled=settled), list(intents))


REFUSAL = Sayable(silent(Sentence("It does not say."), why=""), ["personal_pay"])


def test_what_a_rule_decided_by_the_label_is_right_and_what_was_but_quoted_is_not_known() -> None:
    hobbies = Labelled(("interests",), "chess player?")
    decided = [told(LINE, "interests"), told(OTHER, "open_what"), told(LINE, "about"), REFUSAL]
    assert by_label(hobbies, decided) == [True, False, None, False]
    quoted = [told(LINE, "interests", "open_what"), told(OTHER, "about"), REFUSAL]
    assert by_label(hobbies, quoted) == [None, False, None]
    unsure = [told(LINE, "interests", settled=False), REFUSAL]
    assert by_label(hobbies, unsure) == [None, None]
    assert by_label(hobbies, [told(OTHER, "about"), REFUSAL]) == [False, True]
