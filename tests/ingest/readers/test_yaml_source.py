"""Every character of a YAML scalar knows where it stands, whatever style it is written in."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers.tree.node import Kind, Node
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.readers.tree.yaml_source import parse


def value(text: str) -> Node:
    root = parse(f"key: {text}\n", "cv.yaml").root
    (member,) = root.children
    return member


def raw(node: Node, start: int, end: int) -> str:
    span = node.part_span(start, end)
    return node.source.text[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "words", "part", "stands"),
    [
        ("one two", "one two", "two", "two"),
        ("one\n  two", "one two", "one two", "one\n  two"),
        ("'it''s here'", "it's here", "it's", "it''s"),
        (r'"caf\u00e9 \"x\""', 'café "x"', "é", r"\u00e9"),
        (r'"\ud83d\ude00 smile"', "😀 smile", "😀", r"\ud83d\ude00"),
        ('"broken \\\n  here"', "broken here", "broken here", "broken \\\n  here"),
        ('"broken\\\n  \\ here"', "broken here", "here", "here"),
        ("|\n  one\n   two\n", "one\n two", "two", "two"),
        (">-\n  one\n  two\n\n  three\n", "one two\nthree", "two", "two"),
        ("|2-\n    in\n  out\n", "  in\nout", "out", "out"),
        ("&a !!str one", "one", "one", "one"),
    ],
)
def test_a_part_of_the_words_stands_where_its_span_says(
    written: str, words: str, part: str, stands: str
) -> None:
    node = value(written)
    assert node.words == words
    start = words.index(part)
    assert raw(node, start, start + len(part)) == stands


def test_a_comment_is_found_and_a_sign_in_words_is_none() -> None:
    text = "a: b # c\n# d\ne: 'f # g'\nh: |  # i\n  # j\nk: l#m\n"
    parsed = parse(text, "cv.yaml")
    assert [text[low:high] for low, high in parsed.comments] == ["# c", "# d", "# i"]


def test_kinds_are_those_of_yaml() -> None:
    kinds = [value(text).kind for text in ("~", "yes", "'yes'", "1.5", "2016-08", "[]", "{}")]
    assert kinds == [
        Kind.NULL, Kind.SCALAR, Kind.STRING, Kind.SCALAR, Kind.STRING, Kind.ARRAY, Kind.OBJECT,
    ]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffe\uffff"
        )
        | st.sampled_from("\n '\"-:#\\"),
        max_size=60,
    ),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
)
def test_any_text_in_any_style_is_found_where_it_stands(text: str, style: str, wide: bool) -> None:
    written = yaml.dump(
        {"key": text}, default_style=style, allow_unicode=True, width=20 if wide else 1000
    )
    (node,) = parse(written, "cv.yaml").root.children
    if node.kind is not Kind.STRING:
        return
    assert node.words.split() == text.split()
    for at, char in enumerate(node.words):
        there = raw(node, at, at + 1)
        if not char.isspace():
            assert there[:1] in (char, "\\", "'") or there.strip()[:1] in (char, "\\")


def test_references_in_a_list_are_quoted_where_their_words_stand() -> None:
    text = (
        "cv:\n  name: Jo Farrow\n  sections:\n    stack: [&a Kafka, &b Spark]\n    experience:\n"
        "      - company: Otto\n        position: Porter\n        tools: [*a, *b]\n"
    )
    resume = YamlResumeReader().read(text.encode(), "cv.yaml")
    (job,) = (entry for section in resume.sections for entry in section.entries)
    assert [(one.text, resume.source[one.span]) for one in job.statements] == [
        ("Tools: Kafka", "Kafka"),
        ("Tools: Spark", "Spark"),
    ]
