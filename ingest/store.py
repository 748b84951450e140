"""Chroma, as far as the index needs it: the collections in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings

from ingest.tokens import Vectors

if TYPE_CHECKING:
    from langchain_chroma import Chroma

# Documents a call to Chroma, which takes some 5,000 at most; also how often progress is told.
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Collections:
    """What a folder holds: the resume's chunks, and the topics that a question may be about."""

    chunks: Chroma
    topics: Chroma
    close: Callable[[], None]


def open_chroma(folder: Path, embeddings: Embeddings) -> Collections:
    """The collections in `folder`, made where they are not there; `close` releases its files.

    One process at a time may have a folder open; see `from_chroma` for what it raises.
    """
    # Chroma takes half a second to import; whoever only reads resumes should not pay.
    import chromadb
    from chromadb.api.client import Client
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    client = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))
    chunks, topics = (
        Chroma(
            name,
            embeddings,
            client=client,
            collection_configuration={"hnsw": {"space": "cosine"}},
        )
        for name in ("chunks", "topics")
    )
    return Collections(chunks, topics, cast(Client, client).close)


def add(store: Chroma, documents: Sequence[Document]) -> Iterator[int]:
    """Embed and store documents, numbered from 0; yields how many are stored, batch by batch."""
    for start in range(0, len(documents), _BATCH):
        batch = list(documents[start : start + _BATCH])
        store.add_documents(batch, ids=[str(start + offset) for offset in range(len(batch))])
        yield start + len(batch)


def contents(store: Chroma) -> tuple[list[Document], Vectors]:
    """Every document, by ascending id (an integer), and their vectors, float32 [documents, n]."""
    found = store.get(include=["documents", "metadatas", "embeddings"])
    if not found["ids"]:
        return [], np.zeros((0, 1), dtype=np.float32)
    order = sorted(range(len(found["ids"])), key=lambda row: int(found["ids"][row]))
    documents = [
        Document(page_content=found["documents"][row], metadata=found["metadatas"][row])
        for row in order
    ]
    return documents, np.asarray(found["embeddings"], dtype=np.float32)[order]


def from_chroma(error: Exception) -> bool:
    """Whether Chroma raised this. Asked by name, so that Chroma is not imported to ask."""
    return type(error).__module__.partition(".")[0] in ("chromadb", "chromadb_rust_bindings")


def first_line(error: Exception) -> str:
    """What an error says, short enough to go into a line of ours."""
    return str(error).strip().partition("\n")[0].rstrip(".") or type(error).__name__
