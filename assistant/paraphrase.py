"""Which words may stand for which: a model words a line of a resume anew, and says the same.

`data/paraphrases.txt` is a closed list, by the forms of words and not by their stems: who "led a
team" was no "director". Names, numbers and dates are in no line of it, nor is praise.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from assistant.text import stem

_ALWAYS = "always:"


@dataclass(frozen=True)
class Paraphrases:
    """`free` words need nothing in the source; `stand_for` has for a word what it may stand for."""

    free: frozenset[str]
    stand_for: dict[str, frozenset[str]]

    @cached_property
    def free_stems(self) -> frozenset[str]:
        """The stems of the free words."""
        return frozenset(map(stem, self.free))

    def covered(self, word: str, source: AbstractSet[str]) -> bool:
        """Whether a folded word may be said of a source that has these folded words."""
        return self.is_free(word) or not self.stand_for.get(word, frozenset()).isdisjoint(source)

    def is_free(self, word: str) -> bool:
        """Whether a folded word, or another form of it, needs nothing in the source.

        Who does something is no form of what they do: "act" is free, "actor" is a claim.
        """
        return word in self.free or (
            not word.endswith(("er", "ers", "or", "ors")) and stem(word) in self.free_stems
        )


@cache
def load_paraphrases() -> Paraphrases:
    """The list that ships with the package."""
    text = (files("assistant") / "data" / "paraphrases.txt").read_text("utf-8")
    free: set[str] = set()
    stand_for: dict[str, set[str]] = {}
    for line in text.splitlines():
        if line.startswith(_ALWAYS):
            free.update(line.removeprefix(_ALWAYS).split())
        elif not line.startswith("#"):
            said, _, source = line.partition("<")
            for word in said.split():
                stand_for.setdefault(word, set()).update((source or said).split())
    return Paraphrases(
        frozenset(free), {word: frozenset(source) for word, source in stand_for.items()}
    )
