"""Lists that are asked for as a whole, and what is asked of one thing in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from tests.assistant.conftest import Open
from tests.assistant.said import answered

RESUME = """# Oona Veskimets

oona@veskimets.example

## Work experience

### Animator, Kõrb Studio | 2021 - now

- Rigged forty birds

### Animator, Lumeveski OÜ | 2017 - 2021

- Drew the storyboards of two films about bogs

### Intern, Paberlaev | 2016 - 2017

- Cleaned up line art

## Certificates

- Fire warden, March 2022
- Scissor lift, November 2019, lapsed

## Volunteering

- Projectionist, Village Film Club, 2014 - 2016
- Treasurer, Reed Boat Regatta, 2018 - 2019
- Judge, School Comics Day, 2020

## References

- Mart Kallaste, producer, Kõrb Studio, 0555 010 611
- Liis Ojamaa, director, 0555 010 612
"""


@pytest.fixture(scope="module")
def oona(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(RESUME))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("certs, and is any of em expired", ("Fire warden", "lapsed")),
        ("certificates held vs. ones that have run out", ("Fire warden", "Scissor lift")),
        ("3 unpaid posts, with the bodies she did them for", ("Film Club", "Regatta", "Comics")),
        ("names of the two ppl we may call about oona", ("Kallaste", "Ojamaa")),
    ],
)
def test_a_list_is_told_whole_where_nothing_describes_one_of_it(
    oona: Assistant, question: str, expected: tuple[str, ...]
) -> None:
    said = answered(oona.ask(question))
    assert all(one in said for one in expected), said


@pytest.mark.parametrize("question", ["first aid certificate?", "has she a forklift cert"])
def test_a_certificate_that_is_not_there_is_refused(oona: Assistant, question: str) -> None:
    assert oona.ask(question).status is Status.NOT_IN_RESUME


@pytest.mark.parametrize("question", ["studios so far?", "every studio on the cv pls"])
def test_one_employer_called_so_is_not_all_that_are_such(oona: Assistant, question: str) -> None:
    said = answered(oona.ask(question))
    assert said.startswith("The nearest that the resume lists: Kõrb Studio (2021 to now) .")
    assert "Lumeveski" in said
    assert "Paberlaev" in said


def test_a_promise_of_referees_is_none(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    listed = RESUME.partition("- Mart Kallaste")[0] + "- Available upon request\n"
    answer = open_assistant(write_resume(listed)).ask("names of two people who would vouch for her")
    assert answer.status is Status.NOT_IN_RESUME


@pytest.mark.parametrize(
    "question",
    ["what did she rig during her time at kõrb studio", "any birds in her years at kõrb"],
)
def test_the_time_of_a_stay_is_no_question_for_its_length(oona: Assistant, question: str) -> None:
    assert "forty birds" in answered(oona.ask(question))


@pytest.mark.parametrize("question", ["time at lumeveski", "her years with lumeveski?"])
def test_the_length_of_a_stay_is_asked_for_without_a_question_word(
    oona: Assistant, question: str
) -> None:
    assert "for about 4 years" in answered(oona.ask(question))


def test_a_list_is_told_in_the_order_asked_for(oona: Assistant) -> None:
    newest = answered(oona.ask("certificates, newest first"))
    oldest = answered(oona.ask("certificates, oldest first"))
    assert newest.index("Fire warden") < newest.index("Scissor lift")
    assert oldest.index("Scissor lift") < oldest.index("Fire warden")


KEEPER = """# Imre Talvik

imre@talvik.example

## Employment

### Keeper, Saarnaki Lighthouse | 2020 - now

- Kept the lamp and its log

### Deckhand, Hüljes Ferries | 2016 - 2020

- Tied up in all weathers

### Baker, Sepik & Pojad | 2012 - 2016

- Baked rye for the island

## Little things I made

1. **Lootsik** – tells from the clouds on a photo whether to sail; used by half the harbour
2. **Purje** – a sail calculator for the browser
3. **Tuuleratas** – a board game about windmills

## Lectures

- Lamps that nobody sees, Harbour Days, Kuressaare, 2023
- Fog as a colleague, Pilots' Meeting, Visby, 2021
- What a log leaves out, Archive Week, Riga, 2022

## Schooling

- BSc Navigation, Estonian Maritime Academy, 2012
- Diploma of Baking, Pärnu Vocational Centre, 2010

## Skills

- Databases: PostgreSQL, MySQL, Kivilaud
- Cloud: AWS, Fjordbox
"""


@pytest.fixture(scope="module")
def imre(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(KEEPER))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("hobby projects he built", ("Lootsik", "Purje", "Tuuleratas")),
        ("conference talks, titles + cities", ("Lamps that nobody", "Fog as", "What a log")),
        ("employers before the lighthouse", ("Hüljes", "Sepik")),
        ("previous companies, before the present one", ("Hüljes", "Sepik")),
        ("unis he attended, all of them", ("Estonian Maritime Academy",)),
        ("which databases does he know", ("PostgreSQL", "MySQL", "Kivilaud")),
    ],
)
def test_what_stands_in_the_list_of_an_answer_is_told_with_it(
    imre: Assistant, question: str, expected: tuple[str, ...]
) -> None:
    told = answered(imre.ask(question))
    assert [words for words in expected if words not in told] == []


@pytest.mark.parametrize(
    ("question", "expected", "unsaid"),
    [
        ("where was he before Saarnaki", "Hüljes", "Sepik"),
        ("what is Purje", "sail calculator", "windmills"),
        ("which talk was about fog", "Fog as a colleague", "Archive Week"),
        ("which cloud does he use", "AWS", "PostgreSQL"),
    ],
)
def test_of_a_list_one_thing_is_told_where_one_is_asked_for(
    imre: Assistant, question: str, expected: str, unsaid: str
) -> None:
    told = answered(imre.ask(question))
    assert expected in told
    assert unsaid not in told


def test_a_telephone_is_asked_for_in_short(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    resume = KEEPER.replace("imre@talvik.example", "imre@talvik.example, +372 555 0187")
    assert "+372 555 0187" in answered(open_assistant(write_resume(resume)).ask("tel. for Imre?"))


@pytest.mark.parametrize("question", ["tenure at Hüljes to date", "total time w/ Hüljes Ferries"])
def test_a_stay_is_measured_whatever_its_name_sounds_like(imre: Assistant, question: str) -> None:
    assert "4 years" in answered(imre.ask(question))


@pytest.mark.parametrize(
    ("line", "question", "told"),
    [
        # The vocabulary knows one of them.
        ("Media: Mpeg, MP4, GIF", "media formats she's worked with", "Mpeg"),
        ("Daily: PostgreSQL, Python", "which databases does she know", "PostgreSQL"),
    ],
)
def test_of_a_line_of_skills_those_of_the_sort_are_told(
    open_assistant: Open, write_resume: Callable[[str], Path], line: str, question: str, told: str
) -> None:
    ida = open_assistant(write_resume(f"# Ida Lund\n\n## Skills\n\n- {line}\n"))
    answer = ida.ask(question).answer
    assert told in answer and "Python" not in answer
