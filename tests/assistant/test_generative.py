"""The chat-model answerer with LangChain's fake model: nothing over the wire."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from pydantic import Field

from assistant import Assistant
from assistant.answer import Answer, Status
from assistant.generative import NamedModel
from assistant.settings import Settings
from tests.assistant.conftest import GOLDEN, TODAY

NURSE = GOLDEN / "reilly-nurse.md"


class Said(GenericFakeChatModel):
    """Says one thing, and keeps what it was asked."""

    asked: list[Any] = Field(default_factory=list)

    def _generate(self, messages: Any, *args: Any, **kwargs: Any) -> Any:
        self.asked.append(messages)
        return super()._generate(messages, *args, **kwargs)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Answer]:
    folder = tmp_path_factory.mktemp("index")

    def ask(question: str, reply: str, resume: Path = NURSE, **given: Any) -> Answer:
        model = Said(messages=iter([AIMessage(content=reply)] * 3))
        settings = Settings.load(index_dir=folder, **given)
        named = NamedModel("fake:said", model)
        return Assistant.open(resume, settings, today=TODAY, model=named).ask(question)

    return ask


def test_what_the_model_words_is_cited_by_code(answers: Callable[..., Answer]) -> None:
    answer = answers(
        "How did handovers change on the cardiology ward?",
        "She replaced the taped handover with SBAR at the bedside, from 40 minutes to 22 [1].",
    )
    assert answer.answered_by == "fake:said"
    assert answer.answer.endswith("[1].")
    assert "taped handover" in answer.citations[0].quote


def test_no_gender_is_guessed(answers: Callable[..., Answer]) -> None:
    answer = answers(
        "Who chairs the monthly harm meeting?",
        "She chairs the monthly harm meeting [1]. In her ward she cared for 7 patients [1].",
    )
    assert answer.answer.startswith("Siobhan chairs the monthly harm meeting")
    assert " her " not in f" {answer.answer} "
    assert " she " not in f" {answer.answer} "


def test_a_yes_stands_only_where_the_resume_says_yes(answers: Callable[..., Answer]) -> None:
    said = "{} They chair the monthly harm meeting [1]."
    asked = "Does Siobhan chair meetings?"
    kept = answers(asked, said.format("No."))
    assert not kept.answer.startswith("No")
    again = answers(asked, said.format("No, but")[:-1] + ".")
    assert not again.answer.startswith("No")


def test_what_the_resume_seems_silent_about_may_be_found_by_the_model(
    answers: Callable[..., Answer],
) -> None:
    question = "Any exposure to noise measurement studies on wards?"
    offline = answers(question, "")
    found = answers(question, "Siobhan rides motorcycles [1].")
    assert (found.status, found.answer) == (offline.status, offline.answer)
    silent = answers(question, "The resume does not say.")
    assert (silent.status, silent.answer) == (offline.status, offline.answer)


def test_fixed_words_cost_no_call(answers: Callable[..., Answer]) -> None:
    answer = answers("Hello!", "Siobhan is a nurse [1].")
    assert answer.answered_by == "offline"
    assert answer.explanation is not None
    assert answer.explanation["model"]["outcome"] == "fixed words"


def test_what_offline_has_and_the_model_leaves_out_is_added(
    answers: Callable[..., Answer],
) -> None:
    answer = answers(
        "How long was she at Northgate Infirmary?",
        "Siobhan won the ward's Daisy nomination in 2017 at Northgate Infirmary [1].",
    )
    assert answer.answered_by == "fake:said"
    assert "4 years" in answer.answer


def test_a_long_resume_is_cut_to_what_bears_on_the_question(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    lines = "\n".join(f"- Sorted {n} crates of apples in orchard number {n}" for n in range(400))
    path.write_text(
        f"# Ada Wren\n\n## Experience\n\n### Orchard, 2010 - 2012\n\n{lines}\n"
        "- Ran the Kafka clusters behind the booking system\n"
    )
    model = Said(messages=iter([AIMessage(content="The resume does not say.")]), asked=[])
    settings = Settings.load(index_dir=tmp_path / "i", model_prompt_tokens=2000)
    ada = Assistant.open(path, settings, today=TODAY, model=NamedModel("fake:said", model))
    ada.ask("Has she run Kafka clusters?")
    prompt = str(model.asked[0])
    assert "Kafka clusters behind" in prompt
    assert len(prompt) < 2000 * 5


class Names(BaseCallbackHandler):
    def __init__(self) -> None:
        self.seen: list[str] = []

    def on_chat_model_start(self, serialized: Any, messages: Any, **kwargs: Any) -> None:
        self.seen.append("model")

    def on_chain_start(self, serialized: Any, inputs: Any, **kwargs: Any) -> None:
        self.seen.append(str(kwargs.get("name")))


def test_callbacks_see_the_chain_and_the_model(tmp_path: Path) -> None:
    model = Said(messages=iter([AIMessage(content="Siobhan is a nurse [1].")]))
    assistant = Assistant.open(
        NURSE, Settings.load(index_dir=tmp_path), today=TODAY, model=NamedModel("fake:said", model)
    )
    names = Names()
    asked = {"question": "Who chairs the monthly harm meeting?", "history": []}
    assistant.chain.invoke(asked, {"callbacks": [names]})  # type: ignore[arg-type]
    assert {"understand", "answer", "model"} <= set(names.seen)


OFFLINE = """
import sys
from pathlib import Path
from assistant import Assistant
from assistant.settings import Settings
assistant = Assistant.open(sys.argv[1], Settings.load(index_dir=Path(sys.argv[2])))
assert assistant.ask("Who chairs the monthly harm meeting?").answer
heavy = ("langchain.", "langchain_openai", "openai", "assistant.generative", "assistant.grounding",
         "assistant.checked", "assistant.provider_loop")
print([name for name in sys.modules if name.startswith(heavy)])
"""


def test_offline_nothing_of_it_is_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OFFLINE, str(NURSE), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=GOLDEN.parent.parent,
    )
    assert done.stdout.strip() == "[]"


def test_an_answer_of_the_bare_model_is_for_comparison_only(tmp_path: Path) -> None:
    model = Said(messages=iter([AIMessage(content="Siobhan is wonderful [1][99].")]))
    assistant = Assistant.open(
        NURSE, Settings.load(index_dir=tmp_path), today=TODAY, model=NamedModel("fake:said", model)
    )
    bare = assistant.beside(model=True, checked=False)
    answer = bare.ask("Who chairs the monthly harm meeting?")
    assert answer.answer == "Siobhan is wonderful [1]."
    assert answer.status is Status.ANSWERED
