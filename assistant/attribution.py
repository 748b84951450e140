"""Whether a sentence says of one place what its citations say of another.

"At Tern Airways she kept the timetable [1][2]" has all of its words in the two lines cited, the one
naming Tern, the other telling of the timetable at Skua. So a sentence is taken clause by clause:
what a clause says has to stand in the lines of the employer, school or role that it names (or that
the sentence named before), else in the lines of a single one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from assistant.claims import Claims, claims_of, dates_in, lengths_at
from assistant.containment import Containment
from assistant.naming import Named
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence
from assistant.ranking import Ranking
from assistant.text import tokens
from ingest.resume import Resume

_BREAK = re.compile(
    r"(?P<word>;|\b(?:and|but|while|whereas|then|before|after)\b)|[:()–—]|,(?!\d)", re.IGNORECASE
)
#: A piece of so many words inside of a list of names is one that we do not know.
_SHORT = 2
#: What begins something that is told apart; and what names a place only to say when.
_APART = frozenset("; but while whereas before after".split())
_BESIDE = frozenset("before after".split())


@dataclass(frozen=True, slots=True)
class _Cut:
    """A piece of a sentence, the word before it that cut it off, and what it names."""

    text: str
    by: str
    orgs: frozenset[int]
    roles: frozenset[int]

    @property
    def named(self) -> frozenset[int]:
        """The entries that are named, by both where both are."""
        return (self.orgs & self.roles) or self.orgs or self.roles


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause and the entries (by `id`) that it is about; none if the sentence names none."""

    text: str
    about: frozenset[int]


class Attribution:
    """Knows the organisations and roles of one resume; `today` ends what goes on."""

    def __init__(self, resume: Resume, today: date) -> None:
        self._ranking = Ranking(resume, today)
        self._named = Named(resume)

    def wrong(
        self, sentence: str, found: Sequence[Evidence], contained: Containment
    ) -> tuple[str, ...]:
        """What is said of the wrong place, or ranked wrongly; empty if nothing."""
        cuts = self._cuts(sentence)
        clauses = list(_clauses(cuts))
        named = frozenset[int]().union(*(cut.named for cut in cuts))
        wrong: list[str] = []
        if named or len(found) > 1:
            wrong = [one for clause in clauses for one in self._astray(clause, found, contained)]
        return (
            *wrong,
            *self._ranking.wrong(sentence, named, list(self._of(named, found)) or found),
        )

    def _astray(
        self, clause: _Clause, found: Sequence[Evidence], contained: Containment
    ) -> Iterator[str]:
        claims = claims_of(clause.text)
        # Counts are of all that is cited; a number that stands in a line is told of one place.
        told = [one for one in claims.numbers if any(one in each.numbers for each in found)]
        claims = replace(claims, numbers=tuple(told))
        if not claims:
            return
        if clause.about:
            own = list(self._of(clause.about, found))
            yield from (f"{one} (elsewhere)" for one in contained.lacking(claims, own))
        elif (claims.words or claims.names) and not all(
            any(not contained.lacking(one, group) for group in _groups(found))
            for one in _each_name(claims, clause.text)
        ):
            yield f"of several places: {clause.text.strip()}"

    def _of(self, named: frozenset[int], found: Sequence[Evidence]) -> Iterator[Evidence]:
        """The evidence of these entries, and what elsewhere tells of them by name."""
        for one in found:
            ids = {id(entry) for entry in one.path}
            if len(one.outer) > 1:
                if ids & named:
                    yield one.of(named)
            elif ids & named or (
                not self._named.is_placed(one.path) and self._named.entries_in(one.text) & named
            ):
                yield one

    def _cuts(self, sentence: str) -> list[_Cut]:
        """The sentence cut where another thing may begin, but not inside of names and dates."""
        kept = [(found.start, found.end) for found in dates_in(sentence)]
        kept += [(found.start, found.end) for found in lengths_at(sentence)]
        kept += self._named.spans(tokens(sentence))
        pieces, start, by = [], 0, ""
        for match in _BREAK.finditer(sentence):
            if any(low < match.end() and match.start() < high for low, high in kept):
                continue
            pieces.append((sentence[start : match.start()], by))
            start, by = match.end(), (match["word"] or "").casefold()
        pieces.append((sentence[start:], by))
        return [
            _Cut(text, by, self._named.orgs(tokens(text)), self._named.in_role(tokens(text)))
            for text, by in pieces
        ]


