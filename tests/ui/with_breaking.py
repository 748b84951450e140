"""The command line over an assistant that fails at some questions, and says which in its error."""

from typing import Any

from fake_assistant import FakeAssistant, services

from ui.cli import main


class Breaking(FakeAssistant):
    def ask(self, question: str, history: Any = ()) -> Any:
        if "break" in question:
            raise RuntimeError(f"cannot answer {question!r} after {history!r}")
        return super().ask(question, history)


main(services(Breaking()))
