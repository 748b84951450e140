"""Lines and what they say: labels, exclusions, bullets; and what is no content at all."""

from __future__ import annotations

from fixture_resumes import fixture, kinds, section, statements, texts

from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.registry import reader_for
from ingest.resume import Link, SectionKind


def test_a_label_has_its_values() -> None:
    first, second, third, *_ = statements(fixture("labels-and-exclusions"), SectionKind.SKILLS)
    assert (first.label, first.values) == ("Languages", ("Go", "Python", "Lua"))
    assert (second.label, second.values) == ("Databases", ("PostgreSQL", "Redis"))
    assert (third.label, third.values) == ("Welding", ("MIG", "TIG", "stick"))


def test_what_is_excluded_is_understood_as_excluded() -> None:
    found = statements(fixture("labels-and-exclusions"), SectionKind.SKILLS)
    assert [each.excluded for each in found] == [
        ("Java",),
        ("Oracle",),
        ("plasma",),
        (),
        ("roofing",),
    ]
    assert found[3].level == "Some knowledge of"
    assert found[3].values == ("Kubernetes",)


def test_what_json_resume_excludes_is_understood_as_excluded() -> None:
    (line,) = statements(fixture("json/quirks.json"), SectionKind.SKILLS)
    assert (line.label, line.excluded) == ("Languages", ("poetry",))
    assert line.values == ("Bambara", "French")


def test_bullets_in_bullets_know_their_depth() -> None:
    found = statements(fixture("bullets-in-bullets"), SectionKind.WORK)
    assert [(each.text, each.depth) for each in found] == [
        ("Cruise ship refit", 0),
        ("Planned the dry dock", 1),
        ("Ordered the cranes", 2),
        ("Signed off the piping", 1),
        ("Wrote the safety manual", 0),
    ]


def test_a_bullet_may_start_on_the_line_after_its_sign() -> None:
    resume = fixture("bullet-starts-next-line")
    found = statements(resume, SectionKind.WORK)
    assert [(each.text, each.span.start_line) for each in found] == [
        ("Planned the dry dock", 8),
        ("Signed off the piping", 10),
        ("Wrote the safety manual", 11),
    ]


def test_a_paragraph_glued_to_html_is_a_paragraph() -> None:
    resume = fixture("glued")
    assert kinds(resume) == [("basics", ""), ("work", "Experience")]
    assert texts(resume, SectionKind.BASICS) == [
        "Kofi Mensah-Boateng",
        "Accra, Ghana",
        "A patient teacher.",
        "I have taught for twenty years.",
    ]


def test_a_paragraph_glued_to_a_rule_is_a_paragraph() -> None:
    resume = fixture("glued")
    (job,) = section(resume, SectionKind.WORK).entries
    assert [each.text for each in job.statements] == [
        "Taught 1,200 children.",
        "Led the maths club",
    ]


def test_a_sentence_that_breaks_off_is_kept_as_it_stands() -> None:
    assert texts(fixture("breaks-off"), SectionKind.WORK) == [
        "Found the slow stations by measuring and",
        "Timed the doors",
        "Rewrote the timetable because the old one was,",
    ]


def all_words(name: str) -> str:
    return " ".join(words.text for _, _, words in fixture(name).walk())


def test_comments_scripts_styles_hidden_elements_and_liquid_are_no_content() -> None:
    assert all_words("hidden") == "Lwazi Dube Skills Go and Rust"


def test_links_keep_their_text_and_their_target() -> None:
    (line,) = statements(fixture("hidden"), SectionKind.SKILLS)
    assert line.links == (Link("Rust", "https://rust.example"),)


def test_words_in_quotation_marks_of_kramdown_are_no_tags() -> None:
    resume = reader_for(b"", "cv.md").read(
        b"# Jo Farrow\n\njo@farrow.example\n\n## Skills\n\n- Wrote <<Tide>> in <b>Go</b>\n", "cv.md"
    )
    assert texts(resume, SectionKind.SKILLS) == ["Wrote <<Tide>> in Go"]


def test_a_paragraph_of_awards_names_one_in_each_sentence() -> None:
    page = """# Una Kettlewell

## Awards

Tidal seed grant since 2024. Best splice of Hull, 2022.

## Certificates

Rope access 2 (2020, renewed 2023). Sea survival, lapsed.

## Prizes

Golden Splice, 2021. It was given for the nets that I made in my first winter at sea.
"""
    sections = MarkdownReader().read(page.encode(), "resume.md").sections
    named = [[one.title and one.title.text for one in part.entries] for part in sections[-3:]]
    assert named == [
        ["Tidal seed grant", "Best splice of Hull"],
        ["Rope access 2", "Sea survival"],
        ["Golden Splice"],
    ]
