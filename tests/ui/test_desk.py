"""Who waits, who is turned away, and that whoever leaves makes room."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import aclosing
from typing import Any, cast

import pytest
from fake_assistant import FakeAssistant, desk_over
from web import Client, SlowAssistant, application, events, running, until

from assistant.answer import Done, TextDelta
from assistant.settings import Settings
from ingest.errors import QuestionError, ResumeAssistantError
from ui.desk import AnswerError, Desk, Event, NotReadyError, Waiting
from ui.limits import Busy, TooManyQuestions

ADDRESS = "203.0.113.7"


async def asked(desk: Desk, question: str = "Go?", address: str = ADDRESS) -> list[Event]:
    async with aclosing(desk.stream(question, [], address)) as stream:
        return [event async for event in stream]


def answers(events: list[Event]) -> list[str]:
    return [event.answer.answer for event in events if isinstance(event, Done)]


async def refused(desk: Desk) -> TooManyQuestions:
    """Ask until it is too often; the first time may be the last of a second that is over."""
    try:
        for _ in range(10):
            await asked(desk)
    except TooManyQuestions as error:
        return error
    raise AssertionError("never refused")


def slow_desk(slow: SlowAssistant, **settings: Any) -> Desk:
    return desk_over(slow, **settings)


async def test_a_question_waits_until_the_assistant_is_there_and_is_told_so() -> None:
    opening = threading.Event()

    def opened() -> Any:
        opening.wait(20)
        return FakeAssistant()

    desk = Desk(Settings.load(), FakeAssistant.resume, opened)
    stream = desk.stream("Go?", [], ADDRESS)
    assert await anext(stream) == Waiting("warming")
    assert not desk.ready
    opening.set()
    rest = [event async for event in stream]
    assert isinstance(rest[0], TextDelta)
    assert answers(rest) == ["You asked: Go? [1]"]
    assert desk.ready


async def test_who_waits_long_is_told_again_that_they_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.desk._STILL", 0.05)
    slow = SlowAssistant()
    desk = slow_desk(slow, max_at_once=1)
    await desk.assistant()
    first = asyncio.create_task(asked(desk, "first"))
    await until(lambda: slow.begun)
    stream = desk.stream("second", [], ADDRESS)
    for _ in range(3):
        assert await anext(stream) == Waiting("queued")
    slow.go_on.set()
    assert answers([event async for event in stream]) == ["You asked: second [1]"]
    await first


async def test_only_so_many_are_answered_at_once_and_the_rest_in_turn() -> None:
    slow = SlowAssistant()
    desk = slow_desk(slow, max_at_once=2)
    await desk.assistant()
    tasks = []
    for number in range(5):
        tasks.append(asyncio.create_task(asked(desk, str(number))))
        await asyncio.sleep(0)
    await until(lambda: len(slow.begun) == 2)
    await asyncio.sleep(0.05)
    assert slow.begun == ["0", "1"]
    slow.go_on.set()
    assert all(map(answers, await asyncio.gather(*tasks)))
    assert slow.begun == list("01234")


async def test_beyond_a_full_queue_nobody_is_taken_until_somebody_leaves() -> None:
    slow = SlowAssistant()
    desk = slow_desk(slow, max_at_once=1, max_waiting=1)
    await desk.assistant()
    inside = desk.stream("inside", [], ADDRESS)
    assert await anext(inside) == TextDelta("Well")
    waiting = desk.stream("waiting", [], ADDRESS)
    assert await anext(waiting) == Waiting("queued")
    with pytest.raises(Busy) as busy:
        await asked(desk, "too many")
    assert busy.value.retry_after >= 1
    await waiting.aclose()
    another = desk.stream("another", [], ADDRESS)
    assert await anext(another) == Waiting("queued")
    await inside.aclose()
    assert await anext(another) == TextDelta("Well")
    await another.aclose()
    assert slow.begun == slow.abandoned == ["inside", "another"]


async def test_who_waits_too_long_is_sent_away_and_makes_room() -> None:
    slow = SlowAssistant()
    desk = slow_desk(slow, max_at_once=1, max_waiting=1, max_wait_seconds=1)
    await desk.assistant()
    inside = desk.stream("inside", [], ADDRESS)
    await anext(inside)
    for _ in range(2):
        with pytest.raises(Busy):
            await asked(desk, "waits in vain")
    assert slow.begun == ["inside"]
    await inside.aclose()


async def test_those_who_wait_are_sent_away_at_the_end_and_those_inside_are_not() -> None:
    slow = SlowAssistant()
    desk = slow_desk(slow, max_at_once=1)
    await desk.assistant()
    inside = asyncio.create_task(asked(desk, "inside"))
    await until(lambda: slow.begun)
    waiting = asyncio.create_task(asked(desk, "waiting"))
    await asyncio.sleep(0.05)
    desk.stop()
    with pytest.raises(Busy):
        await waiting
    slow.go_on.set()
    assert answers(await inside) == ["You asked: inside [1]"]


async def test_an_assistant_that_cannot_be_opened_is_no_business_of_visitors() -> None:
    reason = ResumeAssistantError("/home/ada/index cannot be written.")

    def fails() -> Any:
        raise reason

    desk = Desk(Settings.load(), FakeAssistant.resume, fails)
    with pytest.raises(NotReadyError) as said:
        await asked(desk)
    assert "/home" not in str(said.value)
    assert desk.failure is reason
    assert not desk.ready
    with pytest.raises(ResumeAssistantError, match="/home/ada"):
        await desk.assistant()


async def test_questions_are_checked_before_anything_is_counted_or_opened() -> None:
    def never() -> Any:
        raise AssertionError("opened")

    desk = Desk(Settings.load(rate_per_address="1/day"), FakeAssistant.resume, never)
    for question, history in (("", 0), ("x" * 1_001, 0), ("Go?", 21)):
        with pytest.raises(QuestionError):
            await anext(
                desk.stream(question, [{"role": "user", "content": "x"}] * history, ADDRESS)
            )
    assert desk.failure is None


async def test_an_address_and_all_together_may_ask_only_so_often() -> None:
    desk = desk_over(FakeAssistant(), rate_per_address="2/hour", rate_overall="3/hour")
    for _ in range(2):
        assert answers(await asked(desk))
    with pytest.raises(TooManyQuestions, match="You have asked a lot"):
        await asked(desk)
    assert answers(await asked(desk, address="198.51.100.1"))
    with pytest.raises(TooManyQuestions, match="Many people are asking") as refused:
        await asked(desk, address="198.51.100.2")
    assert 1 <= refused.value.retry_after <= 3600


async def test_a_second_later_one_may_ask_again_as_was_said() -> None:
    desk = desk_over(FakeAssistant(), rate_per_address="1/second;100/minute")
    for _ in range(2):
        await asyncio.sleep((await refused(desk)).retry_after)
        assert answers(await asked(desk))


async def test_the_addresses_of_one_household_count_together() -> None:
    desk = desk_over(FakeAssistant(), rate_per_address="1/hour")
    assert answers(await asked(desk, address="2001:db8:1:2::1"))
    with pytest.raises(TooManyQuestions):
        await asked(desk, address="2001:db8:1:2:ffff::9")
    assert answers(await asked(desk, address="2001:db8:1:3::1"))


def test_a_storage_that_is_not_there_is_told_by_its_setting() -> None:
    for uri in ("nowhere://", "rediss+nothing://x"):
        with pytest.raises(ResumeAssistantError, match="RESUME_RATE_STORAGE is"):
            desk_over(FakeAssistant(), rate_storage=uri)


async def test_an_answer_that_fails_is_an_apology_and_frees_its_place() -> None:
    class Broken(FakeAssistant):
        def ask(self, question: str, history: object = ()) -> Any:
            raise ZeroDivisionError

    desk = desk_over(Broken(), max_at_once=1, max_waiting=0)
    for _ in range(3):
        with pytest.raises(AnswerError):
            await asked(desk)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
async def test_a_client_that_goes_away_stops_its_answer(accept: str) -> None:
    slow = SlowAssistant()
    app = application(slow, max_at_once=1, max_waiting=1)
    async with running(app):
        inside = Client(app, "inside", accept)
        await until(lambda: slow.begun)
        waiting = Client(app, "waiting", accept)
        await asyncio.sleep(0.05)
        turned_away = Client(app, "turned away", accept)
        await asyncio.wait_for(turned_away.task, 20)
        assert turned_away.sent[0]["status"] == 503
        await waiting.leave()
        another = Client(app, "another", accept)
        await asyncio.sleep(0.05)
        await inside.leave()
        assert slow.abandoned == ["inside"]
        await until(lambda: slow.begun == ["inside", "another"])
        slow.go_on.set()
        await asyncio.wait_for(another.task, 20)
        assert "You asked: another [1]" in another.text


async def test_a_client_that_goes_away_while_the_assistant_warms_makes_room() -> None:
    opening = threading.Event()
    app = application(opened=lambda: cast(None, opening.wait(20)), max_at_once=1, max_waiting=0)
    async with running(app, ready=False) as client:
        early = Client(app, "early", "text/event-stream")
        await until(lambda: early.sent)
        assert events(early.text) == [] or events(early.text)[0][1] == {"state": "warming"}
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.headers["retry-after"]) == (503, "2")
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.post("/api/chat", json={"question": "more"})).status_code == 503
        await early.leave()
        late = asyncio.create_task(client.post("/api/chat", json={"question": "late"}))
        await asyncio.sleep(0.05)
        opening.set()
        assert (await late).json()["answer"] == "You asked: late [1]"
        assert (await client.get("/readyz")).status_code == 200


async def test_questions_are_printed_only_if_the_owner_wants_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    await asked(desk_over(FakeAssistant()), "something private")
    assert "private" not in "".join(capsys.readouterr())
    await asked(desk_over(FakeAssistant(), log_questions=True), "something «wanted»")
    (line,) = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["question"], told["became"]) == ("something «wanted»", "answered")


async def test_counts_that_are_kept_elsewhere_are_asked_for_in_a_thread(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.limits.MemoryStorage", type("AnotherStorage", (), {}))
    desk = desk_over(FakeAssistant(), rate_per_address="1/hour")
    assert answers(await asked(desk))
    with pytest.raises(TooManyQuestions):
        await asked(desk)

    def unreachable(*_: Any) -> Any:
        raise ConnectionError("redis://:password@counts.example")

    monkeypatch.setattr(desk._rates._limiter, "test", unreachable)
    assert answers(await asked(desk))
    assert [record.getMessage() for record in caplog.records] == [
        "Questions cannot be counted: ConnectionError"
    ]
