"""Data files whose keys no schema knows: the values tell what names an entry."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.durations import describe
from ingest.readers.tree.yaml_reader import YamlResumeReader
from ingest.resume import DateRange, Entry, Resume, SectionKind

NAME = "name: Una Kettlewell\nskills: [Rope]\n"


def read(text: str) -> Resume:
    return YamlResumeReader().read((NAME + text).encode(), "resume.yaml")


def facts(entry: Entry) -> tuple[str, str, str]:
    """As what, or else the title; with whom; where."""
    role = "; ".join(role.text for role in entry.roles)
    return (
        role or (entry.title.text if entry.title else ""),
        entry.organisation.text if entry.organisation else "",
        entry.location.text if entry.location else "",
    )


def told(text: str, kind: SectionKind) -> list[tuple[str, str, str]]:
    return [facts(entry) for section in read(text).of_kind(kind) for entry in section.entries]


def test_positions_and_names_tell_jobs_under_any_heading() -> None:
    text = """berths:
  - {yard: Humber Rope Walk, as: Splicer, when: 2019 - now, did: [Spliced nine cables]}
  - {yard: Goole Seed Commons, as: Boat builder, when: 2016 - 2019, did: [Built two, Sold one]}
"""
    assert told(text, SectionKind.WORK) == [
        ("Splicer", "Humber Rope Walk", ""),
        ("Boat builder", "Goole Seed Commons", ""),
    ]
    assert not read(text).warnings[1:]


def test_degrees_tell_studies_and_a_place_is_no_school() -> None:
    text = """learnt:
  - {what: MA Rope Science, where: University of Hull, when: 2012, remark: by night}
  - {what: BSc Botany, where: "Tide Works, France", when: 2010}
  - {what: Course in knots, where: Copenhagen, when: 2008}
"""
    assert told(text, SectionKind.EDUCATION) == [
        ("MA Rope Science", "University of Hull", ""),
        ("BSc Botany", "Tide Works, France", "France"),
        ("Course in knots", "", "Copenhagen"),
    ]


def test_what_is_known_to_be_an_award_or_deed_goes_by_what_it_was() -> None:
    awards = "money:\n  - {grant: Tidal seed grant, amount: 900 pounds, year: 2021}\n"
    assert told(awards, SectionKind.AWARDS) == [("Tidal seed grant", "", "")]
    deeds = "volunteering:\n  - {time: 2014 - 2019, what: Story hour in the library}\n"
    assert told(deeds, SectionKind.VOLUNTEER) == [("Story hour in the library", "", "")]


def test_a_post_in_a_club_and_a_service_are_no_job_and_no_degree() -> None:
    club = "rest:\n  - {role: Treasurer, body_of: Hull Glee Club, year: 2020}\n"
    assert told(club, SectionKind.WORK) == []
    service = (
        "army:\n  - {role: Land and diplomatic service, unit: State Corps, period: 2003 - 2014}\n"
    )
    assert told(service, SectionKind.EDUCATION) == []


def test_town_and_place_beside_a_position_are_where_and_with_whom() -> None:
    text = "kitchens:\n  - {place: Bar Kelp, town: Grimsby, role: Cook, when: 2012 - 2015}\n"
    assert told(text, SectionKind.WORK) == [("Cook", "Bar Kelp", "Grimsby")]


def test_the_key_of_a_section_tells_more_than_a_title_that_is_near_to_another_kind() -> None:
    text = """projects:
  title: Side work
  assignments:
    - {title: Knot Atlas, tagline: Sixty knots in one app}
interests:
  title: Outside school
  info: [Rowing, Kites]
"""
    resume = read(text)
    assert [facts(entry) for entry in resume.of_kind(SectionKind.PROJECTS)[0].entries] == [
        ("Knot Atlas", "", "")
    ]
    assert len(resume.of_kind(SectionKind.INTERESTS)) == 1
    posts = "projects:\n  title: Side work\n  assignments:\n    - {title: 'Mentor, Harbour Club'}\n"
    assert told(posts, SectionKind.WORK) == [("Mentor, Harbour Club", "", "")]


def test_what_lies_out_of_school_is_no_education() -> None:
    assert not read("out_of_school: [Keeps four hives, Rows]\n").of_kind(SectionKind.EDUCATION)


def test_a_freelancer_whose_employer_is_a_place_has_none() -> None:
    text = """work:
  - {position: Freelance rigger, company: Lyon (and wherever it storms), years: 2016 - 2019}
  - {position: Rigger, company: Lyon, years: 2012 - 2016}
