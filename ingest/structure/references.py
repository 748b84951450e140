"""Publications as bibliographies cite them: authors, perhaps the year, the title, and the rest."""

from __future__ import annotations

import re

from ingest.blocks import Text

_SURNAME = r"(?:(?:van|von|de|der|den|la|le|di|da) ){0,2}[A-ZÀ-Þ][\w'’-]+"
_INITIALS = r"(?:(?:[A-ZÀ-Þ]\.[ -]?){1,4}|[A-Z]{1,3}(?=[,.; ]))"
#: "Doe, J. R.", "Doe JR", or "DOE, Jane Rose".
_CAPITALS = r"[A-ZÀ-Þ]{2,}(?:-[A-ZÀ-Þ]{2,})?"
_GIVEN = r"[A-ZÀ-Þ](?:\.|[\w'’-]+)(?!\w)"
_AUTHOR = rf"(?:{_SURNAME},? {_INITIALS}|{_CAPITALS}, {_GIVEN}(?: {_GIVEN}){{0,2}})\*?"
_AUTHORS = re.compile(
    rf"{_AUTHOR}(?:(?:,? (?:and|&) |[,;] {{0,4}}(?:& |and )?| ?… ?){_AUTHOR}){{0,40}}(?:,? et al)?"
    r"[.,:]?\s*(?:\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s*)?(?=[\"“‘A-ZÀ-Þ\d])"
)
#: A year in the margin before the authors.
_YEAR = re.compile(r"\W*(?:19|20)\d\d(?:\s+|\s*[:.–—-]\s*)(?=[A-ZÀ-Þ])")
_ANY = rf"(?:{_AUTHOR}|(?:(?:[A-ZÀ-Þ]\. ?){{1,3}}|[A-ZÀ-Þ]{{1,3}} ){_SURNAME})"
#: The title first: "Kelp and tides. (2013) Doe, J. et al. Annals", or "... (2013) J Doe, R Roe".
_TITLED = re.compile(
    r"(?P<title>[^()]+?)[.,]?\s*\((?:19|20)\d\d[a-z]?\)[.,:]?\s+"
    rf"{_ANY}(?=,| et al| and | & )(?:(?:,? (?:and|&) |, ){_ANY}){{0,40}}(?:,? et al)?[.,]?"
)
_SENTENCE_END = re.compile(r"[.?!](?=\s+\S)|(?<=[\"”’»])[.,]?\s")
_COLON = re.compile(r":(?=\s)")
#: "Slow wells: Desert Water, 3(2), 20-34": behind the colon where it was published.
_JOURNAL = re.compile(r":\s+[A-ZÀ-Þ][^:.,]{2,60},\s*\d{1,4}\s*(?:\(\d{1,3}\))?\s*(?:,|$)")
_MAX_LENGTH = 1_000
_MIN_WORDS = 2


def cited(text: Text) -> tuple[Text, Text] | None:
    """The title of a reference and what follows it; None where no authors stand at the start."""
    plain = re.sub(r"\s", " ", text.cut(0, _MAX_LENGTH).plain)
    year = _YEAR.match(plain)
    authors = _AUTHORS.match(plain, year.end() if year else 0)
    if authors is None:
        titled = _TITLED.match(plain)
        if titled is None or len(titled["title"].split()) <= _MIN_WORDS:
            return None
        return text.cut(0, titled.end("title")), text.cut(titled.end())
    start = authors.end()
    end = _SENTENCE_END.search(plain, start) or _COLON.search(plain, start)
    stop, rest = (end.start(), end.end()) if end else (len(text), len(text))
    for words, _ in text.links():
        # A title that is a link is all of the link, whatever signs are in it.
        at = text.plain.find(words.plain, start)
        if words and start <= at <= start + 1:
            stop, rest = at + len(words), at + len(words)
    if journal := _JOURNAL.search(plain, start, stop):
        stop, rest = journal.start(), journal.start() + 1
    title = text.cut(start, stop)
    return (title, text.cut(rest)) if len(title.folded.split()) >= _MIN_WORDS else None
