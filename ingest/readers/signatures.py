"""What a file is by its first bytes or its table of contents, whatever it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
#: In bytes. A page says that it is HTML before this, comments and all.
_HEAD = 4_096
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_SAMPLE = 50_000
_MARKDOWN = re.compile(r"\*\*\w[^*\n]{0,80}\*\*|\w\]\((?:https?:|mailto:|/)")
_MIN_MARKS = 2
_AS_WORD = "save it as Word (.docx) or PDF"
_EXPORTED = "export it as Word (.docx) or PDF"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A format without reader: what the file is, and what to do."""

    name: str
    remedy: str


#: By what stands in the archive.
_ZIPPED = (
    ("word/", Foreign("a Word document", _AS_WORD)),
    ("content.xml", Foreign("an OpenDocument file (.odt)", _AS_WORD)),
    ("Index/Document.iwa", Foreign("a Pages document", _EXPORTED)),
    ("Index.zip", Foreign("a Pages document", _EXPORTED)),
    ("xl/", Foreign("an Excel workbook", "copy the resume into a document")),
    ("ppt/", Foreign("a PowerPoint presentation", "copy the resume into a document")),
    ("META-INF/container.xml", Foreign("an e-book", "convert it to Word (.docx) or PDF")),
)
_BY_START = (
    (b"{\\rtf", Foreign("an RTF document", _AS_WORD)),
    (b"\x89PNG", Foreign("a picture", "run text recognition (OCR) on it and save the text")),
    (b"\xff\xd8\xff", Foreign("a picture", "run text recognition (OCR) on it and save the text")),
)
_BY_SUFFIX = {
    ".doc": Foreign("an old Word document (.doc)", _AS_WORD),
    ".odt": Foreign("an OpenDocument file (.odt)", _AS_WORD),
    ".rtf": Foreign("an RTF document", _AS_WORD),
    ".pages": Foreign("a Pages document", _EXPORTED),
    ".pdf": Foreign("no PDF, though it is called one", "save it as PDF anew, or as Word (.docx)"),
    ".tex": Foreign("LaTeX source", "give the PDF that it makes"),
    ".mht": Foreign("a web archive", "save the page as HTML only"),
    ".mhtml": Foreign("a web archive", "save the page as HTML only"),
}
#: How a compound file of Microsoft names the part that a password protects.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_json(data: bytes) -> bool:
    """Whether an object of JSON begins here."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    rest = head[1:].lstrip()
    return head.startswith(b"{") and (rest[:1] in (b'"', b"}", b"") or not rest)


def is_html(data: bytes) -> bool:
    """Whether a page of HTML begins here, in any encoding that a byte order mark tells."""
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", errors="replace")
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    return _HTML.match(text) is not None


def is_markdown(data: bytes) -> bool:
    """Whether a text has Markdown's headings, links or emphasis, or the head of a site's page."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace").removeprefix("\ufeff")
    if re.match(r"(?:---|\+\+\+)[ \t]*\r?\n", text) or re.search(r"(?m)^#{1,6} +\w", text):
        return True
    return len(_MARKDOWN.findall(text)) >= _MIN_MARKS


def is_word(data: bytes) -> bool:
    """Whether this is a zip archive with a Word document in it."""
    return any(name == "word/document.xml" for name in _names(data))


def foreign(data: bytes, suffix: str) -> Foreign | None:
    """The format, if it is a known one without reader."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return Foreign("protected by a password", "save it without one")
        return _BY_SUFFIX[".doc"]
    for start, found in _BY_START:
        if data.startswith(start):
            return found
    names = _names(data)
    for inside, found in _ZIPPED:
        if any(name.startswith(inside) for name in names):
            return None if inside == "word/" else found
    if data.startswith(_ZIP) and names:
        return Foreign("a zip archive", "unpack it and give the resume in it")
    if data.startswith(_ZIP) and suffix not in (".docx", ".docm", ".dotx", ".dotm"):
        return _BY_SUFFIX.get(suffix, Foreign("a damaged zip archive", "save the resume anew"))
    return _BY_SUFFIX.get(suffix)


def _names(data: bytes) -> list[str]:
    """What is in a zip archive; nothing where it is none or cannot be read."""
    if not data.startswith(_ZIP):
        return []
    try:
        with ZipFile(BytesIO(data)) as packed:
            return packed.namelist()
    except (BadZipFile, EOFError, NotImplementedError, OSError, UnicodeError, ValueError):
        return []


_YAML = re.compile(
    rb"(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?:cv|basics|sidebar)[ \t]*:[ \t]*(?:#[^\r\n]*)?\r?\n[ \t]+\S"
)


def is_yaml(data: bytes) -> bool:
    """Whether the first line that says anything opens the object that a resume in YAML is in."""
    return bool(_YAML.match(data[:2048].removeprefix(b"\xef\xbb\xbf")))


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF, perhaps after some blanks."""
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\f\0").startswith(b"%PDF-")
