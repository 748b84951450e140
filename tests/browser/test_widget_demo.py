"""The page that shows every option and builds the tag to copy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS, Visitor, violations
from tests.browser.portfolio import page as site_page
from tests.browser.portfolio import write
from tests.browser.site import Site
from tests.browser.widget import Widget
from tests.served import Server
from ui.widget.script import widget_script

Portfolio = tuple[Site, Server]


def demo(portfolio: Portfolio, visitor: Visitor, *look: object) -> Page:
    page = visitor(*look).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.on("console", lambda message: pytest.fail(message.text))
    page.goto(f"{portfolio[1].address}/widget")
    return page


@pytest.mark.parametrize("look", LOOKS)
def test_it_can_be_seen_and_read_in_every_look(
    portfolio: Portfolio, visitor: Visitor, look: tuple[int, str]
) -> None:
    page = demo(portfolio, visitor, *look)
    expect(Widget(page).launcher).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("(image) => image.naturalWidth") == 640


def test_the_button_follows_what_is_chosen_and_so_does_the_tag(
    portfolio: Portfolio, visitor: Visitor
) -> None:
    site, server = portfolio
    page = demo(portfolio, visitor)
    widget = Widget(page)
    tag = page.locator("#tag")
    script = widget_script()
    assert tag.inner_text() == (
        f'<script defer src="{server.address}/widget.js?v={script.version}"\n'
        f'  integrity="{script.integrity}" crossorigin="anonymous"></script>\n'
        f'<noscript><a href="{server.address}/">Ask about this resume</a></noscript>'
    )
    page.get_by_label("data-accent").fill("gold")
    page.get_by_label("data-title").fill('Ask "Ada" <now>')
    page.get_by_label("data-position").select_option("left")
    page.get_by_label("data-lang").select_option("fr")
    expect(widget.launcher).to_have_text('Ask "Ada" <now>')
    expect(widget.launcher).to_have_css("background-color", "rgb(255, 215, 0)")
    box = widget.launcher.bounding_box()
    assert box and box["x"] < 100
    assert page.evaluate("document.activeElement.id") == "title"
    # Pasted as it is into a site, the tag does what was seen here.
    write(site.folder, "pasted", site_page("<h1>A page</h1>", tag.inner_text()))
    pasted = visitor().new_page()
    pasted.goto(f"{site.address}/pasted/")
    there = Widget(pasted)
    expect(there.launcher).to_have_text('Ask "Ada" <now>')
    expect(there.launcher).to_have_css("background-color", "rgb(255, 215, 0)")
    there.open()
    expect(there.close).to_have_accessible_name("Fermer")
    there.ask("Has she used Kafka?")


def test_it_shows_the_panel_in_the_page_and_the_plain_tag(
    portfolio: Portfolio, visitor: Visitor
) -> None:
    page = demo(portfolio, visitor)
    page.get_by_role("checkbox", name="In the page").check()
    page.get_by_label("Pin it").uncheck()
    page.get_by_label("data-theme").select_option("dark")
    assert page.locator("#tag").inner_text().splitlines()[:3] == [
        f'<script defer src="{portfolio[1].address}/widget.js"',
        '  data-theme="dark"></script>',
        "<resume-assistant></resume-assistant>",
    ]
    inline = Widget(page, "#preview resume-assistant")
    expect(inline.panel).to_have_css("background-color", "rgb(22, 26, 32)")
    expect(Widget(page, "body > resume-assistant").launcher).to_be_hidden()
    inline.ask("Has she used Kafka?")
    assert violations(page) == []
    page.get_by_role("checkbox", name="In the page").uncheck()
    expect(Widget(page, "body > resume-assistant").launcher).to_be_visible()


def test_the_tag_is_copied(portfolio: Portfolio, visitor: Visitor) -> None:
    page = demo(portfolio, visitor)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#copied")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#tag").inner_text()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#copied")).to_have_text("Press Ctrl+C to copy.")
    assert page.evaluate("getSelection().toString()") == page.locator("#tag").inner_text()
