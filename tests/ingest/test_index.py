"""The index: rebuilt only when it has to be, never half, one clear line when it cannot be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from indexing import ToyEmbedder, bakery_resume

from ingest.errors import IndexStoreError
from ingest.index import ResumeIndex, content_hash, index_folder, open_index
from ingest.resume import Resume, Source

SCRIPT = Path(__file__).with_name("indexing.py")


def build(folder: Path, word: str = "rye", embedder: ToyEmbedder | None = None) -> list[str]:
    """Open the index, close it, and return what was said meanwhile."""
    said: list[str] = []
    open_index(bakery_resume(word), folder, embedder or ToyEmbedder(), said.append).close()
    return said


def words_of(index: ResumeIndex) -> str:
    return " ".join(document.page_content for document in index.documents)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    with tempfile.TemporaryDirectory() as copies:
        Path(copies).chmod(0o777)
        return subprocess.run(
            command,
            env={**os.environ, "TMPDIR": copies},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def test_what_is_stored_is_what_was_chunked_and_embedded(tmp_path: Path) -> None:
    embedder = ToyEmbedder()
    index = open_index(bakery_resume(), tmp_path / "index", embedder)
    texts = [document.page_content for document in index.documents]
    assert len(texts) == 7
    assert index.vectors == pytest.approx(embedder.encode(texts), abs=1e-5)
    assert index.vectors.dtype == np.float32
    assert len(index.topic_kinds) == len(index.topic_vectors) > 10
    index.close()


def test_the_store_is_a_langchain_store_in_cosine_space(tmp_path: Path) -> None:
    index = open_index(bakery_resume(), tmp_path, ToyEmbedder())
    text = "Work > Old Mill Bakery, 2019 - 2023\nKept the ledgers."
    # Twice as long a vector is as near by angle, and far by Chroma's default, squared distance.
    vector = [2 * value for value in index.embedder.embed_query(text)]
    search = index.store.similarity_search_by_vector_with_relevance_scores
    (found, distance), *_ = search(vector, k=1)
    assert found.page_content == text
    assert distance == pytest.approx(0, abs=1e-5)
    index.close()


def test_unchanged_input_is_not_embedded_again(tmp_path: Path) -> None:
    assert build(tmp_path)[0] == "Building the index of ada.md: there is none yet."
    embedder = ToyEmbedder()
    assert build(tmp_path, embedder=embedder) == []
    assert embedder.embedded == 0


def test_a_changed_resume_replaces_the_old_build_and_says_why(tmp_path: Path) -> None:
    build(tmp_path)
    assert "has changed" in build(tmp_path, "spelt")[0]
    index = open_index(bakery_resume("spelt"), tmp_path, ToyEmbedder())
    assert "spelt" in words_of(index)
    assert len(list(tmp_path.glob("build-*"))) == 1
    index.close()


def test_another_model_means_another_index_and_says_why(tmp_path: Path) -> None:
    build(tmp_path)
    said = build(tmp_path, embedder=ToyEmbedder("other"))
    assert "the embedding model was toy@1 and is other@1" in said[0]


def test_another_chunker_means_another_index_and_says_why(tmp_path: Path) -> None:
    build(tmp_path)
    pointer = tmp_path / "current.json"
    content = json.loads(pointer.read_text())
    content["manifest"]["chunker"] = "0-old"
    pointer.write_text(json.dumps(content))
    assert "cut by chunker 0-old" in build(tmp_path)[0]


def test_a_reader_that_learned_something_means_another_index(tmp_path: Path) -> None:
    build(tmp_path)
    resume = bakery_resume()
    relearned = Resume(resume.source, resume.name, sections=resume.sections[:1])
    said: list[str] = []
    open_index(relearned, tmp_path, ToyEmbedder(), said.append).close()
    assert "how it is read, has changed" in said[0]


@pytest.mark.parametrize("damage", ["pointer", "database", "vectors", "nothing left"])
def test_a_damaged_index_is_rebuilt_with_a_line_saying_so(tmp_path: Path, damage: str) -> None:
    build(tmp_path)
    (build_folder,) = tmp_path.glob("build-*")
    if damage == "pointer":
        (tmp_path / "current.json").write_text("{")
    elif damage == "database":
        os.truncate(build_folder / "chroma.sqlite3", 5000)
    elif damage == "vectors":
        data = next(build_folder.rglob("data_level0.bin"))
        data.write_bytes(data.read_bytes()[::-1])
    else:
        for file in [path for path in build_folder.rglob("*") if path.is_file()]:
            file.unlink()
    said = build(tmp_path)
    assert "damaged" in said[0]
    assert build(tmp_path) == []


def test_files_of_another_chroma_are_rebuilt(tmp_path: Path) -> None:
    import hashlib

    build(tmp_path)
    (database,) = tmp_path.glob("build-*/chroma.sqlite3")
    database.write_bytes(b"no database at all" * 100)
    pointer = tmp_path / "current.json"
    content = json.loads(pointer.read_text())
    content["files"][database.name] = hashlib.sha256(database.read_bytes()).hexdigest()
    pointer.write_text(json.dumps(content))
    assert "Chroma cannot open it" in build(tmp_path)[0]
    assert build(tmp_path) == []


def test_a_resume_without_words_has_an_empty_index(tmp_path: Path) -> None:
    index = open_index(Resume(Source("empty.md", "")), tmp_path, ToyEmbedder())
    assert index.documents == []
    assert index.vectors.shape == (0, 16)
    index.close()


def test_folders_are_keyed_by_content_not_by_path(tmp_path: Path) -> None:
    first, second = (index_folder(tmp_path, bakery_resume(word)) for word in ("rye", "spelt"))
    assert first != second
    assert first == index_folder(tmp_path, bakery_resume("rye"))
    assert first.parent == tmp_path


def test_closing_leaves_no_copy_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tempfile

    copies = tmp_path / "copies"
    copies.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(copies))
    index = open_index(bakery_resume(), tmp_path / "index", ToyEmbedder())
    assert len(list(copies.iterdir())) == 1
    index.close()
    index.close()
    assert list(copies.iterdir()) == []
    del index
    open_index(bakery_resume(), tmp_path / "index", ToyEmbedder())
    assert list(copies.iterdir()) == []


KILLS = [
    *(("kill-at-embedding", call) for call in (1, 2)),
    # Up to 2 the folder is made, up to 12 the build is written, 13 swaps, up to 27 the old build is
    # removed, then the new one is copied.
    *(("kill-at-event", event) for event in (1, 3, 4, 8, 12, 13, 14, 17, 27, 30)),
]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize(("how", "number"), KILLS)
def test_killed_while_building_the_next_start_serves_the_old_index_or_the_new(
    tmp_path: Path, how: str, number: int
) -> None:
    build(tmp_path, "rye")
    killed = run(tmp_path, "spelt", how, number)
    assert killed.returncode == -9, killed.stderr
    live = json.loads((tmp_path / "current.json").read_text())["manifest"]["content"]
    serves = {content_hash(bakery_resume(word)): word for word in ("rye", "spelt")}[live]
    assert build(tmp_path, serves) == []
    build(tmp_path, "spelt")
    assert build(tmp_path, "spelt") == []
    build(tmp_path, "oats")
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_two_builders_at_once_do_not_corrupt_it(tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        done = list(pool.map(lambda _: run(tmp_path, "rye"), range(3)))
    assert [one.returncode for one in done] == [0, 0, 0], [one.stderr for one in done]
    assert sum("Building" in one.stdout for one in done) == 1
    assert build(tmp_path) == []


def test_a_process_that_serves_is_not_disturbed_by_a_new_build(tmp_path: Path) -> None:
    serving = open_index(bakery_resume("rye"), tmp_path, ToyEmbedder())
    build(tmp_path, "spelt")
    found = serving.store.similarity_search("Fond of rye.", k=7)
    assert any("rye" in document.page_content for document in found)
    serving.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a user without rights can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        make_writable(Path(folder), True)


def make_writable(folder: Path, writable: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o755 if path.is_dir() else 0o644) if writable else path.stat().st_mode & 0o555)


def test_a_usable_index_in_a_read_only_folder_opens(open_folder: Path) -> None:
    build(open_folder)
    make_writable(open_folder, False)
    done = run(open_folder, "rye", "unprivileged")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "opened 7 embedded 0\n"


def test_a_read_only_folder_without_a_usable_index_is_one_clear_line(open_folder: Path) -> None:
    build(open_folder)
    make_writable(open_folder, False)
    done = run(open_folder, "spelt", "unprivileged")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "cannot be written to" in done.stderr
    assert "Permission denied" in done.stderr
    assert build(open_folder, "rye") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limits")
@pytest.mark.parametrize("size", [10, 5_000, 200_000])
def test_a_full_disk_is_one_clear_line_and_the_old_index_stays(tmp_path: Path, size: int) -> None:
    build(tmp_path, "rye")
    done = run(tmp_path, "spelt", "full", size)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert "cannot be written to" in done.stderr
    assert build(tmp_path, "rye") == []
    assert len(list(tmp_path.glob("build-*"))) == 1


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexStoreError, match="cannot be written to") as caught:
        build(tmp_path / "file" / "index")
    assert "\n" not in str(caught.value)
    assert "RESUME_INDEX_DIR" in str(caught.value)
