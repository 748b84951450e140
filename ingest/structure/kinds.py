"""What a section is about, from its heading: the words that resumes use, and near misses."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.languages import ENGLISH, LANGUAGES, folded, phrases, words
from ingest.resume import SectionKind

#: "Iron Works Ltd, Fitter" names who and what; "Talks, Posters" only what is listed.
_NAMES_ENTRY = re.compile(r"[,|·•@]|\s[-–—]+\s|\b(?:ltd|inc|llc|gmbh|plc|co)\b\.?$", re.IGNORECASE)
#: Two names of one section, or one in two languages.
_JOINED = re.compile(r"\b(?:and|in|at|as|with|of|from|for)\b|[&/:]", re.IGNORECASE)
#: Behind these stands but where it was, or for whom.
_WHEREIN = re.compile(r"\s+(?:in|at|with|from|for)\s+(?:the\s+)?", re.IGNORECASE)
#: rapidfuzz ratio (0-100) from which a heading counts as a misspelling of a known one.
_NEAR = 90
#: Without its accent, this heading is an English one of another kind.
_ACCENTED = frozenset({"presentation"})
#: Names of other languages are long enough to be misspelt and still known from so many letters.
_LONG = 12
#: A script without spaces: a heading of so many characters may have a known name inside.
_HAN = re.compile(r"[\u3400-\u9fff]+")
_MAX_HAN = 12


@lru_cache(maxsize=1)
def _known() -> dict[str, SectionKind]:
    return {
        _plain(name): kind
        for language in reversed(LANGUAGES)
        for kind, names in language.sections.items()
        for name in phrases(names)
    }


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(_plain(name) for names in ENGLISH.sections.values() for name in phrases(names))


@lru_cache(maxsize=1)
def _leading() -> dict[str, SectionKind]:
    """The names of one word in languages where a noun comes before what is said of it."""
    return {
        _plain(name): kind
        for language in LANGUAGES
        if language.role_leads
        for kind, names in language.sections.items()
        for name in phrases(names)
        if " " not in name
    }


@lru_cache(maxsize=1)
def _documents() -> frozenset[str]:
    return frozenset(_plain(name) for language in LANGUAGES for name in phrases(language.documents))


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return words("fillers")


def _plain(heading: str) -> str:
    """Words alone, folded; between the characters of Chinese no space counts."""
    bare = re.sub(r"[^\w\s&+]", " ", folded(heading.replace("&", " and ")))
    flat = " ".join(bare.split())
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", flat)


def is_document_title(heading: str) -> bool:
    """Whether a heading only says that this is a resume."""
    plain = _plain(heading)
    # "Online CV", "My resume"; a name before it has two words.
    *before, last = plain.split() or [""]
    return plain in _documents() or (len(before) == 1 and last in ("cv", "resume"))


def _is_english(heading: str) -> bool:
    """Whether the accent is missing that would make a section's name of it: "Resume"."""
    return heading.isascii() and (is_document_title(heading) or _plain(heading) in _ACCENTED)


def _is_of_somebody(heading: str) -> bool:
    """Whether a heading says whose resume this is: "Ada Byron's Resume" is no summary."""
    whose, _, last = heading.strip().rpartition(" ")
    return is_document_title(last) and bool(re.search(r"['’]s?$", whose))


#: "Outside of work", "Not work", "Out of school", "How I work", "Things made after work".
_NO_WORK = re.compile(
    r"\W*(?:\d+\W+)?(?:how|why|not|after|out(?:side)?|beyond|besides|(?:away|apart) from|off)\b|"
    r".*\b(?:after|outside(?: of)?|beyond|besides?|away from) (?:work|school|hours)\W*$",
    re.IGNORECASE,
)

#: "Apart from computers" tells of anything else.
_ASIDE = re.compile(r"\W*(?:beyond|besides|(?:away|apart|aside) from)\b", re.IGNORECASE)


