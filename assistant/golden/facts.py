"""Facts of a resume that can be asked for, with answers computed from the Resume model.

What would age is left out: lengths of time that run on to the day of the question. So is what would
be ambiguous: when and how long at an organisation that is named twice, a year of two employers.
A fact is what the reader understood; where that is wrong (`ingest --show` tells), so is the fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from assistant.claims import NUMBER_WORDS
from assistant.facts import Job, by_time, earliest, holder, jobs, stays, studies, total_months
from assistant.golden.known import Known, date_spans, is_askable, quotes
from assistant.text import fold
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_common
from ingest.durations import covers, span_in_months
from ingest.resume import Contact, ContactKind, DateRange, PartialDate, Resume, SectionKind, Span

#: As many of a sort may have to be named in one answer, which is at most 120 words long.
_LISTED = 6
_SILENT = (
    "does not mention", "doesn't mention", "not mentioned", "no mention", "does not say",
    "doesn't say",
)  # fmt: skip
_WORD_OF = {value: word for word, value in NUMBER_WORDS.items()}
_STAYS = (SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER)
_NETWORKS = ("github", "linkedin")


def known_facts(resume: Resume) -> list[Known]:
    """Every fact, in a fixed order."""
    makers: tuple[Callable[[Resume], Iterator[Known]], ...] = (
        _employers, _each_job, _years, _total, _studies, _contacts, _skills, _languages,
        _certificates, _projects,
    )  # fmt: skip
    return [fact for make in makers for fact in make(resume)]


def _employers(resume: Resume) -> Iterator[Known]:
    found = [job for job in jobs(resume) if job.entry.organisation]
    names = list(dict.fromkeys(_employer(job) for job in found))
    if not found or len(found) < len(jobs(resume)) or not all(map(is_askable, names)):
        return
    evidence = tuple(dict.fromkeys(words for job in found for words in _evidence(resume, job)))
    if 1 < len(names) <= _LISTED:
        yield Known("job_list", "list", {}, tuple(names), evidence=evidence)
    counted = [str(len(names)), _WORD_OF.get(str(len(names)), str(len(names)))]
    nouns = ("employer", "compan", "organi", "firm", "place")
    count = "|".join(f"{number} {noun}" for number in counted for noun in nouns)
    yield Known("job_count", "list", {}, (count,), evidence=evidence)
    dated = [job for job in found if job.dates and job.dates.start]
    first, latest = earliest(found), by_time(found)[0]
    if len(dated) == len(found) > 1 and first:
        yield Known("job_first", "fact", {}, (_employer(first),), evidence=_evidence(resume, first))
    going_on = [job for job in found if job.dates and job.dates.current]
    if len(going_on) == 1:
        yield _whole_job("job_now", resume, going_on[0])
    elif not going_on and len(dated) == len(found):
        yield _whole_job("job_last", resume, latest)


def _whole_job(topic: str, resume: Resume, job: Job) -> Known:
    return Known(topic, "fact", {}, (_employer(job),), evidence=_evidence(resume, job))


def _each_job(resume: Resume) -> Iterator[Known]:
    for job in _once(resume, SectionKind.WORK):
        name = _employer(job)
        evidence = _evidence(resume, job)
        years = _years_of(job.dates)
        if years:
            yield Known("job_dates", "date", {"org": name}, years, evidence=evidence)
        if job.entry.dates and (length := _length(job.entry.dates)):
            yield Known("job_duration", "duration", {"org": name}, (length,), evidence=evidence)
        titles = list(dict.fromkeys(role.title.text for role in job.roles))
        if 0 < len(titles) <= 2:
            spans = [holder(job.entry, role.title).span for role in job.roles]
            yield Known(
                "job_title", "fact", {"org": name}, tuple(titles), evidence=quotes(resume, spans)
            )
        if job.place and is_askable(job.place.text):
            spans = [holder(job.entry, job.place).span]
            town = job.place.text.partition(",")[0]
            yield Known("job_place", "fact", {"org": name}, (town,), evidence=quotes(resume, spans))


def _years(resume: Resume) -> Iterator[Known]:
    """Years in which one employer had the person and no other."""
    found = [job for job in jobs(resume) if job.dates and job.dates.start]
    if len(found) < len(jobs(resume)):
        return
    ends = [day.year for job in found for day in _days(job.dates)]
    last_day = date(max(ends, default=1), 12, 31)
    alone: dict[str, dict[int, Job]] = {}
    for year in range(min(ends, default=0), max(ends, default=-1) + 1):
        then = [job for job in found if _covers(job, year, last_day)]
        if then and then[0].entry.organisation and len({_employer(job) for job in then}) == 1:
            alone.setdefault(_employer(then[0]), {})[year] = then[0]
    for name, years in alone.items():
        # The first is asked for and one from the middle, where a job lasted so long.
        for year in sorted({min(years), sorted(years)[len(years) // 2]}):
            evidence = _evidence(resume, years[year])
            yield Known("job_in_year", "date", {"year": str(year)}, (name,), evidence=evidence)


def _covers(job: Job, year: int, last_day: date) -> bool:
    return job.dates is not None and covers(job.dates, year, None, last_day)


def _total(resume: Resume) -> Iterator[Known]:
    found = jobs(resume)
    if not found or not all(job.entry.dates and not job.entry.dates.current for job in found):
        return
    months = total_months(found, date.min)
    years = {months // 12, round(months / 12)} - {0}
    if years:
        evidence = quotes(resume, [span for job in found for span in date_spans(job.entry)])
        said = "|".join(_counted(number, "year") for number in sorted(years))
        yield Known("total", "duration", {}, (said,), evidence=evidence)


def _studies(resume: Resume) -> Iterator[Known]:
    found = [job for job in studies(resume) if job.entry.organisation]
    schools = list(dict.fromkeys(_employer(job) for job in found))
    evidence = tuple(dict.fromkeys(words for job in found for words in _evidence(resume, job)))
    if found and len(schools) <= 4 and all(map(is_askable, schools)):
        kind = "list" if len(schools) > 1 else "fact"
        yield Known("school", kind, {}, tuple(schools), evidence=evidence)
    for job in _once(resume, SectionKind.EDUCATION):
        slots = {"org": _employer(job)}
        proof = _evidence(resume, job)
        degree = job.title or (job.entry.title.text if job.entry.title else "")
        if degree and len(job.roles) < 2 and len(degree.split()) <= 12:
            yield Known("degree", "fact", slots, (degree,), evidence=proof)
        end = job.dates.end if job.dates else None
        if job.dates and end and not job.dates.expected:
            yield Known("graduated", "date", slots, (str(end.year),), evidence=proof)


def _contacts(resume: Resume) -> Iterator[Known]:
    groups: dict[str, list[Contact]] = {}
    for contact in resume.contacts:
        topic = contact.kind.value
        if contact.kind is ContactKind.PROFILE:
            if contact.network not in _NETWORKS:
                continue
            topic = contact.network
        groups.setdefault(topic, []).append(contact)
    source = fold(resume.source.text)
    for topic, found in groups.items():
        forms = [form for contact in found for form in _forms(contact) if fold(form) in source]
        if forms:
            spans = [contact.span for contact in found]
            said = "|".join(dict.fromkeys(forms))
            yield Known(topic, "contact", {}, (said,), evidence=quotes(resume, spans))


def _forms(contact: Contact) -> Iterator[str]:
    """How an answer may give a contact: as it stands, or where its link leads."""
    if contact.kind is ContactKind.LOCATION:
        yield contact.value.partition(",")[0]
        return
    if fold(contact.value) != contact.network:
        yield contact.value
    if contact.url and contact.kind is not ContactKind.EMAIL:
        yield contact.url.partition("://")[2].removeprefix("www.").rstrip("/") or contact.url


def _skills(resume: Resume) -> Iterator[Known]:
    seen: set[str] = set()
    for section in resume.of_kind(SectionKind.SKILLS):
        statements = [*section.statements]
        statements += [one for entry in section.walk() for one in entry.statements]
        for statement in statements:
            short = not statement.values and len(statement.text.split()) <= 3
            short = short and not statement.text.endswith(".")
            for value in [statement.text] if short else statement.values:
                if fold(value) in seen or not is_askable(value) or len(value.split()) > 4:
                    continue
                seen.add(fold(value))
                yield Known(
                    "skill", "skill", {"skill": value}, (value,), _SILENT,
                    quotes(resume, [statement.span]),
                )  # fmt: skip


def _languages(resume: Resume) -> Iterator[Known]:
    found: dict[str, Span] = {}
    for section in resume.of_kind(SectionKind.LANGUAGES):
        for one, _, words in resume.walk():
            if one is not section:
                continue
            keys = simple_keys(words.text)
            for _, _, term in load_vocabulary().spans(keys):
                if "spoken language" in term.categories:
                    found.setdefault(term.name, words.span)
    names = [name for name in found if fold(name) in fold(resume.source.text)]
    if 0 < len(names) <= _LISTED:
        evidence = quotes(resume, found.values())
        yield Known("languages", "list", {}, tuple(names), evidence=evidence)
    for name in names:
        yield Known(
            "language", "skill", {"language": name}, (name,), _SILENT, quotes(resume, [found[name]])
        )


def _certificates(resume: Resume) -> Iterator[Known]:
    yield from _titled(resume, SectionKind.CERTIFICATES, "certificates")
    for job in stays(resume, SectionKind.CERTIFICATES):
        if job.entry.title and is_askable(job.entry.title.text) and not _is_rubric(job):
            name = job.entry.title.text
            evidence = _evidence(resume, job)
            yield Known("certificate", "skill", {"name": name}, (name,), _SILENT, evidence)
            day = job.dates.start if job.dates else None
            if job.dates and day and job.dates.start == job.dates.end:
                year = (str(day.year),)
                yield Known("certified_when", "date", {"name": name}, year, evidence=evidence)


def _projects(resume: Resume) -> Iterator[Known]:
    yield from _titled(resume, SectionKind.PROJECTS, "projects")
    for job in stays(resume, SectionKind.PROJECTS):
        if job.entry.title and is_askable(job.entry.title.text):
            name = job.entry.title.text
            spans = [one.span for one in (*job.entry.headings, *job.statements())]
            yield Known("project", "fact", {"name": name}, (name,), evidence=quotes(resume, spans))


def _is_rubric(job: Job) -> bool:
    """Whether an entry is rather a part of its section with a heading of its own ("OTHER")."""
    words = job.name.split()
    return job.name.isupper() and all(is_common(fold(word)) for word in words)


def _titled(resume: Resume, kind: SectionKind, topic: str) -> Iterator[Known]:
    """All of a sort in one question, where that is all that the sections of the kind hold."""
    found = stays(resume, kind)
    loose = [one for section in resume.of_kind(kind) for one in section.statements]
    names = [job.entry.title.text for job in found if job.entry.title]
    if (
        loose
        or any(map(_is_rubric, found))
        or not 1 < len(found) <= _LISTED
        or len(names) < len(found)
    ):
        return
    evidence = tuple(dict.fromkeys(words for job in found for words in _evidence(resume, job)))
    yield Known(topic, "list", {}, tuple(names), evidence=evidence)


def _once(resume: Resume, *kinds: SectionKind) -> list[Job]:
    """The stays of a kind at organisations that are named once and can be asked for by name.

    Where somebody studied and worked, "when at X" has two answers.
    """
    everywhere = stays(resume, *_STAYS)
    times = Counter(fold(_employer(job)) for job in everywhere)
    return [
        job
        for job in stays(resume, *kinds)
        if job.entry.organisation and is_askable(_employer(job)) and times[fold(_employer(job))] < 2
    ]


def _employer(job: Job) -> str:
    return job.entry.organisation.text if job.entry.organisation else ""


def _evidence(resume: Resume, job: Job) -> tuple[str, ...]:
    """The words that name a stay, those of its organisation among them, and that date it."""
    named = job.entry.organisation
    spans = [words.span for words in job.evidence(dated=True)]
    spans += [holder(job.entry, named).span] if named else []
    return quotes(resume, [*spans, *date_spans(job.entry)])


def _days(dates: DateRange | None) -> list[PartialDate]:
    return [day for day in (dates.start, dates.end) if day] if dates else []


def _years_of(dates: DateRange | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(day.year) for day in _days(dates)))


def _length(dates: DateRange) -> str:
    """How an answer may say the length of a range that has ended; nothing if it is not known."""
    measured = None if dates.current else span_in_months(dates, date.min)
    if measured is None or not measured[0]:
        return ""
    months, exact = measured
    if not exact:
        return _counted(max(1, round(months / 12)), "year")
    said = [_counted(count, "month") for count in (months, months - 1) if count]
    if months >= 12:
        said += [_counted(years, "year") for years in {months // 12, round(months / 12)}]
        said.append(f"{months / 12:.1f}")
    return "|".join(said)


def _counted(count: int, unit: str) -> str:
    """`4 year|four year|4 yr`: without the plural's s, which is found in the plural as well."""
    word = _WORD_OF.get(str(count))
    said = [f"{count} {unit}", *([f"{word} {unit}"] if word else [])]
    return "|".join([*said, f"{count} yr"] if unit == "year" else said)
