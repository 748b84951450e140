"""A model's sentences as they come: what `eval` compares checking with. Never for visitors."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answer import NOT_IN_RESUME
from assistant.checked import Fate, Verdict
from assistant.compose import Sentence
from assistant.markers import read_markers
from assistant.sources import Source


class Unchecked:
    """Lets everything through, with the citations that the model gave, where they exist."""

    def __init__(self, sources: Mapping[int, Source]) -> None:
        self._sources = sources

    def judge(self, raw: str) -> Verdict:
        """Any sentence passes."""
        marked = read_markers(raw)
        cited = [
            words
            for one in marked.numbers
            if one in self._sources
            for words in self._sources[one].fragments
        ]
        if NOT_IN_RESUME.casefold() in marked.text.casefold():
            return Verdict(Fate.SILENT, marked.text, Sentence(marked.text))
        return Verdict(Fate.PASSED, marked.text, Sentence(marked.text, tuple(cited)))
