"""Which parts of a page are the resume: without menus, banners, footers and second copies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from ingest.readers.block_builder import HEADING_LEVELS
from ingest.readers.html.looks import NOT_SHOWN, TRANSPARENT
from ingest.readers.html.tree import Node, Words
from ingest.readers.html.walker import BLOCK_TAGS
from ingest.structure.kinds import exact_kind

_ROLES = frozenset(
    """navigation search dialog alertdialog menu menubar toolbar tablist contentinfo tooltip
    alert status""".split()
)
_CHROME = re.compile(
    r"^(?:nav|navbar|navigation|site-nav|main-nav|menu|main-menu|breadcrumbs?|pagination|pager|"
    r"skip-(?:link|nav|to-content|to-main)|toc|table-of-contents|share|sharing|social-share|"
    r"share-buttons|comments?|disqus_thread|giscus|utterances|related|related-posts|"
    r"post-navigation|post-meta|search|searchbox|back-to-top|scroll-to-top|scroll-top|"
    r"theme-toggle|theme-switcher|lang(?:uage)?-switcher|site-footer|page-footer|newsletter|"
    r"subscribe|ads?|advertisement|edit-this-page|page-views|copyright|colophon)$"
)
_CONSENT = re.compile(r"cookie|consent|gdpr")
_REACHES = ("mailto:", "tel:")
#: Of the words of a list of links, at least so many stand in links.
_LINKED = 0.6
#: An only article has at least so much of the page.
_MOST = 0.5
#: In words. Shorter parts may be said twice on purpose.
_MIN_COPY = 15
_MIN_LARGE_COPY = 25
_LARGE = 0.25
_ALIKE = 0.9
_MAX_LARGE = 60
_MAX_PIECES = 40
_MAX_TITLE_WORDS = 6
#: So many times as much is hidden as is shown.
_WAITING = 4
_HASH_BASE, _HASH_MODULUS = 1_000_003, (1 << 61) - 1
_WORD = re.compile(r"[^\W_]+")


def find_main(root: Node) -> list[Node]:
    """Mark what is no content as left out; the copies that were left out."""
    count_words(root)
    survey = _Survey(root)
    for node in root.walk():
        if node.shown and _is_chrome(node, survey):
            node.left_out = True
    count_words(root)
    mains = _mains(root)
    if mains:
        _leave_out_around(root, mains, survey)
    _keep_the_only_contact(root, survey)
    copies = [*_equal_copies(root), *_similar_copies(root)]
    count_words(root)
    return copies


def count_words(root: Node) -> list[str]:
    """All visible words, in order; every element learns where its own begin and end."""
    words: list[str] = []
    waiting: list[Node | Words | tuple[Node]] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            one[0].last = len(words)
        elif isinstance(one, Words):
            words += _WORD.findall(one.text.casefold()) if not one.hidden else ()
        elif one.shown:
            one.first = len(words)
            waiting.append((one,))
            waiting += reversed(one.children)
        else:
            one.first = one.last = len(words)
    return words


# --- chrome -------------------------------------------------------------------------------------


class _Survey:
    """What stands in each element, the whole page looked at once.

    `personal` holds those with a first heading, a way to reach somebody or a section of a resume;
    `reaching` those with a way to reach somebody. `linked` counts their words in links.
    """

    def __init__(self, root: Node) -> None:
        self.personal: set[int] = set()
        self.reaching: set[int] = set()
        self.linked: Counter[int] = Counter()
        # From the last element to the first: what is inside comes before what is around it.
        for node in reversed([one for one in root.seen() if isinstance(one, Node)]):
            reaches = node.attributes.get("href", "").casefold().startswith(_REACHES)
            size = node.last - node.first
            if reaches:
                self.reaching.add(id(node))
            if reaches or _is_heading_of_person(node, size):
                self.personal.add(id(node))
            if node.tag == "a":
                self.linked[id(node)] = size
            if node.parent is not None and node.tag not in ("nav", "footer"):
                for found in (self.personal, self.reaching):
                    if id(node) in found:
                        found.add(id(node.parent))
            if node.parent is not None:
                self.linked[id(node.parent)] += self.linked[id(node)]

    def is_list_of_links(self, node: Node) -> bool:
        """Whether most words of an element lead elsewhere."""
        size = node.last - node.first
        return size > 0 and self.linked[id(node)] >= _LINKED * size


def _is_heading_of_person(node: Node, size: int) -> bool:
    if node.tag == "h1":
        return size > 0
    return (
        node.tag in HEADING_LEVELS
        and 0 < size <= 6
        and exact_kind(node.text(most=_MAX_PIECES)) is not None
    )


def _is_chrome(node: Node, survey: _Survey) -> bool:
    if node.tag in ("html", "body", "main") or node.tag.startswith("#"):
        return False
    role = node.attributes.get("role", "").casefold()
    names = node.names
    if node.tag == "nav" or role in _ROLES or any(map(_CONSENT.search, names)):
        return True
    if node.tag == "footer":
        return not _inside(node, "blockquote")
    if id(node) in survey.personal or node.tag == "article":
        return False
    if any(map(_CHROME.match, names)):
        return True
    return node.tag == "aside" and survey.is_list_of_links(node)


def _inside(node: Node, tag: str) -> bool:
    above = node.parent
    while above is not None:
        if above.tag == tag:
            return True
        above = above.parent
    return False


def _keep_the_only_contact(root: Node, survey: _Survey) -> None:
    """A footer or menu is content where it alone says how to reach the person."""
    for one in root.seen():
        if isinstance(one, Node) and one.attributes.get("href", "").casefold().startswith(_REACHES):
            return
    for node in root.walk():
        if node.tag in ("footer", "nav") and node.left_out and id(node) in survey.reaching:
            node.left_out = False


# --- main ---------------------------------------------------------------------------------------


def _mains(root: Node) -> list[Node]:
    """The elements that say that they are the page's content."""
    found = [
        node for node in _outermost(root, lambda one: one.tag == "main" or
                                    one.attributes.get("role", "").casefold() == "main")
        if node.last > node.first
    ]  # fmt: skip
    if found:
        return found
    articles = list(_outermost(root, lambda one: one.tag == "article"))
    if len(articles) == 1:
        size = articles[0].last - articles[0].first
        if size >= _MOST * (root.last - root.first) and size:
            return articles
    return []


