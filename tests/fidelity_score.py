"""How much of a resume's truth its reading gives back, field by field.

Both sides are JSON Resume: the truth that a page was rendered from, and the export of what was read
of the page. Entries are paired by the best assignment inside of their section; an entry that was
read into another section has no partner, and all of its fields count as missing. Two values are
equal when their words are, white space and typography folded (quotes, dashes, ligatures, blanks);
dates are compared at the precision that the page shows. Prose counts by sentences, wherever a
reader cut it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

Json = dict[str, Any]
Shown = Callable[[str | None], str | None]

#: The fields that the targets are for, and others that are printed.
FIELDS = ("section", "organisation", "role", "dates", "place", "bullets")
OTHERS = ("title", "area", "items", "person")

_KINDS = (
    "work", "volunteer", "education", "projects", "awards", "certificates", "publications",
    "references",
)  # fmt: skip
_ITEMS = ("skills", "languages", "interests")
_ORGANISATION = ("organization", "institution", "awarder", "issuer", "publisher", "entity")
_PROSE = ("summary", "description", "highlights", "courses", "score", "reference")
_SINGLE = ("date", "issueDate", "releaseDate")
#: Below this two entries are not the same one told differently.
_ALIKE = 0.3
_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
     "\xad": None}
)  # fmt: skip


@dataclass
class Count:
    """How often a field was right, read though it is not there, and there though not read."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    def add(self, other: Count) -> None:
        self.right += other.right
        self.extra += other.extra
        self.missing += other.missing

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        whole = 2 * self.right + self.extra + self.missing
        return 2 * self.right / whole if whole else 1.0


@dataclass
class Score:
    """The counts of every field, and what was wrong, for people to look at."""

    counts: dict[str, Count] = field(
        default_factory=lambda: {name: Count() for name in (*FIELDS, *OTHERS)}
    )
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name, count in other.counts.items():
            self.counts[name].add(count)
        self.faults += other.faults

    def compare(self, name: str, truth: Iterable[str], read: Iterable[str], where: str) -> None:
        """Count a field of several values, each of which is there once."""
        wanted, found = Counter(truth), Counter(read)
        missing, extra = wanted - found, found - wanted
        self.counts[name].add(Count((wanted & found).total(), extra.total(), missing.total()))
        if missing or extra:
            told = f"{sorted(missing.elements())} read as {sorted(extra.elements())}"
            self.faults.append(f"{where}: {name}: {told}")


@dataclass(frozen=True)
class _Record:
    """One entry, its fields folded. A role may be written in more ways than one."""

    organisation: str
    roles: tuple[str, ...]
    title: str
    area: str
    place: str
    dates: str
    prose: tuple[str, ...]

    def alike(self, other: _Record) -> float:
        """0 to 1: how much two entries look like the same one."""
        names = [
            fuzz.ratio(mine, its) / 100
            for mine, its in (
                (self.organisation, other.organisation), (self.title, other.title),
                ("".join(self.roles[:1]), "".join(other.roles[:1])),
            )
            if mine or its
        ]  # fmt: skip
        same = Counter(self.prose) & Counter(other.prose)
        most = max(len(self.prose), len(other.prose))
        parts = [*names, float(self.dates == other.dates)]
        return sum(parts) / len(parts) * (0.7 if most else 1) + (
            0.3 * same.total() / most if most else 0
        )


def score(truth: Json, export: Json, shown: Shown) -> Score:
    """Compare an export with the truth; `shown` gives a date as precise as the page does."""
    result = Score()
    for kind in _KINDS:
        wanted = [_record(kind, one, shown) for one in truth.get(kind, ())]
        found = [_record(kind, one, lambda day: day) for one in export.get(kind, ())]
        _compare_entries(result, kind, wanted, found)
    for kind in _ITEMS:
        result.compare("items", _items(kind, truth), _items(kind, export), kind)
    result.compare("person", _person(truth), _person(export), "basics")
    return result


