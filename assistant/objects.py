"""Whether a sentence has done, to a thing, what its source has done to something about that thing.

    "performed surgery"         of "Recovery care after surgery"
    "built the trailer"         of "Built the jig for the trailer"
    "won the Daisy"             of "Won the Daisy nomination"
    "has 300 jobs"              of "Moved 300 jobs"

What a person does something to stands in their lines bare: behind a verb, or at the beginning. What
stands there behind "after", "for" or "of" only, as the first half of a name of something else, or
behind another verb than is said, is told of beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.acts import AUXILIARIES, PREPOSITIONS, acts_of, is_person
from assistant.claims import number
from assistant.paraphrase import load_paraphrases
from assistant.proof import Evidence, called
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

#: Behind these stands what is told of beside.
_BESIDE = PREPOSITIONS | frozenset("against without than until behind that which".split())
_ALL = _BESIDE | frozenset("beside near across along within".split())
#: What is used stands behind any of these: "in Go", "from satellite pictures".
_USES = re.compile(r"(?:us(?:e|es|ed|ing)|utili[sz]\w+|works?|worked|know|knows|speaks?|writes?)$")
_USED = frozenset("in with from by on via through to into".split())
#: Verbs that say little. Of these the object may not be another verb's.
_LIGHT = frozenset(
    "has have had made makes make took takes take got gets gave gives did does".split()
)
#: What is of something and yet is it: a part or a number of it.
_MEASURES = re.compile(
    r"(?:\d+|team|squad|crew|brigade|group|range|series|set|number|part|suite|variety|portfolio|pair|"
    r"dozen|hundred|thousand|fleet|staff|budget|kind|sort|type|one|all|some|most|many|each|bit|"
    r"degree|bachelor|master|doctor|university|head)$"
)
_BREAK = re.compile(r",(?!\d)|[;:()|•\n–—.!?]")
#: What a thing may be called as well: to keep a timetable database is to keep the timetable.
_WHOLE = frozenset(
    """database system systems service services platform project projects programme program team
    process tool tools software app work""".split()
)
_WITHIN = frozenset("a an the their all and or every each some many most any both".split())
_MARKUP = re.compile(r"[*_`]")
#: When something is done, and no thing that it is done to.
_WHEN = re.compile(
    r"(?:summer|winter|spring|autumn|\w+day|morning|evening|night|weekend|year|time)s$"
)
_VERBISH = re.compile(r"(?:ed|ing|ly)$")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence has beside the thing and its verb: `words` and `verbs` as stems."""

    words: set[str]
    verbs: set[str]
    uses: bool


def misplaced(sentence: str, found: Sequence[Evidence], name: frozenset[str]) -> Iterator[str]:
    """What the person does something to, of which the source tells beside something else."""
    words = _MARKUP.sub("", "\n".join(one.words for one in found if not one.computed))
    titles = [words.text for one in found for entry in one.path for words in called(entry)]
    lines = [*words.split("\n"), *titles]
    covered = load_paraphrases().stand_for
    written = tokens(sentence)
    said = {stem(number(token.key)) for token in written}
    said |= {stem(other) for token in written for other in covered.get(token.key, ())}
    acts = acts_of(words, name)
    for thing, verb in _objects(sentence, name):
        verbs = {stem(verb), *map(stem, covered.get(verb, ()))}
        beside = _Said(said - {stem(verb)}, verbs, _USES.fullmatch(verb) is not None)
        places = [place for line in lines for place in _places(line, stem(thing.key))]
        if places and all(_is_beside(*place, beside) for place in places):
            yield f"beside it: {thing.text}"
        elif verb in _LIGHT and places:
            done = [_verb_of(*place) for place in places]
            if all(one and one in acts.transitive and one not in said for one in done):
                yield f"another verb: {verb} {thing.text}"


