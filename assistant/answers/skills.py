"""Does the person know X, how well, and where they used it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import repeat

from assistant.answers.beside import is_purpose, name_alone, without_place
from assistant.answers.chosen import by_score
from assistant.answers.context import RULED_OUT, Context, Drafter, listed, unmentioned
from assistant.answers.evidence import by_evidence, not_said, own_words, quoted_all
from assistant.answers.items import items_of, said_items
from assistant.answers.leads import above_it
from assistant.answers.mentions import Mention, asked_skills, kinds_of, mentions
from assistant.answers.skill_lists import (
    by_level,
    categories_of,
    category_named,
    list_skills,
    of_category,
)
from assistant.answers.spelt import names_one_of
from assistant.compose import YES, Draft, Sentence, answered, silent
from assistant.facts import distinct, holder
from assistant.parts import Part
from assistant.support import ENOUGH, Verdict, absent_names, is_name
from assistant.text import fold, sentence, shorten, stems
from assistant.vocabulary import Term, load_vocabulary, simple_keys
from assistant.words import is_common
from ingest.resume import Heading, SectionKind, Statement


def has_skill(context: Context, part: Part) -> Draft:
    """Yes with the strongest evidence, no where the resume excludes it, else that it is silent."""
    own = frozenset(
        fold(word) for word in (context.resume.name.text if context.resume.name else "").split()
    )
    skills = asked_skills(part, own)
    if not skills and re.search(r"\blang(?:uage)?s\b", part.text, re.IGNORECASE):
        spoken = items_of(context, (SectionKind.LANGUAGES,))
        if spoken:
            return answered(*said_items(spoken), why="languages, listed")
    if not skills:
        return by_level(context, part) or by_evidence(context, part)
    skills = without_place(part.text, skills)
    return _of_both(context, part, skills) or _of_each(context, part, skills)


def _of_each(context: Context, part: Part, skills: list[str]) -> Draft:
    """What the resume says of each skill, and which of them it does not name."""
    sentences: list[Sentence] = []
    missing: list[str] = []
    refused = False
    for skill in skills[:5]:
        found = (
            mentions(context, skill)
            or kinds_of(context, part, skill)
            or _denied_word(context, skill)
            or ((name := name_alone(skill)) and mentions(context, name))
        )
        if not found:
            missing.append(skill)
        elif _CERTIFIED_IN.search(part.text) and not any(map(_certifies, found)):
            said = _evidence(context, found, alone=True)[:1]
            (named,) = _as_named(part.text, [skill])
            text = f"The resume does not mention a certificate for {named}."
            return silent(Sentence(text), *said, why="no certificate names it")
        elif found[0].denied:
            refused = True
            sentences.append(Sentence(f"No: “{found[0].words.text}”.", (found[0].words,)))
        elif not any(found[0].words in said.evidence for said in sentences):
            said = _evidence(context, found, alone=len(skills) == 1)
            if not sentences and not _is_no_yes(part.text, said[0]):  # one yes is enough
                said[0] = replace(said[0], text=f"{YES}{said[0].text}")
            sentences += said
    if missing and not sentences:
        return without(context, part, missing)
    missing = [skill for skill in missing if not is_purpose(part.text, skill, skills)]
    # Words gathered from all over the question name nothing, where others do.
    missing = [skill for skill in missing if _is_phrase(skill, part.text)] or missing
    lacks = Sentence(unmentioned(_as_named(part.text, missing)))
    if missing[:1] == skills[:1] and _BESIDE.search(part.text):
        # The other is taken for granted.
        said = [Sentence(one.text.removeprefix(YES), one.evidence) for one in sentences]
        return silent(lacks, *said, why="only the other is named in the resume")
    if missing:
        sentences.append(lacks)
    return answered(*sentences, why="excluded" if refused else "named in the resume")


#: One thing is asked for, another is there for sure: "as well as the other", "or only the other".
_BESIDE = re.compile(
    r"\bas well as\b|\b(?:besides|apart from|in addition to)\b|\bor (?:only|just|merely|solely)\b|"
    r"\bor\b.*\bonly\W*$",
    re.IGNORECASE,
)


#: That a certificate is asked for, and not what somebody knows: "is she AWS certified".
_CERTIFIED_IN = re.compile(
    r"\bcertified(?:\s+(?:in|for|on|with)\b|\s*(?:yet|now|too|or not)?\W*$)", re.IGNORECASE
)
_CERTIFIES = re.compile(r"\b(?:certif\w+|licen[cs]e\w*|accredit\w+|exam|passed)\b", re.IGNORECASE)


def _certifies(mention: Mention) -> bool:
    """Whether what names a skill is or tells of a certificate."""
    whole = " ".join((mention.section.title, mention.words.text))
    kind = mention.section.kind
    terms = load_vocabulary().spans(simple_keys(mention.words.text))
    named = any("certification" in term.categories for *_, term in terms)
    return kind is SectionKind.CERTIFICATES or named or bool(_CERTIFIES.search(whole))


#: Which of two it rather is: no yes answers that.
_CHOICE = re.compile(
    r"\b(?:more|rather|prefer\w*|favou?rs?|mainly|mostly|primarily|chiefly|stronger|better|either)\b"
    r".*\b(?:or|than|vs)\b|"
    r"\b(?:is|are|was|were)\s+(?:he|she|they)\b[^.;]*\bor\b(?!\s+(?:not|no|anything|so|what)\b)",
    re.IGNORECASE,
)
#: Nor does it how well, where, or since when.
_OPEN = re.compile(
    r"\b(?:how|which|where|when|level)\b(?! about)|"
    r"^\W*(?:(?:so|and|but|ok(?:ay)?|well)\W+)*what\b(?! about)",
    re.IGNORECASE,
)
#: Somebody may be good at it: "some knowledge" is no yes to that.
_GOOD_AT = re.compile(
    r"\b(?:strong|good|great|solid|deep(?:ly)?|advanced|expert\w*|proficient|fluent(?:ly)?|"
    r"senior|seasoned|skilled|strength|in[- ]depth|very well|inside out)\b",
    re.IGNORECASE,
)
_LITTLE = re.compile(
    r"\b(?:(?:some|basic|little|limited|rudimentary|elementary)\s+(?:\w+\s+)?"
    r"(?:knowledge|understanding|experience|exposure|skills?|level)|"
    r"a (?:bit|little) of|basics?|beginner|familiar\w*|learning|rusty|school level)\b",
    re.IGNORECASE,
)


def _is_no_yes(asked: str, said: Sentence) -> bool:
    """Whether what is said answers a question that asks for more than a yes."""
    little = _GOOD_AT.search(asked) and _LITTLE.search(said.text)
    return bool(little or _CHOICE.search(asked) or _OPEN.search(asked))


def _of_both(context: Context, part: Part, skills: list[str]) -> Draft | None:
    """What names both of the two things between which the question asks to choose."""
    if len(skills) != 2 or not _CHOICE.search(part.text):
        return None
    first, second = (mentions(context, skill) for skill in skills)
    named = [id(other.words) for other in second if not other.denied]
    both = [one for one in first if not one.denied and id(one.words) in named]
    told = _evidence(context, both, alone=True)
    return answered(*told, why="both are named") if told else None


def _evidence(context: Context, found: list[Mention], *, alone: bool) -> list[Sentence]:
    """The strongest mentions as sentences, each below the line that leads it in, if one does."""
    said: list[Sentence] = []
    for mention in found[: 2 if alone else 1]:
        where = context.citer.where(mention.words)
        text = own_words(context, shorten(mention.words.text, 32))
        whole = _whole_entry(mention)
        if whole is not None:
            said.append(whole)
            continue
        lead = f"{where}: " if where and isinstance(mention.words, Statement) else ""
        above = above_it(context, mention.words) if mention.section.kind in _LISTS else None
        if above is not None:
            lead = f"{above.text.rstrip(':： ')}: "
        evidence = (mention.words,) if above is None else (above, mention.words)
        said.append(Sentence(f"{lead}{text}", evidence))
    return said


def _whole_entry(mention: Mention) -> Sentence | None:
    """The entry of a field that does not say what it is of: who gave a certificate."""
    if not mention.path or not isinstance(mention.words, Heading):
        return None
    entry = mention.path[-1]
    named = entry.title or (entry.roles[0] if entry.roles else None)
    if named is None or named.text in mention.words.text or mention.words.text in named.text:
        return None
    words = holder(entry, named)
    if words is mention.words:
        return None
    text = sentence(f"{named.text}, {mention.words.text}")
    return Sentence(text, distinct((words, mention.words)))


_LISTS = (SectionKind.SKILLS, SectionKind.LANGUAGES)


def _denied_word(context: Context, skill: str) -> list[Mention]:
    """Where the resume denies one word of a phrase ("weld aluminium": "aluminium: never")."""
    for word in skill.split():
        found = mentions(context, word) if len(word) > 3 and " " in skill else []
        if found and all(mention.denied for mention in found):
            return found
    return []


#: Probability from which a line may stand for a concept of the vocabulary that it does not name;
#: an experience with "mass spectrometry" was found in a laboratory's name at 0.71.
_CONCEPT = 0.75
#: The same for words that are neither common nor of the vocabulary: perhaps names.
_SURELY = 0.86
#: Logits of the question read with a line from which it takes no more than for common words: for
#: such perhaps names, and for concepts.
_READS_WELL, _READS_CLEARLY = 0.0, 1.5


def without(context: Context, part: Part, missing: list[str]) -> Draft:
    """What to say of skills that the resume does not name: a paraphrase of them, or silence."""
    vocabulary = load_vocabulary()
    terms = [vocabulary.find(simple_keys(skill)) for skill in missing]
    if stems(missing[0]) in map(stems, vocabulary.by_category) or category_named(terms[0]):
        listing = of_category(context, part)
        if listing is not None:
            return listing
    if not any(term is not None and is_name(term) for term in terms):
        hits = context.search(part)
        verdict = context.supports(part, hits)
        named = _CERTIFIED_IN.search(part.text)  # a certificate tells of nothing in other words
        if not named and _is_told(context, part, verdict, missing):
            return answered(*quoted_all(context, by_score(hits, 2)), why=verdict.why)
        if not all(map(_is_phrase, missing, repeat(part.text))):
            missing = absent_names(part.text, context.known)  # "automate with UiPath"
            if not missing:
                return not_said(context, part, hits, verdict.why)
    known = [term for term in terms if term]
    near = _longer(context, known) or _nearest(context, known)
    shown = unmentioned(_as_named(part.text, missing))
    return silent(Sentence(shown), *near, why="named nowhere in the resume")


def _is_told(context: Context, part: Part, verdict: Verdict, missing: list[str]) -> bool:
    """Whether the lines tell of a skill in other words than those of the question."""
    hits = context.search(part)
    reading = context.reading(part, hits) if verdict.supported else RULED_OUT
    concept = any(load_vocabulary().find(simple_keys(skill)) for skill in missing)
    common = all(is_common(word) for skill in missing for word in skill.split())
    if reading <= (_READS_CLEARLY if concept else RULED_OUT if common else _READS_WELL):
        return reading > RULED_OUT and verdict.probability >= (_CONCEPT if concept else _SURELY)
    return verdict.probability >= ENOUGH


def _is_phrase(skill: str, text: str) -> bool:
    """Whether the words stand side by side in the question, or name a term: they may be a name."""
    return fold(skill) in fold(text) or load_vocabulary().find(simple_keys(skill)) is not None


def _as_named(text: str, skills: list[str]) -> list[str]:
    """The skills as the vocabulary writes them, else as the question does."""
    named = []
    for skill in skills:
        term, at = load_vocabulary().find(simple_keys(skill)), fold(text).find(fold(skill))
        typed = text[at : at + len(skill)] if at >= 0 else skill
        # "Patents" are no "patent law"; Azure is Microsoft's.
        more = term and term.name.islower() and stems(typed) < stems(term.name)
        named.append(term.name if term and not more else typed)
    return named


def _longer(context: Context, terms: list[Term]) -> tuple[Sentence, ...]:
    """The first line with a name that one of the terms is a part of: React Native, of React."""
    forms = {form for term in terms for form in term.forms}
    for _, _, said in context.resume.walk():
        if forms and names_one_of(forms, said.text, exact=False):
            words = shorten(said.text, 20).rstrip(".")
            return (Sentence(f"The nearest it has: “{words}”.", (said,)),)
    return ()


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


SKILLS: dict[str, Drafter] = {
    "skill_has": has_skill,
    "skill_level": has_skill,
    "skill_where": has_skill,
    "skill_list": list_skills,
}
