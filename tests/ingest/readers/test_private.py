"""What a file marks as private, hidden or to be ignored reaches nobody, whatever way is asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fixture_resumes import FIXTURES

from ingest.chunks import chunk
from ingest.errors import ResumeFileError
from ingest.export import to_json_resume
from ingest.load import load_resume, load_resumes
from ingest.outline import outline
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import Resume
from tests.fidelity import from_json, from_yaml, hidden, words

#: Files with something private in them, and some of its words.
PRIVATE = {
    "yaml/private.yaml": "0117 siobhan gap lane warned lateness dismissal aoife brannigan fire",
    "yaml/hugo.yaml": "medal nobody medals",
    "json/private.json": "lie secretfish train penzance quarrelled bailiffs klingon gambling 31",
    "json/fresh.json": "0119 landline wreckers bar hamish drever 07700 admirer late",
}


def secrets(file: Path) -> set[str]:
    text = file.read_text(encoding="utf-8")
    return hidden(from_json(text) if file.suffix == ".json" else from_yaml(text))


def yaml_resume(text: str) -> Resume:
    return YamlResumeReader().read(text.encode(), "cv.yaml")


@pytest.mark.parametrize("name", PRIVATE)
def test_private_words_reach_neither_source_chunks_outline_nor_export(name: str) -> None:
    file = FIXTURES / name
    telling = set(PRIVATE[name].split())
    assert telling <= secrets(file)
    resume = load_resume(file)
    assert secrets(file) & set(words(resume.source.text)) == set()
    shown = [
        resume.source.text,
        repr(resume),
        "\n".join(document.page_content for document in chunk(resume, lambda text: len(text) // 4)),
        json.dumps(to_json_resume(resume), ensure_ascii=False),
    ]
    for text in shown:
        assert telling & set(words(text)) == set()
    # What was left out is told by its name, which may be such a word, and never by its value.
    names = {word for each in resume.left_out for word in words(each.message)}
    assert telling & set(words(outline(resume))) <= names


@pytest.mark.parametrize("name", PRIVATE)
def test_offsets_and_lines_hold_where_something_is_blanked(name: str) -> None:
    file = FIXTURES / name
    text, source = file.read_text(encoding="utf-8"), load_resume(file).source.text
    assert len(source) == len(text)
    assert [at for at, char in enumerate(source) if char == "\n"] == [
        at for at, char in enumerate(text) if char == "\n"
    ]
    assert all(there in (char, " ") for there, char in zip(source, text, strict=True))


def test_what_was_left_out_is_told_by_name_and_line() -> None:
    resume = load_resume(FIXTURES / "yaml" / "private.yaml")
    assert [(each.line, each.message) for each in resume.left_out] == [
        (4, "cv/phone is tagged as private."),
        (5, "cv/_note is a note of the author's own, as its first sign says."),
        (6, "cv/location/address is marked private."),
        (14, "cv/sections/experience/0/highlights/1 is marked to be ignored."),
        (16, "cv/sections/experience/1 is marked private."),
        (26, "cv/sections/references/0 is marked hidden."),
        (31, "cv/sections/notes is marked hidden."),
    ]
    told = outline(resume).split("Left out\n")[1]
    assert told.startswith("  line 4: cv/phone is tagged as private.\n")


def test_a_quote_over_something_private_has_a_gap_there() -> None:
    resume = JsonResumeReader().read(
        b'{"skills": [{"name": "Tools", "keywords": ["Go", {"name": "Perl", "private": true},'
        b' "C"]}]}',
        "resume.json",
    )
    (skill,) = resume.sections[0].statements
    assert skill.values == ("Go", "C")
    assert resume.source[skill.span].split() == [
        '"name":', '"Tools",', '"keywords":', '["Go",', ",", '"C"]'
    ]  # fmt: skip


def test_a_comment_in_the_middle_of_a_quote_is_not_quoted() -> None:
    resume = yaml_resume(
        "skills:\n  - name: Tools\n    keywords:\n      - Go  # hardly\n      - C\n"
    )
    (skill,) = resume.sections[0].statements
    assert "hardly" not in resume.source[skill.span]


def test_a_reference_to_something_private_is_as_private() -> None:
    resume = yaml_resume(
        "basics: {name: Ida Nwosu}\nwork:\n"
        "  - {name: &secret Smugglers Ltd, private: true}\n  - {name: Lamp Co, client: *secret}\n"
    )
    assert "Smugglers" not in repr(resume)
    assert [each.message for each in resume.left_out] == [
        "work/0 is marked private.",
        "work/1/client repeats what is left out.",
    ]


@pytest.mark.parametrize(
    ("member", "kept"),
    [
        ("private: true", False), ("private: yes", False), ("private: 'true'", False),
        ("private: 1", False), ("ignore: true", False), ("hidden: on", False),
        ("visible: false", False), ("show: no", False), ("enable: 'false'", False),
        ("private: false", True), ("private: 0", True), ("visible: true", True),
        ("hidden: ~", True), ("show: The Wire", True), ("ignore: me", True),
    ],
)  # fmt: skip
def test_marks_are_read_as_they_are_meant(member: str, kept: bool) -> None:
    resume = yaml_resume(
        f"basics: {{name: Ida}}\nwork:\n  - name: Lamp Company\n    {member}\nskills: [knots]\n"
    )
    assert ("Lamp Company" in repr(resume)) is kept
    assert ("Lamp Company" in resume.source.text) is kept
    assert bool(resume.left_out) is not kept


def test_a_mark_that_hides_nothing_is_no_content() -> None:
    resume = yaml_resume("basics: {name: Ida}\nwork:\n  - {name: Lamp Company, private: false}\n")
    assert resume.sections[1].entries[0].statements == ()


def test_a_value_that_is_named_private_is_private() -> None:
    resume = yaml_resume("basics: {name: Ida, private: {pin: 4711}}\nskills: [knots]\n")
    assert "4711" not in resume.source.text
    assert resume.left_out[0].message == "basics/private is named private."


def test_a_file_that_is_private_as_a_whole_is_refused() -> None:
    with pytest.raises(ResumeFileError, match=r"cv\.yaml is marked private as a whole"):
        yaml_resume("private: true\nbasics: {name: Ida}\nskills: [knots]\n")


def test_private_words_of_one_of_several_files_stay_private() -> None:
    resume = load_resumes([FIXTURES / "yaml" / "rendercv.yaml", FIXTURES / "json" / "private.json"])
    assert not set(PRIVATE["json/private.json"].split()) & set(words(resume.source.text))
