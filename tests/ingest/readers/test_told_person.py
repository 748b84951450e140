"""Data files that call what is about the person as no schema does."""

from __future__ import annotations

from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import ContactKind, Resume, SectionKind

SKILLS = "skills: [Rope]\n"


def read(text: str) -> Resume:
    return YamlResumeReader().read(text.encode(), "resume.yaml")


def places(resume: Resume) -> list[str]:
    return [one.value for one in resume.contacts if one.kind is ContactKind.LOCATION]


def test_the_name_in_another_language_and_where_somebody_lives() -> None:
    resume = read(f"nombre: Una Ruiz\nwhere: Hornsea, Holderness\n{SKILLS}")
    assert resume.name is not None and resume.name.text == "Una Ruiz"
    assert places(resume) == ["Hornsea, Holderness"]


def test_where_somebody_is_from_and_what_is_no_place() -> None:
    for line in ("born: 'Hornsea, England'", "where: ways of knots", "base: hull.example"):
        assert places(read(f"person:\n  name: Una Ruiz\n  {line}\n{SKILLS}")) == []
    # Below a section it may be anything.
    assert places(read(f"name: Una Ruiz\n{SKILLS}where: 'Hornsea, England'\n")) == []


def test_a_position_under_any_key_heads_where_no_headline_does() -> None:
    text = f"person:\n  name: Una Ruiz\n  does: Rope maker, bridges\n  position: left\n{SKILLS}"
    resume = read(text)
    assert resume.headline is not None and resume.headline.text == "Rope maker, bridges"
    headed = read(text.replace("position: left", "tagline: Ropes"))
    assert headed.headline is not None and headed.headline.text == "Ropes"


def test_a_text_above_all_sections_is_the_summary() -> None:
    text = "I have made ropes for bridges and for boats since I was a girl of ten."
    resume = read(f"name: Una Ruiz\nhello: {text}\n{SKILLS}rest: {text}\n")
    assert [one.text for one in resume.of_kind(SectionKind.SUMMARY)[0].statements] == [text]
    assert len(resume.of_kind(SectionKind.OTHER)) == 1
