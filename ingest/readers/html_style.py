"""What the styles inside of a page say: what is not shown, what is bold, what stands side by side.

Inline styles and `<style>` elements are followed as a screen would (media queries for print, small
screens and dark mode are not); style sheets elsewhere are never fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

import cssselect2
import tinycss2

from ingest.readers.html_tree import Node, Words

Declared = dict[str, str]

#: In characters, of all `<style>` elements together: more than a framework's whole sheet.
_MAX_SHEET = 400_000
_MAX_INLINE = 2_000
_MAX_RULES = 5_000
_TOLD = frozenset(
    """display visibility opacity font-size color background background-color background-image
    background-clip -webkit-background-clip -webkit-text-fill-color position left right top
    text-indent clip clip-path width height overflow float font-weight font-style font
    flex-direction flex-flow grid-template-columns animation animation-name transition white-space
    margin margin-left padding justify-content""".split()
)
_OTHER_MEDIA = re.compile(r"\bprint\b|\bspeech\b|max-width|max-device-width|prefers-|\bnot\b")


@dataclass
class Styles:
    """What is declared for each element, the strongest declaration last."""

    _declared: dict[int, Declared] = field(default_factory=dict)

    def of(self, node: Node) -> Declared:
        """The properties declared for an element, as they are written, in lower case."""
        return self._declared.get(id(node), {})

    @classmethod
    def read(cls, root: Node) -> Styles:
        """Apply the styles of the page to its elements."""
        styles = cls()
        matcher = _matcher(_sheets(root))
        if matcher is not None:
            styles._match(root, matcher)
        for node in root.walk():
            inline = node.attributes.get("style", "")
            if inline:
                styles._add(node, [_declarations(inline[:_MAX_INLINE])])
        return styles

    def _match(self, root: Node, matcher: cssselect2.Matcher) -> None:
        elements, nodes = _element_tree(root)
        wrapper = cssselect2.ElementWrapper.from_html_root(elements)
        for element in wrapper.iter_subtree():
            node = nodes.get(id(element.etree_element))
            found = [payload for *_, payload in matcher.match(element)]
            if node is not None and found:
                self._add(node, found)

    def _add(self, node: Node, found: Sequence[list[tuple[str, str, bool]]]) -> None:
        declared = self._declared.setdefault(id(node), {})
        flat = [one for each in found for one in each]
        for important in (False, True):
            for name, value, told_important in flat:
                kept = f"{name}!" in declared and not important
                if told_important is important and not kept:
                    declared[name] = value
                    if important:
                        declared[f"{name}!"] = value


def _sheets(root: Node) -> str:
    """The text of all `<style>` elements that are for screens."""
    found = [
        words.text
        for node in root.walk()
        if node.tag == "style" and not _OTHER_MEDIA.search(node.attributes.get("media", ""))
        for words in node.children
        if isinstance(words, Words)
    ]
    return "\n".join(found)[:_MAX_SHEET]


def _matcher(sheet: str) -> cssselect2.Matcher | None:
    if not sheet.strip():
        return None
    matcher = cssselect2.Matcher()
    for count, (prelude, declarations) in enumerate(_rules(sheet)):
        if count >= _MAX_RULES:
            break
        try:
            for selector in cssselect2.compile_selector_list(prelude):
                if selector.pseudo_element is None:
                    matcher.add_selector(selector, declarations)
        except (cssselect2.SelectorError, RecursionError):
            continue  # What a browser would ignore, too, or what nobody writes.
    return matcher


def _rules(sheet: str) -> Iterator[tuple[list[Any], list[tuple[str, str, bool]]]]:
    """Selector and declarations of each rule for screens."""
    waiting = [tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)]
    while waiting:
        for rule in waiting.pop(0):
            if rule.type == "qualified-rule":
                declarations = _declarations(rule.content)
                if declarations:
                    yield rule.prelude, declarations
            elif rule.type == "at-rule" and rule.content and len(waiting) < 100:
                query = tinycss2.serialize(rule.prelude).lower()
                wanted = rule.lower_at_keyword in ("supports", "layer") or (
                    rule.lower_at_keyword == "media" and not _OTHER_MEDIA.search(query)
                )
                if wanted:
                    waiting.append(tinycss2.parse_rule_list(rule.content))


def _declarations(content: Any) -> list[tuple[str, str, bool]]:
    """Name, value and importance of the declarations that tell something here."""
    parts = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return [
        (part.lower_name, tinycss2.serialize(part.value).strip().lower(), part.important)
        for part in parts
        if part.type == "declaration" and part.lower_name in _TOLD
    ]


def _element_tree(root: Node) -> tuple[ElementTree.Element, dict[int, Node]]:
    """The page as the selector library wants it, and our element for each of its."""
    top = ElementTree.Element("html", root.attributes)
    nodes: dict[int, Node] = {}
    made = {id(root): top}
    for node in root.walk():
        if node is root:
            continue
        parent = made[id(node.parent)]
        if node.tag == "html":
            # The library wants one root, which is the page's own where it has one.
            top.attrib.update(node.attributes)
            made[id(node)] = top
            nodes[id(top)] = node
            continue
        element = ElementTree.SubElement(parent, node.tag, node.attributes)
        made[id(node)] = element
        nodes[id(element)] = node
    return top, nodes
