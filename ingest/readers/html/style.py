"""What the styles inside of a page say of its elements.

Inline styles, `<style>` elements and the attributes of old pages are followed as a wide screen
would (media queries for print, small screens and dark mode are not); style sheets elsewhere are
never fetched. Of selectors, types, classes, identifiers, descendants and children are understood;
rules with others are left out, as are rules beyond a budget of steps, so that no page takes long.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import tinycss2

from ingest.readers.html.tree import Node, Words

Declared = dict[str, str]
_Declarations = list[tuple[str, str, bool]]

#: In characters, of all `<style>` elements together: more than a framework's whole sheet.
_MAX_SHEET = 400_000
_MAX_INLINE = 2_000
_MAX_RULES = 10_000
_MAX_STEPS = 1_000_000
_TOLD = frozenset(
    """display visibility opacity font-size color background background-color background-image
    background-clip -webkit-background-clip -webkit-text-fill-color position left right top
    text-indent clip clip-path width height overflow float font-weight font-style font
    flex-direction flex-flow grid-template-columns animation animation-name transition white-space
    margin margin-left padding""".split()
)
_OTHER_MEDIA = re.compile(r"\bprint\b|\bspeech\b|max-width|max-device-width|prefers-|\bnot\b")
_MENTIONED = re.compile("|".join(sorted(_TOLD, key=len, reverse=True)), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Compound:
    """A part of a selector that is about one element; `child`: of the one before it."""

    tag: str = ""
    names: frozenset[str] = frozenset()
    child: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    compounds: tuple[_Compound, ...]
    strength: tuple[int, int, int]
    declarations: _Declarations


def _names(node: Node) -> set[str]:
    """The classes and the identifier of an element as selectors write them."""
    given = node.attributes
    names = {f".{name}" for name in given.get("class", "").split()}
    return names | {f"#{given['id']}"} if "id" in given else names


@dataclass
class Styles:
    """What is declared for each element, the strongest declaration last."""

    _declared: dict[int, Declared] = field(default_factory=dict)
    _names: dict[int, set[str]] = field(default_factory=dict)
    _steps: int = 0

    def of(self, node: Node) -> Declared:
        """The properties declared for an element, as they are written, in lower case."""
        return self._declared.get(id(node), {})

    @classmethod
    def read(cls, root: Node) -> Styles:
        """Apply the styles of the page to its elements."""
        styles = cls()
        rules = _indexed(_rules(_sheets(root)))
        for node in root.walk():
            styles._names[id(node)] = _names(node)
            found = [_by_attributes(node)]
            found += [rule.declarations for rule in styles._matching(node, rules)] if rules else []
            inline = node.attributes.get("style", "")
            if inline:
                found.append(_inline(inline[:_MAX_INLINE]))
            if any(found):
                styles._declared[id(node)] = _cascaded(found)
        return styles

    def _matching(self, node: Node, rules: dict[str, list[_Rule]]) -> list[_Rule]:
        """The rules for an element, the strongest last."""
        found: dict[int, _Rule] = {}
        for key in (*self._names[id(node)], node.tag, ""):
            for rule in rules.get(key, ()):
                if self._matches(rule.compounds, len(rule.compounds) - 1, node):
                    found[id(rule)] = rule
        return sorted(found.values(), key=lambda rule: rule.strength)

    def _matches(self, compounds: Sequence[_Compound], at: int, node: Node) -> bool:
        self._steps += 1
        wanted = compounds[at]
        if self._steps > _MAX_STEPS or (wanted.tag and wanted.tag != node.tag):
            return False
        if not wanted.names <= self._names[id(node)]:
            return False
        if at == 0:
            return True
        above = node.parent
        while above is not None and self._steps <= _MAX_STEPS:
            if self._matches(compounds, at - 1, above):
                return True
            above = None if compounds[at].child else above.parent
        return False


def _by_attributes(node: Node) -> _Declarations:
    """What attributes of HTML say as styles do, and weaker than any: `<td bgcolor="navy">`."""
    given = node.attributes
    declared: _Declarations = []
    if "bgcolor" in given:
        declared.append(("background-color", given["bgcolor"].strip().lower(), False))
    if given.get("background"):
        # A picture lies there, whatever its address.
        declared.append(("background-image", "url()", False))
    if "color" in given and node.tag == "font":
        declared.append(("color", given["color"].strip().lower(), False))
    if "text" in given and node.tag == "body":
        declared.append(("color", given["text"].strip().lower(), False))
    return declared


def _cascaded(found: Sequence[_Declarations]) -> Declared:
    declared: Declared = {}
    for important in (False, True):
        for declarations in found:
            declared |= {name: value for name, value, told in declarations if told is important}
    return declared


def _sheets(root: Node) -> str:
    """The text of all `<style>` elements that are for screens."""
    found = [
        words.text
        for node in root.walk()
        if node.tag == "style" and not _OTHER_MEDIA.search(node.attributes.get("media", ""))
        for words in node.children
        if isinstance(words, Words)
    ]
    # Word hides its sheets from the browsers of 1995.
    return re.sub(r"<!--|-->", "", "\n".join(found)[:_MAX_SHEET])


def _indexed(rules: Iterator[_Rule]) -> dict[str, list[_Rule]]:
    """The rules by one thing that the element in question must have."""
    found: defaultdict[str, list[_Rule]] = defaultdict(list)
    for count, rule in enumerate(rules):
        if count >= _MAX_RULES:
            break
        last = rule.compounds[-1]
        found[min(last.names, default=last.tag)].append(rule)
    return dict(found)


def _rules(sheet: str) -> Iterator[_Rule]:
    """Each selector of each rule for screens, with what is declared."""
    waiting = [_parsed(tinycss2.parse_stylesheet, sheet)] if sheet.strip() else []
    order = 0
    while waiting:
        for rule in waiting.pop(0):
            if rule.type == "qualified-rule":
                declarations = _declarations(rule.content)
                for compounds in _selectors(rule.prelude) if declarations else ():
                    order += 1
                    yield _Rule(compounds, _strength(compounds, order), declarations)
            elif rule.type == "at-rule" and rule.content and len(waiting) < 100:
                query = _written(rule.prelude)
                wanted = rule.lower_at_keyword in ("supports", "layer") or (
                    rule.lower_at_keyword == "media" and not _OTHER_MEDIA.search(query)
                )
                if wanted:
                    waiting.append(_parsed(tinycss2.parse_rule_list, rule.content))


def _strength(compounds: Sequence[_Compound], order: int) -> tuple[int, int, int]:
    """What decides between rules: identifiers, then classes and types, then what comes later."""
    names = [name for compound in compounds for name in compound.names]
    identifiers = sum(name.startswith("#") for name in names)
    types = sum(bool(compound.tag) for compound in compounds)
    return identifiers, 1_000 * (len(names) - identifiers) + types, order


def _selectors(prelude: Sequence[Any]) -> Iterator[tuple[_Compound, ...]]:
    """The selectors between commas that are understood."""
    tokens: list[Any] = []
    for one in (*prelude, None):
        if one is not None and one != ",":
            tokens.append(one)
            continue
        compounds = _compounds(tokens)
        if compounds:
            yield tuple(compounds)
        tokens = []


def _compounds(tokens: Sequence[Any]) -> list[_Compound]:
    """The parts of a selector, the outermost first; empty where it is not understood."""
    found: list[_Compound] = []
    tag, names, child, open_, dot = "", set[str](), False, False, False
    for one in (*tokens, None):
        kind = one.type if one is not None else "whitespace"
        if kind == "whitespace" or one == ">":
            if open_:
                found.append(_Compound(tag, frozenset(names), child))
                tag, names, child, open_ = "", set(), False, False
            child = child or one == ">"
        elif kind == "ident" and dot:
            names.add(f".{one.value}")
        elif kind == "ident" and not open_:
            tag = one.lower_value
        elif kind == "hash":
            names.add(f"#{one.value}")
        elif kind != "literal" or one.value not in (".", "*"):
            return []
        dot = one is not None and one == "."
        open_ = open_ or (kind != "whitespace" and one != ">")
    return found


@lru_cache(maxsize=1024)
def _inline(style: str) -> _Declarations:
    return _declarations(style) if _MENTIONED.search(style) else []


def _declarations(content: Any) -> _Declarations:
    """Name, value and importance of the declarations that tell something here."""
    return [
        (part.lower_name, _written(part.value), part.important)
        for part in _parsed(tinycss2.parse_blocks_contents, content)
        if part.type == "declaration" and part.lower_name in _TOLD
    ]


def _parsed(parse: Any, content: Any) -> list[Any]:
    try:
        return list(parse(content, skip_comments=True, skip_whitespace=True))
    except RecursionError:
        return []  # Nested as no page is that people read.


def _written(tokens: Sequence[Any]) -> str:
    try:
        return str(tinycss2.serialize(tokens)).strip().lower()
    except RecursionError:
        return ""
