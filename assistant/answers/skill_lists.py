"""What the person knows of a sort, of a strength, or all of it."""

from __future__ import annotations

import re

from assistant.answers.context import Context, listed
from assistant.answers.leads import led_in, told_together
from assistant.answers.mentions import mentions
from assistant.answers.spelt import stands
from assistant.compose import Draft, Sentence, answered
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, sentence, stem, stems, tokens
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from ingest.resume import Section, SectionKind, Statement


def categories_of(value: str) -> tuple[str, ...]:
    """The categories of a listed skill, by the vocabulary."""
    words = simple_keys(value)
    term = load_vocabulary().find(words)
    if term is not None:
        return term.categories
    spans = load_vocabulary().spans(words)
    return spans[0][2].categories if spans else ()


def list_skills(context: Context, part: Part) -> Draft | None:
    """The skills of the sort that the question names, or all of them."""
    asked = {stem(token.key) for token in tokens(part.text)} - {
        stem(word) for word in FUNCTION_WORDS
    }
    sections = context.resume.of_kind(SectionKind.SKILLS)
    lines = [statement for section in sections for statement in _lines(section)]
    levelled = disliked(context, part) or by_level(context, part)
    if levelled:
        return levelled
    by_label = [
        line for line in lines
        if line.label and _content(line.label) & asked and line.values
    ]  # fmt: skip
    by_category = _by_category(part, context)
    if by_category and len(by_category[1]) > (1 if by_label else 0):
        values, evidence = by_category
        return answered(Sentence(f"{listed(values)}.", evidence), why="skills of that category")
    if by_label:
        return _said_lines(context, by_label[:2], "skills under that label")
    if by_category:
        values, evidence = by_category
        return answered(Sentence(f"{listed(values)}.", evidence), why="skills of that category")
    if lines and not (asked - _GENERAL):
        return _said_lines(context, lines, "all skills")
    return _nearest_line(context, part)


def _nearest_line(context: Context, part: Part) -> Draft | None:
    """The line of the skills that is meant ("hospital software"), if the judge finds it fit."""
    hits = [
        hit for hit in context.search(part)
        if hit.section.kind is SectionKind.SKILLS and not hit.is_heading
    ]  # fmt: skip
    if not hits or not context.supports(part, hits).supported:
        return None
    return _said_lines(
        context, [hit.words for hit in hits[:2] if isinstance(hit.words, Statement)], "near"
    )


#: How questions and resumes say that someone is good or not so good at something, by strength.
_STRENGTHS = tuple(
    frozenset(stem(word) for word in words.split())
    for words in (
        "basic basics beginner beginners novice elementary limited rudimentary rusty weak weakest "
        "learning exposure little notions superficial",
        "intermediate moderate conversational working",
        "expert experts expertise advanced proficient strong strongest fluent master mastery "
        "native excellent best",
    )
)
#: Only so many words at the beginning of a line tell how strong all of it is.
_LEADING_WORDS = 4


_OF_CODE = re.compile(
    r"\b(?:cod(?:e|es|er|ing)|program(?:s|mer|ming)?|frameworks?|libraries|tools?|software|tech\w*|"
    r"stack)\b",
    re.IGNORECASE,
)


def by_level(context: Context, part: Part) -> Draft | None:
    """The skills of the strength that a question asks for, whatever word the resume has for it."""
    asked = {stem(key) for key in simple_keys(part.text)}
    wanted = next((strength for strength in _STRENGTHS if strength & asked), None)
    if wanted is None:
        return None
    found = []
    for section, _, line in context.resume.statements():
        if section.kind is SectionKind.LANGUAGES and _OF_CODE.search(part.text):
            continue  # nobody codes best in English
        if section.kind not in (SectionKind.SKILLS, SectionKind.LANGUAGES) and not line.level:
            continue
        words = simple_keys(line.level or "") + simple_keys(line.text)[:_LEADING_WORDS]
        inside = re.findall(r"\(([^()]*)\)", line.text)
        words += [word for note in inside for word in simple_keys(note)]
        if wanted & {stem(word) for word in words}:
            found.append(line)
    return _said_lines(context, found, "skills of that strength") if found else None


#: How questions ask what someone wants no more of, and how resumes say so.
DISLIKES = re.compile(
    r"\b(?:sick of|tired of|fed up|hates?|dislikes?|avoids?|had enough|rather not|"
    r"(?:doesn't|don't|does not|no longer) (?:want|like|do|use|touch))\b",
    re.IGNORECASE,
)
_DISLIKED = re.compile(
    r"\b(?:no more|never again|not any ?more|no longer|please no|rather not|avoid|won't|will not|"
    r"(?:anything|everything) (?:but|except))\b",
    re.IGNORECASE,
)


