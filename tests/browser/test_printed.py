"""A resume in PDF on the chat page: its pages as pictures, with boxes around what is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pdf_made import made, page, text
from playwright.sync_api import Locator, Page, expect

from tests.browser.chat_page import ChatPage
from tests.browser.conftest import LOOKS, Visitor, until_ready, violations
from tests.served import Server

LIT = "Kept the harbour lamp lit for two winters"
BOOK = ("Wrote the handbook for the fog signal, with drawings and the", "tables of its tides.")
SANG = "Sang bass in the choir of Emden"
REPAIRED = "Repaired barometers for the harbour museum"


def coloured(colour: str, drawn: str) -> str:
    """What is drawn in a colour that nothing else has; so the test knows where it is painted."""
    return f"q {colour} rg {drawn} Q "


#: Two pages, with one statement that goes on from the first to the second.
PAGES = made(
    page(
        "# Ada Wren", "Lamp keeper at large", "# Work", "Lighthouse of Borkum",
        "Lamp keeper, 2019 - 2021",
    )
    + coloured("1 0 0", text(72, 650, f"- {LIT}"))
    + coloured("0 0 1", text(72, 60, f"- {BOOK[0]}")),
    coloured("0 0 1", text(78, 740, BOOK[1]))
    + page("# Education", "School of Navigation, Elsfleth, 2015 - 2018", top=700),
)  # fmt: skip
#: A page that is turned, and written so that it is read upright then.
TURNED = made(
    "q 0 1 -1 0 612 0 cm "
    + page("# Ada Wren", "# Volunteering", "Choir of Emden, 2012 - 2014", top=540)
    + coloured("0 0.6 0", text(72, 480, f"- {SANG}"))
    + "Q ",
    entries="/Rotate 90",
)
#: A page of which a part is shown.
CUT = made(
    page("# Ada Wren", "# Projects", "Museum of Weather, 2010", top=650, left=150)
    + coloured("0.6 0 0.6", text(150, 600, f"- {REPAIRED}")),
    entries="/CropBox[100 150 500 700]",
)
#: Of each citation the question, the file, and the colour of its words on each page.
CITED = {
    "one line": ("Who kept the harbour lamp lit?", "wren.pdf", {1: (255, 0, 0)}),
    "two pages": (
        "Did Ada write the handbook for the fog signal?", "wren.pdf",
        {1: (0, 0, 255), 2: (0, 0, 255)},
    ),
    "a turned page": ("Did Ada sing in a choir?", "turned.pdf", {1: (0, 153, 0)}),
    "a part of a page": ("Did Ada repair barometers?", "cut.pdf", {1: (153, 0, 153)}),
}  # fmt: skip

#: Where in a picture pixels of a colour are, as shares of its sides; left, top, right, bottom.
INK = """async (image, [red, green, blue]) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    let found = [1, 1, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
        const off = Math.abs(data[at] - red) + Math.abs(data[at + 1] - green)
            + Math.abs(data[at + 2] - blue);
        if (off > 60) continue;
        const [x, y] = [(at / 4 % width) / width, Math.floor(at / 4 / width) / height];
        found = [Math.min(found[0], x), Math.min(found[1], y),
            Math.max(found[2], x), Math.max(found[3], y)];
    }
    return found;
}"""
#: Where the boxes on a page are, in the same way, without the pixel that they are wider and higher.
BOXES = """leaf => {
    const page = leaf.querySelector("img").getBoundingClientRect();
    const boxes = [...leaf.querySelectorAll(".around")].map(box => box.getBoundingClientRect());
    return [
        (Math.min(...boxes.map(each => each.left)) + 2 - page.left) / page.width,
        (Math.min(...boxes.map(each => each.top)) + 1 - page.top) / page.height,
        (Math.max(...boxes.map(each => each.right)) - 2 - page.left) / page.width,
        (Math.max(...boxes.map(each => each.bottom)) - 1 - page.top) / page.height,
    ];
}"""

Opened = Callable[..., ChatPage]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, apart: dict[str, str]) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("printed")
    named: list[str] = []
    for name, data in (("wren", PAGES), ("turned", TURNED), ("cut", CUT)):
        Path(folder, f"{name}.pdf").write_bytes(data)
        named += ["--resume", str(folder / f"{name}.pdf")]
    running = Server(apart | {"RESUME_TODAY": "2026-11-24"}, *named)
    until_ready(running)
    yield running
    running.kill()


@pytest.fixture
def opened(server: Server, visitor: Visitor) -> Opened:
    return lambda *look, **options: ChatPage(visitor(*look, **options).new_page(), server.address)


def leaf(at: Page, file: str, number: int) -> Locator:
    return at.locator(f'.leaf[data-file="{file}"][data-page="{number}"]')


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_a_citation_opens_the_picture_of_its_page_with_the_words_boxed(
    opened: Opened, width: int, scheme: str
) -> None:
    at = opened(width, scheme)
    faults = [f"before: {fault}" for fault in violations(at.page)]
    at.ask(CITED["one line"][0])
    at.chip().click()
    first = leaf(at.page, "wren.pdf", 1)
    at.comes_into_view(first.locator(".around"))
    expect(first.locator("figcaption")).to_contain_text(LIT)
    assert [each["text"] for each in at.marked()] == [LIT], "and in the text it is marked, too"
    faults += [f"cited: {fault}" for fault in violations(at.page)]
    assert at.overflow() <= 0
    first.get_by_role("button", name="Show in the text").click()
    at.comes_into_view(at.page.locator("[data-lines].shown"))
    faults += [f"in the text: {fault}" for fault in violations(at.page)]
    at.back.click()
    at.comes_into_view(at.chip())
    expect(at.page.locator(".around")).to_have_count(0)
    expect(first.locator("figcaption")).to_have_text("Page 1 of 2 of wren.pdf")
    assert faults == []
    assert at.errors == []
    assert at.foreign_requests() == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("which", CITED)
def test_the_box_lies_over_the_words_that_are_cited(opened: Opened, width: int, which: str) -> None:
    question, file, colours = CITED[which]
    at = opened(width)
    at.ask(question)
    at.chip().click()
    expect(at.page.locator(".boxes")).to_have_count(len(colours))
    at.comes_into_view(leaf(at.page, file, 1).locator(".around").first)
    for number, colour in colours.items():
        shown = leaf(at.page, file, number)
        shown.scroll_into_view_if_needed()
        left, top, right, bottom = shown.locator("img").evaluate(INK, list(colour))
        box = shown.evaluate(BOXES)
        assert left < right, "nothing is painted in this colour"
        line = bottom - top
        # A bullet may stand before the words; the box has the height of the line, not of its ink.
        assert box[0] <= left + 0.03 and abs(box[2] - right) < 0.015
        assert left - box[0] < 0.015
        assert box[1] <= top + 0.1 * line and box[3] >= bottom - 0.1 * line
        assert box[3] - box[1] < 2.2 * line
    assert at.page.locator(".around").count() == len(colours), "no other words are boxed"


def test_the_picture_can_be_reached_and_left_with_the_keyboard_alone(opened: Opened) -> None:
    at = opened()
    at.ask(CITED["one line"][0])
    keys = at.page.keyboard
    at.chip().focus()
    keys.press("Enter")
    cited = at.page.get_by_role("img", name=f"Page 1 of 2 of wren.pdf, cited: “{LIT}”")
    expect(cited).to_be_focused()
    keys.press("Tab")
    expect(at.page.get_by_role("button", name="Show in the text")).to_be_focused()
    keys.press("Enter")
    expect(at.page.locator("[data-lines].shown")).to_be_focused()
    expect(at.page.locator("[data-lines].shown")).to_contain_text(LIT)
    keys.press("Escape")
    expect(at.chip()).to_be_focused()
    expect(at.page.locator(".boxes")).to_have_count(0)


def test_the_text_is_there_below_and_a_link_leads_to_it(opened: Opened) -> None:
    at = opened(360)
    pictures = at.page.locator("#page .leaf img")
    assert pictures.count() == 4
    for each in pictures.all():
        assert "as printed, page" in (each.get_attribute("alt") or "")
    at.page.get_by_role("link", name="Read it as text").click()
    at.comes_into_view(at.page.locator("#page #as-text"))
    expect(at.page.locator("#page article.sheet")).to_contain_text(LIT)
    assert at.page.url.startswith(at.address)


def test_where_a_picture_cannot_be_had_the_words_are_marked_in_the_text(opened: Opened) -> None:
    at = opened()
    at.page.route("**/api/resume/pages/**", lambda route: route.fulfill(status=503))
    at.open()
    expect(leaf(at.page, "wren.pdf", 1)).to_be_hidden()
    at.ask(CITED["one line"][0])
    at.chip().click()
    at.comes_into_view(at.page.locator("[data-lines].shown"))
    assert [each["text"] for each in at.marked()] == [LIT]
    # A picture further down is asked for when it comes into view, and fails only then.
    at.ask(CITED["a part of a page"][0])
    at.chip().click()
    at.comes_into_view(at.page.locator("[data-lines].shown"))
    assert [each["text"] for each in at.marked()] == [REPAIRED]


def test_in_high_contrast_the_box_is_a_line_around_words_that_stay_readable(
    opened: Opened,
) -> None:
    at = opened(1280, forced_colors="active")
    at.ask(CITED["one line"][0])
    at.chip().click()
    line, behind, above = at.page.locator(".around").first.evaluate(
        """box => [getComputedStyle(box).outlineStyle, getComputedStyle(box).backgroundColor,
            getComputedStyle(box, "::before").content]"""
    )
    assert line == "solid"
    assert behind.startswith("rgba(") and behind.endswith(", 0)"), "it covers the words"
    assert above == "none"


def test_without_scripts_pages_and_text_are_there(server: Server, visitor: Visitor) -> None:
    at = visitor(1280, java_script_enabled=False).new_page()
    at.goto(server.address)
    expect(leaf(at, "wren.pdf", 1).locator("img")).to_be_visible()
    expect(at.locator("article.sheet")).to_contain_text(LIT)
