"""The widget on a site of another origin: what it costs, what it says, where it leads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS, Visitor, violations
from tests.browser.portfolio import bare, build, tag, write
from tests.browser.site import Site
from tests.browser.widget import WATCH, Widget, answer, citation, event, problem, stands_in
from tests.served import ROOT, Server

Portfolio = tuple[Site, Server]
Open = Callable[..., Widget]


@pytest.fixture
def visit(portfolio: Portfolio, visitor: Visitor) -> Open:
    """A visitor on a page of the site, with the panel open."""

    def open_page(path: str = "/resume/", *look: object, opened: bool = True) -> Widget:
        page = visitor(*look).new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.goto(portfolio[0].address + path)
        widget = Widget(page)
        expect(widget.launcher).to_be_visible()
        if opened:
            widget.open()
        return widget

    return open_page


@pytest.mark.parametrize("look", LOOKS)
def test_the_launcher_costs_one_file_and_moves_nothing(
    portfolio: Portfolio, visitor: Visitor, look: tuple[int, str]
) -> None:
    site, server = portfolio
    context = visitor(*look)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH)
    page.goto(site.address + "/resume/", wait_until="networkidle")
    widget = Widget(page)
    expect(widget.launcher).to_be_visible()
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.startswith(site.address)] == [
        f"{server.address}/widget.js"
    ]
    assert (
        len([url for url in asked if url.startswith(site.address)]) == 3
    )  # the page, style, script
    widget.open()
    widget.close.click()
    page.wait_for_timeout(300)
    assert sum(page.evaluate("window.shifts")) == 0
    assert page.evaluate("document.fonts.size") == 0
    assert context.cookies() == []
    assert page.evaluate("document.activeElement.tagName") == "RESUME-ASSISTANT"


@pytest.mark.parametrize("look", LOOKS)
def test_a_visitor_asks_reads_and_is_led_to_the_line(visit: Open, look: tuple[int, str]) -> None:
    widget = visit("/resume/", *look, opened=False)
    page = widget.page
    assert violations(page) == []
    widget.open()
    expect(widget.starters).not_to_have_count(0)
    expect(widget.host.locator(".title")).to_have_text("Ask about Ada Wren")
    assert violations(page) == []
    said = widget.ask("Has she used Kafka?")
    expect(said).to_contain_text("Ran the Kafka clusters behind the booking system")
    expect(widget.live).to_be_hidden()
    assert violations(page) == []
    widget.chips.first.hover()
    expect(widget.card).to_contain_text("Ran the Kafka clusters behind the booking system")
    expect(widget.card).to_contain_text("Tern Airways")
    assert violations(page) == []
    widget.chips.first.click()
    assert widget.marked() == ["Ran the Kafka clusters behind the booking system"]
    # On a phone the panel makes way.
    expect(widget.panel).to_be_visible(visible=look[0] > 400)
    page.wait_for_function(
        """() => {
          const [range] = CSS.highlights.get("resume-assistant");
          const { top } = range.getBoundingClientRect();
          return top > 50 && top < innerHeight - 50;
        }"""
    )
    assert violations(page) == []


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
        limits = {"RESUME_RATE_PER_ADDRESS": "1/minute", "RESUME_ALLOWED_ORIGINS": site.address}
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


def test_an_answer_is_seen_while_it_is_written_and_read_out_once(visit: Open) -> None:
    widget = visit()
    page = widget.page
    _slow_server(page)
    page.evaluate(LISTEN)
    widget.type("Kafka?")
    expect(widget.live).to_have_text("One moment…")
    expect(widget.status).to_have_text("One moment…")
    page.evaluate("next()")
    expect(widget.live).to_have_text("Yes, at Tern")
    expect(widget.live).to_have_attribute("aria-hidden", "true")
    expect(widget.log).not_to_contain_text("Tern")
    page.evaluate("next()")
    # Of a marker nothing shows until its citation is known.
    expect(widget.live).to_have_text("Yes, at Tern Airways")
    page.evaluate("next()")
    expect(widget.answers.locator("p")).to_have_text("Yes, at Tern Airways1.")
    expect(widget.live).to_be_hidden()
    assert page.evaluate("heard") == ["You asked: Kafka?", "Yes, at Tern Airways 1 ."]
    expect(widget.chips).to_have_count(1)


#: What a screen reader hears of the log: what is added, a line each.
LISTEN = """
window.heard = [];
const log = document.querySelector("resume-assistant").shadowRoot.querySelector("[role=log]");
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const { innerText } of addedNodes)
      heard.push(innerText.replace(/\\s+/g, " "));
}).observe(log, { childList: true, subtree: true });
"""


def _slow_server(page: Page) -> None:
    """An answer in pieces that are cut anywhere; `next()` sends one."""
    cited = citation(1, "Ran the Kafka clusters", ("Experience",))
    whole = (
        ": hello\r\n\r\n" + event("state", {"state": "warming"}).replace("\n", "\r\n")
        + "|" + event("text", {"text": "Yes, "}) + event("text", {"text": "at Tern"})
        + "|" + event("text", {"text": " Airways [1"})
        + "|" + event("text", {"text": "]."}) + "event: nonsense\ndata: {}\n\nid: 7\nretry: 1\n"
        + event("answer", answer("Yes, at Tern Airways [1][7].", cited)).replace("\n", "\r")
    )  # fmt: skip
    page.evaluate(
        """(pieces) => {
          const encoder = new TextEncoder();
          window.fetch = async () => {
            let control;
            const body = new ReadableStream({ start: (given) => (control = given) });
            window.next = async () => {
              for (const byte of encoder.encode(pieces.shift()))
                control.enqueue(Uint8Array.of(byte));
              if (!pieces.length) control.close();
            };
            next();
            return new Response(body, { headers: { "content-type": "text/event-stream" } });
          };
        }""",
        whole.split("|"),
    )


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
    _slow_server(widget.page)
    widget.type("Kafka?")
    expect(widget.send).to_have_accessible_name("Stop")
    widget.input.press("Enter")  # does not stop it
    expect(widget.live).to_be_visible()
    widget.send.click()
    expect(widget.failure).to_contain_text("Stopped.")
    expect(widget.live).to_be_hidden()
    expect(widget.send).to_have_accessible_name("Send")


def test_everything_can_be_done_by_keyboard_alone(visit: Open) -> None:
    widget = visit(opened=False)
    page = widget.page
    page.locator("footer").click()
    press = page.keyboard.press
    press("Tab")
    expect(widget.launcher).to_be_focused()
    press("Enter")
    expect(widget.input).to_be_focused()
    page.keyboard.type("Has she used Kafka?")
    press("Shift+Enter")
    page.keyboard.type("Please.")
    press("Enter")
    expect(widget.answers).to_have_count(1)
    while page.evaluate("document.activeElement.shadowRoot.activeElement.className") != "chip":
        press("Shift+Tab")
    expect(widget.chips.last).to_be_focused()
    expect(widget.card).to_be_visible()
    press("Escape")
    expect(widget.card).to_be_hidden()
    expect(widget.panel).to_be_visible()
    press("Enter")
    assert widget.marked() != []
    expect(widget.status).to_have_text("Marked on the page.")
    press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()
    # The page was never trapped: from the panel on, Tab goes on through it.
    press("Enter")
    for _ in range(4):
        press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "RESUME-ASSISTANT"
    assert page.evaluate("window.shortcuts.filter((key) => key.length === 1)") == []


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


def test_the_widget_works_where_the_site_allows_its_script_and_its_calls_alone(
    portfolio: Portfolio, visitor: Visitor
) -> None:
    site, server = portfolio
    page = visitor().new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.on("pageerror", lambda error: blocked.append(str(error)))
    policy = (
        f"default-src 'none'; script-src {server.address}; connect-src {server.address};"
        " require-trusted-types-for 'script'; trusted-types 'none'"
    )
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' + tag(server.address)
    content = "<p>Ran the Kafka clusters behind the booking system</p>"
    write(site.folder, "strict", bare(content, head.replace('<link rel="icon" href="data:,">', "")))
    page.goto(f"{site.address}/strict/")
    widget = Widget(page)
    widget.open()
    widget.ask("Has she used Kafka?")
    widget.chips.first.click()
    assert widget.marked() == ["Ran the Kafka clusters behind the booking system"]
    expect(widget.panel).to_have_css("position", "fixed")
    expect(widget.panel).to_have_css("background-color", "rgb(255, 255, 255)")
    assert [line for line in blocked if "icon" not in line] == []


def test_a_site_that_is_not_allowed_gets_no_answer(
    portfolio: Portfolio, visitor: Visitor, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _, server = portfolio
    with Site(tmp_path_factory.mktemp("elsewhere") / "site").running() as other:
        build(other.folder, server.address)
        page = visitor().new_page()
        page.goto(other.address)
        widget = Widget(page)
        widget.open()
        widget.type("Has she used Kafka?")
        expect(widget.failure).to_contain_text("cannot be reached")
        assert widget.answers.count() == 0
        for call in [
            f"fetch('{server.address}/api/resume')",
            f"""fetch('{server.address}/api/chat', {{
                method: 'POST',
                headers: {{ 'content-type': 'application/json' }},
                body: '{{"question": "Kafka?"}}',
            }})""",
        ]:
            script = f"{call}.then(() => 'read', (error) => error.name)"
            assert page.evaluate(script) == "TypeError"