"""
    assert told(text, SectionKind.WORK) == [
        ("Freelance rigger", "", "Lyon (and wherever it storms)"),
        ("Rigger", "Lyon", ""),
    ]


def test_groups_of_short_terms_are_skills_under_any_heading() -> None:
    text = "hands:\n  data: [Splicing, Whipping]\n  desk: [Tide marks, Film]\n"
    hands = [s for s in read(text).of_kind(SectionKind.SKILLS) if s.heading]
    assert [(one.label, one.values) for one in hands[0].statements] == [
        ("data", ("Splicing", "Whipping")),
        ("desk", ("Tide marks", "Film")),
    ]
    told_at_length = "spare:\n  boats: [I row each Sunday with the club of the old harbour]\n"
    long = f"{told_at_length}  hens: [Three]\n"
    assert read(long).of_kind(SectionKind.OTHER)


def dates(text: str, kind: SectionKind) -> list[str | None]:
    found = [entry.dates for section in read(text).of_kind(kind) for entry in section.entries]
    return [None if one is None else " ".join(_days(one)) for one in found]


def _days(dates: DateRange) -> Iterator[str]:
    for day in (dates.start, dates.end):
        yield "now" if day is None else describe(day)


def test_a_range_dates_an_entry_under_any_key() -> None:
    text = """volunteering:
  - {role: Treasurer, club: Hull Glee Club, stint: 2014 - 2017}
  - {role: Cox, club: Hull Rowers, stint: May 2018 -}
  - {role: Cook, club: Hull Soup, seen: 2011, room: 2014 of 2017}
"""
    assert dates(text, SectionKind.VOLUNTEER) == ["2014 2017", "2018-05 now", None]
    degree = "education: [{degree: BSc Botany, school: Tide College, yr: 2009}]\n"
    assert dates(degree, SectionKind.EDUCATION) == ["2009 2009"]


def test_what_expires_holds_until_then() -> None:
    text = """certificates:
  - {name: Rope access, date: 06/2023, expiry: 06/2026}
  - {name: First aid, date: 2021, expires: never}
"""
    assert dates(text, SectionKind.CERTIFICATES) == ["2023-06 2026-06", "2021 2021"]


def test_a_titled_section_may_call_its_list_as_a_section_is_called() -> None:
    text = """name: Una Kettlewell
sections:
  - title: Skills
    layout: rows
    skills: [{label: Ropes, value: "Splicing, Rigging"}]
  - title: Languages
    layout: badges
    skills: [{label: Welsh, value: Native}, {label: Danish, value: Fluent}]
"""
    resume = YamlResumeReader().read(text.encode(), "resume.yaml")
    (skills,) = resume.of_kind(SectionKind.SKILLS)
    (spoken,) = resume.of_kind(SectionKind.LANGUAGES)
    assert [line.values for line in skills.statements] == [("Splicing", "Rigging")]
    assert [line.label for line in spoken.statements] == ["Welsh", "Danish"]


def test_who_is_with_whom_and_where_is_where() -> None:
    text = """aloft:
  - {who: Tide Ropeways, what: Rigger T12, from: 2019, to: now, where: Hull, notes: [Rigs, Climbs]}
  - {who: Kelp, what: Splicer and rigger, from: 2015, to: 2019, where: Goole, notes: [Spliced]}
"""
    assert told(text, SectionKind.WORK) == [
        ("Rigger T12", "Tide Ropeways", "Hull"),
        ("Splicer and rigger", "Kelp", "Goole"),
    ]


def test_lines_of_text_are_read_as_on_a_page() -> None:
    text = """jobs:
  - Head Baker, Pulver & Krume, Vienna, 2019 - 2022
  - "Baker, \\u201cKiln\\u201d Bakery Ltd, Hull, March 2012 - 2018"
education:
  - BSc Botany, University of Hull, 2009 - 2012
  - Odd evening classes
  - A-levels, Tide College, 2007
