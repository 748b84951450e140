"""Where a citation leads, and that an answer is text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations
from tests.browser.widget import Widget, answer, citation, event, stands_in

Open = Callable[..., Widget]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_citation_leads_to_the_resumes_page_and_marks_its_line(visit: Open, width: int) -> None:
    widget = visit("/about/", width)
    widget.ask("Has she used Kafka?")
    widget.chips.first.click()
    widget.page.wait_for_url("**/resume/**")
    widget.page.wait_for_function("() => CSS.highlights.get('resume-assistant')")
    assert widget.marked() == ["Ran the Kafka clusters behind the booking system"]
    expect(widget.answers).to_have_count(1)
    # Where the panel would cover the words it stays away, and it takes no focus anywhere.
    expect(widget.panel).to_be_visible(visible=width > 400)
    assert widget.page.evaluate("document.activeElement.tagName") == "BODY"


def test_a_citation_opens_beside_when_the_visitor_wants_it_so(visit: Open) -> None:
    widget = visit("/about/")
    widget.ask("Has she used Kafka?")
    with widget.page.expect_popup() as opened:
        widget.chips.first.click(modifiers=["Control"])
    assert "/resume/#:~:text=" in opened.value.evaluate(
        "performance.getEntriesByType('navigation')[0].name"
    )
    assert widget.page.url.endswith("/about/")


def test_a_citation_of_another_site_opens_beside_and_gets_no_hold_of_ours(visit: Open) -> None:
    widget = visit("/about/")
    url = "http://127.0.0.2:9/resume/#:~:text=Ran"
    stands_in(
        widget.page, event("answer", answer("Yes [1].", citation(1, "Ran many things", url=url)))
    )
    widget.ask("Kafka?")
    with widget.page.expect_popup() as opened:
        widget.chips.first.click()
    assert opened.value.evaluate("window.opener") is None
    expect(widget.panel).to_be_visible()


@pytest.mark.parametrize(
    "url", [None, "javascript:alert(1)", "data:text/html,x", "http://[", "/about/"]
)
def test_a_citation_that_leads_nowhere_shows_its_quote_in_place(
    visit: Open, url: str | None
) -> None:
    widget = visit("/about/")
    cited = citation(1, "Kept bees in Cork <b>", ("Other", "Bees"), url)
    stands_in(widget.page, event("answer", answer("Yes [1].", cited)))
    said = widget.ask("Bees?")
    before = widget.page.url
    widget.chips.first.click()
    expect(said.locator("blockquote")).to_have_text("Other › BeesKept bees in Cork <b>")
    assert violations(widget.page) == []
    widget.chips.first.click()
    expect(said.locator("blockquote")).to_have_count(0)
    assert widget.page.url == before


def test_an_answer_is_text_and_never_markup(visit: Open) -> None:
    widget = visit("/about/")
    hostile = (
        "<img src=x onerror=alert(1)> [2] <script>alert(2)</script> javascript:alert(3)"
        " [1][01][99]\n"
        "See https://wren.example/code?a=1&b=2. or (http://wren.example), ada@wren.example!"
    )
    cited = citation(1, "<img src=x onerror=alert(4)>", ("<b>Work</b>",))
    stands_in(
        widget.page, event("text", {"text": hostile}) + event("answer", answer(hostile, cited))
    )
    said = widget.ask("<i>Who?</i>")
    expect(widget.log).to_contain_text("<i>Who?</i>")
    expect(said).to_contain_text("<img src=x onerror=alert(1)>")
    expect(said).not_to_contain_text("[")
    expect(widget.chips).to_have_count(2)  # [1] and [01]
    widget.chips.first.hover()
    expect(widget.card).to_contain_text("<img src=x onerror=alert(4)>")
    assert said.locator("img, script, b, i").count() == 0
    links = said.get_by_role("link").evaluate_all(
        "(all) => all.map((link) => [link.href, link.rel])"
    )
    assert links == [
        [href, "noopener noreferrer"]
        for href in [
            "https://wren.example/code?a=1&b=2",
            "http://wren.example/",
            "mailto:ada@wren.example",
        ]
    ]
