"""The lines that an owner pastes into a site."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from ingest.errors import SettingsError
from ui.widget.script import widget_script

#: What stands in the page of a visitor without script.
_LINK = "Ask about this resume"


def snippet(host: str) -> str:
    """The tag for the server at `host`, pinned to this version of the script, and a plain link.

    `integrity` lets a browser run this very script and no other, so the lines are to be pasted
    again after an upgrade; without `integrity` and `?v=` they hold for every version. Raises
    `SettingsError` if `host` is no web address.
    """
    script = widget_script()
    base = escape(_address(host))
    return (
        f'<script defer src="{base}/widget.js?v={script.version}"\n'
        f'  integrity="{script.integrity}" crossorigin="anonymous"></script>\n'
        f'<noscript><a href="{base}/">{_LINK}</a></noscript>'
    )


def _address(host: str) -> str:
    try:
        parts = urlsplit(host)
        named = parts.scheme in ("http", "https") and parts.hostname
    except ValueError:
        named = False
    if not named or parts.query or parts.fragment:
        raise SettingsError(
            f"{host!r} is no web address; write one such as https://ask.example.com."
        )
    return host.rstrip("/")
