"""Which skills a question asks about, and where the resume names them, or denies them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.context import Context
from assistant.answers.spelt import names_one_of, stands, written_apart
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, fold, stem, tokens
from assistant.vocabulary import Name, Term, load_vocabulary, simple_keys
from assistant.words import is_common, is_ordinary
from ingest.resume import Entry, Heading, Section, SectionKind, Statement

#: Words that frame a question about a skill and are not the skill (a closed, general list).
FRAME = frozenset(
    """know knows knew knowing known use uses used using usage work works worked working experience
    experienced experiences exp exposure familiar familiarity skill skills skilled proficient
    proficiency good great well any background knowledge understand understands comfortable handle
    handled touch touched tried seen level expert expertise fluent competent able ability hands
    practical real big strong strength rate day-to-day ever candidate person guy applicant resume cv
    mention mentions mentioned listed language languages tool tools technology framework program
    programming code coding write written years yrs long often better best basic basics worth
    what's speak speaks spoken read trained qualified certified done does doing into kind
    anything something decent solid much deal dealt deals learn learned learnt
    anywhere somewhere signed off point lang langs stuff both two three put himself herself
    themselves themself yourself itself one more rather mainly mostly prefer prefers
    preferred claim claims claimed total overall""".split()
)
#: What may be said of any job (a closed list).
OF_ANY_JOB = frozenset(
    """place time spent tell describe explain expand elaborate achieve achieved accomplish
    accomplished contribute contributed responsible responsibilities duties stint days job role
    roles happened happen""".split()
)
_SPLIT = re.compile(
    r"\s*(?:,|/|&|(?<![+\w])\+(?=\s)|\band\b|\bor\b|\bplus\b|\bvs\.?\b|\bnor\b|"
    r"\bas well as\b)\s*",
    re.I,
)
_YES_OR_NO = re.compile(r"\b(?:y/n|yes/no|yes or no|y or n)\b", re.IGNORECASE)
_RANK = {
    SectionKind.WORK: 0, SectionKind.PROJECTS: 1, SectionKind.VOLUNTEER: 1, SectionKind.SKILLS: 2,
    SectionKind.LANGUAGES: 2, SectionKind.CERTIFICATES: 2, SectionKind.EDUCATION: 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement or heading that names a skill, perhaps to say that the person lacks it."""

    section: Section
    path: tuple[Entry, ...]
    words: Heading | Statement
    excluded: bool
    denied: bool

    @property
    def rank(self) -> int:
        """0 for the strongest evidence: a job's statement beats a list beats a summary."""
        rank = _RANK.get(self.section.kind, 4)
        return rank + 2 if isinstance(self.words, Heading) else rank


def asked_skills(part: Part, own: frozenset[str]) -> list[str]:
    """The skills that a question asks about, in its own words."""
    vocabulary = load_vocabulary()
    found: list[str] = []
    asked = _OF_ANY_KIND.sub(" ", _YES_OR_NO.sub("", _main_clause(_NOT.sub(" ", part.text))))
    for piece in _SPLIT.split(asked):
        words = simple_keys(piece)
        terms = vocabulary.spans(words)
        if terms:
            found += [_whole(words, start, end, term, own) for start, end, term in terms]
            continue
        rest = [
            word for word in words
            if word not in FUNCTION_WORDS and word not in FRAME and word not in own
        ]  # fmt: skip
        if rest:
            found.append(" ".join(rest))
    return list(dict.fromkeys(found))


def _whole(words: list[str], start: int, end: int, term: Term, own: frozenset[str]) -> str:
    """The term; with what stands right before it, where it is a concept ("spot welding")."""
    before = words[start - 1] if start else ""
    concept = term.name.islower() and end - start == 1
    if concept and before and not (before in FUNCTION_WORDS or before in FRAME or before in own):
        start -= 1
    return " ".join(words[start:end])


#: What a question says that it does not mean: "Java (not JavaScript!)".
_NOT = re.compile(r"(?<=\w)\s*[,(–—-]\s*not (?!(?:just|only|so|too|very)\b)[\w+#.]+[!?]*\)?")
#: A clause that gives the reason for a question names skills that are not asked for.
_REASON = re.compile(
    r"(?<=\w)[,\s]+(?:seeing|given|considering|because|(?:since|as) (?:he|she|they))\b.*",
    re.IGNORECASE,
)


