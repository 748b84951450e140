"""The networks on which people have pages, and which addresses are those of a person there."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_NETWORKS = {
    "github.com": "github", "linkedin.com": "linkedin", "twitter.com": "twitter",
    "x.com": "twitter",
    "gitlab.com": "gitlab", "stackoverflow.com": "stackoverflow", "orcid.org": "orcid",
    "medium.com": "medium", "facebook.com": "facebook", "instagram.com": "instagram",
    "dribbble.com": "dribbble", "behance.net": "behance", "kaggle.com": "kaggle",
    "youtube.com": "youtube", "scholar.google.com": "google scholar", "dev.to": "dev.to",
    "soundcloud.com": "soundcloud", "bitbucket.org": "bitbucket", "codepen.io": "codepen",
    "researchgate.net": "researchgate", "xing.com": "xing", "mastodon.social": "mastodon",
}  # fmt: skip
#: Where a person's page stands on a network; elsewhere one name after the host ("github.com/ada",
#: while "github.com/ada/engine" is a thing that she made).
_PERSONS_PATH = {
    "linkedin": re.compile(r"(?:in|pub|profile)/[^/]+(?:/[a-z]{2})?"),
    "stackoverflow": re.compile(r"(?:users|cv|story)/.+"),
    "google scholar": re.compile(r"citations"),
    # A video or a list of them is what somebody shows.
    "youtube": re.compile(r"(?:(?:c|user|channel)/)?(?!(?:watch|playlist|embed)$)[^/]+"),
    "researchgate": re.compile(r"profile/[^/]+"),
    "xing": re.compile(r"profile/[^/]+"),
    "facebook": re.compile(r"(?:people/)?[^/]+(?:/\d+)?"),
}
_ONE_NAME = re.compile(r"[^/]+")
#: An address that leads to one gives a file to take along ("resume.pdf").
FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|txt|zip)(?:$|[?#])", re.IGNORECASE)
#: What people call networks that stand under many a host.
_CALLED = frozenset({*_NETWORKS.values(), "mastodon", "bluesky"})


def profile_of(target: str, words: str) -> tuple[str, str] | None:
    """The network and the handle of an address, if it is a person's page on one."""
    host, path = _host_and_path(target)
    network = _network_at(host)
    if network is None or not _PERSONS_PATH.get(network, _ONE_NAME).fullmatch(path):
        return None
    says_who = words and " " not in words and words.casefold() != network
    return network, words if says_who else f"{host}/{path}"


def page_called(target: str, words: str) -> tuple[str, str] | None:
    """The network that the words of a link call its page, whatever its host, and the page."""
    network, (host, path) = words.casefold(), _host_and_path(target)
    called = network in _CALLED and path and _network_at(host) is None
    return (network, f"{host}/{path}") if called else None


def _network_at(host: str) -> str | None:
    return _NETWORKS.get(host) or next(
        (name for domain, name in _NETWORKS.items() if host.endswith(f".{domain}")), None
    )


def _host_and_path(target: str) -> tuple[str, str]:
    """The host of an address, without "www.", and the path there; nothing of what is none."""
    try:
        parts = urlsplit(target if "//" in target else f"https://{target}")
    except ValueError:
        return "", ""
    path = "/".join(piece for piece in parts.path.split("/") if piece)
    return (parts.hostname or "").removeprefix("www."), path
