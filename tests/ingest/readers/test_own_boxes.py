"""Data files whose authors put the sections into boxes of their own."""

from __future__ import annotations

import json

from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import Contact, Resume, SectionKind

BOXED = {
    "header": {
        "name": "Ines Falk",
        "title": "Tram Driver",
        "bio": "Drives the night line.",
        "social": [{"name": "github", "url": "https://github.com/inesfalk"}],
    },
    "table": {
        "education": {
            "past": [{"school": "Riga Tram School", "degree": "Licence", "graduated": "May 2011"}]
        },
        "work": [{"company": "Rigas Linijas", "title": "Driver", "years": "June 2011 - Present"}],
    },
    "skills": {"hard": ["Points", "Brakes"]},
}
LISTED = """\
name: Ines Falk
contact:
  - text: ines@falk.example
    href: "mailto:ines@falk.example"
  - text: Call me
    href: "tel:+37120000000"
  - text: inesfalk
    href: https://github.com/inesfalk
main:
  - type: experience1
    name: Where I drove
    content:
      - title: Rigas Linijas Ltd
        sub: Tram Driver
        duration: March 2012 - May 2019
  - type: education
    name: School
    content:
      - title: Diploma in Rail Transport
        subtitle: Riga Tram School
        sub: 2009 - 2011
"""


def boxed() -> Resume:
    return JsonResumeReader().read(json.dumps(BOXED, indent=1).encode(), "data.json")


def listed() -> Resume:
    return YamlResumeReader().read(LISTED.encode(), "data.yml")


def kinds(resume: Resume) -> list[SectionKind]:
    return [section.kind for section in resume.sections]


def ways(contacts: tuple[Contact, ...]) -> list[tuple[str, str]]:
    return [(one.kind.value, one.value) for one in contacts]


def test_an_object_that_holds_sections_is_no_section_whatever_its_name() -> None:
    resume = boxed()
    assert SectionKind.OTHER not in kinds(resume)
    (job,) = [entry for part in resume.of_kind(SectionKind.WORK) for entry in part.entries]
    assert job.organisation is not None
    assert (job.organisation.text, job.roles[0].text) == ("Rigas Linijas", "Driver")
    assert job.dates is not None
    assert job.dates.current


def test_an_object_with_a_name_and_what_they_are_is_about_the_person() -> None:
    resume = boxed()
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == ("Ines Falk", "Tram Driver")
    assert ways(resume.contacts) == [("profile", "https://github.com/inesfalk")]


def test_the_month_of_a_graduation_dates_a_degree() -> None:
    (degree,) = [e for part in boxed().of_kind(SectionKind.EDUCATION) for e in part.entries]
    assert degree.dates is not None
    assert degree.dates.end is not None
    assert (degree.dates.end.year, degree.dates.end.month) == (2011, 5)


def test_sections_in_a_list_are_known_by_what_they_say_that_they_are() -> None:
    parts = [part for part in listed().sections if part.kind is not SectionKind.BASICS]
    assert [(part.kind, part.title) for part in parts] == [
        (SectionKind.WORK, "Where I drove"),
        (SectionKind.EDUCATION, "School"),
    ]


def test_the_line_below_a_title_says_who_or_as_what_and_may_be_the_dates() -> None:
    job, degree = (entry for part in listed().sections for entry in part.entries)
    assert job.organisation is not None
    assert degree.organisation is not None
    assert (job.organisation.text, job.roles[0].text) == ("Rigas Linijas Ltd", "Tram Driver")
    assert (degree.organisation.text, degree.roles[0].text) == (
        "Riga Tram School",
        "Diploma in Rail Transport",
    )
    assert degree.dates is not None
    assert degree.dates.text == "2009 - 2011"


def test_links_that_write_or_call_are_ways_to_reach_somebody() -> None:
    assert ways(listed().contacts) == [
        ("email", "ines@falk.example"),
        ("phone", "+37120000000"),
        ("profile", "https://github.com/inesfalk"),
    ]


def read(data: dict[str, object]) -> Resume:
    return JsonResumeReader().read(json.dumps(data).encode(), "data.json")


JOB = {"company": "Salt Pier, Hull, UK", "position": "Clerk", "startDate": "2015"}


def test_what_a_theme_calls_things_is_no_content() -> None:
    legend = {"name": "Name", "email": "Email", "phone": "Telephone", "work": "Work"}
    resume = read({"legend": legend, "basics": {"name": "Ines Falk"}, "work": [JOB]})
    assert resume.name is not None
    assert resume.name.text == "Ines Falk"
    assert "Telephone" not in [words.text for _, _, words in resume.walk()]
    assert [one.message for one in resume.left_out] == ["legend is for programs, no content."]


