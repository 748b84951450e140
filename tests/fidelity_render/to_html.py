"""A page as HTML; the style sheet makes one column, ruled lines, or a sidebar of it."""

from __future__ import annotations

from html import escape

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import (
    Block,
    Bullets,
    Dated,
    Heading,
    Line,
    Lines,
    Page,
    Part,
    Rich,
    Span,
    plain,
)

_SEPARATORS = {"bar": " | ", "dots": " · "}
_BASE = """
body { font-family: 'Liberation Sans', sans-serif; font-size: 10pt; line-height: 1.35; margin: 0 }
h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 12pt 0 4pt }
h3 { font-size: 10.5pt; margin: 8pt 0 2pt } p { margin: 2pt 0 }
ul { margin: 2pt 0 4pt 14pt; padding: 0 }
.row { display: flex; justify-content: space-between; gap: 12pt }
.dated { display: flex; gap: 12pt; margin: 4pt 0 } .dated > .when { width: 26mm; flex: none }
.headline { font-size: 11pt; color: #333 } a { color: inherit; text-decoration: none }
"""
_SHEETS = {
    "plain": "",
    "ruled": """
body { font-family: 'Liberation Serif', serif }
h1 { text-align: center; font-weight: normal; font-size: 22pt }
.headline, .contact { text-align: center }
h2 { font-size: 11pt; text-transform: uppercase; letter-spacing: .04em }
h2 { border-bottom: .8pt solid #000 }
""",
    "sidebar": """
body { font-family: 'Lato', sans-serif }
.columns { display: grid; grid-template-columns: 54mm 1fr; gap: 8mm }
aside { font-size: 9.5pt } h2 { color: #1c4a6e } aside h2 { font-size: 11pt }
.contact { display: block }
""",
}


def to_html(page: Page, habit: Habit, layout: str = "plain") -> bytes:
    """A whole document; layouts: plain, ruled, sidebar (contacts and lists beside the rest)."""
    name = f"<h1>{escape(page.name)}</h1>"
    headline = f'<p class="headline">{escape(page.headline)}</p>'
    contacts = _contacts(page, habit)
    if layout == "sidebar":
        aside = "".join(_part(part) for part in page.parts if part.aside)
        main = "".join(_part(part) for part in page.parts if not part.aside)
        body = (
            f'<header>{name}{headline}</header><div class="columns">'
            f"<aside>{contacts}{aside}</aside><main>{main}</main></div>"
        )
    else:
        parts = "".join(map(_part, page.parts))
        body = f"<main><header>{name}{headline}{contacts}</header>{parts}</main>"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escape(page.name)}</title><style>{_BASE}{_SHEETS[layout]}</style></head>\n"
        f"<body>{body}</body>\n</html>\n"
    ).encode()


def _contacts(page: Page, habit: Habit) -> str:
    lines = [_SEPARATORS.get(habit.contacts, "").join(map(_inline, one)) for one in page.contacts]
    if habit.contacts == "labels":
        return f'<ul class="contact">{"".join(f"<li>{line}</li>" for line in lines)}</ul>'
    return "".join(f'<p class="contact">{line}</p>' for line in lines)


def _part(part: Part) -> str:
    title = f"<h2>{escape(part.title)}</h2>\n" if part.title else ""
    return f"<section>\n{title}{''.join(_block(block) for block in part.blocks)}</section>\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return _row("h3", block.left, block.right)
    if isinstance(block, Line):
        return _row("p", block.left, block.right)
    if isinstance(block, Lines):
        return "".join(_row("p", line.left, line.right) for line in block.lines)
    if isinstance(block, Bullets):
        items = "".join(f"<li>{_inline(item)}</li>\n" for item in block.items)
        return f"<ul>\n{items}</ul>\n"
    return _dated(block)


def _dated(block: Dated) -> str:
    inner = "".join(map(_block, block.blocks))
    return (
        f'<div class="dated"><div class="when">{_inline(block.dates)}</div>'
        f"<div>{inner}</div></div>\n"
    )


def _row(tag: str, left: Rich, right: Rich) -> str:
    if not plain(right):
        return f"<{tag}>{_inline(left)}</{tag}>\n"
    return (
        f'<{tag} class="row"><span>{_inline(left)}</span> <span>{_inline(right)}</span></{tag}>\n'
    )


def _inline(rich: Rich) -> str:
    return "".join(map(_span, rich))


def _span(span: Span) -> str:
    words = escape(span.text, quote=False)
    words = {"b": "<strong>{}</strong>", "i": "<em>{}</em>"}.get(span.style, "{}").format(words)
    return f'<a href="{escape(span.href)}">{words}</a>' if span.href else words
