"""What is asked over HTTP is answered, or refused in words, as the design has it."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest
from fake_assistant import RESUME, FakeAssistant
from web import application, client_of, desk_of, events, running

from ingest.load import load_resume

EVENTS = {"accept": "text/event-stream"}


def problem(response: httpx.Response) -> dict[str, Any]:
    """The problem that a response is, whose shape is that of RFC 9457."""
    assert response.headers["content-type"] == "application/problem+json"
    found = response.json()
    assert found.keys() - {"retry_after"} == {"type", "title", "status", "detail"}
    assert found["status"] == response.status_code
    return dict(found)


async def test_an_answer_comes_whole_as_json() -> None:
    async with running(application()) as client:
        response = await client.post("/api/chat", json={"question": "Kafka?"})
    answer = response.json()
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/json"
    assert response.headers["cache-control"] == "no-store"
    assert answer["answer"] == "You asked: Kafka? [1]"
    assert answer["status"] == "answered"
    (citation,) = answer["citations"]
    assert citation.keys() == {"number", "quote", "text", "section", "source", "url"}
    assert not {"id", "explanation"} & answer.keys()


async def test_an_answer_comes_as_events_to_a_client_that_takes_them() -> None:
    async with running(application()) as client:
        response = await client.post("/api/chat", json={"question": "Kafka?"}, headers=EVENTS)
        whole = (await client.post("/api/chat", json={"question": "Kafka?"})).json()
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["x-accel-buffering"] == "no"
    *texts, (last, answer) = events(response.text)
    assert {name for name, _ in texts} == {"text"}
    assert "".join(data["text"] for _, data in texts) == answer["answer"]
    assert (last, answer) == ("answer", whole)


async def test_the_history_is_handed_on() -> None:
    fake = FakeAssistant()
    history = [{"role": "user", "content": "Go?"}, {"role": "assistant", "content": "Yes."}]
    async with running(application(fake)) as client:
        await client.post("/api/chat", json={"question": "And Java?", "history": history})
    assert fake.histories[-1] == history


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        ({"question": " \n"}, 422, "is empty"),
        ({"question": ""}, 422, "is empty"),
        ({"question": "x" * 1_001}, 422, "at most 1,000 characters"),
        ({"history": []}, 422, "question: Field required"),
        ({"question": 7}, 422, "question: "),
        ([], 422, "The body"),
        ({"question": "Go?", "history": [{"role": "user", "content": "x"}] * 21}, 422, "21 turns"),
        ({"question": "Go?", "history": [{"role": "owner", "content": "x"}]}, 422, "history.0"),
        ({"question": "Go?", "history": [{"role": "user", "content": "é" * 8_193}]}, 422, "16,386"),
        ({"question": "Go?", "more": "x" * 66_000}, 413, "larger than 65,536 bytes"),
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
async def test_what_is_wrong_with_a_question_is_said_before_anything_is_answered(
    body: Any, status: int, said: str, accept: str
) -> None:
    fake = FakeAssistant()
    async with running(application(fake)) as client:
        asked_before = len(fake.histories)
        response = await client.post("/api/chat", json=body, headers={"accept": accept})
    assert response.status_code == status
    assert said in problem(response)["detail"]
    assert len(fake.histories) == asked_before


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b'{"question": ', "application/json", 400),
        (b"[" * 60_000, "application/json", 400),
        (b'{"question": "\xff"}', "application/json", 400),
        (b'{"question": "Go?"}', "text/plain", 415),
        (b"question=Go%3F", "application/x-www-form-urlencoded", 415),
    ],
)
async def test_a_body_that_is_no_json_is_refused(
    content: bytes, media_type: str, status: int
) -> None:
    async with running(application()) as client:
        headers = {"content-type": media_type}
        response = await client.post("/api/chat", content=content, headers=headers)
    assert response.status_code == status
    problem(response)


async def test_a_body_is_counted_as_it_comes_and_not_as_it_says() -> None:
    sent = 0

    async def endless() -> Any:
        nonlocal sent
        while sent < 100_000_000:
            sent += 10_000
            yield b"x" * 10_000

    async with running(application()) as client:
        for path in ("/api/chat", "/gradio_api/queue/join", "/", "/nowhere"):
            sent = 0
            response = await client.post(path, content=endless())
            assert response.status_code == 413
            assert problem(response)["title"]
            assert sent < 100_000


async def test_other_addresses_and_methods_are_refused_in_the_same_shape() -> None:
    async with running(application()) as client:
        assert problem(await client.get("/api/nothing"))["status"] == 404
        assert problem(await client.get("/healthz/"))["status"] == 404
        refused = await client.get("/api/chat")
        assert problem(refused)["status"] == 405
        assert refused.headers["allow"] == "POST"
        for docs in ("/docs", "/redoc"):
            assert (await client.get(docs)).status_code == 404


async def test_one_asks_too_often_and_is_told_when_to_come_back() -> None:
    app = application(rate_per_address="2/hour")
    async with running(app) as client:
        for _ in range(2):
            assert (await client.post("/api/chat", json={"question": "Go?"})).is_success
        for headers in ({}, EVENTS):
            refused = await client.post("/api/chat", json={"question": "Go?"}, headers=headers)
            assert refused.status_code == 429
            said = problem(refused)
            assert refused.headers["retry-after"] == str(said["retry_after"])
            assert 1 <= said["retry_after"] <= 3600
            assert f"in {said['retry_after']} second" in said["detail"]
        async with client_of(app, "198.51.100.1") as another:
            assert (await another.post("/api/chat", json={"question": "Go?"})).is_success


async def test_an_unexpected_error_says_nothing_of_what_went_wrong(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, history: object = ()) -> Any:
            raise ZeroDivisionError(f"/home/ada/secret {question}")

    async with running(application(Broken())) as client:
        caplog.clear()
        whole = await client.post("/api/chat", json={"question": "Go?"})
        stream = await client.post("/api/chat", json={"question": "Go?"}, headers=EVENTS)
    assert whole.status_code == stream.status_code == 500
    for response in (whole, stream):
        assert problem(response)["detail"].startswith("Something went wrong here")
    assert caplog.record_tuples == [
        ("ui.desk", logging.ERROR, "A question failed: ZeroDivisionError")
    ] * 2  # fmt: skip


async def test_an_error_amid_a_stream_is_its_last_event() -> None:
    class Breaking(FakeAssistant):
        async def stream(self, question: str, history: object = ()) -> Any:
            async for event in super().stream(question):
                yield event
                raise ZeroDivisionError

    async with running(application(Breaking())) as client:
        response = await client.post("/api/chat", json={"question": "Go?"}, headers=EVENTS)
    (first, _), (last, said) = events(response.text)
    assert (response.status_code, first, last) == (200, "text", "error")
    assert said["status"] == 500
    assert "went wrong here" in said["detail"]


async def test_a_page_learns_whose_assistant_it_is(tmp_path: Any) -> None:
    file = tmp_path / "wren.md"
    file.write_text(
        "---\npermalink: /cv/\n---\n# Ada Wren\n\n**Systems engineer**\n\n"
        "ada@wren.example | +44 20 7946 0958 | [site](https://wren.example)"
        " | [more](javascript:alert(1))\n\n"
        "## Experience\n\n### Tern Airways, Bristol, 2016 - 2020\n\n- Ran the Kafka clusters\n\n"
        "## Skills\n\nLanguages: Go, Python\n"
    )
    fake = FakeAssistant()
    fake.resume = load_resume(file)  # type: ignore[misc]
    app = application(fake, site_url="https://wren.example/")
    async with running(app) as client:
        card = (await client.get("/api/resume")).json()
    assert card["name"] == "Ada Wren"
    assert card["page"] == "https://wren.example/cv/"
    assert [link["url"] for link in card["contacts"]] == [
        "mailto:ada@wren.example", "tel:+442079460958", "https://wren.example",
    ]  # fmt: skip
    assert card["outline"][-2:] == [
        {
            "kind": "work",
            "title": "Experience",
            "entries": [{"name": "Tern Airways", "dates": "2016 - 2020"}],
        },
        {"kind": "skills", "title": "Skills", "entries": []},
    ]
    assert 3 <= len(card["starters"]) <= 5
    assert card["starters"] == list(desk_of(app).starters)


async def test_a_resume_of_nobody_is_shown_all_the_same() -> None:
    async with running(application()) as client:
        card = (await client.get("/api/resume")).json()
    assert RESUME.headline is None
    assert (card["headline"], card["contacts"], card["page"]) == (None, [], None)


async def test_it_says_that_it_is_up_and_that_it_is_ready() -> None:
    async with running(application()) as client:
        for path in ("/healthz", "/readyz"):
            response = await client.get(path)
            assert (response.status_code, response.json()) == (200, {"status": "ok"})
