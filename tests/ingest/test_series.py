"""Entries that are built alike are read as a whole: the others tell what one leaves open."""

from __future__ import annotations

from typing import Any

import pytest

from ingest.export import to_json_resume
from ingest.readers.registry import reader_for

Json = dict[str, Any]


def read(text: str, name: str = "cv.md") -> Json:
    data = text.encode()
    return to_json_resume(reader_for(data, name).read(data, name))


def told(record: Json) -> tuple[str | None, ...]:
    """Who, as what, and where."""
    who = record.get("name") or record.get("organization") or record.get("institution")
    what = record.get("position") or record.get("studyType")
    return who, what, record.get("location")


HEAD = "# Jo Farrow\n\njo@farrow.example\n\n## Experience\n\n"


def test_employers_without_any_sign_are_told_by_the_place_where_the_others_stand() -> None:
    jobs = read(
        HEAD + "**Otto**\n*Wrangler*\nMay 2014 – June 2016 · Leith, Scotland\n\n- Sold\n\n"
        "**Harbour Bakery Ltd**\n*Shift Manager*\nMay 2010 – April 2014 · Leith, Scotland\n\n"
        "- Baked\n"
    )["work"]
    assert [told(job) for job in jobs] == [
        ("Otto", "Wrangler", "Leith, Scotland"),
        ("Harbour Bakery Ltd", "Shift Manager", "Leith, Scotland"),
    ]


def test_jobs_of_which_nothing_more_is_said_follow_one_another() -> None:
    jobs = read(
        HEAD + "*2019 – 2021*\n\n### Night Porter\n\n#### Lumen\n\n"
        "*2017 – 2018*\n\n### Cleaner\n\n#### blue sky thinking\n\n"
        "*2012 – 2016*\n\n### Usher\n\n#### Odeon\n\n- Counted the seats\n"
    )["work"]
    assert [told(job)[:2] for job in jobs] == [
        ("Lumen", "Night Porter"),
        ("blue sky thinking", "Cleaner"),
        ("Odeon", "Usher"),
    ]
    assert [job.get("highlights") for job in jobs] == [None, None, ["Counted the seats"]]


def test_a_unit_behind_one_of_the_roles_is_no_employer_and_no_place() -> None:
    jobs = read(
        HEAD + "### Senior Associate, Audit, Deloitte\n\n*May 2018 – now*\n\n- Tested\n\n"
        "### Trainee, Kilcawley\n\n*May 2014 – April 2018*\n\n- Counted\n\n"
        "### Porter, Otto\n\n*May 2012 – April 2014*\n\n- Carried\n"
    )["work"]
    assert [told(job) for job in jobs] == [
        ("Deloitte", "Senior Associate, Audit", None),
        ("Kilcawley", "Trainee", None),
        ("Otto", "Porter", None),
    ]


def test_one_entry_may_be_told_in_its_own_order() -> None:
    jobs = read(
        HEAD + "- Coach, Robotics Club, 2017 – now\n- Tutor, Canton Public Library, 2016 – 2018\n"
        "- Girl Scouts Association, Treasurer, 2015 – 2018\n"
    )["work"]
    assert [told(job)[:2] for job in jobs] == [
        ("Robotics Club", "Coach"),
        ("Canton Public Library", "Tutor"),
        ("Girl Scouts Association", "Treasurer"),
    ]


def test_a_word_before_every_list_announces_it() -> None:
    jobs = read(
        HEAD + "**Otto**\n\n**May 2014 – June 2016**\n\n**Wrangler**\n\n"
        "**Highlights**\n\n- Sold\n\n"
        "**Lumen Ltd**\n\n**May 2010 – April 2014**\n\n**Night Porter**\n\n"
        "**Highlights**\n\n- Slept\n"
    )
    assert [(told(job)[:2], job["highlights"]) for job in jobs["work"]] == [
        (("Otto", "Wrangler"), ["Sold"]),
        (("Lumen Ltd", "Night Porter"), ["Slept"]),
    ]
    assert "projects" not in jobs


def test_an_employer_of_several_positions_stands_above_them() -> None:
    jobs = read(
        HEAD + "### Deloitte\n\n#### Senior Auditor\n\n2018 – 2021\n\n- Tested\n\n"
        "#### Number Cruncher\n\n2015 – 2018\n\n- Counted\n\n"
        "### Otto\n\n#### Porter\n\n2012 – 2014\n"
    )["work"]
    assert [told(job)[:2] for job in jobs] == [
        ("Deloitte", "Senior Auditor"),
        ("Deloitte", "Number Cruncher"),
        ("Otto", "Porter"),
    ]


def test_a_single_post_is_read_as_the_jobs_above_it_are() -> None:
    found = read(
        HEAD + "### Wrangler\n\n**Otto**\n\n2014 – 2016\n\n- Sold\n\n"
        "### Night Porter\n\n**Lumen Ltd**\n\n2010 – 2014\n\n- Slept\n\n"
        "## Volunteering\n\n### Kiosk\n\n**Tidy Towns**\n\n2019 – 2022\n"
    )
    assert [told(post)[:2] for post in found["volunteer"]] == [("Tidy Towns", "Kiosk")]


@pytest.mark.parametrize("by", ["Issued by ", "by ", ""])
def test_who_gave_a_certificate_stands_in_a_line_of_its_own(by: str) -> None:
    found = read(
        "# Jo Farrow\n\njo@farrow.example\n\n## Certificates\n\n"
        f"### ACA\n\n{by}Chartered Accountants\n\nOct 2018\n\n"
        f"### Xero Advisor\n\n{by}Xero\n\nMay 2019\n"
    )["certificates"]
    assert [(one["name"], one["issuer"]) for one in found] == [
        ("ACA", "Chartered Accountants"),
        ("Xero Advisor", "Xero"),
    ]


