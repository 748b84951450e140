"""The two promises of every reader, as checks: nothing lost, and spans that are true.

The words of a JSON resume are taken from the file by Python's own parser, without our reader.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from ingest.resume import Resume, Statement

#: Not visible: what a schema or a theme reads, and pictures.
#: Our words for `label`, `true` and `false`.
_OURS = Counter({"title": 99, "yes": 99, "no": 99})
_PICTURES = frozenset({"image", "picture", "photo", "avatar"})

_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def words(text: str) -> list[str]:
    """The words of a text, without case, signs and markup."""
    return re.findall(r"[^\W_]+", _UNSEEN.sub(" ", text).casefold())


def lost_from_json(resume: Resume) -> Counter[str]:
    """Visible words of the source that no heading or statement has, with how often they lack."""
    visible = Counter(
        word for text in _visible(_parsed(resume.source.text)) for word in words(text)
    )
    visible.subtract(word for _, _, part in resume.walk() for word in words(part.text))
    return +visible


def invented_in_json(resume: Resume) -> Counter[str]:
    """Words of headings and statements that the source lacks, but for the keys that label them."""
    parsed = _parsed(resume.source.text)
    shown = Counter(word for _, _, part in resume.walk() for word in words(part.text))
    shown.subtract(word for text in _visible(parsed) for word in words(text))
    keys = {word for key in _keys(parsed) for word in words(_label(key))} | set(_OURS)
    return Counter({word: count for word, count in (+shown).items() if word not in keys})


def untrue_spans(resume: Resume) -> list[str]:
    """Headings, statements and contacts whose words do not stand at their span, or that overlap."""
    text = resume.source.text
    wrong: list[str] = []
    taken: list[tuple[int, int, str]] = []
    for _, _, part in resume.walk():
        span = part.span
        label = part.label if isinstance(part, Statement) else None
        there = words(_label(_plain(text[span.start : span.end])))
        # A key that our reader spells out as a label need not stand there in the same form.
        missing = Counter(words(part.text)) - Counter(there) - Counter(words(label or ""))
        spelled_out = "".join(words(part.text)) in "".join(there)
        if missing - _OURS and not spelled_out:
            wrong.append(f"{part.text!r} is not {text[span.start : span.end]!r}: {dict(missing)}")
        if span.start_line != _line(text, span.start):
            wrong.append(f"{part.text!r} is said to start on line {span.start_line}")
        if span.end_line != _line(text, max(span.start, span.end - 1)):
            wrong.append(f"{part.text!r} is said to end on line {span.end_line}")
        taken.append((span.start, span.end, part.text))
    taken.sort()
    for (_, end, before), (start, _, after) in pairwise(taken):
        if start < end:
            wrong.append(f"{before!r} overlaps {after!r}")
    return wrong


def _line(text: str, offset: int) -> int:
    return len(re.findall(r"\r\n?|\n", text[:offset])) + 1


def _plain(raw: str) -> str:
    """A piece of JSON with its escapes undone."""

    def undone(match: re.Match[str]) -> str:
        return str(json.loads(f'"{match.group()}"'))

    return re.sub(r"(?:\\u[0-9a-fA-F]{4})+|\\.", undone, raw)


class _Pairs(list[tuple[str, Any]]):
    """An object with all of its members, those of the same name, too."""


def _parsed(text: str) -> Any:
    return json.loads(
        text,
        object_pairs_hook=_Pairs,
        parse_float=str,
        parse_int=str,
        parse_constant=str,
        strict=False,
    )


def _visible(value: Any, *, root: bool = True) -> Iterator[str]:
    if isinstance(value, _Pairs):
        for key, inner in value:
            folded = re.sub(r"[\W_]", "", key).casefold()
            if not (root and folded in {"schema", "meta"} | _PICTURES) and folded not in _PICTURES:
                yield from _visible(inner, root=False)
    elif isinstance(value, list):
        for inner in value:
            yield from _visible(inner, root=False)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif value is not None:
        yield str(value)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, _Pairs):
        for key, inner in value:
            yield key
            yield from _keys(inner)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for inner in value:
            yield from _keys(inner)


def _label(key: str) -> str:
    """A key as it is, and with its words apart."""
    return key + " " + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", key)
