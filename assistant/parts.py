"""The parts of a question: each one thing asked, with its intent, names and time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.facts import Job, Role
from assistant.intents import Guess
from assistant.pieces import PLACE_ASKED, ROLE_ASKED
from assistant.when import When
from ingest.resume import SectionKind
from ingest.tokens import Encoded

_CONNECTED = re.compile(
    r"\s*(?:[;?!]+\s+|,\s*(?:and\s+|also\s+)|\s&\s|\s\+\s|\s+and\s+(?:also\s+)?|\s+/\s+|,\s+)\s*",
    re.IGNORECASE,
)
#: A place that is asked for by a noun alone, beside a time or an employer: of what was there then.
_BARE_PLACE = re.compile(
    r"(?:(?:in )?(?:which|what) |the |its )?"
    r"(?:place|city|town|country|county|state|location|where)",
    re.IGNORECASE,
)


#: Embeds a text when first called, and gives what came of it.
Encoding = Callable[[], Encoded]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked.

    `jobs` are the stays that the question names by organisation, `role_jobs` those that it names by
    role, `roles` these roles; `unknown` is a name taken for granted that the resume does not have.
    """

    text: str
    guess: Guess
    _encoding: Encoding
    jobs: tuple[Job, ...] = ()
    role_jobs: tuple[Job, ...] = ()
    roles: tuple[Role, ...] = ()
    when: When | None = None
    unknown: str | None = None

    @property
    def intent(self) -> str:
        """The likeliest intent."""
        return self.guess.label

    @property
    def encoded(self) -> Encoded:
        """`text` as the embedding model reads it, once asked for: what is computed needs none.

        Raises `ModelError` when the model is missing or unreadable.
        """
        return self._encoding()


_SUM = re.compile(
    r"\b(?:(?:in |al)?together|in total|total|combined|added(?: up)?|summed(?: up)?|all told|"
    r"(?:all|both)(?: the| his| her| their| \w+)? (?:roles|stints|positions|jobs|stays|spells))\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:years?|yrs?|months?|how long|length|duration|time|added(?: up)?)\b", re.IGNORECASE
)


def asks_sum(part: Part) -> bool:
    """Whether the time of all stays at an employer, named or described, is asked for, as one."""
    named = any(job.section.kind is SectionKind.WORK for job in part.jobs)
    described = part.intent.startswith("job") and _SEVERAL.search(part.text)
    asked = _SUM.search(part.text) and _TIME.search(part.text)
    return bool((named or described) and asked)


#: Several roles that a question describes: "both kitchen roles".
_SEVERAL = re.compile(
    r"\b(?:both|all|two|three)\s+(?:of\s+)?(?:(?:the|his|her|their)\s+)?(?!roles|jobs)[\w-]+\s+"
    r"(?:roles|jobs|stints|positions|stays|spells)\b",
    re.IGNORECASE,
)


def pieces_of(text: str, jobs: Sequence[Job]) -> list[str]:
    """What stands between the connecting words of a question, but for those within a job's name."""
    folded = text.casefold()
    names = [job.name.casefold() for job in jobs]
    spans = [(at, at + len(name)) for name in names if (at := folded.find(name)) >= 0]
    pieces, start = [], 0
    for joint in _CONNECTED.finditer(text):
        if any(low < joint.end() and joint.start() < high for low, high in spans):
            continue
        pieces.append(text[start : joint.start()])
        start = joint.end()
    pieces.append(text[start:])
    return [bare for piece in pieces if (bare := piece.strip(" ?.,"))]


def sharing(part: Part, whole: Part) -> Part:
    """The part, with the names and the time that only another part of the question gives."""
    return replace(
        part,
        jobs=part.jobs or whole.jobs,
        role_jobs=part.role_jobs or whole.role_jobs,
        roles=part.roles or whole.roles,
        when=part.when or whole.when,
        unknown=part.unknown or (whole.unknown if not part.jobs else None),
    )


def placed(part: Part) -> Part:
    """The part; about the place of a job where a bare noun asks for one beside a time or a job."""
    there = part.when or part.jobs or part.role_jobs
    if part.intent == "home" and there and _BARE_PLACE.fullmatch(part.text):
        return replace(part, guess=part.guess.led_by("job_place"))
    return part


def with_its_place(whole: Part, parts: list[Part]) -> Part | None:
    """The whole, about jobs, where one piece asks for them, the others where or as what."""
    asked = [
        part
        for part in parts
        if not (PLACE_ASKED.fullmatch(part.text) or ROLE_ASKED.fullmatch(part.text))
    ]
    if len(asked) != 1 or len(parts) == 1 or asked[0].intent not in _WITH_PLACE:
        return None
    return replace(whole, guess=whole.guess.led_by(asked[0].intent))


#: Intents whose drafters tell the role, and the place beside the job where it is asked for.
_WITH_PLACE = frozenset("job_current job_first job_longest job_shortest job_list job_count".split())
