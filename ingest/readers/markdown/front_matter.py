"""Front matter: what a page says of itself, and in some themes the whole resume."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import Any

import yaml

from ingest.errors import ResumeFileError
from ingest.readers.tree.about import REACHED, are_profiles
from ingest.readers.tree.marks import blanked, readable
from ingest.readers.tree.node import Node, folded
from ingest.readers.tree.person import Person
from ingest.readers.tree.resume import resume_of, tells
from ingest.readers.tree.toml_source import parse_toml
from ingest.readers.tree.yaml_source import parse
from ingest.resume import Resume, SectionKind, Source, Warning

_YAML = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<inside>.*?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_TOML = re.compile(r"\A\ufeff?\+\+\+[ \t]*\r?\n(?P<inside>.*?)^\+\+\+[ \t]*$", re.S | re.M)
#: What only the site's generator reads.
_OF_THE_PAGE = frozenset(
    """layout permalink date lastmod draft slug url aliases weight type categories tags toc nav
    navorder
    redirectfrom comments published output csslinks css js mathjax classes sitemap robots
    authorprofile description keywords header excerpt pdf lang locale order key menu cascade
    outputs""".split()
)


def yaml_values(written: str | None) -> tuple[dict[str, Any], list[Warning]]:
    """The front matter as a mapping; empty, with a warning, where it is no valid YAML."""
    if written is None:
        return {}, []
    try:
        values = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
        line = mark.line + 2 if mark else 1
        return {}, [Warning(f"The front matter is not valid YAML ({reason}); left out.", line)]
    return (values, []) if isinstance(values, dict) else ({}, [])


def toml_values(written: str) -> tuple[dict[str, Any], list[Warning]]:
    """The same of front matter in TOML."""
    try:
        return tomllib.loads(written), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, [Warning(f"The front matter is not valid TOML ({error}); left out.", 1)]


def with_front_matter(page: Resume) -> Resume:
    """The page, or where its body has no section, the resume that stands in its front matter.

    What the body says then stands behind it.
    """
    if any(part.heading or part.kind is not SectionKind.BASICS for part in page.sections[1:]):
        return _with_contacts(page)
    if any(part.heading for part in page.sections):
        return _with_contacts(page)
    front = _resume_in(page.source)
    if front is None:
        return page
    body = page.sections if page.sections and not _is_front(page) else ()
    about = () if front.name else page.contacts
    return replace(
        front,
        name=front.name or page.name,
        headline=front.headline or page.headline,
        contacts=(*front.contacts, *about),
        sections=(*front.sections, *body),
        permalink=page.permalink,
    )


def _with_contacts(page: Resume) -> Resume:
    """The page with the ways to reach the person that only its front matter tells."""
    try:
        root = _root(page.source)
        tree = readable(root[0], page.source.file) if root else None
    except ResumeFileError:
        return page
    if tree is None:
        return page
    person = Person()
    for member in tree.root.members():
        if folded(member.key) in REACHED or are_profiles(member):
            person.reach_all(member)
        elif folded(member.key) not in _OF_THE_PAGE:
            person.reach_by_mail(member)
    known = {(one.kind, one.value) for one in page.contacts} | {
        (one.kind, one.url) for one in page.contacts
    }
    new = [
        one for one in person.contacts
        if not {(one.kind, one.value), (one.kind, one.url or one.value)} & known
    ]  # fmt: skip
    return replace(page, contacts=(*page.contacts, *new)) if new else page


def _is_front(page: Resume) -> bool:
    """Whether the words of the page are the front matter itself, taken for the body."""
    match = _TOML.match(page.source.text)
    return match is not None and not page.source.text[match.end() :].strip()


def _resume_in(source: Source) -> Resume | None:
    """The resume in the front matter of a page, if it is one."""
    text, name = source.text, source.file
    try:
        if (found := _root(source)) is None:
            return None
        root, comments = found
        tree = readable(_without_settings(root), name)
    except ResumeFileError:
        return None
    if not tells(tree.root, name):
        return None
    return resume_of(tree, Source(name, blanked(text, (*tree.hidden, *comments))), "yaml")


def _root(source: Source) -> tuple[Node, tuple[tuple[int, int], ...]] | None:
    """The front matter of a page as a tree, and its comments."""
    text, name = source.text, source.file
    if match := _YAML.match(text):
        around = ((0, match.start("inside")), (match.end("inside"), len(text)))
        parsed = parse(blanked(text, around), name)
        return parsed.root, tuple(parsed.comments)
    if match := _TOML.match(text):
        return parse_toml(text, *match.span("inside"), name), ()
    return None


def _without_settings(root: Node) -> Node:
    """The front matter without what is for the site's generator, and the title of a page."""
    named = root.get("name") is not None
    kept = [
        child for child in root.children
        if folded(child.key) not in _OF_THE_PAGE and not (named and folded(child.key) == "title")
    ]  # fmt: skip
    return replace(root, children=tuple(kept))
