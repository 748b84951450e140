"""Damaged copies of PDFs: objects dropped, swapped and looped, streams changed, bytes flipped.

Most damage leaves a file that can be opened, with a table of its objects that is right, so that
what is inside is read at all; the rest is what a broken download leaves.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache

from tests.pdf_made import written

_OBJECT = re.compile(rb"(?<!\d)(\d{1,6}) \d{1,5} obj\b(.*?)\bendobj", re.S)
_STREAM = re.compile(rb"\A(.*?)\bstream\r?\n(.*?)\r?\n?endstream\s*\Z", re.S)
_FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?")
_REFERENCE = re.compile(rb"(?<![\d.])(\d{1,6}) 0 R\b")
_NUMBER = re.compile(rb"(?<![\w./-])-?\d+(?:\.\d+)?(?![\w.])")
_NAME = re.compile(rb"/[A-Za-z][\w.+-]*")
_NUMBERS = (
    b"0",
    b"-1",
    b"1e9",
    b"99999999999",
    b"2147483648",
    b"0.00001",
    b"-32768",
    b"65536",
    b"7",
)
_NAMES = (
    b"/Kids", b"/Parent", b"/Type", b"/Font", b"/Form", b"/Pages", b"/Page", b"/ToUnicode",
    b"/Type3", b"/Type0", b"/TrueType", b"/Identity-V", b"/LZWDecode", b"/ASCII85Decode",
    b"/JPXDecode", b"/Pattern", b"/DeviceN", b"/SMask", b"/XObject", b"/Annots", b"/Contents",
    b"/Resources",
)  # fmt: skip
_ENTRIES = (
    b"/Rotate 90", b"/Rotate 7", b"/MediaBox[0 0 1e9 1e9]", b"/MediaBox[9 9 9 9]",
    b"/UserUnit 1e6", b"/CropBox[100 100 200 200]", b"/Matrix[0 0 0 0 0 0]",
    b"/Matrix[1e9 0 0 1e9 0 0]", b"/Length 5", b"/Filter[/FlateDecode/FlateDecode/FlateDecode]",
    b"/Predictor 15/Columns 99999999", b"/Count 99999999", b"/Count -5", b"/Widths[]",
    b"/FirstChar -1/LastChar 99999999", b"/BBox[0 0 0 0]", b"/Encoding/Identity-H",
    b"/W[0[1 2 3]0 65535 1e9]", b"/CIDToGIDMap/Identity",
    b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", b"/AA<</O<</S/Launch/F(/bin/sh)>>>>",
    b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://x.example)>>>>]",
)  # fmt: skip
_OPERATORS = (
    b" q ", b" Q ", b" BT ", b" ET ", b" 0 0 0 0 0 0 cm ", b" 1e9 0 0 1e9 0 0 cm ", b" 3 Tr ",
    b" W n ", b" 0.001 Tc ", b" 1e9 Tw ", b" -900 Tz ", b" 0 Tf ", b" (\xff\xfe\x00) Tj ",
    b" [(a) -99999 (b)] TJ ", b" 0 0 1e9 1e9 re f ", b" 1 g ", b" /F1 1e9 Tf ", b" /F1 -10 Tf ",
    b" 0 -1 1 0 300 300 Tm ", b" BI /W 9999 /H 9999 /CS /G /BPC 8 ID x EI ",
    b" /Span <</ActualText (hire)>> BDC ", b" EMC ", b" 72 700 Td ", b" T* ", b" <", b" (", b" ]",
    b" << ", b" /X0 Do ", b" /G0 gs ", b" \x00 ",
)  # fmt: skip

Objects = dict[int, bytes]


def damaged_pdf(data: bytes, chance: random.Random) -> bytes:
    """One of very many damaged copies."""
    objects, root = _objects(data)
    if root is None or chance.random() < 0.15:
        return _flipped(data, chance)
    changed = dict(objects)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        number = chance.choice(list(changed))
        change = chance.choice(_CHANGES)
        changed[number] = change(changed[number], changed, chance)
        if chance.random() < 0.05 and len(changed) > 2:
            del changed[number]
    made = written(changed, f"/Root {root} 0 R")
    return _flipped(made, chance) if chance.random() < 0.05 else made


@cache
def _objects(data: bytes) -> tuple[Objects, int | None]:
    """The objects by number, those inside of others, too, and the root's; streams unpacked."""
    if b"/Encrypt" in data:
        return {}, None
    objects: Objects = {}
    for found in _OBJECT.finditer(data):
        body = _unpacked(found[2].strip())
        if b"/ObjStm" in body[:300]:
            objects |= _inside(body)
        elif b"/XRef" not in body[:300]:
            objects[int(found[1])] = body
    roots = [at for at, body in objects.items() if re.search(rb"/Type\s*/Catalog", body)]
    return objects, roots[0] if roots else None


def _unpacked(body: bytes) -> bytes:
    stream = _STREAM.match(body)
    if stream and _FLATE.search(stream[1]) and b"/DecodeParms" not in stream[1]:
        with suppress(zlib.error):
            return (
                _FLATE.sub(b"", stream[1])
                + b"stream\n"
                + zlib.decompress(stream[2])
                + b"\nendstream"
            )
    return body


def _inside(body: bytes) -> Objects:
    """The objects that an object stream holds."""
    stream = _STREAM.match(body)
    first = re.search(rb"/First (\d+)", body)
    if stream is None or first is None:
        return {}
    content, start = stream[2], int(first[1])
    numbers = [int(each) for each in content[:start].split()]
    places = [*numbers[1::2], len(content) - start]
    return {
        number: content[start + places[at] : start + places[at + 1]].strip()
        for at, number in enumerate(numbers[::2])
    }


def _referred(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    other = b"%d 0 R" % chance.choice(list(objects))
    return _replaced(body, _REFERENCE, (other,), chance)


def _numbered(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    return _replaced(body, _NUMBER, _NUMBERS, chance)


def _named(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    return _replaced(body, _NAME, _NAMES, chance)


def _entered(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    return body.replace(b"<<", b"<<" + chance.choice(_ENTRIES), 1)


def _copied(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    return objects[chance.choice(list(objects))]


def _drawn(body: bytes, objects: Mapping[int, bytes], chance: random.Random) -> bytes:
    """Other operators, or other bytes, in a stream."""
    stream = _STREAM.match(body)
    if stream is None:
        return _numbered(body, objects, chance)
    content = stream[2]
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, len(content))
        end = at + int(chance.expovariate(1 / 40))
        put = chance.choice(_OPERATORS) * chance.choice((1, 1, 1, 40))
        piece = content[at:end]
        content = chance.choice(
            (
                content[:at] + put + content[at:],
                content[:at] + content[end:],
                content[:at] + piece * chance.choice((2, 30)) + content[end:],
                _replaced(content, _NUMBER, _NUMBERS, chance),
            )
        )
    return stream[1] + b"stream\n" + content + b"\nendstream"


Change = Callable[[bytes, Mapping[int, bytes], random.Random], bytes]
_CHANGES: tuple[Change, ...] = (_referred, _numbered, _named, _entered, _copied, _drawn, _drawn)


def _replaced(
    body: bytes, pattern: re.Pattern[bytes], choice: tuple[bytes, ...], chance: random.Random
) -> bytes:
    places = list(pattern.finditer(body[:20_000]))
    if not places:
        return body
    place = chance.choice(places)
    return body[: place.start()] + chance.choice(choice) + body[place.end() :]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.choice((len(changed), chance.randint(1, len(changed))))])
