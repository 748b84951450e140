"""What the person looks for, in the words in which the resume says so."""

from __future__ import annotations

import re

from assistant.answers.chosen import by_score
from assistant.answers.context import Context, reach, unsaid
from assistant.answers.evidence import quoted_all
from assistant.answers.meant import they
from assistant.compose import Draft, Sentence, answered
from assistant.parts import Part
from assistant.text import sentence
from ingest.resume import SectionKind

#: How people say what they look for: of a job, and not of what they did in one.
_SEEKS = re.compile(
    r"\b(?:looking (?:for|to)|seeking|seeks?|in search of|open to|interested in|opportunit\w+|"
    r"(?:would|['’]d) (?:like|love) to|hop(?:e|ing) to|"
    r"(?:want|plan|aim|wish)(?:s|n?ing)? (?:to|on)|"
    r"next (?:role|job|step|position|challenge)|objective)\b",
    re.IGNORECASE,
)
#: How lines label the position that is sought ("Rank applied", "Desired role").
_LABELLED = re.compile(
    r"^(?:appl(?:ied|ying|ication) (?:for|as)|objective|seeking|looking for)\W*$|"
    r"^(?=.*\b(?:appl(?:ied|ying)|desired|wanted|sought|target(?:ed)?|preferred|seeking)\b)"
    r".*\b(?:rank|position|role|job|post|title|vacancy|occupation|employment)\b",
    re.IGNORECASE,
)
_DONE = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.PROJECTS, SectionKind.REFERENCES)


_CHOICE = re.compile(r"\b(?:or|rather|prefer\w*|instead)\b", re.IGNORECASE)


#: "What rank is she applying for".
ASKS_POSITION = re.compile(
    r"\b(?:rank|position|role|job|post|vacancy)s?\b.*\bappl(?:ying|ies|ied) (?:for|to)\W*$",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?:rank|positions?|roles?|jobs?|posts?|titles?|vacancy|what|which|after|applying)\b", re.I
)


def sought(context: Context, part: Part) -> Draft:
    """The lines that say what the person looks for, or that none does."""
    labelled = [
        line
        for section, _, line in context.resume.statements()
        if section.kind not in _DONE and line.label and _LABELLED.search(line.label)
    ]
    if labelled and _POSITION.search(part.text):
        lines = [Sentence(sentence(line.text), (line,)) for line in labelled[:2]]
        return answered(*lines, why="a line labelled with what is sought")
    told = [
        hit
        for hit in context.search(part)
        if not hit.is_heading and hit.section.kind not in _DONE and _SEEKS.search(hit.words.text)
    ]
    if told and _CHOICE.search(part.text):
        # Which of two somebody would rather do, another line of the summary may say.
        nearest = next((hit for hit in context.search(part) if not hit.is_heading), told[0])
        if nearest.section.kind is SectionKind.SUMMARY and nearest not in told:
            told = [nearest, *told]
    if told:
        quoted = quoted_all(context, by_score(told))
        return answered(*quoted, why="a line that says what is sought")
    aside = (*_DONE, SectionKind.BASICS)
    hits = [hit for hit in context.search(part) if hit.section.kind not in aside]
    if hits and context.supports(part, hits).supported:
        return answered(*quoted_all(context, hits[:1]), why="the nearest line outside of jobs")
    whom = f"{they(context)} {context.is_}"
    return unsaid(f"what {whom} looking for", *reach(context), why="no line says what is sought")
