"""Names of organisations and titles: what tells them from others, and how they are shortened."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.text import FUNCTION_WORDS, fold, keys, stem, stems, tokens
from assistant.vocabulary import load_vocabulary
from assistant.words import is_ordinary


def named_words(text: str) -> set[str]:
    """The folded words of a name that tell it from others of its sort."""
    return {key for key in keys(text) if key not in GENERIC and len(key) > 1}


def initials(text: str, *, whole: bool = False) -> set[str]:
    """The folded initials of a name's runs of two or more words; with `whole`, only of all of it.

    With and without its small words: `University of the Arts` is `ua` and `uota`.
    """
    return set(_initials(text, whole))


@lru_cache(maxsize=4096)  # the same names are compared with every question
def _initials(text: str, whole: bool) -> frozenset[str]:
    found: set[str] = set()
    for words in (keys(text), [key for key in keys(text) if key not in FUNCTION_WORDS]):
        letters = "".join(word[0] for word in words)
        sizes = [len(letters)] if whole else range(2, len(letters) + 1)
        for size in sizes:
            found.update(letters[at : at + size] for at in range(len(letters) - size + 1))
    return frozenset(form for form in found if len(form) > 1 and form.isalpha())


#: Words that many names of organisations share (closed, general), so no name is known by them.
GENERIC = frozenset(
    """the of and for at in a an de la le inc ltd llc llp gmbh plc corp corporation co company
    companies group limited private pvt technologies technology solutions services consulting
    consultancy systems software labs lab studio studios partners holdings international global
    national university college school institute academy hospital clinic centre center department
    trust foundation society association council agency bank restaurant hotel cafe university's
    job jobs work other most recent experience role position project projects team own self employed
    freelance that your you had st saint new north south east west city county state""".split()
)


#: What people are called by before their name.
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor ing herr frau monsieur madame mme sr sra senora".split()
)
#: How employers of a sort are called in English, and in the languages that names come in. An
#: embedding model of English does not know that a Klinikum is a hospital.
_SORTS = {
    "bank": "bank|banque|banco|banca|sparkasse|bankhaus|savings",
    "hospital|clinic|ward": "hospital|klinik|infirmary|krankenhaus|hopital|ospedale|spital|clinic|"
    "clinica|nhs|ziekenhuis|medical cent",
    "university|uni|college": "universi|college|hochschule|polytechn|institute of technology",
    "school|schools": "school|academy|schul|gymnasi|lycee|ecole|escuela|escola|scuola|colegio|"
    "ysgol|gimnazjum|liceo",
    "insurer|insurers|insurance": "insur|assuranc|versicher|seguro|ruck|assicura|mutual|reinsur",
    "railway|railways|railroad|trains": "rail|bahn|ferrov|ferrocarril|sncf|train",
    "museum|gallery": "muse|galler|galeri",
    "theatre|theater": "theat|teatr|opera|playhouse",
    "library": "librar|bibliot|mediath",
    "council|municipality|city|town": "council|city of|county|borough|kommun|gemein|gemeente|stadt|"
    "mairie|ayuntamiento|comune|camara municipal|prefeitura",
    "government|ministry|agency": "ministr|department of|agency|bundes|federal|directorate|behord|"
    "government|gov",
    "restaurant|kitchen|bistro|cafe": "restauran|ristorant|bistro|brasserie|trattoria|cantina|cafe|"
    "kitchen|comedor|grill|diner|osteria|taverna",
    "hotel": "hotel|inn\\b|resort|auberge|pension|hostel|lodge|parador",
    "newspaper|paper|press": "news|zeitung|herald|tribune|times|gazette|journal|diario|courier|"
    "press",
    "pharmacy|chemist": "pharma|apothe|farmac|chemist|drug",
    "bakery": "baker|backerei|boulanger|panader|padaria|patisserie",
    "shipyard|yard": "shipyard|yard|werft|astiller|cantier|stocznia|drydock",
    "airline": "air|airline|airways|lufth|aero|flug",
    "law firm|chambers": "llp|law|legal|chambers|solicitor|attorney|advoc|abogad|avocat|kanzlei",
    "charity|nonprofit|ngo": "charit|foundation|trust|stiftung|fondation|fundacion|relief|"
    "red cross|hospice|ngo",
    "church|parish": "church|parish|kirche|iglesia|eglise|cathedral|chapel|diocese",
    "army|military|navy|forces": "army|navy|marine|air force|military|infantry|regiment|guard|"
    "corps",
    "supermarket|store|shop": "supermarket|store|shop|market|retail|mart|timber|hardware|boutique",
}
#: The words for sorts of employers, each by itself.
SORT_WORDS = frozenset(word for words in _SORTS for word in words.split("|"))


def same_sort(description: str, name: str) -> bool:
    """Whether the description has a word for a sort of employer of which the name is one."""
    said, called = fold(description), fold(name)
    return any(
        re.search(rf"\b(?:{words})s?\b", said) and re.search(rf"\b(?:{forms})", called)
        for words, forms in _SORTS.items()
    )


def forms_of_sort(sort: str) -> str:
    """A pattern for how bodies of a sort are called, folded; the word itself if of no known one."""
    for words, forms in _SORTS.items():
        if sort.casefold() in words.split("|"):
            return forms
    return re.escape(sort.casefold())


def names_somebody(line: str, asked: set[str] | frozenset[str] = frozenset()) -> bool:
    """Whether two words with capitals stand side by side that may be somebody's name.

    Or a word behind an initial or a form of address ("A. Obi", "Prof Obi"), whatever else it means.
    """
    written = tokens(line)
    for first, last in pairwise(written):
        if not (first.text[:1].isupper() and last.text[:1].isupper()):
            continue
        between = line[first.end : last.start]
        if between.strip(" ."):
            continue
        initial = len(first.text) == 1 and between.startswith(".")
        if (initial or first.key in TITLES) and len(last.text) > 1 and last.key not in GENERIC:
            if stem(last.key) not in asked:
                return True
            continue
        known = load_vocabulary().find([first.key]) or load_vocabulary().find([last.key])
        if known or {first.key, last.key} & GENERIC:
            continue
        told = stems(f"{first.text} {last.text}")
        if not told & asked and not (is_ordinary(first.key) and is_ordinary(last.key)):
            return True
    return False
