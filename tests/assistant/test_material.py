"""The training material is whole, and what the judgement learns from is kept from the tuning."""

from __future__ import annotations

from assistant.training.material import FOLDER, for_judge, for_tuning


def test_every_answer_is_a_line_of_its_resume() -> None:
    for resume in (*for_tuning(), *for_judge()):
        for asked in resume.asked:
            assert all(0 <= number < len(resume.lines) for number in (*asked.answers, *asked.near))
            assert not set(asked.answers) & set(asked.near)


def test_the_resumes_of_the_judgement_are_not_tuned_on() -> None:
    tuned = {resume.lines for resume in for_tuning()}
    judged = [resume.lines for resume in for_judge()]
    assert len(judged) >= 40
    assert not tuned & set(judged)


def test_every_line_of_the_files_is_of_their_form() -> None:
    pairs = [
        row.split("\t")
        for file in FOLDER.glob("pairs_*.tsv")
        for row in file.read_text("utf-8").splitlines()
    ]
    assert all(len(row) == 3 and row[1] in ("yes", "no") and all(row) for row in pairs)
    contrasts = [
        row.split("\t")
        for file in FOLDER.glob("contrast_*.tsv")
        for row in file.read_text("utf-8").splitlines()
    ]
    assert all(len(row) == 3 and all(row) for row in contrasts)
