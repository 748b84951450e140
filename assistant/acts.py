"""Who does what in a line of a resume, as far as where its verbs stand tells.

A line begins with what its person did, and leaves the person out. So the verb that begins a line,
or a part of one that goes on in the same way, is theirs; a verb behind a noun is that noun's. Verbs
are known by their forms: no grammar, and no verb that stands in neither place is taken down.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.claims import number
from assistant.text import FUNCTION_WORDS, Token, stem, tokens

#: Past forms of verbs that do not end in -ed, and their participles.
PAST = frozenset(
    """led built wrote taught took made gave held won ran kept sold bought brought left met sat
    spoke went rose fell grew cut set shut drew drove rode sang swam began became got paid said told
    sent spent stood thought understood withdrew lost found saw came did had put read fed flew
    chose broke threw wore knew dealt fought struck dug""".split()
)
PARTICIPLES = frozenset(
    """led built written taught taken made given held won run kept sold bought brought left met
    spoken gone risen fallen grown cut set shut drawn driven ridden sung swum begun become paid
    said told sent spent understood withdrawn lost found seen come done put read fed flown chosen
    broken thrown worn known dealt fought struck dug""".split()
)
#: Verbs in their bare form, as lines about what goes on begin with them.
BARE = frozenset(
    """run lead manage chair write teach train build design maintain own keep coach mentor supervise
    organise organize hire plan develop review report support repair interview play sit help
    work look care sell buy drive make take give hold draw""".split()
)
BE = frozenset("is are was were be been being".split())
AUXILIARIES = BE | frozenset(
    "has have had do does did can could will would may might shall should must".split()
)
ADVERBS = frozenset(
    """also now then still once again usually regularly often always never currently previously
    formerly later first soon since even successfully personally not already both each
    all""".split()
)
PERSON = frozenset("they he she i".split())
PREPOSITIONS = frozenset(
    "of for from in at on with to by into as about after before under over through during".split()
)
_MODALS = frozenset("can could will would may might must should".split())
#: What may stand before the verb with which a line begins.
_LEADS = ADVERBS | frozenset("i have has had was".split())
#: What one does with what is one's own, whoever is named: "Probation completed early".
_OWN = frozenset(map(stem, """complete completed passed finished renewed obtained earned gained
    negotiated achieved""".split()))  # fmt: skip
#: Of these the person is who they are done to, wherever they stand.
_SUFFERED = frozenset("rated ranked voted named attended used known elected nominated".split())
#: What keeps somebody from what is said behind it.
_KEPT_FROM = re.compile(
    r"\b(?:out of|against|from|without|instead of|rather than|not|never|avoid\w*|scrapp?\w*|"
    r"stop\w*|refus\w+|declin\w+|recommend\w*|propos\w+|suggest\w*)\s+$",
    re.IGNORECASE,
)
_HARD_BREAK = re.compile(r"[.;:!?()|•\n]|\s[-–—]\s")
_SOFT_BREAK = re.compile(r",(?!\d)|\b(?:and|but|then)\b", re.IGNORECASE)
_DOER = re.compile(r"(?:er|or|ist|ant|student|colleague|friend)s?$")
_DEFINITE = frozenset("the two three four five six another other others their his her".split())


@dataclass
class Acts:
    """Stems of verbs, by who does them: the `person`, or `others`.

    `transitive` are those of the person's that are done to what is named right behind them,
    `suffered` those that are done to the person. `by` has for a verb the stems of who is named
    behind its "by", `forms` the words that a stem stands for here.
    """

    person: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    transitive: set[str] = field(default_factory=set)
    suffered: set[str] = field(default_factory=set)
    by: dict[str, set[str]] = field(default_factory=dict)
    forms: dict[str, set[str]] = field(default_factory=dict)

    @property
    def known(self) -> set[str]:
        """Every verb of which anything is known."""
        return self.person | self.others | self.by.keys()

    def agents(self, verbs: Collection[str]) -> set[str]:
        """The stems of all who do one of the verbs and are named behind it."""
        return set[str]().union(*(self.by.get(one, set()) for one in verbs))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a line; `first` if the line begins with it, `name` has the person's stems."""

    text: str
    written: Sequence[Token]
    name: frozenset[str]
    first: bool


@lru_cache(maxsize=512)  # asked for each sentence, and twice for each
def acts_of(source: str, name: frozenset[str]) -> Acts:
    """Who does what in these lines; `name` has the stems of the person's name."""
    acts = Acts()
    for line in _HARD_BREAK.split(source):
        if len(tokens(line)) < 2:
            continue  # the title of a section
        theirs = False
        start = 0
        for at, cut in enumerate([*_SOFT_BREAK.finditer(line), None]):
            text = line[start : cut.start() if cut else len(line)]
            theirs = _note(_Part(text, tokens(text), name, at == 0), acts, theirs=theirs)
            start = cut.end() if cut else len(line)
    return acts


