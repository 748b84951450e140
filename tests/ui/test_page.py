from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fake_assistant import FakeAssistant
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.settings import Settings
from ingest.readers.markdown.reader import MarkdownReader
from ingest.resume import Fragment, Resume
from ui.chat import page_app
from ui.desk import Desk
from ui.page_parts import FOLDER, PageParts, favicon

WREN = """\
# Ada Wren

Keeper of "nests"

ada@wren.example | [github](https://github.com/wren) | <https://wren.example> | +44 20 7946 0018

## Work

### Tern Airways, Bristol, 2016 - 2020

- Ran Kafka
"""
LOADED = re.compile(r'<(?:script|link|img|iframe|source)\b[^>]*?\s(?:src|href)="([^"]*)"')


def resume(text: str = WREN, name: str = 'Ada <Wren> & "Co"') -> Resume:
    read = MarkdownReader().read(text.encode(), "wren.md")
    return replace(read, name=Fragment(name, read.name.span)) if read.name else read


def desk_about(about: Resume) -> Desk:
    return Desk(Settings.load(), about, FakeAssistant)  # type: ignore[arg-type]


def client_of(desk: Desk) -> TestClient:
    """The page alone, without the application around it."""

    async def made() -> FastAPI:
        return page_app(desk, desk.settings)

    # Gradio makes an event loop where there is none, and never closes it.
    return TestClient(asyncio.run(made()))


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with client_of(desk_about(resume())) as client:
        yield client


@pytest.fixture(scope="module")
def page(client: TestClient) -> str:
    return client.get("/").text


class Head(HTMLParser):
    """The title, and each `meta` by its name or property."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.title = ""
        self._in_title = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_title = tag == "title"
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            self.meta.setdefault(name, []).append(values.get("content") or "")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data.strip()


def test_title_description_and_previews_say_whose_assistant_it_is(page: str) -> None:
    head = Head(page)
    assert head.title == 'Ask about Ada <Wren> & "Co"'
    assert head.meta["og:title"] == [head.title]
    assert head.meta["description"] == head.meta["og:description"]
    (description,) = head.meta["description"]
    assert description.startswith('Ask Ada <Wren> & "Co"’s resume a question')
    assert head.meta["og:type"] == ["profile"]
    assert len(head.meta["viewport"]) == 1


def test_nothing_of_gradios_is_in_the_previews(page: str) -> None:
    previews = json.dumps(
        {
            name: text
            for name, text in Head(page).meta.items()
            if re.match("og:|twitter:|desc", name)
        }
    )
    assert "radio" not in previews
    assert "http" not in previews
    assert "manifest" not in page


def test_whatever_the_page_loads_is_ours(page: str, client: TestClient) -> None:
    addresses = LOADED.findall(page)
    assert len([each for each in addresses if each.startswith("page/")]) == 6
    for address in addresses:
        assert "//" not in address
        assert client.get("/" + address.removeprefix("./")).status_code == 200


def test_the_resume_can_be_read_before_scripts_run_and_without_any(page: str) -> None:
    body = page.partition("<body")[2]
    first = body.partition("<gradio-app")[0]
    assert "Ran Kafka" in first
    assert 'href="mailto:ada@wren.example"' in first
    assert "needs JavaScript" in first
    assert "<Wren>" not in first


def test_scripts_and_styles_may_be_kept_for_good_as_their_address_changes_with_them(
    page: str, client: TestClient
) -> None:
    (script,) = re.findall(r'src="(page/[^"]+\.js)"', page)
    assert "immutable" in client.get(f"/{script}").headers["cache-control"]
    missing = client.get(f"/{script}x")
    assert missing.status_code == 404
    assert "cache-control" not in missing.headers


def test_starters_come_along_as_data_as_they_are_at_the_time() -> None:
    desk = desk_about(resume())
    with client_of(desk) as client:
        before = starters(client.get("/").text)
        assert before == list(desk.starters)
        desk._starters = ("Who is </script><b>?",)
        after = client.get("/").text
    assert starters(after) == ["Who is </script><b>?"]
    assert "</script><b>" not in after


def starters(page: str) -> list[str]:
    (data,) = re.findall(r'<script type="application/json" id="starters">(.*?)</script>', page)
    return list(json.loads(data))


def test_ways_to_reach_the_person_are_in_the_header_each_once() -> None:
    masthead = PageParts(resume(), Settings.load())["masthead"]
    found = re.findall(r'<a href="([^"]+)"[^>]*>.*?</svg>([^<]+)</a>', masthead)
    assert found == [
        ("mailto:ada@wren.example", "Email"),
        ("https://github.com/wren", "GitHub"),
        ("https://wren.example", "Website"),
        ("tel:+442079460018", "Call"),
    ]


def test_of_several_mail_addresses_the_first_is_offered_and_of_several_sites_each() -> None:
    about = resume(
        "# Ada Wren\n\nada@wren.example | <https://a.example> | <https://b.example>\n\n"
        "## References\n\n- Bo Gull, bo@gull.example\n"
    )
    masthead = PageParts(about, Settings.load())["masthead"]
    assert re.findall(r"</svg>([^<]+)</a>", masthead) == ["Email", "Website", "https://b.example"]


def test_the_page_asks_for_as_much_as_the_settings_take() -> None:
    settings = Settings.load(max_question_chars=77, max_history_turns=6, max_history_bytes=900)
    chat = PageParts(resume(), settings)["conversation"]
    assert 'data-limit="77" data-turns="6" data-bytes="900"' in chat


def test_a_resume_without_a_name_is_spoken_of_as_such() -> None:
    about = resume("## Skills\n\n- Go, Lua\n- Rust\n")
    parts = PageParts(about, Settings.load())
    assert parts.title == "Ask about this resume"
    assert "this person" in parts["conversation"]
    assert ">CV<" in favicon(about)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ada Wren", "AW"), ("Ada", "A"), ("ada b. wren", "AW"), ("Dr. <Ada>", "D"), ("李明", "李")],
)
def test_the_icon_has_the_initials(name: str, letters: str) -> None:
    assert f">{letters}</text>" in favicon(resume(name=name))


def test_no_function_of_gradios_can_be_called(page: str) -> None:
    (config,) = re.findall(r"window\.gradio_config = (\{.*?\});</script>", page)
    assert json.loads(config)["dependencies"] == []


def test_our_scripts_run_without_eval_inline_handlers_and_markup_from_text() -> None:
    for file in FOLDER.glob("*.js"):
        script = file.read_text()
        assert not re.search(
            r"\beval\(|new Function|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write"
            r"|setTimeout\(\s*[\"'`]|https?://",
            script,
        ), file.name
    for file in FOLDER.glob("*.html"):
        assert not re.search(r"\son\w+=|style=|https?://", file.read_text()), file.name


def test_no_style_loads_anything() -> None:
    for file in FOLDER.glob("*.css"):
        assert not re.search(r"url\(|@import|@font-face", Path(file).read_text()), file.name
