"""Answers as plain text, for a terminal and for the chat page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from assistant.answer import Answer, Citation

# Resumes, questions and file names are untrusted: a terminal obeys control characters.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_INDENT = "  "


def plain(text: str) -> str:
    """The text on a single line, without control characters."""
    return _CONTROL.sub("", " ".join(text.split()))


def answer_text(answer: Answer) -> str:
    """The answer and, below it, its numbered citations."""
    said = "\n".join(plain(line) for line in answer.answer.splitlines())
    return "\n\n".join(part for part in (said, sources_text(answer)) if part)


def sources_text(answer: Answer) -> str:
    """One line a citation: number, section, file, lines and the words that stand there."""
    return "\n".join(map(_citation_line, answer.citations))


def explanation_text(explanation: dict[str, Any]) -> str:
    """What was understood, weighed and decided, one fact a line, indented by depth."""
    return "\n".join(_tree(explanation, 0))


def _citation_line(citation: Citation) -> str:
    source = citation.source
    where = [*([f"page {source.page}"] if source.page else []), _lines(citation)]
    place = plain(f"{' > '.join(citation.section)}, {source.file} {', '.join(where)}")
    return f"[{citation.number}] {place}: “{plain(citation.text)}”"


def _lines(citation: Citation) -> str:
    first, last = citation.source.start_line, citation.source.end_line
    return f"line {first}" if first == last else f"lines {first}-{last}"


def _tree(value: Any, depth: int) -> Iterator[str]:
    pairs = value.items() if isinstance(value, dict) else (("-", item) for item in value)
    for name, item in pairs:
        label = _INDENT * depth + (name if name == "-" else f"{plain(str(name))}:")
        if isinstance(item, dict | list | tuple):
            yield label
            yield from _tree(item, depth + 1)
        else:
            shown = f"{item:.3f}" if isinstance(item, float) else plain(str(item))
            yield f"{label} {shown}"
