"""A question is embedded beside the guess of what it asks for; who needs no embedding waits not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pytest

from assistant.intents import Intents
from ingest.embeddings import Embedder
from ingest.errors import ModelError
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Malin Strand

## Work

### Lock keeper, Göta Waterways | 2016 - now

- Raised nine old gates without closing the canal for a day
"""


@pytest.fixture
def held() -> Iterator[Event]:
    """Embeddings are not done before this is set."""
    done = Event()
    read = Embedder.read

    def later(embedder: Embedder, text: str) -> object:
        assert done.wait(20)
        return read(embedder, text)

    with patch.object(Embedder, "read", later):
        yield done
        done.set()


def test_what_is_computed_waits_for_no_embedding(
    open_assistant: Open, write_resume: Callable[[str], Path], held: Event
) -> None:
    malin = open_assistant(write_resume(PAGE))
    with guessed(("job_current", 0.95)):
        assert "Göta Waterways" in malin.ask("where does she work now").answer
    assert not held.is_set()


def test_a_model_that_cannot_be_read_is_told_by_whoever_waits(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    malin = open_assistant(write_resume(PAGE))
    with (
        guessed(("did_ever", 0.95)),
        patch.object(Embedder, "read", side_effect=ModelError("The model is gone.")),
        pytest.raises(ModelError, match="is gone"),
    ):
        malin.ask("did she ever raise a gate")


def test_what_the_pieces_of_a_question_ask_for_is_guessed_in_one_go(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    malin = open_assistant(write_resume(PAGE))
    with (
        patch.object(Intents, "guesses", autospec=True, side_effect=Intents.guesses) as guesses,
        patch.object(Embedder, "read", autospec=True, side_effect=Embedder.read) as read,
    ):
        malin.ask("where does she work now, and did she ever raise a gate?")
    texts = ["where does she work now", "did she ever raise a gate"]
    assert [call.args[1][1:] for call in guesses.call_args_list] == [texts]
    assert {call.args[1] for call in read.call_args_list} <= set(texts)