"""
    assert told(text, SectionKind.WORK) == [
        ("Head Baker", "Pulver & Krume", "Vienna"),
        ("Baker", "\u201cKiln\u201d Bakery Ltd", "Hull"),
    ]
    assert dates(text, SectionKind.WORK) == ["2019 2022", "2012-03 2018"]
    assert told(text, SectionKind.EDUCATION) == [
        ("BSc Botany", "University of Hull", ""),
        ("A-levels", "Tide College", ""),
    ]
    resume = read(text)
    kiln = resume.of_kind(SectionKind.WORK)[0].entries[1].statements[0].span
    assert resume.source.text[kiln.start : kiln.end].endswith("March 2012 - 2018")
    assert kiln.pointer == "/jobs/1"


def test_lines_that_tell_of_no_job_stay_lines() -> None:
    text = "work: [Weddings and portraits, 'Harbour fairs, since 2019', Lambing]\n"
    assert told(text, SectionKind.WORK) == []


def dated(text: str, kind: SectionKind) -> list[tuple[str, str]]:
    """What each entry is called, and when it was."""
    found = [entry for section in read(text).of_kind(kind) for entry in section.entries]
    return [(entry.name, entry.dates.text if entry.dates else "") for entry in found]


def test_start_and_end_may_be_years_whichever_word_comes_first() -> None:
    text = """work:
  - {year_start: 2019, year_end: present, title: Splicer, company: Humber Rope Walk}
  - {fromYear: 2016, toYear: 2018, title: Rigger, company: Goole Seed Commons}
"""
    assert dated(text, SectionKind.WORK) == [
        ("Humber Rope Walk", "2019 - present"),
        ("Goole Seed Commons", "2016 - 2018"),
    ]


def test_a_day_without_its_year_leaves_it_to_the_year() -> None:
    text = "talks:\n  - {year: 2024, title: Knots that hold, date: May 27, location: Hull}\n"
    assert dated(text, SectionKind.PUBLICATIONS) == [("Knots that hold", "2024")]
    assert not read(text).warnings


def test_a_date_where_others_have_venue_or_state_is_when_and_no_issuer() -> None:
    text = """certificates:
  - {title: Rope access, authors: Splice Board, conference: 2011 - 2015}
  - {title: First aid, conference: Issued 2012}
  - {name: Crane signals, status: "2020"}
  - {name: Chain care, status: Lapsed}
"""
    assert dated(text, SectionKind.CERTIFICATES) == [
        ("Rope access", "2011 - 2015"),
        ("First aid", "Issued 2012"),
        ("Crane signals", "2020"),
        ("Chain care", ""),
    ]
    entries = read(text).of_kind(SectionKind.CERTIFICATES)[0].entries
    assert not any(entry.organisation for entry in entries)


def test_a_date_in_brackets_behind_a_title_dates_it() -> None:
    text = """awards:
  - {title: Golden Marlinspike (2016), tagline: For the longest splice.}
  - {title: Knot of 2017, tagline: For a knot.}
"""
    assert dated(text, SectionKind.AWARDS) == [("Golden Marlinspike", "2016"), ("Knot of 2017", "")]


def test_an_employer_may_be_an_object_with_its_place_and_what_it_does() -> None:
    text = """work:
- company:
    name: Humber Rope Walk
    url: https://rope.example
    location: Hull
    overview: Humber Rope Walk has spun rope since 1790.
  positions:
  - {designation: Splicer, start: March 2022, responsibilities: [Splices cables]}
  - {designation: Rope boy, start: May 2019, end: March 2022}
"""
    section = read(text).of_kind(SectionKind.WORK)[0]
    stay = section.entries[0]
    assert facts(stay) == ("", "Humber Rope Walk", "Hull")
    assert next(heading.text for heading in stay.headings) == "Humber Rope Walk"
    assert [told.text for told in stay.statements] == ["Humber Rope Walk has spun rope since 1790."]
    assert stay.url == "https://rope.example"
    assert [(post.name, post.dates.text) for post in stay.children if post.dates] == [
        ("Splicer", "March 2022"),
        ("Rope boy", "May 2019 - March 2022"),
    ]


def test_positions_below_an_employer_are_told_by_their_values() -> None:
    text = """work:
- company: Goole Seed Commons
  positions:
  - {rank: Deck foreman, start: 2019, end: 2021}
  - {rank: Rigger, start: 2016, end: 2019}
"""
    stay = read(text).of_kind(SectionKind.WORK)[0].entries[0]
    assert [post.name for post in stay.children] == ["Deck foreman", "Rigger"]


def test_how_a_theme_lays_a_section_out_is_no_content() -> None:
    text = """section: {name: Experiences, id: experiences, enable: true, weight: 3}
