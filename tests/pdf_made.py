"""Small PDFs made by hand, for what no program writes: hidden words, traps, broken structure."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

#: Helvetica, bold and oblique, as /F1, /F2 and /F3; all have the letters of Windows' code page.
FONTS = ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")


def text(  # noqa: PLR0917
    x: float, y: float, words: str, font: int = 1, size: float = 10, before: str = ""
) -> str:
    """A line at `x`, `y` (points from the lower left corner); `before`: operators before it."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT {before} /F{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def page(*lines: str, top: float = 740, left: float = 72, leading: float = 14) -> str:
    """Lines one below the other; one that begins with "#" is bold and larger."""
    drawn = []
    for number, line in enumerate(lines):
        heading = line.startswith("# ")
        words = line.removeprefix("# ")
        drawn.append(
            text(left, top - number * leading, words, 2 if heading else 1, 14 if heading else 10)
        )
    return "".join(drawn)


def made(
    *contents: str,
    size: tuple[float, float] = (612, 792),
    entries: str = "",
    objects: Sequence[str] = (),
    trailer: str = "",
) -> bytes:
    """A PDF with a page for each content stream.

    `entries` go into every page's dictionary. `objects` are further ones, numbered from 100.
    """
    bodies: dict[int, bytes] = {}
    kids = [10 + 2 * at for at in range(len(contents))]
    bodies[1] = b"<</Type/Catalog/Pages 2 0 R>>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    bodies[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{listed}]>>".encode()
    for number, name in enumerate(FONTS):
        bodies[3 + number] = (
            f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>".encode()
        )
    fonts = "".join(f"/F{at + 1} {at + 3} 0 R" for at in range(len(FONTS)))
    for kid, content in zip(kids, contents, strict=True):
        stream = zlib.compress(content.encode("cp1252", "replace"))
        bodies[kid] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Contents {kid + 1} 0 R"
            f"/Resources<</Font<<{fonts}>>>>{entries}>>"
        ).encode()
        bodies[kid + 1] = (
            f"<</Length {len(stream)}/Filter/FlateDecode>>stream\n".encode()
            + stream
            + b"\nendstream"
        )
    for number, body in enumerate(objects):
        bodies[100 + number] = body.encode("latin-1")
    return written(bodies, f"/Root 1 0 R{trailer}")


def written(bodies: dict[int, bytes], trailer: str) -> bytes:
    """A PDF of objects by number; `trailer` names the root."""
    data = b"%PDF-1.7\n"
    places = {}
    for number, body in sorted(bodies.items()):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        data += f"{number} 1\n{place:010d} 00000 n \n".encode()
    size = max(places) + 1
    return data + f"trailer<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
