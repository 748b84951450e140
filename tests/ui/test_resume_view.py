from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fixture_resumes import FIXTURES, fixture

from ingest.load import load_resume, load_resumes
from ingest.readers.markdown.reader import MarkdownReader
from ingest.readers.tree.json_reader import JsonResumeReader
from ingest.resume import Resume
from ui.resume_view import resume_html, sanitised
from ui.resume_words import Words

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
NO_RESUMES = ("json-resume-schema", "site")
FOLDERS = [each for each in FIXTURES.iterdir() if each.is_dir() and each.name not in NO_RESUMES]
RESUMES = [
    file
    for folder in sorted([*FOLDERS, GOLDEN])
    for file in sorted(folder.glob("*.*"))
    if "locked" not in file.name  # a PDF that asks for a password
    if file.suffix not in (".py", ".jsonl")
]
VOID_OR_NOT_OURS = {"img", "script", "style", "iframe", "object", "form", "input", "svg", "link"}


class Sheet(HTMLParser):
    """The elements of a page by id, as their text; every tag and address; and all the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.lines: dict[str, str] = {}
        self.tags: list[str] = []
        self.links: list[dict[str, str | None]] = []
        self.text = ""
        self.quiet = ""
        self._open: list[dict[str, str | None]] = []
        self.feed(html)
        assert not self._open, "an element is not closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._open.append(attributes)
        self.tags.append(tag)
        if name := attributes.get("id"):
            assert name not in self.words, f"{name} stands twice"
            self.words[name] = ""
            self.lines[name] = attributes.get("data-lines") or ""
        if tag == "a":
            self.links.append(attributes)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for element in self._open:
            if name := element.get("id"):
                self.words[name] += data
            if "quiet" in (element.get("class") or ""):
                self.quiet += data


def sheet(resume: Resume) -> Sheet:
    return Sheet(resume_html(resume))


def markdown(text: str) -> Resume:
    return MarkdownReader().read(text.encode(), "wren.md")


def hrefs(resume: Resume) -> list[str | None]:
    return [link.get("href") for link in sheet(resume).links]


@pytest.mark.parametrize("file", RESUMES, ids=lambda file: file.name)
def test_every_word_of_a_resume_stands_on_the_sheet_in_the_one_element_of_its_place(
    file: Path,
) -> None:
    resume = load_resume(file)
    shown, read = sheet(resume), Words(resume).shown
    # What a file says twice by a reference to itself has one place, and two elements.
    written = sorted((name.partition("-")[0], words) for name, words in shown.words.items())
    assert written == sorted((f"w{part.span.start}", read(part)) for _, _, part in resume.walk())
    for _, _, part in resume.walk():
        first, _, last = shown.lines[f"w{part.span.start}"].partition("-")
        assert (int(first), int(last or first)) == (part.span.start_line, part.span.end_line)


@pytest.mark.parametrize("file", RESUMES, ids=lambda file: file.name)
def test_no_word_of_a_resume_in_markdown_is_hidden(file: Path) -> None:
    resume = load_resume(file)
    if resume.format == "markdown":
        assert not re.search(r"\w", sheet(resume).quiet.removeprefix("Resume"))


def test_the_words_stand_in_the_order_of_the_source() -> None:
    offsets = re.findall(r'id="w(\d+)"', resume_html(fixture("employer-bold-inside-another")))
    assert offsets == sorted(offsets, key=int)


def test_the_name_is_the_first_heading_wherever_it_stands() -> None:
    assert re.search(r'<h2 class="words name"[^>]*>.*Wren', resume_html(markdown("# Ada Wren\n")))
    assert '<h2 class="name">Tendai Moyo</h2>' in resume_html(fixture("name-front-matter"))
    assert '<h2 class="name quiet">Resume</h2>' in resume_html(fixture("nameless"))


def test_name_headline_and_contacts_stand_apart_though_lines_follow_each_other() -> None:
    html = resume_html(
        markdown("# Ada Wren\n\nkeeper of nests\nada@wren.example\n\n## Skills\n\nGo\n")
    )
    assert re.findall(r'<(?:h2|p) class="(?:words )?(\w+)"', html)[:3] == [
        "name",
        "headline",
        "contacts",
    ]


def test_sentences_of_a_paragraph_stand_together_and_bullets_in_lists() -> None:
    html = resume_html(
        markdown(
            "# Ada Wren\n\n## Summary\n\nI fly. I\nsing too.\n\nI nest.\n\n## Skills\n\n"
            "- Nests: moss, mud\n  - in trees\n- Song\n\nA last line\n"
        )
    )
    bare = re.sub(r' (?:id|class|dir|data-\w+)="[^"]*"', "", html)
    assert "<p><span>I fly.</span> <span>I sing too.</span></p><p><span>I nest.</span></p>" in bare
    assert (
        "<ul><li><span><span>Nests: </span>moss, mud</span><ul><li><span>in trees</span></li></ul>"
        "</li><li><span>Song</span></li></ul><p><span>A last line</span></p>"
    ) in bare


def test_dates_and_place_are_set_apart_inside_the_line_that_names_an_entry() -> None:
    html = resume_html(markdown("# Ada Wren\n\n## Work\n\n### Tern Air - Bristol (2016 - 2020)\n"))
    assert '<span class="dates">(2016 - 2020)</span></h4>' in html
    assert '<span class="place">Bristol</span>' in html
    assert 'Tern Air<span class="sep"> - </span>' in html


def test_a_job_that_goes_on_says_so_where_json_leaves_the_end_away() -> None:
    resume = (
        '{"basics": {"name": "Ada Wren"}, "work": ['
        '{"name": "Tern", "startDate": "2020-01"},'
        '{"name": "Gull", "startDate": "2018-01", "endDate": "2019-01"}]}'
    )
    html = resume_html(JsonResumeReader().read(resume.encode(), "wren.json"))
    assert html.count("– present") == 1
    assert re.search(r">2020-01</span> – present</p>", html)


def test_markup_in_a_resume_is_text_and_no_element_is_not_ours() -> None:
    hostile = """\
