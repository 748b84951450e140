"""Names of organisations and titles: what tells them from others, and how they are shortened."""

from __future__ import annotations

from assistant.text import FUNCTION_WORDS, keys


def named_words(text: str) -> set[str]:
    """The folded words of a name that tell it from others of its sort."""
    return {key for key in keys(text) if key not in _GENERIC and len(key) > 1}


def initials(text: str, *, whole: bool = False) -> set[str]:
    """The folded initials of a name's runs of two or more words; with `whole`, only of all of it.

    With and without its small words: `University of the Arts` is `ua` and `uota`.
    """
    found: set[str] = set()
    for words in (keys(text), [key for key in keys(text) if key not in FUNCTION_WORDS]):
        letters = "".join(word[0] for word in words)
        sizes = [len(letters)] if whole else range(2, len(letters) + 1)
        for size in sizes:
            found.update(letters[at : at + size] for at in range(len(letters) - size + 1))
    return {form for form in found if len(form) > 1 and form.isalpha()}


#: Words that many names of organisations share (closed, general), so no name is known by them.
_GENERIC = frozenset(
    """the of and for at in a an de la le inc ltd llc llp gmbh plc corp corporation co company
    companies group limited private pvt technologies technology solutions services consulting
    consultancy systems software labs lab studio studios partners holdings international global
    national university college school institute academy hospital clinic centre center department
    trust foundation society association council agency bank restaurant hotel cafe university's
    job jobs work other most recent experience role position project projects team own self employed
    freelance that your you had st saint new north south east west city county state""".split()
)
