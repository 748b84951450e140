"""The line that names an entry, taken apart: role, organisation, degree, place, and the unsure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import LAID_OUT, SOFT, Mark, Text
from ingest.dates import FoundDates
from ingest.languages import HAN, alternatives, folded
from ingest.sentences import sentence_spans
from ingest.structure.cues import (
    DEGREE,
    FORMERLY,
    SCHOOL,
    is_city,
    is_organisation,
    is_place,
    is_role,
)
from ingest.structure.gazetteer import is_town_of_state
from ingest.structure.marked_dates import dates_shown
from ingest.structure.piece import Piece, joined
from ingest.structure.sorts import Sort, sort_of, tells_of_another
from ingest.structure.steps import steps_in
from ingest.structure.trimming import SHORT_WORDS, trimmed

_STRONG = re.compile(
    r"[\t\n|│•·・｜‖]|(?<=\s)[-–—―~→»›>]{1,3}(?=\s|$)|^[-–—―]+|\s?[—―]\s?|\s//\s|;\s|(?<=\s)/(?=\s)"
    r"|(?<=[\w)])\s?:\s|(?<=\s)@\s?"
    # A picture that is written as a word (":link:").
    r"|(?<!\S):[a-z][a-z0-9_+-]{1,40}(?::(?!\S)|$)"
    # Where no spaces stand between words, one parts two things.
    rf"|(?<=[{HAN}）)])\s+(?=[{HAN}(（])|\s?[:：]\s?(?=[{HAN}])"
)
_COMMA = r"\s*,(?:\s+|$)|，"
_AT = re.compile(rf"\s+(?:{alternatives('at')})\s+(?=[A-Z\"“‘À-Þ\d])")
#: What introduces an employer, however its name is written, where bold or italic words end.
_ANY_AT = re.compile(rf"\s+(?:{alternatives('at')})\s+(?=\w)")
#: Before and behind the link of an employer ("Fitter for [Quay](...) in the yard").
_INTRODUCED = re.compile(r"\s+(?:for|at|with)\s+$")
_GOES_ON = re.compile(r"\s+(?:in|on|within|as)\s")
#: "en", "an der": these introduce an employer only where what follows names one.
_SHY_AT = re.compile(rf"\s+(?:{alternatives('shy_at')})\s*(?=\b[A-Z\"“‘À-Þ])")
_WEAK = re.compile(rf"{_COMMA}|{_AT.pattern}")
#: Behind these the same thing goes on ("BSc in *Physics*").
_SMALL = re.compile(rf"\b(?:in|of|for|by|the|de|{alternatives('formerly')})$|&$", re.IGNORECASE)
#: After a comma these belong to the name before it.
_TAIL = re.compile(
    r"(?:inc|llc|l\.l\.c|ltd|llp|gmbh|plc|co|corp|s\.a|ag|jr|sr|esq)\b(?!-)\.?", re.I
)
#: In characters. No line that names an entry is longer; what is, is looked at only so far.
_MAX_LENGTH = 600
#: A full stop between two things that are named: "Quay Ltd, Hull. Welder".
_STOP = re.compile(r"(?P<word>[^\W\d_]{5,})(?P<stop>\.[ \n\v])(?=[A-ZÀ-Þ])")
_NAMED = re.compile(r"\s*[,|·•(;\n\v\t]\s*")
#: In characters, and in words: no line of names is longer, and no name of a place.
_HEAD, _ONE_PLACE = 100, 3
_ARROWS = frozenset({"→", "->", "-->", ">", "»"})
_SEPARATED = re.compile(r"\s*[,|·•(\t\n\v]|\s[-–—@]\s|\s+(?=at\s)")
#: In words: "tier 1", "band 5", "SDE II".
_GRADE = 2
# The closing bracket may be missing, where a date before it was left out.
_ACRONYM = re.compile(r"(?=[^a-z]*[A-Z][^A-Z]*[A-Z])[A-Z][A-Za-z0-9&.-]{1,9}")
_BRACKET = re.compile(r"\s*[(\[（](?P<inside>[^()\[\]（）]*)[)\]）]?\s*$")


def pieces_of(
    text: Text, dates: Sequence[FoundDates], *, titles: bool = False, cited: bool = False
) -> list[Piece]:
    """The pieces of a line from left to right; its dates are left out.

    With `titles`, quoted, bold and italic words are the title of something and stay whole; with
    `cited`, a title may have a colon, and a full stop ends it.
    """
    cut: list[Piece] = []
    text = text.cut(0, _MAX_LENGTH)
    if not dates and not titles:
        dates = steps_in(text.plain, dates_shown(text, text.plain))
    for stretch, inside in _between(text, dates):
        for part, apart, at in _parts(stretch, titles=titles, cited=cited):
            cut += (
                [Piece(part, Sort.UNSURE, False, at, True)]
                if inside
                else _with_bracket(part, apart, at)
            )
    found = [_sorted(piece) for piece in cut if piece.words]
    # In a list of titles "Doe IL" is who wrote one, and no town.
    return joined(found if titles else list(map(_placed, found)), titles=titles)


def _placed(piece: Piece) -> Piece:
    """A piece of which nothing else is known is a place where it ends as an address does."""
    town = piece.sort is Sort.UNSURE and is_town_of_state(piece.words)
    return replace(piece, sort=Sort.PLACE) if town else piece


def _sorted(piece: Piece) -> Piece:
    if (before := FORMERLY.match(piece.text.plain)) is not None:
        held = piece.text.cut(before.end())
        if is_role(held.folded):
            return replace(piece, text=held, sort=Sort.ROLE, bracketed=False)
    sort = sort_of(piece.words, named=piece.named, bracketed=piece.bracketed)
    return replace(piece, sort=sort)


def _between(text: Text, dates: Sequence[FoundDates]) -> Iterator[tuple[Text, bool]]:
    """What stands between the dates, without the brackets that held them.

    With each, whether it goes on in the brackets of the dates ("(2011 - 2014, part time)").
    """
    at = 0
    for found in [*(one for one in dates if one.start < len(text)), None]:
        end = found.start if found else len(text)
        closes = text.plain.find(")", at, end) if at and _in_bracket(text.plain, at) else -1
        if closes > at and (stretch := trimmed(text.cut(at, closes))).folded:
            yield stretch, True
            at = closes + 1
        stretch = trimmed(text.cut(at, end))
        if stretch.folded:
            yield stretch, False
        at = found.end if found else at


def _parts(text: Text, *, titles: bool, cited: bool) -> Iterator[tuple[Text, bool, bool]]:
    """The text between separators, whether the one before is strong, and whether it says "at"."""
    plain = text.plain
    found = [
        (m.start(), m.end(), True, "@" in m[0])
        for m in _STRONG.finditer(plain)
        if not (cited and ":" in m[0])
    ]
    if cited:
        ends = [end for _, end in sentence_spans(re.sub(r"\s", " ", plain))[:-1]]
        found += [(end - 1, end, True, False) for end in ends if plain[end - 1] == "."]
    found += [
        (m.start(), m.end(), False, not set(m[0]) & set(",，")) for m in _WEAK.finditer(plain)
    ]
    found += [(*one, True, False) for one in _stops(plain)]
    found += [(low, high, False, True) for low, high in _shy_ats(plain)]
    found += [
        (*match.span(), False, True)
        for match in _ANY_AT.finditer(plain)
        if match.start() and _look(text, match.start() - 1) != _look(text, match.end())
    ]
    found += _around_links(text)
    found += [(at, at + 1, True, False) for at in _line_ends(text)]
    found += [(at, at, False, False) for at in _restyled(text)]
    start, apart, is_at = 0, True, False
    for low, high, strong, says_at in sorted(found):
        if low < start or _in_bracket(plain, low) or _TAIL.match(plain, high):
            continue
        if titles and _in_title(text, low, high):
            continue
        if _graded(plain[start:low], plain[low:high], plain[high:]):
            continue
        if start and ":" in plain[low:high] and tells_of_another(plain[start:]):
            continue
        part = trimmed(text.cut(start, low))
        if part.folded:
            yield part, apart, is_at
            apart, is_at = strong, says_at
        else:
            apart, is_at = apart or strong, is_at or says_at
        start = high
    if (part := trimmed(text.cut(start))).folded:
        yield part, apart, is_at


def _graded(before: str, sign: str, after: str) -> bool:
    """Whether an arrow leads from one grade of a position to the next ("band 5 → band 6")."""
    grade = before.split()
    following = _SEPARATED.split(after.strip(), maxsplit=1)[0].split()
    if sign.strip() not in _ARROWS or not 0 < len(grade) <= _GRADE or not following:
        return False
    same = grade[0] == following[0] and len(following) <= _GRADE
    return same and not is_role(before) and not is_role(" ".join(following))


def _stops(plain: str) -> Iterator[tuple[int, int]]:
    """Where a full stop parts a position, degree or place from the names before it.

    "Quay Ltd, Hull. Welder", "Tide University. BSc", "Tide University. Luton, Illinois"; not
    "Welder. Ran the yard".
    """
    for match in _STOP.finditer(plain[:_HEAD]):
        before = _NAMED.split(plain[: match.start("stop")])[-1].strip()
        after, *_ = _NAMED.split(plain[match.end() :])
        school = is_organisation(before) or bool(SCHOOL.search(before))
        held = is_role(after) and (school or is_city(before) or is_place(before))
        held = held or (bool(SCHOOL.search(before)) and bool(DEGREE.match(after)))
        placed = school and len(after.split()) <= _ONE_PLACE and is_place(plain[match.end() :])
        if folded(match["word"]) not in SHORT_WORDS and (held or placed):
            yield match.span("stop")


def _around_links(text: Text) -> Iterator[tuple[int, int, bool, bool]]:
    """Where "for" introduces a linked employer, and where a linked one that is introduced ends."""
    plain = text.plain
    for start, end in text.link_stretches():
        before = _INTRODUCED.search(plain, 0, start)
        if before is None or not is_role(plain[: before.start()]):
            continue
        yield before.start(), start, False, True
        if _GOES_ON.match(plain, end):
            yield end, end, False, False


def _look(text: Text, at: int) -> Mark:
    return text.marks_at(at) & (Mark.BOLD | Mark.ITALIC)


def _shy_ats(plain: str) -> Iterator[tuple[int, int]]:
    """Where a small word introduces what is surely an employer ("Ingénieure au CNRS")."""
    for match in _SHY_AT.finditer(plain):
        rest = re.split(r"[,|·•\t\n\v(–—]", plain[match.end() :], maxsplit=1)[0].strip()
        before = plain[: match.start()].strip()
        if (is_organisation(rest) or SCHOOL.match(rest)) and is_role(
            re.split(r"[,|·]", before)[-1]
        ):
            yield match.span()


def _line_ends(text: Text) -> Iterator[int]:
    """Where a line ends though it had room for more: there is what it says.

    One that ends within emphasis or a link was but wrapped.
    """
    start = 0
    for match in re.finditer(SOFT, text.plain):
        # "University of" is no end.
        goes_on = text.wrapped_at(match.start()) or _SMALL.search(text.plain, start, match.start())
        if match.start() - start < LAID_OUT and not goes_on:
            yield match.start()
        start = match.end()


def _in_bracket(plain: str, at: int) -> bool:
    before = plain[:at]
    return before.count("(") > before.count(")") or before.count("[") > before.count("]")


def _in_title(text: Text, low: int, high: int) -> bool:
    """Whether a separator stands inside quotation marks or inside italics."""
    plain = text.plain
    before = plain[:low]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return '"' in plain[high:] or "”" in plain[high:]
    if not 0 < low <= high < len(plain):
        return False
    within = text.marks_at(low - 1) & text.marks_at(high)
    # Words that are all bold are set off from nothing.
    name = within & Mark.BOLD and not text.marked(Mark.BOLD)
    return bool(within & Mark.ITALIC or name)


def _restyled(text: Text) -> Iterator[int]:
    """Where bold or italic words end and others, capitalised, begin."""
    plain = text.plain
    for match in re.finditer(r"(?<=[\w.)])\s+(?=[A-ZÀ-Þ])", plain):
        if _SMALL.search(plain, 0, match.start()):
            continue
        if _look(text, match.start() - 1) != _look(text, match.end()):
            yield match.start()


def _is_short_for(acronym: str, name: str) -> bool:
    """Whether letters in brackets are what an organisation is called for short."""
    if not _ACRONYM.fullmatch(acronym) or is_place(acronym) or DEGREE.match(acronym):
        return False
    return is_organisation(name) or bool(SCHOOL.search(name))


def _with_bracket(part: Text, apart: bool, at: bool) -> list[Piece]:
    """A part, and what stands in brackets at its end as a piece of its own."""
    match = _BRACKET.search(part.plain)
    if match is None or not match["inside"].strip():
        return [Piece(part, Sort.UNSURE, apart, at)]
    head = trimmed(part.cut(0, match.start()))
    inside = part.cut(*match.span("inside"))
    if _is_short_for(inside.folded, head.folded):
        return [Piece(part, Sort.UNSURE, apart, at)]
    if not head.folded:
        return [Piece(inside, Sort.UNSURE, apart, at)]
    return [
        Piece(head, Sort.UNSURE, apart, at),
        *(
            Piece(one, Sort.UNSURE, apart=False, bracketed=True)
            for one in _place_apart(inside, head.folded)
        ),
    ]


def _place_apart(inside: Text, head: str) -> list[Text]:
    """What is told in brackets, its place apart: "Quay (boat builders, Hull)" says what and where.

    Behind a position stand who and where, which belong together.
    """
    comma = inside.plain.find(",")
    if comma < 1 or is_role(head) or is_place(inside.folded) or len(inside) > LAID_OUT:
        return [inside]
    for match in re.finditer(r",\s*", inside.plain):
        where = inside.cut(match.end())
        if is_place(where.folded) or is_city(where.folded):
            return [inside.cut(0, match.start()), where]
    return [inside]
