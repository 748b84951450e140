"""What the person looks for, in the words in which the resume says so."""

from __future__ import annotations

import re

from assistant.answers.context import Context, reach, unsaid
from assistant.answers.evidence import choose, quoted_all
from assistant.answers.meant import they
from assistant.compose import Draft, answered
from assistant.question import Part
from ingest.resume import SectionKind

#: How people say what they look for: of a job, and not of what they did in one.
_SEEKS = re.compile(
    r"\b(?:looking (?:for|to)|seeking|seeks?|in search of|open to|interested in|opportunit\w+|"
    r"(?:would|['’]d) (?:like|love) to|hop(?:e|ing) to|"
    r"(?:want|plan|aim|wish)(?:s|n?ing)? (?:to|on)|"
    r"next (?:role|job|step|position|challenge)|objective)\b",
    re.IGNORECASE,
)
_DONE = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.PROJECTS, SectionKind.REFERENCES)


def sought(context: Context, part: Part) -> Draft:
    """The lines that say what the person looks for, or that none does."""
    told = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and hit.section.kind not in _DONE and _SEEKS.search(hit.words.text)
    ]
    if told:
        return answered(*quoted_all(context, choose(told)), why="a line that says what is sought")
    aside = (*_DONE, SectionKind.BASICS)
    hits = [hit for hit in context.search(part) if hit.section.kind not in aside]
    if hits and context.supports(part, hits).supported:
        return answered(*quoted_all(context, hits[:1]), why="the nearest line outside of jobs")
    whom = f"{they(context)} {context.is_}"
    return unsaid(f"what {whom} looking for", *reach(context), why="no line says what is sought")
