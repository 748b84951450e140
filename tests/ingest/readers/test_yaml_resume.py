from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixture_resumes import FIXTURES, Told, entry, kinds, section, told, when

from ingest.errors import ResumeFileError
from ingest.export import to_json_resume
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import ContactKind, PartialDate, Resume, SectionKind, Statement
from tests.fidelity import from_yaml, invented, lost, untrue_spans

FOLDER = FIXTURES / "yaml"
SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "resumes"
GOLDEN = FIXTURES.parent / "golden"
JSON = [*sorted(GOLDEN.glob("*.json")), FIXTURES / "json" / "fresh.json"]
FILES = sorted([*FOLDER.glob("*.y*ml"), *SAMPLES.glob("*.y*ml")])


def read(text: str, name: str = "resume.yaml") -> Resume:
    return YamlResumeReader().read(text.encode(), name)


def fixture(name: str) -> Resume:
    (file,) = FOLDER.glob(f"{name}.*")
    return read(file.read_text(encoding="utf-8"), file.name)


def entries(resume: Resume, kind: SectionKind) -> list[Told]:
    return [told(entry) for entry in section(resume, kind).entries]


def texts(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.text for statement in statements]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_is_lost_or_invented_and_spans_are_true(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    resume = read(text, file.name)
    assert not lost(resume, from_yaml(text))
    assert not invented(resume, from_yaml(text))
    # What a reference repeats stands where it is first said.
    repeats = "*" in text and "&" in text
    assert [each for each in untrue_spans(resume) if not (repeats and "overlaps" in each)] == []


# --- RenderCV -----------------------------------------------------------------------------------


def test_the_person_of_rendercv_is_read_with_networks_and_connections() -> None:
    resume = fixture("rendercv")
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == (
        "Oluwaseun Brandt",
        "Hydrographic Software Engineer",
    )
    assert [(each.network or each.kind.value, each.value) for each in resume.contacts] == [
        ("location", "Bremerhaven, Germany"),
        ("email", "seun@brandt.example.org"),
        ("phone", "+49-471-5550-117"),
        ("website", "https://brandt.example.org/"),
        ("linkedin", "seunbrandt"),
        ("github", "seun-b"),
        ("orcid", "0000-0003-0000-0117"),
        ("website", "Book a call"),
    ]
    assert resume.contacts[-1].url == "https://calls.example.org/seun"
    assert resume.format == "yaml"


def test_sections_of_rendercv_have_any_title_and_are_known_by_it() -> None:
    assert kinds(fixture("rendercv")) == [
        ("basics", ""),
        ("summary", ""),
        ("other", "Welcome aboard!"),
        ("work", "Experience"),
        ("education", ""),
        ("projects", ""),
        ("publications", ""),
        ("skills", ""),
        ("languages", "Spoken languages"),
        ("awards", "Selected honors"),
        ("publications", "Patents"),
        ("publications", "Invited talks"),
    ]


def test_a_section_of_no_known_title_is_known_by_the_shape_of_its_entries() -> None:
    resume = read(
        "cv:\n  name: Ida Nwosu\n  sections:\n    On the water:\n"
        "      - {company: Ferry Line, position: Deckhand, start_date: 2019}\n"
        "    Ashore:\n      - {institution: School of Knots, area: Splicing, degree: BA}\n"
    )
    assert kinds(resume)[1:] == [("work", "On the water"), ("education", "Ashore")]


def test_jobs_of_rendercv_have_dates_of_their_own_or_one_for_all() -> None:
    assert entries(fixture("rendercv"), SectionKind.WORK) == [
        Told("Weser Survey GmbH", "Lead Engineer", "2019-04 - now", "Bremerhaven, Germany", 6),
        Told("Nordhavn Charts", "Software Engineer", "2015-09 - 2019-03",
             "Aarhus, Denmark", 1),
        Told("MV Fru Inge", "Survey Technician", "2009 - 2015", None, 0),
    ]  # fmt: skip


def test_a_project_of_rendercv_without_an_end_goes_on() -> None:
    loom, diary = section(fixture("rendercv"), SectionKind.PROJECTS).entries
    assert (when(loom.dates), when(diary.dates)) == ("2021-05 - now", "autumn 2013")


def test_a_name_that_is_a_link_is_its_words_and_leads_there() -> None:
    loom = entry(fixture("rendercv"), "Echo Loom")
    assert loom.url == "https://echoloom.example.org"


def test_a_bullet_that_a_folded_line_ran_into_is_a_bullet() -> None:
    job = entry(fixture("rendercv"), "Weser Survey GmbH")
    assert texts(job.statements)[-3:] == [
        "Wrote three papers with the ferry pilots",
        "one on tides, read by 400 people",
        "one on silt",
    ]


def test_one_line_entries_are_labels_with_values() -> None:
    languages, sonar = section(fixture("rendercv"), SectionKind.SKILLS).statements
    assert (languages.label, languages.values) == (
        "Languages",
        ("Rust", "C++ (17 and later)", "Python"),
    )
    assert sonar.text == "Sonar: multibeam, side-scan"
    (yoruba, german) = section(fixture("rendercv"), SectionKind.LANGUAGES).statements
    assert (yoruba.text, yoruba.level) == ("Yoruba: native", "native")
    assert german.values == ("German",)


def test_bullet_and_numbered_entries_are_named_and_dated_by_their_words() -> None:
    resume = fixture("rendercv")
    honours = section(resume, SectionKind.AWARDS).entries
    assert [(each.name, when(each.dates)) for each in honours] == [
        ("Golden Lead of the Hydrographic Society", "2021"),
        ("Best talk, ShallowConf", "2018"),
    ]
    _, patents, talks = resume.of_kind(SectionKind.PUBLICATIONS)
    assert [each.name for each in patents.entries] == ["A Lead Line That Counts (EP 5550117)"]
    assert resume.source[talks.entries[0].statements[0].span].endswith("Kiel, 2020")


def test_a_publication_has_its_journal_authors_and_doi() -> None:
    paper = entry(fixture("rendercv"), "Tides under Ferries")
    assert paper.organisation is not None
    assert paper.organisation.text == "Journal of Shallow Water"
    assert paper.url == "https://doi.org/10.5555/tides.2022.117"
    assert texts(paper.statements) == [
        "Authors: A. Skov, ***O. Brandt***",
        "DOI: 10.5555/tides.2022.117",
    ]


def test_design_locale_and_settings_are_no_content_and_told() -> None:
    assert [(each.line, each.message) for each in fixture("rendercv").left_out] == [
        (95, "design is for programs, no content."),
        (99, "locale is for programs, no content."),
        (101, "settings is for programs, no content."),
    ]


# --- al-folio -----------------------------------------------------------------------------------


def test_sections_of_al_folio_are_named_by_their_titles() -> None:
    resume = fixture("alfolio")
    assert resume.name is not None
    assert resume.name.text == "Ingeborg Achterberg"
    assert [kind for kind, _ in kinds(resume)] == [
        "basics", "languages", "education", "work", "projects", "awards", "interests",
        "certificates", "interests",
    ]  # fmt: skip
    assert resume.warnings == ()


def test_a_map_says_in_one_line_how_to_reach_somebody_and_in_its_words_where() -> None:
    resume = read(
        "- title: General Information\n  type: map\n  contents:\n"
        "    - {name: Full Name, value: Ida Nwosu}\n"
        "    - {name: Contact, value: 'ida@nwosu.example, +233 24 555 0117'}\n"
        "    - {name: Contact hours, value: 'bo@falk.example'}\n"
        "    - {name: Based in, value: 'Tema, Ghana'}\n"
        "    - {name: Trained in, value: 'Lagos, Nigeria'}\n"
    )
    assert [one.value for one in resume.contacts] == [
        "ida@nwosu.example", "+233 24 555 0117", "Tema, Ghana",
    ]  # fmt: skip


def test_a_map_says_who_the_person_is_and_what_they_speak() -> None:
    resume = fixture("alfolio")
    assert texts(section(resume, SectionKind.BASICS).statements) == [
        "Full Name: Ingeborg Achterberg",
        "Date of Birth: 2nd May 1971",
        "Email: inge@achterberg.example",
    ]
    (spoken,) = section(resume, SectionKind.LANGUAGES).statements
    assert spoken.values == ("Dutch (native)", "Frisian", "English (C2)")
    assert [each.value for each in resume.contacts] == ["inge@achterberg.example"]


def test_a_time_table_is_entries_with_bullets_in_bullets() -> None:
    doctor, master = section(fixture("alfolio"), SectionKind.EDUCATION).entries
    assert told(doctor) == Told(
        "University of Groningen", "PhD in Botany", "1999", "Groningen, Netherlands", 5
    )
    assert [(each.text, each.depth) for each in doctor.statements] == [
        ("Department: Plant Ecology", 0),
        ("Thesis: Mosses that Move", 0),
        ("Fieldwork", 0),
        ("Two winters on Terschelling", 1),
        ("One summer in Lapland", 1),
    ]
    assert told(master) == Told("Wageningen University", "MSc", "1995", None, 0)


def test_a_description_of_nothing_is_none() -> None:
    assert entries(fixture("alfolio"), SectionKind.WORK)[1] == Told(
        "Moss Institute of Umeå", "Postdoctoral Researcher", "1999 - 2004", None, 0
    )


def test_things_listed_under_one_year_each_have_it() -> None:
    resume = fixture("alfolio")
    found = section(resume, SectionKind.AWARDS).entries
    assert [(each.name, when(each.dates)) for each in found] == [
        ("Silver Sporophyte", "2011"),
        ("Golden Gametophyte", "2011"),
        ("Knight of the Bog", "2020"),
    ]
    assert found[1].dates is not None
    assert resume.source[found[1].dates.span] == "year: 2011"


def test_a_title_in_html_is_its_words_and_leads_there() -> None:
    assert entry(fixture("alfolio"), "MossKey").url == "https://mosskey.example.org"


def test_a_nested_list_is_lines_with_values() -> None:
    topics, hobbies = fixture("alfolio").of_kind(SectionKind.INTERESTS)
    assert [(each.label, each.values) for each in topics.statements] == [
        ("Dispersal", ("spores on the wind", "fragments on boots")),
        ("Peat", ("carbon",)),
    ]
    assert hobbies.statements[0].label == "Hobbies"


def test_a_list_of_groups_has_its_groups_as_entries() -> None:
    (safety,) = section(fixture("alfolio"), SectionKind.CERTIFICATES).entries
    assert safety.name == "Safety"
    assert [(each.name, when(each.dates)) for each in safety.children] == [("Bog rescue", "2018")]


# --- JSON Resume in YAML ------------------------------------------------------------------------


def test_json_resume_in_yaml_is_read_as_in_json() -> None:
    resume = fixture("jsonresume")
    assert entries(resume, SectionKind.WORK) == [
        Told("Lone Star Spans", "Senior Inspector", "2018-02 - now", "Austin, Texas", 2),
        Told("County of Travis", "Inspector", "2012-06 - 2018-01-31", None, 3),
    ]
    assert resume.warnings == ()


def test_a_folded_block_is_read_as_sentences_that_span_its_lines() -> None:
    resume = fixture("jsonresume")
    found = section(resume, SectionKind.SUMMARY).statements
    assert texts(found) == [
        "I look under bridges.",
        "What I find there I write down.",
        "Most of it is rust.",
    ]
    assert resume.source[found[1].span] == "What I find there\n    I write down."
    assert (found[1].span.start_line, found[1].span.end_line) == (9, 10)


def test_a_flow_mapping_is_read_where_it_stands() -> None:
    resume = fixture("jsonresume")
    profile = next(each for each in resume.contacts if each.kind is ContactKind.PROFILE)
    assert resume.source[profile.span].startswith("network: GitHub")


@pytest.mark.parametrize(
    "style",
    [
        {},
        {"width": 40, "allow_unicode": True},
        {"default_flow_style": None},
        {"default_style": '"'},
        {"default_style": "|"},
    ],
    ids=["plain", "narrow", "flow", "quoted", "literal"],
)
@pytest.mark.parametrize("file", JSON, ids=lambda file: file.stem)
def test_json_written_as_yaml_in_any_style_is_exported_the_same(
    file: Path, style: dict[str, Any]
) -> None:
    text = file.read_text(encoding="utf-8")
    written = yaml.safe_dump(json.loads(text), sort_keys=False, **style)
    assert to_json_resume(read(written)) == to_json_resume(
        JsonResumeReader().read(text.encode(), "resume.json")
    )


# --- data files of themes -----------------------------------------------------------------------


def test_the_sidebar_of_a_theme_is_the_person_and_some_sections() -> None:
    resume = fixture("online-cv")
    assert [(each.network or each.kind.value, each.value) for each in resume.contacts] == [
        ("email", "marisol@ekstrom.example"),
        ("phone", "012 345 678"),
        ("website", "ekstrom.example"),
        ("linkedin", "marisol-ekstrom"),
        ("github", "mekstrom"),
    ]
    assert texts(section(resume, SectionKind.LANGUAGES).statements) == [
        "Spanish: Native",
        "Swedish: Professional",
    ]
    assert section(resume, SectionKind.INTERESTS).statements[0].text == "Raku"


def test_a_switch_of_a_theme_is_no_content() -> None:
    words = texts(section(fixture("online-cv"), SectionKind.BASICS).statements)
    assert not [text for text in words if text.startswith(("About", "Education"))]


def test_what_a_template_is_to_fill_in_and_names_of_pictures_are_no_content() -> None:
    resume = read(
        "basics: {name: Ida, url: '{{ site.url }}', icon: fa-solid fa-user, id: ida-1}\n"
        "work:\n  - {name: Lamp Co, logo: lamp.png, summary: '{% include lamp.md %}'}\n"
    )
    assert [each.text for _, _, each in resume.walk()] == ["Name: Ida", "Lamp Co"]


def test_a_section_of_a_theme_has_its_own_title_and_its_list_in_it() -> None:
    resume = fixture("online-cv")
    assert entries(resume, SectionKind.WORK) == [
        Told("Tile Works of Uppsala", "Lead Kiln Engineer", "2014 - now", None, 3),
        Told("Casa Barro, Valparaíso", "Potter", "2009-03 - 2013-12", "Valparaíso", 1),
    ]
    assert entries(resume, SectionKind.EDUCATION)[0].dates == "2006 - 2008"
    projects = section(resume, SectionKind.PROJECTS)
    assert texts(projects.statements) == ["Things I made after work."]
    assert projects.entries[0].url == "https://kilnlogger.example"


def test_lines_that_were_wrapped_in_a_literal_block_are_one() -> None:
    resume = fixture("online-cv")
    profile = section(resume, SectionKind.SUMMARY).statements
    assert texts(profile)[1] == "At home I use wood."
    job = entry(resume, "Tile Works of Uppsala")
    assert texts(job.statements) == [
        "Runs the tunnel kiln, 90 metres of it, in three shifts with a crew of fourteen people.",
        "Cut gas by a third",
        "Trained eleven apprentices",
    ]


def test_a_list_alone_is_the_section_that_its_file_is_named_after() -> None:
    resume = fixture("experience")
    assert entries(resume, SectionKind.WORK) == [
        Told("Harbour Radio Kinsale", "Sound Engineer", "2016-05 - 2019-09", None, 3),
        Told("Theatre Royal Wexford", "Sound Technician", "2013 - 2016", None, 0),
    ]


def test_a_part_that_a_theme_does_not_show_is_not_read() -> None:
    resume = fixture("hugo")
    assert resume.name is not None
    assert resume.name.text == "Beatriz Halloran"
    assert [told(each) for each in section(resume, SectionKind.WORK).entries] == [
        Told("Atlas House", "Chief Cartographer", "2018-02 - now", None, 2)
    ]
    assert [each.line for each in resume.left_out] == [16, 21]


def test_keys_of_no_schema_are_kept_and_what_they_mean_is_understood() -> None:
    resume = fixture("unknown-keys")
    assert resume.name is not None
    assert resume.name.text == "Ravi Oyelaran"
    gigs, founders = resume.of_kind(SectionKind.WORK)
    assert told(gigs.entries[0]) == Told("Clock Hospital", "Horologist", "2015-01 - now")
    assert told(founders.entries[0]) == Told(
        "Bell Founders Ltd", "Apprentice", "2011 - 2014", None, 0
    )
    assert [(each.kind.value, each.value) for each in resume.contacts] == [
        ("phone", "+44 1632 960117")
    ]
    lines = {warning.message: warning.line for warning in resume.warnings}
    assert lines["Unknown section 'motto': kept as it stands."] == 19


# --- YAML itself --------------------------------------------------------------------------------


def test_a_reference_says_the_words_where_they_are_first_said() -> None:
    resume = fixture("anchors")
    assert entries(resume, SectionKind.WORK) == [
        Told("Danube Locks Authority", "Senior Lock Keeper", "2016 - now", "Passau, Germany", 0),
        Told("Danube Locks Authority", "Lock Keeper", "2010 - 2016", "Passau, Germany", 1),
    ]
    keeper = section(resume, SectionKind.WORK).entries[1]
    assert keeper.organisation is not None
    assert keeper.organisation.span.start_line == 7
    assert keeper.organisation.span.pointer == "/work/1/name"


def test_scalars_of_every_style_are_read_as_yaml_means_them() -> None:
    resume = fixture("block-scalars")
    assert resume.name is not None
    assert resume.headline is not None
    assert (resume.name.text, resume.headline.text) == (
        'Zoë "Zip" Kwarteng',
        "Bee-keeper's bee-keeper",
    )
    job = entry(resume, "Apiary of Ayr")
    assert job.roles[0].text == "Head keeper"
    assert texts(job.statements) == [
        "plain words: with no quotes, over two lines",
        "colon: quoted",
        "A literal bullet that is as long as a window is wide and is wrapped there, and goes on",
        "with a nested one",
    ]
    assert [each.values for each in section(resume, SectionKind.SKILLS).statements] == [
        ("smoke",), ("queens, marked",), ("veils",)
    ]  # fmt: skip


def test_what_yaml_takes_for_a_boolean_is_shown_as_it_is_written() -> None:
    resume = fixture("booleans")
    assert resume.contacts[0].value == "Bergen, NO"
    job = section(resume, SectionKind.WORK).entries[0]
    assert told(job) == Told("On", "Operator", "2020 - now", None, 1)


def test_dates_and_numbers_stay_as_they_are_written() -> None:
    resume = read("work:\n  - {name: A, startDate: 2016-08-01, size: 0x1F, score: 1_000.50}\n")
    job = entry(resume, "A")
    assert job.dates is not None
    assert job.dates.start == PartialDate(2016, 8, 1)
    assert texts(job.statements) == ["Size: 0x1F", "Score: 1_000.50"]


def test_an_empty_second_document_is_nothing() -> None:
    assert read("---\nwork:\n  - {name: A}\n---\n").sections[0].entries[0].name == "A"


def test_comments_are_nobodys_to_read() -> None:
    resume = fixture("rendercv")
    assert "landlord" not in resume.source.text
    assert len(resume.source.text) == len((FOLDER / "rendercv.yaml").read_text(encoding="utf-8"))


def test_no_tag_is_constructed() -> None:
    resume = read("basics: {name: Ida}\nwork: !!python/object/apply:os.system\n  - touch owned\n")
    assert texts(resume.sections[1].statements) == ["touch owned"]


# --- what is no resume, or hostile --------------------------------------------------------------

LAUGHS = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)

