"""The person in a tree: name, headline, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.readers.tree.about import (
    FLAVOR,
    HANDLE,
    HEADLINE,
    KNOWN,
    NAME,
    NAME_ORDER,
    NAME_PARTS,
    NETWORK,
    NETWORKS,
    PLACE,
    PLACE_PARTS,
    PLAIN,
    PROFILES,
    SUMMARY,
    WAYS,
    are_profiles,
    are_ways,
    by_look,
    calls,
    is_way,
    linked,
    may_head,
    network_of,
    places,
    shown,
    site_of,
    web_address,
)
from ingest.readers.tree.lines import is_line, labelled, line, other, prose
from ingest.readers.tree.node import Kind, Node, folded
from ingest.readers.tree.words import (
    address_of,
    fragment,
    label_of,
    name_of,
    named_in,
    place,
    words_of,
)
from ingest.resume import Contact, ContactKind, Fragment, Link, Statement
from ingest.structure.contacts import reached_in
from ingest.structure.kinds import is_document_title
from ingest.structure.labels import announces
from ingest.visible import unmarked, visible

#: Of the parts of a place these are told to the post alone.
_CODES = frozenset({"zip", "zipcode", "postalcode", "postcode"})


_MAIL = re.compile(r"\S+@\S+\.\S+")


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
    _place: list[Node] = field(default_factory=list)
    _headlines: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Take in one member of `basics`: as statements, and as what it means."""
        key = folded(node.key)
        if key in SUMMARY:
            for part in node.items():
                self.summary += prose(part)
        elif key in PROFILES or are_profiles(node):
            self._profiles(node)
        elif key in NAME_PARTS and node.scalar:
            self.add_part(node)
        elif key in PLACE_PARTS and node.scalar:
            self.statements += other(node)
            self._place.append(node)
        elif (
            key in PLACE
            or (node.titled and announces(node.key) == "location")
            or (key not in KNOWN and places(node))
        ):
            words = place(node)
            self.statements.append(labelled(node, label_of(node), (words,)))
            self._reach(ContactKind.LOCATION, node, place(node, short=True))
        elif (key in WAYS and not node.scalar) or are_ways(node):
            self._ways(node)
        elif key in ("other", "others") and all(map(is_line, node.items())):
            for item in node.items():
                self._labelled(item)
        else:
            self._plain(node, key)

    def add_name(self, node: Node) -> None:
        """Take in a value that is the name, whatever its key."""
        self.statements += other(node)
        self.name = self.name or fragment(node)

    def add_part(self, node: Node) -> None:
        """Take in a part of the name."""
        self.statements += other(node)
        self._parts.append(node)

    def settle(self) -> None:
        """Where no member is the name, its parts are, in the order in which one is called."""
        self._settle_place()
        if self.headline is None and self._headlines:
            self.headline = fragment(self._headlines[0])
        parts = sorted(self._parts, key=lambda part: NAME_ORDER.index(folded(part.key)))
        if self.name is None and parts:
            spans = sorted((part.span() for part in parts), key=lambda span: span.start)
            span = parts[0].source.span(spans[0].start, spans[-1].end, parts[0].pointer)
            self.name = Fragment(unmarked(" ".join(part.text for part in parts)), span)

    def _settle_place(self) -> None:
        """Parts of a place make one, unless they are told together elsewhere."""
        order = [part for part in PLACE_PARTS if part not in _CODES]
        parts = [node for node in self._place if folded(node.key) in order]
        parts.sort(key=lambda node: order.index(folded(node.key)))
        if parts and not any(one.kind is ContactKind.LOCATION for one in self.contacts):
            self._reach(ContactKind.LOCATION, parts[0], ", ".join(map(words_of, parts)))

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

    def add_link(self, node: Node) -> bool:
        """Take in an object that is a link to reach somebody by; whether it is one."""
        reach = linked(node)
        if reach is None:
            return False
        kind, value, network = reach
        said = dict.fromkeys((*map(words_of, shown(node)), value))
        self.statements.append(labelled(node, "", tuple(said)))
        self._reach(kind, node, value, web_address(value) if network else None, network)
        return True

    def reach_all(self, node: Node) -> None:
        """Take in the ways to reach somebody that a member and those inside of it are."""
        key = folded(node.key)
        if node.kind is Kind.ARRAY and key not in (*PLAIN, *NETWORKS):
            for item in node.items():
                self.reach_all(item)
        elif node.kind is Kind.OBJECT and not self.add_link(node):
            for member in node.members():
                self.reach_all(member)
        elif key in PLAIN or key in NETWORKS:
            self._plain(node, key)

    def reach_by_mail(self, node: Node) -> None:
        """Take in the addresses that are all that a text says, in a list or an object or not."""
        if node.scalar and _MAIL.fullmatch(node.text):
            self._reach(ContactKind.EMAIL, node, node.text)
        for part in node.members():
            self.reach_by_mail(part)

    def add_text(self, node: Node) -> None:
        """Take in a text about the person, which may be no more than an address."""
        self.statements += prose(node)
        if _MAIL.fullmatch(node.text):
            self._reach(ContactKind.EMAIL, node, node.text)

    def _ways(self, node: Node) -> None:
        """Ways to reach somebody, each told by its key or, under one of any name, by its look."""
        for part in node.members():
            key = folded(part.key)
            if part.kind is Kind.OBJECT and is_line(part):
                self.add_line(part)
            elif part.kind is Kind.OBJECT and not self.add_link(part):
                self._ways(part)
            elif part.scalar and key not in (*PLAIN, *NETWORKS, *PLACE, *PLACE_PARTS, *NAME):
                self.statements += other(part)
                self._by_look(part)
            elif part.kind is not Kind.OBJECT:
                self.add(part)

    def _by_look(self, node: Node) -> None:
        """Take in a way to reach somebody that its look tells; what has none is no way."""
        link = address_of(None, node)
        if link and site_of(link) in NETWORKS:
            # "<a href='https://github.com/ada'>GitHub</a>"
            self._reach(ContactKind.PROFILE, node, link, link, site_of(link))
        elif (kind := by_look(node.text)) is not None:
            network = site_of(node.text) if kind is ContactKind.PROFILE else None
            self._reach(kind, node, node.text, web_address(node.text), network)

    def _plain(self, node: Node, key: str) -> None:
        if key in NAME or calls(node):
            named = named_in(node)
            # Of an object, whatever is no part of the name comes after it.
            more = [] if node in named else node.members()
            rest = [words_of(part) for part in more if part not in named]
            self.statements.append(labelled(node, label_of(node), (name_of(node), *rest)))
            self.name = self.name or fragment(node)
            return
        self.statements += other(node)
        text = node if node.scalar else node.get("text")
        if key in HEADLINE and text and text.scalar and not is_document_title(text.text):
            self.headline = self.headline or fragment(text)
        elif key in PLAIN or key in NETWORKS:
            kind = PLAIN.get(key, ContactKind.PROFILE)
            network = network_of(key) if kind is ContactKind.PROFILE else None
            for part in node.items():
                address = part.get("url", "link", "href")
                if part.scalar:
                    self._reach(kind, part, part.text, web_address(part.text), network)
                elif address is not None and address.scalar:
                    # {"github": {"name": "Ada", "url": "https://..."}}
                    name = part.get(*HANDLE, "name", "label", "text") or address
                    self._reach(kind, part, words_of(name), web_address(address.text), network)
        elif key not in KNOWN and is_way(node):
            self._by_look(node)
        elif key not in KNOWN:
            self.unknown.append(node)
            if may_head(node):
                self._headlines.append(node)
        if key in ("contact", "contacts") and node.scalar:
            for way, value in reached_in(node.text):
                self._reach(way, node, value)

    def _labelled(self, node: Node) -> None:
        """One of FRESH's other contacts: `{label: Work, flavor: phone, value: ...}`."""
        self.statements.append(line(node))
        flavor, value = node.get(*FLAVOR), node.get("value", "details", "text")
        kind = PLAIN.get(folded(flavor.text)) if flavor else None
        if kind and value and value.scalar:
            self._reach(kind, value, value.text, web_address(value.text))

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
            known = profile.get("network", "url", "link", "href", *HANDLE)
            if profile.kind is Kind.OBJECT and known is None:
                # {"GitHub": "https://..."}: the key is the network.
                for member in profile.members():
                    if folded(member.key) in PLACE:
                        self.add(member)
                        continue
                    self._profile(member, member.key, words_of(member))
                    self.statements += other(member)
            elif profile.kind is Kind.OBJECT:
                self._profile_object(profile)
            else:
                self._profile(profile, "", profile.text)
                self.statements += other(profile)

    def _profile_object(self, node: Node) -> None:
        reach = linked(node)
        if reach is not None and reach[0] is not ContactKind.PROFILE:
            self.add_link(node)
            return
        network, user = node.get(*NETWORK), node.get(*HANDLE)
        url = node.get("url", "link", "href")
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
            where = network_of(name) or site_of(address)
            # What is on no network is a site of one's own.
            kind = ContactKind.PROFILE if where in NETWORKS or name else ContactKind.WEBSITE
            self.contacts.append(
                Contact(
                    kind,
                    handle or address,
                    node.inner_span(),
                    web_address(address),
                    where if kind is ContactKind.PROFILE else None,
                )
            )

    def _profile(self, node: Node, network: str, value: str) -> None:
        name = network_of(network) or site_of(value)
        self._reach(ContactKind.PROFILE, node, value, web_address(value), name)


def unknown_keys(person: Person) -> Iterator[tuple[str, int]]:
    """Keys of `basics` that have no meaning here, each with its line."""
    for node in person.unknown:
        yield node.key, node.span().start_line
