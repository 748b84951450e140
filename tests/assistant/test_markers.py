from __future__ import annotations

import pytest

from assistant.markers import leading_markers, read_markers, unfinished


@pytest.mark.parametrize(
    ("written", "text", "numbers"),
    [
        ("Ran Kafka [1].", "Ran Kafka.", (1,)),
        ("Ran Kafka [1][2].", "Ran Kafka.", (1, 2)),
        ("Ran Kafka [1, 2].", "Ran Kafka.", (1, 2)),
        ("Ran Kafka [2; 1] [1].", "Ran Kafka.", (2, 1)),
        ("Ran Kafka [1-3].", "Ran Kafka.", (1, 2, 3)),
        ("Ran Kafka [4–5].", "Ran Kafka.", (4, 5)),
        ("Ran Kafka【1】.", "Ran Kafka.", (1,)),
        ("Ran Kafka【3†source】.", "Ran Kafka.", (3,)),
        ("Ran Kafka［7］。", "Ran Kafka。", (7,)),
        ("Ran Kafka [^1].", "Ran Kafka.", (1,)),
        ("Ran Kafka [source 12].", "Ran Kafka.", (12,)),
        ("Ran Kafka [1 and 2].", "Ran Kafka.", (1, 2)),
        ("Ran Kafka¹.", "Ran Kafka.", (1,)),
        ("Ran Kafka.¹²", "Ran Kafka.", (12,)),
        ("Ran Kafka (1).", "Ran Kafka.", (1,)),
        ("Ran Kafka (source 2).", "Ran Kafka.", (2,)),
        ("Ran Kafka (Sources: 2, 3).", "Ran Kafka.", (2, 3)),
        ("Ran 5 km² (2:1).", "Ran 5 km² (2:1).", ()),
        ("Ran Kafka [1], wrote Go [2].", "Ran Kafka, wrote Go.", (1, 2)),
        ("Ran Kafka.", "Ran Kafka.", ()),
    ],
)
def test_markers_are_read_as_models_write_them(
    written: str, text: str, numbers: tuple[int, ...]
) -> None:
    marked = read_markers(written)
    assert (marked.text, marked.numbers) == (text, numbers)


@pytest.mark.parametrize("odd", ["[99999]", "[n 3]", "[1", "[3.5]", "[see 1]", "【x9】"])
def test_whatever_looks_like_a_marker_is_taken_out_as_well(odd: str) -> None:
    marked = read_markers(f"Ran Kafka {odd}")
    assert "[" not in marked.text
    assert "【" not in marked.text
    assert not any(char.isdigit() for char in marked.text)


def test_a_range_that_cites_everything_cites_its_ends_only() -> None:
    assert read_markers("All of it [1-500].").numbers == (1, 500)


@pytest.mark.parametrize("text", ["Ran Kafka [", "Ran Kafka [1", "Ran Kafka [1][2, ", "Kafka【1"])
def test_a_marker_may_be_cut_anywhere(text: str) -> None:
    assert unfinished(text)
    assert not unfinished(text + "1]")


def test_markers_behind_a_full_stop_are_counted() -> None:
    assert leading_markers(" [1] [2] Next") == len(" [1] [2]")
    assert leading_markers("Next [1]") == 0
