"""The OpenAPI document is true and complete: schemathesis tries the served API against it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import Start
from web import application, events, running

#: A server that takes all that it is sent, and one that soon has enough.
PATIENT = {"RESUME_RATE_PER_ADDRESS": "100000/second", "RESUME_RATE_OVERALL": "100000/second"}
STRICT = {"RESUME_RATE_PER_ADDRESS": "3/hour"}


@pytest.mark.parametrize(
    ("settings", "options"),
    [
        (PATIENT, []),
        (PATIENT, ["--header", "Accept: text/event-stream"]),
        (STRICT, ["--mode", "positive"]),
    ],
    ids=["whole answers", "events", "too many questions"],
)
def test_every_response_is_as_documented(
    start: Start, tmp_path: Path, settings: dict[str, str], options: list[str]
) -> None:
    server = start(script="with_fake.py", **settings)
    document = f"{server.address}/openapi.json"
    limits = ["--max-examples", "30", "--seed", "7", "--no-color"]
    tried = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "run", document, *limits, *options],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert tried.returncode == 0, tried.stdout[-4_000:] + tried.stderr[-2_000:]
    assert "5 selected / 5 total" in tried.stdout
    assert server.end() == (130, "")


async def test_every_event_of_a_stream_is_as_documented() -> None:
    async with running(application()) as client:
        document = (await client.get("/openapi.json")).json()
        response = await client.post(
            "/api/chat", json={"question": "Go?"}, headers={"accept": "text/event-stream"}
        )
    answered = document["paths"]["/api/chat"]["post"]["responses"]["200"]["content"]
    documented = {
        one["properties"]["event"]["const"]: one["properties"]["data"]["contentSchema"]
        for one in answered["text/event-stream"]["itemSchema"]["oneOf"]
    }
    assert documented.keys() == {"state", "text", "answer", "error"}
    for name, data in events(response.text):
        jsonschema.validate(data, documented[name] | {"components": document["components"]})


async def test_only_our_own_routes_are_described() -> None:
    async with running(application()) as client:
        document = (await client.get("/openapi.json")).json()
    assert sorted(document["paths"]) == [
        "/api/chat", "/api/resume", "/api/resume/pages/{page}.png", "/healthz", "/readyz",
    ]  # fmt: skip


async def test_the_bounds_are_those_of_the_settings() -> None:
    async with running(application(max_question_chars=80, max_history_turns=2)) as client:
        document = (await client.get("/openapi.json")).json()
    question = document["components"]["schemas"]["Question"]["properties"]
    assert question["question"]["maxLength"] == 80
    assert question["history"]["maxItems"] == 2
