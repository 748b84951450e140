"""Answers over several files: each citation names its file, with that file's own lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.evaluation import evaluate
from assistant.golden.generate import generate
from assistant.grounding import Grounds, citation_quality
from assistant.settings import Settings

TODAY = date(2026, 11, 24)
PAGE = """\
# Ida Nwosu

ida@nwosu.example

## Experience

### Borkum Lighthouse Trust

**Head keeper**, 2019 - present

- Kept the lamp lit
- Mended foghorns with **Rust** firmware
"""
PROJECTS = """\
# A comment nobody reads
cv:
  name: Ida Nwosu
  sections:
    projects:
      - name: "[Lampwatch](https://lampwatch.example)"
        start_date: 2021
        highlights:
          - Counts flashes with *Zig*
    experience:
      - company: Borkum Lighthouse Trust
        position: Head keeper
        start_date: 2019
        highlights:
          - Kept the lamp lit
          - Led a crew of four keepers
"""
EMAIL = '{"basics": {"name": "Ida Nwosu", "email": "ida@lamps.example"}, "languages": ["Frisian"]}'


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("files")
    paths = [folder / "resume.md", folder / "projects.yaml", folder / "more.json"]
    for path, text in zip(paths, (PAGE, PROJECTS, EMAIL), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def assistant(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    settings = Settings.load(index_dir=tmp_path_factory.mktemp("index"))
    return Assistant.open([str(files[0]), *files[1:]], settings, today=TODAY)


def places(assistant: Assistant, question: str) -> set[tuple[str, int]]:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    return {(each.source.file, each.source.start_line) for each in answer.citations}


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Has she used Rust?", ("resume.md", 12)),
        ("Has she used Zig?", ("projects.yaml", 9)),
        ("Has she led a crew?", ("projects.yaml", 16)),
        ("Which languages does she speak?", ("more.json", 1)),
    ],
)
def test_a_citation_names_its_file_and_the_line_in_it(
    assistant: Assistant, question: str, place: tuple[str, int]
) -> None:
    assert place in places(assistant, question)


def test_what_two_files_tell_is_cited_to_the_first(assistant: Assistant) -> None:
    assert {file for file, _ in places(assistant, "Where does she work?")} == {"resume.md"}
    answer = assistant.ask("How many jobs has she had?")
    assert answer.answer.count("Borkum") == 1


def test_every_quote_stands_at_its_lines_in_its_file(
    assistant: Assistant, files: list[Path]
) -> None:
    texts = {path.name: path.read_text(encoding="utf-8").split("\n") for path in files}
    for question in ("What is her email?", "What are her projects?", "What did she do at Borkum?"):
        for citation in assistant.ask(question).citations:
            source = citation.source
            there = "\n".join(texts[source.file][source.start_line - 1 : source.end_line])
            assert citation.quote in there


def test_markup_is_hidden_in_what_yaml_says_and_kept_where_the_reader_has_seen_to_it(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Has she used Zig?")
    assert "Counts flashes with Zig" in answer.answer
    assert "*" not in answer.answer
    assert answer.citations[0].section == ("Projects", "Lampwatch")


def test_answers_over_several_files_are_supported_by_what_they_cite(assistant: Assistant) -> None:
    grounds = Grounds(assistant.resume, TODAY)
    for question in ("Has she used Zig?", "Where does she work?", "Has she used Rust?"):
        recall, precision, unsupported = citation_quality(assistant.ask(question), grounds)
        assert (recall, unsupported) == (1.0, ())
        assert precision == 1.0


def test_golden_questions_are_written_and_marked_over_several_files(assistant: Assistant) -> None:
    golden = generate(assistant.resume, 12, seed=3)
    assert all(one.id.startswith("resume-") for one in golden)
    report = evaluate(assistant, golden)
    assert report.source == "resume.md, projects.yaml, more.json"
    assert report.figures()["verbatim"] == 1.0
