"""The command line over an assistant that takes its time: a word each tenth of a second."""

import asyncio
import os
import time
from collections.abc import AsyncGenerator, Sequence

from fake_assistant import FakeAssistant, services

from assistant.answer import Done, Message, TextDelta
from ui import stopping
from ui.cli import main


class Paced(FakeAssistant):
    async def stream(
        self, question: str, history: Sequence[Message] = ()
    ) -> AsyncGenerator[TextDelta | Done]:
        answer = self.ask(question, history)
        for _ in range(int(os.environ.get("WORDS", "20"))):
            yield TextDelta("word ")
            await asyncio.sleep(0.1)
        if question == "hang":
            await asyncio.to_thread(time.sleep, 60)
        yield Done(answer)


if "PATIENCE" in os.environ:
    stopping.PATIENCE = int(os.environ["PATIENCE"])
main(services(Paced()))
