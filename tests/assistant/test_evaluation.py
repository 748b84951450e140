from __future__ import annotations

import numpy as np
import pytest
from langchain_core.embeddings import Embeddings

from assistant.answer import Answer, Citation, SourceLocation, Status
from assistant.baseline import CHUNK, COUNTS, OVERLAP, Tutorial, split, tutorial
from assistant.evaluation import GoldenQuestion, Marker, Report
from ingest.load import load_resume
from ingest.resume import Resume
from tests.assistant.conftest import GOLDEN, TODAY
from ui.report import report_text

NURSE = GOLDEN / "reilly-nurse.md"


@pytest.fixture(scope="module")
def resume() -> Resume:
    return load_resume(NURSE)


@pytest.fixture(scope="module")
def marker(resume: Resume) -> Marker:
    return Marker(resume, TODAY)


WANTED = GoldenQuestion(
    id="1",
    question="When?",
    answerable=True,
    kind="date",
    must_include=("2019|two thousand", "St Brannoc's"),
    must_not_include=("Northgate",),
    evidence=("### Charge Nurse, Intensive Care, St Brannoc's Hospital",),
)
UNKNOWN = GoldenQuestion(id="2", question="Rust?", answerable=False, must_not_include=("yes,",))


def said(text: str, status: Status = Status.ANSWERED, quote: str | None = None) -> Answer:
    place = SourceLocation(file="reilly-nurse.md", start_line=28, end_line=28)
    cited = [Citation(number=1, quote=quote, text=quote, section=(), source=place)] if quote else []
    return Answer(question="?", status=status, answer=text, citations=tuple(cited))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("At St Brannoc’s since 2019.", True),
        ("AT ST BRANNOC'S SINCE TWO THOUSAND NINETEEN.", True),
        ("At St Brannoc's.", False),
        ("At St Brannoc's since 2019, after Northgate.", False),
        ("At St Brannoc's since 2019" + " and on" * 60 + ".", False),
    ],
)
def test_right_is_complete_clean_and_short(marker: Marker, text: str, right: bool) -> None:
    assert marker.mark(WANTED, said(text)).right is right


def test_a_refusal_of_what_can_be_answered_is_false(marker: Marker) -> None:
    mark = marker.mark(WANTED, said("The resume does not say.", Status.NOT_IN_RESUME))
    assert (mark.right, mark.false_refusal, mark.refused) == (False, True, None)


@pytest.mark.parametrize("status", [Status.NOT_IN_RESUME, Status.DECLINED])
def test_what_cannot_be_answered_is_refused_or_declined(marker: Marker, status: Status) -> None:
    assert marker.mark(UNKNOWN, said("The resume does not say.", status)).refused is True
    assert marker.mark(UNKNOWN, said("Yes, Rust.", status)).refused is False
    assert marker.mark(UNKNOWN, said("Rust.")).refused is False


def test_cited_and_verbatim_look_through_markup(marker: Marker) -> None:
    quote = "**Charge Nurse**, Intensive Care, St Brannoc's Hospital"
    mark = marker.mark(WANTED, said("x", quote=quote))
    assert (mark.cited, mark.verbatim) == (True, True)
    mark = marker.mark(WANTED, said("x", quote="Charge Nurse at St Brannoc's"))
    assert (mark.cited, mark.verbatim) == (False, False)


def test_figures_are_shares_of_what_they_apply_to(marker: Marker) -> None:
    refused = said("The resume does not say.", Status.NOT_IN_RESUME)
    marks = [
        marker.mark(WANTED, said("At St Brannoc's since 2019.")),
        marker.mark(WANTED, refused),
        marker.mark(UNKNOWN, refused),
    ]
    report = Report(tuple(marks), "nurse")
    figures = report.figures()
    assert figures["questions"] == 3
    assert (figures["right"], figures["false_refusal"], figures["refused"]) == (0.5, 0.5, 1.0)
    assert report.figures("date")["questions"] == 2
    assert "refused" not in report.figures("date")
    assert [failure["id"] for failure in report.to_json()["failures"]] == ["1"]


def test_the_report_shows_both_and_each_failure(marker: Marker, resume: Resume) -> None:
    report = Report((marker.mark(UNKNOWN, said("Rust.\x1b[31m")),), "nurse")
    text = report_text(report, tutorial([(resume, [UNKNOWN])], Letters(), TODAY))
    assert "Tutorial pipeline" in text
    assert "best on these very questions" in text
    assert "2 [question] Rust?\n  answered: Rust.[31m" in text


class Letters(Embeddings):
    """Which letters a text has, how often: near enough to a meaning for these tests."""

    def embed_query(self, text: str) -> list[float]:
        counts = np.array([text.casefold().count(chr(97 + at)) for at in range(26)], float) + 0.01
        vector: list[float] = (counts / np.linalg.norm(counts)).tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


def test_the_tutorial_cuts_by_characters_and_repeats_some(resume: Resume) -> None:
    chunks = split(resume.source.text)
    assert max(map(len, chunks)) <= CHUNK
    assert all(chunk in resume.source.text for chunk in chunks)
    assert "".join("".join(chunks).split()) != "".join(resume.source.text.split())
    words = " ".join(f"word{number}" for number in range(300))
    first, second, *_ = split(words)
    repeated = next(size for size in range(OVERLAP, 0, -1) if first.endswith(second[:size]))
    assert 0 < repeated <= OVERLAP
    assert split("x" * 1200)[0] == "x" * CHUNK


def test_the_tutorial_answers_with_whole_chunks_and_their_lines(resume: Resume) -> None:
    pipeline = Tutorial(resume, Letters())
    found = pipeline.nearest("Kafka")
    assert len(found) == max(COUNTS)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    answer = pipeline.answer("Kafka", found[:2])
    lines = resume.source.text.splitlines()
    for citation in answer.citations:
        there = "\n".join(lines[citation.source.start_line - 1 : citation.source.end_line])
        assert citation.quote in there
    assert pipeline.answer("Kafka", []).status is Status.NOT_IN_RESUME
    pipeline.close()


def test_the_tutorial_has_the_threshold_that_is_best_on_the_questions(resume: Resume) -> None:
    first = resume.source.text[:300]
    known = GoldenQuestion(id="1", question=first, answerable=True, must_include=("Reilly",))
    unknown = GoldenQuestion(id="2", question="zzz qqq xxx", answerable=False)
    report, setting = tutorial([(resume, [known, unknown])], Letters(), TODAY)
    assert report.failures == []
    assert 0 < setting.threshold < 1
