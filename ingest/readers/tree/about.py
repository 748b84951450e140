"""What trees call the facts about a person: the keys of names, ways to reach somebody, networks."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import label
from ingest.resume import ContactKind, SectionKind
from ingest.structure.contacts import reached_in
from ingest.structure.cues import is_city, is_place, is_role
from ingest.structure.kinds import exact_kind
from ingest.structure.labels import announces
from ingest.structure.signs import ends_sentence

NAME = frozenset({"name", "fullname", "preferredname"})
#: The parts of a name where they stand straight among what is about the person.
NAME_PARTS = ("firstname", "givenname", "middlename", "lastname", "familyname", "surname")
#: Parts of a name that are other things alone ("family: two girls"), and all in their order.
_FIRST, _LAST = ("first", "given"), ("last", "family")
NAME_ORDER = (
    "firstname", "givenname", *_FIRST, "middlename", "middle", "lastname", "familyname", "surname",
    *_LAST,
)  # fmt: skip
HEADLINE = frozenset(
    {"label", "headline", "jobtitle", "tagline", "title", "profession", "occupation", "strapline"}
)
#: Where somebody lives, in words that may head a section, too; their values have to be short.
_LIVES = frozenset("where base based basedin lives livesin livingin residence".split())
_PERHAPS_PLACE = (None, ContactKind.LOCATION)
#: In words.
_LONGEST_PLACE = 8
_LONGEST_HEADLINE = 12
#: So many words that end as a sentence does say something of a person, whatever their key.
_FEWEST_SAID = 12
PLACE = frozenset({"location", "address", "city"})
#: Parts of a place where they stand straight among what is about the person, in their order.
PLACE_PARTS = (
    "city", "town", "region", "state", "province", "zip", "zipcode", "postalcode", "postcode",
    "country",
)  # fmt: skip
SUMMARY = frozenset(
    """summary about intro introduction blurb bio biography brief objective profile aboutme
    statement personalstatement""".split()
)
PROFILES = frozenset(
    """profiles social socials networks socialnetworks customconnections connections links
    socialmedia accounts""".split()
)
PLAIN = {
    "email": ContactKind.EMAIL, "mail": ContactKind.EMAIL, "emails": ContactKind.EMAIL,
    "phone": ContactKind.PHONE, "telephone": ContactKind.PHONE, "mobile": ContactKind.PHONE,
    "tel": ContactKind.PHONE, "phones": ContactKind.PHONE, "phonenumber": ContactKind.PHONE,
    "mobilenumber": ContactKind.PHONE, "cell": ContactKind.PHONE, "cellphone": ContactKind.PHONE,
    "emailaddress": ContactKind.EMAIL,
    "url": ContactKind.WEBSITE, "website": ContactKind.WEBSITE, "homepage": ContactKind.WEBSITE,
    "site": ContactKind.WEBSITE, "web": ContactKind.WEBSITE, "blog": ContactKind.WEBSITE,
}  # fmt: skip
_DIRECT = (ContactKind.EMAIL, ContactKind.PHONE)
#: Networks that people put straight among what is about them.
NETWORKS = frozenset(
    """github gitlab linkedin twitter x mastodon bluesky stackoverflow orcid medium kaggle behance
    dribbble xing facebook instagram youtube telegram codewars goodreads bitbucket researchgate
    googlescholar leetcode skype""".split()
)
#: What else is said of a person, in FRESH and in themes.
KNOWN = frozenset(
    """class characterclass quote citizenship nationality pdf timezone dateofbirth birthday born
    pronouns""".split()
)
HANDLE = ("username", "user", "handle", "id", "placeholder")
NETWORK = ("network", "label", "name", "site", "title")
FLAVOR = ("flavor", "category", "type", "kind")


def is_about(node: Node) -> bool:
    """Whether an object has a name, a headline, a way to reach somebody, or says who they are."""
    if node.kind is Kind.OBJECT and short_parts(node):
        return True
    told = node.get(
        *NAME, *NAME_PARTS, *(HEADLINE - {"title"}), *PLAIN, *NETWORKS, "brief", "summary"
    )
    return node.kind is Kind.OBJECT and told is not None


def is_person(node: Node) -> bool:
    """Whether an object is about the person: it has a name, and a way to reach or to call them."""
    reached = node.get(*PLAIN, *(HEADLINE - {"title", "label"}), *NETWORKS)
    named = node.get(*NAME, *NAME_PARTS) is not None
    return node.kind is Kind.OBJECT and named and reached is not None


def calls(node: Node) -> bool:
    """Whether a member is the whole name, by its key in any language ("nombre")."""
    return node.scalar and (folded(node.key) in NAME or announces(label(node.key)) == "name")


def places(node: Node) -> bool:
    """Whether a member says where somebody lives, by its key; "Trained in" does not."""
    told = folded(node.key) in _LIVES or announces(label(node.key)) == "location"
    short = node.kind is Kind.STRING and len(node.text.split()) <= _LONGEST_PLACE
    return told and short and node.text[:1].isupper() and by_look(node.text) in _PERHAPS_PLACE


def may_head(node: Node) -> bool:
    """Whether a value under any key says what somebody is ("does: Rigger, wind turbines")."""
    short = node.kind is Kind.STRING and len(node.text.split()) <= _LONGEST_HEADLINE
    return short and is_role(node.text)


def introduces_in_words(node: Node) -> bool:
    """Whether a value under any key is text of some length about the person."""
    words = node.text.split() if node.kind is Kind.STRING else []
    return len(words) >= _FEWEST_SAID and ends_sentence(node.text)


def are_profiles(node: Node) -> bool:
    """Whether a list is of addresses on networks, whatever its key: `{name: GitHub, url: ...}`."""
    listed = node.kind is Kind.ARRAY and all(part.kind is Kind.OBJECT for part in node.items())
    # What somebody likes, or made, may have its page on a network.
    own = exact_kind(label(node.key)) in (None, SectionKind.BASICS)
    return listed and own and all(map(_is_profile, node.items()))


def _is_profile(node: Node) -> bool:
    address = node.get("url", "link", "href")
    on_network = address is not None and address.scalar and site_of(address.text) in NETWORKS
    return on_network and all(
        part is address or folded(part.key) in {*NETWORK, *HANDLE} for part in node.members()
    )


#: Members of the root that are about the person.
ROOT_KEYS = (
    (NAME | {*NAME_PARTS, *PLACE_PARTS} | HEADLINE | PLACE | SUMMARY | PROFILES | PLAIN.keys()
     | NETWORKS | {"pronouns"})
    - {"profile", "mobile", "blog", "x", "site", "web", "links", "connections", "accounts"}
)  # fmt: skip

#: Members of the front matter of a page by which its author may be reached.
REACHED = (PLAIN.keys() | NETWORKS | PROFILES | {"contact", "contacts", "author"}) - {
    "mobile", "blog", "x", "site", "web", "url", "medium",
}  # fmt: skip


#: What people call a list or an object of ways to reach them.
WAYS = ("contact", "contacts", "contactinfo", "contactinformation", "contactdetails")


def introduces(node: Node) -> bool:
    """Whether an object is about the person by what it holds: a name, and what they are or say."""
    if node.kind is not Kind.OBJECT:
        return False
    named = node.get(*NAME, *NAME_PARTS)
    told = node.get(
        *(HEADLINE - {"label"}), *PLAIN, *NETWORKS, *SUMMARY, *WAYS, "social", "socials"
    )
    if named is None:
        # In another language ("nombre"), which a way to reach somebody bears out.
        return any(map(calls, node.members())) and reaches(node)
    return named.scalar and (told is not None or reaches(node))


def reaches(node: Node) -> bool:
    """Whether an object has a mail address, by its look or key, or a telephone, or ways inside."""
    direct = node.get(*(key for key, kind in PLAIN.items() if kind in _DIRECT))
    return direct is not None or any(
        are_ways(part) or _reaches_by_look(part) for part in node.members()
    )


def are_ways(node: Node) -> bool:
    """Whether an object is but ways to reach somebody, whatever its key: `{mail: ..., tel: ...}`.

    An address or a number is among them.
    """
    members = list(node.members()) if node.kind is Kind.OBJECT else []
    keys = {*PLAIN, *NETWORKS, *PLACE, *PLACE_PARTS}
    known = all(
        part.scalar and (folded(part.key) in keys or _reaches_by_look(part)) for part in members
    )
    return known and any(
        PLAIN.get(folded(part.key)) in _DIRECT or _reaches_by_look(part) for part in members
    )


def is_way(node: Node) -> bool:
    """Whether a value is an address of mail or of a page, under a key like "write_to".

    A title of several words ("Office hours") may say whose it is.
    """
    short = node.kind is Kind.STRING and " " not in node.text and not node.titled
    return (
        short
        and folded(node.key) not in WAYS
        and by_look(node.text)
        in (
            ContactKind.EMAIL,
            ContactKind.WEBSITE,
            ContactKind.PROFILE,
        )
    )


def _reaches_by_look(node: Node) -> bool:
    return node.kind is Kind.STRING and by_look(node.text) is ContactKind.EMAIL


def short_parts(node: Node) -> list[Node]:
    """The parts of a name that tell each other to be such: `{given: Una, family: Ruiz}`."""
    both = node.get(*_FIRST) is not None and node.get(*_LAST) is not None
    if not both or node.get(*NAME, *NAME_PARTS) is not None:
        return []
    keys = {*_FIRST, "middle", *_LAST}
    return [part for part in node.members() if part.scalar and folded(part.key) in keys]


def linked(node: Node) -> tuple[ContactKind, str, str | None] | None:
    """The way to reach somebody that an object with a link is: kind, value and address."""
    link = node.get("url", "link", "href")
    if node.kind is not Kind.OBJECT or link is None or not link.scalar:
        return None
    scheme, _, rest = link.text.partition(":")
    if scheme == "mailto":
        return ContactKind.EMAIL, rest.partition("?")[0], None
    if scheme == "tel":
        return ContactKind.PHONE, rest, None
    where = site_of(link.text)
    if where in NETWORKS:
        return ContactKind.PROFILE, link.text, where
    return None


def shown(node: Node) -> Iterator[Node]:
    """The members of a link that are seen: neither where it leads nor a switch."""
    for part in node.members():
        if part.boolean is None and folded(part.key) not in ("url", "link", "href", "attr"):
            yield part


def by_look(text: str) -> ContactKind | None:
    """How one reaches somebody by a text that is an address, a number or a place; else None."""
    if " " not in text and "." in text and (address := web_address(text)):
        return ContactKind.PROFILE if site_of(address) in NETWORKS else ContactKind.WEBSITE
    ways = [kind for kind, value in reached_in(text) if value == text.strip()]
    return ways[0] if ways else ContactKind.LOCATION if is_place(text) or is_city(text) else None


def network_of(name: str) -> str | None:
    """The network as contacts name it: "stackoverflow" for "stack-overflow"."""
    plain = folded(name)
    return plain if plain in NETWORKS else name.casefold() or None


def web_address(text: str) -> str | None:
    """The text if it is a web address, with the scheme that browsers would add."""
    if " " in text or "@" in text:
        return text if text.startswith(("http://", "https://")) and " " not in text else None
    if text.startswith(("http://", "https://")):
        return text
    return f"https://{text}" if "." in text.strip(".") and not text[:1].isdigit() else None


def site_of(address: str) -> str | None:
    """The network that an address belongs to: "github" for https://github.com/somebody."""
    try:
        host = urlsplit(web_address(address) or "").hostname or ""
    except ValueError:
        return None
    parts = host.removeprefix("www.").split(".")
    return parts[-2] if len(parts) > 1 else None
