"""Pages of HTML as a visitor with a wide screen sees them; no script runs, nothing is fetched.

`Source.text` is the page's source, so that spans open the right place in it.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar
from urllib.parse import urlsplit

import webencodings

from ingest.errors import ResumeFileError
from ingest.readers.html.looks import look_at
from ingest.readers.html.main import find_main, hidden_parts, waits_for_script
from ingest.readers.html.replay import Replay
from ingest.readers.html.report import Report
from ingest.readers.html.rows import Layout
from ingest.readers.html.style import Styles
from ingest.readers.html.tree import Node, parsed
from ingest.readers.typed_bullets import with_items
from ingest.resume import Resume, Source
from ingest.structure.build import build_resume
from ingest.structure.kinds import is_document_title, section_kind
from ingest.structure.names import NAME

#: In bytes. HTML wants the encoding named in the first kilobyte; some pages are late.
_HEAD = 4_096
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<meta>[\w:.-]{1,40})"
    rb"|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"'](?P<xml>[\w:.-]{1,40})",
    re.IGNORECASE,
)
_TITLE_PARTS = re.compile(r"\s*[|·•:,]\s*|\s+[-–—]+\s+|^(?:resume|résumé|cv) of\s+", re.IGNORECASE)


class HtmlReader:
    """Reads HTML: what is seen of the page's main content."""

    format: ClassVar[str] = "html"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is empty or far too large."""
        text = decoded(data, file_name)
        root = parsed(text, file_name)
        styles = Styles.read(root)
        looks = look_at(root, styles)
        source = Source(file_name, text)
        report = Report(source)
        if waits_for_script(root):
            for part in hidden_parts(root):
                part.hidden = ""
            report.shown_by_script()
        copies = find_main(root)
        blocks = with_items(Replay(looks, Layout(looks).read(root)).run(root))
        report.left_out(root, copies)
        return build_resume(blocks, source, _front(root), report.warnings, self.format)


def decoded(data: bytes, file_name: str) -> str:
    """The text of a page, by its byte order mark, else by what it says of itself, else UTF-8."""
    named = _CHARSET.search(data[:_HEAD])
    label = (named["meta"] or named["xml"]).decode("ascii") if named else ""
    encoding = webencodings.lookup(label) if label else None
    if encoding is None:
        encoding = webencodings.UTF8
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            # What browsers take a page for that says nothing.
            encoding = webencodings.lookup("windows-1252")
    text: str = webencodings.decode(data, encoding, errors="replace")[0]
    if not text.strip():
        raise ResumeFileError(f"{file_name} is empty; write the resume into it.")
    return text.replace("\0", "\ufffd")


def _front(root: Node) -> dict[str, Any]:
    """What the head of the page says: whose it is, and its path on its site."""
    front: dict[str, Any] = {}
    for node in root.walk():
        given = node.attributes
        if node.tag == "meta" and given.get("name", "").casefold() == "author":
            front.setdefault("author", given.get("content", "").strip())
        elif node.tag == "link" and given.get("rel", "").casefold() == "canonical":
            try:
                front.setdefault("permalink", urlsplit(given.get("href", "")).path or "/")
            except ValueError:
                continue
        elif node.tag == "title" and "title" not in front:
            for part in _TITLE_PARTS.split(node.text(all_words=True)):
                named = NAME.match(part) and section_kind(part) is None
                if named and not is_document_title(part):
                    front["title"] = part
                    break
    return front
