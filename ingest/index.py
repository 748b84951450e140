"""The index of one resume: a Chroma collection on disk, rebuilt only when it has to be.

A folder of an index holds

    current.json     which build is served, and its manifest: what it was made from, by what
    build-<random>/  Chroma's files, never touched again once they are served
    lock             held while building

A new build is made beside the old one and goes live when `current.json` is replaced, which the
operating system does as a whole or not at all. Whatever is killed when, `current.json` names a
build that was complete.

Chroma writes to its files even where it only reads, and is not made for two processes at once. So
whoever opens an index works on a private copy of the build (about a megabyte, some milliseconds),
verified on the way: a read-only folder serves, two processes do not meet, a build is not pulled
away from under its readers. Chroma runs inside the process; no server is started, no port bound.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import tempfile
import time
import uuid
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document

from ingest.chunks import CHUNKER_VERSION, chunk
from ingest.embeddings import Embedder
from ingest.errors import IndexStoreError
from ingest.index_folder import building, writing
from ingest.offline import silence_telemetry
from ingest.resume import Resume, SectionKind
from ingest.store import Collections, add, contents, first_line, from_chroma, open_chroma
from ingest.tokens import TokenVectors, Vectors
from ingest.topics import TOPICS, topics_version

if TYPE_CHECKING:
    from langchain_chroma import Chroma

logger = logging.getLogger(__name__)

Say = Callable[[str], None]

_CHUNKER = f"{CHUNKER_VERSION}-{topics_version()}-tokens"
_POINTER = "current.json"
_BUILD = "build-"
#: Beside Chroma's files, which have one vector a chunk: those of all tokens.
_TOKENS = "tokens.npz"


class ResumeIndex:
    """An open index. Close it, or let it go; its private copy of the files goes with it.

    `store` is LangChain's vector store of the chunks. `documents` are the chunks in the order of
    the source, `vectors` theirs, float32 [len(documents), dimension], each of length 1.
    `topic_kinds` and `topic_vectors` are the descriptions of `ingest.topics`, likewise. `tokens`
    are those of the chunks, None if the model does not tell them.
    """

    def __init__(
        self,
        *,
        resume: Resume,
        embedder: Embedder,
        store: Chroma,
        documents: list[Document],
        vectors: Vectors,
        topic_kinds: tuple[SectionKind, ...],
        topic_vectors: Vectors,
        tokens: TokenVectors | None,
        release: Callable[[], object],
    ) -> None:
        self.resume = resume
        self.embedder = embedder
        self.store = store
        self.documents = documents
        self.vectors = vectors
        self.topic_kinds = topic_kinds
        self.topic_vectors = topic_vectors
        self.tokens = tokens
        self.release = release

    def close(self) -> None:
        """Release Chroma's files; the documents and vectors stay usable."""
        self.release()


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What a build was made from, by what; two that are equal need only one build."""

    content: str
    chunker: str
    model: str

    def misfit(self, wanted: _Manifest) -> str | None:
        """Why a build with this manifest cannot serve where another is wanted, as a clause."""
        if self.model != wanted.model:
            return f"the embedding model was {self.model} and is {wanted.model}"
        if self.chunker != wanted.chunker:
            return f"it was cut by chunker {self.chunker}, this is {wanted.chunker}"
        if self.content != wanted.content:
            return "the resume, or how it is read, has changed"
        return None


class _UnusableError(Exception):
    """There is no build that can be served; the message is a clause that says why."""


def content_hash(resume: Resume) -> str:
    """SHA-256 over the source, its name, and everything that the reader made of it.

    The parse counts, because a reader that learned something makes another resume of the same file.
    """
    return hashlib.sha256(repr(resume).encode("utf-8", "surrogatepass")).hexdigest()


def index_folder(root: Path, resume: Resume) -> Path:
    """The folder below `root` for the index of the files' content, whatever their paths."""
    files = [part.source for part in resume.source.parts] or [resume.source]
    content = "\0".join(f"{source.file}\0{source.text}" for source in files)
    return root / hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def open_index(
    resume: Resume, folder: Path, embedder: Embedder, on_step: Say | None = None
) -> ResumeIndex:
    """Open the index of `resume` in `folder`, built first if it is missing, stale or damaged.

    `on_step` is told, a line each, why an index is built and how far it is. Raises
    `IndexStoreError` when there is no usable index and none can be written, `ModelError` when the
    embedding model is not to be had.
    """
    silence_telemetry()
    say = on_step or logger.info
    manifest = _Manifest(content_hash(resume), _CHUNKER, embedder.fingerprint)
    with suppress(_UnusableError):
        return _open(folder, manifest, resume, embedder)
    with building(folder):
        try:  # another process may have built it while this one waited for the lock
            return _open(folder, manifest, resume, embedder)
        except _UnusableError as reason:
            say(f"Building the index of {resume.source.file}: {reason}.")
        _build(folder, manifest, resume, embedder, say)
        try:
            return _open(folder, manifest, resume, embedder)
        except _UnusableError as reason:
            raise IndexStoreError(
                f"The index in {folder} was built but cannot be opened: {reason}."
            ) from reason


