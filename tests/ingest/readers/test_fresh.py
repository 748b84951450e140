"""FRESH (https://github.com/fresh-standard) beside JSON Resume."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from fixture_resumes import FIXTURES, Told, section, told, when

from ingest.export import to_json_resume
from ingest.load import load_resume
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import Entry, Resume, SectionKind, Statement

FILE = FIXTURES / "json" / "fresh.json"


def fresh() -> Resume:
    return load_resume(FILE)


def read(document: dict[str, Any]) -> Resume:
    return JsonResumeReader().read(json.dumps(document, indent=1).encode(), "resume.json")


def entry(resume: Resume, name: str) -> Entry:
    (found,) = (each for part in resume.sections for each in part.walk() if each.name == name)
    return found


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


def test_the_person_of_fresh_stands_in_four_places() -> None:
    resume = fresh()
    assert resume.format == "fresh"
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == (
        "Nadezhda Fairweather",
        "Lighthouse Engineer",
    )
    assert [(each.network or each.kind.value, each.value) for each in resume.contacts] == [
        ("email", "nadia@fairweather.example"),
        ("phone", "+44 1856 555 0117"),
        ("website", "https://fairweather.example"),
        ("phone", "+44 1856 555 0118"),
        ("location", "Kirkwall, Orkney, GB"),
        ("github", "fairlamp"),
    ]
    assert resume.warnings == ()


def test_a_network_that_is_labelled_with_its_own_name_is_said_once() -> None:
    lines = texts(section(fresh(), SectionKind.BASICS).statements)
    assert lines[-1] == "GitHub: fairlamp (https://github.com/fairlamp)"


def test_employment_has_its_history_and_a_summary_of_all() -> None:
    work = section(fresh(), SectionKind.WORK)
    assert texts(work.statements) == ["Fourteen years on the lights."]
    assert [told(each) for each in work.entries] == [
        Told("Northern Light Board", "Senior Engineer", "2016-05 - now", "Kirkwall, Orkney", 5),
        Told("Foghorn & Sons", "Firmware Developer", "2011-02 - 2016-04", None, 2),
    ]
    assert texts(work.entries[1].statements) == [
        "Wrote the firmware of the Mk IV horn.",
        "Keywords: C, AVR",
    ]


def test_that_a_job_goes_on_is_said_by_its_dates_alone() -> None:
    job = entry(fresh(), "Northern Light Board")
    assert not [text for text in texts(job.statements) if text.startswith("Current")]


def test_education_has_grade_and_curriculum() -> None:
    study = section(fresh(), SectionKind.EDUCATION).entries[0]
    assert told(study) == Told(
        "Robert Gordon College of Aberdeen", "BEng Electrical Engineering", "2006-09 - 2010-06",
        None, 3,
    )  # fmt: skip
    assert texts(study.statements) == ["Grade: 2:1", "Optics 3", "Power electronics"]


def test_skills_stand_in_sets_and_in_a_list() -> None:
    firmware, optics = section(fresh(), SectionKind.SKILLS).statements
    assert (firmware.label, firmware.level) == ("Firmware", "expert")
    assert (firmware.values, firmware.excluded) == (("C", "Rust"), ("async",))
    assert optics.text == "Optics (9); Years: 12; Summary: Lenses and prisms."


def test_sections_that_only_fresh_has_are_known() -> None:
    kinds = {part.title: part.kind.value for part in fresh().sections}
    assert kinds == {
        "Basics": "basics", "Summary": "summary", "Disposition": "other", "Employment": "work",
        "Education": "education", "Service": "volunteer", "Projects": "projects",
        "Skills": "skills", "Affiliation": "other", "Samples": "projects",
        "Writing": "publications", "Reading": "other", "Speaking": "publications",
        "Governance": "volunteer", "Recognition": "awards", "References": "references",
        "Testimonials": "references", "Languages": "languages", "Extracurricular": "other",
        "Interests": "interests",
    }  # fmt: skip


def test_a_disposition_is_lines_that_say_what_they_are_about() -> None:
    (lines,) = (part.statements for part in fresh().sections if part.title == "Disposition")
    assert texts(lines) == [
        "Travel (percent of the time): 40",
        "Authorization: citizen",
        "Commitment: contract, part-time",
        "Remote: no",
        "Relocation willing: not possible",
        "Relocation destinations: Orkney, Shetland",
    ]


def test_who_gave_an_award_is_told_from_where_it_was_given() -> None:
    award = section(fresh(), SectionKind.AWARDS).entries[0]
    assert told(award)[:3] == ("Royal Society of Lamps", "", "2021")
    assert texts(award.statements) == [
        "Event: Annual Dinner",
        "For nine dark nights.",
        "Type: award",
    ]


def test_a_publisher_that_is_an_object_is_called_by_its_name() -> None:
    article = entry(fresh(), "On Fresnel")
    assert article.organisation is not None
    assert article.organisation.text == "Lamp Review"
    assert [heading.text for heading in article.headings] == [
        "On Fresnel",
        "2017",
        "Lamp Review, https://lr.example",
    ]


def test_what_a_member_does_still_goes_on() -> None:
    assert when(entry(fresh(), "Skipper").dates) == "2015-03 - now"


def test_words_in_brackets_are_words_and_elements_of_html_are_not() -> None:
    resume = read({"employment": {"history": [{"employer": "<b>Map</b><String, Integer> Ltd"}]}})
    job = section(resume, SectionKind.WORK).entries[0]
    assert job.organisation is not None
    assert job.organisation.text == "Map<String, Integer> Ltd"


def test_html_paragraphs_in_a_value_are_statements_of_their_own() -> None:
    resume = read(
        {"employment": {"history": [{"employer": "A", "summary": "<p>One</p><p>Two</p> `<p>x`"}]}}
    )
    assert texts(entry(resume, "A").statements) == ["<p>One</p>", "<p>Two</p> `<p>x`"]


def test_fresh_in_yaml_is_read_as_in_json(tmp_path: Path) -> None:
    import yaml

    text = yaml.safe_dump(json.loads(FILE.read_text(encoding="utf-8")), sort_keys=False)
    resume = YamlResumeReader().read(text.encode(), "resume.yaml")
    assert [(part.kind, part.title) for part in resume.sections] == [
        (part.kind, part.title) for part in fresh().sections
    ]
    assert [words.text for _, _, words in resume.walk()] == [
        words.text for _, _, words in fresh().walk()
    ]


def test_fresh_is_written_as_json_resume() -> None:
    document = to_json_resume(fresh())
    job = document["work"][0]
    assert job["highlights"] == ["Moved six lamps to LED", "Halved diesel use"]
    assert job["keywords"] == ["Modbus", "C"]
    study = document["education"][0]
    assert (study["score"], study["courses"]) == ("2:1", ["Optics 3", "Power electronics"])
    assert document["publications"][0]["publisher"] == "Lamp Review"
    assert document["projects"][0]["type"] == "open-source"
    assert document["awards"][0]["awarder"] == "Royal Society of Lamps"
    assert document["basics"]["summary"].startswith("Keeps lamps lit on four islands.")
