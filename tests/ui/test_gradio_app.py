"""Of Gradio, visitors get the page; of the machine that it runs on, they learn nothing."""

from __future__ import annotations

import getpass
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gradio
import httpx
import pytest
from conftest import ROOT
from fake_assistant import FakeAssistant, desk_over
from gradio.routes import App
from web import application, running

from ui.chat import page_app

#: What visitors may ask of Gradio; the last of these addresses is ours.
SHOWN = {"/", "/config", "/theme.css", "/robots.txt", "/favicon.ico", "/openapi.json"}
FOLDERS = ("/assets/", "/static/")


def flat(routes: Any) -> Iterator[Any]:
    """The routes, and those of the routers among them."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        yield from flat(inner.routes) if inner is not None else [route]


def gradio_routes() -> Iterator[tuple[str, str]]:
    """Every method and address that Gradio itself would answer, with something in each blank."""
    desk = desk_over(FakeAssistant())
    (mounted,) = (
        app
        for route in page_app(desk, desk.settings).routes
        if isinstance(app := getattr(route, "app", None), App)
    )
    for route in flat(mounted.routes):
        path = re.sub(r"\{[^}]+\}", "1", getattr(route, "path", ""))
        for method in sorted(getattr(route, "methods", None) or {"GET"}):
            yield method, path


async def test_gradio_answers_for_the_page_and_for_nothing_else() -> None:
    routes = set(gradio_routes())
    paths = {path for _, path in routes}
    assert {"/gradio_api/upload", "/gradio_api/file=1", "/gradio_api/queue/join"} <= paths
    assert len(paths) > 50
    async with running(application()) as client:
        for method, path in sorted(routes):
            response = await client.request(method, path)
            if path in SHOWN or path.startswith(FOLDERS):
                continue
            assert response.status_code in (404, 405), f"{method} {path}"
            assert method == "HEAD" or "detail" in response.json()


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../config.py", "/assets/%2e%2e/%2e%2e/routes.py",
        "/static/..%2f..%2f..%2fetc/passwd",
        "/gradio_api/file=/etc/passwd", "/file=/etc/passwd", "/gradio_api/file/etc/passwd",
        "/gradio_api/proxy=https://example.org", "/assets//etc/passwd", "/page/..%2fchat.py",
        "/theme.css/../gradio_api/info", "/gradio_api/startup-events", "/gradio_api/info",
    ],
)  # fmt: skip
async def test_no_file_of_the_machine_is_served(path: str) -> None:
    async with running(application()) as client:
        response = await client.get(path)
    assert response.status_code in (403, 404)
    assert "root:" not in response.text
    assert "import " not in response.text


def of_this_machine() -> list[str]:
    """What an outsider has no business to know."""
    return [
        str(ROOT), str(Path(gradio.__file__).parent), str(Path.home()), sys.prefix,
        getpass.getuser() + "@", f"/{getpass.getuser()}/", socket.gethostname(),
        "site-packages", gradio.__version__, sys.version.split()[0], " at 0x",
    ]  # fmt: skip


async def said_by(client: httpx.AsyncClient) -> list[str]:
    paths = ("/", "/config", "/?deep_link=1&view=settings", "/gradio_api/info", "/openapi.json")
    return [(await client.get(path)).text for path in (*paths, "/api/resume", "/readyz")]


async def test_nothing_is_told_of_the_machine() -> None:
    async with running(application()) as client:
        texts = await said_by(client)
    assert "components" in texts[1]
    for text in texts:
        assert [word for word in of_this_machine() if word in text] == []


async def test_a_page_that_cannot_be_made_is_told_in_a_line_without_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("/home/ada")

    monkeypatch.setattr("ui.chat.page_app", broken)
    async with running(application(), ready=False) as client:
        page = await client.get("/")
        ready = await client.get("/readyz")
        chat = await client.post("/api/chat", json={"question": "Go?"})
    assert [response.status_code for response in (page, ready, chat)] == [503, 503, 503]
    assert "ada" not in page.text + ready.text + chat.text