# Ada <img src=x onerror=alert(1)> Wren

## Work <svg onload=alert(1)>

### Tern `<script>alert(1)</script>`, 2016 - 2020

- `<iframe src="https://evil.example"></iframe>` & "quotes" 'too'
- `<a id="w0" class="quiet" style="position:fixed" href="javascript:alert(1)">x</a>`
- Label `"><b>`: values
"""
    resume = markdown(hostile)
    shown = sheet(resume)
    assert not set(shown.tags) & VOID_OR_NOT_OURS
    assert shown.words == {f"w{part.span.start}": part.text for _, _, part in resume.walk()}
    assert '<iframe src="https://evil.example"></iframe>' in shown.text


def test_of_several_files_a_line_says_in_which_it_stands(tmp_path: Path) -> None:
    (tmp_path / "wren.md").write_text("# Ada Wren\n\n## Skills\n\n- Go, Lua\n")
    (tmp_path / "more.json").write_text('{"work": [{"name": "Tern", "summary": "**Kafka**"}]}')
    resume = load_resumes([tmp_path / "wren.md", tmp_path / "more.json"])
    html = resume_html(resume)
    assert 'data-file="wren.md" data-lines="5"' in html
    assert re.search(r'data-file="more.json" data-lines="1"[^>]*>Kafka<', html)


def test_what_we_would_never_write_is_taken_out_at_the_end() -> None:
    html = '<p style="color:red" onclick="x()" id="w1">a<img src="/x"><script>b</script></p>'
    assert sanitised(html) == '<p id="w1">a</p>'
    for target in ("javascript:x", "data:text/html,x", "/config", "//evil.example", "vbscript:x"):
        assert "href" not in sanitised(f'<a href="{target}">x</a>')


def test_links_lead_to_sites_mails_and_calls_only() -> None:
    resume = markdown(
        "# Ada Wren\n\nada@wren.example | +44 20 7946 0018\n\n## Projects\n\n"
        "- [Nests](https://nests.example/?a=1&b=2) and [no](javascript:alert(1)) and [no](//x.y)\n"
        "- See https://wren.example/trees.\n"
    )
    assert hrefs(resume) == [
        "mailto:ada@wren.example",
        "tel:+442079460018",
        "https://nests.example/?a=1&b=2",
        "https://wren.example/trees",
    ]
    links = sheet(resume).links
    assert {link["rel"] for link in links} == {"noopener noreferrer"}
    assert [link.get("target") for link in links] == [None, None, "_blank", "_blank"]


def test_an_address_in_brackets_behind_its_own_link_is_not_shown_again() -> None:
    resume = (
        '{"basics": {"name": "Ada Wren", "profiles": [{"network": "GitHub", "username": "wren",'
        ' "url": "https://github.com/wren"}]}}'
    )
    shown = sheet(JsonResumeReader().read(resume.encode(), "wren.json"))
    assert "(https://github.com/wren)" in shown.quiet
    assert [link["href"] for link in shown.links] == ["https://github.com/wren"]


def test_a_resume_in_another_language_says_which() -> None:
    words = "Ich leite das Lager und plane die Touren der Fahrer im ganzen Land."
    assert '<article class="sheet" lang="de">' in resume_html(
        markdown(f"# Wren\n\n## X\n\n{words}")
    )
    assert '<article class="sheet">' in resume_html(markdown("# Wren\n\n## Skills\n\n- Go, Lua"))


def test_equal_lines_are_told_apart_by_where_they_stand() -> None:
    html = resume_html(markdown("# W\n\n## Work\n\n### Tern\n\n- Go\n\n### Gull & Co\n\n- Go\n"))
    assert re.findall(r'data-place="(Work[^"]*)"', html) == [
        "Work",
        "Work &gt; Tern",
        "Work &gt; Gull &amp; Co",
    ]
