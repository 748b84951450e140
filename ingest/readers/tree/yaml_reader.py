"""Resumes in YAML: RenderCV, al-folio, JSON Resume and FRESH as YAML, data files of Jekyll."""

from __future__ import annotations

from typing import ClassVar

from ingest.errors import ResumeFileError
from ingest.readers.base import decode
from ingest.readers.tree.marks import blanked, readable
from ingest.readers.tree.resume import resume_of, tells
from ingest.readers.tree.yaml_source import parse
from ingest.resume import Resume, Source


class YamlResumeReader:
    """Reads a resume in YAML, whichever schema it follows; comments are nobody's to read."""

    format: ClassVar[str] = "yaml"
    suffixes: ClassVar[tuple[str, ...]] = (".yaml", ".yml")

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is none."""
        text = decode(data, file_name)
        parsed = parse(text, file_name)
        tree = readable(parsed.root, file_name)
        if not tells(tree.root, file_name):
            raise ResumeFileError(
                f"{file_name} is YAML but no resume: it has none of cv, basics, work, education,"
                " skills; write it as https://docs.rendercv.com or https://jsonresume.org/schema"
                " says."
            )
        source = Source(file_name, blanked(text, (*tree.hidden, *parsed.comments)))
        return resume_of(tree, source, self.format)
