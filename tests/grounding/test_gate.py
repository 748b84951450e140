"""How much that is true passes the gate, and how much that is not; `report.py` prints all of it."""

from __future__ import annotations

import pytest

from tests.grounding.cases import LIES, hard_lies, held_out, lies, passes, truths

#: What passes and should not: a part of what is true, or what nobody would believe.
KNOWN_TO_PASS = {
    "Nikolai stirs about €70,000 a year on Thursdays.",
    "Marit has spent seven years in the community.",
    "All counts have been published since 1972.",
    "Leilani works with too many drones.",
    "A. Skov is Oluwaseun.",
}


def test_nearly_all_true_and_well_cited_paraphrases_pass() -> None:
    assert len(truths()) >= 200
    assert all(case.numbers for case in truths())
    dropped = [case.text for case in truths() if not passes(case)]
    assert len(dropped) <= 0.03 * len(truths()), dropped


def test_most_that_were_written_after_the_rules_pass_too() -> None:
    dropped = [case.text for case in held_out() if not passes(case)]
    assert len(dropped) <= 0.06 * len(held_out()), dropped


def test_of_sentences_made_false_none_passes() -> None:
    # Every third: of each kind, of each resume, in a third of the time.
    told = list(lies())[::3]
    assert len(told) >= 200
    assert {case.kind for case in told} == set(LIES)
    assert [case.raw for case in told if passes(case)] == []


def test_of_hard_lies_in_the_words_of_their_lines_those_known_pass() -> None:
    # "Speaks Russian fluently" loses its adverb, and is true without it.
    told = [case for case in hard_lies() if "fluently" not in case.text]
    assert len(told) > 450
    assert all(case.numbers for case in told)
    assert {case.text for case in told if passes(case)} <= KNOWN_TO_PASS


@pytest.mark.parametrize("kind", sorted(LIES))
def test_every_kind_of_lie_is_told(kind: str) -> None:
    assert any(case.kind == kind for case in lies())
