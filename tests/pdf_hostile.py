"""PDFs made to do harm: loops, bombs, lies about sizes, things that run.

By name, with what becomes of each: "read", or words of the one line that refuses it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import cache

from tests.pdf_made import made, page, text, written

RESUME = page(
    "# Ida Nwosu", "Lamp keeper", "# Work", "Lighthouse of Borkum, 2019 - 2021",
    "Kept the lamp lit for two winters.", "# Skills", "Rope, radio, oil",
)  # fmt: skip
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
_PAGE = b"/Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 11 0 R"
Bodies = dict[int, bytes]


def stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def bodies(content: str | bytes = RESUME, resources: bytes = b"", entries: bytes = b"") -> Bodies:
    """The objects of a resume of one page: 1 is the root, 2 the page tree, 3 the font."""
    drawn = content if isinstance(content, bytes) else content.encode("cp1252")
    fonts = b"/Font<</F1 3 0 R/F2 3 0 R/F3 3 0 R>>"
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[10 0 R]>>",
        3: _FONT,
        10: b"<<%s%s/Resources<<%s%s>>>>" % (_PAGE, entries, fonts, resources),
        11: stream(b"/Filter/FlateDecode", zlib.compress(drawn)),
    }


def file(changed: Bodies, base: Bodies | None = None) -> bytes:
    return written((base or bodies()) | changed, "/Root 1 0 R")


@cache
def bomb() -> bytes:
    """A thousandth of the blanks that come of it."""
    return zlib.compress(b" " * 250_000_000, 1)


def form(content: bytes, resources: bytes = b"") -> bytes:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s>>" % resources
    return stream(entries, content)


def drawing(first: bytes, more: Bodies | None = None) -> bytes:
    """A resume that draws the object 20, and others that that draws."""
    with_form = bodies(f"{RESUME} /X0 Do", b"/XObject<</X0 20 0 R>>")
    return file({20: first} | (more or {}), with_form)


def boxed(box: bytes) -> bytes:
    base = bodies()
    return file({10: base[10].replace(b"0 0 612 792", box)})


def in_object_stream(entries: bytes = b"", own: bool = False) -> bytes:
    """A resume whose page tree is packed; `own`: the package is said to be inside of itself."""
    data, places = b"%PDF-1.7\n", {}
    given = bodies()
    inner = [given[number] for number in (1, 2, 3)]
    starts = [sum(len(each) + 1 for each in inner[:at]) for at in range(3)]
    head = b"".join(b"%d %d " % (at + 1, start) for at, start in enumerate(starts))
    packed = stream(b"/Type/ObjStm/N 3/First %d%s" % (len(head), entries), head + b" ".join(inner))
    for number, body in ((10, given[10]), (11, given[11]), (20, packed)):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[21] = len(data)
    rows = []
    for number in range(22):
        if number in (1, 2, 3) or (number == 20 and own):
            rows.append(bytes([2]) + (20).to_bytes(4, "big") + bytes([max(0, number - 1) % 20]))
        else:
            known = number in places
            rows.append(bytes([known]) + places.get(number, 0).to_bytes(4, "big") + b"\0")
    table = stream(b"/Type/XRef/Size 22/W[1 4 1]/Root 1 0 R", b"".join(rows))
    return data + b"21 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, places[21])


def in_font(font: bytes, more: Bodies | None = None) -> bytes:
    return file({3: font} | (more or {}))


_RUNS = {
    1: b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\){})>>"
    b"/AA<</WC 32 0 R>>/Names<</EmbeddedFiles<</Names[(a)31 0 R]>>"
    b"/JavaScript<</Names[(x)32 0 R]>>>>/AcroForm<</XFA 30 0 R/Fields[]>>>>",
    30: stream(
        b"/Type/EmbeddedFile", b"<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://x.example'>"
    ),
    31: b"<</Type/Filespec/F(a.exe)/EF<</F 30 0 R>>>>",
    32: b"<</S/Launch/F(/bin/false)/Win<</F(calc.exe)>>>>",
}
_TYPE3 = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32"
    b"/LastChar 126/Widths[" + b"500 " * 95 + b"]/Encoding<</Differences[32" + b"/a" * 95 + b"]>>"
    b"/CharProcs<</a 5 0 R>>/Resources<</Font<</F1 3 0 R>>>>>>"
)  # fmt: skip
_NAMELESS = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[%s]>>"
_BROKEN_FONT = (
    b"<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 32/LastChar 126/Widths["
    + b"500 " * 95 + b"]/Encoding/WinAnsiEncoding/FontDescriptor 4 0 R>>"
)  # fmt: skip
_TILES = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .01/YStep .01/Resources<<>>"
_NO_TEXT, _DAMAGED, _TOO_MUCH = "no text", "damaged", "0.8 GB of memory"

#: Small in the file, and harmless or refused at once.
QUICK: dict[str, tuple[Callable[[], bytes], str]] = {
    "pages that hold themselves": (
        lambda: file({2: b"<</Type/Pages/Count 3/Kids[2 0 R 10 0 R 2 0 R]>>"}), _DAMAGED,
    ),
    "a page that is its own parent": (
        lambda: file({10: bodies()[10].replace(b"Parent 2", b"Parent 10")}), "read",
    ),
    "5,000 levels of pages": (
        lambda: file(
            {2: b"<</Type/Pages/Count 1/Kids[20 0 R]>>"}
            | {
                at: b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (at - 1, at + 1)
                for at in range(20, 5_020)
            }
        ),
        _DAMAGED,
    ),
    "no pages": (lambda: file({2: b"<</Type/Pages/Count 0/Kids[]>>"}), _DAMAGED),
    "10,000 pages": (
        lambda: file({2: b"<</Type/Pages/Count 10000/Kids[" + b"10 0 R " * 10_000 + b"]>>"}),
        "more than 50 pages",
    ),
    "a lie about how many pages": (
        lambda: file({2: b"<</Type/Pages/Count 2147483647/Kids[10 0 R]>>"}), "read",
    ),
    "a page of a million miles": (lambda: boxed(b"0 0 1e12 1e12"), "read"),
    "a page of no number": (lambda: boxed(b"0 0 1e39 1e39"), "read"),
    "a page of the largest size": (lambda: boxed(b"0 0 14400 14400"), "read"),
    "a page of no size": (lambda: boxed(b"0 0 0.001 0.001"), _NO_TEXT),
    "a bomb in the text": (lambda: file({11: stream(b"/Filter/FlateDecode", bomb())}), _NO_TEXT),
    "a bomb inside a bomb": (
        lambda: file(
            {11: stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(bomb(), 9))}
        ),
        _NO_TEXT,
    ),
    "200 filters": (
        lambda: file({11: stream(b"/Filter[" + b"/FlateDecode" * 200 + b"]", b"x")}), _NO_TEXT,
    ),
    "a bomb in a picture": (
        lambda: drawing(
            stream(
                b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB"
                b"/BitsPerComponent 8/Filter/FlateDecode", bomb(),
            )
        ),
        "read",
    ),
    "more letters than a book's chapter": (
        lambda: made(page(*["Kept the lamp lit for one more night. " * 12] * 270)),
        "far more than a resume",
    ),
    "words all over the pages": (
        lambda: made(
            *["".join(text(4 + 28 * (at % 20), 780 - 7.5 * (at // 20), "ab", size=5)
                      for at in range(1_600))] * 10
        ),
        "far more than a resume",
    ),
    "a form that draws itself": (
        lambda: drawing(form(b"/X0 Do", b"/XObject<</X0 20 0 R>>")), "read",
    ),
    "a font that draws itself": (
        lambda: in_font(_TYPE3, {5: stream(b"", b"500 0 d0 BT /F1 1000 Tf (ab) Tj ET")}), _NO_TEXT,
    ),
    "a font that descends from itself": (lambda: in_font(_NAMELESS % b"3 0 R"), _NO_TEXT),
    "a font that is no font": (
        lambda: in_font(
            _BROKEN_FONT,
            {4: b"<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 5 0 R>>",
             5: stream(b"", bytes(range(256)) * 90)},
        ),
        "read",
    ),
    "a letter that is 60,000 letters": (
        lambda: in_font(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>",
            {5: stream(b"", b"begincmap 1 begincodespacerange <00><ff> endcodespacerange"
                       b" 1 beginbfchar <61> <" + b"0041" * 60_000 + b"> endbfchar endcmap")},
        ),
        "far more than a resume",
    ),
    "a mask of itself": (
        lambda: file(
            {20: stream(b"/Subtype/Form/BBox[0 0 9 9]/Group<</S/Transparency>>"
                        b"/Resources<</ExtGState<</G0 21 0 R>>>>", b"/G0 gs 0 0 9 9 re f"),
             21: b"<</SMask<</S/Luminosity/G 20 0 R>>>>"},
            bodies(f"/G0 gs {RESUME}", b"/ExtGState<</G0 21 0 R>>"),
        ),
        _NO_TEXT,
    ),
    "100,000 dictionaries inside each other": (
        lambda: file({}, bodies(entries=b"/X " + b"<</A " * 100_000 + b"1" + b">>" * 100_000)),
        "read",
    ),
    "a million saved states": (lambda: file({}, bodies("q " * 1_000_000 + RESUME)), "read"),
    "a packed object that extends itself": (lambda: in_object_stream(b"/Extends 20 0 R"), "read"),
    "a package inside of itself": (lambda: in_object_stream(own=True), "read"),
    "a table of contents that leads to itself": (
        lambda: file({}).replace(
            b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % file({}).rindex(b"xref\n0")
        ),
        "read",
    ),
    "a table of contents somewhere else": (
        lambda: file({}).replace(b"startxref\n", b"startxref\n9"), "read",
    ),
    "no table of contents": (lambda: file({}).partition(b"xref\n0")[0], _DAMAGED),
    "a length that is what it is the length of": (
        lambda: file({11: bodies()[11].replace(b"/Length ", b"/Length 11 0 R %")}), _NO_TEXT,
    ),
    "scripts, programs and files inside": (lambda: file(_RUNS), "read"),
    "a scan": (
        lambda: made("q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x99 EI Q "), "scan",
    ),
    "nothing on the page": (lambda: made(""), _NO_TEXT),
    "nothing but the first line": (lambda: b"%PDF-1.7\n", _DAMAGED),
    "9 MB of brackets": (lambda: b"%PDF-1.7\n1 0 obj " + b"(" * 9_000_000, _DAMAGED),
}  # fmt: skip

#: What is let work until its limit: seconds each.
SLOW: dict[str, tuple[Callable[[], bytes], str]] = {
    "forms that draw ten of the next": (
        lambda: drawing(
            form(b"/X0 Do " * 10, b"/XObject<</X0 21 0 R>>"),
            {
                at: form(b"/X0 Do " * 10, b"/XObject<</X0 %d 0 R>>" % (at + 1))
                for at in range(21, 60)
            }
            | {60: form(b"0 0 m 9 9 l S")},
        ),
        _TOO_MUCH,
    ),
    "a pattern of a hundredth of a point": (
        lambda: file(
            {20: stream(_TILES, b"0 0 1 1 re f")},
            bodies(f"/Pattern cs /P0 scn 0 0 612 792 re f {RESUME}", b"/Pattern<</P0 20 0 R>>"),
        ),
        _TOO_MUCH,
    ),
    "curves without end": (
        lambda: made(RESUME + "0 0 m " + "1 700 500 2 600 700 c " * 300_000 + "S"), _TOO_MUCH,
    ),
}  # fmt: skip

#: An address that a click would lead to; the words of the link are read, the address is not asked.
LINK = "<</Type/Annot/Subtype/Link/Rect[0 0 612 792]/A<</S/URI/URI(http://127.0.0.1:{})>>>>"


def linking(port: int) -> bytes:
    """A page that is a link to a port of this machine, and says to open it at once."""
    action = f"<</S/URI/URI(http://127.0.0.1:{port}/open)>>".encode()
    annotation = LINK.format(port).encode()
    opened = bodies(RESUME + text(72, 60, "A link"), entries=b"/Annots[" + annotation + b"]")
    root = b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/URI<</Base(http://127.0.0.1:%d)>>>>"
    return file({1: root % (action, port)}, opened)