#: Said of any section: what comes before is what is told ("Employment details").
_TOLD = frozenset("details record records particulars information info".split())
#: "Jobs on the side", "Work to pay the rent": when or what for, said behind the section's name.
_BESIDE = re.compile(
    r"\W*(?P<name>jobs?|work|positions|posts|employment|internships?)\s+(?:on the side|"
    r"(?:to (?:pay|fund|finance)|while|during|alongside|besides?|before|since|after|until)\b).*",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def exact_kind(heading: str) -> SectionKind | None:
    """The kind whose name the heading is, to the letter but for case, signs and small words."""
    plain = _plain(heading)
    if _is_english(heading):
        return None
    found = _known().get(plain)
    if found is None:
        found = _known().get(" ".join(word for word in plain.split() if word not in _fillers()))
    return found


@lru_cache(maxsize=512)
def section_kind(heading: str) -> SectionKind | None:
    """The kind of a heading: exactly, nearly, or by its last telling word; None if unknown."""
    found = exact_kind(heading)
    if found is not None or _is_english(heading) or _is_of_somebody(heading):
        return found
    if _NAMES_ENTRY.search(heading):
        first = re.split(r"\s*[,|·•]\s*|\s[-–—]+\s", heading.strip())[0]
        return exact_kind(first)
    plain = _plain(heading)
    if _HAN.fullmatch(plain):
        return _inside(plain)
    found = (
        _nearly(plain)
        or _by_what_is_told(plain)
        or _by_last_words(plain, heading)
        or _by_first_word(plain, heading)
    )
    outside = found in (SectionKind.WORK, SectionKind.EDUCATION) and _NO_WORK.match(heading)
    aside = found is SectionKind.SKILLS and _ASIDE.match(heading)
    return None if outside or aside else found


def _nearly(plain: str) -> SectionKind | None:
    """By a name that the heading misspells; a first letter is hardly ever wrong."""
    from rapidfuzz import fuzz, process

    alike = [
        name
        for name in _known()
        if name[:1] == plain[:1] and (name in _english() or len(name) >= _LONG)
    ]
    match = process.extractOne(plain, alike, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _known()[match[0]] if match is not None else None


def _by_what_is_told(plain: str) -> SectionKind | None:
    """By the words before one that any section may end in, or before when or what for it was."""
    if beside := _BESIDE.fullmatch(plain):
        return _known().get(beside["name"]) or _known().get(beside["name"] + "s")
    what, _, last = plain.rpartition(" ")
    return (_known().get(what) or _known().get(f"{what}s")) if last in _TOLD else None


def _by_last_words(plain: str, heading: str) -> SectionKind | None:
    telling = [word for word in plain.split() if word not in _fillers()]
    if len(telling) > 6:
        return None
    place = _WHEREIN.search(heading)
    about = exact_kind(heading[: place.start()]) if place else None
    if place and about and not exact_kind(heading[place.start() :]):
        return about  # "Career in the civil service", but "Practice in brief"
    joined = _JOINED.search(heading)
    for size in (2, 1):
        # Of "Profile picture" the first word is not what it is about.
        last = len(telling) - size
        for at in range(last, -1 if size == 2 or joined else last - 1, -1):
            found = _known().get(" ".join(telling[at : at + size]))
            if found is SectionKind.WORK and _known().get(telling[0]) is SectionKind.PROJECTS:
                # "Projects Experience"
                return SectionKind.PROJECTS
            if found is not None:
                return found
    return None


def _by_first_word(plain: str, heading: str) -> SectionKind | None:
    """In languages whose nouns come first ("Experiencia en docencia"), unless a name follows."""
    first, *rest = plain.split() or [""]
    shown = heading.split()[1:]
    told = bool(rest) and (
        all(word.islower() for word in shown) or (heading.isupper() and rest[0] in _fillers())
    )
    return _leading().get(first) if told and len(rest) <= 4 else None


def _inside(plain: str) -> SectionKind | None:
    """The kind of the longest known name that a heading without spaces contains, the last one."""
    if len(plain) > _MAX_HAN:
        return None
    found = [name for name in _known() if len(name) > 1 and name in plain]
    best = max(found, key=lambda name: (len(name), plain.rfind(name)), default=None)
    return _known()[best] if best else None
