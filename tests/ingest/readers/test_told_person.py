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


def test_two_parts_of_a_name_tell_each_other_to_be_such() -> None:
    person = "person: {family: Ruiz, given: Una, craft: ropes}\n"
    resume = read(person + SKILLS)
    assert resume.name is not None and resume.name.text == "Una Ruiz"
    alone = read(f"person: {{name: Una Ruiz, family: two girls}}\n{SKILLS}")
    assert alone.name is not None and alone.name.text == "Una Ruiz"
    assert read(f"name: Una Ruiz\n{SKILLS}family: {{last: two, first: girls}}\n").name


WAYS = "{post: none, mail: una@ruiz.example, tel: '+44 113 496 0101'}"


def test_ways_to_reach_somebody_under_any_key() -> None:
    ways = WAYS.replace("post: none, ", "")
    reached = [(ContactKind.EMAIL, "una@ruiz.example"), (ContactKind.PHONE, "+44 113 496 0101")]
    for text in (f"ring: {ways}\n{SKILLS}", f"author:\n  craft: ropes\n  ring: {ways}\n{SKILLS}"):
        found = [(one.kind, one.value) for one in read(text).contacts]
        assert found == reached
    # Below a section they may be somebody else's, and with more beside them anything.
    assert read(f"{SKILLS}agent: {ways}\n").contacts == ()
    assert read(f"ring: {WAYS}\n{SKILLS}").contacts == ()


def test_a_name_in_another_language_beside_ways_to_reach_somebody() -> None:
    person = "persona:\n  nombre: Una Ruiz\n  role: Rigger\n  ring: {mail: una@ruiz.example}\n"
    resume = read(person + SKILLS)
    assert resume.name is not None and resume.name.text == "Una Ruiz"
    assert [one.value for one in resume.contacts] == ["una@ruiz.example"]


def test_a_headline_may_say_where_it_is_kept() -> None:
    text = f"name: Una Ruiz\nheadline: {{text: Ropes that hold, file: a/b.yaml}}\n{SKILLS}"
    headline = read(text).headline
    assert headline is not None and headline.text == "Ropes that hold"


def test_an_address_without_number_or_town_beside_it_is_the_town() -> None:
    for address, told in (("Hornsea", "Hornsea, Holderness"), ("3 Pier Road", "Holderness")):
        person = (
            f"basics:\n  name: Una Ruiz\n  location: {{address: {address}, region: Holderness}}"
        )
        assert places(read(f"{person}\n{SKILLS}")) == [told]
    town = "basics: {name: Una Ruiz, location: {address: Pier Road, city: Hornsea}}\n"
    assert places(read(town + SKILLS)) == ["Hornsea"]
