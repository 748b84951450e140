"""Which drafter answers which question about employers, roles, times and durations."""

from __future__ import annotations

from assistant.answers.context import Drafter
from assistant.answers.durations import extreme, how_long, total
from assistant.answers.employers import boss, current, first, neighbour
from assistant.answers.gaps import gaps
from assistant.answers.lines import listed_then
from assistant.answers.lists import employers
from assistant.answers.promotions import promotions
from assistant.answers.roles import duties, place, role, titles
from assistant.answers.routes import DATED_KINDS
from assistant.answers.times import date_of, in_time, when_there

WORK: dict[str, Drafter] = {
    "job_list": employers,
    "job_current": current,
    "job_first": first,
    "job_neighbour": neighbour,
    "job_at_time": in_time,
    "job_dates": when_there,
    "job_duration": how_long,
    "total_experience": total,
    "job_longest": extreme,
    "job_shortest": extreme,
    "job_role": role,
    "job_titles": titles,
    "job_promotion": promotions,
    "job_count": employers,
    "job_place": place,
    "job_duties": duties,
    "list_then": listed_then,
    "gaps": gaps,
    "job_boss": boss,
    **{f"date_of_{name}": date_of(kind) for name, kind in DATED_KINDS.items()},
}