def _clauses(cuts: Sequence[_Cut]) -> Iterator[_Clause]:
    """The clauses, each with what it names, or what those beside it do.

    Names that follow each other are a list; what comes behind is about all of them. "At Tern, ..."
    is about Tern, whatever else is named behind it. "Then" leaves a role and stays with the
    employer.
    """
    run: frozenset[int] = frozenset()
    org: frozenset[int] = frozenset()
    listing = placed = False
    texts: list[str] = []
    for at, cut in enumerate(cuts):
        placed = placed and cut.by not in _APART
        named = _named_by(cut, org, cuts[at + 1 :])
        if placed and named and not named & run and not _is_bare(cut):
            named = frozenset()
        if named and cut.by in _BESIDE:
            yield _Clause(cut.text, named)
            continue
        if named:
            run = run | named if listing else named
            org = cut.orgs or org
            placed = (placed and listing) or (_is_bare(cut) and bool(_AT.match(cut.text)))
            yield _Clause(cut.text, named)
        else:
            run = org if cut.by == "then" and org else run
            about = run or _ahead(cuts[at + 1 :])
            # "..., from 2012 to 2014" is told of whatever stands before it.
            whole = cut.text if not texts or _tells(cut.text) else f"{texts[-1]}, {cut.text}"
            yield _Clause(cut.text if about else whole, about)
        texts.append(cut.text if not texts or _tells(cut.text) else f"{texts[-1]}, {cut.text}")
        listing = bool(named) or (listing and len(tokens(cut.text)) <= _SHORT)


_LISTED = re.compile(r"\s*(?:,|\band\b|\bor\b|&)[\s,]*(?:and\b|or\b)?\s*")
_AT = re.compile(r"\s*(?:(?:while|when|during)\b.{0,20})?\b(?:at|with|for|in|as)\b", re.IGNORECASE)


def _named_by(cut: _Cut, org: frozenset[int], later: Sequence[_Cut]) -> frozenset[int]:
    """What a piece names; a role is one at the employer named before, or right behind it."""
    if cut.orgs or not cut.roles or not org:
        return cut.named
    behind = later[0].orgs if later else frozenset[int]()
    return cut.roles & org or cut.roles & behind or org


def _is_bare(cut: _Cut) -> bool:
    """Whether a piece names something and says nothing else."""
    return bool(cut.named) and not claims_of(cut.text).words


def _ahead(cuts: Sequence[_Cut]) -> frozenset[int]:
    """What is named behind a clause that names nothing: "She used Ruby, at Tern"."""
    named: frozenset[int] = frozenset()
    for cut in cuts:
        if cut.by in _APART or (cut.by == "and" and not named) or (named and not cut.named):
            break
        named |= cut.named
    return named


def _tells(text: str) -> bool:
    """Whether a piece says enough to be told of a place of its own: a name, or two words."""
    claims = claims_of(text)
    words = [word for word in claims.words if not load_paraphrases().is_free(word)]
    return bool(claims.names) or len(words) > 1 or bool(words and claims.numbers)


def _each_name(claims: Claims, text: str) -> list[Claims]:
    """What is said of several names, once for each, where they follow each other as a list."""
    places = [token for token in tokens(text) if token.key in claims.names]
    between = [text[one.end : other.start] for one, other in pairwise(places)]
    if not between or claims.numbers or not all(map(_LISTED.fullmatch, between)):
        return [claims]
    return [replace(claims, names=(name,)) for name in claims.names]


def _groups(found: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence by place: each outermost entry, and each line that is of none, by itself."""
    groups: dict[object, list[Evidence]] = {}
    for at, one in enumerate(found):
        key: object = id(one.outer[0]) if len(one.outer) == 1 else ("line", at)
        groups.setdefault(key, []).append(one)
    return list(groups.values())
