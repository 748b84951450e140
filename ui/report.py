"""Figures of an evaluation as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ui.render import plain

if TYPE_CHECKING:
    from assistant.baseline import Setting
    from assistant.comparison import Way
    from assistant.evaluation import Mark, Report

# Figure, and the heading of its column.
_COLUMNS = (
    ("questions", "n"), ("right", "right"), ("cited", "cited"), ("verbatim", "verbatim"),
    ("false_refusal", "false ref."), ("refused", "refused"), ("median_words", "words"),
    ("citation_recall", "c.recall"), ("citation_precision", "c.prec."),
)  # fmt: skip
_COUNTS = ("questions", "median_words")
_LABEL, _CELL = 24, 11


def report_text(
    report: Report,
    baseline: tuple[Report, Setting] | None = None,
    ways: Sequence[Way] = (),
) -> str:
    """A table by kind, the baseline's below it if there is one, then every failure.

    `ways` come first: the same questions answered offline, by the model, and by it with checks.
    """
    lines = [*comparison(ways), ""] if ways else []
    lines += table(f"Assistant, {plain(report.source)}", report)
    if baseline:
        lines += ["", *table(f"Tutorial pipeline, {setting_text(baseline[1])}", baseline[0])]
    lines += ["", f"Failures: {len(report.failures)} of {len(report.marks)}"]
    for mark in report.failures:
        lines += ["", *_failure(mark)]
    return "\n".join(lines)


def table(title: str, report: Report) -> Iterator[str]:
    """A title, a head, and the figures of each kind and of all."""
    yield title
    yield _row("", [head for _, head in _COLUMNS])
    for kind in report.kinds:
        yield _row(plain(kind), _cells(report.figures(kind)))
    yield _row("all", _cells(report.figures()))


def comparison(ways: Sequence[Way]) -> Iterator[str]:
    """One line a way: its figures over all questions, and what it showed that nothing supports."""
    yield "All questions, by who answers them"
    heads = [head for _, head in _COLUMNS]
    label = max(_LABEL, *(len(plain(way.name)) + 2 for way in ways))
    yield _row("", [*heads, "unsupp.", "by model"], label)
    for way in ways:
        counted = [f"{way.unsupported}", f"{100 * way.worded:.0f} %"]
        yield _row(plain(way.name), [*_cells(way.report.figures()), *counted], label)


def setting_text(setting: Setting) -> str:
    """How the baseline was set, and that this flatters it."""
    chunks = f"{setting.chunks} chunk{'s' if setting.chunks > 1 else ''}"
    return f"{chunks}, threshold {setting.threshold:.2f} (the best on these very questions)"


def _row(label: str, cells: Sequence[str], width: int = _LABEL) -> str:
    return f"{label:{width}}" + "".join(f"{cell:>{_CELL}}" for cell in cells)


def _cells(figures: dict[str, float]) -> list[str]:
    return [_cell(name, figures.get(name)) for name, _ in _COLUMNS]


def _cell(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if name in _COUNTS else f"{100 * value:.1f} %"


def _failure(mark: Mark) -> Iterator[str]:
    yield f"{plain(mark.id)} [{plain(mark.kind)}] {plain(mark.question)}"
    yield f"  {mark.status}: {plain(mark.answer)}"
