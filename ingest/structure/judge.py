"""Judgements on a line in its section: does it open an entry, complete one, or speak of one?

Each asks for signs that hold in any field and layout: dates at an edge, words that are roles,
organisations or degrees, emphasis, length, and what stands around the line.
"""

from __future__ import annotations

import re

from ingest.blocks import BlockKind, Mark
from ingest.resume import DateRange, PartialDate, SectionKind
from ingest.structure.drafts import RANK_BOLD, Draft
from ingest.structure.lead import STAYS, Lead, read_lead
from ingest.structure.lines import Line
from ingest.structure.pieces import Sort
from ingest.structure.places import Places

#: A line that names an entry is a title: at most so many words (with dates, place and all).
_TITLE_WORDS = 22
_DATED_TITLE_WORDS = 34
_SHORT = 8
_NAMES = frozenset({Sort.ROLE, Sort.ORGANISATION, Sort.SCHOOL})
_STUDIES = frozenset({Sort.DEGREE, Sort.SCHOOL})
LISTED = frozenset({SectionKind.AWARDS, SectionKind.CERTIFICATES, SectionKind.PUBLICATIONS})
_PLAIN_LISTS = frozenset({SectionKind.SKILLS, SectionKind.LANGUAGES, SectionKind.INTERESTS})
_NAMED_THING = re.compile(r"^[^\W_][^:–—.!?]{0,60}?\s*(?::\s|\s[–—-]+\s|[–—])\s*(?!https?:)\S")
_ARTICLE = re.compile(r"^\W*(?:an?|the|this|we|i|our|my)\b", re.IGNORECASE)
_LOWER_START = re.compile(r"^[^\w\"“(]*[a-zß-ÿ]")


def _ranged(line: Line) -> bool:
    """Whether the line has a range, or a time that goes on, at an edge."""
    return line.dated and any(found.first != found.last or found.current for found in line.dates)


