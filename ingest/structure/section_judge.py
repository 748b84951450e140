"""What all judgements on lines of one section know of it."""

from __future__ import annotations

from ingest.resume import SectionKind
from ingest.structure.places import Places
from ingest.structure.read_lead import STAYS


class SectionJudge:
    """Judges lines of one section of the kind `kind`."""

    def __init__(self, kind: SectionKind, places: Places) -> None:
        self._places = places
        self._kind = kind
        self._stays = kind in STAYS
        self._studies = kind is SectionKind.EDUCATION
