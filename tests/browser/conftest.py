"""What the browser tests share: Debian's Chromium, windows in four looks, axe-core.

Without a browser they are reported as not run, with the reason; under CI=true that is a failure.
"""

from __future__ import annotations

import os
import shutil
import time
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.chat_page import RESUME, ChatPage
from tests.browser.portfolio import RESUME as RESUME_OF_SITE
from tests.browser.portfolio import build, tag, write
from tests.browser.portfolio import page as site_page
from tests.browser.site import Site
from tests.browser.widget import Widget
from tests.served import Server

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
AXE = Path(__file__).parent / "vendor" / "axe.min.js"

#: Every page and widget is looked at in these: window width and colour scheme.
LOOKS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]
HEIGHTS = {360: 740, 1280: 800}

# A busy machine takes its time, and the first answer waits for the model.
expect.set_options(timeout=30_000)

#: A function that opens a new visitor: a browser context of its own.
Visitor = Callable[..., BrowserContext]
#: A function that opens the chat page by width and colour scheme.
Chat = Callable[..., ChatPage]
PACED = Path(__file__).parent / "paced.py"
#: Questions that a visitor may ask in a minute.
RATE = 30


def needs(command: str) -> str:
    """The path of a program that the browser tests need, or the end of the test."""
    path = shutil.which(command)
    if path:
        return path
    reason = f"not run: {command} is not installed (as root: apt-get install {command})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Open while tests of this folder run: its driver holds the thread's only event loop."""
    program = needs("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Opens visitors by window width and colour scheme; all leave with the test."""
    opened: list[BrowserContext] = []

    def open_visitor(width: int = 1280, scheme: Any = "light", **options: Any) -> BrowserContext:
        size = {"width": width, "height": HEIGHTS.get(width, 800)}
        context = browser.new_context(viewport=size, color_scheme=scheme, **options)
        context.set_default_timeout(30_000)
        opened.append(context)
        return context

    yield open_visitor
    for context in opened:
        context.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with a page as it stands, a line each; [] is what is wanted."""
    # Evaluated by the driver, so that no policy of the page stands in its way.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")
    return [
        f"{each['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:200]})"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.fixture(scope="session")
def apart(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a server: no settings of ours, and an index folder that starts empty."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    return kept | {"RESUME_INDEX_DIR": str(tmp_path_factory.mktemp("index"))}


def until_ready(server: Server, patience: int = 240) -> None:
    """Wait until the server answers at once; loading the model takes long on a busy machine."""
    last = time.monotonic() + patience
    while True:
        try:
            with urllib.request.urlopen(f"{server.address}/readyz", timeout=30):
                return
        except OSError:  # 503 until then
            assert time.monotonic() < last, "the server does not get ready"
            time.sleep(0.5)


@pytest.fixture(scope="session")
def portfolio(
    tmp_path_factory: pytest.TempPathFactory, apart: dict[str, str]
) -> Iterator[tuple[Site, Server]]:
    """Ada Wren's site, and on another origin the server that knows her resume and this site."""
    folder = tmp_path_factory.mktemp("portfolio")
    resume = folder / "wren.md"
    resume.write_text(RESUME_OF_SITE, encoding="utf-8")
    with Site(folder / "site").running() as site:
        own = {"RESUME_ALLOWED_ORIGINS": site.address, "RESUME_SITE_URL": site.address}
        server = Server(apart | own | {"RESUME_TODAY": "2026-11-24"}, "--resume", str(resume))
        build(site.folder, server.address)
        until_ready(server)
        yield site, server
        server.kill()


@pytest.fixture
def visit(portfolio: tuple[Site, Server], visitor: Visitor) -> Callable[..., Widget]:
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


_numbers = count()


@pytest.fixture
def put(portfolio: tuple[Site, Server], visitor: Visitor) -> Callable[..., Widget]:
    """Puts the widget on a page of its own with options, or other lines in place of its tag."""

    def put_on_page(
        *look: Any, head: str | None = None, content: str = "", html: str = 'lang="en"',
        before: str = "", **options: str,
    ) -> Widget:  # fmt: skip
        site, server = portfolio
        path = f"options-{next(_numbers)}"
        lines = tag(server.address, **options) if head is None else head.format(server.address)
        write(site.folder, path, site_page(f"<h1>A page</h1>{content}", lines, html=html))
        opened = visitor(*look).new_page()
        if before:
            opened.add_init_script(before)
        opened.goto(f"{site.address}/{path}/")
        return Widget(opened)

    return put_on_page


class PacedServer(Server):
    """A server whose assistant opens when it is let, and answers as fast as it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        """Serve; again on the same port, if this was done before."""
        port = self.address.rpartition(":")[2] if hasattr(self, "address") else "0"
        super().__init__(_settings(self.folder), "--port", port, script=PACED)

    def pace(self, seconds: float) -> None:
        (self.folder / "pace").write_text(str(seconds))

    def close(self, closed: bool = True) -> None:
        """Keep the assistant from being opened, or open it."""
        (self.folder / "closed").touch() if closed else (self.folder / "closed").unlink()


def _settings(folder: Path) -> dict[str, str]:
    """Visitors are told apart by the header that a proxy would add."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    resume = folder / "wren.md"
    resume.write_text(RESUME, encoding="utf-8")
    return kept | {
        "PACES": str(folder),
        "RESUME_RESUME": str(resume),
        "RESUME_INDEX_DIR": str(folder / "index"),
        "RESUME_TODAY": "2026-11-24",
        "RESUME_TRUSTED_PROXIES": "127.0.0.1",
        "RESUME_RATE_PER_ADDRESS": f"{RATE}/minute",
    }


@pytest.fixture(scope="session")
def chat_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PacedServer]:
    """One server for all that only ask, ready to answer."""
    server = PacedServer(tmp_path_factory.mktemp("chat"))
    until_ready(server)
    yield server
    server.kill()


@pytest.fixture
def chat(visitor: Visitor, chat_server: PacedServer) -> Iterator[Chat]:
    """Opens the chat page, each time as another visitor; `script` runs before the page's own."""

    def open_page(
        width: int = 1280,
        scheme: str = "light",
        *,
        script: str = "",
        **options: Any,
    ) -> ChatPage:
        address = ".".join(str(byte) for byte in uuid.uuid4().bytes[:4])
        options["extra_http_headers"] = {"X-Forwarded-For": address}
        context = visitor(width, scheme, **options)
        if script:
            context.add_init_script(script)
        return ChatPage(context.new_page(), chat_server.address)

    yield open_page
    chat_server.pace(0)
