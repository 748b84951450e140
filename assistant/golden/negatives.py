"""What a resume cannot answer, verified: absent skills, employers and degrees, personal matters.

Absent is what stands nowhere in the source, in none of the forms that the vocabulary knows. Absent
skills are near ones: of a category that the resume has skills of ("Vue" where it lists "React"),
which are harder to refuse than what is far off. A personal matter is asked for only if none of the
words by which a resume would state it stands there; so a matter may be left out though the resume
is silent about it, and none is put in that it states.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant.golden.known import Known, is_askable
from assistant.golden.wording import OFFTOPIC, WORDS
from assistant.text import fold
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from assistant.words import is_common
from ingest.resume import Resume

_SAYS_YES = ("yes,",)
#: Categories of the vocabulary that are no skills.
_NO_SKILLS = frozenset(("employer", "spoken language", "certification"))
#: Employers that are in no vocabulary, as most are; invented.
_INVENTED = (
    "Norfield Systems", "Harrowgate & Pike", "Quillstone Labs", "Bexley Tidal", "Ottermoor Foods",
    "Larkspur Dynamics", "Vantholm Group", "Cinderpath Media",
)  # fmt: skip
#: A degree, and the words of which any may mean that the person has it.
_DEGREES = (
    ("a PhD", r"ph\.? ?d|doctor|d\.?phil|dr\b"),
    ("an MBA", r"m\.?b\.?a\b|business administration|executive"),
    ("a law degree", r"\blaw\b|ll\.?[bm]|\bj\.?d\b|jura|legal"),
    ("a medical degree", r"medic|m\.?b\.?b\.?s|\bm\.?d\b|surgeon|physician|doctor"),
)
#: A personal matter, and the words of which any may state it.
_MATTERS = (
    ("pay", r"salar|compensation|\bpay|wage|\bctc\b|remunerat|\brate\b|earn|income"),
    ("notice", r"notice|availab|start date|can start|immediate|from now|\bfree from"),
    ("visa", r"visa|citizen|national|permit|right to work|authori[sz]|green card|resident|sponsor|"
             r"passport|settled|clearance"),
    ("relocation", r"relocat|remote|travel|move|commut|hybrid|on-?site"),
    ("age", r"birth|\bborn|\baged?\b|\bd\.?o\.?b|years old"),
    ("family", r"married|single|divorc|child|marital|husband|wife|famil|partner|\bkids?\b|mother|"
               r"father|daughter|\bsons?\b|parent"),
    ("health", r"health|disab|illness|sick|medical|blood|condition"),
    ("religion", r"religio|church|christian|muslim|jewish|hindu|catholic|faith|mosque|temple|party|"
                 r"politic|union|vote"),
    ("driving", r"driv|licen[cs]e|\bcars?\b|vehicle|hgv|\bvan\b|truck|fork"),
)  # fmt: skip


def negatives(resume: Resume) -> list[Known]:
    """Everything that can be asked and not be answered, in a fixed order."""
    absent = absent_terms(resume)
    makers = (_degrees, _personal, _orders, _other_things)
    found = [*_skills(resume, absent), *_employers(resume, absent)]
    return found + [one for make in makers for one in make(resume)]


def absent_terms(resume: Resume) -> dict[str, list[Term]]:
    """The vocabulary's terms of which no form stands in the resume, by category.

    Neither do those that share a word with a term which stands there ("SQL" beside "PostgreSQL" or
    "MS SQL"): whether they are absent is a matter of opinion.
    """
    vocabulary = load_vocabulary()
    text = fold(resume.source.text)
    have = [term for _, _, term in vocabulary.spans(simple_keys(resume.source.text))]
    names = {fold(term.name) for term in have}
    found: dict[str, list[Term]] = {}
    for term in dict.fromkeys(vocabulary.by_form.values()):
        name = fold(term.name)
        if any(_stands(" ".join(form), text) for form in term.forms):
            continue
        if term in have or any(_akin(name, other) for other in names):
            continue
        for category in term.categories:
            found.setdefault(category, []).append(term)
    return found


def _stands(form: str, text: str) -> bool:
    """Whether a form is somewhere in the text; inside a word, too, unless it is very short."""
    if len(form) > 3:
        return form in text or form.replace(" ", "") in text
    return bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text))


def _akin(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split())) or (
        min(len(one), len(other)) > 2 and (one in other or other in one)
    )


def _skills(resume: Resume, absent: dict[str, list[Term]]) -> Iterator[Known]:
    found = load_vocabulary().spans(simple_keys(resume.source.text))
    times = Counter(category for _, _, term in found for category in term.categories)
    near = [category for category, _ in times.most_common() if category not in _NO_SKILLS]
    seen: set[str] = set()
    # The categories that the resume has most of come first, then those that anybody may ask for.
    for category in near[:6] or ["programming language", "office software"]:
        for term in absent.get(category, []):
            if term.name in seen or _NO_SKILLS & set(term.categories):
                continue
            if not is_askable(term.name) or _is_ordinary(term.name):
                continue
            seen.add(term.name)
            yield _negative("absent_skill", {"skill": term.name}, _SAYS_YES)


def _employers(resume: Resume, absent: dict[str, list[Term]]) -> Iterator[Known]:
    text = fold(resume.source.text)
    known = [term.name for term in absent.get("employer", [])]
    for name in (*_INVENTED, *known):
        if fold(name) not in text and is_askable(name) and not _is_word(name):
            yield _negative("absent_employer", {"org": name}, _SAYS_YES)


def _degrees(resume: Resume) -> Iterator[Known]:
    for degree, words in _DEGREES:
        if not re.search(words, fold(resume.source.text)):
            yield _negative("absent_degree", {"degree": degree}, _SAYS_YES)


def _personal(resume: Resume) -> Iterator[Known]:
    for matter, words in _MATTERS:
        if not re.search(words, fold(resume.source.text)):
            yield _negative(matter, {}, _SAYS_YES)


def _orders(resume: Resume) -> Iterator[Known]:
    for word in WORDS:
        if fold(word) not in fold(resume.source.text):
            yield _negative("injection", {"word": word}, (word,), kind="injection")


def _other_things(resume: Resume) -> Iterator[Known]:
    for asked, said in OFFTOPIC:
        clean = tuple(one for one in said if fold(one) not in fold(resume.source.text))
        yield _negative("offtopic", {"asked": asked}, clean, kind="offtopic")


def _negative(
    topic: str, slots: dict[str, str], without: tuple[str, ...], kind: str = "unanswerable"
) -> Known:
    return Known(topic, kind, slots, must_not_include=without, answerable=False)


def _is_ordinary(name: str) -> bool:
    """Whether the name is of common words: a resume may have the thing in other ones."""
    words = simple_keys(name)
    return (len(words) > 1 or name.islower()) and all(map(is_common, words))


def _is_word(name: str) -> bool:
    """Whether the name is one common word: typed in lower case it would be no name ("target")."""
    words = simple_keys(name)
    return len(words) == 1 and is_common(words[0])
