"""Pictures of what visitors see, for the README: `make screenshots`.

Serves the resume of the settings, asks two of its own starter questions in a browser, and writes
small WebP files into `docs/images/`.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.served import Server

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "images"
#: Bytes that a picture may have; a README loads all of them.
LARGEST = 60_000
FLAGS = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none")
WIDE, PHONE = (1280, 800), (390, 760)


@dataclass(frozen=True, slots=True)
class Look:
    """A window that pictures are taken of."""

    name: str
    size: tuple[int, int]
    scheme: str


LOOKS = [
    Look(f"{name}-{scheme}", size, scheme)
    for name, size in (("wide", WIDE), ("phone", PHONE))
    for scheme in ("light", "dark")
]


def main() -> None:
    """Take every picture anew."""
    chromium = shutil.which("chromium") or sys.exit("Install Chromium: apt-get install chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for look in LOOKS:
            with window(browser, look) as page:
                take_page(page, address)
                save(page, f"page-{look.name}")
        browser.close()


def take_page(page: Page, address: str) -> None:
    """The chat page after two questions; where there is room, with a citation followed."""
    page.goto(address)
    page.wait_for_selector("html.ready")
    starters = page.locator(".starters button").all_inner_texts()
    for number, question in enumerate(starters[1:3]):
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.wait_for_function(
            "n => document.querySelectorAll('.log .turn').length === n", arg=number
        )
    if page.viewport_size and page.viewport_size["width"] == WIDE[0]:
        page.locator("button.chip").first.click()
    page.wait_for_timeout(1_000)  # until nothing moves


@contextmanager
def window(browser: Browser, look: Look) -> Iterator[Page]:
    """A window of that look, of a visitor who has not been here."""
    width, height = look.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if look.scheme == "dark" else "light",
        has_touch=look.size == PHONE,
    )
    yield context.new_page()
    context.close()


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server that is ready to answer."""
    server = Server(dict(os.environ))
    try:
        ready = f"{server.address}/readyz"
        while True:
            with suppress(OSError), urllib.request.urlopen(ready, timeout=30):  # noqa: S310
                break
            time.sleep(0.2)
        yield server.address
    finally:
        server.kill()


def save(page: Page, name: str) -> None:
    """Write what the window shows without loss, but in as few colours as make it small."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    for colours in (128, 64, 32, 16):
        reduced = picture.quantize(colours, dither=Image.Dither.NONE).convert("RGB")
        written = io.BytesIO()
        reduced.save(written, "WEBP", lossless=True, method=6)
        if written.tell() <= LARGEST:
            break
    (FOLDER / f"{name}.webp").write_bytes(written.getvalue())
    print(f"docs/images/{name}.webp: {written.tell() // 1000} kB, {colours} colours")


if __name__ == "__main__":
    main()
