"""Addresses that a page may link to, and those behind a person's contacts."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from ingest.resume import Contact, ContactKind

#: Everything else (javascript:, data:, file:, addresses without a scheme) is shown as text.
SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_EXTENSION = re.compile(r"\s*(?:ext\.?|x|#)\s*\d+\s*$", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[:/?#]\S*)?")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+")


def safe_link(target: str) -> str | None:
    """The target without white space around it, or None if a browser should not be sent there."""
    target = target.strip()
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not (parts.netloc or parts.path):
        return None
    return target if parts.netloc or parts.scheme in ("mailto", "tel") else None


def contact_link(contact: Contact) -> str | None:
    """Where a click on the contact leads: a mail, a call, a site; None for a place."""
    if link := contact.url and safe_link(contact.url):
        return link
    value = contact.value.strip()
    match contact.kind:
        case ContactKind.EMAIL if _MAIL.fullmatch(value):
            return "mailto:" + quote(value, safe="@+")
        case ContactKind.PHONE:
            digits = re.sub(r"[^\d+]", "", _EXTENSION.sub("", value))
            return f"tel:{digits}" if len(digits) > 4 else None
        case ContactKind.WEBSITE | ContactKind.PROFILE:
            return safe_link(value) or (f"https://{value}" if _HOST.fullmatch(value) else None)
    return None
