"""How long an answer takes over HTTP, for one visitor and for a hundred at once.

    python -m tests.benchmarks.http

`serve` runs in a process of its own with its default settings, on `data/resume.md`, and trusts this
machine as a proxy, so that each visitor has an address of their own. Beside stands what the same
questions take within one process. The clients run on the same cores as the server.
"""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import numpy as np

from assistant import Assistant
from assistant.answer import Done
from assistant.settings import Settings
from tests.benchmarks.serving import server
from tests.benchmarks.speed import questions

VISITORS, EACH = 100, 5
#: Fewer questions than an address may ask in a minute.
_OWN_ADDRESS = 50


class Heard(NamedTuple):
    """Seconds until the first words, and until the whole answer; the answer, None for an error."""

    first: float
    whole: float
    answer: dict[str, Any] | None


def within(assistant: Assistant, asked: list[str]) -> list[Heard]:
    """Each question asked in this process."""

    async def ask(question: str) -> Heard:
        started = time.perf_counter()
        first = 0.0
        async for event in assistant.stream(question):
            first = first or time.perf_counter() - started
            if isinstance(event, Done):
                whole = time.perf_counter() - started
                return Heard(first, whole, comparable(event.answer.to_json()))
        raise AssertionError("no answer")

    async def all_of_them() -> list[Heard]:
        return [await ask(question) for question in asked]

    return asyncio.run(all_of_them())


async def over_http(client: httpx.AsyncClient, question: str, address: str) -> Heard:
    """A question asked as a page asks it."""
    headers = {"accept": "text/event-stream", "x-forwarded-for": address}
    asked = {"question": question}
    started = time.perf_counter()
    first, name = 0.0, ""
    async with client.stream("POST", "/api/chat", json=asked, headers=headers) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
                first = first or (time.perf_counter() - started if name == "text" else 0.0)
            elif line.startswith("data: ") and name == "answer":
                answer = json.loads(line.removeprefix("data: "))
                return Heard(first, time.perf_counter() - started, comparable(answer))
    return Heard(first, time.perf_counter() - started, None)


def comparable(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without what differs from time to time."""
    return {name: value for name, value in answer.items() if name != "seconds"}


async def one_visitor(base: str, asked: list[str]) -> list[Heard]:
    """One question after another, over one connection."""
    async with httpx.AsyncClient(base_url=base, timeout=120) as client:
        return [
            await over_http(client, question, f"10.1.0.{at // _OWN_ADDRESS}")
            for at, question in enumerate(asked)
        ]


async def many_visitors(base: str, asked: list[str]) -> list[tuple[str, Heard]]:
    """All at once, each with a connection and an address, and with questions one after another."""

    async def visit(number: int) -> list[tuple[str, Heard]]:
        mine = [asked[(number + VISITORS * turn) % len(asked)] for turn in range(EACH)]
        async with httpx.AsyncClient(base_url=base, timeout=120) as client:
            return [
                (question, await over_http(client, question, f"10.2.0.{number}"))
                for question in mine
            ]

    visits = await asyncio.gather(*map(visit, range(VISITORS)))
    return [heard for visit_heard in visits for heard in visit_heard]


def told(name: str, heard: list[Heard]) -> str:
    """Both times at p50 and p95, in milliseconds."""
    figures = [
        f"{what} p50 {p50:.0f} ms, p95 {p95:.0f} ms"
        for what, times in (
            ("first text", [each.first for each in heard]),
            ("whole answer", [each.whole for each in heard]),
        )
        for p50, p95 in [np.percentile(times, [50, 95]) * 1000]
    ]
    return f"{name}: {'; '.join(figures)}; {len(heard)} questions"


def main() -> None:
    """Measure and print."""
    asked = questions()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load(index_dir=Path(folder))
        assistant = Assistant.open(settings.resume, settings)
        assistant.ask(asked[0])
        alone = within(assistant, asked)
        print(told("in one process", alone))
        with server(folder, RESUME_TRUSTED_PROXIES="127.0.0.1") as (address, _):
            single = asyncio.run(one_visitor(address, asked))
            print(told("over HTTP, one visitor", single))
            started = time.perf_counter()
            many = asyncio.run(many_visitors(address, asked))
            took = time.perf_counter() - started
    expected = {question: heard.answer for question, heard in zip(asked, alone, strict=True)}
    assert [heard.answer for heard in single] == [heard.answer for heard in alone]
    errors = sum(heard.answer is None for _, heard in many)
    others = sum(heard.answer != expected[question] for question, heard in many) - errors
    print(told(f"over HTTP, {VISITORS} visitors at once", [heard for _, heard in many]))
    print(
        f"  in {took:.1f} s, {len(many) / took:.0f} answers a second; errors: {errors} (target: 0);"
        f" answers other than for one visitor: {others} (target: 0)"
    )


if __name__ == "__main__":
    main()
