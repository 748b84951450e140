from __future__ import annotations

from datetime import date

import pytest

from assistant.answer import Answer, Citation, SourceLocation, Status
from assistant.claims import cited_sentences, claims_of
from assistant.grounding import Grounds, citation_quality
from ingest.load import load_resume
from ingest.resume import PartialDate

RESUME = """\
# Ada Wren

## Experience

### Tern Airways, Bristol, 2016 - 2020

- Ran the Kafka clusters behind the booking system
- Wrote payment services in Go, for 38,000 bookings a day

### Skua Rail, Leeds, 03/2012 - 05/2014

- Kept the timetable database on PostgreSQL

## Skills

Languages: Go, Python, Ruby
"""
TODAY = date(2026, 11, 24)
KAFKA = "Ran the Kafka clusters behind the booking system"
GO = "Wrote payment services in Go, for 38,000 bookings a day"
TERN = "### Tern Airways, Bristol, 2016 - 2020"
SKUA = "### Skua Rail, Leeds, 03/2012 - 05/2014"
POSTGRES = "Kept the timetable database on PostgreSQL"
SKILLS = "Languages: Go, Python, Ruby"


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    path = tmp_path_factory.mktemp("grounds") / "wren.md"
    path.write_text(RESUME, encoding="utf-8")
    return Grounds(load_resume(path), TODAY)


def said(text: str, *quotes: str) -> Answer:
    """An answer whose citations are numbered in the order of the quotes."""
    citations = []
    for number, quote in enumerate(quotes, 1):
        line = RESUME[: RESUME.index(quote)].count("\n") + 1
        place = SourceLocation(file="wren.md", start_line=line, end_line=line)
        citations.append(
            Citation(number=number, quote=quote, text=quote.strip("# "), section=(), source=place)
        )
    return Answer(question="?", status=Status.ANSWERED, answer=text, citations=tuple(citations))


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f"{KAFKA} [1].", [KAFKA]),
        (f"Yes. {KAFKA} [1].", [KAFKA]),
        (f"Tern Airways, Bristol, 2016 to 2020: {KAFKA} [1].", [KAFKA]),
        ("Ada ran the Kafka clusters [1].", [KAFKA]),
        ("In 2018 Ada worked at Tern Airways [1].", [TERN]),
        ("Ada was at Skua Rail in Leeds from March 2012 [1].", [SKUA]),
        ("Ada was at Tern Airways for about 4 years, 2016 to 2020 [1].", [TERN]),
        ("Ada was at Skua Rail for 2 years and 3 months [1].", [SKUA]),
        ("Ada was at Skua Rail for 27 months [1].", [SKUA]),
        ("The dated jobs add up to about 6 years, 2012 to 2020 [1][2].", [TERN, SKUA]),
        ("The resume lists 2 employers: Tern Airways and Skua Rail [1][2].", [TERN, SKUA]),
        ("It lists three languages: Go, Python and Ruby [1].", [SKILLS]),
        ("38000 bookings a day [1].", [GO]),
        ("Yes, Golang: payment services [1].", [GO]),
        ("Ada kept the timetable on Postgres [1].", [POSTGRES]),
        ("The resume does not mention Rust; the languages are Go and Python [1].", [SKILLS]),
    ],
)  # fmt: skip
def test_a_sentence_that_its_citations_contain_is_supported(
    grounds: Grounds, text: str, quotes: list[str]
) -> None:
    recall, _, unsupported = citation_quality(said(text, *quotes), grounds)
    assert (recall, unsupported) == (1.0, ())


@pytest.mark.parametrize(
    ("text", "quotes", "missing"),
    [
        ("Ada ran the RabbitMQ clusters [1].", [KAFKA], "rabbitmq"),
        ("Ada ran 12 Kafka clusters [1].", [KAFKA], "12"),
        ("Ada worked at Tern Airways in 2011 [1].", [TERN], "2011"),
        ("Ada was at Skua Rail from April 2012 to May 2014 [1].", [SKUA], "2012-04"),
        ("Ada left Skua Rail in June 2014 [1].", [SKUA], "2014-06"),
        ("Ada was at Tern Airways for about 9 years [1].", [TERN], "9 years"),
        ("Ada was at Skua Rail for 20 months [1].", [SKUA], "20 months"),
        ("The resume lists 3 employers: Tern Airways and Skua Rail [1][2].", [TERN, SKUA], "3"),
        ("Ada was at Skua Rail [1].", [TERN], "skua"),
        ("Ada taught small children to swim in cold rivers [1].", [KAFKA], "children"),
        ("40000 bookings a day [1].", [GO], "40000"),
    ],
)
def test_a_sentence_that_says_more_is_not_and_what_is_missing_is_named(
    grounds: Grounds, text: str, quotes: list[str], missing: str
) -> None:
    recall, precision, unsupported = citation_quality(said(text, *quotes), grounds)
    assert (recall, precision) == (0.0, 0.0)
    assert missing in unsupported[0].missing


def test_a_claim_without_a_citation_counts_against_recall(grounds: Grounds) -> None:
    recall, precision, _ = citation_quality(
        said(f"{KAFKA} [1]. The booking system was written in Haskell.", KAFKA), grounds
    )
    assert (recall, precision) == (0.5, 1.0)


@pytest.mark.parametrize(
    "text",
    ["Yes.", "No.", "The resume does not say what the salary is.", "Hello! I answer questions."],
)
def test_fixed_wording_is_not_judged(grounds: Grounds, text: str) -> None:
    assert citation_quality(said(text), grounds) == (None, None, ())


def test_a_citation_that_the_others_do_without_is_of_no_use(grounds: Grounds) -> None:
    recall, precision, _ = citation_quality(said(f"{KAFKA} [1][2].", KAFKA, SKILLS), grounds)
    assert (recall, precision) == (1.0, 0.5)


def test_the_line_that_names_the_employer_is_of_use_beside_a_bullet(grounds: Grounds) -> None:
    text = f"Tern Airways (2016 to 2020): {KAFKA} [1][2]."
    assert citation_quality(said(text, TERN, KAFKA), grounds)[:2] == (1.0, 1.0)


def test_a_sentence_before_the_marker_stands_on_it_too(grounds: Grounds) -> None:
    text = "Ran the Kafka clusters. Behind the booking system [1]."
    assert cited_sentences(text) == [
        ("Ran the Kafka clusters.", (1,)),
        ("Behind the booking system [1].", (1,)),
    ]
    assert citation_quality(said(text, KAFKA), grounds)[0] == 1.0


def test_markers_may_follow_the_full_stop() -> None:
    assert cited_sentences("One thing. [1] Another thing. [2][3]") == [
        ("One thing.[1]", (1,)),
        ("Another thing.[2][3]", (2, 3)),
    ]


def test_a_sentence_is_taken_apart() -> None:
    claims = claims_of("In March 2012 Ada moved 38,000 rows to PostgreSQL, 2 years [1].")
    assert claims.moments == (PartialDate(2012, 3),)
    assert [length.months for length in claims.lengths] == [24]
    assert claims.numbers == ("38000",)
    assert set(claims.names) == {"ada", "postgresql"}
    assert set(claims.words) == {"moved", "rows"}
