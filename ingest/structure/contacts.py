"""Ways to reach the person, wherever they stand: mail, telephone, profiles, sites, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from ingest.blocks import Block, BlockKind, Text
from ingest.dates import FoundDates
from ingest.languages import count_words
from ingest.resume import Contact, ContactKind, Span
from ingest.structure.addresses import places_in
from ingest.structure.cues import DEGREE
from ingest.structure.labels import label_before
from ingest.structure.lead import dates_in
from ingest.structure.networks import FILE, page_called, profile_of
from ingest.structure.places import Places

# Every repetition is bounded and begins where a word does: no page makes the search slow.
#: "@ada@tides.example" is a handle, and no address.
_FEDIVERSE = re.compile(r"(?<![\w@./])@\w[\w.-]{0,62}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_EMAIL = re.compile(r"(?<![\w.+@-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_OBFUSCATED = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s{0,3}(?:\[|\()?\s{0,3}(?:at|@)\s{0,3}(?:\]|\))\s{0,3}[\w-]{1,63}"
    r"(?:\s{0,3}[\[(]\s{0,3}(?:dot|\.)\s{0,3}[\])]\s{0,3}[\w-]{1,63}|\.[\w-]{1,63}){1,6}",
    re.I,
)
#: "ida at nwosu dot example", in words alone.
_SPOKEN = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64} (?:at|arroba) [\w-]{1,63}(?: (?:dot|punto|ponto) [\w-]{1,63}){1,6}",
    re.I,
)
_ORCID = re.compile(r"\bORCID\b\W{0,4}(?P<value>\d{4}-\d{4}-\d{4}-\d{3}[\dX])\b", re.I)
_PHONE = re.compile(r"(?<![\w/.-])\(?\+?\(?\d(?:[^\S\t\n\v]|[\d().\-–—/]){6,18}\d(?![\w/-])")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\"'|,]+|"
    r"(?<![\w-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|dev|me|app|co|ai|edu|uk|de|eu|in"
    r"|ca|fr|info|blog|tech)(?:/[^\s<>()|,]*)?\b/?",
    re.I,
)
_SEPARATOR = re.compile(r"[|•·\t\n\v;,]|\s[–—]\s|\s{2,}")
_HOST = re.compile(r"[a-z][a-z0-9-]{2,62}(?:\.[a-z0-9-]{2,63}){0,3}\.[a-z]{3,12}(?:/[\w./-]*)?")
#: Networks whose people are told by a label and a handle, and what they are called for short.
_HANDLES = (
    "github|linkedin|twitter|gitlab|orcid|mastodon|instagram|bluesky|kaggle|medium|telegram|signal|"
    "discord|skype|threads|tiktok|soundcloud|bandcamp|behance|wechat|matrix|insta|ig"
)
_SHORT = {"insta": "instagram", "ig": "instagram"}
#: "GitHub: ada", or without a sign between "insta @ada.lov".
_LABELLED = re.compile(
    rf"\b(?P<network>{_HANDLES})(?:\s*[:：|]\s*|\s+(?=@[\w.]))"
    r"(?P<value>(?!https?\b|www\.|[\w-]+\.(?:com|org|net|io)\b)@?[\w./@-]{2,60}+)"
    # "Discord: Ada B (@adab)" gives a name before the handle.
    r"(?!\s\w{1,20}\s?\(@|\s?\(@)",
    re.IGNORECASE,
)
#: Apps that reach a telephone by its number ("Mobile / Viber: +44 7700 900321").
_BY_NUMBER = re.compile(r"\b(whatsapp|viber|signal|telegram|wechat)\b", re.IGNORECASE)
#: The number of a licence or registration ("APC no. 18-04471"); not that of a telephone.
_NUMBER_OF = re.compile(
    r"(?P<of>[^\n\v\t|·•;,]{0,40}?)\b(?:nos?|nr|reg|number|№)\s*[.:]?\s*$", re.I
)
_RINGS = re.compile(r"phone|tel|mob|cell|contact|whatsapp|call|handy", re.IGNORECASE)
#: A date like 08/2016 - 09/2016 or 2012-2016 has the shape of a telephone number.
_DATES = re.compile(r"^\(?(?:(?:19|20)\d\d|\d{1,2}[/.](?:19|20)\d\d)\)?\s*[-–—/]")
_MIN_DIGITS, _MAX_DIGITS = 7, 15
#: Behind a whole number and a stroke, another ("024 555 0117 / 020 555 0117"): no extension.
_ANOTHER = re.compile(r"(?<=\d)\s{0,2}/\s{0,2}(?=[+(]?\d(?:[^\S\n\v]|[\d().-]){5,16}\d)")
_FARTHEST = 24
#: A line or a cell that begins with a number as it is dialled within a country.
_DIALLED = re.compile(r"\W*\(?0\d{1,4}[ )]")
#: So many words may stand beside a link to the person's own site ("Find more of it at").
_MOST_BESIDE = 4


def contacts_of(
    blocks: Sequence[Block], places: Places, head: Sequence[Block]
) -> tuple[Contact, ...]:
    """Every contact of the page once. A place is looked for in the `head` blocks alone."""
    found: dict[tuple[ContactKind, str], Contact] = {}
    networks: set[str | None] = set()
    heads = {id(block) for block in head}
    inside = [block for block in blocks if id(block) in heads]
    outside = [block for block in blocks if id(block) not in heads]
    for part, in_head in ((inside, True), (outside, False)):
        here = [each for block in part for each in _in_block(block, places, in_head=in_head)]
        for contact in here:
            key = (contact.kind, (contact.url or contact.value).casefold().rstrip("/"))
            # Further down, another page on a network is an employer's or a friend's.
            if contact.kind is not ContactKind.PROFILE or contact.network not in networks:
                found.setdefault(key, contact)
        networks |= {contact.network for contact in here}
    located = [one for one in found.values() if one.kind is ContactKind.LOCATION]
    return tuple(
        one
        for one in sorted(found.values(), key=lambda each: each.span.start)
        if one.kind is not ContactKind.LOCATION or one is located[0]
    )


def _in_block(block: Block, places: Places, *, in_head: bool) -> Iterator[Contact]:
    text = block.text
    linked: list[tuple[int, int]] = []
    for words, wrapper in text.links():
        target = unquote(wrapper.target or "")
        span = places.between(wrapper.start, wrapper.end)
        linked.append((wrapper.start, wrapper.end))
        if target.startswith("mailto:") or _EMAIL.fullmatch(target):
            address = target.removeprefix("mailto:").partition("?")[0].strip()
            yield Contact(ContactKind.EMAIL, address, span, f"mailto:{address}")
        elif target.startswith("tel:"):
            yield Contact(ContactKind.PHONE, words.folded or target[4:], span, target)
        elif (profile := profile_of(target, words.folded)) is not None:
            yield Contact(ContactKind.PROFILE, profile[1], span, target, profile[0])
        elif in_head and _is_page(target) and not _in_passing(block, words):
            called = page_called(target, words.folded)
            if called is not None:
                yield Contact(ContactKind.PROFILE, called[1], span, target, called[0])
            else:
                yield Contact(ContactKind.WEBSITE, words.folded or target, span, target)
    yield from _plain(text, places, linked, in_head=in_head)
    if in_head:
        yield from places_in(block, places)


def _is_page(target: str) -> bool:
    """Whether a link leads to a page, and not to a file ("Print version")."""
    return target.startswith(("http", "www.")) and not FILE.search(target)


def _in_passing(block: Block, words: Text) -> bool:
    """Whether a bullet says more than the words of its link: these are no site of the person."""
    told = count_words(block.text.folded) - count_words(words.folded)
    return block.kind is BlockKind.ITEM and told > _MOST_BESIDE


def _plain(
    text: Text, places: Places, linked: list[tuple[int, int]], *, in_head: bool
) -> Iterator[Contact]:
    plain = text.plain
    for pattern in (_EMAIL, _OBFUSCATED, _SPOKEN):
        for match in pattern.finditer(plain):
            span = places.span(text.cut(*match.span()))
            if not any(low <= span.start < high for low, high in linked):
                url = f"mailto:{match[0]}" if "@" in match[0] else None
                yield Contact(ContactKind.EMAIL, match[0], span, url)
    yield from _handles(text, places, linked)
    dated = dates_in(text) if _PHONE.search(plain) else []
    for match in _numbers(plain):
        digits = sum(char.isdigit() for char in match[0])
        years = _DATES.match(match[0]) or re.fullmatch(r"[\d\s–—-]*(?:19|20)\d\d", match[0])
        within = plain[max(0, match.start() - 1) : match.start()]
        if (
            not _MIN_DIGITS <= digits <= _MAX_DIGITS
            or years
            or within == "="
            or _is_other_number(plain, match, dated)
        ):
            continue
        first = match.start() == 0 or plain[match.start() - 1] in "\t\n\v"
        if in_head or match[0][0] in "+(" or (first and _DIALLED.match(match[0])):
            span = places.span(text.cut(*match.span()))
            if not any(low <= span.start < high for low, high in linked):
                yield Contact(ContactKind.PHONE, match[0].strip(), span)
                yield from _apps(plain, match, span)
    if in_head:
        yield from _labelled(text, places, linked)
        yield from _bare_hosts(text, places, linked)
    yield from _addresses(text, places, linked, in_head=in_head)


def _handles(text: Text, places: Places, linked: list[tuple[int, int]]) -> Iterator[Contact]:
    """The handles of the Fediverse, which is called after the best known of its networks."""
    for match in _FEDIVERSE.finditer(text.plain):
        span = places.span(text.cut(*match.span()))
        if not any(low <= span.start < high for low, high in linked):
            user, host = match[0][1:].split("@")
            page = f"https://{host}/@{user}"
            yield Contact(ContactKind.PROFILE, match[0], span, page, "mastodon")


def _numbers(plain: str) -> Iterator[re.Match[str]]:
    """What has the shape of a telephone number, one at a time."""
    at = 0
    while (match := _PHONE.search(plain, at)) is not None:
        stroke = _ANOTHER.search(plain, match.start() + _MIN_DIGITS, match.end() + _FARTHEST)
        if stroke is not None and stroke.start() < match.end():
            whole = sum(map(str.isdigit, plain[match.start() : stroke.start()])) > _MIN_DIGITS
            match = (whole and _PHONE.match(plain, match.start(), stroke.start())) or match
        yield match
        at = match.end()


def _bare_hosts(text: Text, places: Places, linked: list[tuple[int, int]]) -> Iterator[Contact]:
    """Between separators, nothing but the name of a host: a site, whatever its last part is."""
    at = 0
    for match in [*_SEPARATOR.finditer(text.plain), None]:
        part = text.cut(at, match.start() if match else len(text.plain))
        at = match.end() if match else at
        span = places.span(part)
        named = _HOST.fullmatch(part.plain) and not _URL.fullmatch(part.plain)
        if named and not any(low <= span.start < high for low, high in linked):
            yield Contact(ContactKind.WEBSITE, part.plain, span, f"https://{part.plain}")


def _apps(plain: str, match: re.Match[str], span: Span) -> Iterator[Contact]:
    """The apps that the words before a number name."""
    label = re.split(r"[|·•;,\n\v]|\s[–—]\s", plain[max(0, match.start() - 40) : match.start()])[-1]
    for app in _BY_NUMBER.findall(label):
        yield Contact(ContactKind.PROFILE, match[0].strip(), span, None, app.casefold())


def _is_other_number(plain: str, match: re.Match[str], dated: Sequence[FoundDates]) -> bool:
    """Whether a number is a date, or labelled as something that nobody can ring."""
    if label_before(plain, match.start()) == "number":
        return True
    of = _NUMBER_OF.search(plain, max(0, match.start() - 50), match.start())
    if of is not None and of["of"].strip() and not _RINGS.search(of["of"]):
        return True
    return any(
        found.start < match.end() and match.start() < found.end and not found.only_year
        for found in dated
    )


def _labelled(text: Text, places: Places, linked: list[tuple[int, int]]) -> Iterator[Contact]:
    for match in _ORCID.finditer(text.plain):
        span = places.span(text.cut(*match.span("value")))
        if not any(low <= span.start < high for low, high in linked):
            page = f"https://orcid.org/{match['value']}"
            yield Contact(ContactKind.PROFILE, match["value"], span, page, "orcid")
    for match in _LABELLED.finditer(text.plain):
        span = places.span(text.cut(*match.span("value")))
        other = any(low <= span.start < high for low, high in linked)
        if not other and not _FEDIVERSE.match(match["value"]):
            network = match["network"].casefold()
            network = _SHORT.get(network, network)
            yield Contact(
                ContactKind.PROFILE,
                match["value"].rpartition("/")[2] or match["value"],
                span,
                None,
                network,
            )


def _addresses(
    text: Text, places: Places, linked: list[tuple[int, int]], *, in_head: bool
) -> Iterator[Contact]:
    plain = text.plain
    for match in _URL.finditer(plain):
        before = plain[max(0, match.start() - 1) : match.start()]
        span = places.span(text.cut(*match.span()))
        if before in ("@", "/") or any(low <= span.start < high for low, high in linked):
            continue
        target = match[0].rstrip(".")
        if plain[match.end() : match.end() + 1] == "@" or DEGREE.fullmatch(target):
            # "B.Tech" is no site.
            continue
        profile = profile_of(target, target)
        if profile is not None:
            yield Contact(ContactKind.PROFILE, target, span, target, profile[0])
        elif in_head:
            yield Contact(ContactKind.WEBSITE, target, span, target)


def reached_in(text: str) -> Iterator[tuple[ContactKind, str]]:
    """The addresses and international numbers in a text that only says how to reach somebody."""
    for match in _EMAIL.finditer(text):
        yield ContactKind.EMAIL, match[0]
    for match in _numbers(text):
        if match[0][0] in "+(":
            yield ContactKind.PHONE, match[0].strip()


def head_blocks(blocks: Sequence[Block], sections_at: int) -> list[Block]:
    """The blocks before the first section, and the last few of the page where contact may stand."""
    tail = [block for block in blocks[-3:] if block.quoted or block.kind is BlockKind.ROW]
    return [*blocks[:sections_at], *tail]
