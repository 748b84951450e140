"""Entries while they are being read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.date_words import OPEN
from ingest.resume import Entry, Heading, Statement
from ingest.structure.cues import SCHOOL, is_organisation, is_role
from ingest.structure.lead import Lead

_SAYS_NOW = re.compile(rf"(?<!\w){OPEN}(?!\w)", re.IGNORECASE)


@dataclass
class Draft:
    """An entry in the making.

    `rank` orders what can open an entry, outermost first: 1 to 6 are headings, then the `RANK_`
    constants. A draft becomes the child of the nearest open one with a smaller rank.
    """

    rank: int
    lead: Lead = field(default_factory=Lead)
    headings: list[Heading] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    #: What its headings say besides, which is said before all else.
    asides: list[Statement] = field(default_factory=list)
    children: list[Draft] = field(default_factory=list)
    is_label: bool = False
    #: Whether the entry around says at which organisation this one was.
    inside: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing was said of it yet but its headings."""
        return not self.statements and not self.children

    @property
    def awaits_posts(self) -> bool:
        """Whether it is an employer of whom but the posts held there can say as what and when."""
        named = self.lead.organisation or self.lead.title
        return bool(named) and not (self.lead.dates or self.lead.sure_roles or self.is_label)

    def freeze(self) -> Entry:
        """The entry, once nothing more comes."""
        if any(child.lead.sure_roles for child in self.children):
            self.lead.settle()
        collapsed = self._collapsed()
        lead = collapsed.lead
        return Entry(
            headings=tuple(collapsed.headings),
            title=lead.title,
            organisation=lead.organisation,
            roles=tuple(lead.roles),
            area=lead.area,
            location=lead.location,
            dates=lead.dates,
            url=lead.url,
            statements=(*collapsed.asides, *collapsed.statements),
            children=tuple(child.freeze() for child in collapsed.children),
        )

    def name_roles(self) -> None:
        """Dated headings inside a stay name what somebody was there, whatever their words are.

        They do where they are words for a position, in a list of positions, or where nothing but
        they says as what and when: else "Project Atlas, 2019" inside a dated job is a part of it.
        """
        for child in self.children:
            child.name_roles()
            title, lead = child.lead.title, child.lead
            if title is None or lead.roles or lead.organisation or not lead.dates:
                continue
            bare = not self.lead.sure_roles and not self.lead.dates
            listed = child.rank >= RANK_ITEM and any(
                one.lead.roles for one in self.children if one.rank == child.rank
            )
            if self.lead.organisation and (bare or listed or is_role(title.text)):
                lead.title, lead.roles = None, [title]
                child.is_label = False

    def end_roles(self) -> None:
        """What was held since some day of a stay that ended, ended with it."""
        for child in self.children:
            child.end_roles()
            stay, held = self.lead.dates, child.lead.dates
            if stay is None or stay.end is None or held is None or held.start is None:
                continue
            goes_on = held.current and not _SAYS_NOW.search(held.text)
            if goes_on and held.start.year <= stay.end.year:
                child.lead.dates = replace(held, current=False, end=stay.end)

    def _collapsed(self) -> Draft:
        """With its only child merged into it, where the two lines only complete each other."""
        if len(self.children) != 1 or self.statements:
            return self
        child = self.children[0]
        mine, its = self.lead, child.lead
        if its.sure_roles:
            mine.settle()
        clash = (
            child.is_label
            or (mine.dates and its.dates)
            or (mine.roles and its.roles)
            or (mine.organisation and its.organisation and not _unit(mine, its))
            or (its.title and not its.roles and not its.dates)
        )
        if clash:
            return self
        if its.organisation and _unit(mine, its):
            mine = replace(mine, organisation=None)
        roles, who = [*mine.roles, *its.roles], mine.title
        if not roles and mine.title and its.title and _held_at(mine.title.text, its.title.text):
            # "Research Assistant" above "**Hull University**, 2024": as what, and where.
            roles, who = [mine.title], its.title
        merged = Lead(
            title=None if roles else mine.title or its.title,
            organisation=mine.organisation or its.organisation or who,
            roles=roles,
            area=mine.area or its.area,
            location=mine.location or its.location,
            dates=mine.dates or its.dates,
            url=mine.url or its.url,
        )
        headings = [*self.headings, *child.headings]
        return replace(
            self,
            lead=merged,
            headings=headings,
            statements=child.statements,
            asides=[*self.asides, *child.asides],
            children=child.children,
        )


