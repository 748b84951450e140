"""Whatever accent and theme are chosen, the widget can be read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.widget import Widget

Put = Callable[..., Widget]


def rgb(colour: str) -> list[float]:
    return [float(part) / 255 for part in re.findall(r"[\d.]+", colour)[:3]]


def luminance(colour: str) -> float:
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def colours(widget: Widget, part: str) -> tuple[str, str]:
    found = widget.host.locator(part).first.evaluate(
        "(node) => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]"
    )
    return found[0], found[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("accent", ["#0085a1", "gold", "#ffffff", "#000", "rgb(128 128 128)"])
def test_any_accent_can_be_read(put: Put, accent: str, scheme: str) -> None:
    widget = put(1280, scheme, accent=accent)
    text, fill = colours(widget, ".launcher")
    assert contrast(text, fill) >= 4.5
    widget.open()
    expect(widget.starters.first).to_be_visible()
    ground = colours(widget, ".panel")[1]
    assert contrast(colours(widget, ".starters button")[0], ground) >= 4.5
    widget.ask("Has she used Kafka?")
    assert contrast(*colours(widget, ".asked")) >= 4.5
    assert contrast(*colours(widget, ".chip span")) >= 4.5


@pytest.mark.parametrize(
    "accent", ["no colour", "url(//wren.example/x)", "", "red;}*{display:none"]
)
def test_an_accent_that_is_none_leaves_the_usual_one(put: Put, accent: str) -> None:
    usual, given = colours(put(), ".launcher"), colours(put(accent=accent), ".launcher")
    assert given == usual


def test_an_accent_is_kept_as_it_is_where_it_can_be(put: Put) -> None:
    assert colours(put(accent="#7a1fa2"), ".launcher") == (
        "rgb(255, 255, 255)",
        "rgb(122, 31, 162)",
    )
    assert colours(put(accent="gold"), ".launcher") == ("rgb(0, 0, 0)", "rgb(255, 215, 0)")


def test_the_theme_is_the_visitors_or_the_owners(put: Put) -> None:
    for scheme, theme, dark in [
        ("light", "auto", False), ("dark", "light", False), ("light", "dark", True),
        ("dark", "nonsense", True),
    ]:  # fmt: skip
        widget = put(1280, scheme, theme=theme)
        widget.open()
        assert (luminance(colours(widget, ".panel")[1]) < 0.1) is dark
    widget = put(1280, "light")
    widget.page.emulate_media(color_scheme="dark")
    expect(widget.host.locator(".root")).to_have_attribute("data-theme", "dark")
