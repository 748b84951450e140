from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from jsonschema.validators import validator_for

from ingest.export import SCHEMA, to_json_resume
from ingest.load import load_resume
from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.resume import Resume
from tests.fidelity import words

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLES = ROOT.parent / "shared"
PLAIN = FIXTURES / "json" / "plain.json"
PUBLISHED = [
    json.loads((FIXTURES / "json-resume-schema" / f"{version}.json").read_text(encoding="utf-8"))
    for version in ("1.0.0", "1.3.1")
]
FILES = sorted(
    path
    for folder in (
        FIXTURES / "json",
        FIXTURES / "yaml",
        FIXTURES / "markdown",
        ROOT / "data",
        ROOT / "tests" / "golden",
        SAMPLES / "resumes",
    )
    for path in folder.glob("*")
    if path.suffix in (".md", ".json", ".yaml", ".yml") and path.name != "SOURCES.md"
)

PAGE = """\
# Ida Nwosu

Lamp keeper · [ida@nwosu.example.org](mailto:ida@nwosu.example.org) · [GitHub](https://github.com/idan)

## Summary

I keep lamps lit. I also mend them.

## Experience

### Borkum Lighthouse Trust, 2019 - present

#### Head keeper

- Kept the lamp lit

#### Assistant manager

- Carried oil

### Harbour of Emden, 03/2015 - 11/2018

- Counted ships

## Education

### Maritime School of Leer, Diploma in Navigation, Summer 2014

## Skills

- Tools: sextant, wick trimmer (anything except radar)
- Some knowledge of Morse

## Languages

- English: fluent
- Frisian

## Odds and ends

- Owns a dog called Fathom
"""


def exported(text: str) -> dict[str, Any]:
    return to_json_resume(MarkdownReader().read(text.encode(), "resume.md"))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            # The kind of a section and the name of a network are our words.
            if key not in ("$schema", "kind", "network"):
                yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    else:
        yield str(value)


#: Every format is asserted, as strictly as any validator may, whatever the draft leaves open.
FORMATS = FormatChecker()


@FORMATS.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[a-zA-Z][\w+.-]*:[^\s<>\"{}|\\^`]+", value)
    )


def problems(document: dict[str, Any]) -> list[str]:
    """What the published schemas find wrong, each read in its own draft and in draft 7."""
    return [
        f"{list(error.path)}: {error.message}"
        for schema in PUBLISHED
        for validator in (validator_for(schema), Draft7Validator)
        for error in validator(schema, format_checker=FORMATS).iter_errors(document)
    ]


def test_the_check_itself_finds_what_is_wrong() -> None:
    wrong = {
        "basics": {"url": "no address", "email": "nobody"},
        "certificates": [{"date": "2016"}],
        "work": [{"startDate": "Summer 2014"}],
        "hats": [],
    }
    assert len({problem.partition(":")[0] for problem in problems(wrong)}) == 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_resume_is_written_valid_and_with_its_own_words_alone(file: Path) -> None:
    resume = load_resume(file)
    document = to_json_resume(resume)
    assert document["$schema"] == SCHEMA
    assert problems(document) == []
    assert invented(resume, document) == set()
    json.dumps(document)


def invented(resume: Resume, document: dict[str, Any]) -> set[str]:
    """Words that the resume does not have; its dates have a test of their own."""
    own = set(words(resume.source.text))
    own |= {word for _, _, part in resume.walk() for word in words(part.text)}
    own |= {word for contact in resume.contacts for word in words(contact.url or "")}
    return {word for text in strings(without_dates(document)) for word in words(text)} - own


def without_dates(value: Any) -> Any:
    if isinstance(value, dict):
        dates = ("startDate", "endDate", "date", "releaseDate", "issueDate")
        return {key: without_dates(inner) for key, inner in value.items() if key not in dates}
    return [without_dates(inner) for inner in value] if isinstance(value, list) else value


