"""The languages that resumes are read in, and their words together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ingest.languages.chinese import CHINESE
from ingest.languages.dutch import DUTCH
from ingest.languages.english import ENGLISH
from ingest.languages.french import FRENCH
from ingest.languages.german import GERMAN
from ingest.languages.italian import ITALIAN
from ingest.languages.language import Language
from ingest.languages.portuguese import PORTUGUESE
from ingest.languages.spanish import SPANISH

__all__ = [
    "CHINESE", "DUTCH", "ENGLISH", "GERMAN", "HAN", "LANGUAGES", "Language", "alternatives",
    "count_words", "folded", "phrases", "words",
]  # fmt: skip

#: Characters of the scripts that put no space between words, for a character class.
HAN = "\u3040-\u30ff\u3400-\u9fff"
_HAN = re.compile(rf"[{HAN}]")

LANGUAGES: tuple[Language, ...] = (
    ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DUTCH, CHINESE,
)  # fmt: skip


def folded(text: str) -> str:
    """Lower case and without accents: how words of a resume compare with those of a language."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def count_words(text: str) -> int:
    """How many words, also where no spaces part them: two characters of Chinese are about one."""
    if text.isascii():
        return len(text.split())
    han = len(_HAN.findall(text))
    return len(_HAN.sub(" ", text).split()) + (han + 1) // 2


def words(name: str, *, leading: bool | None = None) -> frozenset[str]:
    """The folded words of a field in all languages, or in those where roles lead or do not."""
    return frozenset(
        folded(word)
        for language in LANGUAGES
        if leading is None or language.role_leads is leading
        for word in getattr(language, name).split()
    )


def phrases(listed: str) -> Iterator[str]:
    """The phrases of a string, white space folded."""
    for phrase in listed.split("|"):
        if plain := " ".join(phrase.split()):
            yield plain


def alternatives(name: str, *only: Language) -> str:
    """The patterns of a field, in all languages or some, as one that tries the longest first."""
    listed = {
        part for language in only or LANGUAGES for part in _split(getattr(language, name)) if part
    }
    return "|".join(sorted(listed, key=lambda part: (-len(part), part)))


def _split(pattern: str) -> list[str]:
    """The alternatives of a pattern: cut at each `|` that stands in no bracket."""
    parts, depth = [""], 0
    for char in re.sub(r"\n\s*", "", pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]
