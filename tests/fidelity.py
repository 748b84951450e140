"""The two promises of every reader, as checks: nothing lost, and spans that are true.

The words of a resume in JSON or YAML are taken from the file by the parsers of Python and PyYAML,
without our readers, as `Pairs`: an object with all of its members, those of the same name, too.
What is no word to read is told here once more, apart from the code that it checks.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import yaml

from ingest.resume import Resume, Statement

#: Our words for `label`, `flavor`, `idiom`, `travel`; and booleans.
_OURS = Counter(
    dict.fromkeys("title type language yes no on off true false percent of the time".split(), 99)
)
#: Not visible: pictures and their names, and what a schema or a theme reads.
_PICTURES = frozenset("image picture photo avatar logo thumbnail favicon logourl".split())
_NAMES = frozenset("icon fontawesomeicon id".split())
_CODE = re.compile(r"\S*|fa-[\w-]+( [\w-]+)*")
#: What a template is to fill in.
_PLACE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_PROGRAMS = frozenset(
    "schema meta design locale localecatalog settings rendercvsettings layout theme footer".split()
)
_BOXES = frozenset("contents content list items entries info history sets".split())
_LAYOUT = frozenset("type layout order".split())
_HIDES = frozenset("private ignore ignored hidden hide".split())
_SHOWS = frozenset("visible show enable enabled display".split())
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")

_UNSEEN = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


class Pairs(list[tuple[str, Any]]):
    """An object with all of its members."""


def words(text: str) -> list[str]:
    """The words of a text, without case, signs and markup."""
    return re.findall(r"[^\W_]+", _UNSEEN.sub(" ", text).casefold())


def lost(resume: Resume, document: Any) -> Counter[str]:
    """Visible words of a document that no heading or statement has, with how often they lack."""
    visible = Counter(word for text in _visible(document) for word in words(text))
    visible.subtract(word for _, _, part in resume.walk() for word in words(part.text))
    return +visible


def invented(resume: Resume, document: Any) -> Counter[str]:
    """Words of headings and statements that a document lacks, but for the keys that label them."""
    shown = Counter(word for _, _, part in resume.walk() for word in words(part.text))
    shown.subtract(word for text in _visible(document, twice=True) for word in words(text))
    keys = {word for key in _keys(document) for word in words(_label(key))} | set(_OURS)
    return Counter({word: count for word, count in (+shown).items() if word not in keys})


def hidden(document: Any) -> set[str]:
    """Words that a document marks as private, hidden or to be ignored, and says nowhere else."""
    marked = {word for text in _marked(document) for word in words(text)} - set(_OURS)
    marked -= {word for key in _keys(document) for word in words(_label(key))}
    # What is for programs is not visible, but no secret either.
    said = _visible(document, root=False, twice=True)
    return marked - {word for text in said for word in words(text)}


def untrue_spans(resume: Resume) -> list[str]:
    """Headings, statements and contacts whose words do not stand at their span, or that overlap."""
    text = resume.source.text
    wrong: list[str] = []
    taken: list[tuple[int, int, str]] = []
    for _, _, part in resume.walk():
        span = part.span
        label = part.label if isinstance(part, Statement) else None
        raw = text[span.start : span.end]
        there = words(_label(raw)) + words(_plain(raw))
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
    """A piece of JSON or YAML with its escapes undone."""

    def undone(match: re.Match[str]) -> str:
        return str(yaml.load(f'"{match.group()}"', yaml.BaseLoader))

    raw = re.sub(r"(?:\\u[0-9a-fA-F]{4})+", lambda run: str(json.loads(f'"{run.group()}"')), raw)
    raw = re.sub(r"\\(?:\r\n?|\n)[ \t]*", "", raw)
    return re.sub(r'\\(?:x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|[0abt\tnvfre "/\\N_LP])', undone, raw)


def from_json(text: str) -> Any:
    """A JSON text, numbers as they are written; commas behind the last of several are nothing."""
    return json.loads(
        re.sub(r'("(?:[^"\\]|\\.)*")|,(?=\s*[]}])', r"\1", text, flags=re.DOTALL),
        object_pairs_hook=Pairs,
        parse_float=str,
        parse_int=str,
        parse_constant=str,
        strict=False,
    )


class _Plain(yaml.SafeLoader):
    """Everything is a string but booleans and nothing."""

    def flatten(self, node: Any, depth: int = 0) -> Any:
        assert depth < 100
        if node.tag in ("!private", "!secret", "!hidden", "!ignore"):
            node.tag = ""
            return Pairs([("private", "true"), ("", self.flatten(node, depth + 1))])
        if isinstance(node, yaml.MappingNode):
            pairs = Pairs()
            merged = Pairs()
            for key, value in node.value:
                if key.tag == "tag:yaml.org,2002:merge":
                    several = isinstance(value, yaml.SequenceNode)
                    for part in value.value if several else [value]:
                        merged += self.flatten(part, depth + 1)
                else:
                    pairs.append((key.value, self.flatten(value, depth + 1)))
            have = {key for key, _ in pairs}
            for key, value in merged:
                if key not in have:
                    have.add(key)
                    pairs.append((key, value))
            return pairs
        if isinstance(node, yaml.SequenceNode):
            return [self.flatten(part, depth + 1) for part in node.value]
        if node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return node.value.casefold() in _YES
        return str(node.value)


def from_yaml(text: str) -> Any:
    """The first document of a YAML text that holds anything; references repeat what they name."""
    loader = _Plain(text)
    while loader.check_node():
        document = loader.flatten(loader.get_node())
        if document is not None:
            return document
    return None


def _folded(key: str) -> str:
    return re.sub(r"[\W_]", "", key).casefold()


def _is(value: Any, said: tuple[str, ...]) -> bool:
    return str(value).casefold() in said


def _is_hidden(key: str, value: Any) -> bool:
    if key.startswith(("_", "//")) or (_folded(key) == "private" and not _is(value, _YES + _NO)):
        return True
    return isinstance(value, Pairs) and any(
        (_folded(name) in _HIDES and (_is(inner, _YES) or str(inner) == "1"))
        or (_folded(name) in _SHOWS and _is(inner, _NO))
        for name, inner in value
    )


def _visible(value: Any, *, root: bool = True, twice: bool = False) -> Iterator[str]:
    """The strings that a person is to read; booleans are no words.

    With `twice` those, too, that need not be said because they are said beside it.
    """
    if isinstance(value, Pairs):
        boxed = any(
            _folded(key) in _BOXES and isinstance(inner, (list, str)) for key, inner in value
        )
        titled = boxed and any(_folded(key) in ("title", "name") for key, _ in value)
        for key, inner in value:
            name = _folded(key)
            unseen = name in _PICTURES or _PLACE.fullmatch(str(inner).strip())
            unseen = unseen or (name in _NAMES and _CODE.fullmatch(str(inner)))
            mark = name in _HIDES | _SHOWS and _is(inner, (*_YES, *_NO, "0", "1"))
            skipped = root and name in _PROGRAMS
            if not twice:
                # FRESH labels a network with its own name, and an address with what it is.
                skipped |= name == "label" and ("network", inner) in value
                skipped |= name == "flavor" and _folded(str(inner)) in map(_folded, _labels(value))
                skipped |= titled and name in _LAYOUT
            if not (unseen or mark or skipped or _is_hidden(key, inner)):
                yield from _visible(inner, root=False, twice=twice)
    elif isinstance(value, list):
        for inner in value:
            if not _is_hidden("", inner):
                yield from _visible(inner, root=False, twice=twice)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _labels(value: Pairs) -> Iterator[str]:
    return (inner for key, inner in value if key == "label" and isinstance(inner, str))


def _marked(value: Any) -> Iterator[str]:
    members = value if isinstance(value, Pairs) else [("", inner) for inner in value]
    for key, inner in members:
        if _is_hidden(key, inner):
            yield from _strings(inner)
        elif isinstance(inner, list):
            yield from _marked(inner)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _strings(inner[1] if isinstance(value, Pairs) else inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, Pairs):
        for key, inner in value:
            yield key
            yield from _keys(inner)
    elif isinstance(value, Iterable) and not isinstance(value, str):
        for inner in value:
            yield from _keys(inner)


def _label(key: str) -> str:
    """A key as it is, and with its words apart."""
    return key + " " + re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", key)
