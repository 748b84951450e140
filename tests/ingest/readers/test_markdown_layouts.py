"""Layouts that public resumes have, beyond those that the other modules are about."""

from __future__ import annotations

from fixture_resumes import Told, fixture, jobs, kinds, section, told

from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import SectionKind


def test_sections_and_entries_may_have_headings_of_one_level() -> None:
    resume = fixture("headings-of-one-level")
    assert kinds(resume) == [
        ("basics", ""),
        ("education", "Education"),
        ("work", "Work Experience"),
        ("other", "Guilds & Societies"),
        ("skills", "Skills"),
    ]
    (degree,) = section(resume, SectionKind.EDUCATION).entries
    assert told(degree)[:3] == ("University of Burgos", "BSc Food Science", "2027-06")
    assert degree.dates is not None
    assert degree.dates.expected
    assert jobs("headings-of-one-level") == [
        Told("Panadería La Espiga", "Apprentice", "2021-03 - 2022-05"),
        Told("Green Pear", "Employee", "2022-06 - now"),
    ]
    (guild,) = section(resume, SectionKind.OTHER).entries
    assert guild.name == "Guild of Bakers"


def test_a_name_in_a_heading_may_be_long_and_the_line_below_says_what_they_are() -> None:
    resume = fixture("headings-of-one-level")
    assert resume.name is not None
    assert resume.headline is not None
    assert resume.name.text == "María del Pilar de la Vega Prieto"
    assert resume.headline.text == "Baker, Confectioner"


def test_what_an_entry_lacks_may_stand_under_a_label() -> None:
    first, second = section(fixture("facts-under-labels"), SectionKind.WORK).entries
    assert told(first)[:4] == (
        "Glacier Guides and Valley Tours", "Deck Officer", "2011-03 - 2013-10", "Head Bay, BC",
    )  # fmt: skip
    assert told(second)[:4] == (
        "Whale Watch of the Inner Harbour and Sound", "Boat Guide", "2004-02 - 2008-07",
        "Head Bay, BC",
    )  # fmt: skip
    assert [child.name for child in first.children] == ["What I did there"]


def test_dates_may_open_a_long_line_with_the_role_in_bold() -> None:
    assert jobs("dates-before-a-long-line") == [
        Told(
            "Baltic University of Ships and Sails",
            "Curator and Diving Instructor in Maritime Archaeology",
            "2015-05 - now",
        ),
        Told("University of Kiel", "University Intern", "2013-06 - 2014-03"),
    ]


def test_positions_are_understood_in_a_section_of_an_unknown_name() -> None:
    entries = section(fixture("positions-in-a-section-of-its-own-name"), SectionKind.OTHER).entries
    assert [(entry.name, told(entry)[1], told(entry)[2]) for entry in entries] == [
        ("Society for Old Harbours", "Treasurer", "2014 - now"),
        ("Harbour Youth Club", "Instructor", "2011 - 2012"),
    ]


def test_bullets_under_an_employer_that_is_a_bullet_are_its_roles() -> None:
    assert jobs("employer-bullet-with-roles-in-it") == [
        Told("Harbour Law Group, LLP", "Court Clerk", "2020-03 - now", "Denver, CO"),
        Told("Court of the Inner Sound", "Assistant", "2016-02 - 2017-11"),
    ]


def test_prose_may_be_glued_to_the_line_that_names_the_entry() -> None:
    assert jobs("prose-glued-to-the-line-that-names") == [
        Told("University of Brest", "Research Assistant", "2017-07 - 2017-08", "France"),
        Told("Bank of Brest", "Intern", "2017-09", "France", 0),
    ]


def test_a_school_may_stand_above_its_degree_in_the_same_paragraph() -> None:
    entries = section(fixture("school-with-degree-below"), SectionKind.EDUCATION).entries
    assert [told(entry)[:3] for entry in entries] == [
        ("University of Western Brittany", "MPhil Candidate", "2012 - now"),
        ("University of Nantes", "Bachelor of Science", "2007 - 2011"),
    ]
    assert entries[1].area is not None
    assert entries[1].area.text == "Soil and Water"


def test_labels_of_one_look_stand_beside_one_another() -> None:
    entries = section(fixture("labels-in-bold-italics"), SectionKind.OTHER).entries
    assert [entry.name for entry in entries] == ["Boats", "Clubs", "Prizes"]


