"""The real site's way: Jekyll builds a hostile site, and each cited line is found on its pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ingest.load import load_resume
from tests.browser.conftest import Visitor, needs, until_ready
from tests.browser.site import Site, built_by_jekyll
from tests.browser.widget import Widget, answer, citation, event, folded, stands_in
from tests.served import ROOT, Server
from ui.widget.script import widget_script

FIXTURE = ROOT / "tests" / "fixtures" / "site"
RESUME = ROOT / "data" / "resume.md"

QUESTIONS = """\
Has he used Kafka?
Which languages does he write?
Which databases has he worked with?
What did he do at Sequoia Consulting?
What did he do at Gojek?
Where did he work before Gojek?
When did he work at Kreeti Technologies?
Where did he study?
Has he built a notification service?
Has he worked with rate limiters?
Does he know Kubernetes?
What is Gatekeeper?
Did he work on API security?
What was Memento?
Has he fixed CORS headers?
How can I reach him?
Which companies has he worked for?
Has he written tests?
What did he build for personal projects?
Has he uploaded CSV files with millions of records?
""".splitlines()

#: Where the words on the page are not those of the source: kramdown takes these for markup, or our
#: reader does. What is marked is the rest of the line.
PARTLY = {
    "Led the <> project: 3 teams, 12 people, 1 deadline... kept.":
        "Led the project: 3 teams, 12 people, 1 deadline… kept.",
    '[x] Shipped the R&D roadmap\'s last item -- "done is done"':
        'Shipped the R&D roadmap\'s last item – "done is done"',
    "[^1]: On the team's own queries, which flatters.":
        "On the team's own queries, which flatters.",
}  # fmt: skip
#: An abbreviation is explained by its `title` only: no visitor sees these words.
UNSEEN = ["*[API]: Application Programming Interface"]


@pytest.fixture(scope="module")
def jekyll_site(tmp_path_factory: pytest.TempPathFactory, apart: dict[str, str]) -> Iterator[Site]:
    """The site as built, and the assistant that it includes, on two origins."""
    jekyll = needs("jekyll")
    source = tmp_path_factory.mktemp("site") / "source"
    shutil.copytree(FIXTURE, source)
    shutil.copy(RESUME, source / "resume.md")
    with Site(source.parent / "built").running() as site:
        own = {"RESUME_ALLOWED_ORIGINS": site.address, "RESUME_SITE_URL": site.address}
        server = Server(apart | own, "--resume", str(RESUME))
        script = widget_script()
        built_by_jekyll(
            jekyll, source, site.folder,
            f"assistant: {server.address}\nassistant_version: {script.version}\n"
            f"assistant_integrity: {script.integrity}\n",
        )  # fmt: skip
        site.headers["Content-Security-Policy"] = (
            f"default-src 'none'; style-src 'self'; script-src 'self' {server.address};"
            f" connect-src {server.address}; require-trusted-types-for 'script'; base-uri 'none'"
        )
        until_ready(server)
        yield site
        server.kill()


@pytest.fixture
def page(jekyll_site: Site, visitor: Visitor) -> Page:
    page = visitor().new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


@pytest.fixture
def resume_page(page: Page, jekyll_site: Site) -> Widget:
    page.goto(f"{jekyll_site.address}/resume/")
    widget = Widget(page)
    widget.open()
    return widget


# Where a range begins among all the words of the page.
PLACE = """() => {
  const [range] = CSS.highlights.get("resume-assistant");
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const { parentElement } = range.commonAncestorContainer.nodeType === Node.TEXT_NODE
    ? range.commonAncestorContainer : { parentElement: range.commonAncestorContainer };
  return [before.toString().length, Boolean(parentElement.closest("article"))];
}"""


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_cited_words_are_marked_on_the_page_that_jekyll_built(
    resume_page: Widget, question: str
) -> None:
    page = resume_page.page
    said = resume_page.ask(question)
    cited = resume_page.remembered()["turns"][-1]["answer"]["citations"]
    assert cited
    for number, each in enumerate(cited):
        said.locator(".chip").nth(number).click()
        marked = resume_page.marked()
        assert folded("".join(marked)) == folded(each["text"])
        assert len(marked) == 1
        assert page.evaluate(PLACE)[1]
        _in_view(page)


def _in_view(page: Page) -> None:
    """The marked words come into the window, below the site's bar and beside the panel."""
    page.wait_for_function(
        """() => {
          const [range] = CSS.highlights.get("resume-assistant");
          const [words] = range.getClientRects();
          const bar = document.querySelector("nav").getBoundingClientRect().bottom;
          const { shadowRoot } = document.querySelector("resume-assistant");
          const panel = shadowRoot.querySelector(".panel");
          const { top, left } = panel.getBoundingClientRect();
          const covered = words.bottom > top && words.left + 40 > left;
          return words.top >= bar && words.bottom <= innerHeight && !covered;
        }"""
    )


