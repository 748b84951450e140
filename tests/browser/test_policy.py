"""What our headers say is what a browser does: on the page, and for pages of other sites."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from served import Server

from tests.browser.conftest import Visitor

FAKE = Path(__file__).parents[1] / "ui" / "with_fake.py"

ASK = """async (address) => {
  const options = {method: "POST", headers: {"content-type": "application/json"},
                   body: JSON.stringify({question: "Kafka?"})};
  try { return (await (await fetch(address + "/api/chat", options)).json()).answer; }
  catch (error) { return error.name; }
}"""
READ = """async (address) => {
  try { return (await fetch(address)).status; } catch (error) { return error.name; }
}"""
#: A request that browsers send without asking first.
BLIND = """async (address) => {
  try { return (await fetch(address, {method: "POST", mode: "no-cors", body: "{}"})).type; }
  catch (error) { return error.name; }
}"""

Serve = Callable[..., Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers with settings of their own; they end with the test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RESUME_")}
    started: list[Server] = []

    def start(**settings: str) -> Server:
        started.append(Server(kept | settings, script=FAKE))
        return started[-1]

    yield start
    for server in started:
        server.kill()


@pytest.fixture
def other_site() -> Iterator[str]:
    """Another origin on this machine, with an empty page."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Another site</title>")

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Empty) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_page_keeps_to_its_policy_and_runs_nothing_that_is_put_in(
    serve: Serve, visitor: Visitor
) -> None:
    server = serve()
    page = visitor().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation',"
        " (event) => window.broken.push(event.violatedDirective + ' ' + event.blockedURI))"
    )
    page.goto(server.address)
    page.locator("textarea").first.wait_for()
    assert "Ada Wren" in page.content()
    assert page.evaluate("window.broken") == []
    assert [url for url in asked if not url.startswith(server.address)] == []
    page.evaluate(
        "() => { const bad = document.createElement('div'); bad.innerHTML ="
        ' \'<img src=/nowhere onerror="window.ran = 1"><img src="https://elsewhere.example/x">\';'
        " document.body.append(bad);"
        " const script = document.createElement('script'); script.text = 'window.ran = 2';"
        " document.body.append(script); }"
    )
    page.wait_for_function("window.broken.length >= 3")
    assert page.evaluate("window.ran") is None
    assert {entry.split()[0] for entry in page.evaluate("window.broken")} == {
        "script-src-attr", "script-src-elem", "img-src",
    }  # fmt: skip


def test_pages_of_another_site_neither_ask_nor_read_nor_frame(
    serve: Serve, visitor: Visitor, other_site: str
) -> None:
    server = serve()
    page = visitor().new_page()
    page.goto(other_site)
    assert page.evaluate(ASK, server.address) == "TypeError"
    for path in ("/api/resume", "/healthz", "/config", "/", "/theme.css"):
        assert page.evaluate(READ, server.address + path) == "TypeError"
    for path in ("/api/chat", "/gradio_api/queue/join"):
        assert page.evaluate(BLIND, server.address + path) == "TypeError"
    assert framed(page, server.address) == "chrome-error://chromewebdata/"


def test_a_site_that_the_owner_names_asks_and_frames(
    serve: Serve, visitor: Visitor, other_site: str
) -> None:
    server = serve(RESUME_ALLOWED_ORIGINS=other_site)
    page = visitor().new_page()
    page.goto(other_site)
    assert page.evaluate(ASK, server.address) == "You asked: Kafka? [1]"
    assert page.evaluate(READ, f"{server.address}/api/resume") == 200
    assert page.evaluate(READ, f"{server.address}/config") == "TypeError"
    assert framed(page, server.address) == f"{server.address}/"


def framed(page: Any, address: str) -> str:
    """Where a frame of the page ends up that is sent to the address."""
    page.evaluate(
        "(address) => new Promise((done) => { const frame = document.createElement('iframe');"
        " frame.onload = done; frame.src = address; document.body.append(frame); })",
        address,
    )
    return str(page.frames[-1].url)
