"""Follow-up questions made whole by `question.py`, by a model, and not at all: who is answered?

    python -m tests.llm.follow_ups

Each is asked of the offline answers, so that nothing but the question differs. It counts as
answered if the answer has what is wanted. The model is the one of `make test-llm`, which is weak:
no fair fight, and what a strong one would do is not measured here.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from langchain_core.language_models import BaseChatModel

from assistant.answer import Message
from assistant.chain import Assistant
from assistant.chat_models import chat_model
from assistant.settings import Settings
from assistant.text import fold
from tests.llm.real_model import GOLDEN, TODAY, settings_for
from tests.llm.server import ModelServer

DIALOGUES = Path(__file__).parent / "follow_ups.tsv"
_ASK = """\
Rewrite the last question so that it can be understood without the conversation. Say nothing else.

Question: {first}
Answer: {answer}
Last question: {then}
Rewritten question:"""

Row = dict[str, str]


def dialogues() -> list[Row]:
    """What is asked first, what then, and what an answer to that must have (`|` between)."""
    with DIALOGUES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def history_of(assistant: Assistant, row: Row) -> list[Message]:
    """The turn before the follow-up."""
    told = assistant.ask(row["first"]).answer
    return [{"role": "user", "content": row["first"]}, {"role": "assistant", "content": told}]


def is_answered(answer: str, row: Row) -> bool:
    """Whether an answer has what is wanted."""
    return any(fold(one) in fold(answer) for one in row["wanted"].split("|"))


def rewritten(model: BaseChatModel, row: Row, history: list[Message]) -> str:
    """The follow-up as the model makes it whole; its first line, at most 300 characters."""
    asked = _ASK.format(**row, answer=history[-1]["content"])
    lines = str(model.invoke(asked).text).strip().splitlines()
    return lines[0][:300] if lines else row["then"]


def main() -> None:
    """Ask in the three ways and print how many are answered."""
    rows = dialogues()
    with closing(ModelServer()) as server, tempfile.TemporaryDirectory() as folder:
        model = chat_model(settings_for(server.url, Path(folder)))
        offline = Settings.load(index_dir=Path(folder))
        known = {row["resume"] for row in rows}
        open_ = {name: Assistant.open(GOLDEN / name, offline, today=TODAY) for name in known}

        def whole(row: Row) -> str:
            ada = open_[row["resume"]]
            return ada.ask(row["then"], history_of(ada, row)).answer

        def by_model(row: Row) -> str:
            ada = open_[row["resume"]]
            question = rewritten(model, row, history_of(ada, row))
            return f"{ada.ask(question).answer}\n    {question}"

        ways: dict[str, Callable[[Row], str]] = {
            "question.py": whole,
            "SmolLM2-135M-Instruct": by_model,
            "as it stands": lambda row: open_[row["resume"]].ask(row["then"]).answer,
        }
        for name, way in ways.items():
            said = [(row, way(row)) for row in rows]
            missed = [
                (row, text) for row, text in said if not is_answered(text.split("\n")[0], row)
            ]
            print(f"{name}: {len(rows) - len(missed)} of {len(rows)} answered")
            for row, text in missed:
                print(f"  {row['first']} {row['then']} -> {text[:160]}")


if __name__ == "__main__":
    main()
