from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from fixture_resumes import entry, section
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import ResumeAssistantError, ResumeFileError
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.resume import ContactKind, PartialDate, Resume, SectionKind, Statement
from tests.fidelity import from_json, hidden, invented, lost, untrue_spans, words

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "tests" / "fixtures" / "json"
SAMPLES = ROOT.parent / "shared" / "resumes"
GOLDEN = ROOT / "tests" / "golden"
FILES = sorted([*FIXTURES.glob("*.json"), *GOLDEN.glob("*.json"), *SAMPLES.glob("*.json")])


def read(source: str | dict[str, Any]) -> Resume:
    text = source if isinstance(source, str) else json.dumps(source, indent=1)
    return JsonResumeReader().read(text.encode(), "resume.json")


def fixture(name: str) -> Resume:
    return read((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_lost_or_invented_and_spans_are_true(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    resume = read(text)
    assert not lost(resume, from_json(text))
    assert not invented(resume, from_json(text))
    assert untrue_spans(resume) == []


# --- the schema's own fields ------------------------------------------------------------------


def test_the_person_is_read_with_their_contacts() -> None:
    resume = fixture("plain")
    assert resume.name is not None
    assert resume.headline is not None
    assert resume.name.text == "Ottilie Marchetti-Baum"
    assert resume.source[resume.headline.span] == '"label": "Marine Acoustics Engineer"'
    found = [(each.kind, each.value, each.network) for each in resume.contacts]
    assert found == [
        (ContactKind.EMAIL, "ottilie@marchetti-baum.example.net", None),
        (ContactKind.PHONE, "+39 010 5550 117", None),
        (ContactKind.WEBSITE, "https://marchetti-baum.example.net", None),
        (ContactKind.LOCATION, "Genoa, Liguria, IT", None),
        (ContactKind.PROFILE, "ottimb", "github"),
        (ContactKind.PROFILE, "0000-0002-0000-0117", "orcid"),
    ]
    assert resume.contacts[4].url == "https://github.com/ottimb"
    assert resume.warnings == ()


def test_all_that_is_visible_in_basics_stands_in_a_statement_with_its_label() -> None:
    basics = section(fixture("plain"), SectionKind.BASICS)
    lines = {statement.label: statement.text for statement in basics.statements}
    assert lines["Email"] == "Email: ottilie@marchetti-baum.example.net"
    assert lines["GitHub"] == "GitHub: ottimb (https://github.com/ottimb)"
    assert "Salita del Prione 4" in lines["Location"]
    assert not any("me.png" in text for text in lines.values())


def test_prose_is_split_into_sentences_whose_spans_are_the_words_alone() -> None:
    resume = fixture("plain")
    summary = section(resume, SectionKind.SUMMARY).statements
    assert texts(summary)[:2] == [
        "I listen to whales for a living.",
        "Dr. Ines Faro, Ph.D., taught me to solder, e.g. hydrophones.",
    ]
    assert [resume.source[each.span] for each in summary] == texts(summary)


def test_a_short_bullet_is_one_statement_and_a_long_one_a_statement_a_sentence() -> None:
    assert texts(entry(fixture("plain"), "Baleen Instruments").statements)[3:] == [
        'Cut the self-noise of the "Rorqual" array by 11 dB. It now hears fin whales at 90 km.',
        "Wrote the calibration suite in Julia—and its manual",
    ]
    long = "First of all. " + "Then a very long story follows " * 7 + "at last."
    resume = read({"work": [{"name": "A", "highlights": [long]}]})
    assert len(entry(resume, "A").statements) == 2


def test_escapes_do_not_shift_spans() -> None:
    text = (
        '{"work": [{"name": "A",'
        r' "summary": "\ud83d\ude00 \"One\" is done\u002e Two\/three follow. \u00c4nd more."'
        "}]}"
    )
    resume = read(text)
    assert [(each.text, resume.source[each.span]) for each in entry(resume, "A").statements] == [
        ('😀 "One" is done.', r"\ud83d\ude00 \"One\" is done\u002e"),
        ("Two/three follow.", r"Two\/three follow."),
        ("Änd more.", r"\u00c4nd more."),
    ]


def test_a_job_has_its_organisation_role_place_and_dates() -> None:
    resume = fixture("plain")
    job = entry(resume, "Harbour Authority of Livorno")
    assert job.organisation is not None
    assert resume.source[job.organisation.span] == '"name": "Harbour Authority of Livorno"'
    assert [role.text for role in job.roles] == ["Acoustician"]
    assert job.dates is not None
    assert (job.dates.start, job.dates.end) == (PartialDate(2016, 9, 1), PartialDate(2021, 2, 28))
    assert job.dates.text == "2016-09-01 - 2021-02-28"
    assert resume.source[job.dates.span].startswith('"startDate": "2016-09-01"')
    assert resume.source[job.dates.span].endswith('"endDate": "2021-02-28"')
    assert [heading.text for heading in job.headings] == [
        "Harbour Authority of Livorno",
        "Acoustician",
        "2016-09-01",
        "2021-02-28",
    ]


def test_a_job_without_end_goes_on_and_a_degree_or_project_without_one_does_not() -> None:
    dates = {"startDate": "2021-03"}
    resume = read(
        {
            "work": [{"name": "A", **dates}],
            "volunteer": [{"organization": "B", "endDate": "", **dates}],
            "education": [{"institution": "C", **dates}],
            "projects": [{"name": "D", **dates}],
        }
    )
    going = {name: entry(resume, name).dates for name in "ABCD"}
    assert {name: dates.current for name, dates in going.items() if dates} == {
        "A": True, "B": True, "C": False, "D": False,
    }  # fmt: skip


def test_education_has_area_degree_score_and_courses() -> None:
    study = entry(fixture("plain"), "University of Genoa")
    assert study.area is not None
    assert study.area.text == "Naval Engineering"
    assert [role.text for role in study.roles] == ["Laurea magistrale"]
    assert texts(study.statements) == [
        "URL: https://unige.example.edu",
        "Score: 110/110",
        "AC210 - Underwater Sound",
        "SP340 - Array Processing",
    ]


def test_projects_awards_and_certificates_are_named_by_their_title() -> None:
    resume = fixture("plain")
    project = entry(resume, "Eavesdrop")
    assert project.organisation is not None
    assert project.organisation.text == "Baleen Instruments"
    assert [role.text for role in project.roles] == ["Designer", "Skipper"]
    assert project.url == "https://eavesdrop.example.org"
    assert "Keywords: LoRa, solar" in texts(project.statements)
    award = entry(resume, "Quiet Sea Prize")
    assert award.dates is not None
    assert award.dates.start == award.dates.end == PartialDate(2022, 6)


def test_skills_and_languages_are_a_statement_each_over_their_fields() -> None:
    resume = fixture("plain")
    skills = section(resume, SectionKind.SKILLS).statements
    assert [(each.text, each.label, each.values, each.level) for each in skills] == [
        (
            "Signal processing (Expert): beamforming, Julia, matched filters",
            "Signal processing",
            ("beamforming", "Julia", "matched filters"),
            "Expert",
        ),
        ("Soldering (Good)", None, ("Soldering",), "Good"),
        ("Boat handling", None, ("Boat handling",), None),
        ("KiCad, LTspice", None, ("KiCad", "LTspice"), None),
    ]
    assert resume.source[skills[1].span] == '"name": "Soldering", "level": "Good"'
    languages = section(resume, SectionKind.LANGUAGES).statements
    assert [(each.text, each.label, each.level) for each in languages] == [
        ("Italian: Native speaker", "Italian", "Native speaker"),
        ("German: B2", "German", "B2"),
        ("Ligurian", None, None),
    ]


# --- drift --------------------------------------------------------------------------------------


def test_what_belongs_into_basics_is_found_at_the_root() -> None:
    resume = fixture("drifted")
    assert resume.name is not None
    assert resume.name.text == "Benedikt Quaye"
    assert [(each.kind.value, each.value, each.url, each.network) for each in resume.contacts] == [
        ("email", "ben@quaye.example.org", None, None),
        ("email", "office@quaye.example.org", None, None),
        ("website", "www.quaye.example.org", "https://www.quaye.example.org", None),
        ("location", "Accra, Ghana", None, None),
        ("profile", "https://www.linkedin.com/in/benquaye", "https://www.linkedin.com/in/benquaye",
         "linkedin"),
        ("profile", "https://github.com/benq", "https://github.com/benq", "github"),
    ]  # fmt: skip


def test_unknown_keys_are_kept_and_told() -> None:
    resume = fixture("drifted")
    basics = texts(section(resume, SectionKind.BASICS).statements)
    assert "Driving licence: yes" in basics
    assert "Shoe size eu: 43.50" in basics
    told = {warning.message: warning.line for warning in resume.warnings}
    assert told["Unknown key 'teamSize': kept as a statement."] == 25
    assert told["Unknown section 'motto': kept as it stands."] == 56


def test_companies_titles_and_date_words_of_other_schemas_are_understood() -> None:
    resume = fixture("drifted")
    job = entry(resume, "Adinkra Pianos")
    assert [role.text for role in job.roles] == ["Head technician"]
    assert job.dates is not None
    assert job.dates.current
    assert job.location is not None
    assert job.location.text == "Accra, GH"
    assert "Voices concert grands" in texts(job.statements)
    study = entry(resume, "Guild of Piano Makers")
    assert study.dates is not None
    assert study.dates.expected
    assert study.dates.end == PartialDate(2016)
    loft = entry(resume, "Market Square Organ Loft").dates
    assert loft is not None
    assert (loft.start, loft.end) == (PartialDate(2013), PartialDate(2014))


def test_positions_inside_a_job_are_entries_inside_its_entry() -> None:
    tuners = entry(fixture("drifted"), "Travelling Tuners")
    assert [child.roles[0].text for child in tuners.children] == ["Senior tuner", "Apprentice"]
    dates = tuners.children[1].dates
    assert dates is not None
    assert dates.start == PartialDate(2014)


def test_where_somebody_was_names_who_had_them_if_nothing_else_does() -> None:
    resume = read(
        {
            "work": [
                {
                    "location": "Quarry of Carrara",
                    "positions": [{"title": "Cutter", "location": "Massa", "startDate": "2001"}],
                }
            ],
            "education": [{"location": "Guild of Masons", "accreditation": "Master's letter"}],
        }
    )
    quarry, guild = entry(resume, "Quarry of Carrara"), entry(resume, "Guild of Masons")
    assert quarry.organisation is not None
    assert quarry.location is None
    (cutter,) = quarry.children
    assert cutter.organisation is None
    assert cutter.location is not None
    assert cutter.location.text == "Massa"
    assert [role.text for role in guild.roles] == ["Master's letter"]
    assert resume.warnings[0].message == "The resume gives no name (basics.name)."


def test_impossible_and_reversed_dates_are_told_with_their_line_and_kept() -> None:
    resume = fixture("drifted")
    told = {warning.message: warning.line for warning in resume.warnings}
    assert told["startDate '2017-13-01': There is no month 13."] == 30
    assert told["The range ends (2014-01) before it starts (2016-05)."] == 36
    dates = entry(resume, "Travelling Tuners").dates
    assert dates is not None
    assert dates.text == "2016-05 - 2014-01"


def test_skills_may_be_one_object_and_languages_strings() -> None:
    resume = fixture("drifted")
    skills = section(resume, SectionKind.SKILLS).statements
    assert [(each.label, each.values) for each in skills] == [
        ("Tools", ("Tuning lever", "Papps mute")),
        ("JavaScript", ("a little",)),
    ]
    languages = section(resume, SectionKind.LANGUAGES).statements
    assert texts(languages) == ["Twi", "English: fluent"]


def test_sections_that_the_schema_lacks_are_kept_with_their_key_as_heading() -> None:
    resume = fixture("drifted")
    apparatus, motto = resume.of_kind(SectionKind.OTHER)
    assert apparatus.heading is not None
    assert (apparatus.heading.text, resume.source[apparatus.heading.span]) == (
        "Apparatus",
        '"apparatus"',
    )
    assert apparatus.entries[0].name == "A damper felt"
    assert "Inventors: B. Quaye, E. Mensah" in texts(apparatus.entries[0].statements)
    assert texts(motto.statements) == ["Listen first.", "Then turn."]


def test_two_members_of_the_same_name_are_both_kept() -> None:
    resume = read('{"work": [{"name": "A", "summary": "One.", "summary": "Two."}]}')
    assert texts(entry(resume, "A").statements) == ["One.", "Two."]


def test_a_resume_without_name_or_sections_is_told() -> None:
    messages = [warning.message for warning in read({"basics": {"label": "Cook"}}).warnings]
    assert any("no name" in message for message in messages)
    assert any("no sections" in message for message in messages)


def test_a_pointer_is_escaped_as_rfc_6901_says() -> None:
    resume = read({"basics": {"name": "A", "shoe/size~EU": "43"}})
    pointers = [part.span.pointer for _, _, part in resume.walk()]
    assert pointers == ["/basics/name", "/basics/shoe~1size~0EU"]


# --- what is no resume --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", "42", '"resume"', '{"name": "left-pad", "version": "1.0.0"}', '{"work": []}'],
)
def test_json_that_is_no_resume_is_refused(text: str) -> None:
    with pytest.raises(ResumeFileError, match="is JSON but no JSON Resume"):
        read(text)


def test_invalid_json_is_told_with_line_and_column() -> None:
    with pytest.raises(ResumeFileError, match=r"resume\.json, line 3, column 1 is not valid JSON"):
        read('{\n "work": []\n"skills": []}')


def test_a_comma_behind_the_last_of_several_is_told_and_left_aside() -> None:
    resume = read(
        '{\n "basics": {"name": "Jo, }",},\n "work": [{"name": "Otto"}, ],\n "skills": []\n}'
    )
    assert resume.name is not None
    assert resume.name.text == "Jo, }"
    assert [entry.name for section in resume.sections for entry in section.entries] == ["Otto"]
    assert [warning.line for warning in resume.warnings] == [2, 3]
    with pytest.raises(ResumeFileError, match="line 1, column 14 is not valid JSON"):
        read('{"work": [1, , 2]}')


@pytest.mark.parametrize("text", ["[" * 100_000, '{"work": ' + "[" * 80 + "]" * 80 + "}"])
def test_endless_nesting_is_refused(text: str) -> None:
    with pytest.raises(ResumeFileError, match="too deeply"):
        read(text)


def test_more_values_than_any_resume_has_are_refused_with_their_line() -> None:
    with pytest.raises(ResumeFileError, match="line 30000 is beyond 30,000 values"):
        read('{"work": [\n' + "1,\n" * 40_000 + "1]}")


def test_a_text_that_is_all_there_is_of_a_contact_is_read() -> None:
    resume = read({"contact": "ida@nwosu.example", "skills": ["Knots"]})
    assert [each.value for each in resume.contacts] == ["ida@nwosu.example"]
    assert untrue_spans(resume) == []


def test_a_label_is_as_it_is_written_where_it_is_a_value() -> None:
    resume = read({"personal": [{"name": "LinkedIn name", "value": "Ida"}], "skills": ["Knots"]})
    assert "LinkedIn name: Ida" in [each.text for _, _, each in resume.statements()]


# --- anything at all ----------------------------------------------------------------------------

_PLAIN = json.loads((FIXTURES / "plain.json").read_text(encoding="utf-8"))
_KEYS = st.sampled_from(
    ["name", "summary", "startDate", "endDate", "highlights", "url", "roles", "x", "a/b~c",
     "location", "keywords", "profiles", "date", "image", "meta", "projects", "history", ""]
)  # fmt: skip
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    | st.sampled_from(["2016-08", "Present", "2018-2015", "One. Two.", "- a\n- b", "http://a.b"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) below a value."""
    pairs = list(value.items()) if isinstance(value, dict) else list(enumerate(value))
    found = [(value, key) for key, _ in pairs]
    for _, inner in pairs:
        if isinstance(inner, dict | list):
            found += _places(inner)
    return found


@st.composite
def mutated(draw: st.DrawFn) -> str:
    document = json.loads(json.dumps(_PLAIN))
    for _ in range(draw(st.integers(1, 4))):
        places = _places(document)
        if not places:
            break
        container, key = draw(st.sampled_from(places))
        change = draw(st.sampled_from(["replace", "delete", "add"]))
        if change == "replace":
            container[key] = draw(_VALUES)
        elif change == "delete":
            del container[key]
        elif isinstance(container, dict):
            container[draw(_KEYS)] = draw(_VALUES)
        else:
            container.append(draw(_VALUES))
    return json.dumps(
        document, indent=draw(st.none() | st.just(1)), ensure_ascii=draw(st.booleans())
    )


def assert_faithful(data: bytes) -> None:
    """Nothing but our own error may be raised; what is read must be whole."""
    with suppress(ResumeAssistantError):
        resume = JsonResumeReader().read(data, "resume.json")
        document = from_json(data.decode("utf-8-sig").replace("\0", "\ufffd"))
        assert not lost(resume, document)
        assert not invented(resume, document)
        assert untrue_spans(resume) == []
        assert not hidden(document) & set(words(resume.source.text))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_any_change_of_a_resume_is_read_with_nothing_lost_or_refused(text: str) -> None:
    assert_faithful(text.encode("utf-8", "replace"))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["basics", "work", "skills", "education", "x"]), _VALUES))
def test_any_json_is_read_with_nothing_lost_or_refused(document: dict[str, Any]) -> None:
    assert_faithful(json.dumps(document).encode())


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 6), st.binary(max_size=6))
def test_any_damage_to_the_bytes_is_read_with_nothing_lost_or_refused(
    at: int, gone: int, put: bytes
) -> None:
    data = (FIXTURES / "plain.json").read_bytes()
    assert_faithful(data[:at] + put + data[at + gone :])


@pytest.mark.parametrize("start", ["2013-06-", "2013-6", "2013-6-1", "2013-06"])
def test_a_date_that_is_nearly_iso_8601_is_read_and_an_end_that_is_given_counts(start: str) -> None:
    resume = read({"work": [{"name": "Kiln", "startDate": start, "endDate": "2015-02"}]})
    dates = entry(resume, "Kiln").dates
    assert dates is not None
    assert (dates.start and dates.start.month, dates.current) == (6, False)
    assert dates.end == PartialDate(2015, 2)


def test_sections_inside_of_basics_are_sections() -> None:
    work = [{"name": "Kiln", "position": "Potter", "startDate": "2015", "endDate": "2019"}]
    resume = read(
        {"basics": {"name": "Bo Lind", "profiles": [{"network": "X", "username": "bo"}]}}
        | {"basics": {"name": "Bo Lind", "work": work, "profiles": [{"network": "GitHub"}]}}
    )
    assert entry(resume, "Kiln").roles[0].text == "Potter"
    assert section(resume, SectionKind.WORK).entries