@pytest.mark.parametrize("path", ["resume", "typography"])
def test_every_line_of_a_resume_is_found_in_its_own_place(
    page: Page, jekyll_site: Site, path: str
) -> None:
    file = RESUME if path == "resume" else FIXTURE / "typography.md"
    lines = _lines(file)
    places = []
    page.goto(f"{jekyll_site.address}/{path}/")
    widget = Widget(page)
    widget.open()
    cited = [citation(n, text, section) for n, (text, section) in enumerate(lines, 1)]
    stands_in(
        page, event("answer", answer(" ".join(f"[{n}]" for n in range(1, 1 + len(cited))), *cited))
    )
    said = widget.ask("Everything?")
    for number, (text, _) in enumerate(lines):
        said.locator(".chip").nth(number).click()
        marked = "".join(widget.marked())
        assert folded(marked) == folded(PARTLY.get(text, text)), text
        places.append((page.evaluate(PLACE)[0], text))
    # A footnote goes to the end of the page.
    in_order = [place for place, text in places if not text.startswith("[^1]:")]
    assert in_order == sorted(in_order)
    assert len(places) > 25


def _lines(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Each statement that a citation may quote, with its breadcrumb."""
    resume = load_resume(file, max_bytes=1_000_000)
    lines = sorted(resume.statements(), key=lambda found: found[2].span.start)
    return [
        (line.text, (section.title, *(entry.name for entry in path if entry.name)))
        for section, path, line in lines
        if line.text not in UNSEEN and folded(line.text)
    ]


def test_a_citation_leads_from_another_page_to_the_line_on_the_resumes(
    page: Page, jekyll_site: Site
) -> None:
    page.goto(f"{jekyll_site.address}/about/")
    widget = Widget(page)
    widget.open()
    said = widget.ask("Has he worked with rate limiters?")
    said.locator(".chip").first.click()
    page.wait_for_url("**/resume/**")
    page.wait_for_function("() => CSS.highlights.get('resume-assistant')")
    assert widget.marked() == [
        "Adding rate limiters that helped in reduction of frauds against customers."
    ]
    # The conversation came along.
    expect(widget.panel).to_be_visible()
    expect(widget.log).to_contain_text("Has he worked with rate limiters?")
    expect(widget.chips).not_to_have_count(0)


def test_the_snippet_without_script_is_a_link_to_the_chat_page(
    jekyll_site: Site, visitor: Visitor
) -> None:
    page = visitor(java_script_enabled=False).new_page()
    page.goto(f"{jekyll_site.address}/about/")
    link = page.get_by_role("link", name="Ask about this resume")
    expect(link).to_be_visible()
    (script,) = page.locator("script[integrity]").evaluate_all("(all) => all.map(({ src }) => src)")
    assert link.get_attribute("href") == script.partition("widget.js")[0]


@pytest.mark.parametrize("width", [360, 1280])
def test_no_line_of_the_sites_css_reaches_the_widget_nor_the_other_way(
    jekyll_site: Site, visitor: Visitor, width: int
) -> None:
    page = visitor(width).new_page()
    page.goto(f"{jekyll_site.address}/about/")
    theirs = page.evaluate(STYLES, "main *, nav *, footer *")
    widget = Widget(page)
    widget.open()
    widget.type("Has he used Kafka?")
    expect(widget.chips).not_to_have_count(0)
    assert page.evaluate(STYLES, "main *, nav *, footer *") == theirs
    hostile = page.evaluate(OWN_STYLES)
    page.evaluate(
        "document.querySelectorAll('link[rel=stylesheet]').forEach((link) => link.remove())"
    )
    page.wait_for_function("() => getComputedStyle(document.body).fontSize === '16px'")
    assert page.evaluate(OWN_STYLES) == hostile
    assert len(hostile) > 20


STYLES = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [element.tagName, x, y + scrollY, width, height, getComputedStyle(element).color];
})"""
OWN_STYLES = """() => {
  const { shadowRoot } = document.querySelector("resume-assistant");
  return [...shadowRoot.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const read = ["color", "backgroundColor", "fontFamily", "fontSize", "fontWeight", "opacity",
      "letterSpacing", "textTransform", "margin", "padding", "display", "lineHeight", "boxSizing"];
    return [element.tagName, x, y, width, height, ...read.map((name) => style[name])].join(" ");
  });
}"""


def test_neither_side_reaches_the_others_globals_and_the_sites_shortcuts_stay_quiet(
    resume_page: Widget,
) -> None:
    page = resume_page.page
    resume_page.input.press_sequentially("s? Kafka")
    assert page.evaluate("window.shortcuts") == []
    assert page.evaluate("[window.script, window.labels, window.name]") == [
        "not yours",
        "taken",
        "taken too",
    ]
    assert page.evaluate("typeof jQuery + typeof bootstrap") == "functionobject"
