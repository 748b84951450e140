"""Places, titles, certificates and languages that recruiters ask for in words of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Status
from assistant.compose import Sentence, answered, merged
from tests.assistant.conftest import Open
from tests.assistant.guessed import guessed

PAGE = """# Ilze Krūmiņa

ilze@example.com

Riga, Latvia

## Summary

Mostly a soil chemist, doing field work and a bit of modelling.

## Work

### Fenland Trust | Ely, UK | 2019 - 2024

#### Head of Laboratory

- Moved the archive of 4,000 cores into one store

#### Analyst

- Titrated peat water for three counties

### Mooreland Institute | Bremen, Germany | 2016 - 2018

- Dried moss for the herbarium

## Education

### MSc Soil Science, Riga Technical University | 2013 - May 2015

### BSc Chemistry, Daugavpils College | 2009 - 2012

## Skills

- Methods: titration, GC-MS, Python
- Some knowledge of ArcGIS

## Languages

- Latvian: native
- English: fluent
- German: basic
"""


@pytest.fixture(scope="module")
def ilze(open_assistant: Open, write_resume: Callable[[str], Path]) -> Assistant:
    return open_assistant(write_resume(PAGE))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("has she ever worked in Germany", "Bremen, Germany"),
        ("what did she do in Bremen", "Dried moss for the herbarium"),
        ("which towns has she worked in so far", "Mooreland Institute: Bremen, Germany"),
        ("what did she do as an analyst at Fenland Trust", "Titrated peat water"),
        ("any leadership experience?", "Head of Laboratory"),
        ("has she headed a department", "Head of Laboratory"),
        ("does she speak anything besides English and Latvian", "German: basic"),
        ("where did she study before the masters", "Daugavpils College"),
        ("so what is she, field work or modelling", "doing field work and a bit of modelling"),
        ("ArcGIS - is she strong in it?", "Some knowledge of ArcGIS"),
        ("what did she study at RTU", "MSc Soil Science, Riga Technical University"),
        ("was there a gap between her degree and her first job", "leave no gap between MSc"),
    ],
)
def test_what_the_resume_says_in_other_words_is_told(
    ilze: Assistant, question: str, told: str
) -> None:
    answer = ilze.ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer
    assert not answer.answer.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("titles held at Fenland Trust?", "job_titles"),
        ("what was her role at Fenland", "job_role"),
    ],
)
def test_titles_at_an_employer_stand_whatever_they_read_like(
    ilze: Assistant, question: str, intent: str
) -> None:
    with guessed((intent, 0.6)):
        answer = ilze.ask(question).answer
    assert answer.startswith("At Fenland Trust, Ilze was Head of Laboratory")


def test_only_what_was_done_in_the_role_is_told(ilze: Assistant) -> None:
    answer = ilze.ask("what did she do as an analyst at Fenland Trust").answer
    assert answer.startswith("At Fenland Trust as Analyst")
    assert "archive" not in answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is she Python certified", "does not mention a certificate for Python"),
        ("what was her title at the Mooreland Institute", "which title Ilze had at Mooreland"),
        ("what was her minor", "does not say what the minor was"),
        ("who can I call for a reference", "who would give a reference"),
        ("any patents?", "does not mention patents"),
    ],
)
def test_what_it_does_not_say_is_refused(ilze: Assistant, question: str, told: str) -> None:
    answer = ilze.ask(question)
    assert answer.status is Status.NOT_IN_RESUME
    assert told in answer.answer


def test_no_language_is_told_for_one_besides_all_of_them(ilze: Assistant) -> None:
    with guessed(("languages", 0.99)):
        answer = ilze.ask("does she speak anything besides English, Latvian and German")
    assert "does not mention that among the languages" in answer.answer


def test_a_title_that_was_taken_on_has_its_dates(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        "# Ilze Krūmiņa\n\nilze@example.com\n\n## Work\n\n"
        "### President & CEO, Peatworks | July 2012 - now\n\n- Bought a competitor\n\n"
        "### Assistant Editor, Soil Review | 2005 - 2008\n\n"
        "### Editor, Moss Letters | 2008 - 2012\n"
    )
    opened = open_assistant(write_resume(page))
    assert (
        "President & CEO at Peatworks (July 2012 to now)"
        in opened.ask("when did she become CEO").answer
    )
    told = opened.ask("when did she become editor").answer
    assert "Editor at Moss Letters (2008 to 2012)" in told
    assert "Assistant" not in told


def test_who_issued_a_certificate_stands_whatever_it_reads_like(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    page = (
        "# Ilze Krūmiņa\n\nilze@example.com\n\n## Certificates\n\n"
        "- Soil Sampling, Baltic Board / Academy (May 2021)\n"
        "- First Aid, Red Cross (June 2022)\n"
    )
    answer = open_assistant(write_resume(page)).ask("who issued the soil sampling certificate")
    assert answer.status is Status.ANSWERED
    assert "Baltic Board" in answer.answer


def test_one_line_is_not_told_twice_with_a_yes() -> None:
    plain, yes = (
        answered(Sentence(text)) for text in ("Methods: titration.", "Yes. Methods: titration.")
    )
    assert [one.text for one in merged([plain, yes]).sentences] == ["Methods: titration."]


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("can she take pictures with phones", Status.ANSWERED),
        ("can she be reached by phone", Status.NOT_IN_RESUME),
    ],
)
def test_what_is_done_with_telephones_is_no_way_to_call(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str, status: Status
) -> None:
    page = PAGE + "\n## Hobbies\n\n- Takes pictures of moss with phones\n"
    with guessed(("contact_phone", 0.8)):
        answer = open_assistant(write_resume(page)).ask(question)
    assert answer.status is status
    assert ("phone number" in answer.answer) is (status is Status.NOT_IN_RESUME)


SAID = """# Ilze Krūmiņa

ilze@example.com

## Summary

I thrive alone at a bench, with a notebook and no meetings.

I am looking for a laboratory by the sea.

## Work

### Fenland Trust | 2019 - 2024

- **Coreshelf**, a store for 4,000 cores
- **Peatmap**, a map of bogs

## References

- Janis Ozols, Fenland Trust: She never lost a sample.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("would she rather lead people or stay at the bench", "thrive alone at a bench"),
        ("what is she looking for", "laboratory by the sea"),
        ("what did her old boss say about her", "never lost a sample"),
    ],
)
def test_what_others_say_and_what_is_preferred_is_told(
    open_assistant: Open, write_resume: Callable[[str], Path], question: str, told: str
) -> None:
    answer = open_assistant(write_resume(SAID)).ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer


def test_the_products_of_an_employer_are_those_that_its_lines_begin_with(
    open_assistant: Open, write_resume: Callable[[str], Path]
) -> None:
    with guessed(("projects", 0.4), ("job_duties", 0.3)):
        answer = open_assistant(write_resume(SAID)).ask("name her products at Fenland Trust")
    assert "At Fenland Trust: Coreshelf and Peatmap" in answer.answer
