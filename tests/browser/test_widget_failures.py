"""What the widget says and does when a question cannot be answered."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LOOKS, Visitor, violations
from tests.browser.portfolio import build
from tests.browser.site import Site
from tests.browser.widget import Widget, event, problem, stands_in
from tests.served import ROOT, Server

Open = Callable[..., Widget]


@pytest.mark.parametrize("look", LOOKS)
def test_refusals_and_failures_are_said_in_human_words(visit: Open, look: tuple[int, str]) -> None:
    widget = visit("/about/", *look)
    page = widget.page
    refusal = widget.ask("What does she earn?")
    expect(refusal).to_contain_text("The resume does not say")
    expect(refusal).to_have_class("answer not_in_resume")
    follow = widget.ask("Where did she work last?")
    expect(follow).to_contain_text("Tern Airways")
    assert violations(page) == []
    for reply, words in [
        (problem(429, retry_after=17), "Please try again in 17 seconds."),
        (problem(503, retry_after=4), "Please try again in 4 seconds."),
        (problem(500), "it was not your question"),
        (problem(413), "too long"),
        (
            problem(422, detail="The question has 2,000 characters; ask in at most 1,000."),
            "at most 1,000",
        ),
        ({"body": "<h1>Bad gateway</h1>", "status": 502, "kind": "text/html"}, "cannot be reached"),
    ]:
        stands_in(page, **reply)
        widget.type("And before that?")
        expect(widget.failure.last).to_contain_text(words)
    assert violations(page) == []


def test_a_visitor_who_asks_too_much_is_told_when_to_go_on(
    visitor: Visitor, tmp_path_factory: pytest.TempPathFactory, apart: dict[str, str]
) -> None:
    with Site(tmp_path_factory.mktemp("busy") / "site").running() as site:
        limits = {"RESUME_RATE_PER_ADDRESS": "1/hour", "RESUME_ALLOWED_ORIGINS": site.address}
        server = Server(apart | limits, script=ROOT / "tests" / "ui" / "with_fake.py")
        try:
            build(site.folder, server.address)
            page = visitor().new_page()
            page.goto(site.address)
            widget = Widget(page)
            widget.open()
            widget.ask("Kafka?")
            widget.type("And Go?")
            expect(widget.failure).to_have_text(
                re.compile(r"That was a lot of questions\. Please try again in \d+ seconds\.")
            )
        finally:
            server.kill()


def test_a_connection_that_breaks_is_tried_again_and_then_said(visit: Open) -> None:
    widget = visit()
    page = widget.page
    stands_in(page, event("text", {"text": "Yes, at"}))
    widget.type("Kafka?")
    expect(widget.failure).to_contain_text(
        "The assistant cannot be reached right now. Your question is kept."
    )
    widget.input.fill("and what I type next")
    page.unroute("**/api/chat")
    widget.host.get_by_role("button", name="Try again").click()
    expect(widget.answers).to_have_count(1)
    expect(widget.failure).to_have_count(0)
    expect(widget.log.get_by_text("Kafka?")).to_have_count(1)
    expect(widget.input).to_have_value("and what I type next")


def test_one_break_is_mended_without_a_word(visit: Open) -> None:
    widget = visit()
    tries = 0

    def once(route: object) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            route.abort("connectionreset")  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    widget.page.route("**/api/chat", once)
    widget.ask("Has she used Kafka?")
    assert tries == 2


def test_offline_is_said_and_the_question_goes_out_when_the_visitor_is_back(visit: Open) -> None:
    widget = visit()
    widget.page.context.set_offline(True)
    widget.type("Has she used Kafka?")
    expect(widget.failure).to_contain_text("You are offline.")
    assert violations(widget.page) == []
    widget.page.context.set_offline(False)
    expect(widget.answers).to_contain_text("Ran the Kafka clusters")
    expect(widget.failure).to_have_count(0)


def test_an_answer_can_be_stopped_and_asked_for_again(visit: Open) -> None:
    widget = visit()
    widget.page.route("**/api/chat", lambda route: None)  # never answered
    widget.type("Kafka?")
    expect(widget.send).to_have_accessible_name("Stop")
    widget.input.press("Enter")  # does not stop it
    expect(widget.live).to_be_visible()
    widget.send.click()
    expect(widget.failure).to_contain_text("Stopped.")
    expect(widget.live).to_be_hidden()
    expect(widget.send).to_have_accessible_name("Send")
