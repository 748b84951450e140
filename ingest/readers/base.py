"""What a reader is: bytes of one format in, a `Resume` out."""

from __future__ import annotations

from typing import ClassVar, Protocol

from ingest.errors import ResumeFileError
from ingest.resume import Resume


class Reader(Protocol):
    """One format. `suffixes` are lower case, with the dot."""

    format: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    def read(self, data: bytes, file_name: str) -> Resume:
        """The resume in `data`. Raises `ResumeFileError` with one line for the user."""
        ...


#: In characters. The longest resumes have a third of this; it is read in some seconds.
MAX_CHARACTERS = 300_000
#: Lines or paragraphs. The longest resumes have some 1,500.
MAX_LINES = 5_000


def too_long(file_name: str) -> ResumeFileError:
    """The refusal of a file with more words or elements than a resume can have."""
    return ResumeFileError(
        f"{file_name} has more words or elements than a resume can have; give the resume alone."
    )


_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def decode(data: bytes, file_name: str) -> str:
    """The text of a text file, UTF-8, or UTF-16 with a byte order mark.

    Raises `ResumeFileError` for any other encoding, for binary content and for emptiness.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if encoding == "utf-8" and b"\0" in data[:8192]:
        raise ResumeFileError(
            f"{file_name} is a binary file; give the resume as PDF, Word, HTML, Markdown, JSON,"
            " YAML or text."
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ResumeFileError(
            f"{file_name}, line {line} is not UTF-8 text; save the file with UTF-8 encoding."
        ) from error
    if not text.strip():
        raise ResumeFileError(f"{file_name} is empty; write the resume into it.")
    return text.replace("\0", "�")
