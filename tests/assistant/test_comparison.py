from __future__ import annotations

from pathlib import Path

from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant import Assistant
from assistant.comparison import compared
from assistant.evaluation import GoldenQuestion
from assistant.generative import NamedModel
from assistant.settings import Settings
from tests.assistant.conftest import GOLDEN, TODAY
from ui.report import comparison

QUESTION = GoldenQuestion(
    id="1",
    question="How many nurses are on her shifts?",
    answerable=True,
    kind="fact",
    must_include=("9 to 11",),
)


def test_the_model_is_compared_bare_and_checked_with_no_model_at_all(tmp_path: Path) -> None:
    lie = "Siobhan founded the harm meeting in 1999 and is a star [1]."
    model = GenericFakeChatModel(messages=iter([AIMessage(content=lie)] * 9))
    # A spent budget must not make the comparison one of nothing.
    settings = Settings.load(index_dir=tmp_path, model_answers_a_day=0, model_repairs=0)
    assistant = Assistant.open(
        GOLDEN / "reilly-nurse.md", settings, today=TODAY, model=NamedModel("fake:liar", model)
    )
    assert assistant.ask(QUESTION.question).answered_by == "offline"
    offline, bare, checked = compared(assistant, [QUESTION])
    assert [way.worded for way in (offline, bare, checked)] == [0.0, 1.0, 0.0]
    assert [way.unsupported for way in (offline, bare, checked)] == [0, 1, 0]
    assert checked.report.figures()["right"] == offline.report.figures()["right"] == 1.0
    table = list(comparison([offline, bare, checked]))
    assert len(table) == 5
    assert "unsupp." in table[1]
    assert table[3].startswith("fake:liar, unchecked")
    assert bare.to_json()["unsupported_sentences"] == 1