def test_a_json_resume_comes_out_as_it_went_in() -> None:
    original = json.loads(PLAIN.read_text(encoding="utf-8"))
    written = to_json_resume(load_resume(PLAIN))
    for section in ("work", "volunteer", "education", "awards", "certificates", "publications",
                    "languages", "interests", "references", "projects"):  # fmt: skip
        assert written[section] == original[section], section
    assert written["skills"][:3] == original["skills"][:3]
    basics = original["basics"]
    for field in ("name", "label", "email", "phone", "url", "summary"):
        assert written["basics"][field] == basics[field]
    assert written["basics"]["location"] == {"address": "Genoa, Liguria, IT"}
    assert written["basics"]["profiles"][0] == {
        "network": "github", "username": "ottimb", "url": "https://github.com/ottimb"
    }  # fmt: skip


def test_what_was_written_can_be_read_again() -> None:
    document = exported(PAGE)
    again = JsonResumeReader().read(json.dumps(document).encode(), "resume.json")
    assert again.name is not None
    assert again.name.text == "Ida Nwosu"
    assert to_json_resume(again)["work"] == document["work"]


def test_dates_keep_the_precision_that_they_have() -> None:
    document = exported(PAGE)
    work = {(job["name"], job.get("position")): job for job in document["work"]}
    emden = work["Harbour of Emden", None]
    assert (emden["startDate"], emden["endDate"]) == ("2015-03", "2018-11")
    borkum = next(job for job in document["work"] if "startDate" in job and job is not emden)
    assert borkum["startDate"] == "2019"
    assert "endDate" not in borkum
    assert document["education"][0]["endDate"] == "2014"


def test_roles_inside_a_job_become_jobs_of_the_same_organisation() -> None:
    jobs = [(job["name"], job.get("position")) for job in exported(PAGE)["work"]]
    assert ("Borkum Lighthouse Trust", "Head keeper") in jobs
    assert ("Borkum Lighthouse Trust", "Assistant manager") in jobs


def test_skills_and_languages_have_their_names_levels_and_keywords() -> None:
    document = exported(PAGE)
    assert {"name": "Tools", "keywords": ["sextant", "wick trimmer"]} in document["skills"]
    assert {"language": "English", "fluency": "fluent"} in document["languages"]
    assert {"language": "Frisian"} in document["languages"]


def test_what_the_schema_has_no_place_for_is_kept_under_meta() -> None:
    (other,) = exported(PAGE)["meta"]["other"]
    assert other == {
        "kind": "other",
        "title": "Odds and ends",
        "statements": ["Owns a dog called Fathom"],
    }


def test_what_the_schema_would_not_take_as_it_is_written_stands_elsewhere() -> None:
    document = exported(
        "# Ida Nwosu\n\nida [at] nwosu.example.org · nwosu.example.org\n\n"
        "## Certificates\n\n- Radio operator, 2016\n- First aid, 2018-03-04\n"
    )
    assert problems(document) == []
    assert "email" not in document["basics"]
    assert "url" not in document["basics"]
    spare = {each["kind"]: each["value"] for each in document["meta"]["other"] if "value" in each}
    assert spare == {"email": "ida [at] nwosu.example.org", "website": "nwosu.example.org"}
    assert [(each.get("date"), each.get("issueDate")) for each in document["certificates"]] == [
        (None, "2016"),
        ("2018-03-04", None),
    ]


def test_the_class_beside_a_degree_is_its_score() -> None:
    page = "# Ed Vane\n\n## Education\n\nBA, 2:1, Holloway College, 2008 - 2011\n"
    other = "\nBSc Hons Physics (First Class), University of Leeds, 2004 - 2007\n"
    first, second = exported(page + other)["education"]
    assert (first["studyType"], first["score"]) == ("BA", "2:1")
    assert (second["area"], second["score"]) == ("Physics", "First Class")


def test_a_profile_whose_address_lacks_a_scheme_is_exported() -> None:
    page = "# Ed Vane\n\ngithub.com/edvane · ed@vane.example\n\n## Skills\n\n- Rye\n"
    assert exported(page)["basics"]["profiles"] == [
        {"network": "github", "username": "github.com/edvane"}
    ]
