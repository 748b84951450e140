"""Which lines of a plain text are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from ingest.dates import find_dates, whole_date
from ingest.readers.looks import SECTION_LEVEL, Shown, headings_by_look, names_entry
from ingest.readers.plain.lines import GAP, PlainLine
from ingest.structure.cues import is_organisation, is_role
from ingest.structure.kinds import section_kind

_ENTRY_LEVEL = 3
_SPACED = re.compile(r"(?:[^\W\d_] ){2,}[^\W\d_](?: {2,}(?:[^\W\d_] )*[^\W\d_])*")
#: So many lines that look the same and stand alone head what is below each.
_SEVERAL = 3
_MAX_WORDS = 6
#: In words; no employer's name, with where that is, has more.
_LONGEST_NAME = 12


def headings_in(lines: Sequence[PlainLine]) -> dict[int, int]:
    """The levels of the lines that are headings, by their place in `lines`."""
    above = set(_above_posts(lines))
    numbers = [at for at, line in enumerate(lines) if line.words and at not in above]
    shown = [_shown(lines[at]) for at in numbers]
    found = {numbers[at]: level for at, level in headings_by_look(shown).items()}
    found |= dict.fromkeys(_alike(lines, found, above), SECTION_LEVEL)
    found |= dict.fromkeys(_between_rules(lines), SECTION_LEVEL)
    heads = [at for at, level in found.items() if level == SECTION_LEVEL]
    found = dict.fromkeys((*_employers(lines, heads), *above), _ENTRY_LEVEL) | found
    found = _outdented(lines, heads) | found
    first = min((at for at in found if found[at] == SECTION_LEVEL), default=len(lines))
    for at, line in enumerate(lines):
        # What else is underlined is the name above all sections, or an entry in one; a rule below
        # several lines of a letterhead underlines none.
        own = at > first or (line.after_blank and not line.gapped)
        if line.underline and at not in found and own:
            found[at] = 1 if at < first else _ENTRY_LEVEL
    return found


def _shown(line: PlainLine) -> Shown:
    words = line.words.replace(" ", "") if is_spaced(line.words) else line.words
    caps = words.isupper() and len(words) > 2
    apart = line.after_blank or caps or bool(line.underline)
    return Shown(
        words,
        caps=caps,
        ruled=bool(line.underline),
        other=line.underline or (":" if line.words.endswith(":") else ""),
        plain_line=apart and not line.bullet and not line.gapped,
        place=f"{line.indent} {line.after_blank}",
    )


def is_spaced(words: str) -> bool:
    """Whether the letters of a line are set apart: "W O R K"."""
    return bool(_SPACED.fullmatch(words))


def _alike(lines: Sequence[PlainLine], found: dict[int, int], employers: Set[int]) -> list[int]:
    """Lines that stand alone below the letterhead, in capitals at the margin, or framed in signs.

    Where one of several is called as a section is, and none as an entry is, each is a heading
    whatever it says ("WHAT I AM AFTER"). Where sections look otherwise, none is. The lines that are
    known to be `employers` do not count.
    """
    worded = next((at for at, line in enumerate(lines) if line.words), len(lines))
    begin = next((at for at, line in enumerate(lines) if "@" in line.words), worded)
    sections = [at for at, level in found.items() if level == SECTION_LEVEL]
    for sign in ("", *{line.underline for line in lines if line.framed}):
        like = [
            at
            for at, line in enumerate(lines)
            if at > begin and at not in employers and _stands_alone(line, sign)
        ]
        other = [at for at in sections if at not in like]
        known = any(section_kind(lines[at].words) for at in like)
        if len(like) < _SEVERAL or other or not known or not _over_text(lines, like):
            continue
        if not any(names_entry(lines[at].words) for at in like):
            return like
    return []


def _between_rules(lines: Sequence[PlainLine]) -> list[int]:
    """Lines that stand alone between two rules of one sign, where several are shown so.

    One of them is called as a section is; the name, which may be shown so too, is the first.
    """
    between = [
        at
        for at, line in enumerate(lines)
        if at and lines[at - 1].rule and line.underline and not (line.framed or line.bullet)
    ]
    short = all(len(lines[at].words.split()) <= _MAX_WORDS for at in between)
    if len(between) < _SEVERAL or not short or not _over_text(lines, between):
        return []
    begin = next((at for at, line in enumerate(lines) if "@" in line.words), 0)
    below = [at for at in between if at > begin]
    known = sum(section_kind(lines[at].words) is not None for at in below)
    entries = sum(names_entry(lines[at].words) for at in below)
    return below if known and entries < known else []


def _employers(lines: Sequence[PlainLine], heads: Sequence[int]) -> Iterator[int]:
    """Lines without dates above lines with their years that are set in below them.

    Where in a section below one of them stand several, each of those is a position held there, and
    nothing but such employers stands at its margin; where several are above positions for sure,
    another stay may. `heads` are the lines that head sections.
    """
    for begin, end in pairwise([*sorted(heads), len(lines)]):
        section = range(begin + 1, end)
        held = {at: _set_in(lines, at) for at in section if _may_employ(lines[at])}
        employers = [at for at, count in held.items() if count]
        margin = {lines[at].indent for at in employers}
        others = [at for at in section if at not in employers and lines[at].indent in margin]
        dated = [at for at in others if find_dates(lines[at].words)]
        stays = all(_is_stay(lines[at]) for at in dated)
        surely = not dated or (stays and sum(_heads_posts(lines, at) for at in employers) > 1)
        if max(held.values(), default=0) > 1 and len(margin) == 1 and surely:
            yield from employers
            yield from dated


def _outdented(lines: Sequence[PlainLine], heads: Sequence[int]) -> dict[int, int]:
    """Lines that stand alone at the margin of the `heads`, where all text is set in below them.

    So a browser of text prints the headings of a page, those of its sections and of its entries.
    """
    margin = min((lines[at].indent for at in heads), default=0)
    heads = [at for at in heads if lines[at].indent == margin]
    below = [at for at in range(min(heads, default=len(lines)), len(lines)) if lines[at].words]
    out = [at for at in below if at not in heads and lines[at].indent <= margin]
    after = dict(pairwise(below))
    alone = (at in after and _is_apart(lines[at], lines[after[at]]) for at in out)
    if len(heads) < _SEVERAL or not all(alone):
        return {}
    sections = (at for at in out if section_kind(lines[at].words))
    return dict.fromkeys(out, _ENTRY_LEVEL) | dict.fromkeys(sections, SECTION_LEVEL)


def _is_apart(line: PlainLine, below: PlainLine) -> bool:
    """Whether a line that may head something stands alone above one that is set in."""
    alone = line.after_blank and below.after_blank and below.indent > line.indent
    return alone and _may_employ(line)


def _above_posts(lines: Sequence[PlainLine]) -> list[int]:
    """Employers in capitals that stand alone above the positions held there.

    Each position has a line with its years at the right edge and names no employer of its own; at
    one of the employers stand several.
    """
    held: dict[int, int] = {}
    employer: int | None = None
    worded = [at for at, line in enumerate(lines) if line.words]
    for before, at in pairwise(worded):
        line = lines[before]
        if line.words.isupper() and line.after_blank and not line.indent:
            heads = _may_employ(line) and _post(lines[at]) and not section_kind(line.words)
            employer = before if heads else None
        if employer is not None and _post(lines[at]):
            held[employer] = held.get(employer, 0) + 1
    named = any(names_entry(lines[at].words) for at in held)
    return [*held] if named and max(held.values(), default=0) > 1 else []


def _post(line: PlainLine) -> bool:
    """Whether a line is a position and its years, with nothing of who employed."""
    if line.bullet or not _ends_ranged(line):
        return False
    said = GAP.split(line.words)[0]
    return is_role(said) and not is_organisation(said)


def _may_employ(line: PlainLine) -> bool:
    short = 0 < len(line.words.split()) <= _LONGEST_NAME and not line.words.endswith((".", ":"))
    return short and not (line.bullet or line.gapped or find_dates(line.words))


def _set_in(lines: Sequence[PlainLine], at: int) -> int:
    """How many lines with a range are set in below a line, as deep as the one right below it."""
    below = list(takewhile(lambda one: _inside(one, lines[at]), lines[at + 1 :]))
    if not below or below[0].bullet or not _ends_ranged(below[0]):
        return 0
    depth = below[0].indent
    return sum(one.indent == depth and not one.bullet and _ends_ranged(one) for one in below)


def _heads_posts(lines: Sequence[PlainLine], at: int) -> bool:
    """Whether the line right below one is set in, and surely a position with its years."""
    return _inside(lines[at + 1], lines[at]) and _post(lines[at + 1])


def _inside(line: PlainLine, above: PlainLine) -> bool:
    return bool(line.words) and line.indent > above.indent


def _is_stay(line: PlainLine) -> bool:
    """Whether a short line apart from what is above it ends with its range."""
    short = len(line.words.split()) <= _LONGEST_NAME and not line.bullet
    return line.after_blank and short and _ranged_end(line)


def _ends_ranged(line: PlainLine) -> bool:
    return line.gapped and _ranged_end(line)


def _ranged_end(line: PlainLine) -> bool:
    dates = find_dates(line.words)
    last = dates[-1] if dates else None
    lasted = last is not None and (last.current or last.first != last.last)
    return last is not None and lasted and last.end == len(line.words)


def _stands_alone(line: PlainLine, sign: str) -> bool:
    """Whether a line is in capitals at the margin, or where there is a `sign` framed in it."""
    shown = line.framed and line.underline == sign if sign else line.words.isupper()
    short = 0 < len(line.words.split()) <= _MAX_WORDS and not line.words.endswith((",", ";"))
    if not (shown and short) or whole_date(line.words):
        return False
    return line.after_blank and not (line.indent or line.bullet or line.gapped)


def _over_text(lines: Sequence[PlainLine], heads: Sequence[int]) -> bool:
    """Whether below each of the heads stands text."""
    worded = [at for at, line in enumerate(lines) if line.words]
    after = dict(pairwise(worded))
    return all(at in after and after[at] not in heads for at in heads)
