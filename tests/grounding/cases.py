"""True sentences about the golden resumes, and false ones made from them; each with its sources.

`paraphrases.tsv` was written by hand, in one go and before the gate was tuned: what a chat model
that keeps its rules might say. The gate's words and rules were chosen on it. `paraphrases_2.tsv`
to `paraphrases_6.tsv` were written afterwards, the last two about other resumes, each to see what
the rules were worth on sentences that nobody had looked at; then the rules were mended for them.
`lies.tsv` to `lies_5.tsv` were written by hand as well, to be hard: their sentences use the words
of their lines and turn them around.

The other falsehoods are made by changing a true sentence so that it says something that its resume
does not: each kind of lie is a function from a case to a sentence, or None where it cannot be told.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from assistant.checked import Fate, Gate
from assistant.compose import Citer
from assistant.facts import first_name, stays
from assistant.languages import small_words
from assistant.sources import Library, Source
from assistant.support import Known
from ingest.load import load_resume
from ingest.resume import Resume, SectionKind

GOLDEN = Path(__file__).parent.parent / "golden"
FIXTURES = Path(__file__).parent.parent / "fixtures"
TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Case:
    """A sentence with its markers, about a resume."""

    resume: str
    numbers: tuple[int, ...]
    text: str
    kind: str = "true"

    @property
    def raw(self) -> str:
        """As the model would write it."""
        marks = "".join(f"[{number}]" for number in self.numbers)
        return f"{self.text.rstrip('.')} {marks}."


@dataclass(frozen=True)
class World:
    """A resume and what the gate needs of it."""

    resume: Resume
    sources: dict[int, Source]
    gate: Gate

    @property
    def employers(self) -> list[str]:
        return list(
            dict.fromkeys(
                job.entry.organisation.text.split(",")[0]
                for job in stays(self.resume, SectionKind.WORK, SectionKind.VOLUNTEER)
                if job.entry.organisation
            )
        )

    @property
    def first(self) -> str:
        return first_name(self.resume)

    def number(self, words: str) -> int:
        """The source that has these words; "computed:" asks for a fact."""
        computed = words.startswith("computed:")
        words = words.removeprefix("computed:")
        return next(
            number
            for number, source in self.sources.items()
            if words in source.text and source.computed is computed
        )


@cache
def world(name: str) -> World:
    resume = load_resume((FIXTURES if "/" in name else GOLDEN) / name)
    library = Library(resume, Citer(resume))
    sources = library.of((), (), 1_000_000, TODAY)
    known, words = Known.of(resume), small_words(None)
    gate = Gate(library.grounds(TODAY), sources, known, offline="", words=words)
    return World(resume, sources, gate)


@cache
def read(name: str) -> tuple[Case, ...]:
    """The sentences of a file, each with the sources that it is said to stand on."""
    with (Path(__file__).parent / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Case(
            row["resume"],
            tuple(_found(world(row["resume"]), row["sources"])),
            row["sentence"],
        )
        for row in rows
    )


def truths() -> tuple[Case, ...]:
    """The paraphrases on which the gate was tuned."""
    return read("paraphrases.tsv")


def held_out() -> tuple[Case, ...]:
    """Paraphrases that were written after it, and mended for in general words only."""
    return tuple(case for number in range(2, 7) for case in read(f"paraphrases_{number}.tsv"))


def hard_lies() -> tuple[Case, ...]:
    """What turns its own lines around."""
    names = ("lies.tsv", *(f"lies_{number}.tsv" for number in range(2, 6)))
    return tuple(case for name in names for case in read(name))


def passes(case: Case) -> bool:
    """Whether a reader would see the sentence."""
    return world(case.resume).gate.judge(case.raw).fate in (Fate.PASSED, Fate.MENDED, Fate.SILENT)


def _found(where: World, words: str) -> Iterator[int]:
    for one in words.split(" || "):
        try:
            yield where.number(one)
        except StopIteration:
            continue


Lie = Callable[[Case, World, random.Random], Case | None]
_INVENTED = ("Globex", "Initech", "Northwind Traders", "Vandelay Industries", "Acme Corporation")
_SKILLS = (
    "RabbitMQ",
    "Fortran",
    "SAP",
    "Salesforce",
    "COBOL",
    "carpentry",
    "Mandarin",
    "accounting",
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?<![\d.,-])\d+(?:[.,]\d+)*(?![\d-])")
_VERB = re.compile(
    r"\b(is|was|were|are|has|have|had|did|does|can|ran|runs|led|leads|built|wrote|took|taught|made|"
    r"gave|held|won|went|fell|rose|grew|cut|keeps|speaks|uses|works|lived|sits|chairs|\w+ed)\b"
)
_DENIES = re.compile(r"\b(?:not?|never|without|nobody|instead|less|only|rather|nothing)\b", re.I)
_OPPOSITES = {
    "rose": "fell", "grew": "shrank", "fell": "rose", "cut": "raised", "reduced": "increased",
    "started": "closed", "opened": "closed", "hired": "dismissed", "won": "lost", "built": "broke",
    "closed": "opened", "native": "basic", "fluent": "basic",
    "passed": "failed", "leads": "assists", "largest": "smallest",
}  # fmt: skip


def lies() -> Iterator[Case]:
    """All falsehoods about all resumes, always the same."""
    for at, case in enumerate(truths()):
        rng = random.Random(at)
        for kind, lie in LIES.items():
            told = lie(case, world(case.resume), rng)
            if told is not None and told.text != case.text:
                yield replace(told, kind=kind)


def _other_employer(case: Case, where: World, rng: random.Random) -> Case | None:
    named = [name for name in where.employers if _short(name) in case.text]
    others = [name for name in where.employers if _short(name) not in case.text]
    if not named or not others:
        return None
    return replace(case, text=case.text.replace(_short(named[0]), rng.choice(others)))


def _invented_employer(case: Case, where: World, rng: random.Random) -> Case | None:
    named = [name for name in where.employers if _short(name) in case.text]
    if not named:
        return replace(case, text=f"At {rng.choice(_INVENTED)}, {case.text}")
    return replace(case, text=case.text.replace(_short(named[0]), rng.choice(_INVENTED)))


def _at_another_job(case: Case, where: World, rng: random.Random) -> Case | None:
    """The words of one job, said of another, with the citations of both."""
    outer = {id(entry) for one in case.numbers for entry in where.sources[one].evidence.outer}
    jobs = [
        job
        for job in stays(where.resume, SectionKind.WORK)
        if job.entry.organisation and id(job.entry) not in outer
    ]
    own = {
        entry.organisation.text
        for one in case.numbers
        for entry in where.sources[one].evidence.outer
        if entry.organisation
    }
    jobs = [
        job for job in jobs if job.entry.organisation and job.entry.organisation.text not in own
    ]
    places = [job.name for job in stays(where.resume, *SectionKind)]
    if not jobs or not outer or any(_short(name) in case.text for name in places):
        return None
    job = rng.choice(jobs)
    heading = next(
        number
        for number, source in where.sources.items()
        if not source.computed
        and source.fragments[0] in (*job.entry.headings, *job.entry.statements)
    )
    said = f"At {job.name}, {case.text[0].lower()}{case.text[1:]}"
    if case.text.startswith(where.first):
        said = f"At {job.name}, {case.text}"
    return replace(case, text=said, numbers=(*case.numbers, heading))


def _shifted_date(case: Case, where: World, rng: random.Random) -> Case | None:
    years = _YEAR.findall(case.text)
    if not years:
        return None
    year = rng.choice(years)
    other = str(int(year) + rng.choice((-7, 6, 9)))
    return replace(case, text=case.text.replace(year, other))


def _swapped_dates(case: Case, where: World, rng: random.Random) -> Case | None:
    years = _YEAR.findall(case.text)
    if len(set(years)) != 2 or not re.search(r"\d (?:to|until|and) \w* ?\d{4}", case.text):
        return None
    first, last = dict.fromkeys(years)
    text = case.text.replace(first, "@").replace(last, first).replace("@", last)
    return replace(case, text=text)


def _changed_number(case: Case, where: World, rng: random.Random) -> Case | None:
    numbers = [one for one in _NUMBER.findall(case.text) if not _YEAR.fullmatch(one)]
    if not numbers:
        return None
    number = rng.choice(numbers)
    digits = number.replace(",", "").replace(".", "")
    other = str(int(digits) * 3 + 7)
    return replace(
        case, text=re.sub(rf"(?<![\d.,]){re.escape(number)}(?!\d)", other, case.text, count=1)
    )


def _negated(case: Case, where: World, rng: random.Random) -> Case | None:
    verb = _VERB.search(case.text)
    if verb is None or _DENIES.search(case.text):
        return None
    plain = verb[0] in ("is", "was", "were", "are", "has", "have", "had", "did", "does", "can")
    said = f"{verb[0]} not" if plain else f"never {verb[0]}"
    return replace(case, text=case.text[: verb.start()] + said + case.text[verb.end() :])


def _failed(case: Case, where: World, rng: random.Random) -> Case | None:
    verb = re.search(
        r"\b(led|built|wrote|moved|migrated|restored|cut|introduced|taught)\b", case.text
    )
    if verb is None:
        return None
    words = rng.choice(("failed when they", "refused to have", "regrets that they"))
    return replace(
        case, text=f"{case.text[: verb.start()]}{words} {verb[0]}{case.text[verb.end() :]}"
    )


def _superlative(case: Case, where: World, rng: random.Random) -> Case | None:
    before = re.search(r"\b(?:a|an|the) (?=[a-z])", case.text)
    if before is None:
        return None
    if "only" in case.text:
        return None
    word = rng.choice(("best", "largest", "most important", "only", "most successful", "first"))
    return replace(
        case, text=f"{case.text[: before.start()]}the {word} {case.text[before.end() :]}"
    )


def _praised(case: Case, where: World, rng: random.Random) -> Case | None:
    padding = rng.choice(
        (
            ", which makes them an excellent fit for the role",
            ", showing outstanding leadership",
            " single-handedly",
            ", a proven track record of success",
            " and is an expert in the field",
            ", and is highly motivated",
        )
    )
    return replace(case, text=case.text.rstrip(".") + padding)


def _added_skill(case: Case, where: World, rng: random.Random) -> Case | None:
    return replace(case, text=f"{case.text.rstrip('.')} and {rng.choice(_SKILLS)}")


def _opposite(case: Case, where: World, rng: random.Random) -> Case | None:
    found = [word for word in _OPPOSITES if re.search(rf"\b{word}\b", case.text)]
    if not found:
        return None
    return replace(case, text=re.sub(rf"\b{found[0]}\b", _OPPOSITES[found[0]], case.text))


def _turned_round(case: Case, where: World, rng: random.Random) -> Case | None:
    match = re.search(r"\bfrom (\S+(?: \w+)?) (to|instead of) (\S+(?: \w+)?)", case.text)
    if match is None or _YEAR.search(match[0]):
        return None
    there, back = match[1].rstrip(",."), match[3].rstrip(",.")
    return replace(case, text=case.text.replace(match[0], f"from {back} {match[2]} {there}"))


def _denial_dropped(case: Case, where: World, rng: random.Random) -> Case | None:
    text = re.sub(r"\b(?:does not have|has not|does not|is not|never|has never)\s+", "", case.text)
    text = re.sub(r",? but not Puppet", " and Puppet", text)
    text = re.sub(r"\bno relocation", "relocation", text)
    return replace(case, text=text) if text != case.text else None


def _not_mentioned(case: Case, where: World, rng: random.Random) -> Case | None:
    subject = re.sub(rf"^(?:{where.first}|They|He|She)\s+\w+\s+", "", case.text).rstrip(".")
    return (
        replace(case, text=f"The resume does not mention {subject}") if len(subject) > 9 else None
    )


def _ranked(case: Case, where: World, rng: random.Random) -> Case | None:
    work = [job for job in stays(where.resume, SectionKind.WORK) if job.entry.organisation]
    middle = work[1:-1]
    if not middle or case.text[:1] not in "TI":
        return None
    job = rng.choice(middle)
    heading = next(number for number, source in where.sources.items() if job.name in source.text)
    word = rng.choice(("first", "most recent", "current"))
    if word != "first" and job.dates and job.dates.current:
        word = "first"
    if any(other.name == job.name for other in (work[0], work[-1])):
        return None
    text = f"{where.first}'s {word} employer was {job.name}"
    return replace(case, text=text, numbers=(heading,))


def _longer(case: Case, where: World, rng: random.Random) -> Case | None:
    match = re.search(r"\b(\d+) years\b", case.text)
    if match is None or "% over" in case.text:
        return None
    return replace(case, text=case.text.replace(match[0], f"{int(match[1]) + 3} years"))


def _wrong_source(case: Case, where: World, rng: random.Random) -> Case | None:
    """An invented sentence that cites a real line."""
    said = rng.choice(
        (
            f"{where.first} worked at {rng.choice(_INVENTED)} from 2015 to 2018",
            f"{where.first} holds a PhD in Astrophysics from Harvard University",
            f"{where.first} managed a budget of $12 million",
            f"{where.first} lives in Singapore and is married with two children",
            f"{where.first} is certified in {rng.choice(_SKILLS)}",
            f"{where.first} has over 25 years of experience in investment banking",
        )
    )
    return replace(case, text=said)


def _short(name: str) -> str:
    """How a sentence may call an employer: without what stands behind a comma or a bracket."""
    return re.split(r"\s*[,(]|\s+(?:Ltd|LLP|Inc)\b", name)[0]


LIES: dict[str, Lie] = {
    "another employer": _other_employer,
    "an invented employer": _invented_employer,
    "another job": _at_another_job,
    "a shifted date": _shifted_date,
    "swapped dates": _swapped_dates,
    "a changed number": _changed_number,
    "a negation": _negated,
    "a failure": _failed,
    "a superlative": _superlative,
    "praise": _praised,
    "a skill added": _added_skill,
    "the opposite": _opposite,
    "a direction turned": _turned_round,
    "a denial dropped": _denial_dropped,
    "said not to be mentioned": _not_mentioned,
    "a rank": _ranked,
    "a longer time": _longer,
    "invented": _wrong_source,
}
