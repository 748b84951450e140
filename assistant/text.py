"""Words and how they compare: tokens, folding, stems. Shared by all that matches text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# A word keeps the characters that tell names apart: C++, C#, .NET, node.js, P&L, back-end.
_TOKEN = re.compile(r"\.?[^\W_]+(?:['’][^\W_]+|[.&/+#][^\W_]+|[+#]+)*[+#]*")
_INNER = re.compile(r"[./&]")
#: A year as resumes have them.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

#: Words that carry no content of their own in a question or a statement (closed classes).
FUNCTION_WORDS = frozenset(
    """a an the this that these those there here it its he him his she her hers they them their
    theirs you your yours i me my mine we us our ours who whom whose which what when where why how
    is are was were be been being am do does did done doing has have had having can could may might
    must shall should will would and or but nor so if then than as at by for from in into of off on
    onto out over per to up upon via with within without about after again all also any anything
    both each either else ever every few he's she's it's not no none only other others own same
    some something such too very just much many more most less least now yet already please pls
    plz ok okay u ur r n w y/n yes hi hello hey thanks tell show give list name know s t d ll re ve
    get got let one's whats what's hows how's wheres where's whos who's whens when's thing things
    stuff etc kind sort type across around under before during since until between among against
    though although because while anyone someone somebody anybody""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, folded for comparison, and where it stands."""

    text: str
    key: str
    start: int
    end: int


@lru_cache(maxsize=8192)  # the same few hundred lines are taken apart for every question
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, from left to right."""
    return tuple(
        Token(match[0], fold(match[0]), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )


def fold(text: str) -> str:
    """Lower case, without accents, curly quotes straight: the form in which words compare."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(char for char in plain if not unicodedata.combining(char))


def either_number(key: str) -> set[str]:
    """A folded word in the singular and in the plural, whichever it is: as far as an "s" tells."""
    return {key, f"{key}s", key.removesuffix("s")}


def keys(text: str) -> list[str]:
    """The folded words of a text; `a/b` and `a.b` give their parts too, after the whole."""
    return list(_keys(text))


@lru_cache(maxsize=8192)
def _keys(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for token in tokens(text):
        found.append(token.key)
        if _INNER.search(token.key.strip(".")):
            found += [part for part in _INNER.split(token.key) if part]
    return tuple(found)


def content_keys(text: str) -> list[str]:
    """The folded words of a text that carry content."""
    return [key for key in keys(text) if key not in FUNCTION_WORDS and key.removesuffix("'s")]


@lru_cache(maxsize=8192)
def stem(key: str) -> str:
    """A crude stem: enough that plurals and verb forms of one English word meet.

    After the first steps of Porter's algorithm (M. F. Porter, 1980), without its measures. Words
    of up to three letters and words with digits or signs stay as they are.
    """
    key = key.removesuffix("'s").removesuffix("'")
    if len(key) <= 3 or not key.isalpha():
        return key
    for ending, instead in _ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) + len(instead) >= 3:
            key = key[: len(key) - len(ending)] + instead
            break
    if len(key) > 3 and key[-1] == key[-2] and key[-1] not in "aeioulsz":
        key = key[:-1]
    return key[:-1] if len(key) > 4 and key[-1] == "e" else key


_ENDINGS = (
    ("ations", "ate"), ("ation", "ate"), ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""),
    ("ities", ""), ("ity", ""), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"),
    ("shes", "sh"), ("xes", "x"), ("ers", ""), ("ors", ""), ("er", ""), ("or", ""), ("ed", ""),
    ("ous", ""), ("ly", ""), ("ss", "ss"), ("us", "us"), ("is", "is"), ("es", ""), ("s", ""),
)  # fmt: skip


def stems(text: str) -> set[str]:
    """The stems of a text's content words."""
    return {stem(key) for key in content_keys(text)}


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends in one, or in what serves as one."""
    text = text.strip().rstrip(",;:")
    return text if text.endswith((".", "!", "?", "…", ".”", '."', "。", "！", "？")) else f"{text}."


def joined(items: list[str], last: str = "and") -> str:
    """Items as English lists them: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def shorten(text: str, words: int) -> str:
    """At most so many words of the text, cut between words, the cut shown."""
    parts = text.split()
    if len(parts) <= words:
        return text.strip()
    return " ".join(parts[:words]).rstrip(",;:.–—- ") + " …"
