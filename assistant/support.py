"""Does the evidence support an answer at all? One judgement, calibrated; see `tests/benchmarks`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.question import Part
from assistant.retriever import ScoredStatement
from assistant.text import FUNCTION_WORDS, fold, stem, tokens
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from ingest.dates import find_dates
from ingest.resume import Resume

#: Cosine of the best statement from which common words need no literal match. Calibrated on the
#: golden questions; the README gives the figures at other values.
ENOUGH = 0.17
#: The same where one of the question's telling words stands in the statement.
ENOUGH_WITH_WORD = 0.12


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to answer, and why, for `--explain`."""

    supported: bool
    why: str


def supports(part: Part, hits: Sequence[ScoredStatement], resume: Resume) -> Verdict:
    """Judge the best statements for a question that asks for evidence.

    A named thing (a product, an employer, a name) that the resume does not have settles it; else
    the best statement must be near enough in meaning, less near if it shares a telling word.
    """
    if not hits:
        return Verdict(False, "the resume has no statements")
    if part.unknown:
        return Verdict(False, f"{part.unknown!r} is not in the resume")
    lacking = absent_names(part.text, resume)
    if lacking:
        return Verdict(False, f"{', '.join(lacking)}: not in the resume")
    best = max(hits[:3], key=lambda hit: hit.dense)
    asked = {stem(token.key) for token in tokens(part.text) if token.key not in FUNCTION_WORDS}
    shared = asked & {stem(token.key) for token in tokens(best.words.text)}
    needed = ENOUGH_WITH_WORD if shared else ENOUGH
    said = f"best cosine {best.dense:.2f}, needed {needed:.2f}"
    return Verdict(best.dense >= needed, f"{said}; shared words: {', '.join(sorted(shared))}")


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


def absent_names(text: str, resume: Resume) -> list[str]:
    """Named things of the vocabulary, and capitalised names, that stand nowhere in the resume."""
    words = simple_keys(text)
    have = resume_forms(resume)
    lacking = []
    for start, end, term in load_vocabulary().spans(words):
        if (end - start == 1 and words[start] in _ALSO_WORDS) or not is_name(term):
            continue
        if not any(form in have for form in term.forms) and (*words[start:end],) not in have:
            lacking.append(term.name)
    written = tokens(text)
    dated = [(found.start, found.end) for found in find_dates(text)]
    for at, token in enumerate(written):
        if any(low <= token.start < high for low, high in dated):
            continue
        inside = token.text[:1].isupper() and at > 0 and not token.text.isupper()
        known = (fold(token.text).removesuffix("'s"),) in have
        if inside and not known and token.key not in FUNCTION_WORDS and token.text.lower() != "i":
            lacking.append(token.text)
    return lacking


@lru_cache(maxsize=8)
def resume_forms(resume: Resume) -> frozenset[tuple[str, ...]]:
    """Every run of one to four folded words that stands in the resume."""
    forms: set[tuple[str, ...]] = set()
    for _, _, words in resume.walk():
        found = simple_keys(words.text)
        for size in range(1, 5):
            forms.update(tuple(found[at : at + size]) for at in range(len(found) - size + 1))
    return frozenset(forms)
