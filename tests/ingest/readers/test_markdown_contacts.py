"""Ways to reach somebody, and what only looks like one."""

from __future__ import annotations

import pytest

from ingest.readers.markdown.reader import MarkdownReader


def reached(text: str) -> list[tuple[str, str]]:
    resume = MarkdownReader().read(f"# Oda Brekke\n\n{text}".encode(), "resume.md")
    return [(one.network or one.kind.value, one.value) for one in resume.contacts]


@pytest.mark.parametrize(
    "link", ["https://brekke.example/files/oda.pdf", "https://brekke.example/cv.docx?raw=1"]
)
def test_a_file_to_take_along_is_no_site(link: str) -> None:
    assert reached(f"[Take it along]({link}) | [brekke.example](https://brekke.example)") == [
        ("website", "brekke.example")
    ]


def test_a_video_is_no_page_of_the_person() -> None:
    text = (
        "## Talks\n\n"
        "- Ropes that hold, Knot Days 2021 ([video](https://www.youtube.com/watch?v=abc))\n"
        "- Films of every knot: [channel](https://www.youtube.com/@odaknots)\n"
    )
    assert reached(text) == [("youtube", "channel")]


def test_a_link_that_is_called_as_a_network_is_a_page_there() -> None:
    text = "[Mastodon](https://knots.example/@oda) | [Home](https://brekke.example/oda)"
    assert reached(text) == [("mastodon", "knots.example/@oda"), ("website", "Home")]
    thing = "[GitHub](https://github.com/oda/knots)"
    assert ("github", "github.com/oda/knots") not in reached(thing)


def test_a_handle_in_the_fediverse_is_no_mail_address() -> None:
    assert reached("oda@brekke.example -- Mastodon: @oda@knots.example") == [
        ("email", "oda@brekke.example"),
        ("mastodon", "@oda@knots.example"),
    ]
    assert reached("oda@brekke.example / @oda@knots.example") == [
        ("email", "oda@brekke.example"),
        ("mastodon", "@oda@knots.example"),
    ]


def test_the_years_of_two_columns_are_no_telephone() -> None:
    text = "## Boats\n\n| Yard | Years |\n|---|---|\n| Odda Slip, rigger (1998) | 1996 – 1999 |\n"
    assert reached(text) == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Ship welder, Bergen, Norway. Ask me by mail.", "Bergen, Norway"),
        ("Ada Vik, Tromsø, Norway. Write to me.", "Tromsø, Norway"),
        ("Weaves and splices every rope of Norway. Ask me.", None),
    ],
)
def test_a_place_ends_where_the_next_sentence_begins(words: str, place: str | None) -> None:
    found = [value for kind, value in reached(f"Resume\n\n{words}\n") if kind == "location"]
    assert found == ([place] if place else [])


def test_how_to_reach_somebody_at_the_end_is_no_award() -> None:
    page = (
        "# Oda Brekke\n\nAchievements\n------------\n\n"
        "* Net of the Year, 2019\n* Best Knot, 2017\n\n"
        "------------\n<oda@brekke.example> • <https://github.com/odabrekke>\n"
    )
    resume = MarkdownReader().read(page.encode(), "resume.md")
    titles = [one.title.text for part in resume.sections for one in part.entries if one.title]
    assert titles == ["Net of the Year", "Best Knot"]
    assert [one.value for one in resume.contacts][:1] == ["oda@brekke.example"]


def test_an_address_anywhere_in_front_matter_is_a_way_to_reach_the_person() -> None:
    """But for what only the site's generator reads."""
    front = (
        "---\nlayout: cv\nkeywords: shop@knots.example\nsidebar:\n  - text: Bergen, Norway\n"
        "  - text: oda@brekke.example\n---\n\n# Oda Brekke\n\n## Work\n\n"
        "### Rigger, Knot Works | 2016 - now\n\n- Rigged nine ships\n"
    )
    read = MarkdownReader().read(front.encode(), "resume.md")
    assert [one.value for one in read.contacts] == ["oda@brekke.example"]
    at = read.contacts[0].span
    assert read.source.text[at.start : at.end] == "text: oda@brekke.example"
