"""Lines that carry others or name what they say: labels, lists, several stretches of time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import MARKER, Status
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

RESUME = """# Tilda Vasarhelyi

tilda@vasarhelyi.example.com | [tilda.example.com](https://tilda.example.com) |
[twitter.com/tildav](https://twitter.com/tildav) | Miskolc, Hungary

- **Discord**: Tilda V (@tildav)

## Experience

### Mountain guide, Bükk Rescue, Eger | 2019 - 2024

- Rank: first lieutenant
- Manager: Orsolya Kertész
- Equipment: Petzl, Garmin, Recco
- Trained volunteers on:
    - avalanche probes
    - rope pulleys
    - night signals

### Surveyor, Tisza Mapping, Szolnok | 2014 - 2018

- **Peakfinder**, a phone app that names every summit in view
- **Burrow**, a map of the caves under the plateau
- Led a team of four

### Summer 2012 and Summer 2013: Lifeguard, Lake Balaton Beaches

- Pulled eleven people out of the water

## Education

**BSc in Geography**, University of Eger, 2010 - 2014

## Certificates

- Advanced rope access technician, 2018
- Radio operator, restricted, 2016

## Skills

- Databases: PostgreSQL, Redis
- Maps: QGIS, Vektorix
- Radios: Cisco, Hytera
"""


@pytest.fixture(scope="module")
def tilda(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what rank did she reach at the rescue", "first lieutenant"),
        ("her boss at bükk rescue", "Orsolya Kertész"),
        ("names of her managers", "Orsolya Kertész"),
        ("who mentored her at bükk rescue", "Orsolya Kertész"),
        ("2016, job and city", "Tisza Mapping: Szolnok"),
        ("equipment @ bükk", "Petzl, Garmin, Recco"),
        ("what did she train volunteers on", "rope pulleys; night signals"),
        ("which projects did she have at tisza mapping", "Peakfinder and Burrow"),
        ("lifeguard in what years", "summer 2012 and summer 2013"),
        ("what did she do in summer 2013", "Lifeguard"),
        ("how do I find tilda on discord", "@tildav"),
        ("homepage + twitter of tilda", "tilda.example.com"),
        ("which county is she in", "Miskolc"),
        ("does she know any flavour of sql", "PostgreSQL"),
        ("vektorix plugins, any experience?", "Vektorix"),
    ],
)
def test_what_a_line_carries_is_told(tilda: Assistant, question: str, expected: str) -> None:
    answer = tilda.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert expected in MARKER.sub("", answer.answer).replace(" .", ".")


@pytest.mark.parametrize(
    "question",
    [
        "does she know sql server",
        "how do I find her on telegram",
        "what did she map while employed by esri",
        "her project as a Google intern",
        "was the NOAA job before or after tisza mapping",
        "tower crane operator ticket",  # an operator of radios
        "gpa from the university of eger",
        "any redis certificate",  # a skill
        "who supervised the tisza mapping team",  # the team that was led
        "masters, in progress?",
        "her MBA thesis",
        "years of Rust experience",
        "her stint at cisco",  # whose radios she knows
        "who did she report to at tisza mapping",
        "the reason she left tisza mapping",
    ],
)
def test_what_shares_only_a_word_is_another_thing(tilda: Assistant, question: str) -> None:
    answer = tilda.ask(question)
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


def test_a_matter_that_holds_is_told_without_the_day_that_is_not_there(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace(
        "## Skills", "## Clearance\n\n- Security clearance: NATO secret\n\n## Skills"
    )
    answer = open_assistant(write_resume(text)).ask("her security clearance expiry date")
    assert answer.status is Status.NOT_IN_RESUME
    assert "NATO secret" in answer.answer


@pytest.mark.parametrize(
    "line",
    ["The go-to surveyor for caves", "Left as night shifts and small children do not go together"],
)
@pytest.mark.parametrize("question", ["does she know Go?", "golang?"])
def test_a_go_to_person_knows_no_go(
    open_assistant: Open, write_resume: Callable[[str], Path], line: str, question: str
) -> None:
    text = RESUME.replace("- Led a team of four", f"- {line}")
    answer = open_assistant(write_resume(text)).ask(question)
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


def test_a_town_in_the_name_of_a_university_is_also_where_others_are(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace("- Rank: first lieutenant", "- A base of 23 beds under the summit")
    answer = open_assistant(write_resume(text)).ask("number of beds of the base in Eger")
    assert "23 beds" in answer.answer


def test_of_two_profiles_the_one_that_is_not_there_is_said_to_lack(tilda: Assistant) -> None:
    answer = tilda.ask("twitter + github of tilda").answer
    assert "twitter.com/tildav" in answer
    assert "does not say what the github profile is" in answer


def test_a_job_without_a_place_is_nowhere(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    answer = open_assistant(write_resume(RESUME)).ask("which city is lake balaton beaches in")
    assert "Eger" not in answer.answer


def test_a_line_that_leads_in_others_is_told_once(tilda: Assistant) -> None:
    answer = tilda.ask("what did she train volunteers on").answer
    assert answer.count("rope pulleys") == 1


def test_an_english_word_is_no_slip_for_a_foreign_name(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME.replace("Bükk Rescue", "Orquestra do Vale")
    answer = open_assistant(write_resume(text)).ask("how long was she in the cleveland orchestra")
    assert answer.status is Status.NOT_IN_RESUME, answer.answer


def test_what_a_label_names_is_told(tilda: Assistant) -> None:
    assert "caves under the plateau" in tilda.ask("what was Burrow").answer
    assert tilda.ask("how many downloads did Burrow have").status is Status.NOT_IN_RESUME


def test_a_label_is_of_the_resume_however_far_aside_it_sounds(tilda: Assistant) -> None:
    with guessed(("offtopic", 0.4), ("what_is", 0.35)):
        answer = tilda.ask("what is Burrow?")
    assert "caves under the plateau" in answer.answer


def test_who_cycles_to_work_does_not_say_whether_to_relocate(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    text = RESUME + "\n## Interests\n\n- Cycling: gravel, commuting\n"
    answer = open_assistant(write_resume(text)).ask("is she willing to relocate")
    assert answer.status is Status.NOT_IN_RESUME, answer.answer
