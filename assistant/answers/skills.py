"""Does the person know X, how well, and what do they know of a sort."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.context import Context, Drafter, listed
from assistant.answers.evidence import by_evidence, choose, quoted_all
from assistant.compose import Draft, Sentence, answered, silent
from assistant.question import Part
from assistant.support import Verdict, is_name, supports
from assistant.text import FUNCTION_WORDS, fold, sentence, shorten, stem, tokens
from assistant.vocabulary import Name, Term, load_vocabulary, simple_keys
from ingest.resume import Entry, Heading, Section, SectionKind, Statement

#: Words that frame a question about a skill and are not the skill (a closed, general list).
_FRAME = frozenset(
    """know knows knew knowing known use uses used using usage work works worked working experience
    experienced experiences exp exposure familiar familiarity skill skills skilled proficient
    proficiency good great well any background knowledge understand understands comfortable handle
    handled touch touched tried seen level expert expertise fluent competent able ability hands
    practical real big strong strength rate day-to-day ever candidate person guy applicant resume cv
    mention mentions mentioned listed language languages tool tools technology framework program
    programming code coding write written years yrs long often better best basic basics worth
    what's speak speaks spoken read trained qualified certified done does doing into kind
    anything something decent solid much deal dealt deals learn learned learnt""".split()
)
_SPLIT = re.compile(r"\s*(?:,|/|&|\+(?=\s)|\band\b|\bor\b|\bplus\b|\bvs\.?\b|\bnor\b)\s*", re.I)
_RANK = {
    SectionKind.WORK: 0, SectionKind.PROJECTS: 1, SectionKind.VOLUNTEER: 1, SectionKind.SKILLS: 2,
    SectionKind.LANGUAGES: 2, SectionKind.CERTIFICATES: 2, SectionKind.EDUCATION: 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement or heading that names a skill."""

    section: Section
    path: tuple[Entry, ...]
    words: Heading | Statement
    excluded: bool

    @property
    def rank(self) -> int:
        """0 for the strongest evidence: a job's statement beats a list beats a summary."""
        rank = _RANK.get(self.section.kind, 4)
        return rank + 2 if isinstance(self.words, Heading) else rank


def asked_skills(part: Part, own: frozenset[str]) -> list[str]:
    """The skills that a question asks about, in its own words."""
    vocabulary = load_vocabulary()
    found: list[str] = []
    for piece in _SPLIT.split(part.text):
        words = simple_keys(piece)
        terms = vocabulary.spans(words)
        if terms:
            found += [" ".join(words[start:end]) for start, end, _ in terms]
            continue
        rest = [
            word for word in words
            if word not in FUNCTION_WORDS and word not in _FRAME and word not in own
        ]  # fmt: skip
        if rest:
            found.append(" ".join(rest))
    return list(dict.fromkeys(found))


def bare_name(text: str) -> str | None:
    """The intent of a question that is hardly more than named skills ("any django", "k8s?")."""
    words = [
        word for word in simple_keys(text) if word not in FUNCTION_WORDS and word not in _FRAME
    ]
    spans = load_vocabulary().spans(words)
    if not words or sum(end - start for start, end, _ in spans) < len(words):
        return None
    categories = {category for _, _, term in spans for category in term.categories}
    if categories <= {"spoken language", "certification"} or "employer" in categories:
        return None
    return "skill_has"


def mentions(context: Context, skill: str) -> list[Mention]:
    """Where the resume names the skill in any of its forms, strongest evidence first."""
    words = simple_keys(skill)
    term = load_vocabulary().find(words)
    forms = {tuple(words), *(term.forms if term else ())}
    found = [
        Mention(section, path, said, _excludes(said, forms))
        for section, path, said in context.resume.walk()
        if _names(said.text, forms, exact=term is not None)
    ]
    return sorted(found, key=lambda mention: (not mention.excluded, mention.rank))


def _names(text: str, forms: set[Name], *, exact: bool) -> bool:
    words = simple_keys(text)
    if exact:
        return _named_apart(words, forms)
    if any(_stands(form, words) for form in forms):
        return True
    stemmed = [stem(word) for word in words]
    return any(_stands(tuple(stem(word) for word in form), stemmed) for form in forms)


def _named_apart(words: list[str], forms: set[Name]) -> bool:
    """Whether a form stands there as a name of its own: React does not in "React Native"."""
    taken: set[int] = set()
    for start, end, _ in load_vocabulary().spans(words):
        if tuple(words[start:end]) in forms:
            return True
        if end - start > 1:
            taken |= set(range(start, end))
    return any(
        tuple(words[at : at + len(form)]) == form and not taken & set(range(at, at + len(form)))
        for form in forms
        for at in range(len(words) - len(form) + 1)
    )


def _stands(form: Name, words: list[str]) -> bool:
    size = len(form)
    return any(tuple(words[at : at + size]) == form for at in range(len(words) - size + 1))


def _excludes(said: Heading | Statement, forms: set[Name]) -> bool:
    if not isinstance(said, Statement):
        return False
    return any(tuple(simple_keys(value)) in forms for value in said.excluded)


