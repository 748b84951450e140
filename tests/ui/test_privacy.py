"""What a visitor types is written nowhere: no file, no output, unless the owner asks for it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import Start

#: Typed in every request below, and nowhere else on this machine.
TYPED = "quizzaciously"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where everything of the server is: its working, home and temporary folder, its index."""
    for name in ("home", "tmp", "work"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def within(folder: Path) -> dict[str, Any]:
    """How to start a server that keeps to the folder."""
    return {
        "folder": folder / "work",
        "HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "RESUME_RATE_PER_ADDRESS": "1000/second",
    }


def ways_in(client: httpx.Client, question: str) -> Iterator[httpx.Response]:
    """Every way to hand something in, right and wrong."""
    asked = {"question": question, "history": [{"role": "user", "content": question}]}
    for accept in ("application/json", "text/event-stream"):
        yield client.post("/api/chat", json=asked, headers={"accept": accept})
    yield client.post("/api/chat", json={"question": question * 100})
    broken = f'{{"question": "{question}'.encode()
    yield client.post("/api/chat", content=broken, headers={"content-type": "application/json"})
    yield client.post("/api/chat", content=question.encode())
    yield client.post("/api/chat", content=question.encode() * 10_000)
    yield client.post("/api/chat", json={"question": "Go?", "history": [{"role": question}]})
    yield client.get(f"/api/{question}", params={"q": question})
    yield client.post("/api/resume", json=asked)
    yield from ways_into_gradio(client, question)


def ways_into_gradio(client: httpx.Client, question: str) -> Iterator[httpx.Response]:
    file = {"path": question, "meta": {"_type": "gradio.FileData"}, "orig_name": question}
    for data in ([question, []], [{"text": question, "files": [file]}, [file]], question):
        called = {"data": data, "fn_index": 0, "session_hash": "s3"}
        for path in ("queue/join", "run/predict", "call/respond", "api/respond"):
            yield client.post(f"/gradio_api/{path}", json=called)
    yield client.post("/gradio_api/upload", files={"files": (question, question.encode())})
    yield client.get(f"/gradio_api/file={question}")
    yield client.get("/", params={"view": question, "deep_link": question, "__theme": question})


def until_ready(client: httpx.Client) -> None:
    for _ in range(600):
        if client.get("/readyz").is_success:
            return
        time.sleep(0.2)
    raise AssertionError("never ready")


def holding(folder: Path, word: str) -> list[str]:
    """The files in whose name or content the word stands."""
    return [
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if word in file.name or (file.is_file() and word.encode() in file.read_bytes())
    ]


def test_nothing_typed_is_written_anywhere(
    folder: Path, within: dict[str, Any], start: Start, resume: Path
) -> None:
    written = folder / "written"
    watch = {"WATCH_FILE": str(written), "PYTHONDONTWRITEBYTECODE": "1"}
    server = start("--resume", str(resume), script="with_watched_files.py", **within, **watch)
    with httpx.Client(base_url=server.address, timeout=60) as client:
        until_ready(client)
        # The watch works: the index was written.
        assert str(folder / "index") in written.read_text()
        before = written.read_text()
        question = f"Does she know Kafka {TYPED}?"
        responses = list(ways_in(client, question))
        assert responses[0].json()["question"] == question
        assert {response.status_code for response in responses} >= {200, 400, 404, 413, 415, 422}
    assert written.read_text() == before
    code, errors = server.end()
    assert (code, errors) == (130, "")
    assert TYPED not in server.output
    assert holding(folder, TYPED) == []
    # The search itself finds what there is to find.
    assert holding(folder, "Kafka clusters")


def test_nothing_typed_is_in_the_line_of_what_failed(
    folder: Path, within: dict[str, Any], start: Start
) -> None:
    server = start(script="with_breaking.py", **within)
    with httpx.Client(base_url=server.address, timeout=60) as client:
        statuses = {each.status_code for each in ways_in(client, f"break {TYPED}")}
        assert 500 in statuses
    code, errors = server.end()
    assert code == 130
    assert set(errors.splitlines()) == {"A question failed: RuntimeError"}
    assert TYPED not in server.output
    assert holding(folder, TYPED) == []


def test_questions_are_printed_for_an_owner_who_wants_them(
    folder: Path, within: dict[str, Any], start: Start
) -> None:
    server = start(script="with_fake.py", RESUME_LOG_QUESTIONS="true", **within)
    with httpx.Client(base_url=server.address, timeout=60) as client:
        client.post("/api/chat", json={"question": f"{TYPED}?"})
    server.end()
    (line,) = [line for line in server.output.splitlines() if line.startswith("{")]
    assert json.loads(line)["question"] == f"{TYPED}?"
    assert holding(folder, TYPED) == []
