"""A resume and a habit make a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fidelity_render import lists
from tests.fidelity_render.entries import job, project, study
from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import Block, Heading, Line, Page, Part, text

Record = dict[str, Any]
#: What a sidebar holds, where there is one.
_ASIDE = frozenset({"skills", "languages", "interests", "certificates"})


def page_of(resume: Record, habit: Habit) -> Page:
    """The page that somebody with this habit makes of their resume."""
    basics = resume["basics"]
    parts: list[Part] = []
    if "summary" in basics:
        parts.append(Part(habit.summary, (Line(text(basics["summary"])),)))
    for kind in habit.order:
        if records := resume.get(kind):
            blocks = tuple(_blocks(kind, records, habit))
            parts.append(Part(habit.title(kind), blocks, kind in _ASIDE))
    return Page(basics["name"], basics["label"], lists.contacts(basics, habit), tuple(parts))


def _blocks(kind: str, records: list[Record], habit: Habit) -> Iterator[Block]:
    if kind in ("awards", "certificates", "publications"):
        yield from lists.things(kind, records, habit)
    elif kind in ("skills", "languages", "interests", "references"):
        yield from getattr(lists, kind)(records, habit)
    else:
        one = {"work": job, "volunteer": job, "education": study, "projects": project}[kind]
        headings: list[Block] = []
        for record in records:
            blocks = one(record, habit)
            # Several roles at one employer stand below its name, told once.
            repeated = habit.work == "grouped" and headings[-1:] == [blocks[0]]
            headings += [block for block in blocks[:1] if isinstance(block, Heading)]
            yield from blocks[1:] if repeated else blocks
