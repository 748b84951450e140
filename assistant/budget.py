"""What a model may cost in a day: answers, tokens, money.

A call is paid for before it is made, at the most that it can take, and what it did not take is
given back; so calls at the same time cannot overspend together. Once a call does not fit, and
whenever the books cannot be kept, the answer is no: visitors get offline answers until the day
turns, by this machine's calendar.

The books are kept in memory, and with a path in a small file as well, so that a restart does not
open a new day's budget. Processes that share the file share the budget.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.settings import Settings

_MILLION = 1_000_000
#: Seconds to wait for another process that has the file.
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer, into the model and out of it."""

    tokens_in: int
    tokens_out: int

    def __add__(self, other: Usage) -> Usage:
        return Usage(self.tokens_in + other.tokens_in, self.tokens_out + other.tokens_out)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a day has cost. `money` is in whatever currency the prices are in."""

    day: str
    answers: int = 0
    tokens: int = 0
    money: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """The most of a day, and the prices of a million tokens."""

    answers: int
    tokens: int
    money: float
    price_in: float
    price_out: float

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """The limits that the owner has set."""
        return cls(
            settings.model_answers_a_day,
            settings.model_tokens_a_day,
            settings.model_money_a_day,
            settings.model_price_in,
            settings.model_price_out,
        )

    def cost(self, usage: Usage) -> float:
        """The price of an answer."""
        return (usage.tokens_in * self.price_in + usage.tokens_out * self.price_out) / _MILLION


#: What is raised where the books cannot be read or written.
_NO_BOOKS = (OSError, ValueError, TypeError, LookupError)


class Budget:
    """The books of a day. `today` gives the day; `path` is where they outlive a restart."""

    def __init__(
        self, limits: Limits, path: Path | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self._limits = limits
        self._path = path
        self._today = today
        self._spent = Spent(day="")
        self._lock = threading.Lock()

    def reserve(self, most: Usage) -> bool:
        """Pay for an answer that takes `most` tokens at most, if the day has that much left."""
        try:
            with self._books() as spent:
                after = self._with(spent, most, 1)
                if (
                    after.answers > self._limits.answers
                    or after.tokens > self._limits.tokens
                    or after.money > self._limits.money
                ):
                    return False
                self._keep(after)
                return True
        except _NO_BOOKS:
            return False

    def settle(self, reserved: Usage, used: Usage) -> None:
        """Give back what an answer did not take; it counts as an answer all the same."""
        over = Usage(used.tokens_in - reserved.tokens_in, used.tokens_out - reserved.tokens_out)
        try:
            with self._books() as spent:
                self._keep(self._with(spent, over, 0))
        except _NO_BOOKS:
            return  # what was reserved stays spent

    def _with(self, spent: Spent, usage: Usage, answers: int) -> Spent:
        return replace(
            spent,
            answers=spent.answers + answers,
            tokens=max(0, spent.tokens + usage.tokens_in + usage.tokens_out),
            money=max(0.0, spent.money + self._limits.cost(usage)),
        )

    @contextmanager
    def _books(self) -> Iterator[Spent]:
        """Today's books, which nobody else writes meanwhile."""
        day = self._today().isoformat()
        with self._lock:
            if self._path is None:
                yield self._spent if self._spent.day == day else Spent(day)
                return
            # Only whoever keeps a file needs locks between processes.
            from filelock import FileLock, Timeout

            try:
                with FileLock(f"{self._path}.lock", timeout=_PATIENCE):
                    spent = _read(self._path)
                    yield spent if spent and spent.day == day else Spent(day)
            except Timeout as error:
                raise OSError("the budget file is locked") from error

    def _keep(self, spent: Spent) -> None:
        self._spent = spent
        if self._path is not None:
            written = self._path.with_name(f"{self._path.name}.new")
            written.write_text(json.dumps(asdict(spent)), encoding="utf-8")
            written.replace(self._path)


def _read(path: Path) -> Spent | None:
    """The books in a file, None if there are none. Raises one of `_NO_BOOKS`."""
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Spent(
        str(fields["day"]), int(fields["answers"]), int(fields["tokens"]), float(fields["money"])
    )
