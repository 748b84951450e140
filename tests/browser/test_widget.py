"""The widget on a site of another origin: what it costs, what it says, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS, Visitor, violations
from tests.browser.portfolio import bare, build, tag, write
from tests.browser.site import Site
from tests.browser.widget import WATCH, Widget, answer, citation, event
from tests.served import Server

Portfolio = tuple[Site, Server]
Open = Callable[..., Widget]


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
