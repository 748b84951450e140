"""Whether somebody is what a sentence says they are, and of what.

    "is the gaffer"                   of "Gaffer is Huw Prosser"
    "was a master's student"          of "Course for second-year master's students"
    "second in charge of Humberline"  of "Second in charge of a squad of 5"

What a person is stands in what an entry is called, or at the beginning of a line or of a part of
one: what stands behind a small word there is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.acts import BARE, PAST
from assistant.claims import number
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence, called
from assistant.scopes import content
from assistant.text import FUNCTION_WORDS, stem, tokens

_IS = re.compile(
    r"\b(?P<who>[\w’'-]+),?\s+(?:(?:(?:(?:was|were|got|been) )?(?:promoted to|appointed(?: as)?|"
    r"hired as)|is|was|became|becomes|has been|had been|remains|works? as|"
    r"worked as|served as|serves as|acts? as|acted as|joined as|"
    r"(?:worked|works|work|served|serves|employed)\b[^.;,]{0,40}? as)\s+)"
    r"(?:now |currently |also |still |once )*"
    r"(?P<article>an? |the |one of (?:the )?)?(?P<what>[^,.;:()]+)",
    re.IGNORECASE,
)
_WHAT_END = re.compile(
    r"\b(?:at|of|in|for|with|to|from|by|on|since|until|who|that|which|and|or|during|within|under|"
    r"when|while|after|before|between|whose|without|as|but|responsible|based|looking)\b"
)
#: How words end for those who do something.
_DOER = re.compile(r"(?:er|or|ist|ian|ant|ent|man|woman|ee|eer|fellow|lead|head|chef|chief|boss|"
                   r"nurse|clerk|judge|lad|apprentice|cto|ceo|cfo|vp)s?$")  # fmt: skip
_PERSON = frozenset("they he she".split())
_SELVES = frozenset("speaker herself himself themselves themself".split())
_PART = re.compile(r"[;:()|•\n–—]|,(?!\d)|\.(?!\d)")
#: "creative director Rui Falcão" is that one's title.
_BEARER = re.compile(
    r"(?P<what>[a-z][\w-]+) (?P<who>[A-Z][\w’'-]+ [A-Z][\w’'-]+)(?=\s*(?:[,.;)\n]|$))"
)
_IS_NAMED = re.compile(r"^\s*(?:is|was|:)\s+(?:now |currently )?[A-Z][\w’'-]+ [A-Z]")
#: Who is meant behind "as", and what is only likened: "as a nurse does".
_LEADS = re.compile(
    r"\b(?:I am|I'm|I was|also|now|then|still|once|later|was|herself|himself)\b", re.IGNORECASE
)


def misnamed(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> Iterator[str]:
    """What the person is said to be and is not, in words for the explanation."""
    yield from _no_title(sentence, found, name)
    yield from _label_of_another(sentence, found, name)
    if any("references" in one.text.split() for one in found) and _OF_REFEREE.search(sentence):
        yield "of another person: the referee"
    yield from _of_another_thing(sentence, "\n".join(one.words for one in found))


def _no_title(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> Iterator[str]:
    for match in _IS.finditer(sentence):
        who = match["who"].casefold()
        if who not in _PERSON and stem(who) not in name:
            yield from _another(sentence, match, found, name)
            continue
        what = _WHAT_END.split(match["what"])[0]
        words = [one for one in tokens(what) if one.key not in FUNCTION_WORDS | _SELVES]
        if not words or (not match["article"] and not _DOER.search(words[-1].key)):
            continue
        if not any(_DOER.search(one.key) for one in words) and not match["article"]:
            continue
        paraphrases = load_paraphrases()
        bare = [one.key for one in words if not paraphrases.is_free(one.key)]
        if not bare or bare[-1][0].isdigit() or number(bare[-1]) != bare[-1]:
            continue
        if not _is_called(bare, found):
            yield f"not what they are: {what.strip()}"


_NAMED = re.compile(r"(?:\b[A-Z][\w’'-]+\s+){1,3}$")
#: Characters around a name within which a line says what its bearer is.
_AROUND = 60


def _another(
    sentence: str, match: re.Match[str], found: Sequence[Evidence], name: frozenset[str]
) -> Iterator[str]:
    """What somebody else is said to be, who is named, and not beside that name."""
    before = _NAMED.search(sentence[: match.start("who")] + match["who"] + " ")
    if before is None:
        return
    names = [one for one in tokens(before[0]) if stem(one.key) not in name]
    if len(names) < 2:
        return
    surname = names[-1].text
    what = _WHAT_END.split(match["what"])[0]
    words = [one.key for one in tokens(what) if one.key not in FUNCTION_WORDS]
    words = [one for one in words if stem(one.removesuffix("'s")) not in name]
    if not words or not _DOER.search(words[-1]):
        return
    lines = [line for one in found for line in one.words.split("\n")]
    for line in lines:
        for place in re.finditer(re.escape(surname), line):
            around = line[max(0, place.start() - _AROUND) : place.end() + _AROUND]
            others = load_paraphrases().stand_for.get(words[-1], frozenset())
            if {stem(words[-1]), *map(stem, others)} & set(content(around)):
                return
    if any(surname in line for line in lines):
        yield f"not what they are: {what.strip()}"


def _is_called(words: Sequence[str], found: Sequence[Evidence]) -> bool:
    """Whether the words are a title together, or begin a part of a line."""
    head = words[-1]
    others = load_paraphrases().stand_for.get(head, frozenset())
    heads = {stem(head)} | {stem(word) for word in others if _DOER.search(word)}
    for one in found:
        for entry in one.path:
            for title in called(entry):
                if heads & set(content(title.text)):
                    return True
        for part in _parts(one.words):
            for at, token in enumerate(part):
                borne = (
                    part[at + 1 : at + 2] == ["of"] and at + 2 < len(part) and _borne(one, part, at)
                )
                if at and (part[0] in BARE | PAST or part[0].endswith("ed")):
                    continue  # what is done to them
                led_up_to = any(before in FUNCTION_WORDS for before in part[:at])
                if stem(token) in heads and not borne and not led_up_to:
                    return True
    return False


def _borne(one: Evidence, part: Sequence[str], at: int) -> bool:
    """Whether a title stands right before somebody's name in the line itself."""
    return any(
        match["what"].casefold() == part[at] and match["who"].split()[0].casefold() == part[at + 2]
        for match in _BEARER.finditer(one.words)
    )


