"""Employers, roles and sections, in whatever way the page sets them apart."""

from __future__ import annotations

from fixture_resumes import Told, fixture, jobs, kinds, section, texts, told

from ingest.resume import SectionKind


def test_an_employer_is_a_heading() -> None:
    assert jobs("employer-heading") == [
        Told("Stahlbau Inntal GmbH", "Welder", "2011 - 2016", "Innsbruck"),
        Told("Brenner Tunnel Authority", "Foreman", "2017-03 - now"),
    ]


def test_an_employer_is_a_bold_line() -> None:
    assert jobs("employer-bold-line") == [
        Told("Lagoon Hospitals", "Theatre Nurse", "2012 - 2015", "Lagos"),
        Told("St Vincent Infirmary", "Charge Nurse", "2015 - 2020", "Dublin"),
    ]


def test_an_employer_is_a_plain_paragraph() -> None:
    assert jobs("employer-plain-paragraph") == [
        Told("Hafen Logistik AG", "Warehouse Clerk", "1998 - 2004", "Basel"),
        Told("Rhine Cargo Ltd", "Dispatcher", "2004 - 2011", "Rotterdam"),
    ]


def test_an_employer_is_a_definition_term() -> None:
    assert jobs("employer-definition-term") == [
        Told("Dakar Fish Market", "Cold Store Manager", "2008 - 2012", statements=2),
        Told("Senegal Foods Ltd", "Plant Manager", "2012 - 2019"),
    ]


def test_an_employer_that_is_only_bold_inside_another_is_an_entry_of_its_own() -> None:
    resume = fixture("employer-bold-inside-another")
    registan, metro, textiles = section(resume, SectionKind.WORK).entries
    assert told(registan) == Told(
        "Registan Software", "Backend Developer", "2016 - 2020", "Samarkand"
    )
    assert told(metro) == Told("Tashkent Metro", "Signal Technician", "2013 - 2016")
    assert [each.text for each in metro.statements] == ["Mended relays"]
    assert told(textiles) == Told("Bukhara Textiles Ltd", "Loom Operator", "2010 - 2013")


def test_roles_without_dates_are_entries_inside_their_dated_employer() -> None:
    (hospital,) = section(fixture("roles-without-dates"), SectionKind.WORK).entries
    assert told(hospital) == Told("Enugu Teaching Hospital", "", "2008 - 2019", "Enugu", 0)
    assert [told(role) for role in hospital.children] == [
        Told(None, "Senior Radiographer", ""),
        Told(None, "Radiographer", ""),
    ]


def test_heading_levels_may_jump() -> None:
    resume = fixture("levels-jump")
    assert kinds(resume) == [("basics", ""), ("work", "Experience"), ("education", "Education")]
    (job,) = section(resume, SectionKind.WORK).entries
    assert told(job) == Told("Galway Theatre Company", "Stage Manager", "2001 - 2006")
    assert [(child.name, len(child.statements)) for child in job.children] == [("Tools", 1)]
    (degree,) = section(resume, SectionKind.EDUCATION).entries
    assert told(degree) == Told("University of Limerick", "BA Drama", "2000", statements=0)
    assert degree.area is not None
    assert degree.area.text == "Drama"


def test_a_section_nested_under_the_wrong_parent_is_a_section() -> None:
    resume = fixture("nested-under-wrong-parent")
    assert kinds(resume) == [
        ("basics", ""),
        ("education", "Education"),
        ("projects", "Personal projects"),
        ("skills", "Skills"),
    ]
    (degree,) = section(resume, SectionKind.EDUCATION).entries
    assert [each.text for each in degree.statements] == ["Graduated with honours"]
    projects = section(resume, SectionKind.PROJECTS).entries
    assert [project.name for project in projects] == ["Falaj", "Dhow"]


def test_bold_capitals_are_section_headings_where_the_page_has_no_others() -> None:
    resume = fixture("sections-in-bold-capitals")
    assert kinds(resume) == [
        ("basics", ""),
        ("summary", "PROFESSIONAL SUMMARY"),
        ("work", "WORK EXPERIENCE"),
        ("education", "EDUCATION"),
        ("skills", "SKILLS"),
    ]
    assert texts(resume, SectionKind.SUMMARY) == ["I mend water pumps."]
    assert jobs("sections-in-bold-capitals") == [
        Told("Gulu Water Works", "Pump Mechanic", "2009 - 2014")
    ]


def test_bold_capitals_are_section_headings_beside_others() -> None:
    resume = fixture("sections-in-capitals-under-other-headings")
    assert kinds(resume) == [
        ("basics", ""),
        ("work", "Work Experience"),
        ("education", "EDUCATION"),
        ("skills", "SKILLS"),
        ("languages", "LANGUAGES"),
    ]
    (job,) = section(resume, SectionKind.WORK).entries
    assert job.children == ()
    (degree,) = section(resume, SectionKind.EDUCATION).entries
    assert told(degree) == Told(
        "Kampala Technical Institute", "Diploma in Plumbing", "2008", statements=0
    )


def test_lines_that_end_with_a_colon_are_section_headings_where_the_page_has_no_others() -> None:
    resume = fixture("sections-as-labels")
    assert kinds(resume) == [
        ("basics", ""),
        ("work", "Experience:"),
        ("education", "Education:"),
        ("skills", "Skills:"),
    ]
    assert jobs("sections-as-labels") == [Told("Gulu Water Works", "Pump Mechanic", "2009 - 2014")]


def test_bold_labels_before_their_text_are_section_headings_where_the_page_has_no_others() -> None:
    resume = fixture("sections-as-bold-labels")
    assert kinds(resume) == [
        ("basics", ""),
        ("work", "Now:"),
        ("work", "Before:"),
        ("education", "College:"),
        ("other", "Best day:"),
        ("languages", "Speaks:"),
    ]
    found = [told(entry) for part in resume.of_kind(SectionKind.WORK) for entry in part.entries]
    assert found == [
        Told("Alder & Sons", "Trainee joiner", "2023-09 - now", statements=2),
        Told("Menai Ironmongers Ltd", "Shop assistant", "2021 - 2023"),
    ]
    (degree,) = section(resume, SectionKind.EDUCATION).entries
    assert told(degree) == Told("Bangor College", "Level 2 Diploma in Carpentry", "2022 - 2024")
    assert [each.value for each in resume.contacts] == ["07700 900117", "gethin@vaughan.example"]


def test_where_capitals_are_the_pages_way_any_words_in_capitals_are_a_section_heading() -> None:
    resume = fixture("sections-in-capitals-of-any-name")
    assert kinds(resume) == [
        ("basics", ""),
        ("work", "WORK"),
        ("other", "PROCESSES"),
        ("education", "SCHOOL"),
        ("other", "ODDS AND ENDS"),
    ]
    assert jobs("sections-in-capitals-of-any-name") == [
        Told("Slipway of Oban Ltd", "Boat builder", "2012 - 2019")
    ]


def test_bold_labels_inside_jobs_are_no_sections() -> None:
    resume = fixture("labels-that-are-no-sections")
    assert kinds(resume) == [
        ("basics", ""),
        ("work", "Work Experience"),
        ("education", "Education"),
    ]
    kobe, osaka = section(resume, SectionKind.WORK).entries
    assert [child.name for child in kobe.children] == ["Projects", "ACHIEVEMENTS"]
    assert [child.name for child in osaka.children] == ["ACHIEVEMENTS"]


def test_an_entry_whose_name_ends_like_a_section_is_none() -> None:
    assert kinds(fixture("date-forms")) == [("basics", ""), ("work", "Experience")]
