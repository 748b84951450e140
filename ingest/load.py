"""From a path to a Resume: everything that can be wrong with a file is said in one line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ingest.errors import ResumeFileError
from ingest.join import joined
from ingest.progress import Say, told
from ingest.readers.registry import reader_for
from ingest.resume import Resume, SectionKind

#: The largest file read, in bytes, unless the caller says otherwise.
MAX_BYTES = 10_000_000


def load_resume(path: Path, max_bytes: int = MAX_BYTES, on_step: Say | None = None) -> Resume:
    """Read the resume at `path`. `on_step` is told, a line each, where that takes long.

    Raises `ResumeFileError`: missing, a folder, unreadable, too large, empty, binary, not UTF-8, or
    not a resume; `UnsupportedFormatError` for a format without a reader.
    """
    return load_resumes((path,), max_bytes, on_step)


def load_resumes(
    paths: Sequence[Path], max_bytes: int = MAX_BYTES, on_step: Say | None = None
) -> Resume:
    """Read several files as the resume of one person; the first says who it is.

    Each has at most `max_bytes`. Raises what `load_resume` raises, naming the file at fault.
    """
    paths = each_once(paths)
    resume = joined([_read(path, max_bytes, on_step) for path in paths], paths)
    if not _has_sections(resume):
        names = ", ".join(map(str, paths))
        raise ResumeFileError(
            f"{names} {'has' if len(paths) == 1 else 'have'} no sections with text; add some, such"
            " as work, education, skills."
        )
    return resume


def each_once(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that name a file again: the files that a resume is read from."""
    return list({path.absolute(): path for path in paths}.values())


def _read(path: Path, max_bytes: int, on_step: Say | None) -> Resume:
    data = _bytes(path, max_bytes)
    if not data.strip():
        raise ResumeFileError(f"{path} is empty; write the resume into it.")
    reader = reader_for(data, path.name)
    with told(f"Reading {path.name}", on_step):
        return reader.read(data, path.name)


def _has_sections(resume: Resume) -> bool:
    """Whether there is more than a name: one line about the person answers no question."""
    parts = [part for _, _, part in resume.walk() if any(map(str.isalnum, part.text))]
    kinds = {section.kind for section in resume.sections}
    return len(parts) > 1 or bool(parts and kinds - {SectionKind.BASICS})


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        if path.is_dir():
            raise ResumeFileError(f"{path} is a folder; give the resume's file in it.")
        if path.exists() and not path.is_file():
            raise ResumeFileError(f"{path} is no ordinary file; give the resume's file.")
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError:
        raise ResumeFileError(f"{path} does not exist; check the path.") from None
    except PermissionError:
        raise ResumeFileError(f"{path} may not be read; give this user permission.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ResumeFileError(f"{path} cannot be read: {reason}.") from error
    if len(data) > max_bytes:
        raise ResumeFileError(
            f"{path} is larger than {max_bytes / 1e6:.0f} MB; a resume is not: check the file, or"
            " raise RESUME_MAX_FILE_BYTES."
        )
    return data
