"""One page as a PNG, without an imaging library. Runs in the child process only (`worker`)."""

from __future__ import annotations

import ctypes
import struct
import zlib
from typing import Any

import pypdfium2.raw as pdfium

from ingest.readers.pdf.frame import Frame

#: Pixels of the longer side; more shows nothing more, and takes memory.
_MAX_SIDE = 4_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(page: Any, width: int) -> bytes:
    """The page on white, forms and notes included, `width` pixels wide (fewer if it is long)."""
    frame = Frame(page)
    scale = min(width / frame.width, _MAX_SIDE / max(frame.width, frame.height))
    across, down = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise MemoryError
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, flags)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + across * 3] for row in range(down))
    header = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