def is_person(token: Token, name: frozenset[str]) -> bool:
    """Whether a word is the person of the resume, and not what is the person's."""
    return token.key in PERSON or (stem(token.key) in name and not token.key.endswith("'s"))


def done_by_person(before: Sequence[Token], name: frozenset[str]) -> bool:
    """Whether the words before a verb end in the person, auxiliaries and adverbs left aside."""
    at = len(before) - 1
    while at >= 0 and before[at].key in AUXILIARIES | ADVERBS:
        at -= 1
    return at >= 0 and is_person(before[at], name)


def named_behind_by(behind: Sequence[Token]) -> set[str]:
    """The stems of who stands behind a "by" that is near: a name, "the ...", so many of them."""
    for at, token in enumerate(behind[:12]):
        after = behind[at + 1 : at + 5]
        if at and (token.key in PARTICIPLES or token.key.endswith("ed")):
            return set()  # "a runbook used by": that is by whom it is used
        if token.key != "by" or not after or after[0].key.endswith("ing"):
            continue
        counted = after[0].key[0].isdigit() and len(after) > 1 and after[1].key.isalpha()
        doer = len(after) > 1 and after[0].key in ("a", "an") and _DOER.search(after[1].key)
        if doer or counted or after[0].text[:1].isupper() or after[0].key in _DEFINITE:
            return {stem(number(one.key)) for one in after if one.key not in FUNCTION_WORDS}
    return set()


def _note(part: _Part, acts: Acts, *, theirs: bool) -> bool:
    """Take down who does what in a part; whether the line goes on to be the person's."""
    lead = 0
    while lead < len(part.written) and _leads(part.written[lead]):
        lead += 1
    for at, token in enumerate(part.written):
        if token.key in FUNCTION_WORDS or not token.key.isalpha():
            continue
        if at == lead and (part.first or theirs) and _may_be_verb(token.key):
            theirs = True
            _note_first(part, at, acts)
        elif token.key in PAST | PARTICIPLES or token.key.endswith("ed"):
            _note_later(part, at, acts)
        elif _is_others(part, at):
            acts.others.add(stem(token.key))
            acts.forms.setdefault(stem(token.key), set()).add(token.key)
    return theirs


def _note_first(part: _Part, at: int, acts: Acts) -> None:
    """The verb with which a part begins: the person's, unless somebody else does it to them."""
    token, behind = part.written[at], part.written[at + 1 :]
    root = stem(token.key)
    acts.forms.setdefault(root, set()).add(token.key)
    if agents := named_behind_by(behind):
        acts.by.setdefault(root, set()).update(agents)
        acts.others.add(root)
        return
    acts.person.add(root)
    # "Hired, trained and kept a team"
    if not behind or (behind[0].key not in PREPOSITIONS and part.text[token.end :][:1] == " "):
        acts.transitive.add(root)


def _note_later(part: _Part, at: int, acts: Acts) -> None:
    """A past form within a part: of the noun before it, if nothing says that it is the person's."""
    token = part.written[at]
    root = stem(token.key)
    acts.forms.setdefault(root, set()).add(token.key)
    behind = part.written[at + 1 : at + 2]
    if behind and behind[0].key in ("me", "us"):
        acts.others.add(root)
        acts.suffered.add(root)
    elif done_by_person(part.written[:at], part.name) or root in _OWN:
        acts.person.add(root)
    elif token.key in _SUFFERED and not part.first:
        acts.others.add(root)
        acts.suffered.add(root)
    elif at:
        acts.others.add(root)
    if agents := named_behind_by(part.written[at + 1 :]):
        acts.by.setdefault(root, set()).update(agents)


def _is_others(part: _Part, at: int) -> bool:
    """Whether others may do it ("anyone can join"), or the person is kept from doing it."""
    token = part.written[at]
    if token.key.endswith("ing"):
        return _KEPT_FROM.search(part.text[: token.start]) is not None
    before = part.written[:at]
    return bool(before) and before[-1].key in _MODALS and not done_by_person(before, part.name)


def _leads(token: Token) -> bool:
    return token.key in _LEADS or not any(char.isalpha() for char in token.key)


def _may_be_verb(key: str) -> bool:
    plural_or_verb = key.endswith("s") and not key.endswith("ss")
    return key in PAST | PARTICIPLES | BARE or key.endswith("ed") or plural_or_verb
