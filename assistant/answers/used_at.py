"""What of a kind was used at a stay ("which databases did he use at Acme"): what its lines name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answers.context import Context, listed
from assistant.answers.skill_lists import categories_asked, of_category
from assistant.answers.spelt import names_one_of
from assistant.compose import Draft, Sentence, answered, silent
from assistant.facts import Job, stays
from assistant.parts import Part
from assistant.text import keys, sentence
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from ingest.resume import SectionKind, Statement

_KIND = (
    r"(?P<any>tech(?:nolog(?:y|ies))?(?: stack)?|stack|tools?|tooling|software)|"
    r"(?P<sort>(?:programming |coding )?(?:languages?|langs?)|(?:[\w-]+ )?(?:databases?|dbs?|"
    r"frameworks?|clouds?|queues?|protocols?|operating systems?))"
)
_ASKED = re.compile(
    r"^\W*(?:and |so )?(?:(?:what|which|list|name|the|all|main|other|are|were|is|was|"
    r"sort of|kind of)(?:['’]s)? )*"
    rf"(?:{_KIND})(?: (?:platforms?|providers?|systems?))?\W+(?:"
    r"(?:did|does|do|has|have|had|was|is|were|are) (?:s?he|they)(?: been)? (?:us(?:e[ds]?|ing)|"
    r"work(?:ed|s|ing)? (?:with|in|on)|cod(?:e[ds]?|ing)|program(?:med|s|ming)?|writ(?:e|ing)|"
    r"wrote)\b|"
    r"(?:(?:was|were|are) )?(?:used |in use )?(?:at|in|for|with|from)\b)",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"^(?:programming |coding )?(?:languages?|langs?)$", re.IGNORECASE)
#: Categories of the vocabulary of what is no technology.
_NO_TECHNOLOGY = frozenset(
    "employer certification clinical finance kitchen legal methodology teaching trade".split()
) | {"spoken language", "lab technique", "project management"}


def used_at(context: Context, part: Part) -> Draft | None:
    """What the lines of the stays that a question names have of the kind that it asks for.

    Of projects, what they are made with.

    That they name nothing of a sort of technology, with what the resume lists of it; None where no
    such kind is asked for, no stay is named, or a line may name one that is not known.
    """
    if _MADE_WITH.search(part.text) and (made := _projects(context, part)):
        return _made_with(made)
    asked = _ASKED.match(part.text)
    if not part.jobs or part.unknown or asked is None:
        return None
    sort = _LANGUAGE.sub("programming language", asked["sort"] or "")
    wanted = categories_asked(sort)
    if sort and not wanted:
        return None
    every = frozenset(load_vocabulary().by_category) - _NO_TECHNOLOGY
    told = [said for job in part.jobs if (said := _named(job, wanted or every))]
    if told:
        return answered(*told, why="what the lines of the stay name of that kind")
    if not wanted or _may_tell(context, part):
        return None
    nothing = f"For {part.jobs[0].name} the resume names no {sorted(wanted)[0]}"
    elsewhere = of_category(context, replace(part, text=sort))
    if elsewhere is None or not elsewhere.sentences:
        return silent(Sentence(f"{nothing}."), why="no line of the stay names one")
    (found, *_) = elsewhere.sentences
    text = f"{nothing}; of such it lists {found.text}"
    return silent(Sentence(text, found.evidence), why="no line of the stay names one")


#: How it is asked what a project is made with, and what labels a line that lists it.
_MADE_WITH = re.compile(
    r"\b(?:tech(?:nolog(?:y|ies))?|stack|tools?|tooling|frameworks?|librar(?:y|ies)|"
    r"(?:built|made|written|coded|programmed|developed|implemented) (?:with|in|on|using|of|out of)|"
    r"(?:programming |coding )?languages?)\b",
    re.IGNORECASE,
)
_LISTS_IT = re.compile(
    r"\b(?:tech(?:nolog(?:y|ies))?|stack|tools?|keywords?|built with|made with|languages?|"
    r"frameworks?|libraries|skills)\b",
    re.IGNORECASE,
)


def _projects(context: Context, part: Part) -> list[Job]:
    """The projects that a question names, and no stay elsewhere."""
    asked = set(keys(part.text))
    if any(job.section.kind is not SectionKind.PROJECTS for job in part.jobs):
        return []
    named = [(job, set(keys(job.name))) for job in stays(context.resume, SectionKind.PROJECTS)]
    return [job for job, name in named if job in part.jobs or (name and name <= asked)]


def _made_with(made: list[Job]) -> Draft | None:
    """The lines of the projects that are labelled as what they are made with, or that name such."""
    told: list[Sentence] = []
    every = frozenset(load_vocabulary().by_category) - _NO_TECHNOLOGY
    for job in made:
        lists = [one for one in job.statements() if one.label and _LISTS_IT.search(one.label)]
        names = lists or [one for one in job.statements() if _has(one, every)]
        told += [Sentence(sentence(f"{job.name}: {one.text}"), (one,)) for one in names[:2]]
    return answered(*told, why="what the project is made with") if told else None


def _has(line: Statement, wanted: frozenset[str]) -> bool:
    return any(wanted & set(term.categories) for term in _terms(line.text))


#: Logit of the question read with a line up to which that does not tell of a sort of thing.
_NOT_TOLD = -2.0


def _may_tell(context: Context, part: Part) -> bool:
    """Whether a line of the stays may name one that the vocabulary does not know."""
    return context.reading(part, context.within(part, part.jobs)) > _NOT_TOLD


def _named(job: Job, wanted: frozenset[str]) -> Sentence | None:
    names: list[str] = []
    lines: list[Statement] = []
    for line in job.statements():
        found = [term.name for term in _terms(line.text) if wanted & set(term.categories)]
        if found:
            names += [name for name in found if name not in names]
            lines.append(line)
    if not names:
        return None
    return Sentence(f"At {job.name}: {listed(names)}.", tuple(lines))


def _terms(text: str) -> Iterator[Term]:
    """The terms that a line names, each as a name of its own, and no concepts."""
    whole = _WITHIN.sub(" ", text)
    for _, _, term in load_vocabulary().spans(simple_keys(whole)):
        name = all(not word[0].islower() for word in term.name.split())
        if name and names_one_of(set(term.forms), whole, exact=True):
            yield term


#: A word of a longer name: "Go-fresh" is no Go.
_WITHIN = re.compile(r"\b[\w']+(?:-[A-Za-z]\w+)+")
