"""Pages and data that people lay out by their own lights."""

from __future__ import annotations

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import ContactKind, Entry, Resume, SectionKind


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def data(text: str) -> Resume:
    return YamlResumeReader().read(text.encode(), "cv.yaml")


def entries(resume: Resume, kind: SectionKind) -> list[Entry]:
    return [entry for section in resume.of_kind(kind) for entry in section.entries]


def told(entry: Entry) -> tuple[str, str, str, str]:
    """Role, employer or school, place, and when."""
    dates = entry.dates
    ends = (dates.start, dates.end) if dates else ()
    return (
        ", ".join(role.text for role in entry.roles),
        entry.organisation.text if entry.organisation else "",
        entry.location.text if entry.location else "",
        " - ".join(describe(day) if day else "now" for day in ends),
    )


QUOTED = """# Ruta Kalnins

## Experience

### Harbour Lights - Stage Electrician
> Riga, Latvia
> March 2019 - Current

Rigs and focuses 200 lamps.

### Old Mill Theatre - Lighting & Sound
> Tartu, Estonia
> May 2015 - February 2019

- Toured with two shows.

## What they say

### Director, Old Mill

> She never missed a cue,
> and never raised her voice.
"""


def test_a_quote_below_a_heading_that_says_when_is_the_entry_s_own() -> None:
    jobs = entries(page(QUOTED), SectionKind.WORK)
    assert [told(job) for job in jobs] == [
        ("Stage Electrician", "Harbour Lights", "Riga, Latvia", "2019-03 - now"),
        ("Lighting & Sound", "Old Mill Theatre", "Tartu, Estonia", "2015-05 - 2019-02"),
    ]
    assert [[each.text for each in job.statements] for job in jobs] == [
        ["Rigs and focuses 200 lamps."],
        ["Toured with two shows."],
    ]


def test_words_of_a_link_that_end_a_sentence_name_nobody() -> None:
    resume = page(
        "For work, send me a request or a message through my\n"
        "[Fiddlers Exchange](https://fiddlers.example/ruta).\n\n## Skills\n\n- Fiddle\n"
    )
    assert resume.name is None


QUARTERS = """# Wiremu Dunne

## Experience

### Workshop Foreman, Harata Motors
Mt. Eden, Auckland, March 2016 - present

- Runs a workshop of six.

### Mechanic, Tui Farms
Te Puke, 2012 - 2016

- Mended tractors.

## Volunteering

**Coach**, Rata Rowers
Point Chevalier, Auckland, 2010 - 2012
"""


def test_a_place_beside_the_dates_keeps_the_quarter_of_its_town() -> None:
    resume = page(QUARTERS)
    assert [told(job)[1:3] for job in entries(resume, SectionKind.WORK)] == [
        ("Harata Motors", "Mt. Eden, Auckland"),
        ("Tui Farms", "Te Puke"),
    ]
    assert [told(post) for post in entries(resume, SectionKind.VOLUNTEER)] == [
        ("Coach", "Rata Rowers", "Point Chevalier, Auckland", "2010 - 2012"),
    ]


MIXED = """# Tobias Renn

## Relevant Work and Academic History

**Laboratory Technician**, Nordlys Analyse, Bergen
2018 - 2021

- Ran the mass spectrometer.

**BSc in Chemistry**, University of Stavanger
2014 - 2017

- Thesis on kelp.

**Shop Assistant**, Kiwi Torget, Bergen
2013 - 2014

## Teaching and Research Experience

### Lab Demonstrator, University of Stavanger
2016 - 2017
"""


def test_a_section_of_work_and_studies_is_parted_by_what_each_entry_is() -> None:
    resume = page(MIXED)
    assert [told(job)[:2] for job in entries(resume, SectionKind.WORK)] == [
        ("Laboratory Technician", "Nordlys Analyse"),
        ("Shop Assistant", "Kiwi Torget"),
        ("Lab Demonstrator", "University of Stavanger"),
    ]
    (study,) = entries(resume, SectionKind.EDUCATION)
    assert told(study)[:2] == ("BSc in Chemistry", "University of Stavanger")
    assert [each.text for each in study.statements] == ["Thesis on kelp."]


