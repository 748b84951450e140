"""The contract with everything that asks and shows answers: `Message`, `Answer`, `Citation`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal, TypedDict

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    SkipValidation,
    model_serializer,
)

#: The one wording of "the resume is silent". Prompts, code and tests share it; `{subject}` is what
#: was asked for, in the words of the question.
NOT_IN_RESUME = "The resume does not say"

MARKER = re.compile(r"\[(\d+)\]")


class Status(StrEnum):
    """What became of a question.

    `DECLINED` is for what is no question about the person: off-topic, or an attempt to command the
    assistant.
    """

    ANSWERED = "answered"
    NOT_IN_RESUME = "not_in_resume"
    DECLINED = "declined"


class Message(TypedDict):
    """One turn of a conversation, as chat models and pages exchange it."""

    role: Literal["user", "assistant"]
    content: str


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageBox(_Frozen):
    """Some of the quoted words on a page (from 1): points from the page's top left corner."""

    page: int
    left: float
    top: float
    width: float
    height: float


class SourceLocation(_Frozen):
    """Where a quote stands: lines from 1 and inclusive, page from 1 where there are pages.

    `boxes` are where the words are shown, one for those that stand side by side; the JSON has the
    key only where there are some.
    """

    file: str
    start_line: int
    end_line: int
    page: int | None = None
    boxes: tuple[PageBox, ...] = ()

    @model_serializer(mode="wrap")
    def _without_empty_boxes(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        return written if self.boxes else {key: written[key] for key in written if key != "boxes"}


class Citation(_Frozen):
    """Proof for a sentence of the answer, resolved by code.

    `quote` is a slice of the source, character for character; `text` the same words as a reader of
    the page sees them, without markup. `section` is the breadcrumb. `url` opens the published page
    at the words; None where the site's address is not known.
    """

    number: int
    quote: str
    text: str
    section: tuple[str, ...]
    source: SourceLocation
    url: str | None = None


class Explanation(Mapping[str, Any]):
    """How an answer came about, worked out when somebody looks: few do, and it takes a search."""

    def __init__(self, work_out: Callable[[], dict[str, Any]]) -> None:
        self._work_out = work_out

    @cached_property
    def _told(self) -> dict[str, Any]:
        return self._work_out()

    def __getitem__(self, key: str) -> Any:
        return self._told[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


class Answer(_Frozen):
    """What the assistant says to one question.

    `seconds` is wall time; markers `[n]` in `answer` number the citations. `explanation` is what
    was understood, weighed and decided; it never leaves with the JSON.
    """

    question: str
    status: Status
    answer: str
    citations: tuple[Citation, ...] = ()
    answered_by: str = "offline"
    seconds: float = 0.0
    id: str | None = None
    explanation: SkipValidation[Mapping[str, Any] | None] = Field(
        default=None, exclude=True, repr=False
    )

    def to_json(self) -> dict[str, Any]:
        """The answer as the design's JSON object; `id` only where the question had one."""
        return self.model_dump(mode="json", exclude_none=False, exclude=self._hidden())

    def _hidden(self) -> set[str]:
        return {"explanation"} if self.id is not None else {"explanation", "id"}


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next words of an answer that is being streamed."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a stream: the whole answer, its text the deltas put together."""

    answer: Answer
