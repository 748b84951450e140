"""Several files make one resume: their spans in one text, nothing in it that is told twice.

The first file gives name, headline and permalink; what it lacks comes from the next that has it.
What a later file tells in the same words as an earlier one is taken from the earlier one, so that
it is said, counted and cited once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import PurePath
from typing import Any

from ingest.join_same import Said, new_contacts
from ingest.resume import Part, Resume, Section, Source, Span, Warning

#: What one file of several may lack: readers warn of it in these words.
_LACKS = re.compile(r"The resume (?:gives no name|names nobody|has no sections)")
_BREAK = re.compile(r"\r\n?|\n")


def joined(resumes: Sequence[Resume], files: Sequence[PurePath] = ()) -> Resume:
    """The resumes of several files as one; of one file, that resume as it is.

    `files` are the paths that they were read from: of two files with one name, the folder is what
    tells them apart in citations.
    """
    if len(resumes) == 1:
        return resumes[0]
    names = _names(resumes, files)
    named = [_named(resume, name) for resume, name in zip(resumes, names, strict=True)]
    source = _source(named)
    moved = [_moved(resume, part) for resume, part in zip(named, source.parts, strict=True)]
    first = moved[0]
    return Resume(
        source=source,
        name=next((one.name for one in moved if one.name), None),
        headline=next((one.headline for one in moved if one.headline), None),
        contacts=new_contacts(one.contacts for one in moved),
        sections=_sections(moved),
        warnings=tuple(
            warning
            for one in moved
            for warning in one.warnings
            if not _LACKS.match(warning.message)
        )
        + _strangers(moved),
        permalink=first.permalink,
        format=first.format,
        left_out=tuple(each for one in moved for each in one.left_out),
    )


def _names(resumes: Sequence[Resume], files: Sequence[PurePath]) -> list[str]:
    names = [resume.source.file for resume in resumes]
    count = Counter(names)
    if not files:
        return names
    return [
        f"{path.parent.name}/{name}" if count[name] > 1 and path.parent.name else name
        for name, path in zip(names, files, strict=True)
    ]


def _named(resume: Resume, file: str) -> Resume:
    return replace(resume, source=replace(resume.source, file=file))


def _source(resumes: Sequence[Resume]) -> Source:
    text, lines = "", 0
    parts: list[Part] = []
    for resume in resumes:
        if text and not text.endswith("\n"):
            text += "\n"
            lines = len(_BREAK.findall(text))
        parts.append(Part(resume.source, resume.format, len(text), lines))
        text += resume.source.text
        lines = len(_BREAK.findall(text))
    return Source(", ".join(part.source.file for part in parts), text, tuple(parts))


def _moved(resume: Resume, part: Part) -> Resume:
    """The resume with its spans and lines in the whole text."""
    kept = ("source", "permalink", "format")
    moved = {
        each.name: _shifted(getattr(resume, each.name), part)
        for each in fields(resume)
        if each.name not in kept
    }
    return replace(resume, **moved)


def _shifted(value: Any, part: Part) -> Any:
    """A value of the domain model, whatever it is made of, moved by what stands before the part."""
    moved = value
    if isinstance(value, Span):
        moved = value.moved(part.start, part.lines)
    elif isinstance(value, Warning):
        moved = replace(value, line=value.line + part.lines)
    elif isinstance(value, tuple):
        moved = tuple(_shifted(item, part) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: _shifted(getattr(value, each.name), part) for each in fields(value)}
        moved = replace(value, **changed)
    return moved


def _sections(resumes: Sequence[Resume]) -> tuple[Section, ...]:
    said = Said()
    for resume in resumes:
        said.take(resume.sections)
    return said.sections


def _strangers(resumes: Sequence[Resume]) -> tuple[Warning, ...]:
    """A warning for each file that names somebody else than the first that names anybody."""
    known: frozenset[str] = frozenset()
    found: list[Warning] = []
    for resume in resumes:
        if resume.name is None:
            continue
        words = frozenset(re.findall(r"\w+", resume.name.text.casefold()))
        if known and not words & known:
            found.append(
                Warning(
                    f"{resume.name.text!r} is somebody else than the first file names.",
                    resume.name.span.start_line,
                )
            )
        known = known or words
    return tuple(found)
