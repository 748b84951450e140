"""Several files make one resume."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import ResumeFileError
from ingest.index import index_folder
from ingest.load import load_resume, load_resumes
from ingest.outline import outline
from ingest.resume import Resume, SectionKind
from tests.fidelity import untrue_spans

PAGE = """\
# Ida Nwosu

Lamp keeper · [ida@nwosu.example](mailto:ida@nwosu.example) · Leer, Germany

## Experience

### Borkum Lighthouse Trust

**Head keeper**, 2019 - present

- Kept the lamp lit

### Harbour of Emden, 03/2015 - 11/2018

- Counted ships

## Skills

- Sextants
"""
DATA = """\
basics:
  name: Ida Nwosu
  label: Engineer of lamps
  email: IDA@nwosu.example
  phone: +49 491 555 0117
  location: {city: Leer}
work:
  - name: Borkum Lighthouse Trust
    position: Head keeper
    startDate: 2019-02
    highlights:
      - Kept the **lamp** lit
      - Wrote the firmware of the lamp
  - name: Ferry Line
    position: Purser
    startDate: 2012
    endDate: 2014
skills:
  - Sextants
  - Morse
"""
PROJECTS = '{"projects": [{"name": "Lampwatch", "description": "Counts the flashes."}]}'


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "resume.md", tmp_path / "more.yaml", tmp_path / "projects.json"]
    for path, text in zip(paths, (PAGE, DATA, PROJECTS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def resume(files: list[Path]) -> Resume:
    return load_resumes(files)


def jobs(resume: Resume) -> list[tuple[str, int]]:
    return [
        (entry.name, len(entry.statements))
        for section in resume.of_kind(SectionKind.WORK)
        for entry in section.entries
    ]


def test_the_first_file_says_who_it_is(resume: Resume) -> None:
    assert resume.name is not None
    assert resume.headline is not None
    assert resume.source.place(resume.name.span).file == "resume.md"
    assert resume.headline.text == "Lamp keeper"


def test_what_the_first_file_lacks_comes_from_the_next_that_has_it(files: list[Path]) -> None:
    resume = load_resumes([files[2], files[1]])
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Ida Nwosu", "Engineer of lamps")
    assert resume.source.place(resume.name.span).file == "more.yaml"


def test_contacts_of_all_files_are_told_once(resume: Resume) -> None:
    assert [(each.kind.value, each.value) for each in resume.contacts] == [
        ("email", "ida@nwosu.example"),
        ("location", "Leer, Germany"),
        ("phone", "+49 491 555 0117"),
    ]


def test_every_span_is_true_in_the_whole_and_places_are_those_of_each_file(
    resume: Resume, files: list[Path]
) -> None:
    assert untrue_spans(resume) == []
    texts = {path.name: path.read_text(encoding="utf-8").split("\n") for path in files}
    seen = set()
    for _, _, words in resume.walk():
        place = resume.source.place(words.span)
        there = "\n".join(texts[place.file][place.start_line - 1 : place.end_line])
        assert resume.source[words.span] in there
        seen.add(place.file)
    assert seen == set(texts)


def test_a_span_is_found_in_the_source_of_its_own_file(resume: Resume) -> None:
    for _, _, words in resume.walk():
        source, span = resume.source.local(words.span)
        assert source[span] == resume.source[words.span]
        assert source.file == resume.source.place(words.span).file


def test_a_job_that_two_files_tell_is_one_job_with_what_both_say(resume: Resume) -> None:
    assert jobs(resume) == [
        ("Borkum Lighthouse Trust", 2),
        ("Harbour of Emden", 1),
        ("Ferry Line", 0),
    ]
    borkum = resume.of_kind(SectionKind.WORK)[0].entries[0]
    told = [part for entry in borkum.walk() for part in entry.statements]
    assert [resume.source.place(each.span).file for each in told if "lit" in each.text] == [
        "resume.md"
    ]
    assert any("firmware" in each.text for each in told)


def test_a_line_that_two_files_tell_is_said_once_and_stands_in_the_first(resume: Resume) -> None:
    lines = [
        (each.text, resume.source.place(each.span).file)
        for section in resume.of_kind(SectionKind.SKILLS)
        for each in section.statements
    ]
    assert lines == [("Sextants", "resume.md"), ("Morse", "more.yaml")]


def test_lines_about_the_person_that_say_nothing_new_are_not_said_again(resume: Resume) -> None:
    lines = [
        (each.text, resume.source.place(each.span).file)
        for section in resume.of_kind(SectionKind.BASICS)
        for each in section.statements
    ]
    assert lines[2:] == [
        ("Title: Engineer of lamps", "more.yaml"),
        ("Phone: +49 491 555 0117", "more.yaml"),
    ]


def test_two_stays_at_one_employer_are_not_taken_for_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("work:\n  - {name: A, position: X, startDate: 2010, endDate: 2012}\n")
    second.write_text(
        "work:\n  - {name: A, position: X, startDate: 2015, endDate: 2016}\n"
        "  - {name: A, position: Y}\n"
    )
    assert [name for name, _ in jobs(load_resumes([first, second]))] == ["A", "A", "A"]


def test_what_a_file_says_twice_itself_is_kept(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text("skills: [Go]\n")
    second.write_text("skills: [Lua, Lua]\n")
    texts = [each.text for _, _, each in load_resumes([first, second]).statements()]
    assert texts == ["Go", "Lua", "Lua"]


def test_the_name_of_somebody_else_is_told(tmp_path: Path, files: list[Path]) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Tom Leary\n\n## Skills\n\n- Bread\n", encoding="utf-8")
    messages = [each.message for each in load_resumes([*files, other]).warnings]
    assert messages == ["'Tom Leary' is somebody else than the first file names."]
    assert "other.md line 1: 'Tom Leary'" in outline(load_resumes([*files, other]))


def test_one_file_is_that_file(files: list[Path]) -> None:
    assert load_resumes(files[:1]) == load_resume(files[0])
    assert load_resumes([files[0], files[0]]) == load_resume(files[0])


def test_a_file_that_has_no_sections_of_its_own_may_come_along(tmp_path: Path) -> None:
    person, rest = tmp_path / "me.yaml", tmp_path / "skills.yml"
    person.write_text("basics: {name: Ida Nwosu, email: ida@nwosu.example}\n")
    rest.write_text("- {name: Knots, level: Master}\n")
    resume = load_resumes([person, rest])
    assert resume.name is not None
    assert resume.of_kind(SectionKind.SKILLS)


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [tmp_path / "old" / "cv.md", tmp_path / "new" / "cv.md"]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        path.write_text(f"# Ida Nwosu\n\n## Skills\n\n- Knot {number}\n", encoding="utf-8")
    resume = load_resumes(paths)
    found = [resume.source.place(each.span).file for _, _, each in resume.statements()]
    assert set(found) == {"old/cv.md", "new/cv.md"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("work: [a\n", "line 2, column 1 is not valid YAML"),
        ("", "is empty"),
        ("a: b\n", "no resume"),
    ],
)
def test_an_error_names_the_file_at_fault(files: list[Path], text: str, why: str) -> None:
    files[1].write_text(text)
    with pytest.raises(ResumeFileError, match=rf"more\.yaml.* {why}|more\.yaml, {why}"):
        load_resumes(files)


def test_the_index_is_of_all_files_in_their_order(files: list[Path], tmp_path: Path) -> None:
    folders = {
        index_folder(tmp_path, load_resumes(paths))
        for paths in (files, files[:2], files[::-1], files[:1])
    }
    assert len(folders) == 4
    assert index_folder(tmp_path, load_resumes(files)) in folders


def test_line_ends_of_every_kind_count_as_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a.md", tmp_path / "b.md"
    first.write_bytes(b"# Ida Nwosu\r\n\r\n## Skills\r\n\r\n- Knots\r")
    second.write_bytes(b"## Tools\n\n- Sextant")
    resume = load_resumes([first, second])
    places = {each.text: resume.source.place(each.span) for _, _, each in resume.walk()}
    assert (places["Knots"].file, places["Knots"].start_line) == ("a.md", 5)
    assert (places["Sextant"].file, places["Sextant"].start_line) == ("b.md", 3)
