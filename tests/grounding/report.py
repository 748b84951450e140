"""Prints what passes the gate.

python -m tests.grounding.report
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

import numpy as np

from tests.grounding.cases import Case, hard_lies, held_out, lies, passes, truths


def share(name: str, cases: Sequence[Case]) -> None:
    """Print how many pass, and how long a sentence took."""
    taken = []
    passed: Counter[str] = Counter()
    for case in cases:
        started = time.perf_counter()
        passed[case.kind] += passes(case)
        taken.append(time.perf_counter() - started)
    p50, p95 = np.percentile(taken, [50, 95]) * 1000
    total = sum(passed.values())
    print(
        f"{name}: {total} of {len(cases)} pass ({100 * total / len(cases):.1f} %),"
        f" p50 {p50:.1f} ms, p95 {p95:.1f} ms a sentence"
    )
    for kind, count in passed.items():
        if count and len(passed) > 1:
            print(f"  {kind}: {count}")


def main() -> None:
    """All of them."""
    share("true paraphrases", truths())
    share("true paraphrases, written afterwards", held_out())
    share("made false", list(lies()))
    share("hard lies", hard_lies())


if __name__ == "__main__":
    main()
