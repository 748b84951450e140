"""How much of eight invented resumes each format's reader gives back, field by field.

    python -m tests.benchmarks.fidelity [--faults]

prints F1 by field and format, the words that were lost, and what reading a file takes; with
`--faults` also every value that was read otherwise, and how.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from tests.fidelity_formats import FORMATS, TARGETS, Figures, measure
from tests.fidelity_score import FIELDS, OTHERS

_COLUMNS = (*FIELDS, *OTHERS)


def lines(figures: dict[str, Figures]) -> Iterator[str]:
    """The table, a line a format."""
    heads = "".join(f"{name[:9]:>10}" for name in _COLUMNS)
    yield f"{'F1':16}{'files':>6}{heads}{'lost':>6}{'ms':>6}  target"
    for name, found in figures.items():
        cells = "".join(f"{found.score.counts[field].f1:10.3f}" for field in _COLUMNS)
        spent = 1000 * found.seconds / found.files
        yield (
            f"{name:16}{found.files:6}{cells}{found.lost.total():6}{spent:6.0f}"
            f"  {TARGETS[name]:.2f}"
        )


def main() -> None:
    """Measure every format and print."""
    figures = {name: measure(render()) for name, render in FORMATS.items()}
    sys.stdout.write("Fidelity: the export of what was read, beside the truth\n")
    for line in lines(figures):
        sys.stdout.write(f"  {line}\n")
    if "--faults" in sys.argv:
        for found in figures.values():
            for fault in found.score.faults:
                sys.stdout.write(f"  {fault}\n")


if __name__ == "__main__":
    main()