STUDIES = """# Ayo Bello

## Education

**LAKESIDE UNIVERSITY OF TECHNOLOGY**

Bachelor's degree, Computer Engineering

Sep 2021 - Aug 2025

**Riverside Welding School**
Jos, Nigeria
*Pipe and Plate Program*
2018 - 2019
"""


def test_below_a_school_a_degree_and_its_dates_are_of_that_school() -> None:
    first, second = entries(page(STUDIES), SectionKind.EDUCATION)
    assert told(first)[:2] == ("Bachelor's degree", "LAKESIDE UNIVERSITY OF TECHNOLOGY")
    assert told(first)[3] == "2021-09 - 2025-08"
    assert told(second)[1:] == ("Riverside Welding School", "Jos, Nigeria", "2018 - 2019")


PLACED = """
name: {first: Ilse, last: Brandt}
email: ilse@brandt.example
positions:
  - place: Nordsee Werft
    location: Husum, Germany
    title: Welder
    dates: 2019 -- Present
current_position:
  - place: Elbe Dock
    title: Foreman
    dates: 2023 -- Present
"""


def test_a_place_that_has_a_location_of_its_own_is_the_employer() -> None:
    first, second = entries(data(PLACED), SectionKind.WORK)
    assert told(first) == ("Welder", "Nordsee Werft", "Husum, Germany", "2019 - now")
    assert told(second)[:2] == ("Foreman", "Elbe Dock")


LISTS = """# Odile Marchand

- Email: odile@marchand.example
- Languages:
  - Breton - native
  - English - intermediate
- Permission to work: EU

## Experience :office:

### Baker, Sunrise Ltd :link:
2010 - 2014

## Training

Diploma of Nursing, Lakeside Polytechnic
Certificate in Wound Care, Hillside College

## Skills

| Beginner | Very good | Expert |
|---|---|---|
| Kneading | Lamination | Sourdough |
| Tempering |  | Rye |
"""


def test_a_list_below_a_bullet_about_the_person_is_a_section() -> None:
    (spoken,) = page(LISTS).of_kind(SectionKind.LANGUAGES)
    assert [each.text for each in spoken.statements] == [
        "Breton - native",
        "English - intermediate",
    ]
    about = [each.text for section in page(LISTS).sections[:3] for each in section.statements]
    assert "Permission to work: EU" in about


def test_a_picture_written_as_a_word_is_no_part_of_a_name() -> None:
    (job,) = entries(page(LISTS), SectionKind.WORK)
    assert told(job)[:2] == ("Baker", "Sunrise Ltd")


def test_short_lines_that_each_name_a_diploma_are_one_each() -> None:
    given = entries(page(LISTS), SectionKind.CERTIFICATES)
    assert [
        (one.title.text, one.organisation.text) for one in given if one.title and one.organisation
    ] == [
        ("Diploma of Nursing", "Lakeside Polytechnic"),
        ("Certificate in Wound Care", "Hillside College"),
    ]


def test_levels_in_the_head_of_a_table_are_those_of_the_skills_below() -> None:
    columns = entries(page(LISTS), SectionKind.SKILLS)
    assert [(one.name, [each.text for each in one.statements]) for one in columns] == [
        ("Beginner", ["Kneading", "Tempering"]),
        ("Very good", ["Lamination"]),
        ("Expert", ["Sourdough", "Rye"]),
    ]


BOXES = """<div class="bar"><hr><span>Education</span><hr></div>
<div class="line">
    <span>MSc in Statistics,&nbsp&nbsp </span>
    <span>Lakeside University</span>
    <span>2020 – 2022</span>
</div>

<div class="bar"><hr><span>Work Experience</span><hr></div>
<div class="line">
    <span>Statistical Consultant</span>
    <span>Tarn &amp; Co</span>
    <span>2022 – 2024</span>
</div>
<p>Advised doctors on their studies.</p>
"""