#: What asks for a yes behind the question ("..., right?"), and words that only stress it.
_TAG = re.compile(
    r"\s*[,;–—-]\s*(?:right|correct|true|yes|yeah|yep|no|huh|eh|innit|am i right|"
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)(?:n['’]?t)? "
    r"(?:s?he|they|it))\W*$",
    re.IGNORECASE,
)
_STRESS = re.compile(
    r"\b(?:even|actually|really|at all|perhaps|maybe|say|e\.?g\.?|i\.e\.?|for (?:example|instance)|"
    r"by (?:any )?chance|in particular)(?![\w'’])|(?<=\w)[ -]wise\b",
    re.IGNORECASE,
)


def _main_clause(text: str) -> str:
    return _STRESS.sub(" ", _TAG.sub("", _REASON.sub("", text)))


def names_own_skill(context: Context, part: Part) -> bool:
    """Whether a question is hardly more than words that stand in one line of the skills."""
    words = [
        word for word in simple_keys(part.text) if word not in FUNCTION_WORDS and word not in FRAME
    ]
    if not words or len(words) > _BARE_WORDS or not any(len(word) > 2 for word in words):
        return False
    form = tuple(words)
    short = len(part.text.split()) <= _SHORT
    # A name stands in small letters nowhere but where it is meant.
    aside = part.intent in ("offtopic", "injection")
    telling = len(form) > 1 or (aside and not (is_ordinary(form[0]) or is_common(form[0])))
    return (aside and _asks_which(context, part)) or any(
        stands(form, simple_keys(line.text))
        for section, _, line in context.resume.statements()
        if section.kind is SectionKind.SKILLS or (telling and short)
    )


def _asks_which(context: Context, part: Part) -> bool:
    """Whether a question is for one of two things, in a word each, that the resume names both."""
    pieces = [
        [word for word in simple_keys(piece) if word not in FUNCTION_WORDS and word not in FRAME]
        for piece in _SPLIT.split(part.text)
        if piece
    ]
    pieces = [[word for word in piece if word != "only"] for piece in pieces]
    if len(pieces) < 2 or any(len(piece) != 1 or len(piece[0]) < 3 for piece in pieces):
        return False
    return all(mentions(context, piece[0]) for piece in pieces)


#: A question of more content words than these is more than a name, and one of no more words than
#: those hardly more.
_BARE_WORDS, _SHORT = 3, 4


_LENGTH = re.compile(
    r"\bhow (?:many|long)\b|\b(?:years|yrs) of\b|^\W*(?:when|why|who)\b", re.IGNORECASE
)


def bare_name(text: str) -> str | None:
    """The intent of a question that is hardly more than named skills ("any django", "k8s?")."""
    words = [word for word in simple_keys(text) if word not in FUNCTION_WORDS and word not in FRAME]
    spans = load_vocabulary().spans(words)
    if not words or sum(end - start for start, end, _ in spans) < len(words):
        return None
    if _LENGTH.search(text):
        return None  # how long or when something was done is more than whether it was
    categories = {category for _, _, term in spans for category in term.categories}
    if categories <= {"spoken language", "certification"} or "employer" in categories:
        return None
    return "skill_has"


_KIND = r"(?:flavou?r|kind|sort|type|form|dialect|variety|brand|variant)s?"
_OF_ANY_KIND = re.compile(
    rf"\b(?:of|in) (?:any|whatever|some|whichever) {_KIND}\b|"
    rf"\b(?:any|some|whatever|which) {_KIND} of\b",
    re.IGNORECASE,
)


def kinds_of(context: Context, part: Part, skill: str) -> list[Mention]:
    """Where the resume names a thing that has the skill in its name: PostgreSQL is an SQL.

    Only where any kind of it is asked for. "NoSQL" denies what its name has.
    """
    words = simple_keys(skill)
    if len(words) != 1 or len(words[0]) < 3 or not _OF_ANY_KIND.search(part.text):
        return []
    term = load_vocabulary().find(words)
    if term is None:
        return []
    for _, _, said in context.resume.walk():
        for _, _, other in load_vocabulary().spans(simple_keys(said.text)):
            name = fold(other.name)
            kind = name.endswith(words[0]) and not name.startswith(("no", "non"))
            if kind and set(other.categories) & set(term.categories):
                return mentions(context, other.name)
    return []


def mentions(context: Context, skill: str) -> list[Mention]:
    """Where the resume names the skill in any of its forms, strongest evidence first.

    Else where it writes the skill in other pieces, or names the one name that the skill has.
    """
    words = simple_keys(skill)
    found = _named(context, words)
    if not found and (written := written_apart(context, "".join(words))):
        return _named(context, simple_keys(written))
    if not found and (names := _names_in(context, words)):
        return _named(context, simple_keys(names[0]))
    return found


def _named(context: Context, words: list[str]) -> list[Mention]:
    """The mentions of these words one after the other, or, where none has them so, all near."""
    term = load_vocabulary().find(words)
    known = context.known.stems
    forms = {tuple(words), *(term.forms if term else ())}
    # Few are of words that all stand somewhere: only for these the lines are looked through.
    forms = {form for form in forms if known.issuperset(map(stem, form))}
    found = [
        _mention(section, path, said, forms)
        for section, path, said in context.resume.walk()
        if forms and names_one_of(forms, said.text, exact=term is not None)
    ]
    if not found and term is None and len(words) > 1 and known.issuperset(map(stem, words)):
        found = [
            _mention(section, path, said, forms)
            for section, path, said in context.resume.walk()
            if _all_near({stem(word) for word in words}, said.text)
        ]
    return sorted(found, key=lambda one: (not one.excluded, one.denied, one.rank))


def _names_in(context: Context, words: list[str]) -> list[str]:
    """The one of several words that is a name, and stands as such in the resume.

    "Acme terminal data" is of Acme: a word that nobody writes in small letters, and that the
    resume writes in capitals; the others are ordinary words that say what of it.
    """
    names = [word for word in words if not is_ordinary(word)]
    if len(names) != 1 or len(words) < 2 or len(names[0]) < 4:
        return []
    if stem(names[0]) not in context.known.stems:
        return []
    written = (
        token.text
        for _, _, said in context.resume.walk()
        for token in tokens(said.text)
        if token.key == names[0]
    )
    return names if any(text[:1].isupper() for text in written) else []


def denied_skill(context: Context, part: Part) -> bool:
    """Whether the resume names the one thing asked about only to say that it is not there."""
    skills = asked_skills(part, frozenset())
    found = mentions(context, skills[0]) if len(skills) == 1 else []
    return bool(found) and all(mention.denied for mention in found)


def _all_near(wanted: set[str], text: str) -> bool:
    """Whether the words stand near to each other in another order or form."""
    stemmed = [stem(word) for word in simple_keys(text)]
    width = len(wanted) + 2
    return any(wanted <= set(stemmed[at : at + width]) for at in range(len(stemmed)))


_CLAUSE = re.compile(r"[.;,()]|\s[-–—]\s|\bbut\b")
_DENIED_BEFORE = re.compile(
    r"\b(?:never|not(?! only| just)|no|none|without|cannot|can't|don't|haven't|hasn't|isn't|nor|"
    r"except|anything but|everything but)\b(?:\s+\S+){0,3}\s*$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"^\W*(?:\w+\s+)?(?:never|not (?:yet|done|any|a)|none|no)\b", re.IGNORECASE
)


def _mention(
    section: Section, path: tuple[Entry, ...], said: Heading | Statement, forms: set[Name]
) -> Mention:
    """The mention, excluded by a list ("anything except Java") or denied ("never done it")."""
    stemmed = {tuple(stem(word) for word in form) for form in forms}
    excluded = isinstance(said, Statement) and any(
        _form_in(value, stemmed) for value in said.excluded
    )
    clauses = [clause for clause in _CLAUSE.split(said.text) if _form_in(clause, stemmed)]
    denied = bool(clauses) and all(_denies(clause, stemmed) for clause in clauses)
    return Mention(section, path, said, excluded, excluded or denied)


def _form_in(text: str, stemmed: set[Name]) -> bool:
    return any(stands(form, [stem(word) for word in simple_keys(text)]) for form in stemmed)


def _denies(clause: str, stemmed: set[Name]) -> bool:
    """Whether a clause denies what it names: before the name, or right behind it."""
    written = clause.split()
    for size in range(1, min(5, len(written)) + 1):
        for at in range(len(written) - size + 1):
            if _form_in(" ".join(written[at : at + size]), stemmed):
                before, after = " ".join(written[:at]), " ".join(written[at + size :])
                return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after))
    return False
