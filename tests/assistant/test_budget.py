from __future__ import annotations

from datetime import date
from pathlib import Path

from assistant.breaker import Breaker
from assistant.budget import Budget, Limits, Usage

PLENTY = Limits(answers=1000, tokens=1_000_000, money=100.0, price_in=0.0, price_out=0.0)
ANSWER = Usage(1000, 100)


class Days:
    """A calendar that a test turns."""

    def __init__(self) -> None:
        self.day = date(2026, 11, 24)

    def __call__(self) -> date:
        return self.day


def limits(answers: int = 1000, tokens: int = 1_000_000, money: float = 100.0) -> Limits:
    return Limits(answers, tokens, money, price_in=10.0, price_out=100.0)


def test_answers_are_counted_until_the_day_turns() -> None:
    today = Days()
    budget = Budget(limits(answers=2), today=today)
    assert [budget.reserve(ANSWER) for _ in range(3)] == [True, True, False]
    today.day = date(2026, 11, 25)
    assert budget.reserve(ANSWER)


def test_what_an_answer_may_take_is_paid_before_and_the_rest_given_back() -> None:
    budget = Budget(limits(tokens=2200))
    assert budget.reserve(ANSWER) and budget.reserve(ANSWER)
    assert not budget.reserve(ANSWER)
    budget.settle(ANSWER, Usage(0, 0))
    assert budget.reserve(ANSWER)


def test_money_is_tokens_by_their_prices() -> None:
    # 1,000 in at 10 and 100 out at 100 a million are 0.02.
    budget = Budget(limits(money=0.05))
    assert [budget.reserve(ANSWER) for _ in range(3)] == [True, True, False]


def test_without_prices_money_is_no_limit() -> None:
    budget = Budget(Limits(answers=10, tokens=1_000_000, money=0.0, price_in=0, price_out=0))
    assert budget.reserve(ANSWER)


def test_nothing_a_day_is_never() -> None:
    assert not Budget(limits(answers=0)).reserve(ANSWER)


def test_books_in_a_file_outlive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "books.json"
    today = Days()
    assert Budget(limits(answers=1), path, today).reserve(ANSWER)
    assert not Budget(limits(answers=1), path, today).reserve(ANSWER)
    today.day = date(2026, 11, 25)
    assert Budget(limits(answers=1), path, today).reserve(ANSWER)


def test_books_that_cannot_be_kept_close_the_budget(tmp_path: Path) -> None:
    broken = tmp_path / "books.json"
    broken.write_text("[1, 2")
    assert not Budget(PLENTY, broken).reserve(ANSWER)
    assert not Budget(PLENTY, broken / "below-a-file").reserve(ANSWER)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_provider_that_fails_again_and_again_is_left_alone_for_a_while() -> None:
    clock = Clock()
    breaker = Breaker(failures=2, rest_seconds=60, clock=clock)
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    clock.now += 61
    assert breaker.allows()
    assert not breaker.allows()  # one at a time, until it is known how that went
    breaker.succeeded()
    assert breaker.allows()


def test_a_trial_that_fails_opens_it_anew_and_a_success_in_between_forgives() -> None:
    clock = Clock()
    breaker = Breaker(failures=2, rest_seconds=60, clock=clock)
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()
    breaker.failed()
    clock.now += 61
    assert breaker.allows()
    breaker.failed()
    clock.now += 59
    assert not breaker.allows()
