"""The server begins at once and ends in order."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import Start

STREAM = {"accept": "text/event-stream"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are others there")


def named(lines: Iterator[str], name: str) -> dict[str, Any]:
    """The data of the next event of this name."""
    for line in lines:
        if line == f"event: {name}":
            return dict(json.loads(next(lines).removeprefix("data: ")))
    raise AssertionError(f"the stream ended without {name}")


def test_the_port_answers_at_once_and_a_question_waits_for_the_assistant(
    start: Start, resume: Path
) -> None:
    server = start("--resume", str(resume))
    with httpx.Client(base_url=server.address, timeout=120) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        early = client.get("/readyz")
        assert early.status_code == 503
        assert early.headers["content-type"] == "application/problem+json"
        assert int(early.headers["retry-after"]) >= 1
        asked = {"question": "Has she used Kafka?"}
        with client.stream("POST", "/api/chat", json=asked, headers=STREAM) as stream:
            lines = stream.iter_lines()
            assert named(lines, "state") == {"state": "warming"}
            assert named(lines, "answer")["status"] == "answered"
        assert client.get("/readyz").status_code == 200
        assert client.post("/api/chat", json=asked).json()["status"] == "answered"
    assert server.end() == (130, "")
    assert "Ready to answer." in server.output


@pytest.mark.parametrize(("by", "code"), [(signal.SIGTERM, 0), (signal.SIGINT, 130)])
def test_an_answer_under_way_is_finished_and_no_other_begun(
    start: Start, by: signal.Signals, code: int
) -> None:
    server = start(script="with_paced.py", RESUME_MAX_AT_ONCE="1")
    asked = {"question": "Go?"}
    with httpx.Client(base_url=server.address, timeout=60) as client:
        client.post("/api/chat", json=asked)
        with (
            client.stream("POST", "/api/chat", json=asked, headers=STREAM) as first,
            client.stream("POST", "/api/chat", json=asked, headers=STREAM) as second,
        ):
            under_way, waiting = first.iter_lines(), second.iter_lines()
            named(under_way, "text")
            named(waiting, "state")
            server.process.send_signal(by)
            assert named(waiting, "error")["status"] == 503
            assert named(under_way, "answer")["answer"] == "You asked: Go? [1]"
    server.output, errors = server.process.communicate(timeout=30)
    assert (server.process.returncode, errors) == (code, "")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.address}/healthz")


def test_an_answer_that_takes_too_long_holds_the_end_up_no_longer(start: Start) -> None:
    server = start(script="with_paced.py", WORDS="1000", PATIENCE="1")
    with (
        httpx.Client(base_url=server.address, timeout=60) as client,
        client.stream("POST", "/api/chat", json={"question": "Go?"}, headers=STREAM) as stream,
    ):
        lines = stream.iter_lines()  # kept, or else the client leaves
        named(lines, "text")
        began = time.monotonic()
        assert server.end(signal.SIGTERM) == (0, "")
        assert time.monotonic() - began < 20


def test_an_answer_that_hangs_in_its_thread_is_left_behind(start: Start) -> None:
    server = start(script="with_paced.py", WORDS="1", PATIENCE="1")
    with (
        httpx.Client(base_url=server.address, timeout=60) as client,
        client.stream("POST", "/api/chat", json={"question": "hang"}, headers=STREAM) as stream,
    ):
        lines = stream.iter_lines()  # kept, or else the client leaves
        named(lines, "text")
        time.sleep(0.5)
        began = time.monotonic()
        code, errors = server.end(signal.SIGTERM)
        assert (code, errors) == (1, "")
        assert time.monotonic() - began < 20


def test_it_ends_at_once_while_the_assistant_is_being_opened(start: Start, resume: Path) -> None:
    server = start("--resume", str(resume))
    assert httpx.get(f"{server.address}/healthz", timeout=30).is_success
    assert server.end(signal.SIGTERM) == (0, "")


def test_an_assistant_that_cannot_be_opened_ends_it_with_the_line(start: Start) -> None:
    server = start(script="with_failing.py")
    asked = {"question": "Go?"}
    with (
        httpx.Client(base_url=server.address, timeout=60) as client,
        client.stream("POST", "/api/chat", json=asked, headers=STREAM) as stream,
    ):
        lines = stream.iter_lines()
        said = named(lines, "error")
    assert said["status"] == 503
    assert "/home" not in said["detail"]
    _, errors = server.process.communicate(timeout=30)
    assert server.process.returncode == 1
    assert errors == "Error: /home/ada/index cannot be written; give this user permission.\n"