def _outermost(root: Node, wanted: Callable[[Node], bool]) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not node.shown:
            continue
        if wanted(node):
            yield node
        else:
            waiting += reversed(node.elements)


def _leave_out_around(root: Node, mains: list[Node], survey: _Survey) -> None:
    """Leave out what stands beside the content and is not of the person."""
    inside = {id(main) for main in mains}
    above: set[int] = set()
    for main in mains:
        node = main.parent
        while node is not None:
            above.add(id(node))
            node = node.parent
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for child in node.children:
            if isinstance(child, Words):
                child.hidden = child.hidden or "beside the content"
            elif id(child) in above:
                waiting.append(child)
            elif id(child) not in inside and id(child) not in survey.personal:
                child.left_out = True


# --- copies -------------------------------------------------------------------------------------


def _equal_copies(root: Node) -> list[Node]:
    """Leave out parts whose words all stood before, in the same order."""
    words = count_words(root)
    sums = [0]
    for word in words:
        sums.append((sums[-1] * _HASH_BASE + hash(word)) % _HASH_MODULUS)
    powers = [1]
    for _ in words:
        powers.append(powers[-1] * _HASH_BASE % _HASH_MODULUS)
    seen: dict[tuple[int, int], int] = {}
    found: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        size = node.last - node.first
        if not node.shown or size < _MIN_COPY:
            continue
        key = size, (sums[node.last] - sums[node.first] * powers[size]) % _HASH_MODULUS
        if seen.get(key, node.last + 1) <= node.first and _is_part(node):
            node.left_out = True
            found.append(node)
            continue
        seen.setdefault(key, node.last)
        waiting += reversed(node.elements)
    return found


def _is_part(node: Node) -> bool:
    """Whether an element holds several blocks: not just a sentence that is said again."""
    blocks = (one for one in node.walk() if one.tag in BLOCK_TAGS and one is not node)
    return len(list(islice(blocks, 2))) == 2


def _similar_copies(root: Node) -> list[Node]:
    """Leave out one of two large parts that say nearly the same: a print beside a screen copy."""
    words = count_words(root)
    least = max(_MIN_LARGE_COPY, round(_LARGE * len(words)))
    large: dict[tuple[int, int], Node] = {}
    for one in root.seen():
        if isinstance(one, Node) and one.last - one.first >= least:
            large.setdefault((one.first, one.last), one)
    parts = list(large.values())[:_MAX_LARGE]
    counts = [Counter(words[part.first : part.last]) for part in parts]
    found: list[Node] = []
    for at, part in enumerate(parts):
        for other_at in range(at):
            other = parts[other_at]
            if other.last > part.first or not (part.shown and other.shown):
                continue
            sizes = part.last - part.first, other.last - other.first
            shared = (counts[at] & counts[other_at]).total()
            if shared >= _ALIKE * max(sizes):
                loser = other if _is_print(other) or sizes[1] < sizes[0] else part
                loser.left_out = True
                found.append(loser)
    return found


def _is_print(node: Node) -> bool:
    return any("print" in name for name in node.names)


def waits_for_script(root: Node) -> bool:
    """Whether most of the page is not displayed, until a script does so."""
    shown = len(_WORD.findall(root.text()))
    hidden = sum(len(_WORD.findall(one.text(all_words=True))) for one in hidden_parts(root))
    return hidden > _WAITING * shown


def hidden_parts(root: Node) -> Iterator[Node]:
    """The outermost elements that are not displayed."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.hidden in (NOT_SHOWN, TRANSPARENT):
            yield node
        elif node.shown:
            waiting += reversed(node.elements)
