"""The command line over the real assistant, made ready and answering as slowly as a test wants.

In the folder PACES, the file `closed` keeps it from opening while it is there, and the file `pace`
holds the seconds from word to word.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from pathlib import Path

from assistant import Assistant
from assistant.answer import Done, Message, TextDelta
from assistant.settings import Settings
from ui.cli import Services, main

PACES = Path(os.environ["PACES"])


class PacedAssistant(Assistant):
    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncGenerator[TextDelta | Done]:
        async for event in super().stream(question, history):
            yield event
            await asyncio.sleep(pace())


def pace() -> float:
    file = PACES / "pace"
    return float(file.read_text()) if file.exists() else 0.0


def opened(settings: Settings, say: Callable[[str], None] | None) -> Assistant:
    while (PACES / "closed").exists():
        time.sleep(0.05)
    return PacedAssistant.open(settings.resume, settings, on_step=say)


if __name__ == "__main__":
    main(Services(open_assistant=opened))
