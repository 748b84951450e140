"""The person in a tree: name, headline, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from ingest.readers.tree.lines import is_line, labelled, line, other, prose
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import fragment, label_of, name_of, named_in, place, words_of
from ingest.resume import Contact, ContactKind, Fragment, Link, Statement
from ingest.structure.kinds import is_document_title
from ingest.visible import unmarked, visible

_NAME = frozenset({"name", "fullname", "preferredname"})
#: The parts of a name where they stand straight among what is about the person.
_NAME_PARTS = ("firstname", "givenname", "middlename", "lastname", "familyname", "surname")
_HEADLINE = frozenset(
    {"label", "headline", "jobtitle", "tagline", "title", "profession", "occupation"}
)
_PLACE = frozenset({"location", "address", "city"})
_SUMMARY = frozenset(
    """summary about bio biography brief objective profile aboutme statement
    personalstatement""".split()
)
_PROFILES = frozenset(
    """profiles social socials networks socialnetworks customconnections connections links
    socialmedia accounts""".split()
)
_PLAIN = {
    "email": ContactKind.EMAIL, "mail": ContactKind.EMAIL, "emails": ContactKind.EMAIL,
    "phone": ContactKind.PHONE, "telephone": ContactKind.PHONE, "mobile": ContactKind.PHONE,
    "tel": ContactKind.PHONE, "phones": ContactKind.PHONE, "phonenumber": ContactKind.PHONE,
    "mobilenumber": ContactKind.PHONE, "cell": ContactKind.PHONE, "cellphone": ContactKind.PHONE,
    "emailaddress": ContactKind.EMAIL,
    "url": ContactKind.WEBSITE, "website": ContactKind.WEBSITE, "homepage": ContactKind.WEBSITE,
    "site": ContactKind.WEBSITE, "web": ContactKind.WEBSITE, "blog": ContactKind.WEBSITE,
}  # fmt: skip
#: Networks that people put straight among what is about them.
_NETWORKS = frozenset(
    """github gitlab linkedin twitter x mastodon bluesky stackoverflow orcid medium kaggle behance
    dribbble xing facebook instagram youtube telegram codewars goodreads bitbucket researchgate
    googlescholar leetcode skype""".split()
)
#: What else is said of a person, in FRESH and in themes.
_KNOWN = frozenset(
    """class characterclass quote citizenship nationality pdf timezone dateofbirth birthday born
    pronouns""".split()
)
_HANDLE = ("username", "user", "handle", "id", "placeholder")
_NETWORK = ("network", "label", "name", "site", "title")
_FLAVOR = ("flavor", "category", "type", "kind")


def is_about(node: Node) -> bool:
    """Whether an object has a name, a headline, a way to reach somebody, or says who they are."""
    told = node.get(
        *_NAME, *_NAME_PARTS, *(_HEADLINE - {"title"}), *_PLAIN, *_NETWORKS, "brief", "summary"
    )
    return node.kind is Kind.OBJECT and told is not None


def is_person(node: Node) -> bool:
    """Whether an object is about the person: it has a name, and a way to reach or to call them."""
    reached = node.get(*_PLAIN, *(_HEADLINE - {"title", "label"}), *_NETWORKS)
    named = node.get(*_NAME, *_NAME_PARTS) is not None
    return node.kind is Kind.OBJECT and named and reached is not None


def are_profiles(node: Node) -> bool:
    """Whether a list is of addresses on networks, whatever its key: `{name: GitHub, url: ...}`."""
    listed = node.kind is Kind.ARRAY and all(part.kind is Kind.OBJECT for part in node.items())
    return listed and all(map(_is_profile, node.items()))


def _is_profile(node: Node) -> bool:
    address = node.get("url", "link", "href")
    on_network = address is not None and address.scalar and _site(address.text) in _NETWORKS
    return on_network and all(
        part is address or folded(part.key) in {*_NETWORK, *_HANDLE} for part in node.members()
    )


#: Members of the root that are about the person.
ROOT_KEYS = (
    (_NAME | {*_NAME_PARTS} | _HEADLINE | _PLACE | _SUMMARY | _PROFILES | _PLAIN.keys() | _NETWORKS)
    - {"profile", "mobile", "blog", "x", "site", "web", "city", "links", "connections", "accounts"}
)  # fmt: skip


@dataclass
class Person:
    """What is gathered from `basics` and from what stands at the root in its place."""

    name: Fragment | None = None
    headline: Fragment | None = None
    contacts: list[Contact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    summary: list[Statement] = field(default_factory=list)
    unknown: list[Node] = field(default_factory=list)
    _parts: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Take in one member of `basics`: as statements, and as what it means."""
        key = folded(node.key)
        if key in _SUMMARY:
            for part in node.items():
                self.summary += prose(part)
        elif key in _PROFILES or are_profiles(node):
            self._profiles(node)
        elif key in _NAME_PARTS and node.scalar:
            self.statements += other(node)
            self._parts.append(node)
        elif key in _PLACE:
            words = place(node)
            self.statements.append(labelled(node, label_of(node), (words,)))
            self._reach(ContactKind.LOCATION, node, place(node, short=True))
        elif key in ("other", "others") and all(map(is_line, node.items())):
            for item in node.items():
                self._labelled(item)
        else:
            self._plain(node, key)

    def settle(self) -> None:
        """Where no member is the name, its parts are, in the order in which one is called."""
        parts = sorted(self._parts, key=lambda part: _NAME_PARTS.index(folded(part.key)))
        if self.name is None and parts:
            spans = sorted((part.span() for part in parts), key=lambda span: span.start)
            span = parts[0].source.span(spans[0].start, spans[-1].end, parts[0].pointer)
            self.name = Fragment(unmarked(" ".join(part.text for part in parts)), span)

    def add_line(self, node: Node) -> None:
        """Take in an object that is a name and a value: `{name: Full Name, value: Ada Wren}`."""
        name = node.get("name", "label", "title", "key")
        value = node.get("value", "details", "text")
        if name is None or value is None or not name.scalar:
            self.statements += prose(node, bullets=True)
            return
        if any(part is not name and part is not value for part in node.members()):
            self._labelled(node)
            return
        start = min(name.start, value.start)
        key = unmarked(name.text)
        self.add(replace(value, key=key, key_start=start, key_end=name.end, titled=True))

    def add_text(self, node: Node) -> None:
        """Take in a text about the person, which may be no more than an address."""
        self.statements += prose(node)
        if re.fullmatch(r"\S+@\S+\.\S+", node.text):
            self._reach(ContactKind.EMAIL, node, node.text)

    def _plain(self, node: Node, key: str) -> None:
        if key in _NAME:
            named = named_in(node)
            # Of an object, whatever is no part of the name comes after it.
            more = [] if node in named else node.members()
            rest = [words_of(part) for part in more if part not in named]
            self.statements.append(labelled(node, label_of(node), (name_of(node), *rest)))
            self.name = self.name or fragment(node)
            return
        self.statements += other(node)
        if key in _HEADLINE and node.scalar and not is_document_title(node.text):
            self.headline = self.headline or fragment(node)
        elif key in _PLAIN or key in _NETWORKS:
            kind = _PLAIN.get(key, ContactKind.PROFILE)
            network = _network(key) if kind is ContactKind.PROFILE else None
            for part in node.items():
                address = part.get("url", "link", "href")
                if part.scalar:
                    self._reach(kind, part, part.text, _address(part.text), network)
                elif address is not None and address.scalar:
                    # {"github": {"name": "Ada", "url": "https://..."}}
                    name = part.get(*_HANDLE, "name", "label", "text") or address
                    self._reach(kind, part, words_of(name), _address(address.text), network)
        elif key not in _KNOWN:
            self.unknown.append(node)

    def _labelled(self, node: Node) -> None:
        """One of FRESH's other contacts: `{label: Work, flavor: phone, value: ...}`."""
        self.statements.append(line(node))
        flavor, value = node.get(*_FLAVOR), node.get("value", "details", "text")
        kind = _PLAIN.get(folded(flavor.text)) if flavor else None
        if kind and value and value.scalar:
            self._reach(kind, value, value.text, _address(value.text))

    def _reach(
        self,
        kind: ContactKind,
        node: Node,
        value: str,
        url: str | None = None,
        network: str | None = None,
    ) -> None:
        # A number may be written as the link that dials it.
        value = visible(value).removeprefix("tel:").removeprefix("mailto:")
        if value:
            self.contacts.append(Contact(kind, value, node.span(), url, network))

    def _profiles(self, node: Node) -> None:
        for profile in node.items():
            known = profile.get("network", "url", "link", "href", *_HANDLE)
            if profile.kind is Kind.OBJECT and known is None:
                # {"GitHub": "https://..."}: the key is the network.
                for member in profile.members():
                    self._profile(member, member.key, words_of(member))
                    self.statements += other(member)
            elif profile.kind is Kind.OBJECT:
                self._profile_object(profile)
            else:
                self._profile(profile, "", profile.text)
                self.statements += other(profile)

    def _profile_object(self, node: Node) -> None:
        network, user, url = (
            node.get(*_NETWORK),
            node.get(*_HANDLE),
            node.get("url", "link", "href"),
        )
        parts = (network, user, url)
        rest = [part for part in node.members() if not any(part is one for one in parts)]
        name, handle, address = (words_of(part) if part else "" for part in parts)
        # FRESH has the network twice, the second time as a label.
        more = [
            text
            for part in rest
            if (text := words_of(part)).casefold() != name.casefold() or part.key != "label"
        ]
        words = [handle, f"({address})" if handle and address else address, *more]
        text = " ".join(word for word in words if word)
        self.statements.append(
            Statement(
                f"{name}: {text}" if name and text else name or text,
                node.inner_span(),
                label=name or None,
                values=(text,) if text else (),
                links=(Link(handle or address, address),) if address else (),
            )
        )
        if handle or address:
            where = _network(name) or _site(address)
            # What is on no network is a site of one's own.
            kind = ContactKind.PROFILE if where in _NETWORKS or name else ContactKind.WEBSITE
            self.contacts.append(
                Contact(
                    kind,
                    handle or address,
                    node.inner_span(),
                    _address(address),
                    where if kind is ContactKind.PROFILE else None,
                )
            )

    def _profile(self, node: Node, network: str, value: str) -> None:
        name = _network(network) or _site(value)
        self._reach(ContactKind.PROFILE, node, value, _address(value), name)


def unknown_keys(person: Person) -> Iterator[tuple[str, int]]:
    """Keys of `basics` that have no meaning here, each with its line."""
    for node in person.unknown:
        yield node.key, node.span().start_line


def _network(name: str) -> str | None:
    """The network as contacts name it: "stackoverflow" for "stack-overflow"."""
    plain = folded(name)
    return plain if plain in _NETWORKS else name.casefold() or None


def _address(text: str) -> str | None:
    """The text if it is a web address, with the scheme that browsers would add."""
    if " " in text or "@" in text:
        return text if text.startswith(("http://", "https://")) and " " not in text else None
    if text.startswith(("http://", "https://")):
        return text
    return f"https://{text}" if "." in text.strip(".") and not text[:1].isdigit() else None


def _site(address: str) -> str | None:
    """The network that an address belongs to: "github" for https://github.com/somebody."""
    try:
        host = urlsplit(_address(address) or "").hostname or ""
    except ValueError:
        return None
    parts = host.removeprefix("www.").split(".")
    return parts[-2] if len(parts) > 1 else None
