"""The conversation, from page to page and from visitor to visitor."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.site import Site
from tests.browser.widget import Widget, answer, stands_in
from tests.served import Server

Portfolio = tuple[Site, Server]
Open = Callable[..., Widget]


def test_two_visitors_never_see_each_others_conversation(visit: Open) -> None:
    one, other = visit(), visit()
    one.ask("Has she used Kafka?")
    other.ask("Where did she study?")
    for widget, own, others in [(one, "Kafka", "Leeds"), (other, "Leeds", "Kafka")]:
        widget.page.goto(widget.page.url.replace("/resume/", "/about/"))
        expect(widget.log).to_contain_text(own)
        expect(widget.log).not_to_contain_text(others)


def test_the_conversation_comes_along_until_it_is_cleared(visit: Open) -> None:
    widget = visit("/about/")
    page = widget.page
    widget.ask("Where did she work last?")
    with page.expect_request("**/api/chat") as asked:
        widget.ask("And before that?")
    assert [turn["role"] for turn in asked.value.post_data_json["history"]] == ["user", "assistant"]
    widget.input.fill("half a que")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_role("link", name="Home").click()
    expect(widget.panel).to_be_visible()
    expect(widget.answers).to_have_count(2)
    expect(widget.input).to_have_value("half a que")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert [url for url in requests if "/api/" in url] == []
    widget.clear.click()
    expect(widget.answers).to_have_count(0)
    expect(widget.starters).not_to_have_count(0)
    page.reload()
    expect(widget.answers).to_have_count(0)
    expect(widget.input).to_have_value("")
    widget.close.click()
    page.reload()
    expect(widget.panel).to_be_hidden()


def test_a_question_under_way_is_asked_again_on_the_next_page(visit: Open) -> None:
    widget = visit("/about/")
    stands_in(widget.page, "")
    widget.page.route("**/api/chat", lambda route: None)  # never answered
    widget.type("Has she used Kafka?")
    expect(widget.live).to_be_visible()
    widget.page.unroute("**/api/chat")
    widget.page.goto(widget.page.url.replace("/about/", "/resume/"))
    expect(widget.answers).to_contain_text("Ran the Kafka clusters")


@pytest.mark.parametrize(
    "spoilt",
    [
        "{",
        '{"turns": 7}',
        '{"turns": [{"question": 1}, {"question": "q", "answer": {}}, null]}',
        "[]",
    ],
)
def test_whatever_stands_in_storage_the_widget_works(visit: Open, spoilt: str) -> None:
    widget = visit()
    expect(widget.starters).not_to_have_count(0)  # after which nothing more is kept
    widget.page.evaluate(
        "(spoilt) => Object.keys(sessionStorage).forEach((key) => (sessionStorage[key] = spoilt))",
        spoilt,
    )
    widget.page.reload()
    widget.open()
    widget.ask("Has she used Kafka?")


def test_where_storage_is_forbidden_the_conversation_lasts_as_long_as_the_page(
    portfolio: Portfolio, visitor: Visitor
) -> None:
    page = visitor().new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } })"
    )
    page.goto(portfolio[0].address)
    widget = Widget(page)
    widget.open()
    widget.ask("Has she used Kafka?")
    widget.ask("Where did she study?")
    expect(widget.answers).to_have_count(2)


def test_no_more_of_a_long_conversation_is_sent_than_the_server_takes(visit: Open) -> None:
    widget = visit()
    for length, most in [(10, 20), (900, 18)]:
        turns = [
            {"question": f"{n}" + "é" * length, "answer": answer("ü" * length)} for n in range(40)
        ]
        widget.page.evaluate(
            """(turns) => {
              const [key] = Object.keys(sessionStorage);
              sessionStorage[key] = JSON.stringify({ ...JSON.parse(sessionStorage[key]), turns });
            }""",
            turns,
        )
        widget.page.reload()
        expect(widget.answers).to_have_count(40)
        with widget.page.expect_request("**/api/chat") as asked:
            widget.ask("Has she used Kafka?")
        history = asked.value.post_data_json["history"]
        assert 2 <= len(history) <= most
        assert history[0]["role"] == "user"
        assert history[-2]["content"].startswith("39")
        assert len(json.dumps(history, ensure_ascii=False).encode()) <= 16_384