def _open(folder: Path, wanted: _Manifest, resume: Resume, embedder: Embedder) -> ResumeIndex:
    try:
        pointer = json.loads((folder / _POINTER).read_text("utf-8"))
        manifest = _Manifest(**pointer["manifest"])
        build, checksums = folder / pointer["build"], dict(pointer["files"])
    except FileNotFoundError:
        raise _UnusableError("there is none yet") from None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _UnusableError(f"{_POINTER} is damaged ({error})") from error
    if why := manifest.misfit(wanted):
        raise _UnusableError(why)
    with writing(Path(tempfile.gettempdir())):
        copy = Path(tempfile.mkdtemp(prefix="resume-index-"))
    try:
        _copy_verified(build, copy, checksums)
        return _loaded(resume, embedder, open_chroma(copy, embedder), copy)
    except Exception as error:
        shutil.rmtree(copy, ignore_errors=True)
        if from_chroma(error):  # the files are what was written: another Chroma wrote them
            raise _UnusableError(f"Chroma cannot open it ({first_line(error)})") from error
        raise
    except BaseException:
        shutil.rmtree(copy, ignore_errors=True)
        raise


def _loaded(resume: Resume, embedder: Embedder, opened: Collections, copy: Path) -> ResumeIndex:
    release = weakref.finalize(opened.chunks, _release, opened.close, copy)
    topics, topic_vectors = contents(opened.topics)
    documents, vectors = contents(opened.chunks)
    return ResumeIndex(
        resume=resume,
        embedder=embedder,
        store=opened.chunks,
        documents=documents,
        vectors=vectors if documents else topic_vectors[:0],
        topic_kinds=tuple(SectionKind(topic.metadata["kind"]) for topic in topics),
        topic_vectors=topic_vectors,
        tokens=TokenVectors.load(copy / _TOKENS) if (copy / _TOKENS).exists() else None,
        release=release,
    )


def _release(close: Callable[[], None], copy: Path) -> None:
    close()
    shutil.rmtree(copy, ignore_errors=True)


def _copy_verified(build: Path, copy: Path, checksums: dict[str, str]) -> None:
    for name, expected in checksums.items():
        try:
            content = (build / name).read_bytes()
        except OSError as error:
            raise _UnusableError(f"{name} is damaged ({error.strerror})") from error
        if hashlib.sha256(content).hexdigest() != expected:
            raise _UnusableError(f"{name} is damaged")
        with writing(copy):
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def _build(folder: Path, manifest: _Manifest, resume: Resume, embedder: Embedder, say: Say) -> None:
    """Make a build and let it go live; only then remove whatever else lies there."""
    started = time.perf_counter()
    documents = chunk(resume, embedder.count_tokens, embedder.max_tokens)
    build = folder / f"{_BUILD}{uuid.uuid4().hex[:12]}"
    with writing(folder):
        build.mkdir()
        try:
            opened = open_chroma(build, embedder)
            try:
                _ = [*add(opened.topics, _topics())]
                for done in add(opened.chunks, documents):
                    say(f"Embedded {done} of {len(documents)} chunks.")
            finally:
                opened.close()
            tokens = embedder.encode_tokens([document.page_content for document in documents])
            if tokens is not None:
                tokens.save(build / _TOKENS)
            files = {
                path.relative_to(build).as_posix(): _flushed_sha256(path)
                for path in sorted(build.rglob("*"))
                if path.is_file()
            }
            _point(folder, {"build": build.name, "manifest": asdict(manifest), "files": files})
        except BaseException:
            shutil.rmtree(build, ignore_errors=True)
            raise
    _sweep(folder, build)
    say(f"The index is ready, in {time.perf_counter() - started:.1f} s.")


def _topics() -> list[Document]:
    return [
        Document(page_content=text, metadata={"kind": kind.value})
        for kind, texts in TOPICS.items()
        for text in texts
    ]


def _point(folder: Path, pointer: dict[str, Any]) -> None:
    """Replace `current.json` as a whole, and not before its content is on the disk."""
    new = folder / f"{_POINTER}.new"
    with new.open("w", encoding="utf-8") as stream:
        json.dump(pointer, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(folder / _POINTER)


def _flushed_sha256(path: Path) -> str:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sweep(folder: Path, keep: Path) -> None:
    """Remove every other build, those that were killed half-way among them."""
    for build in folder.glob(f"{_BUILD}*"):
        if build != keep:
            shutil.rmtree(build, ignore_errors=True)
