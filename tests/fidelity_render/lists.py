"""The ways in which people list prizes, papers, skills, languages and contacts."""

from __future__ import annotations

from typing import Any

from tests.fidelity_render.habits import Habit
from tests.fidelity_render.page import Block, Bullets, Dated, Line, Rich, joined, text

Record = dict[str, Any]
_ISSUER = {"awards": "awarder", "certificates": "issuer", "publications": "publisher"}
_NAME = {"awards": "title", "certificates": "name", "publications": "name"}
_DATE = {"awards": "date", "certificates": "date", "publications": "releaseDate"}


def things(kind: str, records: list[Record], habit: Habit) -> tuple[Block, ...]:
    """Awards, certificates or publications, each a line."""
    if habit.thing == "dates left":
        return tuple(
            Dated(text(habit.day(one[_DATE[kind]])), (Line(_titled(kind, one, ", ")),))
            for one in records
        )
    if habit.thing == "row":
        return tuple(
            Line(_titled(kind, one, ", "), text(habit.day(one[_DATE[kind]]))) for one in records
        )
    return (Bullets(tuple(_bullet(kind, one, habit) for one in records)),)


def _titled(kind: str, one: Record, separator: str) -> Rich:
    name = f"“{one['name']}”" if kind == "publications" else one[_NAME[kind]]
    style = "i" if kind == "publications" else ""
    return joined(separator, text(name), text(one[_ISSUER[kind]], style))


def _bullet(kind: str, one: Record, habit: Habit) -> Rich:
    day, issuer = habit.day(one[_DATE[kind]]), one[_ISSUER[kind]]
    if habit.thing == "paren":
        name = one[_NAME[kind]]
        if kind == "publications":
            return (*text(f"{name}. "), *text(issuer, "i"), *text(f", {day}"))
        return text(f"{name} ({issuer}, {day})")
    if habit.thing == "dash":
        rest = joined(", ", text(issuer, "i" if kind == "publications" else ""), text(day))
        return joined(" – ", text(one[_NAME[kind]], "b"), rest)
    if habit.thing == "year first":
        return (*text(f"{day}: "), *_titled(kind, one, ", "))
    return joined(", ", _titled(kind, one, ", "), text(day))


def skills(records: list[Record], habit: Habit) -> tuple[Block, ...]:
    """Groups of skills under labels, or bare names."""
    if not any(one.get("keywords") for one in records):
        names = [one["name"] for one in records]
        if habit.skills == "bullets":
            return (Bullets(tuple(text(name) for name in names)),)
        return (Line(text(", ".join(names))),)
    groups = [(one["name"], ", ".join(one["keywords"])) for one in records]
    if habit.skills == "bullets":
        return (Bullets(tuple(text(f"{name}: {values}") for name, values in groups)),)
    if habit.skills == "bold above":
        return tuple(
            block
            for name, values in groups
            for block in (Line(text(name, "b")), Line(text(values)))
        )
    return tuple(Line((*text(f"{name}:", "b"), *text(f" {values}"))) for name, values in groups)


def languages(records: list[Record], habit: Habit) -> tuple[Block, ...]:
    """Languages and how well."""
    pairs = [(one["language"], one["fluency"]) for one in records]
    if habit.languages == "commas":
        return (Line(text(", ".join(f"{name} ({level})" for name, level in pairs))),)
    if habit.languages == "semicolons":
        return (Line(text("; ".join(f"{name}: {level}" for name, level in pairs))),)
    separator = " – " if habit.languages == "dashes" else ": "
    return (Bullets(tuple(text(f"{name}{separator}{level}") for name, level in pairs)),)


def interests(records: list[Record], habit: Habit) -> tuple[Block, ...]:
    """Interests, with what is dear about them."""
    if any("keywords" in one for one in records) or habit.languages == "bullets":
        return (Bullets(tuple(text(_interest(one)) for one in records)),)
    return (Line(text(", ".join(one["name"] for one in records))),)


def _interest(one: Record) -> str:
    keywords = one.get("keywords")
    return f"{one['name']}: {', '.join(keywords)}" if keywords else str(one["name"])


def references(records: list[Record], habit: Habit) -> tuple[Block, ...]:
    """What others say."""
    if habit.languages == "bullets":
        return (
            Bullets(
                tuple(
                    (*text(f"{one['name']}:", "b"), *text(f" “{one['reference']}”"))
                    for one in records
                )
            ),
        )
    return tuple(
        block
        for one in records
        for block in (Line(text(one["name"], "b")), Line(text(f"“{one['reference']}”")))
    )


def contacts(basics: Record, habit: Habit) -> tuple[tuple[Rich, ...], ...]:
    """The lines under the name, each of one or more pieces."""
    place = ", ".join(basics["location"].values())
    pieces: list[tuple[str, Rich]] = [
        ("Email", text(basics["email"])), ("Phone", text(basics["phone"])),
        ("Location", text(place)),
    ]  # fmt: skip
    if "url" in basics:
        pieces.append(("Website", text(basics["url"].removeprefix("https://"), "", basics["url"])))
    for profile in basics.get("profiles", ()):
        shown = profile["url"].removeprefix("https://").removeprefix("www.")
        pieces.append((profile["network"], text(shown, "", profile["url"])))
    if habit.contacts == "labels":
        return tuple(((*text(f"{label}: "), *value),) for label, value in pieces)
    if habit.contacts == "lines":
        return tuple((value,) for _, value in pieces)
    values = tuple(value for _, value in pieces)
    return (values,)
