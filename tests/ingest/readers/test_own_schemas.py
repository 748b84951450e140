"""Data files of a schema of their author's own: whose they are, what their keys name or date."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import ContactKind, DateRange, Entry, Resume, SectionKind

SKILLS = "skills: [Rope]\n"
PERSON = "name: Una Kettlewell\nskills: [Rope]\n"


def read(text: str) -> Resume:
    return YamlResumeReader().read(text.encode(), "resume.yaml")


def facts(entry: Entry) -> tuple[str, str, str]:
    """As what, or else the title; with whom; when."""
    role = "; ".join(role.text for role in entry.roles)
    return (
        role or (entry.title.text if entry.title else ""),
        entry.organisation.text if entry.organisation else "",
        when(entry.dates) if entry.dates else "",
    )


def when(dates: DateRange) -> str:
    """From when to when."""
    start = describe(dates.start) if dates.start else "?"
    end = "now" if dates.current else describe(dates.end) if dates.end else "?"
    return start if start == end else f"{start} to {end}"


def entries(text: str, kind: SectionKind) -> list[tuple[str, str, str]]:
    return [facts(one) for part in read(PERSON + text).of_kind(kind) for one in part.walk()]


def test_somebody_is_told_by_a_full_name_and_an_address_under_any_key() -> None:
    resume = read(
        "who:\n  full_name: Una Kettlewell\n  letters_to: una@ropes.example\n"
        f"  gallery: https://ropes.example/nets\n{SKILLS}"
    )
    assert resume.name is not None and resume.name.text == "Una Kettlewell"
    assert [(one.kind, one.value) for one in resume.contacts] == [
        (ContactKind.EMAIL, "una@ropes.example"),
        (ContactKind.WEBSITE, "https://ropes.example/nets"),
    ]
    inside = f"who:\n  full_name: Una Kettlewell\n  reach: {{post: una@ropes.example}}\n{SKILLS}"
    assert [one.value for one in read(inside).contacts] == ["una@ropes.example"]


def test_a_resume_called_by_a_name_is_that_persons() -> None:
    text = f"cv: Una Kettlewell\nletters_to: una@ropes.example\n{SKILLS}desk: net@ropes.example\n"
    resume = read(text)
    assert resume.name is not None and resume.name.text == "Una Kettlewell"
    # What stands below a section may be another's.
    assert [one.value for one in resume.contacts] == ["una@ropes.example"]
    assert read(f"cv: knots and nets\n{SKILLS}").name is None


def test_keys_that_are_periods_date_their_entries() -> None:
    text = """career:
  2019-today: {firm: Humber Rope Walk, role: Splicer}
  2015-2018: {firm: Goole Seed Commons, role: Rigger}
  Tide Works: {role: Net maker, when: 2013}
"""
    assert entries(text, SectionKind.WORK) == [
        ("Splicer", "Humber Rope Walk", "2019 to now"),
        ("Rigger", "Goole Seed Commons", "2015 to 2018"),
        ("Net maker", "Tide Works", "2013"),
    ]


def test_keys_that_are_employers_hold_the_positions_in_their_lists() -> None:
    text = """voyages:
  Humber Rope Walk:
    - {rank: Foreman, span: 2019 - now, done: [Nets for two piers]}
    - {rank: Splicer, span: 2015 - 2019, done: [Nine cables]}
  Tide Works:
    - {rank: Rigger, span: "2012 - 2015, winters while at college"}
"""
    assert entries(text, SectionKind.WORK) == [
        ("", "Humber Rope Walk", ""),
        ("Foreman", "", "2019 to now"),
        ("Splicer", "", "2015 to 2019"),
        ("", "Tide Works", ""),
        ("Rigger", "", "2012 to 2015"),
    ]


def test_keys_that_only_sort_positions_are_no_employers() -> None:
    text = """jobs:
  paid:
    - {employer: Tide Works, position: Rigger, date: 2014}
  Unpaid:
    - {employer: Hull Shanty Crew, position: Treasurer, date: 2016}
"""
    assert entries(text, SectionKind.WORK) == [
        ("Rigger", "Tide Works", "2014"),
        ("Treasurer", "Hull Shanty Crew", "2016"),
    ]


def test_an_employer_and_dates_tell_jobs_whatever_the_position_is_called() -> None:
    text = "decks:\n  - {employer: Tide Works, hat: Knots and nets, time: 2014 - 2019}\n"
    assert [one[1:] for one in entries(text, SectionKind.WORK)] == [("Tide Works", "2014 to 2019")]


def test_what_somebody_was_as_is_a_position_whatever_it_is() -> None:
    text = """berths:
  - {place: "Tide Works, Hull", as: Second hand, span: since March 2019, did: [Mended nets]}
  - {place: Goole Seed Commons, as: Bosun's relief, span: 2015 - 2019, did: [Tied knots]}
"""
    assert [one[0] for one in entries(text, SectionKind.WORK)] == ["Second hand", "Bosun's relief"]


def test_schools_tell_studies_of_which_one_is_a_degree() -> None:
    text = """gathered:
  - {what: FRKM, where: Royal College of Knot Makers, years: 2014}
  - {what: BSc Botany, where: University of Hull, years: 2007-2010}
"""
    assert entries(text, SectionKind.EDUCATION) == [
        ("FRKM", "Royal College of Knot Makers", "2014"),
        ("BSc Botany", "University of Hull", "2007 to 2010"),
    ]
    lessons = """gathered:
  - {what: Lecturer, where: University of Hull, years: 2014 - 2016}
  - {what: Reader, where: Tide College, years: 2007 - 2010}
"""
    assert entries(lessons, SectionKind.EDUCATION) == []


def test_training_at_institutions_for_degrees_is_education() -> None:
    text = "training:\n  - {institution: Hull School of Art, degree: BA, area: Nets, date: 2012}\n"
    assert entries(text, SectionKind.EDUCATION) == [("BA", "Hull School of Art", "2012")]
    course = "training:\n  - {name: Knots for crews, issuer: Tide Works, date: 2012}\n"
    assert entries(course, SectionKind.CERTIFICATES) == [("Knots for crews", "Tide Works", "2012")]


def test_when_a_thing_was_got_dates_it_until_it_lapsed() -> None:
    text = """badges:
  - {name: Rope access 2, got: 2019-03, lapsed: 2022-03}
  - {name: Sea survival, obtained: 2021}
  - {name: Radio, got: through Tide Works}
"""
    assert entries(text, SectionKind.CERTIFICATES) == [
        ("Rope access 2", "", "2019-03 to 2022-03"),
        ("Sea survival", "", "2021"),
        ("Radio", "", ""),
    ]


def test_tongues_are_languages() -> None:
    assert read("name: Una Kettlewell\nskills: [Rope]\ntongues: Frisian, Welsh\n").of_kind(
        SectionKind.LANGUAGES
    )


def test_titles_are_the_positions_of_a_job() -> None:
    text = """
name: Margo Petti
jobs:
  - company: Toast
    from: June 2022
    to: present
    titles: [Group Product Manager, Senior Product Manager]
    did: [Kitchen display line]
"""
    (job,) = read(text).of_kind(SectionKind.WORK)[0].entries
    assert [role.text for role in job.roles] == ["Group Product Manager", "Senior Product Manager"]
