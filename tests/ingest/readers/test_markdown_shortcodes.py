"""Tags of templates in a page: what they are given as dates is shown, all else is no content."""

from __future__ import annotations

import pytest

from ingest.durations import describe
from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.markdown.shortcodes import without_tags
from ingest.resume import Resume, SectionKind

PAGE = """# Oda Nygård

{{< lead >}}Pastry cook of two harbours.{{< /lead >}}

## Work

### Fjord Kitchens — Bergen
{{< stay "Mar 2019" "now" >}} **Head Cook**

Runs the cold store.

### Tidal Bakery — Hull
{% include stay.html from='May 2014' to="Feb 2019" icon="oven" %} **Baker**

{{< figure src="loaf.jpg" >}}Rye, mostly.
"""


def page(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "resume.md")


def test_dates_that_a_tag_is_given_are_those_of_its_line() -> None:
    entries = [entry for part in page(PAGE).of_kind(SectionKind.WORK) for entry in part.entries]
    told = [(entry.roles[0].text, entry.dates) for entry in entries]
    assert [
        (role, dates and dates.start and describe(dates.start), dates and dates.current)
        for role, dates in told
    ] == [("Head Cook", "2019-03", True), ("Baker", "2014-05", False)]


def test_all_else_of_a_tag_is_no_content_and_what_it_encloses_is() -> None:
    said = " ".join(words.text for _, _, words in page(PAGE).walk())
    assert "Pastry cook of two harbours." in said and "Rye, mostly." in said
    assert not {"lead", "stay", "oven", "loaf.jpg"} & {*said.replace('"', " ").split()}


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('{{< date "Jun 2019" "Jan 2023" >}}', "Jun 2019 – Jan 2023"),
        ('{{% when at="2017" %}}', "2017"),
        ('{{ "now" | date: "%Y" }}', ""),
        ('{% assign begun = "May 2017" %}', ""),
        ('{{< years "2011" "2013" "2015" >}}', ""),
        ('{{< note "three in 2015" >}}', ""),
    ],
)
def test_a_tag_shows_a_date_or_the_two_ends_of_a_range(tag: str, shown: str) -> None:
    text, cuts = without_tags(tag)
    kept = [at for at in range(len(text)) if not any(low <= at < high for low, high in cuts)]
    assert "".join(text[at] for at in kept) == shown
    assert len(text) == len(tag)


@pytest.mark.parametrize(
    "tag",
    [
        '{{< button href="mailto:oda@tidal.example" >}}Write to me{{< /button >}}',
        "{{< mail to='mailto:oda@tidal.example?subject=Bread' >}}",
        '{% include mail.html href="mailto:oda@tidal.example" %}',
    ],
)
def test_whom_a_tag_writes_to_is_a_way_to_reach_the_person(tag: str) -> None:
    read = page(f"{PAGE}\n## Reach me\n\n{tag}\n")
    assert [one.value for one in read.contacts] == ["oda@tidal.example"]
    assert not any("mailto" in words.text for *_, words in read.walk())


def test_a_tag_that_shows_nothing_reaches_nobody() -> None:
    read = page(f'{PAGE}\n{{% assign mail = "mailto:oda@tidal.example" %}}\n')
    assert not read.contacts
