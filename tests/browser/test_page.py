"""The chat page in Chromium, over a real server with a resume of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chat_page import ChatPage
from tests.browser.conftest import LOOKS, RATE, Chat, PacedServer, Visitor, until_ready, violations

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
    expect(at.answers).to_contain_text("Yes. At Tern Airways")
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
    at = chat(script="Object.defineProperty(CSS, 'highlights', {value: undefined})")
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


@pytest.fixture(scope="module")
def finder(browser: Browser, chat_server: PacedServer) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(chat_server.address)
    yield page
    page.close()


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


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_the_quote_is_shown_while_its_number_is_hovered_or_has_the_focus(
    chat: Chat, how: str
) -> None:
    at = chat()
    at.ask("Has Ada used Kafka?")
    if how == "mouse":
        at.chip().hover()
    else:
        at.field.focus()
        # Back over the button that copies and the number after this one.
        for _ in range(3):
            at.page.keyboard.press("Shift+Tab")
        expect(at.chip()).to_be_focused()
    expect(at.tip).to_have_text(f"Experience › Tern Airways, line 17“{KAFKA}”")
    assert at.sees(at.tip)
    at.page.keyboard.press("Escape")
    expect(at.tip).to_have_count(0)


def test_on_a_phone_a_tap_leads_to_the_line_and_back_to_the_answer(chat: Chat) -> None:
    at = chat(360, has_touch=True, is_mobile=True)
    assert at.page.locator("#sheet").bounding_box()["y"] > 500, "the conversation comes first"
    at.ask("Has Ada used Kafka?")
    at.chip().tap()
    at.comes_into_view(at.page.locator(".shown"))
    expect(at.tip).to_have_count(0)
    at.back.tap()
    at.comes_into_view(at.chip())
    expect(at.back).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_can_be_done_with_the_keyboard_alone(chat: Chat, width: int) -> None:
    at = chat(width)
    keys = at.page.keyboard
    keys.press("Tab")
    expect(at.page.get_by_role("link", name="Skip to the question")).to_be_focused()
    assert at.sees(at.page.get_by_role("link", name="Skip to the question"))
    keys.press("Enter")
    expect(at.field).to_be_focused()
    keys.type("Has Ada used Kafka?")
    keys.press("Enter")
    expect(at.answers).to_have_count(1)
    expect(at.field).to_be_focused()
    for _ in range(3):
        keys.press("Shift+Tab")
    expect(at.chip()).to_be_focused()
    assert outline(at) != "none", "the focus cannot be seen"
    keys.press("Enter")
    expect(at.page.locator(".shown")).to_be_focused()
    keys.press("Escape")
    expect(at.chip()).to_be_focused()
    keys.press("Enter")
    keys.press("Tab")
    while not at.back.evaluate("element => element === document.activeElement"):
        keys.press("Tab")
    keys.press("Enter")
    expect(at.chip()).to_be_focused()
    at.page.get_by_role("button", name="New chat").focus()
    keys.press("Enter")
    expect(at.answers).to_have_count(0)
    expect(at.field).to_be_focused()


def outline(at: ChatPage) -> str:
    return str(at.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))


def test_shift_and_enter_breaks_the_line_and_a_question_too_long_is_kept(chat: Chat) -> None:
    at = chat()
    at.field.press_sequentially("One line")
    at.field.press("Shift+Enter")
    at.field.press_sequentially("and another")
    assert at.field.input_value() == "One line\nand another"
    counter = at.page.locator("#counter")
    expect(counter).to_have_text("")
    at.field.fill("w" * 850)
    expect(counter).to_have_text("850 of 1,000")
    at.field.fill("w" * 1_001)
    expect(counter).to_have_text("1 character too many")
    at.field.press("Enter")
    expect(at.page.locator("resume-chat [role=status]")).to_contain_text("too long")
    assert at.field.input_value() == "w" * 1_001
    assert at.asked == []
    at.send("  \n ")
    assert at.asked == []


def test_an_answer_is_announced_once_and_when_it_is_whole(
    chat: Chat, chat_server: PacedServer
) -> None:
    at = chat()
    chat_server.pace(0.05)
    at.page.evaluate(
        """() => {
            window.changes = [];
            new MutationObserver(records => records.forEach(record => changes.push([
                record.type, ...[...record.addedNodes].map(node => node.textContent)]))
            ).observe(document.querySelector("[role=log]"),
                {childList: true, characterData: true, attributes: true, subtree: true});
        }"""
    )
    at.send("Has Ada used Kafka?")
    at.waits_in("streaming")
    expect(at.answers).to_have_count(1)
    ((kind, words),) = at.page.evaluate("changes")
    assert kind == "childList"
    assert words.startswith("You asked: Has Ada used Kafka?Yes. At Tern Airways")


def test_words_come_as_they_are_said(chat: Chat, chat_server: PacedServer) -> None:
    at = chat()
    chat_server.pace(0.1)
    at.send("Has Ada used Kafka?")
    partly = at.waits_in("streaming")
    first = partly.inner_text()
    expect(partly).not_to_have_text(first)
    second = partly.inner_text()
    chat_server.pace(0)
    expect(at.answers).to_have_count(1)
    whole = re.sub(r"\s+", " ", at.answers.locator(".said").inner_text())
    for part in (first, second):
        assert whole.startswith(re.sub(r"\s+", " ", part).strip())
    assert first != second


def test_an_answer_under_way_can_be_stopped_and_its_question_changed(chat: Chat) -> None:
    at = chat()
    at.hold()
    at.send("Has Ada used Kafka?")
    at.waits_in("thinking")
    at.page.get_by_role("button", name="Stop").click()
    expect(at.pending).to_have_count(0)
    expect(at.field).to_have_value("Has Ada used Kafka?")
    expect(at.page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_a_follow_up_goes_with_what_was_said_as_much_of_it_as_is_taken(chat: Chat) -> None:
    at = chat()
    first = at.ask("Has Ada used Kafka?").locator(".said").inner_text()
    at.ask("And Python?")
    user, assistant = at.asked[-1]["history"]
    assert user == {"role": "user", "content": "Has Ada used Kafka?"}
    assert assistant["role"] == "assistant"
    assert assistant["content"].startswith(first.split("[")[0].split("\n")[0][:20])
    for size in (10, 2_000):
        remember(at, turns=40, size=size)
        at.ask("Has Ada used Kafka?")
        history = at.asked[-1]["history"]
        assert 2 <= len(history) <= 20
        assert sum(len(turn["content"].encode()) for turn in history) <= 16_384
        assert history[0]["role"] == "user"
        assert history[-1]["content"].endswith("39")


def remember(at: ChatPage, turns: int, size: int) -> None:
    """Go back to the page with a long conversation behind one."""
    at.page.evaluate(
        """([turns, size]) => {
            const kept = JSON.parse(sessionStorage.getItem("resume-assistant"));
            kept.turns = [...Array(turns).keys()].map(n => ({question: "é".repeat(size / 2),
                answer: {...kept.turns[0].answer, answer: "a".repeat(size) + n}}));
            sessionStorage.setItem("resume-assistant", JSON.stringify(kept));
        }""",
        [turns, size],
    )
    at.open()


def test_a_conversation_outlives_a_reload_and_ends_with_new_chat(chat: Chat) -> None:
    at = chat()
    at.ask("Has Ada used Kafka?")
    at.field.fill("And what")
    at.open()
    expect(at.answers).to_contain_text("Yes. At Tern Airways")
    expect(at.field).to_have_value("And what")
    at.chip().click()
    assert [each["text"] for each in at.marked()] == [KAFKA]
    at.page.get_by_role("button", name="New chat").click()
    assert at.marked() == []
    expect(at.page.get_by_role("list", name="Questions to start with")).to_be_visible()
    at.open()
    expect(at.answers).to_have_count(0)


def test_visitors_never_see_each_others_conversation(chat: Chat) -> None:
    one, other = chat(), chat(360)
    one.send("Has Ada used Kafka?")
    other.send("What did Ada study?")
    expect(one.answers).to_have_count(1)
    expect(other.answers).to_have_count(1)
    expect(one.answers).to_contain_text("Kafka")
    expect(other.answers).to_contain_text("University of Bristol")
    other.ask("And where?")
    assert "Kafka" not in json.dumps(other.asked)
    assert "Kafka" not in other.page.locator("resume-chat").inner_text()
    beside = one.page.context.new_page()
    beside.goto(one.address)
    expect(beside.locator("html.ready .starters")).to_be_visible()
    expect(beside.locator(".log .answer")).to_have_count(0)


def test_offline_the_question_is_kept_and_asked_when_the_net_is_back(chat: Chat) -> None:
    at = chat()
    at.page.context.set_offline(True)
    at.send("Has Ada used Kafka?")
    expect(at.waits_in("unreachable")).to_contain_text("You are offline")
    at.field.fill("And what I type meanwhile")
    at.page.context.set_offline(False)
    expect(at.answers).to_contain_text("Yes. At Tern Airways")
    expect(at.field).to_have_value("And what I type meanwhile")


def test_a_server_that_goes_and_comes_back_answers_what_was_asked_meanwhile(
    chat: Chat, chat_server: PacedServer
) -> None:
    at = chat()
    chat_server.pace(0.2)
    at.send("Has Ada used Kafka?")
    at.waits_in("streaming")
    chat_server.kill()
    at.waits_in("unreachable")
    chat_server.close()
    chat_server.start()
    expect(at.waits_in("warming")).to_contain_text("One moment")
    assert violations(at.page) == []
    chat_server.close(False)
    until_ready(chat_server)
    expect(at.answers).to_contain_text("Yes. At Tern Airways")
    assert len(at.asked) >= 2


def test_a_copied_answer_brings_its_sources_along(chat: Chat) -> None:
    at = chat(permissions=["clipboard-read", "clipboard-write"])
    at.ask("Has Ada used Kafka?")
    at.page.get_by_role("button", name="Copy this answer and its sources").click()
    expect(at.page.get_by_text("Copied")).to_be_visible()
    copied = at.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Yes. At Tern Airways")
    assert f"[1] “{KAFKA}” (Experience › Tern Airways, line 17)" in copied


def test_what_is_typed_and_answered_is_text_whatever_it_looks_like(chat: Chat) -> None:
    at = chat()
    hostile = "<img src=x onerror=window.hit=1> </p><script>window.hit=1</script> [1]"
    event = {"question": hostile, "status": "answered", "answer": f"{hostile} [7]", "citations": [
        {"number": 1, "quote": "<b>q", "text": "<b>q", "section": ["<i>s"], "url": "javascript:x",
         "source": {"file": "f", "start_line": 1, "end_line": 1, "page": None}}
    ]}  # fmt: skip
    body = f"event: text\ndata: {json.dumps({'text': hostile})}\n\n"
    body += f"event: answer\ndata: {json.dumps(event)}\n\n"
    at.page.route(
        "**/api/chat",
        lambda route: route.fulfill(content_type="text/event-stream", body=body),
    )
    answer = at.ask(hostile)
    expect(answer).to_contain_text("<img src=x onerror=window.hit=1>")
    expect(answer).to_contain_text("[7]")
    at.chip().hover()
    expect(at.tip).to_have_text("<i>s, line 1“<b>q”")
    at.open()
    assert at.page.locator("resume-chat :is(img, script, i, b)").count() == 0
    assert at.page.evaluate("window.hit") is None
    assert at.errors == []


def test_who_wants_no_motion_gets_none(chat: Chat) -> None:
    at = chat(reduced_motion="reduce")
    at.hold()
    at.send("Has Ada used Kafka?")
    at.waits_in("thinking")
    assert at.page.evaluate("document.getAnimations().length") == 0


def test_without_scripts_the_resume_can_be_read(visitor: Visitor, chat_server: PacedServer) -> None:
    page = visitor(360, java_script_enabled=False).new_page()
    page.goto(chat_server.address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ada Wren")
    expect(page.get_by_text(KAFKA)).to_be_visible()
    assert "Asking questions needs JavaScript." in page.locator(".moment").inner_text()
