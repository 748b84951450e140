"""The widget as it is served, and the lines that put it on a site."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from conftest import ROOT, Run
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tools.build_widget import PARTS, TARGET, built
from ui.widget.routes import router
from ui.widget.script import widget_script

#: What the widget may weigh, all in all, as it goes over the wire.
HEAVIEST = 12_000


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()
    app.include_router(router)
    return TestClient(app)


def test_the_script_is_small_in_all() -> None:
    assert len(widget_script().compressed) <= HEAVIEST
    assert len(gzip.compress(widget_script().body, 9)) <= HEAVIEST


def test_the_script_that_is_kept_is_made_of_its_parts_as_they_are() -> None:
    assert TARGET.read_text(encoding="utf-8") == built(), "run `make widget`"
    sources = {file.stem for file in (TARGET.parent / "source").iterdir()}
    assert sources == set(PARTS)


def test_no_source_builds_markup_from_text_or_runs_it() -> None:
    for file in (TARGET.parent / "source").glob("*.js"):
        code = file.read_text(encoding="utf-8")
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|DOMParser"
            r"|setTimeout\([\"'`]|\.cookie|localStorage|@import|@font-face|url\(",
            code,
        )
        assert found == [], file.name


def test_it_is_served_small_with_a_tag_that_spares_the_next_visit(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"accept-encoding": "gzip"})
    assert response.status_code == 200
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"] == "text/javascript; charset=utf-8"
    assert int(response.headers["content-length"]) <= HEAVIEST
    assert response.headers["cache-control"] == "public, max-age=300"
    assert "accept-encoding" in response.headers["vary"]
    assert response.content == widget_script().body
    for given in (response.headers["etag"], f'"other", W/{response.headers["etag"]}'):
        again = client.get(
            "/widget.js", headers={"if-none-match": given, "accept-encoding": "gzip"}
        )
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == response.headers["etag"]
    assert client.get("/widget.js", headers={"if-none-match": '"other"'}).status_code == 200


def test_who_cannot_unpack_it_gets_it_as_it_is(client: TestClient) -> None:
    response = client.get("/widget.js", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in response.headers
    assert response.content == widget_script().body
    packed = client.get("/widget.js", headers={"accept-encoding": "gzip"})
    assert packed.headers["etag"] != response.headers["etag"]
    assert client.head("/widget.js").headers["content-type"] == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("version", ["", "0123456789abcdef"])
def test_only_its_own_version_may_be_kept_for_good(client: TestClient, version: str) -> None:
    own = client.get(f"/widget.js?v={widget_script().version}")
    assert own.headers["cache-control"] == "public, max-age=31536000, immutable"
    other = client.get(f"/widget.js?v={version}")
    assert other.headers["cache-control"] == "public, max-age=300"


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, Any]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_command_prints_lines_that_pin_the_script_and_do_without_it(
    run: Run, client: TestClient
) -> None:
    printed = run("widget", "--host", "https://ask.wren.example/")
    assert (printed.returncode, printed.stderr) == (0, "")
    (script, attributes), (noscript, _), (link, target) = Tags(printed.stdout).found
    assert (script, noscript, link) == ("script", "noscript", "a")
    address = attributes["src"].removeprefix("https://ask.wren.example")
    served = client.get(address)
    digest = base64.b64encode(hashlib.sha384(served.content).digest()).decode()
    assert attributes["integrity"] == f"sha384-{digest}"
    assert "immutable" in served.headers["cache-control"]
    assert attributes["crossorigin"] == "anonymous"
    assert "defer" in attributes and "type" not in attributes
    assert target["href"] == "https://ask.wren.example/"


def test_the_command_names_this_server_unless_told_where_it_is(run: Run) -> None:
    assert 'src="http://127.0.0.1:7999/widget.js?v=' in run("widget", RESUME_PORT="7999").stdout


@pytest.mark.parametrize(
    "host", ["ask.wren.example", "ftp://wren.example", "https://", "http://[", "https://a/?b"]
)
def test_the_command_refuses_what_is_no_web_address(run: Run, host: str) -> None:
    done = run("widget", "--host", host)
    assert done.returncode == 1
    assert "is no web address" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_host_cannot_break_out_of_the_tag(run: Run) -> None:
    printed = run("widget", "--host", 'https://wren.example/"><img src=x>').stdout
    assert [tag for tag, _ in Tags(printed).found] == ["script", "noscript", "a"]


def test_the_demo_page_has_a_strict_policy_and_every_file_that_it_names(client: TestClient) -> None:
    page = client.get("/widget")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    tags = Tags(page.text).found
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page.text)
    named = [a.get("src") or a["href"] for tag, a in tags if tag in ("script", "img", "link")]
    assert len(named) == 11
    for address in named:
        assert client.get(f"/{address}").status_code == 200, address
    for name in ("index.html", "../script.py", "..%2Fscript.py", "none.png"):
        assert client.get(f"/widget/{name}").status_code == 404


def test_every_option_is_on_the_demo_page_with_a_picture_and_in_the_readme(
    client: TestClient,
) -> None:
    source = (TARGET.parent / "source" / "element.js").read_text(encoding="utf-8")
    options = set(re.findall(r'#option\("(\w+)"\)', source))
    assert options >= {
        "accent",
        "theme",
        "position",
        "title",
        "greeting",
        "starters",
        "open",
        "lang",
    }
    tags = Tags(client.get("/widget").text).found
    pictures = {a["src"] for tag, a in tags if tag == "img" and len(a["alt"]) > 20}
    controls = {a["name"] for tag, a in tags if tag in ("input", "select") and "name" in a}
    assert {f"widget/{option}.png" for option in options} == pictures
    assert controls == options
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `data-(\w+)` \|", readme, re.MULTILINE)) == options
