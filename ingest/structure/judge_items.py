"""Judgements on a bullet: is it an entry, and what does it say of the entry around it?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.blocks import BlockKind, Mark
from ingest.resume import SectionKind
from ingest.structure.below import where_and_when
from ingest.structure.drafts import RANK_ITEM, Draft
from ingest.structure.item_head import head_of, tells_post
from ingest.structure.judge_inside import InsideJudge
from ingest.structure.lead import Lead
from ingest.structure.lines import Line, first_sentence
from ingest.structure.periods import within
from ingest.structure.pieces import pieces_of
from ingest.structure.read_lead import read_lead, read_when
from ingest.structure.signs import (
    LISTED,
    LOWER_START,
    NAMES,
    SHORT,
    STUDIES,
    TITLE_WORDS,
    leads_in,
    list_of,
    ranged,
    starts_stay,
    title_like,
)
from ingest.structure.sorts import Sort, sort_of

_NAMED_THING = re.compile(r"^[^\W_][^:–—.!?]{0,60}?\s*(?::\s|\s[–—-]+\s|[–—])\s*(?!https?:)\S")
#: How to reach somebody.
_ADDRESS = re.compile(r"[^\w+]{0,3}(?:https?://\S+|[\w.+-]{1,64}@[\w.-]+)")
#: A degree that is told below its school has no more words.
_DEGREE = 14
#: When, where and what for: no entry begins with more bullets of facts.
_FACTS = 3
#: What may stand between the name of an employer and its place.
_BESIDE = frozenset({Sort.NOTE, Sort.UNSURE})
#: Nor has a label.
_LABEL = 4


class ItemJudge(InsideJudge):
    """Judges bullets of one section of the kind `kind`."""

    def opens(
        self,
        line: Line,
        *,
        nested: bool,
        top: Draft | None,
        above_stays: bool = False,
        dated_list: bool = False,
        within: Draft | None = None,
    ) -> bool:
        """Whether a bullet (or a paragraph of a list-like section) is an entry.

        `top` is the entry around it that a heading or bold line opened. `above_stays`: the first
        bullet inside it names a job; `dated_list`: it is a dated title like most of its list;
        `within`: the entry that a bullet around it is.
        """
        if within is not None and self.is_said_of(line, within, nested=nested):
            return False
        if dated_list and (self._stays or self._studies) and top is not None and _only_groups(top):
            return True
        if above_stays and self._stays and top is None and line.count <= TITLE_WORDS:
            return not line.prose
        if self._stays:
            return self._item_stays(line, nested=nested, top=top)
        if self._studies:
            return self._item_studies(line, top)
        if top is not None and (top.lead.dates or not self._groups(top)):
            return False
        if self._kind in LISTED:
            told = line.count <= 60 and any(map(str.isalpha, line.words)) and not line.label
            return told and not _only_reaches(line)
        if self._kind is SectionKind.PROJECTS:
            return not (within is not None and _labelled(line)) and self._item_names(
                line, nested=nested
            )
        if self._kind is SectionKind.REFERENCES:
            return nested or line.bold_lead > 0
        if self._kind is SectionKind.OTHER:
            return starts_stay(line) and top is None
        return False

    def _groups(self, top: Draft) -> bool:
        """Whether an entry only gathers others under a heading ("Journal papers")."""
        return self._kind in LISTED and not top.lead.dates and not top.lead.organisation

    def _item_stays(self, line: Line, *, nested: bool, top: Draft | None) -> bool:
        sorts = line.sorts
        if not title_like(line) and not (nested and line.count <= SHORT):
            return False
        if top is not None:
            if not ranged(line) or top.lead.organisation is None:
                return False
            return self._is_post(line, top) if top.lead.dates else Sort.ROLE in sorts
        named = bool(sorts & NAMES)
        if line.dated and line.count <= 18:
            return ranged(line) or named or nested
        if (line.label and not nested) or LOWER_START.match(line.words):
            return False
        if nested and line.count <= 12:
            return named or line.bold_lead > 0
        return line.bold_lead > 0 and named and line.count <= 14 and not leads_in(line)

    def _is_post(self, line: Line, top: Draft) -> bool:
        """Whether a bullet in bold is one of the posts held at a dated employer, one by one."""
        own = Lead()
        read_when(own, line.text, self._kind, self._places)
        if own.dates is None or top.lead.dates is None or top.lead.sure_roles:
            return False
        named = Sort.ROLE in line.sorts or any(child.lead.roles for child in top.children)
        bold = line.bold_lead > 0 and not leads_in(line)
        return named and bold and within(own.dates, top.lead.dates)

    def posts_listed(self, lines: Sequence[Line], at: int, top: Draft) -> bool:
        """Whether the bullets below a dated employer are the posts held there, one after the other.

        Each begins with a position and years that lie within those of the employer.
        """
        lead, listed = top.lead, list_of(lines, at)
        held = lead.organisation is not None and lead.dates is not None and not lead.sure_roles
        return held and len(listed) > 1 and all(self._is_within(one, top) for one in listed)

    def _is_within(self, line: Line, top: Draft) -> bool:
        """Whether a bullet begins with a position, held for a part of an employer's years."""
        if top.lead.dates is None or not tells_post(line):
            return False
        own = Lead()
        read_when(own, head_of(line).text, self._kind, self._places)
        return own.dates is not None and within(own.dates, top.lead.dates)

    def _item_studies(self, line: Line, top: Draft | None) -> bool:
        sorts = line.sorts
        if line.count > 40 or line.label:
            return False
        if top is not None:
            return Sort.DEGREE in sorts and line.dated and not top.lead.dates and not top.lead.roles
        return line.dated or bool(sorts & STUDIES)

    def _item_names(self, line: Line, *, nested: bool) -> bool:
        """Whether a bullet begins with the name of a thing."""
        plain = line.text.plain
        marked = (
            bool(line.text.marks_at(0) & (Mark.BOLD | Mark.CODE | Mark.ITALIC)) if plain else False
        )
        linked = any(
            words.plain and plain.startswith(words.plain) for words, _ in line.text.links()
        )
        if marked or linked or plain[:1] in '"“«':
            return True
        if nested and line.count <= SHORT:
            return True
        return bool(_NAMED_THING.match(plain)) or (line.dated and line.count <= 14)

    def enrich(self, draft: Draft, line: Line, *, listed: bool) -> None:
        """What is said of an entry may name what its heading does not.

        A sub-bullet (`listed`): the employer, the role, the school. The first words about a
        certificate, award or publication: its dates.
        """
        first_said = len(draft.statements) == 1 and not (self._stays or self._studies)
        tells = line.only_dates if self._kind is SectionKind.OTHER else line.dated
        if first_said and draft.lead.dates is None and tells:
            apart = Lead()
            read_lead(apart, line.text, self._kind, self._places)
            draft.lead.dates = apart.dates
        if self._studies and not draft.lead.roles and _first(draft, line):
            # "BSc Physics. Graduated with honours.": the first sentence names it.
            head, _ = first_sentence(line)
            if Sort.DEGREE in head.sorts and title_like(head) and head.count <= _DEGREE:
                read_lead(draft.lead, head.text, self._kind, self._places)
        if self._studies and _first(draft, line):
            self._school_below(draft, line)
        if (self._stays or self._studies) and not listed and _first(draft, line):
            self._set_apart(draft, line)
        if not listed:
            self._position_below(draft, line)
            self._fact_below(draft, line)
            return
        self.tell_inside(draft, line)

    def _fact_below(self, draft: Draft, line: Line) -> None:
        """Bullets that an entry begins with may be when and where it was, and nothing else."""
        if line.kind is not BlockKind.ITEM or draft.rank >= RANK_ITEM or not _begins(draft):
            return
        lead = draft.lead
        if lead.dates is None and (line.only_dates or (self._stays and where_and_when(line))):
            read_when(lead, line.text, self._kind, self._places)
            if lead.location is None and not line.only_dates:
                where, *_ = pieces_of(line.text, line.dates)
                lead.location = self._places.fragment(where.text)
        elif lead.location is None and line.sorts == {Sort.PLACE} and not line.dates:
            lead.location = self._places.fragment(line.text)

    def _position_below(self, draft: Draft, line: Line) -> None:
        """Where what is said begins with a position, the first name above it is the employer's."""
        if not (self._stays and draft.lead.by_order and _first(draft, line)):
            return
        head, _ = first_sentence(line)
        pieces = pieces_of(head.text, head.dates)
        if pieces and pieces[0].sort is Sort.ROLE and title_like(head) and not head.dates:
            draft.lead.settle()
            draft.lead.roles = [self._places.fragment(pieces[0].text)]

    def _set_apart(self, draft: Draft, line: Line) -> None:
        """Italic words before the first sentence may say where: "*Tide College, Hull.* Here I"."""
        size, lead = line.text.lead(Mark.ITALIC), draft.lead
        if not 0 < size < len(line.text) or draft.rank >= RANK_ITEM:
            return
        head = Line(line.text.cut(0, size), line.block)
        if head.count > _DEGREE or not head.sorts & {Sort.ORGANISATION, Sort.SCHOOL}:
            return
        apart = Lead()
        read_lead(apart, head.text, self._kind, self._places)
        lead.organisation = lead.organisation or apart.organisation
        lead.location = lead.location or apart.location

    def _school_below(self, draft: Draft, line: Line) -> None:
        """Where the line below a degree names the school, what was taken for it is the field."""
        lead, guess = draft.lead, draft.lead.organisation
        if guess is None or not lead.roles or Sort.SCHOOL not in line.sorts or line.count > _DEGREE:
            return
        if sort_of(guess.text, named=True, bracketed=False) is Sort.UNSURE:
            lead.area, lead.organisation = lead.area or guess, None
            read_lead(lead, line.text, self._kind, self._places)


