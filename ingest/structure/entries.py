"""The lines of a section become entries: each job, degree, project with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block
from ingest.leaves import without_employer
from ingest.resume import Entry, Fragment, SectionKind, Statement, Warning
from ingest.structure.alike import entries_alike
from ingest.structure.campuses import name_campuses
from ingest.structure.drafts import Draft
from ingest.structure.in_series import InSeries
from ingest.structure.line_breaks import lines_of
from ingest.structure.line_by_line import LineByLine
from ingest.structure.line_reader import LineReader
from ingest.structure.lines import Line
from ingest.structure.places import Places
from ingest.structure.praise import praise_of
from ingest.structure.read_lead import STAYS, order_vote
from ingest.structure.said import SectionPass
from ingest.structure.series import series_of
from ingest.structure.shapes import Template
from ingest.structure.short_years import read_alike
from ingest.structure.signs import LISTED, roles_head, title_like
from ingest.structure.sorts import SAME_EMPLOYER
from ingest.structure.stints import stints_of
from ingest.structure.told_above import hold_below
from ingest.structure.told_below import name_below

ENTRY_KINDS = frozenset(
    {
        SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
        SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS,
        SectionKind.REFERENCES, SectionKind.OTHER, SectionKind.SKILLS, SectionKind.LANGUAGES,
        SectionKind.INTERESTS,
    }
)  # fmt: skip

#: "Same Day Couriers" is a name.
_SAME = re.compile(r"(?:[Aa]t )?(?:[Tt]he )?[Ss]ame [a-z]+")
#: "1. Quay Works", "2. Iron Yard"; "2.1 Clerk", "2.2 Bosun": names that are counted, from so many.
_NUMBER = re.compile(r"(?:\d{1,2}\.(?=\d))*(?P<last>\d{1,2})(?:[.)]|(?<=\.\d))\s+(?=\S)")
_COUNTED = 2
#: Sections whose entries are read as a series where they are built alike.
ALIKE = STAYS | LISTED | {SectionKind.EDUCATION}


@dataclass
class EntryBuilder:
    """Builds the entries of one section after the other; warnings gather."""

    places: Places
    warnings: list[Warning] = field(default_factory=list)
    _known: list[Template] = field(default_factory=list)
    _announced: set[str] = field(default_factory=set)

    def learn(self, kind: SectionKind, blocks: Sequence[Block]) -> None:
        """Keep the pattern of a section, for another that has but one entry."""
        lines = _lines(blocks) if kind in ALIKE else []
        if (series := series_of(lines)) is not None:
            self._known.extend(series.templates)
            self._announced |= {lines[at].words.casefold() for at in series.labels}

    def build(
        self, kind: SectionKind, blocks: Sequence[Block]
    ) -> tuple[list[Statement], list[Entry]]:
        """The section's own statements, and its entries."""
        lines = _lines(blocks)
        if kind in STAYS:
            lines = [stint for line in lines for stint in stints_of(line)]
        done = self._pass(kind, lines)
        if kind in STAYS:
            for draft in done.drafts.entries:
                draft.name_roles()
                draft.end_roles()
            name_below(done.drafts.entries, self.places)
        if kind in ALIKE:
            _name_same(done.drafts.entries)
        if kind in STAYS or kind is SectionKind.EDUCATION:
            hold_below(done.drafts.entries)
            name_campuses(done.drafts.entries, self.places)
        read_alike(done.drafts.entries)
        _unnumber(done.drafts.entries)
        entries = [without_employer(draft.freeze()) for draft in done.drafts.entries]
        return done.statements, entries

    def _pass(self, kind: SectionKind, lines: list[Line]) -> SectionPass:
        """The pass over a section, made as its entries are laid out."""
        role_first = sum(order_vote(line.text) for line in lines if title_like(line)) >= 0
        reader = LineReader(kind, self.places, self.warnings, role_first, roles_head(lines))
        if kind is SectionKind.REFERENCES and (praise := praise_of(lines)):
            quotes = InSeries(kind, self.places, reader)
            quotes.quote(praise)
            return quotes
        alike = None
        if kind in ALIKE:
            known, announced = tuple(self._known), frozenset(self._announced)
            alike = entries_alike(
                lines, kind, self.places,
                role_first=role_first, known=known, announced=announced,
            )  # fmt: skip
        if alike is not None:
            series = InSeries(kind, self.places, reader)
            series.take(lines, *alike)
            return series
        line_by_line = LineByLine(kind, self.places, reader)
        line_by_line.take(lines)
        return line_by_line


def _unnumber(drafts: Sequence[Draft]) -> None:
    """Leave out the numbers that the names of entries begin with, where they count them."""
    told = [
        (draft.lead, one, number)
        for draft in drafts
        for one in (draft.lead.title, draft.lead.organisation, *draft.lead.roles[:1])
        if one is not None and (number := _NUMBER.match(one.text)) is not None
    ]
    counted = [int(number["last"]) for *_, number in told]
    chapters = all("." in number[0].strip(".) ") for *_, number in told)
    # Of what a chapter counts not all need be named by what stands behind its number.
    ordered = counted == (sorted({*counted}) if chapters else list(range(1, len(counted) + 1)))
    if not ordered or len(counted) < (1 if chapters else _COUNTED):
        return
    for lead, one, number in told:
        bare = replace(one, text=one.text[number.end() :])
        lead.title = bare if lead.title is one else lead.title
        lead.organisation = bare if lead.organisation is one else lead.organisation
        lead.roles = [bare if role is one else role for role in lead.roles]


def _name_same(drafts: Sequence[Draft], above: Fragment | None = None) -> None:
    """Give what is only called "same firm" the name of the one above."""
    for draft in drafts:
        own = draft.lead.organisation
        if own is not None and _SAME.fullmatch(own.text):
            # "Same place" below what has none is none, either.
            draft.lead.organisation = above or (None if SAME_EMPLOYER.fullmatch(own.text) else own)
        above = draft.lead.organisation or above
        _name_same(draft.children, above)


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [
        line
        for block in blocks
        for line in (lines_of(block) if block.text else [Line(block.text, block)])
    ]
