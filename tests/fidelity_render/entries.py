"""The ways in which people write who, as what, where and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import Block, Bullets, Dated, Heading, Line, Lines, joined, text

Record = dict[str, Any]
_ORGANISATION = ("name", "organization", "institution", "entity")


def dates_of(record: Record, habit: Habit) -> str:
    """When it was, as the habit shows it."""
    if not record.get("startDate") and not record.get("endDate"):
        return ""
    return habit.range(record.get("startDate"), record.get("endDate"))


def degree_of(record: Record) -> str:
    """The degree with its field: "BSc in Nursing"."""
    area = record.get("area")
    return f"{record['studyType']} in {area}" if area else str(record["studyType"])


def job(record: Record, habit: Habit) -> tuple[Block, ...]:
    """A job or voluntary post with what is said of it."""
    organisation = record.get("name") or record["organization"]
    head = _STAYS[habit.work](
        record["position"], organisation, record.get("location", ""), dates_of(record, habit)
    )
    return _with_body(head, record)


def study(record: Record, habit: Habit) -> tuple[Block, ...]:
    """A degree with its mark."""
    head = _STUDIES[habit.study](
        degree_of(record), record["institution"], record.get("location", ""),
        dates_of(record, habit),
    )  # fmt: skip
    return _with_body(head, {"highlights": [record["score"]] if "score" in record else []})


def project(record: Record, habit: Habit) -> tuple[Block, ...]:
    """A project: its name, when, what it is, what it is made with."""
    name = text(record["name"], "b", record.get("url"))
    dates = text(dates_of(record, habit))
    head: Block
    if habit.project == "heading":
        head = Heading(
            (*text(record["name"], "", record.get("url")), *text(" ("), *dates, *text(")"))
        )
    elif habit.project == "bold":
        head = Line(joined(", ", name, dates))
    else:
        head = Line(name, dates)
    tools = [f"Technologies: {', '.join(record['keywords'])}"] if "keywords" in record else []
    body = {"summary": record["description"], "highlights": [*record["highlights"], *tools]}
    return _with_body((head,), body)


def _with_body(head: tuple[Block, ...], record: Record) -> tuple[Block, ...]:
    body: list[Block] = []
    if record.get("summary"):
        body.append(Line(text(record["summary"])))
    if record.get("highlights"):
        body.append(Bullets(tuple(text(bullet) for bullet in record["highlights"])))
    if len(head) == 1 and isinstance(head[0], Dated):
        dated = head[0]
        return (Dated(dated.dates, (*dated.blocks, *body)),)
    return (*head, *body)


Head = Callable[[str, str, str, str], tuple[Block, ...]]


def _two_rows(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    return (
        Lines((Line(text(organisation, "b"), text(dates)), Line(text(role, "i"), text(place)))),
    )


def _role_heading(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    return (
        Heading(text(role), text(dates)),
        Line(joined(", ", text(organisation), text(place))),
    )


def _line(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    who = joined(", ", text(role, "b"), text(organisation))
    return (Line(joined(" | ", who, text(place), text(dates))),)


def _dates_left(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    return (
        Dated(
            text(dates),
            (Line(joined(", ", text(role, "b"), text(organisation), text(place))),),
        ),
    )


def _organisation_heading(
    role: str, organisation: str, place: str, dates: str
) -> tuple[Block, ...]:
    return (
        Heading(joined(" – ", text(organisation), text(place))),
        Line(joined(" · ", text(role, "i"), text(dates))),
    )


def _in_heading(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    head = joined(" – ", text(role), text(organisation))
    found: tuple[Block, ...] = (Heading((*head, *text(f" ({dates})"))),)
    return (*found, Line(text(place, "i"))) if place else found


def _facts(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    facts = [("Position", role), ("Location", place), ("Period", dates)]
    lines = tuple(Line(text(f"{label}: {value}")) for label, value in facts if value)
    return (Heading(text(organisation)), Lines(lines))


def _grouped(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    """The employer as a heading, which `compose` leaves out where it repeats."""
    return (
        Heading(joined(", ", text(organisation), text(place))),
        Line(joined(", ", text(role, "b"), text(dates))),
    )


def _bars(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    return (
        Heading(joined(" | ", text(role), text(organisation), text(place))),
        Line(text(dates, "i")),
    )


def _slashes(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    who = joined(" / ", text(organisation, "b"), text(role), text(place))
    return (Line((*who, *text(f" — {dates}"))),)


def _place_in_brackets(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    where = f"{organisation} ({place})" if place else organisation
    return (Heading(text(role), text(dates)), Line(text(where, "i")))


def _stacked(role: str, organisation: str, place: str, dates: str) -> tuple[Block, ...]:
    lines = [text(role, "b"), joined(", ", text(organisation), text(place)), text(dates, "i")]
    return (Lines(tuple(Line(line) for line in lines)),)


_STAYS: dict[str, Head] = {
    "two rows": _two_rows, "role heading": _role_heading, "line": _line,
    "dates left": _dates_left, "organisation heading": _organisation_heading,
    "in heading": _in_heading, "facts": _facts, "grouped": _grouped, "bars": _bars,
    "slashes": _slashes, "place in brackets": _place_in_brackets, "stacked": _stacked,
}  # fmt: skip
_STUDIES: dict[str, Head] = dict(_STAYS)
