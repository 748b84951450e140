"""The lines that an owner pastes into a site."""

from __future__ import annotations

from html import escape

from ui.widget.script import widget_script

#: What stands in the page of a visitor without script.
_LINK = "Ask about this resume"


def snippet(host: str) -> str:
    """The tag for the server at `host`, pinned to this version of the script, and a plain link.

    `integrity` lets a browser run this very script and no other, so the lines are to be pasted
    again after an upgrade; without `integrity` and `?v=` they hold for every version.
    """
    script = widget_script()
    base = escape(host.rstrip("/"))
    return (
        f'<script defer src="{base}/widget.js?v={script.version}"\n'
        f'  integrity="{script.integrity}" crossorigin="anonymous"></script>\n'
        f'<noscript><a href="{base}/">{_LINK}</a></noscript>'
    )
