"""The chat page of a resume with something private in it shows none of that."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Server

FILE = Path(__file__).parents[1] / "fixtures" / "yaml" / "private.yaml"
PRIVATE = ("siobhan", "hidden lane", "warned twice", "brannigan", "salary", "555 0117")


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    running = Server(environment | {"RESUME_RESUME": str(FILE)})
    yield running
    running.kill()


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as response:
        text: str = response.read().decode()
        return text.casefold()


def test_neither_the_page_nor_what_it_is_made_from_has_private_words(server: Server) -> None:
    for path in ("", "config", "gradio_api/info"):
        text = get(f"{server.address}/{path}")
        assert not [words for words in PRIVATE if words in text]
    assert "perpetua okwu" in get(f"{server.address}/")