def test_names_of_sections_on_lines_of_their_own_are_headings_where_nothing_else_is() -> None:
    resume = page(BOXES)
    (study,) = entries(resume, SectionKind.EDUCATION)
    (job,) = entries(resume, SectionKind.WORK)
    assert told(study) == ("MSc in Statistics", "Lakeside University", "", "2020 - 2022")
    assert told(job) == ("Statistical Consultant", "Tarn & Co", "", "2022 - 2024")
    assert resume.name is None


def test_a_plain_name_of_a_section_is_none_beside_headings() -> None:
    resume = page("# Ida Faro\n\n## Work\n\nEducation\n\nSkills\n\n- Carved oak.\n")
    assert [section.kind for section in resume.sections][1:] == [SectionKind.WORK]


def test_a_number_in_an_address_is_no_telephone_s() -> None:
    contacts = page("# Ida Faro\n\nwww.facebook.com/profile.php?id=100009620767\n").contacts
    assert [one.kind for one in contacts] == [ContactKind.PROFILE]


PARTS = """
firstName: Ilze
lastName: Ozola
email: ilze@ozola.example
webLinks:
  - name: LinkedIn
    url: https://www.linkedin.com/in/ilze-ozola/
educationList:
  - institution: Daugava College
    description: B.A. in Stage Design
    period: 2011-2014
  - institution: Night School
    description: Drawing from life, and a diploma that I never went to fetch from them at all.
    period: 2010
certifications:
  - name: Working at Height
    from:
      name: Riggers' Guild
      link: https://riggers.example
    date: September 2020
"""


def test_the_parts_of_a_name_at_the_root_are_the_name() -> None:
    resume = data(PARTS)
    assert resume.name is not None
    assert resume.name.text == "Ilze Ozola"
    given = resume.source.text[resume.name.span.start : resume.name.span.end]
    assert given.startswith("firstName") and given.endswith("Ozola")


def test_a_list_of_addresses_on_networks_is_of_profiles_whatever_its_key() -> None:
    contacts = data(PARTS).contacts
    assert [(one.kind, one.network) for one in contacts] == [
        (ContactKind.EMAIL, None),
        (ContactKind.PROFILE, "linkedin"),
    ]


def test_a_degree_that_only_describes_a_school_is_the_degree() -> None:
    studies = entries(data(PARTS), SectionKind.EDUCATION)
    assert [told(study)[:2] for study in studies] == [
        ("B.A. in Stage Design", "Daugava College"),
        ("", "Night School"),
    ]


def test_from_names_who_gave_a_certificate() -> None:
    (course,) = entries(data(PARTS), SectionKind.CERTIFICATES)
    assert course.organisation is not None
    assert course.organisation.text == "Riggers' Guild"


OWN_KEYS = """
contact:
  name: Joan Bly
  phone_number: 555-555-5555
  website: {name: bly.example, url: "http://www.bly.example"}
  github: {name: jbly, url: "https://github.com/jbly"}
educations:
  - schoolName: Lakeside College
    degree: A.A.S. in Welding
    graduation: "2012"
skillGroups:
  - category: Pipe work
    items: [TIG, Orbital]
work:
  - company: Bros Inc.
    title: Pipe Welder
    years: 2012-2014
    descriptionPoints: [Welded pipes., Trained two.]
"""


def test_keys_that_people_make_up_from_known_words_are_understood() -> None:
    resume = data(OWN_KEYS)
    assert [(one.kind, one.value, one.url) for one in resume.contacts] == [
        (ContactKind.PHONE, "555-555-5555", None),
        (ContactKind.WEBSITE, "bly.example", "http://www.bly.example"),
        (ContactKind.PROFILE, "jbly", "https://github.com/jbly"),
    ]
    (study,) = entries(resume, SectionKind.EDUCATION)
    assert told(study) == ("A.A.S. in Welding", "Lakeside College", "", "2012 - 2012")
    (job,) = entries(resume, SectionKind.WORK)
    assert [each.text for each in job.statements] == ["Welded pipes.", "Trained two."]
    (skills,) = resume.of_kind(SectionKind.SKILLS)
    assert [(each.label, each.values) for each in skills.statements] == [
        ("Pipe work", ("TIG", "Orbital"))
    ]
