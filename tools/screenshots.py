"""Pictures of the chat page and the widget, for the README: `make screenshots`.

An invented person's resume is served, beside it her site with the widget; questions are asked in
Chromium, wide and on a phone, in light and dark. Small WebP files go into `docs/images/`.
"""

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, until_ready
from tests.browser.portfolio import RESUME, build
from tests.browser.site import Site
from tests.served import ROOT, Server
from tools.widget_pictures import take_looks

TARGET = ROOT / "docs" / "images"
#: Bytes that a picture may have; whoever opens the README loads all of them.
LARGEST = 60_000
WIDE, PHONE = ("wide", 1280, 800), ("phone", 390, 780)
QUESTIONS = ("Has she used Kafka?", "What does she earn?")


def take_pages(browser: Browser, address: str, folder: Path) -> list[Path]:
    """Take the chat page after two questions; where there is room, with a citation followed."""
    taken = []
    for name, width, height in (WIDE, PHONE):
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if scheme == "dark" else "light",
                has_touch=name == "phone",
            )
            visitor = context.new_page()
            visitor.goto(address)
            visitor.wait_for_selector("html.ready")
            for number, question in enumerate(QUESTIONS):
                visitor.fill("#question", question)
                visitor.press("#question", "Enter")
                visitor.locator(".log .turn").nth(number).wait_for(timeout=120_000)
            if name == "wide":
                visitor.locator("button.chip").first.click()
            visitor.wait_for_timeout(1_000)  # until nothing moves
            taken.append(folder / f"page-{name}-{scheme}.png")
            visitor.screenshot(path=taken[-1])
            context.close()
    return taken


def save(taken: Path) -> None:
    """Keep a picture without loss, but in as few colours as make it small."""
    picture = Image.open(taken).convert("RGB")
    for colours in (128, 64, 32, 16):
        written = io.BytesIO()
        reduced = picture.quantize(colours, dither=Image.Dither.NONE).convert("RGB")
        reduced.save(written, "WEBP", lossless=True, method=6)
        if written.tell() <= LARGEST:
            break
    (TARGET / f"{taken.stem}.webp").write_bytes(written.getvalue())
    print(f"docs/images/{taken.stem}.webp: {written.tell() / 1000:.0f} kB, {colours} colours")


def main() -> None:
    """Serve, look, and end."""
    chromium = shutil.which("chromium") or sys.exit("Install Chromium: apt-get install chromium")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, Site(Path(name) / "site").running() as site:
        folder = Path(name)
        resume = folder / "wren.md"
        resume.write_text(RESUME, encoding="utf-8")
        own = {"RESUME_INDEX_DIR": f"{folder}/index", "RESUME_ALLOWED_ORIGINS": site.address}
        server = Server(kept | own, "--resume", str(resume))
        try:
            until_ready(server)
            build(site.folder, server.address)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                for taken in (
                    *take_pages(browser, server.address, folder),
                    *take_looks(browser, site, folder),
                ):
                    save(taken)
        finally:
            server.kill()


if __name__ == "__main__":
    main()
