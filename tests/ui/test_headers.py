"""Every response, whoever made it, tells browsers what may run, load, frame and read it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from web import application, running

from assistant.settings import Settings
from ingest.errors import SettingsError
from ui.headers import inline_scripts

SITE = "https://ada.example"
FOREIGN = "https://elsewhere.example"
ASKED: dict[str, Any] = {"json": {"question": "Go?"}}


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with running(application(rate_per_address="1000/second")) as running_client:
        yield running_client


@pytest.fixture
async def shared() -> AsyncIterator[httpx.AsyncClient]:
    """The same where a site and another one may ask."""
    origins = f"{SITE}, http://localhost:4000"
    async with running(application(allowed_origins=origins)) as running_client:
        yield running_client


async def every_kind(client: httpx.AsyncClient, **headers: str) -> list[httpx.Response]:
    """A page, files, Gradio's own answers, ours, and errors of every layer."""
    gets = (
        "/ /config /theme.css /favicon.ico /gradio_api/info /gradio_api/upload /healthz /readyz"
        " /api/resume /api/resume/pages/1.png /api/chat /nowhere /openapi.json"
    ).split()
    posts: list[dict[str, Any]] = [
        ASKED, {"json": {}}, {"content": b"x"}, {"content": b"x" * 70_000},
        {**ASKED, "headers": {"accept": "text/event-stream"}},
    ]  # fmt: skip
    responses = [await client.get(path, headers=headers) for path in gets]
    for post in posts:
        sent = {**post, "headers": headers | post.get("headers", {})}
        responses.append(await client.post("/api/chat", **sent))
    responses.append(await client.post("/gradio_api/queue/join", json={}, headers=headers))
    responses.append(await client.options("/api/chat", headers=headers))
    return responses


async def test_every_response_has_the_headers(client: httpx.AsyncClient) -> None:
    responses = await every_kind(client)
    assert {response.status_code for response in responses} >= {200, 404, 405, 413, 415, 422}
    for response in responses:
        headers = response.headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        assert "origin" in headers["vary"].lower()
        assert "server" not in headers
        assert "x-powered-by" not in headers
        is_page = headers.get("content-type", "").startswith("text/html")
        ours = "default-src 'none'; frame-ancestors 'none'"
        assert (headers["content-security-policy"] == ours) is not is_page


async def test_an_error_of_our_own_making_has_them_too() -> None:
    app = application()

    @app.get("/broken")
    async def broken() -> None:
        raise ZeroDivisionError("/home/ada")

    async with running(app) as client:
        response = await client.get("/broken")
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "ada" not in response.text


