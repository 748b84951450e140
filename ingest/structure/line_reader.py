"""Lines that name an entry, read into what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.blocks import Text
from ingest.resume import Fragment, Heading, SectionKind, Warning
from ingest.structure.drafts import Draft
from ingest.structure.lead import Lead
from ingest.structure.lines import Line
from ingest.structure.pieces import pieces_of
from ingest.structure.places import Places
from ingest.structure.read_lead import read_lead, read_when
from ingest.structure.signs import heads
from ingest.structure.sorts import tells_of_another
from ingest.structure.statements import statements_of
from ingest.structure.trimming import trimmed


@dataclass
class LineReader:
    """Reads lines of one section; `role_first` is the order in which it names role and employer."""

    kind: SectionKind
    places: Places
    warnings: list[Warning]
    role_first: bool = True
    #: The levels of the section's headings that are positions, even if their words do not tell.
    roles_head: frozenset[int] = frozenset()

    def read(self, text: Text, parent: Draft | None = None, *, heading: int | None = None) -> Lead:
        """What a line says; `parent` is the entry around the new one. Odd dates are warned of.

        `heading` is the level of a line that names an entry as headings do.
        """
        # Under a school, what stands beside a degree is no other school.
        school = parent.lead.organisation if parent and self.kind is SectionKind.EDUCATION else None
        lead = Lead(organisation=school)
        inside = parent is not None and parent.lead.organisation is not None
        position = heading in self.roles_head and not inside
        read_lead(
            lead,
            text,
            self.kind,
            self.places,
            role_first=self.role_first,
            inside=inside,
            position=position,
        )
        if lead.organisation is school:
            lead.organisation = None
        self.warn(lead, text)
        return lead

    def quietly(self, line: Line) -> Lead:
        """What a line says, without a warning: it may be read again."""
        lead = Lead()
        self._add(lead, line)
        return lead

    def add(self, draft: Draft, line: Line) -> None:
        """A further line that names an entry."""
        self._add(draft.lead, line)
        self.warn(draft.lead, line.text)
        self.head(draft, line)

    def date(self, draft: Draft, line: Line) -> None:
        """A further line of which but the dates tell something."""
        read_when(draft.lead, line.text, self.kind, self.places)
        self.head(draft, line)

    def _add(self, lead: Lead, line: Line) -> None:
        position = line.block.level in self.roles_head and heads(line)
        read_lead(
            lead, line.text, self.kind, self.places, role_first=self.role_first, position=position
        )

    def head(self, draft: Draft, line: Line) -> None:
        """Keep a line among those that name an entry, but who somebody was under is said of it."""
        at = 0
        for piece in pieces_of(line.text, line.dates):
            if piece.apart and tells_of_another(piece.words):
                start = line.text.plain.find(piece.text.plain, at)
                self._head(draft, trimmed(line.text.cut(at, start)))
                draft.asides += statements_of(piece.text, self.places)
                at = start + len(piece.text)
        self._head(draft, trimmed(line.text.cut(at)) if at else line.text)

    def _head(self, draft: Draft, text: Text) -> None:
        words = self.places.fragment(text) if text.folded else None
        if words is not None:
            draft.headings.append(Heading(words.text, words.span, min(draft.rank, 9)))

    def title(self, line: Line) -> Fragment:
        """The words of a line that is a label, without its colon and the dates that end it."""
        text = line.text
        if line.dated_last and (before := trimmed(text.cut(0, line.dates[-1].start))).folded:
            text = before
        while text.plain[-1:] in (":", "：", " "):
            text = text.cut(0, len(text.plain) - 1)
        return self.places.fragment(text)

    def warn(self, lead: Lead, text: Text) -> None:
        """Warn of dates that are odd, once."""
        if lead.problem:
            words = self.places.fragment(text)
            self.warnings.append(Warning(f"{words.text}: {lead.problem}", words.span.start_line))
            lead.problem = None