def test_a_table_of_contents_names_nobody() -> None:
    resume = fixture("contents-first")
    assert resume.name is None
    assert kinds(resume) == [("basics", ""), ("education", "Education")]


def test_publications_may_be_cited_with_their_authors_first() -> None:
    entries = section(fixture("publications-cited"), SectionKind.PUBLICATIONS).entries
    assert [(entry.name, told(entry)[2]) for entry in entries] == [
        ("Slow tides and quick boats", "2017-02"),
        ("What a harbour is good for", "2015-06-03"),
        ("Counting gulls at low water", "2016"),
        ("Salt in ropes", "2014"),
        ("Knots I have known", "2011"),
    ]
    assert told(entries[0])[0] == "Annals of Tides"


def test_a_line_that_begins_with_dates_may_end_in_an_abbreviated_state() -> None:
    assert jobs("dates-before-line-that-ends-in-a-state") == [
        Told(
            "Larkspur Research Group",
            "Records & Process Manager, Business Operations",
            "2018 - now",
            "Dover, DE",
            2,
        ),
        Told(
            "Halyard Insurance",
            "Senior Claims Analyst, Claims Operations",
            "2011 - 2013",
            "Essex, CT",
        ),
    ]


def test_a_bullet_above_dated_roles_is_their_employer_whatever_its_name() -> None:
    found = section(fixture("employer-bullet-of-unknown-name"), SectionKind.WORK)
    schools, hollowell = found.entries
    assert schools.name == "Northmoor Town Schools"
    assert [child.name for child in schools.children] == ["Chemistry Teacher", "Science Teacher"]
    assert [told(child).dates for child in schools.children] == ["2016 - now", "2013 - 2016"]
    assert hollowell.organisation is not None and hollowell.organisation.text == "Hollowell"


def test_bullets_that_are_mostly_dated_titles_are_entries_under_their_heading() -> None:
    found = section(fixture("dated-lists-under-headings"), SectionKind.WORK)
    orchestras, studio = found.entries
    assert [told(child).dates for child in orchestras.children] == [
        "2018 - 2020",
        "2012",
        "2010 - 2011",
    ]
    assert not studio.children and len(studio.statements) == 2


def test_a_labelled_line_under_a_degree_is_no_other_degree() -> None:
    found = section(fixture("thesis-under-the-degree"), SectionKind.EDUCATION)
    assert [(entry.roles[0].text, told(entry).dates) for entry in found.entries] == [
        ("PhD Candidate", "2022 - now"),
        ("MSc", "2020 - 2022"),
        ("M.T. in Elementary Education", "2015 - 2020"),
    ]
    assert [len(entry.statements) for entry in found.entries] == [1, 1, 0]


def test_a_heading_beside_that_of_the_skills_is_none_of_them() -> None:
    resume = fixture("skills-beside-jobs")
    assert kinds(resume)[1:] == [
        ("work", "Experience"),
        ("skills", "Skill Set"),
        ("work", ""),
        ("education", "Education"),
    ]
    assert [told(entry) for entry in resume.sections[3].entries] == [
        Told("Larkmoor", "Backend Engineer", "2016-02 - 2019-01"),
        Told("Tessel Ltd", "Junior Developer", "2013-02 - 2016-01"),
    ]


def test_roles_in_headings_above_dated_employers_make_one_section_even_in_boxes() -> None:
    assert jobs("roles-in-boxes") == [
        Told("Larkmoor Ltd", "Backend Engineer", "2016 - 2019", statements=2),
        Told("Tessel Ltd", "Junior Developer", "2013 - 2016"),
        Told("Ostrava Mills", "Trainee", "2012"),
    ]


def test_words_set_at_the_right_edge_are_no_more_of_the_name_before_them() -> None:
    page = """# Una Kettlewell

## Work

### Skarvik <span style="float: right">Lilleøy</span>
*Rope engineer* <span class="pull-right">Apr 2021 – present</span>

- 40 nets a winter

### Hollin Weir <span style="float: right">Ternsay</span>
*Rope engineer* <span class="pull-right">May 2015 – Mar 2021</span>

- Locks
"""
    (work,) = MarkdownReader().read(page.encode(), "resume.md").of_kind(SectionKind.WORK)
    told = [(one.organisation, one.location) for one in work.entries]
    assert [(who and who.text, where and where.text) for who, where in told] == [
        ("Skarvik", "Lilleøy"),
        ("Hollin Weir", "Ternsay"),
    ]
