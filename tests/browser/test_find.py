"""Cited words are found on a page however it was rendered, and the right ones of several."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tools.build_widget import part

#: What a site's Markdown makes of the words (left) that a citation has (right).
RENDERED = {
    "as it is": ("<p>Ran the Kafka clusters</p>", "Ran the Kafka clusters"),
    "curly quotes": ("<p>Won “Best”, the team’s ‘first’</p>", "Won \"Best\", the team's 'first'"),
    "straight for curly": ("<p>the team's \"first\"</p>", "the team’s “first”"),
    "dashes": ("<p>2016 – 2020 — then on‑call</p>", "2016 -- 2020 --- then on-call"),
    "an ellipsis": ("<p>and so on… done</p>", "and so on... done"),
    "guillemets": ("<p>the «Atlas» project</p>", "the <<Atlas>> project"),
    "entities": ("<p>R&amp;D &lt;3 and CPG&#39;s</p>", "R&D <3 and CPG's"),
    "spaces that do not break": ("<p>4&nbsp;million&#8239;records&#8203;</p>", "4 million records"),
    "soft hyphens": ("<p>micro&shy;ser&shy;vices in Go</p>", "microservices in Go"),
    "lines that were merged": ("<p>built the\n   search  engine</p>", "built the search engine"),
    "a hard line break": ("<p>built the<br>search engine</p>", "built the search engine"),
    "inline elements": (
        "<p>Using <b>Kaf<i>ka</i></b> to <a href='#'>handle</a> <code>load</code>, well</p>",
        "Using Kafka to handle load, well",
    ),
    "another case": ("<h2>WORK EXPERIENCE</h2>", "Work Experience"),
    "ligatures and accents": ("<p>ﬁrst café in Zu\u0308rich</p>", "first café in Zürich"),
    "a table's row": ("<table><tr><td>Go</td><td>five years</td></tr></table>", "Go five years"),
    "a definition list": ("<dl><dt>Languages</dt><dd>Go, Lua</dd></dl>", "Languages: Go, Lua"),
    "markup that was left": ("<p># Ada Wren and _more_</p>", "Ada Wren and more"),
    "signs that were left out": ("<p>C++ and C#</p>", "C++ and C#"),
    "another script": ("<p>東京で<b>検索</b>を作った</p>", "東京で検索を作った"),
    "what is folded away": (
        "<details><summary>More</summary><p>Kept bees</p></details>", "Kept bees",
    ),
    "comments and scripts between": ("<p>Kept<!-- no --><script>no</script> bees</p>", "Kept bees"),
    "words that are hidden between": (
        "<p>Kept <i hidden>no</i><i style='display:none'>no</i>bees</p>", "Kept bees",
    ),
    "animated into view": ("<p style='opacity:0'>Kept bees</p>", "Kept bees"),
}  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_default_timeout(20_000)
    yield page
    page.close()


def found(
    page: Page, html: str, quote: str, section: tuple[str, ...] = (), whole: bool = False
) -> list[str]:
    """The words that are found, a string a range, and what comes before each in brackets' stead."""
    page.set_content(f"<body>{html}</body>")
    script = f"""([quote, section, whole]) => {{
        {part("fold")}
        {part("find")}
        return findWords(quote, section, whole).map((range) => range.toString());
    }}"""
    ranges = page.evaluate(script, [quote, list(section), whole])
    return [" ".join(each.split()) for each in ranges]


def marked(page: Page, html: str, quote: str, section: tuple[str, ...] = ()) -> str | None:
    """The id of the element whose words are found."""
    page.set_content(f"<body>{html}</body>")
    script = f"""([quote, section]) => {{
        {part("fold")}
        {part("find")}
        const [range] = findWords(quote, section);
        return range?.startContainer.parentElement.closest("[id]").id;
    }}"""
    found = page.evaluate(script, [quote, list(section)])
    return str(found) if found else None


@pytest.mark.parametrize("how", RENDERED)
def test_words_are_found_whatever_was_made_of_them(page: Page, how: str) -> None:
    html, quote = RENDERED[how]
    around = f"<p>before</p>{html}<p>after</p>"
    (words,) = found(page, around, quote)
    assert "before" not in words
    assert "after" not in words
    assert words[:1].casefold() == quote.strip("# \"“'<")[:1].casefold() or how.startswith("liga")


