"""Who the resume is of and how to reach them, wherever that stands on the page."""

from __future__ import annotations

import pytest
from fixture_resumes import contacts, fixture, kinds

from ingest.readers.markdown.reader import MarkdownReader


def name_and_headline(name: str) -> tuple[str | None, str | None]:
    resume = fixture(name)
    return (
        resume.name.text if resume.name else None,
        resume.headline.text if resume.headline else None,
    )


def test_the_name_stands_in_a_heading_that_has_signs_before_it() -> None:
    assert name_and_headline("name-marked-heading") == ("Oddný Hallsdóttir", "Ship welder")
    assert kinds(fixture("name-marked-heading")) == [("basics", ""), ("skills", "Skills")]


def test_the_name_stands_in_a_heading_of_any_level_after_one_that_says_resume() -> None:
    assert name_and_headline("name-deep-heading") == ("Ferdinand Okoro", None)


def test_the_name_stands_in_the_front_matter() -> None:
    resume = fixture("name-front-matter")
    assert name_and_headline("name-front-matter") == ("Tendai Moyo", None)
    assert resume.name is not None
    assert resume.name.span.start_line == 4
    assert resume.source[resume.name.span] == "Tendai Moyo"
    assert resume.permalink == "/cv/"
    assert kinds(resume) == [("work", "Experience")]


def test_front_matter_in_toml_is_no_content_either() -> None:
    resume = fixture("front-matter-in-toml")
    assert name_and_headline("front-matter-in-toml") == ("Bella Nakamura", None)
    assert kinds(resume) == [("other", "Theatre"), ("other", "Film")]
    assert [entry.name for entry in resume.sections[0].entries] == ["The Glass Harbour", "Low Tide"]


def test_the_name_stands_in_the_first_line() -> None:
    assert name_and_headline("name-first-line") == ("Bronwen Achterberg", "Palaeobotanist")


def test_a_page_that_names_nobody_is_told() -> None:
    resume = fixture("nameless")
    assert resume.name is None
    assert [(each.message, each.line) for each in resume.warnings] == [
        ("The resume names nobody: no heading or first line is a name.", 1)
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "contact-links",
            [
                ("email", "mirela@stanciu.example"),
                ("linkedin", "linkedin.com/in/mirelas"),
                ("website", "stanciu.example"),
                ("phone", "+40 21 555 0117"),
            ],
        ),
        (
            "contact-table",
            [
                ("email", "jonas@pihl.example"),
                ("phone", "+46 8 555 01 17"),
                ("website", "https://pihl.example"),
                ("location", "Gothenburg, Sweden"),
            ],
        ),
        (
            "contact-quote",
            [
                ("email", "aroha@tamihana.example"),
                ("location", "Wellington, New Zealand"),
                ("github", "github.com/arohat"),
            ],
        ),
        (
            "contact-list",
            [
                ("email", "leandro@bressan.example"),
                ("phone", "(51) 5555-0117"),
                ("github", "https://github.com/lbressan"),
                ("location", "Porto Alegre, Brazil"),
            ],
        ),
        (
            "contact-last-section",
            [("email", "sunniva@brekke.example"), ("phone", "+47 55 55 01 17")],
        ),
    ],
    ids=["links", "a table", "a blockquote", "a list", "the last section"],
)
def test_contacts_stand_in(name: str, expected: list[tuple[str, str]]) -> None:
    assert contacts(name) == expected


def test_contacts_know_the_line_and_the_link_that_they_come_from() -> None:
    resume = fixture("contact-links")
    assert [each.url for each in resume.contacts] == [
        "mailto:mirela@stanciu.example",
        "https://www.linkedin.com/in/mirelas",
        "https://stanciu.example",
        "tel:+40215550117",
    ]
    assert [each.span.start_line for each in resume.contacts] == [3, 3, 4, 4]


def test_repositories_and_pull_requests_are_no_profiles() -> None:
    assert contacts("contact-repositories") == [
        ("email", "wanjiru@odhiambo.example"),
        ("github", "github.com/wanjiru"),
    ]


def test_a_page_title_that_only_says_resume_is_no_name() -> None:
    assert fixture("name-only-a-title").name is None


def test_a_telephone_number_ends_with_its_line() -> None:
    assert ("phone", "+1 717 555 0148") in contacts("contact-number-above-a-street")


def test_a_degree_before_the_place_is_neither_a_site_nor_a_place() -> None:
    page = "# Una Kettlewell\n\nM.Tech. Botany (2024), Bergen, Norway\n\n## Work\n"
    resume = MarkdownReader().read(page.encode(), "resume.md")
    assert [one.value for one in resume.contacts] == ["Bergen, Norway"]
