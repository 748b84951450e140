"""Times in which somebody did not work, which people list among their jobs: a leave, a break."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.languages import alternatives
from ingest.resume import Entry

#: What may stand behind: what it was for ("Career break: travel", "Parental leave (twins)").
_LEAVE = re.compile(
    rf"\W*(?:{alternatives('leaves')})"
    r"(?:\W*|\s*[(:,;–—].*|\s+-\s.*|\s+(?:to|for|after|due to|because of)\s.*)",
    re.IGNORECASE | re.DOTALL,
)
#: In characters; what is longer is no name.
_LONGEST = 200


def is_leave(name: str) -> bool:
    """Whether the words name a time off work; "Sabbatical Officer" and a cover for one do not."""
    return len(name) <= _LONGEST and _LEAVE.fullmatch(name) is not None


def on_leave(entry: Entry) -> bool:
    """Whether an entry is a time off work and no job."""
    return is_leave(entry.name)


def without_employer(entry: Entry) -> Entry:
    """The entry, and those inside of it; a leave is a title, and nobody's name."""
    children = tuple(map(without_employer, entry.children))
    who = entry.organisation
    if who is not None and entry.title is None and is_leave(who.text):
        return replace(entry, organisation=None, title=who, children=children)
    return replace(entry, children=children) if children != entry.children else entry