@pytest.mark.parametrize(
    ("html", "quote"),
    [
        ("<p>a table of reagents</p>", "able"),
        ("<p>Golang</p>", "Go"),
        ("<p>Rust, MongoDB</p>", "Go"),
        ("<p>nothing of the kind</p>", "Ran the Kafka clusters"),
        ("<p>anything</p>", "..."),
        ("<p>anything</p>", ""),
        ("<script>var Kept = 'bees in Cork'</script><style>.Kept{}</style>", "Kept bees in Cork"),
        ("<p hidden>Kept bees in Cork</p>", "Kept bees in Cork"),
        ("<p style='visibility:hidden'>Kept bees in Cork</p>", "Kept bees in Cork"),
        ("<textarea>Kept bees in Cork</textarea>", "Kept bees in Cork"),
    ],
)
def test_words_that_are_not_there_are_not_found(page: Page, html: str, quote: str) -> None:
    assert found(page, html, quote) == []


def test_the_main_part_of_the_page_comes_before_what_is_around_it(page: Page) -> None:
    html = """
    <nav id=nav>Go and Kafka</nav><header id=header>Go and Kafka</header>
    <p id=loose>Go and Kafka</p>
    <main><nav id=inner>Go and Kafka</nav><p id=main>Go and Kafka</p></main>
    <footer id=footer>Go and Kafka</footer>"""
    assert marked(page, html, "Go and Kafka") == "main"
    assert marked(page, html.replace("main", "div"), "Go and Kafka") == "loose"


JOBS = """
<main>
<p id=lead>Docker, at Tern Airways and at Gull &amp; Sons</p>
<h2>Experience</h2>
<h3>Tern Airways</h3><ul><li>Wrote Go</li><li id=tern>Docker</li></ul>
<h3>Gull &amp; Sons</h3><ul><li id=gull>Docker</li><li>Wrote Lua</li></ul>
<h2>Projects</h2>
<h3>Tern Airways</h3><ul><li id=project>Docker</li></ul>
<h2>Skills</h2><p id=skills>Docker</p>
</main>"""


@pytest.mark.parametrize(
    ("section", "where"),
    [
        (("Experience", "Tern Airways"), "tern"),
        (("Experience", "Gull & Sons"), "gull"),
        (("Projects", "Tern Airways"), "project"),
        (("Skills",), "skills"),
        (("SKILLS",), "skills"),
    ],
)
def test_of_the_same_words_those_below_the_headings_of_the_citation_are_meant(
    page: Page, section: tuple[str, ...], where: str
) -> None:
    assert marked(page, JOBS, "Docker", section) == where


def test_a_citation_of_a_heading_itself_is_that_heading(page: Page) -> None:
    html = """<main><p id=lead>Tern Airways was fun.</p><h2>Work</h2>
    <h3 id=head>Tern Airways</h3><p id=below>Tern Airways flies.</p></main>"""
    assert marked(page, html, "Tern Airways", ("Work", "Tern Airways")) == "head"


def test_words_with_something_put_between_are_found_in_their_parts(page: Page) -> None:
    html = (
        "<p>Ran the Kafka clusters<sup>1</sup> behind the booking system (see below), for years</p>"
    )
    quote = "Ran the Kafka clusters behind the booking system for years"
    assert found(page, html, quote) == [
        "Ran the Kafka clusters", "behind the booking system", "for years",
    ]  # fmt: skip
    assert found(page, html, quote, whole=True) == []


def test_a_quote_that_is_there_for_its_larger_part_is_found_in_that_part(page: Page) -> None:
    html = "<p>Ran the Kafka clusters behind the booking system</p><p>Kafka</p>"
    quote = "[logo] Ran the Kafka clusters behind the booking system"
    assert found(page, html, quote) == ["Ran the Kafka clusters behind the booking system"]
    assert found(page, html, "Kafka " + "never heard of " * 4) == []


def test_the_page_is_left_as_it_was(page: Page) -> None:
    page.set_content(JOBS)
    before = page.content()
    found_in = f"""() => {{ {part("fold")} {part("find")} findWords("Docker", []); }}"""
    page.evaluate(found_in)
    assert page.content() == before


def test_a_long_page_takes_no_time_that_is_felt(page: Page) -> None:
    html = "<p>Ran the Kafka clusters behind the booking system</p>" * 4_000  # 200 kB of words
    page.set_content(f"<main>{html}</main>")
    quote = "Ran the Kafka clusters of another system behind the bookings, and never again"
    took = page.evaluate(
        f"""(quote) => {{ {part("fold")} {part("find")}
        const began = performance.now();
        findWords(quote, ["Work"]);
        return performance.now() - began;
        }}""",
        quote,
    )
    assert took < 5_000
