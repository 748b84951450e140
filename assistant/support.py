"""Does the evidence support an answer at all? One judgement, trained; see `assistant/training`.

What is weighed means something on its own: how near the best line is, by how much it stands out,
whether a word of the question has nothing near it, which of its words and names the resume has,
what kind of value is asked for and whether the line has one, and what sort of question it is.
`python -m assistant.training.judge` fits the trees on invented resumes that the embedding model was
not tuned on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from assistant.boosted import load_trees
from assistant.countries import load_countries
from assistant.granted import is_pointed_at
from assistant.names import TITLES
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import FUNCTION_WORDS, fold, stem, stems, tokens
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from assistant.words import is_common, is_ordinary
from ingest.dates import find_dates
from ingest.resume import Resume


@dataclass(frozen=True)
class Known:
    """The words of a resume: the stems of all, and every run of one to four folded ones."""

    stems: frozenset[str]
    forms: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, resume: Resume) -> Known:
        """Collect them once; every question looks them up."""
        forms: set[tuple[str, ...]] = set()
        for _, _, words in resume.walk():
            found = simple_keys(words.text)
            for size in range(1, 5):
                forms.update(tuple(found[at : at + size]) for at in range(len(found) - size + 1))
            forms.update((key.removesuffix("'s"),) for key in found)  # "Mom's" names Mom
        for place in _places(resume):
            for country in load_countries():
                if country.is_in(place):  # "København, DK" is in Denmark
                    forms.update(tuple(simple_keys(name)) for name in country.names)
        return cls(frozenset(stem(form[0]) for form in forms if len(form) == 1), frozenset(forms))


def _places(resume: Resume) -> Iterator[str]:
    """Where the entries say that they were."""
    entries = (entry for section in resume.sections for entry in section.walk())
    return (entry.location.text for entry in entries if entry.location)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer, how probable it is that the evidence supports one, and why.

    `weighed` is what the probability comes of, by name.
    """

    supported: bool
    probability: float
    why: str
    weighed: Mapping[str, float] = field(default_factory=dict)


#: Probability from which the evidence is taken to support an answer.
ENOUGH = 0.4
#: Cosine, and share of words in common, below which no line is near, whatever the judge thinks of
#: the question: so were the best lines for none of 233 answerable questions of 38 resumes, and for
#: 7 of 252 that have no answer. At 0.15 (4 and 34) more was lost than won in whole answers.
_FAR, _NOTHING = 0.1, 0.05


def supports(part: Part, hits: Sequence[ScoredStatement], known: Known) -> Verdict:
    """Judge the best statements for a question that asks for evidence."""
    if not hits:
        return Verdict(False, 0.0, "the resume has no statements")
    if part.unknown:
        return Verdict(False, 0.0, f"{part.unknown!r} is not in the resume")
    found = features(part, hits, known)
    if found["nearness"] < _FAR and found["words in common"] < _NOTHING:
        return Verdict(False, 0.0, f"nothing is near: {found['nearness']:.2f}")
    probability = load_trees("judge").probability(found)
    told = ", ".join(f"{name} {value:.2f}" for name, value in found.items() if value)
    why = f"supported {probability:.2f}: {told}"
    return Verdict(probability >= ENOUGH, probability, why, found)


#: Lines that count as the best, and those behind them that show what is usual for the question.
_BEST, _USUAL = 3, slice(6, 16)

_ASKS = {
    "number": r"\b(?:how (?:many|much|big|large|fast|often|long)|number of|no\. of|percent\w*|size|"
    r"headcount|total|budget|rate|score|price|cost|max|biggest|largest|highest)\b",
    "person": r"\b(?:who|whom|whose|boss|supervisor|names? of)\b",
    "date": r"\b(?:when|since|until|what (?:year|month|date)|which (?:year|month)|dates?|expir\w+|"
    r"valid)\b",
    "place": r"\b(?:where|which (?:city|country|town|state)|location)\b",
    "reason": r"\b(?:why(?:'s|'d)?|reasons? (?:for|why|behind)|how come|what made)\b",
}
_ASKS_FOR = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _ASKS.items()}
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|"
    r"millions?|half|doubled|tripled|once|twice)\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[a-z,;:] )(?:[A-Z][\w&.'’-]+)|\b(?:Mr|Mrs|Ms|Dr|Prof)\b")


_REASON = re.compile(
    r"\b(?:because|due to|owing to|since (?:the|it|we|my)|so that|in order to|reasons?|"
    r"thanks to|after (?:the|it|my)|when the|redundan\w+|closed|closure|laid off|contract ended|"
    r"for want of)\b",
    re.IGNORECASE,
)


def asks_reason(text: str) -> bool:
    """Whether a reason is asked for: a resume seldom gives one."""
    return bool(re.match(rf"\W*(?:so |and |but )?{_ASKS['reason']}", text, re.IGNORECASE))


def gives_reason(text: str) -> bool:
    """Whether a line says why."""
    return bool(_REASON.search(text))


def _has_kind(kind: str, text: str) -> bool:
    if kind == "number":
        return bool(_NUMBER.search(text))
    if kind == "date":
        return bool(find_dates(text))
    if kind in ("person", "place"):
        return bool(_CAPITAL.search(text))
    return gives_reason(text)