REFUSED = {
    "billion laughs": (LAUGHS, "line 5 repeats more by its references"),
    "a long text, many times": (
        f"a: &a {'x' * 100_000}\nwork:\n" + "- *a\n" * 5000, "repeats more by its references",
    ),
    "a reference to itself": ("work: &w [*w]\n", "line 1 refers to 'w'"),
    "a reference to nothing": ("work:\n- *none\n", "line 2 refers to 'none'"),
    "nested brackets": ("work: " + "[" * 100_000, "line 1 nests too deeply"),
    "nested braces": ("work: " + "{a: " * 100_000, "line 1 nests too deeply"),
    "nested dashes": ("work:\n" + "- " * 50_000, "line 2 nests too deeply"),
    "nested lines": ("".join(" " * n + "a:\n" for n in range(200)), "nests too deeply"),
    "too long": ("work:\n" + "- name: Acme\n" * 50_000, "has more than 500,000 characters"),
    "too many values": ("work: [" + "a," * 100_000 + "]", "line 1 is beyond 30,000 values"),
    "a duplicate key": ("work: [a]\nskills: [b]\nwork: [c]\n", "line 3 has the key 'work' again"),
    "a tab": ("work:\n\t- a\n", "line 2, column 1 is not valid YAML: a tab stands where"),
    "several documents": ("work: [a]\n---\nwork: [b]\n", "line 2 begins a second document"),
    "a bell": ("work:\n- a\x07\n", r"line 2 holds the character U\+0007"),
    "a key that is a list": ("? [a]\n: b\nwork: [c]\n", "line 1 has a key that is no plain words"),
    "a merge of words": ("work: [a]\n<<: words\n", "line 2 merges what is no object"),
    "an escape of nothing": ('work: ["\\UFFFFFFFF"]\n', "does not exist"),
    "a version of nothing": (f"%YAML {'9' * 5000}.1\n---\nwork: [a]\n", "does not exist"),
    "a bracket that is not closed": ("work: [a\n", "line 2, column 1 is not valid YAML"),
    "words": ("I am no resume\n", "is YAML but no resume"),
    "a file of services": ("services:\n  web: {image: x}\n", "is YAML but no resume"),
    "a file of jobs": (
        "name: CI\njobs:\n  build:\n    steps:\n      - uses: x\n", "is YAML but no resume",
    ),
    "a description of an interface": (
        "openapi: 3.0.0\ninfo: {title: API, version: 1}\npaths: {}\n", "is YAML but no resume",
    ),
    "a list of anything": ("- name: a\n- name: b\n", "is YAML but no resume"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_resume_is_refused_in_one_clear_line(what: str) -> None:
    text, why = REFUSED[what]
    with pytest.raises(ResumeFileError, match=why) as raised:
        read(text, "cv.yaml")
    message = str(raised.value)
    assert message.startswith("cv.yaml")
    assert "\n" not in message
    assert len(message) < 250


SLOW = {
    "one name of brackets": "work:\n- name: '" + "[" * 400_000 + "'\n",
    "one name of links": "work:\n- name: '" + "[a](http://b)" * 30_000 + "'\n",
    "one line of dates": "awards:\n- '" + "2019, " * 70_000 + "'\n",
    "one date of dates": "work:\n- {name: a, date: '" + "2019 - " * 60_000 + "'}\n",
    "one line of code and tags": "work:\n- summary: '" + "`a<p>" * 80_000 + "'\n",
    "lines, each wrapped": "work:\n- summary: |\n" + ("    " + "word " * 16 + "\n") * 5_500,
    "lines, each broken": 'work:\n- name: "' + "a\\\n " * 110_000 + '"\n',
    "bullets in a folded line": "work:\n- summary: a\n" + "    - b\n" * 50_000,
    "comments": "work: [a]\n" + "# x\n" * 120_000,
}


@pytest.mark.parametrize("what", SLOW)
def test_a_hostile_file_is_read_in_time(what: str) -> None:
    started = time.process_time()
    read(SLOW[what])
    # A second or two; what takes the square of its length takes minutes.
    assert time.process_time() - started < 40


def test_text_that_is_not_utf_8_is_told_with_its_line() -> None:
    with pytest.raises(ResumeFileError, match=r"cv\.yaml, line 2 is not UTF-8 text"):
        YamlResumeReader().read("cv:\n  name: Zoë\n".encode("latin-1"), "cv.yaml")
