"""The person in a JSON Resume: name, headline, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ingest.readers.tree import Kind, Node, folded
from ingest.readers.tree_words import label, labelled, other, place, prose, words_of
from ingest.resume import Contact, ContactKind, Fragment, Link, Statement

_NAME = frozenset({"name", "fullname"})
_HEADLINE = frozenset({"label", "headline", "jobtitle"})
_PLACE = frozenset({"location", "address", "city"})
_SUMMARY = frozenset({"summary", "about", "bio", "brief", "objective", "profile"})
_PROFILES = frozenset({"profiles", "social", "socials", "networks"})
_PLAIN = {
    "email": ContactKind.EMAIL, "mail": ContactKind.EMAIL, "emails": ContactKind.EMAIL,
    "phone": ContactKind.PHONE, "telephone": ContactKind.PHONE, "mobile": ContactKind.PHONE,
    "tel": ContactKind.PHONE, "phones": ContactKind.PHONE,
    "url": ContactKind.WEBSITE, "website": ContactKind.WEBSITE, "homepage": ContactKind.WEBSITE,
    "site": ContactKind.WEBSITE,
}  # fmt: skip
#: Networks that people put straight into `basics`.
_NETWORKS = frozenset(
    """github gitlab linkedin twitter x mastodon bluesky stackoverflow orcid medium kaggle behance
    dribbble xing facebook instagram youtube""".split()
)
_HANDLE = ("username", "user", "handle")


@dataclass
class Person:
    """What is gathered from `basics` and from what stands at the root in its place."""

    name: Fragment | None = None
    headline: Fragment | None = None
    contacts: list[Contact] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    summary: list[Statement] = field(default_factory=list)
    unknown: list[Node] = field(default_factory=list)

    def add(self, node: Node) -> None:
        """Take in one member of `basics`: as statements, and as what it means."""
        key = folded(node.key)
        if key in _SUMMARY:
            self.summary += prose(node)
        elif key in _PROFILES:
            self._profiles(node)
        elif key in _PLACE:
            words = place(node)
            self.statements.append(labelled(node, label(node.key), (words,)))
            self._reach(ContactKind.LOCATION, node, place(node, short=True))
        else:
            self._plain(node, key)

    def _plain(self, node: Node, key: str) -> None:
        self.statements += other(node)
        if key in _NAME:
            self.name = self.name or Fragment(words_of(node), node.span())
        elif key in _HEADLINE:
            self.headline = self.headline or Fragment(words_of(node), node.span())
        elif key in _PLAIN or key in _NETWORKS:
            kind = _PLAIN.get(key, ContactKind.PROFILE)
            for part in node.items():
                if part.scalar:
                    network = key if kind is ContactKind.PROFILE else None
                    self._reach(kind, part, part.text, _address(part.text), network)
        else:
            self.unknown.append(node)

    def _reach(
        self,
        kind: ContactKind,
        node: Node,
        value: str,
        url: str | None = None,
        network: str | None = None,
    ) -> None:
        if value:
            self.contacts.append(Contact(kind, value, node.span(), url, network))

    def _profiles(self, node: Node) -> None:
        for profile in node.items():
            known = profile.get("network", "url", *_HANDLE)
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
        network, user, url = node.get("network"), node.get(*_HANDLE), node.get("url")
        parts = (network, user, url)
        rest = [words_of(part) for part in node.members() if not any(part is one for one in parts)]
        name, handle, address = (words_of(part) if part else "" for part in parts)
        words = [handle, f"({address})" if handle and address else address, *rest]
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
            contact = Contact(
                ContactKind.PROFILE,
                handle or address,
                node.inner_span(),
                _address(address),
                name.casefold() or _site(address),
            )
            self.contacts.append(contact)

    def _profile(self, node: Node, network: str, value: str) -> None:
        name = network.casefold() or _site(value)
        self._reach(ContactKind.PROFILE, node, value, _address(value), name)


def unknown_keys(person: Person) -> Iterator[tuple[str, int]]:
    """Keys of `basics` that have no meaning here, each with its line."""
    for node in person.unknown:
        yield node.key, node.span().start_line


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