def _titled(line: Line) -> bool:
    """Whether most longer words are capitalised, as in a name."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", line.words)
    return 2 * sum(not word[0].islower() for word in words) >= len(words)


def _bold_after_dates(line: Line) -> bool:
    """Whether a line begins with dates, and the words after them are bold."""
    plain = line.text.plain
    if not line.dates or line.dates[0].start > 0:
        return False
    at = next((i for i in range(line.dates[0].end, len(plain)) if plain[i].isalnum()), None)
    return at is not None and bool(line.text.marks_at(at) & Mark.BOLD)


class Judge:
    """Judges lines of one section of the kind `kind`."""

    def __init__(self, kind: SectionKind, places: Places) -> None:
        self._places = places
        self._kind = kind
        self._stays = kind in STAYS
        self._studies = kind is SectionKind.EDUCATION

    # --- lines ------------------------------------------------------------------------------

    def title_like(self, line: Line) -> bool:
        """Whether a line is short and no sentence."""
        longest = _TITLE_WORDS
        if _bold_after_dates(line):
            longest = _DATED_TITLE_WORDS
        return 0 < line.count <= longest and not line.prose and not line.label

    def states_fact(self, line: Line) -> bool:
        """Whether a line is a label and a short value ("Position: Welder")."""
        return (self._stays or self._studies) and line.count <= _TITLE_WORDS and not line.prose

    def starts_stay(self, line: Line) -> bool:
        """Whether a line surely names a job: a range, and a role or organisation."""
        return _ranged(line) and bool(line.sorts & _NAMES) and self.title_like(line)

    def is_label(self, line: Line, following: Line | None, top: Draft | None) -> bool:
        """Whether a line inside an entry announces a list ("Responsibilities:")."""
        listed = following is not None and following.kind is BlockKind.ITEM
        if line.bold or (line.italic and line.label):
            return line.count <= _SHORT and (top is not None or line.bold)
        return line.label and listed and line.count <= 4 and top is not None

    def names_part(self, line: Line, parent: Draft) -> bool:
        """Whether a sub-heading names a part of the entry, not a role or a stay of its own."""
        if line.dates:
            return False
        sorts = line.sorts
        if self._stays:
            return Sort.ROLE not in sorts or bool(parent.lead.roles and parent.lead.dates)
        if self._studies:
            return not sorts & _STUDIES
        return True

    def only_title(self, line: Line, parent: Draft | None) -> bool:
        """Whether a heading is to be taken as a name, whole, rather than taken apart."""
        if self._stays and parent is not None and parent.lead.organisation:
            return not line.sorts & _NAMES and not line.only_dates
        if self._kind in _PLAIN_LISTS or self._kind is SectionKind.OTHER:
            return not line.dates
        return False

    # --- paragraphs -------------------------------------------------------------------------

    def completes(self, line: Line, top: Draft) -> bool:
        """Whether a line right under an entry's name still says who, as what, when or where."""
        lead, sorts = top.lead, line.sorts
        if line.label or line.prose or line.count > _TITLE_WORDS or (line.dated and lead.dates):
            return False
        if line.words.endswith(".") and not (line.dated or self._studies):
            return False
        if not (self._stays or self._studies):
            if self._kind is SectionKind.OTHER and _ranged(line) and Sort.ROLE in sorts:
                return not lead.roles
            styled = line.italic and (line.dated or bool(sorts & _NAMES))
            return line.count <= 10 and (styled or line.only_dates)
        if line.dated and (line.count <= 14 or sorts & (_NAMES | _STUDIES)):
            return not self._starts_anew(line, top)
        if line.count > 14 or _LOWER_START.match(line.words) or self._starts_anew(line, top):
            return False
        if sorts <= {Sort.PLACE, Sort.NOTE} and Sort.PLACE in sorts:
            return lead.location is None
        if self._studies:
            return self._completes_study(line, lead)
        return self._completes_stay(line, lead)

    def _completes_stay(self, line: Line, lead: Lead) -> bool:
        sorts, styled = line.sorts, line.bold or line.italic
        if Sort.ROLE in sorts and not lead.roles:
            return styled or (_titled(line) and line.count <= 10)
        unnamed_role = lead.organisation and not lead.roles and sorts == {Sort.UNSURE}
        if styled and unnamed_role and line.count <= _SHORT:
            return not _ARTICLE.match(line.words)
        named = bool(sorts & {Sort.ORGANISATION, Sort.SCHOOL}) or styled
        return lead.organisation is None and named and _titled(line)

    def _completes_study(self, line: Line, lead: Lead) -> bool:
        sorts = line.sorts
        if Sort.SCHOOL in sorts and lead.organisation is None:
            return True
        if Sort.DEGREE in sorts and not lead.roles:
            return True
        named = bool(lead.roles) and lead.organisation is None
        return named and line.count <= _SHORT and _titled(line) and not line.words.endswith(".")

    def _starts_anew(self, line: Line, top: Draft) -> bool:
        """Whether a line is built like the name above it: another one, not more of the same."""
        lead = top.lead
        own = Lead()
        read_lead(own, line.text, self._kind, self._places)
        same_look = top.rank == RANK_BOLD and line.bold_lead > 0
        # In "MSc - Soil Science" under a school, what stands beside the degree is no other school.
        school = self._stays or bool(line.sorts & {Sort.SCHOOL, Sort.ORGANISATION})
        repeats = bool(own.organisation and lead.organisation and school) or bool(
            own.roles and lead.roles and not own.organisation
        )
        return repeats and (same_look or bool(own.dates) or bool(own.roles))

    def opens(
        self,
        line: Line,
        top: Draft | None,
        following: Line | None,
        *,
        pending: bool = False,
    ) -> bool:
        """Whether a paragraph's line opens an entry, rather than speaks of the one above."""
        if line.label and not line.dates:
            same = top is None or (top.rank == RANK_BOLD and not top.lead.dates)
            return line.bold and same and (self._stays or self._studies)
        if not self.title_like(line):
            return False
        if pending:
            return True
        if line.words.endswith(".") and not line.dated and not line.bold:
            return False
        if self._leads_in(line) and not _ranged(line):
            return False
        if self._stays:
            return self._opens_stay(line, top, following)
        if self._studies:
            return self._opens_study(line, top, following)
        if self._kind in _PLAIN_LISTS:
            return line.bold and following is not None and following.kind is BlockKind.ITEM
        if self._kind is SectionKind.OTHER:
            alike = top is None or (top.rank == RANK_BOLD and not top.lead.dates)
            heralds = (
                following is not None
                and following.block is line.block
                and _ranged(following)
                and Sort.ROLE in following.sorts
            )
            return (line.bold and alike) or ((_ranged(line) or heralds) and line.count <= 14)
        return line.bold or (line.bold_lead > 0 and line.dated) or _ranged(line)

    def _leads_in(self, line: Line) -> bool:
        """Whether bold words with a colon lead in to what the line says ("**Stack:** Go")."""
        lead = line.text.plain[: line.bold_lead]
        rest = line.text.plain[line.bold_lead :].lstrip()
        return bool(rest) and bool(lead) and (lead.rstrip().endswith(":") or rest.startswith(":"))

    def _opens_stay(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        sorts = line.sorts
        named = bool(sorts & _NAMES)
        if line.dated and (line.bold_lead or line.italic or named or _bold_after_dates(line)):
            return _ranged(line) or bool(line.bold_lead) or top is None or not top.lead.dates
        if _ranged(line) and line.count <= 14:
            return True
        if line.bold:
            grouped = top is not None and (top.rank <= 6 or top.lead.dates is not None)
            return named if grouped else True
        if line.bold_lead and line.count <= 14 and named:
            return not _LOWER_START.match(line.text.plain[line.bold_lead :].lstrip(" ,–—-"))
        announces = following is not None and following.depth == 0 and self.title_like(following)
        if announces and following is not None and line.count <= _SHORT and _titled(line):
            return following.only_dates or _ranged(following)
        listed = following is not None and following.kind is BlockKind.ITEM
        plain_top = top is None or top.rank > RANK_BOLD
        return named and plain_top and listed and _titled(line) and line.count <= 12

    def _opens_study(self, line: Line, top: Draft | None, following: Line | None) -> bool:
        sorts = line.sorts
        studied = bool(sorts & _STUDIES)
        if line.dated and (studied or line.bold_lead or _ranged(line)):
            return True
        if line.bold:
            return top is None or studied or top.rank >= RANK_BOLD
        full = top is None or bool(top.lead.organisation and top.lead.roles)
        announces = (
            following is not None
            and following.block is line.block
            and following.dated
            and Sort.DEGREE in following.sorts
        )
        return studied and (line.bold_lead > 0 or full or announces) and line.count <= 16

    def sentence_opens(self, head: Line, top: Draft | None, *, pending: bool) -> bool:
        """Whether the first sentence of a paragraph opens an entry and the rest speaks of it."""
        if not (self._stays or self._studies) or head.count > _TITLE_WORDS or head.label:
            return False
        if top is not None and top.rank <= RANK_BOLD and top.lead.dates and not pending:
            return False
        sorts = head.sorts
        if pending:
            return bool(sorts & (_NAMES | _STUDIES)) or head.bold_lead > 0
        if self._studies:
            return head.dated and bool(sorts & _STUDIES)
        return _ranged(head) and bool(sorts & _NAMES) and head.count <= 18

    def is_sibling(self, lead: Lead, parent: Draft, *, fresh: bool) -> bool:
        """Whether a paragraph that opens an entry is none of the parent's roles or projects.

        It is another employer, only set in bold, when its dates are not within the parent's or
        when a rule parts it from the parent and it names an organisation.
        """
        if not (self._stays or self._studies) or parent.lead.dates is None:
            return False
        if lead.dates is None:
            return fresh and lead.organisation is not None and not lead.roles
        if lead.roles and lead.organisation is None:
            return False
        return not _within(lead.dates, parent.lead.dates)

    # --- bullets ----------------------------------------------------------------------------

    def item_opens(self, line: Line, *, nested: bool, top: Draft | None) -> bool:
        """Whether a bullet (or a paragraph of a list-like section) is an entry.

        `top` is the entry around it that a heading or bold line opened.
        """
        if self._stays:
            return self._item_stays(line, nested=nested, top=top)
        if self._studies:
            return self._item_studies(line, top)
        if top is not None and (top.lead.dates or not self._groups(top)):
            return False
        if self._kind in LISTED:
            return line.count <= 60 and any(map(str.isalpha, line.words)) and not line.label
        if self._kind is SectionKind.PROJECTS:
            return self._item_names(line, nested=nested)
        if self._kind is SectionKind.REFERENCES:
            return nested or line.bold_lead > 0
        if self._kind is SectionKind.OTHER:
            return self.starts_stay(line) and top is None
        return False

    def _groups(self, top: Draft) -> bool:
        """Whether an entry only gathers others under a heading ("Journal papers")."""
        return self._kind in LISTED and not top.lead.dates and not top.lead.organisation

    def _item_stays(self, line: Line, *, nested: bool, top: Draft | None) -> bool:
        sorts = line.sorts
        if not self.title_like(line) and not (nested and line.count <= _SHORT):
            return False
        if top is not None:
            bare = not top.lead.dates and top.lead.organisation is not None
            return bare and _ranged(line) and Sort.ROLE in sorts
        named = bool(sorts & _NAMES)
        if line.dated and line.count <= 18:
            return _ranged(line) or named or nested
        if (line.label and not nested) or _LOWER_START.match(line.words):
            return False
        if nested and line.count <= 12:
            return named or line.bold_lead > 0
        return line.bold_lead > 0 and named and line.count <= 14 and not self._leads_in(line)

    def _item_studies(self, line: Line, top: Draft | None) -> bool:
        sorts = line.sorts
        if line.count > 40 or line.label:
            return False
        if top is not None:
            return Sort.DEGREE in sorts and line.dated and not top.lead.dates and not top.lead.roles
        return line.dated or bool(sorts & _STUDIES)

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
        if nested and line.count <= _SHORT:
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
        if not listed:
            return
        if not (self._stays or self._studies) or line.count > _SHORT or line.words.endswith("."):
            return
        if re.search(r"[:：]", line.words) and not line.only_dates:
            return
        sorts, lead = line.sorts, draft.lead
        first = len(draft.statements) <= 1
        if (lead.dates is None and line.only_dates) or (
            lead.organisation is None and sorts & {Sort.ORGANISATION, Sort.SCHOOL}
        ):
            read_lead(lead, line.text, self._kind, self._places)
        elif lead.organisation is None and first and sorts == {Sort.UNSURE} and _titled(line):
            lead.organisation = self._places.fragment(line.text)
        elif self._stays and not lead.roles and first and sorts == {Sort.ROLE}:
            lead.roles = [self._places.fragment(line.text)]


def _within(inner: DateRange, outer: DateRange) -> bool:
    starts = inner.start is None or outer.start is None or _low(inner.start) >= _low(outer.start)
    if inner.current:
        return starts and outer.current
    last = inner.end or inner.start
    ends = outer.end is None or last is None or _low(last) <= _high(outer.end)
    return starts and ends


def _low(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 1


def _high(day: PartialDate) -> tuple[int, int]:
    return day.year, day.month or 12