def features(part: Part, hits: Sequence[ScoredStatement], known: Known) -> dict[str, float]:
    """What is weighed, by name; each about between -1 and 1."""
    dense = sorted((hit.dense for hit in hits), reverse=True)
    best = max(hits[:_BEST], key=lambda hit: hit.dense)
    usual = dense[_USUAL] or dense[-1:]
    words = {stem(token.key) for token in tokens(part.text) if token.key not in FUNCTION_WORDS}
    have = known.stems
    absent = absent_names(part.text, known)
    guess = part.guess
    found = {
        "nearness": dense[0],
        "stands out": dense[0] - sum(usual) / len(usual),
        "before the second": dense[0] - (dense[1] if len(dense) > 1 else 0.0),
        "words in common": max(hit.lexical for hit in hits[:_BEST]),
        "words of the best": len(words & stems(best.words.text)) / max(1, len(words)),
        "words known": len(words & have) / max(1, len(words)),
        "names absent": min(2, len(absent)) / 2,
        "strange words": min(2, len(_strange(part.text, have))) / 2,
        "length": min(1.0, math.log1p(len(words)) / 3),
        "words of the line": min(1.0, len(tokens(best.words.text)) / 40),
        "is a heading": float(best.is_heading),
        f"stands in {best.section.kind.value}": 1.0,
        "topic": best.topic,
        "lines": min(1.0, len(hits) / 200),
        "personal": sum(share for label, share in guess.ranked if label.startswith("personal")),
        **{f"seems {label}": share for label, share in guess.ranked},
    }
    found |= _word_by_word(hits)
    for kind, pattern in _ASKS_FOR.items():
        if pattern.search(part.text):
            found[f"asks a {kind}"] = 1.0
            found[f"has a {kind}"] = float(_has_kind(kind, best.words.text))
    return found


#: Cosine of a word with the nearest one below which that is another thing.
_LOW = 0.4


def _word_by_word(hits: Sequence[ScoredStatement]) -> dict[str, float]:
    """How near the words of the question come to the best line, the best three, and any line."""
    if not hits[0].near:
        return {}
    found: dict[str, float] = {}
    for name, lines in (("best line", hits[:1]), ("best lines", hits[:_BEST]), ("resume", hits)):
        near = np.max([hit.near for hit in lines], axis=0)
        least = np.sort(near)
        found[f"words near the {name}"] = float(near.mean())
        found[f"farthest word from the {name}"] = float(least[0])
        found[f"second farthest from the {name}"] = float(least[min(1, len(least) - 1)])
        found[f"words far from the {name}"] = float((near < _LOW).mean())
    return found


def _strange(text: str, have: frozenset[str]) -> list[str]:
    """Words that are neither common English nor in the resume: names of things, mostly."""
    return [
        token.key
        for token in tokens(text)
        if len(token.key) > 3
        and token.key.isalpha()
        and stem(token.key) not in have
        and not is_ordinary(token.key)
    ]


#: Names that are ordinary words, too: without a capital letter a question may mean the word.
_ALSO_WORDS = frozenset(
    """go make less spring unity swift react express flask target gap shell visa apple orange meta
    oracle sage box slack notion linear word access teams outlook excel project pages numbers chef
    puppet salt ant bash dart ruby rust julia crystal processing scratch basic ada c d r k next
    amazon uber lever stripe square block discover chase ally progressive mission capital snap
    elm ballerina factor ring eve io self sketch illustrator premiere principle blender maya rhino
    teaching training english research sales marketing accounting management communication
    leadership writing testing design planning finance law nursing welding cooking""".split()
)


#: Categories of concepts rather than names: a statement may mean them without saying the word.
_CONCEPTS = frozenset(
    {
        "finance", "legal", "teaching", "clinical", "trade", "methodology", "kitchen", "data",
        "lab technique", "machine learning", "security", "networking", "testing", "devops",
        "monitoring", "project management", "mobile", "cad", "front-end", "api", "container",
    }
)  # fmt: skip


def is_name(term: Term) -> bool:
    """Whether a term names one thing, so that only its own forms can stand for it.

    The vocabulary writes names with a capital or a sign ("Jenkins", "pytest") and concepts in
    lower case ("triage"), but for a few lower-case names, which are of no category of concepts.
    """
    return any(char.isupper() for char in term.name) or not set(term.categories) <= _CONCEPTS


def _is_word(word: str, text: str) -> bool:
    """Whether an employer's name is written in small letters and English, too ("grown ups")."""
    written = next((token.text for token in tokens(text) if token.key == word), word)
    return written.islower() and is_common(word)


def absent_names(text: str, known: Known) -> list[str]:
    """Named things of the vocabulary, and capitalised names, that stand nowhere in the resume."""
    words, have = simple_keys(text), known.forms
    lacking = []
    for start, end, term in load_vocabulary().spans(words):
        if (end - start == 1 and words[start] in _ALSO_WORDS) or not is_name(term):
            continue
        if end - start == 1 and "employer" in term.categories and _is_word(words[start], text):
            continue
        if end - start == 1 and (is_pointed_at(words[start], text) or words[start] in TITLES):
            continue
        if not any(form in have for form in term.forms) and (*words[start:end],) not in have:
            lacking.append(term.name)
    written = tokens(text)
    dated = [(found.start, found.end) for found in find_dates(text)]
    for at, token in enumerate(written):
        if any(low <= token.start < high for low, high in dated):
            continue
        inside = token.text[:1].isupper() and at > 0 and not token.text.isupper()
        named = (fold(token.text).removesuffix("'s"),) in have
        if inside and not named and token.key not in FUNCTION_WORDS | TITLES | {"i"}:
            lacking.append(token.text)
    return list({fold(name): name for name in reversed(lacking)}.values())[::-1]