def _unit(mine: Lead, its: Lead) -> bool:
    """Whether what stands beside a position is but a unit of the employer in the line below."""
    if not (mine.organisation and its.organisation and mine.roles) or mine.dates or not its.dates:
        return False
    unsure, sure = (_is_firm(one.organisation.text) for one in (mine, its) if one.organisation)
    return sure and not unsure


def _is_firm(name: str) -> bool:
    return is_organisation(name) or SCHOOL.search(name) is not None


def _held_at(role: str, who: str) -> bool:
    """Whether of two lines the first names a position and the second surely an organisation."""
    return is_role(role) and _is_firm(who)


#: An entry of a series whose heads are built alike.
RANK_HEAD = 1
#: A term of a definition list, a bold line: as good as a heading.
RANK_BOLD = 8
#: A plain or italic line that names an entry.
RANK_PLAIN = 9
#: A row of a table.
RANK_ROW = 10
#: A label inside an entry ("Responsibilities:").
RANK_LABEL = 12
#: A bullet; deeper bullets rank lower.
RANK_ITEM = 20


@dataclass
class Drafts:
    """The entries of one section, and which of them are still open, the outermost first."""

    entries: list[Draft] = field(default_factory=list)
    open: list[Draft] = field(default_factory=list)

    @property
    def innermost(self) -> Draft | None:
        """The open entry that what is said now belongs to."""
        return self.open[-1] if self.open else None

    def around(self, rank: int, *, dated: bool = False) -> Draft | None:
        """The innermost open entry that a new one of this rank belongs to; `dated`: with dates."""
        fitting = (one for one in reversed(self.open) if one.rank < rank)
        return next((one for one in fitting if one.lead.dates or not dated), None)

    def holder(self, rank: int) -> Draft | None:
        """The entry around one of this rank; None below a heading that only groups entries."""
        around = self.around(rank)
        return None if around is not None and around.is_label and around.rank <= 6 else around

    def begin(self, rank: int, lead: Lead) -> Draft:
        """A new entry, open from now on, inside the one around it."""
        parent = self.around(rank)
        inside = parent is not None and parent.lead.organisation is not None
        draft = Draft(rank, lead, inside=inside)
        (parent.children if parent else self.entries).append(draft)
        self.open.append(draft)
        return draft

    def employer_of(self, own: Lead) -> Draft | None:
        """The undated employer who has had another role, below whom one with its dates stands."""
        lines = (one for one in reversed(self.open) if one.rank in (RANK_BOLD, RANK_PLAIN))
        employer = next((one for one in lines if one.children), None)
        if employer is None or employer.lead.organisation is None or employer.lead.dates:
            return None
        held = any(child.lead.dates and child.lead.roles for child in employer.children)
        another = bool(own.roles and own.dates) and own.organisation is None
        return employer if held and another else None

    def leave(self, rank: int) -> None:
        """Nothing more comes for entries of this rank or lower ones."""
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()

    def reopen(self, draft: Draft) -> None:
        """More comes for an entry that was left."""
        self.leave(draft.rank)
        self.open.append(draft)

    def leave_labels(self) -> None:
        """What comes now does not stand under a label any more."""
        while self.open and self.open[-1].is_label:
            self.open.pop()

    def leave_one(self, draft: Draft) -> None:
        """Nothing more comes for this open entry and those inside it."""
        while self.open and self.open.pop() is not draft:
            pass