sidebar: {position: left, about: false, tagline: Rigger, email: una@rope.example}
experiences:
- {company: Goole Seed Commons, position: Rigger, start: 2016, end: 2019}
"""
    resume = read(text)
    assert not resume.of_kind(SectionKind.OTHER)
    said = [told.text for part in resume.of_kind(SectionKind.BASICS) for told in part.statements]
    assert said == ["Name: Una Kettlewell", "Tagline: Rigger", "Email: una@rope.example"]
    assert [left.message for left in resume.left_out] == [
        "section is for programs, no content.",
        "position is for programs, no content.",
    ]


def test_what_has_no_name_is_called_by_the_line_that_describes_it() -> None:
    text = """service:
- {year: 2025, description: "Splice board, secretary of the knots committee"}
- {year: 2023, description: A long time ago I did this. And that.}
"""
    assert dated(text, SectionKind.VOLUNTEER) == [
        ("Splice board, secretary of the knots committee", "2025"),
        ("2023", "2023"),
    ]


def test_a_town_in_the_place_of_a_study_is_where_it_was() -> None:
    text = """study:
- {what: Certificate in Rope Care, place: London, year: 2017}
- {what: BSc Botany, place: University of Hull, year: 2009}
"""
    found = [facts(one) for one in read(text).of_kind(SectionKind.EDUCATION)[0].entries]
    assert found == [
        ("Certificate in Rope Care", "", "London"),
        ("BSc Botany", "University of Hull", ""),
    ]


def test_the_place_behind_a_name_begins_at_the_town() -> None:
    text = """work:
- {position: Fellow, company: "Tide Lab, University of Hull, Leeds, UK", year: 2016 - 2019}
- {position: Rigger, company: "Rope Works, Kensington, London, UK", year: 2012 - 2016}
"""
    found = [facts(one)[2] for one in read(text).of_kind(SectionKind.WORK)[0].entries]
    assert found == ["Leeds, UK", "London, UK"]


def test_lines_of_posts_under_any_heading_are_entries_and_papers_go_by_their_titles() -> None:
    text = """offices_held:
- Honorary treasurer, Humber Glee Club, since 2022
- Secretary, Goole Rowers, 2017-2019
giving_time:
- Treasurer, Hull Soup Kitchen, since 2020
papers:
- Kettlewell U, Reis A. "What a knot does in June." Annals of Rope 2021
- Reis A et al. "Splices that hold." Journal of Tow 2022
"""
    assert told(text, SectionKind.OTHER) == [
        ("Honorary treasurer", "Humber Glee Club", ""),
        ("Secretary", "Goole Rowers", ""),
    ]
    assert told(text, SectionKind.VOLUNTEER) == [("Treasurer", "Hull Soup Kitchen", "")]
    assert [title.strip('"') for title, _, _ in told(text, SectionKind.PUBLICATIONS)] == [
        "What a knot does in June.",
        "Splices that hold.",
    ]


def test_a_list_of_sections_under_the_name_of_one_is_those_sections() -> None:
    text = """experiences:
- section: Work history
  contents: [{title: Rigger, company: Goole Seed Commons, year: 2016 - 2019}]
- section: Papers
  contents: [{title: Splices that hold, year: 2022}]
"""
    assert told(text, SectionKind.WORK) == [("Rigger", "Goole Seed Commons", "")]
    assert told(text, SectionKind.PUBLICATIONS) == [("Splices that hold", "", "")]


def test_the_page_of_what_somebody_likes_is_no_way_to_reach_them() -> None:
    text = """interests:
- {name: Swimming, link: https://www.facebook.com/humberswims}
"""
    resume = read(text)
    assert not resume.contacts
    said = [one.text for one in resume.of_kind(SectionKind.INTERESTS)[0].statements]
    assert len(said) == 1 and said[0].startswith("Swimming")


def test_a_link_among_contacts_is_a_profile_and_an_address_among_networks_a_place() -> None:
    text = """social: {github: unakettle, address: "Hull, UK"}
basics:
  contacts:
  - {icon: fas fa-globe, info: '<a href="https://www.linkedin.com/in/unakettle/">LinkedIn</a>'}
  - {icon: fas fa-rss, info: '<a href="https://knots.example">My page</a>'}
"""
    found = [(way.kind.value, way.value) for way in read(text).contacts]
    assert found == [
        ("profile", "unakettle"),
        ("location", "Hull, UK"),
        ("profile", "https://www.linkedin.com/in/unakettle/"),
    ]
