"""Networks and apps on which people are found, and questions that name but one of them."""

from __future__ import annotations

import re

from assistant.answers.context import Context
from assistant.parts import Part
from assistant.text import FUNCTION_WORDS, fold, keys

_SHORT = {
    "x": "twitter", "insta": "instagram", "ig": "instagram", "so": "stackoverflow",
    "stack": "stackoverflow", "git": "github", "li": "linkedin", "fb": "facebook",
}  # fmt: skip
#: Signal, Threads and Matrix are words of many crafts: networks only where the resume lists them.
NETWORK_NAMES = frozenset(
    """github linkedin twitter gitlab stackoverflow facebook instagram orcid medium behance dribbble
    youtube mastodon kaggle xing bluesky researchgate discord telegram viber skype wechat reddit
    tiktok twitch pinterest codepen leetcode hackerrank soundcloud bandcamp vimeo flickr""".split()
)
#: What someone goes by on a network.
_USER = frozenset("user username id account nick nickname name add find present".split())
#: That it is the person's own, or a name to find them by, that is asked for.
_OF_THEIRS = re.compile(
    r"\b(?:his|her|their|handles?|id|user(?:name)?|number|contact|account|nick(?:name)?|profile)\b",
    re.IGNORECASE,
)


def network_words(part: Part) -> set[str]:
    """The folded words of a question, networks by their whole names."""
    return set(map(whole_name, keys(part.text)))


def whole_name(network: str) -> str:
    """The folded name of a network, in full where it is a known short one: X is Twitter's."""
    return _SHORT.get(network, network)


def only_network(context: Context, part: Part, beside: frozenset[str]) -> bool:
    """Whether a question names a network, and beside it nothing but the person: "on Skype?".

    `beside` are the words of questions for contacts.
    """
    own = set(keys(context.resume.name.text)) if context.resume.name else set()
    listed = {fold(one.network) for one in context.resume.contacts if one.network}
    networks = NETWORK_NAMES | listed
    words = network_words(part)
    return bool(words & networks) and words <= networks | FUNCTION_WORDS | beside | own | _USER


def asks_handle(part: Part) -> bool:
    """Whether the form of a question is that for a name or number by which to find somebody."""
    return bool(_OF_THEIRS.search(part.text))
