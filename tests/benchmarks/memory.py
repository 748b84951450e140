"""Whether memory grows while questions are answered: 10,000 of them, most never asked before.

    python -m tests.benchmarks.memory [HOW_MANY]

One process, one assistant over `data/resume.md`, the real model. The golden questions come with
questions about every name of the vocabulary, so that caches meet new words all the time. Growth is
that of resident memory from `WARM` questions on, by when everything is loaded that is loaded late.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import psutil

from assistant import Assistant
from assistant.settings import Settings
from assistant.vocabulary import load_vocabulary
from tests.benchmarks.speed import questions

ASKED, WARM, STEPS = 10_000, 500, 5
#: The share by which memory may grow.
TARGET = 0.05
_WORDINGS = (
    "Has she used {}?", "{}?", "How many years of {} do they have?", "what did he do with {}",
)  # fmt: skip


def many_questions() -> Iterator[str]:
    """Golden questions, over and over, between questions about names, each of which is new."""
    golden = cycle(questions())
    names = list(dict.fromkeys(term.name for term in load_vocabulary().by_form.values()))
    for wording in cycle(_WORDINGS):
        for at, name in enumerate(names):
            yield wording.format(name)
            if at % 3 == 0:
                yield next(golden)


def resident() -> float:
    """Resident memory of this process in megabytes (10^6 bytes), garbage collected."""
    gc.collect()
    return float(psutil.Process().memory_info().rss / 1e6)


def main() -> None:
    """Measure and print."""
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else ASKED
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.load(index_dir=Path(folder))
        assistant = Assistant.open(settings.resume, settings)
        stream = many_questions()
        started = time.perf_counter()
        for question in islice(stream, WARM):
            assistant.ask(question)
        sizes = [resident()]
        for _ in range(STEPS):
            for question in islice(stream, (asked - WARM) // STEPS):
                assistant.ask(question)
            sizes.append(resident())
    growth = max(sizes) / sizes[0] - 1
    steps = ", ".join(f"{size:.0f}" for size in sizes)
    print(
        f"memory over {asked:,} questions: {steps} MB, from {WARM} questions on;"
        f" growth {100 * growth:.1f} % (target: under {100 * TARGET:.0f} %)"
        f" in {time.perf_counter() - started:.0f} s"
    )


if __name__ == "__main__":
    main()
