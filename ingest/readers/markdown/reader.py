"""Markdown as portfolio sites write it: Jekyll, kramdown, GitHub, Pandoc; with inline HTML."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ingest.readers.base import decode
from ingest.readers.markdown.blocks import read_blocks
from ingest.readers.markdown.fenced import without_fence
from ingest.readers.markdown.front_matter import toml_values, with_front_matter, yaml_values
from ingest.readers.plain.reader import laid_out
from ingest.resume import Resume, Source
from ingest.structure.build import build_resume


class MarkdownReader:
    """Reads Markdown; HTML, Liquid and attribute lists in it are understood, none is executed."""

    format: ClassVar[str] = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".txt")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is no text."""
        source = Source(file_name, text := decode(data, file_name))
        if fenced := without_fence(text):
            text, language = fenced
            if language not in ("md", "markdown"):
                return replace(laid_out(text, source), format=self.format)
        page = read_blocks(text)
        front, warnings = (
            yaml_values(page.front_matter) if page.toml is None else toml_values(page.toml)
        )
        return with_front_matter(build_resume(page.blocks, source, front, warnings, self.format))
