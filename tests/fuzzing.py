"""Fixtures in JSON and YAML, damaged at random, through their readers.

    python -m tests.fuzzing 5000 [SEED]

prints how many were read and refused, what took longest, and whatever broke a promise. The suite
tries some hundred (`tests/ingest/readers/test_damaged_trees.py`).
"""

from __future__ import annotations

import random
import re
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parent / "fixtures"
FILES = sorted([*(FIXTURES / "yaml").glob("*.y*ml"), *(FIXTURES / "json").glob("*.json")])

KEYS = """name title company position summary highlights start_date end_date date year contents
    items type label details value sections cv basics work education skills private ignore visible
    _x level bullet number url period from to description text network username flavor contact other
    history sets list info idiom role time employer institution location city keywords authors doi
    publisher roles projects positions languages profiles""".split()
PIECES = [
    "- ", ": ", "{", "}", "[", "]", "*a", "&a ", "|\n", "> \n", "|2-\n", "'", '"', "# note", "\n",
    "\n  ", "  ", "\t", "---\n", "...\n", "!private ", "!!str ", "<<: *a\n", "? ", "@", "`", "%",
    "null", "true", "no", "2019-13", "present", "\\u00e9", "\\ud83d\\ude00", "\x07", "\u2028", "é",
    "中文", "<p>", "**b**", "[a](http://b.c)", "&amp;", "https://x.y", "- - - ", "a: b: c", "''",
    "\ufeff", "\r\n", "\r",
]  # fmt: skip
VALUES = [
    "true", "[a, b]", "{a: b, c: [d]}", "2019 - now", "'x''y'", '"a\\nb"', "~", "*a", "1e5", "0x1F",
    "!private secretword", "a # b", "|\n" + " " * 30 + "One. Two\n" + " " * 30 + "- three\n",
]  # fmt: skip
_KEY = re.compile(r'[\w-]+(?="?:)')
_VALUE = re.compile(r'(?<=: )[^\n{\["]+|(?<=- )[^\n{\[":]+')


def damaged(text: str, chance: random.Random) -> str:
    """The text with one to three changes: a piece put in, a line moved, a key or value replaced."""
    for _ in range(chance.randint(1, 3)):
        change = chance.choice([_piece, _line, _rekeyed, _rekeyed, _revalued])
        text = change(text, chance)
    return text


def _piece(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at + chance.randint(0, 12) :]


def _line(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    what = chance.randrange(4)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(chance.randrange(len(lines) + 1), lines[at])
    elif what == 2:
        lines[at] = " " * chance.randint(0, 8) + lines[at].lstrip()
    else:
        del lines[at : at + chance.randint(0, 20)]
    return "\n".join(lines)


def _rekeyed(text: str, chance: random.Random) -> str:
    return _replaced(text, _KEY, KEYS, chance)


def _revalued(text: str, chance: random.Random) -> str:
    return _replaced(text, _VALUE, VALUES, chance)


def _replaced(text: str, pattern: re.Pattern[str], choice: list[str], chance: random.Random) -> str:
    places = list(pattern.finditer(text))
    if not places:
        return text
    place = chance.choice(places)
    return text[: place.start()] + chance.choice(choice) + text[place.end() :]


def damaged_file(chance: random.Random) -> tuple[str, bytes]:
    """The name and content of a fixture after some damage, perhaps to its bytes, too."""
    file = chance.choice(FILES)
    data = damaged(file.read_text(encoding="utf-8"), chance).encode("utf-8", "replace")
    if data and chance.random() < 0.1:
        broken = bytearray(data)
        for _ in range(3):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        data = bytes(broken)
    return file.name, data


def broken_promises(name: str, data: bytes) -> list[Any] | None:
    """What a reader gets wrong in the file; None where it refuses it, as it may in one line."""
    from ingest.errors import ResumeAssistantError
    from ingest.export import to_json_resume
    from ingest.outline import outline
    from ingest.readers.tree.json_reader import JsonResumeReader
    from ingest.readers.tree.yaml_reader import YamlResumeReader
    from tests.fidelity import from_json, from_yaml, hidden, invented, lost, untrue_spans, words

    in_json = name.endswith(".json")
    try:
        resume = (JsonResumeReader() if in_json else YamlResumeReader()).read(data, name)
    except ResumeAssistantError as error:
        message = str(error)
        return None if "\n" not in message and len(message) < 500 else [message]
    text = data.decode("utf-8-sig").replace("\0", "\ufffd")
    repeats = not in_json and "*" in text
    try:
        document = from_json(text) if in_json else from_yaml(text)
    except Exception:  # PyYAML's composer refuses some repeated anchors, which its parser reads
        assert repeats
        return []
    wrong: list[Any] = [invented(resume, document)] if invented(resume, document) else []
    # What a reference repeats stands where it is first said, and is left out where that is.
    wrong += [] if repeats else untrue_spans(resume)
    if not (repeats and resume.left_out):
        wrong += [lost(resume, document)] if lost(resume, document) else []
        wrong += hidden(document) & set(words(resume.source.text))
    assert outline(resume)
    assert to_json_resume(resume)
    return wrong


def main(count: int, seed: int) -> None:
    """Try `count` files and print what became of them."""
    chance = random.Random(seed)
    fates: Counter[str] = Counter()
    slowest = 0.0
    for _ in range(count):
        name, data = damaged_file(chance)
        started = time.perf_counter()
        try:
            wrong = broken_promises(name, data)
        except Exception:
            wrong = [traceback.format_exc()]
        slowest = max(slowest, time.perf_counter() - started)
        fates["refused" if wrong is None else "wrong" if wrong else "read"] += 1
        if wrong:
            print(name, wrong, data, sep="\n", end="\n\n")
    print(f"{count} files, seed {seed}: {dict(fates)}, the slowest in {slowest:.2f} s")


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parent)]
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