def test_the_parts_of_a_place_make_one_and_an_employer_s_name_may_end_in_its_own() -> None:
    resume = read({"name": "Ines Falk", "city": "Hull", "state": "Yorkshire", "work": [JOB]})
    assert ways(resume.contacts) == [("location", "Hull, Yorkshire")]
    (job,) = resume.of_kind(SectionKind.WORK)[0].entries
    assert job.location is not None
    assert (job.location.text, resume.source[job.location.span]) == ("Hull, UK", "Hull, UK")


def test_a_text_about_the_person_may_say_the_name() -> None:
    about = "Hello! I’m Ines Falk, a clerk who counts ships."
    resume = read({"summary": about, "work": [JOB]})
    assert resume.name is not None
    assert resume.name.text == "Ines Falk"
    told = {"summary": {"name": "Ines Falk", "title": "Clerk"}, "work": [JOB]}
    assert (named := read(told).name) is not None
    assert named.text == "Ines Falk"


def test_profiles_that_write_or_call_are_mail_and_telephone() -> None:
    profiles = [
        {"network": "email", "url": "mailto:ines@falk.example"},
        {"network": "phone", "url": "tel:+37120000000"},
    ]
    resume = read({"basics": {"name": "Ines Falk", "socials": profiles}, "work": [JOB]})
    assert ways(resume.contacts) == [("email", "ines@falk.example"), ("phone", "+37120000000")]


def test_what_has_a_name_below_an_employer_is_a_position_there() -> None:
    roles = [{"name": "Clerk", "from": "2015", "to": "2019"}, {"name": "Stoker", "from": "2012"}]
    resume = read({"name": "Ines Falk", "jobs": [{"company": "Salt Pier", "roles": roles}]})
    (job,) = resume.of_kind(SectionKind.WORK)[0].entries
    assert [child.roles[0].text for child in job.children] == ["Clerk", "Stoker"]
    assert [child.organisation for child in job.children] == [None, None]


def test_a_way_to_reach_somebody_is_told_by_its_look_under_any_key() -> None:
    ways_told = [{"Symbol": "fas fa-at", "Text": said} for said in ("i@falk.example", "Hull, UK")]
    more = [{"Text": "www.falk.example"}, {"Text": "+371 20000000"}, {"Text": "all day"}]
    about = {"GivenName": "Ines", "FamilyName": "Falk", "Contacts": [*ways_told, *more]}
    resume = read({"MyData": about, "work": [JOB]})
    assert resume.name is not None
    assert resume.name.text == "Ines Falk"
    assert ways(resume.contacts) == [
        ("email", "i@falk.example"),
        ("location", "Hull, UK"),
        ("website", "www.falk.example"),
        ("phone", "+371 20000000"),
    ]


def test_what_an_example_asks_to_be_filled_in_is_no_content() -> None:
    address = {"city": "(Your City)", "region": "<your region>"}
    resume = read({"basics": {"name": "Ines Falk", "location": address}, "work": [JOB]})
    assert resume.contacts == ()
    assert not any("our" in words.text for _, _, words in resume.walk())


def test_a_few_words_and_a_list_are_a_group_whatever_their_keys() -> None:
    groups = [
        {"Sort": "Boats", "Known": ["Cutters", "Punts"]},
        {"Sort": "Knots", "Known": ["Bowline"]},
    ]
    (skills,) = read({"name": "Ines Falk", "skills": groups, "work": [JOB]}).of_kind(
        SectionKind.SKILLS
    )
    assert [(one.label, one.values) for one in skills.statements] == [
        ("Boats", ("Cutters", "Punts")),
        ("Knots", ("Bowline",)),
    ]


def test_what_a_group_lists_with_its_strength_is_named_without() -> None:
    known = [{"name": "Cutters", "level": 2}, {"name": "Punts", "level": "fair"}]
    groups = [{"title": "Boats", "items": known}]
    (skills,) = read({"name": "Ines Falk", "skills": groups, "work": [JOB]}).of_kind(
        SectionKind.SKILLS
    )
    (boats,) = skills.statements
    assert (boats.text, boats.values) == (
        "Boats: Cutters (level 2), Punts (fair)",
        ("Cutters", "Punts"),
    )


def test_a_section_whose_contents_are_a_text_is_that_text() -> None:
    told = {"title": "Summary", "type": "text", "contents": "Clerk at sea. Counts ships."}
    jobs = {"title": "Experience", "type": "time_table", "contents": [JOB]}
    resume = JsonResumeReader().read(json.dumps([told, jobs]).encode(), "cv.json")
    (summary,) = resume.of_kind(SectionKind.SUMMARY)
    assert [one.text for one in summary.statements] == ["Clerk at sea.", "Counts ships."]