def _parts(text: str) -> Iterator[list[str]]:
    """The parts of lines as words, without what leads up to what somebody is."""
    start = 0
    text = _BEARER.sub(lambda found: f"{found['what']} of {found['who']}", text)
    for match in [*_PART.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        start = match.end() if match else end
        if match is not None and match[0] == ":" and _IS_NAMED.match(text[match.start() :]):
            continue  # "Boss: Rui Falcão"
        named = re.search(r"\b(?:is|was)\s+[A-Z][\w’'-]+ [A-Z]", part)
        part = part[: named.start()] if named else part
        if named and len(tokens(part)) <= 4:
            continue  # "Gaffer is Huw Prosser"
        part = re.sub(r"^\W*(?:a|an|the)\b", "", _LEADS.sub(" ", part).strip(), flags=re.I)
        part = re.sub(r"^\W*(?:a|an|the)\b", "", part, flags=re.I)
        yield [token.key for token in tokens(part)]


_LABEL = re.compile(
    r"\b(?P<label>mentor|supervisor|manager|boss|deputy|adviser|advisor|gaffer|referee|tutor|"
    r"teacher|coach|director|examiner|assessor|matron|editor|owner)s?\s*(?::|\bwas\b|\bis\b)\s*"
    r"(?:(?:Prof|Dr|Mr|Mrs|Ms|Frau|Herr|Sir|Dame)\.?\s)?(?P<who>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+)",
    re.IGNORECASE,
)


def _label_of_another(
    sentence: str, found: Sequence[Evidence], name: frozenset[str]
) -> Iterator[str]:
    """What "Mentor: Giulia Tessari" is to the person, said to be the person's doing."""
    words = tokens(sentence)
    persons = [
        at
        for at, token in enumerate(words)
        if (token.key in _PERSON or stem(token.key) in name) and not token.key.endswith("'s")
    ]
    covered = load_paraphrases().stand_for
    for match in _LABEL.finditer("\n".join(one.words for one in found)):
        label = match["label"].casefold()
        if not match["who"][0].isupper():
            continue
        for at in persons:
            for verb in words[at + 1 : at + 4]:
                same = stem(verb.key) == stem(label) or label in covered.get(verb.key, frozenset())
                is_it = verb.key == label and words[at + 1].key in ("is", "was", "became")
                if is_it and not any(
                    label in {token.key for token in tokens(title.text)}
                    for one in found
                    for entry in one.path
                    for title in called(entry)
                ):
                    yield f"not what they are: {label}"
                if same and verb.key.endswith(("ed", "es", "s")) and not _REPORTS.match(verb.key):
                    yield f"done by another: {verb.text}"


_REPORTS = re.compile(r"report")
#: A referee who is said to do something but to speak.
_OF_REFEREE = re.compile(
    r"^[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?!says?\b|said\b|describ|call|writ|wrote|not|prais|recommend|"
    r"remember|recall|is (?:a |the )?\w*refer|and\b|of\b|at\b)[a-z]"
)
#: "Chair the committee" is being the chair of it.
_DOES_THE = re.compile(r"(?m)^\W*(?P<of>[\w’'-]+) (?:the|an?)\b")
_OF = re.compile(r"\b(?P<of>[\w’'-]+) of\b")


def _of_another_thing(sentence: str, source: str) -> Iterator[str]:
    """What is of something in the source, said to be of something else."""
    there: dict[str, set[str]] = {}
    for match in (*_OF.finditer(source), *_DOES_THE.finditer(source)):
        there.setdefault(stem(match["of"].casefold()), set()).update(
            _behind(source, match.end(), 6)
        )
    covered = load_paraphrases().stand_for
    heads: dict[str, set[str]] = {}
    for match in _OF.finditer(source):
        for word in _behind(source, match.end(), 2):
            heads.setdefault(stem(number(word)), set()).add(match["of"].casefold())
    for match in _OF.finditer(sentence):
        first = [stem(number(one)) for one in _behind(sentence, match.end(), 1)]
        those = heads.get(first[0], set()) if first else set()
        head = match["of"].casefold()
        alike = {stem(one) for one in those} | {
            word for one in those for word in covered.get(one, frozenset())
        }
        if (
            those
            and head not in FUNCTION_WORDS
            and first[0].isdigit()
            and not (stem(head) in alike or head in alike or covered.get(head, frozenset()) & those)
        ):
            yield f"of another thing: {head} of {first[0]}"
        own = there.get(stem(match["of"].casefold()))
        behind = _behind(sentence, match.end(), 3)
        if not own or not behind or match["of"].casefold() in FUNCTION_WORDS:
            continue
        stands = {stem(other) for word in behind for other in covered.get(word, frozenset())}
        if not (own & {stem(number(word)) for word in behind} or own & stands):
            yield f"of another thing: {match['of']} of {behind[0]}"


def _behind(text: str, start: int, most: int) -> list[str]:
    part = _PART.split(text[start : start + 90])[0]
    found = [one.key for one in tokens(part) if one.key not in FUNCTION_WORDS]
    return [stem(number(one)) for one in found[:most]] if most > 3 else found[:most]
