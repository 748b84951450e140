"""Markdown as portfolio sites write it: Jekyll, kramdown, GitHub, Pandoc; with inline HTML."""

from __future__ import annotations

import tomllib
from typing import Any, ClassVar

import yaml

from ingest.readers.base import decode
from ingest.readers.markdown_blocks import read_blocks
from ingest.resume import Resume, Source, Warning
from ingest.structure.build import build_resume


class MarkdownReader:
    """Reads Markdown; HTML, Liquid and attribute lists in it are understood, none is executed."""

    format: ClassVar[str] = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".txt")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is no text."""
        text = decode(data, file_name)
        page = read_blocks(text)
        front, warnings = (
            _front_matter(page.front_matter) if page.toml is None else _toml(page.toml)
        )
        return build_resume(page.blocks, Source(file_name, text), front, warnings, self.format)


def _front_matter(written: str | None) -> tuple[dict[str, Any], list[Warning]]:
    """The front matter as a mapping; empty, with a warning, where it is no valid YAML."""
    if written is None:
        return {}, []
    try:
        values = yaml.safe_load(written)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or str(error).partition("\n")[0]
        line = mark.line + 2 if mark else 1
        return {}, [Warning(f"The front matter is not valid YAML ({reason}); left out.", line)]
    return (values, []) if isinstance(values, dict) else ({}, [])


def _toml(written: str) -> tuple[dict[str, Any], list[Warning]]:
    """The same of front matter in TOML."""
    try:
        return tomllib.loads(written), []
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {}, [Warning(f"The front matter is not valid TOML ({error}); left out.", 1)]
