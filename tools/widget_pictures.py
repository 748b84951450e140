"""Take the pictures that stand beside the widget's options on its demo page.

An invented person's resume is served, a page is opened for each option, and what Chromium shows of
it is cut to size and kept in few colours, so that a picture takes a few kilobytes.
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import FLAGS  # noqa: E402
from tests.browser.portfolio import RESUME, bare, tag, write  # noqa: E402
from tests.browser.site import Site  # noqa: E402
from tests.served import Server  # noqa: E402

TARGET = ROOT / "ui" / "widget" / "demo"
#: Shown at 320 by 200 on the demo page, and as sharp on screens with twice the dots.
WIDTH, HEIGHT = 640, 400
COLOURS = 48

#: The options that each picture shows, and whether the panel is open on it.
SHOWN: dict[str, tuple[list[dict[str, str]], bool]] = {
    "accent": ([{"accent": "#1f5eb8"}, {"accent": "gold"}, {"accent": "#0a7d4f"}], False),
    "theme": ([{"theme": "light"}, {"theme": "dark"}], True),
    "position": ([{"position": "left"}], False),
    "title": ([{"title": "Ask Ada anything"}], True),
    "greeting": (
        [{"greeting": "Hello! Ask me about my work, in your own words.", "starters": ""}],
        True,
    ),
    "starters": ([{"starters": "Where did you work last?|What do you build with?"}], True),
    "open": ([{"open": "true"}], False),
    "lang": ([{"lang": "de"}], True),
}


def take_all(browser: Browser, site: Site, address: str) -> None:
    """Take every picture, into `TARGET`."""
    for name, (variants, opened) in SHOWN.items():
        whole = Image.new("RGB", (WIDTH, HEIGHT), "white")
        for at, options in enumerate(variants):
            write(site.folder, name, bare(_TEXT, _LOOK + tag(address, **options)))
            visitor = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            visitor.goto(f"{site.address}/{name}/")
            shot = _shot(visitor, opened)
            visitor.close()
            if opened:  # side by side, from the panel's edge on
                part = WIDTH // len(variants)
                left = 200 if len(variants) > 1 else 0
                whole.paste(shot.crop((left, 0, left + part, HEIGHT)), (at * part, 0))
            else:  # one above the other, the corner with the button
                part = HEIGHT // len(variants)
                whole.paste(shot.crop((0, HEIGHT - part, WIDTH, HEIGHT)), (0, at * part))
        whole.quantize(COLOURS).save(TARGET / f"{name}.png", optimize=True)


def _shot(visitor: Page, opened: bool) -> Image.Image:
    visitor.locator("resume-assistant .root").wait_for(state="attached")
    if opened:
        visitor.locator(".launcher").click()
    if visitor.locator(".panel").is_visible():
        visitor.locator(".headline:not(:empty)").wait_for()
    visitor.evaluate("document.activeElement.blur()")
    visitor.wait_for_timeout(400)  # until it has come up
    return Image.open(io.BytesIO(visitor.screenshot())).convert("RGB")


_LOOK = """<style>
body { margin: 28px; font: 17px/1.7 system-ui; color: #5b6470 } nav, footer { display: none }
</style>"""
_TEXT = (
    "<h1>Ada Wren</h1>"
    + "<p>I keep booking systems up, and the people who run them asleep.</p>" * 6
)


def take_looks(browser: Browser, site: Site, folder: Path) -> list[Path]:
    """Take the widget with an answer, on a wide page and a phone, in light and dark."""
    taken = []
    for name, width, height in [("wide", 1280, 800), ("phone", 390, 780)]:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme
            )
            visitor = context.new_page()
            visitor.goto(f"{site.address}/resume/")
            visitor.locator(".launcher").click()
            visitor.get_by_role("textbox").fill("Has she used Kafka?")
            visitor.keyboard.press("Enter")
            visitor.locator(".chip").first.wait_for(timeout=120_000)
            if name == "wide":
                visitor.locator(".chip").first.click()
            else:
                visitor.locator(".chip").first.hover()
            visitor.wait_for_timeout(800)  # until it has come up, or the page has moved
            picture = Image.open(io.BytesIO(visitor.screenshot())).convert("RGB")
            context.close()
            taken.append(folder / f"widget-{name}-{scheme}.png")
            picture.quantize(COLOURS).save(taken[-1], optimize=True)
    return taken


def main() -> None:
    """Serve, look, and end."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    with tempfile.TemporaryDirectory() as folder, Site(Path(folder) / "site").running() as site:
        resume = Path(folder) / "wren.md"
        resume.write_text(RESUME, encoding="utf-8")
        own = {"RESUME_INDEX_DIR": f"{folder}/index", "RESUME_ALLOWED_ORIGINS": site.address}
        server = Server(kept | own, "--resume", str(resume))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=FLAGS
                )
                take_all(browser, site, server.address)
        finally:
            server.kill()


if __name__ == "__main__":
    main()