def has_skill(context: Context, part: Part) -> Draft:
    """Yes with the strongest evidence, no where the resume excludes it, else that it is silent."""
    own = frozenset(
        fold(word) for word in (context.resume.name.text if context.resume.name else "").split()
    )
    skills = asked_skills(part, own)
    if not skills:
        return by_evidence(context, part)
    sentences: list[Sentence] = []
    missing: list[str] = []
    refused = False
    for skill in skills[:5]:
        found = mentions(context, skill)
        if not found:
            missing.append(skill)
        elif found[0].excluded:
            refused = True
            sentences.append(Sentence(f"No: “{found[0].words.text}”.", (found[0].words,)))
        else:
            sentences += _evidence(context, skill, found, alone=len(skills) == 1)
    if missing and not sentences:
        return without(context, part, missing)
    if missing:
        sentences.append(Sentence(f"The resume does not mention {listed(missing, None)}."))
    return answered(*sentences, why="excluded" if refused else "named in the resume")


def _evidence(context: Context, skill: str, found: list[Mention], *, alone: bool) -> list[Sentence]:
    said: list[Sentence] = []
    for mention in found[: 2 if alone else 1]:
        where = context.citer.where(mention.words)
        text = shorten(mention.words.text, 32)
        lead = f"{where}: " if where and isinstance(mention.words, Statement) else ""
        said.append(Sentence(sentence(f"{lead}{text}"), (mention.words,)))
    if said:
        yes = Sentence(f"Yes. {said[0].text}", said[0].evidence)
        said[0] = yes
    return said


def without(context: Context, part: Part, missing: list[str]) -> Draft:
    """What to say of skills that the resume does not name: a paraphrase of them, or silence."""
    vocabulary = load_vocabulary()
    terms = [vocabulary.find(simple_keys(skill)) for skill in missing]
    if not any(term is not None and is_name(term) for term in terms):
        hits = context.search(part)
        verdict: Verdict = supports(part, hits, context.known)
        common = all(_ordinary(word) for skill in missing for word in skill.split())
        if verdict.supported and common:
            return answered(*quoted_all(context, choose(hits, 2)), why=verdict.why)
    shown = listed(
        [_as_written(part.text, skill, term) for skill, term in zip(missing, terms, strict=True)]
    )
    near = _nearest(context, [term for term in terms if term])
    return silent(
        Sentence(f"The resume does not mention {shown}."), *near, why="named nowhere in the resume"
    )


def _ordinary(word: str) -> bool:
    """Whether a word is common English rather than a name."""
    from assistant.words import is_common

    return is_common(word)


def _as_written(text: str, skill: str, term: Term | None) -> str:
    if term is not None:
        return term.name
    at = fold(text).find(skill)
    return text[at : at + len(skill)] if at >= 0 else skill


def _nearest(context: Context, terms: list[Term]) -> tuple[Sentence, ...]:
    """The resume's own list of the same sort of thing."""
    lists = [
        statement
        for section in context.resume.of_kind(SectionKind.SKILLS, SectionKind.LANGUAGES)
        for statement in section.statements
        if statement.values
    ]
    wanted = {category for term in terms for category in term.categories}
    best, score = None, 0
    for statement in lists:
        same = sum(bool(wanted & set(categories_of(value))) for value in statement.values)
        if same > score:
            best, score = statement, same
    if best is None:
        return ()
    label = f"{best.label}: " if best.label else ""
    values = listed(list(best.values[:6]), len(best.values))
    return (Sentence(f"The nearest it lists: {label}{values}.", (best,)),)


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
    level = [
        line
        for line in lines
        if line.level and asked & {stem(key) for key in simple_keys(line.level)}
    ]
    if level:
        return _said_lines(level, "skills of that level")
    by_label = [
        line for line in lines
        if line.label and _content(line.label) & asked and line.values
    ]  # fmt: skip
    by_category = _by_category(part, context)
    if by_category and len(by_category[1]) > (1 if by_label else 0):
        values, evidence = by_category
        return answered(Sentence(f"{listed(values)}.", evidence), why="skills of that category")
    if by_label:
        return _said_lines(by_label[:2], "skills under that label")
    if by_category:
        values, evidence = by_category
        return answered(Sentence(f"{listed(values)}.", evidence), why="skills of that category")
    if lines and not (asked - _GENERAL):
        return _said_lines(lines, "all skills")
    return None


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


def _said_lines(lines: list[Statement], why: str) -> Draft:
    said: list[Sentence] = []
    words = 0
    for line in lines[:8]:
        words += len(line.text.split())
        if said and words > 70:
            break
        said.append(Sentence(sentence(line.text), (line,)))
    return answered(*said, why=why)


def _by_category(part: Part, context: Context) -> tuple[list[str], tuple[Statement, ...]] | None:
    """The values anywhere in the skills that are of the category that the question names."""
    vocabulary = load_vocabulary()
    asked = [stem(word) for word in simple_keys(part.text)]
    wanted = {
        category for category in vocabulary.by_category
        if category not in ("employer", "spoken language")
        and _stands(tuple(stem(word) for word in simple_keys(category)), asked)
    }  # fmt: skip
    if not wanted:
        return None
    values: list[str] = []
    evidence: list[Statement] = []
    for section in context.resume.of_kind(SectionKind.SKILLS):
        for line in _lines(section):
            hits = [value for value in line.values if wanted & set(categories_of(value))]
            if hits:
                values += [value for value in hits if value not in values]
                evidence.append(line)
    return (values, tuple(evidence)) if values else None


SKILLS: dict[str, Drafter] = {
    "skill_has": has_skill,
    "skill_level": has_skill,
    "skill_where": has_skill,
    "skill_list": list_skills,
}
