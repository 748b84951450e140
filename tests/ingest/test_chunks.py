"""Chunks: one entry each, never over the window, with where they stand as header and metadata."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexing import ToyEmbedder, Writer, bakery_resume

from ingest.chunks import breadcrumb, chunk, groups
from ingest.resume import Resume, Section, SectionKind, Source, Statement

toy = ToyEmbedder()


def test_each_statement_is_embedded_under_the_breadcrumb_of_its_entry() -> None:
    documents = chunk(bakery_resume(), toy.count_tokens)
    assert [document.page_content for document in documents] == [
        "Ada Crumb\nBakes before dawn.",
        "Ada Crumb\nFond of rye.",
        "Work > Old Mill Bakery, 2019 - 2023",
        "Work > Old Mill Bakery, 2019 - 2023\nRan the night shift.",
        "Work > Old Mill Bakery, 2019 - 2023\nKept the ledgers.",
        "Work > Old Mill Bakery, 2019 - 2023 > Head baker",
        "Work > Old Mill Bakery, 2019 - 2023 > Head baker\nLed a team of nine.",
    ]


def test_metadata_say_where_a_chunk_stands_and_which_statements_it_holds() -> None:
    resume = bakery_resume()
    statements = [statement for _, _, statement in resume.statements()]
    for ordinal, document in enumerate(chunk(resume, toy.count_tokens)):
        data = document.metadata
        assert data["ordinal"] == ordinal
        assert all(isinstance(value, str | int) for value in data.values())
        held = statements[data["first"] : data["first"] + data["count"]]
        source = resume.source.text[data["start"] : data["end"]]
        assert source == "\n".join(statement.text for statement in held) or not held
        assert resume.source.text.count("\n", 0, data["start"]) + 1 == data["start_line"]
    assert data["kind"] == "work"
    assert data["section"] == "Work"
    assert data["roles"] == "Head baker"
    assert data["header"] == "Work > Old Mill Bakery, 2019 - 2023 > Head baker"


def test_runs_never_cross_into_another_entry() -> None:
    documents = chunk(bakery_resume(), toy.count_tokens, run_length=9)
    assert [document.metadata["count"] for document in documents] == [2, 0, 2, 0, 1]
    assert documents[2].page_content.endswith("Ran the night shift.\nKept the ledgers.")


def test_a_run_ends_where_the_window_does() -> None:
    documents = chunk(bakery_resume(), toy.count_tokens, max_tokens=12, run_length=9)
    assert all(toy.count_tokens(document.page_content) <= 12 for document in documents)
    assert [document.metadata["count"] for document in documents].count(2) == 1


def test_groups_are_every_section_and_entry_and_number_the_statements() -> None:
    resume = bakery_resume()
    numbers = [
        (group.first + offset, statement)
        for group in groups(resume)
        for offset, statement in enumerate(group.statements)
    ]
    assert numbers == list(enumerate(statement for _, _, statement in resume.statements()))


def test_an_entry_that_nobody_understood_is_called_by_its_headings() -> None:
    from ingest.resume import Entry

    writer = Writer()
    entry = Entry(headings=(writer.heading("Odds"), writer.heading("and ends")))
    assert breadcrumb(Section(SectionKind.OTHER), [entry]) == "Other > Odds, and ends"


def test_a_section_with_nothing_but_its_heading_is_still_found() -> None:
    writer = Writer()
    section = Section(SectionKind.INTERESTS, writer.heading("Chess"))
    resume = Resume(Source("x.md", writer.text), sections=(section,))
    assert [document.page_content for document in chunk(resume, toy.count_tokens)] == ["Chess"]


@pytest.mark.parametrize("alphabet", [string.ascii_lowercase + " ", "面包店工作"])
@given(data=st.data())
def test_any_statement_fits_the_window_and_loses_no_word(
    alphabet: str, data: st.DataObject
) -> None:
    def letters(text: str) -> int:
        return -(-len(text) // 4)

    text = data.draw(st.text(alphabet=alphabet, min_size=1, max_size=400))
    writer = Writer()
    statement = Statement(text, writer.span(text))
    heading = writer.heading(data.draw(st.text(alphabet=alphabet, max_size=300)))
    resume = Resume(
        Source("x.md", writer.text), sections=(Section(SectionKind.OTHER, heading, (statement,)),)
    )
    documents = chunk(resume, letters, max_tokens=20)
    assert all(letters(document.page_content) <= 20 for document in documents)
    bodies = [
        document.page_content.removeprefix(document.metadata["header"]).replace("\n", "")
        for document in documents
    ]
    assert "".join("".join(bodies).split()) == "".join(text.split())
