"""A Word file as a zip of XML parts, opened with distrust: limits first, then one part at a time.

Only parts that hold words or say how they look are ever unpacked; pictures, macros and embedded
files stay packed, and what stands elsewhere (external relationships) is never fetched.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from ingest.errors import ResumeFileError

#: An lxml element; lxml has no types of its own.
Element = Any

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
#: Names as ISO 29500 has them in its strict form, and what Word writes by default in their place.
_STRICT = re.compile(
    rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/"
)
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"
# A resume has some dozens of parts; its pages take some hundred kilobytes of XML, unpacked. A
# million elements would take about 10 s and 1 GB.
_MAX_ENTRIES = 2_000
_MAX_UNPACKED = 200_000_000
_MAX_PART = 20_000_000
_MAX_RATIO = 200
_MAX_ELEMENTS = 300_000
_BROKEN = (
    BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, UnicodeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
_DECLARES = (b"<!DOCTYPE", b"<!ENTITY")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the name of another part, or an address elsewhere (`external`)."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """The parts of one file. Raises `ResumeFileError` for whatever no Word file does."""

    file_name: str
    _zip: ZipFile
    _roots: dict[str, Element | None] = field(default_factory=dict)
    _elements: int = 0

    @classmethod
    def open(cls, data: bytes, file_name: str) -> Package:
        """The package in `data`, once its table of contents is within the limits."""
        try:
            packed = ZipFile(BytesIO(data))
            entries = packed.infolist()
        except _BROKEN as error:
            raise damaged(file_name, "its zip archive cannot be read") from error
        package = cls(file_name, packed)
        package._check(entries)
        return package

    def _check(self, entries: list[ZipInfo]) -> None:
        if len(entries) > _MAX_ENTRIES:
            raise self._bomb(f"it has {len(entries)} parts")
        total = sum(entry.file_size for entry in entries)
        if total > _MAX_UNPACKED:
            raise self._bomb(f"it unpacks to {total / 1e6:.0f} MB")
        for entry in entries:
            large = entry.file_size > 1_000_000
            if large and entry.file_size > _MAX_RATIO * max(1, entry.compress_size):
                times = entry.file_size // max(1, entry.compress_size)
                raise self._bomb(f"its part {_shown(entry.filename)} unpacks {times}-fold")

    def main(self) -> str:
        """The name of the part that holds the document."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                return relation.target
        raise damaged(self.file_name, "it does not say which part is the document")

    def root(self, part: str) -> Element | None:
        """The XML of a part; None where there is no such part."""
        if part not in self._roots:
            self._roots[part] = self._parsed(part)
        return self._roots[part]

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by identifier; what is malformed is left out."""
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root.iter(_RELATION) if root is not None else ():
            kind = element.get("Type", "").removeprefix(_OFFICE)
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(kind, target, external)
        return found

    def _parsed(self, part: str) -> Element | None:
        try:
            entry = self._zip.getinfo(part)
        except KeyError:
            return None
        if entry.file_size > _MAX_PART:
            raise self._bomb(f"its part {_shown(part)} unpacks to {entry.file_size / 1e6:.0f} MB")
        try:
            xml = self._zip.read(entry)
        except _BROKEN as error:
            raise damaged(self.file_name, f"its part {_shown(part)} cannot be unpacked") from error
        bare = xml.replace(b"\0", b"")
        if any(word in bare for word in _DECLARES):
            raise ResumeFileError(
                f"{self.file_name} declares XML entities, which no Word document does; save it"
                " anew in Word or LibreOffice."
            )
        self._elements += bare.count(b"<") // 2
        if self._elements > _MAX_ELEMENTS:
            raise self._bomb("it has far more elements than a resume")
        return self._tree(_STRICT.sub(_USUAL, xml), part)

    def _tree(self, xml: bytes, part: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(xml, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error).partition("\n")[0][:100]
            raise damaged(self.file_name, f"its part {_shown(part)}: {reason}") from error

    def _bomb(self, what: str) -> ResumeFileError:
        return ResumeFileError(
            f"{self.file_name} is larger inside than a resume can be ({what}); check where it"
            " comes from."
        )


def damaged(file_name: str, what: str) -> ResumeFileError:
    """The refusal of a file that Word would not open either."""
    return ResumeFileError(
        f"{file_name} is damaged ({what}); open it in Word or LibreOffice and save it anew."
    )


def _shown(part: str) -> str:
    return ascii(part[-60:])
