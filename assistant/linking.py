"""The names in a question linked to the Resume's own organisations and roles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from assistant.facts import Job, Role, stays
from assistant.granted import granted_name, is_means, lacked_body
from assistant.names import GENERIC, initials, named_words
from assistant.short_forms import BY_TWO_LETTERS, abbreviated, short_forms, university_forms
from assistant.text import FUNCTION_WORDS, either_number, fold, keys, stem, tokens
from assistant.vocabulary import load_vocabulary, simple_keys
from assistant.words import is_common, is_ordinary
from ingest.resume import Resume, SectionKind, Statement

#: Sections whose entries are stays: of a person, at a place, for a time.
STAYS = (
    SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION, SectionKind.PROJECTS,
)  # fmt: skip
#: Letters of the shortest initials, which stand for universities alone.
_PAIR = 2
#: Share of a title's words that a question must have for it to name the title.
_ROLE_SHARE = 0.34

_AFTER_PREPOSITION = re.compile(
    r"\b(?:at|with|for|from|left|leave|leaving|quit|quitting|join|joined|joining|inside)\s+"
    r"(?P<name>(?:the\s+)?[^\W\d_][\w&.'’+-]*"
    r"(?:\s+(?:(?-i:[A-Z][\w&.'’+-]*)|&\s+\w+|of|bank|hat))*)",
    re.IGNORECASE,
)
#: Who employs someone is a name, where it has no article.
_EMPLOYED_BY = re.compile(
    r"\b(?:employed|hired|recruited|poached|contracted|headhunted) by\s+"
    r"(?P<name>(?!(?:the|an?|his|her|their|who\w*|what|which)\b)[^\W\d_][\w&.'’+-]*)\b",
    re.IGNORECASE,
)
#: "As a Acme intern": an employer's name before what people are there.
_AS_STAFF = re.compile(
    r"\bas an?\s+(?:(?:former|ex|young|junior|senior)[ -])?"
    r"(?P<name>[^\W\d_][\w&.'’+-]*)(?:\s+[^\W\d_][\w'’-]*)?\s+"
    r"(?:intern|trainee|employee|staffer|contractor|engineer|consultant|analyst)\b",
    re.IGNORECASE,
)
_STINT_AT = re.compile(
    r"\b(?:(?:stints?|tenures?|internships?|jobs?|roles?|positions?|posts?|employment|employed|time|"
    r"days|years) (?:at|with)|(?:intern(?:ed|ing)?|work(?:ed|ing)?) (?:at|for))"
    r"\s+(?P<name>[^\W\d_][\w&.'’+-]*)",
    re.IGNORECASE,
)
#: What stands before an employer in a line; the words of a heading may all name one.
_THERE = (
    r"\b(?:(?:at|for|with|from|by|joined|join|left|via|client|customer|intern\w*)\W+"
    r"(?:[^\W\d_]+\W+){0,3}?)"
)
#: Where somebody studied, if it is one word: "what did she major in at Acme".
_STUDIED_AT = re.compile(
    r"\b(?:major(?:ed|ing)?|stud(?:y|ied|ying)|degrees?|graduated?|enrolled|educated|phd|mba)"
    r"(?: [a-z]+){0,2} (?:at|from)\s+(?P<name>[^\W\d_][\w&.'’+-]*)(?=\W*$)",
    re.IGNORECASE,
)
_BESIDE_WORK = re.compile(
    r"\b(?P<name>[^\W\d_][\w&.'’+-]+(?:\s+[A-Z][\w&.'’+-]+)?)(?:'s|’s)?\s+"
    r"(?:days|intern|internship|stint|job|tenure|years|role|gig|team|period|time|post|posting|"
    r"placement|spell|position)\b"
)
#: What may stand after "at" or "for" without being the name of anything (a closed list).
_NO_NAME = frozenset(
    """work home school college university uni present moment first last least all once time any
    start end beginning job jobs company companies employer employers firm place workplace startup
    hospital clinic kitchen restaurant office night weekend weekends most best current latest
    previous former recent team client clients customers people kids children students patients
    money free fun living example instance sure long years months weeks days hire hiring interview
    interviews reference references contact details experience year month career life position role
    english work-wise work? who whom what which it them that this those these his her their my our
    your him me us you now then good great using doing being having making working getting learning
    teaching there here high secondary primary degree masters bachelors phd doctorate studies
    leading managing growing training industry research academia practice court hotel hotels bank
    banks
    bs ba bsc msc ma ms mba bfa mfa mphil llb llm jd edd meng beng btech mtech gpa
    school's summer spring autumn fall winter another other different several every each many
    freelance shop shops studio ward theatre site sites farm lab church contract""".split()
)


class Linker:
    """Finds what one resume calls the things that a question names.

    `words` are the folded words of the resume, `own` those of the person's name.
    """

    def __init__(self, resume: Resume, words: frozenset[str], own: set[str]) -> None:
        self._stays = stays(resume, *STAYS)
        self._words = words
        self._own = own
        self._studied = {
            key
            for section, _, said in resume.walk()
            if section.kind is SectionKind.EDUCATION
            for key in keys(said.text)
        }
        self._told = [
            f" {fold(said.text)}" if isinstance(said, Statement) else f" at {fold(said.text)}"
            for _, _, said in resume.walk()
        ]
        self._units = [*_units(resume)]

    def jobs(self, text: str, taken: Collection[str] = ()) -> tuple[Job, ...]:
        """The stays whose organisation the text names: in whole, by a telling word, by initials.

        The `taken` words, folded, name something else already; they name no part of an employer.
        """
        words = [token.key.removesuffix("'s") for token in tokens(text)]
        # "University?" is no slip for Université.
        words = [word for word in words if word not in GENERIC]
        shortened = short_forms(text, least=2)
        pairs = {form for form in shortened if len(form) == _PAIR}
        short = shortened - pairs - set(taken)
        joined = fold("".join(token.text for token in tokens(text)))
        doubled = {first + second for first, second in pairwise(words)}
        found: list[tuple[float, Job]] = []
        for job in self._stays:
            named = job.entry.organisation or job.entry.title
            if named is None:
                continue
            telling = named_words(named.text) - self._own
            hits = {word for word in telling if _named(word, words) or word in doubled}
            compact = re.sub(r"\W", "", fold(named.text))
            if hits and not hits <= FUNCTION_WORDS and not _by_chance(hits, named.text, taken):
                found.append((len(hits) / len(telling), job))
            elif (len(compact) >= 5 and compact in joined) or abbreviated(job, short):
                found.append((1.0, job))
            elif pairs and pairs & university_forms(named.text):
                found.append((BY_TWO_LETTERS, job))
        best = max((share for share, _ in found), default=0.0)
        kept = [job for share, job in found if share >= min(best, 0.99)]
        return tuple(kept + _dated_namesakes(kept, [job for _, job in found]))

    def roles(self, text: str) -> tuple[tuple[Job, Role], ...]:
        """The roles that the text names, each with its stay; only the best matches.

        Of two titles of which the text has equally much, the longer one is meant.
        """
        asked = {stem(key) for key in keys(text)} - {stem(word) for word in self._own}
        asked -= FUNCTION_WORDS
        found: list[tuple[float, int, Job, Role]] = []
        for job in self._stays:
            for role in job.roles:
                # "CEO/President" is two titles, of which a question may have either.
                said = re.sub(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})", " ", role.title.text)
                stems = {stem(token.key) for token in tokens(said)} - FUNCTION_WORDS
                hits = len(stems & asked)
                share = hits / len(stems) if stems else 0.0
                if initials(role.title.text, whole=True) & asked:
                    share = 1.0
                if share >= _ROLE_SHARE:
                    found.append((share, hits, job, role))
        best = max((share for share, *_ in found), default=0.0)
        kept = [one for one in found if one[0] >= best - 0.01]
        most = max((hits for _, hits, *_ in kept), default=0)
        return tuple((job, role) for _, hits, job, role in kept if hits == most)

    def unknown(self, text: str) -> str | None:
        """A name that the text takes for granted as an employer and that the resume lacks."""
        for pattern in (_AFTER_PREPOSITION, _BESIDE_WORK):
            for match in pattern.finditer(text):
                whole = re.sub(r"^(?:that|this|his|her|their)\s+", "", match["name"], flags=re.I)
                name = re.sub(r"^the\s+", "", whole, flags=re.IGNORECASE)
                if name != whole and not name[:1].isupper():
                    continue  # "the bank", "the insurers": described, not named
                name = re.sub(r"(?:'s|’s)$", "", name).strip(" ?.!,'’\"“”")
                first = fold(name.split()[0]) if name.split() else ""
                if first in _NO_NAME or first in FUNCTION_WORDS or not first:
                    continue
                if any(key in self._words for key in map(fold, name.split())):
                    continue
                if not name[0].isupper() and not _is_employer(name):
                    continue
                if is_means(text[: match.end()], name):
                    continue
                return name
        return None

    def granted(self, text: str) -> str | None:
        """A name that the grammar of the text makes an employer's, and that the resume lacks."""
        return granted_name(text, self._told)

    def body(self, text: str) -> str | None:
        """A university, library or the like that the text names and that the resume lacks."""
        return lacked_body(text, self._units)

    def unknown_staff(self, text: str) -> str | None:
        """A well-known employer that the text takes for granted, whatever else has its name.

        Tools and places may be called as employers are; whom someone was an intern of is neither.
        """
        found = _AS_STAFF.search(text) or _EMPLOYED_BY.search(text) or _STINT_AT.search(text)
        if found is None:
            return None
        name, key = found["name"], fold(found["name"])
        vocabulary = load_vocabulary()
        known = vocabulary.find([key])
        if known is not None and "employer" in known.categories:
            asked = any(term is known for _, _, term in vocabulary.spans(simple_keys(text)))
            return name if asked and not self._was_at(key) else None
        plain = key.endswith("s") or key in _NO_NAME | GENERIC | _BY_NOBODY | self._words
        return None if plain or found.re is not _EMPLOYED_BY else name

    def unknown_school(self, text: str) -> str | None:
        """A well-known place that the text takes for granted as a school, and no study names."""
        found = _STUDIED_AT.search(text)
        if found is None or not load_vocabulary().is_employer([fold(found["name"])]):
            return None
        return None if fold(found["name"]) in self._studied else found["name"]

    def _was_at(self, key: str) -> bool:
        """Whether the resume may tell of somebody at, or for, an employer of the name."""
        return any(re.search(rf"{_THERE}{re.escape(key)}\b", text) for text in self._told)

    def new_name(self, text: str) -> str | None:
        """Words that are not ordinary and not of this resume: in a question about a job, a name."""
        run: list[str] = []
        before = ""
        written = tokens(text)
        for at, token in enumerate(written):
            # "Which middleman" is no name: none has such a word before it.
            common = before in _BEFORE_NOUNS and token.text.islower()
            common = common and not load_vocabulary().is_employer([token.key])
            done = _PARTICIPLE.search(token.key) and (before in _PERFECT or "'" in before)
            before = token.key
            key = token.key.removesuffix("'s").strip("'")
            strange = len(key) > 2 and key.isalpha() and not self._words & either_number(key)
            strange = strange and not common and not is_ordinary(key)
            strange = strange and not (
                token.text.islower() and (load_vocabulary().is_speech([key]) or done)
            )
            # "In local politics", in small letters and nobody's employee.
            strange = strange and not (
                token.text.islower()
                and is_common(key)
                and not load_vocabulary().is_employer([key])
                and _EMPLOYS.isdisjoint(one.key for one in written[max(0, at - _NEAR) : at])
            )
            if strange and key not in _MONTHS_AND_DAYS:
                run.append(token.text.removesuffix("'s").strip("'’"))
            elif run:
                break
        return " ".join(run) or None


