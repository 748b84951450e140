"""The chat page in Chromium, over a real server with a resume of its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS, RATE, Chat, PacedServer, violations

KAFKA = "Ran the Kafka clusters behind the booking system"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_visit_from_greeting_to_trouble_and_back_is_accessible_throughout(
    chat: Chat, chat_server: PacedServer, width: int, scheme: str
) -> None:
    at = chat(width, scheme)
    faults: list[str] = []

    def look(state: str) -> None:
        faults.extend(f"{state}: {fault}" for fault in violations(at.page))
        if (over := at.overflow()) > 0:
            faults.append(f"{state}: {over} px too wide")

    look("greeting")

    chat_server.pace(0.3)
    at.send("Has Ada used Kafka?")
    at.waits_in("streaming")
    look("streaming")
    assert at.pending.count() == 1, "it was over before it was looked at"
    chat_server.pace(0)
    expect(at.answers).to_contain_text("Yes. At Tern Airways (2016 to 2020)")
    look("answered")

    at.chip().hover()
    expect(at.tip).to_contain_text(f"“{KAFKA}”")
    look("quote")
    at.chip().click()
    assert at.marked() == [{"text": KAFKA, "line": "17"}]
    at.comes_into_view(at.page.locator(".shown"))
    look("cited")
    at.back.click()
    at.comes_into_view(at.chip())

    expect(at.ask("And Python?")).to_contain_text("Gull Ferries")
    assert at.ask("What does Ada earn?").get_attribute("data-state") == "not_in_resume"
    expect(at.answers.last).to_contain_text("Not in the resume")
    look("refused")
    assert at.ask("Write a poem about the sea").get_attribute("data-state") == "declined"
    expect(at.answers.last).to_contain_text("Not a question about the resume")
    look("declined")

    at.field.fill("wren " * 300)
    expect(at.page.locator("#counter")).to_have_text("499 characters too many")
    look("too long")
    at.field.fill("")

    at.answer_with(500)
    at.send("Has Ada led a team?")
    expect(at.waits_in("failed")).to_contain_text("Something went wrong here")
    look("failed")
    at.mend()
    at.retry.click()
    expect(at.answers.last).to_contain_text("Led a team of five engineers")

    at.cut()
    at.send("What did Ada study?")
    expect(at.waits_in("unreachable")).to_contain_text("Your question is kept")
    look("unreachable")
    at.mend()
    expect(at.answers.last).to_contain_text("University of Bristol")

    at.use_up(RATE)
    at.send("Has Ada used Kafka?")
    expect(at.waits_in("limited")).to_contain_text("You have asked a lot")
    expect(at.retry).to_be_disabled()
    assert re.fullmatch(r"Try again in \d+ s", at.retry.inner_text())
    look("limited")

    assert faults == []
    assert at.errors == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_wider_than_the_window_and_the_question_is_at_hand(
    chat: Chat, width: int
) -> None:
    at = chat(width)
    assert at.overflow() <= 0
    assert at.sees(at.field)
    at.ask("supercalifragilistic" * 20)
    at.ask("What did Ada do at Tern Airways?")
    assert at.overflow() <= 0
    at.comes_into_view(at.field)
    at.chip().click()
    at.comes_into_view(at.page.locator(".shown"))
    assert at.overflow() <= 0


def test_nothing_comes_from_another_host_and_nothing_is_left_behind(chat: Chat) -> None:
    at = chat()
    at.ask("Has Ada used Kafka?")
    at.chip().click()
    at.page.wait_for_load_state("networkidle")
    assert len(at.requests) > 10
    assert at.foreign_requests() == []
    assert at.page.context.cookies() == []
    assert at.page.evaluate("Object.keys(localStorage)") == []


def test_the_page_says_whose_assistant_it_is_and_is_read_as_english(chat: Chat) -> None:
    at = chat()
    assert at.page.title() == "Ask about Ada Wren"
    assert at.page.locator("html").get_attribute("lang") == "en"
    expect(at.page.get_by_role("heading", level=1)).to_have_text("Ask about Ada Wren")
    masthead = at.page.locator(".masthead")
    expect(masthead).to_contain_text("Keeper of the harbour's booking systems")
    expect(masthead.get_by_role("link", name="Email")).to_have_attribute(
        "href", "mailto:ada@wren.example"
    )
    icon = at.page.locator("link[rel=icon]").get_attribute("href")
    assert ">AW<" in at.page.request.get(f"{at.address}/{icon}").text()


def test_starters_are_about_this_resume_and_ask_with_a_click(chat: Chat) -> None:
    at = chat()
    starters = at.page.get_by_role("list", name="Questions to start with").get_by_role("button")
    assert 3 <= starters.count() <= 5
    assert "Ada" in starters.first.inner_text()
    question = starters.first.inner_text()
    starters.first.click()
    expect(at.answers).to_have_attribute("data-state", "answered")
    expect(at.page.locator(".question")).to_contain_text(question)
    expect(starters.first).to_be_hidden()


def test_only_the_quoted_words_of_a_longer_line_are_highlighted(chat: Chat) -> None:
    at = chat()
    at.ask("What is Ada's email address?")
    at.chip().click()
    assert at.marked() == [{"text": "ada@wren.example", "line": "5"}]


def test_browsers_without_the_highlight_api_mark_the_words_and_take_the_marks_away(
    chat: Chat,
) -> None:
    at = chat(script="delete CSS.__proto__.highlights; delete globalThis.Highlight;"
                     "Object.defineProperty(CSS, 'highlights', {value: undefined})")  # fmt: skip
    whole = at.page.locator("#sheet").inner_html()
    at.ask("What is Ada's email address?")
    at.chip().click()
    expect(at.page.locator("#sheet mark")).to_have_text("ada@wren.example")
    at.back.click()
    assert at.page.locator("#sheet").inner_html() == whole


FIND = """async ([script, html, citation]) => {
    const { find } = await import(script);
    const sheet = document.createElement("div");
    sheet.innerHTML = html;
    document.body.append(sheet);
    return find(citation, sheet).map(range => [
        range.startContainer.parentElement.closest("[data-lines]").id, range.toString()]);
}"""
LINES = """<div data-place="Work > Tern"><h4 id="a" data-lines="3">Tern</h4>
  <p id="b" data-lines="4">Google,  <b>Go</b> and
    Lua</p><p id="c" data-lines="5-6">Kafka</p></div>
  <div data-place="Work > Gull"><p id="d" data-lines="5-6">Kafka</p>
  <p><i id="e" data-lines="8">2016-01</i> <i id="f" data-lines="9">2020-02</i></p></div>"""


@pytest.mark.parametrize(
    ("text", "lines", "section", "found"),
    [
        ("Go", (4, 4), ["Work", "Tern"], [["b", "Go"]]),
        ("Go and Lua", (4, 4), ["Work", "Tern"], [["b", "Go and\n    Lua"]]),
        ("Kafka", (5, 6), ["Work", "Gull"], [["d", "Kafka"]]),
        ("Kafka", (5, 6), ["Work", "Tern"], [["c", "Kafka"]]),
        ("Kafka", (5, 6), ["Elsewhere"], [["c", "Kafka"]]),
        ("2016-01 - 2020-02", (8, 9), ["Work", "Gull"], [["e", "2016-01"], ["f", "2020-02"]]),
        ("of other words", (3, 3), ["Work", "Tern"], [["a", "Tern"]]),
        ("Kafka", (70, 70), ["Work", "Tern"], []),
    ],
)
def test_cited_words_are_found_by_line_place_and_text(
    finder: Page, text: str, lines: tuple[int, int], section: list[str], found: list[list[str]]
) -> None:
    source = {"start_line": lines[0], "end_line": lines[1]}
    citation = {"text": text, "section": section, "source": source}
    script = finder.locator("script[type=module][src^=page]").get_attribute("src") or ""
    address = f"{finder.url}{script.replace('page.js', 'sheet.js')}"
    assert finder.evaluate(FIND, [address, LINES, citation]) == found