def disliked(context: Context, part: Part) -> Draft | None:
    """The lines by which the person says what they do not want to work with."""
    if not DISLIKES.search(part.text):
        return None
    found = [
        line
        for section, _, line in context.resume.statements()
        if section.kind is not SectionKind.WORK and (_DISLIKED.search(line.text) or line.excluded)
    ]
    return _said_lines(context, found[:2], "what the person wants no more of") if found else None


_GENERAL = frozenset(
    stem(word)
    for word in """skill skills technical tech stack key core main strongest strength list all know
    knows tools toolset toolbox competencies expertise good what's candidate his her their bring
    overall summary technologies he she they person""".split()
)


def _content(label: str) -> set[str]:
    return {stem(key) for key in simple_keys(label) if key not in FUNCTION_WORDS}


def _lines(section: Section) -> list[Statement]:
    lines = list(section.statements)
    for entry in section.walk():
        lines += entry.statements
    return lines


def _said_lines(context: Context, lines: list[Statement], why: str) -> Draft:
    said: list[Sentence] = []
    words = 0
    for line in lines[:8]:
        if told_together(context, line, said):
            continue
        one = led_in(context, line) or Sentence(sentence(line.text), (line,))
        words += len(one.text.split())
        if said and words > 70:
            break
        said.append(one)
    return answered(*said, why=why)


def of_category(context: Context, part: Part) -> Draft | None:
    """The skills of a category that the question names ("message queues")."""
    found = _by_category(part, context)
    if found is None:
        return None
    return answered(Sentence(f"{listed(found[0])}.", found[1]), why="skills of that category")


#: Short for words that categories are named by.
_LONGER = {"langs": "languages", "lang": "language", "dbs": "databases", "db": "database"}


def category_named(term: Term | None) -> str | None:
    """The category that a term is the name of, plural or not: what "message brokers" are called."""
    own = stems(term.name) if term else set()
    return next((one for one in load_vocabulary().by_category if stems(one) == own), None)


def categories_asked(text: str) -> frozenset[str]:
    """The categories of the vocabulary that a question names ("which dbs")."""
    vocabulary = load_vocabulary()
    words = simple_keys(text)
    asked = [stem(_LONGER.get(word, word)) for word in words]
    meant = {category_named(term) for _, _, term in vocabulary.spans(words)}
    return frozenset(
        category for category in vocabulary.by_category
        if category not in ("employer", "spoken language")
        and (category in meant or stands(tuple(map(stem, simple_keys(category))), asked))
    )  # fmt: skip


def _by_category(part: Part, context: Context) -> tuple[list[str], tuple[Statement, ...]] | None:
    """The values anywhere in the skills that are of the category that the question names."""
    wanted = categories_asked(part.text)
    if not wanted:
        return None
    values: list[str] = []
    evidence: list[Statement] = []
    for section in context.resume.of_kind(SectionKind.SKILLS):
        for line in _lines(section):
            hits = [value for value in line.values if wanted & set(categories_of(value))]
            # The vocabulary does not know every one of a sort.
            others = [value for value in line.values if value not in hits]
            most = len(hits) > 1 and 2 * len(hits) >= len(line.values)
            if hits and (most or not any(map(categories_of, others))):
                hits = list(line.values)
            if hits:
                values += [value for value in hits if value not in values]
                evidence.append(line)
    return (values, tuple(evidence)) if values else None


#: "How good is the Chinese": the level of one thing that is named.
_HOW_GOOD = re.compile(
    r"^\W*(?:(?:how (?:good|fluent|strong|solid|rusty|decent|advanced)|what level)(?:['’]?s| is|"
    r" are)?|level of)(?: the| that)? (?P<what>[\w+#. -]{2,30}?)(?: (?:level|skills?|like))?\W*$",
    re.IGNORECASE,
)


def asks_own_level(context: Context, part: Part) -> bool:
    """Whether it is asked how good the person is at what the resume lists as known or spoken."""
    asked = _HOW_GOOD.match(part.text)
    found = mentions(context, asked["what"]) if asked else []
    return any(
        one.section.kind in (SectionKind.SKILLS, SectionKind.LANGUAGES) and not one.denied
        for one in found
    )
