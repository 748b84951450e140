"""JSON Resume 1.0 (https://jsonresume.org/schema) and FRESH (https://github.com/fresh-standard)."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from ingest.errors import ResumeFileError
from ingest.readers.base import decode
from ingest.readers.tree.json_source import last_commas, parse
from ingest.readers.tree.marks import blanked, readable
from ingest.readers.tree.resume import is_fresh, resume_of, tells
from ingest.resume import Resume, Source, Warning

_COMMA = "A comma stands where nothing follows; other programs refuse the file for it."
_MAX_TOLD = 20


class JsonResumeReader:
    """Reads JSON Resume, FRESH, and what is close to them."""

    format: ClassVar[str] = "json-resume"
    suffixes: ClassVar[tuple[str, ...]] = (".json",)

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` where it is none."""
        text = decode(data, file_name)
        tree = readable(parse(text, file_name), file_name)
        if not tells(tree.root, file_name):
            raise ResumeFileError(
                f"{file_name} is JSON but no JSON Resume: it has none of basics, work, education,"
                " skills; write it as https://jsonresume.org/schema says."
            )
        source = Source(file_name, blanked(text, tree.hidden))
        resume = resume_of(tree, source, "fresh" if is_fresh(tree.root) else self.format)
        slips = [Warning(_COMMA, line) for line in last_commas(text)[:_MAX_TOLD]]
        return replace(resume, warnings=(*slips, *resume.warnings))
