"""What the person looks for, in the words in which the resume says so."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.answers.evidence import by_evidence, choose, quoted_all
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


def sought(context: Context, part: Part) -> Draft | None:
    """The lines that say what the person looks for, those nearest to the question first."""
    told = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and hit.section.kind not in _DONE and _SEEKS.search(hit.words.text)
    ]
    if told:
        return answered(*quoted_all(context, choose(told)), why="a line that says what is sought")
    return by_evidence(context, part)