def _compare_entries(result: Score, kind: str, wanted: list[_Record], found: list[_Record]) -> None:
    pairs = _pairs(wanted, found)
    result.counts["section"].add(
        Count(len(pairs), len(found) - len(pairs), len(wanted) - len(pairs))
    )
    matched = {at for at, _ in pairs}, {at for _, at in pairs}
    blank = _Record("", (), "", "", "", "", ())
    lone = [(one, blank) for at, one in enumerate(wanted) if at not in matched[0]]
    lone += [(blank, one) for at, one in enumerate(found) if at not in matched[1]]
    for mine, its in lone:
        told = "not read" if mine is not blank else "invented"
        result.faults.append(f"{kind}: {told}: {mine if mine is not blank else its}")
    for mine, its in [*((wanted[a], found[b]) for a, b in pairs), *lone]:
        where = f"{kind} {(mine.organisation or mine.title or its.organisation)!r}"
        for name in ("organisation", "title", "area", "place", "dates"):
            values = [
                [value] if value else [] for value in (getattr(mine, name), getattr(its, name))
            ]
            result.compare(name, *values, where)
        right = set(mine.roles) & set(its.roles)
        roles = sorted(right)[:1] or mine.roles[:1]
        result.compare("role", roles, sorted(right)[:1] or its.roles[:1], where)
        result.compare("bullets", mine.prose, its.prose, where)


def _pairs(wanted: list[_Record], found: list[_Record]) -> list[tuple[int, int]]:
    if not wanted or not found:
        return []
    alike = np.array([[mine.alike(its) for its in found] for mine in wanted])
    rows, columns = linear_sum_assignment(-alike)
    return [
        (int(row), int(column))
        for row, column in zip(rows, columns, strict=True)
        if alike[row, column] >= _ALIKE
    ]


def _record(kind: str, one: Json, shown: Shown) -> _Record:
    named = one.get("name") if kind == "work" else None
    organisation = named or next((one[key] for key in _ORGANISATION if one.get(key)), "")
    title = one.get("title") or ("" if kind == "work" else one.get("name", ""))
    prose = [text for key in _PROSE for text in _listed(one.get(key))]
    if one.get("keywords"):
        prose.append(f"Technologies: {', '.join(one['keywords'])}")
    return _Record(
        organisation=fold(organisation),
        roles=_roles(one),
        title=fold(title),
        area=fold(one.get("area", "")),
        place=fold(_place(one.get("location", ""))),
        dates=_dates(kind, one, shown),
        prose=tuple(sentence for text in prose for sentence in _sentences(text)),
    )


def _roles(one: Json) -> tuple[str, ...]:
    """The role; for a degree also with its field, in whose company it is mostly written."""
    role, area = one.get("position") or one.get("studyType") or "", one.get("area", "")
    if not role:
        return ()
    written = [role]
    if area and "studyType" in one:
        written += [f"{role} in {area}", f"{role} {area}", f"{role}, {area}"]
    return tuple(map(fold, written))


def _dates(kind: str, one: Json, shown: Shown) -> str:
    single = next((one[key] for key in _SINGLE if one.get(key)), None)
    if single:
        return shown(single) or ""
    start, end = shown(one.get("startDate")), shown(one.get("endDate"))
    if start == end or (start is None and end):
        return end or ""
    if start is None:
        return ""
    # Only a stay goes on where no end is given; a project may be of one day.
    going_on = "now" if kind in ("work", "volunteer") else ""
    return f"{start} {end or going_on}".strip()


def _items(kind: str, document: Json) -> list[str]:
    found: list[str] = []
    for one in document.get(kind, ()):
        if kind == "languages":
            found.append(fold(f"{one.get('language', '')}: {one.get('fluency', '')}"))
        else:
            found += map(fold, [one.get("name", ""), *one.get("keywords", ())])
    return [item for item in found if item]


def _person(document: Json) -> list[str]:
    basics = document.get("basics", {})
    values = [basics.get(key, "") for key in ("name", "label", "email", "phone")]
    # An address without a scheme is no `url` by the schema; the export keeps it elsewhere.
    others = document.get("meta", {}).get("other", ())
    sites = [basics.get("url"), *(one.get("value") for one in others if one["kind"] == "website")]
    site = next(filter(None, sites), "")
    values.append(re.sub(r"^https?://(?:www\.)?|/$", "", site))
    values.append(_place(basics.get("location", "")))
    values += _sentences(basics.get("summary", ""))
    for profile in basics.get("profiles", ()):
        values.append(profile["network"].casefold())
    # A name in capitals is a look.
    return [fold(value).casefold() for value in values if value]


def _place(place: str | Json) -> str:
    return place if isinstance(place, str) else ", ".join(place.values())


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)


def _sentences(text: str) -> list[str]:
    return [fold(part) for part in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", text) if part.strip()]


def fold(text: str) -> str:
    """White space and typography folded, no quotation marks around."""
    plain = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)
    return " ".join(plain.split()).strip('" ')
