"""What the sections of a kind list: all of it, or the ones that a question picks out."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.context import Context, Drafter
from assistant.answers.evidence import by_evidence, quoted_all, ranked
from assistant.answers.in_force import asks_in_force, in_force
from assistant.answers.items import MOST, Item, items_of, said_items
from assistant.answers.kinds import asks_several, described_by, is_one_described, is_own_name
from assistant.answers.meant import OLDEST_FIRST
from assistant.answers.routes import UNFINISHED
from assistant.answers.siblings import asks_list
from assistant.compose import Draft, Sentence, answered, silent
from assistant.names import names_somebody
from assistant.parts import Part
from assistant.retriever import ScoredStatement
from assistant.text import content_keys, joined, stem, stems
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from ingest.languages import HAN
from ingest.resume import SectionKind, Statement


def of_kind(*kinds: SectionKind, noun: str) -> Drafter:
    """A drafter that lists the entries and statements of some kinds of section."""

    def drafter(context: Context, part: Part) -> Draft | None:
        if part.jobs and kinds == (SectionKind.PROJECTS,):
            return _projects_of(part)
        items = items_of(context, kinds)
        return _listing(context, part, items, noun) if items else None

    return drafter


def _listing(context: Context, part: Part, items: list[Item], noun: str) -> Draft | None:
    timed = _in_time(context, part, items)
    if not timed:
        return _none_such(items, noun, f"no {noun} of that time")
    picked = _picked(context, part, timed, noun)
    if picked is None:
        return by_evidence(context, part)
    if noun == "references" and _WHO.search(part.text) and not _names_any(timed):
        return _none_such(items, noun, "nobody is named")
    others = noun == "languages" and _BESIDES.search(part.text)
    if not picked and (others or is_one_described(context, part, noun)):
        return _none_such(items, noun, f"none of the {noun} is the one asked for")
    if len(picked) == 1 and (line := _inside(context, part, picked[0])):
        return answered(*quoted_all(context, [line]), why=f"a line of the one of the {noun}")
    said = said_items(_in_order(part, picked or timed))
    return answered(*said, why=f"{noun}, listed")


#: Cosine from which a line of the one thing that is asked about answers rather than its name.
_ANSWERED_INSIDE = 0.6


def _inside(context: Context, part: Part, item: Item) -> ScoredStatement | None:
    """The line nearest to the question, if it stands in the item and is not what is told of it."""
    hit = next(iter(ranked(context, part)), None)
    if hit is None or hit.is_heading or hit.dense < _ANSWERED_INSIDE:
        return None
    told = hit.words in item.evidence or hit.words.text not in item.words
    return None if told else hit


def _in_order(part: Part, items: list[Item]) -> list[Item]:
    """By time, where that is asked for; what has no date comes last."""
    oldest = bool(OLDEST_FIRST.search(part.text))
    if not (oldest or _NEWEST_FIRST.search(part.text)):
        return items
    dated = [item for item in items if item.years]
    dated.sort(key=lambda item: max(item.years), reverse=not oldest)
    return [*dated, *(item for item in items if not item.years)]


def _none_such(items: list[Item], noun: str, why: str) -> Draft:
    """That the one asked for is not among them, and what the resume lists instead."""
    near = said_items(items)[:2]
    return silent(
        Sentence(f"The resume does not mention that among the {noun}. It lists:"), *near, why=why
    )


#: That referees are asked for by name: "available on request" is none.
_WHO = re.compile(r"\b(?:who|names?|people|persons?|numbers?)\b", re.IGNORECASE)


def _names_any(items: list[Item]) -> bool:
    return any(names_somebody(item.words) for item in items)


#: "Since 2019", "in 2019 or after", "2015 and earlier".
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_SINCE = re.compile(
    rf"\b(?:(?:since|after)\s+{_YEAR.format('year')}|from\s+{_YEAR.format('on')}\s+on|"
    rf"{_YEAR.format('or')}(?:\s*\+|\s+onwards?\b|\s+(?:or|and)\s+"
    r"(?:after\w*|later|newer|since|onwards?|more recent(?:ly)?)\b))",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"\b(?:(?:before|until|till|up to)\s+{_YEAR.format('year')}|"
    rf"{_YEAR.format('or')}\s+(?:or|and)\s+(?:before|earlier|older)\b)",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"\b(?:latest|newest|(?:most )?recent|last)\b(?! \d| first| to\b)", re.IGNORECASE
)
_FIRST = re.compile(
    r"(?<!newest )(?<!latest )(?<!recent )(?<!oldest )(?<!earliest )\b(?:first|earliest|oldest)\b"
    r"(?! (?:prize|place|author|aid|first|to)\b)",
    re.IGNORECASE,
)
_NEWEST_FIRST = re.compile(r"\b(?:newest|latest|(?:most )?recent) (?:first|to\b)", re.IGNORECASE)


def _in_time(context: Context, part: Part, items: list[Item]) -> list[Item]:
    """Those of the time asked for; all of them where the resume dates none."""
    dated = [item for item in items if item.years]
    if not dated:
        return items
    since, until = _SINCE.search(part.text), _UNTIL.search(part.text)
    if since or until:
        first = int(since["year"] or since["on"] or since["or"]) if since else 0
        last = int(until["year"] or until["or"]) if until else 9999
        return [item for item in dated if any(first <= year <= last for year in item.years)]
    if part.when:
        return [item for item in dated if part.when[0] in item.years]
    if _LATEST.search(part.text):
        today = context.today.year
        past = [item for item in dated if min(item.years) <= today] or dated
        latest = max(max(y for y in item.years if y <= today or item not in past) for item in past)
        return [item for item in past if latest in item.years]
    if _FIRST.search(part.text):
        earliest = min(min(item.years) for item in dated)
        return [item for item in dated if earliest in item.years]
    return items


def _picked(context: Context, part: Part, items: list[Item], noun: str) -> list[Item] | None:
    """Those that the question describes: by its words, by its meaning; [] if none of them.

    None where another part of the resume answers rather than these sections.
    """
    if noun == "publications" and (NOT_OUT.search(part.text) or _WITH_WHOM.search(part.text)):
        wanted = _UNPUBLISHED if NOT_OUT.search(part.text) else _WITH
        return [item for item in items if wanted.search(item.words)]
    if noun == "languages":
        return _languages(part, items)
    if noun == "certificates" and UNFINISHED.search(part.text):
        return [item for item in items if UNFINISHED.search(item.words)]
    if noun == "certificates" and asks_in_force(part.text):
        return in_force(items, context.today) or items
    if noun == "publications" and _METRICS.search(part.text):
        return [item for item in items if _METRICS.search(item.words)]
    telling = {word for word in described_by(part, noun) if not is_own_name(context, word)}
    if not telling or _MOST_OF_ALL.search(part.text):
        return _nearest_first(context, part, items) if len(items) > MOST else items
    known = telling & context.known.stems
    named = [(len(known & stems(item.words)), item) for item in items]
    most = max(count for count, _ in named)
    if most and most >= len(telling if noun == "certificates" else known) / 2:
        chosen = [item for count, item in named if count == most]
        return _nearest_first(context, part, chosen)
    # Certificates go by their names: one that shares a lesser part of what is asked is another.
    if noun == "certificates" and (not known or most):
        return []
    return _by_meaning(context, part, items, noun)


def _languages(part: Part, items: list[Item]) -> list[Item]:
    """The languages that the question names, or those besides; all of them if it names none."""
    asked = spoken_in(part.text)
    if not asked:
        return items
    forms = {form for term in asked for form in term.forms}
    named = [item for item in items if any(_has(form, item.words) for form in forms)]
    if _BESIDES.search(part.text):
        others = [item for item in items if item not in named]
        return others or [item for item in named if _names_others(item, asked)]
    return named


#: Languages are asked for that are not the ones named.
_BESIDES = re.compile(
    r"\b(?:besides?|beyond|other than|apart from|aside from|except(?: for)?|in addition to|"
    r"on top of|as well as|not just|not only|more than)\b",
    re.IGNORECASE,
)


def _names_others(item: Item, asked: list[Term]) -> bool:
    """Whether one line names more languages than those."""
    return any(term not in asked for term in spoken_in(item.words))


def spoken_in(text: str) -> list[Term]:
    """The spoken languages that a text names."""
    spans = load_vocabulary().spans(simple_keys(text))
    return [term for _, _, term in spans if "spoken language" in term.categories]


def _has(form: tuple[str, ...], text: str) -> bool:
    if re.search(f"[{HAN}]", form[0]):
        return "".join(form) in text  # no spaces say where the name begins
    return f" {' '.join(form)} " in f" {' '.join(simple_keys(text))} "


def _by_meaning(context: Context, part: Part, items: list[Item], noun: str) -> list[Item] | None:
    """The nearest ones if the judge finds that they answer."""
    part = replace(part, unknown=None)
    hits = ranked(context, part)
    if not hits or context.supports(part, hits).probability < _ANSWERS:
        return []
    nearest = _nearest_first(context, part, items)
    inside = hits[0].words.text in nearest[0].words
    if noun == "certificates" and not inside and part.guess.ranked[0][1] >= _HARDLY:
        return []  # a certificate is asked for by its name, and nothing here is called so
    if not inside and part.guess.ranked[0][1] < _SURE_OF_KIND:
        return None
    one = inside and not (asks_several(part, noun) or asks_list(part))
    return nearest[:2] if one else nearest


#: Probability from which the nearest of a kind are taken to answer a description. On 104 questions
#: of 37 resumes for such kinds the answerable ones that share no word lay above it.
_ANSWERS = 0.55
_MOST_OF_ALL = re.compile(
    r"\b(?:most|biggest|largest|highest|best|top)\b(?! recent)", re.IGNORECASE
)
_METRICS = re.compile(r"\bh[- ]?index\b|\bcit(?:ed|ations?)\b|\bimpact factor\b", re.IGNORECASE)
_WITH_WHOM = re.compile(r"\b(?:with whom|who with|whom? .*\bwith|co-?authors?)\b", re.IGNORECASE)
_WITH = re.compile(r"\bwith [A-Z][\w.-]+ [A-Z]|\bco-?author")
#: Below this the classifier may have taken the question for one of another kind.
_SURE_OF_KIND = 0.75
_HARDLY = 0.5
#: How a question asks for what is not published, and how a resume says that something is not.
NOT_OUT = re.compile(
    r"\b(?:not (?:yet )?(?:out|published)|isn'?t out|aren'?t out|unpublished|forthcoming|in press|"
    r"under review|upcoming|in preparation|submitted|accepted|preprints?)\b",
    re.IGNORECASE,
)
_UNPUBLISHED = re.compile(
    r"\b(?:under (?:contract|review|revision)|in (?:press|preparation|prep|review)|forthcoming|"
    r"submitted|prepared for submission|to appear|accepted|unpublished|working paper|preprint|"
    r"manuscript due|due 20\d\d)\b",
    re.IGNORECASE,
)


def _nearest_first(context: Context, part: Part, items: list[Item]) -> list[Item]:
    order = [hit.words.text for hit in ranked(context, part)]

    def place(item: Item) -> int:
        return next((at for at, text in enumerate(order) if text in item.words), len(order))

    return sorted(items, key=place)


def _is_named(line: Statement) -> bool:
    """Whether a line begins with a name and says behind a comma or a dash what it names."""
    if not line.label or not line.label[0].isupper() or not content_keys(line.label):
        return False
    return bool(re.match(r"\W*[,–—-]\s", line.text.removeprefix(line.label)))


def _projects_of(part: Part) -> Draft | None:
    """The projects of each job: its statements that begin with a name."""
    told: list[Sentence] = []
    for job in part.jobs:
        named = [one for one in job.entry.statements if _is_named(one)][:8]
        names = joined([one.label or "" for one in named])
        if len(named) > 1:
            told.append(Sentence(f"At {job.name}: {names}.", tuple(named)))
    return answered(*told, why="named statements of the job") if told else None


#: How headings of other sections name a kind.
_HEADED = {
    "projects": "project", "awards": "award prize honour scholarship", "references": "referee",
    "publications": "publication paper", "certificates": "certificate certification licence",
    "volunteering": "volunteer volunteering", "interests": "hobby interest",
}  # fmt: skip


def headed(context: Context, part: Part, noun: str) -> Draft | None:
    """What stands under a heading that names the kind ("Current projects"), in any section."""
    nouns = {stem(word) for word in _HEADED.get(noun, "").split()}
    asked = nouns | described_by(part, noun)
    best, most = None, 0.0
    for section in context.resume.sections:
        places = [(section.heading, section.statements)] if section.heading else []
        places += [(head, one.statements) for one in section.walk() for head in one.headings[:1]]
        for heading, statements in places:
            words = stems(heading.text)
            if not statements or not (words & nouns or len(words & asked) > 1) or len(words) > 3:
                continue
            if len(words & asked) > most:
                best, most = (heading, statements), len(words & asked)
    if best is None:
        return None
    items = [Item(one.text, (one,), one.text) for one in best[1]]
    return answered(*said_items(items), why=f"under {best[0].text!r}")