def _units(resume: Resume) -> Iterator[str]:
    """The folded words of each entry as a whole, and of each line outside of any."""
    for section in resume.sections:
        yield from (fold(line.text) for line in section.statements)
        for entry in section.entries:
            said = (words for part in entry.walk() for words in (*part.headings, *part.statements))
            yield "\n".join(fold(words.text) for words in said)


#: "By" these nobody in particular is employed or hired.
_BY_NOBODY = frozenset(
    """government military army navy police state industry media family chance phone mail email
    accident mistake contract law""".split()
)
#: Behind these a word in "-en" or the like is what someone has done ("who'd fallen out").
_PERFECT = frozenset("have has had having been was were is are be being got gotten".split())
_PARTICIPLE = re.compile(r"(?:en|ed|wn|nk|um|un|ung)$")
_BEFORE_NOUNS = frozenset("which what any some no".split())
#: So many words before a name at most stands one of those that make it an employer's.
_NEAR = 4
_EMPLOYS = frozenset(
    "at with for from by of join joined joining left leave leaving quit quitting inside".split()
)
_MONTHS_AND_DAYS = frozenset(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday""".split()
)


def _is_employer(name: str) -> bool:
    """Whether a name in lower case is one: a well-known employer, or no English word at all."""
    words = simple_keys(name)
    term = load_vocabulary().find(words) or load_vocabulary().find(words[:1])
    if term is not None:
        return "employer" in term.categories
    return not any(is_ordinary(word) for word in words)


def _dated_namesakes(named: list[Job], found: list[Job]) -> list[Job]:
    """Where the stays named have no dates: those found that do, called so and something more.

    "Acme" may head what is told of "Acme Foods Ltd", which a table dates.
    """
    if any(job.dates for job in named):
        return []
    called = [words for job in named if (words := named_words(job.name))]
    return [
        job
        for job in found
        if job.dates and any(words <= named_words(job.name) for words in called)
    ]


def _by_chance(hits: set[str], name: str, taken: Collection[str]) -> bool:
    """Whether words of a name stand in a question that means something else by them.

    So they may where they name a role, or where they are common words from inside of the name
    ("data" of Applied Data Trends); its first word is how people shorten it.
    """
    telling = [key for key in keys(name) if key in named_words(name)]
    if hits.issuperset(telling):
        return False
    inside = telling[0] not in hits and 2 * len(hits) <= len(telling)
    return hits <= set(taken) or (inside and all(map(is_common, hits)))


def _begins(asked: str, word: str) -> bool:
    """Whether a word of a name is cut down to its beginning: "Brightmill" for BrightmillHQ.

    No ordinary word is a name cut down, and none that means something by itself ("python").
    """
    if len(asked) < _CUT_DOWN or len(word) == len(asked) or not word.startswith(asked):
        return False
    return not is_ordinary(asked) and load_vocabulary().find([asked]) is None


#: As long is the shortest beginning of a name that stands for it.
_CUT_DOWN = 5


def _named(word: str, words: list[str]) -> bool:
    """Whether the words have this one, a letter or so misspelt if it is long enough."""
    from rapidfuzz.distance import DamerauLevenshtein

    for other in words:
        if word == other or _begins(other, word):
            return True
        # "Orchestra" is no slip for Orquestra.
        if len(word) >= 6 and other[:1] == word[:1] and len(other) >= 5 and not is_ordinary(other):
            allowed = 1 if len(word) < 9 else 2
            if DamerauLevenshtein.distance(word, other, score_cutoff=allowed) <= allowed:
                return True
    return False
