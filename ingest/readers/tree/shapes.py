"""What the keys of a list's objects tell of the section that they stand in, whatever its name."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.readers.tree.dates import date_fields
from ingest.readers.tree.node import Node
from ingest.resume import SectionKind

_POSITION = ("position", "role", "title", "jobtitle")
#: Of each entry one of the first keys and one of the others tell its section's kind.
_SHAPES = (
    (SectionKind.WORK, ("company", "employer"), _POSITION),
    (SectionKind.WORK, ("place",), _POSITION),
    (SectionKind.EDUCATION, ("institution", "school"), ("degree", "area", "studytype")),
    (SectionKind.PUBLICATIONS, ("authors", "author"), ("journal", "doi", "publisher")),
)


def kind_by_keys(objects: Sequence[Node]) -> SectionKind | None:
    """The kind of entries all of which have keys, or a key and dates, as only its entries have."""
    for kind, some, others in _SHAPES:
        if objects and all(part.get(*some) and part.get(*others) for part in objects):
            return kind
    held = objects and all(part.get("employer") and date_fields(part).members for part in objects)
    return SectionKind.WORK if held else None
