from __future__ import annotations

import time

from tests.benchmarks.stages import STAGES, Stopwatch


def test_every_stage_is_a_function_that_is_there() -> None:
    for _, owner, name in STAGES:
        assert callable(getattr(owner, name))


def test_a_stage_is_charged_what_the_stages_inside_it_do_not_take() -> None:
    watch = Stopwatch()
    inner = watch._timed("embed", lambda: time.sleep(0.02))
    outer = watch._timed("chain", lambda: (inner(), time.sleep(0.01)))
    outer()
    (taken,) = watch.questions
    assert taken["embed"] >= 0.02
    assert 0.01 <= taken["chain"] < 0.02
    assert len(list(watch.lines())) == len(STAGES)