def _first(draft: Draft, line: Line) -> bool:
    """Whether a line is the first that is said of an entry."""
    said = draft.statements
    return bool(said) and line.words.startswith(said[0].text)


def _begins(draft: Draft) -> bool:
    """Whether but a few short lines, which are no sentences, were said of an entry so far."""
    said = [one.text for one in draft.statements]
    short = all(len(one.split()) <= SHORT and not one.endswith(".") for one in said)
    return len(said) <= _FACTS and short and not draft.children


def _labelled(line: Line) -> bool:
    """Whether a line begins with a label in another look ("*Stack:* Go"): a fact, and no name."""
    plain = line.text.plain
    size = max(line.text.lead(Mark.BOLD), line.text.lead(Mark.ITALIC))
    lead = plain[:size].rstrip()
    return 0 < len(lead.split()) <= _LABEL and (lead + plain[size : size + 1]).rstrip()[-1:] == ":"


def _only_reaches(line: Line) -> bool:
    """Whether a line says but how to reach somebody, as one at the end of a page does."""
    words = [word for word in line.words.split() if any(map(str.isalnum, word))]
    return all(map(_ADDRESS.match, words))


def _only_groups(top: Draft) -> bool:
    """Whether an entry is but a heading over others ("Orchestras"): it has no fact of its own."""
    lead = top.lead
    fact = lead.dates or lead.roles or lead.location or top.statements
    return top.rank < RANK_ITEM and not fact