def test_a_section_title_to_the_left_of_what_it_heads_is_no_part_of_it() -> None:
    page = (
        "<style>.block{display:flex}.sectionName{width:20%}</style><h1>Jo Farrow</h1>"
        "<div class=block><div class=sectionName><span>EXPERIENCE</span></div><div>"
        "<div><b>Otto, Porter</b> <span style='float:right'>2012 – 2014</span></div></div></div>"
        "<div class=block><div class=sectionName><span>INTERESTS</span></div><div>Chess</div></div>"
    )
    found = read(page, "cv.html")
    assert [told(job)[:2] for job in found["work"]] == [("Otto", "Porter")]
    assert [one["name"] for one in found["interests"]] == ["Chess"]


QUOTE = "Jo found what we had given up on."


@pytest.mark.parametrize(
    "told",
    [
        f"> {QUOTE}\n>\n> — Orla Byrne",
        f"{QUOTE}\n\n*Orla Byrne*",
        f"“{QUOTE}” — Orla Byrne, Head of Sales",
        f"- {QUOTE} *Orla Byrne*",
    ],
)
def test_who_is_quoted_may_stand_below_what_they_said(told: str) -> None:
    found = read(f"# Jo Farrow\n\njo@farrow.example\n\n## References\n\n{told}\n")["references"]
    assert [(one["name"], one["reference"].strip("“” ")) for one in found] == [
        ("Orla Byrne", QUOTE)
    ]


def test_a_section_of_one_entry_knows_the_labels_of_the_others() -> None:
    found = read(
        HEAD + "### Wrangler\n\n**Otto**\n\n2014 – 2016\n\n**Highlights**\n\n- Sold\n\n"
        "### Night Porter\n\n**Lumen Ltd**\n\n2010 – 2014\n\n**Highlights**\n\n- Slept\n\n"
        "## Volunteering\n\n### Kiosk\n\n**Tidy Towns**\n\n2019 – 2022\n\n"
        "**Highlights**\n\n- Swept\n"
    )
    assert [post["highlights"] for post in found["volunteer"]] == [["Swept"]]
    assert "projects" not in found


def test_a_heading_that_comes_back_under_every_job_begins_no_section() -> None:
    page = "<h1>Jo Farrow</h1><h2>Work</h2>" + "".join(
        f"<h3>{who} <small>{when}</small></h3><p><b>{what}</b></p><h4>Highlights</h4>"
        f"<ul><li>{did}</li></ul>"
        for who, when, what, did in (
            ("Otto", "2014 – 2016", "Wrangler", "Sold"),
            ("Lumen Ltd", "2010 – 2014", "Night Porter", "Slept"),
        )
    )
    found = read(page, "cv.html")
    assert [(told(job)[:2], job["highlights"]) for job in found["work"]] == [
        (("Otto", "Wrangler"), ["Sold"]),
        (("Lumen Ltd", "Night Porter"), ["Slept"]),
    ]


def test_an_employer_in_a_heading_as_large_as_a_sections_may_be_dated_two_lines_below() -> None:
    page = "<h1>Jo Farrow</h1><h3>Work Experience</h3>" + "".join(
        f"<h3>{who}</h3><div><b>{what}</b></div><div>{when}</div><ul><li>{did}</li></ul>"
        for who, what, when, did in (
            ("blue sky thinking", "Wrangler", "2014 - 2016", "Sold"),
            ("Lumen", "Night Porter", "2010 - 2014", "Slept"),
        )
    )
    found = read(page, "cv.html")
    assert [told(job)[:2] for job in found["work"]] == [
        ("blue sky thinking", "Wrangler"),
        ("Lumen", "Night Porter"),
    ]


def test_bullets_in_the_cell_of_a_table_belong_to_its_row() -> None:
    rows = "".join(
        f"<tr><td>{when}</td><td><b>{who}</b>, Leith, Scotland<br><i>{what}</i>"
        f"<ul><li>{did}</li></ul></td></tr>"
        for who, what, when, did in (
            ("Otto Ltd", "Cook", "2014 - 2016", "Sold"),
            ("Lumen", "Night Porter", "2010 - 2014", "Slept"),
        )
    )
    found = read(f"<h1>Jo Farrow</h1><h2>Experience</h2><table>{rows}</table>", "cv.html")
    assert [(told(job), job["highlights"]) for job in found["work"]] == [
        (("Otto Ltd", "Cook", "Leith, Scotland"), ["Sold"]),
        (("Lumen", "Night Porter", "Leith, Scotland"), ["Slept"]),
    ]


def test_an_entry_without_dates_among_others_in_its_look_is_none_of_the_one_above() -> None:
    record = read(
        "# Oda Brekke\n\n## Work\n\n"
        "**Net Engineer**, Knutsrud Nett  \n*January 2021 - Present*\n\n- Trawls\n\n"
        "**Diver**, Bergen Dykk AS  \n*Freelance*\n\n- Pipes\n\n"
        "**Deck Hand**, Sjøvik Laks  \n*August 2016 - May 2019*\n\n- Pens\n"
    )
    assert [job["name"] for job in record["work"]] == [
        "Knutsrud Nett",
        "Bergen Dykk AS",
        "Sjøvik Laks",
    ]
