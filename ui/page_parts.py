"""The page's own markup: templates from `ui/page/`, filled with what this resume says.

Values are escaped here, but for those that are markup already (the sheet, the lists).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from assistant.facts import first_name
from assistant.settings import Settings
from ingest.resume import Contact, ContactKind, Fragment, Resume
from ui.links import contact_link
from ui.pictures import WIDTH, PrintedPage, printed_pages
from ui.resume_view import resume_html
from ui.resume_words import Words

FOLDER = Path(__file__).parent / "page"

_ICONS = {
    ContactKind.EMAIL: '<path d="M2 4h12v8H2z M2 4.5l6 4.5 6-4.5"/>',
    ContactKind.PHONE: '<path d="M5 1.5h6v13H5z M7.2 12.5h1.6"/>',
}
_SITE = (
    '<path d="M6.5 9.5l3-3M7.5 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11.5 8.5'
    'M8.5 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L4.5 7.5"/>'
)

_FIRST_ALONE = (ContactKind.EMAIL, ContactKind.PHONE)

_SKIPS = (
    '<a class="skip" href="#question">Skip to the question</a>'
    '<a class="skip" href="#sheet">Skip to the resume</a>'
)

#: How the sites that people most often name write themselves; others are capitalised.
_NETWORKS = {
    "github": "GitHub", "gitlab": "GitLab", "linkedin": "LinkedIn", "orcid": "ORCID",
    "soundcloud": "SoundCloud", "stackoverflow": "Stack Overflow", "x": "X", "xing": "XING",
    "youtube": "YouTube",
}  # fmt: skip


class PageParts:
    """The parts of one resume's page, as HTML. `title` is its title, as text."""

    def __init__(self, resume: Resume, settings: Settings) -> None:
        name, headline = _shown(resume, resume.name), _shown(resume, resume.headline)
        place = next((c.value for c in resume.contacts if c.kind is ContactKind.LOCATION), "")
        self.title = f"Ask about {name or 'this resume'}"
        self._values = {
            "name": escape(name or "this resume"),
            "first": escape(first_name(resume) if name else "this person"),
            "headline": escape(" · ".join(filter(None, [headline, place]))),
            "title": escape(self.title),
            "description": escape(_description(name, headline)),
            "skips": _SKIPS,
            "contacts": "".join(_contacts(resume.contacts)),
            "printed": _printed(resume, name or "this resume"),
            "sheet": resume_html(resume),
            "version": hashlib.sha256(resume.source.text.encode()).hexdigest()[:12],
            "folder": f"page/{assets_version()}",
            "limit": str(settings.max_question_chars),
            "turns": str(settings.max_history_turns),
            "bytes": str(settings.max_history_bytes),
        }

    def __getitem__(self, name: str) -> str:
        """The template `ui/page/<name>.html`, filled in."""
        return _filled(name, self._values)

    def first_sight(self) -> str:
        """The page before its scripts run, and for those who run none."""
        values = self._values | {"skips": ""}
        return _filled("first-sight", values | {"masthead": _filled("masthead", values)})


def _printed(resume: Resume, name: str) -> str:
    """The pages as pictures, above the text of them; nothing where the resume has no pages."""
    pages = list(printed_pages(resume))
    files = {page.file for page in pages}
    figures = [_figure(page, name, several=len(files) > 1) for page in pages]
    return _filled("printed", {"pages": "".join(figures)}) if figures else ""


def _figure(page: PrintedPage, name: str, *, several: bool) -> str:
    where = f"Page {page.page} of {page.pages}" if page.pages > 1 else "Page 1"
    where += f" of {page.name}" if several else ""
    values = {
        "file": page.name,
        "page": page.page,
        "size": f"{page.width} {page.height}",
        "width": WIDTH,
        "height": max(1, round(WIDTH * page.height / page.width)),
        "address": page.address,
        "where": where,
        "alt": f"Resume of {name} as printed, {where[0].lower()}{where[1:]}",
    }
    return _filled("page", {name: escape(str(value)) for name, value in values.items()})


def _filled(name: str, values: dict[str, str]) -> str:
    return Template((FOLDER / f"{name}.html").read_text(encoding="utf-8")).substitute(values)


@cache
def assets_version() -> str:
    """Changes with the page's scripts and styles, so that browsers may keep them for good."""
    digest = hashlib.sha256()
    for file in sorted(FOLDER.iterdir()):
        if file.suffix in (".css", ".js"):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def favicon(resume: Resume) -> str:
    """The person's initials on the page's accent, as an SVG image."""
    name = _shown(resume, resume.name) or "CV"
    words = [word for word in name.split() if word[0].isalpha()] or [name]
    letters = words[0][:2] if name == "CV" else words[0][0] + (words[-1][0] if words[1:] else "")
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        '<rect width="64" height="64" rx="12" fill="#ffdf6b"/>'
        '<text x="32" y="34" font-family="Georgia, serif" font-size="30" font-weight="700"'
        ' fill="#1d1b16" text-anchor="middle" dominant-baseline="central">'
        f"{escape(letters.upper())}</text></svg>"
    )


def _shown(resume: Resume, words: Fragment | None) -> str:
    return Words(resume).shown(words) if words else ""


def _description(name: str, headline: str) -> str:
    whose = f"{name}’s resume" if name else "this resume"
    says = f" {headline.rstrip('.')}." if headline else ""
    return f"Ask {whose} a question; every answer shows the line that it stands on.{says}"


def _contacts(contacts: Iterable[Contact]) -> Iterator[str]:
    """A list item for each place that a contact leads to; what repeats a name says its value.

    Of mail addresses and numbers the first alone: others may be those of anybody.
    """
    links: set[str] = set()
    names: set[str] = set()
    for contact in contacts:
        link, name = contact_link(contact), _contact_name(contact)
        again = name in names
        if link is None or link in links or (again and contact.kind in _FIRST_ALONE):
            continue
        yield _contact(contact, link, contact.value if again else name)
        links.add(link)
        names.add(name)


def _contact(contact: Contact, link: str, name: str) -> str:
    target = ' target="_blank" rel="noopener noreferrer"' if link.startswith("http") else ""
    icon = f'<svg viewBox="0 0 16 16" aria-hidden="true">{_ICONS.get(contact.kind, _SITE)}</svg>'
    return (
        f'<li><a href="{escape(link)}"{target} title="{escape(contact.value)}">{icon}'
        f"{escape(name)}</a></li>"
    )


def _contact_name(contact: Contact) -> str:
    match contact.kind:
        case ContactKind.EMAIL:
            return "Email"
        case ContactKind.PHONE:
            return "Call"
        case ContactKind.PROFILE if contact.network:
            return _NETWORKS.get(contact.network, contact.network.capitalize())
    return "Website"
