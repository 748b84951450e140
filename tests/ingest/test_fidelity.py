"""Eight invented resumes in every format: what is read of them is what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import pytest
from jsonschema import Draft7Validator

from ingest.export import to_json_resume
from ingest.readers.tree.json_reader import JsonResumeReader
from tests.benchmarks.fidelity import lines
from tests.fidelity_formats import FOLDER, FORMATS, NAMES, TARGETS, Figures, measure, truth
from tests.fidelity_score import FIELDS, Score, score

#: Words that a reader may lose at most, of some ten thousand a format: those that are glued.
_LOST = {"PDF, one column": 10, "PDF, sidebar": 5}


@cache
def figures(name: str) -> Figures:
    return measure(FORMATS[name]())


def test_there_are_resumes_in_every_format() -> None:
    assert len(NAMES) == 8
    assert {name: figures(name).files >= 6 for name in FORMATS} == dict.fromkeys(FORMATS, True)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_field_is_read_as_well_as_is_promised(name: str, field: str) -> None:
    found = figures(name).score
    assert found.counts[field].f1 >= TARGETS[name], "\n".join(found.faults)


@pytest.mark.parametrize("name", FORMATS)
def test_no_word_of_a_page_is_lost(name: str) -> None:
    assert figures(name).lost.total() <= _LOST.get(name, 0), figures(name).lost


@pytest.mark.parametrize("name", NAMES)
def test_the_truth_is_json_resume(name: str) -> None:
    schema = json.loads(
        (FOLDER.parent / "json-resume-schema" / "1.0.0.json").read_text(encoding="utf-8")
    )
    assert list(Draft7Validator(schema).iter_errors(truth(name))) == []


def test_the_table_has_a_line_for_each_format() -> None:
    shown = list(lines({name: figures(name) for name in ("JSON", "Markdown")}))
    assert [line.split()[0] for line in shown] == ["F1", "JSON", "Markdown"]


# --- the measure itself ---------------------------------------------------------------------------


def scored(change: Callable[[dict], None]) -> Score:  # type: ignore[type-arg]
    """The score of a reading that is right but for one change."""
    name = "software"
    data = (FOLDER / f"{name}.json").read_bytes()
    export = to_json_resume(JsonResumeReader().read(data, f"{name}.json"))
    change(export)
    return score(truth(name), export, lambda day: day)


def wrong(found: Score) -> dict[str, tuple[int, int]]:
    """Fields with values that are missing or extra, and how many."""
    return {
        name: (count.missing, count.extra)
        for name, count in found.counts.items()
        if count.missing or count.extra
    }


def test_a_right_reading_has_no_fault() -> None:
    assert wrong(scored(lambda export: None)) == {}


def test_a_wrong_value_is_missing_and_extra() -> None:
    found = scored(lambda export: export["work"][0].update(position="Cook"))
    assert wrong(found) == {"role": (1, 1)}
    assert found.counts["role"].f1 < 1


def test_an_entry_in_the_wrong_section_lacks_all_of_its_fields() -> None:
    found = scored(lambda export: export.update(volunteer=[export["work"].pop(3)]))
    assert wrong(found)["section"] == (1, 1)
    assert wrong(found)["role"] == (1, 1)
    assert wrong(found)["bullets"] == (1, 1)


def test_a_bullet_of_another_entry_is_no_bullet_of_this_one() -> None:
    def move(export: dict) -> None:  # type: ignore[type-arg]
        export["work"][0]["highlights"].append(export["work"][1]["highlights"].pop())

    assert wrong(scored(move)) == {"bullets": (1, 1)}


def test_dates_count_whole() -> None:
    found = scored(lambda export: export["work"][1].update(endDate="2021-03"))
    assert wrong(found) == {"dates": (1, 1)}


def test_typography_is_folded_and_words_are_not() -> None:
    def retype(export: dict) -> None:  # type: ignore[type-arg]
        text = export["work"][0]["highlights"][0]
        export["work"][0]["highlights"][0] = text.replace(" ", "\u00a0").replace("Go,", "Go,")
        export["work"][0]["name"] = "Parcelhaus Ltd."

    assert wrong(scored(retype)) == {"organisation": (1, 1)}
