"""Tags of templates in a page (Hugo's shortcodes, Liquid): no content, but what they surely show.

`{{< date "Feb 2023" "present" >}}` and `{% include job.html from="2019" to="2021" %}` show their
dates where they stand, `{{< button href="mailto:ada@wren.example" >}}` whom it writes to; all else
of a tag is for the program that makes the page. What stands between a tag and the one that closes
it is the page's. Nothing is ever executed.
"""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.dates import says_present, whole_date
from ingest.readers.markdown.pandoc import with_signs

#: What a tag is given in quotes.
_GIVEN = re.compile(r"\"([^\"\n{}]{1,40})\"|'([^'\n{}]{1,40})'")
#: Whom a tag writes to or calls.
_REACHES = re.compile(r"[\"'](?:mailto|tel):(?P<whom>[^\"'?\s{}]{3,80})[\"'?]")
#: Tags of Liquid that show nothing of what they are given (a closed class).
_SHOWS_NOTHING = re.compile(
    r"\{%-?\s*(?:assign|capture|case|cycle|comment|els(?:e|if)|end\w+|for|if|raw|unless|when)\b"
)
#: No tag that shows when something was is given more.
_LONGEST = 400


def without_tags(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text, as long as before, and what of it is a tag but no date. Linear in the text."""
    cuts: list[tuple[int, int]] = []
    signs: dict[int, str] = {}
    for start, end in _tags(text):
        at = start
        dates = _dates(text[start:end])
        for (_, before), (low, _) in pairwise(dates):
            # The quotes between two dates have room for what joins them.
            signs |= {start + before + place: sign for place, sign in enumerate(" – ")}
            cuts.append((start + before + 3, start + low))
        if dates:
            cuts.append((at, start + dates[0][0]))
            at = start + dates[-1][1]
        elif reached := _reaches(text[start:end]):
            cuts.append((at, start + reached.start("whom")))
            # The quote behind it has room for what parts it from the words of the tag.
            at = start + reached.end("whom") + 1
            signs[at - 1] = " "
        cuts.append((at, end))
    return with_signs(text, signs), cuts


def _tags(text: str) -> list[tuple[int, int]]:
    """Every `{{ ... }}` and `{% ... %}`, several lines long or not."""
    found: list[tuple[int, int]] = []
    for opening, closing in (("{%", "%}"), ("{{", "}}")):
        position = 0
        while (start := text.find(opening, position)) >= 0:
            end = text.find(closing, start + 2)
            if end < 0:
                break
            # "{{% ... %}}" is Hugo's, and found by its outer braces.
            hugo = (
                opening == "{%"
                and text[start - 1 : start] == "{"
                and text[end + 2 : end + 3] == "}"
            )
            if not hugo:
                found.append((start, end + 2))
            position = end + 2
    return found


def _reaches(tag: str) -> re.Match[str] | None:
    """Whom a tag writes to or calls, if it shows anything."""
    if len(tag) > _LONGEST or _SHOWS_NOTHING.match(tag):
        return None
    return _REACHES.search(tag)


def _dates(tag: str) -> list[tuple[int, int]]:
    """Where in a tag the date or the two ends of a range stand that it is given."""
    if len(tag) > _LONGEST or _SHOWS_NOTHING.match(tag):
        return []
    given = [
        (match.span(match.lastindex or 0), match[match.lastindex or 0])
        for match in _GIVEN.finditer(tag)
    ]
    told = [(span, words) for span, words in given if whole_date(words) or says_present(words)]
    joined = whole_date(" – ".join(words for _, words in told))
    if len(told) > 2 or joined is None or joined.first is None:
        return []
    return [span for span, _ in told]