def _objects(sentence: str, name: frozenset[str]) -> Iterator[tuple[Token, str]]:
    """The last word of what stands right behind a verb of the person's, and that verb, folded."""
    written = tokens(sentence)
    for at, token in enumerate(written):
        by_them = at > 0 and written[at - 1].key in PREPOSITIONS
        if not is_person(token, name) or token.key == "i" or by_them:
            continue
        verb = _verb_behind(written, at, name)
        if verb is None or (verb + 1 < len(written) and _VERBISH.search(written[verb + 1].key)):
            continue  # "the club Mattias started reached"
        head = _head(sentence, written, verb)
        if head is not None and head.key.isalpha() and not _VERBISH.search(head.key):
            yield head, written[verb].key


def _verb_behind(written: Sequence[Token], at: int, name: frozenset[str]) -> int | None:
    """Where the verb behind the person stands; a "has" that helps no other is one."""
    start = at + 1
    while start < len(written) and (
        written[start].key in AUXILIARIES | {"also", "now", "never"}
        or written[start].key.endswith("ly")
        or stem(written[start].key) in name
    ):
        start += 1
    had = start > at + 1 and written[start - 1].key in ("has", "have", "had")
    if had and not (start < len(written) and _VERBISH.search(written[start].key)):
        return start - 1
    no_verb = start >= len(written) or written[start].key in _ALL | FUNCTION_WORDS
    return None if no_verb else start


def _head(sentence: str, written: Sequence[Token], verb: int) -> Token | None:
    head = None
    last = written[verb]
    for one in written[verb + 1 : verb + 7]:
        apart = not (last.key.isdigit() and one.key.isdigit())  # "1,200"
        if apart and _BREAK.search(sentence[last.end : one.start]):
            break
        if one.key in _ALL or (one.key in FUNCTION_WORDS and one.key not in _WITHIN):
            break
        last = one
        head = None if one.key in FUNCTION_WORDS else one
    return None if head is None or _WHEN.fullmatch(head.key) else head


def _places(line: str, root: str) -> Iterator[tuple[str, Sequence[Token], int]]:
    written = tokens(line)
    for at, token in enumerate(written):
        if stem(token.key) == root:
            yield line, written, at


def _verb_of(line: str, written: Sequence[Token], at: int) -> str:
    """The stem of the word that begins the part of a line in which a word stands, if bare."""
    first = at
    while first and not _BREAK.search(line[written[first - 1].end : written[first].start]):
        first -= 1
        if written[first].key in _ALL:
            return ""
    return stem(written[first].key) if first < at else ""


def _is_beside(line: str, written: Sequence[Token], at: int, said: _Said) -> bool:
    """Whether a word stands in a line behind a word like "after", or is half of another thing."""
    if _is_half(line, written, at, said):
        return True
    for back in range(at - 1, max(-1, at - 8), -1):
        token = written[back]
        if _BREAK.search(line[token.end : written[back + 1].start]):
            return False
        if token.key.endswith("ing") and back and written[back - 1].key in PREPOSITIONS:
            return False  # "by moving cold rows"
        if token.key not in _BESIDE:
            continue
        before = written[back - 1].key if back else ""
        if token.key == "of":
            # "Maintainer of" it is who maintains it.
            theirs = stem(before) in said.words | said.verbs
            return bool(before) and not _MEASURES.search(before) and not theirs
        # "represented", of "Acted for"; "used Go", of "in Go"
        return stem(before) not in said.verbs and not (said.uses and token.key in _USED)
    return False


def _is_half(line: str, written: Sequence[Token], at: int, said: _Said) -> bool:
    """Whether a word is the first half of what something else is called."""
    if at + 1 >= len(written):
        return False
    behind = written[at + 1]
    return (
        line[written[at].end : behind.start] in (" ", "-")
        and behind.key not in FUNCTION_WORDS | _ALL | _WHOLE
        and behind.key.isalpha()
        and behind.text[0].islower()
        and not _VERBISH.search(behind.key)
        and not any(one[:4] == behind.key[:4] for one in said.words)
    )
