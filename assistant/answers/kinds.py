"""What a question says beside the noun of a kind of thing: which one of the kind it is after."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.parts import Part
from assistant.text import content_keys, keys, stem, stems

#: Words of a question that ask for the list rather than for one of its members (closed, general).
_LISTING_WORDS = frozenset(
    stem(word)
    for word in """list all every name names title titles which what date dates year years yr yrs
    many number numbers much mention mentions mentioned put down got gotten have received receive
    earned earn hold holds held done did does won win given gave made make own side person personal
    full current currently valid level levels each together with plus pls please candidate resume cv
    past far so two three four five both speak speaks spoken talk human foreign know knows worked
    work working written wrote write published publish publishing people kind sort they them their
    shes hes theyre theyve everything
    she he his her him there short just only main total outside time spare free fun long
    still yet already valid expire expires month months day days
    expired expiry until till since writing
    keep rank ranks place places thing things nice stage take taken took attend attended complete
    completed
    recent latest newest last first earliest oldest most""".split()
)
#: What the things of a kind are called (closed classes of nouns that recruiters use).
_KIND_NOUNS = {
    "certificates": "certificate certificates cert certs certification certifications certified "
    "ticket tickets licence licences license licenses qualification qualifications card cards "
    "course courses training credential credentials accreditation accreditations",
    "awards": "award awards prize prizes honour honours honor honors grant grants distinction "
    "recognition recognitions medal medals placing placings accolade accolades contest contests",
    "publications": "publication publications paper papers article articles book books journal "
    "journals preprint preprints published work works bibliography thesis theses research chapter "
    "chapters monograph monographs talk talks lecture lectures presentation presentations",
    "projects": "project projects portfolio built build building thing things app apps side",
    "volunteering": "volunteer volunteering volunteered unpaid charity charities charitable "
    "community good causes cause post posts role roles position positions",
    "languages": "language languages lang langs tongue tongues fluent fluency",
    "interests": "interest interests hobby hobbies fun passion passions leisure",
    "references": "reference references referee referees people persons ppl vouch vouches "
    "vouching recommend recommendation recommendations testimonial testimonials say says nice call "
    "contact phone ring email speak talk ask reach boss bosses manager managers supervisor "
    "supervisors colleague colleagues client clients old former previous ex think thinks said",
}


def described_by(part: Part, noun: str) -> set[str]:
    """The stems of a question's words that describe which one of a kind it is after."""
    return _describing(part.text, noun)


def _describing(text: str, noun: str) -> set[str]:
    nouns = {stem(word) for word in _KIND_NOUNS.get(noun, noun).split()}
    found = {stem(key) for key in content_keys(text) if key.isalpha() and len(key) > 1}
    return found - nouns - _LISTING_WORDS


#: Where a question goes on to something else than what it has named.
_CLAUSES = re.compile(
    r"[,;:.!?()–—…]|\s[-/]\s|\b(?:and|or|but|vs|versus|with|plus|if|i|we|whom?)\b", re.IGNORECASE
)


#: Words that say of a whole list what sort of things are in it, or that all such things may be.
_SORTS = frozenset(
    map(
        stem,
        """online professional formal official industry relevant various different extra additional
        conference conferences talk talks lecture lectures presentation presentations keynote
        keynotes poster posters""".split(),
    )
)


def is_one_described(context: Context, part: Part, noun: str) -> bool:
    """Whether a question says beside the noun of the kind which one of them it is after.

    "Any welding certificate" does; "certificates, and when do they run out" wants to have them all.
    """
    nouns = {stem(word) for word in _KIND_NOUNS[noun].split()}
    clauses = [clause for clause in _CLAUSES.split(part.text) if stems(clause) & nouns]
    said = {word for clause in clauses for word in _describing(clause, noun)} - _SORTS
    return not clauses or any(not is_own_name(context, word) for word in said)


def is_own_name(context: Context, word: str) -> bool:
    """Whether the word is the person's name or what it is cut down to ("Dan" for Daniel)."""
    own = keys(context.resume.name.text) if context.resume.name else []
    return any(name == word or (len(word) >= 3 and name.startswith(word)) for name in own)


def asks_several(part: Part, noun: str) -> bool:
    """Whether the question asks for several of the kind."""
    nouns = [word for word in _KIND_NOUNS.get(noun, noun).split() if word.endswith("s")]
    return bool(set(keys(part.text)) & {*nouns, "people", "all", "list", "every"})
