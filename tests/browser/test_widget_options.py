"""What an owner can choose with data- attributes, on the script tag or on the element."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor, violations
from tests.browser.portfolio import bare, tag, write
from tests.browser.site import Site
from tests.browser.widget import WATCH, Widget
from tests.served import Server
from tools.build_widget import part

Portfolio = tuple[Site, Server]
Put = Callable[..., Widget]


def test_the_position_is_right_unless_it_is_left(put: Put) -> None:
    for options, left in [
        ({}, False),
        ({"position": "right"}, False),
        ({"position": "left"}, True),
    ]:
        widget = put(1280, "light", **options)
        box = widget.launcher.bounding_box()
        assert box and (box["x"] < 100) is left
        widget.open()
        box = widget.panel.bounding_box()
        assert box and (box["x"] < 100) is left


def test_title_greeting_and_starters_are_said_as_they_are_given(put: Put) -> None:
    widget = put(
        title="Ask Ada &lt;b&gt;",
        greeting="Hello.",
        starters="Has she used Kafka? | | Where did she study?",
    )
    expect(widget.launcher).to_have_text("Ask Ada <b>")
    widget.open()
    expect(widget.host.get_by_role("dialog")).to_have_accessible_name("Ask Ada <b>")
    expect(widget.host.locator(".greeting")).to_have_text("Hello.")
    expect(widget.starters).to_have_text(["Has she used Kafka?", "Where did she study?"])
    widget.starters.first.click()
    expect(widget.answers).to_contain_text("Kafka")
    expect(widget.starters.first).to_be_hidden()
    none = put(starters="")
    none.open()
    expect(none.host.locator(".headline")).to_have_text("Platform engineer")
    expect(none.starters).to_have_count(0)


def test_it_can_be_open_from_the_start_and_takes_no_focus(put: Put) -> None:
    widget = put(before=WATCH, open="")
    expect(widget.panel).to_be_visible()
    assert widget.page.evaluate("document.activeElement.tagName") == "BODY"
    widget.page.wait_for_timeout(300)
    assert sum(widget.page.evaluate("window.shifts")) == 0
    widget.close.click()
    widget.page.reload()
    expect(widget.launcher).to_be_visible()  # as the visitor left it
    # Not where it would cover all there is, and not where the owner says no.
    expect(put(360, "light", open="").launcher).to_be_visible()
    expect(put(open="false").launcher).to_be_visible()


@pytest.mark.parametrize(
    ("html", "options", "close"),
    [
        ('lang="de"', {}, "Schließen"),
        ('lang="pt-BR"', {}, "Fechar"),
        ('lang="de"', {"lang": "fr"}, "Fermer"),
        ('lang="en"', {"lang": "ES_mx"}, "Cerrar"),
        ('lang="ja"', {}, "Close"),
        ('lang="constructor"', {}, "Close"),
        ("", {}, "Close"),
    ],
)
def test_labels_are_in_the_pages_language_or_the_one_given(
    put: Put, html: str, options: dict[str, str], close: str
) -> None:
    widget = put(html=html, **options)
    widget.open()
    expect(widget.close).to_have_accessible_name(close)


def test_every_language_has_every_label(put: Put) -> None:
    languages, labels = put().page.evaluate(
        f"() => {{ {part('labels')} return [LANGUAGES, LABELS]; }}"
    )
    assert set(languages) >= {"en", "de", "fr", "es", "pt"}
    for name, words in labels.items():
        assert len(words) == len(languages), name
        assert all(each.strip() for each in words), name
        assert len({each.count("{}") for each in words}) == 1, name


def test_right_to_left_pages_have_it_mirrored(put: Put) -> None:
    for width in (360, 1280):
        widget = put(width, "light", html='lang="ar" dir="rtl"')
        widget.open()
        widget.ask("Has she used Kafka?")
        close, title = widget.close.bounding_box(), widget.host.locator(".title").bounding_box()
        send, field = widget.send.bounding_box(), widget.input.bounding_box()
        assert close and title and send and field
        assert close["x"] < title["x"] and send["x"] < field["x"]
        box = widget.panel.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert widget.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_element_in_the_page_is_the_panel_itself_and_no_launcher_is_beside_it(put: Put) -> None:
    widget = put(
        content='<resume-assistant data-theme="dark" data-greeting="Hi."></resume-assistant>'
    )
    inline = Widget(widget.page, "main resume-assistant")
    expect(inline.panel).to_be_visible()
    expect(inline.host.locator(".greeting")).to_have_text("Hi.")
    expect(Widget(widget.page, "body > resume-assistant").launcher).to_be_hidden()
    assert widget.page.evaluate("document.activeElement.tagName") == "BODY"
    inline.ask("Has she used Kafka?")
    inline.input.press("Escape")
    expect(inline.panel).to_be_visible()
    assert violations(widget.page) == []
    widget.page.evaluate("document.querySelector('main resume-assistant').remove()")
    expect(Widget(widget.page, "body > resume-assistant").launcher).to_be_visible()


def test_an_element_that_is_not_in_view_asks_for_nothing(put: Put) -> None:
    asked: list[str] = []
    widget = put(content='<div style="height: 300vh"></div><resume-assistant></resume-assistant>')
    widget.page.on("request", lambda request: asked.append(request.url))
    inline = Widget(widget.page, "main resume-assistant")
    widget.page.wait_for_timeout(500)
    assert asked == []
    inline.host.scroll_into_view_if_needed()
    expect(inline.starters).not_to_have_count(0)
    assert [url for url in asked if url.endswith("/api/resume")] == asked


def test_loaded_twice_and_late_it_is_there_once(put: Put) -> None:
    twice = put(
        head='<script defer src="{0}/widget.js"></script><script src="{0}/widget.js"></script>'
    )
    expect(twice.launcher).to_have_count(1)
    late = put(
        head="", content="", before="", html='lang="en"',
    )  # fmt: skip
    server = twice.page.evaluate("document.querySelector('script[src*=\"/widget.js\"]').src")
    late.page.evaluate(
        "(src) => document.head.append(Object.assign(document.createElement('script'), { src }))",
        server,
    )
    late.open()
    late.ask("Has she used Kafka?")


def test_on_a_phone_it_fills_the_screen_and_leaves_room_for_the_keyboard(put: Put) -> None:
    widget = put(360, "light", before=KEYBOARD, content="<p>Long ago.</p>" * 60)
    widget.open()
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    page = widget.page
    page.evaluate("show(400, 60)")
    assert widget.panel.bounding_box() == {"x": 0, "y": 60, "width": 360, "height": 400}
    page.evaluate("show(740, 0)")
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}
    page.evaluate("visualViewport.scale = 2; show(370, 0)")  # enlarged by the visitor
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 740}


#: A phone's keyboard, as a page gets to know of it.
KEYBOARD = """
const view = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
Object.defineProperty(window, "visualViewport", { value: view });
window.show = (height, offsetTop) => {
  Object.assign(view, { height, offsetTop });
  view.dispatchEvent(new Event("resize"));
};
"""


def test_every_target_is_large_enough(put: Put) -> None:
    for width in (360, 1280):
        widget = put(width, "light")
        widget.open()
        expect(widget.starters).not_to_have_count(0)
        widget.host.locator(".starters").evaluate("(node) => (window.sizes = [])")
        _note_sizes(widget.page)
        widget.ask("Has she used Kafka?")
        _note_sizes(widget.page)
        small = [each for each in widget.page.evaluate("sizes") if min(each[1:]) < 24]
        assert small == []
        assert len(widget.page.evaluate("sizes")) > 8


def _note_sizes(page: Page) -> None:
    page.evaluate(
        """() => {
          const { shadowRoot } = document.querySelector("resume-assistant");
          for (const node of shadowRoot.querySelectorAll("button, textarea, a")) {
            const { width, height } = node.getBoundingClientRect();
            if (width) window.sizes.push([node.outerHTML.slice(0, 80), width, height]);
          }
        }"""
    )


def test_motion_is_left_out_where_it_is_not_wanted(put: Put, visitor: Visitor) -> None:
    still = put()
    still.page.emulate_media(reduced_motion="reduce")
    still.launcher.click()
    assert still.panel.evaluate("(panel) => panel.getAnimations().length") == 0
    moving = put()
    moving.launcher.click()
    assert moving.panel.evaluate("(panel) => getComputedStyle(panel).animationName") == "rise"


def test_focus_is_seen_on_every_control(put: Put) -> None:
    widget = put()
    widget.page.keyboard.press("Tab")
    while not widget.launcher.evaluate("(node) => node.matches(':focus-visible')"):
        widget.page.keyboard.press("Tab")
    for _ in range(7):
        outline = widget.page.evaluate(
            """() => {
              const { shadowRoot } = document.activeElement;
              if (!shadowRoot) return null;
              const style = getComputedStyle(shadowRoot.activeElement);
              return [style.outlineStyle, parseFloat(style.outlineWidth)];
            }"""
        )
        if outline:
            assert outline[0] == "solid" and outline[1] >= 2
        if widget.launcher.is_visible():
            widget.page.keyboard.press("Enter")
        else:
            widget.page.keyboard.press("Shift+Tab")


def test_where_a_browser_has_no_highlights_the_words_are_selected(put: Put) -> None:
    widget = put(
        before="delete CSS.highlights; delete window.Highlight;",
        content="<p>She ran the <b>Kafka</b> clusters behind the booking system of Tern.</p>",
        head='<script defer src="{0}/widget.js"></script>',
    )
    widget.page.evaluate("() => Object.defineProperty(CSS, 'highlights', { value: undefined })")
    widget.open()
    widget.ask("Has she used Kafka?")
    widget.chips.first.click()
    assert widget.page.evaluate("getSelection().toString()") == (
        "ran the Kafka clusters behind the booking system"
    )


def test_a_page_without_anything_of_its_own_has_it_too(
    portfolio: Portfolio, visitor: Visitor
) -> None:
    site, server = portfolio
    write(site.folder, "bare", bare("", tag(server.address)))
    opened = visitor().new_page()
    opened.goto(f"{site.address}/bare/")
    widget = Widget(opened)
    widget.open()
    widget.ask("Has she used Kafka?")