async def test_the_page_runs_its_own_scripts_and_no_other(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    policy = dict(
        directive.split(" ", 1) for directive in page.headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == policy["connect-src"] == "'self'"
    assert "'unsafe-inline'" not in policy["script-src"]
    assert not re.search(r"https?:|\*|blob:|data:", policy["script-src"])
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.+?)</script>", page.text, re.DOTALL)
    assert inline
    for code in inline:
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy["script-src"]


async def test_a_page_is_whole_for_a_browser_that_takes_it_compressed(
    client: httpx.AsyncClient,
) -> None:
    plain = await client.get("/", headers={"accept-encoding": "identity"})
    packed = await client.get("/", headers={"accept-encoding": "br, gzip"})
    assert packed.text == plain.text
    assert packed.headers["content-security-policy"] == plain.headers["content-security-policy"]


def test_inline_scripts_are_told_from_those_that_are_loaded() -> None:
    page = b"<script src='a.js'></script><SCRIPT type=module>1</SCRIPT><script>1</script>"
    assert len(inline_scripts(page)) == 1
    assert inline_scripts(page + b"<script\n>2</script>")[1].startswith("sha256-")


async def test_another_origin_gets_nothing_of_any_route(client: httpx.AsyncClient) -> None:
    # Gradio's own rule answers whoever asks, with credentials, unless the host is this machine.
    for host in ("test", "localhost:7860", "127.0.0.1:7860", "chat.ada.example"):
        for origin in (FOREIGN, "null", f"http://{host}.elsewhere.example"):
            for response in await every_kind(client, origin=origin, host=host):
                granted = [name for name in response.headers if name.startswith("access-control-")]
                assert granted == []
                assert FOREIGN not in response.text
                assert "origin" in response.headers["vary"].lower()


async def test_another_origin_may_not_send_anything(client: httpx.AsyncClient) -> None:
    forms = {"content-type": "text/plain"}
    for path in ("/api/chat", "/gradio_api/queue/join", "/gradio_api/cancel", "/"):
        for told in (
            {"origin": FOREIGN},
            {"origin": "null"},
            {"origin": "http://test", "sec-fetch-site": "cross-site"},
            {"origin": "http://test:81"},
            {"origin": "http://test", "sec-fetch-site": "same-site"},
        ):
            response = await client.post(path, content=b"{}", headers=forms | told)
            assert response.status_code == 403
            assert response.headers["content-type"] == "application/problem+json"


async def test_our_own_page_and_programs_may(client: httpx.AsyncClient) -> None:
    for told in (
        {},
        {"origin": "http://test"},
        {"origin": "http://test", "sec-fetch-site": "same-origin"},
        # A proxy that speaks HTTPS for us, and does not hand the host on.
        {"origin": "https://chat.ada.example", "sec-fetch-site": "same-origin"},
    ):
        assert (await client.post("/api/chat", **ASKED, headers=told)).is_success


async def test_a_site_that_is_allowed_asks_and_reads_the_answer(shared: httpx.AsyncClient) -> None:
    for origin in (SITE, "http://localhost:4000"):
        told = {"origin": origin, "sec-fetch-site": "cross-site"}
        asks = {
            **told,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        }
        before = await shared.options("/api/chat", headers=asks)
        assert before.status_code == 204
        assert before.headers["access-control-allow-origin"] == origin
        assert before.headers["access-control-allow-methods"] == "GET, POST"
        assert "content-type" in before.headers["access-control-allow-headers"].lower()
        assert before.headers["access-control-max-age"] == "600"
        for response in (
            before,
            await shared.post("/api/chat", **ASKED, headers=told),
            await shared.post("/api/chat", json={}, headers=told),
            await shared.get("/api/resume", headers=told),
        ):
            assert response.headers["access-control-allow-origin"] == origin
            assert response.headers["access-control-expose-headers"] == "Retry-After"
            assert "access-control-allow-credentials" not in response.headers
            assert "origin" in response.headers["vary"].lower()


@pytest.mark.parametrize(
    "near",
    [
        "http://ada.example",
        "https://ada.example:444",
        "https://ADA.example.evil.example",
        "https://sub.ada.example",
        "https://evilada.example",
        "https://ada.example/",
        "null",
    ],
)
async def test_only_the_exact_origin_is_allowed(shared: httpx.AsyncClient, near: str) -> None:
    asks = {"origin": near, "access-control-request-method": "POST"}
    before = await shared.options("/api/chat", headers=asks)
    assert before.status_code == 403
    for response in (before, await shared.get("/api/resume", headers={"origin": near})):
        assert not [name for name in response.headers if name.startswith("access-control-")]


async def test_a_site_that_is_allowed_gets_nothing_of_the_page_s_own_routes(
    shared: httpx.AsyncClient,
) -> None:
    for path in ("/", "/config", "/gradio_api/info"):
        response = await shared.get(path, headers={"origin": SITE})
        assert not [name for name in response.headers if name.startswith("access-control-")]
    told = {"origin": SITE, "sec-fetch-site": "cross-site"}
    refused = await shared.post("/gradio_api/queue/join", json={}, headers=told)
    assert refused.status_code == 403


async def test_a_site_that_is_allowed_may_frame_the_page(shared: httpx.AsyncClient) -> None:
    page = await shared.get("/")
    assert page.headers["content-security-policy"].endswith(
        f"frame-ancestors 'self' {SITE} http://localhost:4000"
    )
    assert "x-frame-options" not in page.headers
    assert (await shared.get("/api/resume")).headers["content-security-policy"].endswith("'none'")


@pytest.mark.parametrize("host", ['a"><script>', "a b", "a/b", "a:b", "user@a", "[::1"])
async def test_a_host_that_is_none_is_refused(client: httpx.AsyncClient, host: str) -> None:
    for path in ("/", "/healthz"):
        response = await client.get(path, headers={"host": host})
        assert response.status_code == 400
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["ada.example", "localhost:7860", "127.0.0.1", "[::1]:7860", ""])
async def test_any_real_host_is_served(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/healthz", headers={"host": host})).is_success


async def test_a_page_is_kept_by_nobody_but_its_visitor(client: httpx.AsyncClient) -> None:
    # It holds the address that it was asked at, which a header may say.
    evil = {"x-forwarded-host": 'a"><script>alert(1)</script>'}
    page = await client.get("/", headers=evil)
    assert page.headers["cache-control"] == "private, no-cache"
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ()),
        ("https://Ada.example/", ("https://ada.example",)),
        (
            "https://ada.example:443,http://b.example:80",
            ("https://ada.example", "http://b.example"),
        ),
        ("http://[::1]:4000 , http://localhost", ("http://[::1]:4000", "http://localhost")),
        ("https://müller.example", ("https://xn--mller-kva.example",)),
    ],
)
def test_origins_are_kept_as_browsers_send_them(given: str, kept: tuple[str, ...]) -> None:
    assert Settings.load(allowed_origins=given).allowed_origins == kept


@pytest.mark.parametrize(
    "given",
    [
        "*", "ada.example", "https://*.ada.example", "https://a.example/x", "null",
        "https://a.example;script-src", "https://u@a.example", "https://a.example?x",
    ],
)  # fmt: skip
def test_what_is_no_exact_origin_is_refused(given: str) -> None:
    with pytest.raises(SettingsError, match="RESUME_ALLOWED_ORIGINS"):
        Settings.load(allowed_origins=given)
